"""A store: the catalogue with its lock, its search index and its keywords, brought into step with each other."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from assistant.asking.kinds import QuestionKinds, kind_model
from assistant.asking.reading import Reading
from assistant.asking.spelling import prepare as prepare_spelling
from assistant.catalogue import FILE, Catalogue, is_in
from assistant.domain import Language
from assistant.encoder import Encoder
from assistant.errors import AssistantError
from assistant.index import Connect, SearchIndex
from assistant.language import prepare as prepare_detection
from assistant.language_means import Means, language_means
from assistant.library import Library
from assistant.lock import ASKING, StoreLock
from assistant.once import Once
from assistant.remaking import Notify, bring_up_to_date
from assistant.remembered import Remembered
from assistant.reranking import Reranking
from assistant.sentence_vectors import SentenceVectors
from vectorstore.errors import EmbeddingError
from vectorstore.index import forget_set_aside
from vectorstore.keyword import KeywordIndex

_READINGS = 1_000  # of questions: those before are read again at each turn of a conversation
_YOUNG = 50_000  # objects: a library is a million that stay, and searching them for garbage took a third of a start


class Store:
    """An open store. Safe to use from several threads, one of which may change it at a time."""

    def __init__(self, catalogue: Catalogue, index: SearchIndex, encoder: Encoder, lock: StoreLock | None, /) -> None:
        """Take the parts; nothing is loaded yet. `lock` is None beside another program, only to ask."""
        self.catalogue = catalogue
        self.index = index
        self.encoder = encoder
        self.lock = lock
        self.vectors = SentenceVectors(encoder)
        self.reranker: Reranking | None = None  # None: the settings name none
        self.readings: Remembered[tuple[str, Language], Reading] = Remembered(_READINGS)
        self.kinds: QuestionKinds | None = None  # of questions
        self.judge: SentenceVectors | None = None  # of a second encoder, which judges the passages found
        self._to_stay = False  # open for more than one question
        self._library = Once(lambda: Library.load(catalogue))
        self._keywords = Once(self._filled_keywords)
        self._means = Once(lambda: language_means(self.library, catalogue))

    @classmethod
    def open(
        cls,
        folder: Path,
        encoder: Encoder,
        connect: Connect | None,
        *,
        write: bool,
        notify: Notify = lambda _: None,
    ) -> Store:
        """The store in `folder`, made where there is none and `write` is set.

        `connect` gives the vector store (see `SearchIndex`); it is left alone where another program has the store
        open. `notify` hears a sentence when something is made anew. UserError where another program writes it.
        """
        gc.set_threshold(_YOUNG, 20, 100)
        lock = _locked(folder, write)
        if is_in(folder) and not (folder / FILE).stat().st_size:  # which SQLite takes for a new one
            notify(f"The catalogue in {folder} is empty. If postings were in it, index your folders again.")
        try:
            catalogue = Catalogue.open(folder, write=write or lock is not None)
            try:
                bring_up_to_date(catalogue, encoder, can_write=lock is not None, notify=notify)
            except BaseException:
                catalogue.close()
                raise
        except BaseException:
            if lock:
                lock.release()
            raise
        return cls(catalogue, SearchIndex(catalogue, connect if lock else None, notify), encoder, lock)

    @property
    def library(self) -> Library:
        """The catalogue as it is now, loaded when it is first wanted: a snapshot that a change leaves as it is."""
        return self._library.get()

    @property
    def keywords(self) -> KeywordIndex:
        """The keyword index, built when it is first wanted; it follows every change."""
        return self._keywords.get()

    @property
    def language_means(self) -> Means:
        """The mean vector of each language's passages (see `language_means`), worked out when it is first wanted."""
        return self._means.get()

    def start(self) -> None:
        """Load what questions need, in threads of their own, what the first may need before the rest.

        Who has one question alone does without: it loads what it needs, and exact search is quicker than starting the
        index for it.
        """
        self._to_stay = True
        for name, load in (("store", self._load_all), ("index", self.index.start)):
            _in_a_thread(name, load)

    def _load_all(self) -> None:
        library = self.library
        _ = library.reposts
        _ = self.keywords
        if self.kinds:
            kind_model()
        _ = library.chunks
        prepare_spelling()
        prepare_detection()

    def _filled_keywords(self) -> KeywordIndex:
        """The keyword index; who looks for words looks for passages as a rule, so that the rest is loaded beside."""
        self.encoder.start()
        if not self._to_stay:
            _in_a_thread("passages", self._load_for_passages)
        keywords = KeywordIndex()
        keywords.replace((), self.catalogue.words())
        return keywords

    def _load_for_passages(self) -> None:
        if self.judge:
            self.judge.encoder.start()
        self.index.load()
        _ = self.language_means

    def close(self) -> None:
        """Let everything go."""
        self.index.close()
        self.catalogue.close()
        if self.lock:
            self.lock.release()

    def follow(self, changed: Collection[str], removed: Collection[str]) -> None:
        """Bring what is searched into step after `changed` and `removed` postings (ids)."""
        touched = {*changed, *removed}
        if not touched:
            return
        self._library.change(lambda library: library.with_changes(self.catalogue, touched))
        self._keywords.change(lambda keywords: _followed(keywords, self.catalogue, touched))
        self._means = Once(lambda: language_means(self.library, self.catalogue))
        self.index.follow(touched)

    def take_over_own_facts(self, posting: str) -> None:
        """Bring the library into step after the person said something of the facts of a posting (id)."""
        self._library.change(lambda library: library.with_own_facts(posting))

    def forget(self, removed: Collection[str]) -> None:
        """`follow` after postings (ids) were taken out, so that no file of the store holds anything of them."""
        self.follow((), removed)
        self.catalogue.purge()
        self.index.purge()
        forget_set_aside(self.catalogue.folder)


def _followed(keywords: KeywordIndex, catalogue: Catalogue, touched: Collection[str]) -> KeywordIndex:
    keywords.replace(touched, catalogue.words(touched))
    return keywords


def _in_a_thread(name: str, load: Callable[[], object]) -> None:
    def run() -> None:
        with suppress(AssistantError, EmbeddingError):  # whoever asks hears of it
            load()

    threading.Thread(target=run, daemon=True, name=name).start()


def _locked(folder: Path, write: bool) -> StoreLock | None:
    if write:
        return StoreLock.of_writer(folder)
    if not is_in(folder):
        return None  # who only asks makes no store, and leaves nothing in a folder that is none
    lock = StoreLock(folder)
    return lock if lock.acquire(ASKING) else None
