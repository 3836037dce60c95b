"""The numbers behind the charts: each bar names the postings that it counts. Versions of one posting count once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.cards import closing_of
from assistant.domain import Amount, Fact
from assistant.library import Library
from assistant.places import phrase_of
from assistant.text import one_line


@dataclass(frozen=True)
class Bar:
    """A value and the postings (names shown) that have it.

    `key` is the value itself: an ISO 639 code, a contract, a place as written, or "" for "not stated".
    """

    key: str
    postings: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many postings these are."""
        return len(self.postings)


@dataclass(frozen=True)
class LanguageBar:
    """A language and the postings (names shown) that require it, and those where it is a plus and not required."""

    key: str
    required: tuple[str, ...]
    plus: tuple[str, ...]


@dataclass(frozen=True)
class DayBar:
    """A day and the postings (names shown) whose last day to apply it is; `closed` where it has passed."""

    day: date
    closed: bool
    postings: tuple[str, ...]


@dataclass(frozen=True)
class PayRange:
    """What one posting pays, as stated: `low` and `high` are equal for one amount."""

    posting: str
    low: float
    high: float


@dataclass(frozen=True)
class PayGroup:
    """The ranges that may be compared: of one currency (ISO 4217, "" where none is stated) and one period.

    `per` is "hour", "day", "week", "month", "year" or "" where none is stated. Highest first.
    """

    currency: str
    per: str
    ranges: tuple[PayRange, ...]


@dataclass(frozen=True)
class Insights:
    """All charts over `checked` postings. Bars with the most postings come first, "not stated" last; days by date."""

    checked: int
    deadlines: tuple[DayBar, ...]
    undated: Bar  # those whose last day is not stated, or cannot be read surely
    languages: tuple[LanguageBar, ...]
    places: tuple[Bar, ...]
    contracts: tuple[Bar, ...]
    pay: tuple[PayGroup, ...]
    without_pay: Bar


_CHARTED = frozenset({"deadline", "language", "location", "contract", "pay"})


@lru_cache(maxsize=2)
def insights_of(library: Library, today: date) -> Insights:
    """The numbers of a library; `today` tells which days have passed. Kept until either is another."""
    names = library.display_names
    facts = {names[posting]: library.facts.get(posting, ()) for posting in library.distinct}
    by_field: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for posting in sorted(facts):
        for fact in facts[posting]:
            if fact.field in _CHARTED:
                by_field[fact.field][posting].append(fact)
    days, undated = _deadlines(by_field["deadline"], sorted(facts), today)
    pay = _pay(by_field["pay"])
    paid = {one.posting for group in pay for one in group.ranges}
    return Insights(
        checked=len(facts),
        deadlines=days,
        undated=undated,
        languages=_languages(by_field["language"]),
        places=_places(by_field["location"], sorted(facts)),
        contracts=_bars(_values(by_field["contract"]), sorted(facts)),
        pay=pay,
        without_pay=Bar("", tuple(posting for posting in sorted(facts) if posting not in paid)),
    )


_Of = Mapping[str, list[Fact]]


def _deadlines(deadlines: _Of, postings: Iterable[str], today: date) -> tuple[tuple[DayBar, ...], Bar]:
    days: dict[date, list[str]] = defaultdict(list)
    undated: list[str] = []
    for posting in postings:
        day = closing_of(deadlines[posting], today).day if posting in deadlines else None
        (undated if day is None else days[day]).append(posting)
    return tuple(DayBar(day, day < today, tuple(days[day])) for day in sorted(days)), Bar("", tuple(undated))


def _languages(languages: _Of) -> tuple[LanguageBar, ...]:
    required: dict[str, list[str]] = defaultdict(list)
    wished: dict[str, list[str]] = defaultdict(list)
    for posting, facts in languages.items():
        asked = {str(fact.value) for fact in facts if fact.modality != "asset"}
        for code in asked:
            required[code].append(posting)
        for code in {str(fact.value) for fact in facts} - asked:
            wished[code].append(posting)
    codes = sorted(
        {*required, *wished},
        key=lambda code: (-len(required.get(code, ())) - len(wished.get(code, ())), code),
    )
    return tuple(LanguageBar(code, tuple(required.get(code, ())), tuple(wished.get(code, ()))) for code in codes)


def _values(facts: _Of) -> dict[str, dict[str, None]]:
    """Value → the postings that state it, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for posting, stated in facts.items():
        for fact in stated:
            found[str(fact.value)][posting] = None
    return found


def _places(locations: _Of, postings: Iterable[str]) -> tuple[Bar, ...]:
    """Places of the same name, however it is spelt, are one: under the spelling that most postings use."""
    spelt: dict[object, Counter[str]] = defaultdict(Counter)
    found: dict[object, dict[str, None]] = defaultdict(dict)
    for written, stated in _values(locations).items():
        key = phrase_of(written)
        spelt[key][one_line(written)] += len(stated)
        found[key].update(stated)
    named = {max(spelt[key].items(), key=lambda pair: (pair[1], pair[0]))[0]: each for key, each in found.items()}
    return _bars(named, postings)


def _bars(values: Mapping[str, Mapping[str, None]], postings: Iterable[str]) -> tuple[Bar, ...]:
    bars = sorted((Bar(key, tuple(each)) for key, each in values.items()), key=lambda bar: (-bar.count, bar.key))
    stated = {posting for bar in bars for posting in bar.postings}
    silent = tuple(posting for posting in postings if posting not in stated)
    return (*bars, Bar("", silent)) if silent else tuple(bars)


def _pay(pay: _Of) -> tuple[PayGroup, ...]:
    groups: dict[tuple[str, str], list[PayRange]] = defaultdict(list)
    for posting, facts in pay.items():
        for amount in dict.fromkeys(fact.value for fact in facts if isinstance(fact.value, Amount)):
            numbers = [number for number in (amount.min, amount.max) if number is not None]
            if numbers:
                groups[amount.currency or "", amount.per or ""].append(PayRange(posting, min(numbers), max(numbers)))
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        PayGroup(currency, per, tuple(sorted(ranges, key=lambda one: (-one.high, -one.low, one.posting))))
        for (currency, per), ranges in ordered
    )
