"""Whose money a name means that several countries share: « dinars », « FCFA », "$" of where the work is.

The words are in `data/facts_money.toml`, tables `local` and `lands`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain

from assistant.domain import Posting
from assistant.facts.folded import folded, pattern
from assistant.places import areas_of, countries_of
from assistant.resources import table


def local_currencies(posting: Posting) -> dict[str, str]:
    """Which currency the names that several countries share stand for in a posting.

    That of the country in which its place of work lies, or else of the country that it names most.
    """
    words, land = folded(posting.text), _land(posting)
    found = {}
    for name, countries in table("facts_money.toml")["local"].items():
        own = [code for code in _codes().get(land, ()) if code in countries]
        if own or (code := _most_named(name, words)):
            found[name] = own[0] if own else code
    return found


def _land(posting: Posting) -> str:
    """The key of the country in which the place of work lies, where that is sure."""
    lands = countries_of([areas_of(posting.location.of(posting.text))])
    return lands.pop() if len(lands) == 1 else ""


def _most_named(name: str, words: str) -> str:
    """The currency of the country that a text names more than the others with money of that name."""
    whole, countries = _countries(name)
    if not whole.search(words):
        return ""
    counts = {code: len(names.findall(words)) for code, names in countries.items()}
    most = max(counts.values())
    leading = [code for code, count in counts.items() if count == most]
    return leading[0] if most and len(leading) == 1 else ""


@cache
def _countries(currency: str) -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    """What names any, and each (by the code of its currency), of the countries that share the name of a currency."""
    names = table("facts_money.toml")["local"][currency]
    return pattern(chain.from_iterable(names.values())), {code: pattern(words) for code, words in names.items()}


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    """The currencies of each country, by its key."""
    lands: dict[str, list[str]] = table("facts_money.toml")["lands"]
    keys = dict.fromkeys(key for each in lands.values() for key in each)
    return {key: tuple(code for code, each in lands.items() if key in each) for key in keys}
