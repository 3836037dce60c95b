"""When the work starts and how long it lasts, as written. The words are in `data/facts_schedule.toml`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from assistant.domain import Fact, Posting, Span
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_FARTHEST = 45  # characters between the words that announce a start and the start
_CUES = 5  # announcing words before a date that are tried, the nearest
_JOINED = re.compile(r" {0,2}(?:/|-|ou|or|et|and) {0,2}|, {0,2}(?=\Z)")
_RANGE = re.compile(r" {1,2}(?:au|a|jusqu'au?|jusqu'a la|to|until|-) {1,2}(?:la |le |the )?")
_FROM = re.compile(r"(?<!\w)(?:du|de|d'|from|entre|between) {0,2}$")
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|\d\d[/.]\d\d[/.]\d\d)(?!\d)")
_RANGE_TO_YEAR = re.compile(rf"{_RANGE.pattern}(?:\d{{1,2}}(?:er)? |fin |mi-|debut )?[^\W\d]{{3,10}} 20\d\d(?!\d)")
_CUT = re.compile(r"(?<!\.)[.;!?]\s")  # not the dots of « Starting ..... 1 March »
_CLAUSE_END = re.compile(r"[.;!?]\s|[,(]")
_COMMA = re.compile(r", {0,2}$")
_OF_SOMETHING = re.compile(r" (?:de |d'|of )")  # « CDD, 5 semaines de congés » says no length
_DATE_OPENING = re.compile(r"(?:le|la|au|des|du|on|the|mi-|fin|debut|courant|en|de|in)? {0,2}$")


def facts(posting: Posting) -> list[Fact]:
    """The `start` and `duration` of the work, as written; those of a project are none."""
    found: list[Fact] = []
    for piece in pieces(posting):
        found += [_fact(piece, at, start=True) for at in _starts(piece)]
        if not piece.of_other_jobs:
            found += [_fact(piece, at, start=False) for at in _durations(piece)]
    return distinct(found)


def _fact(piece: Piece, at: Span, *, start: bool) -> Fact:
    alone = len(piece.folded) <= 40 and piece.label is not None and not _words().any_cue.search(piece.folded)
    value = piece.words(at).strip(" .,;:")
    value = value if value.count("(") == value.count(")") else value.split("(")[0].rstrip()
    return piece.quoted("start" if start else "duration", value, piece.clause(at), labelled=alone)


def _starts(piece: Piece) -> Iterator[Span]:
    """The dates or « dès que possible » behind the words that announce a start; a date wins within a sentence."""
    words, text = _words(), piece.folded
    announcing = [words.start, *([words.weak_start, words.term_cue] if words.job.search(text) else [])]
    cues = sorted(found.span() for one in announcing for found in one.finditer(text) if _is_of_work(text, found))
    if words.start.search(piece.lead.rsplit("|", 1)[-1]):
        cues.insert(0, (0, 0))
    if not cues:
        yield from _ranges(piece)
        return
    now = [Span(found.start(), found.end()) for found in words.now.finditer(text)]
    for at in (*_times(piece), *now):
        near = bisect_right(cues, (at.start, len(text)))
        if any(_reaches(text, cue, at.start) for cue in cues[max(0, near - _CUES) : near]):
            yield _with_year(text, at)
            return
    yield from _ranges(piece)


def _is_of_work(text: str, cue: re.Match[str]) -> bool:
    """Whether it is the work that begins: « rapport de démarrage » announces none."""
    return _words().not_work.search(text[max(0, cue.start() - 24) : cue.start()]) is None


def _ranges(piece: Piece) -> Iterator[Span]:
    """The beginning of « stage de mars à septembre 2026 », with its end where only that says the year."""
    text, times = piece.folded, _times(piece)
    for first, last in pairwise(times):
        near = text[max(0, first.start - _FARTHEST) : first.start]
        if not (_RANGE.fullmatch(text[first.end : last.start]) and _FROM.search(near)):
            continue
        if _words().ranged.search(_CUT.split(near)[-1]) and not _words().not_start.search(near):
            yield _with_year(text, first)
            return


def _with_year(text: str, at: Span) -> Span:
    """A time with the end of its range where only that says the year: « mars à septembre 2026 »."""
    if _YEAR.search(text[at.start : at.end]) or not (found := _RANGE_TO_YEAR.match(text, at.end)):
        return at
    return Span(at.start, found.end()) if not text[at.start : at.end].isdigit() else at


def _reaches(text: str, cue: tuple[int, int], start: int) -> bool:
    between = text[cue[1] : start]
    return len(between) <= _FARTHEST and not _CUT.search(between) and not _words().not_start.search(between)


def _times(piece: Piece) -> list[Span]:
    """The dates of a piece as places, neighbours such as « fin août/début septembre 2021 » as one."""
    spans: list[Span] = []
    for one in dates_in(piece.folded, piece.posting.language):
        if spans and _is_joined(piece.folded, spans[-1], one.start):
            spans[-1] = Span(spans[-1].start, one.end)
        else:
            spans.append(Span(one.start, one.end))
    spans += [Span(found.start(), found.end()) for found in _words().season.finditer(piece.folded)]
    spans += [Span(*found.span("term")) for found in _words().term.finditer(piece.folded)]
    return sorted(spans, key=lambda span: span.start)


def _is_joined(text: str, before: Span, start: int) -> bool:
    """Whether two times are one; a comma joins only months: « juin, juillet 2026 »."""
    joint = _JOINED.fullmatch(text[before.end : start])
    return joint is not None and (
        "," not in joint.group() or not any(c.isdigit() for c in text[before.start : before.end])
    )


def _durations(piece: Piece) -> Iterator[Span]:
    words, text = _words(), piece.folded
    under_label = words.duration.search(piece.lead.rsplit("|", 1)[-1]) is not None and len(text) <= 60
    for found in words.length.finditer(text):
        before = text[max(0, found.start() - 50) : found.start()]
        behind = text[found.end() : found.end() + 60]
        if named := words.cue_behind.match(behind):
            behind = behind[: named.end()]  # « one-year contract with a three-month probation »
        if words.other.search(before) or words.other.search(_CLAUSE_END.split(behind)[0]):
            continue
        if _COMMA.search(before) and _OF_SOMETHING.match(behind):
            continue
        if words.cue_before.search(before) or words.cue_behind.match(behind) or (under_label and found.start() < 6):
            yield Span(found.start(), found.end())
            continue
        if _is_effort(text, found.span()):
            yield Span(found.start(), found.end())


def _is_effort(text: str, at: tuple[int, int]) -> bool:
    """Whether a length counts the days that a consultant works: « représente trente-cinq (35) jours de travail »."""
    words = _words()
    if not words.effort_unit.search(text[at[0] : at[1] + 20]):
        return False
    before = _CUT.split(text[max(0, at[0] - 50) : at[0]])[-1]
    behind = _CUT.split(text[at[1] : at[1] + 50])[0]
    if words.effort_other.search(before) or words.effort_other.search(behind[:25]):
        return False
    return words.effort.search(before) is not None or words.effort_behind.match(behind) is not None


@dataclass(frozen=True)
class _Words:
    start: re.Pattern[str]
    weak_start: re.Pattern[str]
    job: re.Pattern[str]
    now: re.Pattern[str]
    season: re.Pattern[str]
    term: re.Pattern[str]
    term_cue: re.Pattern[str]
    ranged: re.Pattern[str]
    not_start: re.Pattern[str]
    duration: re.Pattern[str]
    any_cue: re.Pattern[str]
    length: re.Pattern[str]
    cue_before: re.Pattern[str]
    cue_behind: re.Pattern[str]
    other: re.Pattern[str]
    not_work: re.Pattern[str]
    effort: re.Pattern[str]
    effort_unit: re.Pattern[str]
    effort_behind: re.Pattern[str]
    effort_other: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_schedule.toml")
    start, duration = data["start"], data["duration"]
    number = rf"(?:\d{{1,3}}|{alternatives(duration['numbers'])})(?: {{0,2}}\(\d{{1,3}}\))?"
    units = "|".join(re.escape(unit) for unit in duration["units"])
    renewable = rf"(?:[ ,(-]{{0,4}}{alternatives(duration['renewable'])}(?: (?:\d|une?|deux|trois) fois)?\)?)?"
    season = "|".join(start["seasons"])
    return _Words(
        start=pattern(start["cues"]),
        weak_start=pattern(start["weak"]),
        job=pattern(start["job"]),
        now=pattern(start["now"]),
        season=re.compile(
            rf"(?<!\w)(?:\d(?:er|eme|e|st|nd|rd|th) |premier |deuxieme )?(?:{season}) (?:de )?(?:20\d\d)(?!\d)"
        ),
        term=re.compile(
            rf"{alternatives(start['for_term'])} (?P<term>{alternatives(start['term'])}"
            r"(?: (?:de |du mois de |d')?(?:septembre|janvier|octobre|aout|fevrier))?"
            r"(?: (?:de )?20\d\d(?:[-/ ]{1,3}20\d\d)?(?!\d))?)"
        ),
        term_cue=re.compile(rf"{alternatives(start['for_term'])}(?= {alternatives(start['term'])})"),
        ranged=pattern(start["ranged"]),
        not_start=pattern(start["not_start"]),
        duration=pattern([cue for cue in duration["cues"] if cue.startswith(("duree", "duration", "length"))]),
        any_cue=pattern([*start["cues"], *duration["cues"]]),
        length=re.compile(
            rf"(?:{alternatives(duration['about'])} )?(?<![\w.,/]){number}"
            rf"(?:(?: (?:{units}))? {{0,2}}(?:a|ou|-|/|to|or|et) {{0,2}}{number})?"
            rf"[ /-]{{0,3}}(?:{alternatives(duration['of_work'])}[ -])?(?:{units})(?!\w)"
            rf"(?:[ /-]{alternatives(duration['worked'])})?{renewable}"
        ),
        cue_before=re.compile(
            rf"{alternatives(duration['cues'])}(?: [^\d\W]+(?: \(\w{{1,3}}\))?){{0,4}}[ ,:()-]{{0,4}}"
            r"(?:(?<!\w)(?:de |d'|d'une duree |d'une duree de |sur |pour ))?$"
        ),
        cue_behind=re.compile(rf"[ -]{{1,2}}(?:[^\d\W]+[ -]){{0,2}}{alternatives(duration['behind'])}"),
        other=pattern(duration["other"]),
        not_work=re.compile(rf"{alternatives(start['not_work'])} {{0,2}}$"),
        effort=pattern(duration["effort"]),
        effort_unit=re.compile(rf"{alternatives(duration['effort_units'], after_digits=True)}"),
        effort_behind=re.compile(rf"(?: de [a-z]+)?[ ,(:-]{{1,3}}{alternatives(duration['effort_behind'])}"),
        effort_other=pattern(duration["effort_other"]),
    )
