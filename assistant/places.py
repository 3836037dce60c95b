"""Towns, départements, regions, provinces and countries: which lie in which, and by what words they are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, lru_cache

from assistant.resources import lines_of_data, table
from assistant.text import fold

ORDINARY = "~"  # before a name of the gazetteer that is a word as well: it tells where, and not that it is a town
FRANCE = "France"  # the key of the country of the départements
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
    """The areas that a place lies in (or is), by their keys; `number` is that of its département where it is known.

    A quarter behind a hyphen lies where its town does, « Rabat-Agdal », but not in France, where such names are towns'.
    """
    name = phrase_of(place)
    town, hyphen, _ = place.rpartition("-")
    if hyphen and not number and (not is_town(place) or _is_quarter(place)) and name not in area_names():
        within = areas_of(town)
        return within if FRANCE not in within else frozenset()
    found = _areas_of_known(name) if not number else set()
    found |= area_names().get(name, frozenset()) if not number else set()
    departements: dict[str, list[str]] = table("places.toml")["departements"]
    found |= {number, departements[number][1]} if number in departements else set()
    return frozenset(found | {country for area in found if (country := _country_of_area().get(area))})


def countries_of(areas: Iterable[frozenset[str]], spoken_of: Container[str] = ()) -> set[str]:
    """The countries (keys) of places, given the areas of each (`areas_of`).

    Of a name that towns of several countries bear, those of the other places count or else those `spoken_of`:
    « Tripoli » beside « Zahlé » lies in Lebanon.
    """
    keys = set(country_names().values())
    each = [own & keys for own in areas]
    sure = {country for own in each if len(own) == 1 for country in own}
    for own in each:
        if len(own) > 1 and not own & sure:
            sure |= {country for country in own if country in spoken_of} or own
    return sure


def _areas_of_known(name: Phrase) -> set[str]:
    """The areas of a town as the tables have it, and those that the gazetteer adds within the same country."""
    own, listed = _areas_of_town().get(name, frozenset()), " ".join(name)
    further = _gazetteer().get(listed) or _gazetteer().get(ORDINARY + listed, frozenset())
    further = further.union(*(_gazetteer().get(" ".join(other), ()) for other in _towns_alike().get(name, ()) if own))
    countries = {_country_of_area().get(area, area) for area in own}
    found = set(own) | {area for area in further if not own or (_country_of_area().get(area) in countries - {FRANCE})}
    departements = table("places.toml")["departements"]
    return found | {departements[area][1] for area in found if area in departements}


def departement_of(digits: str) -> str:
    """The number of a French département out of it or of a postal code, or nothing."""
    departements = table("places.toml")["departements"]
    candidates = (digits, digits[:3], digits[:2]) if len(digits) == 5 else (digits,)
    corsica = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}.get(digits[:3] if len(digits) == 5 else "", "")
    return corsica or next((number for number in candidates if number in departements), "")


@cache
def departement_called(name: str) -> str:
    """The number of the French département of a name, « Loire », or nothing."""
    found = (n for n, (own, *_) in table("places.toml")["departements"].items() if phrase_of(own) == phrase_of(name))
    return next(found, "")


def town_names(place: str) -> frozenset[Phrase]:
    """The names in other languages of a town, « Bruxelles » for "Brussels"; maybe none."""
    return _towns_alike().get(phrase_of(place), frozenset())


def is_town(place: str) -> bool:
    """Whether the tables know the town."""
    name = phrase_of(place)
    return name in _areas_of_town() or " ".join(name) in _gazetteer() or _is_quarter(place)


def _is_quarter(place: str) -> bool:
    """Whether a quarter stands behind the hyphen of its town, « Abidjan-Plateau »; French towns have such names."""
    town, hyphen, quarter = place.partition("-")
    return bool(hyphen) and quarter[:1].isupper() and is_main_town(town) and FRANCE not in areas_of(town)


def is_main_town(place: str) -> bool:
    """Whether the tables themselves name the town: an employer is not called by it, as « Saint-Gobain » is."""
    return phrase_of(place) in _areas_of_town()


def may_lie_in(place: str, number: str) -> bool:
    """Whether a town can lie in the French département: « Paris (15) » cannot; the gazetteer's have namesakes."""
    areas = _areas_of_town().get(phrase_of(place), frozenset())
    return not areas or number in areas


