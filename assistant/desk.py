"""What the person says of postings, in tables of the catalogue: marks, facts of their own, thumbs.

It goes by the ids of postings and belongs to no row of theirs, so that it outlives their being read again; it moves
with a posting that is renamed, and goes with one that is taken out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from assistant.database import Connection, well_formed
from assistant.domain import Fact
from assistant.fact_form import packed, unpacked
from assistant.own_facts import OwnFact
from assistant.shortlist import MARKS, Marked
from assistant.table_access import TableAccess, marks

_MOST_THUMBS = 10_000  # beyond which the oldest go
_OF_POSTINGS = ("marked", "own_facts")
_OWN = ("posting", "field", "replaces", "kind", "fact", "basis", "digest", "title")
DESK = (*_OF_POSTINGS, "feedback")


class Desk:
    """The tables `marked`, `own_facts` and `feedback`. Safe to use from several threads."""

    def __init__(self, tables: TableAccess) -> None:
        """Take the open catalogue."""
        self._tables = tables

    # Marks

    def marked(self) -> dict[str, tuple[Marked, str]]:
        """The marks by posting (id), each with the digest of the text that was marked."""
        rows = self._tables.rows("SELECT posting, mark, note, since, digest FROM marked")
        return {
            str(posting): (Marked(mark, str(note), str(since)), str(digest))
            for posting, word, note, since, digest in rows
            for mark in MARKS
            if mark == word
        }

    def mark(self, posting: str, marked: Marked | None, digest: str) -> None:
        """Mark a posting (id) whose text has this digest, or take its mark off."""
        with self._tables.transaction() as connection:
            connection.execute("DELETE FROM marked WHERE posting = ?", (posting,))
            if marked:
                row = (posting, marked.mark, marked.note, marked.since, digest)
                connection.execute(f"INSERT INTO marked VALUES ({marks(5)})", row)

    # Facts

    def own_facts(self, postings: Collection[str] | None = None) -> dict[str, list[OwnFact]]:
        """What the person said of facts (of these postings, ids, where given), by posting, the oldest first."""
        columns = f"SELECT {', '.join(_OWN)} FROM own_facts"
        found: dict[str, list[OwnFact]] = defaultdict(list)
        with well_formed(self._tables.path):
            for row in self._tables.select(columns, "posting", postings, "ORDER BY rowid"):
                own = _own_of(row)
                found[own.posting].append(own)
        return dict(found)

    def keep_own(self, own: OwnFact, instead_of: Collection[str] = ()) -> None:
        """Keep what the person says of a fact, in the place of what they said of it and of `instead_of` (keys)."""
        row = (
            own.posting, own.field, own.replaces, own.kind, json.dumps(own.fact and packed(own.fact)),
            json.dumps(own.basis), own.digest, own.title,
        )  # fmt: skip
        with self._tables.transaction() as connection:
            _withdraw(connection, own.posting, own.field, {own.replaces, *instead_of})
            connection.execute(f"INSERT INTO own_facts VALUES ({marks(8)})", row)

    def withdraw(self, posting: str, field: str, keys: Collection[str]) -> None:
        """Forget what the person said of these values (`OwnFact.replaces`) of a field."""
        with self._tables.transaction() as connection:
            _withdraw(connection, posting, field, keys)

    # Following postings

    def follow(self, moves: Mapping[str, str]) -> None:
        """What was said of postings (ids, old → new) moves with their texts."""
        with self._tables.transaction() as connection:
            move(connection, moves)

    def rows(self, postings: Collection[str]) -> list[tuple[str, Sequence[object]]]:
        """All that was said of postings (ids), as pairs of a table and a row, to be put back by `restore`."""
        return [
            (table, row)
            for table in _OF_POSTINGS
            for row in self._tables.select(f"SELECT * FROM {table}", "posting", postings)
        ]

    def restore(self, rows: Iterable[tuple[str, Sequence[object]]]) -> None:
        """Put rows back, where nothing was said of the same since."""
        with self._tables.transaction() as connection:
            for table, row in rows:
                connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks(len(row))})", list(row))

    # Thumbs

    def keep_feedback(self, said: Mapping[str, object], postings: Sequence[str]) -> None:
        """Keep a thumb; `postings` (ids) are those whose words stand in it."""
        with self._tables.transaction() as connection:
            row = (json.dumps(said, ensure_ascii=False), json.dumps(postings))
            connection.execute("INSERT INTO feedback (said, postings) VALUES (?, ?)", row)
            connection.execute(
                "DELETE FROM feedback WHERE number <= (SELECT max(number) FROM feedback) - ?", (_MOST_THUMBS,)
            )

    def feedback(self) -> list[dict[str, Any]]:
        """The thumbs that were kept, the oldest first."""
        rows = self._tables.rows("SELECT said FROM feedback ORDER BY number")
        with well_formed(self._tables.path):
            return [dict(json.loads(str(said))) for (said,) in rows]


def moved(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Which names (old → new) the texts went to that are not at their names any more; names → digests."""
    came = {digest: name for name, digest in after.items() if before.get(name) != digest}
    return {name: came[digest] for name, digest in before.items() if after.get(name) != digest and digest in came}


