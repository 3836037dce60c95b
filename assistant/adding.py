"""Files and texts that the person gives the program directly, and taking the last of them back.

They make a source of their own, without a folder: what was read of them is in the catalogue, as it is for files in
folders, and the files themselves stay the person's. What an addition replaces is kept in memory until the next one.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.catalogue import Catalogue
from assistant.desk import moved
from assistant.documents import TOO_LARGE, Listing, SeenFile
from assistant.domain import Notice
from assistant.errors import UserError, WordedError
from assistant.indexing import check_room
from assistant.names import is_passed_over, is_plain, shown
from assistant.readers.fence import Fence
from assistant.readers.limits import LARGEST_FILE
from assistant.report import Report
from assistant.rows import Entry, FileState
from assistant.store import Store
from assistant.syncing import FolderSync

LONGEST_TEXT = 1_000_000  # characters of a pasted text
_LONGEST_NAME = 60  # characters of the name that a pasted text gets
_FOLLOW = 2.0  # seconds after which answers know of what was added so far
_NOT_LETTERS = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Added:
    """What became of one file: names of its postings, and what of it failed, with reasons.

    `failed` holds pairs of the file or the part of it, and why. Once the addition is finished the names are those that
    are shown everywhere, and `same_as` holds pairs of a posting and another version of it.
    """

    file: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()  # parts of an earlier file of this name that are not in this one
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    notices: tuple[tuple[str, Notice], ...] = ()
    same_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Addition:
    """An addition as it goes on: the `files` that are done, and the one that is `reading`, empty at its end."""

    number: int  # for `Assistant.undo`
    files: tuple[Added, ...] = ()
    reading: str = ""

    @property
    def finished(self) -> bool:
        """Whether no file is being read any more."""
        return not self.reading

    @property
    def has_changed(self) -> bool:
        """Whether there is anything to undo."""
        return any(file.added or file.changed or file.removed for file in self.files)


@dataclass
class _Before:
    """What an addition came upon: the postings that it replaced, and the states of its files (None: there was none)."""

    entries: dict[str, Entry] = field(default_factory=dict)  # by id
    said: list[tuple[str, Sequence[object]]] = field(default_factory=list)  # rows of the desk that went with postings
    new: set[str] = field(default_factory=set)  # ids of postings that were not there
    files: dict[str, FileState | None] = field(default_factory=dict)  # by name


class Adding:
    """One addition to a store. All of it is called in one thread, `add` once a file."""

    def __init__(self, store: Store, number: int) -> None:
        """Nothing is changed yet."""
        self.addition = Addition(number)
        self._store = store
        self._fence = Fence()
        self._before = _Before()
        self._after: dict[str, FileState | None] = {}
        self._untold: tuple[set[str], set[str]] = (set(), set())  # ids stored and gone of which the store is to hear
        self._told = time.monotonic()

    def add(self, given: str, data: bytes) -> None:
        """Read a file and store what it holds; what fails is in the report. StoreError where nothing can be stored."""
        name = file_name(given)
        if why := _refused(name, data):
            found = Added(shown(given), failed=((shown(given), why),))
        else:
            check_room(self._store.catalogue.folder, [_seen(self._store, name, data)])
            found = self._read(name, data)
        self.addition = replace(self.addition, files=(*self.addition.files, found))
        if time.monotonic() - self._told > _FOLLOW:
            self._tell()

    def finish(self) -> None:
        """End it: the store knows of all, and the report names what is there twice."""
        self._fence.close()
        self._tell()
        if self.addition.has_changed:
            self.addition = replace(self.addition, files=tuple(map(self._as_shown, self.addition.files)))

    def forget(self, ids: Collection[str]) -> None:
        """Postings that are taken out for good do not come back."""
        for identity in ids:
            self._before.entries.pop(identity, None)
        self._before.said = [(table, row) for table, row in self._before.said if row[0] not in ids]

    def undo(self) -> list[str]:
        """Put everything back as it was; returns the names of the postings that changed.

        UserError where one of the files was added again since.
        """
        catalogue, before = self._store.catalogue, self._before
        source = catalogue.add_source(None).name
        states = catalogue.files(source)
        if any(states.get(name) not in (None, state) for name, state in self._after.items()):
            raise UserError("These files were added again since, so this addition cannot be taken back.")
        names = self._store.library.display_names
        touched = sorted({*before.new, *before.entries})
        told = [names.get(identity, identity.removeprefix(f"{source}/")) for identity in touched]
        self._put_back(source)
        catalogue.remove(before.new)
        catalogue.forget_files(source, list(before.files))
        catalogue.keep_files(source, {name: state for name, state in before.files.items() if state})
        self._store.follow(before.entries, ())
        self._store.forget(before.new)
        return told

    def _put_back(self, source: str) -> None:
        """What was replaced, with what the person had said of it."""
        catalogue, entries = self._store.catalogue, self._before.entries
        now = {f"{source}/{name}": digest for name, digest in catalogue.file_digests(source).items()}
        then = {identity: entry.file_digest for identity, entry in entries.items()}
        here = {
            identity: digest for identity, digest in now.items() if identity in then or identity in self._before.new
        }
        for entry in entries.values():
            catalogue.put(entry)
        catalogue.desk.follow(moved(here, then))
        catalogue.desk.restore(self._before.said)

    def _read(self, name: str, data: bytes) -> Added:
        catalogue = self._store.catalogue
        source = catalogue.add_source(None).name
        seen = _seen(self._store, name, data)
        sync = FolderSync(self._store, source, Listing([seen], partial=True), {}, lambda file: (file, data))
        stood = [f"{source}/{each}" for each in catalogue.file_digests(source) if _is_of(each, name)]
        entries = {entry.posting.id: entry for entry in entries_stored(catalogue, stood)}
        said = catalogue.desk.rows(stood)
        self._before.files.setdefault(name, catalogue.files(source).get(name))
        try:
            sync.run(self._fence, [seen], False, lambda _: None)
        finally:
            self._remember(source, sync.report, entries, said)
            self._after[name] = catalogue.files(source).get(name)
        report = sync.report
        return Added(
            name,
            added=tuple(report.added),
            changed=tuple(report.changed),
            removed=tuple(report.removed),
            unchanged=tuple(report.unchanged),
            failed=tuple(report.failed),
            notices=tuple(report.notices),
        )

    def _remember(
        self, source: str, report: Report, entries: Mapping[str, Entry], said: Sequence[tuple[str, Sequence[object]]]
    ) -> None:
        stored, gone = ({f"{source}/{name}" for name in names} for names in (report.stored, report.gone))
        for identity in (stored | gone) - self._before.new - set(self._before.entries):
            if identity in entries:
                self._before.entries[identity] = entries[identity]
            else:
                self._before.new.add(identity)
        left = {(table, tuple(row[1:])) for table, row in self._store.catalogue.desk.rows({*entries, *stored})}
        self._before.said += [(table, row) for table, row in said if (table, tuple(row[1:])) not in left]
        self._untold[0].update(stored - gone)
        self._untold[1].update(gone - stored)

    def _as_shown(self, file: Added) -> Added:
        """The report of a file by the names that its postings are shown by, and with those that are there twice."""
        library = self._store.library
        source = self._store.catalogue.add_source(None).name

        def shown_as(name: str) -> str:
            return library.display_names.get(f"{source}/{name}", name)

        others = {stands: version for version, stands in library.reposts.items()} | dict(library.reposts)
        same = [(name, others.get(f"{source}/{name}")) for name in (*file.added, *file.changed)]
        return replace(
            file,
            added=tuple(map(shown_as, file.added)),
            changed=tuple(map(shown_as, file.changed)),
            unchanged=tuple(map(shown_as, file.unchanged)),
            notices=tuple((shown_as(name), notice) for name, notice in file.notices),
            same_as=tuple((shown_as(name), library.display_names[other]) for name, other in same if other),
        )

    def _tell(self) -> None:
        stored, gone = self._untold
        self._untold = set(), set()
        self._told = time.monotonic()
        self._store.follow(stored, gone)


def entries_stored(catalogue: Catalogue, ids: Collection[str]) -> list[Entry]:
    """The postings of `ids` that are there as they were put, to be put again."""
    stored = catalogue.stored(ids)
    chunks = catalogue.chunks({one.posting.id: one.posting for one in stored}, few=True)
    vectors = {identity: vector for identity, _, _, vector in catalogue.vectors(chunks)}
    own: dict[str, list[str]] = {}
    for identity, chunk in chunks.items():
        own.setdefault(chunk.posting, []).append(identity)
    return [
        Entry(one.posting, one.file_digest, one.facts, [chunks[i] for i in mine], [vectors[i] for i in mine])
        for one in stored
        for mine in [own.get(one.posting.id, [])]
    ]


def name_for(text: str, title: str, taken: Collection[str]) -> str:
    """A file name for a pasted text: of its title or first line, and none of those `taken`."""
    line = title.strip() or next((line.strip() for line in text.splitlines() if line.strip()), "")
    stem = _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", line)).strip()[:_LONGEST_NAME].strip() or "text"
    numbered = (f"{stem}.txt" if n == 1 else f"{stem} ({n}).txt" for n in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)


def checked_text(text: str) -> str:
    """A pasted text; UserError where it is none that can be added."""
    if not any(map(str.isalnum, text)):
        raise WordedError("text_empty")
    if len(text) > LONGEST_TEXT:
        raise WordedError("text_long", most=LONGEST_TEXT)
    return text


def file_name(given: str) -> str:
    """The name under which a dropped file is stored: with the folders that it was dropped in, and none above them."""
    parts = unicodedata.normalize("NFC", given).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def _seen(store: Store, name: str, data: bytes) -> SeenFile:
    return SeenFile(name, store.catalogue.folder, len(data), time.time_ns())


def _refused(name: str, data: bytes) -> str:
    """Why a file is not even read, empty where it is."""
    if not name or not is_plain(name):
        return "its name is empty, or holds characters that cannot be shown: rename it"
    if any(map(is_passed_over, name.split("/"))):
        return "hidden, temporary or the system's own, so it was passed over"
    return TOO_LARGE if len(data) > LARGEST_FILE else ""


def _is_of(document: str, file: str) -> bool:
    return document == file or document.startswith(f"{file}#")
