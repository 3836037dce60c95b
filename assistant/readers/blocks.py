"""The blocks of a document, headings, paragraphs, list items and tables, as the lines that a posting is read in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.lines import strip_bullet
from assistant.text import clean

_LONGEST_HEADING = 110  # characters of a bold paragraph that heads what follows
_LONGEST_KEY = 60  # characters of a cell that names the cell beside it
_LONGEST_CELL = 400  # characters of a cell of a table; longer ones are parts of the page


@dataclass(frozen=True)
class Block:
    """One paragraph as a line or several; items and rows of one list or table stand together without blank lines."""

    text: str
    kind: Literal["paragraph", "heading", "item", "row"] = "paragraph"
    bold: bool = False  # all of it

    @property
    def line(self) -> str:
        """The block as it stands in the text."""
        if self.kind == "item":
            return f"- {strip_bullet(self.text)}"
        words = self.text.strip()
        heads = self.kind == "paragraph" and self.bold and len(words) <= _LONGEST_HEADING and "\n" not in words
        return f"**{words}**" if heads and words[-1] not in ".;," and any(map(str.isalnum, words)) else self.text


Cell = Sequence[Block]


def heading(words: str, level: int) -> Block:
    """A heading; `level` counts from 1."""
    return Block(f"{'#' * min(max(level, 1), 6)} {' '.join(words.split())}", "heading")


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks that hold something as clean text, with one blank line between paragraphs."""
    kept = [block for block in blocks if block.text.strip()]
    gaps = ["\n" if a.kind == b.kind and a.kind in ("item", "row") else "\n\n" for a, b in pairwise(kept)]
    return clean("".join(gap + block.line for gap, block in zip(["", *gaps], kept, strict=False)))


def table(rows: Sequence[Sequence[Cell]]) -> Iterator[Block]:
    """The blocks of a table: « key : value » for labels with their values, « a | b | c » for data, else its cells."""
    rows = [[cell for cell in row if any(block.text.strip() for block in cell)] for row in rows]
    rows = [row for row in rows if row]
    if all(len(row) == 1 or (len(row) == 2 and _is_key(row[0])) for row in rows):
        for row in rows:
            yield from _pair(row[0], row[1]) if len(row) == 2 else row[0]
    elif all(_is_small(cell) for row in rows for cell in row):
        yield from (Block(" | ".join(map(_words, row)), "row") for row in rows)
    else:
        yield from (block for row in rows for cell in row for block in cell)


def _pair(key: Cell, value: Cell) -> Iterator[Block]:
    """« key : value » on one line, or the key over a value of several paragraphs."""
    name = _words(key).rstrip(" :")
    if len(value) == 1 and value[0].kind == "paragraph":
        yield Block(f"{name} : {value[0].text.strip()}", "row")
    else:
        yield Block(f"{name} :")
        yield from value


def _is_key(cell: Cell) -> bool:
    words = _words(cell)
    return (
        len(words) <= _LONGEST_KEY and all(b.kind in ("paragraph", "heading") for b in cell) and words[-1] not in ".;,"
    )


def _is_small(cell: Cell) -> bool:
    return sum(len(block.text) for block in cell) <= _LONGEST_CELL and all(b.kind != "heading" for b in cell)


def _words(cell: Cell) -> str:
    """The words of a cell on one line."""
    return " ".join(
        " ".join(block.text.lstrip("#") if block.kind == "heading" else block.text for block in cell).split()
    )
