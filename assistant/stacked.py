"""Labels that stand one below the other with their values below them all, as tables come out of some files.

« Poste / Lieu / Début » on three lines, and « Infirmière / Gao / 1er mars » on the next three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold

_LEAST = 3  # labels of a stack
_MARKS = " *#_:|-\t"


@lru_cache(maxsize=8)  # asked for every section and sentence of one text after another
def stacked_labels(text: str) -> Mapping[int, Line]:
    """The labels of the stacks of a text, by the place where the value of each begins."""
    return {value.start: label for label, value in stacked(lines_of(text))}


def stacked(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """The labels of the stacks among some lines, each with its value; nothing but blank lines stands about a stack."""
    cuts = [n for n in range(1, len(lines)) if lines[n].start - lines[n - 1].end > 1]
    blocks = (lines[first:last] for first, last in pairwise([0, *cuts, len(lines)]))
    return [pair for block in blocks for pair in _pairs(block)]


def _pairs(block: Sequence[Line]) -> Sequence[tuple[Line, Line]]:
    half = len(block) // 2
    labels, values = block[:half], block[half:]
    if half < _LEAST or len(block) % 2 or not all(map(_is_label, labels)) or any(map(_is_label, values)):
        return ()
    return list(zip(labels, values, strict=True))


def _is_label(line: Line) -> bool:
    return fold(line.text).strip(_MARKS) in _names()


@cache
def _names() -> frozenset[str]:
    """What the columns of tables are called, those of a whole text left out."""
    fields = (field for field in table("columns.toml")["field"] if field["name"] != "description")
    return frozenset(name for field in fields for name in field["columns"])
