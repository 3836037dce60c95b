"""The further jobs of an announcement of several: « Poste 2 : Caissière », "two vacancies: Cashier and Storekeeper"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.flow import flowing
from assistant.labels import has_job, one_of
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold

_FAR = 4000  # characters in which jobs are named
_MOST = 8
_LONGEST = 100  # characters of a title
_SERIES = re.compile(
    r"\W{0,4}(?:postes?|positions?|posts?|lots?|jobs?|profils?)\s*(?:n[°o]\s*)?(?:\d{1,2}|[A-F])\s*[:.)–—-]\s*", re.I
)
_ARTICLE = re.compile(r"(?:une?|un\(e\)|un[.·]e|an?|the|le|la|\d{1,2})\s+", re.IGNORECASE)
_END = re.compile(r"[.;:!?\n]|\s[–—-]\s|\s(?:pour|for|bas[ée]e?s?|based|à|in|at)\s|\s\((?!h|f|m|e)|,\s")
_JOINT = re.compile(r"\s*(?:,\s*(?:et\s|and\s)?|\s(?:et|and)\s)\s*(?=\w)")
_AND_ONE = re.compile(r"\s(?:et|and)\s(?:une?|un\(e\)|un[.·]e|an?)\s+(?=\w)", re.IGNORECASE)


def further_titles(text: str, title: Span) -> list[Span]:
    """The places of the jobs that are sought beside that of `title`, in order."""
    lines = lines_of(text[:_FAR])
    found = [*_series(lines), *_listed(lines), *_joined(text, title)]
    each = {fold(span.of(text)): span for span in found}
    named = fold(title.of(text))
    return [span for words, span in each.items() if words not in named and named not in words][:_MOST]


def _series(lines: list[Line]) -> list[Span]:
    """« Poste 1 : X » and « Poste 2 : Y » where there are several."""
    found = [(line, mark.end()) for line in lines if (mark := _SERIES.match(line.text))]
    spans = [_title_at(line, start) for line, start in found]
    return [span for span in spans if span] if len(found) > 1 else []


def _listed(lines: list[Line]) -> Iterator[Span]:
    """The items of a list below a line that says there are several posts."""
    below = False
    for line in lines:
        bullet = len(line.bullet)
        if bullet and below:
            if span := _title_at(line, bullet):
                yield span
        else:
            below = line.text.endswith(":") and _several().search(fold(line.text)) is not None


def _title_at(line: Line, start: int) -> Span | None:
    article = _ARTICLE.match(line.text, start)
    start = article.end() if article else start
    end = _END.search(line.text, start)
    words = line.text[start : end.start() if end else len(line.text)].rstrip(" *,")
    return (
        Span(line.start + start, line.start + start + len(words)) if has_job(words) and len(words) <= _LONGEST else None
    )


def _joined(text: str, title: Span) -> Iterator[Span]:
    """« recrute un animateur et une secrétaire », "has two vacancies: Cashier and Storekeeper"."""
    flow = flowing(text)[: title.end + _MOST * _LONGEST]
    several = _several().search(fold(flow[max(0, title.start - 120) : title.start]))
    at = title.start
    while joint := (_JOINT if several else _AND_ONE).search(flow, at, min(len(flow), at + _LONGEST)):
        end = _END.search(flow, joint.end())
        more = _JOINT.search(flow, joint.end())
        stop = min(end.start() if end else len(flow), more.start() if more else len(flow))
        words = flow[joint.end() : stop]
        between = flow[title.start : joint.start()]
        if not has_job(" ".join(words.split()[:2])) or re.search(r"[.;!?\n]", between) or len(words) > _LONGEST:
            return
        yield Span(joint.end(), joint.end() + len(words.rstrip()))
        at = joint.end()


@cache
def _several() -> re.Pattern[str]:
    """« deux postes », "three vacancies", « les postes suivants »."""
    numbers = one_of([*table("identity.toml")["jobs"]["numbers"], "six", "les", "the", "des", "following"])
    posts = "postes|posts|vacancies|positions|jobs|stages|roles|emplois|openings"
    return re.compile(rf"(?<!\w)(?:{numbers}|[2-6])(?:\s\(\d\))?\s(?:\w+\s)?(?:{posts})(?!\w)")
