"""Answers, facts and postings as JSON objects, and history out of it. The forms are part of the program's interface."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from assistant.domain import Answer, Posting, Turn
from assistant.errors import UserError
from assistant.headline import headline
from assistant.text import as_written, one_line

_LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in "\u0085\u2028\u2029"}


def answer_object(answer: Answer) -> dict[str, Any]:
    """An answer as `ask --json` prints it."""
    return {
        "question": answer.question,
        "language": answer.language,
        "kind": answer.kind,
        "text": answer.text,
        "matches": [asdict(match) for match in answer.matches],
        "checked": answer.checked,
        "undecided": [asdict(undecided) for undecided in answer.undecided],
        "abstained": answer.abstained,
        "writer": answer.writer,
        "citations": [{**asdict(cited), "quote": as_written(cited.quote)} for cited in answer.citations],
        "notices": list(answer.notices),
    }


def posting_object(posting: Posting, shown_as: str) -> dict[str, Any]:
    """A posting as `list --json` prints it; `show --json` adds the text and its sections."""
    return {
        "posting": shown_as,
        "source": posting.source,
        "title": headline(posting.title.of(posting.text)),
        "organisation": one_line(posting.organisation.of(posting.text)),
        "location": one_line(posting.location.of(posting.text)),
        "language": posting.language,
        "fields": _fields(posting),
        "notices": [asdict(notice) for notice in posting.notices],
    }


def _fields(posting: Posting) -> dict[str, str]:
    """What the source stated beside the text, by name; several values of one name are joined."""
    values: dict[str, list[str]] = {}
    for field in posting.fields:
        values.setdefault(field.name, []).append(field.value.of(posting.text))
    return {name: "; ".join(each) for name, each in values.items()}


def sections_object(posting: Posting) -> list[dict[str, Any]]:
    """The sections of a posting with their places in its text."""
    return [
        {"kind": section.kind, "path": list(section.path), "start": section.start, "end": section.end}
        for section in posting.sections
    ]


def line(value: object) -> str:
    """`value` as JSON on one line, for readers too that take U+2028 and the like for line ends."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def history_of(value: object) -> tuple[Turn, ...]:
    """Turns out of a JSON list of `{"role": …, "content": …}`; UserError where it is none."""
    if not isinstance(value, list):
        raise UserError('The history must be a list like [{"role": "user", "content": "…"}].')
    return tuple(_turns(value))


def _turns(items: Iterable[object]) -> Iterable[Turn]:
    for item in items:
        role, content = (item.get("role"), item.get("content")) if isinstance(item, dict) else (None, None)
        if role not in ("user", "assistant") or not isinstance(content, str):
            raise UserError('Each turn of the history needs "role" (user or assistant) and "content" (a text).')
        yield Turn("user" if role == "user" else "assistant", content)


def question_of(text: str) -> tuple[str, tuple[Turn, ...]]:
    """Question and history out of one line of a batch; UserError where it cannot be read."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError(f"This line is not JSON: {error.msg}.") from error
    if not isinstance(value, dict) or not isinstance(value.get("question"), str):
        raise UserError('This line needs a "question".')
    return value["question"], history_of(value.get("history") or [])
