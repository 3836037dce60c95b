"""The last day of a contract whose length is not stated: "fixed term, until 30 June 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts.cells import label_at
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

# « Poste à pourvoir au 1er septembre » tells when it begins
_BEGINNING = re.compile(
    r"(?:pourvoir|prise de (?:poste|fonctions?|service)|entree en (?:poste|fonctions?|service)|demarrage|debut|rentree"
    r"|embauche|engagement|recrutement|arrivee|depart|effet)"
    r"(?: (?:prevue?s?|fixee?s?|souhaitee?s?|possible|aura lieu|auront lieu|se fera|est|sera)){0,2} au "
)
_END_OF_YEAR = re.compile(  # « un CDD jusqu'à fin 2027 »
    r"(?<!\w)(?:fin|la fin (?:de l'annee|de)|mi-?|the end of|end of|mid-?|late|early) ?20\d\d(?![\d/-])"
)
_END_OF_TERM = re.compile(  # « temporaire, jusqu'à la fin de l'année scolaire », "until the summer holidays"
    r"(?<!\w)(?:fin de l'annee (?:scolaire|universitaire)|fin des cours|fin du ramadan"
    r"|vacances (?:scolaires|d'(?:ete|hiver|automne)|de (?:noel|paques|printemps|fin d'annee))"
    r"|(?:summer|winter|christmas|easter|spring|school) (?:holidays?|break|vacation)"
    r"|end of (?:the )?(?:school|academic) year|end of (?:the )?(?:school |winter |summer |spring )?term|end of ramadan"
    r")(?!\w)"
)
_CLAUSE = re.compile(r"[;.!?]\s")
_LED = 80  # characters before a day in which it can be said that something lasts until then
_NEAR = 60  # characters before a day in which other words can make it something else's


def is_last_of_work(before: Piece | None, piece: Piece, at: int) -> bool:
    """Whether the day at `at` is the last of the work by its label, by what stands behind it, or the line above.

    « Until: 31 October (fixed-term) », « Du : 1er mars / Au : 31 octobre ».
    """
    words, label = _words(), label_at(piece, at)
    if not words.bare_label.fullmatch(label):
        return False
    above = words.from_label.match(before.folded) if before and "\n" not in before.raw else None
    beside = words.from_label.search(piece.folded, 0, at)
    line = piece.folded[at : at + _LED].split("\n", 1)[0]
    return bool(above or beside or words.ending.search(line))


def until(piece: Piece, above: Piece | None = None) -> Iterator[Span]:
    """The last days of a contract, with the word before them: "fixed term, until 30 June 2027"."""
    text, words = piece.folded, _words()
    days = [Span(one.start, one.end) for one in dates_in(text, piece.posting.language)]
    others = (found for named in (_END_OF_YEAR, _END_OF_TERM) for found in named.finditer(text))
    for one in (*days, *(Span(*found.span()) for found in others)):
        label = label_at(piece, one.start)
        if words.label.fullmatch(label) or is_last_of_work(above, piece, one.start):
            yield one
            continue
        led = words.until.search(text[max(0, one.start - _LED) : one.start])
        first = one.start - len(led.group()) if led else 0
        before = text[max(0, min(first, one.start - _NEAR)) : one.start] if led else ""
        before = _nearest(_CLAUSE.split(before)[-1])
        if led and words.how_long.fullmatch(label):
            yield Span(first, one.end)
        elif led and words.ending.search(text[max(0, first - _NEAR) : one.start] if led["returns"] else before):
            begins = _BEGINNING.search(before + " ") if led.group().startswith("au") else None
            if not (begins or words.other.search(before) or words.not_ended.search(before)):
                yield Span(first, one.end)


def _nearest(before: str) -> str:
    """The words behind the last comma where they name what ends: « 16 h par semaine, CDD jusqu'à fin juin »."""
    part = before.rpartition(", ")[2]
    return part if _words().ending.search(part) else before


@dataclass(frozen=True)
class _Words:
    until: re.Pattern[str]
    ending: re.Pattern[str]
    other: re.Pattern[str]
    not_ended: re.Pattern[str]
    label: re.Pattern[str]
    how_long: re.Pattern[str]
    bare_label: re.Pattern[str]
    from_label: re.Pattern[str]


@cache
def _words() -> _Words:
    tables = table("facts_schedule.toml")
    duration = tables["duration"]
    return _Words(
        until=re.compile(
            rf"{alternatives(duration['until'])} (?:(?:le|la|the) )?"
            rf"(?P<returns>{alternatives(duration['returning'])} [^.;:()]{{2,50}}? )?(?:(?:le|la|the|on) )?$"
        ),
        ending=pattern(duration["ending"]),
        other=pattern([*duration["other"], *duration["other_before"]]),
        not_ended=pattern(tables["start"]["not_start_before_end"]),
        label=pattern(duration["end_labels"]),
        how_long=pattern(duration["how_long"]),
        bare_label=re.compile(r"until|till|to|au|jusqu'au|fin|end|ends|ending"),
        from_label=re.compile(
            r"\W{0,4}(?:from|as from|as of|du|des|debut|start|starts|starting|beginning|begins|a (?:partir|compter) du)"
            r"\s?[:|]"
        ),
    )
