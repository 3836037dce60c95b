"""Passages ordered anew by a cross-encoder, and what happens where it cannot be had."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.chunks import chunks_of
from assistant.domain import Passage
from assistant.reranking import Reranking
from assistant.settings import Settings
from assistant.wiring import open_store
from tests.support import seed_postings
from vectorstore.errors import RerankerError
from vectorstore.reranker import Reranker

POSTING = seed_postings()[0]
PASSAGES = [Passage(POSTING, chunk, 1.0 - chunk.number / 100) for chunk in chunks_of(POSTING)][:5]


class LongestFirst:
    """A cross-encoder that likes long texts."""

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        assert question == "Quoi ?"
        return np.array([len(text) for text in texts], dtype=np.float32)


class Indifferent:
    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        del question
        return np.zeros(len(texts), dtype=np.float32)


def unheard(sentence: str) -> None:
    raise AssertionError(sentence)


def test_the_order_is_that_of_its_scores() -> None:
    found = Reranking(LongestFirst, unheard).reordered("Quoi ?", PASSAGES)
    lengths = [len(passage.chunk.text_to_embed) for passage in found]
    assert lengths == sorted(lengths, reverse=True)
    assert {(p.chunk.number, p.score) for p in found} == {(p.chunk.number, p.score) for p in PASSAGES}


def test_equal_scores_leave_the_order() -> None:
    assert Reranking(Indifferent, unheard).reordered("Quoi ?", PASSAGES) == PASSAGES


def test_it_is_loaded_once_and_only_when_it_is_needed() -> None:
    loaded: list[Reranker] = []

    def load() -> Reranker:
        loaded.append(LongestFirst())
        return loaded[-1]

    reranking = Reranking(load, unheard)
    assert reranking.reordered("Quoi ?", PASSAGES[:1]) == PASSAGES[:1]
    assert not loaded
    reranking.reordered("Quoi ?", PASSAGES)
    reranking.reordered("Quoi ?", PASSAGES)
    assert len(loaded) == 1


def test_where_it_cannot_be_had_one_sentence_says_so_and_the_order_stays() -> None:
    heard: list[str] = []

    def load() -> Reranker:
        raise RerankerError("RERANKER_MODEL names nothing.")

    reranking = Reranking(load, heard.append)
    assert reranking.reordered("Quoi ?", PASSAGES) == PASSAGES
    assert reranking.reordered("Quoi ?", PASSAGES) == PASSAGES
    assert heard == ["RERANKER_MODEL names nothing. The search goes on without it."]


@pytest.mark.parametrize("named", [None, "/nowhere/cross-encoder"])
def test_it_is_off_where_the_settings_name_none(tmp_path: Path, named: str | None) -> None:
    heard: list[str] = []
    settings = Settings(tmp_path / "store", tmp_path / "cache", reranker_model=named)
    with open_store(settings, write=True, notify=heard.append) as store:
        assert (store.reranker is None) == (named is None)
        if store.reranker:
            assert store.reranker.reordered("Quoi ?", PASSAGES) == PASSAGES
    assert [sentence for sentence in heard if "RERANKER_MODEL" in sentence] == heard
    assert bool(heard) == (named is not None)
