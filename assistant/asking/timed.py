"""The time that a question names, and what falls in it: the last day to apply, or the first of the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.asking.lexicon import Tag, Word, holds, matches
from assistant.asking.month_days import moved
from assistant.asking.ranges import Window
from assistant.asking.remaining import remaining
from assistant.asking.windows import still_open, window_of
from assistant.domain import Language
from assistant.resources import table

_HAPPENED = {"this_week": "past_week", "this_month": "past_month"}
_OF_A_DAY = ("on", "since", "after", "before", "by")
_NOT_BY = ("now", "in_month", "after", "since", "on")  # no time by which one has to apply
_OF_SENDING = (("fields", "apply_to"), ("fields", "document"))  # what is spoken of where one's own file is


@dataclass(frozen=True)
class Time:
    """A stretch of time, None where the question names none, and what falls in it."""

    window: Window | None
    of: Literal["start", "deadline"]


def timed(
    text: str, language: Language, words: Sequence[Word], tags: list[Tag], extreme: Tag | None
) -> tuple[list[Tag], Tag | None, Time]:
    """The tags, with the words of a time and its verbs accounted for, what is compared, and the time."""
    left = remaining(text, language, words, tags)
    about_starts = (left is None or left.kind == "between") and (_of_starts(words, tags) or _is_needed_now(words))
    window = (
        _also_dated(left, text, language, words)
        if left
        else _window(text, language, words, tags, about_starts=about_starts)
    )
    time = Time(window, "start" if about_starts else "deadline")
    if window and window.kind == "now":  # « tout de suite, dès que possible »
        found = holds(words, table("asking.toml")["window"]["now"])
        tags += [Tag("window", "now", first, last) for first, last in found]
    if window is None:
        return tags, extreme, time
    # « ferme cette semaine » is not « fermé », and "starts before March" compares nothing.
    kept = [t for t in tags if (t.table != "status" or t.key == "open") and not _is_within(t, window)]
    if by_then := _by_then(words):  # nothing is asked of today, or of where to send it
        kept = [t for t in kept if t.table != "status" and (t.table, t.key) not in _OF_SENDING]
        kept += [Tag("window", window.kind, first, last) for first, last in by_then]
    if window.kind == "since" and not about_starts:  # what is open on that day is so today, if it comes
        kept = [t for t in kept if t.table != "status"]
    verbs = begins(words) if about_starts else [*_closing(words), *_applying(words)]
    verbs += [last - 1 for _, last in holds(words, table("asking.toml")["ending"]["falling"])]
    kept += [Tag("window", window.kind, n, n + 1) for n in verbs]
    extreme = None if extreme and _is_within(extreme, window) else extreme
    return [*kept, Tag("window", window.kind, window.first, window.last)], extreme, time


def _also_dated(left: Window, text: str, language: Language, words: Sequence[Word]) -> Window:
    """What is still to come, up to the day that is named as well: "has not passed yet but falls before 20 December"."""
    dated = window_of(words, text, language) if left.kind == "ahead" else None
    if not dated or not dated.day or dated.kind not in ("before", "by", "after", "since", "in_month", "between"):
        return left
    if dated.kind not in ("before", "by"):
        return dated
    end = moved(dated.day, -(dated.kind == "before"))
    return replace(dated, kind="between", day=None, end=end)


def _window(
    text: str, language: Language, words: Sequence[Word], tags: Sequence[Tag], *, about_starts: bool
) -> Window | None:
    """The stretch of time that is asked for, where something is asked for that falls in one."""
    opened = any(tag.table == "status" and tag.key == "open" for tag in tags)
    late, in_time = _too_late(words), _in_time(words)
    surely = about_starts or opened or bool(late or in_time) or _of_deadlines(words, tags)
    window = window_of(words, text, language) if surely or _applying(words) else None
    if window and window.kind in _NOT_BY and not surely:
        return None
    if window and late and window.kind in ("on", "since", "after"):
        return replace(window, kind="before")  # "would an application on the 5th be too late?"
    if window and window.day and window.kind in _OF_A_DAY and (side := _side_of_it(words)):
        return replace(window, kind=side)
    until = window is not None and words[window.first].form in table("asking.toml")["ending"]["until"]
    if window and (opened or in_time) and not about_starts and (until or not _ends(words)):
        window = still_open(window, words[window.first].form)
    if window and window.kind == "now" and not about_starts:
        return None
    if window and _is_of_today(window, words):
        return None
    if window and not about_starts and holds(words, table("asking.toml")["ending"]["happened"]):
        window = happened(window)  # "… closed in November?"
    if window and window.kind == "on" and not about_starts and _is_past(words):
        return replace(window, kind="before")  # "already closed on 28 November"
    return None if window and window.kind == "today" and _is_past(words) else window  # "already closed today"


def happened(window: Window) -> Window:
    """The same stretch of time as far as it is over: "this week" up to today."""
    return replace(window, past=True, kind=_HAPPENED.get(window.kind, window.kind))


def _side_of_it(words: Sequence[Word]) -> Literal["before", "after"] | None:
    """« Je pars le 15 : lesquelles ferment avant ? »: on which side of the day the question ends, if on one."""
    ending = table("asking.toml")["ending"]
    sides: tuple[Literal["before", "after"], ...] = ("before", "after")
    return next((s for s in sides if any(last == len(words) for _, last in holds(words, ending[f"{s}_it"]))), None)


def _by_then(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where it is asked whether a day is too late, or still in time, for what one sends."""
    return [*_too_late(words), *_in_time(words)]


