"""Countries that a question names by their people: "the Tunisian municipality", « réservé aux Mauritaniens »."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import Language
from assistant.library import Library
from assistant.name_index import place_index
from assistant.naming import Named
from assistant.places import phrase_of
from assistant.resources import table
from assistant.text import fold


def by_people(words: Sequence[Word], library: Library, free: Collection[int]) -> Named:
    """The postings of the country, or the town, whose people stand beside a kind of employer or a word for postings.

    « La commune belge », "the Algerian ones", « les offres parisiennes ».
    """
    nouns = table("asking.toml")["postings"]
    who = (*_phrases()["employers"], *table("asking.toml")["employers"]["words"])
    beside_of = (*who, *nouns["plural"], *nouns["singular"], *_phrases()["ones"])
    employers = [n for first, last in holds(words, beside_of) for n in range(first, last)]
    beside = {n + step for n in employers for step in (-1, 1)}
    for n in (n for n in free if n in beside and not (n - 1 in employers and words[n].apart)):
        place = place_of_people(words[n].form)
        if place and (postings := place_index(library).phrases.get(phrase_of(place))):
            return Named(postings, frozenset({n}))
    return Named(frozenset(), frozenset())


def place_of_people(form: str) -> str:
    """The country or the town of a folded word for its people; nothing where it is none."""
    towns: Mapping[str, Sequence[str]] = table("places.toml")["townspeople"]
    named = (town for town, people in towns.items() if form in people)
    return country_of_people(form) or next(named, "")


def as_places(names: Sequence[str], language: Language) -> tuple[str, ...]:
    """The names of places, those of a people as the place: « parisiennes » is Paris, "Moroccan" is Morocco."""
    return tuple(_named_in(place_of_people(fold(name)), language) or _continent(name, language) for name in names)


def _continent(name: str, language: Language) -> str:
    """ "Africa" for "African continent"; any other name as it is."""
    if "continent" not in fold(name).split():
        return name
    parts = table("places.toml")["world"].values()
    names = next((part["names"] for part in parts if phrase_of(name) in map(phrase_of, part["names"])), [name])
    plain = [other for other in names[:2] if "continent" not in fold(other).split()]
    return str(plain[-1] if language == "en" else plain[0]) if plain else name


def _named_in(place: str, language: Language) -> str:
    names: Sequence[str] = table("places.toml")["countries"].get(place, {}).get("names", (place,))
    other = names[1] if language == "en" and len(names) > 1 else ""
    return other if other.isascii() and other.isalpha() else place


def country_of_people(form: str) -> str:
    """The country (a key of `data/countries.toml`) of a folded word for its people; nothing where it is none."""
    return _peoples().get(form) or _peoples().get(form.removesuffix("s"), "")


def called_by_people(form: str, language: Language) -> str:
    """The name of the country of a folded word for its people: "Algeria" of "Algerian"; nothing where it is none."""
    country = country_of_people(form)
    names = table("places.toml")["countries"].get(country, {}).get("names", [country])
    return str(names[0] if language == "fr" else names[min(1, len(names) - 1)])


def countries_in(words: Sequence[Word]) -> frozenset[str]:
    """The countries that are named among the words, by themselves or by their people."""
    found = (_by_name().get(word.form) or country_of_people(word.form) for word in words)
    return frozenset(country for country in found if country)


def as_national(reading: Reading) -> Reading:
    """« Une Ivoirienne peut-elle postuler ? », "I'm Syrian. May I apply?": whom the job is open to is asked.

    The name of a people is then none of a posting, nor of its topic.
    """
    words = words_of(f"{reading.beside} {reading.question}")
    peoples = {word.form for word in words if country_of_people(word.form)}
    if not peoples or reading.every or reading.intent not in ("fact", "open"):
        return reading
    if not any((c.field, c.value) == ("mention", "citizenship") for c in reading.conditions):
        asks = table("asking.toml")["asks"]
        whether = holds(words, (*asks["may"], *_phrases()["may"])) and not holds(words, asks["what"])
        if reading.conditions or reading.fields or not whether or not holds(words, _phrases()["applying"]):
            return reading
        reading = replace(reading, intent="fact", conditions=(Condition("mention", "citizenship"),))

    def others(told: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in told if fold(word) not in peoples)

    return replace(reading, topic=others(reading.topic), unknown=others(reading.unknown), aside=others(reading.aside))


def with_people(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions, those on nationality with the names of the people for whom a job is to be reserved.

    "Do I have to be Mauritanian?" asks for a nationality, too, though it does not say the word.
    """
    if demanded := _countries(words, _phrases()["demanded"]):
        others = (c for c in conditions if (c.field, c.value) != ("mention", "citizenship"))
        return [Condition("mention", "citizenship", others=_names(demanded[0])), *others]
    countries = _countries(words, _phrases()["reserved"]) or _of_that_nationality(words)
    return [
        replace(c, others=_names(countries[0])) if countries and (c.field, c.value) == ("mention", "citizenship") else c
        for c in conditions
    ]


def _countries(words: Sequence[Word], leads: Sequence[str]) -> list[str]:
    """The countries whose people stand right behind one of the phrases."""
    at = [last for _, last in holds(words, leads) if last < len(words)]
    # "a Canadian citizen" may be a resident, and is asked for by the topic
    alone = (n for n in at if not holds(words[n + 1 : n + 2], _phrases()["citizens"]))
    return [country for n in alone if (country := country_of_people(words[n].form))]


def _of_that_nationality(words: Sequence[Word]) -> list[str]:
    """The country of « la nationalité canadienne », "Canadian citizenship"."""
    spans = holds(words, _phrases()["itself"])
    beside = (n for first, last in spans for n in (last, first - 1) if 0 <= n < len(words))
    return [country for n in beside if (country := country_of_people(words[n].form))]


@cache
def _names(country: str) -> tuple[str, ...]:
    """The folded words for a country and its people."""
    places = table("places.toml")["countries"].get(country, {}).get("names", ())
    return tuple(dict.fromkeys([*map(fold, places), *table("countries.toml")[country].get("people", ())]))


@cache
def _by_name() -> Mapping[str, str]:
    return {name: country for country in table("countries.toml") for name in _names(country)}


@cache
def _peoples() -> Mapping[str, str]:
    return {word: key for key, entry in table("countries.toml").items() for word in entry.get("people", ())}


def _phrases() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["nationality"]
    return found
