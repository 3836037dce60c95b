"""The place that a line at the top is, though no table knows the town: « Clairvaux-les-Lacs (Jura) »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Span
from assistant.glossary import glossary_words
from assistant.labels import PLACE, UPPER, has_job
from assistant.lines import Line
from assistant.masthead import announces
from assistant.places import area_names, country_names, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold
from assistant.workplaces import could_be_place

_STATES = (
    "AK|AL|AR|AZ|CA|CO|CT|DC|FL|GA|HI|IA|ID|IL|IN|KS|KY|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA"
    "|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY"
)
_CANTONS = "AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH"
_LINES = 6  # lines from the top that are looked at
_IN_AREA = re.compile(rf"\W{{0,4}}({PLACE})(?:\s?\(([^()\n]{{2,30}})\)|,\s({PLACE}))[\s*.]*")
# « Camping Les Noyers, Dordogne (France) »
_AREA_END = re.compile(rf"(?:,|\s[–—|-])\s({PLACE})(?:\s?\(({PLACE})\)|,\s({PLACE}))[\s*.]*$")
# « Coopérative de la plaine – Aléria (Haute-Corse) »
_TOWN_END = re.compile(rf"\s[–—|·-]\s({PLACE})\s?\(({PLACE})\)[\s*.]*$")
# « 3, rue Notre-Dame – Guingamp », "12 Mill Road, Kendal"
_STREET = re.compile(
    rf"\W{{0,4}}(?:\d{{1,4}}(?:\s?(?:bis|ter))?,?\s)?(?i:rue|avenue|boulevard|quai|chemin|route|impasse|all[ée]e|ruelle)\s"
    rf"[^,–—|\n]{{2,50}}?(?:,|\s[–—|-])\s(?:\d{{4,5}}\s)?({PLACE})[\s*.]*"
    rf"|\W{{0,4}}\d{{1,4}}[A-Za-z]?,?\s(?:{UPPER}[\w'’.-]{{1,20}}\s){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Way),\s({PLACE})[\s*.]*",
)
# « El Paso, TX », "Mulga Plains Haulage · Longreach QLD · Full time", « Fully (VS) », "Clifden, Co. Galway"
_IN_STATE = re.compile(
    rf"(?:^\W{{0,4}}|[|·•–—-]\s|,\s)({PLACE})"
    rf"(?:,?\s(?:QLD|NSW|VIC|TAS|ACT)|,\s(?:{_STATES}|AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|YT)|\s\((?:{_CANTONS})\)"
    rf"|,\s(?:Co\.?|County)\s{UPPER}\w+)"
    r"(?=\s*(?:$|[|·•–—,(.\d]))"
)


def head_places(opening: Sequence[Line]) -> Iterator[Span]:
    """The places that lines at the top are: a town with its area, one behind its street, a quarter of a town."""
    for line in opening[:_LINES]:
        if has_job(line.text) or announces(line.text) or line.bullet:
            continue
        found = _STREET.fullmatch(line.text) or _IN_AREA.fullmatch(line.text)
        if found and (found.re is _STREET or _is_area(found.group(2) or found.group(3))):
            at = 1 if found.group(1) else 2
            if could_be_place(found.group(at)) and phrase_of(found.group(at)) not in country_names():
                yield Span(line.start + found.start(at), line.start + found.end(at))
        elif (town := _IN_STATE.search(line.text)) and not line.text.isupper():
            yield Span(line.start + town.start(1), line.start + town.end(1))
        elif (area := _AREA_END.search(line.text)) and _is_area(area.group(1)) and _is_country(area.group(2, 3)):
            yield Span(line.start + area.start(1), line.start + area.end(1))
        elif (town := _TOWN_END.search(line.text)) and _is_in_area(town.group(1), town.group(2)):
            yield Span(line.start + town.start(1), line.start + town.end(1))
        elif _is_quarter(line.text.strip(" *.")):
            start = line.start + line.text.index(line.text.strip(" *."))
            yield Span(start, start + len(line.text.strip(" *.")))


def _is_area(name: str) -> bool:
    return phrase_of(name) in area_names()


def _is_in_area(name: str, area: str) -> bool:
    """Whether a name is that of a place in a part of a country, and no word: « Groupe Horizon – Conseil (France) »."""
    word = fold(name).split(" ")[0] in glossary_words() or fold(name) in table("places.toml")["words"]["no_towns"]
    return could_be_place(name) and not word and _is_area(area) and not _is_country([area])


def _is_country(names: Sequence[str | None]) -> bool:
    return any(name and phrase_of(name) in country_names() for name in names)


def _is_quarter(words: str) -> bool:
    """« Klein Windhoek », « Bamako Nord »: a known town with a word for a part of it."""
    parts = table("places.toml")["words"]["quarters"]
    each = words.split()
    if len(each) < 2 or not re.fullmatch(PLACE, words):
        return False
    first, last = fold(each[0]), fold(each[-1])
    return (first in parts and is_town(" ".join(each[1:]))) or (last in parts and is_town(" ".join(each[:-1])))
