"""The times of which one may be the beginning of the work: dates, months, and seasons with their year."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts.dates import Date, dates_in
from assistant.facts.folded import alternatives
from assistant.facts.pieces import Piece
from assistant.resources import table

_CONTEXT = 60  # characters before a date in which it can be said to be that of a law
_JOINED = re.compile(r" {0,2}(?:/|-|ou|or|et|and) {0,2}|, {0,2}(?=\Z)")
_BETWEEN = re.compile(r"(?<!\w)(?:entre|between) {0,2}(?:(?:le|the) {1,2})?$")
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|\d\d[/.]\d\d[/.]\d\d)(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_OF_LAW = re.compile(  # « la loi n° 2004-1486 du 30 décembre 2004 »
    r"(?<!\w)(?:lois?|decrets?|arretes?|ordonnances?|circulaires?|directives?|reglements?|acts?|decrees?|regulations?)"
    r"\s(?:\w+\s){0,2}?(?:n\s?[°o.]?\s?)?(?:[\d./-]+\s)?(?:\w+\s)?(?:du|of|dated)\s(?:the\s)?$"
)


def times(piece: Piece) -> list[Span]:
    """The dates of a piece as places, neighbours such as « fin août/début septembre 2021 » as one."""
    spans: list[Span] = []
    for one in dates_in(piece.folded, piece.posting.language):
        if _OF_LAW.search(piece.folded[max(0, one.start - _CONTEXT) : one.start]):
            continue
        if spans and _is_joined(piece.folded, spans[-1], one):
            spans[-1] = Span(spans[-1].start, one.end)
        else:
            spans.append(Span(one.start, one.end))
    spans += [Span(found.start(), found.end()) for found in _season().finditer(piece.folded)]
    spans += [Span(*found.span("term")) for found in _term().finditer(piece.folded)]
    return sorted(spans, key=lambda span: span.start)


def _is_joined(text: str, before: Span, one: Date) -> bool:
    """Whether two times are one; a comma joins only months: « juin, juillet 2026 », and a dash no two days."""
    start = one.start
    if _BETWEEN.search(text[max(0, before.start - 16) : before.start]):
        return False
    if "-" in text[before.end : start] and _YEAR.search(text[before.start : before.end]):
        return False
    if "-" in text[before.end : start] and _DAY.search(text[before.start : before.end]) and one.iso:
        return False
    joint = _JOINED.fullmatch(text[before.end : start])
    return joint is not None and (
        "," not in joint.group() or not any(c.isdigit() for c in text[before.start : before.end])
    )


@cache
def left_open() -> str:
    """A start that is still to be agreed, « à convenir », as a pattern; what else may be agreed stands before it."""
    start = table("facts_schedule.toml")["start"]
    others = "".join(rf"(?<!{word} )" for word in start["agreed_otherwise"])
    return f"{others}{alternatives(start['agreed'])}"


@cache
def _season() -> re.Pattern[str]:
    season = "|".join(table("facts_schedule.toml")["start"]["seasons"])
    return re.compile(
        rf"(?<!\w)(?:\d(?:er|eme|e|st|nd|rd|th) |premier |deuxieme )?(?:{season}) (?:de |of )?(?:20\d\d)(?!\d)"
    )


@cache
def _term() -> re.Pattern[str]:
    start = table("facts_schedule.toml")["start"]
    return re.compile(
        rf"(?:{alternatives(start['for_term'])}|, {{0,2}}) ?(?P<term>{alternatives(start['term'])}"
        r"(?: (?:de |du mois de |d')?(?:septembre|janvier|octobre|aout|fevrier))?"
        r"(?: (?:de )?20\d\d(?:[-/ ]{1,3}20\d\d)?(?!\d))?)"
    )
