"""Questions in people's own words over postings of which the project holds no text, with answers found by reading.

One set, `dev`, was there while the rules were written; the others were asked when they were done, and read afterwards.
`BENCH_DATA` names the folder of the corpora that the postings come from.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from assistant.evaluation import Mark, mark
from assistant.indexing import index_folder
from assistant.json_form import history_of
from assistant.settings import Settings
from assistant.wiring import open_assistant
from tests.benchmarks.facts import DATA
from tests.benchmarks.question_texts import Set, write_folder
from tests.benchmarks.report import Figure

ASKED_ON = date(2026, 11, 26)  # the day that the right answers hold their deadlines against
SETS: tuple[Set, ...] = ("dev", "held", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def measure() -> list[Figure]:
    """The share of right answers in per cent, for each set and kind; standard error names each fault."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"questions: not measured; set {DATA} to the folder of the corpora", file=sys.stderr)
        return []
    return [figure for which in SETS for figure in _figures(which, marks(Path(corpora), which))]


def marks(corpora: Path, which: Set) -> list[Mark]:
    """The mark of every question of a set, asked of a store of its own."""
    rows = _rows(Path(__file__).with_name(f"questions_{which}.jsonl"))
    with tempfile.TemporaryDirectory(prefix="postings-questions-") as scratch:
        folder = Path(scratch, which)
        folder.mkdir()
        write_folder(corpora, which, folder)
        settings = Settings.from_environment(os.environ, Path(scratch, "store"))
        with open_assistant(settings, write=True, today=lambda: ASKED_ON) as assistant:
            index_folder(assistant.store, folder)
            texts = {posting.name: posting.text for posting in assistant.postings()}
            return [
                mark(row, assistant.ask(row["question"], history_of(row.get("history", []))), texts) for row in rows
            ]


def _figures(which: str, found: list[Mark]) -> list[Figure]:
    for one in (one for one in found if one.faults):
        print(f"{one.id} {one.question}\n    {'; '.join(one.faults)}", file=sys.stderr)
    kinds = [*sorted({one.kind for one in found}), ""]
    return [_share(which, kind, [one for one in found if kind in ("", one.kind)]) for kind in kinds]


def _share(which: str, kind: str, found: list[Mark]) -> Figure:
    right = sum(not one.faults for one in found)
    return Figure(f"questions ({which}), {kind or 'all'}: {right} of {len(found)}", 100 * right / len(found), "%")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]
