"""Full or part time and the hours of a week, as written. The words are in `data/facts_contract.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, one_of, pattern
from assistant.facts.number_words import in_digits
from assistant.facts.pieces import Piece, pieces
from assistant.facts.working_shares import shares_of_full_time
from assistant.resources import table

_BEFORE = 45  # characters before a word in which another can say that it is not the job's
_NEAR = 60  # characters between « temps plein » and its hours
_SHORT = 60  # characters of a line that is about the hours without saying so
_PART, _FULL = 30, 35  # hours of a week up to which work is part time, and from which it is full time
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
_SHARED = re.compile(r"\d{2}\s?%\s?[(,=:]\s?(?:soit |i\.?e\.?,? )?$")
_DAY, _USUAL = 24, 48  # hours behind « Horaires : » that are no time of the day and one person's week
_SHIFTS = (*range(13), 24)  # hours of one: « poste en 12h »
_SHIFT_CUE = re.compile(r"(?:poste|emploi|post)(?!\w)")
_CLOCK_CUE = re.compile(r"horaires?(?! heb)(?!\w)")
_FEWEST = 8  # hours of a week that a number alone may count
_ASIDE = re.compile(r"[.,;:()]")
_POSSIBLE = re.compile(  # « possibilité d'exercice à temps partiel »
    r"(?<!\w)(?:possibilites?|possibility|option)\s(?:(?:de|d'|of)\s?(?:exerc\w+|travail\w*|work\w*)\s)?(?:a|de|d'un|of|to)\s$"
)
# « à temps plein, salaire selon l'expérience » says nothing of years of experience in full time.
_BY_EXPERIENCE = re.compile(
    r"(?<!\w)(?:selon|suivant|fonction de|according to|depending on|based on|commensurate with|in line with)\s"
    r"(?:profil et |competences et |qualifications and |skills and |l'|votre |ton |son |your |the |la |les )?"
    r"experiences?(?!\w)"
)
_EQUIVALENT = (  # « 0,80 ETP », "FTE: 0.6", "1.0 FTE"
    r"(?:(?<![\d.,])(?:0[.,]\d{1,2}|1(?:[.,]00?)?)\s?(?:etp|fte)(?!\w)"
    r"|(?<!\w)(?:etp|fte)\s?[:=]\s?(?:0[.,]\d{1,2}|1(?:[.,]00?)?)(?![\w%]|[.,]\d))"
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
    Hours alone are full time from 35 a week on, and part time up to 30.
    """
    found: dict[str, Fact] = {}
    for piece in pieces(posting):
        if piece.of_other_jobs:
            continue
        for said in (*_said(piece), *_titled(piece)):
            known = found.get(said.value)
            if known is None or _tells_more(said.detail, known.detail):
                found[said.value] = _fact(piece, said)
    sure = [fact for fact in found.values() if fact.value != _VALUE_OF_NONE]
    counted = any(fact.detail and "%" not in fact.detail for fact in sure)  # « 80 % » leaves its hours to be told
    return sure if counted else list(found.values())


def _tells_more(detail: str, known: str) -> bool:
    """Hours tell more than a share of full time, and either more than nothing."""
    return bool(detail) and (not known or ("%" in known and "%" not in detail))


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
    words, text = _words(), _BY_EXPERIENCE.sub(lambda paid: " " * len(paid.group()), piece.folded)
    if words.not_time.search(text) or _TEAM.search(text):
        return
    for found in words.time.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()].rpartition(") (")[2]
        if _MEMBER.search(before) and _TOGETHER.search(text, 0, found.start()):
            continue
        other = words.not_before.search(before)
        if found.lastgroup == "part_time" and _POSSIBLE.search(before):
            other = None
        if not other or (other.group().startswith("remplac") and ":" in before[other.end() :]):
            yield _Said(found.lastgroup or "", found.start(), found.end())


def _hours(piece: Piece) -> Iterator[_Said]:
    """The hours of a week, or of a month where it counts them so; « quinze heures » are written out."""
    digits = in_digits(piece.folded, "heures|hours")
    for value, start, end, told in _counted(piece, digits.text):
        detail = Span(digits.places[told.start], digits.places[told.end - 1] + 1)
        yield _Said(value, digits.places[start], digits.places[end - 1] + 1, piece.words(detail).strip(" (,/"))


def _counted(piece: Piece, text: str) -> Iterator[tuple[str, int, int, Span]]:
    """What hours of a text say, where they stand, and the words that tell them; `text` is the piece in digits."""
    words = _words()
    if words.not_hours.search(text) or words.not_hours.search(piece.lead.split(" | ")[1]):
        return
    about = len(text) <= _SHORT or words.job.search(text) is not None
    last = 0
    for found in words.numbers.finditer(text):
        if _FEWEST <= _number(found["high"]) <= _LONGEST:
            at = Span(found.start("high"), found.end())
            yield _value(*2 * (_number(found["high"]),)), at.start, at.end, at
    for found in words.day_hours.finditer(text):
        if _FEWEST <= _number(found["high"]) < _FULL and not words.clock.match(text, found.end()):
            value = "hours" if words.time.search(text) else "part_time"
            yield value, found.start(), found.end(), Span(*found.span("high"))
    opening = words.opening.match(text) if piece.section.kind != "profile" else None
    if opening and _CLOCK <= (high := _number(opening["high"])) <= _LONGEST and high != _DAY:
        yield _value(high, high), opening.start("high"), opening.end(), Span(*opening.span("high"))
    for found in words.hours.finditer(text):
        weekly, monthly = found["week"] is not None, found["month"] is not None
        ahead = text[: found.start()]  # « > 19h/semaine : lundi, … », « à 60 % (24 heures par semaine) »
        sure = weekly and (not any(c.isalnum() for c in ahead) or _SHARED.search(ahead) is not None)
        if not (about or sure or found["cue"]) or not (weekly or monthly or found["cue"]) or found.start() < last:
            continue
        before = text[max(0, found.start() - _BEFORE) : found.start("high")]
        if words.basis.search(before) or _COLLEAGUE.search(before) or ahead.endswith("volume "):
            continue
        low, high = (_number(found[key] or found["high"]) for key in ("low", "high"))
        told = weekly or monthly or not found["cue"]
        if not told and _CLOCK_CUE.match(found["cue"]) and not _DAY < high <= _USUAL:
            continue  # « Horaires : 14h », « Horaire en 12h »
        if not told and _SHIFT_CUE.match(found["cue"]) and high in _SHIFTS:
            continue
        if monthly:
            low, high = low / _WEEKS, high / _WEEKS
        elif not weekly and (low < _CLOCK if found["low"] else words.clock.match(text, found.end())):
            continue
        if _SHORTEST <= low <= high <= _LONGEST and not words.several.match(text, found.end()):
            start = found.start("low") if found["low"] else found.start("high")
            last = found.end()
            yield _value(low, high), start, found.end(), Span(start, found.end())


