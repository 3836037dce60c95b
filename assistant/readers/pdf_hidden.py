"""Which strings of a PDF page a person cannot see. What cannot be seen is not read.

Where a string is drawn is known, and how the page looks: a string whose colour is that of the ground, or whose place
shows nothing, is hidden, whatever hides it (white on white, full transparency, a box over it, a layer that is off).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import cast

from PIL import Image

from assistant.readers.pdf_page import Box, Page, Style

SCALE = 1.0  # pixels a point of the picture that is looked at
_SMALLEST = 3.0  # points; what is smaller cannot be read
_LEAST_CONTRAST = 16  # of 255, in any of the three colours
_SCAN = 0.5  # share of the page that the picture of a scan covers at least
_UNPAINTED = 3  # the text render mode that paints nothing
_FILLED = (0, 2, 4, 6)  # those that fill the letters


class Sight:
    """A page as it is seen; the picture is made when it is first needed."""

    def __init__(self, page: Page, render: Callable[[], Image.Image]) -> None:
        """`render` makes the picture of the page, not turned."""
        self._page, self._render = page, render

    @cached_property
    def _picture(self) -> Image.Image:
        return self._render().convert("RGB")

    def shows(self, box: Box, fill: tuple[int, int, int] | None) -> bool:
        """Whether there is anything at this place that differs from its ground, and `fill` from it too."""
        picture = self._picture
        scale = picture.width / max(1.0, self._page.box.right - self._page.box.left)
        left, top = (box.left - self._page.box.left) * scale, (self._page.box.top - box.top) * scale
        right, bottom = (box.right - self._page.box.left) * scale, (self._page.box.top - box.bottom) * scale
        window = (
            max(0, int(left)),
            max(0, int(top)),
            min(picture.width, int(right) + 1),
            min(picture.height, int(bottom) + 1),
        )
        if window[0] >= window[2] or window[1] >= window[3]:
            return False
        colours = _colours(picture.crop(window))
        ground = max(colours)[1]
        if fill is not None and _difference(fill, ground) < _LEAST_CONTRAST:
            return False
        return any(_difference(colour, ground) >= _LEAST_CONTRAST for _, colour in colours)


def hidden_pieces(page: Page, sight: Sight) -> frozenset[int]:
    """The numbers of the strings of a page that cannot be seen."""
    boxes = _boxes(page)
    layer_is_text = _is_scan_with_layer(page)
    return frozenset(
        piece for piece, box in boxes.items() if not _is_seen(page.styles[piece], box, page, sight, layer_is_text)
    )


def covered(page: Page) -> float:
    """The share of a page that its largest picture covers."""
    area = max(1.0, (page.box.right - page.box.left) * (page.box.top - page.box.bottom))
    return max((_area(image) for image in page.images), default=0.0) / area


def _is_seen(style: Style, box: Box, page: Page, sight: Sight, layer_is_text: bool) -> bool:
    if (
        box.right <= page.box.left
        or box.left >= page.box.right
        or box.top <= page.box.bottom
        or box.bottom >= page.box.top
    ):
        return False
    if style.size < _SMALLEST or (style.mode == _UNPAINTED and not layer_is_text):
        return False
    return sight.shows(box, style.fill if style.mode in _FILLED else None)


def _is_scan_with_layer(page: Page) -> bool:
    """Whether the unpainted letters are the text of a scanned page: they lie over its picture, and others do not."""
    unpainted = sum(glyph.piece >= 0 and page.styles[glyph.piece].mode == _UNPAINTED for glyph in page.glyphs)
    return covered(page) >= _SCAN and 2 * unpainted > len(page.glyphs)


def _boxes(page: Page) -> dict[int, Box]:
    """Around the letters of each string, spaces apart."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for text, box, _, piece in page.glyphs:
        if piece >= 0 and not text.isspace():
            boxes[piece].append(box)
    return {piece: _around(inside) for piece, inside in boxes.items()}


def _around(boxes: Iterable[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return Box(min(left), min(bottom), max(right), max(top))


def _colours(picture: Image.Image) -> list[tuple[int, tuple[int, int, int]]]:
    """Each colour of a picture behind the number of its pixels."""
    found = picture.getcolors(maxcolors=picture.width * picture.height)
    return cast(list[tuple[int, tuple[int, int, int]]], found)


def _area(box: Box) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.top - box.bottom)


def _difference(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
