"""The further places of work that a posting joins to the one of its head where it names that one again."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.labels import one_of
from assistant.locations import listed_behind
from assistant.place_spans import Location
from assistant.resources import table
from assistant.workplaces import leads_elsewhere

_BEFORE = 60  # characters before such a list that may say that the employer is there, or travels there
_JOINT = re.compile(r"\s(?:et|and|ou|or|&)\s")


def listed_again(text: str, place: Span) -> list[Location]:
    """The places joined to one where it is named again: « à Zinder et à Mirriah », "in Gaziantep and Kilis"."""
    for found in re.finditer(rf"(?<!\w)(?:à|in|au|at)\s{re.escape(place.of(text))}(?!\w)", text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if leads_elsewhere(text, found.start()) or _of_offices().search(before):
            continue
        more = list(listed_behind(text, found.end(), len(text)))
        return more if more and _JOINT.search(text, found.end(), more[-1].span.start) else []
    return []


@cache
def _of_offices() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('places.toml')['telling']['offices'])})(?!\w)", re.IGNORECASE)
