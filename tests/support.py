"""Helpers for the tests: the seeds, the reported cases, stores over vectors out of hashes, and the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest

from assistant.assistant import Assistant
from assistant.domain import Answer, Posting, Turn
from assistant.encoder import Encoder
from assistant.index import Connect
from assistant.indexing import index_folder
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.store import Store
from assistant.wiring import own_server
from vectorstore.chroma_server import LocalChroma
from vectorstore.testing import HashEmbedder

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = Path(__file__).parent / "gold"
CARE, BRULOCALIS, OUJDA, PARTENARIAT, AGADIR = SEED_NAMES = tuple(path.name for path in sorted(SEEDS.glob("*.txt")))


def seed_text(name: str) -> str:
    """The text of a seed posting; all five are UTF-8 with plain line ends, so text and file agree."""
    return (SEEDS / name).read_text(encoding="utf8")


def seed_postings() -> list[Posting]:
    """The five seeds as they are read."""
    return [posting_of("seeds", name, Content(seed_text(name))) for name in SEED_NAMES]


def posting(text: str, name: str = "a.txt") -> Posting:
    """A posting made of a text."""
    return posting_of("source", name, Content(text))


def processes_left() -> list[int]:
    """The processes that run below this one, but for the one that has the embedding model for all tests."""
    left = []
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # it ended meanwhile, or is being buried
            if process.status() != psutil.STATUS_ZOMBIE and "vectorstore.encoder_child" not in process.cmdline():
                left.append(process.pid)
    return left


def gold_cases(kind: str) -> list[dict[str, Any]]:
    """The reported cases of one kind."""
    return [case for case in _lines(GOLD / "cases.jsonl") if case["kind"] == kind]


def gold_rows(name: str) -> list[dict[str, Any]]:
    """The questions of a file of `tests/gold`, with what is right."""
    return _lines(GOLD / name)


def gold_questions(*kinds: str) -> list[dict[str, Any]]:
    """The questions about the seeds of these kinds, with what is right."""
    return [question for question in gold_rows("questions.jsonl") if question["kind"] in kinds]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def hash_encoder(embedder: HashEmbedder | None = None) -> Encoder:
    """An encoder over a hash embedder."""
    made = embedder or HashEmbedder()
    return Encoder(lambda: made, made.fingerprint)


@contextmanager
def hash_store(
    folder: Path, *, write: bool = True, embedder: HashEmbedder | None = None, connect: Connect | None = None
) -> Iterator[Store]:
    """A store with vectors out of hashes; without `connect` it searches exactly."""
    store = Store.open(folder, hash_encoder(embedder), connect, write=write)
    try:
        yield store
    finally:
        store.close()


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their names, folders included; returns the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8"))
    return folder


@contextmanager
def assistant_over(postings: Mapping[str, str | bytes], folder: Path, today: date | None = None) -> Iterator[Assistant]:
    """An assistant over postings (texts by file names), indexed in `folder` with vectors out of hashes."""
    files = write_files(folder / "files", postings)
    with hash_store(folder / "store") as store:
        index_folder(store, files)
        yield Assistant(store, lambda: today) if today else Assistant(store)


def assistant_fixture(postings: Mapping[str, str | bytes], today: date | None = None) -> Any:  # noqa: ANN401
    """The fixture of a test file: an assistant over its postings, made once for all of its cases."""

    @pytest.fixture(scope="module")
    def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
        with assistant_over(postings, tmp_path_factory.mktemp("jobs"), today) as made:
            yield made

    return assistant


def matched(answer: Answer) -> str:
    """The postings that an answer matches by their names without ".txt", sorted."""
    return " ".join(sorted(match.posting.removesuffix(".txt") for match in answer.matches))


def generated_posting(number: int, version: int = 0) -> str:
    """A posting with a few sections whose words no other posting has."""
    parts = ["I- Contexte", "II- Missions", "III- Profil du candidat/e", "IV- Candidatures"]
    body = [
        f"{part}\n\n"
        + "\n".join(f"- Phrase{line} du poste{number} version{version} partie{place}." for line in range(8))
        for place, part in enumerate(parts)
    ]
    return f"Organisation{number} recherche un Coordinateur{number} – Réf. : R{number}\n\n" + "\n\n".join(body) + "\n"


def run_cli(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `python -m assistant` in a process of its own, from the repository; a CompletedProcess of texts."""
    return run_python("-m", "assistant", *arguments, env=env, stdin=stdin)


def run_python(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run this Python in a process of its own, from the repository."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**clean_environment(), **(env or {})},
        input=stdin,
        capture_output=True,
        encoding="utf8",
        timeout=180,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """The environment without the settings of the program, the cache of its model apart."""
    settings = (
        "POSTINGS_STORE",
        "EMBEDDING_MODEL",
        "CHROMA_URL",
        "TODAY",
        "LLM_MODEL",
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
    )
    return {name: value for name, value in os.environ.items() if name not in settings}


@contextmanager
def chroma_of(folder: Path) -> Iterator[Connect]:
    """How a store in `folder` connects with a Chroma of its own; the server ends with the context."""
    server = LocalChroma(folder / "chroma")
    try:
        yield own_server(server)
    finally:
        server.stop()


@contextmanager
def store_of(folder: Path, postings: Mapping[str, str]) -> Iterator[Store]:
    """A store in `folder` with hashed vectors, in which the postings (texts by file name) are indexed."""
    files = write_files(folder / "postings", postings)
    with hash_store(folder / "store") as opened:
        index_folder(opened, files)
        yield opened


def ask_on(store: Store, today: date, *turns: str) -> tuple[str, set[str], str]:
    """The kind of the answer to the last turn, the postings that it names or cites (bare names), and its text."""
    answer = Assistant(store, lambda: today).ask(turns[-1], [Turn("user", turn) for turn in turns[:-1]])
    shown = {match.posting for match in answer.matches} or {citation.posting for citation in answer.citations}
    return answer.kind, {name.removesuffix(".txt") for name in shown}, answer.text
