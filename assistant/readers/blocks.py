"""The blocks of a document, headings, paragraphs, list items and tables, as the lines that a posting is read in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.lines import strip_bullet
from assistant.readers.columns import is_label
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
    filled = [[cell for cell in row if any(map(str.isalnum, _words(cell)))] for row in rows]
    rows = _unfolded([row for row in filled if row])
    pairs = [row for row in rows if len(row) == 2]
    keys = sum(_is_key(key) for key, _ in pairs)
    if all(len(row) <= 2 for row in rows) and 3 * keys >= 2 * len(pairs) and not _is_data(rows):
        for row in rows:
            yield from _pair(*row) if len(row) == 2 and _is_key(row[0]) else (block for cell in row for block in cell)
    elif all(_is_small(cell) for row in rows for cell in row):
        yield from (Block(" | ".join(map(_words, row)), "row") for row in rows)
    else:
        yield from (block for row in rows for cell in row for block in cell)


def listed(rows: Sequence[Sequence[Cell]]) -> Iterator[Block]:
    """The blocks of a list of terms: each with all that is said of it."""
    for key, *values in rows:
        blocks = [block for value in values for block in value if block.text.strip()]
        if len(blocks) > 1 and all(len(b.text) <= _LONGEST_KEY and b.kind == "paragraph" for b in blocks):
            blocks = [Block(", ".join(block.text.strip() for block in blocks))]
        if blocks and _words(key):
            yield from _pair(key, blocks)
        else:
            yield from (*key, *blocks)


def _unfolded(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows of one label and its value each, where a table has two beside each other, or labels over one row of values.

    « Lieu | Agadir | Contrat | CDD » is two rows; « Lieu | Contrat » over « Agadir | CDD » is, too.
    """
    width = len(rows[0]) if rows else 0
    if len(rows) == 2 and width > 1 and len(rows[1]) == width and _are_labels(rows[0], rows[1]):
        return [[key, value] for key, value in zip(*rows, strict=True)]
    wide = [row for row in rows if len(row) > 2]
    if wide and all(len(row) % 2 == 0 and _are_labels(row[::2], row[1::2]) for row in wide):
        return [list(row[n : n + 2]) for row in rows for n in range(0, len(row), 2)]
    return rows


def _is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names the columns of several others, as many as it has cells."""
    width = len(rows[0]) if rows else 0
    if len(rows) < 3 or width < 2 or any(len(row) != width for row in rows):
        return False
    return all(block.bold for cell in rows[0] for block in cell) and not any(
        block.bold for row in rows[1:] for cell in row for block in cell
    )


def _are_labels(keys: Sequence[Cell], values: Sequence[Cell]) -> bool:
    """Whether the first cells name what the others hold: by their words, their look, or the colon behind them."""
    if not all(_is_key(key) for key in keys):
        return False
    known = [sum(is_label(_words(cell)) for cell in cells) for cells in (keys, values)]
    if any(_words(key)[-1:] == ":" for key in keys) or (2 * known[0] >= len(keys) and not known[1]):
        return True
    bold = [[all(block.bold for block in cell if block.text.strip()) for cell in cells] for cells in (keys, values)]
    return all(bold[0]) and not any(bold[1])


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
    return sum(len(block.text) for block in cell) <= _LONGEST_CELL and all(
        b.kind not in ("heading", "row") for b in cell
    )


def _words(cell: Cell) -> str:
    """The words of a cell on one line."""
    return " ".join(
        " ".join(block.text.lstrip("#") if block.kind == "heading" else block.text for block in cell).split()
    )
