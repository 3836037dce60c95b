"""Files and texts that the person gives the program directly, and taking the last of them back."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Notice


@dataclass(frozen=True)
class Added:
    """What became of one file: names shown of its postings, and what of it failed, with reasons.

    `failed` holds pairs of the file or the part of it, and why. `same_as` holds pairs of a posting and the one that it
    is another version of; it is there once the addition is finished.
    """

    file: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()  # parts of an earlier file of this name that are not in this one
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    notices: tuple[tuple[str, Notice], ...] = ()
    same_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Addition:
    """An addition as it goes on: the `files` that are done, and the one that is `reading`, empty at its end."""

    number: int  # for `Assistant.undo`
    files: tuple[Added, ...] = ()
    reading: str = ""

    @property
    def finished(self) -> bool:
        """Whether no file is being read any more."""
        return not self.reading

    @property
    def has_changed(self) -> bool:
        """Whether there is anything to undo."""
        return any(file.added or file.changed or file.removed for file in self.files)
