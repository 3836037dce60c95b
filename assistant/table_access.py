"""One open database, used by several threads: reading, and changes that are whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.database import Connection, Row, check_same, explained, transaction

_BATCH = 500  # values in one statement, far under SQLite's limit


class TableAccess:
    """The file `path` through an open connection; every error is a StoreError that says what to do."""

    def __init__(self, connection: Connection, path: Path, *, writes: bool) -> None:
        """Take the connection; `writes` says whether it can change anything."""
        self.path = path
        self.writes = writes
        self._connection = connection
        self._inode = os.stat(path).st_ino
        self._lock = threading.RLock()

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is done within is kept whole, or not at all."""
        with self._lock, explained(self.path), transaction(self._connection) as connection:
            yield connection
            check_same(self.path, self._inode)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """What a statement gives."""
        with self._lock, explained(self.path):
            return self._connection.execute(statement, values).fetchall()

    def select(self, what: str, key: str, values: Collection[str] | None, order: str = "") -> Iterable[Row]:
        """The rows of `what` whose column `key` holds one of `values`, in batches; all rows where they are None."""
        if values is None:
            yield from self.rows(f"{what} {order}")
            return
        ordered = list(values)
        for start in range(0, len(ordered), _BATCH):
            batch = ordered[start : start + _BATCH]
            yield from self.rows(f"{what} WHERE {key} IN ({marks(len(batch))}) {order}", batch)


def marks(count: int) -> str:
    """As many question marks, which stand for values in a statement."""
    return ",".join("?" * count)
