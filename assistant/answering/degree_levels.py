"""How high the degrees are that a posting asks for, to tell which asks for the lowest level of education."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from assistant.answering.fitting import is_called
from assistant.asking.lexicon import holds, words_of
from assistant.domain import Fact
from assistant.library import Library
from assistant.resources import table

_ENGINEER, _MASTER = "engineer", "master"  # both take five years


def by_level(library: Library, postings: Sequence[str]) -> tuple[list[tuple[float, Fact]], list[Fact]]:
    """The level of the lowest degree that does for each posting, and the degrees whose level is not known."""
    ranked, others = [], []
    for posting in postings:
        facts = [fact for fact in library.facts_of(posting, "degree") if fact.modality != "asset"]
        levels = [(level, fact) for fact in facts if (level := level_of(str(fact.value))) is not None]
        if levels:
            ranked.append(min(levels, key=lambda pair: pair[0]))
        else:
            others += facts[:1]
    return ranked, others


@lru_cache(maxsize=20_000)
def level_of(value: str) -> float | None:
    """How high the degree of a fact is at least: « Bac+3 à Bac+5 » begins with a licence."""
    words = words_of(value)
    found = [number for key, number in _levels().items() if is_called(value, "degree", key)]
    found = found or [number for number, phrases in _below() if holds(words, phrases)]
    return float(min(found)) if found else None


@cache
def _levels() -> Mapping[str, int]:
    order: Sequence[str] = table("asking.toml")["degree_levels"]["order"]
    levels = {key: number for number, key in enumerate(order)}
    return {**levels, _ENGINEER: levels[_MASTER]}


@cache
def _below() -> Sequence[tuple[int, Sequence[str]]]:
    below: Mapping[str, Sequence[str]] = table("asking.toml")["degree_levels"]["below"]
    return [(number - len(below), phrases) for number, phrases in enumerate(below.values())]
