"""What there is to do on a job: its part of the posting, or the sentences that tell of it."""

from __future__ import annotations

from functools import lru_cache

from assistant.asking.lexicon import holds, words_of
from assistant.chunks import pieces_of
from assistant.domain import Posting, Span
from assistant.resources import table

_ELSEWHERE = ("profile", "skills", "conditions", "application", "organisation")


def duties_of(posting: Posting) -> list[Span]:
    """The sentences on what there is to do, in their order, of a posting without a part for it; maybe none.

    An item of a list counts when the sentence that leads to the list does.
    """
    return list(_duties(posting))


@lru_cache(maxsize=64)
def _duties(posting: Posting) -> tuple[Span, ...]:
    found: list[Span] = []
    for section in (s for s in posting.sections if s.kind not in _ELSEWHERE):
        leading = False
        for piece in pieces_of(posting, section, Span(section.body_start, section.end)):
            text = piece.of(posting.text)
            item = not text.strip()[:1].isalnum()
            tells = _tells(text, posting.language) or (leading and item)
            if tells and (piece.start > posting.title.end or piece.end < posting.title.start):
                found.append(piece)
            leading = (tells and (text.rstrip().endswith(":") or item)) if item or tells else False
    return tuple(found)


def _tells(text: str, language: str) -> bool:
    words = words_of(text)
    known = table("duties.toml")["duties"]
    return bool(holds(words, known[language])) and not holds(words, known["not"])
