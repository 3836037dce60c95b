"""Many chats at once over the real program: encoder, Chroma and page as a person starts them.

Each session has words of its own, in questions and in a CV, that no other may be shown; sessions that ask the same
must be told the same. The sessions run in this process, on the same cores as the page.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.resources import seeds_folder
from tests.benchmarks.report import Figure
from tests.load import SCRIPTS, Outcome, drive
from tests.started import started

_ROUNDS = ((25, 8), (50, 20))  # sessions, and the turns of each
_TURNS = 20


def measure() -> list[Figure]:
    """Seconds of an answer among 25 and 50 sessions that ask without a pause, and how many went wrong."""
    figures = []
    with tempfile.TemporaryDirectory(prefix="postings-chats-") as folder, started(Path(folder), seeds_folder()) as page:
        # As after an hour of use: what a posting's sentences mean is worked out when they are first wanted.
        asyncio.run(drive(page.address, SCRIPTS, _TURNS))
        for sessions, turns in _ROUNDS:
            figures += _figures(
                f"{sessions} sessions of {turns} turns", asyncio.run(drive(page.address, sessions, turns))
            )
        if said := page.log.read_text(encoding="utf8", errors="replace").splitlines()[1:]:
            figures.append(Figure("lines in the log of the page, beyond the first", len(said), "lines", "0"))
            print(*said[:20], sep="\n", file=sys.stderr)
    return figures


def _figures(what: str, outcome: Outcome) -> list[Figure]:
    print(*outcome.faults[:20], sep="\n", file=sys.stderr, end="")
    return [
        Figure(f"{what} at once: an answer, median of {len(outcome.seconds):,}", _at(outcome.seconds, 50), "s"),
        Figure(f"{what} at once: an answer, 95th percentile", _at(outcome.seconds, 95), "s", "under 2.5"),
        Figure(f"{what} at once: a letter from a CV, 95th percentile", _at(outcome.letters, 95), "s"),
        Figure(f"{what} at once: errors, and words of another session", len(outcome.faults), "", "0"),
    ]


def _at(seconds: Sequence[float], percent: int) -> float:
    return float(np.percentile(seconds, percent)) if seconds else 0.0
