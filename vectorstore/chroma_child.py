"""The process that serves a Chroma folder, and ends with the process that started it.

Run by ``chroma_server``, by its path: ``chroma_child.py FOLDER PORT PARENT``. It holds the folder's lock as long as
it lives, so that two servers never share a folder, and leaves when its standard input closes or its parent is gone.
"""

import fcntl
import os
import select
import sys
import threading
import time
from pathlib import Path
from typing import IO

LOCK_FILE = "server.lock"
PID_FILE = "server.pid"
LOCK_SECONDS = 5.0
LOCKED_STATUS = 75
_POLL_SECONDS = 0.25


def main() -> None:
    """Take the lock, watch the parent, serve until killed."""
    folder, port, parent = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    threading.Thread(target=leave_with, args=(parent,), daemon=True).start()
    lock = (folder / LOCK_FILE).open("a")
    if not _locked(lock):
        sys.exit(LOCKED_STATUS)
    (folder / PID_FILE).write_text(str(os.getpid()), encoding="ascii")
    # The bindings alone start ten times faster than the whole package, whose command does the same.
    import chromadb_rust_bindings  # type: ignore[import-untyped]

    chromadb_rust_bindings.cli(["chroma", "run", "--path", str(folder), "--host", "127.0.0.1", "--port", port])


def _locked(lock: IO[str]) -> bool:
    """Wait for the lock as long as an earlier server may need to die."""
    end = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        else:
            return True


def leave_with(parent: int) -> None:
    """Leave the process when its parent (a process id) has.

    The pipe tells at once; the parent's id tells too where a fork of the parent still holds the pipe open. Leaving
    without ado is safe: Chroma loses nothing that it has acknowledged.
    """
    while os.getppid() == parent:
        readable, _, _ = select.select([0], [], [], _POLL_SECONDS)
        if readable and not os.read(0, 1):
            break
    os._exit(0)


if __name__ == "__main__":
    main()
