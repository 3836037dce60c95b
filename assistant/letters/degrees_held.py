"""The degrees of a CV, by the years of study they stand for, and a posting's degrees held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from assistant.domain import Language
from assistant.facts.folded import folded, one_of
from assistant.letters.clauses import denied, lines, under_way, words_of
from assistant.letters.domain import CV, CVPart, Quote, Requirement, State
from assistant.letters.wordings import held_words
from assistant.relevance import telling
from assistant.resources import table

_OR = re.compile(r"\s{0,2}(?:,?\s?(?:ou|or)\s(?:un\s|une\s|a\s|an\s)?|/)\s{0,2}")
_GRADUATION = 9  # the month in which studies that end in a year are over
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HIGHER = 2  # years of study from which education is « supérieure »
_PARTS: tuple[CVPart, ...] = ("education", "other", "skills")


@dataclass(frozen=True)
class Degree:
    """A degree that a CV names; `years` of study after the baccalauréat, and whether it is still under way."""

    years: int
    quote: Quote
    under_way: bool


def degrees_of(cv: CV, today: date) -> list[Degree]:
    """The degrees, those of its part on studies first; not « encadrement d'étudiants de master » of its jobs."""
    found = []
    for line in sorted(lines(cv, *_PARTS), key=lambda line: line.part != "education"):
        raw = words_of(cv, line)
        words = folded(raw)
        years = [number for number, at in _named(raw) if not denied(words, at)]
        if years:
            found.append(Degree(max(years), cv.quote(line.start, line.end), under_way(raw) or _ends_later(raw, today)))
    return found


def _ends_later(text: str, today: date) -> bool:
    """Whether the last year beside a degree is still to come, or studies that go on to this year may not be over."""
    years = sorted(int(year) for year in _YEAR.findall(text))
    if not years:
        return False
    return years[-1] > today.year or (len(years) > 1 and years[-1] == today.year and today.month < _GRADUATION)


def judge(asked: Requirement, cv: CV, language: Language, today: date) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to a degree asked for (by a posting in `language`), its words, and the key of the note."""
    need = _need(asked)
    degrees = sorted(degrees_of(cv, today), key=lambda degree: (degree.under_way, -degree.years))
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


def _need(asked: Requirement) -> int:
    """The years of study that will do: the fewer of « Maîtrise ou Master »."""
    words, found = folded(asked.words), sorted(_named(asked.words), key=lambda each: each[1])
    either = [
        min(a, b)
        for (a, start), (b, end) in pairwise(found)
        if _OR.fullmatch(_names().sub("", words[start:end], count=1)) is not None
    ]
    return min([years_of(asked.value), *either])


def schooling_in(text: str) -> str:
    """The certificate of a school that a text names, which is no degree and less than any; empty where it is none."""
    found = _names().search(folded(text))
    is_school = found is not None and _years()[re.sub(r"\s+", " ", found.group())] < 0
    return found.group() if found and is_school else ""


def years_of(name: str) -> int:
    """The years of study of a degree as a posting names it; higher education of any length where it names none."""
    years = [number for number, _ in _named(name)]
    return min(years) if years else _HIGHER


def _is_of_subject(asked: Requirement, degree: Degree, language: Language, cv: CV) -> bool:
    """Whether the degree speaks of the subject asked for, or none is; a school has none."""
    if years_of(asked.value) <= 0:
        return True
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
