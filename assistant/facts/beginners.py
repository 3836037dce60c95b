"""Whether a posting says that beginners are accepted. The words are in `data/facts_experience.toml`."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Span
from assistant.facts.folded import alternatives, one_of, pattern
from assistant.facts.pieces import Piece
from assistant.resources import table

_BEFORE = 40  # characters before the words in which others can say that something else is meant
_BEHIND = 16  # and behind them
_CLAUSE = re.compile(r"[.;:!?(),]\s|\n|-\s|→|\b(?:mais|but)\b")


def welcomed(piece: Piece) -> Span | None:
    """Where the piece says that beginners are accepted, « débutant accepté », "no experience required"; else None."""
    for found in _words().finditer(piece.folded):
        before = _CLAUSE.split(piece.folded[max(0, found.start() - _BEFORE) : found.start()])[-1]
        behind = piece.folded[found.end() : found.end() + _BEHIND]
        if not (_other().search(before) or _other().match(behind.lstrip())):
            return Span(*found.span())
    return None


@cache
def _words() -> re.Pattern[str]:
    data = table("facts_experience.toml")["beginners"]
    word, skilled = (rf"(?:{one_of(data[key])})(?!\w)" for key in ("words", "skilled"))
    accepted, accepting = (rf"(?:{one_of(data[key])})" for key in ("accepted", "accepting"))
    kinds, unasked = (one_of([*data[key], *data[f"{key}_fr"]]) for key in ("kinds", "unasked"))
    any_kind = rf"(?:(?:{kinds}) ){{0,3}}experience(?: (?:{kinds})){{0,2}}"
    unasking = alternatives(data["unasking"]).replace("experience", any_kind)
    also = rf"(?:(?:sont|est|are|is)\s(?:{one_of(data['adverbs'])})\s)?"
    return re.compile(
        rf"(?<!\w){word}\s{{1,2}}{also}{accepted}(?!\w)"
        rf"|(?<!\w){accepting}\s{{0,2}}(?:profils?\s|candidats?\s)?{word}"
        rf"|(?<!\w){word}\s?(?:/|\bou\b|\ba\b|\bet\b|\bor\b)\s?(?:tres\s)?{skilled}"
        rf"|(?<!\w){skilled}\s?(?:/|\bou\b|\bor\b)\s?{word}"
        rf"|(?<!\w)(?:no|aucune) (?:(?:{kinds}) ){{0,3}}experience (?:(?:{kinds}) ){{0,2}}"
        rf"(?:is |will be )?(?:{unasked})(?!\w)"
        rf"|{unasking}(?!\s(?:a|as|avec|comme|dans|de|du|en|in|of|on|sur|with)\s|\sd')"
        rf"|{alternatives(data['phrases'])}"
    )


@cache
def _other() -> re.Pattern[str]:
    return pattern(table("facts_experience.toml")["beginners"]["other"])
