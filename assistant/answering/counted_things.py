"""How many of a thing one posting speaks of: « combien de véhicules » is answered by « suivi de 5 véhicules »."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.lexicon import Word, holds, matches, words_of
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Answer, Posting, Span
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import one_line
from vectorstore.analysis import Token, stop_words

_AFTER = 2  # words behind a number, one of which is the thing
_MOST = 2  # sentences
_NOUN_OF = ("de", "d", "of")


def counted_things(reading: Reading, library: Library, today: date) -> Answer | None:
    """The sentences that give the number of what the question counts, of the one posting it is about; None: none do.

    What a field states already, « combien d'heures », is left to the field.
    """
    if (
        reading.postings is None
        or len(reading.postings) != 1
        or reading.every
        or reading.intent not in ("fact", "open")
    ):
        return None
    if len(reading.conditions) + len(reading.fields) > 1:  # « combien de jours à la maison, et les tickets resto ? »
        return None
    posting = library.postings[min(reading.postings)]
    things = _things(reading)
    if not things or any(library.facts_of(posting.id, field) for field in reading.fields):
        return None
    pieces = _said(posting, things, reading.language)
    if not pieces:
        return None
    draft = Draft(reading, library, today)
    words = " […] ".join(one_line(strip_bullet(piece.of(posting.text))) for piece in pieces)
    numbers = [draft.quote_span(posting, piece) for piece in pieces]
    draft.say("says", numbers, posting=draft.name(posting.id), quoted=f"« {words} »")
    return draft.finish("fact", 1)


def _things(reading: Reading) -> list[str]:
    """What is counted, its noun first: "how many health centres", « combien de jours de congé »; maybe nothing."""
    words, tables = words_of(reading.text), table("asking.toml")["things"]
    lead = next(iter(holds(words, tables["how_many"])), None)
    if lead is None:
        return []
    behind = [word.form for word in words[lead[1] :]]
    found = _french(behind) if reading.language == "fr" else _english(behind)
    return [] if not found or any(matches(form, unit) for form in found for unit in tables["vague"]) else found


def _french(behind: Sequence[str]) -> list[str]:
    more = [behind[2]] if len(behind) > 2 and behind[1] in _NOUN_OF else []
    return [*behind[:1], *more]


def _english(behind: Sequence[str]) -> list[str]:
    stops = stop_words()["en"] | {"does", "do", "will", "would", "is", "are", "has", "have", "can"}
    run = next((n for n, form in enumerate(behind) if form in stops), len(behind))
    return [*reversed(behind[:run])]


def _said(posting: Posting, things: Sequence[str], language: str) -> list[Span]:
    tokens = [token for form in things for token in telling(form, language)]
    if len(tokens) != len(things):
        return []
    pieces = (p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end)))
    whole = ((piece, piece.of(posting.text)) for piece in pieces)
    held = ((piece, text) for piece, text in whole if all(borne_out(tokens, text, posting.language)))
    return [piece for piece, text in held if _is_numbered(words_of(text), tokens[:1], posting.language)][:_MOST]


def _is_numbered(words: Sequence[Word], thing: Sequence[Token], language: str) -> bool:
    """Whether a number stands right before the thing: "18 health centres"."""
    numbers = [n for n, word in enumerate(words) if matches(word.form, "#")]
    near = (words[m].form for n in numbers for m in range(n + 1, min(n + 1 + _AFTER, len(words))))
    return any(all(borne_out(thing, form, language)) for form in near)
