"""Full or part time and the hours of a week, as written. The words are in `data/facts_contract.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, one_of, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_BEFORE = 45  # characters before a word in which another can say that it is not the job's
_NEAR = 60  # characters between « temps plein » and its hours
_SHORT = 60  # characters of a line that is about the hours without saying so
_PART, _FULL = 30, 35  # hours of a week below which work is part time, and from which it is full time
_WEEKS = 52 / 12  # of a month
_SHORTEST, _LONGEST = 4, 60  # hours of a week that are one person's
_CLOCK = 18  # hours from which a range behind a bare cue counts hours and is no time of the day
# « 1 infirmière 8h/semaine » is one of the team.
_COLLEAGUE = re.compile(r"(?<!\w)(?:\d{1,2}|une?)\s(?!contrat|cdi|cdd|poste|temps|duree|base|horaire)[a-z-]{3,20}\s$")
# « animer l'équipe : 4 formateurs, 1 comptable à temps partiel »
_MEMBER = re.compile(r"(?<!\w)\d{1,2}\s[a-z-]{3,20}(?:\s[a-z-]{3,20})?\s(?:a|en)\s$")
_TOGETHER = re.compile(r"(?<!\w)(?:equipe|team|staff|personnel)(?!\w)")
# « l'équipe comprend une psychomotricienne à temps partiel »
_TEAM = re.compile(
    r"(?<!\w)(?:equipe|service|team)\s[^.;:]{0,70}?(?<!\w)"
    r"(?:comprend|compte|composee?|constituee?|includes|comprises|consists|made up)(?!\w)"
)
# Behind a title: « (4/5) », « – 80 % », "(80 %, 4 days a week)".
_OF_TITLE = re.compile(
    r"[(,–—-]\s?(?:a\s)?(?:(?P<share>\d{2})\s?%|(?:[1-4]/5|3/4)e?)(?=\s?(?:[),–—-]|$|temps|poste|position))", re.M
)
_VALUE_OF_NONE = "hours"  # hours between part and full time


@dataclass(frozen=True)
class _Said:
    value: str  # "full_time", "part_time" or "hours"
    start: int
    end: int
    detail: str = ""


def facts(posting: Posting) -> list[Fact]:
    """The `working_time` of a posting, each value once: "full_time", "part_time", or "hours" where neither is said.

    The `detail` holds the hours of a week or the part of full time as written: « 36h30 hebdomadaires », « 80 % ».
    Hours alone are full time from 35 a week on, and part time below 30.
    """
    found: dict[str, Fact] = {}
    for piece in pieces(posting):
        if piece.of_other_jobs:
            continue
        for said in (*_said(piece), *_titled(piece)):
            known = found.get(said.value)
            if known is None or (said.detail and not known.detail):
                found[said.value] = _fact(piece, said)
    sure = [fact for fact in found.values() if fact.value != _VALUE_OF_NONE]
    counted = any(fact.detail and "%" not in fact.detail for fact in sure)  # « 80 % » leaves its hours to be told
    return sure if counted else list(found.values())


def _fact(piece: Piece, said: _Said) -> Fact:
    alone = len(piece.folded) <= 30 and piece.label is not None and _words().labels.search(piece.lead) is not None
    place = piece.clause(Span(said.start, said.end))
    return piece.quoted("working_time", said.value, place, detail=said.detail, labelled=alone)


def _said(piece: Piece) -> Iterator[_Said]:
    """What the piece says of full and part time, each word with the hours that stand near it."""
    named, counted = list(_named(piece)), [*_hours(piece), *_parts(piece)]
    taken: set[int] = set()
    for one in named:
        beside = [c for n, c in enumerate(counted) if n not in taken and _distance(one, c) <= _NEAR]
        nearest = min(beside, key=lambda c: _distance(one, c), default=None)
        if nearest is None or (one.value == "full_time" and nearest.value == "part_time"):
            yield one  # « temps plein 18h » is a teacher's; « temps partiel, 24h » next to it is not its own
        else:
            taken.add(counted.index(nearest))
            yield _Said(one.value, min(one.start, nearest.start), max(one.end, nearest.end), nearest.detail)
    yield from (one for n, one in enumerate(counted) if n not in taken)


def _distance(one: _Said, other: _Said) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _named(piece: Piece) -> Iterator[_Said]:
    words = _words()
    if words.not_time.search(piece.folded) or _TEAM.search(piece.folded):
        return
    for found in words.time.finditer(piece.folded):
        before = piece.folded[max(0, found.start() - _BEFORE) : found.start()]
        if _MEMBER.search(before) and _TOGETHER.search(piece.folded, 0, found.start()):
            continue
        if not words.not_before.search(before):
            yield _Said(found.lastgroup or "", found.start(), found.end())


def _hours(piece: Piece) -> Iterator[_Said]:
    """The hours of a week, or of a month where it counts them so."""
    words, text = _words(), piece.folded
    if words.not_hours.search(text) or words.not_hours.search(piece.lead.split(" | ")[1]):
        return
    about = len(text) <= _SHORT or words.job.search(text) is not None
    last = 0
    for found in words.hours.finditer(text):
        weekly, monthly = found["week"] is not None, found["month"] is not None
        if not (about or found["cue"]) or not (weekly or monthly or found["cue"]) or found.start() < last:
            continue
        before = text[max(0, found.start() - _BEFORE) : found.start("high")]
        if words.basis.search(before) or _COLLEAGUE.search(before):
            continue
        low, high = (_number(found[key] or found["high"]) for key in ("low", "high"))
        if monthly:
            low, high = low / _WEEKS, high / _WEEKS
        elif not weekly and (low < _CLOCK if found["low"] else words.clock.match(text, found.end())):
            continue
        if _SHORTEST <= low <= high <= _LONGEST and not words.several.match(text, found.end()):
            start = found.start("low") if found["low"] else found.start("high")
            last = found.end()
            yield _Said(_value(low, high), start, found.end(), piece.words(Span(start, found.end())).strip(" (,/"))


def _number(words: str) -> float:
    """« 36h30 », « 37,5 »: hours."""
    found = re.match(r"(\d{1,3})(?:[.,](\d{1,2}))?(?:\s?[a-z]+\s?(\d{2}))?", words)
    assert found is not None
    return float(f"{found[1]}.{found[2] or 0}") + int(found[3] or 0) / 60


def _value(low: float, high: float) -> str:
    return "part_time" if high < _PART else "full_time" if round(low, 2) >= _FULL else _VALUE_OF_NONE


def _parts(piece: Piece) -> Iterator[_Said]:
    """« quotité : 50 % », « 0,8 ETP »: a part of full time."""
    words = _words()
    for found in words.percent.finditer(piece.folded):
        low, high = int(found["low"] or found["high"]), int(found["high"])
        values = ["part_time"] * (low < 100) + ["full_time"] * (high == 100)
        start = found.start("low") if found["low"] else found.start("high")
        if 10 <= low <= high <= 100:
            detail = piece.words(Span(start, found.end()))
            yield from (_Said(value, found.start(), found.end(), detail) for value in values)
    if words.offered.search(piece.folded):
        for found in words.equivalent.finditer(piece.folded):
            yield _Said("part_time", found.start(), found.end(), piece.words(Span(*found.span())))


def _titled(piece: Piece) -> Iterator[_Said]:
    """The part of full time that stands behind the title of the posting."""
    title = piece.posting.title
    if not piece.start <= title.start < piece.end:
        return
    for found in _OF_TITLE.finditer(piece.folded, max(0, title.start - piece.start)):
        yield _Said("part_time", found.start() + 1, found.end(), piece.words(Span(found.start() + 1, found.end())))


@dataclass(frozen=True)
class _Words:
    time: re.Pattern[str]
    not_time: re.Pattern[str]
    not_before: re.Pattern[str]
    not_hours: re.Pattern[str]
    hours: re.Pattern[str]
    basis: re.Pattern[str]
    clock: re.Pattern[str]
    several: re.Pattern[str]
    percent: re.Pattern[str]
    equivalent: re.Pattern[str]
    offered: re.Pattern[str]
    job: re.Pattern[str]
    labels: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_contract.toml")
    context, time = data["context"], data["working_time"]
    unit = rf"\s?(?:{one_of(time['hour'])})(?![^\W\d_])"
    hour = rf"{unit}(?:\s?\d{{2}}(?![\w%]|[.,]\d))?"
    number = r"(?<![\w.,:/])\d{1,3}(?:[.,]\d{1,2})?"
    joint = r"\s?(?:a|et|-|/|to|and|ou|or)\s?"
    work = rf"(?:{alternatives(time['of_work'])}\s)?"
    week = rf"[ /(,]{{0,3}}{work}(?:(?:par|a la|per|a|each|chaque|/)\s?)?{alternatives(time['week'])}"
    month = rf"[ /(,]{{0,3}}(?:(?:par|a|per|/)\s?)?{alternatives(time['month'])}"
    ahead = r"[\s:(,=-]{0,4}(?:(?:de|d'une duree de|en|a|sur|of|soit)\s)?"
    cue = rf"(?P<cue>{alternatives(time['hour_cues'])}{ahead})?"
    return _Words(
        time=re.compile(
            rf"(?P<full_time>{alternatives(time['sure_full'])})|(?P<part_time>{alternatives(time['sure_part'])})"
        ),
        not_time=pattern(time["not_offered"]),
        not_before=pattern(time["not_before"]),
        not_hours=pattern(time["not_hours"]),
        hours=re.compile(
            rf"{cue}(?:(?P<low>{number}(?:{hour})?){joint})?(?P<high>{number}{hour})(?!\w)"
            rf"(?:(?P<week>{week})|(?P<month>{month}))?"
        ),
        basis=pattern(time["basis"]),
        clock=re.compile(r"\s?(?:-|/|a|et|to)\s?\d|\s?(?:par|/)\s?(?:jour|j|mois|nuit|an)(?!\w)|\s?(?:per|a)\sday"),
        several=re.compile(r"\s(?:sur|over|for)\s(?:2|deux|two|3|trois)\s(?:sem|week)"),
        percent=re.compile(
            rf"{alternatives(time['part_of'])}[^.;%\d]{{0,24}}(?:(?P<low>\d{{2,3}})\s?%?\s?(?:-|a|to)\s?)?"
            r"(?P<high>\d{2,3})\s?%(?!\s(?:de|du|en|d'|des|of|remote|a distance|teletravail))"
        ),
        equivalent=re.compile(r"(?<![\d.,])0[.,]\d{1,2}\s?(?:etp|fte)(?!\w)"),
        offered=pattern(time["offered"]),
        job=pattern(time["job"]),
        labels=pattern(context["labels"]),
    )
