"""Whether a posting speaks of a topic, with the code, the length or the time that the question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.lengths import days_of, in_days, is_same
from assistant.answering.verdict import Verdict
from assistant.asking.codes import spellings
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Asked, Condition
from assistant.asking.windows import span_of
from assistant.domain import Fact, Language
from assistant.facts.dates import dates_in
from assistant.phrases import places
from assistant.topics import topics

_CLAUSES = re.compile(r"[,;()•|]|\s[–—-]\s")
_NOT = "!"  # before a phrase that none of the sentences may hold


def spoken(condition: Condition, said: Sequence[Fact], language: Language, today: date) -> Verdict:
    """What a posting (in `language`) says of a topic, with the code, the length or the time that the question names."""
    if condition.others:
        phrases = [each for phrase in condition.others if phrase[:1] != _NOT for each in spellings(phrase)]
        against = [phrase[1:] for phrase in condition.others if phrase[:1] == _NOT]
        quotes = ((fact, words_of(fact.quote)) for fact in said)
        said = [fact for fact, words in quotes if (not phrases or holds(words, phrases)) and not holds(words, against)]
    if condition.outright:  # the caller turns a negated verdict round
        return Verdict("no" if any(fact.value == "no" for fact in said) else "yes", tuple(said))
    if condition.number is not None:
        wanted = in_days(condition.number, condition.period)
        said = [f for f in said if any(is_same(end, wanted) for end in _length(f.quote, condition.value))]
    if condition.window:
        first, last = span_of(condition.window, today)
        said = [f for f in said if any(first <= day <= last for day in _days_in(f.quote, language, first.year))]
    return _mentioned(said, condition.asked)


def _length(quote: str, key: str) -> tuple[float, ...]:
    """How long a sentence says that a thing lasts: « CDD de 12 mois, période d'essai 3 mois » is three months of it."""
    phrases = tuple(phrase for kind in ("words", "stated") for phrase in topics()[key].get(kind, ()))
    clauses = [clause for clause in _CLAUSES.split(quote) if places(words_of(clause), phrases)]
    return next(filter(None, map(days_of, (*clauses, quote))), ())


def _days_in(quote: str, language: Language, year: int) -> list[date]:
    """The days that a quote names; those without a year are in `year`, a month alone stands for its middle."""
    found: list[date] = []
    for one in dates_in(quote, language):
        bare = quote[one.start : one.end]
        tries = (one.iso, *(d.iso for way in ("", "15 ") for d in dates_in(f"{way}{bare} {year}", language)))
        found += [date.fromisoformat(iso) for iso in tries if iso][:1]
    return found


def _mentioned(facts: Sequence[Fact], asked: Asked) -> Verdict:
    """What a posting says of a topic; the sentences that deny it count where no other speaks of it."""
    spoken = tuple(fact for fact in facts if fact.value == "yes")
    if not spoken:
        return Verdict("no", tuple(facts))
    wished = all(fact.modality == "asset" for fact in spoken)
    if asked == "asset" and all(fact.modality == "required" for fact in spoken):
        return Verdict("no", spoken)
    return Verdict("plus" if wished and asked in ("required", "both") else "yes", spoken)
