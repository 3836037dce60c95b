"""Numbers of years as they are written, « 3 à 5 ans », "18 months"; the words are in `data/facts_experience.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Years
from assistant.facts.folded import one_of
from assistant.resources import table

_OR = re.compile(r"\b(?:ou|or)\b")
_AND = re.compile(r"\b(?:et|and)\b")
_BETWEEN = re.compile(r"\b(?:entre|between)\s$")
_HALF_OF = re.compile(r"(?<!\w)half\s$")  # "half a year"
_AND_HALF = re.compile(r"\s(?:and a half|et demie?)(?!\w)")  # "a year and a half", « un an et demi »
MOST = 40  # years that are still asked of somebody


def numbers_in(folded: str, start: int) -> Iterator[re.Match[str]]:
    """The numbers of years from `start` on: « … depuis cinq ans et cinq ans de métier » has two, no range."""
    while found := number_of_years().search(folded, start):
        joint = folded[found.end("first") : found.start("high")] if found["first"] and found["unit"] else ""
        if found["high"] and _AND.search(joint) and not _BETWEEN.search(folded, 0, found.start()):
            found = number_of_years().match(folded, found.start(), found.end("first")) or found
        yield found
        start = found.end()


def years_of(folded: str, match: re.Match[str]) -> Years | None:
    """The years of a match of `number_of_years`: months are parts of a year; None where it is none."""
    low = value_of(match["low"])
    if low is None or not (match["unit"] or match["first"]):
        return None
    high = value_of(match["high"]) if match["high"] else None
    high = high if match["unit"] or _is_or_so(folded, match, low, high) else None
    unit = _part_of_year(match["unit"] or match["first"])
    first = unit if not match["first"] else _part_of_year(match["first"])
    end = match.end("first") if match["first"] and high is None else match.end()
    half = match["half"] or (_AND_HALF.match(folded, end) and high is None and unit == 1)
    low = low / 2 if _HALF_OF.search(folded, 0, match.start()) and match["low"] in ("a", "1", "one") else low
    low = low + 0.5 if half else low
    low = plain(low / first)
    high = plain(high / unit) if high is not None else None
    if max(low, high or 0) > MOST or (high is not None and high < low):
        return None
    around = folded[max(0, match.start() - 22) : match.start()] + "#" + folded[match.end() : match.end() + 12]
    if high is None and _most().search(around):
        return Years(None, low)
    return Years(low, high)


def _is_or_so(folded: str, match: re.Match[str], low: float, high: float | None) -> bool:
    """« Un an ou deux », "a year or two", not « 3 ans ou 5 contrats »."""
    joined = match["first"] is not None and high is not None and high - low == 1
    return joined and _OR.search(folded, match.end("first"), match.start("high")) is not None


def _part_of_year(unit: str) -> float:
    return 12.0 if unit in units("months") else 0.1 if unit in units("decades") else 1.0


def plain(value: float) -> float:
    """A number of years to two places, whole where it is."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def value_of(word: str) -> float | None:
    """The value of a number in digits or words."""
    numbers: dict[str, int] = table("facts_experience.toml")["numbers"]
    return float(word.replace(",", ".")) if word[0].isdigit() else float(numbers[word]) if word in numbers else None


def units(kind: str) -> frozenset[str]:
    """The names of a unit: \"years\", \"months\", \"decades\" or \"seasons\"."""
    return frozenset(table("facts_experience.toml")["units"][kind])


@cache
def number_of_years() -> re.Pattern[str]:
    """A number or a range in folded text, with its unit where it has one."""
    words = table("facts_experience.toml")
    value = rf"(?:\d{{1,2}}(?:[.,]\d)?|{'|'.join(sorted(words['numbers'], key=len, reverse=True))})"
    names = "|".join(sorted((unit for kind in words["units"].values() for unit in kind), key=len, reverse=True))
    # « 4/ 5 ans » is the fourth of a list
    link = r"\s{0,3}(?:(?:a|-|et|ou|to|and|or)\s{0,3}|(?<=\s)/\s{0,3}|/(?!\s))(?:moins\s)?"
    more = r"(?:\s{0,2}\+|\s(?:ou|et|or|and)\s(?:plus|more))?"
    full = r"(?:full|whole|complete|completed|clear|consecutive|further|good|solid|bonnes|pleines|longues)"
    return re.compile(
        # A space may be lost before it: « géospatiales3 à 5 ans ».
        rf"(?:(?<![\w,/])(?<!\d[.])|(?<=[a-z]{{5}})(?=\d))(?<!bac\+)(?<!bac \+)(?<!bac \+ )"
        rf"(?P<low>{value})(?P<half>\s(?:and a half|et demie?))?"
        rf"\s{{0,2}}\+?(?:[\s-]plus(?=\s))?\s{{0,2}}(?:\(\s?\w{{1,12}}\s?\)\s)?"
        rf"(?:{full}\s|d')?(?:(?P<first>{names})(?!\w))?{more}"
        rf"(?:{link}(?P<high>{value})\s{{0,2}}\+?)?(?:\s{{0,2}}-?(?:premieres?\s)?(?P<unit>{names}))?(?!\w)"
    )


@cache
def _most() -> re.Pattern[str]:
    words = one_of(table("facts_experience.toml")["bounds"]["most"])
    return re.compile(rf"(?<!\w)(?<!pas )(?<!no )(?<!not )(?:{words})\s{{0,2}}#|#\s{{0,2}}\(?(?:{words})(?!\w)")
