"""A place with the preposition that it takes: « à Rabat », « au Maroc », « en Afrique », "in Rabat"."""

from __future__ import annotations

from assistant.domain import Language
from assistant.places import country_names, parts_of_the_world, phrase_of
from assistant.resources import table

_ARTICLES = {"le": "au", "les": "aux"}
_VOWELS = "aeiouy"


def located(language: Language, place: str) -> str:
    """A place as it stands behind « basée » or "based"."""
    if language == "en":
        return f"in {place}"
    phrase, (first, _, rest) = phrase_of(place), place.partition(" ")
    if phrase in country_names() or phrase in parts_of_the_world():
        return f"{_before_area(phrase)} {place}"
    if rest and first.casefold() in _ARTICLES:  # « au Caire », « aux Cayes »
        return f"{_ARTICLES[first.casefold()]} {rest}"
    return f"à {place}"


def _before_area(phrase: tuple[str, ...]) -> str:
    """The preposition of a country or a part of the world, told by its first word and the exceptions."""
    exceptions = table("places.toml")["french_prepositions"]
    known = next((preposition for preposition, names in exceptions.items() if " ".join(phrase) in names), "")
    feminine = phrase[0].endswith("e") or phrase[0][0] in _VOWELS
    return known or ("en" if feminine else "au")
