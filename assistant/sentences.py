"""Where list items and sentences begin and end: the smallest pieces that are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from assistant.domain import Span
from assistant.item_lines import is_full, item_starts
from assistant.lines import Line, lines_of
from assistant.quoted_mail import is_quoted_mail, without_quote_marks
from assistant.resources import table
from assistant.text import fold

_STOP = re.compile(r"(?:(?<!\.)\.++|[…!?؟])(?:[»”\"')\]*_]|[ \u00a0\u202f]»)*(?=\s)")  # French quotes stand off
_LAST_WORD = re.compile(r"([^\W\d_](?:[\w.]*\w)?)\.?$")
_LABEL = re.compile(
    r"(?i)(?:quand|o[ùu]|combien|qui|comment|quoi|pourquoi|when|where|who|how|what|why)\b"
)  # « Quand ? »
_SHORT_QUESTION = 60  # characters
_ASKED_SHORTLY = 3  # words of a question whose answer may begin with a small letter
_OPENING = " \t\n«“\"'([*_-–—•▪¿¡"
_WRAPPED = 65  # characters of a line that was broken because it was full
_FOR_A_LONG = 5  # full lines that a text must have for each longer one
_UNWRAPPED = 130  # a text with lines longer than this was not broken at a width
_NARROW = (40, 90)  # the longest line of a text that was broken at a narrow width
_ROW = re.compile(r"(?:\d{1,2}[.)]?\s{1,3})?[^\W\d_][^\n]{2,40}?\s{3,}\S")  # "Duty Station          Dakar"
_LABELLED = re.compile(r"[^\W\d_][^:.;,!?]{2,32}:\s")  # « Start date: … »
# Signs and numbers of list items that are no list marks elsewhere, where a heading may begin with them: « ✅ », « iv. »
_MARKED = re.compile(
    r"[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|\(?(?:i{1,3}|i?[vx]|vi{1,3})[.)]\s|\([a-z0-9]{1,2}\)\s|[a-h]\.\s|\d{1,2}/\s|\d{1,2}\s?[-–]\s(?=[^\W\d])|[+>]\s|\|"
)
_LEADER = re.compile(r"[^\n]{2,48}?\s?(?:\.{4,}|…{2,}|_{4,})")  # « English .......... required »
_DOTTED = re.compile(r"(?<![^\n])[^\W\d_][^\n.:;!?]{1,40}\s\.\.\Z")  # « Prise de poste .. 1er mars », among longer ones
_GAP = re.compile(r"\s{3,}")
_CELLS = 4
_INDENT = 5  # characters before a list item that lost its mark
_COLUMN = 16  # characters before the values of labels that stand beside them
_DASHED = 3  # lines that begin « -word », from which on they are items of a list
_SHORTEST_FULL = 40  # characters of a line that is broken before a quotation
_SHORTEST_TITLE = 4  # characters
_QUOTATION = '«“"'
_FAR = 200  # characters that are looked at around a stop, so that no text of any kind takes long


def sentences_of(text: str, span: Span) -> list[Span]:
    """The list items and sentences of `text` within `span`, in order, without surrounding space.

    A list mark stays with its item. Each piece is a slice of the text, so any of them can be quoted.
    """
    pieces: list[Span] = []
    for piece in (piece for block in _blocks(text, span) for piece in _split(text, block)):
        if pieces and not any(c.isalnum() for c in piece.of(text)):
            pieces[-1] = Span(pieces[-1].start, piece.end)  # a stray colon or bracket says nothing by itself
        else:
            pieces.append(piece)
    return pieces


def _blocks(text: str, span: Span) -> Iterator[Span]:
    """Runs of lines that belong together: an item with its following lines, a paragraph, a line of a title."""
    body = span.of(text)
    lines = lines_of(body)
    lines = without_quote_marks(lines) if is_quoted_mail(text) else lines
    wrapped, width = _wrapped_width(lines), _narrow_width(lines)
    spaced = sum(text.count("\n", span.start + a.end, span.start + b.start) > 1 for a, b in pairwise(lines))
    spaced_out = 2 * spaced > len(lines)  # every line stands apart: an empty one parts nothing
    dashed = sum(line.bullet == "-" for line in lines) >= _DASHED
    items = _indented_items(body, lines) | item_starts(body, lines, wrapped)
    start = None
    for line, following, after in zip_longest(lines, lines[1:], lines[2:]):
        start = line.start if start is None else start
        if following is None or not (
            (
                _goes_on(line, following, wrapped, dashed)
                and not _heads_list(line, following, after)
                and following.start not in items
                and not _is_title(text, span.start, line, following)
                and (spaced_out or not _is_item_apart(text, span.start, line, following))
            )
            or (
                text.count("\n", span.start + line.end, span.start + following.start) == 1
                and (_is_cut(line, following, width) or _is_in_column(body, line, following))
            )
        ):
            yield Span(span.start + start, span.start + line.end)
            start = None


def _wrapped_width(lines: Sequence[Line]) -> int:
    """The width at which a text was broken; 0 where it was not. A few lines may be longer."""
    lengths = sorted((len(line.text) for line in lines), reverse=True)
    broken = [length for length in lengths if length <= _UNWRAPPED]
    long, few = len(lengths) - len(broken), len(lines) // 10
    if long > few or sum(length >= _WRAPPED for length in broken) < max(2, _FOR_A_LONG * long):
        return 0
    return max([_WRAPPED, *broken[few // 4 :][:1]])


def _indented_items(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Where list items begin that lost their marks and kept their indent, which the lines below them do not have."""
    indents = [line.start - (text.rfind("\n", 0, line.start) + 1) for line in lines]
    indented = [line.start for line, indent in zip(lines, indents, strict=True) if 0 < indent <= _INDENT]
    goes_on = sum(
        above in range(1, _INDENT + 1) and not indent and line.text[0].islower()
        for above, (indent, line) in zip(indents, list(zip(indents, lines, strict=True))[1:], strict=False)
    )
    marked = any(line.bullet for line in lines)
    return frozenset(indented if goes_on and len(indented) > 1 and not marked else ())


