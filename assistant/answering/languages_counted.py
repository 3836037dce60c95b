"""How many languages a posting demands, of which those that are a choice are one: « anglais ou arabe »."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.answering.bounds import beyond
from assistant.answering.verdict import Verdict
from assistant.asking.lexicon import language_names
from assistant.asking.reading import Condition
from assistant.domain import Fact
from assistant.text import fold

_ONE_OF = re.compile(
    r"(?<!\w)(?:l'une? (?:de|des)|d'une (?:de|des)|une (?:de|des)|one of|any of|au moins une|at least one)(?!\w)"
)


def languages_counted(condition: Condition, facts: Sequence[Fact]) -> Verdict:
    """Whether as many are demanded as the question says; with those that are a plus as many is a plus."""
    demanded = [fact for fact in facts if fact.modality != "asset"]
    wished = [fact for fact in facts if fact.modality == "asset"]
    if condition.asked == "asset":
        return Verdict("yes" if _fits(condition, wished) else "no", tuple(wished))
    if _fits(condition, demanded):
        return Verdict("yes", tuple(demanded))
    if condition.bound == "min" and wished and demanded and _fits(condition, facts):
        return Verdict("plus", tuple(wished))
    return Verdict("no", tuple(demanded))


def _fits(condition: Condition, facts: Sequence[Fact]) -> bool:
    number = _number(facts)
    return number > 0 and beyond(condition, number)


def _number(facts: Sequence[Fact]) -> int:
    """How many different languages facts name at the least."""
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    once: set[str] = set()
    number = 0
    for fact in facts:
        told[fact.start, fact.end].add(str(fact.value))
    for (start, end), codes in told.items():
        new = codes - once
        once |= codes
        quote = fold(next(fact.quote for fact in facts if (fact.start, fact.end) == (start, end)))
        choices = len(new) if _ONE_OF.search(quote) else len(_or_one_of(codes).findall(quote)) + 1
        number += len(new) if len(codes) == 1 else max(min(len(new), 1), len(new) - choices + 1)
    return number


def _or_one_of(codes: set[str]) -> re.Pattern[str]:
    """Finds an "or" before the name of one of these languages (ISO 639): not « à l'oral ou à l'écrit »."""
    names = language_names()
    told = (re.escape(name.rstrip("*")) for code in codes for name in names.get(code, ()))
    return re.compile(
        rf"(?<!\w)(?:ou|or) (?:[ld]'|\w+ ){{0,2}}(?:{'|'.join(sorted(told, key=len, reverse=True)) or '(?!)'})"
    )
