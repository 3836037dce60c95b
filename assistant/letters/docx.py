"""An outline as a Word document with real styles, which Word and LibreOffice open alike."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.letters.domain import Outline, Point
from assistant.letters.markdown import quoted
from assistant.letters.phrases import say
from assistant.text import one_line

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Calibri"  # LibreOffice has Carlito of the same widths in its place
_SHORT = 80  # characters of a quote that stands on the line of its point
_LOCALES = {"fr": "fr-FR", "en": "en-GB"}


def as_docx(outline: Outline) -> bytes:
    """The outline as the bytes of a .docx file: Title, Heading 1, List Bullet, Quote; its language is set."""
    # Its library takes a third of a second to import.
    import docx

    document = docx.Document()
    _styled(document, outline)
    document.add_paragraph(say(outline.advice, "outline_title", title=outline.title), style="Title")
    _points(document, outline, outline.warnings)
    for part in outline.parts:
        document.add_paragraph(part.heading, style="Heading 1")
        _points(document, outline, part.points)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _points(document: Document, outline: Outline, points: Sequence[Point]) -> None:
    for point in points:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(_plain(point.text)).bold = point.kind == "warning"
        short = len(point.quotes) == 1 and not point.notes and len(point.quotes[0].words) <= _SHORT
        if short:
            line.add_run(": " if outline.advice == "en" else " : ")
            line.add_run(_plain(f"« {one_line(point.quotes[0].words)} »")).italic = True
        line.paragraph_format.keep_with_next = not short and bool(point.quotes or point.notes)
        for quote in () if short else point.quotes:
            document.add_paragraph(_plain(quoted(outline.advice, quote)), style="Quote")
        for note in point.notes:
            document.add_paragraph(_plain(note), style="List Bullet 2")


def _plain(text: str) -> str:
    """Text without the characters that XML has no place for; a quotation mark keeps to its word."""
    bare = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return bare.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def _styled(document: Document, outline: Outline) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    for name, size in (("Normal", 11), ("Title", 20), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), _FONT)
            fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.attrib.pop(qn("w:asciiTheme"), None)
    for name, indent in (("Quote", 1.3), ("List Bullet", None), ("List Bullet 2", None)):
        shape = document.styles[name].paragraph_format
        shape.space_before, shape.space_after = Pt(0), Pt(3)
        if indent:
            shape.left_indent, shape.keep_with_next = Cm(indent), True  # a point is not parted from its quotes
    normal = document.styles["Normal"].element.get_or_add_rPr()
    language = normal.makeelement(qn("w:lang"), {qn("w:val"): _LOCALES[outline.language]})
    normal.append(language)
    document.core_properties.language = _LOCALES[outline.language]
    document.core_properties.title = say(outline.advice, "outline_title", title=outline.title)
    document.core_properties.author = ""
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2)
