"""By what words the postings of a library are named: their places and organisations, as phrases and as single words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from assistant.domain import Posting
from assistant.glossary import glossary_words, groups_of
from assistant.library import Library
from assistant.places import (
    FRANCE,
    Phrase,
    area_names,
    areas_of,
    countries_of,
    country_behind,
    country_names,
    halves_of_france,
    is_only_town,
    is_town,
    links,
    parts_of_the_world,
    phrase_of,
    spelt_out,
    town_names,
)
from assistant.resources import table
from assistant.text import fold
from vectorstore.analysis import stems, stop_words

_T = TypeVar("_T")
_WORD = re.compile(r"[^\W_]+")
_DISTRICT = re.compile(
    r"\s\d{1,2}\s?(?:er|e|[eè]me)?(?:\sarrondissement)?\s*$", re.IGNORECASE
)  # « Lyon 3e Arrondissement »
_SHORTEST = 3  # letters of a single word that names
_SHORTEST_ABBREVIATION = 3
_TOWN = 6  # letters of the name of a town that is no ordinary word
_NAMING = 2  # words of a name that longer ones may begin with
_JOINED, _PART = 2, 4  # words of a name that may be written as one, and the letters of each
_LOOKED_AT = 3000  # characters of a posting in which the name of an employer is looked for


@dataclass(frozen=True)
class NameIndex:
    """What names postings (ids): whole names, and single words of them that tell one from another.

    `loud` are the single words that are also ordinary words, and name only with a capital.
    """

    phrases: Mapping[Phrase, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    loud: frozenset[str]


@lru_cache(maxsize=4)
def place_index(library: Library) -> NameIndex:
    """The names of the places of work, and of the départements, regions and countries that they lie in."""
    phrases: dict[Phrase, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    in_area: dict[str, set[str]] = defaultdict(set)
    countries = frozenset(country_names().values())
    for identity, posting in library.postings.items():
        for place, number in places_stated(library, posting):
            town = _DISTRICT.sub("", place)
            for phrase in {phrase_of(place), phrase_of(town), *town_names(town)} - {()}:
                phrases[phrase].add(identity)
            for word in _telling_words(place):
                words[word].add(identity)
            for area in areas_of(place, number) - countries:
                in_area[area].add(identity)
        for word in _WORD.findall(posting.title.of(posting.text)):  # « Chargé de plaidoyer – MARSEILLE »
            if word[0].isupper() and is_town(word) and not is_ordinary(fold(word)):
                phrases[phrase_of(word)].add(identity)
        for country in _countries(library, posting):
            in_area[country].add(identity)
    for phrase, areas in (*area_names().items(), *parts_of_the_world().items()):
        named = {identity for area in areas for identity in in_area.get(area, ())}
        if named:
            phrases[phrase] |= named
    overseas = {identity for number in table("places.toml")["france"]["departements"] for identity in in_area[number]}
    for phrase, is_overseas in halves_of_france().items():
        if named := overseas if is_overseas else in_area[FRANCE] - overseas:
            phrases[phrase] |= named
    ordinary = {phrase_of(name)[0] for name in table("places.toml")["words"]["ordinary"]}
    alone = (*words, *(p[0] for p in phrases if len(p) == 1))
    loud = {word for word in alone if is_ordinary(word) and not (len(word) >= _TOWN and is_only_town(word))}
    return NameIndex(frozen(phrases), frozen(words), frozenset(loud | ordinary))


@lru_cache(maxsize=4)
def organisation_index(library: Library) -> NameIndex:
    """The names of the organisations; one name that several are known by, in either language, names them all."""
    employers = {identity: _employers(library, posting) for identity, posting in library.postings.items()}
    named = [names for own in employers.values() for names in own]
    groups = _groups(named)
    own_names = {phrase for names in named for phrase in names}
    starts = _by_first_word(phrase for phrase in groups if len(phrase) > 1 or phrase in own_names)  # DRC is a country
    members: dict[int, set[str]] = defaultdict(set)
    for identity, own in employers.items():
        for phrase in [p for names in own for p in names] or _mentioned(library.postings[identity], starts):
            members[groups[phrase]].add(identity)
    known = frozen(members)
    behind: dict[str, set[int]] = defaultdict(set)  # a word: the groups of the names that it is of
    for phrase, name in (pair for names in named for pair in names.items()):
        for word in _telling_words(name):
            behind[word].add(groups[phrase])
    for same in _same_employers():  # « HCR » where an employer is "UNHCR Mauritania"
        short = {name[0] for name in same if len(name) == 1}
        if within := {number for word in short & behind.keys() for number in behind[word]}:
            behind.update({word: behind.get(word, set()) | within for word in short})
    # Names and words that stand for the same postings share one set of them: an agency may have thousands.
    phrases = _with_longer({phrase: known[group] for phrase, group in groups.items()})
    in_two = (phrase for phrase in phrases if len(phrase) == _JOINED and min(map(len, phrase)) >= _PART)
    joined: dict[Phrase, frozenset[str]] = {("".join(phrase),): phrases[phrase] for phrase in in_two}
    phrases = {**joined, **phrases}  # "HelloFresh" of « HELLO FRESH »
    words = {word: _union(known[number] for number in numbers) for word, numbers in behind.items()}
    written = {word for names in named for name in names.values() for word in _shouted(name)}
    loud = {word for word in (*words, *(p[0] for p in phrases if len(p) == 1)) if is_ordinary(word)} - written
    return NameIndex(phrases, words, frozenset(loud))


def _with_longer(phrases: Mapping[Phrase, frozenset[str]]) -> dict[Phrase, frozenset[str]]:
    """Names of several words with the postings of those that begin with them: « Lune » and « Lune Maroc »."""
    begun: dict[Phrase, set[str]] = defaultdict(set)
    for phrase, postings in phrases.items():
        for length in range(_NAMING, len(phrase)):
            if phrase[:length] in phrases:
                begun[phrase[:length]] |= postings
    return {phrase: postings | begun[phrase] if phrase in begun else postings for phrase, postings in phrases.items()}


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one that any text may hold."""
    return word in glossary_words() or word in _job_words() or any(word in words for words in stop_words().values())


