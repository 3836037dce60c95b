"""The lines of a CV: what part each stands in, and which are no evidence. The words are in `data/letters_cv.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.folded import alternatives, folded, one_of
from assistant.letters.domain import Aside, CVLine, CVPart
from assistant.lines import Line, lines_of, strip_bullet
from assistant.resources import table
from assistant.sentences import sentences_of

_LONGEST_HEADING = 60  # characters
_OWN_LINE = re.compile(r"(?<![,(&/–-])[ \t]*\n\s*(?=[A-ZÀ-Ý0-9«])")
_AGE = re.compile(r"(?<!\w)\d{2}\s(?:ans|years old)(?!\w)")
_CLAUSE = re.compile(r"[,;:|/·•.()]|\s-\s")
_OPENING = 8  # lines before the first heading in which who someone is may be told


def lines_of_cv(text: str) -> tuple[CVLine, ...]:
    """The lines, list items and sentences of a CV in order, its headings left out."""
    return tuple(
        _line(text, piece, part, number)
        for part, span in _parts(text)
        for number, piece in enumerate(_pieces(text, span))
    )


def _line(text: str, piece: Span, part: CVPart, number: int) -> CVLine:
    words = piece.of(text)
    start = piece.end - len(strip_bullet(words))
    return CVLine(start, piece.end, part, _aside(text, piece, part, number), strip_bullet(words) != words.lstrip())


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Sentences and items; a line that begins with a capital or a number stands by itself, as CVs have short ones."""
    for piece in sentences_of(text, span):
        start = piece.start
        for cut in _OWN_LINE.finditer(text, piece.start, piece.end):
            yield Span(start, cut.start())
            start = cut.end()
        yield Span(start, piece.end)


def _parts(text: str) -> Iterator[tuple[CVPart, Span]]:
    """The places under each heading; the opening, and what no table knows, are "other"."""
    part: CVPart = "other"
    start = 0
    for line in lines_of(text):
        found = _heading(line)
        if found is None:
            continue
        if text[start : line.start].strip():
            yield part, Span(start, line.start)
        part, start = found[0], line.start + found[1]
    if text[start:].strip():
        yield part, Span(start, len(text))


def _heading(line: Line) -> tuple[CVPart, int] | None:
    """The part that a line begins, and where in the line its first words stand: « Langues : français … »."""
    words = folded(line.text)
    bare = folded(strip_bullet(line.text)).strip(" #:.-|")
    for part, expression in _headings():
        if len(words) <= _LONGEST_HEADING and expression.fullmatch(bare):
            return part, len(line.text)
        if (inline := expression.match(words)) and words[inline.end() :].lstrip()[:1] == ":":
            return part, 0 if part == "other" else words.index(":") + 1  # « Permis : B » says all of it
    return None


def _aside(text: str, piece: Span, part: CVPart, number: int) -> Aside:
    words = folded(piece.of(text))
    if _words("instruction").search(words):
        return "instruction"
    in_opening = part == "personal" or (part == "other" and number < _OPENING)
    return "private" if _words("private").search(words) or (in_opening and _tells_of_a_person(words)) else ""


def _tells_of_a_person(words: str) -> bool:
    """Whether folded words give an age, a family or a nationality."""
    if _words("person").search(words) or _labelled().search(words):
        return True
    if _AGE.search(words) and "experience" not in words:
        return True
    if len(language_words.names().findall(words)) > 1:
        return False
    return any(_national().fullmatch(clause.strip()) for clause in _CLAUSE.split(words))


@cache
def _headings() -> tuple[tuple[CVPart, re.Pattern[str]], ...]:
    names: dict[CVPart, list[str]] = table("letters_cv.toml")["headings"]
    more = r"(?:\s?(?:&|/|,|et|and)\s(?:[^\W\d]{2,20}\s?){1,3})?"
    return tuple((part, re.compile(rf"(?:{one_of(words)})(?!\w){more}")) for part, words in names.items())


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(alternatives(table("letters_cv.toml")["aside"][key]))


@cache
def _labelled() -> re.Pattern[str]:
    """A label of what is private, or children that are counted."""
    data = table("letters_cv.toml")["aside"]
    return re.compile(
        rf"(?:^|[,;|/·•.(]\s?){alternatives(data['label'])}\s?:|{alternatives(data['counts'])}\s{alternatives(data['counted'])}"
    )


@cache
def _national() -> re.Pattern[str]:
    return re.compile(one_of(table("letters_cv.toml")["aside"]["national"]))
