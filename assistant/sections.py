"""A posting's text cut at its own headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from assistant.domain import Section, SectionKind, Span
from assistant.headings import Heading, headings_of, is_numbered_part
from assistant.lines import Line, furniture, lines_of
from assistant.quoted_mail import without_marks


def sections_of(text: str) -> tuple[tuple[Section, ...], tuple[Span, ...]]:
    """The sections of `text` in order, and its page headers and footers, which belong to none of them.

    What stands before the first heading is a section of kind `other` with an empty path.
    """
    lines = lines_of(without_marks(text))
    headers = furniture(lines)
    apart = {line.start for line in headers}
    headings = headings_of([line for line in lines if line.start not in apart])
    return _sections(lines, headings, len(text)), tuple(line.span for line in headers)


def _sections(lines: Sequence[Line], headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    first = headings[0].start if headings else length
    found = []
    if any(line.start < first for line in lines):
        found.append(Section("other", (), 0, 0, first))
    above: list[tuple[Heading, SectionKind]] = []
    for heading, following in zip_longest(headings, headings[1:]):
        while above and above[-1][0].level >= heading.level:
            above.pop()
        above.append((heading, _kind(heading, above[-1][1] if above else "other")))
        path = tuple(h.words for h, _ in above)
        end = following.start if following else length
        found.append(Section(above[-1][1], path, heading.start, heading.body, end))
    return tuple(found)


def _kind(heading: Heading, parent: SectionKind) -> SectionKind:
    """A heading that tells no kind of its own is of its parent's, and so is one of a counted series."""
    if parent != "other" and (heading.kind == "other" or is_numbered_part(heading.words)):
        return parent
    return heading.kind
