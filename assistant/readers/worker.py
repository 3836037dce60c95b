"""The reading process: `python -m assistant.readers.worker`, started, fed and ended by `assistant.readers.fence`.

A file comes in on standard input, as a line of JSON and then its bytes; what becomes of its parts goes out on standard
output, a line of JSON each. Whatever a library prints goes nowhere.
"""

from __future__ import annotations

import fcntl
import importlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from assistant.drafts import Job, Read, outcomes, packed
from assistant.readers.content import Content
from assistant.readers.limits import Limits, allow_time, hold, is_worn

OUT_OF_MEMORY = 77  # exit status
_SAMPLE = (
    "Profil\n- Anglais exigé, 3 ans d'expérience, 2000 € par mois\nCandidature avant le 3 mai 2024 : CV à a@b.org\n"
)
_Say = Callable[..., None]


def main() -> None:
    """Read one file after another until standard input ends; the settings come as one argument in JSON."""
    settings: dict[str, Any] = json.loads(sys.argv[1])
    limits = Limits(**settings["limits"])
    jobs, say = _streams()
    read: Read = importlib.import_module(settings["reader"]).read
    _warm_up()
    hold(limits)
    say("ready")
    while head := jobs.readline():
        job: dict[str, Any] = json.loads(head)
        data = jobs.read(job.pop("size"))
        _end_with_parent(jobs, True)
        _read(job, data, read, limits, say)
        worn = is_worn(limits)
        _end_with_parent(jobs, False)
        say("end", worn)
        if worn:
            return


def _warm_up() -> None:
    """Have the rules compile their patterns, which takes a second, before the clock of the first file runs."""
    posting = Job("", "a.txt", _SAMPLE.encode())
    for _ in outcomes(posting, lambda data, _name, _mapping: [Content(data.decode())]):
        pass


def _read(job: dict[str, Any], data: bytes, read: Read, limits: Limits, say: _Say) -> None:
    def begun(number: int, part: str) -> None:
        allow_time(limits.seconds)
        say("begun", number, part)

    start, first = job.pop("start"), job.pop("seconds")
    allow_time(min(first, 2 * limits.seconds))  # the programs that it starts have a clock each
    try:
        for outcome in outcomes(Job(data=data, **job), read, start, begun):
            say(*packed(outcome))
            allow_time(limits.seconds)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # too little may be left to say it with


def _streams() -> tuple[BinaryIO, _Say]:
    """Standard input, and what writes a line to standard output; in their places nothing is left to read or write."""
    jobs = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "w", encoding="ascii")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)

    def say(*values: object) -> None:
        print(json.dumps(values), file=results, flush=True)

    return jobs, say


def _end_with_parent(jobs: BinaryIO, now: bool) -> None:
    """While a file is read, have the system end this process group at once when the other end of `jobs` is closed.

    The other end is closed when the parent dies, however it dies, and nothing else comes through it meanwhile. It works
    where no Python code gets a turn, as in the midst of a regular expression.
    """
    flags = fcntl.fcntl(jobs, fcntl.F_GETFL)
    if now:
        fcntl.fcntl(jobs, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(jobs, fcntl.F_SETFL, flags | os.O_ASYNC if now else flags & ~os.O_ASYNC)


if __name__ == "__main__":
    main()
