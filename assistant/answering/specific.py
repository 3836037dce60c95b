"""What is asked of one thing in a posting, and not of the job: how long the training lasts, whether it is paid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.asking.lexicon import holds, words_of
from assistant.asking.numbers import period_of
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Amount, FactField, Posting, Span
from assistant.facts.folded import alternatives, folded
from assistant.library import Library
from assistant.naming import spelt_names
from assistant.relevance import borne_out, telling
from assistant.resources import table

_LEADING = 2  # words of the thing that is asked about, one of which a sentence on it holds
_TWO = 2  # days or times of the day that are hours of work
_MOST = 2  # sentences
_OTHER_DAYS: tuple[FactField, ...] = ("start", "duration")
_OTHER_TIMES: tuple[FactField, ...] = ("apply_to", "deadline", "document")
_CLOCK = re.compile(r"\b\d{1,2}\s?(?:[h:]\s?\d{0,2}|[ap]\.?m)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def specific(reading: Reading, posting: Posting, field: FactField, library: Library) -> list[Span]:
    """The sentences on what the question names beside the posting that tell of the field; maybe none.

    « Combien de temps dure la formation ? » is answered by « La formation durera 3 mois ».
    """
    told = _telling(field)
    words = telling(" ".join(word for word in reading.topic if not _is_name(word)), reading.language)
    named = borne_out(words, spelt_names(posting, library), posting.language)
    beside = [word for word, held in zip(words, named, strict=True) if not held]
    if told is None or not beside:
        return []
    asked = _unit_asked(reading.text) if field == "duration" else None
    # The day on which the job itself begins or ends closes nothing: "an intern for six months, from mid-January".
    other = [f for of in _OTHER_DAYS for f in library.facts_of(posting.id, of)] if field == "deadline" else []
    found = []
    for section in posting.sections:
        for piece in pieces_of(posting, section, Span(section.body_start, section.end)):
            text = piece.of(posting.text)
            if any(fact.start < piece.end and piece.start < fact.end for fact in other):
                continue
            held = sum(borne_out(beside, text, posting.language))
            leads = any(borne_out(beside[:_LEADING], text, posting.language))
            if leads and told.search(folded(text)) and (asked is None or asked.search(folded(text))):
                found.append((held, piece))
    most = max((held for held, _ in found), default=0)
    return [piece for held, piece in found if held == most][:_MOST]


def _is_name(word: str) -> bool:
    """Whether a word is the name of a place or of people, which tells of no thing; one in capitals may be one."""
    return word[:1].isupper() and not word.isupper()


def in_period(reading: Reading, posting: Posting, library: Library) -> list[Span]:
    """The sentences on an amount for the period that the question names, where the pay that was read is for another."""
    period = period_of(words_of(reading.text))
    stated = {fact.value.per for fact in library.facts_of(posting.id, "pay") if isinstance(fact.value, Amount)}
    told = _telling("pay")
    if not period or period in stated or told is None:
        return []
    phrases = table("asking.toml")["period"][period]
    pieces = (p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end)))
    texts = ((piece, piece.of(posting.text)) for piece in pieces)
    counted = ((piece, text) for piece, text in texts if _DIGIT.search(_lengths().sub(" ", folded(text))))
    of_pay = ((piece, text) for piece, text in counted if told.search(folded(text)))
    return [piece for piece, text in of_pay if holds(words_of(text), phrases)][:_MOST]


def on_weekday(reading: Reading, posting: Posting) -> list[Span]:
    """The sentences on the hours of the day of the week that the question names: « les horaires du mercredi »."""
    days = table("asking.toml")["weekday"]["both"]
    asked = [names for names in days.values() if holds(words_of(reading.text), names)]
    if not asked and holds(words_of(reading.text), table("asking.toml")["which_days"]["words"]):
        return _of_some_days(posting, [name for names in days.values() for name in names])
    pieces = (p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end)))
    texts = ((piece, piece.of(posting.text)) for piece in pieces) if len(asked) == 1 else ()
    timed = ((piece, text) for piece, text in texts if _CLOCK.search(text))
    return [piece for piece, text in timed if holds(words_of(text), asked[0])][:_MOST]


def at_hours(reading: Reading, posting: Posting, library: Library) -> list[Span]:
    """The sentences with two times of the day, where the question asks at what time one begins or ends.

    Those with one that hold its other words come first: « Départ du dépôt à 4 h 30 ». When one applies is no such time.
    """
    if not holds(words_of(reading.text), table("asking.toml")["which_hours"]["words"]):
        return []
    words = telling(" ".join(word for word in reading.topic if not _is_name(word)), reading.language)
    pieces = (p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end)))
    other = [fact for field in _OTHER_TIMES for fact in library.facts_of(posting.id, field)]
    apart = (p for p in pieces if not any(f.start < p.end and p.start < f.end for f in other))
    timed = [(piece, len(_CLOCK.findall(piece.of(posting.text)))) for piece in apart]
    begins = table("asking.toml")["which_hours"]["begins"]
    begun = bool(holds(words_of(reading.text), begins))
    held = {
        p: sum(borne_out(words, p.of(posting.text), posting.language))
        + (begun and bool(holds(words_of(p.of(posting.text)), begins)))
        for p, times in timed
        if times
    }
    most = max(held.values(), default=0)
    spoken = [piece for piece, count in held.items() if most and count == most]
    return (spoken or [piece for piece, times in timed if times >= _TWO])[:_MOST]


def _of_some_days(posting: Posting, names: Sequence[str]) -> list[Span]:
    """The first sentences that name two days of the week or more: « du lundi au jeudi »."""
    pieces = (p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end)))
    return [piece for piece in pieces if len(holds(words_of(piece.of(posting.text)), names)) >= _TWO][:_MOST]


def _unit_asked(question: str) -> re.Pattern[str] | None:
    """« combien de jours »: what the answer is counted in."""
    tables, forms = table("asking.toml")["lasting"], {word.form for word in words_of(question)}
    units = [form for unit in ("day", "week", "month", "year") for form in tables[unit] if forms & set(tables[unit])]
    return re.compile(alternatives(tuple(units), after_digits=True)) if units else None


@cache
def _lengths() -> re.Pattern[str]:
    """« 6 mois »: a length of time, and no amount of money a month."""
    units = [form for unit in ("day", "week", "month", "year") for form in table("asking.toml")["lasting"][unit]]
    return re.compile(rf"(?<![\d.,])\d{{1,2}}\s?{alternatives(tuple(units), after_digits=True)}")


@cache
def _telling(field: FactField) -> re.Pattern[str] | None:
    """What a sentence holds that tells of a field: a number with a unit of time, a word of pay."""
    tables = table("asking.toml")["specific"]
    if field not in tables:
        return None
    return re.compile(alternatives(tables[field]["words"], after_digits=True))
