"""A posting that was taken out is in no file of the store any more: no text, name, fact, vector or keyword."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.indexing import index_folder, remove
from assistant.store import Store
from tests.support import SEEDS, chroma_of, generated_posting, hash_store, write_files

WORD = "Zorglubistan"
NAME = "secretes-affaires"
CANARY = f"ONG Serpentine recrute un Chef {WORD}\n\nMissions\n- Diriger le {WORD} avec 4 cousins\n- Parler dari\n"
NEEDLES = [WORD, NAME, "Serpentine", "4 cousins"]


def found_in(folder: Path, needles: list[bytes]) -> list[tuple[str, bytes]]:
    """Which of some bytes any file of a folder holds."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(path.name, n[:20]) for path in files for data in [path.read_bytes()] for n in needles if n in data]


def needles_of(store: Store, name: str) -> list[bytes]:
    """The words of the canary in every encoding that may lie on a disk, and its vectors."""
    ids = [i for i in store.catalogue.pairs() if name in i]
    assert ids
    vectors = [np.asarray(vector) for _, _, _, vector in store.catalogue.vectors(ids)]
    words = [word.encode(code) for word in NEEDLES for code in ("utf8", "utf-16-le")]
    folded = [word.lower().encode() for word in NEEDLES]
    return [*words, *folded, *(v.tobytes()[:64] for v in vectors), *(v.astype(">f4").tobytes()[:64] for v in vectors)]


def jobs(tmp_path: Path) -> Path:
    return write_files(
        tmp_path / "jobs", {f"{NAME}.txt": CANARY, **{f"{n:02}.txt": generated_posting(n) for n in range(12)}}
    )


REMOVALS: dict[str, Callable[[Store], object]] = {
    "posting": lambda store: remove(store, f"{NAME}.txt"),
    "source": lambda store: remove(store, "jobs"),
}


@pytest.mark.parametrize("way", REMOVALS)
def test_nothing_of_it_is_left_in_the_catalogue(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "store"
    with hash_store(folder) as store:
        index_folder(store, SEEDS)
        index_folder(store, jobs(tmp_path))
        needles = needles_of(store, NAME)
        assert store.keywords.search(WORD, "fr", 5)
        assert len(found_in(folder, needles)) > 3, "the search for bytes finds what is there"
        REMOVALS[way](store)
        assert found_in(folder, needles) == [], "while the store is open"
        assert store.keywords.search(WORD, "fr", 5) == []
        assert all(NAME not in identity for identity in store.library.chunks)
    assert found_in(folder, needles) == []


def test_what_left_the_folder_leaves_the_catalogue_when_the_store_is_closed(tmp_path: Path) -> None:
    folder, files = tmp_path / "store", jobs(tmp_path)
    with hash_store(folder) as store:
        index_folder(store, files)
        needles = needles_of(store, NAME)
        (files / f"{NAME}.txt").unlink()
        index_folder(store, files)
    assert found_in(folder, needles) == []


def test_copies_that_were_set_aside_go_too(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with hash_store(folder) as store:
        index_folder(store, jobs(tmp_path))
        needles = needles_of(store, NAME)
        for name in ("chroma.bad-20260101T000000", "catalogue.sqlite3.bad-20260101T000000/x"):
            write_files(folder, {f"{name}/copy" if "/" not in name else name: CANARY})
        (folder / "catalogue.sqlite3.part-1").write_text(CANARY)
        remove(store, f"{NAME}.txt")
    assert found_in(folder, needles) == []


@pytest.mark.server
@pytest.mark.parametrize("way", REMOVALS)
def test_nothing_of_it_is_left_in_the_index(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "store"
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        index_folder(store, SEEDS)
        index_folder(store, jobs(tmp_path))
        needles = needles_of(store, NAME)
        assert {name for name, _ in found_in(folder / "chroma", needles)}, "Chroma holds names and vectors"
        REMOVALS[way](store)
        assert found_in(folder, needles) == []
        until(lambda: store.index.state == "ready")
        assert found_in(folder, needles) == []
    assert found_in(folder, needles) == []


@pytest.mark.server
def test_what_left_the_folder_leaves_the_index_at_the_next_start(tmp_path: Path) -> None:
    folder, files = tmp_path / "store", jobs(tmp_path)
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        index_folder(store, files)
        needles = needles_of(store, NAME)
        (files / f"{NAME}.txt").unlink()
        index_folder(store, files)
    with chroma_of(folder) as connect, hash_store(folder, connect=connect) as store:
        store.index.start()
        assert store.index.state == "ready"
        assert found_in(folder, needles) == []
        assert not store.catalogue.index_holds_removed


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert holds()
