"""Towns, départements, regions and provinces: which lie in which, and by what words they are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from assistant.resources import table
from assistant.text import fold

_WORD = re.compile(r"[^\W_]+")
Phrase = tuple[str, ...]  # the words of a name, folded, without those that only link


@lru_cache(maxsize=20_000)
def phrase_of(name: str) -> Phrase:
    """The words that a name is compared by: « ST OUEN L AUMONE » and « Saint-Ouen-l'Aumône » are one."""
    words = [spelt_out(word) for word in _WORD.findall(fold(name))]
    return tuple(word for word in words if word not in links())


def spelt_out(word: str) -> str:
    """A folded word, `saint` for `st`."""
    return str(table("places.toml")["words"]["short"].get(word, word))


@cache
def links() -> frozenset[str]:
    """The words between those of a name."""
    return frozenset(table("places.toml")["words"]["links"])


def areas_of(place: str, number: str = "") -> frozenset[str]:
    """The areas that a place lies in (or is), by their keys; `number` is that of its département where it is known."""
    name = phrase_of(place)
    found = set(_areas_of_town().get(name, ())) if not number else set()
    found |= area_names().get(name, frozenset()) if not number else set()
    departements: dict[str, list[str]] = table("places.toml")["departements"]
    return frozenset(found | ({number, departements[number][1]} if number in departements else set()))


def departement_of(digits: str) -> str:
    """The number of a French département out of it or of a postal code, or nothing."""
    departements = table("places.toml")["departements"]
    candidates = (digits, digits[:3], digits[:2]) if len(digits) == 5 else (digits,)
    corsica = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}.get(digits[:3] if len(digits) == 5 else "", "")
    return corsica or next((number for number in candidates if number in departements), "")


def is_town(place: str) -> bool:
    """Whether the tables know the town."""
    return phrase_of(place) in _areas_of_town()


@cache
def area_names() -> Mapping[Phrase, frozenset[str]]:
    """The names of all areas, with the keys of the areas so named."""
    found: dict[Phrase, set[str]] = defaultdict(set)
    for number, (name, region, *_) in table("places.toml")["departements"].items():
        found[phrase_of(name)].add(number)
        for other in (region, *table("places.toml")["region_names"].get(region, ())):
            found[phrase_of(other)].add(region)
    for region, entry in table("places.toml")["regions"].items():
        for name in entry["names"]:
            found[phrase_of(name)].add(region)
    return {phrase: frozenset(keys) for phrase, keys in found.items()}


@cache
def _areas_of_town() -> Mapping[Phrase, frozenset[str]]:
    found: dict[Phrase, set[str]] = defaultdict(set)
    for number, (_, region, *towns) in table("places.toml")["departements"].items():
        for town in towns:
            found[phrase_of(town)] |= {number, region}
    for region, entry in table("places.toml")["regions"].items():
        for town in entry["towns"]:
            found[phrase_of(town)].add(region)
    return {phrase: frozenset(keys) for phrase, keys in found.items()}
