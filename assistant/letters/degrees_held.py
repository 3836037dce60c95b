"""The degrees of a CV, by the years of study they stand for, and a posting's degrees held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Language
from assistant.facts.folded import folded, one_of
from assistant.letters.clauses import denied, lines, under_way, words_of
from assistant.letters.domain import CV, CVPart, Quote, Requirement, State
from assistant.letters.wordings import held_words
from assistant.relevance import telling
from assistant.resources import table

_HIGHER = 2  # years of study from which education is « supérieure »
_PARTS: tuple[CVPart, ...] = ("education", "other", "skills")


@dataclass(frozen=True)
class Degree:
    """A degree that a CV names; `years` of study after the baccalauréat, and whether it is still under way."""

    years: int
    quote: Quote
    under_way: bool


def degrees_of(cv: CV) -> list[Degree]:
    """The degrees in the order of the CV; only those of its studies, not « encadrement d'étudiants de master »."""
    found = []
    for line in lines(cv, *_PARTS):
        raw = words_of(cv, line)
        words = folded(raw)
        years = [number for number, at in _named(raw) if not denied(words, at)]
        if years:
            found.append(Degree(max(years), cv.quote(line.start, line.end), under_way(raw)))
    return found


def judge(asked: Requirement, cv: CV, language: Language) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to a degree asked for (by a posting in `language`), its words, and the key of the note."""
    need = years_of(asked.value)
    degrees = sorted(degrees_of(cv), key=lambda degree: (degree.under_way, -degree.years))
    if not degrees:
        return "not_shown", (), "degree_missing"
    done = [degree for degree in degrees if not degree.under_way and degree.years >= need]
    for degree in done:
        if _is_of_subject(asked, degree, language, cv):
            return "shown", (degree.quote,), "degree_shown"
    if done:
        return "to_confirm", (done[0].quote,), "degree_subject"
    begun = [degree for degree in degrees if degree.under_way and degree.years >= need]
    if begun:
        return "close", (begun[0].quote,), "under_way"
    best = max(degrees, key=lambda degree: degree.years)
    return ("close" if best.years == need - 1 else "not_shown"), (best.quote,), "degree_below"


def names_in(text: str) -> list[str]:
    """The names of degrees in a text, as written."""
    words = folded(text)
    named = [found.span() for found in _names().finditer(words) if not _is_other(words, found.start())]
    return [text[start:end] for start, end in named] + [
        found.group() for _, pattern in _shouted() for found in pattern.finditer(text)
    ]


def years_of(name: str) -> int:
    """The years of study of a degree as a posting names it; higher education of any length where it names none."""
    years = [number for number, _ in _named(name)]
    return min(years) if years else _HIGHER


def _is_of_subject(asked: Requirement, degree: Degree, language: Language, cv: CV) -> bool:
    """Whether the degree speaks of the subject asked for, or none is."""
    subject = folded(asked.words).replace(folded(asked.value), " ")
    for pattern in (_vague(), _names()):
        subject = pattern.sub(" ", subject)
    words = [word for word in telling(subject, language) if word.form not in _no_subject()]
    held = held_words(words, degree.quote.words, cv.language, same_language=cv.language == language)
    return bool(held) or not words


def _named(raw: str) -> Iterator[tuple[int, int]]:
    """Years of study and place of each degree named."""
    words = folded(raw)
    for found in _names().finditer(words):
        if not _is_other(words, found.start()):
            yield _years()[re.sub(r"\s+", " ", found.group())], found.start()
    for years, pattern in _shouted():
        yield from ((years, found.start()) for found in pattern.finditer(raw))


def _is_other(words: str, start: int) -> bool:
    """Whether the words before a name make it none: a driving licence, a scrum master."""
    return _not_before().search(words[max(0, start - 20) : start]) is not None


@cache
def _years() -> dict[str, int]:
    rows = table("letters_cv.toml")["degrees"]["names"]
    return {folded(word): row["years"] for row in rows for word in row["words"]}


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w+])(?:{one_of(_years())})(?!\w)")


@cache
def _shouted() -> tuple[tuple[int, re.Pattern[str]], ...]:
    rows = table("letters_cv.toml")["degrees"]["shouted"]
    return tuple((row["years"], re.compile(rf"(?<!\w)(?:{'|'.join(row['words'])})(?!\w)")) for row in rows)


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('letters_cv.toml')['degrees']['not_before'])})\s{{1,3}}$")


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('letters_cv.toml')['degrees']['vague'])})(?!\w)")


@cache
def _no_subject() -> frozenset[str]:
    return frozenset(table("letters_cv.toml")["degrees"]["no_subject"])
