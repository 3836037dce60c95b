"""What reading one file may cost, and how a reading process is held to it."""

from __future__ import annotations

import os
import resource
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MB = 1 << 20
LARGEST_FILE = 100_000_000  # bytes


@dataclass(frozen=True)
class Limits:
    """`seconds` is the time to the first posting of a file, and from each posting to the next.

    `memory` (bytes) is what reading may add to the program's own in the reading process, `memory_below` all that a
    program which it starts (tesseract) may have.
    """

    seconds: float = 20
    memory: int = 512 * MB
    memory_below: int = 1024 * MB


_LARGEST_WRITTEN = 100 * MB
_SPARE = 10  # seconds: the wall clock of whoever waits comes first, and can say what happened


def hold(limits: Limits) -> None:
    """Hold this process, and those it starts, to `limits`; no core is dumped. For good: nothing lifts it again."""
    # The program's own grows with its word lists and libraries, and a file is not to pay for that.
    memory = _own_memory() + limits.memory
    _set(resource.RLIMIT_AS, memory, max(memory, limits.memory_below))
    _set(resource.RLIMIT_FSIZE, _LARGEST_WRITTEN, _LARGEST_WRITTEN)
    _set(resource.RLIMIT_CORE, 0, 0)


def allow_time(seconds: float) -> None:
    """Give this process `seconds` of its processor from now on, after which the system ends it."""
    used = os.times()
    _set(resource.RLIMIT_CPU, int(used.user + used.system + seconds) + _SPARE, resource.RLIM_INFINITY)


def is_worn(limits: Limits) -> bool:
    """Whether this process has once needed half of its memory: the next file had better be read by another."""
    return _most_memory() > limits.memory // 2


def _own_memory() -> int:
    """The address space (bytes) of this process now, 0 where the system does not tell it."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 0


def _most_memory() -> int:
    """The most memory (bytes) that this process ever held at once.

    `getrusage` is asked only where there is no /proc: on Linux its figure takes in what the parent held when it started
    this process, and beside an encoder every reading process would seem worn.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii", "replace")
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _set(what: int, soft: int, hard: int) -> None:
    with suppress(ValueError, OSError):  # a system that has no such limit, or a lower one already
        resource.setrlimit(what, (soft, hard))
