"""Files that arrive one call after the other, and are one addition, to be undone as one."""

from __future__ import annotations

import queue
import secrets
import threading
from collections.abc import Iterator

from assistant.adding import Addition
from assistant.errors import UserError
from assistant.web.backend import Keeping

_PATIENCE = 60.0  # seconds without another file, after which an addition ends by itself
_MOST = 8  # additions at once

File = tuple[str, bytes]


class Batch:
    """One addition, fed by calls; a thread of its own reads what it is given."""

    def __init__(self, backend: Keeping) -> None:
        """Ready for the first file."""
        self._backend = backend
        self._files: queue.Queue[File | None] = queue.Queue()
        self._wanting = threading.Event()  # set while the next file is waited for, and at the end
        self._addition: Addition | None = None
        self._error: Exception | None = None
        self.ended = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def add(self, name: str, data: bytes) -> Addition | None:
        """Add a file, and wait until it is read; what is known by then, the file before included."""
        self._wait()
        self._wanting.clear()
        self._files.put((name, data))
        self._wait()
        return self._addition

    def end(self) -> Addition | None:
        """The whole addition, after its last file."""
        self._files.put(None)
        self.ended.wait()
        self._raise()
        return self._addition

    def _wait(self) -> None:
        self._wanting.wait()
        self._raise()

    def _raise(self) -> None:
        if self._error:
            raise self._error

    def _run(self) -> None:
        try:
            for addition in self._backend.add(self._given()):
                self._addition = addition
        except Exception as error:  # it is raised again where the file was given
            self._error = error
        finally:
            self.ended.set()
            self._wanting.set()

    def _given(self) -> Iterator[File]:
        while True:
            self._wanting.set()
            try:
                file = self._files.get(timeout=_PATIENCE)
            except queue.Empty:
                return
            if file is None:
                return
            yield file


class Batches:
    """The additions under way, by a name that cannot be guessed. Safe to use from several threads."""

    def __init__(self, backend: Keeping) -> None:
        """None is under way."""
        self._backend = backend
        self._lock = threading.Lock()
        self._open: dict[str, Batch] = {}

    def begin(self) -> str:
        """The name of a new addition; UserError where there are too many."""
        with self._lock:
            self._open = {name: batch for name, batch in self._open.items() if not batch.ended.is_set()}
            if len(self._open) >= _MOST:
                raise UserError("Several additions are under way: wait until one of them has ended.")
            name = secrets.token_hex(16)
            self._open[name] = Batch(self._backend)
            return name

    def named(self, name: str) -> Batch:
        """The addition of this name; UserError where it has ended."""
        with self._lock:
            batch = self._open.get(name)
        if batch is None or batch.ended.is_set():
            raise UserError("This addition has ended: add the files again.")
        return batch
