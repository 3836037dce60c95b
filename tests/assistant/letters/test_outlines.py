"""Twelve CVs by five postings in both languages: nothing is said that neither text holds.

The check here is its own and knows nothing of the gate: it reads texts as a person would, word by word.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

import pytest

from assistant.domain import Language
from assistant.letters.domain import CV, CV_SOURCE, Outline
from assistant.letters.outlining import outline_of
from assistant.resources import table
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import SEED_NAMES

LANGUAGES: tuple[Language, ...] = ("fr", "en")
ROWS = [(name, posting, language) for posting, language, name in product(SEED_NAMES, LANGUAGES, cvs())]


@cache
def own_words(language: Language) -> frozenset[str]:
    """Every word of the wording."""
    text = str(table("letters.toml")[language])
    return frozenset(re.findall(r"[^\W\d_]+", text))


def foreign_to(outline: Outline, cv: CV, posting: str) -> list[str]:
    """What an outline says that is neither in the two texts nor, without number and name, in the wording."""
    texts = {CV_SOURCE: cv.text, outline.posting: posting}
    points = [*outline.warnings, *(point for part in outline.parts for point in part.points)]
    found = [q.words for p in points for q in p.quotes if texts[q.source][q.start : q.end] != q.words or not q.words]
    for point in points:
        said = " ".join((point.text, *point.notes))
        found += re.findall(r"\d+", said)
        borne = set(re.findall(r"[^\W\d_]+", " ".join(quote.words for quote in point.quotes)))
        found += [word for word in re.findall(r"[^\W\d_]+", said) if word not in own_words(outline.language) | borne]
    return found


def test_there_are_120() -> None:
    assert len(ROWS) == 120


@pytest.mark.parametrize(("name", "posting", "language"), ROWS)
def test_no_claim_is_outside_the_two_texts(name: str, posting: str, language: Language) -> None:
    case, cv = case_of(posting), cvs()[name]
    outline = outline_of(case, cv, language, TODAY)
    assert foreign_to(outline, cv, case.posting.text) == []
    assert outline.dropped == ()
    assert [part.key for part in outline.parts] == [
        "sender", "recipient", "subject", "opening", "points", "gaps", "availability", "closing", "documents",
        "sending",
    ]  # fmt: skip
    points = next(part.points for part in outline.parts if part.key == "points")
    assert 3 <= len(points) <= 4


@pytest.mark.parametrize("posting", SEED_NAMES)
def test_private_lines_and_instructions_are_never_quoted(posting: str) -> None:
    for name in ("senior", "gaps", "instructed"):
        cv = cvs()[name]
        asides = [cv.text[line.start : line.end] for line in cv.lines if line.aside]
        outline = outline_of(case_of(posting), cv, None, TODAY)
        quoted = [q.words for part in outline.parts for point in part.points for q in point.quotes]
        assert asides
        assert not [aside for aside in asides if any(aside in words for words in quoted)]


@pytest.mark.parametrize("posting", SEED_NAMES)
def test_an_instruction_in_a_cv_changes_no_state(posting: str) -> None:
    from assistant.letters.cv import cv_of

    cv = cvs()["instructed"]
    told = [line for line in cv.text.split("\n") if not line.startswith(("SYSTEM", "Note to"))]
    without = cv_of("\n".join(told))
    states = [
        [(m.requirement, m.state) for m in outline_of(case_of(posting), each, "en", TODAY).matches]
        for each in (cv, without)
    ]
    assert states[0] == states[1]
