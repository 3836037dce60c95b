"""Texts made into vectors by a sentence-transformers model, in this process or in one of its own.

Importing this module is cheap. ``load_embedder`` takes the seconds that torch and the model need.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.models import fingerprint, load_model, unit_rows

__all__ = ["Embedder", "SentenceTransformerEmbedder", "fingerprint", "load_embedder"]

# A question waits for the batch before it: a small one takes half a second, and larger ones are no faster.
_BATCH = 16


class Model(Protocol):
    """What makes a batch of texts into rows of numbers: a ``SentenceTransformer``, or a process that has one."""

    def encode_query(self, texts: list[str], /) -> object:
        """Return an array of shape (len(texts), dimension)."""
        ...

    def encode_document(self, texts: list[str], /) -> object:
        """Return an array of shape (len(texts), dimension)."""
        ...


class Embedder(Protocol):
    """Makes texts into vectors that are compared by cosine.

    ``fingerprint`` names the model: vectors with different fingerprints must not be mixed. ``dimension`` is the
    length of every vector.
    """

    @property
    def fingerprint(self) -> str:
        """The name of what makes the vectors, equal for equal vectors."""
        ...

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        ...

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), dimension), in the order of the texts."""
        ...

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), dimension); ``progress`` hears how many are done."""
        ...


def load_embedder(model: str | None, cache: Path) -> Embedder:
    """Load the model of the setting in this process: None for the default, a folder, or a hub name.

    Takes 8 seconds, and 5 more the first time, when the default is converted into a folder under ``cache``.

    Raises:
        EmbeddingError: the model cannot be had.
    """
    name = fingerprint(model)
    return SentenceTransformerEmbedder(load_model(model, cache), name)


class SentenceTransformerEmbedder:
    """An ``Embedder`` over a loaded model, safe for use by several threads."""

    def __init__(self, model: Model, fingerprint: str) -> None:
        """Take a loaded model and the name of what makes its vectors."""
        self.fingerprint = fingerprint
        self.model = model
        # The fast tokenizers must not be used by two threads at once.
        self._lock = threading.Lock()
        self.dimension = int(self.questions([""]).shape[1])

    def questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), dimension); longer texts are cut by the model."""
        return self._embed(texts, self.model.encode_query, None)

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Return float32 unit rows of shape (len(texts), dimension); longer texts are cut by the model.

        ``progress`` is called after each batch with the number of texts done so far.
        """
        return self._embed(texts, self.model.encode_document, progress)

    def _embed(
        self, texts: Sequence[str], encode: Callable[[list[str]], object], progress: Callable[[int], None] | None
    ) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        # Texts of like length beside each other need little padding; the longest first, so that memory that does
        # not suffice shows at once.
        order = sorted(range(len(texts)), key=lambda index: -len(texts[index]))
        rows: NDArray[np.float32] | None = None
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            with self._lock:
                encoded = encode([_encodable(texts[i]) for i in batch])
            vectors = np.asarray(encoded, dtype=np.float32)
            if rows is None:
                rows = np.empty((len(texts), vectors.shape[1]), dtype=np.float32)
            rows[batch] = unit_rows(vectors)
            if progress is not None:
                progress(start + len(batch))
        assert rows is not None
        return rows


def _encodable(text: str) -> str:
    """Replace half a surrogate pair, which is no character and which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
