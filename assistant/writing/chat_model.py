"""What a chat model is to this program, and how long one is waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol


@dataclass(frozen=True)
class Message:
    """A part of what a model is told."""

    role: Literal["system", "user"]
    content: str


@dataclass(frozen=True)
class Patience:
    """How long one answer may still take: until a time of the monotonic clock, or until somebody presses Stop."""

    until: float
    stop: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def of(cls, seconds: float, stop: threading.Event | None = None) -> Patience:
        """Patience that begins now."""
        return cls(time.monotonic() + seconds, stop or threading.Event())

    def at_most(self, seconds: float) -> Patience:
        """The same, but at most so long from now."""
        return Patience(min(self.until, time.monotonic() + seconds), self.stop)


class ChatModel(Protocol):
    """Gives the reply to messages as it comes, in pieces of any length; raises `ModelError`."""

    def stream(self, messages: Sequence[Message], patience: Patience) -> Iterator[str]:
        """The reply; it ends, with an error, when `patience` does. Closing the iterator ends it too."""
        ...


class Call(Protocol):
    """One request to an endpoint."""

    @property
    def connected(self) -> bool:
        """Whether the endpoint was reached."""
        ...

    def pieces(self) -> Iterator[str]:
        """The reply; a piece may be empty, as a sign of life. Blocks; raises `ModelError`."""
        ...

    def hang_up(self) -> None:
        """End it at once, from any thread."""
        ...
