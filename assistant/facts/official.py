"""The two official languages of a country: named together, by a level of its public service, or as alternatives.

The words are in `data/facts_languages.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.domain import Posting, Span
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded, one_of, pattern
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

# Reading, writing, speaking: « BBB », « CBC/CBC ».
_LEVEL = re.compile(r"(?<![\w/])[ABC]{3}(?:\s?/\s?[ABC]{3})?(?![\w/])")


@lru_cache(maxsize=8)
def is_official_country(posting: Posting) -> bool:
    """Whether the posting names a country of two official languages."""
    return _any("country").search(folded(posting.text)) is not None


def level_in(piece: Piece) -> str:
    """The level of the public service that a piece about languages names, as written, or nothing."""
    found = _LEVEL.search(piece.raw)
    if not found or piece.of_other_jobs or not _any("about").search(piece.folded):
        return ""
    return found.group() if is_official_country(piece.posting) else ""


def level_of(posting: Posting) -> str:
    """The level that the posting asks for in both languages, as written, or nothing."""
    both = _any("bilingual")
    return next((level for p in pieces(posting) if both.search(p.folded) and (level := level_in(p))), "")


def named_together(piece: Piece) -> Iterator[tuple[str, Span, bool]]:
    """Codes of the official languages where the piece names them together, and whether that alone asks for them.

    « Les deux langues officielles » may be the employer's; « bilingue impératif (BBB) » and « le bilinguisme est
    exigé » are demands.
    """
    words = _words()
    sure = _any("spoken_to").search(piece.folded) is not None
    for match in _any("words").finditer(piece.folded):
        one = re.search(rf"(?:{one_of(words['not_before'])})\s$", piece.folded[: match.start()])
        if not one and is_official_country(piece.posting):
            yield from ((code, Span(*match.span()), sure) for code in words["codes"])
    both = _any("bilingual").search(piece.folded)
    if both and (level_in(piece) or (is_official_country(piece.posting) and is_cued(piece, Span(*both.span())))):
        yield from ((code, Span(*both.span()), True) for code in words["codes"])


def is_either(piece: Piece, spans: list[Span]) -> bool:
    """Whether a piece asks for one of two languages, and to know both is a plus in its posting."""
    first, last = sorted(spans, key=lambda span: span.start)
    joint = piece.folded[first.end : last.start]
    return re.search(r"\b(?:ou|or)\b", joint) is not None and _both_are_a_plus(piece.posting)


def _both_are_a_plus(posting: Posting) -> bool:
    both = _any("bilingual")
    return any(
        both.search(piece.folded) and any(cue.kind == "weak" for cue in cues_of(piece))
        for piece in pieces(posting)
        if not piece.of_other_jobs
    )


@cache
def _any(kind: str) -> re.Pattern[str]:
    """Finds any of the phrases of a kind."""
    return pattern(_words()[kind])


def _words() -> dict[str, list[str]]:
    return dict(table("facts_languages.toml")["official"])
