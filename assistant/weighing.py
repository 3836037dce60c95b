"""Whether what a posting says of a topic is a mere plus: « idéalement le CACES », an item of « Les petits plus »."""

from __future__ import annotations

from assistant.domain import Fact, Posting, Span
from assistant.facts.modality import modalities
from assistant.facts.pieces import pieces_near


def is_a_plus(posting: Posting, phrase: Span, said: Fact) -> bool:
    """Whether the words about a phrase, or what stands over its list, make a plus of it; what is denied is none."""
    if said.modality == "asset":
        return True
    if said.value == "no":
        return False
    near = next((piece for piece in pieces_near(posting, [phrase]) if piece.start <= phrase.start < piece.end), None)
    if near is None or phrase.end > near.end:
        return False
    return modalities(near, [Span(phrase.start - near.start, phrase.end - near.start)]) == ["asset"]
