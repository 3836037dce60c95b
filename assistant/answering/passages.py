"""Answers to open questions: sentences of the passages found, chosen and quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assistant.answering.draft import Draft
from assistant.answering.gist import gist_of
from assistant.answering.likeliest import covering, likeliest
from assistant.answering.single import mind_closed
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.asking.windows import is_month
from assistant.chunks import pieces_of
from assistant.citations import section_at
from assistant.domain import Answer, Passage, Posting, Span
from assistant.lines import strip_bullet
from assistant.naming import spelt_names
from assistant.relevance import ENOUGH, Relevance
from assistant.resources import table
from assistant.retrieval import likeness_of
from assistant.store import Store
from assistant.text import fold, one_line
from assistant.wording import call
from vectorstore.analysis import stems

_POSTINGS = 3  # postings quoted where the question names none
_QUOTES = 2  # quotes of one posting
_CLOSE = 0.2  # how far behind the best a passage may be and still be quoted
_PIECES = 24  # sentences that are compared by their vectors
_BESIDE_TITLE = 25  # characters
_SURELY = 0.8  # score from which a passage answers a question that is likely to be of something else
_LEAST = 0.28  # score from which the likeliest posting may be the one meant, where a question takes it to be there
_SURE = 0.6  # the same where it asks whether there is one
_NEXT = 0.2  # how far behind it another may be that is quoted as well
_NEAREST = 3  # postings named where nothing answers


@dataclass(frozen=True)
class _Quote:
    posting: Posting
    span: Span
    score: float


def answer(reading: Reading, passages: Sequence[Passage], store: Store, today: date) -> Answer:
    """The sentences of `passages` (best first) that answer, each with its citation; or that nothing does."""
    draft = Draft(reading, store.library, today)
    good = [] if _of_a_time_alone(reading) else _kept(passages, _SURELY if reading.foreign else ENOUGH)
    likely = (
        _of_likeliest(reading, passages, good, store)
        if presumes_one(reading) or (_is_of_a_job(reading) and not any(each.score >= _SURELY for each in good))
        else []
    )
    quotes = likely or (_quotes(reading, good, store) if good else [])
    quotes += _gist(reading, quotes, store)
    if not quotes:
        return _nothing(draft, reading, passages, store)
    postings = list(dict.fromkeys(quote.posting.id for quote in quotes))
    checked = len(store.library.distinct)
    surely = not likely or postings[0] in {passage.posting.id for passage in good}
    key = ("found" if surely else "nearest") + ("_one" if len(postings) == 1 else "_many")
    draft.say(key, posting=draft.name(postings[0]), postings=len(postings), checked=checked)
    for quote in quotes:
        _say(draft, quote, alone=len(postings) == 1)
    mind_closed(draft, postings)
    return draft.finish("open", checked)


def quoted(reading: Reading, posting: Posting, spans: Sequence[Span], store: Store, today: date) -> Answer:
    """What one posting says at some places."""
    draft = Draft(reading, store.library, today)
    draft.say("found_one", posting=draft.name(posting.id))
    for span in spans:
        _say(draft, _with_list(_Quote(posting, span, 0.0)), alone=True)
    mind_closed(draft, [posting.id])
    return draft.finish("open", len(store.library.distinct))


def _of_a_time_alone(reading: Reading) -> bool:
    """ "What is the weather like in Goma in December?": of what no posting is about nothing but the month is in one."""
    return reading.foreign and all(is_month(fold(word)) or word.isdigit() for word in reading.topic)


def _is_of_a_job(reading: Reading) -> bool:
    """Whether a question tells of a job without naming one: "is there a job where I would listen to complaints?"."""
    named = reading.postings is not None or reading.unknown or reading.topical == "job"
    return reading.of_a_job and not named and not reading.foreign


def presumes_one(reading: Reading) -> bool:
    """Whether a question takes it that there is such a posting: "which job is about …", not "is there a job …"."""
    words, tables = words_of(reading.question), table("asking.toml")["presuming"]
    about = reading.postings is None and not reading.foreign and not reading.unknown
    return about and bool(holds(words, tables["words"])) and not holds(words, tables["unless"])


def _of_likeliest(reading: Reading, passages: Sequence[Passage], good: Sequence[Passage], store: Store) -> list[_Quote]:
    """The telling sentences of the posting that a question is likely to mean, and of those that come close to it.

    The posting of the best passage that answers is among them.
    """
    found = likeliest(reading, passages, store)
    most = found[0].score if found else 0.0
    if most < (_LEAST if presumes_one(reading) else _SURE):
        return []
    best = [passage.posting.id for passage in good[:1]]
    close = [each for each in found if each.score >= most - _NEXT or each.stands_out or each.posting.id in best]
    close = sorted(close, key=lambda each: each.posting.id not in best and not each.stands_out)[:_POSTINGS]
    quotes = []
    for likely in close:
        telling = [piece for piece in likely.pieces if not _is_title(likely.posting, piece)] or likely.pieces
        shown = sorted(telling[: _QUOTES + (len(close) == 1)], key=lambda piece: piece.start)
        quotes += [_with_list(_Quote(likely.posting, piece, likely.score)) for piece in shown]
    return quotes


def _asks_of_one(reading: Reading) -> bool:
    """Whether one job is asked for, and then for a part of its posting."""
    return bool(holds(words_of(reading.question), table("asking.toml")["described"]["one"]))


def _gist(reading: Reading, quotes: Sequence[_Quote], store: Store) -> list[_Quote]:
    """What there is to do on the one job that is quoted or named, or what it is about, where that is asked for."""
    meant = {quote.posting.id for quote in quotes} or set(reading.postings or ())
    if len(meant) > 1 and "missions" in reading.sections and _asks_of_one(reading):
        meant = {quotes[0].posting.id}  # "which job …, and what are its tasks?"
    if len(meant) != 1:
        return []
    posting = store.library.postings[min(meant)]
    shown = [quote.span for quote in quotes if quote.posting.id == posting.id]
    return [_Quote(posting, piece, 0.0) for piece in gist_of(reading, posting, shown)]


def _kept(passages: Sequence[Passage], enough: float) -> list[Passage]:
    """The passages that answer, those of the best posting first."""
    good = [p for p in passages if p.score >= enough]
    best = max((p.score for p in good), default=0.0)
    close = [p for p in good if p.score >= best - _CLOSE]
    order = list(dict.fromkeys(p.posting.id for p in close))[:_POSTINGS]
    return [p for identity in order for p in close if p.posting.id == identity]


def _quotes(reading: Reading, passages: Sequence[Passage], store: Store) -> list[_Quote]:
    """The sentences that answer best, at most two a posting, in the order of the postings."""
    candidates = [
        (passage.posting, piece)
        for passage in passages
        for piece in pieces_of(passage.posting, passage.chunk.section, Span(passage.chunk.start, passage.chunk.end))
    ]
    whole = Relevance.of(reading.text, reading.language, store.keywords).concrete
    if len({posting.id for posting, _ in candidates}) == 1 and not reading.postings:
        # The one posting it is may say it better elsewhere than in the passage that gave it away.
        found = candidates[0][0]
        candidates = [*dict.fromkeys([*((found, piece) for piece in covering(whole, found)), *candidates])]
    telling = [(posting, piece) for posting, piece in candidates if not _is_title(posting, piece)]
    candidates = (telling or candidates)[:_PIECES]
    texts = [one_line(piece.of(posting.text)) for posting, piece in candidates]
    # Of a posting that is named, the words that name it tell no sentence from another.
    of_one = {
        p.id: whole.without(spelt_names(p, store.library), p.language) if reading.postings else whole
        for p, _ in candidates
    }
    scored = [
        _Quote(posting, piece, of_one[posting.id].coverage(piece.of(posting.text), posting.language) + alike)
        for (posting, piece), alike in zip(candidates, likeness_of(reading.text, texts, store), strict=True)
    ]
    chosen = []
    for _, group in groupby(scored, key=lambda quote: quote.posting.id):
        ranked = sorted(group, key=lambda quote: (-quote.score, quote.span.start))
        best = [quote for quote in ranked[:_QUOTES] if quote.score >= ranked[0].score - _CLOSE]
        chosen += sorted((_with_list(quote) for quote in best), key=lambda quote: quote.span.start)
    return chosen


def _is_title(posting: Posting, piece: Span) -> bool:
    """Whether a piece is hardly more than a name, wherever that stands: « Position: Protection Officer »."""
    words = fold(piece.of(posting.text))
    names = (fold(s.of(posting.text)) for s in (posting.title, posting.organisation, posting.location))
    return any(name and name in words and len(words) <= len(name) + _BESIDE_TITLE for name in names)


def _with_list(quote: _Quote) -> _Quote:
    """A sentence that ends in a colon is quoted with what it leads to."""
    text = quote.posting.text
    if not quote.span.of(text).rstrip().endswith(":"):
        return quote
    section = next((s for s in quote.posting.sections if s.body_start <= quote.span.start < s.end), None)
    after = pieces_of(quote.posting, section, Span(quote.span.end, section.end)) if section else []
    return _Quote(quote.posting, Span(quote.span.start, after[0].end), quote.score) if after else quote


def _say(draft: Draft, quote: _Quote, *, alone: bool) -> None:
    section = section_at(quote.posting, quote.span.start)
    heading = section.heading if section else ""
    key = ("quote_same" if alone else "quote") + ("" if heading else "_opening")
    words = one_line(strip_bullet(quote.span.of(quote.posting.text)))
    number = draft.quote_span(quote.posting, quote.span)
    draft.say(key, [number], posting=draft.name(quote.posting.id), section=heading, quote=words)


def _nothing(draft: Draft, reading: Reading, passages: Sequence[Passage], store: Store) -> Answer:
    """That a posting that was named is silent on it, or that nothing here answers."""
    checked = len(draft.library.distinct)
    if not checked:
        draft.say("empty")
    elif reading.postings and (reading.of_a_job or reading.organisations or _is_carried(reading, store)):
        draft.say("silent", postings="; ".join(draft.name(posting) for posting in sorted(reading.postings)))
        return draft.finish("not_stated", len(reading.postings))
    elif reading.unknown and not reading.topic:
        draft.say("unknown", checked=checked, names=", ".join(reading.unknown))
    else:
        nearest = list(dict.fromkeys(call(passage.posting) for passage in passages))[:_NEAREST]
        key = ("nothing" if checked > 1 else "nothing_one") if nearest else "nothing_at_all"
        draft.say(key, checked=checked, nearest="; ".join(nearest))
    return draft.finish("outside", checked)


def _is_carried(reading: Reading, store: Store) -> bool:
    """Whether a question in words that postings hold is about the one posting that was spoken of before."""
    forms = {form for word in reading.topic for form in (fold(word), *stems(fold(word)))}
    known = any(map(store.keywords.document_frequency, forms))
    return known and reading.postings is not None and len(reading.postings) == 1 and not reading.places
