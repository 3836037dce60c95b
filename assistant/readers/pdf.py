"""PDF files: their text in reading order, and the words of scanned pages where they can be recognised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.accents import join_accents
from assistant.domain import Notice, NoticeKind
from assistant.readers import tesseract
from assistant.readers.arabic import by_name, has_arabic, is_mostly_arabic, is_reversed, logical
from assistant.readers.content import Content, Unreadable
from assistant.readers.furniture import without_furniture
from assistant.readers.layout import Line, text_of
from assistant.readers.pdf_hidden import SCALE, Sight, covered, hidden_pieces
from assistant.readers.pdf_lines import lines_of
from assistant.readers.pdf_links import with_addresses
from assistant.readers.pdf_page import Document, Page
from assistant.text import clean

MOST_CHARACTERS = 2_000_000
_TOO_LONG = f"more than {MOST_CHARACTERS:,} characters of text: keep the pages of one posting"
_FEW = 20  # letters of a page that holds none to speak of
_FEW_ON_PICTURE = 200  # … where a picture covers most of it
_WHOLE_PICTURE = 0.5
_PICTURE = 0.1  # of a page: the least picture that may hold its words
_OUTLINES = 50  # drawn shapes of a page whose letters may be drawn as such
_BROKEN = 0.2  # share of letters without a name above which a page cannot be read
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True)
class _Page:
    """A page as far as its own letters go; `pictured` tells that its words may be in pictures."""

    lines: list[Line]
    letters: int
    hidden: bool
    pictured: bool
    broken: bool


def read(data: bytes, name: str) -> list[Content]:  # noqa: ARG001 - every reader is called alike
    """The posting in a PDF; Unreadable for one that is protected, damaged, too long, or without a word in it."""
    document = Document(data)
    try:
        pages = _pages(document)
        recognised = _recognise(document, pages)
    finally:
        document.close()
    lines = [line for number, page in enumerate(pages) for line in recognised.get(number, page.lines)]
    text, reversed_arabic = _text(lines, len(pages))
    if not any(map(str.isalnum, text)):
        raise Unreadable(_nothing(pages))
    return [Content(text, notices=tuple(_notices(pages, recognised, reversed_arabic)))]


def _pages(document: Document) -> list[_Page]:
    pages: list[_Page] = []
    for number in range(len(document)):
        pages.append(_page(document, number))
        if sum(page.letters for page in pages) > MOST_CHARACTERS:
            raise Unreadable(_TOO_LONG)
    return pages


def _page(document: Document, number: int) -> _Page:
    page = with_addresses(document.page(number))
    hidden = hidden_pieces(page, Sight(page, lambda: document.picture(number, SCALE)))
    lines = lines_of(page, number, hidden)
    text = "".join(line.text for line in lines)
    suspect = not text.isprintable() or "\ufffd" in text
    broken = suspect and sum(_is_broken(sign) for sign in text) > _BROKEN * len(text)
    letters = 0 if broken else sum(map(str.isalnum, text))
    return _Page(lines, letters, bool(hidden), broken or _is_pictured(page, letters), broken)


def _is_broken(sign: str) -> bool:
    """Whether a sign is none that can be read: a letter of a font that does not tell which letters it has."""
    return sign == "\ufffd" or not sign.isprintable() or "\ue000" <= sign <= "\uf8ff"


def _is_pictured(page: Page, letters: int) -> bool:
    """Whether the words of a page may be in its pictures, or drawn as outlines."""
    largest = covered(page)
    if largest >= _WHOLE_PICTURE:
        return letters < _FEW_ON_PICTURE
    return letters < _FEW and (largest >= _PICTURE or page.shapes >= _OUTLINES)


def _recognise(document: Document, pages: Sequence[_Page]) -> dict[int, list[Line]]:
    """The lines of pages in whose pictures tesseract reads more than they hold; nothing where it is missing."""
    wanted = [number for number, page in enumerate(pages) if page.pictured]
    if not wanted or not tesseract.command():
        return {}
    found: dict[int, list[Line]] = {}
    for number in wanted[: tesseract.MOST_PAGES]:
        lines = tesseract.lines_of(document.picture(number, tesseract.DPI / 72, grey=True, upright=True), number)
        if sum(sign.isalnum() for line in lines for sign in line.text) > pages[number].letters:
            found[number] = lines
    return found


def _text(lines: Sequence[Line], pages: int) -> tuple[str, bool]:
    named = [_named(line) for line in lines]
    arabic = "\n".join(line.text for line in named if has_arabic(line.text))
    reversed_arabic = is_reversed(arabic)
    if reversed_arabic:
        named = [_turned(line) if has_arabic(line.text) else line for line in named]
    text = text_of(without_furniture(named, pages))
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(_TOO_LONG)
    return clean(join_accents(text)).strip(), reversed_arabic


def _named(line: Line) -> Line:
    return replace(line, text=by_name(line.text.translate(_LIGATURES)))


def _turned(line: Line) -> Line:
    return replace(line, text=logical(line.text, right_to_left=is_mostly_arabic(line.text)))


def _nothing(pages: Sequence[_Page]) -> str:
    """Why there is no text, and what to do."""
    if not any(page.pictured for page in pages):
        return "no text in it"
    if not tesseract.command():
        return f"a scanned document without text: {tesseract.INSTALL}, or save it with text recognised"
    return "a scanned document in which no words could be recognised: scan it again, straight and sharp"


def _notices(pages: Sequence[_Page], recognised: Mapping[int, list[Line]], reversed_arabic: bool) -> Iterator[Notice]:
    kinds: dict[NoticeKind, list[int]] = {
        "hidden_text": [number for number, page in enumerate(pages) if page.hidden],
        "read_by_ocr": sorted(recognised),
        "pages_without_text": [
            n for n, page in enumerate(pages) if page.pictured and page.letters < _FEW and n not in recognised
        ],
        "broken_letters": [n for n, page in enumerate(pages) if page.broken and n not in recognised],
    }
    for kind, numbers in kinds.items():
        if numbers:
            yield Notice(kind, ", ".join(str(number + 1) for number in numbers))
    if reversed_arabic:
        yield Notice("reversed_arabic")
