"""Files read in processes of their own: what a file does to its reader costs that file, and nothing else."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from assistant.drafts import Job, Outcome, outcomes
from assistant.readers import registry
from assistant.readers.content import FailedPart, Unreadable
from assistant.readers.kinds import Kind, kind_of
from assistant.readers.limits import Limits
from assistant.readers.process import Fault, ReadingProcess

_PROCESSES = 2
_AHEAD = 8  # files that are read, or wait for it, while an earlier one is dealt with
_READ_AHEAD = 64  # postings of one file
_MOST_FAULTS = 5  # of one file, after which the rest of it is not read
_SMALL = 20_000  # bytes of a text that is read without starting a process, as long as they are few
SMALL_IN_ALL = 200_000
_PLAIN_KINDS = ("text", "markdown", "csv", "json", "jsonl")
LARGE = 500_000  # bytes of a table whose postings are shared out among the processes
_TABLE_KINDS = ("csv", "json", "jsonl", "xlsx")
_TICK = 0.2  # seconds after which a thread that waits looks whether all is over
_GIVEN_UP = "{}; it was not read further after {} such postings"


@dataclass
class _Lane:
    """What comes of one file, in order, a queue for each share of it.

    None is the end of a share, and its one of `reads` then tells how it ended.
    """

    job: Job
    shares: list[queue.Queue[Outcome | None]] = field(default_factory=list)
    reads: list[Future[None]] = field(default_factory=list)


class Fence:
    """Reads files within limits. No process is started before there is a file that needs one."""

    def __init__(
        self,
        limits: Limits | None = None,
        reader: str = registry.__name__,
        small: int = SMALL_IN_ALL,
        large: int = LARGE,
    ) -> None:
        """`reader` names the module whose `read` reads; `small` bytes of plain texts are read without a process.

        A table of `large` bytes and more is shared out among the processes.
        """
        self._limits = limits or Limits()
        self._reader = reader
        self._threads = ThreadPoolExecutor(_PROCESSES, thread_name_prefix="fence")
        self._idle: queue.SimpleQueue[ReadingProcess] = queue.SimpleQueue()
        self._running: set[ReadingProcess] = set()
        self._guard = threading.Lock()
        self._over = threading.Event()
        self._small_left = small
        self._large = large

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def read(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Outcome | None]]:
        """Each file with what becomes of each of its parts, in order; None stands for the end of a file.

        StoreError where no reading process can be started.
        """
        waiting = iter(jobs)
        lanes: deque[_Lane] = deque()
        while True:
            while len(lanes) < _AHEAD and (job := next(waiting, None)) is not None:
                lanes.append(self._begun(job))
            if not lanes:
                return
            lane = lanes.popleft()
            for outcome in _in_turn(lane.shares):
                yield lane.job, outcome
            for read in lane.reads:
                read.result()
            yield lane.job, None

    def close(self) -> None:
        """End all reading processes at once; what was not read is not read any more."""
        self._over.set()
        with self._guard:
            for process in self._running:
                process.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _begun(self, job: Job) -> _Lane:
        lane = _Lane(job)
        if self._is_read_here(job):
            lane.shares.append(queue.Queue())
            for outcome in (*outcomes(job, registry.read), None):
                lane.shares[0].put(outcome)
            return lane
        of = _PROCESSES if len(job.data) >= self._large and _kind(job) in _TABLE_KINDS else 1
        for number in range(of):
            lane.shares.append(queue.Queue(_READ_AHEAD))
            lane.reads.append(self._threads.submit(self._run, replace(job, share=(number, of)), lane.shares[number]))
        return lane

    def _is_read_here(self, job: Job) -> bool:
        """Starting a process takes as long as reading dozens of plain texts, which need no foreign library."""
        if len(job.data) > min(_SMALL, self._small_left):
            return False
        here = _kind(job) in (*_PLAIN_KINDS, None)
        self._small_left -= len(job.data) if here else 0
        return here

    def _run(self, job: Job, share: queue.Queue[Outcome | None]) -> None:
        try:
            for outcome in self._outcomes(job):
                self._put(share, outcome)
        finally:
            self._put(share, None)

    def _put(self, share: queue.Queue[Outcome | None], outcome: Outcome | None) -> None:
        while not self._over.is_set():
            try:
                share.put(outcome, timeout=_TICK)
            except queue.Full:
                continue
            return

    def _outcomes(self, job: Job) -> Iterator[Outcome]:
        """A fault in the making of one posting of several costs that one: the file is read again without it."""
        start = 0
        for faults in range(1, _MOST_FAULTS + 1):
            process = self._process()
            try:
                yield from process.read(job, start, self._seconds(job))
            except Fault as fault:
                self._let_go(process)
                if self._over.is_set():
                    return
                yield FailedPart(fault.part, str(fault))
                if fault.number is None or not fault.part:
                    return
                start = fault.number + 1
                if faults == _MOST_FAULTS:
                    yield FailedPart("", _GIVEN_UP.format(fault, faults))
            else:
                self._give_back(process)
                return

    def _seconds(self, job: Job) -> float:
        """The time to the first posting of a file; pictures of words take more."""
        # It brings a library for pictures, which a program that reads only texts need not load.
        from assistant.readers.ocr import SECONDS, time_allowed

        return self._limits.seconds + time_allowed(job.data) - SECONDS

    def _process(self) -> ReadingProcess:
        with suppress(queue.Empty):
            while not (process := self._idle.get_nowait()).is_alive:
                self._let_go(process)
            return process
        process = ReadingProcess(self._limits, self._reader)
        with self._guard:
            self._running.add(process)
        if self._over.is_set():
            self._let_go(process)
        return process

    def _give_back(self, process: ReadingProcess) -> None:
        if process.worn:
            self._let_go(process)
        else:
            self._idle.put(process)

    def _let_go(self, process: ReadingProcess) -> None:
        process.kill()
        with self._guard:
            self._running.discard(process)


def _kind(job: Job) -> Kind | None:
    """None where it is of no kind that is read."""
    try:
        return kind_of(job.data, job.name)
    except Unreadable:
        return None


def _in_turn(shares: Iterable[queue.Queue[Outcome | None]]) -> Iterator[Outcome]:
    """What comes of the shares of a file, one of each in turn; a file that fails whole does so once."""
    waiting, failed = deque(shares), False
    while waiting:
        share = waiting.popleft()
        if (outcome := share.get()) is None:
            continue
        waiting.append(share)
        whole = isinstance(outcome, FailedPart) and not outcome.part
        if not (whole and failed):
            yield outcome
        failed = failed or whole
