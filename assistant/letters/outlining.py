"""An outline of a cover letter, part by part, with the gate over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.domain import FactField, Language
from assistant.letters import applying, arguments, heads
from assistant.letters.case import Case
from assistant.letters.clauses import available_lines
from assistant.letters.domain import CV, Match, Outline, Part, PartKey, Point
from assistant.letters.gate import gated
from assistant.letters.likeness import Encode, Judge
from assistant.letters.matching import matches
from assistant.letters.misread import is_misread
from assistant.letters.phrases import say
from assistant.letters.requirements import requirements_of

_ABOUT: tuple[FactField, ...] = ("start", "location", "duration", "working_time")


def outline_of(
    case: Case, cv: CV | None, language: Language | None, today: date, encode: Encode | None = None,
    advice: Language | None = None,
) -> Outline:  # fmt: skip
    """The outline of a letter for a posting; `language` is by default the one that it asks for, or its own.

    `advice` is the language of what is said about the letter (headings, warnings, notes), by default the letter's.
    With `encode` (see `likeness`) lines of the CV are found by their sense as well, in either language.
    """
    letter = language or applying.language_of(case)
    said = advice or letter
    asked = requirements_of(case)
    judge = Judge(case.posting.language, said, today, encode)
    held: tuple[Match, ...] = matches(asked, cv, judge) if cv else ()
    made = arguments.chosen(held)
    if cv:
        body = arguments.points(held, made, said, case.posting.language)
        gaps = arguments.gaps(held, made, said)
    else:
        body = iter(arguments.to_find_all(asked, said, case.posting.language))
        gaps = arguments.qualities(asked, said)
    written: list[tuple[PartKey, Iterator[Point]]] = [
        ("sender", heads.sender(cv, said, letter)),
        ("recipient", heads.recipient(case, said)),
        ("subject", _subject(case, said)),
        ("opening", heads.opening(case, cv, said, letter, encode)),
        ("points", body),
        ("gaps", gaps),
        ("availability", _availability(case, cv, said)),
        ("closing", _closing(case, said, letter)),
        ("documents", applying.document_points(case, said)),
        ("sending", _sending(case, said, today)),
    ]
    parts = tuple(Part(key, say(said, key), found) for key, points in written if (found := tuple(points)))
    warnings = tuple(_warnings(case, cv, said, letter, today))
    outline = gated(Outline(case.name, case.title, letter, said, cv is not None, warnings, parts, held), cv, case)
    if not outline.dropped:
        return outline
    return replace(outline, warnings=(*outline.warnings, Point("warning", say(said, "warn_dropped"), key="dropped")))


def _subject(case: Case, language: Language) -> Iterator[Point]:
    yield from applying.subject_points(case, language)
    exact = any(applying.is_exact(fact) for fact in case.named("subject_line"))
    if exact:
        yield Point("note", say(language, "fill_subject"), key="subject_line")
    elif title := case.first("title"):
        yield Point("line", say(language, "job"), (case.quote_span(case.posting.title),) if title else (), key="title")


def _availability(case: Case, cv: CV | None, language: Language) -> Iterator[Point]:
    quotes = tuple(dict.fromkeys(case.quote(fact) for fact in case.named(*_ABOUT)))
    if quotes:
        yield Point("line", say(language, "conditions"), quotes, key="conditions")
    for line in available_lines(cv) if cv else ():
        yield Point("line", say(language, "available"), (line,), key="available")
    for key in ("available_placeholder", "place_placeholder"):
        yield Point("question", say(language, key), key=key)


def _closing(case: Case, language: Language, letter: Language) -> Iterator[Point]:
    named = heads.contact_of(case) is not None
    yield Point("note", say(language, "closing_ask"), key="ask")
    formula = say(letter, "closing_formula_named" if named else "closing_formula")
    yield Point("line", formula, key="formula", language=letter)
    yield Point("line", say(language, "signature"), key="signature")


def _sending(case: Case, language: Language, today: date) -> Iterator[Point]:
    yield from applying.address_points(case, language)
    yield from applying.deadline_points(case, language, today)
    yield Point("note", say(language, "custom_length"), key="custom")


def _warnings(case: Case, cv: CV | None, language: Language, letter: Language, today: date) -> Iterator[Point]:
    """What a person should know before anything else."""
    asked = applying.file_language(case)
    keys = {
        "warn_no_cv": cv is None,
        "warn_no_organisation": heads.organisation_of(case) is None,
        "warn_no_contact": heads.contact_of(case) is None,
        "warn_language": asked is not None and asked.language != letter,
        "warn_instruction": cv is not None and any(line.aside == "instruction" for line in cv.lines),
        "warn_private": cv is not None and any(line.aside == "private" for line in cv.lines),
        "warn_read": cv is not None and bool(cv.notices),
        "warn_misread": cv is not None and is_misread(cv.text),
    }
    if case.is_overdue(today):
        yield from list(applying.deadline_points(case, language, today))[:1]
    yield from (Point("warning", say(language, key), key=key) for key, holds in keys.items() if holds)
