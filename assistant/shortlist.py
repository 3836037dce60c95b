"""Postings that the person has marked, each with a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from assistant.errors import UserError

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
