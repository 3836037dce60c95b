"""Doubles for tests: deterministic, strict, without a network or a model."""

import hashlib
import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")


class HashEmbedder:
    """An ``Embedder`` that turns each word into one fixed direction and a text into the mean of its words.

    Texts that share words are near each other, equal texts have equal vectors, in every process. Questions and
    passages are embedded alike. ``calls`` counts the texts embedded so far.
    """

    fingerprint = "hash-1-384"
    dimension = 384

    def __init__(self) -> None:
        """Begin to count at nothing."""
        self.calls = 0

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), 384)."""
        return self._rows(texts, None)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), 384); ``progress`` hears how many are done.

        Raises:
            TypeError: something other than a sequence of strings is given.
        """
        return self._rows(texts, progress)

    def _rows(self, texts: Sequence[str], progress: Callable[[int], None] | None) -> NDArray[np.float32]:
        if isinstance(texts, str) or not all(isinstance(text, str) for text in texts):
            raise TypeError("an embedder takes a sequence of strings")
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row] = _direction(text)
            self.calls += 1
            if progress is not None:
                progress(row + 1)
        return rows


def _direction(text: str) -> NDArray[np.float32]:
    words = _WORD.findall(text.casefold()) or [""]
    total = np.sum([_word_direction(word) for word in words], axis=0, dtype=np.float32)
    return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


def _word_direction(word: str) -> NDArray[np.float32]:
    seed = int.from_bytes(hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()[:8], "little")
    return np.random.default_rng(seed).standard_normal(HashEmbedder.dimension).astype(np.float32)
