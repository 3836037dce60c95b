"""A question at 5, 1,000 and 10,000 postings, by part, and the first one after a start.

`BENCH_DATA` names the folder that holds `postings_fr.jsonl`; postings are put together out of the texts of two of them,
so that no two are alike. The vectors of the first passages are real; those of the rest lie between two real ones,
turned a little, which costs a search as much and says nothing of quality. 10,000 postings only where `BENCH_FULL` is
set. Where
`CHROMA_URL` names a server (`chroma run`), that is asked instead of a child process.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.answering import sets
from assistant.assistant import Assistant
from assistant.encoder import Encoder
from assistant.indexing import index_folder
from assistant.resources import seeds_folder
from assistant.settings import Settings
from assistant.wiring import open_assistant, open_store
from tests.benchmarks.facts import CORPUS, DATA
from tests.benchmarks.memory import peak_memory
from tests.benchmarks.report import ROOT, Figure
from tests.benchmarks.scale import SET_QUESTIONS
from vectorstore.embedding import Embedder

P = ParamSpec("P")
T = TypeVar("T")
_REAL = 600  # passages that are embedded
_BETWEEN = (0.3, 0.7)  # where between two real vectors another is put; near one of them they would crowd round it …
_TURNED = 0.2  # … and the length of the noise that is added
_OPEN = ROOT / "tests" / "benchmarks" / "open_questions.jsonl"
_ASKED = 120  # questions of each kind
_PARTS = ("encoder", "second encoder", "dense", "keywords", "facts")


class Turned:
    """An embedder that embeds the first texts, `real` of them or some more, and gives the others vectors between two
    of those, turned a little."""

    def __init__(self, embedder: Embedder, real: int) -> None:
        self._embedder = embedder
        self._real = real
        self.fingerprint, self.dimension = embedder.fingerprint, embedder.dimension
        self._rows: NDArray[np.float32] = np.empty((0, embedder.dimension), np.float32)
        self._random = np.random.default_rng(0)

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._embedder.questions(texts)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        if len(self._rows) < self._real:
            rows = self._embedder.passages(texts, progress)
            self._rows = np.vstack([self._rows, rows])
            return rows
        noise = self._random.standard_normal((len(texts), self.dimension)).astype(np.float32)
        noise *= _TURNED / np.linalg.norm(noise, axis=1, keepdims=True)
        one, other = (self._rows[self._random.integers(len(self._rows), size=len(texts))] for _ in range(2))
        share = self._random.uniform(*_BETWEEN, size=(len(texts), 1)).astype(np.float32)
        rows = share * one + (1 - share) * other + noise
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def measure() -> list[Figure]:
    """Figures for each number of postings; ten minutes, or an hour with the 10,000."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"thousands: not measured; set {DATA} to the folder that holds {CORPUS}", file=sys.stderr)
        return []
    figures: list[Figure] = []
    for postings in (5, 1_000, 10_000) if os.environ.get("BENCH_FULL") else (5, 1_000):
        with tempfile.TemporaryDirectory(prefix="postings-thousands-") as scratch:
            folder = seeds_folder()
            if postings > 5:
                folder = Path(scratch, "in")
                folder.mkdir()
                lines = Path(corpora, CORPUS).read_text(encoding="utf8").splitlines()
                rows = (json.dumps(row, ensure_ascii=False) for row in generated([*map(json.loads, lines)], postings))
                (folder / "postings.jsonl").write_text("\n".join(rows), encoding="utf8")
            figures += _of_size(folder, Path(scratch, "store"))
    return figures


