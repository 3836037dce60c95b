"""Which country a text is about, where no place of work tells it: by names, people, towns, money and telephones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from assistant.labels import PLACE
from assistant.places import FRANCE, area_names, areas_of, country_names, departement_called, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold

_ENOUGH = 2  # what the signs of a country have to weigh together
_MONEY = 2
_PHONE = 2
_DOMAIN = 1
_TOWN = 1
_CODE = re.compile(r"(?:\d[\d\s.,]{0,12}|(?<!\w))([A-Z]{2,4}(?!\d{1,2}(?!\d))|dhs?|[A-Z]{0,2}[$£])(?=\s?\d|\W|$)")
_DIALLED = re.compile(r"(?:\+|(?<![\d+])00)\s?(\d{1,4})(?=(?:[\s.()/-]{0,2}\d){5})")  # "+ 400 MAD" is no telephone
_DOMAINS = re.compile(r"(?:@|https?://|www\.)[\w.-]{1,100}?\.([a-z]{2})(?![\w-]|\.\w)")
_AFTER = re.compile(rf"(?<!\w)(?:(?:à|in|at|de|d['’]|of|from|near)\s?|\()({PLACE})")
_DEPARTEMENT = re.compile(rf"(?i:d[ée]partement)\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’])({PLACE})")
_HEAD = 300  # characters in which a municipality says where it lies
_SENTENCE = re.compile(r"[^.;!?\n]+")


def country_of_text(text: str) -> str:
    """The key of the country that a text speaks of far more than of any other; else nothing.

    Head offices, funds and experience of other countries count for nothing.
    """
    if any(departement_called(name) for name in _DEPARTEMENT.findall(text[:_HEAD])):
        return FRANCE  # « (18 400 habitants - département de la Loire) » below the name of a town
    weights: Counter[str] = Counter()
    for sentence in _SENTENCE.findall(text):
        if not _elsewhere().search(sentence):
            weights.update(_named(sentence))
    for signs, weight in ((_money(text), _MONEY), (_phones(text), _PHONE), (_domains(text), _DOMAIN)):
        for country in set(signs):
            weights[country] += weight
    (first, most), (_, second) = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= _ENOUGH and most >= 2 * second else ""


def _named(sentence: str) -> Iterator[str]:
    """The countries that a sentence names, by whatever word, each as often as it does."""
    folded = fold(sentence)
    for name in _countries().findall(folded):
        yield _names()[name]
    for found in _AFTER.finditer(sentence):
        keys = areas_of(found.group(1)) & frozenset(country_names().values()) if is_town(found.group(1)) else ()
        if len(keys) == 1 and phrase_of(found.group(1)) not in area_names():
            yield from keys


def _money(text: str) -> Iterator[str]:
    codes = {code: key for key, entry in table("countries.toml").items() for code in entry.get("codes", ())}
    for found in _CODE.finditer(text):
        beside = found.group()[0].isdigit() or text[found.end() : found.end() + 2].strip()[:1].isdigit()
        if beside and found.group(1).upper() in codes:
            yield codes[found.group(1).upper()]


def _phones(text: str) -> Iterator[str]:
    numbers = {entry["phone"]: key for key, entry in table("countries.toml").items() if "phone" in entry}
    for found in _DIALLED.finditer(text):
        digits = found.group(1)
        yield from (numbers[digits[:n]] for n in (4, 3, 2, 1) if digits[:n] in numbers and len(digits) >= n)


def _domains(text: str) -> Iterator[str]:
    ends = {entry["domain"]: key for key, entry in table("countries.toml").items() if "domain" in entry}
    yield from (ends[end] for end in _DOMAINS.findall(text) if end in ends)


@cache
def _names() -> dict[str, str]:
    """The names of countries, of their people and of their money, folded, with the keys of the countries."""
    found = {fold(name): key for key, entry in table("places.toml")["countries"].items() for name in entry["names"]}
    for key, entry in table("countries.toml").items():
        found |= dict.fromkeys((*entry.get("people", ()), *entry.get("money", ())), key)
    return found


@cache
def _countries() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_names(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])".replace("(?:", "(", 1))


@cache
def _elsewhere() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("places.toml")["work"]["elsewhere"]))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
