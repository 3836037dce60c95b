"""What a record refuses, and what the doubles and the exact store promise beyond the contract."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import vectorstore
from tests.vectorstore.store_samples import make_records, unit_vectors
from vectorstore import ExactStore, Record
from vectorstore.embedding import Embedder
from vectorstore.testing import HashEmbedder

UNIT = unit_vectors(1)[0]


@pytest.mark.parametrize(
    ("vector", "complaint"),
    [
        (UNIT * 2, "unit length"),
        (np.zeros(32, dtype=np.float32), "unit length"),
        (np.full(32, np.nan, dtype=np.float32), "unit length"),
        (np.full(32, np.inf, dtype=np.float32), "unit length"),
        (UNIT.astype(np.float64), "float32"),
        (UNIT[np.newaxis], "one-dimensional"),
    ],
    ids=["long", "zero", "nan", "inf", "float64", "matrix"],
)
def test_no_record_holds_a_bad_vector(vector: np.ndarray, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Record("r", "d", "g", vector)


def test_a_record_needs_an_id() -> None:
    with pytest.raises(ValueError, match="id"):
        Record("", "d", "g", UNIT)


def test_exact_search_finds_one_of_ten_thousand() -> None:
    vectors = unit_vectors(10_000, dimension=384)
    store = ExactStore()
    store.upsert(make_records(vectors, groups=500))
    best = store.search(vectors[7_777], 10)[0]
    assert best.id == "r07777"
    assert best.score == pytest.approx(1.0, abs=1e-5)


def test_deleting_keeps_rows_and_ids_together() -> None:
    vectors = unit_vectors(600)
    store = ExactStore()
    store.upsert(make_records(vectors))
    store.delete([f"r{row:05d}" for row in range(0, 600, 2)])
    for row in range(1, 600, 2):
        assert store.search(vectors[row], 1)[0].id == f"r{row:05d}"


def test_the_hash_embedder_is_deterministic_and_strict() -> None:
    doubles: tuple[Embedder, Embedder] = (HashEmbedder(), HashEmbedder())
    first, second = doubles
    rows = first.passages(["le chat noir", "le chat", "a dog", ""])
    assert np.array_equal(rows, second.questions(["le chat noir", "le chat", "a dog", ""]))
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert rows[0] @ rows[1] > 0.6 > rows[0] @ rows[2]
    with pytest.raises(TypeError):
        first.questions("not a sequence of texts")


def test_importing_the_package_loads_no_heavy_library() -> None:
    program = (
        "import sys, vectorstore; "
        "heavy = {'torch', 'chromadb', 'sentence_transformers', 'transformers'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    root = Path(vectorstore.__file__).parents[1]
    subprocess.run([sys.executable, "-c", program], cwd=root, check=True)
    assert len(vectorstore.__all__) <= 8
