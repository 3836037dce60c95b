"""What one posting says nearer to the words of a question than the facts that answered it.

« Si le formulaire ne marche pas, j'écris à qui ? » names a form; the sentence that begins so says whom to write to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.single import mind_closed
from assistant.asking.lexicon import holds, is_job, words_of
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Answer, FactField, Language, Posting, Span
from assistant.lines import strip_bullet
from assistant.naming import spelt_names
from assistant.places import known_areas, phrase_of
from assistant.relevance import Relevance, borne_out
from assistant.resources import table
from assistant.store import Store
from assistant.text import fold, one_line
from assistant.topics import topics

_WORDS = 2  # of the question, beside the posting's name, that a sentence holds at the least
_SHARE = 0.35  # of the weight of those words
_ALONE = 0.5  # the same where no fact answered: insurance of a motorbike is no health insurance
_LEAST = 6  # words of a sentence: shorter ones are names and headings
_RARE = 3.0  # weight of a word that alone tells what is asked for
_RARE_OF_FEW = 0.7  # the same among few passages, as a share of the weight of a word that one of them holds
_FEWEST = 4  # words of a sentence that holds it
_SHOWN = 3  # such sentences
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")  # its words are those of names
_NEARER = 0.2  # by how much it holds more of that than all that is quoted already


def with_nearer(answer: Answer, reading: Reading, posting: str, store: Store, today: date) -> Answer:
    """The answer, and the sentence of the posting (id) that holds clearly more of the question's words than it."""
    found = store.library.postings[posting]
    asked = _beside_known(reading, answer, found, store)
    quoted = " ".join(citation.quote for citation in answer.citations)
    share = _SHARE if answer.kind == "fact" else _ALONE
    least = max(share, asked.coverage(quoted, found.language) + _NEARER)
    best = _nearest(asked, found)
    pieces = [best] if best and asked.coverage(best.of(found.text), found.language) >= least else []
    if answer.kind == "not_stated" and reading.fields:  # what only tells of the job answers nothing
        pieces = [piece for piece in pieces if _speaks_of(reading.fields, piece.of(found.text), found.language)]
    if not pieces and answer.kind == "not_stated" and not reading.fields:
        pieces = _on_topic(asked, reading, found, len(store.keywords))
    if not pieces:
        return answer
    fresh = answer.kind == "outside" or (answer.kind == "not_stated" and not reading.fields)
    draft = Draft(reading, store.library, today) if fresh else Draft.going_on(answer, reading, store.library, today)
    words = " […] ".join(one_line(strip_bullet(piece.of(found.text))) for piece in pieces)
    numbers = [draft.quote_span(found, piece) for piece in pieces]
    draft.say("says", numbers, posting=draft.name(posting), quoted=f"« {words} »")
    if fresh:
        mind_closed(draft, [posting])
    return draft.finish("fact", answer.checked)


def _speaks_of(fields: Sequence[FactField], text: str, language: Language) -> bool:
    """Whether a sentence holds words by which one of the fields is named; « onze pays » pays nobody."""
    tables, others = table("asking.toml")["fields"], table("asking.toml")["false_friends"][language]
    elsewhere = table("asking.toml")["other_field"][language]
    words = [word for word in words_of(text) if word.form not in others]
    return any(
        holds([word for word in words if word.form not in elsewhere.get(field, ())], tables.get(field, ()))
        for field in fields
    )


def _beside_known(reading: Reading, answer: Answer, posting: Posting, store: Store) -> Relevance:
    """The words of the question but for names, and for those of the fields that are answered already."""
    asked = Relevance.of(reading.text, reading.language, store.keywords)
    fields = table("asking.toml")["fields"]
    known = {fold(word) for f in reading.fields for phrase in fields.get(f, ()) for word in phrase.split()}
    topics_asked = [c.value for c in reading.conditions if c.field == "mention" and c.value in topics()]
    known |= {fold(w) for key in topics_asked for phrase in topics()[key]["words"] for w in phrase.split()}
    known = known if answer.kind == "fact" or topics_asked else set()
    known |= set(table("names.toml")["weak"]["words"]) | set(
        table("asking.toml")["stating"]["words"]
    )  # "the NGO gives"
    named = borne_out(asked.words, spelt_names(posting, store.library), posting.language)
    kept = [
        n
        for n, word in enumerate(asked.words)
        if not (named[n] or asked.question[word.start].isupper() or word.form in known)
    ]
    return replace(asked, words=tuple(asked.words[n] for n in kept), weights=tuple(asked.weights[n] for n in kept))


def _on_topic(asked: Relevance, reading: Reading, posting: Posting, passages: int) -> list[Span]:
    """The sentences that hold the rare word of a question that is none of its topics: « les listes de câblage »."""
    left = {fold(word) for each in reading.topic for word in each.split() if phrase_of(word) not in known_areas()}
    left -= {word for word in left if is_job(word)} if reading.conditions else set()  # « pour le commercial à Lyon, … »
    least = min(_RARE, _RARE_OF_FEW * math.log1p(passages))
    rare = [n for n, word in enumerate(asked.words) if word.form in left and asked.weights[n] >= least]
    words = [asked.words[n] for n in rare]
    pieces = [p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end))]
    telling = [p for p in pieces if len(p.of(posting.text).split()) >= _FEWEST and not p.of(posting.text).isupper()]
    texts = [_ADDRESS.sub(" ", piece.of(posting.text)) for piece in telling] if words else []
    counted = [(sum(borne_out(words, text, posting.language)), p) for text, p in zip(texts, telling, strict=False)]
    most = max((count for count, _ in counted), default=0)
    return [piece for count, piece in counted if count == most][:_SHOWN] if most else []


def _nearest(asked: Relevance, posting: Posting) -> Span | None:
    """The sentence that holds the most of the words, at least two; the first of equally good ones."""
    pieces = [p for s in posting.sections for p in pieces_of(posting, s, Span(s.body_start, s.end))]
    pieces = [p for p in pieces if len(p.of(posting.text).split()) >= _LEAST and not p.of(posting.text).isupper()]
    enough = [p for p in pieces if sum(borne_out(asked.words, p.of(posting.text), posting.language)) >= _WORDS]
    return max(enough, key=lambda piece: asked.coverage(piece.of(posting.text), posting.language), default=None)
