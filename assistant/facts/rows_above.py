"""The row or line above a page, where its sentence began there."""

from __future__ import annotations

import re

from assistant.facts.folded import folded
from assistant.facts.pieces import Piece

_FAR = 160  # characters before a piece in which such a row stands
_CARRIED = re.compile(r"[|\s]*\|\s*(?:on|sur|via|at|through|par|by)\s*")


def line_above(piece: Piece) -> str:
    """The end of the line above, where a comma tells that it goes on: "through the Bank's portal, / www.…"."""
    above = _above(piece)
    return " " + folded(above) if above.endswith(",") else ""


def row_above(piece: Piece, before: str) -> str:
    """The row of a table above a cell that goes on with its sentence: "How to offer | Upload …", "| on https://…"."""
    return folded(_above(piece).rpartition("\n")[2]) + " " if _CARRIED.fullmatch(before) else ""


def _above(piece: Piece) -> str:
    return piece.posting.text[max(0, piece.start - _FAR) : piece.start].rstrip()
