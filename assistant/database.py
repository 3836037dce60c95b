"""SQLite as this program uses it; the only module that knows it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.errors import StoreError

Connection = sqlite3.Connection
Row = tuple[object, ...]
_BUSY_SECONDS = 5
_SINGLE_STEPS = 1_000  # row numbers tried one by one behind a damaged page, before larger steps are taken
_FAR = 2**40


def writer(path: Path) -> Connection:
    """A connection that may write; nothing of the file is changed before somebody does.

    What is deleted is overwritten with zeros, so that a posting taken out leaves nothing in the file.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=_BUSY_SECONDS)
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def reader(path: Path) -> Connection:
    """A connection that cannot write. In a folder that nobody can write to, the log of changes cannot be opened."""
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("SELECT 1 FROM sqlite_master")
        except sqlite3.OperationalError:
            connection.close()
            continue
        return connection
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All that is done within is kept whole, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise


def run_all(connection: Connection, statements: str) -> None:
    """Run several statements, all of them or none."""
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {statements} COMMIT;")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def copy(connection: Connection, target: Path) -> None:
    """Write one consistent state of a database into a new file, whoever else has it open and writes."""
    with closing(sqlite3.connect(target, isolation_level=None)) as made:
        made.execute("PRAGMA synchronous = FULL")
        connection.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")  # one file, that needs no log beside it


def problems_of(path: Path) -> list[str]:
    """What SQLite finds wrong with a database: its pages, its indexes, rows that belong to none. Empty: it is sound."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as error:
        return [str(error)]
    return found + ([f"{len(loose)} rows belong to no posting or source"] if loose else [])


def salvaged(path: Path, table: str) -> tuple[list[dict[str, object]], bool]:
    """The rows of a table of a damaged database that can still be read, by column, and whether these are all.

    Of a table without row numbers only what stands before and behind the damage is read: such a one is small.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = lambda data: data.decode("utf8", "replace")
        try:
            columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
            made = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        except sqlite3.Error:
            return [], False
        scan = _from_both_ends if "WITHOUT ROWID" in str(made) else _numbered
        rows, whole = scan(connection, table)
        return [dict(zip(columns, row, strict=False)) for row in rows], whole and bool(made)


def _numbered(connection: Connection, table: str) -> tuple[list[Row], bool]:
    rows: list[Row] = []
    after, failed, jump, whole = 0, 0, 1, True
    statement = f"SELECT rowid, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT 1"
    while jump < _FAR:
        try:
            found = connection.execute(statement, (after,)).fetchone()
        except sqlite3.Error:
            whole = False
            failed += 1
            jump = 1 if failed < _SINGLE_STEPS else 2 * jump
            after += jump
            continue
        if found is None:
            break
        after, failed, jump = int(found[0]), 0, 1
        rows.append(found[1:])
    return rows, whole


def _from_both_ends(connection: Connection, table: str) -> tuple[list[Row], bool]:
    rows: dict[Row, None] = {}
    for order in ("", "ORDER BY 1 DESC"):
        try:
            for row in connection.execute(f"SELECT * FROM {table} {order}"):
                rows[row] = None
            return list(rows), order == ""
        except sqlite3.Error:
            continue
    return list(rows), False


def check_same(path: Path, inode: int) -> None:
    """Raise StoreError unless the open file is still there: SQLite writes on into one that nobody will find again."""
    try:
        same = os.stat(path).st_ino == inode
    except OSError:
        same = False
    if not same:
        raise StoreError(
            f"The store folder {path.parent} was removed or replaced while it was open, so nothing was written. "
            "Put it back, or start again with another folder."
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as sentences that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"The store in {path.parent} cannot be used: {error}. Check the disk and its rights."
        ) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path, error) from error


@contextmanager
def well_formed(path: Path) -> Iterator[None]:
    """Errors of reading the columns of a row as the same sentence: they hold something else than was written."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> StoreError:
    return StoreError(
        f"The catalogue {path} is damaged ({error}). Mend it: python -m assistant doctor --store {path.parent}"
    )
