"""`python -m tests.benchmarks [core facts questions scale …] [--json]`: measures, and prints a table for a README."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict

from tests.benchmarks import core, facts, questions, scale
from tests.benchmarks.report import Figure, as_table, circumstances

SUITES: dict[str, Callable[[], list[Figure]]] = {
    "core": core.measure,
    "facts": facts.measure,
    "questions": questions.measure,
    "scale": scale.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suites that are named, or all of them; the table or the JSON goes to standard output."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and memory.")
    parser.add_argument("suites", nargs="*", help=f"what to measure: {', '.join(SUITES)} (default: all)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.suites) - set(SUITES)):
        parser.error(f"there is no suite {unknown[0]!r}; there are: {', '.join(SUITES)}")
    figures = [figure for name in given.suites or SUITES for figure in SUITES[name]()]
    where = circumstances()
    if given.json:
        print(json.dumps({"circumstances": where, "figures": [asdict(figure) for figure in figures]}))
    else:
        print(as_table(where, figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
