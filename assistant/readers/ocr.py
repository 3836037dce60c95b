"""Pictures of postings: scans and photos, whose words tesseract recognises."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps

from assistant.domain import Notice
from assistant.readers import tesseract
from assistant.readers.content import Content, Unreadable
from assistant.readers.furniture import without_furniture
from assistant.readers.layout import Line, text_of
from assistant.text import clean

SECONDS = 20.0  # for a file, but for its pictures
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF")
_MOST_PIXELS = 50_000_000
_TOO_LARGE = f"a picture of more than {_MOST_PIXELS // 1_000_000} million pixels: save it smaller"
_BEST_WIDTH = 1800  # pixels of a page that tesseract reads well; a smaller picture is made as large
_MOST_LARGER = 3.0
_LARGEST = 4000
_PAGE_OF_PDF = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")


def read(data: bytes, name: str) -> list[Content]:  # noqa: ARG001 - every reader is called alike
    """The posting in a picture; Unreadable where tesseract is missing, or finds no words."""
    if not tesseract.command():
        raise Unreadable(f"a picture: {tesseract.INSTALL}, or save the posting as text")
    lines: list[Line] = []
    pages = 0
    for number in range(_frames(data)):
        lines += tesseract.lines_of(_picture(data, number), number)
        pages += 1
    text = clean(text_of(without_furniture(lines, pages))).strip()
    if not any(map(str.isalnum, text)):
        raise Unreadable("a picture in which no words could be recognised: take it again, straight and sharp")
    return [Content(text, notices=(Notice("read_by_ocr", ", ".join(str(page + 1) for page in range(pages))),))]


def time_allowed(data: bytes) -> float:
    """Seconds that reading a file may take at most, its words in pictures included; nothing is parsed for it.

    Recognition runs in processes of its own, each with 20 s of the processor and 1 GB. So a reader's process needs more
    time by the clock, but neither more memory nor more of the processor.
    """
    pages = _most_pages(data) if tesseract.command() else 0
    return SECONDS + min(pages, tesseract.MOST_PAGES) * tesseract.WAIT


def _most_pages(data: bytes) -> int:
    """How many pages a file has that may have to be recognised; the most where that cannot be told."""
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or data[8:12] == b"WEBP":
        return 1
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return tesseract.MOST_PAGES
    if b"%PDF-" not in data[:1024]:
        return 0
    pages = 0 if b"/ObjStm" in data else len(_PAGE_OF_PDF.findall(data))  # pages may lie in compressed streams
    return pages or tesseract.MOST_PAGES


def _frames(data: bytes) -> int:
    """How many pages a picture has: a TIFF may have several, of which the first thirty are read."""
    with _opened(data) as picture:
        return min(getattr(picture, "n_frames", 1), tesseract.MOST_PAGES) if picture.format == "TIFF" else 1


def _picture(data: bytes, number: int) -> Image.Image:
    """A page of a picture, upright, grey, and of a size that tesseract reads well."""
    with _opened(data) as picture:
        if number:
            picture.seek(number)
        if picture.width * picture.height > _MOST_PIXELS:
            raise Unreadable(_TOO_LARGE)
        picture.draft("L", (_LARGEST, _LARGEST))  # a JPEG is decoded no larger and in no more colours than needed
        grey = ImageOps.exif_transpose(_grey(picture))
        scale = max(min(1.0, _LARGEST / max(grey.size)), min(_MOST_LARGER, _BEST_WIDTH / grey.width))
        return grey.resize((round(grey.width * scale), round(grey.height * scale))) if scale != 1 else grey


def _grey(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "P" and "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode not in ("LA", "RGBA"):
        return picture.convert("L")
    both = picture.convert("LA")
    ground = Image.new("L", both.size, 255)
    ground.paste(both.getchannel("L"), mask=both.getchannel("A"))
    return ground


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            yield picture
    except (Unreadable, MemoryError):
        raise
    except Image.DecompressionBombError as error:  # before its size can be asked for
        raise Unreadable(_TOO_LARGE) from error
    except Exception as error:  # Pillow's decoders raise what they like over damaged files
        raise Unreadable("a damaged picture: save it again as PNG or JPEG") from error
