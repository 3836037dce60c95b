"""Deadlines as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from assistant.agenda import Deadline
from assistant.domain import Language
from assistant.resources import table

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_BEFORE = (3, 1)  # days
_MORNING = timedelta(hours=9)  # when an alarm for a whole day rings
_SHORT = timedelta(minutes=30)  # how long an hour shows


def ics_of(deadlines: Iterable[Deadline], language: Language, now: datetime | None = None) -> bytes:
    """An event a deadline, with alarms three days and one day before.

    An hour has no time zone: no posting states one, and it is that of wherever the calendar is read.
    """
    # icalendar takes a quarter of a second to load, and only who takes a calendar away needs it.
    from icalendar import Calendar

    words = table("exports.toml")[language]["says"]
    calendar = Calendar()
    calendar.add("prodid", "-//postings-assistant//deadlines//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words["calendar"])
    for deadline in deadlines:
        calendar.add_component(_event(deadline, words, now or datetime.now(UTC)))
    return bytes(calendar.to_ical())


def _event(deadline: Deadline, words: dict[str, str], now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    name = hashlib.sha256(deadline.posting.encode("utf8", "replace")).hexdigest()[:32]
    event.add("uid", f"{name}@postings-assistant")
    event.add("dtstamp", now)
    event.add("summary", words["deadline"].format(title=deadline.title))
    start = _start(deadline)
    event.add("dtstart", start)
    event.add("dtend", start + (_SHORT if isinstance(start, datetime) else timedelta(days=1)))
    event.add("transp", "TRANSPARENT")
    event.add("description", _description(deadline, words))
    for days in _BEFORE:
        before = timedelta(days=days)
        event.add_component(_alarm(before if isinstance(start, datetime) else before - _MORNING, words, deadline))
    return event


def _start(deadline: Deadline) -> datetime | date:
    """The hour of the deadline, or its day where it has none or ends with the day."""
    if not deadline.time or deadline.time == "24:00":
        return deadline.day
    return datetime.combine(deadline.day, time.fromisoformat(deadline.time))


def _alarm(before: timedelta, words: dict[str, str], deadline: Deadline) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", words["deadline"].format(title=deadline.title))
    return alarm


def _description(deadline: Deadline, words: dict[str, str]) -> str:
    lines = [
        f"« {deadline.quote} »" if deadline.quote else words["own"],
        words["apply_to"].format(addresses=", ".join(deadline.apply_to)) if deadline.apply_to else "",
        words["file"].format(name=deadline.posting),
        deadline.marked.note if deadline.marked else "",
    ]
    return "\n".join(line for line in lines if line)
