"""One source brought into step with its folder, a batch of postings after another.

A posting is written before its file counts as read, and what is gone is taken out last: whenever it is cut short, what
is stored is whole, and the next run goes on from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from assistant.desk import moved
from assistant.documents import Listing, SeenFile, content_of
from assistant.drafts import Draft, Job, Outcome
from assistant.entries import entries_of
from assistant.names import document_name, file_of
from assistant.readers.content import FailedPart, Unreadable
from assistant.readers.fence import Fence
from assistant.readers.tesseract import is_mended
from assistant.report import Progress, Report, Step
from assistant.rows import FileState
from assistant.store import Store

_BATCH = 256  # passages that are embedded together: enough of like length, and soon stored
_AS_LONG = 10_000  # bytes: a small file takes at least as long as so much text
_KEPT = "{} (the version that was read before is kept)"
_CLASH = "there is a file of the name {} too: rename one"


@dataclass
class _File:
    """A file while it is read, and what has become of its parts so far."""

    seen: SeenFile
    digest: str
    old_name: str = ""  # under which the same bytes were stored before
    digests: dict[str, str] = field(default_factory=dict)  # by part, of what is read
    failed: list[tuple[str, str]] = field(default_factory=list)
    characters: int = 0


ReadBytes = Callable[[SeenFile], tuple[SeenFile, bytes]]


class FolderSync:
    """Makes what is stored of a source agree with a listing of its folder."""

    def __init__(
        self,
        store: Store,
        source: str,
        listing: Listing,
        mapping: Mapping[str, str],
        bytes_of: ReadBytes | None = None,
    ) -> None:
        """`mapping` names the columns of tables; `bytes_of` gives those of a file, the disk by default."""
        self.report = Report(source)
        self._store = store
        self._source = source
        self._listing = listing
        self._mapping = mapping
        self._bytes_of = bytes_of or content_of
        self._states = store.catalogue.files(source)
        self._there = {file.name for file in listing.files} | (set(self._states) if listing.partial else set())
        self._stored = self._by_file(store.catalogue.file_digests(source))
        self._moved = {
            state.digest: name for name, state in self._states.items() if state.parts and self._is_gone(name)
        }
        for name, why in listing.failed:
            self._fail(name, "", why, bool(self._stored.get(name)))
        self._reading: dict[str, _File] = {}
        self._batch: list[tuple[_File, Draft]] = []
        self._ended: list[_File] = []

    def to_read(self, full: bool, tables: bool) -> list[SeenFile]:
        """The files that are new or may have changed, all with `full`, and with `tables` those of several postings.

        The report has what is known of the others.
        """
        found = []
        for seen in self._listing.files:
            state = self._states.get(seen.name)
            if state is None or full or self._may_differ(seen, state, tables):
                found.append(seen)
            else:
                self._is_unchanged(seen.name, state)
        return found

    def _may_differ(self, seen: SeenFile, state: FileState, tables: bool) -> bool:
        return (
            (state.size, state.mtime_ns) != (seen.size, seen.mtime_ns)
            or (tables and bool(state.failed or state.parts != ("",)))
            or any(is_mended(why) for _, why in state.failed)
        )

    def run(self, fence: Fence, files: Sequence[SeenFile], full: bool, progress: Progress) -> None:
        """Read `files`, store what they hold, and take out what is gone."""
        places = {file.name: place for place, file in enumerate(files)}
        before = list(accumulate((file.size + _AS_LONG for file in files), initial=0))

        def tell(done: int, characters: int) -> None:
            name = files[done].name if done < len(files) else ""
            share = (before[done] + characters) / max(1, before[-1])
            progress(Step(done, len(files), len(self.report.stored), min(1.0, share), name))

        tell(0, 0)
        for job, outcome in fence.read(self._jobs(files, full)):
            file, place = self._reading[job.name], places[job.name]
            if outcome is None:
                self._ended.append(self._reading.pop(job.name))
            else:
                self._take(file, outcome)
            if sum(len(draft.chunks) for _, draft in self._batch) >= _BATCH or (outcome is None and not self._batch):
                self._write()
            tell(place + (outcome is None), 0 if outcome is None else min(file.characters, file.seen.size))
        self._write()
        self._take_out_gone()
        tell(len(files), 0)

    def _jobs(self, files: Sequence[SeenFile], full: bool) -> Iterator[Job]:
        """The files that have to be read, as the fence takes them; the others are dealt with on the way."""
        for listed in files:
            try:
                seen, data = self._bytes_of(listed)
            except Unreadable as error:
                self._fail(listed.name, "", str(error), bool(self._stored.get(listed.name)))
                continue
            digest = hashlib.sha256(data).hexdigest()
            state = self._states.get(seen.name)
            if state and state.digest == digest and not full and not state.failed:
                self._store.catalogue.keep_files(
                    self._source, {seen.name: replace(state, size=seen.size, mtime_ns=seen.mtime_ns)}
                )
                self._is_unchanged(seen.name, state)
                continue
            old_name = "" if state else self._moved.pop(digest, "")
            self._reading[seen.name] = _File(seen, digest, old_name)
            yield Job(self._source, seen.name, data, self._mapping, self._stored.get(seen.name, {}))

    def _take(self, file: _File, outcome: Outcome) -> None:
        if isinstance(outcome, Draft) and outcome.part and outcome.posting.name in self._there:
            outcome = FailedPart(outcome.part, _CLASH.format(outcome.posting.name))
        if isinstance(outcome, FailedPart):
            file.failed.append((outcome.part, outcome.why))
        elif isinstance(outcome, Draft):
            file.digests[outcome.part] = outcome.digest
            file.characters += len(outcome.posting.text)
            self._batch.append((file, outcome))
            if not file.old_name:
                self._store.encoder.start()  # it takes seconds to load, in which reading goes on
        else:
            file.digests[outcome.part] = self._stored[file.seen.name][outcome.part]
            self.report.unchanged.append(document_name(file.seen.name, outcome.part))

    def _write(self) -> None:
        """Store the batch, and then remember the files that have ended."""
        drafts = [draft for _, draft in self._batch]
        entries = entries_of(drafts, self._store.encoder, self._store.catalogue)
        for (file, draft), entry in zip(self._batch, entries, strict=True):
            before = self._renamed_from(file, draft.part)
            self._store.catalogue.put(entry, before and f"{self._source}/{before}")
            self._is_stored(file, draft, before)
        self._batch = []
        if self._ended:
            self._store.catalogue.keep_files(self._source, {f.seen.name: self._finished(f) for f in self._ended})
        self._ended = []

    def _renamed_from(self, file: _File, part: str) -> str:
        """The name under which a part of a file was stored before; empty where that is none or the same."""
        if part in self._stored.get(file.seen.name, {}) or part not in self._stored.get(file.old_name, {}):
            return ""
        return document_name(file.old_name, part)

    def _is_stored(self, file: _File, draft: Draft, before: str) -> None:
        name = draft.posting.name
        if draft.part in self._stored.get(file.seen.name, {}):
            self.report.changed.append(name)
        elif before:
            self.report.renamed.append((before, name))
        else:
            self.report.added.append(name)
        self.report.notices += [(name, notice) for notice in draft.posting.notices]

    def _finished(self, file: _File) -> FileState:
        """How a file is to be remembered; what is not in it any more is taken out.

        A part that cannot be read now keeps its last readable version, unless that has only moved within the file.
        """
        name, failed = file.seen.name, {part for part, _ in file.failed}
        others = {part: digest for part, digest in self._stored.get(name, {}).items() if part not in file.digests}
        new = set(file.digests.values())
        kept = {part for part, digest in others.items() if "" in failed or (part in failed and digest not in new)}
        self._follow_rows(name, file.digests)
        self._take_out([document_name(name, part) for part in others if part not in kept])
        for part, why in file.failed:
            self._fail(name, part, why, part in kept or (not part and bool(kept)))
        parts = (*file.digests, *sorted(kept))
        return FileState(file.seen.size, file.seen.mtime_ns, file.digest, parts, tuple(file.failed))

    def _follow_rows(self, name: str, digests: Mapping[str, str]) -> None:
        """What the person said of a row of a table moves with it, where rows above it came or went."""
        moves = moved(self._stored.get(name, {}), digests)
        if moves:
            ids = {part: f"{self._source}/{document_name(name, part)}" for part in (*moves, *moves.values())}
            self._store.catalogue.desk.follow({ids[old]: ids[new] for old, new in moves.items()})

    def _take_out_gone(self) -> None:
        moved = {old for old, _ in self.report.renamed}
        gone = [name for name in self._stored if self._is_gone(name)]
        documents = [document_name(name, part) for name in gone for part in self._stored[name]]
        self._store.catalogue.remove([f"{self._source}/{document}" for document in documents if document in moved])
        self._take_out([document for document in documents if document not in moved])
        self._store.catalogue.forget_files(self._source, [name for name in self._states if self._is_gone(name)])

    def _take_out(self, documents: Sequence[str]) -> None:
        if documents:
            self._store.catalogue.remove([f"{self._source}/{document}" for document in documents])
        self.report.removed += documents

    def _is_unchanged(self, name: str, state: FileState) -> None:
        failed = {part for part, _ in state.failed}
        self.report.unchanged += [
            document_name(name, part) for part in state.parts if part not in failed and "" not in failed
        ]
        for part, why in state.failed:
            self._fail(name, part, why, part in state.parts or (not part and bool(state.parts)))

    def _fail(self, name: str, part: str, why: str, kept: bool) -> None:
        self.report.failed.append((document_name(name, part), _KEPT.format(why) if kept else why))

    def _is_gone(self, name: str) -> bool:
        return name not in self._there and not self._listing.may_hold(name)

    def _by_file(self, stored: Mapping[str, str]) -> dict[str, dict[str, str]]:
        """The digests of what is stored, by file and part."""
        files = {*self._states, *self._there, *(name for name, _ in self._listing.failed)}
        found: dict[str, dict[str, str]] = {}
        for document, digest in stored.items():
            file = file_of(document, files)
            found.setdefault(file, {})[document[len(file) + 1 :]] = digest
        return found
