"""Passages for a question: dense and keyword search over all postings, or over those that the question names."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Passage
from assistant.questions import Query
from assistant.relevance import Relevance, borne_out, expanded
from assistant.store import Store
from vectorstore.analysis import Token
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.records import Hit

PASSAGES = 10
_DEPTH = 60  # more than is shown: a chunk may stand low in one list and high in the other
_SEARCHED = 2000  # passages among which a topic is looked for
_MOST = 0.6  # share of a topic's words that makes a passage speak of it
_JUDGED = 10  # passages whose words are held against the question's


def retrieve(query: Query, store: Store, limit: int = PASSAGES) -> list[Passage]:
    """The passages that bear on a question, best first; each one's score says how surely (see `Relevance`)."""
    library = store.library
    vector = store.vectors.question(query.text)
    relevance = Relevance.of(query.text, query.language, store.keywords)
    dense = store.index.search(vector, _DEPTH, query.postings)
    keyword = store.keywords.search(expanded(relevance.words), query.language, _DEPTH, query.postings)
    weight = _keyword_weight(relevance.words, keyword, store)
    fused = [hit for hit in reciprocal_rank_fusion([(1.0, dense), (weight, keyword)]) if hit.id in library.chunks]
    nearness = {hit.id: hit.score for hit in dense}
    passages = []
    for hit in fused[:limit]:
        chunk = library.chunks[hit.id]
        posting = library.postings[chunk.posting]
        score = relevance.score(chunk.text_to_embed, posting.language, nearness.get(hit.id))
        passages.append(Passage(posting, chunk, score))
    return passages


def _keyword_weight(words: Sequence[Token], hits: Sequence[Hit], store: Store) -> float:
    """How much the keyword list counts beside the dense one: the share of the question's words that it matched.

    A question in another language than the postings matches few of them, and its keyword list is noise.
    """
    library = store.library
    best = [library.chunks[hit.id] for hit in hits[:_JUDGED] if hit.id in library.chunks]
    if not words or not best:
        return 0.0
    held = (borne_out(words, chunk.text_to_embed, library.postings[chunk.posting].language) for chunk in best)
    found = [any(column) for column in zip(*held, strict=True)]
    return sum(found) / len(words)


def speaking_of(topic: Sequence[str], language: str, store: Store) -> dict[str, Passage]:
    """The postings (ids) with a passage that holds most of the words of a topic, or words for the same things.

    Each comes with its best passage, whose score is the share of the words that it holds.
    """
    relevance = Relevance.of(" ".join(topic), language, store.keywords)
    library = store.library
    found: dict[str, Passage] = {}
    for hit in store.keywords.search(expanded(relevance.words), language, _SEARCHED):
        if hit.id not in library.chunks:
            continue
        chunk = library.chunks[hit.id]
        posting = library.postings[chunk.posting]
        share = relevance.coverage(chunk.text_to_embed, posting.language)
        if share >= _MOST and (posting.id not in found or share > found[posting.id].score):
            found[posting.id] = Passage(posting, chunk, share)
    return found