def _too_late(words: Sequence[Word]) -> list[tuple[int, int]]:
    return holds(words, table("asking.toml")["ending"]["too_late"]) if _sends(words) else []


def _in_time(words: Sequence[Word]) -> list[tuple[int, int]]:
    return holds(words, table("asking.toml")["ending"]["in_time"]) if _sends(words) else []


def _sends(words: Sequence[Word]) -> bool:
    """Whether somebody's own application is spoken of: « mon dossier arriverait le 5 »."""
    return bool(holds(words, table("asking.toml")["ending"]["own"]))


def _is_of_today(window: Window, words: Sequence[Word]) -> bool:
    """« Nous sommes le 28 novembre »: whether a day is only said to be today's."""
    said = holds(words[: window.first + 1], table("asking.toml")["ending"]["today"])
    return any(last >= window.first for _, last in said)


def _is_within(tag: Tag, window: Window) -> bool:
    return tag.table in ("extreme", "topics") and tag.first < window.last and window.first < tag.last


def _of_deadlines(words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether a question speaks of deadlines, so that a time in it may be when they fall."""
    return bool(_closing(words)) or any(tag.table == "fields" and tag.key == "deadline" for tag in tags)


def _closing(words: Sequence[Word]) -> list[int]:
    """Where verbs of closing stand, and of ending or handing in where applications are what does: « se terminent »."""
    tables = table("asking.toml")["ending"]
    nouns = [key for key in ("of", "of_work") for w in words if any(matches(w.form, noun) for noun in tables[key])]
    ends = "of" in nouns and "of_work" not in nouns
    verbs = [*tables["closing"], *(tables["words"] if ends else ())]
    return sorted({last - 1 for _, last in holds(words, verbs)})


def _applying(words: Sequence[Word]) -> list[int]:
    """Where verbs of applying stand, which may be done by a day: « à remettre avant le 5 »."""
    verbs = table("asking.toml")["ending"]["applying"]
    return sorted({last - 1 for _, last in holds(words, verbs)})


def _ends(words: Sequence[Word]) -> bool:
    """Whether something comes to its end: « se terminent avant le 5 décembre »."""
    return any(matches(word.form, verb) for word in words for verb in table("asking.toml")["ending"]["words"])


def _is_past(words: Sequence[Word]) -> bool:
    """Whether something has happened by now: "already closed", « déjà clôturées »."""
    return bool(holds(words, table("asking.toml")["ending"]["already"]))


def _of_starts(words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether a question speaks of when the work starts, so that a time in it may be when it does."""
    deadline = any(tag.table == "fields" and tag.key == "deadline" for tag in tags)
    deadline = deadline or bool(_side_of_it(words) and _closing(words))  # "I leave on the 15th: which close before?"
    return not deadline and (bool(begins(words)) or any(t.table == "fields" and t.key == "start" for t in tags))


def _is_needed_now(words: Sequence[Word]) -> bool:
    """ "Who needs somebody right away?", « qui recrute tout de suite ? »."""
    tables = table("asking.toml")
    needs = any(matches(word.form, verb) for word in words for verb in tables["beginning"]["needing"])
    return needs and bool(holds(words, tables["window"]["now"]))


def begins(words: Sequence[Word]) -> list[int]:
    """Where the verbs of beginning stand."""
    verbs = table("asking.toml")["beginning"]["words"]
    return sorted({last - 1 for _, last in holds(words, verbs)})
