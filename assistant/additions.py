"""The additions to a store one after another: a file at a time, politely to those who ask meanwhile."""

from __future__ import annotations

import itertools
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import ParamSpec, TypeVar

from assistant import indexing
from assistant.adding import Adding, Addition, checked_text, file_name, name_for
from assistant.errors import UserError
from assistant.store import Store
from vectorstore.errors import EmbeddingError

_NICE = 10  # how far behind those who ask the system puts what is added
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Additions:
    """Adds to a store and takes out of it. Safe to use from several threads: one file is dealt with at a time."""

    def __init__(self, store: Store) -> None:
        """Nothing is started yet."""
        self._store = store
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="adding", initializer=_stand_back)
        self._undoable: Adding | None = None
        self._numbers = itertools.count(1)

    @property
    def last(self) -> Addition | None:
        """The addition that can be taken back."""
        return self._undoable.addition if self._undoable else None

    def add(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Addition]:
        """See `Assistant.add`."""
        adding = Adding(self._store, next(self._numbers))
        try:
            for name, data in files:
                yield replace(adding.addition, reading=file_name(name) or "…")
                self._run(adding.add, name, data)
        finally:
            self._run(self._finish, adding)
        yield adding.addition

    def add_text(self, text: str, title: str) -> Iterator[Addition]:
        """See `Assistant.add_text`."""
        checked_text(text)
        catalogue = self._store.catalogue
        taken = catalogue.files(catalogue.add_source(None).name)
        return self.add([(name_for(text, title, taken), text.encode("utf8", "replace"))])

    def undo(self, number: int) -> list[str]:
        """See `Assistant.undo`."""
        return self._run(self._undo, number)

    def remove(self, name: str) -> None:
        """See `Assistant.remove`."""
        self._run(self._remove, name)

    def _finish(self, adding: Adding) -> None:
        adding.finish()
        if adding.addition.has_changed:
            self._undoable = adding

    def _undo(self, number: int) -> list[str]:
        last = self._undoable
        if last is None or last.addition.number != number:
            raise UserError("Only the last addition can be taken back. Take single postings out instead.")
        told = last.undo()
        self._undoable = None
        return told

    def _remove(self, name: str) -> None:
        posting = self._store.library.named(name).id
        indexing.remove(self._store, posting)
        if self._undoable:
            self._undoable.forget([posting])

    def _run(self, work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
        try:
            return self._worker.submit(work, *arguments, **named).result()
        except EmbeddingError as error:
            raise UserError(str(error)) from error


def _stand_back() -> None:
    """Have the system serve other threads first; Linux alone knows a priority of single threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
