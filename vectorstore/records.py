"""What a vector store holds and answers, and the Protocol that every backend follows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

UNIT_TOLERANCE = 1e-3
SCORE_DECIMALS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One vector of the index.

    ``digest`` stands for the content that the vector was made from, ``group`` for what is filtered and removed
    together. ``vector`` is float32 of shape (dimension,) and of unit length.

    Raises:
        ValueError: the id is empty, or the vector is of another type or shape, holds NaN or is not of unit length.
    """

    id: str
    digest: str
    group: str
    vector: NDArray[np.float32]

    def __post_init__(self) -> None:
        """Refuse what no backend may see."""
        if not self.id:
            raise ValueError("a record needs an id")
        check_unit(self.vector, f"the vector of record {self.id!r}")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search: the higher the score, the better; the cosine (-1 to 1) where vectors are compared."""

    id: str
    score: float


class VectorStore(Protocol):
    """Records found again by their vectors. All vectors of a store have one dimension.

    Every method raises VectorStoreError where the index cannot be reached or is damaged, and ValueError for
    vectors of another dimension, before the backend sees them.
    """

    def pairs(self, groups: Collection[str] | None = None) -> dict[str, str]:
        """Return id to digest for everything held, in these groups alone where they are given."""
        ...

    def upsert(self, records: Sequence[Record]) -> None:
        """Add the records, each in place of what was held under its id."""
        ...

    def delete(self, ids: Collection[str]) -> None:
        """Remove these ids; those that are not held are passed over."""
        ...

    def search(self, vector: NDArray[np.float32], limit: int, groups: Collection[str] | None = None) -> list[Hit]:
        """Return at most ``limit`` hits, best first, equal scores by id.

        ``groups`` keeps the search to those groups: None is all of them, an empty collection finds nothing.
        """
        ...

    def close(self) -> None:
        """Let go of the backend; the store is not used afterwards."""
        ...


def check_unit(vector: NDArray[np.float32], name: str = "the vector") -> None:
    """Raise ValueError, beginning with ``name``, unless this is one float32 vector of unit length."""
    if vector.ndim != 1 or vector.dtype != np.float32:
        raise ValueError(f"{name} must be one-dimensional float32, not {vector.dtype} of shape {vector.shape}")
    length = float(np.linalg.norm(vector))
    # Written so that NaN, which compares false with everything, fails too.
    if not abs(length - 1.0) <= UNIT_TOLERANCE:
        raise ValueError(f"{name} must have unit length, not {length}")


def check_dimension(vector: NDArray[np.float32], dimension: int, name: str = "the vector") -> None:
    """Raise ValueError, beginning with ``name``, unless the vector has this many numbers."""
    if vector.shape[0] != dimension:
        raise ValueError(f"{name} has {vector.shape[0]} numbers, and this store holds vectors of {dimension}")


def ordered(hits: Collection[Hit], limit: int) -> list[Hit]:
    """Return the best ``limit`` hits, equal scores by id."""
    return sorted(hits, key=lambda hit: (-hit.score, hit.id))[: max(limit, 0)]
