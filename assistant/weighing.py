"""Whether what a posting says of a topic is a mere plus: « idéalement le CACES », an item of « Les petits plus »."""

from __future__ import annotations

from functools import lru_cache

from assistant.asking.lexicon import holds, words_of
from assistant.domain import Fact, Posting, Span
from assistant.facts.modality import is_cued, modalities
from assistant.facts.pieces import pieces_near
from assistant.resources import table


@lru_cache(maxsize=256)  # a sentence with several phrases of a topic is asked for each
def speaks_of_a_plus(quote: str) -> bool:
    """Whether a word of a plus stands in a quote, and not a wish of the reader: « vous souhaitez »."""
    words = words_of(quote)
    found = holds(words, table("asking.toml")["modality"]["asset"])
    other = holds(words, table("mentions.toml")["no_plus"]["words"]) if found else []
    return any(not any(start < last and first < end for start, end in other) for first, last in found)


def is_a_plus(posting: Posting, phrase: Span, said: Fact) -> bool:
    """Whether the words about a phrase, or what stands over its list, make a plus of it; what is denied is none.

    In « SQL indispensable, Python apprécié » the word of a plus in its sentence is not of what a nearer one demands.
    """
    if said.modality != "asset" and said.value == "no":
        return False
    near = next((piece for piece in pieces_near(posting, [phrase]) if piece.start <= phrase.start < piece.end), None)
    if near is None or phrase.end > near.end:
        return said.modality == "asset"
    at = Span(phrase.start - near.start, phrase.end - near.start)
    weight = modalities(near, [at])[0]
    demanded = weight == "required" and is_cued(near, at)
    return weight == "asset" or (said.modality == "asset" and not demanded)
