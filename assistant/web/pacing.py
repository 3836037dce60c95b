"""A slow iterator, made to give a sign of life at a steady pace so that Stop is heard in time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")


def paced(items: Iterable[T], seconds: float) -> Generator[T | None, None, None]:
    """The items in order, and None whenever `seconds` pass without one; an error of `items` is raised here.

    The items are taken in a thread of their own. Closing this generator lets that thread end, and closes
    `items`, at the next item.
    """
    waiting: queue.Queue[tuple[str, T | BaseException | None]] = queue.Queue(maxsize=8)
    closed = threading.Event()
    threading.Thread(target=_take, args=(items, waiting, closed), daemon=True).start()
    try:
        while True:
            try:
                kind, value = waiting.get(timeout=seconds)
            except queue.Empty:
                yield None
                continue
            if kind == "end":
                return
            if isinstance(value, BaseException) and kind == "error":
                raise value
            yield value  # type: ignore[misc]
    finally:
        closed.set()


def _take(
    items: Iterable[T], waiting: queue.Queue[tuple[str, T | BaseException | None]], closed: threading.Event
) -> None:
    iterator = iter(items)
    try:
        for item in iterator:
            if not _put(waiting, ("item", item), closed):
                return
        _put(waiting, ("end", None), closed)
    except Exception as error:  # it is raised again where the items are read
        _put(waiting, ("error", error), closed)
    finally:
        if isinstance(iterator, Generator):
            iterator.close()


def _put(
    waiting: queue.Queue[tuple[str, T | BaseException | None]],
    entry: tuple[str, T | BaseException | None],
    closed: threading.Event,
) -> bool:
    while not closed.is_set():
        try:
            waiting.put(entry, timeout=0.2)
            return True
        except queue.Full:
            continue
    return False
