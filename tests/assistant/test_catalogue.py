"""The system of record: whole or not at all, and nothing lost to a mistake."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest

from assistant.catalogue import FILE, SCHEMA, Catalogue
from assistant.domain import Posting
from assistant.errors import AssistantError, StoreError, UserError
from assistant.rows import Entry
from assistant.store import entries_of
from tests.support import hash_encoder, hash_store, posting, seed_postings, write_files

FOLDER = Path("/postings/source")


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Catalogue.open(tmp_path, write=True)
    made.add_source(FOLDER)
    return made


def entry(catalogue: Catalogue, made: Posting) -> Entry:
    return entries_of([(made, "digest")], hash_encoder(), catalogue)[0]


@pytest.mark.parametrize("seed", seed_postings(), ids=lambda seed: seed.name)
def test_what_is_put_comes_back_equal(catalogue: Catalogue, seed: Posting) -> None:
    catalogue.add_source(Path("/seeds"))
    put = entry(catalogue, seed)
    catalogue.put(put)
    assert catalogue.postings() == [seed]
    assert list(catalogue.chunks({seed.id: seed}).values()) == list(put.chunks)
    vectors = {digest: (owner, vector) for _, owner, digest, vector in catalogue.vectors(catalogue.pairs())}
    assert len(vectors) == len(put.chunks) == len(catalogue.pairs())
    for chunk, right in zip(put.chunks, put.vectors, strict=True):
        owner, vector = vectors[chunk.digest]
        assert owner == seed.id
        assert np.array_equal(vector, right)


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
    before = catalogue.postings(), catalogue.pairs()

    def entries() -> list[Entry]:
        raise BrokenOffError

    with pytest.raises(BrokenOffError):
        catalogue.replace_all((e for _ in (1,) for e in entries()), {"rules": "x"})
    assert (catalogue.postings(), catalogue.pairs()) == before
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
    assert catalogue.postings() == []
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


@pytest.mark.parametrize("write", [True, False])
def test_another_version_is_refused_and_nothing_lost(catalogue: Catalogue, tmp_path: Path, write: bool) -> None:
    catalogue.put(entry(catalogue, posting("Missions\n- un\n")))
    catalogue.close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(UserError, match="another version") as refused, hash_store(tmp_path, write=write):
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
