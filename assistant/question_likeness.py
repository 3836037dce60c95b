"""How alike a question is to questions that are known, by both encoders; the known ones are embedded once a machine."""

from __future__ import annotations

import hashlib
import threading
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from assistant.rows import Vectors
from assistant.sentence_vectors import SentenceVectors

# The first encoder gives any two questions a cosine of 0.8, so what tells them apart counts more. Of 59 questions of
# six sets the second alone read 28 right and 3 wrong, both with this weight 44 and 5 (see tests/benchmarks).
_FIRST = 4.0
_FIRST_BASE = 0.8


class QuestionLikeness:
    """Likeness of a question with known ones; their vectors are kept in a file. Safe to use from several threads."""

    def __init__(self, first: SentenceVectors, second: SentenceVectors, folder: Path) -> None:
        """Take what has the vectors of questions by each encoder, and the folder of the file."""
        self._asked = (first, second)
        self._folder = folder
        self._guard = threading.Lock()
        self._known: dict[tuple[str, ...], tuple[Vectors, Vectors]] = {}

    def __call__(self, question: str, texts: Sequence[str]) -> list[float]:
        """One number a text: near 0 for questions with nothing in common, about 1.8 for the same one.

        EmbeddingError where an encoder cannot be had.
        """
        first, second = self._vectors(tuple(texts))
        asked = [vectors.question(question) for vectors in self._asked]
        found = second @ asked[1] + _FIRST * (first @ asked[0] - _FIRST_BASE)
        return [float(near) for near in found]

    def prepare(self, texts: Sequence[str]) -> None:
        """Have the vectors of known ones at hand before a question comes: seconds, once a machine.

        EmbeddingError where an encoder cannot be had.
        """
        self._vectors(tuple(texts))

    def _vectors(self, texts: tuple[str, ...]) -> tuple[Vectors, Vectors]:
        with self._guard:
            if texts not in self._known:
                self._known[texts] = self._from_file(texts) or self._embedded(texts)
            return self._known[texts]

    def _file(self, texts: tuple[str, ...]) -> Path:
        names = (*(vectors.encoder.fingerprint for vectors in self._asked), *texts)
        return self._folder / f"questions-{hashlib.sha256(chr(0).join(names).encode()).hexdigest()[:24]}.npz"

    def _from_file(self, texts: tuple[str, ...]) -> tuple[Vectors, Vectors] | None:
        """The vectors that were kept; None where there are none, or not whole ones."""
        try:
            with np.load(self._file(texts)) as kept:
                first, second = kept["first"], kept["second"]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
            return None
        return (first, second) if len(first) == len(second) == len(texts) else None

    def _embedded(self, texts: tuple[str, ...]) -> tuple[Vectors, Vectors]:
        first, second = (vectors.encoder.get().questions(texts) for vectors in self._asked)
        _keep(self._file(texts), first, second)
        return first, second


def _keep(file: Path, first: Vectors, second: Vectors) -> None:
    """Write a file whole or not at all; where nothing can be written, they are embedded again next time."""
    part = file.with_name(f"{file.name}.{threading.get_ident()}.npz")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(part, first=first, second=second)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
