"""Whose a posting is, what it looks for, and where: the places of its organisation, title and locations.

An empty span stands for what the posting does not say. The words are in `data/identity.toml` and `data/places.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain import Section, Span
from assistant.head_places import head_places
from assistant.labels import LATEST, NOT_STATED, PLACE, first, has_job
from assistant.lines import Line
from assistant.locations import has_label, has_no_place, likely_locations, named_locations, sure_locations
from assistant.masthead import announces, masthead_towns
from assistant.opening import below_mail_head, opening_of
from assistant.organisations import organisation_of as organisation_of
from assistant.place_spans import Location, place_at
from assistant.places import country_names, is_town, phrase_of
from assistant.places_again import listed_again
from assistant.post_places import places_of_the_post
from assistant.resources import table
from assistant.text import fold
from assistant.titles import title_of as title_of
from assistant.workplaces import denied_places

_LAST_PART = re.compile(r"(?:\(|[,–—|/-]\s{0,3})([^\W\d_][^()\n,–—|/]{2,40}?)\s{0,3}\)?\s*$")
_AGENCY = re.compile(r"(?:agence|bureau|maison|centre|agency|office)(?!\w)", re.IGNORECASE)
_OF_NAME = re.compile(rf"\s(?:in|at|à|au)\s({PLACE})$")


def location_of(text: str, sections: tuple[Section, ...], furniture: tuple[Span, ...]) -> Span:
    """The leading place of work: a town where one is named."""
    found = locations_of(text, sections, furniture)
    return found[0].span if found else NOT_STATED


@lru_cache(LATEST)
def locations_of(text: str, sections: tuple[Section, ...], furniture: tuple[Span, ...]) -> Sequence[Location]:
    """Every place of work, the leading one first."""
    if has_no_place(text):
        return []
    employer = organisation_of(text, sections, furniture)
    sure = _apart_from(text, sure_locations(text), employer)
    if sure and (has_label(text) or any(is_town(place.span.of(text)) for place in sure)):
        return [*sure, *_further(text, sure)]
    denied = denied_places(text)
    towns = masthead_towns(text, below_mail_head(opening_of(text, furniture)))
    times = table("places.toml")["words"]["times"]  # "Midnight New York, USA"
    towns = [town for town in towns if fold(town.of(text)).split(" ")[0] not in times]
    placed = [_with_number(text, town) for town in towns if phrase_of(town.of(text)) not in denied]
    # A known town beside the title rather than what running text may call a quarter: « travaille au Plateau ».
    if found := _apart_from(text, placed, employer) or sure or _apart_from(text, likely_locations(text), employer):
        return [*found, *listed_again(text, found[0].span)] if len(found) == 1 else found
    if (headed := first(head_places(below_mail_head(opening_of(text, furniture))))) != NOT_STATED:
        return [_with_number(text, headed)]
    if (own := _line_of_its_own(text, sections, furniture)) != NOT_STATED:
        return [Location(own)]
    if (told := _OF_NAME.search(employer.of(text))) and is_town(told.group(1)):  # « Embassy of Finland in Accra »
        return [Location(Span(employer.start + told.start(1), employer.start + told.end(1)))]
    if found := _apart_from(text, named_locations(text), employer):
        return [*found, *listed_again(text, found[0].span)] if len(found) == 1 else found
    country = _country_of(text, title_of(text, sections, furniture))
    return [Location(country)] if country != NOT_STATED else []


def _further(text: str, places: Sequence[Location]) -> list[Location]:
    """Where the post is said to be beside the places behind a label: « Lieu : 76 - Rouen », « poste basé à Reims »."""
    known = {phrase_of(place.span.of(text)) for place in places}
    told = {phrase_of(span.of(text)): span for span in places_of_the_post(text)}
    return [Location(span) for phrase, span in told.items() if not any(each[: len(phrase)] == phrase for each in known)]


def _apart_from(text: str, places: Sequence[Location], employer: Span) -> Sequence[Location]:
    """The places that are not the name of who employs, of which an office is no town: « le bureau de Terre Vive »."""
    name = phrase_of(employer.of(text))
    kept = ((place, place.span.of(text)) for place in places)
    return [
        place
        for place, words in kept
        if (phrase_of(words) != name and not _is_within(text, place.span, employer))
        or place.departement
        or is_town(words)
    ]


def _is_within(text: str, place: Span, employer: Span) -> bool:
    """Whether a place is a part of an agency's name: « l'Agence de Coopération Rhénane », not « Commune de Sidi X »."""
    within = employer.start <= place.start and place.end <= employer.end
    return within and _AGENCY.match(employer.of(text)) is not None


def _country_of(text: str, title: Span) -> Span:
    """« … expert (Morocco) »: the country at the end of a title, where no town is named."""
    words = title.of(text)
    found = _LAST_PART.search(words)
    known = found is not None and phrase_of(found.group(1)) in country_names()
    return Span(title.start + found.start(1), title.start + found.end(1)) if found and known else NOT_STATED


def _line_of_its_own(text: str, sections: tuple[Section, ...], furniture: tuple[Span, ...]) -> Span:
    """A short capitalised line of the opening that names neither the job nor the organisation."""
    end = next((s.start for s in sections if s.path), len(text))
    lines = [line for line in opening_of(text, furniture) if line.end <= end and _may_be_town(line)]
    if not lines:
        return NOT_STATED
    apart = {title_of(text, sections, furniture).start, organisation_of(text, sections, furniture).start}
    return first(line.span for line in lines if line.start not in apart)


def _may_be_town(line: Line) -> bool:
    words = line.text.strip("*")
    plain = not re.search("['’]", words) and not line.text.isupper()
    short = plain and len(line.text) <= 30 and re.fullmatch(PLACE, words)
    never = table("places.toml")["words"]["no_towns"]
    if announces(words):
        return False
    return bool(short) and is_town(words) and fold(words).split(" ")[0] not in never and not has_job(line.text)


def _with_number(text: str, town: Span) -> Location:
    """A town with the number of its département, where its name stands behind it: « Saint-Chamond (Loire) »."""
    made = place_at(text, town.start, town.of(text))
    return made if made and made.span == town else Location(town)
