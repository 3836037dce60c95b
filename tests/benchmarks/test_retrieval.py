"""The measures of the retrieval benchmark, and the sets as they are read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.benchmarks.report import rows_as_table
from tests.benchmarks.retrieval import hit, ndcg, reciprocal_ranks, scores
from tests.benchmarks.retrieval_sets import retrieval_sets
from tests.support import write_files
from vectorstore.testing import HashEmbedder


@pytest.mark.parametrize(
    ("ranking", "right", "expected"),
    [
        ("a b c", "a", 1.0),
        ("b a c", "a", 0.6309),
        ("b c", "a", 0.0),
        ("a b", "a b", 1.0),
        ("a x b", "a b", 0.9197),
        ("x x1 x2 x3 x4 x5 x6 x7 x8 x9 a", "a", 0.0),
    ],
)
def test_ndcg(ranking: str, right: str, expected: float) -> None:
    assert ndcg(ranking.split(), right.split()) == pytest.approx(expected, abs=1e-4)


def test_hit() -> None:
    assert [hit(["b", "a"], {"a"}, deep) for deep in (1, 2, 5)] == [0.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("rankings", "right"),
    [(["a b c", "a c b"], "a b c"), (["a b", "c d"], "a c b d"), (["a b", "b"], "b a"), ([], "")],
)
def test_plain_fusion(rankings: Sequence[str], right: str) -> None:
    assert reciprocal_ranks([ranking.split() for ranking in rankings]) == right.split()


def test_sets_are_read_and_measured(tmp_path: Path) -> None:
    corpus = [{"id": "d1", "title": "Eau", "text": "Gestion de l'eau"}, {"id": "d2", "title": "", "text": "La paie"}]
    pair = {
        "en": {"id": "1", "title": "Accountant", "body": "Pay"},
        "fr": {"id": "2", "title": "Comptable", "body": "x"},
    }
    write_files(
        tmp_path,
        {
            "retrieval/new_set/corpus.jsonl": "\n".join(map(json.dumps, corpus)),
            "retrieval/new_set/queries.jsonl": '{"id": "q1", "text": "eau"}\n{"id": "q2", "text": "rien"}\n',
            "retrieval/new_set/qrels.tsv": "query_id\tdoc_id\tscore\nq1\td1\t1\nq2\td1\t0\n",
            "postings_en_fr_pairs.json": json.dumps([pair]),
        },
    )
    sets = {one.name: one for one in retrieval_sets(tmp_path)}
    assert list(sets) == ["new_set", "pairs_en_fr", "pairs_fr_en"]
    assert [question.id for question in sets["new_set"].questions] == ["q1"]
    row = scores(sets["new_set"], HashEmbedder(), HashEmbedder())
    assert list(row)[:5] == ["set", "bm25", "dense", "plain", "ours"]
    assert [row[way] for way in ("bm25", "ours", "ours hit@1")] == [1.0, 1.0, 1.0]
    assert rows_as_table([row]).splitlines()[-1].startswith("| new_set | 1.000 |")
