"""French départements called by their number: « dans le 07 »."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.asking.lexicon import Word
from assistant.library import Library
from assistant.name_index import frozen, places_stated
from assistant.places import areas_of
from assistant.resources import table

_MOST = 20  # départements that a question names in a row
DEPARTEMENT = re.compile(r"(?:0[1-9]|[1-9]\d|2[ab]|97[1-6])")


def by_number(words: Sequence[Word], n: int, library: Library) -> frozenset[str]:
    """« dans le 07 », « dans le 01, 07 ou 74 »: the postings of a French département; not « dans les 35 heures »."""
    return departement_index(library).get(words[n].form, frozenset()) if names_one(words, n) else frozenset()


def names_one(words: Sequence[Word], n: int) -> bool:
    """Whether a word is the number of a French département, though no posting be there."""
    counts = n + 1 < len(words) and words[n + 1].form in table("places.toml")["words"]["units"]
    return not counts and DEPARTEMENT.fullmatch(words[n].form) is not None and _is_led(words, n)


@lru_cache(maxsize=4)
def departement_index(library: Library) -> Mapping[str, frozenset[str]]:
    """The postings by the numbers of their French départements."""
    found: dict[str, set[str]] = defaultdict(set)
    for identity, posting in library.postings.items():
        for place, number in places_stated(library, posting):
            for area in areas_of(place, number):
                found[area.casefold()].add(identity)
    return frozen(found)


def _is_led(words: Sequence[Word], n: int) -> bool:
    """Whether what stands before a number makes it that of a département: « dans le », or another one and « ou »."""
    known = table("names.toml")["number"]
    for _ in range(_MOST):
        front = tuple(word.form for word in words[max(0, n - 2) : n])
        if " ".join(front[-1:]) in known["behind"] or " ".join(front) in known["behind_pairs"]:
            return True
        joint = 2 if " ".join(front) in known["further"] else 1 if front[-1:] and front[-1] in known["joints"] else 0
        before = n - joint - 1
        if before < 1 or (not joint and not words[n].apart) or not DEPARTEMENT.fullmatch(words[before].form):
            return False
        n = before
    return False
