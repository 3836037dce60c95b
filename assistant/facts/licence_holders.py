"""Whose driving licence a sentence speaks of: one of the project's drivers asks nothing of who is looked for."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Posting, Span
from assistant.facts.folded import folded, one_of, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_NEAR = 90  # characters before a licence in which its holders are named
_ASKED = re.compile(r"\b(?:vous|tu|you|candidat\w*|applicant\w*|doit|doivent|devra|devront|must|shall|should)\b")


def is_of_others(piece: Piece, at: Span) -> bool:
    """Whether the licence at `at` is that of others, or one that the employer pays for."""
    behind = piece.folded[at.end : at.end + _NEAR // 2]
    before = re.split(r"[.;!?]\s", piece.folded[max(0, at.start - _NEAR) : at.start])[-1]
    if _given().match(behind) or _getting().search(before):
        return True
    if _seeks_drivers(piece.posting):
        return False
    found = _holders().search(before)
    mine = found is not None and _ASKED.search(before[found.start() :]) is not None
    return (found is not None and not mine) or _whose().match(behind) is not None


def _seeks_drivers(posting: Posting) -> bool:
    """Whether the posting's title says that drivers are looked for."""
    return _drivers().search(folded(posting.title.of(posting.text))) is not None


@cache
def _drivers() -> re.Pattern[str]:
    return pattern(_words()["drivers"])


@cache
def _given() -> re.Pattern[str]:
    return re.compile(rf"[^.;,!?]{{0,14}}\s(?:{pattern(_words()['given']).pattern})")


@cache
def _getting() -> re.Pattern[str]:
    """« passer leur … », "we help young people get their …"."""
    return re.compile(rf"(?<!\w)(?:{one_of(_words()['getting'])})\s$")


@cache
def _holders() -> re.Pattern[str]:
    """« nos chauffeurs ont tous le … », "the project driver, who holds a …", "the drivers' …"."""
    words = _words()
    one = rf"(?:{one_of(words['one_other'])})\b[^.;!?]{{0,30}}\b(?:{one_of(words['holds'])})\b[^.;,!?]{{0,24}}$"
    return re.compile(rf"(?<!\w)(?:(?:{one_of(words['others'])})\b[^.;!?]{{0,60}}$|{one})")


@cache
def _whose() -> re.Pattern[str]:
    """« … des chauffeurs », "… of the drivers"."""
    words = _words()
    who = one_of([*words["others"], *words["one_other"]])
    return re.compile(rf"\s(?:des|du|de nos|de vos|of the|of our|of all|of your)\s(?:\w{{1,12}}\s)?(?:{who})\b")


def _words() -> dict[str, list[str]]:
    return dict(table("facts_licence.toml")["licence"])
