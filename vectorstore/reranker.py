"""A cross-encoder, which reads a question and a passage together: slower than vectors, and a better judge of a few.

Importing this module is cheap. ``load_reranker`` takes the seconds that torch and the model need.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import RerankerError
from vectorstore.models import be_quiet, hub_folder

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

SETTING = "RERANKER_MODEL"
_BATCH = 16


class Reranker(Protocol):
    """Scores texts against a question: the higher, the better it answers; comparable within one call only."""

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 scores of shape (len(texts),), in the order of the texts."""
        ...


def load_reranker(model: str) -> Reranker:
    """Load the cross-encoder that the setting names: a folder, or a hub name (of the local cache first).

    Raises:
        RerankerError: it cannot be had, or gives more than one number a pair.
    """
    be_quiet()
    folder = _folder(model)
    if folder is None:
        raise RerankerError(
            f"{SETTING} names {model!r}, which is no folder with a model and cannot be fetched from the hub: give the "
            "folder of a cross-encoder or its hub name, or leave the setting out."
        )
    return CrossEncoderReranker(_load(folder, model))


class CrossEncoderReranker:
    """A ``Reranker`` over a loaded cross-encoder, safe for use by several threads."""

    def __init__(self, model: "CrossEncoder") -> None:
        """Take a loaded model that gives one number a pair."""
        self._model = model
        self._lock = threading.Lock()  # the fast tokenizers must not be used by two threads at once

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return float32 scores of shape (len(texts),), in the order of the texts."""
        if not texts:
            return np.zeros(0, dtype=np.float32)
        with self._lock:
            found = self._model.predict(
                [(question, text) for text in texts], batch_size=_BATCH, show_progress_bar=False
            )
        return np.asarray(found, dtype=np.float32).reshape(len(texts))


def _folder(model: str) -> Path | None:
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    if path.is_absolute() or model.startswith(".") or model.count("/") > 1:
        return None  # no name of the hub, which need not be asked
    return hub_folder(model, only_local=True) or hub_folder(model, only_local=False)


def _load(folder: Path, name: str) -> "CrossEncoder":
    from sentence_transformers import CrossEncoder

    try:
        model: CrossEncoder = CrossEncoder(str(folder), local_files_only=True)
        single = np.asarray(model.predict([("a", "b")], show_progress_bar=False)).size == 1
    except Exception as error:
        # Every library below raises its own kinds for a broken file, one of them plain Exception.
        raise RerankerError(
            f"The cross-encoder that {SETTING} names, {name!r}, cannot be loaded ({type(error).__name__}): its files "
            "are damaged or of another kind; name another, or leave the setting out."
        ) from error
    if not single:
        raise RerankerError(
            f"The model that {SETTING} names, {name!r}, gives several numbers for a pair of texts: name a "
            "cross-encoder that was trained to rank passages, or leave the setting out."
        )
    return model
