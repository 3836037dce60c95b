"""The first passages ordered anew by a cross-encoder, where the settings name one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from assistant.domain import Passage
from vectorstore.errors import RerankerError
from vectorstore.reranker import Reranker


class Reranking:
    """A cross-encoder that is loaded when it is first wanted. Where it cannot be had, the order stays as it is."""

    def __init__(self, load: Callable[[], Reranker], notify: Callable[[str], None]) -> None:
        """Take what loads the cross-encoder; `notify` hears one sentence, once, where that fails."""
        self._load = load
        self._notify = notify
        self._reranker: Reranker | None = None
        self._failed = False
        self._guard = threading.Lock()

    def reordered(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        """The passages, those first that the cross-encoder finds to answer best; their own scores stay."""
        reranker = self._ready() if len(passages) > 1 else None
        if reranker is None:
            return list(passages)
        scores = reranker.scores(question, [passage.chunk.text_to_embed for passage in passages])
        order = sorted(range(len(passages)), key=lambda place: (-float(scores[place]), place))
        return [passages[place] for place in order]

    def _ready(self) -> Reranker | None:
        with self._guard:
            if self._reranker is None and not self._failed:
                try:
                    self._reranker = self._load()
                except RerankerError as error:
                    self._failed = True
                    self._notify(f"{error} The search goes on without it.")
            return self._reranker
