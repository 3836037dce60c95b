"""The shortlist: marks and notes that outlive reading again, follow their postings, and go with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.backup import back_up, restore
from assistant.catalogue import FILE
from assistant.errors import UserError
from assistant.indexing import index_folder, remove
from assistant.salvage import salvage
from assistant.shortlist import Mark, Marked, mark_of
from tests.support import CARE, OUJDA, SEEDS, hash_store, seed_text, write_files

TODAY = date(2024, 3, 1)
TABLE = "title;description\n" + "".join(f"Poste {n};Mission numéro {n} du poste {n} à Ségou\n" for n in range(1, 7))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "jobs", {"a.txt": seed_text(CARE), "b.txt": seed_text(OUJDA), "t.csv": TABLE})


@pytest.fixture
def assistant(tmp_path: Path, folder: Path) -> Iterator[Assistant]:
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


def test_a_mark_with_its_note_is_set_changed_and_taken_off(assistant: Assistant) -> None:
    assert assistant.mark("a.txt", "to_apply", " call Awa\r\nMonday ") == Marked(
        "to_apply", "call Awa\nMonday", "2024-03-01"
    )
    assert assistant.mark("a.txt", "applied") == Marked("applied", "call Awa\nMonday", "2024-03-01")
    assert assistant.mark("a.txt", "applied", "") == Marked("applied", "", "2024-03-01")
    assert assistant.marked() == {"a.txt": Marked("applied", "", "2024-03-01")}
    assert assistant.mark("a.txt", None) is None
    assert assistant.marked() == {}


@pytest.mark.parametrize(("name", "note"), [("nowhere.txt", None), ("a.txt", "x" * 2001)])
def test_what_cannot_be_marked_is_refused(assistant: Assistant, name: str, note: str | None) -> None:
    assistant.mark("a.txt", "to_apply", "kept")
    with pytest.raises(UserError):
        assistant.mark(name, "dropped", note)
    assert assistant.marked()["a.txt"].note == "kept"


@pytest.mark.parametrize(("word", "mark"), [("to_apply", "to_apply"), ("none", None), ("", None)])
def test_words_for_marks(word: str, mark: Mark | None) -> None:
    assert mark_of(word) == mark
    with pytest.raises(UserError, match="to_apply, applied, dropped or none"):
        mark_of("perhaps")


def without(number: int) -> str:
    return TABLE.replace(f"Poste {number};Mission numéro {number} du poste {number} à Ségou\n", "")


EDITS: list[tuple[str, str, dict[str, str]]] = [
    ("nothing", TABLE, {"t.csv#2": "to_apply", "t.csv#5": "applied"}),
    (
        "a row before them",
        TABLE.replace("Poste 1;", "Poste 0;Autre mission\nPoste 1;"),
        {"t.csv#3": "to_apply", "t.csv#6": "applied"},
    ),
    ("a row less before them", without(1), {"t.csv#1": "to_apply", "t.csv#4": "applied"}),
    ("a row less between them", without(3), {"t.csv#2": "to_apply", "t.csv#4": "applied"}),
    ("one of them less", without(2), {"t.csv#4": "applied"}),
    ("one of them edited", TABLE.replace("numéro 2", "principale"), {"t.csv#2": "to_apply", "t.csv#5": "applied"}),
    (
        "turned round",
        "\n".join(["title;description", *reversed(TABLE.splitlines()[1:])]),
        {"t.csv#5": "to_apply", "t.csv#2": "applied"},
    ),
    ("cut", "title;description\nPoste 5;Mission numéro 5 du poste 5 à Ségou\n", {"t.csv#1": "applied"}),
]


@pytest.mark.parametrize(("edited", "right"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_marks_follow_the_rows_of_a_table(
    assistant: Assistant, folder: Path, edited: str, right: dict[str, str]
) -> None:
    assistant.mark("t.csv#2", "to_apply")
    assistant.mark("t.csv#5", "applied")
    (folder / "t.csv").write_text(edited, encoding="utf8")
    index_folder(assistant.store, folder, full=True)
    assert {name: marked.mark for name, marked in assistant.marked().items()} == right
    texts = {name: assistant.posting(name).text for name in right}
    changed = {name for name, marked in assistant.marked().items() if marked.outdated}
    assert changed == {name for name, text in texts.items() if "principale" in text}


def test_a_table_that_is_renamed_takes_its_marks_along(assistant: Assistant, folder: Path) -> None:
    assistant.mark("t.csv#2", "to_apply", "note")
    (folder / "t.csv").rename(folder / "liste.csv")
    index_folder(assistant.store, folder)
    assert {name: marked.note for name, marked in assistant.marked().items()} == {"liste.csv#2": "note"}


@pytest.mark.parametrize("what", ["jobs", "a.txt", "the file"])
def test_a_mark_goes_with_its_posting(assistant: Assistant, folder: Path, tmp_path: Path, what: str) -> None:
    assistant.mark("a.txt", "to_apply", "Zorglub")
    if what == "the file":
        (folder / "a.txt").unlink()
        index_folder(assistant.store, folder)
    else:
        remove(assistant.store, what)
    assert assistant.marked() == {}
    assistant.store.catalogue.purge()
    assert b"Zorglub" not in b"".join(path.read_bytes() for path in (tmp_path / "store").glob("catalogue*"))


def test_backup_salvage_and_a_restart_keep_all_that_was_said(assistant: Assistant, tmp_path: Path) -> None:
    assistant.mark("a.txt", "dropped", "trop loin")
    assistant.correct("b.txt", "deadline", "2025-01-31")
    assistant.keep_feedback("Which require English?", assistant.ask("Which require English?"), True)
    said = (assistant.marked(), assistant.facts("b.txt"), assistant.feedback())
    back_up(tmp_path / "store", tmp_path / "copy", force=False)
    restore(tmp_path / "copy", tmp_path / "again", force=False)
    salvage(tmp_path / "again")
    with hash_store(tmp_path / "again") as store:
        again = Assistant(store, lambda: TODAY)
        assert (again.marked(), again.facts("b.txt"), again.feedback()) == said


def test_salvage_leaves_out_what_is_damaged_and_keeps_the_rest(assistant: Assistant, tmp_path: Path) -> None:
    assistant.mark("a.txt", "dropped", "kept")
    assistant.mark("b.txt", "applied")
    assistant.correct("b.txt", "deadline", "2025-01-31")
    assistant.correct("b.txt", "language", "es")
    assistant.store.close()
    with closing(sqlite3.connect(tmp_path / "store" / FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE marked SET mark = 'perhaps' WHERE posting = 'jobs/b.txt'")
        connection.execute("UPDATE own_facts SET fact = '[1' WHERE field = 'deadline'")
    salvage(tmp_path / "store")
    with hash_store(tmp_path / "store") as store:
        again = Assistant(store)
        assert {name: marked.note for name, marked in again.marked().items()} == {"a.txt": "kept"}
        assert {fact.value for fact in again.facts("b.txt") if fact.is_own} == {"es"}


def test_thumbs_keep_nothing_of_a_cv_nor_of_a_posting_that_is_gone(assistant: Assistant) -> None:
    answer = assistant.ask("What is the deadline at Oujda?")
    assistant.keep_feedback("What is the deadline at Oujda?", answer, False)
    assistant.keep_feedback("My CV: " + "x" * 600, answer, True)
    first, second = assistant.feedback()
    assert (first["up"], first["kind"], first["answer"]) == (False, answer.kind, answer.text)
    assert (second["up"], second["question"], second["answer"]) == (True, "", "")
    assistant.remove("b.txt")
    assert assistant.feedback()[0]["answer"] == ""


# Forms

SECOND_FORM = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
    name TEXT PRIMARY KEY, folder TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE files (
    source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, parts TEXT NOT NULL, failed TEXT NOT NULL,
    PRIMARY KEY (source, name)
) WITHOUT ROWID;
CREATE TABLE postings (
    id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(name) ON DELETE CASCADE, name TEXT NOT NULL,
    file_digest TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
    title TEXT NOT NULL, organisation TEXT NOT NULL, location TEXT NOT NULL,
    sections TEXT NOT NULL, furniture TEXT NOT NULL, facts TEXT NOT NULL,
    fields TEXT NOT NULL DEFAULT '[]', notices TEXT NOT NULL DEFAULT '[]',
    country TEXT NOT NULL DEFAULT '', bands BLOB NOT NULL DEFAULT x''
);
CREATE TABLE chunks (
    id TEXT PRIMARY KEY, posting TEXT NOT NULL REFERENCES postings(id) ON DELETE CASCADE, number INTEGER NOT NULL,
    section INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, header TEXT NOT NULL,
    digest TEXT NOT NULL, vector BLOB NOT NULL, words TEXT NOT NULL DEFAULT ''
);
CREATE TABLE compared (
    a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX postings_source ON postings(source);
CREATE INDEX chunks_posting ON chunks(posting);
CREATE INDEX chunks_digest ON chunks(digest);
PRAGMA user_version = 2;
"""
TABLES = ("meta", "sources", "files", "postings", "chunks", "compared")


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def test_the_second_form_is_brought_up_and_loses_nothing(hashed_folder: Path, tmp_path: Path) -> None:
    """As 0.2.0 left it."""
    folder = tmp_path / "second"
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.executescript(SECOND_FORM)
        connection.execute("ATTACH ? AS now", (str(hashed_folder / FILE),))
        for table in TABLES:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM now.{table}")
    before = rows_of(folder / FILE)
    with hash_store(folder) as store:
        assistant = Assistant(store)
        assert assistant.marked() == {}
        assistant.mark(CARE, "to_apply")
        assert index_folder(store, SEEDS).unchanged
    after = rows_of(folder / FILE)
    assert after == before
    with closing(sqlite3.connect(folder / FILE)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
