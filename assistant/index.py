"""The search index beside the catalogue: Chroma where it is sound, exact search while it is not.

Everything in it comes out of the catalogue, so it may be thrown away and built again without embedding anything.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Collection
from typing import Literal

from assistant.catalogue import By, Catalogue
from assistant.errors import AssistantError
from assistant.rows import Vectors
from vectorstore.errors import VectorStoreError
from vectorstore.exact import ExactStore
from vectorstore.index import forget_set_aside, reconcile, verify
from vectorstore.records import Hit, Record, VectorStore

# Gives a store for vectors of a dimension; with True, after a check failed, one that was emptied or set aside.
Connect = Callable[[int, bool], VectorStore]
Notify = Callable[[str], None]
State = Literal["starting", "ready", "unreachable", "off"]
_SAMPLE = 200  # chunks whose own vector must find them before the index is trusted
_MISSED = 6  # … but for so many of them, where they are a part of all
# Postings among which every chunk is compared: Chroma takes a tenth of a second to keep to them, however few they are.
_FEW = 64
_RETRY = 30.0  # seconds before an unreachable index is tried again
_REBUILT = "The search index was damaged; it is built again from the catalogue. Answers come all the same."
_log = logging.getLogger(__name__)


class SearchIndex:
    """Nearest chunks of the catalogue. `connect` gives the Chroma store; None searches exactly and nothing else."""

    def __init__(self, catalogue: Catalogue, connect: Connect | None, notify: Notify = lambda _: None) -> None:
        """Nothing is connected yet: see `start`. `notify` hears a sentence when the index is made anew."""
        self._catalogue = catalogue
        self._notify = notify
        self._connect = connect
        self._store: VectorStore | None = None
        self._exact: ExactStore | None = None
        self._guard = threading.RLock()  # who connects or changes the store, which may take seconds
        self._loading = threading.Lock()  # who loads the stand-in, which must not wait for that
        self._closed = False
        self._failed_at = 0.0
        self._in_vain = False  # it was made from nothing and does not find what it holds: no use in doing so again
        self.problem = ""  # why it was last found unreachable
        self.state: State = "starting" if connect else "off"

    def start(self) -> None:
        """Connect, bring into step with the catalogue, and check; afterwards Chroma answers. May take seconds.

        Where postings were taken out, the index is made from nothing: what Chroma deletes stays in its files.
        """
        with self._guard:
            if not self._closed:
                self._begin(from_nothing=self._catalogue.index_holds_removed)

    def search(self, vector: Vectors, limit: int, postings: Collection[str] | None = None) -> list[Hit]:
        """The `limit` nearest chunks, of `postings` (ids) alone where they are given."""
        if postings is not None and len(postings) <= _FEW:
            few = ExactStore()
            few.upsert(self._records(postings, by="posting"))
            return few.search(vector, limit)
        store = self._usable()
        if store is not None:
            try:
                return store.search(vector, limit, postings)
            except VectorStoreError as error:
                if store is self._store:  # else it was let go meanwhile, as when a posting is taken out
                    self._fail(error)
        return self._stand_in().search(vector, limit, postings)

    def load(self, postings: Collection[str] | None = None) -> None:
        """Load what a search among `postings` needs, or among all: seconds where Chroma does not answer."""
        if (postings is None or len(postings) > _FEW) and self._usable() is None:
            self._stand_in()

    def follow(self, postings: Collection[str]) -> None:
        """Take over what has changed of these postings (ids) in the catalogue."""
        wanted = self._catalogue.pairs(postings)
        with self._loading:
            if self._exact is not None:
                reconcile(self._exact, wanted, self._records, postings)
        with self._guard:
            if self._store is None or self.state != "ready":
                self._begin(from_nothing=False)  # which can wait for the next start
                return
            try:
                reconcile(self._store, wanted, self._records, postings)
            except VectorStoreError as error:
                self._fail(error)

    def purge(self) -> None:
        """Make the index from nothing, so that its files hold nothing of what was taken out; it fills in a thread."""
        with self._guard:
            if self._connect is None:
                return
            self.state = "starting"
            try:
                self._let_go()
                self._emptied(self._connect, self._catalogue.dimension() or 1).close()
            except VectorStoreError as error:
                self._fail(error)
                return
        threading.Thread(target=self.start, daemon=True, name="index").start()

    def inspect(self) -> list[str]:
        """What is wrong with the index, in words; nothing is mended. VectorStoreError where it does not answer."""
        with self._guard:
            dimension = self._catalogue.dimension()
            if self._connect is None or dimension is None:
                return []
            self._let_go()
            self._store = self._connect(dimension, False)
            pairs = self._catalogue.pairs()
            different = len(set(self._store.pairs().items()) ^ set(pairs.items()))
            return [f"{different} records differ"] if different else self._missed(self._store, pairs)

    def close(self) -> None:
        """Let the index go; what is still being filled goes on at the next start."""
        self._closed = True  # seen by who fills it, who then lets the guard go
        with self._guard:
            self._let_go()

    def _let_go(self) -> None:
        store, self._store = self._store, None  # who searches it still sees that it is no longer this one
        if store is not None:
            store.close()

    def _begin(self, from_nothing: bool) -> None:
        dimension = self._catalogue.dimension()
        if self._connect is None or self.state == "ready" or (dimension is None and not from_nothing):
            return  # where nothing is stored yet, `follow` comes back to it
        if self._in_vain and not from_nothing:
            return
        self._let_go()
        try:
            self._store = self._sound(self._connect, dimension or 1, from_nothing)
            self.state = "ready"
        except (VectorStoreError, AssistantError) as error:
            self._fail(error)

    def _sound(self, connect: Connect, dimension: int, from_nothing: bool) -> VectorStore:
        """A store that holds what the catalogue holds and finds it; a damaged one is made anew once."""
        try:
            store = self._emptied(connect, dimension) if from_nothing else connect(dimension, False)
            problems = self._problems(store)
        except VectorStoreError as error:
            if self._closed:
                raise
            _log.info("the search index cannot be used as it is: %s", error)
            problems = [str(error)]
        if not problems:
            return store
        store = connect(dimension, True)
        self._notify(_REBUILT)
        if problems := self._problems(store):
            self._in_vain = not self._closed
            raise VectorStoreError("; ".join(problems[:3]))
        return store

    def _emptied(self, connect: Connect, dimension: int) -> VectorStore:
        """A store made from nothing, and nothing left of what was there before."""
        store = connect(dimension, True)
        forget_set_aside(self._catalogue.folder, "chroma")
        self._catalogue.index_is_fresh()
        return store

    def _problems(self, store: VectorStore) -> list[str]:
        pairs = self._catalogue.pairs()
        reconcile(store, pairs, self._records)
        return self._missed(store, pairs)

    def _missed(self, store: VectorStore, pairs: Collection[str]) -> list[str]:
        ids = sorted(pairs)
        if len(ids) <= _SAMPLE:
            return verify(store, self._records(ids))
        return verify(store, self._records(random.Random(0).sample(ids, _SAMPLE)), _MISSED)

    def _usable(self) -> VectorStore | None:
        if self.state == "unreachable" and time.monotonic() - self._failed_at > _RETRY:
            threading.Thread(target=self.start, daemon=True, name="index").start()
            self._failed_at = time.monotonic()
        return self._store if self.state == "ready" else None

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            _log.warning("the search index does not answer, searching without it: %s", error)
        self._failed_at = time.monotonic()
        self.problem = str(error)
        self.state = "unreachable"

    def _stand_in(self) -> ExactStore:
        """Exact search over the catalogue's vectors, loaded when it is first needed."""
        with self._loading:
            if self._exact is None:
                exact = ExactStore()
                exact.upsert(self._records(None))
                self._exact = exact
            return self._exact

    def _records(self, among: Collection[str] | None, by: By = "id") -> list[Record]:
        """The records of these chunks, or of those of these postings (`by` "posting"), or all."""
        if self._closed:
            raise VectorStoreError("The index is being closed.")
        rows = self._catalogue.vectors(among, by=by)
        return [Record(identity, digest, posting, vector) for identity, posting, digest, vector in rows]
