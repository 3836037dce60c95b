"""What is made of a thing by what was said of the one before it: « l'anglais est un atout, l'arabe aussi ».

The words are in `data/facts_modality.toml`, table `echo`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.domain import Span
from assistant.facts.coordination import is_subject
from assistant.facts.cues import Cue, cues_of
from assistant.facts.folded import folded, one_of
from assistant.facts.pieces import Piece
from assistant.resources import table

_OR = re.compile(r",?\s{1,2}(?:ou|or)\s(?:l'|la |le |du |de l'|d')?")
# « Parler allemand avec les clients, avoir le permis : ce sont des plus »
_ALL_OF_IT = re.compile(
    r"(?:\s?:|,|\s-)\s(?:(?:ce|cela|ca)\s(?:ne\s)?(?:sont|seraient|seront)|tout (?:cela|ca)|voila|autant de|autant d'"
    r"|(?:these|those|they) (?:are|would be|will be)|all (?:of )?(?:this|that|these|those|them))\b"
)
_NEAR = 40  # characters behind such a pronoun in which the word of weight stands
_REACH = 80  # characters before a thing in which "so would any …" stands
_LINE = 170  # characters of a line whose next one says "ditto"


def is_echo(piece: Piece, target: Span) -> bool:
    """Whether a thing is said to be as the one before it."""
    return _behind().match(piece.folded, target.end) is not None or _echoes_before(piece, target)


def echoed(piece: Piece, targets: Sequence[Span], index: int, cues: Sequence[Cue]) -> str | None:
    """The kind of the cue before a thing that is said to be as the one before it; None where it is said of none.

    In « la darija ou le tarifit aussi » it is said of both.
    """
    target, following = targets[index], targets[index + 1 : index + 2]
    joined = following and _OR.fullmatch(piece.folded, target.end, following[0].start)
    if not is_echo(piece, target) and not (joined and is_echo(piece, following[0])):
        return None
    part = piece.around(target)
    beside = index and targets[index - 1].start >= part.start  # not « de préférence à l'ONG ; du X, et de l'Y aussi »
    before = [cue.kind for cue in cues if cue.end <= target.start and (cue.opening or cue.start >= part.start * beside)]
    if before:
        return before[-1]
    return None if index else _of_line_before(piece)  # « anglais : courant ; français : idem »


def of_its_end(piece: Piece, target: Span, cues: Sequence[Cue]) -> str | None:
    """What the end of a sentence makes of its subject, past asides: « Un bac+5, idéalement en droit, est un plus »."""
    summed = _ALL_OF_IT.search(piece.folded, target.end)
    if summed and (said := next((cue for cue in cues if 0 <= cue.start - summed.start() <= _NEAR), None)):
        return said.kind
    last = cues[-1] if cues and cues[-1].start >= target.end else None
    return last.kind if last and is_subject(piece.folded, target, Span(last.start, last.end)) else None


def _echoes_before(piece: Piece, target: Span) -> bool:
    near = piece.folded[max(0, target.start - _REACH) : target.start]
    return _before().search(near) is not None


def _of_line_before(piece: Piece) -> str | None:
    """What the line before makes of its own thing: « – Allemand (apprécié) / – Amazigh (idem) »."""
    above = piece.posting.text[: piece.start].rstrip(" \t-*•–·").rstrip("\n").rpartition("\n")[2]
    if not above.strip() or len(above) > _LINE:
        return None
    start = piece.posting.text.rindex(above, 0, piece.start)
    cues = cues_of(replace(piece, start=start, end=start + len(above), folded=folded(above)))
    kinds = [cue.kind for cue in cues]
    if not kinds:
        return None
    return "weak" if kinds[-1] == "not" and "weak" in kinds else kinds[-1]  # « aide, sans être exigé »


@cache
def _behind() -> re.Pattern[str]:
    words = one_of(table("facts_modality.toml")["echo"]["behind"])
    return re.compile(
        rf"(?:'?\s?(?:d'|of\s|de\s)?(?:experience|pratique|metier|terrain|practice)(?!\w))?"
        rf"(?:\s?\([^()]{{0,60}}\))?\s?[,:(=-]?\s?(?:{words})(?!\s(?:que|bien(?!\s(?:sur|entendu)))\b)(?!\w)"
    )


@cache
def _before() -> re.Pattern[str]:
    words = one_of(table("facts_modality.toml")["echo"]["before"])
    return re.compile(
        rf"(?:(?<!\w)(?:{words})|(?<=\w), (?:comme|like))(?:\s(?:be|pour|for|the|le|la))?"
        r"(?:(?<=')|(?!\w))[^.;:!?]{0,60}$"
    )
