"""The process that holds the embedding model, and ends with the process that started it.

Run by ``encoder_process``: ``python -m vectorstore.encoder_child CONNECTION PARENT``. Over the connection, the number
of an open file, it hears the setting of the model and the cache, answers with nothing or a sentence that says why the
model cannot be had, and then makes each batch of texts into vectors.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vectorstore.chroma_child import leave_with
from vectorstore.errors import EmbeddingError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_IDLE_SECONDS = 1.0
_BATCHES = 32  # after which memory is given back also when there is no rest


def main() -> None:
    """Load the model, and embed until the other end is closed."""
    threading.Thread(target=leave_with, args=(int(sys.argv[2]),), daemon=True).start()
    with suppress(EOFError, BrokenPipeError):
        _serve(Connection(int(sys.argv[1])))


def _serve(connection: Connection[Any, Any]) -> None:
    setting, cache = connection.recv()
    try:
        model = _model(setting, cache)
    except EmbeddingError as error:
        connection.send(str(error))
        return
    connection.send(None)
    for number in count(1):
        if not connection.poll(_IDLE_SECONDS) or number % _BATCHES == 0:
            _give_back_memory()
        kind, texts = connection.recv()
        encode = model.encode_query if kind == "query" else model.encode_document
        connection.send(np.asarray(encode(texts), dtype=np.float32))


def _model(setting: str | None, cache: Path) -> SentenceTransformer:
    from vectorstore.models import load_model

    return load_model(setting, cache)


def _give_back_memory() -> None:
    """Have the C library return what was freed: texts of all lengths leave it in pieces, a GB of them in thousands.

    Only glibc has to be told.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


if __name__ == "__main__":
    main()
