"""Bringing a store into step with a folder: what is new, changed or gone, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.documents import Document, documents_of, file_of
from assistant.domain import Posting
from assistant.errors import UserError
from assistant.reading import Unreadable, files_of, is_nameable, posting_of
from assistant.store import Store, entries_of

_BATCH = 64  # postings embedded together and then written one by one

Progress = Callable[[int, int, str], None]  # done, total, what is being done


@dataclass
class Report:
    """What indexing a folder did: names of postings, and for each failed file the reason."""

    source: str
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def index_folder(store: Store, folder: Path, progress: Progress = lambda _done, _total, _what: None) -> Report:
    """Make the store agree with `folder`. Files that fail are reported, and what was stored of them stays.

    UserError where there is no such folder, or nothing in it: then nothing is changed either.
    """
    if not os.path.isdir(folder):  # unlike Path.is_dir, false for a name that no file system takes
        raise UserError(f"There is no folder {folder}." if not os.path.exists(folder) else f"{folder} is not a folder.")
    folder = folder.resolve()
    if not is_nameable(folder):
        raise UserError(f"The name of the folder {folder} is not in UTF-8. Rename it, then index it.")
    names = files_of(folder)
    if not names:
        raise UserError(
            f"There is no file in {folder}, so nothing was changed. To take out what was indexed from there: "
            "python -m assistant remove SOURCE"
        )
    _refuse_own_folder(store, folder)
    source = store.catalogue.add_source(folder).name
    known = store.catalogue.file_digests(source)
    report = Report(source)
    documents, unopened = _documents(folder, names, report)
    for batch in _batches(_fresh(documents, source, known, report)):
        for entry in entries_of(batch, store.encoder, store.catalogue):
            store.catalogue.put(entry)
        done = len(report.added) + len(report.changed) + len(report.unchanged) + len(report.failed)
        progress(done, len(documents), "embedding")
    progress(len(documents), len(documents), "embedding")
    there = {document.name for document in documents}
    report.removed = sorted(name for name in known if name not in there and file_of(name) not in unopened)
    store.catalogue.remove([f"{source}/{name}" for name in report.removed])
    if not store.catalogue.file_digests(source):
        store.catalogue.remove_source(source)
    changed = [f"{source}/{name}" for name in (*report.added, *report.changed)]
    store.follow(changed, [f"{source}/{name}" for name in report.removed])
    return report


def _documents(folder: Path, names: list[str], report: Report) -> tuple[list[Document], set[str]]:
    """What the files hold, and the files that could not be opened, which the report names."""
    found: list[Document] = []
    unopened = set()
    for name in names:
        try:
            found += documents_of(folder, name)
        except Unreadable as error:
            report.failed.append((name, str(error)))
            unopened.add(name)
    return found, unopened


def remove(store: Store, name: str) -> list[str]:
    """Take out a source or one posting by the name it is shown by; returns the names of the postings taken out."""
    library = store.library
    gone = [posting for posting in library.postings.values() if posting.source == name]
    if gone:
        store.catalogue.remove_source(name)
    else:
        gone = [library.named(name)]
        store.catalogue.remove([gone[0].id])
    store.follow([], [posting.id for posting in gone])
    return [library.display_names[posting.id] for posting in gone]


def _fresh(
    documents: list[Document], source: str, known: dict[str, str], report: Report
) -> Iterator[tuple[Posting, str]]:
    """The postings that are new or changed, each with its digest; the report is kept on the way."""
    for document in documents:
        digest = document.digest
        if known.get(document.name) == digest:
            report.unchanged.append(document.name)
            continue
        try:
            posting = posting_of(source, document.name, document.text())
        except Unreadable as error:
            report.failed.append((document.name, str(error)))
            continue
        (report.changed if document.name in known else report.added).append(document.name)
        yield posting, digest


def _batches(postings: Iterator[tuple[Posting, str]]) -> Iterator[list[tuple[Posting, str]]]:
    batch: list[tuple[Posting, str]] = []
    for posting in postings:
        batch.append(posting)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _refuse_own_folder(store: Store, folder: Path) -> None:
    if store.catalogue.folder.resolve().is_relative_to(folder):
        raise UserError(f"The store itself lies in {folder}. Index the folder of your postings, or move the store.")
