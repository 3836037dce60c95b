"""What a posting calls a plus, where it names nothing of the kind that was asked for."""

from __future__ import annotations

from assistant.answering.draft import Draft
from assistant.domain import Span
from assistant.facts.pieces import pieces
from assistant.lines import strip_bullet
from assistant.text import one_line

_MOST = 5  # sentences


def say_pluses(draft: Draft, posting: str) -> bool:
    """All that a posting calls a plus, where it names nothing of the kind that was asked for; whether there is any."""
    found = draft.library.postings[posting]
    pluses = [piece for piece in pieces(found) if piece.governed == "asset"][:_MOST]
    if not pluses:
        draft.say("silent", postings=draft.name(posting))
        return False
    numbers = [draft.quote_span(found, Span(piece.start, piece.end)) for piece in pluses]
    words = " […] ".join(one_line(strip_bullet(piece.raw)) for piece in pluses)
    draft.say("says", numbers, posting=draft.name(posting), quoted=f"« {words} »")
    return True
