"""Whether a French sentence begins with an infinitive, as the items of a list of duties do."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Word
from assistant.domain import Language
from assistant.resources import table

_SHORTEST = 4  # letters of what is no infinitive


def is_infinitive(words: Sequence[Word], language: Language) -> bool:
    """« Nettoyer et consolider des données »: also a line of a list that has lost its marks."""
    if language != "fr" or not words:
        return False
    first, known = words[0].form, table("duties.toml")["infinitive"]
    return len(first) > _SHORTEST and first.endswith(tuple(known["endings"])) and first not in known["but"]
