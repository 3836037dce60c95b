"""Vectors of questions and sentences, each computed once while it is in use."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from assistant.encoder import Encoder
from assistant.rows import Vectors
from vectorstore.errors import EmbeddingError

_SENTENCES = 20_000  # about 30 MB
_QUESTIONS = 200


class SentenceVectors:
    """Remembers the vectors used last. Safe to use from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the encoder; it is waited for when the first vector is wanted."""
        self.encoder = encoder
        self._sentences: OrderedDict[str, Vectors] = OrderedDict()
        self._questions: OrderedDict[str, Vectors] = OrderedDict()
        self._guard = threading.Lock()

    def question(self, text: str) -> Vectors:
        """The vector of a question."""
        known = self._known(self._questions, [text])
        if text not in known:
            known = {text: self.encoder.get().questions([text])[0]}
            self._remember(self._questions, known, _QUESTIONS)
        return known[text]

    def sentences(self, texts: Sequence[str]) -> Vectors:
        """The vectors of sentences, one row each."""
        known = self._known(self._sentences, texts)
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            fresh = dict(zip(missing, self.encoder.get().passages(missing), strict=True))
            self._remember(self._sentences, fresh, _SENTENCES)
            known = {**known, **fresh}
        return np.stack([known[text] for text in texts])

    def unkept(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that are not to be remembered, one row each."""
        return self.encoder.get().passages(list(texts))

    def can_be_had(self) -> bool:
        """Whether the encoder can be loaded; it is waited for."""
        try:
            self.encoder.get()
        except EmbeddingError:
            return False
        return True

    def _known(self, kept: OrderedDict[str, Vectors], texts: Sequence[str]) -> dict[str, Vectors]:
        with self._guard:
            for text in texts:
                if text in kept:
                    kept.move_to_end(text)
            return {text: kept[text] for text in texts if text in kept}

    def _remember(self, kept: OrderedDict[str, Vectors], fresh: dict[str, Vectors], most: int) -> None:
        with self._guard:
            kept.update(fresh)
            while len(kept) > most:
                kept.popitem(last=False)
