"""Columns that stand side by side in a text: « REQUIRED » over the left one, « DESIRABLE » over the right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain import Modality, Posting, Span
from assistant.facts.governing import weight_of_heading
from assistant.facts.pieces import Piece

_HEADS = re.compile(r"^[ \t]*(\S+(?: \S+){0,3})(?:\t|[ ]{3,})\s*(\S+(?: \S+){0,3})[ \t]*$", re.MULTILINE)
_END = re.compile(r"\n[ \t]*(?:\n|$)")
_SLACK = 2  # characters that a column may stand left of its head


@dataclass(frozen=True)
class _Columns:
    within: Span
    first: int  # where on their lines the columns begin
    second: int
    weights: tuple[Modality, Modality]


def weight_of_column(piece: Piece, target: Span) -> Modality | None:
    """What the head of its column makes of a place in a piece; None where it stands in none."""
    start = piece.start + target.start
    for columns in _columns(piece.posting):
        if columns.within.start <= start < columns.within.end:
            on_line = start - (piece.posting.text.rfind("\n", 0, start) + 1)
            return columns.weights[on_line >= columns.second - _SLACK] if on_line >= columns.first - _SLACK else None
    return None


@lru_cache(maxsize=64)
def _columns(posting: Posting) -> Sequence[_Columns]:
    """The pairs of columns of which one head demands and the other wishes, each to the next empty line."""
    found = []
    for heads in _HEADS.finditer(posting.text):
        weights = weight_of_heading(heads[1]), weight_of_heading(heads[2])
        if weights[0] and weights[1] and weights[0] != weights[1]:
            end = _END.search(posting.text, heads.end())
            within = Span(heads.end(), end.start() if end else len(posting.text))
            first, second = heads.start(1) - heads.start(), heads.start(2) - heads.start()
            found.append(_Columns(within, first, second, (weights[0], weights[1])))
    return tuple(found)
