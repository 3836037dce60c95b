"""The embedding model in a process of its own: the same vectors, and what happens when the process does not live."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import vectorstore
from vectorstore import EmbeddingError
from vectorstore.embedding import SentenceTransformerEmbedder, fingerprint, load_embedder
from vectorstore.encoder_process import EncoderProcess

pytestmark = pytest.mark.model
ROOT = Path(vectorstore.__file__).parents[1]
TEXTS = ["Quels postes exigent le tamazight ?", "Which jobs require Tamazight?", "", "\ud800", "mot " * 600]


@pytest.fixture(scope="module")
def process(cache: Path) -> Iterator[EncoderProcess]:
    started = EncoderProcess(None, cache)
    yield started
    started.stop()


@pytest.fixture(scope="module")
def embedder(process: EncoderProcess) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(process, fingerprint(None))


def _is_gone(pid: int, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_its_vectors_are_those_of_the_model(embedder: SentenceTransformerEmbedder, cache: Path) -> None:
    here = load_embedder(None, cache)
    assert embedder.dimension == here.dimension
    assert np.array_equal(embedder.questions(TEXTS), here.questions(TEXTS))
    heard: list[int] = []
    assert np.array_equal(embedder.passages(TEXTS * 8, heard.append), here.passages(TEXTS * 8))
    assert heard == [16, 32, 40]


def test_nothing_heavy_is_loaded_here(cache: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from vectorstore.embedding import SentenceTransformerEmbedder as S\n"
        "from vectorstore.encoder_process import EncoderProcess\n"
        f"process = EncoderProcess(None, Path({str(cache)!r})); print(S(process, 'x').questions(['a']).shape)\n"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules); process.stop()"
    )
    # found through the current folder alone, as at a prompt of Python's
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "(1, 384)"


def test_one_that_ended_is_started_again(process: EncoderProcess, embedder: SentenceTransformerEmbedder) -> None:
    before, pid = embedder.questions(TEXTS), process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert np.array_equal(embedder.questions(TEXTS), before)
    assert process.pid not in (None, pid)


@pytest.mark.parametrize("setting", ["/nowhere/model", "an empty folder"])
def test_a_model_that_cannot_be_had_is_told(setting: str, tmp_path: Path) -> None:
    process = EncoderProcess(str(tmp_path) if " " in setting else setting, tmp_path)
    for _ in range(2):  # whoever asks again hears it again
        with pytest.raises(EmbeddingError, match="EMBEDDING_MODEL"):
            process.encode_query(["a"])
        assert process.pid is None
    process.stop()


@pytest.mark.parametrize(("ends", "told"), [("exit 1", "install its packages"), ("kill -9 $$", "1.5 GB")])
def test_one_that_always_ends_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ends: str, told: str) -> None:
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\n{ends}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(EmbeddingError, match=rf"ended \(status -?\d\): .*{told}"):
        EncoderProcess(None, tmp_path).encode_query(["a"])


def test_stopping_ends_it_while_it_loads(cache: Path) -> None:
    process = EncoderProcess(None, cache)
    said: list[str] = []

    def ask() -> None:
        try:
            process.encode_query(["a"])
        except EmbeddingError as error:
            said.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    while process.pid is None:
        time.sleep(0.01)
    pid, begun = process.pid, time.monotonic()
    process.stop()
    asking.join(10)
    assert time.monotonic() - begun < 5
    assert _is_gone(pid)
    assert len(said) == 1
    with pytest.raises(EmbeddingError, match="ending"):
        process.encode_query(["a"])


def test_stopping_while_it_is_being_started_ends_it(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    process, popen = EncoderProcess(None, cache), subprocess.Popen
    started: list[subprocess.Popen[bytes]] = []

    def stopped_meanwhile(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401
        threading.Thread(target=process.stop).start()
        while not process._closed:
            time.sleep(0.01)
        time.sleep(0.1)
        started.append(popen(*arguments, **named))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", stopped_meanwhile)
    begun = time.monotonic()
    with pytest.raises(EmbeddingError, match="ending"):
        process.encode_query(["a"])
    assert time.monotonic() - begun < 3, "it is not waited for until it has loaded"
    assert [each.poll() for each in started] == [-signal.SIGKILL]


@pytest.mark.parametrize("loaded", [False, True], ids=["while it loads", "at rest"])
def test_it_ends_with_its_program(cache: Path, loaded: bool) -> None:
    program = (
        "import threading, time; from pathlib import Path; from vectorstore.encoder_process import EncoderProcess\n"
        f"process = EncoderProcess(None, Path({str(cache)!r})); ask = lambda: process.encode_query(['a'])\n"
        f"asking = threading.Thread(target=ask, daemon=True); asking.start()\n"
        f"while process.pid is None or ({loaded} and asking.is_alive()): time.sleep(0.01)\n"
        "print(process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _is_gone(pid)