def move(connection: Connection, moves: Mapping[str, str]) -> None:
    """Follow postings (ids) that were renamed, old → new; what was said of the new name before goes."""
    for table in _OF_POSTINGS:
        found = (connection.execute(f"SELECT * FROM {table} WHERE posting = ?", (old,)).fetchall() for old in moves)
        rows = [(moves[posting], *said) for each in found for posting, *said in each]
        _forget(connection, table, {*moves, *moves.values()})
        for row in rows:
            connection.execute(f"INSERT INTO {table} VALUES ({marks(len(row))})", row)


def forget(connection: Connection, postings: Collection[str]) -> None:
    """Forget what was said of postings (ids) that are taken out, and their words in answers that got a thumb."""
    for table in _OF_POSTINGS:
        _forget(connection, table, postings)
    for number, said, about in connection.execute("SELECT number, said, postings FROM feedback").fetchall():
        if set(json.loads(about)) & set(postings):
            bare = json.dumps({**json.loads(said), "answer": ""}, ensure_ascii=False)
            connection.execute("UPDATE feedback SET said = ?, postings = '[]' WHERE number = ?", (bare, number))


def is_sound(table: str, row: Mapping[str, object]) -> bool:
    """Whether a row (by column) of a damaged catalogue can be kept."""
    try:
        if table == "own_facts":
            _own_of([row[column] for column in _OWN])
        elif table == "feedback":
            dict(json.loads(str(row["said"])))
            list(json.loads(str(row["postings"])))
        elif row["mark"] not in MARKS:
            return False
    except (ValueError, KeyError, TypeError):
        return False
    return "�" not in "".join(map(str, row.values()))


def _forget(connection: Connection, table: str, postings: Collection[str]) -> None:
    connection.executemany(f"DELETE FROM {table} WHERE posting = ?", [(posting,) for posting in postings])


def _withdraw(connection: Connection, posting: str, field: str, keys: Collection[str]) -> None:
    rows = [(posting, field, key) for key in keys]
    connection.executemany("DELETE FROM own_facts WHERE posting = ? AND field = ? AND replaces = ?", rows)


def _own_of(row: Sequence[object]) -> OwnFact:
    posting, field, replaces, kind, fact, basis, digest, title = map(str, row)
    values = json.loads(fact)
    said: Fact | None = unpacked(posting, values) if values else None
    if kind not in ("corrected", "confirmed", "denied"):
        raise ValueError("what was said of a fact is of no known kind")
    return OwnFact(posting, field, replaces, kind, said, tuple(json.loads(basis)), digest, title)  # type: ignore[arg-type]
