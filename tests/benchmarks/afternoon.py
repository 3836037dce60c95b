"""Beside what somebody would build in an afternoon out of the same model and store: langchain's splitter and Chroma.

Both index the same documents and find postings for the same questions. Three sets say how: one in one language, with
questions in users' words, and the titles of postings that ask for the posting in the other language, both ways.
`BENCH_DATA` names the folder of the sets.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document as LangchainDocument
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.encoder import Encoder
from assistant.indexing import index_folder
from assistant.questions import Query
from assistant.retrieval import retrieve
from assistant.settings import Settings
from assistant.store import Store
from assistant.wiring import own_server
from tests.benchmarks.facts import DATA
from tests.benchmarks.report import Row
from tests.benchmarks.retrieval import Ranking, hit, ndcg
from tests.benchmarks.retrieval_sets import RetrievalSet, retrieval_sets
from vectorstore.chroma_server import LocalChroma
from vectorstore.embedding import Embedder, load_embedder

_SETS = ("cnil", "pairs_en_fr", "pairs_fr_en")
_CHARACTERS, _OVERLAP = 1000, 200
_PASSAGES = 50  # passages that are looked at for ten documents

Ask = Callable[[str, str], Ranking]  # question and its language → documents, best first


class _Embeddings(Embeddings):
    """The program's encoder as langchain wants it."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(number) for number in row] for row in self._embedder.passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        return [float(number) for number in self._embedder.questions([text])[0]]


@dataclass(frozen=True)
class _Built:
    ask: Ask
    seconds: float  # that indexing took
    close: Callable[[], None] = lambda: None


def measure() -> Iterator[Row]:
    """A row a set and way: nDCG@10, hit@1, milliseconds a question, seconds of indexing."""
    folder = os.environ.get(DATA)
    if not folder:
        print(f"afternoon: not measured; set {DATA} to the folder of the sets", file=sys.stderr)
        return
    settings = Settings.from_environment(os.environ)
    embedder = load_embedder(settings.embedding_model, settings.cache)
    for one in retrieval_sets(Path(folder)):
        if one.name in _SETS:
            for way, build in (("an afternoon's", _afternoon), ("ours", _ours)):
                with tempfile.TemporaryDirectory(prefix="postings-afternoon-") as scratch:
                    yield _row(one, way, build(one, embedder, Path(scratch)))


def _row(one: RetrievalSet, way: str, built: _Built) -> Row:
    try:
        began = time.perf_counter()
        found = [built.ask(question.text, question.language) for question in one.questions]
        milliseconds = 1000 * (time.perf_counter() - began) / len(found)
    finally:
        built.close()
    right = [one.right[question.id] for question in one.questions]
    marks = [(ndcg(r, a), hit(r, a, 1)) for r, a in zip(found, right, strict=True)]
    quality, first = (sum(column) / len(marks) for column in zip(*marks, strict=True))
    return {
        "set": one.name, "way": way, "nDCG@10": quality, "hit@1": first,
        "ms a question": milliseconds, "s of indexing": built.seconds,
    }  # fmt: skip


def _afternoon(one: RetrievalSet, embedder: Embedder, scratch: Path) -> _Built:
    began = time.perf_counter()
    splitter = RecursiveCharacterTextSplitter(chunk_size=_CHARACTERS, chunk_overlap=_OVERLAP)
    pieces = splitter.split_documents(
        [LangchainDocument(page_content=d.whole, metadata={"document": d.id}) for d in one.documents]
    )
    store = Chroma.from_documents(pieces, _Embeddings(embedder), persist_directory=str(scratch / "chroma"))
    retriever = store.as_retriever(search_kwargs={"k": _PASSAGES})
    seconds = time.perf_counter() - began

    def ask(question: str, _language: str) -> Ranking:
        return _first(piece.metadata["document"] for piece in retriever.invoke(question))

    return _Built(ask, seconds)


def _ours(one: RetrievalSet, embedder: Embedder, scratch: Path) -> _Built:
    folder = scratch / "in"
    folder.mkdir()
    names = {}
    for number, document in enumerate(one.documents):
        name = f"{number:05}.txt"
        names[name] = document.id
        (folder / name).write_text(f"{document.title}\n\n{document.text}\n", encoding="utf8", newline="")
    began = time.perf_counter()
    server = LocalChroma(scratch / "chroma")
    encoder = Encoder(lambda: embedder, embedder.fingerprint)
    store = Store.open(scratch / "store", encoder, own_server(server), write=True)
    index_folder(store, folder)
    store.index.start()
    seconds = time.perf_counter() - began

    def ask(question: str, language: str) -> Ranking:
        asked = Query(question, question, "en" if language == "en" else "fr")
        return _first(names[passage.posting.name] for passage in retrieve(asked, store, _PASSAGES))

    def close() -> None:
        store.close()
        server.stop()

    return _Built(ask, seconds, close)


def _first(documents: Sequence[str] | Iterator[str]) -> Ranking:
    return list(dict.fromkeys(documents))
