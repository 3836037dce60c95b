"""What can still be read of a damaged catalogue, in a new one; the damaged one is kept aside."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.backup import take_place
from assistant.catalogue import FILE
from assistant.database import Connection, salvaged, transaction, writer
from assistant.desk import DESK, is_sound
from assistant.names import document_name
from assistant.rows import ADDED, chunk_prefix, posting_of, posting_of_chunk, vector_of
from assistant.schema import prepare

Row = Mapping[str, object]
_POSTING = (
    "id", "source", "name", "text", "title", "organisation", "location", "language", "sections", "furniture",
    "fields", "notices",
)  # fmt: skip
_UNREAD = "�"  # stands where bytes were no text


@dataclass(frozen=True)
class Salvage:
    """What became of a damaged catalogue: how many postings were kept, which (ids) are known to be lost, the folders
    that were indexed, and where the damaged file is."""

    kept: int
    lost: tuple[str, ...]
    complete: bool  # whether no other can have been lost
    folders: tuple[str, ...]
    aside: Path


def salvage(folder: Path) -> Salvage:
    """Put a catalogue of what can be read in the place of the damaged one in `folder`, whose lock the caller holds.

    A posting is kept where its text is the one that was stored. What is kept counts as made by other rules, so that
    `bring_up_to_date` makes it whole again, embedding only what lost its vector; files count as not read.
    """
    path = folder / FILE
    found, whole = salvaged(path, "postings")
    postings = {str(row["id"]): row for row in found}
    chunks = [row for row in salvaged(path, "chunks")[0] if _is_sound_chunk(row)]
    sources = {str(row["name"]): row for row in salvaged(path, "sources")[0] if _UNREAD not in str(row)}
    known = _known(path, postings, chunks)
    versions = defaultdict(set)
    for row in chunks:
        versions[str(row["posting"])].add(str(row["id"]).rpartition(".")[0])
    kept = {i: row for i, row in postings.items() if _is_sound(row, versions[i])}
    fresh = folder / f"{FILE}.part-{os.getpid()}"
    try:
        with closing(writer(fresh)) as connection:
            prepare(connection, folder, write=True)
            with transaction(connection):
                _fill(connection, kept, chunks, sources, _meta(path))
                for table in DESK:  # also of postings that are lost: they come back when they are indexed again
                    for row in salvaged(path, table)[0]:
                        if is_sound(table, row):
                            _insert(connection, table, row)
        aside = take_place(folder, fresh, "bad")
    finally:
        fresh.unlink(missing_ok=True)
    lost = tuple(sorted(known - set(kept)))
    folders = tuple(sorted(str(row["folder"]) for row in sources.values() if row["folder"]))
    return Salvage(len(kept), lost, whole and not lost, folders, aside)


def _fill(
    connection: Connection,
    postings: Mapping[str, Row],
    chunks: Sequence[Row],
    sources: Mapping[str, Row],
    meta: Mapping[str, str],
) -> None:
    for name in {str(row["source"]) for row in postings.values()} | set(sources):
        _insert(connection, "sources", sources.get(name) or {"name": name, "folder": "" if name == ADDED else name})
    for row in postings.values():
        _insert(connection, "postings", {**row, "facts": "[]"})  # which are worked out anew
    for row in chunks:
        if row["posting"] in postings:
            _insert(connection, "chunks", row)
    for key, value in {**meta, "rules": "salvaged", "index_holds_removed": "yes"}.items():
        _insert(connection, "meta", {"key": key, "value": value})


def _insert(connection: Connection, table: str, row: Row) -> None:
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", list(row.values()))


def _meta(path: Path) -> dict[str, str]:
    return {str(row["key"]): str(row["value"]) for row in salvaged(path, "meta")[0] if row.get("key") == "embedding"}


def _known(path: Path, postings: Collection[str], chunks: Sequence[Row]) -> set[str]:
    """The postings (ids) that anything readable speaks of."""
    known = {*postings, *(str(row["posting"]) for row in chunks)}
    for row in salvaged(path, "files")[0]:
        with suppress(ValueError, KeyError, TypeError):
            parts = json.loads(str(row["parts"]))
            known |= {f"{row['source']}/{document_name(str(row['name']), str(part))}" for part in parts}
    return {identity for identity in known if _UNREAD not in identity}


def _is_sound_chunk(row: Row) -> bool:
    try:
        vector_of(row["vector"])
        return posting_of_chunk(str(row["id"])) == row["posting"] and _UNREAD not in str(row["id"])
    except (ValueError, KeyError):
        return False


def _is_sound(row: Row, versions: Collection[str]) -> bool:
    """Whether a row is a posting whose text is that of the chunks (of which `versions` are the beginnings of ids)."""
    try:
        posting = posting_of([row.get(column) or "[]" for column in _POSTING])
        prefix = chunk_prefix(posting).rstrip(".")
        written = _UNREAD not in str(row["id"]) and posting.id == f"{posting.source}/{posting.name}"
    except (ValueError, KeyError, TypeError):
        return False
    return written and (prefix in versions if versions else True)
