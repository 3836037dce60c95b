"""Whom to turn to, where a posting gives no address but a name: « Contact Laure », "ask for Mr Diop"."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.draft import Draft
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of
from assistant.domain import Answer, Span
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.text import one_line

_NAMED = re.compile(
    r"(?<!\w)(?:(?i:contact(?:er|ez)?(?: person)?|interlocut(?:eur|rice)|ask for|speak to|demander|demandez"
    r"|s'adresser à|adressez-vous à|auprès de|get in touch with))\s?:?\s(?:(?:M\.|Mme|Mr\.?|Ms\.?|Mrs\.?|Dr)\s)?"
    r"[A-ZÀ-Ý][\w'’-]+"
)


def with_contact(answer: Answer, reading: Reading, posting: str, library: Library, today: date) -> Answer:
    """The sentence of the posting (id) that names whom to turn to, instead of that it gives nowhere to apply."""
    if answer.kind != "not_stated" or "apply_to" not in reading.fields:
        return answer
    found = library.postings[posting]
    pieces = [p for s in found.sections for p in pieces_of(found, s, Span(s.body_start, s.end))]
    piece = next((piece for piece in pieces if _NAMED.search(piece.of(found.text))), None)
    if piece is None:
        return answer
    draft = Draft(reading, library, today)
    words = one_line(strip_bullet(piece.of(found.text)))
    draft.say("says", [draft.quote_span(found, piece)], posting=draft.name(posting), quoted=f"« {words} »")
    return draft.finish("fact", answer.checked)
