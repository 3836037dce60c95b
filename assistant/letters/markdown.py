"""An outline, a checklist and a ranking as Markdown, and as plain text for an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain import Language
from assistant.letters.domain import Checklist, Fit, Outline, Point, Quote, Ranked
from assistant.letters.phrases import say
from assistant.text import one_line

_MARKED = re.compile(r"([\\`*_<>#|~])")


def as_markdown(outline: Outline) -> str:
    """An outline as Markdown: a heading a part, and below each point its quotes and how to tell it."""
    return "\n".join(_outline_lines(outline)) + "\n"


def checklist_markdown(checklist: Checklist) -> str:
    """A checklist as Markdown."""
    title = f"# {say(checklist.language, 'checklist_title', title=_safe(checklist.title))}"
    return "\n".join([title, "", *_points(checklist.language, checklist.points)]) + "\n"


def fit_markdown(fit: Fit) -> str:
    """A ranking as Markdown: open postings, then closed ones, each with its reasons."""
    lines = [f"# {say(fit.language, 'fit_title', checked=fit.checked)}"]
    for key, ranked in (("fit_open", fit.open), ("fit_closed", fit.closed)):
        if ranked:
            lines += ["", f"## {say(fit.language, key, count=len(ranked))}"]
        for number, one in enumerate(ranked, start=1):
            lines += ["", *_ranked(fit, number, one)]
    return "\n".join(lines) + "\n"


def as_text(outline: Outline) -> str:
    """An outline as plain text."""
    return plain(as_markdown(outline))


def plain(markdown: str) -> str:
    """Markdown of this module without its signs."""
    lines = (re.sub(r"^(#+) (.*)$", _underlined, line) for line in markdown.split("\n"))
    return re.sub(r"\\([\\`*_<>#|~])", r"\1", "\n".join(line.replace("**", "") for line in lines))


def _underlined(heading: re.Match[str]) -> str:
    return f"{heading[2].upper()}\n{'=' * len(heading[2])}" if heading[1] == "#" else heading[2].upper()


def _outline_lines(outline: Outline) -> Iterator[str]:
    yield f"# {say(outline.advice, 'outline_title', title=_safe(outline.title))}"
    if outline.warnings:
        yield ""
        yield from _points(outline.advice, outline.warnings)
    for part in outline.parts:
        yield f"\n## {part.heading}\n"
        yield from _points(outline.advice, part.points)


def _ranked(fit: Fit, number: int, ranked: Ranked) -> Iterator[str]:
    yield f"{number}. **{_safe(ranked.title)}** — {_safe(ranked.posting)}"
    for line in _points(fit.language, (*ranked.deadline, *ranked.reasons)):
        yield f"   {line}"


def _points(language: Language, points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        mark = "**!** " if point.kind == "warning" else ""
        yield f"- {mark}{_safe(point.text)}"
        for quote in point.quotes:
            yield f"  - {quoted(language, quote)}"
        for note in point.notes:
            yield f"  - {_safe(note)}"


def quoted(language: Language, quote: Quote) -> str:
    """A quote on one line, with whose it is."""
    whose = say(language, "of_cv" if quote.of_cv else "of_posting")
    return f"{whose}{':' if language == 'en' else ' :'} « {_safe(one_line(quote.words))} »"


def _safe(text: str) -> str:
    """Text in which nothing is taken for a sign of Markdown."""
    return _MARKED.sub(r"\\\1", " ".join(text.split()))
