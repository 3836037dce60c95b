"""`python -m tests.benchmarks [core facts retrieval …] [--json]`: measures, and prints tables for a README."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from tests.benchmarks import (
    afternoon,
    announcements,
    chats,
    core,
    facts,
    indexing,
    kinds,
    open_questions,
    questions,
    retrieval,
    scale,
    thousands,
    throughput,
)
from tests.benchmarks.report import Figure, Row, as_line, as_table, circumstances, rows_as_table

SUITES: dict[str, Callable[[], list[Figure]]] = {
    "announcements": announcements.measure,
    "chats": chats.measure,
    "core": core.measure,
    "facts": facts.measure,
    "indexing": indexing.measure,
    "kinds": kinds.measure,
    "questions": questions.measure,
    "open": open_questions.measure,
    "scale": scale.measure,
    "thousands": thousands.measure,
    "throughput": throughput.measure,
}
# Suites with columns of their own.
TABLES: dict[str, Callable[[], Iterable[Row]]] = {
    "retrieval": retrieval.measure,
    "afternoon": afternoon.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suites that are named, or all of them; tables, or JSON, go to standard output."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and quality.")
    names = [*SUITES, *TABLES]
    parser.add_argument("suites", nargs="*", help=f"what to measure: {', '.join(names)} (default: all)")
    parser.add_argument(
        "--json", action="store_true", help="print JSON: one object of all figures, and one a line for each row"
    )
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.suites) - set(names)):
        parser.error(f"there is no suite {unknown[0]!r}; there are: {', '.join(names)}")
    wanted = given.suites or names
    (_print_json if given.json else _print_tables)(
        [name for name in wanted if name in SUITES], [name for name in wanted if name in TABLES]
    )
    return 0


def _print_json(suites: Sequence[str], tables: Sequence[str]) -> None:
    for name in tables:
        for row in TABLES[name]():
            print(json.dumps(row), flush=True)
    if suites:
        figures = [asdict(figure) for name in suites for figure in SUITES[name]()]
        print(json.dumps({"circumstances": circumstances(), "figures": figures}))


def _print_tables(suites: Sequence[str], tables: Sequence[str]) -> None:
    print(as_line(circumstances()))
    if figures := [figure for name in suites for figure in SUITES[name]()]:
        print(f"\n{as_table(figures)}")
    for name in tables:
        if rows := list(TABLES[name]()):
            print(f"\n{name}\n\n{rows_as_table(rows)}")


if __name__ == "__main__":
    sys.exit(main())
