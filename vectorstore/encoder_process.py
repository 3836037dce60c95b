"""The embedding model in a process of its own.

Importing its library and loading it takes one interpreter ten seconds, in which this one reads the catalogue. Its
memory is another's too: where it runs out, or a library below crashes, the program goes on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import EmbeddingError

_LAST_WORD = 2.0  # seconds for a process whose end of the connection is closed to end with its own status
_ROOT = str(Path(__file__).parents[1])  # where this package is, also when it is imported from the current folder
_KILLED = "give it the memory that it needs, 1.5 GB, by closing other programs, and ask again."
_NO_START = "check that the program is whole: install its packages again, and ask again."
_ATTEMPTS = 2  # one that ended is started again, for a text may not be to blame


class EncoderProcess:
    """A model that makes batches of texts into vectors. Safe for use by several threads."""

    def __init__(self, setting: str | None, cache: Path) -> None:
        """Take what ``load_model`` does; nothing is started yet."""
        self._told = (setting, cache)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[Any, Any] | None = None
        self._closed = False

    def encode_query(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 rows of shape (len(texts), dimension). EmbeddingError where the model cannot be had."""
        return self._encode("query", texts)

    def encode_document(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 rows of shape (len(texts), dimension). EmbeddingError where the model cannot be had."""
        return self._encode("document", texts)

    def stop(self) -> None:
        """End it for good, also while it loads or embeds: whoever waits for it gets an EmbeddingError."""
        self._closed = True
        if self._process is not None:
            self._process.kill()
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """The process id, None where none runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def _encode(self, kind: str, texts: Sequence[str]) -> NDArray[np.float32]:
        status = 0
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    connection = self._connection or self._start()
                    connection.send((kind, list(texts)))
                    rows: NDArray[np.float32] = connection.recv()
                except (EOFError, OSError):
                    status = self._end()
                else:
                    return rows
        told = _KILLED if status < 0 else _NO_START
        raise EmbeddingError(f"The process of the embedding model ended (status {status}): {told}")

    def _start(self) -> Connection[Any, Any]:
        if self._closed:
            raise EmbeddingError("The embedding model was stopped, for the program is ending.")
        ours, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "vectorstore.encoder_child", str(theirs.fileno()), str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, sys.path)])},  # the same modules
                # A Ctrl-C at the terminal is for this process, which ends the other in its own time.
                start_new_session=True,
            )
        self._connection = ours
        if self._closed:  # meanwhile: whoever stops it has seen no process to end
            self._process.kill()
        ours.send(self._told)
        if why := ours.recv():
            self._end()
            raise EmbeddingError(why)
        return ours

    def _end(self) -> int:
        """Let go of the process; its exit status, negative for a signal."""
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if process is None:
            return 0
        if process.stdin is not None:
            process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_LAST_WORD)
        process.kill()
        return process.wait()
