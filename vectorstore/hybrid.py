"""Search by vectors and by words at once: the one way to find records, whatever they are."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vectorstore.fusion import weighted_fusion
from vectorstore.keyword import Alternatives, KeywordIndex, no_alternatives
from vectorstore.records import Hit, ordered

# Finds the records nearest to a vector, at most so many, of these groups alone where some are given.
DenseSearch = Callable[[NDArray[np.float32], int, Collection[str] | None], list[Hit]]

# More than anyone looks at: a record may stand low in one list and high in the other. Exact cosines for what the
# dense list lacks were worth 0.001 nDCG more at this depth, and 0.004 at 20.
DEPTH = 100
# Hits that a second encoder is asked about: a text takes it 10 ms.
JUDGED = 12
# What its cosine is worth in that of the first. Its cosines scatter over 0.06, those of the first over 0.02; half as
# much and twice as much cost under 0.015 nDCG on any set in tests/benchmarks/README.md.
SECOND_WEIGHT = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class HybridQuery:
    """A question as it is searched: its vector, and its words with their language."""

    vector: NDArray[np.float32]
    words: str
    language: str
    groups: Collection[str] | None = None  # None: all


@dataclass(frozen=True, slots=True)
class Found:
    """The joined list and the two that it was made of, each best first."""

    joined: Sequence[Hit]
    dense: Sequence[Hit]
    keyword: Sequence[Hit]


def hybrid_search(
    query: HybridQuery, dense: DenseSearch, keywords: KeywordIndex, alternatives: Alternatives = no_alternatives
) -> Found:
    """Search both ways and join what is found; ``alternatives`` gives words that mean the same as a folded word."""
    near = dense(query.vector, DEPTH, query.groups)
    held = keywords.search(query.words, query.language, DEPTH, query.groups, alternatives)
    return Found(weighted_fusion(near, held), near, held)


def best_of_groups(hits: Sequence[Hit], group_of: Mapping[str, str]) -> list[Hit]:
    """Return the groups of some hits, best first: each stands where the best of its records does.

    Several records of one group do not add up: a long text is not better for having many parts.
    """
    best: dict[str, Hit] = {}
    for hit in hits:
        group = group_of[hit.id]
        best.setdefault(group, Hit(group, hit.score))
    return list(best.values())


def judged(hits: Sequence[Hit], nearness: Sequence[float], weight: float = SECOND_WEIGHT) -> list[Hit]:
    """Order the first hits anew, each ``weight`` times what a second encoder finds it near added to its score.

    ``nearness`` holds a cosine for each of the first hits; those behind them stay behind, in their order.
    """
    first = [Hit(hit.id, hit.score + weight * near) for hit, near in zip(hits, nearness, strict=False)]
    return [*ordered(first, len(first)), *hits[len(first) :]]
