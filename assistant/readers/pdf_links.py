"""The address behind a link of a PDF, told where the page does not: « Postuler ici (rh@ong.org) »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from urllib.parse import unquote

from assistant.readers.pdf_page import Box, Glyph, Page
from assistant.resources import table
from assistant.text import fold

_MAIL = "mailto:"
_WEB = ("http://", "https://")


def with_addresses(page: Page) -> Page:
    """A page with the address of each link behind its words, where they are not it.

    Those of mail are always told, those of the web where the words speak of applying.
    """
    said = "".join(glyph.text for glyph in page.glyphs).lower()
    behind: dict[int, str] = {}
    for target, links in groupby(page.links, key=lambda link: link.address):
        places = sorted({place for link in links for place in _inside(page, link.box)})
        words = "".join(page.glyphs[place].text for place in places).strip()
        address = _told(target, words)
        if address and words and re.sub("^https?://|/$", "", address.lower()) not in said:
            behind[places[-1]] = address
    if not behind:
        return page
    return replace(page, glyphs=tuple(_told_behind(page, behind)))


def _told(target: str, words: str) -> str:
    """The address of a link as it is to be read; empty where it is none to be told."""
    if target.lower().startswith(_MAIL):
        return unquote(target[len(_MAIL) :].partition("?")[0]).strip()
    return target if target.lower().startswith(_WEB) and _cues().search(fold(words)) else ""


def _inside(page: Page, box: Box) -> Iterator[int]:
    for place, glyph in enumerate(page.glyphs):
        if glyph.piece < 0:
            continue
        across, up = (glyph.box.left + glyph.box.right) / 2, (glyph.box.bottom + glyph.box.top) / 2
        if box.left <= across <= box.right and box.bottom <= up <= box.top:
            yield place


def _told_behind(page: Page, behind: dict[int, str]) -> Iterator[Glyph]:
    for place, glyph in enumerate(page.glyphs):
        yield glyph
        for sign in f" ({behind[place]})" if place in behind else "":
            edge = glyph.box.right
            yield Glyph(sign, Box(edge, glyph.box.bottom, edge, glyph.box.top), (edge, glyph.origin[1]), glyph.piece)


@cache
def _cues() -> re.Pattern[str]:
    words = [word.removesuffix("*") for word in table("webpages.toml")["links"]["words"]]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})")
