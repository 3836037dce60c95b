"""Reciprocal rank fusion, by table."""

import pytest

from tests.vectorstore.store_samples import gold_cases
from vectorstore import Hit, reciprocal_rank_fusion


def ranking(ids: str) -> list[Hit]:
    return [Hit(identity, 1.0) for identity in ids.split()]


@pytest.mark.parametrize(
    ("rankings", "right"),
    [
        ([(1.0, "a b c"), (1.0, "a c b")], "a b c"),
        ([(1.0, "a b c"), (1.0, "c b a")], "a c b"),
        ([(1.0, "a b"), (1.0, "c d")], "a c b d"),
        ([(1.0, "b a"), (1.0, "a b")], "a b"),
        ([(1.0, "a b"), (2.0, "b c")], "b c a"),
        ([(1.0, "a b"), (0.0, "c b")], "a b"),
        ([(1.0, ""), (1.0, "b a")], "b a"),
        ([], ""),
    ],
)
def test_order(rankings: list[tuple[float, str]], right: str) -> None:
    fused = reciprocal_rank_fusion([(weight, ranking(ids)) for weight, ids in rankings])
    assert [hit.id for hit in fused] == right.split()


def test_score_is_that_of_the_paper() -> None:
    fused = reciprocal_rank_fusion([(1.0, ranking("a b")), (0.5, ranking("b"))])
    assert [hit.id for hit in fused] == ["b", "a"]
    assert [hit.score for hit in fused] == pytest.approx([1 / 62 + 0.5 / 61, 1 / 61])


def test_negative_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        reciprocal_rank_fusion([(-1.0, ranking("a"))])


def test_reported_cases_are_the_two_below() -> None:
    assert [case["right"] for case in gold_cases("fusion")] == [
        "two results, each with its own source",
        "the best-matching posting first",
    ]


def test_two_postings_with_an_identical_section_stay_two() -> None:
    fused = reciprocal_rank_fusion([(1.0, ranking("p1#apply p2#apply")), (1.0, ranking("p2#apply p1#apply"))])
    assert [hit.id for hit in fused] == ["p1#apply", "p2#apply"]
    assert fused[0].score == fused[1].score


def test_many_middling_chunks_do_not_beat_the_best_one() -> None:
    by_posting = ranking("short long long long long long long")
    fused = reciprocal_rank_fusion([(1.0, by_posting), (1.0, by_posting)])
    assert [hit.id for hit in fused] == ["short", "long"]
    assert fused[1].score == pytest.approx(2 / 62)
