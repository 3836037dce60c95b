"""Mutants indexed beside the seeds, through the same fence and into the same store as anybody's files."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.indexing import index_folder
from assistant.readers.fence import Fence
from assistant.store import Store
from tests.fuzz.mutants import FORMATS, mutant
from tests.support import SEED_NAMES, SEEDS

# How the reasons begin that no reader gives: what it threw, and what it cost. A mutant must not have any of them.
FAULTS = (
    "damaged, or made in a way that its reader does not know",
    "nested more deeply than any document",  # of web pages and mails their readers say it, rightly
    "took longer than",
    "needed more than",
    "its reader crashed",
)


@dataclass
class Outcome:
    """What became of the mutants of one format: postings read, reasons of what was refused, and faults by mutant."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """The outcomes by format, and the seconds that it all took."""

    outcomes: dict[str, Outcome]
    seconds: float


def write_mutants(folder: Path, formats: Sequence[str], count: int, first: int = 0) -> Path:
    """The seeds, and `count` mutants of each format in a folder of its own."""
    folder.mkdir(parents=True)
    for name in SEED_NAMES:
        (folder / name).write_bytes((SEEDS / name).read_bytes())
    for format_ in formats:
        (folder / format_).mkdir()
        for number in range(first, first + count):
            (folder / format_ / f"{number:05}.{FORMATS[format_]}").write_bytes(mutant(format_, number))
    return folder


def index_mutants(store: Store, folder: Path) -> Run:
    """Index such a folder, and sort what the report says of it."""
    begun = time.monotonic()
    report = index_folder(store, folder, fence=Fence(small=0))
    outcomes = {path.name: Outcome() for path in sorted(folder.iterdir()) if path.is_dir()}
    for name in report.added:
        if "/" in name:
            outcomes[name.split("/")[0]].read += 1
    for name, why in report.failed:
        outcome = outcomes[name.split("/")[0]]
        if why.startswith(FAULTS):
            outcome.faults[name] = why
        else:
            outcome.refused[why] += 1
    return Run(outcomes, time.monotonic() - begun)
