"""Sites and apps to apply on that are called by name alone: « postulez directement sur le site X », "through our app".

The words are in `data/facts_application.toml`, table `site`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_NAME = re.compile(r"(?: (?:(?:de|du|of) )?[A-ZÀ-Þ0-9][\w&'’-]*(?:\.[\w]{1,3})*){1,4}")  # of who keeps it


def named_sites(posting: Posting) -> list[Fact]:
    """The `apply_to` facts for what is named without an address."""
    return distinct(fact for piece in pieces(posting) for fact in _of_piece(piece))


def names_site(value: str) -> bool:
    """Whether a place to apply at is such a site or app."""
    return _site().fullmatch(folded(value)) is not None


def _of_piece(piece: Piece) -> Iterator[Fact]:
    found = _sent().search(piece.folded)
    if found is None or _other().search(piece.folded, found.start(), found.end()):
        return
    start, end = next(found.span(group) for group in ("page", "site", "app") if found[group])
    name = _NAME.match(piece.raw, end)
    place = Span(start, name.end() if name else end)
    yield piece.quoted("apply_to", piece.words(place).strip(" .,;:"), piece.clause(place))


@cache
def _sent() -> re.Pattern[str]:
    """Finds words of applying with the site or the app behind them; a bare « site » may be where one works."""
    words = table("facts_application.toml")["site"]
    applying, sure, plain, by, outright, apps, getting = (
        alternatives(words[name]) for name in ("applying", "sure", "plain", "by", "outright", "apps", "getting")
    )
    its = r"(?:(?:le|la|les|notre|nos|leur|votre|the|our|its|their|your) |l'\s?)?"
    more = "internet|web|carrieres?|recrutement|emploi|candidat"  # « site internet » is one of `sure`
    return re.compile(
        rf"{applying}[^.;!?\n]{{0,90}}?(?:{by} (?P<page>{its}(?:[\w-]+ )?{sure})"
        rf"|{outright} {by} (?P<site>{its}{plain})(?! (?:de|du|des|d'|in|at|{more}) ?)|{getting} (?P<app>{its}{apps}))"
    )


@cache
def _other() -> re.Pattern[str]:
    return pattern(table("facts_application.toml")["site"]["other"])


@cache
def _site() -> re.Pattern[str]:
    words = table("facts_application.toml")["site"]
    named = alternatives([*words["sure"], *words["plain"], *words["apps"]])
    return re.compile(rf"(?:[\w']+ ){{0,3}}?(?:l'\s?)?{named}(?: .*)?")
