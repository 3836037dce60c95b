"""The one posting that holds clearly more of a question's words than all others, where no passage holds enough.

"A job rebuilding schools in the mountains" is told by words that stand all over its posting, and by no others.
"""

from __future__ import annotations

from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Posting, Span
from assistant.relevance import Relevance
from assistant.speaking import shares_of
from assistant.store import Store

# Tried on 426 open questions, 86 of them with no answer: see tests/benchmarks.
_LEAST = 0.3  # share of the weight of the question's words that a posting holds to be the one meant
_AHEAD = 0.15  # by how much it holds more of it than the next
_QUOTES = 2


def nearest_posting(reading: Reading, store: Store) -> tuple[Posting, list[Span]] | None:
    """The posting that a question about a job is likely to mean, with its sentences that hold most of its words.

    None where the question speaks of no job, names one by its trade, or two postings come near.
    """
    if reading.postings is not None or not reading.of_a_job or reading.topical == "job" or reading.foreign:
        return None
    relevance = Relevance.of(reading.text, reading.language, store.keywords)
    ranked = sorted(shares_of(relevance, reading.language, store).items(), key=lambda pair: (-pair[1], pair[0]))
    most, next_ = ([share for _, share in ranked] + [0.0, 0.0])[:2]
    if most < _LEAST or most - next_ < _AHEAD:
        return None
    posting = store.library.postings[ranked[0][0]]
    best = covering(relevance, posting)
    return (posting, best) if best else None


def covering(relevance: Relevance, posting: Posting) -> list[Span]:
    """The sentences of a posting that hold most of a question's words, two at most, in their order; none may."""
    pieces = [p for s in posting.sections for p in pieces_of(posting, s, Span(s.start, s.end))]
    held = [(relevance.coverage(piece.of(posting.text), posting.language), piece) for piece in pieces]
    best = sorted((each for each in held if each[0]), key=lambda each: (-each[0], each[1].start))[:_QUOTES]
    return sorted((piece for _, piece in best), key=lambda piece: piece.start)
