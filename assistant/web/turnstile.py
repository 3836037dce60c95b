"""Lets a few pieces of work through at a time, so that what takes seconds leaves room for what takes none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import UserError


class Turnstile:
    """Some run, some wait, and those for which there is no room to wait are refused. For use by several threads."""

    def __init__(self, at_once: int, waiting: int) -> None:
        """Let `at_once` run, and as many as `waiting` wait."""
        self._room = threading.BoundedSemaphore(at_once + waiting)
        self._running = threading.BoundedSemaphore(at_once)

    @contextmanager
    def passed(self, refusal: str) -> Iterator[None]:
        """Within, the work may run; UserError with the sentence `refusal` where it cannot even wait."""
        if not self._room.acquire(blocking=False):
            raise UserError(refusal)
        try:
            with self._running:
                yield
        finally:
            self._room.release()
