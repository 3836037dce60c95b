"""A place of work as written, and where it ends: a town without the country, the area or the number behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import Span
from assistant.labels import UPPER
from assistant.places import (
    area_names,
    country_names,
    departement_called,
    departement_of,
    is_town,
    may_lie_in,
    phrase_of,
)
from assistant.resources import table
from assistant.text import fold

_CODE_BEHIND = re.compile(r"\s*\**\s*(?:(?:[-,]\s*)?\(?(?P<postal>\d{5})(?!\w)|\((?P<short>\d{2}|2[AB]|97\d)[ )])")
_AREA_BEHIND = re.compile(
    r"\s?\(([^\W\d_][\w' ’-]{1,24})\)|,\s(?!Nord\b|Centre\b)([^\W\d_][\w'’-]{2,24})(?=\s*(?:$|[\n.;(|–—]))"
)
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_OF_TRAINS = re.compile(
    r"\s(?:railway |train |bus )?(?:station|airport)\b", re.IGNORECASE
)  # "Brussels-Central station"
_NO_PLACE = re.compile(r"D['’]|L['’][a-zß-ÿ]")
_STREET = re.compile(  # « 3 place de la République »
    r"(?<!\w)(?:(?:rue|avenue|av\.?|boulevard|bd\.?|all[ée]es?|impasse|chemin|route|quai|square)\s(?:de\s(?:la\s|l['’])?|du\s|des\s"
    r"|d['’])?|place\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’]))$",
    re.IGNORECASE,
)
AWAY = re.compile(  # behind a place how far it is from another: « Tiout, à 25 km de Taroudant »
    r"(?<=\w)\W{1,4}(?:(?:situé|située|à|environ|about|some|around|at)\s){0,3}\d{1,3}\s?(?:km|kilom|minutes|min|mn|miles)\w{0,9}\s"
    r"(?:(?:\w+\s){0,3}(?:de|du|from|of)\s|(?:\w+\s){0,3}d['’]).*"
    # … and to where one travels: « Man, avec des déplacements à Danané », "Gulu, with trips to Kitgum"
    r"|(?<=\w)\W{0,3}\s(?:avec|with|et|and|plus|including|incluant|y compris)\s(?:[\w'’]+\s){0,3}?"
    r"(?:déplacements?|missions|visites|voyages|tournées|travel|trips?|visits|journeys|missions)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
AREA_OF = re.compile(  # « Gazoua, région de Kolda »
    r"(?<=\w)(?:,\s|\s?[(–-]\s?)(?:(?:dans|in)\s)?(?:la\s|le\s|l['’]|the\s)?"
    r"(?:région|province|département|cercle|préfecture|wilaya|gouvernorat|district|arrondissement|commune)\s(?:de\s|du\s|d['’]|of\s).*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = 30  # characters before a name among which a word for a street stands
_LONGEST = 40  # characters of a place
_PART = rf"{UPPER}[\w'’]{{1,30}}+"


@dataclass(frozen=True)
class Location:
    """A place of work as written, with the number of its French département where that is known."""

    span: Span
    departement: str = ""


def is_area(name: str) -> bool:
    """Whether the tables know an area of that name."""
    return phrase_of(name) in area_names()


def place_at(text: str, start: int, name: str) -> Location | None:
    """The place that begins here, without a country behind it; None where the words are no town."""
    words = table("places.toml")["words"]
    parts = [part for part in re.split(r"[ '’-]", fold(name)) if part not in ("", "le", "la", "les", "l")]
    whole = _longer_area(text, start, name)
    known = bool(whole) or is_town(name)
    if _STREET.search(text[max(0, start - _BEFORE) : start]):
        return None
    if _NO_PLACE.match(name) or ((not known or "-" in name) and _OF_TRAINS.match(text, start + len(name))):
        return None
    if not known and (not parts or parts[0] in words["no_towns"] or fold(name) in words["no_towns"]):
        return None
    kept = whole or _GLUED.split(name)[0]
    before, _, area = kept.rpartition(" en ")
    kept = before if before and is_area(area) else kept
    while " " in kept and not _is_whole(kept) and _is_country(kept.rsplit(" ", 1)[1]):
        kept = kept.rsplit(" ", 1)[0]
    if fold(kept).rsplit(" ", 1)[-1] in table("asking.toml")["number"]["words"]:
        return None  # « POUR LA SELECTION DE QUATRE (04) »
    if len(kept) > _LONGEST or (kept.isupper() and len(kept) < (3 if known else 5)):
        return None
    end = start + len(kept)
    code = _CODE_BEHIND.match(text, end, end + 20)
    if not code and (area := _AREA_BEHIND.match(text, end, end + _LONGEST)):  # « Firminy (Loire) »
        number = departement_called(area.group(1) or area.group(2))
        return Location(Span(start, end), number if may_lie_in(kept, number) else "")
    return Location(Span(start, end), fitting(kept, code.group("postal") or code.group("short")) if code else "")


def _is_whole(name: str) -> bool:
    """Whether a name is a town's or an area's as it stands: « Ile de France » ends in no country."""
    return is_town(name) or phrase_of(name) in area_names()


def _is_country(name: str) -> bool:
    return fold(name) in table("places.toml")["words"]["countries"] or phrase_of(name) in country_names()


def fitting(name: str, digits: str) -> str:
    """The département of a code, where a town that the tables know lies in it: « Paris (15) » is in no other."""
    number = departement_of(digits)
    return number if may_lie_in(name, number) else ""


def _longer_area(text: str, start: int, name: str) -> str:
    """« Seine et Marne » where the pattern of a place stops at « Seine »."""
    more = re.match(rf" et (?:d['’]|la )?{_PART}", text[start + len(name) : start + len(name) + 40])
    whole = name + more.group() if more else ""
    return whole if whole and is_area(whole) else ""
