"""The search index beside the catalogue: Chroma where it is sound, exact search while it is not.

Everything in it comes out of the catalogue, so it may be thrown away and built again without embedding anything.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Collection, Sequence
from typing import Literal

from assistant.catalogue import Catalogue
from assistant.rows import Vectors
from vectorstore.errors import VectorStoreError
from vectorstore.exact import ExactStore
from vectorstore.index import reconcile, verify
from vectorstore.records import Hit, Record, VectorStore

# Gives a store for vectors of a dimension; with True, after a check failed, one that was emptied or set aside.
Connect = Callable[[int, bool], VectorStore]
State = Literal["starting", "ready", "unreachable", "off"]
_SAMPLE = 200  # chunks whose own vector must find them before the index is trusted
_RETRY = 30.0  # seconds before an unreachable index is tried again
_log = logging.getLogger(__name__)


class SearchIndex:
    """Nearest chunks of the catalogue. `connect` gives the Chroma store; None searches exactly and nothing else."""

    def __init__(self, catalogue: Catalogue, connect: Connect | None) -> None:
        """Nothing is connected yet: see `start`."""
        self._catalogue = catalogue
        self._connect = connect
        self._store: VectorStore | None = None
        self._exact: ExactStore | None = None
        self._guard = threading.RLock()  # who connects or changes the store, which may take seconds
        self._loading = threading.Lock()  # who loads the stand-in, which must not wait for that
        self._closed = False
        self._failed_at = 0.0
        self.state: State = "starting" if connect else "off"

    def start(self) -> None:
        """Connect, bring into step with the catalogue, and check; afterwards Chroma answers. May take seconds."""
        with self._guard:
            if self._closed:
                return
            dimension = self._catalogue.dimension()
            if self._connect is None or self.state == "ready" or dimension is None:
                return  # nothing is stored yet: `follow` comes back to it
            self._let_go()
            try:
                self._store = self._sound(self._connect, dimension)
                self.state = "ready"
            except VectorStoreError as error:
                self._fail(error)

    def search(self, vector: Vectors, limit: int, postings: Collection[str] | None = None) -> list[Hit]:
        """The `limit` nearest chunks, of `postings` (ids) alone where they are given."""
        store = self._usable()
        if store is not None:
            try:
                return store.search(vector, limit, postings)
            except VectorStoreError as error:
                self._fail(error)
        return self._stand_in().search(vector, limit, postings)

    def follow(self) -> None:
        """Take over what has changed in the catalogue."""
        with self._loading:
            self._exact = None
        with self._guard:
            if self._store is None or self.state != "ready":
                self.start()
                return
            try:
                reconcile(self._store, self._catalogue.pairs(), self._records)
            except VectorStoreError as error:
                self._fail(error)

    def close(self) -> None:
        """Let the index go."""
        with self._guard:
            self._closed = True
            self._let_go()

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None

    def _sound(self, connect: Connect, dimension: int) -> VectorStore:
        """A store that holds what the catalogue holds and finds it; a damaged one is made anew once."""
        try:
            store = connect(dimension, False)
            problems = self._problems(store)
        except VectorStoreError as error:
            _log.info("the search index cannot be used as it is: %s", error)
            problems = [str(error)]
        if not problems:
            return store
        _log.warning("the search index was damaged and is built again from the catalogue")
        store = connect(dimension, True)
        if problems := self._problems(store):
            raise VectorStoreError("; ".join(problems[:3]))
        return store

    def _problems(self, store: VectorStore) -> list[str]:
        pairs = self._catalogue.pairs()
        reconcile(store, pairs, self._records)
        sample = sorted(pairs)
        if len(sample) > _SAMPLE:
            sample = random.Random(0).sample(sample, _SAMPLE)
        return verify(store, self._records(sample))

    def _usable(self) -> VectorStore | None:
        if self.state == "unreachable" and time.monotonic() - self._failed_at > _RETRY:
            threading.Thread(target=self.start, daemon=True, name="index").start()
            self._failed_at = time.monotonic()
        return self._store if self.state == "ready" else None

    def _fail(self, error: VectorStoreError) -> None:
        _log.warning("the search index does not answer, searching without it: %s", error)
        self._failed_at = time.monotonic()
        self.state = "unreachable"

    def _stand_in(self) -> ExactStore:
        """Exact search over the catalogue's vectors, loaded when it is first needed."""
        with self._loading:
            if self._exact is None:
                exact = ExactStore()
                exact.upsert(self._records(sorted(self._catalogue.pairs())))
                self._exact = exact
            return self._exact

    def _records(self, ids: Sequence[str]) -> list[Record]:
        return [Record(i, digest, posting, vector) for i, posting, digest, vector in self._catalogue.vectors(ids)]
