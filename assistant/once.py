"""A value that is made once, when it is first wanted, by whichever thread comes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Once(Generic[_T]):
    """Holds what `make` gives. Safe to use from several threads: the others wait for the one that makes it.

    Where making fails, whoever wanted it gets the error, and the next one tries again.
    """

    def __init__(self, make: Callable[[], _T]) -> None:
        """Take what makes the value; nothing is made yet."""
        self._make = make
        self._guard = threading.Lock()
        self._made: list[_T] = []

    def get(self) -> _T:
        """The value, made now if it is not there."""
        if not self._made:
            with self._guard:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]

    def change(self, update: Callable[[_T], _T]) -> None:
        """Put what `update` makes of the value in its place; one that is not there yet is made later as it then is."""
        with self._guard:
            if self._made:
                self._made[0] = update(self._made[0])
