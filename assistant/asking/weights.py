"""How much each part of a text weighs: TF-IDF, as scikit-learn has it with `sublinear_tf` and unit length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Weighing:
    """The parts that count, each with its row, and the inverse document frequency of each row."""

    rows: Mapping[str, int]
    idf: Floats

    @classmethod
    def of_lines(cls, lines: str, idf: Floats) -> Weighing:
        """The weighing whose parts stand a line each."""
        return cls({part: row for row, part in enumerate(lines.split("\n"))}, idf)

    @classmethod
    def learnt(cls, texts: Sequence[Iterable[str]], least: int) -> Weighing:
        """The weighing of the parts of some texts that `least` of them hold: log((1 + texts) / (1 + holders)) + 1."""
        held = Counter(part for text in texts for part in set(text))
        parts = sorted(part for part, count in held.items() if count >= least)
        holders = np.array([held[part] for part in parts], dtype=np.float32)
        idf = (np.log((1 + len(texts)) / (1 + holders)) + 1).astype(np.float32)
        return cls({part: row for row, part in enumerate(parts)}, idf)

    def of(self, counted: Counter[str]) -> tuple[NDArray[np.int64], Floats]:
        """The rows of the known parts of a text and their weights: (1 + log count) times the idf, of length 1."""
        weights = {self.rows[part]: 1 + math.log(count) for part, count in counted.items() if part in self.rows}
        rows = np.fromiter(weights, dtype=np.int64, count=len(weights))
        values = np.fromiter(weights.values(), dtype=np.float32, count=len(weights)) * self.idf[rows]
        length = float(np.sqrt(values @ values)) or 1.0
        return rows, values / np.float32(length)
