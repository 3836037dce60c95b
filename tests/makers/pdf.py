"""PDF files, scans and photos, made from texts as people's programs make them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Any

import pypdfium2
from PIL import Image
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from assistant.headings import headings_of
from assistant.lines import Line, lines_of
from assistant.readers.content import Content
from assistant.reading import posting_of

WIDTH, HEIGHT = A4
MARGIN = 62.0
_ABSENT = str.maketrans({"▪": "•", "→": "–"})  # signs that the font of the tests lacks
_SOFT_HYPHEN = re.compile(r"(?<=[aeiouyéèêà])(?=[bcdfghjklmnpqrstvz][aeiouyéèêà])")
_LONG_WORD = re.compile(r"(?<![\w@./'’-])[^\W\d_]{9,}(?![\w@./'’-])")


@dataclass(frozen=True)
class Drawn:
    """A string at a place of a page (points, from the lower left corner), and how it is drawn."""

    text: str
    x: float = MARGIN
    y: float = 700.0
    size: float = 11.0
    font: str = "Vera"
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    alpha: float = 1.0
    mode: int = 0  # text render mode of the PDF standard: 3 paints nothing
    angle: float = 0.0


@dataclass(frozen=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Picture:
    """A picture over the whole page."""

    image: Image.Image


def drawn(*pages: Sequence[Drawn | Box | Picture], rotation: int = 0, password: str | None = None) -> bytes:
    """A PDF with these things, page by page and in this order; `password` encrypts it ("" for readers)."""
    out, canvas = _canvas(password)
    for page in pages:
        canvas.setPageRotation(rotation)
        for item in page:
            _draw(canvas, item)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, x: float = MARGIN, top: float = 760.0, leading: float = 14.0, size: float = 11.0) -> list[Drawn]:
    """Strings one under the other; an empty one leaves its line free."""
    return [Drawn(text, x, top - number * leading, size) for number, text in enumerate(texts) if text]


def flowing(text: str, *, columns: int = 1, header: str = "", hyphens: bool = True, size: float = 10.0) -> bytes:
    """A posting as a word processor prints it: title, bold headings, justified paragraphs, bullets, page numbers.

    With more than one column the title stands above them, over the whole width.
    """
    _fonts()
    story = _story(text, size, hyphens)
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4)
    top = HEIGHT - 2 * MARGIN
    room = 90.0 if columns > 1 else 0.0
    gutter = 24.0
    width = (WIDTH - 2 * MARGIN - gutter * (columns - 1)) / columns
    frames = [_frame(MARGIN, MARGIN + top - room, WIDTH - 2 * MARGIN, room)] if room else []
    frames += [_frame(MARGIN + n * (width + gutter), MARGIN, width, top - room) for n in range(columns)]
    template.addPageTemplates([PageTemplate("page", frames, onPage=_furniture(header))])
    template.build(story)
    return out.getvalue()


def linked(words: str, target: str) -> bytes:
    """A page with words that are a link."""
    out, canvas = _canvas(None)
    _draw(canvas, Drawn(words))
    canvas.linkURL(target, (MARGIN, 696, MARGIN + 200, 712))
    canvas.save()
    return out.getvalue()


def pictures(pdf: bytes, dpi: int = 200) -> list[Image.Image]:
    """The pages of a PDF as grey pictures."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def scan(images: Sequence[Image.Image], layers: Sequence[str] = ()) -> bytes:
    """A PDF with nothing but a picture a page, and the words of `layers` over them as a scanner's OCR lays them."""
    pages: list[list[Drawn | Box | Picture]] = [[Picture(image)] for image in images]
    for page, layer in zip(pages, layers, strict=False):
        page += [replace(line, mode=3) for line in lines(*layer.split("\n"))]
    return drawn(*pages)


