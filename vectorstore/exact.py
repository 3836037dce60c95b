"""Exact search by cosine over one matrix in memory: the reference for every other backend, and its stand-in."""

import threading
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.records import SCORE_DECIMALS, Hit, Record, check_dimension, check_unit, ordered

_FIRST_CAPACITY = 256
# Copying the rows of a few groups pays only while they are few.
_COPY_SHARE = 0.25


class ExactStore:
    """A ``VectorStore`` that compares the question with every vector; about 10 ms over 100,000 vectors of 384.

    Safe for use by several threads. ``dimension`` is that of the first record where it is not given.
    """

    def __init__(self, dimension: int | None = None) -> None:
        """Make an empty store."""
        self._lock = threading.Lock()
        self._ids: list[str] = []
        self._digests: list[str] = []
        self._rows: dict[str, int] = {}
        self._group_codes: dict[str, int] = {}
        self._matrix: NDArray[np.float32] | None = None
        self._groups: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        if dimension is not None:
            self._reserve(0, dimension)

    def pairs(self, groups: Collection[str] | None = None) -> dict[str, str]:
        """Return id to digest for everything held, in these groups alone where they are given."""
        with self._lock:
            return {self._ids[row]: self._digests[row] for row in self._rows_of(groups)}

    def upsert(self, records: Sequence[Record]) -> None:
        """Add the records, each in place of what was held under its id.

        Raises:
            ValueError: a vector has another dimension; nothing is added then.
        """
        if not records:
            return
        with self._lock:
            dimension = records[0].vector.shape[0] if self._matrix is None else self._matrix.shape[1]
            for record in records:
                check_dimension(record.vector, dimension, f"the vector of record {record.id!r}")
            matrix = self._reserve(len(self._ids) + len(records), dimension)
            for record in records:
                self._put(matrix, record)

    def delete(self, ids: Collection[str]) -> None:
        """Remove these ids; those that are not held are passed over."""
        with self._lock:
            for identity in ids:
                row = self._rows.pop(identity, None)
                if row is not None:
                    self._drop(row)

    def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
        """Return at most ``limit`` hits by cosine, best first, equal scores by id.

        Raises:
            ValueError: the vector has another dimension or is not of unit length.
        """
        check_unit(vector)
        with self._lock:
            if self._matrix is None or not self._ids or limit <= 0:
                return []
            check_dimension(vector, self._matrix.shape[1])
            rows = self._rows_of(groups)
            if rows.size == 0:
                return []
            return self._best(rows, self._scores(vector, rows), limit)

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            self._ids, self._digests, self._rows, self._group_codes = [], [], {}, {}
            self._matrix, self._groups = None, np.empty(0, dtype=np.int64)

    def _reserve(self, rows: int, dimension: int) -> NDArray[np.float32]:
        """Return the matrix, made large enough for ``rows``; it grows by doubling."""
        held = 0 if self._matrix is None else self._matrix.shape[0]
        if self._matrix is not None and rows <= held:
            return self._matrix
        matrix = np.zeros((max(rows, 2 * held, _FIRST_CAPACITY), dimension), dtype=np.float32)
        groups = np.zeros(matrix.shape[0], dtype=np.int64)
        if self._matrix is not None:
            matrix[:held], groups[:held] = self._matrix, self._groups
        self._matrix, self._groups = matrix, groups
        return matrix

    def _put(self, matrix: NDArray[np.float32], record: Record) -> None:
        row = self._rows.setdefault(record.id, len(self._ids))
        if row == len(self._ids):
            self._ids.append(record.id)
            self._digests.append(record.digest)
        self._digests[row] = record.digest
        matrix[row] = record.vector
        self._groups[row] = self._group_codes.setdefault(record.group, len(self._group_codes))

    def _drop(self, row: int) -> None:
        """Fill the gap with the last row, so that the matrix stays whole without being copied."""
        last_id, last_digest, last = self._ids.pop(), self._digests.pop(), len(self._ids)
        if row != last and self._matrix is not None:
            self._ids[row], self._digests[row], self._rows[last_id] = last_id, last_digest, row
            self._matrix[row], self._groups[row] = self._matrix[last], self._groups[last]

    def _rows_of(self, groups: Collection[str] | None) -> NDArray[np.int64]:
        if groups is None:
            return np.arange(len(self._ids))
        codes = [self._group_codes[group] for group in set(groups) if group in self._group_codes]
        return np.flatnonzero(np.isin(self._groups[: len(self._ids)], codes))

    def _scores(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        assert self._matrix is not None
        matrix = self._matrix[: len(self._ids)]
        few = rows.size < _COPY_SHARE * len(self._ids)
        scores = matrix[rows] @ vector if few else (matrix @ vector)[rows]
        # The same vector in two rows may differ in the last bit of its sum, and must still tie.
        return np.round(scores, SCORE_DECIMALS)

    def _best(self, rows: NDArray[np.int64], scores: NDArray[np.float32], limit: int) -> list[Hit]:
        if limit < scores.size:
            # Everything that equals the last one wanted is kept, so that the id decides between them.
            threshold = np.partition(scores, scores.size - limit)[scores.size - limit]
            kept = np.flatnonzero(scores >= threshold)
            rows, scores = rows[kept], scores[kept]
        hits = [Hit(self._ids[row], float(score)) for row, score in zip(rows, scores, strict=True)]
        return ordered(hits, limit)
