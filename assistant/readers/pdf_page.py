"""Pages of a PDF as PDFium gives them: letters with place and style, pictures, drawn marks, and how the page looks.

The only module that knows PDFium. Places are in points; `up` grows upwards, as in a PDF.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from assistant.readers.content import Unreadable

MOST_PAGES = 300
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_MOST_OBJECTS = 20_000  # drawn objects of a page that are looked at
_MOST_PIXELS = 12_000_000
_MOST_LINKS = 500  # of a page
_LONGEST_ADDRESS = 300
_DEPTH = 5  # forms within forms
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_BOLD_NAME_ENDS = ("bd", "-bd", "bdbi")
_CUT_OFF = "cut off or damaged: download or save the PDF again"
_SPACE = ord(" ")
_HYPHEN_AT_END = 2  # what PDFium gives for a hyphen that parts a word at a line's end


class Box(NamedTuple):
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Style:
    """How a string of a page is drawn: `size` in points, `fill` as red, green, blue or None for a pattern."""

    size: float
    bold: bool
    mode: int  # text render mode; 3 paints nothing
    fill: tuple[int, int, int] | None
    angle: int  # degrees, counter-clockwise, of the direction of writing


class Glyph(NamedTuple):
    """A letter as drawn; `origin` is where the pen stands, `piece` the number of the string it is of.

    A space that PDFium found between two letters has the piece -1.
    """

    text: str
    box: Box
    origin: tuple[float, float]
    piece: int


_NOWHERE = Box(0, 0, 0, 0)


class Link(NamedTuple):
    """An area that leads to an address (`mailto:` and `https:` included)."""

    box: Box
    address: str


@dataclass(frozen=True)
class Page:
    """What is drawn on a page: its letters in their order in the file, with the style of each piece."""

    box: Box
    glyphs: tuple[Glyph, ...]
    styles: tuple[Style, ...]
    images: tuple[Box, ...]
    marks: tuple[Box, ...]  # small drawn shapes, such as the dots of a list
    shapes: int  # how many lines and areas are drawn
    links: tuple[Link, ...]


def _plainly(function: object, result: type | None, *arguments: type) -> Callable[..., Any]:
    """A function of PDFium that takes addresses as numbers: a page calls it for each letter, and converting is slow."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]


_AT, _INDEX = ctypes.c_void_p, ctypes.c_int
_unicode = _plainly(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _AT, _INDEX)
_text_object = _plainly(pdfium.FPDFText_GetTextObject, _AT, _AT, _INDEX)
_loose_box = _plainly(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, _AT, _INDEX, _AT)
_char_origin = _plainly(pdfium.FPDFText_GetCharOrigin, ctypes.c_int, _AT, _INDEX, _AT, _AT)


