"""How to apply, as a posting says it: reference, subject line, documents, address, deadline, language, selection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from assistant.domain import Fact, Language, Span
from assistant.facts.folded import folded, one_of
from assistant.facts.pieces import Piece, pieces
from assistant.letters.case import Case
from assistant.letters.domain import Checklist, Point
from assistant.letters.phrases import say
from assistant.resources import table

_SOON = timedelta(days=7)


def checklist_of(case: Case, language: Language | None, today: date) -> Checklist:
    """What to send, where to and by when, each quoted; how the deadline stands comes first."""
    said = language or language_of(case)
    points = (
        *deadline_points(case, said, today),
        *subject_points(case, said),
        *document_points(case, said),
        *address_points(case, said),
        *_language_points(case, said),
        *_selection_points(case, said),
    )
    return Checklist(case.name, case.title, said, case.is_overdue(today), points)


def language_of(case: Case) -> Language:
    """The language that applications are asked in, else the posting's own."""
    asked = file_language(case)
    return asked.language if asked else case.posting.language


def deadline_points(case: Case, language: Language, today: date) -> Iterator[Point]:
    """How the deadline stands, with its words; what cannot be read surely is left to the person."""
    found = sorted(case.deadlines(), key=lambda each: each[1])
    for fact, when in reversed(found):
        if when < today:
            kind, key = ("warning", "overdue")
        elif when == today:
            kind, key = ("warning", "deadline_today")
        elif when - today < _SOON:
            kind, key = ("warning", "deadline_soon")
        else:
            kind, key = ("line", "deadline_hour" if fact.detail else "deadline")
        yield Point("warning" if kind == "warning" else "line", say(language, key), (case.quote(fact),), key="deadline")
    vague = [fact for fact in case.named("deadline") if fact not in [each for each, _ in found]]
    for fact in vague:
        yield Point("line", say(language, "deadline_vague"), (case.quote(fact),), key="deadline")
    if not found and not vague:
        yield Point("warning", say(language, "no_deadline"), key="deadline")


def subject_points(case: Case, language: Language) -> Iterator[Point]:
    """The reference, and the subject line exactly as demanded."""
    reference, demanded = case.first("reference"), case.named("subject_line")
    if reference:
        yield Point("line", say(language, "reference"), (case.quote(_short(case, reference)),), key="reference")
    for fact in demanded:
        key = "subject_exact" if is_exact(fact) else "subject_demand"
        yield Point("line", say(language, key), (case.quote(_short(case, fact)),), key="subject_line")
    if not demanded:
        yield Point("note", say(language, "subject_free"), key="subject_line")
    if not reference:
        yield Point("note", say(language, "no_reference"), key="reference")


def is_exact(subject_line: Fact) -> bool:
    """Whether the posting gives the words of the line, rather than says what it must hold."""
    return folded(str(subject_line.value)) not in folded(subject_line.quote) or len(str(subject_line.value)) + 2 < len(
        " ".join(subject_line.quote.split())
    )


def document_points(case: Case, language: Language) -> Iterator[Point]:
    """The documents asked for, each once."""
    found = case.named("document")
    quotes = {case.quote(_short(case, fact)): fact.modality for fact in found}
    for quote, modality in quotes.items():
        key = "document_asset" if modality == "asset" else "document"
        yield Point("line", say(language, key), (quote,), key="document")
    if not found:
        yield Point("note", say(language, "no_documents"), key="document")


def address_points(case: Case, language: Language) -> Iterator[Point]:
    """Where to send it."""
    found = case.named("apply_to")
    for fact in found:
        yield Point("line", say(language, "address"), (case.quote(_short(case, fact)),), key="apply_to")
    if not found:
        yield Point("warning", say(language, "no_address"), key="apply_to")


def _language_points(case: Case, language: Language) -> Iterator[Point]:
    asked = file_language(case)
    if asked:
        yield Point("line", say(language, "file_language"), (case.quote_span(asked.at),), key="file_language")
    else:
        yield Point("note", say(language, "file_language_none"), key="file_language")


def _selection_points(case: Case, language: Language) -> Iterator[Point]:
    found = case.named("selection")
    for fact in found:
        yield Point("line", say(language, "selection"), (case.quote(fact),), key="selection")
    if not found:
        yield Point("note", say(language, "no_selection"), key="selection")


def _short(case: Case, fact: Fact) -> Fact:
    """The fact with nothing but its value for a quote, where the value stands there as written."""
    words = case.posting.text[fact.start : fact.end]
    value = r"\s+".join(re.escape(word) for word in str(fact.value).split())  # a line may end within it
    found = re.search(value, words)
    if not found or not value:
        return fact
    start, end = fact.start + found.start(), fact.start + found.end()
    return Fact(fact.posting, fact.field, fact.value, fact.modality, found.group(), start, end)


@dataclass(frozen=True)
class FileLanguage:
    """The language that an application is to be written in, and where the posting says so."""

    language: Language
    at: Span


def file_language(case: Case) -> FileLanguage | None:
    """The language that the posting wants the application in, where that is French or English."""
    for piece in pieces(case.posting):
        if found := _asked_in().search(piece.folded):
            french = re.search(r"fran|fren", found["language"]) is not None
            return FileLanguage("fr" if french else "en", _whole(piece))
    return None


def _whole(piece: Piece) -> Span:
    return Span(piece.start, piece.end)


@cache
def _asked_in() -> re.Pattern[str]:
    words = table("letters_posting.toml")["file_language"]
    return re.compile(
        rf"(?<!\w)(?:{one_of(words['what'])})(?!\w)[^.;:]{{0,60}}?(?<!\w)(?:en|in)\s(?:langue\s)?"
        rf"(?P<language>{one_of(words['languages'])})(?!\w)"
    )
