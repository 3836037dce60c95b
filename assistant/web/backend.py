"""What the page asks of the program behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, Protocol

from assistant.domain import Answer, Posting, Turn

Status = Literal["ready", "loading", "rebuilding", "unreachable"]


class Backend(Protocol):
    """One assistant over one store of postings; every method may be called from several threads."""

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        """Growing answers to `question`, the last of which is whole; raises `AssistantError`."""
        ...

    def postings(self) -> list[Posting]:
        """All postings, ordered by name."""
        ...

    def posting(self, name: str) -> Posting:
        """The posting of that display name; raises `UserError` if there is none."""
        ...

    def reposts(self) -> Mapping[str, str]:
        """The postings that are another version of one, each with the one that stands for both, by display name."""
        ...

    def may_remove(self) -> bool:
        """Whether postings may be taken out here: not while another program writes the store."""
        ...

    def remove(self, name: str) -> None:
        """Take out the posting of that display name; raises `AssistantError`."""
        ...

    def status(self) -> str:
        """One of `Status`; an empty string stands for `ready`."""
        ...
