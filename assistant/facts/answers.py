"""What a question's answer or the line below a label makes of the thing they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.domain import Span
from assistant.facts.coordination import lists
from assistant.facts.cues import cues_of
from assistant.facts.folded import folded, one_of
from assistant.facts.marked_lines import explains
from assistant.facts.pieces import Piece
from assistant.resources import table

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|\+")
_ASKS = re.compile(r"[\w)\"] ?\?[\" ]{0,2}$")
_LOST_BULLET = re.compile(r"\n\s*\?\s*$")  # a « ? » at the beginning of the next line asks nothing
_SENTENCE_END = re.compile(r"[.;:!?]\s")
_RESUMED = re.compile(
    r"[^\S\n]{1,3}(?:(?:mais|but)\s)?(?P<said>(?:(?:ce|cela|ca|ceci)\s(?:n'|ne\s)?(?:est|sera|serait)\b|c'(?:est|etait)\b"
    r"|(?:this|that|it)(?:'s|\sis|\swould\sbe|'d\sbe|\sisn't)\b)[^.;:!?\n]{3,60})(?=[.;!\n]|$)"
)
_FOR = re.compile(r"\s(?:pour|for|dans|in|sur|on|aupres)\s.*$")  # « un atout majeur pour le poste »
_SUBJECT = re.compile(r"(?:l'|(?:le|la|les|the)\s)(?P<what>[^\W\d]{4,})")  # « L'espagnol, lui, est un plus »
_LAST = re.compile(r"[ \t]*\n[^\n]{4,40}(?:\n\s*\n|\s*$)")
_IT = frozenset({"il", "elle", "ils", "elles", "it", "they", "n", "est", "is"})  # stand for what was asked about
_ANSWER = 140  # characters behind a question in which its answer begins
_ROW = 70  # characters of a line that is a row of a table or its value


def is_unanswered(piece: Piece) -> bool:
    """Whether a piece is a question whose answer makes nothing of what it names."""
    return piece.folded.rstrip().endswith("?") and answer(piece) is None


def behind(piece: Piece, targets: Sequence[Span]) -> str | None:
    """What stands behind a piece makes of its things: an answer, the line below, or the sentence about the only one."""
    return answer(piece) or value_below(piece, targets[-1]) or (resumed(piece) if len(targets) == 1 else None)


def answer(piece: Piece) -> str | None:
    """What the sentence behind a question makes of what it names: « Vous parlez arabe ? Tant mieux. »"""
    if not _ASKS.search(piece.folded) or cues_of(piece) or _LOST_BULLET.search(piece.raw):
        return None
    behind = piece.posting.text[piece.end : piece.end + _ANSWER].lstrip('?»" ')
    words = _SENTENCE_END.split(folded(behind.split("\n\n")[0]))[0]
    start = piece.end + piece.posting.text[piece.end : piece.end + _ANSWER].index(behind)
    cues = cues_of(replace(piece, start=start, end=start + len(words), folded=words))
    if _no().match(words):
        return "not"  # « Faut-il le permis ? Non. »
    if behind.startswith("\n") and cues and set(_WORD.findall(words[: cues[0].start])) - lists().bridge - _IT:
        return None  # the line below speaks of something else: « La curiosité est un atout »
    subject = _SUBJECT.match(words[: cues[0].start]) if cues else None
    if subject and subject["what"] not in lists().bridge and subject["what"] not in piece.folded:
        return None
    kinds = {cue.kind for cue in cues}
    if _cheered().match(words) and "strong" not in kinds:
        return "weak"
    if cues and kinds == {"strong"} and set(_WORD.findall(words[: cues[0].start])) <= lists().bridge | {"oui", "yes"}:
        return "strong"
    return "weak" if "weak" in kinds else "not" if "not" in kinds else None


def resumed(piece: Piece) -> str | None:
    """What the next sentence makes of the one thing that a piece names: « Vous parlez arabe. Ce serait un plus. »."""
    said = _RESUMED.match(folded(piece.posting.text[piece.end : piece.end + _ANSWER]))
    if said is None or cues_of(piece) or not piece.folded.rstrip().endswith((".", "!")):
        return None
    start, end = piece.end + said.start("said"), piece.end + said.end("said")
    words = _FOR.sub("", said["said"])
    cues = cues_of(replace(piece, start=start, end=end, folded=words))
    for cue in reversed(cues):
        words = words[: cue.start] + words[cue.end :]
    return cues[0].kind if cues and set(_WORD.findall(words)) <= lists().bridge | _of_weight() else None


def value_below(piece: Piece, target: Span) -> str | None:
    """What the next line makes of a thing that has its own: « Permis B / Souhaité », « Anglais / moyen / souhaité »."""
    rest = piece.folded[target.end :].strip(" *:)")
    level = "\n" in piece.raw[target.end :] and {*_WORD.findall(rest)} <= lists().levels | lists().coordination
    last = _LAST.match(piece.posting.text, piece.end) is not None  # and so no heading of what follows
    label = len(piece.folded) <= _ROW and (level or ((piece.governed is None or last) and not rest))
    below = piece.posting.text[piece.end : piece.end + _ROW].lstrip(" :*")
    words = folded(below[1:].split("\n")[0])
    if not label or not below.startswith("\n") or not words.strip() or words.rstrip().endswith(":"):
        return None
    start = piece.posting.text.index(below, piece.end) + 1
    if explains(piece.posting, start):  # « * Souhaité »
        return None
    cues = cues_of(replace(piece, start=start, end=start + len(words), folded=words))
    for cue in reversed(cues):
        words = words[: cue.start] + words[cue.end :]
    return cues[0].kind if cues and set(_WORD.findall(words)) <= lists().bridge else None


@cache
def _of_weight() -> frozenset[str]:
    return frozenset(table("facts_modality.toml")["resumed"]["words"])


@cache
def _no() -> re.Pattern[str]:
    """« Non », "No, you don't need one": a bare no."""
    return re.compile(rf"\s*(?:{one_of(table('facts_modality.toml')['never']['answered'])})(?=[,.!;]|\s?$|\s-)")


@cache
def _cheered() -> re.Pattern[str]:
    """« Super, sinon on se débrouille », "Great": an answer that makes a wish of what was asked."""
    return re.compile(
        rf"(?:(?:an?|une?|also|aussi|tres|very|really|so)\s)?(?:{one_of(table('facts_modality.toml')['weak']['cheers'])})(?=[,.!;]|\s?$)"
    )
