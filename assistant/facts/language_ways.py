"""More ways to ask for a language: « priorité aux locuteurs du peul », "taught through Irish"."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece

# « Vous parlez X, c'est indispensable, et Y »
_ASIDE = re.compile(
    r",\s(?:c'est|ce qui est|it is|it's|that is|that's|which is)\s(?:[\w']{1,14}\s){0,3}[\w-]{2,14},"
    r"(?=\s(?:et|ou|and|or)\s)"
)
_OF_SPEAKERS = re.compile(r"\b(?:speakers of|(?:locut(?:eur|rice)s?|parlants?) (?:de |d'|du )(?:l'|la )?)\s?$")
_ENUMERATED = re.compile(r"(?:^|[;.,:])\s{0,2}\(?(?:[a-h]|\d{1,2}|[ivx]{1,4})\)\s$")  # "; (c) Kurdish and English"
_MEDIUM = re.compile(r"\bthrough\s(?:the\smedium\sof\s)?$")


def without_asides(before: str) -> str:
    """What stands before a name without what is said of the language before it."""
    return _ASIDE.sub(" ", before)


def is_enumerated(before: str) -> bool:
    """Whether nothing but its letter stands between a name and the mark that ends the item before it."""
    return _ENUMERATED.search(before) is not None


def is_shown_otherwise(piece: Piece, span: Span, before: str) -> bool:
    """Whether work is done through a language, or those who speak it are wished for."""
    if _MEDIUM.search(before):
        return True
    return _OF_SPEAKERS.search(before) is not None and is_cued(piece, span)
