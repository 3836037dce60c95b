"""The way from files to answers: indexing, start-up, questions, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice, product
from pathlib import Path

import numpy as np

from assistant.indexing import index_folder
from assistant.resources import seeds_folder
from assistant.settings import Settings
from assistant.wiring import open_assistant
from tests.benchmarks.memory import peak_memory
from tests.benchmarks.report import ROOT, Figure

QUESTIONS = 200
_FRENCH = (
    "Quels postes demandent {subject} ?",
    "Que dit l'offre de {place} sur {subject} ?",
    "Parle-moi de {subject} à {place}.",
    "Quelle offre parle de {subject} ?",
    "Faut-il {subject} pour le poste de {place} ?",
)
_ENGLISH = (
    "Which jobs ask for {subject}?",
    "What does the job in {place} say about {subject}?",
    "Tell me about {subject} in {place}.",
    "Which posting deals with {subject}?",
    "Does the {place} job require {subject}?",
)
_FRENCH_SUBJECTS = (
    "l'arabe", "la gestion des déchets", "un master", "la participation citoyenne", "le permis de conduire",
    "l'épargne villageoise", "le séisme", "une lettre de motivation", "des déplacements", "le suivi du budget",
)  # fmt: skip
_ENGLISH_SUBJECTS = (
    "Arabic", "waste management", "a master's degree", "citizen participation", "a driving licence",
    "village savings groups", "the earthquake", "a cover letter", "travel", "budget monitoring",
)  # fmt: skip
_PLACES = ("Oujda", "Agadir", "Safi", "Marrakech")


def questions(count: int = QUESTIONS) -> list[str]:
    """Different questions in both languages by turns, always the same ones."""
    pairs = zip(_of(_FRENCH, _FRENCH_SUBJECTS), _of(_ENGLISH, _ENGLISH_SUBJECTS), strict=True)
    turns = (question for pair in pairs for question in pair)
    return list(islice(dict.fromkeys(turns), count))


def _of(templates: Sequence[str], subjects: Sequence[str]) -> Iterator[str]:
    places = cycle(_PLACES)
    for subject, template in product(subjects, templates):
        yield from (template.format(subject=subject, place=next(places)) for _ in _PLACES)


def measure() -> list[Figure]:
    """Every figure; takes a minute. The packaged model is converted before anything is timed."""
    cache = Settings.from_environment(os.environ).cache
    with tempfile.TemporaryDirectory(prefix="postings-bench-") as folder:
        settings = Settings(Path(folder) / "store", cache)
        _convert(settings)
        cold, unchanged = _timed_index(settings), _timed_index(settings)
        first = _first_answer(settings)
        asked, peak = _questions(settings)
    return [
        Figure("indexing the seeds, fresh store, with start of the program and model", cold, "s"),
        Figure("indexing the seeds again, nothing changed", unchanged, "s"),
        Figure("start of the program to the first answer out of passages", first, "s"),
        Figure(f"a question, median of {QUESTIONS}", float(np.median(asked)) * 1000, "ms"),
        Figure(
            f"a question, 95th percentile of {QUESTIONS}", float(np.percentile(asked, 95)) * 1000, "ms", "under 100"
        ),
        Figure(f"a question, the slowest of {QUESTIONS}", max(asked) * 1000, "ms"),
        Figure("peak memory of the process that answers, with its encoder's", peak, "MB"),
    ]


def _convert(settings: Settings) -> None:
    """Let another process convert the packaged model, so that this one's memory holds the model once."""
    _timed("index", str(seeds_folder()), "--store", str(settings.store.parent / "warm"), settings=settings)


def _timed_index(settings: Settings) -> float:
    return _timed("index", str(seeds_folder()), "--store", str(settings.store), settings=settings)


def _first_answer(settings: Settings) -> float:
    question = "Que fait-on pour la participation citoyenne digitale ?"
    return _timed("ask", "--json", question, "--store", str(settings.store), settings=settings)


def _timed(*arguments: str, settings: Settings) -> float:
    """Seconds that a command takes in a process of its own."""
    environment = {**os.environ, "POSTINGS_CACHE": str(settings.cache)}
    start = time.perf_counter()
    command = [sys.executable, "-m", "assistant", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _questions(settings: Settings) -> tuple[list[float], float]:
    """Seconds of each question, with the encoder loaded and the index ready, and the megabytes that it took."""
    with open_assistant(settings, write=True) as assistant:
        index_folder(assistant.store, seeds_folder())
        assistant.store.index.start()
        assistant.ask(questions(1)[0])
        return [_seconds(assistant.ask, question) for question in questions()], peak_memory()


def _seconds(ask: Callable[[str], object], question: str) -> float:
    start = time.perf_counter()
    ask(question)
    return time.perf_counter() - start
