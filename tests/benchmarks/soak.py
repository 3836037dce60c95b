"""`python -m tests.benchmarks.soak [--minutes 120]`: people come and go for hours, and nothing may grow.

The real program is started over the seeds; a few visitors at a time ask, compare, draft letters, add a posting, take
it back, and leave. Each sample is a line: memory, open files, threads and children of the process, and its temporary
files. The verdict comes last, a line a measure: the middle of the samples after the first half of the time, in which
pools fill up, that of the last ones, and what may be between them. The exit status is 1 where one grew by more. A tab
that was closed is remembered for an hour, so a run of minutes shows more growth than one of hours. Linux only: it
reads /proc.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import itertools
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import httpx

from assistant.resources import seeds_folder
from tests.benchmarks.memory import below, megabytes
from tests.load import canary_of, script
from tests.page_client import PageError, Tab, Visits, visiting
from tests.started import Started, started
from tests.support import generated_posting

_VISITORS = 4
_QUESTIONS = 6  # of a visit
_ADDING = 4 * _VISITORS  # visits, of which one adds a posting: the last addition alone can be taken back
_SAMPLES = 40
# What may be more at the end than after half of the time: a pool of threads fills up, and freed memory is kept.
_MORE = {"memory": 50, "children_memory": 50, "files": 12, "threads": 16, "children": 0, "temporary": 20}
_WARMED_UP = 6  # samples below which nothing can be judged


@dataclass(frozen=True)
class Sample:
    """The process at one time; memory in MB, children with those of children."""

    seconds: float
    visits: int
    memory: int
    children_memory: int
    files: int
    threads: int
    children: int
    temporary: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run for as long as wanted; lines go to standard output, faults to standard error."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0)
    minutes = parser.parse_args(arguments).minutes
    with tempfile.TemporaryDirectory(prefix="postings-soak-") as folder, started(Path(folder), seeds_folder()) as page:
        samples, faults = asyncio.run(_soak(page, 60 * minutes))
        log = page.log.read_text(encoding="utf8", errors="replace").splitlines()[1:]
    grown, told = verdict(samples)
    print(*told, f"{len(faults)} faults of visits, {len(log)} lines in the log", sep="\n")
    print(*faults[:20], *log[:20], sep="\n", file=sys.stderr)
    return 1 if faults or log or grown else 0


async def _soak(page: Started, seconds: float) -> tuple[list[Sample], list[str]]:
    faults: list[str] = []
    done: list[int] = []
    numbers = itertools.count()
    end = time.monotonic() + seconds
    samples: list[Sample] = []
    print(*(f"{field.name:>15}" for field in fields(Sample)), flush=True)

    async def visitor(visits: Visits) -> None:
        while time.monotonic() < end:
            number = next(numbers)
            try:
                await _visit(visits, number)
            except (PageError, httpx.HTTPError) as error:
                faults.append(f"visit {number}: {type(error).__name__} {error}")
            done.append(number)

    async def sampler() -> None:
        while time.monotonic() < end:
            await asyncio.sleep(seconds / _SAMPLES)
            samples.append(_sample(page, seconds - (end - time.monotonic()), len(done)))
            print(*(f"{round(value):>15,}" for value in asdict(samples[-1]).values()), flush=True)

    async with visiting(page.address) as visits:
        await asyncio.gather(sampler(), *(visitor(visits) for _ in range(_VISITORS)))
    return samples, faults


async def _visit(visits: Visits, number: int) -> None:
    canary = canary_of(number % 10_000)
    async with visits.open_tab("fr" if number % 2 else "en") as tab:
        for question in script(number, _QUESTIONS):
            await tab.ask(question.format(canary=canary))
        names = [row["n"] for row in (await tab.call("postings"))["rows"]][:2]
        await tab.call("source", posting=names[0])
        await tab.call("compare", postings=names)
        await tab.call("insights")
        cv = f"Awa {canary}\nCoordinatrice chez {canary}, 2019 - 2023\n"
        await tab.call("letter", posting=names[0], cv=cv)
        await tab.ask("Which postings fit my CV?", cv)
        await tab.call("download", kind="xlsx")
        if number % _ADDING == 0:
            await _add_and_undo(tab, number)
        await tab.begin()


async def _add_and_undo(tab: Tab, number: int) -> None:
    data = base64.b64encode(generated_posting(number % 50).encode()).decode()
    batch = (await tab.call("add", batch="", name=f"soak{number}.txt", data=data))["batch"]
    ended = await tab.call("add_end", batch=batch)
    await tab.call("undo", number=ended["undo"])


def _sample(page: Started, seconds: float, visits: int) -> Sample:
    own = Path("/proc", str(page.process.pid))
    children = below(page.process.pid)
    return Sample(
        seconds,
        visits,
        megabytes(page.process.pid),
        sum(map(megabytes, children)),
        len(list((own / "fd").iterdir())),
        len(list((own / "task").iterdir())),
        len(children),
        sum(1 for _ in page.temporary.rglob("*")),
    )


def verdict(samples: Sequence[Sample]) -> tuple[bool, list[str]]:
    """Whether anything grew after the first half by more than may be, and a line on each measure."""
    if len(samples) < _WARMED_UP:
        return True, [f"{len(samples)} samples are too few for a verdict: run it for longer."]
    few = max(1, len(samples) // 10)
    after, end = samples[len(samples) // 2 :][:few], samples[-few:]
    grown, told = False, []
    for name, more in _MORE.items():
        before, now = _middle(after, name), _middle(end, name)
        too_much = now > before + more
        grown = grown or too_much
        told.append(f"{name:>15}: {before:,} to {now:,}, at most {more} more: {'GREW' if too_much else 'held'}")
    return grown, told


def _middle(samples: Sequence[Sample], name: str) -> int:
    values = sorted(getattr(sample, name) for sample in samples)
    return int(values[len(values) // 2])


if __name__ == "__main__":
    sys.exit(main())
