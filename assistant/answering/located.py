"""A place with the preposition that it takes: « à Rabat », « au Maroc », « dans le Gers », "in Rabat"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from assistant.domain import Language
from assistant.places import Phrase, area_names, country_names, departement_of, is_town, parts_of_the_world, phrase_of
from assistant.resources import table

_ARTICLES = {"le": "au", "les": "aux"}
_VOWELS = "aeiou"
_LED = re.compile(r"(?i)(?:near|close to|(?:in or )?around|pr[eè]s d|proches? d|autour d|[aà] proximit[eé] d)[\w'’]*\s")
_NUMBER = re.compile(r"\s\(\w{2,3}\)$")
_NEXT = re.compile(r",|\s(?:ou|et|or|and)\s")  # « Sénégal ou au Mali »: the first one takes the preposition


def located(language: Language, place: str) -> str:
    """A place as it stands behind « basée » or "based"."""
    if _LED.match(place):
        return place[0].lower() + place[1:]
    if number := departement_of(place) if place.isdigit() else "":  # « dans le 92 »
        name = f"{table('places.toml')['departements'][number][0]} ({number})"
        return f"in {name}" if language == "en" else located(language, name)
    if language == "en":
        return f"in {place}"
    named = _NUMBER.sub("", _NEXT.split(place, maxsplit=1)[0]).strip()
    preposition = _before(phrase_of(named), named)
    first, _, rest = place.partition(" ")
    if preposition == "à" and rest and first.casefold() in _ARTICLES:  # « au Caire », « aux Cayes »
        preposition, place = _ARTICLES[first.casefold()], rest
    return preposition + ("" if preposition.endswith("'") else " ") + place


def _before(phrase: Phrase, place: str) -> str:
    """The preposition of a place: of a country or a French area it is told by its first word, and the exceptions."""
    if known := _exceptions().get(phrase):
        return known
    if phrase[0] in ("region", "banlieue", "province"):  # « en région parisienne »
        return "en"
    abroad = phrase in country_names() or phrase in parts_of_the_world()
    if not abroad and (phrase not in area_names() or is_town(place)):
        return "à"
    if not abroad and phrase not in _french_areas():
        return "dans la région"
    if not abroad and phrase[0].endswith("s"):
        return "dans les"
    feminine = phrase[0].endswith("e") or phrase[0][0] in _VOWELS
    return "en" if feminine else "au" if abroad else "dans le"


@cache
def _french_areas() -> frozenset[Phrase]:
    """The names of the départements and regions of France."""
    areas = table("places.toml")["departements"].values()
    return frozenset(phrase_of(name) for area in areas for name in area[:2])


@cache
def _exceptions() -> Mapping[Phrase, str]:
    prepositions = table("places.toml")["french_prepositions"]
    return {phrase_of(name): preposition for preposition, names in prepositions.items() for name in names}
