"""The system of record: one SQLite file with every posting, its sections, chunks and vectors.

A posting is written in one transaction, so it is there whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.domain import Chunk, Fact, Posting
from assistant.errors import StoreError, UserError
from assistant.rows import Entry, Vectors, chunk_of, chunk_rows, facts_of, posting_of, posting_row, vector_of

FILE = "catalogue.sqlite3"
SCHEMA = 1
_BATCH = 500  # values in one statement, far under SQLite's limit
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (name TEXT PRIMARY KEY, folder TEXT NOT NULL UNIQUE) WITHOUT ROWID;
CREATE TABLE postings (
    id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    file_digest TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
    title TEXT NOT NULL, organisation TEXT NOT NULL, location TEXT NOT NULL,
    sections TEXT NOT NULL, furniture TEXT NOT NULL, facts TEXT NOT NULL
);
CREATE TABLE chunks (
    id TEXT PRIMARY KEY, posting TEXT NOT NULL REFERENCES postings(id) ON DELETE CASCADE, number INTEGER NOT NULL,
    section INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, header TEXT NOT NULL,
    digest TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX chunks_posting ON chunks(posting);
CREATE INDEX chunks_digest ON chunks(digest);
"""


@dataclass(frozen=True)
class Source:
    """A folder that was indexed, under the name by which people call it."""

    name: str
    folder: Path


def is_in(folder: Path) -> bool:
    """Whether a folder holds a catalogue; a name that no file system takes holds none."""
    return os.path.isfile(folder / FILE)


