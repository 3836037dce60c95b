"""The category of a licence that is named by its vehicle: « permis moto », "HGV licence", « permis poids lourd ».

The words are in `data/facts_licence.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import alternatives, one_of
from assistant.facts.pieces import Piece
from assistant.resources import table

_LONGEST = 26  # characters before a licence in which a vehicle can stand
_PAPER = re.compile("permi|licen")  # and no ability, such as to ride one
_OR = r"\s?(?:ou|or|et|and|/|,|&)\s?"
_SAID_OF_IT = r"(?:(?:valide?|en cours de validite|national|international|de type|de categorie|categorie|cat\.) )?"
# « Permis de conduire 3e type (poids lourd) »: a class of the country, which the vehicle tells.
_OF_CLASS = (
    r"(?:,? (?:de )?"
    r"(?:(?:\d|premiere?|deuxieme|troisieme)(?:ere?|eme|re|er|e|nd|rd|th|st)? (?:type|categorie|classe|class)"
    r"|(?:type|categorie|classe|class|code) \d{1,2}),?)?"
)
_OBJECT = 48  # characters behind "able to drive" in which what is driven stands
_CLAUSE_END = re.compile(r"[.;:(),]")
_WORD = re.compile(r"\s{1,3}\w")
_NO_CATEGORY = "other"  # the vehicles whose category each country's law names otherwise


def category_of_vehicle(piece: Piece, at: Span, name: str) -> str:
    """The category of the vehicles that the licence at `at` is for, nothing where those are of several or of none."""
    if not _PAPER.search(name):
        return ""
    ahead, behind = _also_for() if _vehicles().search(name) else _only_for()
    before = ahead.search(piece.folded[max(0, at.start - _LONGEST) : at.start])
    after = behind.match(piece.folded, at.end)
    told = " ".join([*(found.group() for found in (before, after) if found), name])
    kinds = {found.lastgroup or "" for found in _vehicles().finditer(told)}
    return next(iter(kinds)) if len(kinds) == 1 and _NO_CATEGORY not in kinds else ""


def is_led(piece: Piece, name: str, end: int) -> bool:
    """Whether no vehicle is driven: « aptitude à la conduite de projet », "able to drive change"."""
    words = table("facts_licence.toml")["licence"]
    if name not in words["driving"]:
        return False
    behind = _CLAUSE_END.split(piece.folded[end : end + _OBJECT])[0]
    return _WORD.match(behind) is not None and not (_driven().search(behind) or _freely().match(behind))


@cache
def _driven() -> re.Pattern[str]:
    return re.compile(f"{alternatives(table('facts_licence.toml')['licence']['driven'])}|{vehicle()}")


@cache
def _freely() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,3}}{alternatives(table('facts_licence.toml')['licence']['freely'])}")


@cache
def vehicle() -> str:
    """An expression for any such vehicle."""
    words = [word for kind in table("facts_licence.toml")["vehicle"].values() for word in kind]
    return rf"(?<![\w-])(?:{one_of(words)})(?!\w)"


@cache
def _vehicles() -> re.Pattern[str]:
    """The vehicles, each in the group of its category."""
    kinds = table("facts_licence.toml")["vehicle"].items()
    return re.compile(rf"(?<![\w-])(?:{'|'.join(f'(?P<{kind}>{one_of(words)})' for kind, words in kinds)})(?!\w)")


@cache
def _only_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a licence is for, before and behind a name that does not tell it; the French « car » behind it is none."""
    leads = r"(?:de |d'une |d'un |des |d'|pour (?:la |les )?|for (?:an? )?|of |a |une? |les? |la )?"
    more = rf"(?:{_OR}(?:le |a |d'|de |permis )?{vehicle()}){{0,4}}"
    return (
        re.compile(rf"{vehicle()}\s$"),
        re.compile(rf"(?!\scar\b){_OF_CLASS}\s?\(?{_SAID_OF_IT}{leads}{vehicle()}{more}"),
    )


@cache
def _also_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What else it is for where its name tells one: « permis moto ou voiture »."""
    return (
        re.compile(rf"{vehicle()}{_OR}$"),
        re.compile(rf"(?!,\scar\b){_OR}(?:le |a |permis )?(?:{vehicle()}|b\b)"),
    )
