"""Dates in French and English text, with the Arabic months of the Maghreb: pure functions over one piece of text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from assistant.domain import Language
from assistant.facts.folded import folded
from assistant.resources import table

_NUMERIC = re.compile(r"(?<![\d/.,-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\w/]|[.,-]\d)")
_ISO = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?P<mark>[-/.])(\d{1,2})(?P=mark)(\d{1,2})(?!\d|[/-]\d)")
_DAY_AND_MONTH = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d{1,2})(?![\w/%]|[.,-]\d)")
_YEAR_WORDS = re.compile(r"(?:deux mille|two thousand(?: and)?|twenty)[ -]{1,2}(?=\w)")
# « 4 h pm » is an hour of twelve, and "17 h pm" one of twenty-four all the same.
_CLOCK = (
    r"(\d{1,2})(?: ?[:.h] ?(\d{2}))?(?: ?(?:h|hrs|heures?|o'clock))? ?([ap])\.? ?m(?:\.(?=\s\w))?"
    r"|(\d{1,2}) ?(?:h|:|heures?|o'clock)(?![^\W\dh]) ?(\d{2})?(?!\d)"
)
# Of an hour before its date: "6 pm GMT on 5 January", "(17:00 WAT), Wednesday 3 May", "noon (London) on"
_ZONE = (
    r"(?: (?:precises?|pile|tapantes|sharp|exactly))?"
    r"(?: ?\(?(?:gmt|utc|cet|cest|eat|wat|cat|bst|tu|temps universel|local time|[a-z']{3,14} time|heure (?:locale"
    r"|de [a-z']{3,14}|d'[a-z]{3,14}))\)?| \([a-z']{3,14}\)|(?: [a-z']{3,14})?\))?"
)
_AFTER_NOON = re.compile(r" (?:de l'apres[- ]midi|du soir|in the (?:afternoon|evening))")
_LATEST = 256  # texts whose dates are remembered: each fact that has to do with time looks for those of every piece


@dataclass(frozen=True)
class Date:
    """A date at `start:end` of the text; `iso` is None where it cannot be read surely (no year, no day)."""

    start: int
    end: int
    iso: str | None


def dates_in(text: str, language: Language) -> list[Date]:
    """The dates of a text, in order; in French a date of numbers is always day first.

    In English it is day first too, save where the second number can be no month. A month without a day, a day without
    a year and a day that no calendar has are dates without `iso`.
    """
    return list(_dates_in(text, language))


@lru_cache(_LATEST)
def _dates_in(text: str, language: Language) -> tuple[Date, ...]:
    found: list[Date] = []
    for one in sorted(_candidates(folded(text), language), key=lambda d: (d.start, -d.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def weekday_in(text: str) -> list[Date]:
    """A day of the week with its number alone, « vendredi 12 », where a text says no more."""
    found = _patterns().weekday_alone.search(folded(text))
    return [Date(found.start(), found.end(), None)] if found else []


def _candidates(words: str, language: Language) -> Iterator[Date]:
    for found in _ISO.finditer(words):
        yield Date(found.start(), found.end(), _iso(int(found[1]), int(found[3]), int(found[4])))
    for found in _NUMERIC.finditer(words):
        if max(int(found[1]), int(found[3])) > 31:
            continue
        yield Date(found.start(), found.end(), _of_numbers(found, language))
    for found in _DAY_AND_MONTH.finditer(words):
        if 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12:
            yield Date(found.start(), found.end(), None)
    patterns = _patterns()
    for found in patterns.day_first.finditer(words):
        yield Date(found.start(), found.end(), _of_words(found["day"], found["month"], found["year"]))
    for found in patterns.month_first.finditer(words):
        yield Date(found.start(), found.end(), _of_words(found["day"], found["month"], found["year"]))
    for found in patterns.last_day.finditer(words):
        month, year = _months()[found["month"]], int(found["year"])
        yield Date(found.start(), found.end(), _iso(year, month, monthrange(year, month)[1]))
    for found in patterns.month_only.finditer(words):
        yield Date(found.start(), found.end(), None)


def _of_numbers(found: re.Match[str], language: Language) -> str | None:
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    if second > 12 and language == "en":
        first, second = second, first
    return _iso(year, second, first)


def _of_words(day: str, month: str, year: str | None) -> str | None:
    """« quatorze mars deux mille vingt-sept », "the 14th of March 2027"."""
    if not year:
        return None
    number = _year(year) if year.isdigit() else 2000 + _days()[_YEAR_WORDS.sub("", year, count=1).replace(" ", "-")]
    return _iso(number, _months()[month], int(day) if day.isdigit() else _days()[day.replace(" ", "-")])


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def hour_near(text: str, at: Date) -> str:
    """The hour that stands with a date, as `HH:MM` (`24:00` for midnight), or nothing."""
    hours = _patterns()
    behind, before = folded(text[at.end : at.end + 60]), folded(text[max(0, at.start - 45) : at.start])
    found = hours.hour_after.match(behind) or hours.hour_before.search(before)
    if not found:
        return ""
    found = hours.hour_to.match(behind, found.end()) or found if found.re is hours.hour_after else found
    if found["midnight"] or found["noon"]:
        return "24:00" if found["midnight"] else "12:00"
    half_day_hour, half_day_minute, half, hour, minute = found.groups()[-5:]
    if half:
        hour, minute = str(int(half_day_hour) % 12 + (12 if half == "p" else 0)), half_day_minute
    elif _AFTER_NOON.match(behind, found.end()) and int(hour) < 12:  # « 4 h de l'après-midi »
        hour = str(int(hour) + 12)
    return f"{int(hour):02}:{minute or '00'}" if int(hour) <= 24 and int(minute or 0) < 60 else ""


@dataclass(frozen=True)
class _Patterns:
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_only: re.Pattern[str]
    last_day: re.Pattern[str]
    weekday_alone: re.Pattern[str]
    hour_after: re.Pattern[str]
    hour_before: re.Pattern[str]
    hour_to: re.Pattern[str]  # the later of « 9 h – 14 h », between which files are taken


@cache
def _months() -> dict[str, int]:
    return {
        name: number for number, names in enumerate(table("facts_dates.toml")["months"]["names"], 1) for name in names
    }


@cache
def _days() -> dict[str, int]:
    """The days of a month in words, with hyphens between the parts of a number."""
    words: dict[str, list[str]] = table("facts_dates.toml")["day_words"]
    return {word: int(number) for number, each in words.items() for word in each}


@cache
def _patterns() -> _Patterns:
    words = table("facts_dates.toml")
    month = "|".join(sorted(_months(), key=len, reverse=True))
    long_month = "|".join(name for name in sorted(_months(), key=len, reverse=True) if len(name) > 3 or name == "mai")
    led = r"(?:(?<=\bin )|(?<=\bby )|(?<=\bfrom )|(?<=\bto )|(?<=\buntil )|(?<=\bbetween ))may"  # the month, no verb
    led_may = rf"(?:{led}|may(?= (?:19|20)\d\d(?!\d)))"
    names = "|".join(sorted(words["days"]["names"], key=len, reverse=True))
    weekday = rf"(?:(?<!\w)(?:{names})\.?,? {{1,4}})?"
    spoken = "|".join(word.replace("-", "[ -]") for word in sorted(_days(), key=len, reverse=True))
    of = r"(?:,? {0,4}(?:(?:of|de) )?|[-/.])"
    year = (
        rf"(?:{of}(?P<year>(?:19|20)\d\d(?!\d)|\d\d(?= {{0,2}}(?:[.,;()]|$))|(?<=[a-z]-)\d\d(?![\w/-])"
        rf"|{_YEAR_WORDS.pattern}(?:{spoken})(?!\w)))?"
    )
    alone = r"(?:(?<![\d/.,:-])|(?<=[ (]\d-)|(?<=[ (]\d\d-))(?<!\b[a-z])(?<!\bc[emp])"  # the last of « 1-14 mars » too
    number = rf"(?P<day>\d{{1,2}}|(?<!\w)(?:{spoken})(?!\w))(?: \(\d{{1,2}}\))?"
    vague = "|".join(sorted(words["vague"]["words"], key=len, reverse=True))
    stroke = "|".join(words["hours"]["midnight"])
    midday = "|".join(words["hours"]["noon"])
    clock = rf"(?:(?P<midnight>{stroke})|(?P<noon>{midday})|{_CLOCK})(?!\w)"
    return _Patterns(
        re.compile(rf"{weekday}{alone}{number}(?:er|st|nd|rd|th|e)?(?: (?:of|de|du mois de|day of))?(?: {{0,4}}|[-/.])"
                   rf"(?P<month>{month})(?!\w)\.?{year}"),
        re.compile(rf"{weekday}(?<!\w)(?P<month>{month})\.? {{1,2}}"
                   rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:/%]){year}"),
        re.compile(rf"(?<!\w)(?<!\d )(?:(?:{vague})(?:[ -]| de | d')(?:{month})(?!\w)\.?(?: (?:19|20)\d\d(?!\d))?"
                   rf"|(?:{long_month}|{led_may})(?!\w)\.?(?: (?:19|20)\d\d(?!\d))?)"),
        re.compile(rf"(?<!\w)(?:last day of|dernier jour (?:du mois )?(?:de |d'))(?: {{0,2}}the month of)? {{0,2}}"
                   rf"(?P<month>{month})(?!\w),? {{1,2}}(?P<year>20\d\d)(?!\d)"),
        re.compile(rf"(?<!\w)(?:{names})\.?,? {{1,2}}(?:the )?\d{{1,2}}(?:st|nd|rd|th)?"
                   r"(?!\w|[:/%.,€$-]\d| ?(?:h|heures?|[ap]\.?m|hours|%|€|:)(?!\w))"),
        re.compile(rf"[ ,;(-]{{0,4}}(?:inclus,? )?(?:(?:a|at|avant|before|by|jusqu'a|vers) )?{clock}"),
        re.compile(rf"(?<!\w){clock}{_ZONE},? {{1,2}}(?:(?:le|on|du|of) )?(?:the )?{weekday}$"),
        re.compile(rf" ?(?:-|a|to|et|and|until|jusqu'a) ?{clock}"),
    )  # fmt: skip