class Catalogue:
    """The catalogue in a folder; make it with `Catalogue.open`. Safe to use from several threads."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take an open connection to the file `path`, whose tables are there."""
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, *, write: bool) -> Catalogue:
        """The catalogue of `folder`, made where there is none and `write` is set.

        UserError where there is none to read or another version made it; StoreError where it is damaged or the
        folder cannot be used.
        """
        path = folder / FILE
        if not write and not is_in(folder):
            raise UserError(f"There are no postings in {folder} yet. Add some: python -m assistant index FOLDER")
        with _explained(path):
            connection = _connected(path) if write else _reader(path)
            try:
                catalogue = cls(connection, path)
                catalogue._prepare(write)
            except BaseException:
                connection.close()
                raise
        return catalogue

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        return self._path.parent

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    def _prepare(self, write: bool) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and write and not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
        elif version != SCHEMA:
            raise UserError(
                f"The store in {self._path.parent} was made by another version of this program (form {version}, "
                f"this one reads {SCHEMA}). Use that version, or index into a new folder with --store."
            )
        if write:
            self._connection.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done within is kept whole, or not at all."""
        with self._lock, _explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        with self._lock, _explained(self._path):
            return self._connection.execute(statement, values).fetchall()

    def _rows_of(self, statement: str, values: Collection[str]) -> Iterator[tuple[object, ...]]:
        """The rows of `statement` for `values` in batches; it holds one `{}` where the marks go."""
        ordered = list(values)
        for start in range(0, len(ordered), _BATCH):
            batch = ordered[start : start + _BATCH]
            yield from self._rows(statement.format(",".join("?" * len(batch))), batch)

    # What made it

    def made_with(self) -> dict[str, str]:
        """What the catalogue remembers of what made it: `rules` and `embedding`."""
        return {str(key): str(value) for key, value in self._rows("SELECT key, value FROM meta")}

    def remember(self, made_with: Mapping[str, str]) -> None:
        """Keep what made the catalogue."""
        with self.transaction() as connection:
            _remember(connection, made_with)

    # Sources

    def sources(self) -> list[Source]:
        """The folders that were indexed, by name."""
        return [Source(str(n), Path(str(f))) for n, f in self._rows("SELECT name, folder FROM sources ORDER BY name")]

    def add_source(self, folder: Path) -> Source:
        """The source of `folder`, made where there is none; two folders of the same name are told apart by a number."""
        known = self.sources()
        if found := next((source for source in known if source.folder == folder), None):
            return found
        names = {source.name for source in known}
        stem = folder.name or "postings"
        name = next(n for i in range(1, len(names) + 2) if (n := stem if i == 1 else f"{stem}-{i}") not in names)
        with self.transaction() as connection:
            connection.execute("INSERT INTO sources VALUES (?, ?)", (name, str(folder)))
        return Source(name, folder)

    def remove_source(self, name: str) -> None:
        """Take out a source with all its postings."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM sources WHERE name = ?", (name,))

    # Postings

    def file_digests(self, source: str) -> dict[str, str]:
        """Name and digest of the file of each posting of a source."""
        rows = self._rows("SELECT name, file_digest FROM postings WHERE source = ?", (source,))
        return {str(name): str(digest) for name, digest in rows}

    def put(self, entry: Entry) -> None:
        """Write a posting whole, in the place of an earlier version of it."""
        with self.transaction() as connection:
            _put(connection, entry)

    def replace_all(self, entries: Iterable[Entry], made_with: Mapping[str, str]) -> None:
        """Write every posting anew in one transaction: what two versions made is never mixed."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM postings")
            for entry in entries:
                _put(connection, entry)
            _remember(connection, made_with)

    def remove(self, ids: Collection[str]) -> None:
        """Take out postings; those that are not there do not matter."""
        with self.transaction() as connection:
            connection.executemany("DELETE FROM postings WHERE id = ?", [(posting,) for posting in ids])

    def postings(self) -> list[Posting]:
        """Every posting, by source and name."""
        return [posting for posting, _ in self.postings_with_digests()]

    def postings_with_digests(self) -> list[tuple[Posting, str]]:
        """Every posting with the digest of its file, by source and name."""
        rows = self._rows(
            "SELECT file_digest, id, source, name, text, title, organisation, location, language, sections, furniture "
            "FROM postings ORDER BY source, name"
        )
        return [(posting_of(row[1:]), str(row[0])) for row in rows]

    def facts(self) -> dict[str, tuple[Fact, ...]]:
        """The facts of every posting, by its id, in the order in which they stand."""
        rows = self._rows("SELECT id, facts FROM postings")
        return {str(i): facts_of(str(i), facts) for i, facts in rows}

    # Chunks

    def chunks(self, postings: Mapping[str, Posting]) -> dict[str, Chunk]:
        """Every chunk of `postings` (id → posting), by chunk id."""
        rows = self._rows(
            'SELECT id, posting, number, section, start, "end", header FROM chunks ORDER BY posting, number'
        )
        return {str(row[0]): chunk_of(row, postings[str(row[1])]) for row in rows if row[1] in postings}

    def pairs(self) -> dict[str, str]:
        """Chunk id and digest of every chunk: what an index must hold."""
        return {str(i): str(digest) for i, digest in self._rows("SELECT id, digest FROM chunks")}

    def dimension(self) -> int | None:
        """How many numbers each vector has, None where there is none."""
        rows = self._rows("SELECT length(vector) FROM chunks LIMIT 1")
        return int(str(rows[0][0])) // 4 if rows else None

    def vectors(self, ids: Collection[str]) -> Iterator[tuple[str, str, str, Vectors]]:
        """Id, posting, digest and vector of the chunks named."""
        for row in self._rows_of("SELECT id, posting, digest, vector FROM chunks WHERE id IN ({})", ids):
            yield str(row[0]), str(row[1]), str(row[2]), vector_of(row[3])

    def vectors_by_digest(self, digests: Collection[str]) -> dict[str, Vectors]:
        """The vectors that are known for texts already embedded."""
        rows = self._rows_of("SELECT digest, vector FROM chunks WHERE digest IN ({})", digests)
        return {str(digest): vector_of(blob) for digest, blob in rows}


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that may write; nothing of the file is changed before its version is known."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _reader(path: Path) -> sqlite3.Connection:
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
def _explained(path: Path) -> Iterator[None]:
    """SQLite's errors as sentences that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"The store in {path.parent} cannot be used: {error}. Check the disk and its rights."
        ) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"The catalogue {path} is damaged ({error}). Move the folder aside and index your postings again."
        ) from error


def _remember(connection: sqlite3.Connection, made_with: Mapping[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(made_with.items()))


def _put(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute("DELETE FROM postings WHERE id = ?", (entry.posting.id,))
    connection.execute("INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", posting_row(entry))
    connection.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", chunk_rows(entry))