def _narrow_width(lines: Sequence[Line]) -> int:
    """The width at which a text was broken that has lines too short for `_is_wrapped`; 0 where it was not."""
    width = max((len(line.text) for line in lines), default=0)
    broken = sum(is_full(line, other, width) and other.text[0].islower() for line, other in pairwise(lines))
    return width if _NARROW[0] <= width <= _NARROW[1] and broken >= 2 else 0


def _is_title(text: str, start: int, line: Line, following: Line) -> bool:
    """Whether the next line is a title in capitals below an empty one: « DOSSIER A FOURNIR »."""
    apart = text.count("\n", start + line.end, start + following.start) > 1
    if apart and (following.text[0] in "([" or (line.text.isupper() and line.text[-1] == ")")):
        return True  # « ORGANISATION INTERGOUVERNEMENTALE (OIVM) », and the title below an empty line
    return apart and following.text.isupper() and len(following.text) >= _SHORTEST_TITLE and not line.text.isupper()


def _is_item_apart(text: str, start: int, line: Line, following: Line) -> bool:
    """Whether a list item ends at an empty line, below which a sentence begins."""
    apart = text.count("\n", start + line.end, start + following.start) > 1
    return apart and bool(line.bullet) and following.text[0].isupper()


def _is_in_column(text: str, line: Line, following: Line) -> bool:
    """Whether a list goes on in the column of values beside labels: « CV ; diplôme ; », and far below it the rest."""
    indent = following.start - (text.rfind("\n", 0, following.start) + 1)
    return line.text[-1] == ";" and indent >= _COLUMN and following.text[0].islower() and not following.bullet


def _goes_on(line: Line, following: Line, wrapped: int, dashed: bool) -> bool:
    if wrapped and not dashed and len(line.text) >= _WRAPPED and _is_half_of_compound(line, following):
        return True
    if following.bullet or line.text[-1] in ".!?؟:;…»" or line.text.endswith("**"):
        return False
    if _MARKED.match(following.text) or _LEADER.match(following.text) or (_is_row(line) and _is_row(following)):
        return False
    if following.text[0].islower() or line.text[-1] in ",(/’'" or line.text.endswith(" ="):
        return True
    full = wrapped > 0 and len(line.text) >= _WRAPPED and is_full(line, following, wrapped)
    return full and not _LABELLED.match(following.text) and not _ROW.match(following.text)


def _heads_list(line: Line, following: Line, after: Line | None) -> bool:
    """Whether the line below a list item is a title over further items: « What would please us »."""
    short = following.text[0].isupper() and following.text[-1].isalpha() and len(following.text) <= _SHORT_QUESTION
    listed = after is not None and after.bullet == line.bullet != "" and not following.bullet
    begins = (f"{fold(following.text)} ".startswith(f"{words} ") for words in table("abbreviations.toml")["titles"])
    return short and listed and any(begins)


def _is_row(line: Line) -> bool:
    """Whether a line is two to four cells of a table, the first of a few words: "French     fluent     a must"."""
    cells = _GAP.split(line.text)
    return 2 <= len(cells) <= _CELLS and len(cells[0].split()) <= _CELLS


def _is_cut(line: Line, following: Line, width: int) -> bool:
    """Whether the break between two lines parts a date, a label from its quotation, or a phrase."""
    first, last = following.text[0], line.text[-1]
    if following.bullet or _MARKED.match(following.text) or last in ".!?؟;…»" or line.text.endswith("**"):
        return False
    if first in _QUOTATION and (last == ":" or (last.islower() and len(line.text) > _SHORTEST_FULL)):
        return True
    if _is_open(line.text) or (
        line.text.isupper() and len(line.text) > _SHORTEST_FULL and _links().match(following.text)
    ):
        return True
    if last == "-" and line.text[-2:-1].isalpha() and first.isalpha():
        return True
    ends, begins = _cuts()
    words = fold(line.text[-40:])
    if ends["word"].search(line.text[-40:]) and (first.isalnum() or first in _QUOTATION):
        return True
    opening = fold(following.text[:20])
    if any(ends[kind].search(words) and begins[kind].match(opening) for kind in ("weekday", "day", "month")):
        return True
    return bool(width) and last != ":" and is_full(line, following, width) and (first.isdigit() or first in _QUOTATION)


