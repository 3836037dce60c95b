"""Numbers that are written out, in French and English: « deux cent soixante-quinze mille », « vingt-cinq euros »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.resources import table

_HUNDRED = 100
_AGAIN = re.compile(r"\s?\(\s?\d[\d .,']{0,14}\s?\)")


@dataclass(frozen=True)
class Digits:
    """A folded text with its written-out numbers in digits; `places[n]` is where its character n stands in the text.

    There is one place more than there are characters: that of the end.
    """

    text: str
    places: Sequence[int]


def in_digits(words: str, units: str = "") -> Digits:
    """A folded text with digits for numbers of a hundred and more; smaller ones only before the name of money.

    `units`, an expression, stands for other words than those of money: « quinze heures ».
    """
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for start, end, value in _written_out(words, units or _money()):
        digits = str(value)
        again = _AGAIN.match(words, end)  # « quatre cent mille (400 000) »: the same again
        end = again.end() if again and re.sub(r"\D", "", again.group()) == digits else end
        parts += [words[last:start], digits]
        # The first digit stands where the number begins, the others where it ends: what is behind is near as before.
        places += [*range(last, start), start, *[end - 1] * (len(digits) - 1)]
        last = end
    return Digits("".join([*parts, words[last:]]), [*places, *range(last, len(words) + 1)])


def holds_number(words: str) -> bool:
    """Whether a folded text may hold a number of a hundred and more in words."""
    return _numbers(_money()).search(words) is not None


def number_of(words: str) -> int | None:
    """The value of folded number words, « vingt et un »; None where they make none, or several."""
    return _value(words, least=1)


def number_words() -> Mapping[str, int]:
    """Each word that numbers are made of, folded, with its value."""
    return _values()


def _written_out(words: str, units: str) -> Iterator[tuple[int, int, int]]:
    """The numbers of a hundred and more with their places; « entre mille et deux mille » holds two.

    So do « entre dix-huit et vingt mille » and « quinze à vingt heures »: the lower end of a range may be small.
    """
    last = 0
    for match in _numbers(units).finditer(words):
        start, end = match.span()
        joints = list(_joint().finditer(words, start, end))
        ranged = _between().search(words[max(0, start - 12) : start]) is not None
        whole = _value(match.group(), least=1 if match["small"] else _HUNDRED)
        for joint in joints if ranged or whole is None else ():
            low, high = (
                _value(words[start : joint.start()], least=1 if ranged else _HUNDRED),
                _value(words[joint.end() : end], least=1 if ranged and match["small"] else _HUNDRED),
            )
            if low and high and low < high:
                yield from ((start, joint.start(), low), (joint.end(), end, high))
                break
        else:
            lower = _lower_end().search(words, last, start)
            low = _value(lower["low"], least=1) if lower else None
            if lower and low and whole and low < whole:
                yield lower.start("low"), lower.end("low"), low
            if whole is not None:
                yield start, end, whole
        last = end


def _value(number: str, least: int = _HUNDRED) -> int | None:
    """The value of number words; None where they make no number from `least` on, or several."""
    total = group = 0
    for word in re.split(r"[ -]+", number):
        if word in _joints():
            continue
        value = _values()[word]
        if value >= 1000:
            if total % 1_000_000 > 0 or (total and value > 1000):
                return None
            total, group = total + max(group, 1) * value, 0
        elif value == 100:
            if group >= 100:
                return None
            group = max(group, 1) * 100
        elif value == 20 and group % 100 == 4:  # quatre-vingts
            group += 76
        elif value < 10 and group % 10 and group % 100 not in (60, 80):
            return None
        else:
            group += value
    return total + group if total + group >= least else None


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"[ -]{{1,3}}(?:{'|'.join(_joints())})[ -]{{1,3}}")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:entre|between) {1,2}$")


@cache
def _values() -> Mapping[str, int]:
    values: dict[str, list[str]] = table("facts_money.toml")["number_words"]
    return {word: int(value) for value, words in values.items() if value.isdigit() for word in words}


@cache
def _joints() -> frozenset[str]:
    return frozenset(table("facts_money.toml")["number_words"]["joints"])


@cache
def _lower_end() -> re.Pattern[str]:
    """A small number before the one that it makes a range with: « dix-huit à », "fifteen to"."""
    every = "|".join(sorted((word for word, value in _values().items() if value < _HUNDRED), key=len, reverse=True))
    few = rf"(?:{every})(?:(?: | et |-|-et-)(?:{every})){{0,3}}"
    return re.compile(rf"(?<![\w-])(?P<low>{few}) {{1,2}}(?:a|to|ou|or) {{1,2}}$")


@cache
def _numbers(units: str) -> re.Pattern[str]:
    """Two to twelve number words in a row, a hundred, a thousand or a million among them, and no digits before them.

    One alone says too little: « 30 pour cent », « 3,2 millions », "50 cents"; but « mille à deux mille », and any
    before one of `units`.
    """
    every = "|".join(sorted(_values(), key=len, reverse=True))
    large = "|".join(word for word, value in _values().items() if value >= _HUNDRED)
    joint = "|".join(_joints())
    between = rf"[ -]{{1,3}}(?:(?:{joint})[ -]{{1,3}})?"
    run = rf"(?:{every})(?!\w)(?>(?:{between}(?:{every})(?!\w)){{1,11}})"
    low = rf"(?:{large})(?= (?:a|to|ou|or) (?:{every})(?!\w))"
    few = rf"(?:{every})(?!\w)(?>(?:{between}(?:{every})(?!\w)){{0,3}})"
    small = rf"(?P<small>{few}(?= {{1,2}}(?:d')?(?:{units})(?!\w)))"
    return re.compile(
        rf"(?<![\w-])(?<!\d )(?:(?=(?:(?:{every}|{joint})[ -]{{1,3}}){{0,8}}(?:{large})(?!\w)){run}|{low}|{small})"
    )


def _money() -> str:
    """The names of money that are whole words, as an expression."""
    names: dict[str, list[str]] = table("facts_money.toml")["currency"]
    return "|".join(sorted({sign for signs in names.values() for sign in signs if sign.isalpha() and len(sign) > 3}))
