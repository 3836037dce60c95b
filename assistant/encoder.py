"""The embedding model, loaded beside everything else: importing its library alone takes seconds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from vectorstore.embedding import Embedder


class Encoder:
    """An embedder that is loaded once, in a thread of its own, when it is first wanted."""

    def __init__(self, load: Callable[[], Embedder], fingerprint: str) -> None:
        """Take what loads the embedder, and the fingerprint that it will have."""
        self.fingerprint = fingerprint  # known before it is loaded
        self._load = load
        self._future: Future[Embedder] | None = None
        self._guard = threading.Lock()

    def start(self) -> Future[Embedder]:
        """Begin to load, and return at once."""
        with self._guard:
            if self._future is None or (self._future.done() and self._future.exception()):
                self._future = Future()
                threading.Thread(target=self._run, args=(self._future,), daemon=True, name="encoder").start()
            return self._future

    def get(self) -> Embedder:
        """The embedder, waited for. EmbeddingError where it cannot be had."""
        return self.start().result()

    @property
    def ready(self) -> bool:
        """Whether it can be used without waiting."""
        return self._future is not None and self._future.done() and self._future.exception() is None

    def _run(self, future: Future[Embedder]) -> None:
        try:
            future.set_result(self._load())
        except BaseException as error:  # whoever waits must hear of it, whatever it is
            future.set_exception(error)
