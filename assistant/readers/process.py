"""One reading process as seen from outside: started, given a file, listened to, and ended when it misbehaves."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict

from assistant.drafts import Job, Outcome, unpacked
from assistant.errors import StoreError
from assistant.readers.limits import MB, Limits
from assistant.readers.worker import OUT_OF_MEMORY

_START = 60.0  # seconds to load the reading program on a slow machine
_LONGEST_LINE = 64 * MB
# What a reading process is told of the environment: nothing that may hold a key.
_HANDED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")
_LAST_WORD = 2.0  # seconds for a process whose output has ended to end with its own status
_CRASHED = (
    "its reader crashed on it, so it is damaged or hostile: open it, save it as plain text (.txt), or leave it out"
)
_NO_START = (
    "The process that reads files does not start (it ended with status {}). Check the memory and the limits that the "
    "machine gives to programs, and that the program is whole."
)


class Fault(Exception):  # noqa: N818 - it tells of a file, as the report of indexing does
    """A reading process had to be ended, or ended by itself; the message is the reason as the person reads it.

    `number` and `part` are those of the posting that was being made, None and empty while the file itself was read.
    """

    def __init__(self, why: str, number: int | None, part: str) -> None:
        """Say why, and where."""
        super().__init__(why)
        self.number = number
        self.part = part


class ReadingProcess:
    """A process that reads files, one after another."""

    def __init__(self, limits: Limits, reader: str) -> None:
        """Start it. StoreError where it does not start."""
        self._limits = limits
        self._received = bytearray()
        settings = json.dumps({"limits": asdict(limits), "reader": reader})
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "assistant.readers.worker", settings],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        self.worn = False
        try:
            self._line(time.monotonic() + _START)
        except (TimeoutError, EOFError) as error:
            raise StoreError(_NO_START.format(self.kill(_LAST_WORD))) from error

    def read(self, job: Job, start: int, seconds: float) -> Iterator[Outcome]:
        """What becomes of the parts of a file from number `start` on; `seconds` to the first. Fault ends it."""
        number: int | None = None
        part = ""
        try:
            self._send(job, start, seconds)
            while True:
                kind, *rest = message = json.loads(self._line(time.monotonic() + seconds))
                if kind == "end":
                    self.worn = rest[0]
                    return
                seconds = self._limits.seconds
                if kind == "begun":
                    number, part = rest
                else:
                    number, part = None, ""
                    yield unpacked(message)
        except TimeoutError as error:
            self.kill()
            raise Fault(_too_long(seconds), number, part) from error
        except (EOFError, OSError) as error:
            raise Fault(_reason(self.kill(_LAST_WORD), self._limits), number, part) from error
        except (ValueError, TypeError, LookupError) as error:  # it did not speak as it should
            self.kill()
            raise Fault(_CRASHED, number, part) from error

    def kill(self, patience: float = 0.0) -> int:
        """End it and what it started; its exit status, negative for a signal, that of its own within `patience` s."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not sent cannot be sent any more
                if stream:
                    stream.close()
        return self._process.wait()

    @property
    def is_alive(self) -> bool:
        """Whether it is there to be given a file."""
        return self._process.poll() is None

    def _send(self, job: Job, start: int, seconds: float) -> None:
        head = {
            "source": job.source, "name": job.name, "mapping": dict(job.mapping), "known": dict(job.known),
            "share": job.share, "start": start, "seconds": seconds, "size": len(job.data),
        }  # fmt: skip
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(head).encode("ascii") + b"\n")
        self._process.stdin.write(job.data)
        self._process.stdin.flush()

    def _line(self, deadline: float) -> bytes:
        """The next line that it says; TimeoutError when the time is over, EOFError when it has ended."""
        assert self._process.stdout is not None
        searched = 0
        while (end := self._received.find(b"\n", searched)) < 0:
            searched = len(self._received)
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            some = os.read(self._process.stdout.fileno(), MB)
            if not some or searched > _LONGEST_LINE:
                raise EOFError
            self._received += some
        line = bytes(self._received[:end])
        del self._received[: end + 1]
        return line


def _environment() -> dict[str, str]:
    told = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
    # The same modules as here, and threads of numerical libraries would each reserve memory.
    return {**told, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}


def _too_long(seconds: float) -> str:
    told = f"took longer than {seconds:.0f} s to read"
    return f"{told}: keep the pages of one posting, save it as plain text (.txt), or leave it out"


def _reason(status: int, limits: Limits) -> str:
    if status == OUT_OF_MEMORY:
        return f"needed more than {limits.memory // MB} MB to read: save it as plain text (.txt), or split it"
    return _too_long(limits.seconds) if status == -signal.SIGXCPU else _CRASHED
