"""What is said while a folder is indexed, and afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.domain import Notice
from assistant.errors import AssistantError


class Stopped(AssistantError):  # noqa: N818 - somebody stopped it, which is no error of anybody's
    """Somebody ended the indexing; the message says what was kept and how to go on."""

    exit_status = 130


@dataclass(frozen=True)
class Step:
    """How far indexing is: `done` of the `files` to be read, and `postings` stored so far; `name` is the next file.

    `share` is how much of what had to be read is done, from 0 to 1.
    """

    done: int
    files: int
    postings: int
    share: float
    name: str = ""


Progress = Callable[[Step], None]


@dataclass
class Report:
    """What indexing a folder did: names of postings, for each failed file the reason, for each notice its posting.

    `renamed` holds pairs of the old and the new name; `notices` are those of the postings that were read this time.
    """

    source: str
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    notices: list[tuple[str, Notice]] = field(default_factory=list)

    @property
    def stored(self) -> list[str]:
        """The names of the postings that were written."""
        return [*self.added, *self.changed, *(new for _, new in self.renamed)]

    @property
    def gone(self) -> list[str]:
        """The names under which no posting is stored any more."""
        return [*self.removed, *(old for old, _ in self.renamed)]
