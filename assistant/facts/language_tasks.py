"""Languages that one has to know for what is done in them: « c'est vous qui l'écrirez dans les deux langues »."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.cues import cues_of
from assistant.facts.pieces import Piece

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?]\s")
_IN_BOTH = re.compile(
    r"[^.!?]{0,120}\b(?:vous|tu|you)\b[^.!?]{0,60}\b(?:dans\s(?:les|ces|chacune\sdes)\s(?:deux|trois)\slangues"
    r"|in\s(?:both|the\stwo|these\stwo|all\sthree|each)(?:\s(?:of\s)?(?:the\s|them\b|these\s)?(?:languages?)?)?)(?!\w)"
)
# "You will write every application yourself, half of them in X", not "you will write your application in X"
_WRITTEN = re.compile(
    r"\b(?:you (?:will|are to|must|have to)|you'll|vous|tu|c'est vous qui(?: l[ea]s?)?) (?:\w+ )?"
    r"(?:write|draft|edit|prepare|(?:redig|ecri)\w{0,6})\b(?:(?!\b(?:your|votre|vos|ton|ta)\b)[^.;!?]){0,100}\b(?:in|en)\s$"
)
_OURS = re.compile(r"\b(?:notre|nos|our)\s\w+")
_OF_WORK = re.compile(r"\b(?:langues?|languages?)\s(?:des?\s|d'|of\s)[^.;:]{3,30}\s?:\s(?:l')?$")
_DOER = re.compile(
    r"\s(?:(?:uniquement|seulement|surtout|only|mainly|mostly|exclusively)\s)?(?:par|by)\s(?P<who>(?:[\w'-]+\s?){1,4})"
)
_TRANSLATING = re.compile(
    r"\b(?:translat(?:e|es|ing|ors?)|interpret(?:ing|ers?)?|tradui(?:re|sez|sent)|traduct(?:eurs?|rices?))\b"
)
_FROM = re.compile(r"\b(?:from|du|de l'|de la|de)\s?$")
_INTO = re.compile(r"\s(?:into|to|vers)\s")
_TO = re.compile(r"\b(?:from|du|de l'|de la|de)\s?\w{4,12}\s(?:into|to|vers)\s(?:le\s|l'|la\s)?$")


def is_worked_in(piece: Piece, span: Span) -> bool:
    """Whether the work is said to be done in a language by who is looked for."""
    before = _SENTENCE_END.split(piece.folded[: span.start])[-1]
    if _WRITTEN.search(before):
        return True
    if _OF_WORK.search(before) and any(cue.enclosed and cue.start >= span.end for cue in cues_of(piece)):
        return True  # « Langue des cours : français (exigé) »
    both = _IN_BOTH.match(piece.folded, span.end)
    words = {*_WORD.findall(_OURS.sub(" ", before) + both.group())} if both else set()
    return both is not None and not words & language_words.lists().papers


def is_of_a_pair(piece: Piece, span: Span) -> bool:
    """Whether it is one of the two that one translates between: "translate from X into Y"."""
    if not _TRANSLATING.search(piece.folded) or is_done_by_others(piece, span):
        return False
    before, after = piece.folded[max(0, span.start - 30) : span.start], piece.folded[span.end : span.end + 12]
    return _TO.search(before) is not None or (_FROM.search(before) is not None and _INTO.match(after) is not None)


def is_done_by_others(piece: Piece, span: Span) -> bool:
    """Whether those who do it in that language are named behind it: « menées en peul par des enquêteurs »."""
    found = _DOER.match(piece.folded, span.end)
    words = _WORD.findall(found["who"].replace("'", " ")) if found else []
    return found is not None and not {*words} & language_words.lists().doer
