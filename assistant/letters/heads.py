"""The head of a letter: who writes, to whom, and the words of the organisation to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from assistant.domain import Fact, FactField, Language, Span
from assistant.facts.folded import folded, one_of
from assistant.facts.pieces import Piece, pieces
from assistant.letters.case import Case
from assistant.letters.clauses import lines, words_of
from assistant.letters.domain import CV, Point, Quote
from assistant.letters.likeness import Encode
from assistant.letters.phrases import say
from assistant.lines import lines_of
from assistant.resources import table
from assistant.text import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ .()-]{0,2}\d){7,13}(?!\w)")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d {0,2}-{1,2} {0,2}(?:19|20)\d\d(?!\d)")  # « 2020-2024 »: no telephone
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’-]{1,2}[^\W\d_](?:[^\W\d_]*|\.)){1,5}")
_SENTENCE = (60, 360)  # letters of a sentence that says what an organisation does
_MOST = 6  # sentences on the organisation that are looked at
_LONGEST_CONTACT = 70
# A sentence that states one of these tells of the job, not of the organisation.
_STATING: tuple[FactField, ...] = ("deadline", "reference", "apply_to", "pay", "contract", "start", "location")
_ALIKE = 0.34  # cosine from which a line of a CV has to do with the organisation's words


def sender(cv: CV | None, language: Language, letter: Language) -> Iterator[Point]:
    """Name, address and telephone as the CV gives them, placeholders for the rest; `letter` is written in another."""
    found = _name_and_numbers(cv) if cv else {}
    for key in ("name", "email", "phone"):
        quote = found.get(key)
        if quote:
            yield Point("line", say(language, key), (quote,), key=key)
        else:
            yield Point("line", say(language, f"{key}_placeholder"), key=key)
    yield Point("line", say(letter, "place_and_day"), key="place_and_day", language=letter)


def recipient(case: Case, language: Language) -> Iterator[Point]:
    """The organisation and the person as the posting names them; nobody is invented."""
    organisation, contact = organisation_of(case), contact_of(case)
    for key, quote in (("organisation", organisation), ("contact", contact)):
        if quote:
            yield Point("line", say(language, key), (quote,), key=key)
        else:
            yield Point("line", say(language, f"{key}_placeholder"), key=key)


def opening(case: Case, cv: CV | None, language: Language, letter: Language, encode: Encode | None) -> Iterator[Point]:
    """The salutation, and what ties the applicant to the organisation's own words."""
    contact = contact_of(case)
    if contact:
        yield Point("line", say(language, "greeting_named"), (contact,), key="greeting")
    else:
        yield Point("line", say(letter, "greeting"), key="greeting", language=letter)
    words, line = _own_words(case, cv, encode)
    notes = tuple(say(language, key) for key in ("opening_tie", "opening_why", "opening_short"))
    if words:
        yield Point("line", say(language, "own_words"), (words, line) if line else (words,), notes, key="own_words")
    else:
        yield Point("line", say(language, "own_words_placeholder"), notes=notes, key="own_words")


def organisation_of(case: Case) -> Quote | None:
    """The name of the organisation, where the posting states it."""
    place = case.posting.organisation
    return case.quote_span(place) if place.of(case.posting.text).strip() else None


def contact_of(case: Case) -> Quote | None:
    """The person that the application goes to, as the posting names them."""
    for piece in pieces(case.posting):
        for found in _contact().finditer(piece.folded):
            end = _contact_end().search(piece.folded, found.end("title"), found.end("title") + _LONGEST_CONTACT)
            stop = end.start() if end else min(len(piece.raw), found.end("title") + _LONGEST_CONTACT)
            quote = case.quote_span(Span(piece.start + found.start("title"), piece.start + stop))
            if len(quote.words.split()) > 1 and "@" not in quote.words:
                return quote
    return None


def _name_and_numbers(cv: CV) -> dict[str, Quote]:
    found = {}
    first = lines_of(cv.text)[0]
    bare = first.text.strip("#* ")
    if _NAME.fullmatch(bare) and fold(bare) not in ("curriculum vitae", "cv", "resume"):
        start = first.start + first.text.index(bare)
        found["name"] = cv.quote(start, start + len(bare))
    for key, pattern in (("email", _EMAIL), ("phone", _PHONE)):
        matches = (match for match in pattern.finditer(cv.text) if not _YEARS.search(match.group()))
        if match := next(matches, None):
            found[key] = cv.quote(*match.span())
    return found


def _own_words(case: Case, cv: CV | None, encode: Encode | None) -> tuple[Quote | None, Quote | None]:
    """A sentence of the posting on what the organisation does, and the line of the CV that is nearest to it, if any."""
    told = [case.quote_span(Span(piece.start, piece.end)) for piece in _telling(case)]
    if not told:
        return None, None
    usable = [line for line in lines(cv, "experience", "education") if "@" not in words_of(cv, line)] if cv else []
    if cv is None or encode is None or not usable:
        return told[0], None
    alike = encode.likeness([quote.words for quote in told], [words_of(cv, line) for line in usable])
    sentence, line = np.unravel_index(int(alike.argmax()), alike.shape)
    if alike[sentence, line] < _ALIKE:
        return told[0], None
    return told[int(sentence)], cv.quote(usable[int(line)].start, usable[int(line)].end)


def _telling(case: Case) -> Sequence[Piece]:
    """Sentences on the organisation, those that name it first."""
    name = folded(case.posting.organisation.of(case.posting.text)).strip()
    low, high = _SENTENCE
    told = [p for p in pieces(case.posting) if low <= len(p.raw) <= high and not p.raw.rstrip().endswith(":")]
    stating = case.named(*_STATING)
    told = [p for p in told if p.start > case.posting.title.end and not any(_holds(p, fact) for fact in stating)]
    found = [p for p in told if p.section.kind in ("organisation", "context", "other")]
    found = found or [p for p in told if p.section.kind == "missions" and name and name in p.folded]
    of_it = [p for p in found if p.section.kind == "organisation"] or [p for p in found if name and name in p.folded]
    return (of_it or found)[:_MOST]


def _holds(piece: Piece, fact: Fact) -> bool:
    return fact.start < piece.end and fact.end > piece.start


@cache
def _contact() -> re.Pattern[str]:
    words = table("letters_posting.toml")["contact"]
    return re.compile(rf"(?<!\w)(?:{one_of(words['before'])})\s{{0,2}}(?P<title>(?:{one_of(words['titles'])})(?!\w))")


@cache
def _contact_end() -> re.Pattern[str]:
    words = table("letters_posting.toml")["contact"]["end"]
    return re.compile(rf"[,;:(]|\.\s|\n\n|\s(?:{one_of(words)})(?!\w)|\s\S{{1,60}}@")