class Document:
    """An open PDF of at most 300 pages; Unreadable where it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        """Open what these bytes are."""
        if b"startxref" not in data[max(0, data.rfind(b"endobj")) :]:
            raise Unreadable(_CUT_OFF)
        try:
            self._pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if error.err_code == _PASSWORD_ERROR:
                raise Unreadable("protected by a password: save a copy without it") from error
            raise Unreadable(_CUT_OFF) from error
        if len(self._pdf) > MOST_PAGES:
            raise Unreadable(f"{len(self._pdf)} pages, more than {MOST_PAGES}: keep the pages of one posting")

    def __len__(self) -> int:
        """The number of pages."""
        return len(self._pdf)

    def page(self, number: int) -> Page:
        """What is drawn on the page with this number (from 0); Unreadable where it is damaged."""
        with self._opened(number) as page:
            text = page.get_textpage()
            try:
                glyphs, styles = _glyphs(text)
            finally:
                text.close()
            images, marks, shapes = _drawings(page)
            return Page(Box(*page.get_bbox()), glyphs, styles, images, marks, shapes, tuple(_links(page)))

    def picture(self, number: int, scale: float, *, grey: bool = False, upright: bool = False) -> Image.Image:
        """How a page looks, `scale` pixels a point (fewer for a huge page); `upright` turns it as a reader shows it."""
        with self._opened(number) as page:
            width, height = page.get_size()
            scale = min(scale, math.sqrt(_MOST_PIXELS / max(1.0, width * height)))
            turned = 0 if upright else (360 - page.get_rotation()) % 360
            picture: Image.Image = page.render(scale=scale, rotation=turned, grayscale=grey).to_pil()
            return picture

    def _opened(self, number: int) -> _OpenPage:
        return _OpenPage(self._pdf, number)

    def close(self) -> None:
        """Give the memory back."""
        self._pdf.close()


class _OpenPage:
    """A page that is closed again at the end of a `with`."""

    def __init__(self, pdf: pypdfium2.PdfDocument, number: int) -> None:
        self._pdf, self._number = pdf, number

    def __enter__(self) -> pypdfium2.PdfPage:
        try:
            self._page = self._pdf[self._number]
        except pypdfium2.PdfiumError as error:
            raise self._damaged() from error
        return self._page

    def __exit__(self, kind: object, error: BaseException | None, at: object) -> None:
        self._page.close()
        if isinstance(error, pypdfium2.PdfiumError):
            raise self._damaged() from error

    def _damaged(self) -> Unreadable:
        return Unreadable(f"page {self._number + 1} is damaged: download or save the PDF again")


def _glyphs(text: pypdfium2.PdfTextPage) -> tuple[tuple[Glyph, ...], tuple[Style, ...]]:
    pieces: dict[int | None, int] = {}
    styles: list[Style] = []
    glyphs: list[Glyph] = []
    rect, origin = (ctypes.c_float * 4)(), (ctypes.c_double * 2)()
    rect_at, x_at = ctypes.addressof(rect), ctypes.addressof(origin)
    y_at = x_at + ctypes.sizeof(ctypes.c_double)
    high = 0
    handle = ctypes.cast(text.raw, ctypes.c_void_p).value
    for index in range(text.count_chars()):
        code = _unicode(handle, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a sign beyond the basic plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        string = _text_object(handle, index)
        if string is None:
            if code == _SPACE:
                glyphs.append(Glyph(" ", _NOWHERE, (0, 0), -1))
            continue
        piece = pieces.get(string)
        if piece is None:
            piece = pieces[string] = len(styles)
            styles.append(_style(text, index, pdfium.FPDFText_GetTextObject(text.raw, index)))
        _loose_box(handle, index, rect_at)
        _char_origin(handle, index, x_at, y_at)
        left, top, right, bottom = rect
        sign = "-" if code == _HYPHEN_AT_END else chr(code)
        glyphs.append(Glyph(sign, Box(left, bottom, right, top), (origin[0], origin[1]), piece))
    return tuple(glyphs), tuple(styles)


def _links(page: pypdfium2.PdfPage) -> Iterator[Link]:
    place, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    buffer = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, len(buffer))
        if 1 < length <= len(buffer) and pdfium.FPDFLink_GetAnnotRect(link, rect):
            box = Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
            yield Link(box, buffer.raw[: length - 1].decode("utf8", "replace"))


def _style(text: pypdfium2.PdfTextPage, index: int, string: object) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    across, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360 if across else 0
    mode = pdfium.FPDFTextObj_GetTextRenderMode(string)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    solid = pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return Style(
        size=abs(pdfium.FPDFText_GetFontSize(text, index)) * (up or 1.0),
        bold=mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE or _is_bold(text, index),
        mode=mode,
        fill=(red.value, green.value, blue.value) if solid else None,
        angle=angle,
    )


def _is_bold(text: pypdfium2.PdfTextPage, index: int) -> bool:
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), ctypes.c_int())
    name = buffer.raw[: min(length, len(buffer))].rstrip(b"\0").decode("utf8", "replace").lower()
    if any(word in name for word in _BOLD_NAMES) or name.endswith(_BOLD_NAME_ENDS):
        return True
    return bool(pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT)


def _drawings(page: pypdfium2.PdfPage) -> tuple[tuple[Box, ...], tuple[Box, ...], int]:
    images: list[Box] = []
    marks: list[Box] = []
    shapes = 0
    for number, (kind, box) in enumerate(_objects(page)):
        if number >= _MOST_OBJECTS:
            break
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(box)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            shapes += 1
            if (
                1 <= box.right - box.left <= 8
                and 0.8 <= (box.right - box.left) / max(0.1, box.top - box.bottom) <= 1.25
            ):
                marks.append(box)
    return tuple(images), tuple(marks), shapes


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Box]]:
    for found in page.get_objects(max_depth=_DEPTH):
        if found.type == pdfium.FPDF_PAGEOBJ_FORM:
            continue
        try:
            corners = found.get_bounds()
        except pypdfium2.PdfiumError:
            continue  # an empty path has none
        yield found.type, Box(*corners)
