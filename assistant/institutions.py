"""Employers in the head whose names hold small words: « Restaurant solidaire « La Marmite » », « BOULANGERIE LE GOFF ».

They begin with the kind of house that they are, in French, or end with it, in English: "Katwe Joinery Workshop". The
words are in `data/identity.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.domain import Span
from assistant.labels import UPPER, has_jobs, one_of
from assistant.lines import Line
from assistant.masthead import announces, is_marked
from assistant.places import country_names, is_town, phrase_of
from assistant.resources import table
from assistant.seekers import seeks
from assistant.text import fold

_LINES = 4  # lines from the top that are looked at
_BEHIND = rf"(?=\s{{0,3}}(?:$|[–—(|·/*★☆]|\s-\s)|,\s(?={UPPER}|\d))"
_QUOTED = r"[«“\"]\s?[^«»“”\"\n]{2,40}\s?[»”\"]"
_WORD = rf"(?:{_QUOTED}|[\w&'’.-]{{1,24}})"
_OWN = rf"{UPPER}[\w&.'’-]{{0,30}}+"
_SPACED = rf"{_OWN}(?:\s{{1,2}}(?:(?:&|of|the|and|for)\s{{1,2}}){{0,2}}{_OWN}){{1,6}}"
_DASH = re.compile(r"([^–—|\n]{3,60}?)\s[–—|-]\s+(?=\S)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LAST_WORD = re.compile(r"[\w-]+\W*$")
_BY_END = re.compile(rf"\W{{0,4}}({_SPACED}){_BEHIND}")
# « Signes & Cie 86 — Maison des associations », "Hendricks & Sons, Leeds"
_PARTNERS = re.compile(
    rf"\W{{0,4}}({_OWN}(?:\s{_OWN}){{0,4}}?\s(?:&|et|and)\s(?i:cie|co|fils|filles|sons|daughters|fr[èe]res|brothers)"
    rf"\.?(?:\s\d{{1,3}})?){_BEHIND}"
)


def institution_names(opening: Sequence[Line]) -> Iterator[Span]:
    """The names that lines at the top begin with, where they are those of houses of a known kind."""
    for line in opening[:_LINES]:
        line = line if _known().match(line.text) else _behind_dash(line)
        idle = line.bullet or line.text.endswith(("?", ":", ";", ".")) or is_marked(line.text)
        ways = ((_known(), bool), (_by_beginning(), _is_own), (_BY_END, _ends_as_one), (_PARTNERS, bool))
        if idle or seeks().search(line.text):
            continue
        for pattern, fits in ways[:1] if announces(line.text) else ways:
            name = found.group(1).strip() if (found := pattern.match(line.text)) else ""
            if name and not has_jobs(name) and not _is_place(name) and fits(name):
                start = line.start + line.text.index(name)
                yield Span(start, start + len(name))
                break


def _behind_dash(line: Line) -> Line:
    """« Offre d'emploi - Bibliothèque de Caraquet », « Saison 2027 – Camping X »: what stands behind the dash."""
    found = _DASH.match(line.text)
    before = found.group(1) if found else ""
    if not found:
        return line
    rest = Line(line.start + found.end(), line.end, line.text[found.end() :])
    if has_jobs(before):  # "Commis Chef — The Slaney Arms Hotel, Enniscorthy"
        house = _BY_END.match(rest.text)
        return rest if house and _ends_as_one(house[1]) and not has_jobs(rest.text) else line
    return rest if announces(before) or _YEAR.search(before) else line


def _is_own(name: str) -> bool:
    """Whether a name holds more than common nouns: a further word with a capital that tells no part or time."""
    own = [word for word in re.findall(r"[^\s«»“”\"'’]+", name)[1:] if word[0].isupper()]
    never = table("identity.toml")["institutions"]["never"]
    own += [word for word in re.findall(r"\w+", name)[1:] if fold(word) in _peoples()]  # « Agence allemande d'appui »
    return bool(own) and not any(fold(word) in never for word in re.findall(r"[\w-]+", name)[1:])


def _ends_as_one(name: str) -> bool:
    found = _LAST_WORD.search(fold(name))
    return found is not None and found.group().strip(" .") in table("identity.toml")["institutions"]["last"]


@cache
def _peoples() -> frozenset[str]:
    told = (word for country in table("countries.toml").values() for word in country.get("people", ()))
    return frozenset([*told, *table("identity.toml")["institutions"]["peoples"]])


@cache
def _known() -> re.Pattern[str]:
    """« Programme des Nations Unies pour le développement – Burundi », "UNHCR Jordan: Intern": known everywhere."""
    names = [name for same in table("employers.toml")["same"] for name in same]
    letters = "|".join(re.escape(name) for name in names if " " not in name)
    whole = one_of(fold(name) for name in names if " " in name)
    country = one_of(" ".join(name) for name in country_names())
    return re.compile(
        rf"\W{{0,4}}((?:(?={UPPER})(?i:{whole})|(?:{letters}))(?:\s(?={UPPER})(?i:{country}))?)(?:(?=:\s{UPPER})|{_BEHIND})"
    )


def _is_place(name: str) -> bool:
    return is_town(name) or phrase_of(name) in country_names()


@cache
def _by_beginning() -> re.Pattern[str]:
    first = one_of(table("identity.toml")["institutions"]["first"])
    return re.compile(rf"\W{{0,4}}(?:(?:Le|La|Les)\s|L['’])?((?={UPPER})(?i:{first})(?:\s{_WORD}){{1,9}}?){_BEHIND}")
