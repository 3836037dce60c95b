"""The postings that the person has marked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.values import day
from assistant.answering.verdicts import deadline_fact
from assistant.asking.reading import Reading
from assistant.domain import Answer
from assistant.marking import marks_of
from assistant.resources import table
from assistant.shortlist import MARKS, Marked
from assistant.store import Store


def answer_marked(reading: Reading, store: Store, today: date) -> Answer:
    """The postings that bear a mark that was asked for, each with the day it was set; notes are not told."""
    library = store.library
    draft, said = Draft(reading, library, today), table("marked.toml")[reading.language]
    marked = {posting: mark for posting, mark in marks_of(store).items() if mark.mark in reading.marked}
    named = reading.postings
    shown = sorted(named if named is not None else marked, key=lambda posting: library.display_names[posting])
    if named is None:
        draft.add(_head(reading.marked, len(shown), said))
    for posting in shown:
        _item(draft, posting, marked.get(posting), said)
    return draft.finish("count" if reading.intent == "count" else "set", len(library.distinct))


def _head(marks: Collection[str], count: int, said: dict[str, str]) -> str:
    key = ("none" if not count else "one" if count == 1 else "many") + ("_any" if len(marks) == len(MARKS) else "")
    names: dict[str, str] = said["marks"]  # type: ignore[assignment]
    return said[key].format(count=count, mark=", ".join(names[mark] for mark in marks))


def _item(draft: Draft, posting: str, marked: Marked | None, said: dict[str, str]) -> None:
    if marked is None:
        draft.add(said["unmarked"].format(posting=draft.name(posting)))
        return
    names: dict[str, str] = said["marks"]  # type: ignore[assignment]
    since = day(draft.language, date.fromisoformat(marked.since))
    closes = deadline_fact(posting, draft.library)
    draft.add(
        said["outdated" if marked.outdated else "item"].format(
            posting=draft.name(posting), mark=names[marked.mark], date=since
        ),
        [draft.quote(closes)] if closes else [],
    )
    draft.match(posting, "stated")
