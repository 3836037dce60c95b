"""Looks at a store from its folder to its index, and mends what can be mended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.catalogue import FILE, Catalogue, is_in
from assistant.database import problems_of
from assistant.errors import AssistantError, StoreError, UserError
from assistant.index import SearchIndex
from assistant.lock import ASKING, StoreLock
from assistant.remaking import made_with
from assistant.resources import table
from assistant.rows import chunk_prefix, posting_of_chunk
from assistant.salvage import Salvage, salvage
from assistant.store import Store
from assistant.writing.generative import GenerativeWriter
from assistant.writing.probe import failure_at
from assistant.writing.said import why_failed
from vectorstore.chroma_server import end_orphan, is_orphaned
from vectorstore.errors import VectorStoreError

Check = Literal[
    "folder", "space", "lock", "catalogue", "made_with", "index", "model", "writer", "tesseract", "leftovers",
]  # fmt: skip
State = Literal["well", "note", "mended", "act", "broken"]
OpenStore = Callable[[bool, Callable[[str], None]], AbstractContextManager[Store]]
_SCARCE = 200_000_000  # bytes free, below which a word is due
_MB = 1_000_000
_NAMED = 20  # postings that are named
_LANGUAGES = {"fra": "French", "eng": "English"}


@dataclass(frozen=True)
class Finding:
    """What one check found; `act` is for the person to do, `broken` what was not mended."""

    check: Check
    state: State
    text: str


@dataclass(frozen=True)
class Doctor:
    """One examination of the store in `folder`; without `mend` nothing is changed.

    `open_store` opens the store, to write or not, and tells the function given what it makes anew; `fingerprint` is
    that of the embedding model that is set, and `writer` has answers worded by the language model that is set.
    """

    folder: Path
    open_store: OpenStore
    fingerprint: str
    mend: bool
    writer: GenerativeWriter | None = None

    def findings(self) -> Iterator[Finding]:
        """What each check finds, in an order in which one stands on those before it."""
        yield finding("model", "well", fingerprint=self.fingerprint)
        yield _writer(self.writer)
        yield _tesseract()
        if not is_in(self.folder):
            yield finding("folder", "act", "none", folder=self.folder)
            return
        if not os.access(self.folder, os.W_OK):
            yield finding("folder", "act", "closed", folder=self.folder)
            return  # neither the lock nor the log of changes can be opened, which says nothing of the catalogue
        yield finding("folder", "well", folder=self.folder)
        yield self._space()
        lock = StoreLock(self.folder)
        if not lock.acquire(ASKING):
            yield finding("lock", "act", holder=lock.holder())
            yield _catalogue_of(self.folder)
            yield finding("index", "note", "skipped")
            return
        try:
            found = [self._servers(), self._catalogue()]
        finally:
            lock.release()
        yield from found
        if all(each.state != "broken" for each in found):
            yield from self._opened()
        yield self._leftovers()

    def _space(self) -> Finding:
        free = shutil.disk_usage(self.folder).free
        return finding("space", "well" if free >= _SCARCE else "act", free=free / _MB)

    def _servers(self) -> Finding:
        if not is_orphaned(folder := self.folder / "chroma"):
            return finding("lock", "well")
        if not self.mend:
            return finding("lock", "broken", "orphan_found")
        end_orphan(folder)
        return finding("lock", "mended", "orphan")

    def _catalogue(self) -> Finding:
        found = _catalogue_of(self.folder)
        return _salvaged(salvage(self.folder)) if found.state == "broken" and self.mend else found

    def _opened(self) -> Iterator[Finding]:
        """The store as it opens: made anew where others made it, its index brought into step."""
        heard: list[str] = []
        try:
            if not self.mend and self._is_stale():
                yield finding("made_with", "broken")
                return
            with self.open_store(self.mend, heard.append) as store:
                told = " ".join(heard)
                yield finding("made_with", "mended", sentence=told) if told else finding("made_with", "well")
                yield _index_mended(store.index, heard) if self.mend else _index_seen(store.index)
        except AssistantError as error:
            yield Finding("made_with", "act" if isinstance(error, UserError) else "broken", str(error))

    def _is_stale(self) -> bool:
        with closing(Catalogue.open(self.folder, write=False)) as catalogue:
            return catalogue.made_with() not in ({}, made_with(self.fingerprint))

    def _leftovers(self) -> Finding:
        aside = sorted(path for kind in ("bad", "old") for path in self.folder.glob(f"*.{kind}-*"))
        half = sorted(self.folder.glob("*.part-*"))
        if half and self.mend:
            for path in half:
                path.unlink(missing_ok=True)
            return finding("leftovers", "mended", count=len(half))
        if not aside:
            return finding("leftovers", "well")
        size = sum(_size(path) for path in aside) / _MB
        return finding("leftovers", "note", count=len(aside), size=size, names=", ".join(path.name for path in aside))


def finding(check: Check, state: State, which: str = "", **values: object) -> Finding:
    """A finding in the words of the data file: those of `state`, or those called `which`."""
    words: str = table("doctor.toml")[check][which or state]
    return Finding(check, state, words.format(**values))


def status(findings: Sequence[Finding]) -> int:
    """The exit status: 3 where something is broken, 2 where the person must act, else 0."""
    states = {found.state for found in findings}
    return 3 if "broken" in states else 2 if "act" in states else 0


def unlike(catalogue: Catalogue) -> list[str]:
    """The postings (ids) whose text is not the one that their chunks were made of."""
    versions = {posting_of_chunk(chunk): chunk for chunk in catalogue.pairs()}
    stored = ((one.posting, versions.get(one.posting.id)) for one in catalogue.stored())
    return [posting.id for posting, chunk in stored if chunk and not chunk.startswith(chunk_prefix(posting))]


def _catalogue_of(folder: Path) -> Finding:
    if problems := problems_of(folder / FILE):
        return finding("catalogue", "broken", problem=f"{problems[0]}.")
    try:
        with closing(Catalogue.open(folder, write=False)) as catalogue:
            if changed := unlike(catalogue):
                return finding("catalogue", "broken", "changed", names=", ".join(changed[:_NAMED]))
            for _ in catalogue.vectors(catalogue.pairs()):
                pass  # reading checks them
            return finding("catalogue", "well", count=catalogue.count())
    except UserError as error:
        return Finding("catalogue", "act", str(error))
    except StoreError as error:
        return finding("catalogue", "broken", problem=error)


def _salvaged(found: Salvage) -> Finding:
    names = ", ".join(found.lost[:_NAMED]) + (" …" if len(found.lost) > _NAMED else "")
    commands = (
        " ; ".join(f"python -m assistant index {folder}" for folder in found.folders)
        or "python -m assistant index FOLDER"
    )
    which = "lost" if found.lost else "none_lost" if found.complete else "some_lost"
    values = {"kept": found.kept, "count": len(found.lost), "lost": names, "commands": commands}
    return finding("catalogue", "mended" if which == "none_lost" else "act", which, aside=found.aside.name, **values)


def _index_mended(index: SearchIndex, heard: list[str]) -> Finding:
    heard.clear()
    index.start()
    if index.state == "unreachable":
        return finding("index", "act", problem=index.problem)
    if heard:
        return finding("index", "mended")
    return finding("index", "well", "" if index.state == "ready" else "empty")


def _index_seen(index: SearchIndex) -> Finding:
    try:
        problems = index.inspect()
    except VectorStoreError as error:
        problems = [str(error)]
    return finding("index", "broken", problem=problems[0]) if problems else finding("index", "well")


def _writer(writer: GenerativeWriter | None) -> Finding:
    if writer is None:
        return finding("writer", "well", "none")
    settings = writer.settings
    if failure := failure_at(writer):
        mend = table("doctor.toml")["writer"].get(f"mend_{failure.why}", "")
        why = why_failed("en", failure, settings.host)
        return finding("writer", "act", model=settings.name, why=why, mend=mend)
    return finding("writer", "well", model=settings.name, host=settings.host)


def _tesseract() -> Finding:
    # It imports a library for pictures, which nothing else of the program needs.
    from assistant.readers import tesseract

    found = tesseract.languages()
    if not found:
        return finding("tesseract", "note", install=tesseract.INSTALL)
    missing = [name for code, name in _LANGUAGES.items() if code not in found]
    if missing:
        return finding("tesseract", "note", "some", missing=" and ".join(missing), install=tesseract.INSTALL)
    return finding("tesseract", "well", languages=", ".join(found))


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())
