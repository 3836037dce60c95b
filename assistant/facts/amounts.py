"""Amounts of money in French and English text, as they are written: nothing is converted. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from assistant.domain import Amount
from assistant.facts.folded import alternatives, folded
from assistant.facts.number_words import in_digits
from assistant.resources import table

_CODE_BEHIND = re.compile(r" ?\(([a-z]{3})\)")
_LAKHS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])")
_NUMBER = (
    r"(?:\d{1,3}(?:(?: ?\. ?| {1,2}|')\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{4,5}, \d{2}(?= ?(?:€|eur))"  # « 1766, 77 € »
    r"|\d{1,3}(?:,\d{3}){1,3}(?!\d|,\d)(?:\.\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,4})?(?!\d|[.,]\d))"
)
_A_PERIOD = re.compile(r" {1,2}(?:an hour|a (?:day|week|month|year))(?!\w)")  # its « an » counts no years
_THOUSAND = 1000
_MILLION = 1_000_000
_LAKH = 100_000
_MILLS = re.compile(r"\d{1,3},\d{3}")  # of dinars: a thousand millimes each, where no one earns so many dinars
_NO_ONES = {"hour": 500, "day": 5_000, "week": 20_000, "month": 60_000, "year": 800_000}
_WIDEST = 20  # times that the upper end of a range may be the lower
_WIDEST_BARE = 3  # the same where the lower end has no unit and only a dash joins them
_LARGEST = 10_000_000  # more is no one's pay …
_SMALL_COIN = 20  # … times this where a thousand buys a loaf
_JOINT_BEHIND = re.compile(r" ?(?:a|et|to|and|-|–|—) ?\d{1,3}[ .,']\d{3}[ .,']\d{3}(?!\d)")
_NO_COUNTRY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Money:
    """An amount at `start:end` of the text; `bare` is one without currency and without « k »."""

    amount: Amount
    start: int
    end: int
    bare: bool
    thousands: bool
    named: bool  # with the name of a currency that several countries share, where nothing tells whose it is


@dataclass(frozen=True)
class _One:
    value: float
    thousands: bool
    currency: str
    named: bool
    start: int
    end: int
    scale: int = 1  # of « 2.1 million », "3 lakh"
    mills: bool = False  # written so that it may count a thousand of each unit: « 6,200 DT »


def amounts_in(text: str, local: Mapping[str, str] = _NO_COUNTRY) -> list[Money]:
    """The amounts of a text in order, a range as one; numbers without any unit are among them, marked `bare`.

    Numbers of a hundred and more may be written out. `local` tells which currency a name that several countries share
    stands for, "dinar": "JOD"; without it dollars are those of the United States, and dinars of no country.
    """
    digits = in_digits(_LAKHS.sub(_in_thousands, folded(text)))
    words, places = digits.text, digits.places
    found = [one for match in _grammar().one.finditer(words) if (one := _read(words, match, local))]
    return [replace(m, start=places[m.start], end=places[m.end - 1] + 1) for m in _joined(words, found)]


def _in_thousands(found: re.Match[str]) -> str:
    """A number grouped as in India by thousands, in as many characters: « 18,00,000 » is "1,800,000"."""
    return f"{int(found.group().replace(',', '')):,}".rjust(len(found.group()))


def _read(words: str, match: re.Match[str], local: Mapping[str, str]) -> _One | None:
    value = _value(match["number"])
    end = match.end()
    unit = match["unit"] or match["sign"] or match["code"] or match["behind"] or ""
    glued: dict[str, str] = table("facts_money.toml")["shared"]["glued"]
    if match["unit"] and (cents := re.match(r"\.?\d{2}(?!\d)", words[end : end + 4])) and value == int(value):
        value, end = value + int(cents.group().strip(".")) / 100, end + cents.end()
    currency = _currencies().get(re.sub(r" +", " ", unit), "") or glued.get(match["letter"] or "", "")
    if (
        unit and (code := _CODE_BEHIND.match(words, end)) and code[1].upper() in set(_currencies().values())
    ):  # « 210 000 F CFA (XOF) »
        currency, end = code[1].upper(), code.end()
    named = currency in table("facts_money.toml")["local"]
    currency = local.get(currency) or _usual(currency)
    thousands = bool(match["k"] or match["alone"])
    if currency == "EUR" and unit == "e" and not thousands:
        currency = ""
    if unit == "f" and value < _THOUSAND and not thousands:
        currency, named = "", False  # « 2 postes (1 F) »
    small, scale = currency in table("facts_money.toml")["shared"]["small"], 1
    if match["million"]:
        if not small:
            return None  # of dollars or euros only budgets are counted in millions
        value *= _MILLION
        scale = _MILLION
    if match["lakh"]:
        scale, value, currency = _LAKH, value * _LAKH, currency or local.get("rupee") or _usual("rupee")
    # « entre 14 500 000 et 18 000 000 GNF »: the lower end has no currency of its own
    led = not currency and _JOINT_BEHIND.match(words, end) is not None
    largest = _LARGEST * _SMALL_COIN if small or led else _LARGEST
    mills = currency in table("facts_money.toml")["shared"]["mills"] and _MILLS.fullmatch(match["number"]) is not None
    one = _One(value, thousands, currency, named, match.start(), end, scale, mills)
    return None if value > largest else one


def _usual(currency: str) -> str:
    """The currency that a shared name stands for where no country is named; other names stand for themselves."""
    return str(table("facts_money.toml")["shared"]["usual"].get(currency, currency))


def _value(number: str) -> float:
    """`14 000,50` and `14,000.50` are 14000.5; a point or comma before exactly three last digits parts thousands."""
    digits = number.replace(" ", "").replace("'", "")
    whole, mark, rest = re.fullmatch(r"([\d.,]*?)(?:([.,])(\d{1,2}|\d{4}))?", digits).groups()  # type: ignore[union-attr]
    return float(re.sub(r"[.,]", "", whole) + (f".{rest}" if mark else ""))


def _joined(words: str, found: list[_One]) -> Iterator[Money]:
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        both = _range(words, first, second) if second else None
        if both and second:
            position += 2
            yield _money(words, both, first, second)
        else:
            position += 1
            yield _money(words, _single(words, first), first, first)


def _range(words: str, first: _One, second: _One) -> tuple[float, float] | None:
    between = words[first.end : second.start]
    if len(between) > 40 or not _grammar().joint.fullmatch(between) or not _belong(words, first, second, between):
        return None
    if not (first.currency or first.thousands) and _counts_else(words, first, second):
        return None
    thousands = first.thousands or second.thousands
    low, high = (v * _THOUSAND if thousands and v < _THOUSAND else v for v in (first.value, second.value))
    if second.scale > first.scale == 1 and low < high / second.scale:
        low *= second.scale  # « Rs 2.4 to 3.6 lakh », "between 1.8 and 2.1 million"
    rounded = low < _THOUSAND <= high and high % _THOUSAND == 0
    if not first.currency and rounded and high <= _WIDEST_BARE * low * _THOUSAND:
        low *= _THOUSAND  # « entre 18 et 22 000 DH »
    if not (first.currency or first.thousands) and between.strip() in ("-", "/") and high > _WIDEST_BARE * low:
        return None
    said = first.currency and second.currency and between.strip() in ("a", "to")
    return (low, high) if 0 < low <= high and (said or high <= _WIDEST * low) else None


def _counts_else(words: str, first: _One, second: _One) -> bool:
    """Whether the first number counts months or hours and the second money: « CDD 4 mois - 30 k€ »."""
    per, _ = _per_behind(words, first.end)
    return bool(per or _grammar().no_unit.match(words, first.end)) and per != _per_behind(words, second.end)[0]


def _belong(words: str, first: _One, second: _One, between: str) -> bool:
    """Whether two numbers with a joint between them are the ends of one range."""
    before = words[max(0, first.start - 14) : first.start]
    if (
        between.strip() in ("et", "and")
        and not (first.currency and second.currency)
        and "k" not in words[second.start : second.end]
    ):
        return bool(re.search(r"(?:entre|between|compris\w*) {0,2}$", before))
    if second.currency or second.thousands:
        return True
    return _A_PERIOD.match(words, second.end) is not None or not _grammar().no_unit.match(words, second.end)


def _single(words: str, one: _One) -> tuple[float | None, float | None]:
    value = one.value * _THOUSAND if one.thousands and one.value < _THOUSAND else one.value
    grammar = _grammar()
    before = words[max(0, one.start - 30) : one.start]
    if grammar.least.search(before) or grammar.least_after.match(words, one.end):
        return value, None
    if grammar.most.search(before) or grammar.most_after.match(words, one.end):
        return None, value
    return value, value


def _money(words: str, ends: tuple[float | None, float | None], first: _One, last: _One) -> Money:
    currency = last.currency or first.currency
    per, end = _per_behind(words, last.end)
    if not per:
        per, _ = _per_behind(words, first.end)
    thousands = first.thousands or last.thousands
    per = "" if thousands and per == "hour" else per  # « 40 k€ H/F »
    if last.mills and per and (ends[1] or ends[0] or 0) >= _NO_ONES[per]:
        ends = tuple(end and end / _THOUSAND for end in ends)  # type: ignore[assignment]
    amount = Amount(*ends, currency or None, per or None)
    return Money(amount, first.start, max(end, last.end), not currency and not thousands, thousands, last.named)


def _per_behind(words: str, at: int) -> tuple[str, int]:
    found = _grammar().per.match(words, at)
    return (found.lastgroup or "", found.end()) if found else ("", at)


@dataclass(frozen=True)
class _Grammar:
    one: re.Pattern[str]
    joint: re.Pattern[str]
    per: re.Pattern[str]
    least: re.Pattern[str]
    most: re.Pattern[str]
    least_after: re.Pattern[str]
    most_after: re.Pattern[str]
    no_unit: re.Pattern[str]


@cache
def _currencies() -> dict[str, str]:
    names: dict[str, Any] = table("facts_money.toml")["currency"]
    return {sign: code for code, signs in names.items() for sign in signs} | {code: code.upper() for code in _words()}


def _words() -> list[str]:
    """The codes that are words too, "try": money only beside a number in thousands."""
    codes: list[str] = table("facts_money.toml")["shared"]["words"]
    return codes


@cache
def _grammar() -> _Grammar:
    words = table("facts_money.toml")
    codes, all_signs = "|".join(_words()), sorted(_currencies().keys() - _words(), key=len, reverse=True)
    signs = "|".join(re.escape(sign) for sign in all_signs)
    before = {sign for sign in all_signs if sign == _currencies()[sign].lower()} | set(words["shared"]["before"])
    opening = "|".join(re.escape(sign) for sign in sorted(before, key=len, reverse=True))
    letters = "".join(words["shared"]["glued"])
    spaced, small = words["shared"]["spaced"], words["shared"]["spaced_small"]
    glued = rf"(?<!\w)(?P<letter>[{letters}](?=\d{{1,3}},\d{{3}})"
    glued += rf"|[{spaced}](?=\d{{2,3}} \d{{3}}(?!\d))|[{small}](?=\d \d{{3}}(?!\d)))"
    coded = rf"(?<!\w)(?P<code>{codes}) ?(?=\d{{1,3}}[., ]\d{{3}}(?!\d)|\d{{5,8}}(?!\d)"
    coded += r"|\d{2,4} ?(?:/|per |a |par )(?:hour|day|week|month|heure|jour|semaine|mois)(?!\w))"
    opened = rf"(?:(?<!\w)(?P<sign>{opening}) {{0,2}}|{glued}|{coded}|(?<![\w.,]))"
    number = rf"{opened}(?P<number>{_NUMBER})(?:/[=-](?!\d)|\.-{{1,2}}(?!\d))?"  # « CHF 78'000.– »
    number += r"(?:(?P<million> {1,2}millions?(?!\w)(?: de | d')?)|(?P<lakh> {0,2}(?:lakhs?|lacs?)(?!\w)))?"
    unit = rf"(?: {{0,2}}(?:(?P<k>k) ?)?(?P<unit>€(?!u)|(?:{signs})(?![^\W\d_]))| {{0,2}}(?P<alone>k)(?![^\W_])"
    unit += rf"|(?<=\d\d\d) (?P<behind>{codes})(?= ?(?:[/.,;)]|$)| (?:per|a|par|gross|net|brut|monthly|yearly)(?!\w)))?"
    between = rf"(?:[ (,/]{{0,3}}(?:{alternatives(words['per']['between'], after_digits=True)}))"
    per = "|".join(
        rf"(?P<{name}>{alternatives(words['per'][name], after_digits=True)})"
        for name in ("hour", "day", "week", "month", "year")
    )
    any_per = re.sub(r"\?P<\w+>", "?:", per)
    joint = "|".join(
        re.escape(word).replace(r"\ ", " ") for word in sorted(words["range"]["joints"], key=len, reverse=True)
    )
    end = words["range"]
    return _Grammar(
        re.compile(number + unit),
        re.compile(rf"{between}{{0,2}}(?: ?/? ?(?:{any_per}))?{between}{{0,1}} {{0,3}}(?:{joint})(?: de| d')? {{0,3}}"),
        re.compile(rf"(?: ?\(\d[\d ., ]{{1,14}}\))?{between}{{0,4}}[ ,():-]{{0,4}}/? {{0,2}}(?:{per})"),
        re.compile(rf"{alternatives(end['least'])} {{0,3}}$"),
        re.compile(rf"{alternatives(end['most'])} {{0,3}}$"),
        re.compile(rf" {{0,2}}(?:brut |net )?{alternatives(end['least_after'])}"),
        re.compile(rf" {{0,2}}(?:brut |net )?{alternatives(end['most_after'])}"),
        re.compile(rf" {{0,2}}{alternatives(end['no_unit_after'], after_digits=True)}"),
    )
