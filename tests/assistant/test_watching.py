"""A folder that is watched: each change is taken over once it has come to rest."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from assistant.errors import UserError
from assistant.watching import watch
from tests.support import ROOT, clean_environment, write_files

EVERY = 0.05


class Watched:
    """What a watch has done so far: for each time it brought the store into step, what lay in the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[dict[str, str]] = []
        self.said: list[str] = []
        self.refusal: UserError | None = None

    def step(self) -> None:
        self.steps.append({path.name: path.read_text() for path in self.folder.iterdir()})
        if self.refusal:
            raise self.refusal


@contextmanager
def watching(folder: Path) -> Iterator[Watched]:
    watched, stop = Watched(folder), threading.Event()
    thread = threading.Thread(target=watch, args=(folder, watched.step, watched.said.append, stop, EVERY))
    thread.start()
    try:
        until(lambda: bool(watched.steps))
        yield watched
    finally:
        stop.set()
        thread.join(5)
        assert not thread.is_alive()


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(EVERY / 5)


def test_each_change_is_taken_over_once(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "1"})
    with watching(folder) as watched:
        write_files(folder, {"b.txt": "2", "c.txt": "3"})
        until(lambda: len(watched.steps) == 2)
        (folder / "a.txt").unlink()
        until(lambda: len(watched.steps) == 3)
        (folder / "b.txt").rename(folder / "d.txt")
        until(lambda: len(watched.steps) == 4)
        time.sleep(6 * EVERY)
    assert watched.steps == [
        {"a.txt": "1"},
        {"a.txt": "1", "b.txt": "2", "c.txt": "3"},
        {"b.txt": "2", "c.txt": "3"},
        {"c.txt": "3", "d.txt": "2"},
    ]


def test_a_file_that_is_being_written_is_waited_for(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "1"})
    with watching(folder) as watched:
        with (folder / "b.txt").open("w") as writing:
            for _ in range(60):
                writing.write("x")
                writing.flush()
                time.sleep(EVERY / 4)
        until(lambda: len(watched.steps) > 1)
    assert watched.steps[1] == {"a.txt": "1", "b.txt": "x" * 60}


def test_a_folder_that_vanishes_is_said_and_waited_for(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "1"})
    with watching(folder) as watched:
        folder.rename(tmp_path / "away")
        until(lambda: len(watched.said) == 1)
        (tmp_path / "away" / "b.txt").write_text("2")
        (tmp_path / "away").rename(folder)
        until(lambda: len(watched.steps) == 2)
    assert "is gone" in watched.said[0]
    assert "is back" in watched.said[1]
    assert watched.steps[1] == {"a.txt": "1", "b.txt": "2"}


def test_hidden_files_are_no_change(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "1"})
    with watching(folder) as watched:
        write_files(folder, {".hidden": "x", "~$a.docx": "x", "a.txt.part": "x"})
        time.sleep(6 * EVERY)
    assert len(watched.steps) == 1


def test_what_is_wrong_for_the_person_is_said_and_watching_goes_on(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "1"})
    with watching(folder) as watched:
        watched.refusal = UserError("There is no file in it.")
        write_files(folder, {"b.txt": "2"})
        until(lambda: watched.said == ["There is no file in it."])
        watched.refusal = None
        write_files(folder, {"c.txt": "3"})
        until(lambda: len(watched.steps) == 3)


def test_what_is_wrong_at_first_ends_it(tmp_path: Path) -> None:
    watched = Watched(write_files(tmp_path / "jobs", {"a.txt": "1"}))
    watched.refusal = UserError("no")
    with pytest.raises(UserError):
        watch(watched.folder, watched.step, watched.said.append, threading.Event(), EVERY)


@pytest.mark.model
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_command_says_each_change_and_ends_cleanly(tmp_path: Path, end: signal.Signals) -> None:
    folder = write_files(tmp_path / "jobs", {"a.txt": "Association Les Amis recrute un animateur à Safi."})
    command = [sys.executable, "-m", "assistant", "index", str(folder), "--watch", "--store", str(tmp_path / "store")]
    others = set(psutil.Process().children(recursive=True))
    process = subprocess.Popen(
        command, cwd=ROOT, env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        said = iter(process.stdout.readline, "")
        assert any(line == "added     a.txt\n" for line in said)
        (folder / "a.txt").rename(folder / "b.txt")
        assert any(line == "renamed   a.txt -> b.txt\n" for line in said)
        process.send_signal(end)
        assert "No longer watching" in process.stdout.read()
        assert process.wait(10) == 0
    finally:
        process.kill()
    left = set(psutil.Process().children(recursive=True)) - others
    assert not [one for one in left if one.status() != psutil.STATUS_ZOMBIE]
