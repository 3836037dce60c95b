"""A dense and a keyword ranking made into one by what their scores say, not by their ranks alone.

A cosine says how near a text is, and the score of ``KeywordIndex.search`` how much of the question stands in it, rare
words, names and numbers counting most. Both mean the same from question to question, so their weighted sum knows by
itself what a fusion of ranks must be told: a question in another language than the texts shares few words with them,
its keyword scores are low throughout, and the dense ranking decides; a name or a number that one text alone holds
makes its score high, and the keyword ranking decides.
"""

from collections.abc import Sequence

from vectorstore.records import Hit, ordered

# What it is worth, in cosine, to hold the whole question. The cosines of multilingual-e5-small for one question scatter
# with a standard deviation of 0.02 over texts of all kinds, so this lifts a text by four of them; half as much and
# twice as much cost under 0.02 nDCG on any set in tests/benchmarks/README.md.
KEYWORD_WEIGHT = 0.08


def weighted_fusion(dense: Sequence[Hit], keyword: Sequence[Hit], weight: float = KEYWORD_WEIGHT) -> list[Hit]:
    """Join two rankings, each best first, by ``cosine + weight * keyword score``; equal sums by id.

    What the dense ranking lacks is at most as near as its last hit, and counts as that; what the keyword ranking lacks
    counts as nothing. A ranking counts an id once, at its best place: an id is not better for being found several
    times by one search.

    Raises:
        ValueError: the weight is negative.
    """
    if weight < 0:
        raise ValueError("the weight of a fusion must not be negative")
    near, held = _best(dense), _best(keyword)
    farthest = min(near.values(), default=0.0)
    joined = [
        Hit(identity, near.get(identity, farthest) + weight * held.get(identity, 0.0)) for identity in near | held
    ]
    return ordered(joined, len(joined))


def _best(hits: Sequence[Hit]) -> dict[str, float]:
    best: dict[str, float] = {}
    for hit in hits:
        best[hit.id] = max(hit.score, best.get(hit.id, hit.score))
    return best
