"""The system of record: whole or not at all, and nothing lost to a mistake."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import schema
from assistant.catalogue import FILE, Catalogue
from assistant.chunks import chunks_of
from assistant.domain import Notice, Posting, SourceField, Span
from assistant.drafts import Draft
from assistant.entries import entries_of
from assistant.errors import AssistantError, StoreError, UserError
from assistant.facts import facts_of
from assistant.rows import Entry, FileState
from assistant.schema import FORM
from assistant.store import Store
from tests.support import hash_encoder, hash_store, posting, seed_postings, write_files
from vectorstore.testing import HashEmbedder

FOLDER = Path("/postings/source")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Catalogue.open(tmp_path, write=True)
    made.add_source(FOLDER)
    return made


def entry(catalogue: Catalogue, made: Posting) -> Entry:
    draft = Draft("", "digest", made, tuple(facts_of(made)), tuple(chunks_of(made)))
    return entries_of([draft], hash_encoder(), catalogue)[0]


def postings_of(catalogue: Catalogue) -> list[Posting]:
    return [stored.posting for stored in catalogue.stored()]


@pytest.mark.parametrize("seed", seed_postings(), ids=lambda seed: seed.name)
def test_what_is_put_comes_back_equal(catalogue: Catalogue, seed: Posting) -> None:
    catalogue.add_source(Path("/seeds"))
    put = entry(catalogue, seed)
    catalogue.put(put)
    assert postings_of(catalogue) == [seed]
    assert list(catalogue.chunks({seed.id: seed}).values()) == list(put.chunks)
    vectors = {digest: (owner, vector) for _, owner, digest, vector in catalogue.vectors(catalogue.pairs())}
    assert len(vectors) == len(put.chunks) == len(catalogue.pairs())
    for chunk, right in zip(put.chunks, put.vectors, strict=True):
        owner, vector = vectors[chunk.digest]
        assert owner == seed.id
        assert np.array_equal(vector, right)


def test_fields_and_notices_come_back_equal(catalogue: Catalogue) -> None:
    fields = (SourceField("organisation", Span(0, 4)), SourceField("posted", Span(5, 8)))
    notices = (Notice("pages_without_text", "3, 4"), Notice("hidden_text"))
    made = replace(posting("Missions\n- un\n"), fields=fields, notices=notices)
    catalogue.put(entry(catalogue, made))
    assert postings_of(catalogue) == [made]


def test_a_new_version_replaces_the_old_whole(catalogue: Catalogue) -> None:
    catalogue.put(entry(catalogue, posting("Missions\n- un\n\nProfil\n- deux\n")))
    old = set(catalogue.pairs())
    catalogue.put(entry(catalogue, posting("Missions\n- un\n")))
    assert len(catalogue.pairs()) == 1
    assert not old & set(catalogue.pairs()), "a new version must not answer under an old name"


class BrokenOffError(Exception):
    """What breaks off a transaction."""


def test_a_transaction_broken_off_leaves_what_was(catalogue: Catalogue) -> None:
    catalogue.put(entry(catalogue, posting("Missions\n- un\n")))
    before = postings_of(catalogue), catalogue.pairs()

    def entries() -> list[Entry]:
        raise BrokenOffError

    with pytest.raises(BrokenOffError):
        catalogue.replace_all((e for _ in (1,) for e in entries()), {"rules": "x"})
    assert (postings_of(catalogue), catalogue.pairs()) == before
    catalogue.put(entry(catalogue, posting("Missions\n- deux\n")))


def test_one_transaction_a_posting(catalogue: Catalogue, tmp_path: Path) -> None:
    """Whoever reads beside a writer sees a posting with all its chunks or not at all."""
    stop, torn = threading.Event(), list[tuple[str, int]]()

    def read() -> None:
        connection = sqlite3.connect(tmp_path / FILE)
        while not stop.is_set():
            rows = connection.execute(
                "SELECT p.id, count(c.id) FROM postings p LEFT JOIN chunks c ON c.posting = p.id GROUP BY p.id"
            ).fetchall()
            torn.extend(row for row in rows if row[1] not in (2, 3))
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(40):
        parts = ["Missions\n- un\n", "Profil\n- deux\n", "Candidature\n- trois\n"][: 2 + turn % 2]
        catalogue.put(entry(catalogue, posting(f"{turn}\n".join(parts))))
    stop.set()
    reader.join()
    assert torn == []


def test_sources_are_told_apart(catalogue: Catalogue) -> None:
    assert catalogue.add_source(FOLDER).name == "source"
    assert catalogue.add_source(Path("/other/source")).name == "source-2"
    assert catalogue.add_source(Path("/third/source")).name == "source-3"
    assert catalogue.add_source(Path("/")).name == "postings"
    catalogue.put(entry(catalogue, posting("Missions\n- un\n")))
    catalogue.remove_source("source")
    assert postings_of(catalogue) == []
    assert catalogue.pairs() == {}
    assert [source.name for source in catalogue.sources()] == ["postings", "source-2", "source-3"]


@pytest.mark.usefixtures("catalogue")
def test_who_only_asks_cannot_write(tmp_path: Path) -> None:
    reader = Catalogue.open(tmp_path, write=False)
    with pytest.raises(StoreError, match="readonly"):
        reader.remember({"rules": "2"})


def test_who_only_asks_makes_no_store(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere", tmp_path / ("x" * 5000)):
        with pytest.raises(UserError, match="index FOLDER"), hash_store(folder, write=False):
            pass
    assert list(tmp_path.iterdir()) == []


# Files and mappings

STATES = {
    "a.txt": FileState(10, 1_700_000_000_000_000_001, "d1", ("",)),
    "liste été.csv": FileState(0, 0, "d2", ("1", "3"), (("2", "no text in this row: it needs a description"),)),
    "broken.pdf": FileState(5, -1, "d3", (), (("", "protected by a password"),)),
}


def test_the_states_of_files_come_back_equal_and_go_one_by_one(catalogue: Catalogue) -> None:
    catalogue.add_source(Path("/other"))
    catalogue.keep_files("source", STATES)
    changed = FileState(11, 2, "d4", ("",))
    catalogue.keep_files("source", {"a.txt": changed})
    assert catalogue.files("source") == {**STATES, "a.txt": changed}
    assert catalogue.files("other") == {}
    catalogue.forget_files("source", ["a.txt", "never.txt"])
    assert set(catalogue.files("source")) == set(STATES) - {"a.txt"}
    catalogue.remove_source("source")
    assert catalogue.files("source") == {}


def test_a_posting_taken_out_makes_its_file_unread(catalogue: Catalogue) -> None:
    names = ["a.txt", "a.txt#1", "mail#2.eml#offre #3.pdf", "t.jsonl#12", "b.txt"]
    for name in names:
        catalogue.put(entry(catalogue, posting("Missions\n- un\n", name)))
    files = ["a.txt", "a.txt#1", "mail#2.eml", "t.jsonl", "b.txt"]
    catalogue.keep_files("source", dict.fromkeys(files, STATES["a.txt"]))
    catalogue.remove([f"source/{name}" for name in names[2:4]])
    assert set(catalogue.files("source")) == {"a.txt", "a.txt#1", "b.txt"}
    catalogue.remove(["source/a.txt", "source/unknown"])
    assert set(catalogue.files("source")) == {"a.txt#1", "b.txt"}


def test_other_rules_make_every_file_unread(catalogue: Catalogue) -> None:
    catalogue.keep_files("source", STATES)
    catalogue.replace_all([], {"rules": "x"})
    assert catalogue.files("source") == {}


def test_a_mapping_is_remembered(catalogue: Catalogue) -> None:
    assert catalogue.mapping("source") == catalogue.mapping("unknown") == ""
    catalogue.remember_mapping("source", "title=Intitulé,body=Descriptif")
    assert catalogue.mapping("source") == "title=Intitulé,body=Descriptif"


# Forms

FIRST_FORM = """
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
PRAGMA user_version = 1;
"""


@pytest.fixture
def first_form(hashed_folder: Path, tmp_path: Path) -> Path:
    """A store of the seeds as the first version of this program left it."""
    folder = tmp_path / "first"
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.executescript(FIRST_FORM)
        connection.execute("ATTACH ? AS now", (str(hashed_folder / FILE),))
        for table in ("meta", "sources", "postings", "chunks"):
            columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")]
            listed = ", ".join(columns)
            connection.execute(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM now.{table}")
        connection.execute("UPDATE main.meta SET value = '1' WHERE key = 'rules'")
    return folder


def schema_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
        return {name: list(connection.execute(f"PRAGMA table_info({name})")) for name in names}


def test_the_first_form_is_brought_up_to_this_one(first_form: Path, hashed_folder: Path) -> None:
    heard, embedder = list[str](), HashEmbedder()
    encoder = hash_encoder(embedder)
    with closing(Store.open(first_form, encoder, None, write=True, notify=heard.append)) as store:
        assert heard == ["This store was made with another version of the rules: its 5 postings are made anew …"]
        assert embedder.calls == 0, "no chunk has changed"
        with hash_store(hashed_folder, write=False) as right:
            assert dict(store.library.postings) == dict(right.library.postings)
            assert store.catalogue.pairs() == right.catalogue.pairs()
    assert schema_of(first_form) == schema_of(hashed_folder)


def test_who_cannot_write_is_told_why_an_earlier_form_is_not_read(first_form: Path) -> None:
    with pytest.raises(UserError, match="earlier version"):
        Catalogue.open(first_form, write=False)


def test_a_step_that_breaks_off_leaves_the_first_form(first_form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema_of(first_form)
    monkeypatch.setitem(schema._STEPS, 1, schema._STEPS[1] + "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(StoreError):
        Catalogue.open(first_form, write=True)
    assert schema_of(first_form) == before
    monkeypatch.undo()
    Catalogue.open(first_form, write=True).close()


@pytest.mark.parametrize("write", [True, False])
def test_another_version_is_refused_and_nothing_lost(catalogue: Catalogue, tmp_path: Path, write: bool) -> None:
    catalogue.put(entry(catalogue, posting("Missions\n- un\n")))
    catalogue.close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {FORM + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UserError, match="newer version") as refused, hash_store(tmp_path, write=write):
        pass
    assert refused.value.exit_status == 2
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, write: bool) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE postings (mine TEXT)")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UserError, match="another version"):
        Catalogue.open(tmp_path, write=write)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("damage", ["garbage", "truncated", "header"])
def test_a_damaged_file_gives_one_sentence_and_stays(
    hashed_folder: Path, tmp_path: Path, damage: str, write: bool
) -> None:
    path = shutil.copytree(hashed_folder, tmp_path / "store") / FILE
    data = path.read_bytes()
    broken = {
        "garbage": b"nonsense " * 1000,
        "truncated": data[: len(data) // 2],
        "header": data[:100] + b"\xff" * 4000 + data[4100:],
    }
    path.write_bytes(broken[damage])
    with pytest.raises(StoreError, match=r"damaged|cannot be used") as told, hash_store(path.parent, write=write):
        pass
    assert told.value.exit_status == 3
    assert path.read_bytes() == broken[damage]


def test_a_store_folder_that_is_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"store": "text"})
    with pytest.raises(UserError, match="is a file"), hash_store(tmp_path / "store"):
        pass
    with pytest.raises(AssistantError), hash_store(tmp_path / "store", write=False):
        pass
