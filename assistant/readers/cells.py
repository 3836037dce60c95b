"""The values of a table's cells as text: nested ones in words, dates and numbers as they are shown."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from assistant.resources import table
from assistant.text import fold

MOST_COLUMNS = 500
_DEPTH = 4  # objects in objects whose values become columns of their own
_MOST_ITEMS = 50  # of a list that is shown
_PACKED = ("[{", '["', "['", "[]")
_LONGEST_PACKED = 5_000  # characters
_CODE = 2  # characters of a value that says nothing without its name
_CURRENCY = re.compile(r"[€$£]|(?<![A-Za-z])(?:EUR|USD|GBP|MAD|CHF|CAD|TND|XOF|DH)(?![A-Za-z])")


def row_of(header: Sequence[str], cells: Sequence[Any]) -> Mapping[str, Any] | str:
    """The cells by column, or the reason why they are none; cells may be missing at the end."""
    if any(str(cell or "").strip() for cell in cells[len(header) :]):
        return f"it has {len(cells)} cells under {len(header)} names of columns: check its quotation marks"
    return {column: cell for column, cell in zip(header, cells, strict=False) if column}


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """An object with the values of objects within it as columns, « entreprise.nom »; lists stay as they are."""
    return dict(islice(_flat(row, "", _DEPTH), MOST_COLUMNS))


def _flat(row: Mapping[str, Any], prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict) and depth:
            yield from _flat(value, f"{prefix}{key}.", depth - 1)
        else:
            yield f"{prefix}{key}", value


def shown(cell: object) -> list[str]:
    """The values in a cell as text, none for an empty one and several for a list."""
    if isinstance(cell, str) and cell.startswith(_PACKED) and len(cell) <= _LONGEST_PACKED:
        cell = _unpacked(cell)
    if isinstance(cell, list | tuple):
        if len(cell) > _MOST_ITEMS and all(isinstance(each, int | float) for each in cell):
            return []  # a vector
        return [words for each in cell[:_MOST_ITEMS] if (words := _item(each))]
    words = _item(cell)
    return [words] if words else []


def _unpacked(words: str) -> object:
    """The list that a program wrote into a cell as JSON or as Python, or the words as they are."""
    for parse in (json.loads, ast.literal_eval):
        with suppress(ValueError, SyntaxError, RecursionError, MemoryError):
            return parse(words)
    return words


def _item(value: object) -> str:
    """« Anglais (required) » for `{"lang": "Anglais", "required": "required"}`; all its words are the source's."""
    if isinstance(value, dict):
        parts = [(str(key), words) for key, each in value.items() if (words := _item(each))]
        names = table("columns.toml")["nested"]["names"]
        parts.sort(key=lambda part: fold(part[0]) not in names)
        rest = ", ".join(f"{key} : {words}" if len(words) <= _CODE else words for key, words in parts[1:])
        return (f"{parts[0][1]} ({rest})" if rest else parts[0][1]) if parts else ""
    if isinstance(value, list | tuple):
        return ", ".join(words for each in value[:_MOST_ITEMS] if (words := _item(each)))
    return _scalar(value)


def _scalar(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def in_format(value: object, number_format: str) -> object:
    """A cell of a sheet as it is shown there: a date in ISO form, a number with its per cent sign or currency."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d") if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if "%" in number_format:
        return f"{_scalar(round(value * 100, 6))} %"
    currency = _CURRENCY.search(number_format)
    return f"{_scalar(value)} {currency.group()}" if currency else value
