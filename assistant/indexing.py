"""Bringing a store into step with a folder, and taking postings out of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from assistant.documents import SeenFile, listing_of
from assistant.errors import StoreError, UserError
from assistant.names import is_plain, shown
from assistant.readers.columns import mapping_of
from assistant.readers.fence import Fence
from assistant.report import Progress, Report, Stopped
from assistant.store import Store
from assistant.syncing import FolderSync

_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx")
_LARGEST_TEXT = 50_000  # bytes: a file that is no table holds one posting, whatever pictures it has
_GROWTH = 10  # bytes in the store for each byte of text: facts, vectors and the index built from them
_ROOM = 3  # times what is expected has to be free
_MB = 1_000_000


def index_folder(
    store: Store,
    folder: Path,
    progress: Progress = lambda _: None,
    *,
    full: bool = False,
    mapping: str = "",
    fence: Fence | None = None,
) -> Report:
    """Make the store agree with `folder`. Files that fail are reported, and what was stored of them stays.

    Files whose size and time have not changed are not read, unless `full` is set. `mapping` says which columns of
    tables hold what (see `assistant.readers.columns`), and is remembered. UserError where there is no such folder, or
    nothing in it, and StoreError where the disk has no room: then nothing is changed. `Stopped` on Ctrl-C.
    """
    folder = _checked(store, folder)
    listing = listing_of(folder)
    if not listing.files and not listing.failed:
        raise UserError(
            f"There is no file in {folder}, so nothing was changed. To take out what was indexed from there: "
            "python -m assistant remove SOURCE"
        )
    catalogue = store.catalogue
    source = catalogue.add_source(folder).name
    remembered = catalogue.mapping(source)
    sync = FolderSync(store, source, listing, mapping_of(mapping or remembered))
    files = sync.to_read(full, mapping not in ("", remembered))
    try:
        check_room(catalogue.folder, files)
        with fence or Fence() as reading:
            sync.run(reading, files, full, progress)
        if mapping:
            catalogue.remember_mapping(source, mapping)
    except KeyboardInterrupt as error:
        raise Stopped(
            f"Stopped. {len(sync.report.stored)} postings were read and are kept; the same command goes on from there."
        ) from error
    finally:
        if not catalogue.file_digests(source):
            catalogue.remove_source(source)
    _follow(store, source, sync.report)
    return sync.report


def remove(store: Store, name: str) -> list[str]:
    """Take out a source or one posting by the name it is shown by; returns the names of the postings taken out."""
    library = store.library
    gone = [posting for posting in library.postings.values() if posting.source == name]
    if gone:
        store.catalogue.remove_source(name)
    else:
        gone = [library.named(name)]
        store.catalogue.remove([gone[0].id])
    store.forget([posting.id for posting in gone])
    return [library.display_names[posting.id] for posting in gone]


def _checked(store: Store, folder: Path) -> Path:
    """The whole path of a folder that can be indexed; UserError where it cannot."""
    if not os.path.isdir(folder):  # unlike Path.is_dir, false for a name that no file system takes
        raise UserError(f"There is no folder {folder}." if not os.path.exists(folder) else f"{folder} is not a folder.")
    folder = folder.resolve()
    if not is_plain(str(folder)):
        raise UserError(
            f"The name of the folder {shown(str(folder))} holds characters that cannot be shown, or is not in UTF-8. "
            "Rename it, then index it."
        )
    if store.catalogue.folder.resolve().is_relative_to(folder):
        raise UserError(f"The store itself lies in {folder}. Index the folder of your postings, or move the store.")
    return folder


def check_room(store: Path, files: Sequence[SeenFile]) -> None:
    """StoreError where the disk of the store has less room than three times what the files are expected to take."""
    text = sum(f.size if f.name.lower().endswith(_TABLES) else min(f.size, _LARGEST_TEXT) for f in files)
    wanted, free = _ROOM * _GROWTH * text, shutil.disk_usage(store).free
    if wanted > free:
        raise StoreError(
            f"The disk of the store {store} has {free / _MB:,.0f} MB left, and indexing these {len(files)} files may "
            f"take {wanted / _MB:,.0f} MB. Make room, or name a folder on another disk with --store. "
            "Nothing was changed."
        )


def _follow(store: Store, source: str, report: Report) -> None:
    if report.stored or report.gone:
        stored, gone = ([f"{source}/{name}" for name in names] for names in (report.stored, report.gone))
        store.follow(stored, gone)
        _ = store.library.reposts  # which texts are one posting is found out now, and not by whoever asks first
