"""The writer that needs no language model: sentences of the postings, chosen and quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.chunks import pieces_of
from assistant.citations import cite
from assistant.domain import Answer, Citation, Passage, Posting, Span, Statement
from assistant.questions import Query, asks_for_field
from assistant.relevance import ENOUGH, Relevance
from assistant.store import Store
from assistant.text import one_line
from assistant.wording import call, say

_POSTINGS = 3  # postings quoted where the question names none
_QUOTES = 2  # quotes of one posting
_CLOSE = 0.2  # how far behind the best a passage may be and still be quoted
_PIECES = 32  # sentences that are compared by their vectors
_NEAREST = 3  # postings named where nothing answers


@dataclass(frozen=True)
class _Quote:
    posting: Posting
    span: Span
    score: float


def answer(query: Query, passages: Sequence[Passage], store: Store) -> Answer:
    """The sentences of `passages` (best first) that answer, each with its citation; or that nothing does."""
    checked = len(store.library.postings)
    good = _kept(passages)
    if not good:
        return _nothing(query, passages, store)
    quotes = _quotes(query, good, store)
    names = store.library.display_names
    citations = [cite(n, q.posting, names[q.posting.id], q.span) for n, q in enumerate(quotes, start=1)]
    postings = {quote.posting.id for quote in quotes}
    alone = len(postings) == 1
    key = "found_one" if alone else "found_many"
    opening = say(query.language, key, posting=call(quotes[0].posting), postings=len(postings), checked=checked)
    said = [
        Statement(_sentence(query, quote.posting, citation, alone), (citation.number,))
        for quote, citation in zip(quotes, citations, strict=True)
    ]
    return Answer(
        question=query.question,
        language=query.language,
        kind="open",
        statements=(Statement(opening), *said),
        citations=tuple(citations),
        checked=checked,
        names={names[q.posting.id]: call(q.posting) for q in quotes},
    )


def _kept(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that answer, those of the best posting first."""
    good = [p for p in passages if p.score >= ENOUGH]
    best = max((p.score for p in good), default=0.0)
    close = [p for p in good if p.score >= best - _CLOSE]
    order = list(dict.fromkeys(p.posting.id for p in close))[:_POSTINGS]
    return [p for identity in order for p in close if p.posting.id == identity]


def _quotes(query: Query, passages: Sequence[Passage], store: Store) -> list[_Quote]:
    """The sentences that answer best, at most two a posting, in the order of the postings."""
    candidates = [
        (passage.posting, piece)
        for passage in passages
        for piece in pieces_of(passage.posting, passage.chunk.section, Span(passage.chunk.start, passage.chunk.end))
    ][:_PIECES]
    embedder = store.encoder.get()
    question = embedder.questions([query.text])[0]
    nearness = embedder.passages([one_line(piece.of(posting.text)) for posting, piece in candidates]) @ question
    relevance = Relevance.of(query.text, query.language, store.keywords)
    scored = [
        _Quote(posting, piece, relevance.score(piece.of(posting.text), float(near)))
        for (posting, piece), near in zip(candidates, nearness, strict=True)
    ]
    chosen = []
    for _, group in groupby(scored, key=lambda quote: quote.posting.id):
        ranked = sorted(group, key=lambda quote: (-quote.score, quote.span.start))
        best = [quote for quote in ranked[:_QUOTES] if quote.score >= ranked[0].score - _CLOSE]
        chosen += sorted((_with_list(quote) for quote in best), key=lambda quote: quote.span.start)
    return chosen


def _with_list(quote: _Quote) -> _Quote:
    """A sentence that ends in a colon is quoted with what it leads to."""
    text = quote.posting.text
    if not quote.span.of(text).rstrip().endswith(":"):
        return quote
    section = next((s for s in quote.posting.sections if s.body_start <= quote.span.start < s.end), None)
    after = pieces_of(quote.posting, section, Span(quote.span.end, section.end)) if section else []
    return _Quote(quote.posting, Span(quote.span.start, after[0].end), quote.score) if after else quote


def _sentence(query: Query, posting: Posting, citation: Citation, alone: bool) -> str:
    key = ("quote_same" if alone else "quote") + ("" if citation.section else "_opening")
    values = {"posting": call(posting), "section": citation.section, "quote": one_line(citation.quote)}
    return say(query.language, key, **values)


def _nothing(query: Query, passages: Sequence[Passage], store: Store) -> Answer:
    """That a named posting is silent on what postings state, or that nothing here answers."""
    postings = store.library.postings
    checked = len(postings)
    if not postings:
        text, kind = say(query.language, "empty"), "outside"
    elif query.postings and asks_for_field(query):
        named = "; ".join(call(postings[i]) for i in sorted(query.postings))
        text = say(query.language, "not_stated" if len(query.postings) == 1 else "not_stated_many", postings=named)
        kind = "not_stated"
    else:
        nearest = list(dict.fromkeys(call(p.posting) for p in passages))[:_NEAREST]
        key = "nothing" if checked > 1 else "nothing_one"
        text, kind = say(query.language, key, checked=checked, nearest="; ".join(nearest)), "outside"
    return Answer(
        question=query.question,
        language=query.language,
        kind="not_stated" if kind == "not_stated" else "outside",
        statements=(Statement(text),),
        checked=checked,
    )
