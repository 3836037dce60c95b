"""Which postings ask for experience in something: « une expérience en banque », "experience with refugees"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answering.values import is_for_beginners
from assistant.answering.weights import weight_of_words
from assistant.asking.lexicon import words_of
from assistant.asking.outright import names_outright
from assistant.asking.reading import Condition, Reading, Topical
from assistant.asking.topical import either
from assistant.domain import Fact, Modality, Passage, Posting, Span
from assistant.facts.denials import is_denied
from assistant.facts.folded import folded
from assistant.facts.pieces import pieces_near
from assistant.library import Library
from assistant.relevance import borne_out, telling
from vectorstore.analysis import Token, content_tokens

_WORD = "experien"  # in the sentence, in either language
_HEAVIEST: Sequence[Modality] = ("required", "asset", "stated", "none")
_DEMANDED: frozenset[Modality] = frozenset({"required"})
_WANTED: Mapping[str, frozenset[Modality]] = {
    "required": frozenset({"required", "asset"}),
    "both": frozenset({"required", "asset"}),
    "asset": frozenset({"asset"}),
    "any": frozenset({"required", "asset", "stated"}),
}


def with_experience(
    reading: Reading, about: Mapping[str, Passage] | None, library: Library
) -> tuple[Reading, Mapping[str, Passage] | None]:
    """The reading and the postings (ids) that speak of what an experience is to be in, held against what is asked.

    Whoever wants to know which postings require it is told as well for which it is a plus, but where they are counted.
    """
    if reading.topical != "experience" or about is None:
        return reading, about
    asked = next((c for c in reading.conditions if _is_any_experience(c)), None)
    others = tuple(c for c in reading.conditions if not _is_any_experience(c))
    parts = [telling(" ".join(part), reading.language) for part in either(reading) or [list(reading.topic)]]
    wanted = _WANTED[asked.asked if asked else "any"]
    spared = asked and asked.negated and not names_outright(words_of(reading.question))  # a plus does no harm
    if spared or (asked and asked.asked == "required" and reading.intent == "count"):
        wanted = _DEMANDED
    held = {identity: _told(passage, parts, wanted, library) for identity, passage in about.items()}
    denied = reading.denied or (asked is not None and asked.negated)
    topical: Topical = "demanded" if wanted == _DEMANDED else "experience"
    reading = replace(reading, conditions=others, denied=denied, topical=topical)
    return reading, {i: found for i, found in held.items() if found}


def _is_any_experience(condition: Condition) -> bool:
    """Whether a condition is on experience, and not on the years of it."""
    named = condition.field == "mention" and condition.value == "experience"
    return named or (condition.field == "experience_years" and not condition.value and condition.number is None)


def weight_of_experience(posting: Posting, words: Sequence[Token], span: Span, library: Library) -> Modality:
    """What a sentence makes of an experience in what words tell; one that asks without a word of weight demands it."""
    said = (*library.mentions("experience", posting.id), *library.facts_of(posting.id, "experience_years"))
    here = [fact for fact in said if fact.start < span.end and span.start < fact.end]
    weight = _weight(posting, tuple(words), span)
    if weight == "none" or any(fact.value == "no" for fact in here):
        return "none"
    return "required" if here and weight == "stated" else weight


@lru_cache(maxsize=20_000)
def _weight(posting: Posting, words: tuple[Token, ...], span: Span) -> Modality:
    return "none" if is_going_without(posting, words, span) else weight_of_words(posting, words, span)


def _told(
    passage: Passage, parts: Sequence[Sequence[Token]], wanted: frozenset[Modality], library: Library
) -> Passage | None:
    """The passage at the sentence of its posting that asks for the experience as it is wanted; None where none does."""
    posting = passage.posting
    places = [(words, at) for words in parts for at in _sentences(posting, tuple(words))]
    weighed = [(weight_of_experience(posting, words, at, library), at) for words, at in places]
    weight, span = min(weighed, key=lambda pair: _HEAVIEST.index(pair[0]), default=("none", Span(0, 0)))
    if weight not in wanted:
        return None
    chunk = replace(passage.chunk, start=span.start, end=span.end, text=span.of(posting.text))
    return replace(passage, chunk=chunk)


def is_going_without(posting: Posting, words: Sequence[Token], span: Span) -> bool:
    """Whether a sentence says that it does without: "experience in banking is not needed"."""
    for piece in (each for each in pieces_near(posting, [span]) if each.start < span.end and span.start < each.end):
        tokens = content_tokens(piece.raw, posting.language)
        held = (t for t in tokens if any(borne_out(words, piece.raw[t.start : t.end], posting.language)))
        if any(is_denied(piece, Span(token.start, token.end)) for token in held):
            return True
    return False


@lru_cache(maxsize=20_000)
def _sentences(posting: Posting, words: tuple[Token, ...]) -> tuple[Span, ...]:
    """Where a posting speaks of an experience in what the words say."""
    whole = [Span(section.start, section.end) for section in posting.sections]
    near = [section for section in whole if _WORD in folded(section.of(posting.text))]
    return tuple(
        Span(piece.start, piece.end)
        for piece in pieces_near(posting, near)
        if (_WORD in piece.folded or _WORD in piece.lead) and all(borne_out(words, piece.raw, posting.language))
    )


def with_years(told: Sequence[Fact], years: Sequence[Fact]) -> list[Fact]:
    """The sentences on experience with those that count its years, each weighed as those are."""
    counted = [replace(fact, value="no" if is_for_beginners(fact) else "yes") for fact in years]

    def weighed_as(fact: Fact) -> Fact:
        same = next((each for each in counted if each.start < fact.end and fact.start < each.end), None)
        return replace(fact, value=same.value, modality=same.modality) if same else fact

    new = (fact for fact in counted if not any(fact.start < other.end and other.start < fact.end for other in told))
    return [*(weighed_as(fact) for fact in told), *new]
