"""What lies in a folder: the files that may hold postings, and their bytes."""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.errors import UserError
from assistant.names import is_passed_over, is_plain, shown
from assistant.readers.content import Unreadable
from assistant.readers.limits import LARGEST_FILE

_PAUSE = 0.3  # seconds before a file that changed while it was read is read again
_NOT_PLAIN = "its name holds characters that cannot be shown, or is not in UTF-8: rename it"
_LINK = "a link that leads out of the folder: copy what it leads to into the folder, or index that place itself"
_TWICE = "another file has the same name, with its accents written in another way: rename one"
TOO_LARGE = f"larger than {LARGEST_FILE // 1_000_000} MB: split it"
_CHANGING = "it changes while it is read: index the folder again when it is whole"


@dataclass(frozen=True)
class SeenFile:
    """A file as it lies in a folder: `name` is its path there as it is shown, with slashes and composed accents."""

    name: str
    path: Path
    size: int
    mtime_ns: int


@dataclass
class Listing:
    """What lies in a folder. `failed` holds names and reasons; `closed` the folders that could not be looked into.

    A `partial` one names only some of the files that are there.
    """

    files: list[SeenFile] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    partial: bool = False

    def may_hold(self, name: str) -> bool:
        """Whether a file of this name may be there unseen."""
        return (
            self.partial
            or name in {failed for failed, _ in self.failed}
            or any(name.startswith(f"{at}/") for at in self.closed)
        )


def listing_of(folder: Path) -> Listing:
    """The files in `folder` and below, by name; what is hidden, temporary or the system's own is passed over.

    `folder` is a whole path without links. UserError where it cannot be opened itself.
    """
    found = Listing()

    def cannot_open(error: OSError) -> None:
        name = os.path.relpath(error.filename, folder)
        if name == ".":
            raise UserError(f"{folder} cannot be opened: {error.strerror}.") from error
        found.closed.append(unicodedata.normalize("NFC", name))
        found.failed.append((shown(name), f"this folder cannot be opened: {error.strerror}"))

    for at, folders, files in os.walk(folder, onerror=cannot_open):
        folders[:] = sorted(name for name in folders if not is_passed_over(name))
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        for name in (*sorted(files), *links):
            if not is_passed_over(name):
                _see(Path(at, name), folder, found)
    _part_twins(found)
    found.files.sort(key=lambda file: file.name)
    return found


def _see(path: Path, folder: Path, found: Listing) -> None:
    name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
    if not is_plain(name):
        found.failed.append((shown(name), _NOT_PLAIN))
        return
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(folder):
            found.failed.append((name, _LINK))
            return
        state = path.stat()
    except (OSError, RuntimeError) as error:  # gone since, or a link that leads nowhere or in a circle
        found.failed.append((name, _unopened(error)))
        return
    if stat.S_ISREG(state.st_mode):
        found.files.append(SeenFile(name, path, state.st_size, state.st_mtime_ns))


def _part_twins(found: Listing) -> None:
    counts = Counter(file.name for file in found.files)
    twins = [file for file in found.files if counts[file.name] > 1]
    found.files = [file for file in found.files if counts[file.name] == 1]
    found.failed += [(file.name, _TWICE) for file in twins]


def content_of(seen: SeenFile) -> tuple[SeenFile, bytes]:
    """The bytes of a file, and the file as it was while they were read; Unreadable where that cannot be."""
    try:
        for state, data, whole in (_read(seen.path) for _ in _tries()):
            if len(data) > LARGEST_FILE:
                raise Unreadable(TOO_LARGE)
            if whole:
                return replace(seen, size=state.st_size, mtime_ns=state.st_mtime_ns), data
    except OSError as error:
        raise Unreadable(_unopened(error)) from error
    raise Unreadable(_CHANGING)


def _tries() -> Iterator[None]:
    yield
    time.sleep(_PAUSE)
    yield


def _read(path: Path) -> tuple[os.stat_result, bytes, bool]:
    """The file's state, its content as far as it is not too large, and whether it stayed as it was meanwhile."""
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as opened:  # a pipe in its place does not block
        before = os.fstat(opened.fileno())
        data = opened.read(LARGEST_FILE + 1)
        after = os.fstat(opened.fileno())
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return after, data, same and len(data) == min(after.st_size, LARGEST_FILE + 1)


def _unopened(error: OSError | RuntimeError) -> str:
    return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
