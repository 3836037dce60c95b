"""How a deadline stands today, and the year of a day named without one: « entretiens les 9 et 10 décembre »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from assistant.answering.draft import Draft
from assistant.answering.values import date_of, day
from assistant.answering.verdicts import deadline_fact
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Answer, Posting, Span
from assistant.facts.dates import dates_in
from assistant.facts.folded import folded
from assistant.library import Library
from assistant.resources import table
from assistant.text import one_line
from assistant.wording import say

_TOPICS = ("interview", "written_test", "practical_test", "any_test", "video_interview", "phone_interview")
_DAY = re.compile(r"\d{1,2}")
# The day before one that shares its month: « mercredi 9 et jeudi 10 décembre »
_BESIDE = re.compile(r"(?<![\d:h.])(\d{1,2})(?:er|st|nd|rd|th)?\s(?:et|and|ou|or|au|to|-|–)\s(?:\w+\s)?$")
_YEARS = 2  # from that of the deadline on, in which the next such day lies
_EARLY = timedelta(days=60)  # interviews may be held before the deadline


def standing(draft: Draft, posting: str) -> str:
    """How a deadline stands today: closed, or closing in so many days."""
    fact = deadline_fact(posting, draft.library)
    when = date_of(fact) if fact else None
    if when is None:
        return ""
    days = (when - draft.today).days
    key = "is_over" if days < 0 else "closes_today" if days == 0 else "closes_tomorrow" if days == 1 else "closes_in"
    return f" ({say(draft.language, key, days=days)})"


def with_days(answer: Answer, reading: Reading, posting: str, library: Library, today: date) -> Answer:
    """The answer, and in full the days of a selection that the posting (id) names without their year.

    They are the first such days from shortly before the deadline on; nothing is said where that is not known.
    """
    asked = "selection" in reading.fields or any(c.value in _TOPICS for c in reading.conditions)
    if not asked or not holds(words_of(reading.question), table("asking.toml")["asks"]["when"]):
        return answer
    closing = deadline_fact(posting, library)
    closed = date_of(closing) if closing else None
    since = closed - _EARLY if closed else None
    found = library.postings[posting]
    quotes = [citation.quote for citation in answer.citations]
    if quotes and answer.kind == "fact" and not any(_says_when(quote, found) for quote in quotes):
        return _of_no_day(Draft(reading, library, today), posting, quotes, answer)
    days = sorted({one for quote in quotes for one in _days_in(quote, found, since)})
    if not days:
        return answer
    draft = Draft.going_on(answer, reading, library, today)
    draft.say("in_full", dates=", ".join(day(reading.language, one) for one in days))
    return draft.finish(answer.kind, answer.checked)


def _says_when(quote: str, posting: Posting) -> bool:
    """Whether a quote names a day, a week or a month, or how far away they are."""
    known = table("asking.toml")["asks"]["days"]
    return bool(dates_in(folded(quote), posting.language)) or bool(holds(words_of(quote), known))


def _of_no_day(draft: Draft, posting: str, quotes: Sequence[str], answer: Answer) -> Answer:
    """That a posting names no day, and what it says instead."""
    numbers = [draft.quote_span(draft.library.postings[posting], Span(c.start, c.end)) for c in answer.citations]
    quoted = " […] ".join(f"« {one_line(quote)} »" for quote in quotes)
    draft.say("no_day", numbers, posting=draft.name(posting), quoted=quoted)
    return draft.finish("not_stated", answer.checked)


def _days_in(quote: str, posting: Posting, since: date | None) -> Iterator[date]:
    """The days of a quote that bear no year, as the first from a day on, and both of two of which one bears it."""
    text = folded(quote)
    for one in dates_in(text, posting.language):
        written = text[one.start : one.end]
        beside = _BESIDE.search(text[: one.start])
        first = [_DAY.sub(beside[1], written, count=1)] if beside else []
        if one.iso and first:
            yield from (
                date.fromisoformat(d.iso) for d in dates_in(f"{first[0]}; {written}", posting.language) if d.iso
            )
        if one.iso or since is None or not _DAY.search(written):
            continue
        spelt = [written, *first]
        for words in spelt:
            isos = (d.iso for n in range(_YEARS) for d in dates_in(f"{words} {since.year + n}", posting.language))
            yield from [when for iso in isos if iso and (when := date.fromisoformat(iso)) >= since][:1]