def _is_open(words: str) -> bool:
    """Whether a line ends within a quotation: « en mentionnant en objet : « MEAL »."""
    return words.rfind("«") > words.rfind("»") or words.rfind("“") > words.rfind("”")


def is_cut_at(text: str, start: int) -> bool:
    """Whether the line that begins at `start` of `text` goes on with the line right above it, in a date or a phrase."""
    before = text[max(0, start - _UNWRAPPED) : start]
    gap = before[len(before.rstrip()) :]
    above, below = lines_of(before)[-1:], lines_of(text[start : start + _UNWRAPPED])[:1]
    return bool(above and below) and gap.count("\n") == 1 and _is_cut(above[0], below[0], 0)


def _is_half_of_compound(line: Line, following: Line) -> bool:
    """Whether a line begins with the hyphen of a word that the line before broke off: « savoir / -faire »."""
    return line.text[-1].isalpha() and following.bullet == "-" and following.text[1].islower()


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.end() < block.end and _ends(text, start, stop, block.end):
            yield Span(start, stop.end())
            start = after_space(text, stop.end())
    if start < block.end:
        yield Span(start, block.end)


def after_space(text: str, start: int) -> int:
    """The first place from `start` on that is no space, or the end of the text."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop ends a sentence: what follows begins like one, and the word before is no abbreviation."""
    rest = text[stop.end() : min(end, stop.end() + _FAR)].lstrip(_OPENING)
    if stop.group().startswith("....") or _DOTTED.search(text, max(start, stop.end() - 46), stop.end()):
        return False  # dots that lead to a value: « Starting ........ 1 March »
    if (
        not rest
        or not text[start : stop.start()].strip()  # a list mark: « .  Permis B »
        or (rest[0].islower() and not _is_asked_shortly(text, start, stop.end()))
        or rest[0] in ":;,)]=→⇒"  # « (CISA, CISM, ... ) », « (bambara, pulaar…) = un plus »
        or (stop.start() - start < _FAR and _is_number(text[start : stop.start()]))
    ):
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    word = _LAST_WORD.search(fold(text[max(start, stop.start() - 20) : stop.start()]))
    before = word.group(1) if word else ""
    always, sometimes = _abbreviations()
    if before in sometimes:
        return rest[0].isupper()
    is_initial = len(before) == 1 and before.isalpha()
    return not (before in always or is_initial)


def _is_asked_shortly(text: str, start: int, end: int) -> bool:
    """« Permis B ? un atout, pas une obligation »: what is asked in a word or two is answered behind it."""
    words = text[start:end].strip() if end - start <= _SHORT_QUESTION else ""
    asked = re.findall(r"\w+", words)
    return words.endswith("?") and 0 < len(asked) <= _ASKED_SHORTLY and not _LABEL.match(words)


def _is_number(words: str) -> bool:
    """Whether nothing but a list number stands there: « 1. » or « iv. » begins an item."""
    return words.strip().isdigit() or _MARKED.fullmatch(f"{words.strip()}. ") is not None


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    words = table("abbreviations.toml")
    return frozenset(words["always"]), frozenset(words["sometimes"])


@cache
def _links() -> re.Pattern[str]:
    """Words in capitals with which a line goes on: « REGISTRATION / WITH THE ORDER »."""
    return re.compile(rf"(?:{'|'.join(word.upper() for word in table('facts_dates.toml')['broken']['words'])})(?!\w)")


@cache
def _cuts() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    """What a line ends with and the next one begins with where a break parts them: words, weekdays, days, months."""
    dates = table("facts_dates.toml")
    month = "|".join(name for names in dates["months"]["names"] for name in names)
    weekday = "|".join(day for day in dates["days"]["names"] if len(day) > 3)
    day = r"\d{1,2}(?:er|st|nd|rd|th)?"
    ends = {
        "word": rf"(?<=\s)(?:{'|'.join(dates['broken']['words'])})$",
        "weekday": rf"(?<!\w)(?:{weekday}),?$",
        "day": rf"(?<![\w/.-]){day}$",
        "month": rf"(?<![\w/.-]){day} (?:{month})$|(?<!\w)(?:{month}) {day},?$",
    }
    begins = {
        "weekday": rf"{day}(?!\w)|(?:{month})(?!\w)",
        "day": rf"(?:{month})(?!\w)",
        "month": r"(?:19|20)\d\d(?!\d)",
    }
    return _compiled(ends), _compiled(begins)


def _compiled(expressions: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(expression) for name, expression in expressions.items()}
