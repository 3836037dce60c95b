"""The default model taken out of its package: read right, written whole or not at all."""

import multiprocessing
import os
import struct
import time
from pathlib import Path

import numpy as np
import pytest

from vectorstore import packaged_model, packed_file
from vectorstore.packaged_model import model_folder, version_name


def test_four_bit_blocks() -> None:
    scale = np.array([0.5], dtype="<f2").tobytes()
    # Byte i holds value i in its low half and value 16 + i in its high half.
    halves = bytes(low | high << 4 for low, high in zip(range(16), reversed(range(16)), strict=True))
    values = packed_file._four_bits(np.frombuffer(scale + halves, dtype=np.uint8), 32)
    assert values[:16].tolist() == [(value - 8) / 2 for value in range(16)]
    assert values[16:].tolist() == [(value - 8) / 2 for value in reversed(range(16))]


@pytest.mark.parametrize(
    "content",
    [b"", b"E5S1", b"GGUF" + bytes(100), b"E5S1" + struct.pack("<I7ifi", 9, *[1] * 7, 0.1, 32), b"E5S1" + b"\1" * 60],
    ids=["empty", "cut", "other", "newer", "garbage"],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(content)
    with pytest.raises(ValueError, match="not of the known form"):
        packed_file.read(file)


def convert_a_little(file: Path, folder: Path) -> None:
    """Stand in for the conversion: two files, slowly."""
    assert file.is_file()
    (folder / "first").write_text("1")
    time.sleep(0.2)
    (folder / "second").write_text("2")


def convert_in_process(cache: Path) -> None:
    """Run in a fork, which has the stand-in of its parent."""
    folder = model_folder(cache)
    assert sorted(file.name for file in folder.iterdir()) == ["first", "second"]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(packaged_model, "convert", convert_a_little)
    return tmp_path / "cache"


def test_a_failed_conversion_leaves_nothing(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_file: Path, folder: Path) -> None:
        (folder / "first").write_text("1")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(packaged_model, "convert", fail)
        with pytest.raises(OSError, match="No space"):
            model_folder(quick)
    assert list(quick.iterdir()) == []
    assert model_folder(quick).name == version_name()


def test_a_killed_conversion_is_never_used_and_swept_later(quick: Path) -> None:
    process = multiprocessing.get_context("fork").Process(target=convert_in_process, args=(quick,))
    process.start()
    while not any(quick.glob(".unfinished-*/first")):
        time.sleep(0.01)
    process.kill()
    process.join()
    (left,) = quick.iterdir()
    assert left.name.startswith(".unfinished-")
    folder = model_folder(quick)
    assert sorted(file.name for file in folder.iterdir()) == ["first", "second"]
    # It may be another process's work in progress until it is old.
    assert left.is_dir()
    os.utime(left, (0, 0))
    folder.rename(quick / "earlier-version")
    model_folder(quick)
    assert not left.exists()


def test_two_processes_at_once_make_one_folder(quick: Path) -> None:
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=convert_in_process, args=(quick,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert [folder.name for folder in quick.iterdir()] == [version_name()]
