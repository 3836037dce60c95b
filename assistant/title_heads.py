"""Heads of postings that are no titles: an employer with its town, « Union des rivières – Genève »."""

from __future__ import annotations

import re

from assistant.labels import PLACE, has_jobs
from assistant.places import is_town

_TOWN_LAST = re.compile(rf"\W*(?P<name>[^\W\d][^:;?!|]{{4,80}}?)(?:\s[–—-]\s|,\s)(?P<town>{PLACE})\W*")


def heads_with_town(words: str) -> bool:
    """Whether a line that names no job ends in a town behind a dash or comma."""
    found = _TOWN_LAST.fullmatch(words)
    if not found or has_jobs(words):
        return False
    town = found["town"]
    return is_town(town.title() if town.isupper() else town)
