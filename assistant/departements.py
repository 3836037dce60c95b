"""French départements called by their number: « dans le 07 »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.lexicon import Word
from assistant.library import Library
from assistant.name_index import departement_index
from assistant.resources import table

DEPARTEMENT = re.compile(r"(?:0[1-9]|[1-9]\d|2[ab]|97[1-6])")


def by_number(words: Sequence[Word], n: int, library: Library) -> frozenset[str]:
    """« dans le 07 », « département 07 »: the postings of a French département; not « dans les 35 heures »."""
    known = table("names.toml")["number"]
    front = tuple(word.form for word in words[max(0, n - 2) : n])
    led = " ".join(front[-1:]) in known["behind"] or " ".join(front) in known["behind_pairs"]
    if " ".join(front) in known["further"] and n > 2 and DEPARTEMENT.fullmatch(words[n - 3].form):
        led = bool(by_number(words, n - 3, library))
    counts = n + 1 < len(words) and words[n + 1].form in table("places.toml")["words"]["units"]
    return departement_index(library).get(words[n].form, frozenset()) if led and not counts else frozenset()
