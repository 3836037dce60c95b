"""Whether one posting demands a thing that no table knows: « Faut-il s'y connaître en archivage ? »."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.experienced import is_going_without
from assistant.answering.single import mind_closed
from assistant.answering.weights import weight_of_words
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Answer, Modality, Posting, Span
from assistant.facts.pieces import pieces
from assistant.library import Library
from assistant.relevance import borne_out, telling
from assistant.resources import table
from vectorstore.analysis import Token

_KEYS: dict[Modality, str] = {"required": "yes_by_quote", "asset": "yes_plus", "none": "no_by_quote"}
_QUOTES = 2


def demanded(reading: Reading, library: Library, today: date) -> Answer | None:
    """A yes or a no, with the sentences that say so; None where a question asks no such thing or nothing tells it."""
    named = reading.postings or ()
    if len(named) != 1 or not reading.topic or reading.conditions or reading.fields or not _asks_whether(reading):
        return None
    posting = library.postings[next(iter(named))]
    words = telling(" ".join(reading.topic), reading.language)
    told = [(_weight(posting, words, at), at) for at in _sentences(posting, words)] if words else []
    weight: Modality = next((each for each in _KEYS if any(said == each for said, _ in told)), "stated")
    if weight not in _KEYS:
        return None
    draft = Draft(reading, library, today)
    spans = [at for said, at in told if said == weight][:_QUOTES]
    quoted = " […] ".join(f"« {' '.join(at.of(posting.text).split())} »" for at in spans)
    draft.say(
        _KEYS[weight], [draft.quote_span(posting, at) for at in spans], posting=draft.name(posting.id), quoted=quoted
    )
    mind_closed(draft, [posting.id])
    return draft.finish("fact", 1)


def _asks_whether(reading: Reading) -> bool:
    """Whether a question is for a yes or a no on what is demanded."""
    words, tables = words_of(reading.question), table("asking.toml")
    leads = bool(words) and words[0].form in tables["asks"]["whether"]
    return leads and bool(holds(words, tables["modality"]["required"])) and not holds(words, tables["asks"]["what"])


def _sentences(posting: Posting, words: Sequence[Token]) -> list[Span]:
    """The sentences that hold all the words."""
    return [
        Span(piece.start, piece.end) for piece in pieces(posting) if all(borne_out(words, piece.raw, posting.language))
    ]


def _weight(posting: Posting, words: Sequence[Token], at: Span) -> Modality:
    return "none" if is_going_without(posting, words, at) else weight_of_words(posting, words, at)
