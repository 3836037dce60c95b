"""What was worked out for the postings as they are, kept while it is in use."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class Remembered(Generic[_K, _V]):
    """The values used last, all of one state of the postings. Safe to use from several threads."""

    def __init__(self, most: int) -> None:
        """Keep as many as `most`."""
        self._most = most
        self._guard = threading.Lock()
        self._state: object = None
        self._kept: OrderedDict[_K, _V] = OrderedDict()

    def get(self, key: _K, state: object, make: Callable[[], _V]) -> _V:
        """The value of `key`, made now if it is not there; all are forgotten once `state` is another object."""
        with self._guard:
            if self._state is not state:
                self._state = state
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._guard:
            if self._state is state:
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made
