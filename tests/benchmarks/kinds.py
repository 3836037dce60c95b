"""What a question asks for, told by a classifier that has not seen it: five parts of the known questions in turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.asking.kinds import KindModel, model_of
from assistant.asking.learning import Labelled, labelled, learn
from assistant.asking.weights import Floats
from assistant.resources import table
from tests.benchmarks.report import Figure
from vectorstore.second_encoder import SecondEncoder

_PARTS = 5


def measure() -> list[Figure]:
    """Shares that are right among the questions left out, by letters and vectors together and by letters alone."""
    questions = labelled()
    encoder = SecondEncoder()
    vectors = encoder.questions([each.text for each in questions])
    lines = list(dict.fromkeys(_line(each) for each in questions))
    part_of = {line: int(part) for line, part in zip(lines, _parts(len(lines)), strict=True)}
    parts = np.array([part_of[_line(each)] for each in questions])
    both = letters = denied = 0
    for part in range(_PARTS):
        kept = np.flatnonzero(parts != part)
        model = model_of({"digest": "", **learn([questions[n] for n in kept], vectors[kept], encoder.fingerprint)})
        for n in np.flatnonzero(parts == part):
            both += _is_right(questions[n], model, vectors[n])
            letters += _is_right(questions[n], model, None)
            denied += model.kind_of(questions[n].text, vectors[n]).denied == questions[n].denied
    count = len(questions)
    return [
        Figure("questions, each as it is asked of one to three postings", count, ""),
        Figure("kind right, letters and vectors", 100 * both / count, "%"),
        Figure("kind right, letters alone", 100 * letters / count, "%"),
        Figure("with or without told right", 100 * denied / count, "%"),
    ]


def _line(question: Labelled) -> tuple[str, str]:
    """What tells a line of the file from others, whatever names it is asked with: its kind and its first words."""
    return question.key, " ".join(question.text.split()[:4])


def _parts(count: int) -> Sequence[int]:
    return list(map(int, np.random.default_rng(0).integers(_PARTS, size=count)))


def _is_right(question: Labelled, model: KindModel, vector: Floats | None) -> bool:
    """Whether the kind is the right one; those left to the tables are one."""
    left = table("kinds.toml")["left"]["kinds"]
    found = model.kind_of(question.text, vector).key
    return found == question.key or (found in left and question.key in left)
