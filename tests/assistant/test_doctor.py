"""What `doctor` says of a store; damage is in test_corruption."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.doctor import Doctor, Finding, status
from assistant.resources import table
from assistant.store import Store
from tests.support import hash_encoder, hash_store
from vectorstore.exact import ExactStore
from vectorstore.testing import HashEmbedder

FINGERPRINT = HashEmbedder.fingerprint


def exact(dimension: int, _: bool) -> ExactStore:
    return ExactStore(dimension)


def examined(folder: Path, *, mend: bool = True, fingerprint: str = FINGERPRINT) -> dict[str, Finding]:
    @contextmanager
    def opened(write: bool, notify: Callable[[str], None]) -> Iterator[Store]:
        store = Store.open(
            folder, hash_encoder(), lambda dimension, _: ExactStore(dimension), write=write, notify=notify
        )
        try:
            yield store
        finally:
            store.close()

    return {found.check: found for found in Doctor(folder, opened, fingerprint, mend=mend).findings()}


@pytest.fixture
def folder(hashed_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(hashed_folder, tmp_path / "store")


def test_a_sound_store_is_well(folder: Path) -> None:
    found = examined(folder)
    assert set(found) == set(table("doctor.toml")["checks"])
    assert {check for check, each in found.items() if each.state not in ("well", "note")} == set()
    assert found["catalogue"].text.startswith("5 postings")
    assert status(list(found.values())) == 0


def test_no_store_says_how_to_make_one_and_makes_none(tmp_path: Path) -> None:
    found = examined(tmp_path / "nowhere")
    assert found["folder"].state == "act"
    assert "index FOLDER" in found["folder"].text
    assert not (tmp_path / "nowhere").exists()


def test_a_store_in_use_is_looked_at_and_left_alone(folder: Path) -> None:
    with hash_store(folder):
        found = examined(folder)
    assert (found["lock"].state, found["catalogue"].state, found["index"].state) == ("act", "well", "note")
    assert status(list(found.values())) == 2


def test_a_folder_that_cannot_be_written_is_told_and_no_damage_made_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = examined(folder)
    assert (found["folder"].state, "cannot be written" in found["folder"].text) == ("act", True)
    assert {each.state for each in found.values()} <= {"act", "well", "note"}
    assert not {"catalogue", "lock"} & set(found)
    assert status(list(found.values())) == 2


def test_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder)._replace(free=5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    found = examined(folder)
    assert (found["space"].state, "5 MB" in found["space"].text) == ("act", True)


def test_what_another_model_made_is_told_and_made_anew(folder: Path) -> None:
    with hash_store(folder) as store:
        store.catalogue.remember({"embedding": "another"})
    seen = examined(folder, mend=False)
    assert seen["made_with"].state == "broken"
    assert "index" not in seen
    mended = examined(folder)
    assert (mended["made_with"].state, mended["index"].state) == ("mended", "well")
    assert status(list(examined(folder, mend=False).values())) in (0, 3)


def test_what_is_kept_aside_is_named_and_half_written_files_go(folder: Path) -> None:
    (folder / "catalogue.sqlite3.bad-20260101T000000").write_bytes(b"x" * 2_000_000)
    found = examined(folder)["leftovers"]
    assert (found.state, "2.0 MB" in found.text, "bad-2026" in found.text) == ("note", True, True)
    half = folder / "catalogue.sqlite3.part-7"
    half.write_bytes(b"x")
    examined(folder, mend=False)
    assert half.exists()
    assert examined(folder)["leftovers"].state == "mended"
    assert not half.exists()


def test_tesseract_that_is_missing_is_a_note_that_says_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = examined(folder)
    assert (found["tesseract"].state, "apt install" in found["tesseract"].text) == ("note", True)
    assert status(list(found.values())) == 0


def test_every_check_and_state_has_its_words() -> None:
    words = table("doctor.toml")
    assert set(words) == {"checks", "states", *words["checks"]}
    assert all(sentence.strip() for check in words["checks"] for sentence in words[check].values())
