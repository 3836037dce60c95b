"""What a posting asks for, each thing once, with its words and whether it is demanded or a plus.

Languages, years, degrees and licences are the posting's facts; the rest are the sentences and list items of its profile
and skills. What there is to do is asked for, too, in a way: it is what an argument can speak of, and never a gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.domain import Fact, FactField, Modality, Span, Years
from assistant.facts.cues import cues_of
from assistant.facts.folded import alternatives, folded
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece, pieces
from assistant.letters.case import Case
from assistant.letters.degrees_held import schooling_in
from assistant.letters.domain import Requirement, RequirementKind
from assistant.letters.tools import tools_in
from assistant.lines import strip_bullet
from assistant.resources import table

_FACTS: dict[str, RequirementKind] = {
    "language": "language",
    "experience_years": "experience_years",
    "degree": "degree",
    "driving_licence": "driving_licence",
}
_SEMICOLON = re.compile(r";(?=\s)(?![^()]{0,80}\))")
_SHORTEST = 3  # words of an item that asks for something
_LONGEST = 400  # characters of one
_HEAD = re.compile(r"[,;(]")
_ADDRESS = re.compile(r"www\.|https?://|\w@\w")
# What a posting states of the job itself asks for nothing, even among what it asks for.
_STATING: tuple[FactField, ...] = (
    "pay", "expenses", "deadline", "apply_to", "reference", "contract", "working_time", "duration", "start",
)  # fmt: skip


@lru_cache(maxsize=64)  # twice the postings that one CV is held against sentence by sentence
def requirements_of(case: Case) -> tuple[Requirement, ...]:
    """The requirements of a posting in the order of their places."""
    facts = _asking(case)
    found = list(of_facts(case))
    items = [piece for piece in pieces(case.posting) if _is_item(piece)]
    times = Counter(piece.folded.strip() for piece in pieces(case.posting))
    stating = [fact for fact in case.named(*_STATING) if fact.quote]
    for piece in items:
        if times[piece.folded.strip()] > 1 or any(_overlap(piece, fact) for fact in stating):
            continue  # a page header, or what is stated of the job
        found += _of_item(case, piece, facts)
    return tuple(sorted(found, key=lambda each: (each.quote.start, each.quote.end)))


def of_facts(case: Case) -> tuple[Requirement, ...]:
    """Those of the requirements that are facts, which takes no reading."""
    return tuple(_of_fact(case, fact) for fact in _asking(case))


def _asking(case: Case) -> list[Fact]:
    return [fact for fact in case.facts if fact.field in _FACTS and not _is_open_to_all(fact)]


def _overlap(piece: Piece, fact: Fact) -> bool:
    return fact.start < piece.end and fact.end > piece.start


def _is_open_to_all(fact: Fact) -> bool:
    """« Débutants acceptés » asks for nothing."""
    return isinstance(fact.value, Years) and not fact.value.min


def _of_fact(case: Case, fact: Fact) -> Requirement:
    value, detail = fact.value, fact.detail
    if isinstance(value, Years):
        value, detail = str(value.min), ""
    return Requirement(_FACTS[fact.field], fact.modality, case.quote(fact), str(value), detail)


def _is_item(piece: Piece) -> bool:
    if piece.section.kind not in ("profile", "skills", "missions") or piece.end <= piece.section.body_start:
        return False
    bare = piece.raw.strip(" *\n")
    if bare.endswith(":") or len(bare) > _LONGEST or _ADDRESS.search(piece.folded):
        return False
    if _words("nothing").search(piece.folded) or _is_unasked(piece.folded):
        return False
    if _words("label").match(piece.folded.lstrip(" >=~-*•")):
        return False
    listed = strip_bullet(piece.raw) != piece.raw.lstrip()
    if bare.isupper() and not listed:
        return False  # a heading
    if piece.section.kind == "missions" and not listed:
        return False
    words = len(re.findall(r"[^\W\d_]{2,}", bare))
    return words >= _SHORTEST or (listed and words > 0)


def _is_unasked(words: str) -> bool:
    """« La maîtrise de l'anglais n'est pas requise » asks for nothing; what follows a « mais » does."""
    return _words("unasked").search(words) is not None and _words("unasked", "but").search(words) is None


def _of_item(case: Case, piece: Piece, facts: list[Fact]) -> Iterator[Requirement]:
    """What an item asks beyond its facts: a tool beside a language is asked for as well."""
    stated = [fact for fact in facts if _overlap(piece, fact)]
    for part in _parts(piece):
        at = Span(piece.start + part.start, piece.start + part.end)
        words = piece.folded[part.start : part.end]
        kind = _kind(piece, at.of(case.posting.text), words)
        said = [fact for fact in stated if fact.start < at.end and fact.end > at.start]
        if said and kind not in ("tool", "quality", "condition"):
            continue
        if said and kind in ("quality", "condition") and any(fact.field != "language" for fact in said):
            continue
        quote = case.quote_span(at)
        value = schooling_in(quote.words) if kind == "skill" else ""
        modality: Modality = "stated" if kind == "mission" else _modality(piece, part, alone=not said)
        if quote.words.strip() and modality != "none":
            yield Requirement("degree" if value else kind, modality, quote, value)


def _kind(piece: Piece, raw: str, words: str) -> RequirementKind:
    if piece.section.kind == "missions":
        return "mission"
    if tools_in(raw):
        return "tool"
    start = strip_bullet(words).strip(" *>~=-")
    if _words("experience").match(start):
        return "experience"
    if _words("condition").search(words):
        return "condition"
    if _words("quality").search(words):
        return "quality"
    return "experience" if _words("experience").search(words) else "skill"


def _parts(piece: Piece) -> Iterator[Span]:
    """The item, or its parts where only some are a plus: « connaissance de A, celle de B est un atout »."""
    weak = [cue for cue in cues_of(piece) if cue.kind == "weak" and cue.side == "after"]
    whole = Span(0, len(piece.raw))
    if piece.section.kind != "missions" and any(cue.kind == "weak" for cue in cues_of(piece)):
        cuts = [found.span() for found in _SEMICOLON.finditer(piece.folded)]
        if cuts:
            edges = [0, *(edge for cut in cuts for edge in cut), len(piece.raw)]
            yield from (Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if piece.raw[a:b].strip())
            return
    if weak and piece.section.kind != "missions":
        heads = [found.start() for found in _heads().finditer(piece.folded, 0, weak[-1].start)]
        if heads and _plain(piece.folded[: heads[-1]]):
            yield Span(0, heads[-1])
            yield Span(heads[-1] + 1, len(piece.raw))
            return
    yield whole


def _plain(words: str) -> bool:
    return len(re.findall(r"[^\W\d_]{3,}", words)) >= _SHORTEST


def _modality(piece: Piece, part: Span, *, alone: bool) -> Modality:
    """A cue at the end of an item governs all of it where it asks one thing `alone`; « de préférence … » never does."""
    cues = [cue for cue in cues_of(piece) if alone and part.start <= cue.start < part.end]
    if any(cue.kind == "weak" and (cue.side == "after" or cue.start <= part.start + 4) for cue in cues):
        return "asset"
    if any(cue.kind == "strong" for cue in cues):
        return "required"
    head = _HEAD.search(piece.folded, part.start + 1, part.end)
    return modalities(piece, [Span(part.start, head.start() if head else part.end)])[0]


@cache
def _words(key: str, which: str = "words") -> re.Pattern[str]:
    return re.compile(alternatives(table("letters_posting.toml")[key][which]))


@cache
def _heads() -> re.Pattern[str]:
    """A comma or semicolon behind which a new thing is asked for."""
    heads = "|".join(re.escape(folded(word)) for word in table("facts_modality.toml")["coordination"]["heads"])
    return re.compile(rf"[,;](?=\s(?:la\s|l'|une\s|une?\sbonne\s|bonne\s|good\s)?(?:{heads})(?!\w))")
