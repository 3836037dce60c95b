"""Fusion of a dense and a keyword ranking, by table."""

import pytest

from tests.vectorstore.store_samples import gold_cases
from vectorstore import Hit, weighted_fusion


def ranking(text: str) -> list[Hit]:
    """``a .9 b .8`` as hits."""
    words = text.split()
    return [Hit(identity, float(score)) for identity, score in zip(words[::2], words[1::2], strict=True)]


@pytest.mark.parametrize(
    ("dense", "keyword", "right"),
    [
        ("a .9 b .8 c .7", "", "a b c"),  # a question whose words stand nowhere: the dense ranking as it is
        ("a .90 b .89", "b .2", "b a"),  # as good as equally near: the word decides
        ("a .90 b .80", "b .2", "a b"),  # a stray word does not lift what is far
        ("a .90 b .80", "b 1.5", "b a"),  # the whole question does
        ("a .9 b .8", "c 1.0 b .1", "a c b"),  # what is found by words alone is as near as the last
        ("", "b 1.0 a .5", "b a"),
        ("b .9 a .9", "", "a b"),  # equal sums by id
        ("", "", ""),
    ],
)
def test_order(dense: str, keyword: str, right: str) -> None:
    fused = weighted_fusion(ranking(dense), ranking(keyword), 0.1)
    assert [hit.id for hit in fused] == right.split()


def test_the_score_is_the_weighted_sum() -> None:
    fused = weighted_fusion(ranking("a .9 b .7"), ranking("b 1.0 c .5"), 0.1)
    assert {hit.id: hit.score for hit in fused} == pytest.approx({"a": 0.9, "b": 0.8, "c": 0.75})


def test_a_weight_of_nothing_leaves_the_dense_ranking() -> None:
    assert [hit.id for hit in weighted_fusion(ranking("a .9 b .8"), ranking("c 9 b 9"), 0.0)] == ["a", "b", "c"]


def test_a_negative_weight_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        weighted_fusion([], [], -1.0)


def test_reported_cases_are_the_two_below() -> None:
    assert [case["right"] for case in gold_cases("fusion")] == [
        "two results, each with its own source",
        "the best-matching posting first",
    ]


def test_two_postings_with_an_identical_section_stay_two() -> None:
    fused = weighted_fusion(ranking("p1#apply .9 p2#apply .9"), ranking("p2#apply 1 p1#apply 1"))
    assert [hit.id for hit in fused] == ["p1#apply", "p2#apply"]
    assert fused[0].score == fused[1].score


def test_many_middling_chunks_do_not_beat_the_best_one() -> None:
    by_posting = ranking("short .9 long .8 long .8 long .8 long .8 long .8")
    fused = weighted_fusion(by_posting, by_posting, 0.1)
    assert [hit.id for hit in fused] == ["short", "long"]
    assert [hit.score for hit in fused] == pytest.approx([0.99, 0.88])