def _number(words: str) -> float:
    """« 36h30 », « 37,5 »: hours."""
    found = re.match(r"(\d{1,3})(?:[.,](\d{1,2}))?(?:\s?[a-z]+\s?(\d{2}))?", words)
    assert found is not None
    return float(f"{found[1]}.{found[2] or 0}") + int(found[3] or 0) / 60


def _value(low: float, high: float) -> str:
    return "part_time" if high <= _PART else "full_time" if round(low, 2) >= _FULL else _VALUE_OF_NONE


def _parts(piece: Piece) -> Iterator[_Said]:
    """« quotité : 50 % », « 0,8 ETP »: a part of full time."""
    words = _words()
    further = (found for share in words.shares for found in share.finditer(piece.folded) if _is_of_job(piece, found))
    for found in (*words.percent.finditer(piece.folded), *further):
        low, high = int(found["low"] or found["high"]), int(found["high"])
        values = ["part_time"] * (low < 100) + ["full_time"] * (high == 100)
        start = found.start("low") if found["low"] else found.start("high")
        if 10 <= low <= high <= 100:
            detail = piece.words(Span(start, piece.folded.index("%", found.end("high")) + 1))
            yield from (_Said(value, found.start(), found.end(), detail) for value in values)
    if words.offered.search(piece.folded) or words.alone.fullmatch(piece.folded):
        for found in words.equivalent.finditer(piece.folded):
            value = "part_time" if re.search(r"(?<![\d.,])0", found.group()) else "full_time"
            yield _Said(value, found.start(), found.end(), piece.words(Span(*found.span())))


def _is_of_job(piece: Piece, share: re.Match[str]) -> bool:
    """Whether a share is none of remote work, of a subsidy or the like."""
    near = _ASIDE.split(piece.folded[: share.start()])[-1] + share.group()
    return _words().not_share.search(near + _ASIDE.split(piece.folded[share.end() :])[0]) is None


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
    numbers: re.Pattern[str]
    day_hours: re.Pattern[str]
    opening: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    not_share: re.Pattern[str]
    basis: re.Pattern[str]
    clock: re.Pattern[str]
    several: re.Pattern[str]
    percent: re.Pattern[str]
    equivalent: re.Pattern[str]
    alone: re.Pattern[str]
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
    days = rf"(?:{one_of(time['day_numbers'])})\s?(?:{one_of(time['days'])})\s?(?:{one_of(time['each_week'])})(?!\w)"
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
        numbers=re.compile(
            rf"{alternatives(time['number_cues'])}[\s:(,=-]{{1,4}}(?:(?:de|a|of|soit|{one_of(time['around'])})\s){{0,2}}"
            rf"(?P<high>{number})\s?(?:{one_of(time['each_week'])})(?!\w)"
        ),
        day_hours=re.compile(rf"(?<!\w){days}\s?[(,=]\s?(?P<high>{number}{hour})(?!\w)"),
        opening=re.compile(  # "Terms: 40 hours with some evenings."
            rf"\W{{0,4}}(?:(?:{one_of(time['opening_labels'])})\s?:\s?)?(?P<high>{number}{hour})(?!\w)"
            rf"[ ,(]{{1,3}}(?:(?:{one_of(time['with_times'])}) [^.;:]{{0,40}}?)?{alternatives(time['times_of_work'])}"
        ),
        shares=shares_of_full_time(time, days),
        not_share=pattern(time["not_share"]),
        basis=pattern(time["basis"]),
        clock=re.compile(r"\s?(?:-|/|a|et|to)\s?\d|\s?(?:par|/)\s?(?:jour|j|mois|nuit|an)(?!\w)|\s?(?:per|a)\sday"),
        several=re.compile(r"\s(?:sur|over|for)\s(?:2|deux|two|3|trois)\s(?:sem|week)"),
        percent=re.compile(
            rf"{alternatives(time['part_of'])}[^.;%\d]{{0,24}}(?:(?P<low>\d{{2,3}})\s?%?\s?(?:-|a|to)\s?)?"
            r"(?P<high>\d{2,3})\s?%(?!\s(?:de|du|en|d'|des|of|remote|a distance|teletravail))"
        ),
        equivalent=re.compile(_EQUIVALENT),
        alone=re.compile(rf"\W*(?:(?:{one_of(time['share_labels'])})\s?:\s?)?{_EQUIVALENT}[\W_]*"),
        offered=pattern(time["offered"]),
        job=pattern(time["job"]),
        labels=pattern(context["labels"]),
    )
