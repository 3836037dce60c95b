"""Years of those who know more, where others will do: « confirmé (3 à 5 ans) ou expérimenté (5 ans et plus) »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import one_of
from assistant.resources import table

_BEFORE = 50  # characters before a number in which the level stands that it is of
_POSTS = re.compile(r"\b(?:(?:deux|trois|2|3) (?:postes|profils)|(?:two|three|2|3) (?:posts|positions|roles))\b")


def of_higher_level(text: str, numbers: Sequence[Span]) -> frozenset[int]:
    """Which of the numbers of years (in their order, in folded `text`) nobody has to have: the level before will do."""
    if _POSTS.search(text):
        return frozenset()
    starts = [0, *(number.end for number in numbers)]
    higher = [
        index
        for index, number in enumerate(numbers)
        if (choice := _or_a_level().search(text[starts[index] : number.start]))
        and (
            _level().search(text[max(0, numbers[index - 1].start - _BEFORE) : numbers[index - 1].start])
            if index
            else choice.group().endswith("(") and _beginner().search(text[: choice.start()])
        )
    ]
    return frozenset(higher)


def _words() -> str:
    return one_of(table("facts_experience.toml")["levels"]["words"])


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words()})(?:[·.]e?s?|\(e\)s?)?(?!\w)[^.;!?]*$")


@cache
def _beginner() -> re.Pattern[str]:
    """« Débutant ou expérimenté (5 ans) »."""
    return re.compile(rf"(?:{one_of(table('facts_experience.toml')['levels']['none'])})[^\w]{{0,3}}$")


@cache
def _or_a_level() -> re.Pattern[str]:
    joined = r"(?:\b(?:ou|or|soit|comme)\b|/)\s?(?:bien\s)?(?:(?:une?|plus|an?|more|profils?|tres|very)\s){0,2}"
    return re.compile(rf"{joined}(?:{_words()})(?:[·.]e?s?|\(e\)s?)?(?!\w)[^.;!?\d]{{0,25}}$")
