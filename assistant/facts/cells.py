"""Values that bear a label: before them on their line, in the cell before, or alone on the line above.

« Clôture ....... 3 mai », « Durée | 6 mois », "CLOSING - 3 May", "From / 3 May".
"""

from __future__ import annotations

import re

from assistant.facts.folded import folded
from assistant.facts.pieces import Piece

_FARTHEST = 30  # characters between a label and its value: « le lundi », "not later than"
_MOST_WORDS = 4  # before a value on the line below its label
_LONGEST = 45  # characters of a label
_BEFORE = 70  # characters before a piece in which its line can begin with a number and a label
# What parts a label from its value, and what parts cells.
_MARK = re.compile(r"\s?(?::|\.{3,80}+:?|…{1,40}+|\||\t|→|=|\s[-–—](?=\s)|\s{3,80}+)\s*")
_CELL = re.compile(r"\||\t|;|[.!?]\s|\s{3,80}")
_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s)?\W*")
_HEADED = re.compile(  # « 9. Cut-off. Monday, 4 January », of a numbered line whose label ends in a full stop
    r"(?:^|\n)[ \t]{0,8}\d{1,2}(?:\.\d{1,2}|[.)])?[.)]?[ \t]{1,3}([^\W\d][^\n.:;!?]{2,40})\.[ \t]{1,3}\Z"
)
_ASKED = re.compile(
    r"(?:^|\n)[ \t]{0,8}(?:\W{1,3}\s)?([^\W\d][^\n.:;!?]{1,44}?)\s?\?[ \t]{1,3}\Z"
)  # « Jusqu'à quand ? Le 3 mai »
_PLAIN = " \t*_#>:.-–—•▪➢►✓✔·→?!()"


def label_at(piece: Piece, start: int) -> str:
    """The folded words of the label that the value at `start` of the piece bears, or nothing."""
    line_start = piece.raw.rfind("\n", 0, start) + 1
    before = piece.raw[line_start:start]
    marks = [found for found in _MARK.finditer(before) if len(before) - found.end() <= _FARTHEST]
    for mark in marks[-1:]:
        label = before[: mark.start()].rstrip()  # « Dates        : … »
        cell = max((cut.end() for cut in _CELL.finditer(label)), default=0)
        if words := _plain(label[cell:]):
            return words
    if len(before) > _FARTHEST or len(before.split()) > _MOST_WORDS:
        return ""
    if line_start:
        return _plain(piece.raw[:line_start].rstrip().rsplit("\n", 1)[-1])
    if piece.label:
        return _plain(piece.label.of(piece.posting.text))
    if asked := asked_before(piece):
        return asked
    if headed := _HEADED.search(piece.posting.text, max(0, piece.start - _BEFORE), piece.start):
        return _plain(headed[1])
    if piece.start == piece.section.body_start and piece.start > piece.section.start:
        return _plain(piece.section.heading)
    return ""


def asked_before(piece: Piece) -> str:
    """The folded words of the question that a line begins with and a piece answers: "By when? 3 May"; else nothing."""
    asked = _ASKED.search(piece.posting.text, max(0, piece.start - _BEFORE), piece.start)
    return _plain(asked[1]) if asked else ""


def _plain(words: str) -> str:
    words = words[_match_end(words) :].strip(_PLAIN)
    return folded(words) if len(words) <= _LONGEST else ""


def _match_end(words: str) -> int:
    found = _NUMBER.match(words)
    return found.end() if found else 0
