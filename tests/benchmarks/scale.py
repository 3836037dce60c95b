"""Questions about thousands of postings: what the facts alone answer, so vectors out of hashes stand in for real ones.

`BENCH_DATA` names the folder that holds `postings_fr.jsonl` (4,419 postings).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.benchmarks.facts import CORPUS, DATA
from tests.benchmarks.report import Figure
from tests.support import hash_store

SET_QUESTIONS = (
    "Quels postes exigent l'anglais ?", "Which jobs require German?", "Combien d'offres en CDI exigent le permis B ?",
    "Quels postes à Toulouse exigent l'espagnol ?", "Which jobs pay more than 3000 euros per month?",
    "Quelles offres sont à temps partiel ?", "Which job pays best?", "How many jobs are internships?",
    "Quels postes demandent au moins 5 ans d'expérience ?", "jobs without a driving licence in Lyon",
    "Quelles offres demandent l'anglais et l'allemand ?", "Which jobs require a master's degree?",
    "Which jobs ask for experience in sales?", "Quelles offres proposent des titres-restaurant ?",
    "Which jobs use Excel?", "Quels postes sont en télétravail à Lyon ?",
)  # fmt: skip
_ROUNDS = 10


def measure() -> list[Figure]:
    """Seconds to open a store of that size and answer first, and milliseconds a set question."""
    corpora = os.environ.get(DATA)
    if not corpora:
        print(f"scale: not measured; set {DATA} to the folder that holds {CORPUS}", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory(prefix="postings-scale-") as scratch:
        folder, store = Path(scratch, "in"), Path(scratch, "store")
        folder.mkdir()
        shutil.copy(Path(corpora, CORPUS), folder)
        with hash_store(store) as opened:
            postings = len(index_folder(opened, folder).added)
        return _asked(store, postings)


def _asked(store: Path, postings: int) -> list[Figure]:
    began = time.perf_counter()
    with hash_store(store, write=False) as opened:
        assistant = Assistant(opened)
        assistant.ask(SET_QUESTIONS[0])
        first = time.perf_counter() - began
        slowest = max(_time(assistant, question) for question in SET_QUESTIONS[1:])
        times = [_time(assistant, question) for _ in range(_ROUNDS) for question in SET_QUESTIONS]
    of = f"of {len(times)}, {postings:,} postings"
    return [
        Figure(f"opening a store and the first set question, {postings:,} postings", first, "s", "under 5"),
        Figure("the slowest set question when it is first asked", slowest, "ms"),
        Figure(f"a set question, median {of}", float(np.median(times)), "ms"),
        Figure(f"a set question, 95th percentile {of}", float(np.percentile(times, 95)), "ms", "under 150"),
    ]


def _time(assistant: Assistant, question: str) -> float:
    began = time.perf_counter()
    assistant.ask(question)
    return 1000 * (time.perf_counter() - began)
