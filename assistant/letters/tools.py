"""Tools by their names: those of an office, any of which may stand for the suite, and others, which stand for no other.

The names are in `data/letters_posting.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.folded import alternatives, folded
from assistant.resources import table

SUITE = "office"
_OR = re.compile(r"\s{0,2}(?:,?\s(?:ou|or)\s(?:de\s|d'|du\s)?|/)\s{0,2}")


def tools_in(text: str) -> frozenset[str]:
    """The tools that a text names, folded; `SUITE` for what means all of an office's."""
    words = folded(text)
    found = {match.group() for match in _named().finditer(words)}
    found |= {match.group() for match in _shouted().finditer(text)}
    if _suite().search(words):
        found.add(SUITE)
    return frozenset(re.sub(r"\s+", " ", name).replace("power point", "powerpoint") for name in found)


def choices_in(text: str) -> list[frozenset[str]]:
    """The tools that a text names, each with those in whose place it may be: « SPSS ou Stata » is one choice."""
    words = folded(text)
    where = ((_named(), words), (_suite(), words), (_shouted(), text))
    places = {match.span(): match.group() for pattern, said in where for match in pattern.finditer(said)}
    found: list[set[str]] = []
    last = 0
    for (start, end), name in sorted(places.items()):
        names = tools_in(name)
        if found and start >= last and _OR.fullmatch(words[last:start]):
            found[-1] |= names
        elif names:
            found.append(set(names))
        last = max(last, end)
    return [frozenset(choice) for choice in found]


def held(asked: frozenset[str], text: str) -> frozenset[str]:
    """Those of `asked` that a text names; the suite holds its parts."""
    there = tools_in(text)
    return frozenset(tool for tool in asked if tool in there or (tool in _parts() and SUITE in there))


def office_parts(text: str) -> frozenset[str]:
    """The programs of an office that a text names."""
    return tools_in(text) & _parts()


@cache
def _parts() -> frozenset[str]:
    return frozenset(table("letters_posting.toml")["office"]["parts"])


@cache
def _named() -> re.Pattern[str]:
    data = table("letters_posting.toml")
    return re.compile(alternatives([*data["tools"]["words"], *data["office"]["parts"]]))


@cache
def _suite() -> re.Pattern[str]:
    return re.compile(alternatives(table("letters_posting.toml")["office"]["words"]))


@cache
def _shouted() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in table("letters_posting.toml")["tools"]["shouted"])
    return re.compile(rf"(?<![\w'’-])(?:{names})(?![\w'’+#&])")