def picture_file(images: Sequence[Image.Image], kind: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401
    """The pictures as one file of a kind that Pillow names; several only as TIFF."""
    out = io.BytesIO()
    more = {"save_all": True, "append_images": list(images[1:])} if len(images) > 1 else {}
    images[0].save(out, kind, **more, **options)
    return out.getvalue()


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _canvas(password: str | None) -> tuple[io.BytesIO, Canvas]:
    _fonts()
    out = io.BytesIO()
    encryption = None if password is None else StandardEncryption(password, ownerPassword="owner", strength=128)
    return out, Canvas(out, pagesize=A4, encrypt=encryption)


def _draw(canvas: Canvas, item: Drawn | Box | Picture) -> None:
    if isinstance(item, Picture):
        canvas.drawImage(ImageReader(item.image), 0, 0, WIDTH, HEIGHT)
        return
    canvas.saveState()
    canvas.setFillColorRGB(*item.colour)
    if isinstance(item, Box):
        canvas.rect(item.x, item.y, item.width, item.height, stroke=0, fill=1)
    else:
        canvas.setFillAlpha(item.alpha)
        canvas.translate(item.x, item.y)
        canvas.rotate(item.angle)
        words = canvas.beginText(0, 0)
        words.setFont(item.font, item.size)
        words.setTextRenderMode(item.mode)
        words.textOut(item.text)
        canvas.drawText(words)
    canvas.restoreState()


def _furniture(header: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Vera", 8)
        canvas.drawString(MARGIN, HEIGHT - 36, header)
        canvas.drawRightString(WIDTH - MARGIN, 30, f"Page {template.page}")

    return draw


def _story(text: str, size: float, hyphens: bool) -> list[Flowable]:
    text = text.translate(_ABSENT)
    title = posting_of("", "", Content(text)).title.start
    headings = {heading.start for heading in headings_of(lines_of(text))}
    story: list[Flowable] = []
    written = _unwrapped(text)
    for line, following in zip_longest(written, written[1:]):
        close = following is not None and text.count("\n", line.end, following.start) == 1
        style = _style("close" if close else "body", size)
        words = _markup(line.text, hyphens)
        if line.start <= title < line.end:
            style, words = _style("title", size), _markup(line.text, False)
        elif line.start in headings and ":" not in line.text.rstrip(" :*"):
            style, words = _style("heading", size), _markup(line.text.replace("*", ""), False)
        elif line.bullet:
            style, words = _style("item", size), f"<bullet>•</bullet>{_markup(line.text[len(line.bullet) :], hyphens)}"
        story.append(Paragraph(words, style))
    return story


def _unwrapped(text: str) -> list[Line]:
    """The lines of a text, those of a paragraph that was broken into lines as one."""
    found: list[Line] = []
    for line in lines_of(text):
        goes_on = found and text.count("\n", found[-1].end, line.start) == 1 and len(found[-1].text) > 60
        if goes_on and not line.bullet and line.text[0] not in "*#▪" and found[-1].text[-1] not in "*:.;":
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}", end=line.end)
        else:
            found.append(line)
    return found


def _style(name: str, size: float) -> ParagraphStyle:
    common = {"fontName": "Vera", "fontSize": size, "leading": size * 1.3, "spaceAfter": size * 0.8}
    own: dict[str, dict[str, Any]] = {
        "body": {"alignment": TA_JUSTIFY},
        "close": {"alignment": TA_JUSTIFY, "spaceAfter": 0},
        "title": {"fontName": "VeraBd", "fontSize": size * 1.5, "leading": size * 1.9},
        "heading": {"fontName": "VeraBd", "spaceBefore": size * 0.8, "keepWithNext": 1},
        "item": {"alignment": TA_JUSTIFY, "leftIndent": size * 1.6, "bulletIndent": size * 0.4, "spaceAfter": 2},
    }
    return ParagraphStyle(name, **{**common, **own[name]})


def _markup(words: str, hyphens: bool) -> str:
    safe = words.replace("&", "&amp;").replace("<", "&lt;")
    marked = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", safe)).replace("*", "")
    return _LONG_WORD.sub(lambda word: _SOFT_HYPHEN.sub("\u00ad", word[0]), marked) if hyphens else marked


@cache
def _fonts() -> None:
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily("Vera", "Vera", "VeraBd", "VeraIt", "VeraBI")
