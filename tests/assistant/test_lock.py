"""One process at a time writes a store."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.lock import ASKING, WRITING, StoreLock
from tests.support import ROOT, hash_store

HOLD = (
    "import sys, pathlib; sys.path.insert(0, sys.argv[1]); from assistant.lock import StoreLock;"
    "lock = StoreLock(pathlib.Path(sys.argv[2])); assert lock.acquire(sys.argv[3]);"
    " print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def held_elsewhere(folder: Path, purpose: str) -> Iterator[subprocess.Popen[str]]:
    """The lock of a folder, held by another process."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ROOT), str(folder), purpose],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("purpose", [WRITING, ASKING])
def test_a_second_process_is_refused_at_once_and_told_by_whom(tmp_path: Path, purpose: str) -> None:
    with held_elsewhere(tmp_path, WRITING) as holder:
        lock = StoreLock(tmp_path)
        start = time.perf_counter()
        assert not lock.acquire(purpose)
        assert time.perf_counter() - start < 10, "it must not wait until the other ends"
        assert f"process {holder.pid}" in str(lock.refusal())
        assert lock.refusal().exit_status == 2


def test_a_writer_is_refused_a_store_and_who_asks_is_not(tmp_path: Path) -> None:
    with hash_store(tmp_path):
        pass
    with held_elsewhere(tmp_path, WRITING):
        with pytest.raises(Exception, match="Another program"), hash_store(tmp_path):
            pass
        with hash_store(tmp_path, write=False) as store:
            assert store.lock is None
            assert store.index.state == "off"


def test_the_lock_goes_with_a_killed_process(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path)
    with held_elsewhere(tmp_path, WRITING) as holder:
        assert not lock.acquire(WRITING)
        holder.kill()
        holder.wait()
        assert lock.acquire(WRITING)
    lock.release()


def test_a_writer_waits_for_who_only_asks(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path, ASKING) as holder:
        lock = StoreLock(tmp_path)
        assert not lock.acquire(ASKING)
        assert holder.stdin is not None
        holder.stdin.close()
        assert lock.acquire(WRITING)
        lock.release()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    for _ in range(2):
        lock = StoreLock(tmp_path)
        assert lock.acquire(WRITING)
        assert (tmp_path / "store.pid").read_text() == f"{os.getpid()} {WRITING}"
        lock.release()


def test_a_damaged_note_of_the_holder_only_costs_the_number(tmp_path: Path) -> None:
    with held_elsewhere(tmp_path, WRITING):
        (tmp_path / "store.pid").write_bytes(b"\xff\x00 nonsense")
        lock = StoreLock(tmp_path)
        assert not lock.acquire(WRITING)
        assert "process" not in str(lock.refusal())
