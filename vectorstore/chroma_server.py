"""A Chroma server of our own: a child process on loopback that cannot outlive this one or take it down.

The embedded client would do the same work in this process, where a damaged segment means the end of the process
without a Python error; here it costs the child.
"""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from vectorstore.chroma_child import LOCKED_STATUS, PID_FILE
from vectorstore.errors import VectorStoreError

START_SECONDS = 20.0
LOG_FILE = "server.log"

_HOST = "127.0.0.1"
_STOP_SECONDS = 2.0
_HANGING_SECONDS = 3.0
_ATTEMPTS = 3


class LocalChroma:
    """One server over one folder. Safe for use by several threads."""

    def __init__(self, folder: Path, start_seconds: float = START_SECONDS) -> None:
        """Name the folder; nothing is started yet."""
        self.folder = folder
        self._start_seconds = start_seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._port: int | None = None

    @property
    def alive(self) -> bool:
        """Whether the process runs; a stopped or hanging one does."""
        process = self._process
        return process is not None and process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id of the server, None where none runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> str:
        """Return the URL of the server, which answers now.

        One that does not run is started, one that hangs is ended first; the port stays the same if it can.

        Raises:
            VectorStoreError: another process serves the folder, the folder cannot be written, or the server does
                not answer within the seconds given.
        """
        with self._lock:
            if self._port is None or not self.alive or not _heartbeat(self._port, _HANGING_SECONDS):
                self._end()
                self._start()
            return f"http://{_HOST}:{self._port}"

    def stop(self) -> None:
        """End the server and wait until it is gone."""
        with self._lock:
            self._end()

    def __enter__(self) -> Self:
        """Start the server."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server."""
        self.stop()

    def _start(self) -> None:
        end_orphan(self.folder)
        for _ in range(_ATTEMPTS):
            port = _free_port(self._port)
            try:
                process = _launch(self.folder, port)
            except OSError as error:
                raise VectorStoreError(f"The index folder {self.folder} cannot be used: {error.strerror}.") from error
            self._process, self._port = process, port
            if self._answers(process, port):
                return
            status = process.poll()
            self._end()
            if status == LOCKED_STATUS:
                raise VectorStoreError(f"The index folder {self.folder} is in use by another process.")
            # Someone else may have taken the port in between; anything else fails again at once.
            self._port = None
        raise VectorStoreError(f"Chroma does not start on {self.folder}; {self.folder / LOG_FILE} may say why.")

    def _answers(self, process: "subprocess.Popen[bytes]", port: int) -> bool:
        end = time.monotonic() + self._start_seconds
        while process.poll() is None:
            if _heartbeat(port):
                return True
            if time.monotonic() > end:
                self._end()
                raise VectorStoreError(
                    f"Chroma does not answer on {self.folder} within {self._start_seconds:.0f} seconds."
                )
            time.sleep(0.05)
        return False

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def end_orphan(folder: Path) -> bool:
    """End the server of a program that is gone, which would hold the folder for ever; return whether there was one."""
    number = _orphan(folder)
    if number is None:
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)
    return True


def is_orphaned(folder: Path) -> bool:
    """Tell whether the server of a program that is gone holds the folder."""
    return _orphan(folder) is not None


def _orphan(folder: Path) -> int | None:
    """Return the process id of a server whose program is gone.

    A server leaves with its program by itself, unless it is stopped or hangs. It is known by the number that it left
    in the folder, its command line, and by having another parent than the one that started it. Where processes cannot
    be looked at (outside Linux) none is found.
    """
    try:
        number = int((folder / PID_FILE).read_text(encoding="ascii"))
        command = Path(f"/proc/{number}/cmdline").read_bytes().decode("utf8", "replace").split("\0")
        parent = Path(f"/proc/{number}/stat").read_text(encoding="utf8", errors="replace").rpartition(")")[2].split()[1]
        at = next(place for place, part in enumerate(command) if part.endswith("chroma_child.py"))
        ours = command[at + 1] == str(folder.resolve()) and command[at + 3] != parent
    except (OSError, ValueError, StopIteration, IndexError):
        return None
    return number if ours else None


def _launch(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    folder.mkdir(parents=True, exist_ok=True)
    child = Path(__file__).with_name("chroma_child.py")
    # CHROMA_ and OTEL_ settings are meant for another server than this one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CHROMA_", "OTEL_"))}
    with (folder / LOG_FILE).open("wb") as log:
        return subprocess.Popen(
            # -P: this package's modules must not stand in front of the standard library's (keyword).
            [sys.executable, "-P", str(child), str(folder.resolve()), str(port), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment | {"RUST_LOG": "error"},
            # A Ctrl-C at the terminal is for this process, which ends the server in its own time.
            start_new_session=True,
        )


def _free_port(wanted: int | None) -> int:
    """Return a port that nothing listens on, the wanted one where it is free."""
    for port in (wanted or 0, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((_HOST, port))
            return int(probe.getsockname()[1])
    raise VectorStoreError(f"No port is free on {_HOST} for the index server.")


def _heartbeat(port: int, seconds: float = 1.0) -> bool:
    # The plain client goes by no proxy.
    connection = http.client.HTTPConnection(_HOST, port, timeout=seconds)
    try:
        connection.request("GET", "/api/v2/heartbeat")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
