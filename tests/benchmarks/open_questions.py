"""Open questions over 30 postings that this project holds no text of: what is refused and what is answered wrongly.

60 questions that one of the postings answers, all asked in the other language and in other words, and 60 that none
does: `open_questions.jsonl`, whose first rows name the postings. One half of the questions was there while the rules
were written (`dev`), the other was held back (`held`; README.md says how often it was asked). `BENCH_DATA` names the
folder of the corpora.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.domain import Answer
from assistant.indexing import index_folder
from assistant.settings import Settings
from assistant.wiring import open_assistant
from tests.benchmarks.facts import DATA
from tests.benchmarks.question_texts import texts_of
from tests.benchmarks.report import Figure

FILE = Path(__file__).with_name("open_questions.jsonl")
HALVES = ("dev", "held")


@dataclass(frozen=True)
class Asked:
    """A question of the file, and how the program took it: `right` are the names of the postings that answer it."""

    id: str
    half: str
    question: str
    right: tuple[str, ...]
    abstained: bool
    cited: tuple[str, ...]


def measure() -> list[Figure]:
    """False refusals, false answers and answers out of the right posting, in per cent, for each half."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"open questions: not measured; set {DATA} to the folder of the corpora", file=sys.stderr)
        return []
    asked = ask(Path(corpora))
    for one in asked:
        if fault := _fault(one):
            print(f"{one.half} {one.id} {one.question}\n    {fault}", file=sys.stderr)
    return [figure for half in HALVES for figure in _figures(half, [one for one in asked if one.half == half])]


def ask(corpora: Path) -> list[Asked]:
    """Every question, asked of a store that holds the postings of the file."""
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf8").split("\n") if line.strip()]
    texts = texts_of(corpora)
    names = {row["posting"]: f"{number:02}.txt" for number, row in enumerate(rows) if "posting" in row}
    with tempfile.TemporaryDirectory(prefix="postings-open-") as scratch:
        folder = Path(scratch, "in")
        folder.mkdir()
        for row in rows:
            if "posting" in row:
                text = texts[row["corpus"], row["posting"]]
                (folder / names[row["posting"]]).write_text(text, encoding="utf8", newline="")
        settings = Settings.from_environment(os.environ, Path(scratch, "store"))
        with open_assistant(settings, write=True) as assistant:
            index_folder(assistant.store, folder)
            return [_asked(row, names, assistant.ask(row["question"])) for row in rows if "question" in row]


def _asked(row: Mapping[str, Any], names: Mapping[str, str], answer: Answer) -> Asked:
    right = tuple(names[posting] for posting in row["answers"])
    cited = tuple(dict.fromkeys(citation.posting for citation in answer.citations))
    return Asked(row["id"], row["half"], row["question"], right, answer.abstained, cited)


def _fault(one: Asked) -> str:
    if one.right and one.abstained:
        return "refused, and it is answered"
    if not one.right and one.cited:
        return f"answered, and nothing answers it: {', '.join(one.cited)}"
    if one.right and not set(one.right) & set(one.cited):
        return f"answered out of {', '.join(one.cited)} alone, not {' or '.join(one.right)}"
    return ""


def _figures(half: str, asked: Sequence[Asked]) -> list[Figure]:
    answerable, others = [one for one in asked if one.right], [one for one in asked if not one.right]
    refused = [one for one in answerable if one.abstained]
    found = [one for one in answerable if not _fault(one)]
    answered = [one for one in others if _fault(one)]
    return [
        _share(f"open questions ({half}), refused and answered by a posting", refused, answerable),
        _share(f"open questions ({half}), answered out of the right posting", found, answerable),
        _share(f"open questions ({half}), answered and answered by none", answered, others),
    ]


def _share(name: str, some: Sequence[Asked], of: Sequence[Asked]) -> Figure:
    return Figure(f"{name}: {len(some)} of {len(of)}", 100 * len(some) / len(of), "%")
