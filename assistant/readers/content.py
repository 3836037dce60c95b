"""What a reader finds in a file, and what it says when there is nothing to read."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Notice
from assistant.errors import UserError


class Unreadable(UserError):  # noqa: N818 - it tells of a file, as the report of indexing does
    """One file that cannot be read as a posting; the message says why and what to do."""


@dataclass(frozen=True)
class Content:
    """One posting as a reader found it.

    `part` tells the postings of one file apart: the number of a table's row (from 1) or the name of an attachment;
    it is empty where the file is one posting. `fields` are what the source itself states beside the text, by name
    (`title`, `organisation`, `location`, `posted`, `link`, …), verbatim and in the source's order.
    """

    text: str
    part: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class FailedPart:
    """A row of a table or an attachment that cannot be read, while the rest of its file can; `why` says what to do."""

    part: str
    why: str
