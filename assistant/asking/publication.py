"""When postings were published: "which were posted this month?", « les annonces les plus récentes »."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.ranges import Window
from assistant.asking.reading import Publication, Reading
from assistant.asking.timed import happened
from assistant.asking.windows import window_of
from assistant.domain import Language
from assistant.resources import table

_Read = Callable[[str], Reading]
_LAST_DAYS = re.compile(
    r"(?:\b(?:in|over|during|within|dans|durant|pendant|au cours des)\s)?(?:(?:the|les|ces)\s)?"
    r"\b(?:(?:last|past)\s(?P<number>\d{1,3})\s(?P<unit>[dwm])(?:ays?|eeks?|onths?)"
    r"|(?P<nombre>\d{1,3})\sderni(?:er|ère)s?\s(?P<terme>[jsm])(?:ours?|emaines?|ois))\b",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "j": 1, "w": 7, "s": 7, "m": 30}  # by the first letter of a unit


def of_publication(text: str, language: Language, read: _Read) -> Reading | None:
    """The reading of a question about the day of publication, None of another; `read` reads what is left of it."""
    words, tables = words_of(text), table("asking.toml")["publication"]
    spans = {key: holds(words, tables[key]) for key in ("newest", "oldest", "verbs", "dates", "when")}
    if not any(spans.values()) or holds(words, tables["not"]):
        return None
    window = _last_days(text, words) or _past(_time(text, words, language, spans["verbs"]), words)
    timed = bool(spans["verbs"]) and bool(window or spans["when"])
    if not (spans["newest"] or spans["oldest"] or timed or spans["dates"]):
        return None
    if not timed and holds(words, table("asking.toml")["timed_verbs"]["words"]):
        return None  # "when do the most recent jobs close?"
    told = [*spans["verbs"], *spans["dates"], *holds(words, tables["order"])]
    told += [(window.first, window.last)] if window else []
    found = read(_without(text, words, told))
    if found.unknown or found.within:
        return None
    first = bool(spans["newest"] or spans["oldest"]) and not holds(words, table("asking.toml")["postings"]["plural"])
    asked = Publication("oldest" if spans["oldest"] else "newest", first, window)
    return replace(found, question=text, text=text, publication=asked, topic=(), aside=(), topical="aside")


def _time(text: str, words: Sequence[Word], language: Language, verbs: Sequence[tuple[int, int]]) -> Window | None:
    """The stretch of time behind a verb of publishing, up to another verb that has one, or before it."""
    tables = table("asking.toml")
    for first, _ in verbs:
        ends = [at for at, _ in holds(words, (*tables["timed_verbs"]["words"], *tables["publication"]["ends"]))]
        end = min((at for at in ends if at > first), default=len(words))
        part = text[words[first].start : words[end - 1].end]
        if (found := window_of(words_of(part), part, language)) and found.kind != "now":
            return replace(found, first=found.first + first, last=found.last + first)
    found = window_of(words, text, language)
    return found if found and any(found.last <= first for first, _ in verbs) else None


def _past(window: Window | None, words: Sequence[Word]) -> Window | None:
    """The stretch of time as far as it is over; « depuis le 5 novembre » reaches up to today."""
    if window is None:
        return None
    since = window.first and words[window.first - 1].form in table("asking.toml")["publication"]["since"]
    if since and window.day:
        window = replace(window, kind="since", first=window.first - 1)
    return happened(window)


def _last_days(text: str, words: Sequence[Word]) -> Window | None:
    """ "In the last 7 days", « ces 2 dernières semaines »."""
    found = _LAST_DAYS.search(text)
    if not found:
        return None
    days = int(found["number"] or found["nombre"]) * _DAYS[(found["unit"] or found["terme"]).lower()]
    within = [n for n, word in enumerate(words) if found.start() <= word.start < found.end()]
    return Window("past_days", within[0], within[-1] + 1, days=days)


def _without(text: str, words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> str:
    """The text without the words at some spans."""
    gone = {n for first, last in spans for n in range(first, last)}
    left, end = "", 0
    for n in sorted(gone):
        left += text[end : words[n].start]
        end = words[n].end
    return " ".join((left + text[end:]).split())
