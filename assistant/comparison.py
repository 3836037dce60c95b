"""Two to five postings side by side: a row a field, in each cell the values with their quotes."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Citation, FactField, Language


@dataclass(frozen=True)
class Cell:
    """What one posting states in one field, in words; empty `text`: not stated. `numbers` are those of its citations.

    `own` is what the person did to it, in words ("corrected by you"), empty where nothing.
    """

    text: str
    numbers: tuple[int, ...] = ()
    own: str = ""


@dataclass(frozen=True)
class Row:
    """One field of all postings, in their order."""

    field: FactField
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """Postings side by side: `postings` are the names shown, `titles` what people call them."""

    language: Language
    postings: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]
