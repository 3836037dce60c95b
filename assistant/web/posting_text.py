"""The whole text of a posting by sections, with a quote marked. Each character is shown once, and none is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.domain import Posting, Section, Span
from assistant.web.markup import Html, element, join, text, without_emphasis

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def posting_text(posting: Posting, quote: Span | None = None) -> Html:
    """The text of `posting`, the characters of `quote` in marks."""
    sections = sorted(posting.sections, key=lambda section: section.start)
    parts: list[str] = []
    reached = 0
    starts_of_next = [*(section.start for section in sections[1:]), len(posting.text)]
    for section, next_start in zip(sections, starts_of_next, strict=False):
        parts.extend(_blocks(posting, reached, section.start, quote))
        parts.append(_heading(posting, section, quote))
        # A section may reach over the ones below it; each character is shown once, under the nearest heading.
        reached = min(section.end, next_start)
        parts.extend(_blocks(posting, section.body_start, reached, quote))
    parts.extend(_blocks(posting, reached, len(posting.text), quote))
    return element("div", *parts, class_="posting-text", lang=posting.language)


def _heading(posting: Posting, section: Section, quote: Span | None) -> Html:
    start, end = _trimmed(posting.text, section.start, section.body_start)
    if start == end:
        return join(_gap(posting.text, section.start, section.body_start))
    level = min(2 + max(len(section.path), 1), 6)
    heading = element(f"h{level}", *_inline(posting, start, end, quote), dir="auto", class_=f"kind-{section.kind}")
    return join([_gap(posting.text, section.start, start), heading, _gap(posting.text, end, section.body_start)])


def _blocks(posting: Posting, start: int, end: int, quote: Span | None) -> Iterator[Html]:
    """The paragraphs of a stretch of the text; the blank lines between them stay, and show as nothing."""
    reached = start
    for gap in [*_BLANK_LINES.finditer(posting.text, start, end), None]:
        stop = gap.start() if gap else end
        first, last = _trimmed(posting.text, reached, stop)
        yield _gap(posting.text, reached, first)
        if first < last:
            yield element("p", *_inline(posting, first, last, quote), dir="auto")
        yield _gap(posting.text, last, gap.end() if gap else stop)
        reached = gap.end() if gap else end


def _inline(posting: Posting, start: int, end: int, quote: Span | None) -> Iterator[Html]:
    """The characters `start` to `end` with the quote marked and page furniture dimmed."""
    marks = [quote] if quote else []
    cuts = sorted({start, end, *_inside(start, end, [*marks, *posting.furniture])})
    for first, last in pairwise(cuts):
        shown = without_emphasis(posting.text[first:last])
        if _covered(first, posting.furniture):
            shown = element("span", shown, class_="furniture")
        if _covered(first, marks):
            shown = element("mark", shown)
        yield shown


def _inside(start: int, end: int, spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from (edge for edge in (span.start, span.end) if start < edge < end)


def _covered(position: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    body = words[start:end]
    first = start + len(body) - len(body.lstrip())
    return (first, first + len(body.strip())) if body.strip() else (end, end)


def _gap(words: str, start: int, end: int) -> Html:
    return text(words[start:end])
