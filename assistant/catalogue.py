"""The system of record: one SQLite file with every posting, its sections, chunks and vectors.

A posting is written in one transaction, so it is there whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from assistant import schema
from assistant.database import Connection, explained, reader, well_formed, writer
from assistant.desk import Desk, forget, move
from assistant.domain import Chunk, Posting
from assistant.errors import UserError
from assistant.marks import marks_of_row, marks_row
from assistant.names import possible_files
from assistant.rows import (
    ADDED,
    Entry,
    FileState,
    Source,
    Stored,
    Vectors,
    chunk_of,
    chunk_prefix,
    chunk_rows,
    facts_of,
    file_row,
    file_state_of,
    posting_of,
    posting_row,
    vector_of,
)
from assistant.table_access import TableAccess, marks
from vectorstore.keyword import Words

FILE = "catalogue.sqlite3"
By = Literal["posting", "id"]
_REMOVED = "index_holds_removed"
_POSTING = "id, source, name, text, title, organisation, location, language, sections, furniture, fields, notices"


def is_in(folder: Path) -> bool:
    """Whether a folder holds a catalogue; a name that no file system takes holds none."""
    return os.path.isfile(folder / FILE)


class Catalogue:
    """The catalogue in a folder; make it with `Catalogue.open`. Safe to use from several threads."""

    def __init__(self, tables: TableAccess) -> None:
        """Take the open file, whose tables are there."""
        self._tables = tables
        self.desk = Desk(tables)
        self._rows, self._select = tables.rows, tables.select
        self.transaction = tables.transaction

    @classmethod
    def open(cls, folder: Path, *, write: bool) -> Catalogue:
        """The catalogue of `folder`, made where there is none and `write` is set.

        UserError where there is none to read or another version made it; StoreError where it is damaged or the
        folder cannot be used.
        """
        path = folder / FILE
        if not write and not is_in(folder):
            raise UserError(f"There are no postings in {folder} yet. Add some: python -m assistant index FOLDER")
        with explained(path):
            connection = writer(path) if write else reader(path)
            try:
                schema.prepare(connection, folder, write=write)
                if write:
                    connection.execute("PRAGMA journal_mode = WAL")
            except BaseException:
                connection.close()
                raise
        return cls(TableAccess(connection, path, writes=write))

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        return self._tables.path.parent

    def close(self) -> None:
        """Let the file go."""
        self._tables.close()

    # What made it

    def made_with(self) -> dict[str, str]:
        """What the catalogue remembers of what made it: `rules` and `embedding`."""
        rows = self._rows("SELECT key, value FROM meta WHERE key IN ('rules', 'embedding')")
        return {str(key): str(value) for key, value in rows}

    def remember(self, made_with: Mapping[str, str]) -> None:
        """Keep what made the catalogue."""
        with self.transaction() as connection:
            _remember(connection, made_with)

    @property
    def index_holds_removed(self) -> bool:
        """Whether postings were taken out since the search index was last made from nothing: its files hold them."""
        return bool(self._rows("SELECT 1 FROM meta WHERE key = ?", (_REMOVED,)))

    def index_is_fresh(self) -> None:
        """Remember that the files of the search index hold nothing of what was taken out."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM meta WHERE key = ?", (_REMOVED,))

    def purge(self) -> None:
        """Leave nothing of what was taken out in the files: what is deleted is overwritten, and the log is emptied."""
        self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    # Sources

    def sources(self) -> list[Source]:
        """The folders that were indexed, and what was given directly, by name."""
        rows = self._rows("SELECT name, folder FROM sources ORDER BY name")
        return [Source(str(name), Path(str(folder)) if folder else None) for name, folder in rows]

    def add_source(self, folder: Path | None) -> Source:
        """The source of `folder`, made where there is none; two of the same name are told apart by a number.

        None is for what is given directly, which lies in no folder.
        """
        known = self.sources()
        if found := next((source for source in known if source.folder == folder), None):
            return found
        names = {source.name for source in known}
        stem = ADDED if folder is None else folder.name or "postings"
        name = next(n for i in range(1, len(names) + 2) if (n := stem if i == 1 else f"{stem}-{i}") not in names)
        with self.transaction() as connection:
            connection.execute("INSERT INTO sources (name, folder) VALUES (?, ?)", (name, str(folder or "")))
        return Source(name, folder)

    def remove_source(self, name: str) -> None:
        """Take out a source with all its postings."""
        with self.transaction() as connection:
            ids = connection.execute("SELECT id FROM postings WHERE source = ?", (name,)).fetchall()
            forget(connection, [str(identity) for (identity,) in ids])
            connection.execute("DELETE FROM sources WHERE name = ?", (name,))
            _removed(connection)

    def mapping(self, source: str) -> str:
        """Which columns of its tables hold what, as it was last given for a source; empty where it never was."""
        return "".join(str(row[0]) for row in self._rows("SELECT mapping FROM sources WHERE name = ?", (source,)))

    def remember_mapping(self, source: str, mapping: str) -> None:
        """Keep the mapping of a source's columns."""
        with self.transaction() as connection:
            connection.execute("UPDATE sources SET mapping = ? WHERE name = ?", (mapping, source))

    # Files

    def files(self, source: str) -> dict[str, FileState]:
        """The files of a source as they were when they were last read, by name."""
        rows = self._rows("SELECT name, size, mtime_ns, digest, parts, failed FROM files WHERE source = ?", (source,))
        with well_formed(self._tables.path):
            return {str(row[0]): file_state_of(row[1:]) for row in rows}

    def keep_files(self, source: str, files: Mapping[str, FileState]) -> None:
        """Remember how files of a source were when they were read, after their postings are written."""
        with self.transaction() as connection:
            rows = [(source, name, *file_row(state)) for name, state in files.items()]
            connection.executemany(f"INSERT OR REPLACE INTO files VALUES ({marks(7)})", rows)

    def forget_files(self, source: str, names: Collection[str]) -> None:
        """Forget files of a source that are gone; their postings are not touched."""
        with self.transaction() as connection:
            _forget_files(connection, [(source, name) for name in names])

    # Postings

    def file_digests(self, source: str) -> dict[str, str]:
        """Name and digest of the file of each posting of a source."""
        rows = self._rows("SELECT name, file_digest FROM postings WHERE source = ?", (source,))
        return {str(name): str(digest) for name, digest in rows}

    def put(self, entry: Entry, renamed_from: str = "") -> None:
        """Write a posting whole, in the place of an earlier version of it, or of one (id) that it was renamed from."""
        with self.transaction() as connection:
            _put(connection, entry)
            if renamed_from:
                move(connection, {renamed_from: entry.posting.id})

    def replace_all(self, entries: Iterable[Entry], made_with: Mapping[str, str]) -> None:
        """Write every posting anew in one transaction: what two versions made is never mixed.

        No file counts as read any more: another version may read more in it.
        """
        with self.transaction() as connection:
            for table in ("postings", "files", "compared"):
                connection.execute(f"DELETE FROM {table}")
            for entry in entries:
                _put(connection, entry)
            _remember(connection, made_with)

    def remove(self, ids: Collection[str]) -> None:
        """Take out postings; those that are not there do not matter. Their files count as not read any more."""
        found = list(self._select("SELECT source, name FROM postings", "id", ids))
        with self.transaction() as connection:
            connection.executemany("DELETE FROM postings WHERE id = ?", [(posting,) for posting in ids])
            forget(connection, ids)
            if found:
                _removed(connection)
            _forget_files(connection, [(source, file) for source, name in found for file in possible_files(str(name))])

    def stored(self, ids: Collection[str] | None = None) -> list[Stored]:
        """Every posting as it is stored, by source and name, or those of `ids` that are there."""
        columns = f"SELECT {_POSTING}, file_digest, facts, country, bands FROM postings"
        rows = self._select(columns, "id", ids, "ORDER BY source, name")
        with well_formed(self._tables.path):
            return [
                Stored(posting_of(row), str(digest), facts_of(str(row[0]), facts), marks_of_row(country, bands))
                for *row, digest, facts, country, bands in rows
            ]

    def count(self) -> int:
        """How many postings are stored."""
        return int(str(self._rows("SELECT count(*) FROM postings")[0][0]))

    def verdicts(self) -> dict[tuple[str, str], bool]:
        """Of two texts (their digests) that were compared, whether they are one posting."""
        return {(str(a), str(b)): bool(same) for a, b, same in self._rows("SELECT a, b, same FROM compared")}

    def keep_verdicts(self, verdicts: Mapping[tuple[str, str], bool]) -> None:
        """Remember what comparing texts gave; nothing is kept where nothing can be written."""
        if self._tables.writes:
            with self.transaction() as connection:
                rows = [(*pair, same) for pair, same in verdicts.items()]
                connection.executemany("INSERT OR REPLACE INTO compared VALUES (?, ?, ?)", rows)

    # Chunks

    def chunks(self, postings: Mapping[str, Posting], *, few: bool = False) -> dict[str, Chunk]:
        """The chunks of `postings` (id → posting), by chunk id; `few` says that most others are left out.

        Chunks of another version of a posting than the one given are left out.
        """
        columns = 'SELECT id, posting, number, section, start, "end", header FROM chunks'
        rows = self._select(columns, "posting", postings if few else None, "ORDER BY posting, number")
        prefixes = {identity: chunk_prefix(posting) for identity, posting in postings.items()}
        with well_formed(self._tables.path):
            return {
                str(row[0]): chunk_of(row, postings[str(row[1])])
                for row in rows
                if str(row[1]) in prefixes and str(row[0]).startswith(prefixes[str(row[1])])
            }

    def words(self, among: Collection[str] | None = None, *, by: By = "posting") -> Iterator[Words]:
        """The chunks as the keyword index takes them: all, or those `among` some postings, or chunks (`by` "id")."""
        rows = self._select("SELECT id, posting, words FROM chunks", by, among)
        return (Words(str(identity), str(posting), str(words)) for identity, posting, words in rows)

    def pairs(self, postings: Collection[str] | None = None) -> dict[str, str]:
        """Chunk id and digest of every chunk (of `postings`, ids, where given): what an index must hold."""
        return {str(i): str(d) for i, d in self._select("SELECT id, digest FROM chunks", "posting", postings)}

    def dimension(self) -> int | None:
        """How many numbers each vector has, None where there is none."""
        rows = self._rows("SELECT length(vector) FROM chunks LIMIT 1")
        return int(str(rows[0][0])) // 4 if rows else None

    def vectors(
        self, among: Collection[str] | None = None, *, by: By = "id"
    ) -> Iterator[tuple[str, str, str, Vectors]]:
        """Id, posting, digest and vector of every chunk, or of those `among` some chunks, or postings (`by`)."""
        for row in self._select("SELECT id, posting, digest, vector FROM chunks", by, among):
            with well_formed(self._tables.path):
                vector = vector_of(row[3])
            yield str(row[0]), str(row[1]), str(row[2]), vector

    def vectors_by_digest(self, digests: Collection[str]) -> dict[str, Vectors]:
        """The vectors that are known for texts already embedded."""
        rows = self._select("SELECT digest, vector FROM chunks", "digest", digests)
        return {str(digest): vector_of(blob) for digest, blob in rows}


def _remember(connection: Connection, made_with: Mapping[str, str]) -> None:
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(made_with.items()))


def _removed(connection: Connection) -> None:
    """What is known of postings beside their rows goes as well, at once or when the index is next started."""
    connection.execute("DELETE FROM compared")
    _remember(connection, {_REMOVED: "yes"})


def _forget_files(connection: Connection, files: Iterable[tuple[object, str]]) -> None:
    connection.executemany("DELETE FROM files WHERE source = ? AND name = ?", set(files))


def _put(connection: Connection, entry: Entry) -> None:
    connection.execute("DELETE FROM postings WHERE id = ?", (entry.posting.id,))
    connection.execute(f"INSERT INTO postings VALUES ({marks(16)})", (*posting_row(entry), *marks_row(entry.posting)))
    connection.executemany(f"INSERT INTO chunks VALUES ({marks(10)})", chunk_rows(entry))
