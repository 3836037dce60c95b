"""One process at a time writes a store: an exclusive lock that goes with the process that holds it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import StoreError, UserError

ASKING = "ask"  # holds the lock for one answer
WRITING = "write"
_PATIENCE = 30.0  # seconds a writer waits for one that only asks
_STEP = 0.1


class StoreLock:
    """The lock of the store in `folder`. The operating system frees it when its process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Name the folder, which must be there; nothing is taken yet."""
        self._lock = FileLock(folder / "store.lock", thread_local=False)
        self._holder = folder / "store.pid"

    @classmethod
    def of_writer(cls, folder: Path) -> StoreLock:
        """The lock of `folder`, which is made where it is not there, taken to write.

        UserError where another process holds it; StoreError where the folder cannot be written.
        """
        _make(folder)
        lock = cls(folder)
        if not lock.acquire(WRITING):
            raise lock.refusal()
        return lock

    def acquire(self, purpose: str) -> bool:
        """Take the lock; False where another process holds it. A writer waits for one that only asks."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                if purpose == ASKING or self._held_by()[1] != ASKING or time.monotonic() > end:
                    return False
                time.sleep(_STEP)
                continue
            except OSError as error:  # a folder that nobody can write to
                if purpose == ASKING:
                    return False
                raise StoreError(
                    f"The lock of the store {self._lock.lock_file} cannot be taken ({error.strerror}). "
                    "Mend the rights of the folder, or take away what stands under that name."
                ) from error
            with suppress(OSError):  # it only serves a message
                self._holder.write_text(f"{os.getpid()} {purpose}", encoding="ascii")
            return True

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def refusal(self) -> UserError:
        """What to tell someone who wants to write while another process does."""
        return UserError(
            f"{self.holder()} has this store open and may be changing it. Close it first, "
            "or name another folder with --store. Asking works all the same."
        )

    def holder(self) -> str:
        """Who holds the lock, for the beginning of a sentence."""
        number = self._held_by()[0]
        return f"Another program (process {number})" if number else "Another program"

    def _held_by(self) -> tuple[str, str]:
        """The number of the process that holds the lock, and what for, as far as it said so."""
        try:
            number, purpose = self._holder.read_text(encoding="ascii").split()
        except (OSError, ValueError):
            return "", ""
        return (number, purpose) if number.isdigit() else ("", "")


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
