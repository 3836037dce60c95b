"""Vectors that are computed once while they are in use."""

from __future__ import annotations

import numpy as np

from assistant.sentence_vectors import SentenceVectors
from tests.support import hash_encoder
from vectorstore.testing import HashEmbedder


def test_nothing_is_embedded_twice() -> None:
    embedder = HashEmbedder()
    vectors = SentenceVectors(hash_encoder(embedder))
    first = vectors.sentences(["un", "deux", "un"])
    assert embedder.calls == 2
    assert first.shape == (3, embedder.dimension)
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(vectors.sentences(["deux", "trois"])[0], first[1])
    assert embedder.calls == 3
    assert np.array_equal(vectors.question("un"), vectors.question("un"))
    assert embedder.calls == 4
