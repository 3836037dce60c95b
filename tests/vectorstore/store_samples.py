"""Vectors, records and reported cases for the tests of the package."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore import Record

DIMENSION = 32
GOLD = Path(__file__).parents[1] / "gold" / "cases.jsonl"

Vectors = NDArray[np.float32]


def unit_vectors(count: int, seed: int = 0, dimension: int = DIMENSION) -> Vectors:
    """Return random float32 unit rows of shape (count, dimension), the same for the same seed."""
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def make_records(vectors: Vectors, groups: int = 5, digest: str = "d0") -> list[Record]:
    """Return one record a row, in turn in groups ``g0``, ``g1`` …"""
    return [Record(f"r{row:05d}", digest, f"g{row % groups}", vector) for row, vector in enumerate(vectors)]


def gold_cases(kind: str) -> list[dict[str, str]]:
    """Return the reported cases of one kind."""
    cases = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [case for case in cases if case["kind"] == kind]
