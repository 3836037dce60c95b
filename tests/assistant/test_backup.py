"""A store as one file, and back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from assistant.backup import back_up, restore
from assistant.catalogue import FILE
from assistant.database import problems_of
from assistant.errors import AssistantError, StoreError, UserError
from assistant.indexing import index_folder
from tests.support import SEEDS, generated_posting, hash_store, run_cli, write_files


def held(folder: Path) -> dict[str, str]:
    """Digest of each posting of a store, by id."""
    with hash_store(folder, write=False) as store:
        return {identity: posting.digest for identity, posting in store.library.postings.items()}


def files_of(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_store_comes_back_as_it_was(hashed_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "postings.backup"
    assert back_up(hashed_folder, target, force=False) == 5
    assert files_of(tmp_path) == {"postings.backup"}
    assert restore(target, tmp_path / "new", force=False) == 5
    assert held(tmp_path / "new") == held(hashed_folder)
    with hash_store(tmp_path / "new") as store:
        assert index_folder(store, SEEDS).unchanged, "files count as read"
        assert store.catalogue.index_holds_removed, "an index of other postings beside it is made anew"


def test_a_store_that_is_being_written_is_backed_up_whole(tmp_path: Path) -> None:
    jobs = write_files(tmp_path / "jobs", {f"{n:02}.txt": generated_posting(n) for n in range(20)})
    done, counts = threading.Event(), list[int]()

    def back_up_often() -> None:
        while not done.is_set():
            counts.append(back_up(tmp_path / "store", tmp_path / "copy", force=True))

    with hash_store(tmp_path / "store") as store:
        other = threading.Thread(target=back_up_often)
        other.start()
        index_folder(store, jobs)
        done.set()
        other.join()
        back_up(tmp_path / "store", tmp_path / "copy", force=True)
    assert counts == sorted(counts)
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        assert connection.execute("SELECT count(*) FROM postings").fetchone() == (20,)
    assert problems_of(tmp_path / "copy") == []


def test_a_backup_never_takes_the_place_of_a_file_unasked(hashed_folder: Path, tmp_path: Path) -> None:
    target = write_files(tmp_path, {"mine": "text"}) / "mine"
    with pytest.raises(UserError, match="--force"):
        back_up(hashed_folder, target, force=False)
    assert target.read_text() == "text"
    back_up(hashed_folder, target, force=True)
    assert problems_of(target) == []


def test_no_store_gives_no_backup(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nothing to back up"):
        back_up(tmp_path, tmp_path / "copy", force=False)
    assert files_of(tmp_path) == set()


def test_a_damaged_store_gives_no_backup(hashed_folder: Path, tmp_path: Path) -> None:
    store = shutil.copytree(hashed_folder, tmp_path / "store")
    path = store / FILE
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000 + path.read_bytes()[4100:])
    with pytest.raises(StoreError, match="damaged"):
        back_up(store, tmp_path / "copy", force=False)
    assert files_of(tmp_path) == {"store"}


def test_a_folder_that_is_not_there_gives_one_sentence(hashed_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(AssistantError):
        back_up(hashed_folder, tmp_path / "nowhere" / "copy", force=False)


def test_a_folder_that_cannot_be_written_gives_one_sentence(
    hashed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr("assistant.backup._to_disk", refuse)
    with pytest.raises(StoreError, match="cannot be written: Read-only"):
        back_up(hashed_folder, tmp_path / "copy", force=False)


@pytest.mark.parametrize("content", [b"", b"nonsense " * 1000, None], ids=["empty", "garbage", "another database"])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    hashed_folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    store = shutil.copytree(hashed_folder, tmp_path / "store")
    source = tmp_path / "copy"
    if content is None:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("CREATE TABLE postings (mine TEXT)")
    else:
        source.write_bytes(content)
    with pytest.raises(UserError):
        restore(source, store, force=True)
    assert held(store) == held(hashed_folder)


def test_a_cut_backup_is_refused(hashed_folder: Path, tmp_path: Path) -> None:
    back_up(hashed_folder, tmp_path / "copy", force=False)
    os.truncate(tmp_path / "copy", 40_000)
    with pytest.raises(UserError, match="damaged"):
        restore(tmp_path / "copy", tmp_path / "new", force=False)
    assert not (tmp_path / "new").exists()


def test_postings_are_replaced_only_when_asked(hashed_folder: Path, tmp_path: Path) -> None:
    store, jobs = tmp_path / "store", write_files(tmp_path / "jobs", {"a.txt": generated_posting(1)})
    with hash_store(store) as opened:
        index_folder(opened, jobs)
    back_up(hashed_folder, tmp_path / "copy", force=False)
    with pytest.raises(UserError, match=r"1 postings.*--force"):
        restore(tmp_path / "copy", store, force=False)
    assert len(held(store)) == 1
    assert restore(tmp_path / "copy", store, force=True) == 5
    assert held(store) == held(hashed_folder)
    assert not [name for name in files_of(store) if ".old-" in name or ".part-" in name]


def test_a_store_in_use_is_not_replaced(hashed_folder: Path, tmp_path: Path) -> None:
    back_up(hashed_folder, tmp_path / "copy", force=False)
    with hash_store(tmp_path / "store"), pytest.raises(UserError, match="Another program"):
        restore(tmp_path / "copy", tmp_path / "store", force=True)


def test_a_move_that_fails_leaves_the_old_store(
    hashed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shutil.copytree(hashed_folder, tmp_path / "store")
    with hash_store(tmp_path / "other") as other:
        index_folder(other, write_files(tmp_path / "jobs", {"a.txt": generated_posting(1)}))
    back_up(tmp_path / "other", tmp_path / "copy", force=False)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(StoreError, match="No space"):
        restore(tmp_path / "copy", store, force=True)
    monkeypatch.undo()
    assert held(store) == held(hashed_folder)


@pytest.mark.slow
def test_from_the_terminal(hashed_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    with hash_store(shutil.copytree(hashed_folder, tmp_path / "open")):
        done = run_cli("backup", target, "--store", tmp_path / "open")
    assert (done.returncode, "5 postings" in done.stderr) == (0, True)
    assert run_cli("backup", target, "--store", tmp_path / "open").returncode == 2
    done = run_cli("restore", target, "--store", tmp_path / "new")
    assert (done.returncode, "5 postings" in done.stderr) == (0, True)
    assert run_cli("restore", target, "--store", tmp_path / "new").returncode == 2
