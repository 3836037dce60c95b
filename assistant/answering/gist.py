"""What there is to do on a job, or what it is about, where a question asks for that in words of its own.

« Que répare-t-on ? » shares hardly a word with the sentences that answer, so the part that tells it is quoted as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.answering.duties import duties_of, of_prose
from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Posting, Section, SectionKind, Span
from assistant.mentions import facts_on
from assistant.resources import table

_DUTIES = 8  # sentences on what there is to do, beside those that answer
_ABOUT = 3  # sentences on what it is about
_LEAST = 5  # words of one: shorter ones are headings and names


def part_of(posting: Posting, kinds: Collection[SectionKind]) -> list[Span]:
    """The sentences of the parts of these kinds; what there is to do may stand in no part of its own."""
    parts = _parts(posting, kinds)
    found = [piece for part in parts for piece in pieces_of(posting, part, Span(part.start, part.end))]
    if "missions" in kinds:
        return of_prose(posting, found) or duties_of(posting)
    return found


def _parts(posting: Posting, kinds: Collection[SectionKind]) -> list[Section]:
    """The parts of these kinds, and those under a heading of such a kind with nothing of its own below it."""
    bare = [s.path for s in posting.sections if s.kind in kinds and not posting.text[s.body_start : s.end].strip()]
    return [s for s in posting.sections if s.kind in kinds or any(s.path[: len(path)] == path for path in bare)]


def gist_of(reading: Reading, posting: Posting, shown: Sequence[Span]) -> list[Span]:
    """The sentences that tell what is asked for as a whole, but for those that are `shown` already; mostly none."""
    words = words_of(reading.question)
    asked = table("asking.toml")["gist"]
    handed_in = facts_on(posting, "deliverables") if holds(words, asked["to_deliver"]) else ()
    if handed_in:
        found = [Span(fact.start, fact.end) for fact in handed_in][:_ABOUT]
    elif "missions" in reading.sections or _asks_to_do(words):
        found = part_of(posting, {"missions"})[:_DUTIES]
    elif reading.postings and holds(words, asked["about"]):
        found = [*telling(posting, part_of(posting, {"context"})), *telling(posting, part_of(posting, {"missions"}))]
    else:
        return []
    return [piece for piece in found if not any(s.start < piece.end and piece.start < s.end for s in shown)]


def telling(posting: Posting, pieces: Sequence[Span]) -> list[Span]:
    """The first pieces that are sentences rather than headings and labels."""
    return [piece for piece in pieces if len(piece.of(posting.text).split()) >= _LEAST][:_ABOUT]


def _asks_to_do(words: Sequence[Word]) -> bool:
    """« Que doit livrer le consultant ? », "what would the designer be building?": a thing to do, and no noun."""
    asked = table("asking.toml")["gist"]
    if holds(words, asked["to_do"]):
        return True
    pairs = enumerate(pairwise(words))
    return any(
        (n == 0 or what.apart) and what.form in asked["what"] and verb.form not in asked["not_done"]
        for n, (what, verb) in pairs
    )
