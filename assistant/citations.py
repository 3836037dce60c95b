"""Every quote is checked against its posting before anything is shown."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Answer, Citation, Posting, Section, Span
from assistant.library import Library
from assistant.lines import strip_bullet

_SHORTEST = 4  # letters and digits below which a quote says nothing


def cite(number: int, posting: Posting, shown_as: str, span: Span) -> Citation:
    """The citation of the words at `span`, without the space and the list mark around them.

    Words that are too short to say anything by themselves, « - CV », come with the line before them.
    """
    words = span.of(posting.text)
    start = span.start + len(words) - len(strip_bullet(words))
    end = span.start + len(words.rstrip())
    if _letters(posting.text[start:end]) < _SHORTEST:
        start, end = _wider(posting.text, start, end)
    section = section_at(posting, start)
    return Citation(number, shown_as, section.heading if section else "", posting.text[start:end], start, end)


def section_at(posting: Posting, position: int) -> Section | None:
    """The section that holds a place of the text."""
    return next((section for section in posting.sections if section.start <= position < section.end), None)


def verified(answer: Answer, library: Library) -> Answer:
    """The answer without citations that are not verbatim at their place, and without statements that lean on them."""
    forged = {c.number for c in answer.citations if not _is_verbatim(c, library)}
    good = {c.number for c in answer.citations} - forged
    statements = tuple(s for s in answer.statements if good.issuperset(s.citations))
    if not forged and len(statements) == len(answer.statements):
        return answer
    used = {number for statement in statements for number in statement.citations}
    return replace(answer, statements=statements, citations=tuple(c for c in answer.citations if c.number in used))


def _is_verbatim(citation: Citation, library: Library) -> bool:
    posting = library.by_display_name.get(citation.posting)
    if posting is None or _letters(citation.quote) < _SHORTEST:
        return False
    return citation.start >= 0 and posting.text[citation.start : citation.end] == citation.quote


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the lines before it, or behind it at the top, until it says something."""
    start = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    end = stop if stop >= 0 else len(text)
    while start and _letters(text[start:end]) < 2 * _SHORTEST:
        start = text.rfind("\n", 0, start - 1) + 1
    while end < len(text) and _letters(text[start:end]) < _SHORTEST:
        stop = text.find("\n", end + 1)
        end = stop if stop >= 0 else len(text)
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
