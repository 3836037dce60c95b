"""The towns that a text says of the post itself: « Poste CDI, basé à Rennes », "the position is located in Sfax"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain import Span
from assistant.flow import flowing
from assistant.labels import PLACE
from assistant.places import is_town
from assistant.workplaces import is_denied_at

# « Poste CDI, basé à Rennes », "the position will be located in Sfax": said of the post itself.
_OF_THE_POST = re.compile(
    r"(?<!\w)(?:[Pp]oste|POSTE|[Pp]osition|[Pp]ost|[Jj]ob|[Ss]tage|[Mm]ission)(?!\w)"
    r"(?:(?!\s(?:pas|not|ni|non|ou|or)\s)[^.;:\n()]){0,25}?"
    r"(?<!\w)(?i:basée?|située?|localisée?|based|located)\s(?:à|À|au|in)\s(?:la\s|le\s)?\**"
    rf"(?P<name>{PLACE})"
)


def places_of_the_post(text: str) -> Iterator[Span]:
    """The towns in which a text says in so many words that the post is, whatever stands behind a label."""
    flow = flowing(text)
    for found in _OF_THE_POST.finditer(flow):
        if is_town(found.group("name")) and not is_denied_at(flow, found.start()):
            yield Span(*found.span("name"))
