"""Several rankings made into one."""

from collections.abc import Sequence

from vectorstore.records import Hit, ordered


def reciprocal_rank_fusion(rankings: Sequence[tuple[float, Sequence[Hit]]], k: int = 60) -> list[Hit]:
    """Join rankings by the sum of ``weight / (k + rank)`` over the lists that hold an id; ranks begin at 1.

    The formula, and 60 for ``k``, are those of G. V. Cormack, C. L. A. Clarke and S. Büttcher, "Reciprocal Rank
    Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009. The weights are an addition.

    A list counts an id once, at its best place, and the repeats take no place away from what follows them: an id
    is not better for being found several times by one search. Equal sums are ordered by id. A list of weight 0
    has no say at all. The scores of the hits given are not looked at, only their order.

    Raises:
        ValueError: a weight or ``k`` is negative.
    """
    if k < 0 or any(weight < 0 for weight, _ in rankings):
        raise ValueError("the weights and k of a fusion must not be negative")
    scores: dict[str, float] = {}
    for weight, hits in rankings:
        if weight == 0:
            continue
        for rank, identity in enumerate(dict.fromkeys(hit.id for hit in hits), start=1):
            scores[identity] = scores.get(identity, 0.0) + weight / (k + rank)
    return ordered([Hit(identity, score) for identity, score in scores.items()], len(scores))
