"""A conversation to keep: its questions and answers, with one list of all sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Answer, Citation
from assistant.resources import table
from assistant.text import clean, one_line

_ACTING = re.compile(r"[\\`*_\[\]<>#|~!&]")
_MARKUP = str.maketrans({"<": "&lt;", "[": "\\[", "]": "\\]", "`": "\\`"})


@dataclass(frozen=True)
class Told:
    """A question with what was answered: statements in order, each with the numbers of its sources."""

    question: str
    statements: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Source:
    """A source under its number in the whole conversation, with what people call its posting."""

    number: int
    title: str
    citation: Citation


def told(answers: Sequence[Answer]) -> tuple[list[Told], list[Source]]:
    """The turns and their sources, numbered through; words that stand at one place are one source."""
    sources: dict[tuple[str, int, int], Source] = {}
    turns = []
    for answer in answers:
        numbers = {}
        for citation in answer.citations:
            key = (citation.posting, citation.start, citation.end)
            made = Source(len(sources) + 1, answer.names.get(citation.posting, ""), citation)
            numbers[citation.number] = sources.setdefault(key, made).number
        said = tuple(
            (clean(statement.text), tuple(numbers[n] for n in statement.citations if n in numbers))
            for statement in answer.statements
        )
        turns.append(Told(one_line(clean(answer.question)), said))
    return turns, list(sources.values())


def heading(answers: Sequence[Answer], key: str) -> str:
    """A heading in the language of the first answer."""
    language = answers[0].language if answers else "en"
    return str(table("exports.toml")[language]["says"][key])


def source_line(source: Source) -> tuple[str, str]:
    """Where a source stands, and its words."""
    at = source.citation
    named = f"{source.title} ({at.posting})" if source.title else at.posting
    section = f", {one_line(at.section)}" if at.section else ""
    return clean(f"{named}{section}, {at.start}–{at.end}"), " ".join(clean(at.quote).split())


def markdown_of(answers: Sequence[Answer]) -> bytes:
    """The conversation as Markdown; what stands in questions and postings acts on nothing there."""
    turns, sources = told(answers)
    lines = [f"# {heading(answers, 'conversation')}"]
    for turn in turns:
        lines += ["", f"## {_plain(turn.question)}"]
        for text, numbers in turn.statements:
            marks = "".join(f" [{number}]" for number in numbers)
            lines += [
                *([] if text.startswith("- ") and lines[-1].startswith("- ") else [""]),
                f"{text.translate(_MARKUP)}{marks}",
            ]
    if sources:
        lines += ["", f"## {heading(answers, 'sources')}", ""]
    for source in sources:
        where, quote = source_line(source)
        lines.append(f"{source.number}. {_plain(where)}: « {_plain(quote)} »")
    return ("\n".join(lines) + "\n").encode("utf8", "replace")


def _plain(text: str) -> str:
    return _ACTING.sub(lambda found: f"\\{found[0]}", text)
