"""A store: the catalogue with its lock, its search index and its keywords, brought into step with each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.catalogue import Catalogue, is_in
from assistant.chunks import chunks_of
from assistant.domain import Posting
from assistant.encoder import Encoder
from assistant.errors import StoreError, UserError
from assistant.facts import facts_of
from assistant.index import Connect, SearchIndex
from assistant.library import Library
from assistant.lock import ASKING, WRITING, StoreLock
from assistant.reading import RULES, posting_of
from assistant.rows import Entry
from assistant.sentence_vectors import SentenceVectors
from vectorstore.keyword import KeywordIndex

Notify = Callable[[str], None]


@dataclass
class Store:
    """An open store. `library` is a state of the catalogue that is replaced whole after each change."""

    catalogue: Catalogue
    index: SearchIndex
    encoder: Encoder
    lock: StoreLock | None  # None: opened beside another program, only to ask
    library: Library
    keywords: KeywordIndex
    vectors: SentenceVectors

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
        lock = _locked(folder, write)
        try:
            catalogue = Catalogue.open(folder, write=write or lock is not None)
            try:
                _check_version(catalogue, encoder, lock is not None, notify)
                library = Library.load(catalogue)
            except BaseException:
                catalogue.close()
                raise
        except BaseException:
            if lock:
                lock.release()
            raise
        index = SearchIndex(catalogue, connect if lock else None)
        keywords = KeywordIndex()
        keywords.add(library.documents())
        return cls(catalogue, index, encoder, lock, library, keywords, SentenceVectors(encoder))

    def start(self) -> None:
        """Load the encoder and check the search index, in threads of their own."""
        self.encoder.start()
        threading.Thread(target=self.index.start, daemon=True, name="index").start()

    def close(self) -> None:
        """Let everything go."""
        self.index.close()
        self.catalogue.close()
        if self.lock:
            self.lock.release()

    def follow(self, changed: Collection[str], removed: Collection[str]) -> None:
        """Bring what is searched into step after `changed` and `removed` postings (ids)."""
        self.library = Library.load(self.catalogue)
        for posting in {*changed, *removed}:
            self.keywords.delete_group(posting)
        self.keywords.add(self.library.documents(changed))
        self.index.follow()


def _locked(folder: Path, write: bool) -> StoreLock | None:
    if write:
        _make(folder)
    elif not is_in(folder):
        return None  # who only asks makes no store, and leaves nothing in a folder that is none
    lock = StoreLock(folder)
    if lock.acquire(WRITING if write else ASKING):
        return lock
    if write:
        raise lock.refusal()
    return None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except FileExistsError as error:
        raise UserError(f"{folder} is a file. Name a folder with --store.") from error
    except OSError as error:
        raise StoreError(
            f"The store folder {folder} cannot be written ({error.strerror}). "
            "Mend its rights, or name another with --store."
        ) from error


def made_with(encoder: Encoder) -> dict[str, str]:
    """What a store made by this program, with this encoder, remembers."""
    return {"rules": RULES, "embedding": encoder.fingerprint}


def _check_version(catalogue: Catalogue, encoder: Encoder, can_write: bool, notify: Notify) -> None:
    """Make anew what another version or another model made, from the texts in the catalogue."""
    now, then = made_with(encoder), catalogue.made_with()
    if then == now:
        return
    postings = catalogue.postings_with_digests() if then else []
    what = "embedding model" if then.get("embedding") != now["embedding"] else "version of the rules"
    if postings and not can_write:
        raise UserError(
            f"This store was made with another {what}. Close the other program that has it open, then ask again."
        )
    if postings:
        notify(f"This store was made with another {what}: its {len(postings)} postings are made anew …")
        fresh = [(posting_of(p.source, p.name, p.text), digest) for p, digest in postings]
        catalogue.replace_all(entries_of(fresh, encoder, catalogue, now == {**then, "rules": RULES}), now)
    elif can_write:
        catalogue.remember(now)


def entries_of(
    postings: Sequence[tuple[Posting, str]],
    encoder: Encoder,
    catalogue: Catalogue,
    reuse: bool = True,
    progress: Callable[[int], None] | None = None,
) -> list[Entry]:
    """Postings, each with its file's digest, cut and embedded. What was embedded before is not embedded again."""
    cut = [(posting, digest, chunks_of(posting)) for posting, digest in postings]
    texts = {chunk.digest: chunk.text_to_embed for _, _, chunks in cut for chunk in chunks}
    vectors = catalogue.vectors_by_digest(texts) if reuse else {}
    missing = [digest for digest in texts if digest not in vectors]
    if missing:
        rows = encoder.get().passages([texts[digest] for digest in missing], progress)
        vectors.update(zip(missing, rows, strict=True))
    return [
        Entry(posting, digest, facts_of(posting), chunks, [vectors[chunk.digest] for chunk in chunks])
        for posting, digest, chunks in cut
    ]
