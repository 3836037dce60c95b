"""Postings that the person has marked, each with a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from assistant.errors import UserError
from assistant.text import clean

Mark = Literal["to_apply", "applied", "dropped"]
MARKS: tuple[Mark, ...] = get_args(Mark)
LONGEST_NOTE = 2_000  # characters


@dataclass(frozen=True)
class Marked:
    """A mark on a posting: its note, the day it was set (ISO), and whether the text has changed since."""

    mark: Mark
    note: str = ""
    since: str = ""
    outdated: bool = False


def mark_of(word: str) -> Mark | None:
    """The mark that a word names, None for "none" or nothing; UserError for any other."""
    if word in ("", "none"):
        return None
    found = next((mark for mark in MARKS if mark == word), None)
    if found is None:
        raise UserError(f"There is no mark {word!r}: give one of {', '.join(MARKS)} or none.")
    return found


def checked_note(note: str) -> str:
    """A note as it is kept; UserError where it is too long."""
    note = clean(note).strip()
    if len(note) > LONGEST_NOTE:
        raise UserError(f"A note holds at most {LONGEST_NOTE:,} characters; this one has {len(note):,}.")
    return note


def marked_now(before: Marked | None, mark: Mark, note: str | None, today: date) -> Marked:
    """The mark that is set; without a note that which is there stays, and the day too where the mark is the same."""
    kept = before.note if before else ""
    since = before.since if before and before.mark == mark else today.isoformat()
    return Marked(mark, kept if note is None else checked_note(note), since)


def followed(marked: Mapping[str, tuple[Marked, str]], digests: Mapping[str, str]) -> dict[str, Marked]:
    """The marks by posting, each with whether its text is another than the one that was marked (digests by posting)."""
    return {
        posting: replace(mark, outdated=digests[posting] != digest)
        for posting, (mark, digest) in marked.items()
        if posting in digests
    }
