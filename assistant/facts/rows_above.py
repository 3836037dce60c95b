"""The row of a table above a page, where its sentence began there."""

from __future__ import annotations

import re

from assistant.facts.folded import folded
from assistant.facts.pieces import Piece

_FAR = 160  # characters before a piece in which such a row stands
_CARRIED = re.compile(r"[|\s]*\|\s*(?:on|sur|via|at|through|par|by)\s*")


def row_above(piece: Piece, before: str) -> str:
    """The row of a table above a cell that goes on with its sentence: "How to offer | Upload …", "| on https://…"."""
    if not _CARRIED.fullmatch(before):
        return ""
    above = piece.posting.text[max(0, piece.start - _FAR) : piece.start].rstrip()
    return folded(above.rpartition("\n")[2]) + " "