def generated(rows: Sequence[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """`count` postings out of real ones: the head of one, with the text of it and of another joined, never the same."""
    chosen = random.Random(0)
    long = [row for row in rows if len(row["description"]) > 800]
    for number in range(count):
        head, other = chosen.sample(long, 2)
        paragraphs = [*head["description"].split("\n"), *other["description"].split("\n")]
        yield {**head, "id": f"g{number}", "description": f"Référence G{number}\n" + "\n".join(paragraphs)}


def _of_size(folder: Path, store: Path) -> list[Figure]:
    made = _run("index", folder, store)
    of = f"{made['postings']:,} postings, {made['chunks']:,} passages"
    starts = [(kind, _start(question, store)) for kind, question in (("set", SET_QUESTIONS[0]), ("open", _open()[0]))]
    asked = _run("ask", folder, store)
    figures = [Figure(f"indexing {of}", made["seconds"], "s")]
    aims = {"set": "under 10", "open": "under 20"}
    figures += [Figure(f"program started to the first {k} question answered, {of}", s, "s", aims[k]) for k, s in starts]
    for kind, parts in asked["times"].items():
        for part, times in parts.items():
            aim = {"whole": "95th under 200", "keywords": "95th under 20", "facts": "95th under 20"}.get(part, "")
            name = f"{part}, {kind} question, {of}"
            figures.append(Figure(f"{name}, median of {len(times)}", float(np.median(times)), "ms"))
            figures.append(Figure(f"{name}, 95th percentile", float(np.percentile(times, 95)), "ms", aim))
    memory = f"peak memory of the process that answers, with its encoder's, {of}"
    return [*figures, Figure(memory, asked["memory"], "MB", "under 2,500")]


def _start(question: str, store: Path) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "assistant", "ask", question, "--json", "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _run(what: str, folder: Path, store: Path) -> dict[str, Any]:
    """A step in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "tests.benchmarks.thousands", what, str(folder), str(store)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _index(folder: Path, settings: Settings) -> dict[str, Any]:
    with open_store(settings, write=True) as store:
        turned = Turned(store.encoder.get(), _REAL)
        store.encoder = Encoder(lambda: turned, turned.fingerprint)
        begun = time.perf_counter()
        postings = len(index_folder(store, folder).added)
        seconds = time.perf_counter() - begun
        store.index.start()
        return {"postings": postings, "chunks": len(store.library.chunks), "seconds": seconds}


def _ask(settings: Settings) -> dict[str, Any]:
    with open_assistant(settings, write=True) as assistant:
        store = assistant.store
        store.index.start()
        assistant.ask(_open()[-1])
        spent = _timed_parts(assistant)
        times = {"set": _times(assistant, _sets(), spent), "open": _times(assistant, _open()[:_ASKED], spent)}
        return {"times": times, "memory": peak_memory()}


def _times(assistant: Assistant, questions: Iterable[str], spent: dict[str, float]) -> dict[str, list[float]]:
    """Milliseconds of each question: in each part, in what is left (reading and wording), and in the whole."""
    found: dict[str, list[float]] = defaultdict(list)
    for question in questions:
        spent.update(dict.fromkeys(_PARTS, 0.0))
        begun = time.perf_counter()
        assistant.ask(question)
        whole = time.perf_counter() - begun
        for part in _PARTS:
            found[part].append(1000 * spent[part])
        found["reading and wording"].append(1000 * (whole - sum(spent[part] for part in _PARTS)))
        found["whole"].append(1000 * whole)
    return found


def _timed_parts(assistant: Assistant) -> dict[str, float]:
    """Let the parts of an assistant add the seconds spent in them to what is returned."""
    store = assistant.store
    spent = dict.fromkeys(_PARTS, 0.0)
    wrapped: list[tuple[str, Any, tuple[str, ...]]] = [
        ("encoder", store.vectors, ("question", "sentences")),
        ("second encoder", store.judge, ("question", "sentences")),
        ("dense", store.index, ("search",)),
        ("keywords", store.keywords, ("search", "document_frequency")),
        ("facts", sets, ("by_verdict",)),
    ]
    for part, owner, names in wrapped:
        for name in names:
            setattr(owner, name, _timed(getattr(owner, name), part, spent))
    return spent


def _timed(call: Callable[P, T], part: str, spent: dict[str, float]) -> Callable[P, T]:
    def timed(*arguments: P.args, **named: P.kwargs) -> T:
        begun = time.perf_counter()
        try:
            return call(*arguments, **named)
        finally:
            spent[part] += time.perf_counter() - begun

    return timed


def _sets() -> list[str]:
    places = (
        "",
        " à Toulouse",
        " in Lyon",
        " à Nantes",
        " in Paris",
        " à Lille",
        " in Nice",
        " à Rennes",
        " in Brest",
        "",
    )
    endings = [(question.rstrip(" ?"), place) for place in places for question in SET_QUESTIONS]
    return [f"{question}{place} ?" for question, place in endings]


def _open() -> list[str]:
    rows = map(json.loads, filter(None, _OPEN.read_text(encoding="utf8").splitlines()))
    return [row["question"] for row in rows if "question" in row]


def main(what: str, folder: Path, store: Path) -> None:
    """Index or ask in this process, and print the figures as JSON."""
    settings = Settings.from_environment(os.environ, store)
    print(json.dumps(_index(folder, settings) if what == "index" else _ask(settings)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
