"""Search by vectors and by words at once."""

import numpy as np
import pytest

from vectorstore import ExactStore, Hit, Record
from vectorstore.hybrid import HybridQuery, best_of_groups, hybrid_search, judged
from vectorstore.keyword import Document, KeywordIndex
from vectorstore.testing import HashEmbedder

TEXTS = {
    "fr": "Gestion de l'eau potable dans les villages",
    "en": "Drinking water in the villages",
    "other": "Comptabilité et paie de l'association, dossier 4711",
}
EMBEDDER = HashEmbedder()
SAME = {"water": ("eau",), "eau": ("water",)}


@pytest.fixture(scope="module")
def keywords() -> KeywordIndex:
    index = KeywordIndex()
    index.add(Document(name, name, text, "en" if name == "en" else "fr") for name, text in TEXTS.items())
    return index


@pytest.fixture(scope="module")
def dense() -> ExactStore:
    store = ExactStore()
    rows = EMBEDDER.passages(list(TEXTS.values()))
    store.upsert([Record(name, name, name, row) for name, row in zip(TEXTS, rows, strict=True)])
    return store


@pytest.mark.parametrize(
    ("question", "language", "groups", "right"),
    [
        ("eau potable", "fr", None, "fr"),
        ("drinking water", "en", None, "en"),
        ("water", "en", {"fr", "other"}, "fr"),  # by the word for the same thing
        ("dossier 4711", "fr", None, "other"),
        ("4711", "en", None, "other"),
    ],
)
def test_first(
    keywords: KeywordIndex, dense: ExactStore, question: str, language: str, groups: set[str] | None, right: str
) -> None:
    query = HybridQuery(EMBEDDER.questions([question])[0], question, language, groups)
    found = hybrid_search(query, dense.search, keywords, lambda word: SAME.get(word, ()))
    assert found.joined[0].id == right
    assert (
        {hit.id for hit in found.joined} == {hit.id for hit in (*found.dense, *found.keyword)} <= (groups or set(TEXTS))
    )


def test_a_question_of_no_known_word_is_left_to_the_vectors(keywords: KeywordIndex, dense: ExactStore) -> None:
    vector = np.asarray(EMBEDDER.questions([TEXTS["other"]])[0])
    found = hybrid_search(HybridQuery(vector, "xyzzy", "fr"), dense.search, keywords)
    assert found.keyword == []
    assert [hit.id for hit in found.joined] == [hit.id for hit in found.dense]


def test_a_group_stands_where_its_best_record_does() -> None:
    hits = [Hit("a1", 0.9), Hit("b1", 0.8), Hit("b2", 0.8), Hit("b3", 0.7), Hit("a2", 0.1)]
    groups = {hit.id: hit.id[0] for hit in hits}
    assert best_of_groups(hits, groups) == [Hit("a", 0.9), Hit("b", 0.8)]


def test_a_second_opinion_orders_the_first_hits_anew_and_leaves_the_rest_behind() -> None:
    hits = [Hit("a", 0.90), Hit("b", 0.89), Hit("c", 0.88), Hit("d", 0.87)]
    assert [hit.id for hit in judged(hits, [0.0, 0.3], 0.1)] == ["b", "a", "c", "d"]
    assert [hit.id for hit in judged(hits, [0.0, 0.0, 0.0, 9.0], 0.1)] == ["d", "a", "b", "c"]
    assert judged(hits, []) == hits
    assert judged([], []) == []
