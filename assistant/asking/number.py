"""The numbers that stand in a question, and on which side of each the number of a posting has to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from assistant.asking.lexicon import Word, holds, matches
from assistant.resources import table

ONE = ("a", "an")  # that is no number but with a thing: "a year of experience"

_NEAR = 4  # words between "only" and a number
_THAN = 5  # words before a number in which « plus » makes a comparison of « que »
_PERIODS = ("year", "month", "week")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)h?")  # « 39h »
_OR_AND = frozenset(["ou", "et", "or", "and"])


@dataclass(frozen=True)
class Number:
    """A number at a word of a question; its unit stands behind word `last`, and of a range it is one `end`."""

    value: float
    at: int
    last: int
    end: Literal["min", "max"] | None = None

    def around(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words near it."""
        return words[max(0, self.at - 4) : self.at + 6]

    def bound(self, words: Sequence[Word]) -> Literal["min", "max"]:
        """On which side of it the number of a posting has to be."""
        tables = table("asking.toml")["number"]
        near = self.around(words)
        if self.is_refused(words):
            return "min"
        most = holds(near, tables["at_most"]) and not holds(near, tables["no_less"])
        most = most or self._elided(words) in ("moins", "pas plus")
        return self.end or ("max" if most or self.is_all(words) else "min")

    def is_refused(self, words: Sequence[Word]) -> bool:
        """Whether who has less than it is turned away: "nobody with under two years", « personne à moins de … »."""
        tables = table("asking.toml")["number"]
        turned = min((last for _, last in holds(words[: self.at], tables["refusing"])), default=None)
        behind = words[turned : self.at] if turned is not None else ()
        less = bool(holds(behind, tables["less"])) or (bool(behind) and self._elided(words) == "moins")
        return less and not any(word.form in ("et", "and", "mais", "but") for word in behind)

    def _elided(self, words: Sequence[Word]) -> str:
        """« Plus » or « moins » of « plus d'un an », whose elided word leaves none: « au moins un an » is another."""
        if not self.at or words[self.at].start - words[self.at - 1].end != len(" d'") or words[self.at].apart:
            return ""
        before = [word.form for word in words[max(0, self.at - 2) : self.at]]
        denied = before[0] in ("pas", "non") and before[-1] == "plus"
        return "pas plus" if denied else before[-1]

    def is_all(self, words: Sequence[Word]) -> bool:
        """Whether no more than it is asked for: "only one year", « deux ans seulement », « n'exigent qu'un an »."""
        tables = table("asking.toml")["number"]
        first = max(0, self.at - _NEAR)
        led = any(_are_all(words[first + last : self.at], tables["only_then"]) for _, last in self._only(words, first))
        behind = words[self.last + 1 : self.last + 1 + _NEAR + 1]
        ends = (n for n, word in enumerate(behind) if any(matches(word.form, only) for only in tables["only"]))
        after = any(n and _are_all(behind[:n], tables["only_behind"]) for n in ends)
        single = {word.form for word in words[self.last + 1 : self.last + 2]} & set(tables["alone"])
        return led or after or bool(single) or self._is_left(words)

    def _only(self, words: Sequence[Word], first: int) -> list[tuple[int, int]]:
        return holds(words[first : self.at], table("asking.toml")["number"]["only"])

    def _is_left(self, words: Sequence[Word]) -> bool:
        """Whether « que » of « ne … que » leads to it, of which an elided one leaves no word."""
        than = table("asking.toml")["number"]["than"]
        before = [word.form for word in words[max(0, self.at - _THAN) : self.at]]
        if before[-1:] == ["que"]:
            return not set(before) & set(than)  # « plus d'années d'expérience que trois »
        elided = bool(before) and words[self.at].start - words[self.at - 1].end == len(" qu'")
        return elided and not words[self.at].apart and before[-1] not in than

    def is_limit(self, words: Sequence[Word]) -> bool:
        """Whether it is a limit: "at least 30 hours", not "30 hours a week"."""
        tables = table("asking.toml")["number"]
        listed = [*tables["at_least"], *tables["at_most"], *tables["no_less"]]
        return self.end is not None or bool(holds(self.around(words), listed))

    def is_the_least(self, words: Sequence[Word]) -> bool:
        """Whether it is what a posting itself has to call the least: "set two years as the minimum"."""
        tables = table("asking.toml")["number"]
        before, behind = words[max(0, self.at - _THAN) : self.at], words[self.last + 2 : self.last + 2 + _NEAR]
        led = any(last == len(before) for _, last in holds(before, tables["least_is"]))
        return led or any(not first for first, _ in holds(behind, tables["as_least"]))

    def is_strict(self, words: Sequence[Word]) -> bool:
        """Whether the number itself is left out: "more than two years", but not "no more than two"."""
        before = words[max(0, self.at - 4) : self.at]
        if self.is_refused(words) or holds(self.around(words), table("asking.toml")["number"]["no_less"]):
            return False
        than_that = holds(words, table("asking.toml")["number"]["than_that"])
        if any(not first or words[first - 1].form not in _OR_AND for first, _ in than_that):
            return True  # but « cinq ans ou davantage »
        if self._elided(words) in ("plus", "moins"):
            return True
        strictly = holds(before, table("asking.toml")["number"]["strictly"])
        return any(not first or before[first - 1].form not in ("no", "not", "pas") for first, _ in strictly)


def _are_all(words: Sequence[Word], forms: Sequence[str]) -> bool:
    return all(not word.apart and any(matches(word.form, form) for form in forms) for word in words)


def numbers_in(words: Sequence[Word]) -> list[Number]:
    """Every number of a question; "a" counts before a period: "a year or more"."""
    found: list[Number] = []
    between = bool(holds(words, table("asking.toml")["number"]["between"]))
    for at, word in enumerate(words):
        value = _value(word)
        if value is None and word.form in ONE and at + 1 < len(words) and words[at + 1].form in _PERIODS:
            value = 1.0
        if value is None:
            continue
        joints = [*table("asking.toml")["number"]["to"], *(("and", "et") if between else ())]
        before = found[-1] if found and found[-1].at == at - 2 and words[at - 1].form in joints else None
        if before and before.value < value:  # "3 to 5 years", « entre 20 et 30 heures »
            found[-1] = Number(before.value, before.at, at, "min")
            found.append(Number(value, at, at, "max"))
        else:
            found.append(Number(value, at, at))
    return found


def _value(word: Word) -> float | None:
    if written := _NUMBER.fullmatch(word.form):
        return float(written[1].replace(",", "."))
    return cast(dict[str, float], table("asking.toml")["number"]["words"]).get(word.form)
