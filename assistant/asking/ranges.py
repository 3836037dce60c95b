"""Stretches of time that a question names, and those between two days: "between 1 and 7 December"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.asking.lexicon import Word
from assistant.domain import Language
from assistant.facts.dates import dates_in

NO_YEAR = 2000  # of a month whose year was not said
DAY_FIRST = re.compile(
    r"\s*(?:the\s+|le\s+)?(?P<day>\d{1,2})\s?(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[^\W\d_]+)", re.I
)
MONTH_FIRST = re.compile(r"\s*(?P<month>[^\W\d_]+)\s+(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)", re.I)
# "Between 1 and 7 December (2026)", « du 28 novembre au 5 décembre », "from December 1 to December 15"
_LEADS = r"\b(?:between|entre|du|from)\s+(?:the\s+|le\s+)?"
_TO = r"(?:\s+(?P<first_year>\d{4}))?,?\s+(?:and|et|au|to|until)\s+(?:the\s+|le\s+)?"
_DAY = r"\d{1,2})\s?(?:er|st|nd|rd|th)?"
_RANGES = (
    re.compile(
        rf"{_LEADS}(?P<day>{_DAY}(?:\s+(?:of\s+)?(?P<month>[^\W\d_]{{3,}}))?{_TO}"
        rf"(?P<end>{_DAY}\s+(?:of\s+)?(?P<last>[^\W\d_]{{3,}})(?:\s+(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEADS}(?P<month>[^\W\d_]{{3,}})\s+(?P<day>{_DAY}{_TO}"
        rf"(?P<last>[^\W\d_]{{3,}})\s+(?P<end>{_DAY}(?:,?\s+(?P<year>\d{{4}}))?",
        re.IGNORECASE,
    ),
)

_FROM_TODAY = re.compile(
    r"\b(?:between|entre|from|d['’])\s?(?:today|now|aujourd['’]hui|maintenant),?\s+(?:and|to|until|till|et|à|au|jusqu['’]au?)\s+",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r",?\s+(20\d\d)\b")


_NO_LEAP = 2027  # a year in which February is as long as in most
_MONTHS = re.compile(
    r"(?<!\w)(?:in|en|between|entre|from|de|during|au mois de|courant) (?P<first>[^\W\d_]{3,9})"
    r"(?: (?P<first_year>20\d\d))?"
    r",? (?P<joint>or|ou|and|et|to|till|until|[àa])(?: in| en| early| late| au mois de)? (?P<last>[^\W\d_]{3,9})"
    r"(?: (?P<year>20\d\d))?(?!\w)",
    re.IGNORECASE,
)

# "A December deadline", "the January start date"; « une date limite de décembre », « des échéances d'avril »
_MONTH_OF_FIELD = (
    re.compile(
        r"(?<!\w)(?P<month>[^\W\d_]{3,9})(?: (?P<year>20\d\d))? (?:(?:application|closing|submission|start|starting) )?"
        r"(?:deadlines?|dates?|cut-?offs?|starts?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:dates? limites?|échéances?|clôtures?|dates? de (?:clôture|début)|prises? de (?:poste|fonctions?))"
        r" (?:du mois )?(?:de |d['’] ?)(?P<month>[^\W\d_]{3,9})(?: (?P<year>20\d\d))?(?!\w)",
        re.IGNORECASE,
    ),
)
_VERBS_TOO = ("may", "march")  # months only with a capital: "which may start at once?"


@dataclass(frozen=True)
class Window:
    """A stretch of time as the question names it. `kind` is a key of the table, or `since`.

    `first` and `last` are the words that name it; `day` is the date behind « avant », or the first of a month or of
    two days, of which `end` is the other; `year` is whether a year was said, and `past` whether what falls in it has.
    """

    kind: str
    first: int
    last: int
    day: date | None = None
    days: int = 0
    year: bool = False
    end: date | None = None
    past: bool = False


def between(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """From one day to another, in the month of the second where the first has none of its own.

    Nothing where the second is not the later one.
    """
    found = next((match for way in _RANGES if (match := way.search(text))), None)
    if not found:
        return None
    year = found["year"] or found["first_year"]
    first = day_of(found["day"], found["month"] or found["last"], found["first_year"] or year, language)
    last = day_of(found["end"], found["last"], year, language)
    if first is None or last is None:
        return None
    if first > last and first.month != last.month and not (found["year"] and found["first_year"]):
        first, last = (first.replace(year=first.year - 1), last) if found["year"] else (first, last)
    elif first > last:
        return None
    within = [n for n, word in enumerate(words) if found.start() <= word.start < found.end()]
    return Window("between", within[0], within[-1] + 1, first, year=bool(year), end=last)


def of_months(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """ "In February or March 2027", « entre février et avril »: from the first day of one month to the last of another.

    Months that may be chosen from have to stand next to each other: "in March or June" is no such stretch.
    """
    found = _MONTHS.search(text)
    if found is None:
        return None
    year = found["year"] or found["first_year"]
    first = day_of("1", found["first"], found["first_year"] or year, language)
    last = day_of("1", found["last"], year, language)
    if first is None or last is None:
        return None
    if first > last and year and not found["first_year"]:
        first = first.replace(year=first.year - 1)
    apart = (last.month - first.month) % 12
    if (apart != 1 and found["joint"].lower() in ("or", "ou")) or not apart:
        return None
    days = calendar.monthrange(last.year if year else _NO_LEAP, last.month)[1]
    end = last.replace(day=days)
    within = [n for n, word in enumerate(words) if found.start() <= word.start < found.end()]
    return Window("between", within[0], within[-1] + 1, first, year=bool(year), end=end)


def of_field(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """The month that a deadline or a start is said to be of: "a December deadline", « une échéance de mars »."""
    for found in (each for way in _MONTH_OF_FIELD for each in way.finditer(text)):
        day = day_of("1", found["month"], found["year"], language)
        if day and (found["month"] not in _VERBS_TOO):
            within = [n for n, word in enumerate(words) if found.start("month") <= word.start < found.end("month")]
            return Window("in_month", within[0], within[-1] + 1, day, year=bool(found["year"]))
    return None


def from_today(words: Sequence[Word], text: str, language: Language) -> Window | None:
    """ "Between today and 25 December", « d'aujourd'hui au 10 décembre »."""
    led = _FROM_TODAY.search(text)
    named = (DAY_FIRST.match(text, led.end()) or MONTH_FIRST.match(text, led.end())) if led else None
    if led is None or named is None:
        return None
    year = _YEAR_BEHIND.match(text, named.end())
    day = day_of(named["day"], named["month"], year[1] if year else None, language)
    if day is None:
        return None
    end = year.end() if year else named.end()
    within = [n for n, word in enumerate(words) if led.start() <= word.start < end]
    return Window("between", within[0], within[-1] + 1, year=bool(year), end=day)


def day_of(day: str, month: str, year: str | None, language: Language) -> date | None:
    """The day that is written, in `NO_YEAR` where none is said."""
    iso = next((one.iso for one in dates_in(f"{day} {month} {year or NO_YEAR}", language)), None)
    return date.fromisoformat(iso) if iso else None
