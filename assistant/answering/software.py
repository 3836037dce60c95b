"""Which of the sentences on software are told: those that name one more tool."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import holds, words_of
from assistant.domain import Fact
from assistant.resources import table
from assistant.topics import topics


def naming_tools(facts: Sequence[Fact]) -> list[Fact]:
    """The facts but for those whose quotes only name tools that one before them names already."""
    named: set[str] = set()
    told = []
    for fact in facts:
        tools = tools_in(fact.quote)
        if tools - named or not tools:
            told.append(fact)
        named |= tools
    return told


def tools_in(text: str) -> frozenset[str]:
    """The tools of `data/tools.toml` that a text names, those of an office as one."""
    words = words_of(text)
    names = {**table("tools.toml")["names"], "": topics()["excel"]["words"]}
    return frozenset(name for name, phrases in names.items() if holds(words, phrases))
