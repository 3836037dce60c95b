"""The one place that picks the concrete parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.asking.kinds import QuestionKinds
from assistant.assistant import Assistant
from assistant.encoder import Encoder
from assistant.errors import UserError
from assistant.reranking import Reranking
from assistant.sentence_vectors import SentenceVectors
from assistant.settings import ModelSettings, Settings
from assistant.store import Store
from assistant.writing.endpoint import Endpoint
from assistant.writing.generative import GenerativeWriter
from assistant.writing.limits import LimitedModel, Limits
from vectorstore import second_encoder
from vectorstore.chroma_server import LocalChroma
from vectorstore.embedding import SentenceTransformerEmbedder, fingerprint
from vectorstore.encoder_process import EncoderProcess
from vectorstore.errors import EmbeddingError, VectorStoreError
from vectorstore.index import set_aside
from vectorstore.records import VectorStore
from vectorstore.reranker import load_reranker
from vectorstore.second_encoder import SecondEncoder


@contextmanager
def open_assistant(
    settings: Settings,
    *,
    write: bool,
    notify: Callable[[str], None] = lambda _: None,
    today: Callable[[], date] = date.today,
    to_stay: bool = True,
) -> Iterator[Assistant]:
    """The assistant over the store of `settings`, closed at the end.

    With `write` the store is made where there is none, and held alone; without, it is only asked. `notify` hears a
    sentence when something has to be made anew. One that is not `to_stay` open loads only what its question needs.
    """
    with open_store(settings, write=write, notify=notify) as store:
        if to_stay:
            store.start()
        yield Assistant(store, today, writer_of(settings.model))


def writer_of(model: ModelSettings | None, limits: Limits | None = None) -> GenerativeWriter | None:
    """What has answers worded by a language model; None where none is set."""
    if model is None:
        return None
    kept = limits or Limits()
    limited = LimitedModel(Endpoint(model, kept.connect, kept.silence), kept)
    return GenerativeWriter(limited, model, kept.total)


@contextmanager
def open_store(settings: Settings, *, write: bool, notify: Callable[[str], None] = lambda _: None) -> Iterator[Store]:
    """The store of `settings`; neither its encoder nor its index is started."""
    try:
        model = fingerprint(settings.embedding_model)
    except EmbeddingError as error:
        raise UserError(str(error)) from error
    process = EncoderProcess(settings.embedding_model, settings.cache)
    encoder = Encoder(lambda: SentenceTransformerEmbedder(process, model), model)
    server = LocalChroma(settings.store / "chroma")
    connect = server_at(settings.chroma_url, settings) if settings.chroma_url else own_server(server)
    store = Store.open(settings.store, encoder, connect, write=write, notify=notify)
    second = Encoder(SecondEncoder, second_encoder.fingerprint())
    store.judge = SentenceVectors(second)
    store.kinds = QuestionKinds(store.judge)
    if name := settings.reranker_model:
        store.reranker = Reranking(lambda: load_reranker(name), notify)
    try:
        yield store
    finally:
        store.close()
        server.stop()
        process.stop()


def own_server(server: LocalChroma) -> Callable[[int, bool], VectorStore]:
    """Chroma as a child process over a folder of the store: a crash costs only the child."""

    def connect(dimension: int, fresh: bool) -> VectorStore:
        # Its library takes a second to import, and whoever only reads facts never needs it.
        from vectorstore.chroma import ChromaStore

        if fresh:
            server.stop()
            _out_of_the_way(server.folder)
        return ChromaStore(server.start(), "postings", dimension)

    return connect


def _out_of_the_way(folder: Path) -> None:
    try:
        if folder.exists():
            set_aside(folder)
    except OSError as error:
        raise VectorStoreError(f"The damaged index folder {folder} cannot be moved: {error.strerror}.") from error


def server_at(url: str, settings: Settings) -> Callable[[int, bool], VectorStore]:
    """A Chroma server that someone else runs; each store has a collection of its own there."""

    def connect(dimension: int, fresh: bool) -> VectorStore:
        from vectorstore.chroma import ChromaStore

        name = hashlib.sha256(str(settings.store).encode("utf8")).hexdigest()[:16]
        store = ChromaStore(url, f"postings-{name}", dimension)
        if fresh:
            store.clear()
        return store

    return connect
