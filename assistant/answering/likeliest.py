"""The postings that a question tells of in words of its own, likeliest first: "helping girls to stay at school".

No sentence of the right posting may hold most of what is asked, so a posting is judged by its best sentences together
and by how many of the question's words it holds anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.citations import section_at
from assistant.domain import Passage, Posting, Span
from assistant.relevance import Relevance
from assistant.retrieval import likeness_of
from assistant.speaking import shares_of
from assistant.store import Store
from assistant.text import one_line

_CANDIDATES = 12  # postings that are read sentence by sentence
_BEST = 3  # sentences by which one is judged
_WORTH = 0.35  # of the best one's score from which another of its sentences tells something
_SHORTEST = 15  # characters of a sentence that tells something
_MOST = 400  # sentences that are compared
_COVERING = 2
_BESIDE = 0.7  # what a sentence on how to apply or on what is offered counts, which says little of the work
_BESIDE_WORK = ("application", "conditions")
_LEAST = 0.3  # share of the weight of the question's words that a posting holds to stand out
_AHEAD = 0.15  # by how much it holds more of it than the next


@dataclass(frozen=True)
class Likely:
    """A posting that may be meant, how likely it is (about 0 to 3), and its sentences that come nearest, best first."""

    posting: Posting
    score: float
    pieces: tuple[Span, ...]
    stands_out: bool = False  # it holds clearly more of the question's words than all others


def likeliest(reading: Reading, passages: Sequence[Passage], store: Store) -> list[Likely]:
    """The postings of `passages`, and those that hold most of the question's words, likeliest first."""
    relevance = Relevance.of(reading.text, reading.language, store.keywords).concrete
    shares = shares_of(relevance, reading.language, store)
    ranked = sorted(shares, key=lambda posting: (-shares[posting], posting))
    found = list(dict.fromkeys([*(p.posting.id for p in passages), *ranked]))
    postings = [store.library.postings[each] for each in found[:_CANDIDATES]]
    pieces = [(posting, piece) for posting in postings for piece in _sentences(posting)][:_MOST]
    if not pieces:
        return []
    texts = [one_line(piece.of(posting.text)) for posting, piece in pieces]
    shared = Counter(texts)  # what an employer says in all its postings tells none of them from another
    scores = [
        _of_the_work(posting, piece) * (relevance.coverage(text, posting.language) + max(alike, 0.0)) / shared[text]
        for (posting, piece), text, alike in zip(pieces, texts, likeness_of(reading.text, texts, store), strict=True)
    ]
    judged = [_judged(posting, pieces, scores, shares.get(posting.id, 0.0)) for posting in postings]
    first, second = ([*sorted(shares.values(), reverse=True), 0.0, 0.0])[:2]
    if first >= _LEAST and first - second >= _AHEAD:
        judged = [replace(each, stands_out=each.posting.id == ranked[0]) for each in judged]
    return sorted(judged, key=lambda likely: (-likely.score, likely.posting.id))


def _of_the_work(posting: Posting, piece: Span) -> float:
    """How much a sentence counts for where it stands: "women are encouraged to apply" tells no job among women."""
    section = section_at(posting, piece.start)
    return _BESIDE if section and section.kind in _BESIDE_WORK else 1.0


def _sentences(posting: Posting) -> list[Span]:
    found = [p for s in posting.sections for p in pieces_of(posting, s, Span(s.start, s.end))]
    return [piece for piece in found if piece.end - piece.start >= _SHORTEST]


def _judged(posting: Posting, pieces: Sequence[tuple[Posting, Span]], scores: Sequence[float], share: float) -> Likely:
    own = [(score, piece) for (of, piece), score in zip(pieces, scores, strict=True) if of.id == posting.id]
    best = sorted(own, key=lambda pair: (-pair[0], pair[1].start))[:_BEST]
    mean = sum(score for score, _ in best) / _BEST
    worth = [piece for score, piece in best if score >= _WORTH * best[0][0]]
    return Likely(posting, mean + share, tuple(worth))


def covering(relevance: Relevance, posting: Posting) -> list[Span]:
    """The sentences of a posting that hold most of a question's words, two at most, in their order; none may."""
    held = [(relevance.coverage(piece.of(posting.text), posting.language), piece) for piece in _sentences(posting)]
    best = sorted((each for each in held if each[0]), key=lambda each: (-each[0], each[1].start))[:_COVERING]
    return sorted((piece for _, piece in best), key=lambda piece: piece.start)
