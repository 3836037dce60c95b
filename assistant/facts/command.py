"""The command `facts`: the facts of files, one JSON object a posting, without a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.domain import Fact, Posting
from assistant.errors import UserError
from assistant.fact_form import fact_object
from assistant.facts import facts_of
from assistant.reading import Unreadable, posting_of, read_bytes, text_of
from assistant.text import clean

_BODIES = ("description", "body", "text")  # the columns of a table that may hold a posting's text


def print_facts(files: Sequence[Path]) -> int:
    """Print one JSON object a posting on standard output; 1 where a file failed, which standard error explains."""
    failed = False
    for path in files:
        try:
            for posting in _postings(path):
                print(json.dumps(as_json(posting, facts_of(posting)), ensure_ascii=False))
        except UserError as error:
            failed = True
            print(f"{path}: {error}", file=sys.stderr)
    return int(failed)


def as_json(posting: Posting, facts: Sequence[Fact]) -> dict[str, Any]:
    """A posting's facts in the form that the command prints."""
    return {"posting": posting.name, "facts": [fact_object(fact) for fact in facts]}


def _postings(path: Path) -> Iterator[Posting]:
    """The posting of a file, or one a row of a `.jsonl` table."""
    text = text_of(read_table(path) if path.suffix == ".jsonl" else read_bytes(path))
    if path.suffix != ".jsonl":
        yield posting_of(str(path.parent), path.name, text)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield posting_of(str(path.parent), f"{path.name}#{number}", _row_text(line, number))


def read_table(path: Path) -> bytes:
    """The content of a table, which may be larger than a posting may be; Unreadable where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be opened: {error.strerror or error}") from error


def _row_text(line: str, number: int) -> str:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise Unreadable(f"row {number} is not JSON ({error.msg}): mend or remove it") from error
    if not isinstance(row, dict):
        raise Unreadable(f"row {number} is not an object: each row needs title and description")
    body = next((row[key] for key in _BODIES if row.get(key)), "")
    return clean("\n\n".join(str(part) for part in (row.get("title"), body) if part))
