"""The towns that a text says of the post itself: « Poste CDI, basé à Rennes », "the position is located in Sfax"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain import Span
from assistant.flow import flowing
from assistant.labels import PLACE
from assistant.locations import listed_behind
from assistant.place_spans import place_at
from assistant.places import departement_of, is_town
from assistant.workplaces import is_denied_at, leads_elsewhere

_POST = r"(?<!\w)(?:[Pp]oste|POSTE|[Pp]osition|[Pp]ost|[Jj]ob|[Rr]ole|[Ss]tage|[Ii]nternship|[Mm]ission)(?!\w)"
# « Poste CDI, basé à Rennes », "the position will be located in Sfax": said of the post itself.
_OF_THE_POST = re.compile(
    rf"{_POST}(?:(?!\s(?:pas|not|ni|non|ou|or)\s)[^.;:\n()]){{0,25}}?"
    r"(?<!\w)(?i:basée?|située?|localisée?|based|located)\s(?:au choix |indifféremment |either )?"
    rf"(?:à|À|au|in)\s(?:la\s|le\s)?\**(?P<name>{PLACE})"
)
# « Possibilité de localiser le poste dans plusieurs localités : … », "the job can be based in any of our offices: …"
_OF_SEVERAL = re.compile(
    rf"{_POST}[^.;:\n()]{{0,50}}?(?<!\w)"
    r"(?i:plusieurs|différent[es]{1,2}|divers(?:es)?|au choix|l['’]un[e]?|several|various|different|any|one|either)\s"
    r"(?i:(?:de|des|d['’]|nos|parmi|of|our|the|possible|following)\s){0,3}"
    r"(?i:localités|localisations|sites|villes|lieux|agences|implantations|bureaux|antennes|locations|places|towns|cities"
    r"|offices|bases)(?!\w)[^.;:\n()]{0,20}:\s?"
)
_AMONG = re.compile(
    r"\s?(?:,|;|/|\||•|-|–|et|ou|and|or)?\s?(?:(?:à|in)\s)?"
    rf"(?P<name>{PLACE})(?:\s?\((?P<code>\d{{2,5}})\))?"
)
_FEWEST = 2  # places of a list that says it has several
_MOST = 8


def places_of_the_post(text: str) -> Iterator[Span]:
    """The towns in which a text says in so many words that the post is, whatever stands behind a label."""
    flow = flowing(text)
    for found in _OF_THE_POST.finditer(flow):
        if is_town(found.group("name")) and not is_denied_at(flow, found.start()):
            yield Span(*found.span("name"))
            made = place_at(flow, found.start("name"), found.group("name"))
            yield from (place.span for place in listed_behind(flow, made.span.end, len(flow))) if made else ()
    for cue in _OF_SEVERAL.finditer(flow):
        if not leads_elsewhere(flow, cue.end() - 1) and not is_denied_at(flow, cue.start()):
            yield from _among(flow, cue.end())


def _among(text: str, at: int) -> list[Span]:
    """The towns of a list that begins here: known ones, or those with the number of their area."""
    found: list[Span] = []
    while len(found) <= _MOST and (each := _AMONG.match(text, at)):
        made = place_at(text, each.start("name"), each.group("name"))
        numbered = bool(each.group("code")) and bool(departement_of(each.group("code")))
        if not made or not (numbered or is_town(made.span.of(text))):
            break
        found.append(made.span)
        at = each.end() if numbered else max(made.span.end, each.end("name"))
    return found if _FEWEST <= len(found) <= _MOST else []
