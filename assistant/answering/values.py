"""Values of facts in words: dates, amounts, years, languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.asking.lexicon import holds, words_of
from assistant.domain import Amount, Fact, Language, Years
from assistant.facts.starts import date_or_month
from assistant.resources import table
from assistant.text import one_line

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OWN_WORDS = ("contract", "working_time")


def words(language: Language, part: str) -> dict[str, str]:
    """A table of the wording: labels, values, periods."""
    return dict(table("wording.toml")[language][part])


def is_for_beginners(fact: Fact) -> bool:
    """Whether a fact on experience says that people without any are accepted."""
    return isinstance(fact.value, Years) and fact.value.min == 0 and fact.value.max is None


def label(language: Language, field: str) -> str:
    """A field as a label."""
    return words(language, "label")[field]


def value_of(language: Language, fact: Fact, *, weighed: bool = False, own: bool = True) -> str:
    """A fact's value in words; `weighed` adds whether it is required or a plus, where it is either.

    `own` adds that the person put it right or confirmed it.
    """
    shown = fact.detail and fact.field in ("language", "working_time")
    beside = [one_line(fact.detail).lower()] if shown else []
    name = _bare_value(language, fact)
    beside = [*_varieties(fact, (name, *beside)), *beside]
    if weighed and fact.modality in ("required", "asset"):
        beside.insert(0, words(language, "value")[fact.modality])
    if own and fact.is_own:
        beside.append(own_words(language, fact))
    return name + (f" ({', '.join(beside)})" if beside else "")


def _varieties(fact: Fact, said: Sequence[str]) -> list[str]:
    """The names of a language in one region, as its posting has them: « tachelhit » of Tamazight."""
    known = table("language_names.toml")["varieties"].get(fact.value, ()) if fact.field == "language" else ()
    words = words_of(fact.quote) if known else ()
    found = [fact.quote[words[first].start : words[last - 1].end] for first, last in holds(words, known)]
    spoken = " ".join(said).lower()
    return [one_line(name) for name in dict.fromkeys(found) if name.lower() not in spoken]


def own_words(language: Language, fact: Fact) -> str:
    """What the person did to a fact, and whether its text has changed since; empty for one out of the text."""
    if not fact.is_own:
        return ""
    said = words(language, "own")
    return f"{said[fact.origin]}, {said['outdated']}" if fact.outdated else said[fact.origin]


def _bare_value(language: Language, fact: Fact) -> str:
    if is_for_beginners(fact):
        return words(language, "value")["beginners"]
    if isinstance(fact.value, Years):
        return years(language, fact.value)
    if isinstance(fact.value, Amount):
        return amount(language, fact.value)
    if fact.field == "language":
        return language_name(language, fact.value)
    if fact.field == "deadline":
        return deadline(language, fact)
    if fact.field == "start" and (when := date_or_month(fact)) and when.first == when.last:
        return day(language, when.first)
    if fact.field in _OWN_WORDS or (fact.field == "driving_licence" and fact.value == "yes"):
        return words(language, "value").get(fact.value, fact.value)
    return one_line(fact.value)


def language_name(language: Language, code: str) -> str:
    """A language as it is called, in French with its article."""
    names = table("language_names.toml")["french" if language == "fr" else "english"]
    return str(names.get(code, code))


def day(language: Language, when: date) -> str:
    """A date in words: 17 juillet 2022, 1er mai 2025, 17 July 2022."""
    month = table("wording.toml")[language]["months"]["names"][when.month - 1]
    number = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return f"{number} {month} {when.year}"


def date_of(fact: Fact) -> date | None:
    """The day of a deadline, None where it could not be read surely."""
    found = _ISO.fullmatch(fact.value) if isinstance(fact.value, str) else None
    return date(*(int(part) for part in found.groups())) if found else None


def deadline(language: Language, fact: Fact) -> str:
    """A deadline in words, with its hour; as written where it could not be read surely."""
    when = date_of(fact)
    if when is None:
        return one_line(str(fact.value))
    said = words(language, "value")
    if fact.detail in ("24:00", "00:00"):
        return said["midnight"].format(date=day(language, when))
    return said["at_hour"].format(date=day(language, when), hour=fact.detail) if fact.detail else day(language, when)


def years(language: Language, value: Years) -> str:
    """Years of experience in words."""
    said = words(language, "value")
    if value.min is not None and value.max is not None and value.min != value.max:
        high = _years(said, value.max)
        return said["range"].format(low=_number(value.min), high=high)
    if value.min is not None:
        return said["at_least"].format(number=_years(said, value.min)) if value.max is None else _years(said, value.min)
    return said["at_most"].format(number=_years(said, value.max or 0))


def _years(said: dict[str, str], number: float) -> str:
    if number != int(number):
        return said["month"].format(number=_number(number * 12))
    return said["year" if number <= 1 else "years"].format(number=_number(number))


def amount(language: Language, value: Amount) -> str:
    """An amount of money in words: 1 200 EUR par mois."""
    low, high = (money(language, n) if n is not None else "" for n in (value.min, value.max))
    said = words(language, "value")
    if low and high and low != high:
        number = said["range"].format(low=low, high=high)
    elif low:
        number = low if high else said["at_least"].format(number=low)
    else:
        number = said["at_most"].format(number=high)
    per = words(language, "per").get(value.per or "", "")
    return " ".join(part for part in (number, value.currency or "", per) if part)


def money(language: Language, number: float) -> str:
    """A number as the language groups and marks it: 1 200,50 and 1,200.50."""
    text = f"{number:,.2f}".removesuffix(".00")
    return text.translate(str.maketrans(",.", "\u202f,")) if language == "fr" else text


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
