"""Short lines that name nothing but what is asked for, a language among it: « Anglais et permis B »."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.coordination import lists
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded
from assistant.facts.marked_lines import mark_of
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece
from assistant.facts.side_by_side import weight_of_column, weight_of_line

_PARTS = re.compile(r"[,;:|+/•·.]\s|\t|\.{3,}|…|\]|\s[+/|&]\s|\s(?:et|ou|and|or)\s|\n")
_BESIDE = frozenset(
    [
        "et",
        "and",
        "ou",
        "or",
        "un",
        "peu",
        "d",
        "de",
        "du",
        "le",
        "l",
        "la",
        "some",
        "a",
        "little",
        "bit",
        "of",
        "the",
        "notions",
        "bases",
        "x",
    ]
)
_MOST_BEHIND = 3  # words behind a name that is an item of a list: « français sans fautes »
_THINGS = r"(?:permis|licen[cs]e|diplom[ae]|degree|bac\b|bts\b|master|excel|pack office|voiture|vehicule|car\b)"
_SMALL = r"(?:an?\s|le\s|un\s|une\s)?(?:\w{3,14}\s)?"
_AND = r"\s?(?:,\s?(?:et |and )?|(?:et|and|\+|&)\s)"
_BEHIND = re.compile(rf"{_AND}{_SMALL}{_THINGS}")
_BEFORE = re.compile(rf"\W*{_SMALL}{_THINGS}[^,;:.]{{0,20}}?{_AND}(?:l'|le\s)?")
_ENDS = re.compile(r"\s?(?:[;.,(]|$)")
_NAMES = re.compile(r"\W*#(?:(?:,| et| and| ou| or)(?: (?:et|and|ou|or|le|l'))? ?#){1,4}\W*")
_ASKING = re.compile(r"\b(?:exigences?|requirements?|conditions|criteres|criteria)\b")
_IF_YOU = re.compile(r"\| [^|]*\b(?:si vous|si tu|if you)\b[^|]*: \|")  # « Écrivez-nous si vous cochez ces cases : »
_COLON = re.compile(r"[\s*]{0,3}:")
_CLAUSE = re.compile(r"\s*(?:le |l')?#(?:(?:,| et| and| ou| or)(?: (?:et|and|ou|or|le|l'))? ?#){0,4}\s*\.?\s*")
# « Profil : BTS, anglais, permis B »
_OF_PROFILE = re.compile(
    r"[\W_]{0,4}(?:(?:le|votre|the|your)\s)?(?:profil|profile|prerequis|pre-requis|exigences?|requirements?|criteres?)"
    r"(?:\s[\w']{2,12}){0,2}\s?:\s(?:[^,;:.!?]{2,60},\s){0,4}(?:et\s|and\s)?"
)
_INSIDE = re.compile(r"\([^()\n]{0,120}\)")
_ITEMS = re.compile(r",\s|\s(?:et|and|plus)\s|\s[+/·•|]\s")
_FEWEST = 2  # pieces of a clause that is no list
_THING = re.compile(
    rf"\b(?:{_THINGS}|bachelor|licence\b|doctorat|phd|dut\b|cap\b|word\b|(?:\d{{1,2}}|une?|an?|one|two|three|four|five|deux|trois"
    r"|quatre|cinq)\s(?:ans|an|annees?|years?)\b)"
)
_OF_FIELD = re.compile(r"\s(?:in|en|of|de)\s|\sd'")
_ENDS_ITEM = re.compile(r"\s?(?:[,;.(]|(?:et|ou|and|or)\s|$)")


def is_of_asked_line(piece: Piece, before: str, after: str) -> bool:
    """Whether a language between `before` and `after` stands beside a licence or the like, or beside languages only."""
    if not before.strip(" -•*") and _BEHIND.match(after):
        return True
    if _BEFORE.fullmatch(before) and _ENDS.match(after):
        return True
    told = piece.governed is not None or piece.section.kind in ("profile", "skills")
    asking = told or _IF_YOU.search(piece.lead) or _ASKING.search(piece.heading)
    return bool(asking) and _NAMES.fullmatch(language_words.names().sub("#", piece.folded)) is not None


def is_of_asked_clause(piece: Piece, at: Span) -> bool:
    """Whether a clause of languages only is one of those that a word of weight leads: « Exigé : permis ; arabe »."""
    start, end = piece.folded.rfind(";", 0, at.start), piece.folded.find(";", at.end)
    leading = (cue for cue in cues_of(piece) if cue.end <= start)
    if not any(cue.opening or _COLON.match(piece.folded, cue.end) for cue in leading):
        return False
    clause = piece.folded[start + 1 : end if end >= 0 else len(piece.folded)]
    return _CLAUSE.fullmatch(language_words.names().sub("#", clause)) is not None


def is_of_weighed_list(piece: Piece, at: Span) -> bool:
    """Whether a name is an item by itself of what bears a weight: « Un plus : Docker, anglais », "Arabic | | X"."""
    led = any(cue.side == "before" and cue.end <= at.start for cue in cues_of(piece)) and is_cued(piece, at)
    weighed = weight_of_column(piece, at) or weight_of_line(piece, at)
    if not led and piece.governed in (None, "none") and weighed is None:
        return False
    begin = len(mark_of(piece.raw))
    before = _PARTS.split(piece.raw[begin : at.start])[-1]
    behind = _PARTS.split(_INSIDE.sub(" ", piece.raw[at.end :]).rstrip(" .") + "\n")[0]
    words = re.findall(r"[^\W\d_]+", folded(behind))
    return {*re.findall(r"[^\W\d_]+", folded(before))} <= _BESIDE and len(words) <= _MOST_BEHIND


def is_of_mixed_list(piece: Piece, at: Span) -> bool:
    """Whether a name is by itself an item of a list with a degree, a licence or years: « un master, l'anglais, Excel ».

    In "a degree in history, French or law" it is not.
    """
    start = max(piece.folded.rfind(mark, 0, at.start) + len(mark) - 1 for mark in (": ", ". ", "; "))
    before, behind = (
        _ITEMS.split(piece.folded[part]) for part in (slice(max(start, 0), at.start), slice(at.end, None))
    )
    own = {*re.findall(r"[^\W\d_]+", before[-1]), *re.findall(r"[^\W\d_]+", re.split(r"[.;:]", behind[0])[0])}
    if not own <= _BESIDE | lists().levels or len(before) + len(behind) <= _FEWEST:
        return False
    others = re.split(r"[.;:]", ", ".join(behind[1:]))[0].split(", ")
    told = [item for item in before[:-1] if not _OF_FIELD.search(item)]
    return any(_THING.search(item) for item in [*told, *others])


def is_of_profile_line(before: str, after: str) -> bool:
    """Whether what stands between `before` and `after` is an item of « Profil : BTS, anglais, permis B »."""
    return _OF_PROFILE.fullmatch(before) is not None and _ENDS_ITEM.match(after) is not None
