"""Indexing a table of thousands of postings with the real model: what it takes beyond the embedding itself.

`BENCH_DATA` names the folder that holds `postings_fr.jsonl` (4,419 postings); the first 600 of them are indexed, or all
where `BENCH_FULL` is set. What is beyond the encoder is the whole time less what the encoder takes over the same
passages with nothing beside it; reading that goes on while it works, and slows it, is so counted as what it costs. The
encoder alone is told by its rate over a part of them.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoder import Encoder
from assistant.indexing import index_folder
from assistant.settings import Settings
from assistant.wiring import open_store
from tests.benchmarks.facts import CORPUS, DATA
from tests.benchmarks.memory import peak_memory
from tests.benchmarks.report import ROOT, Figure
from vectorstore.embedding import Embedder

_SAMPLE = 600  # rows
_ALONE = 2000  # passages that are embedded once more, with nothing else to do


class _Timed:
    """An embedder that counts the seconds spent in it, and keeps the texts."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.fingerprint, self.dimension = embedder.fingerprint, embedder.dimension
        self.seconds = 0.0
        self.texts: list[str] = []

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embedder.questions(texts)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        begun = time.perf_counter()
        rows = self._embedder.passages(texts, progress)
        self.seconds += time.perf_counter() - begun
        self.texts += texts
        return rows


def measure() -> list[Figure]:
    """Seconds and memory of indexing, and of doing so again; minutes for the sample, up to an hour for all."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"indexing: not measured; set {DATA} to the folder that holds {CORPUS}", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory(prefix="postings-indexing-") as scratch:
        folder, store = Path(scratch, "in"), Path(scratch, "store")
        folder.mkdir()
        lines = Path(corpora, CORPUS).read_bytes().split(b"\n")
        rows = lines if os.environ.get("BENCH_FULL") else lines[:_SAMPLE]
        (folder / CORPUS).write_bytes(b"\n".join(rows))
        first = json.loads(_timed("-m", "tests.benchmarks.indexing", str(folder), str(store))[1])
        again = [_timed("-m", "assistant", "index", str(folder), "--store", str(store))[0] for _ in range(2)]
    of = f"{first['postings']:,} postings, {first['texts']:,} passages"
    beyond = 100 * (first["seconds"] / first["alone"] - 1)
    return [
        Figure(f"indexing {of}, model loaded", first["seconds"], "s"),
        Figure("of this in the encoder", first["encoder"], "s"),
        Figure("the encoder over these alone, at its rate with nothing beside it", first["alone"], "s"),
        Figure("time beyond the encoder alone", beyond, "%", "at most 15"),
        Figure("the same again, unchanged, with start of the program", again[0], "s", "under 5"),
        Figure("and once more, with the program's files in memory", again[1], "s", "under 5"),
        Figure("peak memory of the indexing process, with its encoder's", first["memory"], "MB", "under 2,000"),
        Figure("peak memory of the largest process it starts (readers, Chroma)", first["memory_below"], "MB"),
    ]


def _timed(*arguments: str) -> tuple[float, str]:
    """Seconds that a Python program takes, and what it printed."""
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - begun, done.stdout


def main(folder: Path, store: Path) -> None:
    """Index `folder` in this process, and print the figures as JSON."""
    with open_store(Settings(store, Settings.from_environment(os.environ).cache), write=True) as opened:
        timed = _Timed(opened.encoder.get())
        opened.encoder = Encoder(lambda: timed, timed.fingerprint)
        begun = time.perf_counter()
        postings = len(index_folder(opened, folder).added)
        seconds = time.perf_counter() - begun
        encoder, texts = timed.seconds, timed.texts[:]
        memory, below = peak_memory(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        part = texts[:_ALONE]
        begun = time.perf_counter()
        for start in range(0, len(part), 256):
            timed.passages(part[start : start + 256])
        alone = time.perf_counter() - begun
        passages = len(opened.library.chunks)
    print(json.dumps({
        "postings": postings, "texts": passages, "seconds": seconds, "encoder": encoder,
        "alone": alone * sum(map(len, texts)) / sum(map(len, part)),
        "memory": memory, "memory_below": below,
    }))  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
