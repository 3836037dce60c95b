"""The words of a piece in which a deadline is looked for, without what says nothing of it."""

from __future__ import annotations

import re
from functools import partial

from assistant.facts.pieces import Piece

_CITED = re.compile(r"\"[^\"\n]{1,160}\"")  # a subject line says nothing of what a date is of
_BRACKETS = re.compile(r"\([^()\d]{1,160}\)")
_PAGE = re.compile(r"(?<!\S)[\w-]{2,40}(?:\.[\w-]{2,40}){1,4}/\S{0,200}")  # « recrut.asso.example/offre »
# The day on which one has an age: « âgé de 35 ans au plus à la date du … »
_AGE = re.compile(
    r"\d (?:ans|years)(?: (?:au plus|au moins|revolus|maximum|minimum|at most|of age|old|or \w{4,7}))?"
    r" (?:a la date (?:du|de)|au(?! plus| moins)|on|by|at) "
)
_SINCE = re.compile(
    r"(?<!\w)(?:from|of|after|following|a compter de|a partir de|des|suivant|apres) (?:the |la |sa |cette |its |this )?"
    r"(?:date (?:of|de) )?(?:la )?"
    r"(?:publication|parution|announcement|annonce|posting|diffusion|advert\w*)(?: date)?(?!\w)"
)


def without_asides(piece: Piece, other: re.Pattern[str]) -> str:
    """The words of a piece with spaces for pages, what is only cited, « à compter de la publication », and ages.

    So for brackets that hold one of the words of `other`, which say of what else a date is.
    """
    text = _AGE.sub(_blank, _SINCE.sub(_blank, _PAGE.sub(_blank, _CITED.sub(_blank, piece.prose))))
    return _BRACKETS.sub(partial(_beside, other), text)


def _beside(other: re.Pattern[str], found: re.Match[str]) -> str:
    """Brackets without what says of what else a date is: « candidature (lettre, certificats de travail) »."""
    return _blank(found) if other.search(found.group()) else found.group()


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
