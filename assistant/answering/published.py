"""When postings were published, the newest first: told of those that say it, and how many do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.judging import by_verdict
from assistant.answering.phrases import when_said
from assistant.answering.sets import tell_undecided
from assistant.answering.values import day
from assistant.asking.reading import Publication, Reading
from assistant.asking.windows import span_of
from assistant.domain import Answer, Span
from assistant.facts.published import published_on
from assistant.library import Library
from assistant.text import one_line
from assistant.wording import say

_TOLD = 50  # postings that are told one by one


@dataclass(frozen=True)
class _Dated:
    """A posting (id), the day it was published on, and the words that say so."""

    posting: str
    day: date
    words: Span


def published(reading: Reading, asked: Publication, library: Library, today: date) -> Answer:
    """The postings in the order of their publication, or the day of the one that is named."""
    draft = Draft(reading, library, today)
    one = min(reading.postings) if reading.postings and len(reading.postings) == 1 and not reading.every else ""
    checked = [one] if one else sorted(reading.within) if reading.within else library.distinct
    good, plus, undecided = by_verdict(reading, library, today, checked, None)
    found = [judged.posting for judged in (*good, *plus)]
    dated = [each for posting in found if (each := _dated(posting, library))]
    if one:
        return _of_one(draft, one, dated)
    silent = len(found) - len(dated)
    ordered = sorted(_within(dated, asked, today), key=lambda each: each.day, reverse=asked.order == "newest")
    _head(draft, asked, len(ordered), len(found))
    for each in ordered[:_TOLD]:
        if not asked.first or each.day == ordered[0].day:
            draft.match(each.posting, "stated")
        _item(draft, each)
    if silent and dated:
        draft.say("published_silent_one" if silent == 1 else "published_silent_many", count=silent)
    tell_undecided(draft, [judged for judged in undecided if _dated(judged.posting, library)])
    counted = reading.intent == "count"
    return draft.finish("count" if counted else "set" if asked.window else "ranking", len(checked))


def _dated(posting: str, library: Library) -> _Dated | None:
    found = published_on(library.postings[posting])
    return _Dated(posting, *found) if found else None


def _within(dated: Sequence[_Dated], asked: Publication, today: date) -> Sequence[_Dated]:
    if asked.window is None:
        return dated
    first, last = span_of(asked.window, today)
    return [each for each in dated if first <= each.day <= last]


def _of_one(draft: Draft, posting: str, dated: Sequence[_Dated]) -> Answer:
    if not dated:
        draft.say("not_stated", posting=draft.name(posting), thing=say(draft.language, "publication"))
        return draft.finish("not_stated", 1)
    _item(draft, dated[0], "published_of")
    return draft.finish("fact", 1)


def _head(draft: Draft, asked: Publication, found: int, checked: int) -> None:
    form = "none" if not found else "one" if found == 1 else "many"
    key = f"published_in_{form}" if asked.window else f"published_{form}"
    when = when_said(draft.language, asked.window) if asked.window else ""
    draft.say(key, count=found, checked=checked, when=when, order=say(draft.language, asked.order))


def _item(draft: Draft, each: _Dated, key: str = "published_item") -> None:
    posting = draft.library.postings[each.posting]
    quoted = f"« {one_line(each.words.of(posting.text))} »"
    number = draft.quote_span(posting, each.words)
    when = day(draft.language, each.day)
    draft.say(key, [number], posting=draft.name(each.posting), date=when, quoted=quoted)
