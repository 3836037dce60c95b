"""Figures, and the circumstances without which they say nothing."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]

Row = dict[str, str | float]  # a line of a table that has columns of its own: column → what stands in it


@dataclass(frozen=True)
class Figure:
    """One thing that was measured."""

    what: str
    value: float
    unit: str
    aim: str = ""


def circumstances() -> dict[str, str]:
    """The machine, the day and the commit; nothing that names whose machine it is."""
    return {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB",
        "Python": platform.python_version(),
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": _commit(),
    }


def as_line(where: Mapping[str, str]) -> str:
    """The circumstances on one line."""
    return ", ".join(f"{name} {value}" for name, value in where.items())


def as_table(figures: Sequence[Figure]) -> str:
    """Figures as Markdown."""
    rows = [f"| {f.what} | {f.value:,.{0 if f.value >= 100 else 1}f} {f.unit} | {f.aim} |" for f in figures]
    return "\n".join(["| measured | figure | aim |", "|---|---|---|", *rows])


def rows_as_table(rows: Sequence[Row]) -> str:
    """Rows of the same columns as Markdown."""
    columns = list(rows[0])
    cells = [[f"{v:.3f}" if isinstance(v, float) else v for v in (row[column] for column in columns)] for row in rows]
    lines = [columns, ["---"] * len(columns), *cells]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8", errors="replace").splitlines()
    except OSError:
        lines = []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _commit() -> str:
    """The commit, with a plus where the tree has changed since."""
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        return commit + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return "none"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
