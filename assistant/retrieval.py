"""Passages for a question: dense and keyword search over all postings, or over those that the question names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.domain import Language, Passage
from assistant.glossary import related
from assistant.language_means import levelled
from assistant.questions import Query
from assistant.relevance import Relevance, nearness_share
from assistant.rows import Vectors
from assistant.store import Store
from vectorstore.hybrid import JUDGED, DenseSearch, HybridQuery, hybrid_search, judged
from vectorstore.records import Hit

PASSAGES = 10
_DEEPER = 3  # times as many are fetched where some may rise
_RERANKED = 30  # passages that a cross-encoder orders anew, where one is set
_LIKENESS = 0.8  # what a cosine of the second encoder counts beside the share of words that a sentence holds


def retrieve(query: Query, store: Store, limit: int = PASSAGES) -> list[Passage]:
    """The passages that bear on a question, best first; each one's score says how surely (see `Relevance`)."""
    _load(query, store)
    relevance = Relevance.of(query.text, query.language, store.keywords).concrete
    asked = HybridQuery(store.vectors.question(query.text), relevance.as_written, query.language, query.postings)
    found = hybrid_search(asked, _dense(store, query.language), store.keywords, related)
    library = store.library  # one state of it, whatever is indexed meanwhile
    chunks = library.chunks
    hits = [hit for hit in found.joined if hit.id in chunks][: max(limit, _RERANKED if store.reranker else JUDGED)]
    second = _second_opinion(query.text, [chunks[hit.id].text_to_embed for hit in hits[:JUDGED]], store)
    first = {hit.id: hit.score for hit in found.dense}
    also = dict(zip((hit.id for hit in hits), second, strict=False))
    usual = sum(second) / len(second) if second else 0.0
    # "The weather in Rabat": what is like it may be so for Rabat alone, and words have to decide.
    judging = query.postings is not None or not relevance.has_names
    passages = []
    for hit in judged(hits, second):
        chunk = chunks[hit.id]
        posting = library.postings[chunk.posting]
        likeness = also.get(hit.id) if judging else None
        score = relevance.score(chunk.text_to_embed, posting.language, first.get(hit.id), likeness, usual)
        passages.append(Passage(posting, chunk, score))
    return store.reranker.reordered(query.text, passages)[:limit] if store.reranker else passages[:limit]


def _load(query: Query, store: Store) -> None:
    """Load what takes seconds the first time, the encoder beside the rest."""
    store.encoder.start()
    store.index.load(query.postings)
    _ = store.language_means


def _dense(store: Store, language: Language) -> DenseSearch:
    """The dense search, with passages in the other language than the question on a level with those in its own."""

    def search(vector: Vectors, limit: int, postings: Collection[str] | None) -> list[Hit]:
        means = store.language_means
        hits = store.index.search(vector, _DEEPER * limit if means else limit, postings)
        return levelled(hits, vector, language, means, store.library, limit)

    return search


def _second_opinion(question: str, texts: Sequence[str], store: Store) -> list[float]:
    """How near the second encoder finds some texts to a question, as cosines; nothing where there is none."""
    if store.judge is None or not texts:
        return []
    nearness = store.judge.sentences(texts) @ store.judge.question(question)
    return [float(near) for near in nearness]


def likeness_of(question: str, texts: Sequence[str], store: Store) -> list[float]:
    """What it adds to the words that sentences hold that they are like a question; no passage is chosen by it.

    The second encoder takes a fifth of the first one's time, and of 63 answers to open questions 7 came to other
    quotes, none the worse (see tests/benchmarks). The first stands in for it where there is none.
    """
    second = _second_opinion(question, texts, store)
    if second:
        return [_LIKENESS * near for near in second]
    return [nearness_share(float(near)) for near in store.vectors.sentences(texts) @ store.vectors.question(question)]