def places_stated(library: Library, posting: Posting) -> list[tuple[str, str]]:
    """Each place of work of a posting with the number of its département, where there is one."""
    facts = [(str(fact.value), fact.detail) for fact in library.facts_of(posting.id, "location")]
    place = posting.location.of(posting.text)
    return facts or ([(place, "")] if place.strip() else [])


def _countries(library: Library, posting: Posting) -> set[str]:
    """The countries of the places of work; of a posting whose places tell none, the one that it speaks of."""
    spoken = {library.marks_of(posting.id).country} - {""}
    beside = {country_behind(f.quote, str(f.value)) for f in library.facts_of(posting.id, "location")}
    places = places_stated(library, posting)
    parts = [part for place, _ in places if (part := parts_of_the_world().get(phrase_of(place)))]
    if parts:  # « basé en Europe » is not in the country that the programmes are in
        spoken &= frozenset[str]().union(*parts)
    areas = (areas_of(place, number) for place, number in places)
    return countries_of(areas, spoken | beside) | (beside - {""}) or spoken


def _employers(library: Library, posting: Posting) -> list[dict[Phrase, str]]:
    """Who employs, each by its names: as written, and its abbreviation or full name.

    Where there are several, as an agency and its client, the names of the one are none of the other.
    """
    facts = [(str(fact.value), fact.detail) for fact in library.facts_of(posting.id, "organisation")]
    each = facts or [(posting.organisation.of(posting.text), "")]
    named = ({phrase: name for name in names if (phrase := phrase_of(name))} for names in each)
    return [names for names in named if names]


def _groups(employers: Sequence[Mapping[Phrase, str]]) -> dict[Phrase, int]:
    """A number for each name; the same one for the names of one employer, and for a name and its translation."""
    parent: dict[object, object] = {}

    def root(item: object) -> object:
        while parent.setdefault(item, item) != item:
            item = parent[item]
        return item

    for names in employers:
        first = next(iter(names), None)
        for phrase in names:
            parent[root(phrase)] = root(first)
            if len(phrase) > 1:
                parent[root(_translated(phrase))] = root(phrase)
    for same in _same_employers():  # those of which the library has one
        if known := [name for name in same if name in parent]:
            for name in same:
                parent[root(name)] = root(known[0])
    numbers: dict[object, int] = {}
    phrases = [phrase for names in employers for phrase in names]
    phrases += [name for same in _same_employers() if any(name in parent for name in same) for name in same]
    return {phrase: numbers.setdefault(root(phrase), len(numbers)) for phrase in phrases}


