"""A store as one file, and back: the catalogue whole; the search index is made from it again."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from assistant import schema
from assistant.catalogue import FILE, Catalogue, is_in
from assistant.database import copy, explained, problems_of, reader, writer
from assistant.errors import StoreError, UserError
from assistant.lock import StoreLock

_LOGS = ("-wal", "-shm")  # files of SQLite beside a database that is open


def back_up(folder: Path, target: Path, *, force: bool) -> int:
    """Write the store in `folder` into the file `target`; returns how many postings it holds.

    Another program may have the store open and change it: what is written is one state of it. The file appears whole
    or not at all. UserError where there is no store, or `target` is there and `force` is not set; StoreError where the
    store is damaged or the file cannot be written.
    """
    if not is_in(folder):
        raise UserError(f"There are no postings in {folder}, so there is nothing to back up.")
    if target.exists() and not force:
        raise UserError(f"{target} is there already. Name another file, or replace it with --force.")
    fresh = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        with explained(folder / FILE), closing(reader(folder / FILE)) as connection:
            copy(connection, fresh)
        count = _checked(fresh, f"The store in {folder}")
        _to_disk(fresh)
        os.replace(fresh, target)
        _to_disk(target.parent)
    except OSError as error:
        raise StoreError(f"The backup {target} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):  # a folder that cannot be written
            fresh.unlink(missing_ok=True)
    return count


def restore(source: Path, folder: Path, *, force: bool) -> int:
    """Make the store in `folder` what the backup `source` holds; returns how many postings that is.

    The backup is checked first. UserError where it is none, where another program has the store open, and where the
    store holds postings and `force` is not set; the store stays as it was in each of these cases, and until the
    restored one is whole in its place.
    """
    if not source.is_file():
        raise UserError(f"There is no file {source}.")
    _checked(source, f"The backup {source}", UserError)
    lock = StoreLock.of_writer(folder)
    fresh = folder / f"{FILE}.part-{os.getpid()}"
    try:
        if (held := _held(folder)) and not force:
            raise UserError(f"The store in {folder} holds {held}. Replace them with --force, or name another folder.")
        with explained(source), closing(reader(source.absolute())) as connection:
            copy(connection, fresh)
        with explained(fresh), closing(writer(fresh)) as connection:
            schema.prepare(connection, folder, write=True)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('index_holds_removed', 'yes')")
        count = _checked(fresh, f"The backup {source}")
        aside = take_place(folder, fresh, "old")
        forget(aside)
    except OSError as error:
        raise StoreError(f"The store in {folder} cannot be written: {error.strerror}.") from error
    finally:
        fresh.unlink(missing_ok=True)
        lock.release()
    return count


def take_place(folder: Path, fresh: Path, kind: str) -> Path:
    """Put `fresh` in the place of the catalogue of `folder`, which is kept as `….kind-time`; returns the path of that.

    There is a whole catalogue in the folder at every moment. The store's lock is held by the caller.
    """
    path = folder / FILE
    aside = folder / f"{FILE}.{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    for suffix in ("", *_LOGS):
        if (old := Path(f"{path}{suffix}")).exists():
            shutil.copy2(old, f"{aside}{suffix}")
    _to_disk(fresh)
    for suffix in _LOGS:
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    os.replace(fresh, path)
    _to_disk(folder)
    return aside


def forget(aside: Path) -> None:
    """Delete a catalogue that was kept aside."""
    for suffix in ("", *_LOGS):
        Path(f"{aside}{suffix}").unlink(missing_ok=True)


def _held(folder: Path) -> str:
    """What a folder holds that must not be lost, in words; empty where it is nothing."""
    if not is_in(folder):
        return ""
    try:
        with closing(Catalogue.open(folder, write=True)) as catalogue:
            catalogue.purge()  # what the log holds goes into the file, which is kept aside
            count = catalogue.count()
    except (StoreError, UserError):
        return "a catalogue that cannot be read"
    return f"{count} postings" if count else ""


def _checked(path: Path, what: str, error: type[StoreError] | type[UserError] = StoreError) -> int:
    """How many postings a catalogue holds; an error where it is damaged, or none of this program."""
    if problems := problems_of(path):
        raise error(f"{what} is damaged or none of this program ({problems[0]}). Nothing was changed.")
    with explained(path), closing(reader(path.absolute())) as connection:
        if not 1 <= (form := schema.form_of(connection)) <= schema.FORM:
            raise error(f"{what} was not made by this version of the program (form {form}). Nothing was changed.")
        return int(connection.execute("SELECT count(*) FROM postings").fetchone()[0])


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
