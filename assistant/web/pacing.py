"""A slow iterator, made to give a sign of life at a steady pace so that Stop is heard in time."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


def paced(items: Iterable[T], seconds: float) -> Generator[T | None, None, None]:
    """The newest of the items as they come, and None whenever `seconds` pass without one; an error is raised here.

    Each item takes the place of those before it: one that nobody has come for yet is passed over, the last one never.
    The items are taken in a thread of their own. Closing this generator lets that thread end, and closes `items`, at
    the next item.
    """
    slot = _Slot[T]()
    threading.Thread(target=_take, args=(items, slot), daemon=True).start()
    try:
        while True:
            found, ended = slot.wait(seconds)
            yield from found
            if ended:
                return
            if not found:
                yield None
    finally:
        slot.close()


class _Slot(Generic[T]):
    """Room for one item between two threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._newest: tuple[T, ...] = ()
        self._error: Exception | None = None
        self._ended = False
        self._closed = False

    def put(self, item: T) -> bool:
        """Put an item in the place of the one before; False where nobody wants one any more."""
        with self._changed:
            self._newest = (item,)
            self._changed.notify()
            return not self._closed

    def end(self, error: Exception | None = None) -> None:
        """There is no further item."""
        with self._changed:
            self._ended, self._error = True, error
            self._changed.notify()

    def wait(self, seconds: float) -> tuple[tuple[T, ...], bool]:
        """The newest item, if one has come within `seconds`, and whether that is all; raises what ended the items."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest or self._ended, seconds)
            found, self._newest = self._newest, ()
            if self._error and not found:
                raise self._error
            return found, self._ended and not self._error

    def close(self) -> None:
        """Nobody wants an item any more."""
        with self._changed:
            self._closed = True


def _take(items: Iterable[T], slot: _Slot[T]) -> None:
    iterator = iter(items)
    try:
        for item in iterator:
            if not slot.put(item):
                break
        slot.end()
    except Exception as error:  # it is raised again where the items are read
        slot.end(error)
    finally:
        if isinstance(iterator, Generator):
            iterator.close()