@cache
def _same_employers() -> tuple[tuple[Phrase, ...], ...]:
    """The names that one employer is known by, of those that are known everywhere."""
    return tuple(tuple(map(phrase_of, names)) for names in table("employers.toml")["same"])


def in_translation(phrase: Phrase, library: Library) -> frozenset[str]:
    """The postings of the organisation whose name, of several words, a phrase translates; none where it is its name."""
    known = organisation_index(library).phrases
    return frozenset() if phrase in known else _translations(library).get(_translated(phrase), frozenset())


@lru_cache(maxsize=4)
def _translations(library: Library) -> Mapping[frozenset[str], frozenset[str]]:
    """The postings by the names of their organisations in the form that a translation shares, of several words."""
    phrases = organisation_index(library).phrases
    return {_translated(phrase): ids for phrase, ids in phrases.items() if len(phrase) > 1}


def _translated(phrase: Phrase) -> frozenset[str]:
    """A form that a name and its translation share: the words without order, each by its group in the glossary.

    "Royal" is none of them: « l'ambassade de Norvège » is the Royal Norwegian Embassy.
    """
    told = [word for word in phrase if word not in table("names.toml")["left_out"]["words"]]
    return frozenset(str(min(groups)) if (groups := groups_of(word)) else min(stems(word)) for word in told)


def _mentioned(posting: Posting, starts: Mapping[str, list[Phrase]]) -> list[Phrase]:
    """The organisation that a posting speaks of without saying so in so many words, by the name that others give it.

    `starts` holds the names by their first words.
    """
    words = _WORD.findall(posting.text[:_LOOKED_AT])
    for at, word in enumerate(words):
        for phrase in starts.get(form := _form(word), ()) if word[0].isupper() else ():
            if len(phrase) > 1:
                named = _begins(words[at:], phrase)
            else:
                named = word.isupper() and len(word) >= _SHORTEST_ABBREVIATION and not is_ordinary(form)
                named = named and fold(words[at - 1]) not in table("names.toml")["one_of_many"]["words"]  # « un CDS »
            if named:
                return [phrase]
    return []


def _begins(words: Iterable[str], phrase: Phrase) -> bool:
    """Whether words begin with a name, small words between its words left out."""
    telling = (form for form in map(_form, words) if form not in links())
    return all(next(telling, "") == wanted for wanted in phrase)


@lru_cache(maxsize=100_000)  # the words of many postings are few
def _form(word: str) -> str:
    return spelt_out(fold(word))


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        if len(phrase) != 2:  # two words alone may be any words
            found[phrase[0]].append(phrase)
    return dict(found)


def _telling_words(name: str) -> list[str]:
    """The words of a name that tell it from others."""
    weak = _weak()
    words = map(fold, _WORD.findall(name))
    return [word for word in words if word not in weak and len(word) >= _SHORTEST and not word.isdigit()]


def _shouted(name: str) -> set[str]:
    """« CARE » of « CARE International Maroc »: written in capitals, it is a name and not the ordinary word."""
    return set() if name.isupper() else {fold(word) for word in _WORD.findall(name) if len(word) > 1 and word.isupper()}


@cache
def _weak() -> frozenset[str]:
    countries = {word for phrase in country_names() for word in phrase}
    weak: list[str] = table("names.toml")["weak"]["words"]
    return frozenset({*weak, *countries, *links(), *(w for s in stop_words().values() for w in s)})


@cache
def _job_words() -> frozenset[str]:
    return frozenset(table("identity.toml")["jobs"]["words"])


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    first, *others = sets
    return first.union(*others) if others else first


def frozen(found: Mapping[_T, set[str]]) -> dict[_T, frozenset[str]]:
    """The names with their postings, which nothing changes any more."""
    return {name: frozenset(postings) for name, postings in found.items()}
