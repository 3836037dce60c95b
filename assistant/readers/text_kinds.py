"""Which kind of text a text is: an announcement, a web page, an e-mail, or a table of postings."""

from __future__ import annotations

import csv
import itertools
import json
import re
from typing import Literal

from assistant.readers.content import Unreadable

TextKind = Literal["text", "markdown", "html", "email", "csv", "json", "jsonl"]

_HEAD = 65_536  # characters that are looked at
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|section|article|span|strong)\b[^<>]{0,500}>", re.I)
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|span|strong)\b[^<>&]{0,200}&gt;", re.I)
_LEAST_TAGS = 4
_XML = re.compile(r"\s*<\?xml\s")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t\r\n]")
_SENT = {"from", "subject", "date", "to", "reply-to", "cc", "sender"}  # a text may have these copied into it
_CARRIED = {"received", "mime-version", "message-id", "return-path", "delivered-to", "dkim-signature", "content-type"}
_JSON = re.compile(r"\s*(?:\[\s*(?:[\[\]{\"]|\Z)|\{\s*[\"}])")
_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_DELIMITERS = ",;\t|"
_ROWS = 50  # rows of a table that are looked at
_LONGEST_LABEL = 60


def kind_of(text: str, whole: bool, suffix: str) -> TextKind:
    """The kind of a text, of which `text` is all or (not `whole`) the beginning.

    `suffix` (lower case, with its dot) settles what the text leaves open.
    """
    head = text[:_HEAD]
    if _is_email(head, suffix):
        return "email"
    if _PAGE.match(head):
        return "html"
    if _XML.match(head):
        raise Unreadable("an XML file, not a web page: save the posting as .html, PDF or plain text (.txt)")
    if (_JSON.match(head) or suffix in _JSON_NAMES) and (kind := _json_kind(text, whole, suffix)):
        return kind
    if suffix in (".md", ".markdown"):
        return "markdown"
    if _holds_tags(head, suffix) or is_escaped(head):
        return "html"
    return "csv" if _is_table(head, suffix) else "text"


def _is_email(head: str, suffix: str) -> bool:
    """A block of header lines with what only a mail programme writes, or any two of them in an `.eml`."""
    names = set()
    for number, line in enumerate(itertools.islice(head.split("\n"), 200)):
        if found := _HEADER.match(line + "\n"):
            names.add(found[1].lower())
        elif not line[:1].isspace() and not (number == 0 and line.startswith("From ")):
            break
    known = names & (_SENT | _CARRIED)
    return len(known) >= 2 and (suffix in (".eml", ".mht", ".mhtml") or bool(names & _CARRIED))


def _holds_tags(head: str, suffix: str) -> bool:
    tags = sum(1 for _ in itertools.islice(_TAG.finditer(head), _LEAST_TAGS))
    return tags > 0 if suffix in (".html", ".htm", ".xhtml") else tags == _LEAST_TAGS and "</" in head


def is_escaped(text: str) -> bool:
    """Whether its tags were written as words, `&lt;br /&gt;`, as some exports of job boards do, and none as a tag."""
    return sum(1 for _ in itertools.islice(_ESCAPED.finditer(text), _LEAST_TAGS)) == _LEAST_TAGS and not _TAG.search(
        text
    )


def _json_kind(text: str, whole: bool, suffix: str) -> Literal["json", "jsonl"] | None:
    """Lines that are each an object, or one value; broken JSON is taken for what its name says."""
    lines = [line for line in itertools.islice(text.split("\n"), 50) if line.strip()][:2]
    objects = [_is_object(line) for line in lines]
    if all(objects) and (len(lines) > 1 or suffix in (".jsonl", ".ndjson")):
        return "jsonl"
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    return "json" if suffix == ".json" or not whole or _is_json(text) else None


def _is_object(line: str) -> bool:
    return line.lstrip().startswith("{") and _is_json(line)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(head: str, suffix: str) -> bool:
    """Rows of one width under a row of labels; prose has commas too, but followed by a space and not as many a line."""
    named = suffix in (".csv", ".tsv")
    for delimiter in _DELIMITERS:
        rows = _rows(head, delimiter)
        if rows and _is_header(rows[0], named) and _are_even(rows, named):
            return True
    return False


def _rows(head: str, delimiter: str) -> list[list[str]]:
    """The first rows; the last one is left out where the text goes on behind it."""
    reader = csv.reader(head.splitlines(keepends=True), delimiter=delimiter)
    try:
        rows = [row for row in itertools.islice(reader, _ROWS) if any(cell.strip() for cell in row)]
    except csv.Error:
        return []
    return rows[:-1] if len(head) == _HEAD and len(rows) > 1 else rows


def _is_header(labels: list[str], named: bool) -> bool:
    bare = [label.strip() for label in labels]
    short = all(len(label) <= _LONGEST_LABEL and not label.endswith((".", "!", "?", ":")) for label in bare)
    if named:
        return len(labels) > 1 and short
    different = all(bare) and len(set(bare)) == len(bare)
    return len(labels) > 2 and short and different and not any(label[:1] == " " for label in labels[1:])


def _are_even(rows: list[list[str]], named: bool) -> bool:
    """Whether the rows have the header's width: most of them where the name says that it is a table."""
    even = sum(len(row) == len(rows[0]) for row in rows[1:])
    return even * 5 >= (len(rows) - 1) * 4 if named else len(rows) > 2 and even == len(rows) - 1