def is_only_town(word: str) -> bool:
    """Whether a folded word is a town's name and no other word, though two spellings of it are beside each other."""
    return bool(town_names(word)) or (is_town(word) and word not in table("places.toml")["words"]["other_words"])


@cache
def country_names() -> Mapping[Phrase, str]:
    """The names of countries, in French and English, with the keys of the countries."""
    table_ = table("places.toml")["countries"]
    return {phrase_of(name): country for country, entry in table_.items() for name in entry["names"]}


def country_behind(words: str, place: str) -> str:
    """The key of the country that stands behind `place` in `words`: « Ségou (Mali) »; nothing where none does."""
    _, found, behind = fold(words).partition(fold(place))
    match = _beside().match(behind) if found else None
    return country_names()[phrase_of(match.group(1))] if match else ""


@cache
def _countries() -> re.Pattern[str]:
    names = {fold(name) for entry in table("places.toml")["countries"].values() for name in entry["names"]}
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"[^.;:\n]{{0,40}}?(?:[,(/|·–—]|\s-|\s(?:au|aux|en|in))\s*{_countries().pattern}")


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
    for phrase, country in country_names().items():
        found[phrase].add(country)
    return {phrase: frozenset(keys) for phrase, keys in found.items()}


@cache
def parts_of_the_world() -> Mapping[Phrase, frozenset[str]]:
    """The names of parts of the world, « Afrique de l'Ouest », with the keys of the countries in them."""
    parts = table("places.toml")["world"].values()
    return {phrase_of(name): frozenset(part["countries"]) for part in parts for name in part["names"]}


@cache
def country_words() -> frozenset[str]:
    """The words of the names of countries."""
    return frozenset(word for phrase in country_names() for word in phrase)


@cache
def known_areas() -> frozenset[Phrase]:
    """The names of countries and parts of the world, and of mainland and overseas France."""
    return frozenset(country_names()) | frozenset(parts_of_the_world()) | frozenset(halves_of_france())


@cache
def halves_of_france() -> Mapping[Phrase, bool]:
    """The names of mainland and of overseas France, with whether they are those of the latter."""
    names = table("places.toml")["france"]
    return {phrase_of(name): half == "overseas" for half in ("mainland", "overseas") for name in names[half]}


@cache
def _towns_alike() -> Mapping[Phrase, frozenset[Phrase]]:
    """Each name of a town with its others."""
    groups = [frozenset(map(phrase_of, names)) for names in table("places.toml")["towns"]["same"]]
    return {name: names - {name} for names in groups for name in names}


@cache
def _country_of_area() -> Mapping[str, str]:
    """The countries of départements, regions and provinces, by the keys of these."""
    found = {region: key for key, entry in table("places.toml")["countries"].items() for region in entry["regions"]}
    for number, (_, region, *_) in table("places.toml")["departements"].items():
        found[number] = found[region] = FRANCE
    return found


@cache
def _gazetteer() -> Mapping[str, frozenset[str]]:
    """The areas of the towns that the tables do not name, by the words of their names."""
    found: dict[str, frozenset[str]] = {}
    areas: frozenset[str] = frozenset()
    for line in lines_of_data("gazetteer.txt"):
        if line.startswith("["):
            areas = frozenset(line[1:-1].split(" | "))
        else:
            found[line] = areas
    return found


@cache
def _areas_of_town() -> Mapping[Phrase, frozenset[str]]:
    found: dict[Phrase, set[str]] = defaultdict(set)
    for number, (_, region, *towns) in table("places.toml")["departements"].items():
        for town in towns:
            found[phrase_of(town)] |= {number, region}
    for region, entry in table("places.toml")["regions"].items():
        for town in entry["towns"]:
            found[phrase_of(town)].add(region)
    for country, entry in table("places.toml")["countries"].items():
        for town in entry["towns"]:
            found[phrase_of(town)].add(country)
    return {phrase: frozenset(keys) for phrase, keys in found.items()}
