"""The tree of a web page as blocks: headings, paragraphs, list items and tables, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from urllib.parse import unquote

from lxml import etree

from assistant.readers.blocks import Block, Cell, heading, listed, table
from assistant.readers.page_styles import declarations_of, is_bold
from assistant.resources import table as words_of
from assistant.text import fold

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = ("b", "strong", "th", "dt", "summary", "legend")
_CELLS = ("td", "th", "dt", "dd")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MANY_SPACES = re.compile(" {2,}")
_LONGEST_ADDRESS = 300


def blocks_of(root: etree._Element) -> list[Block]:
    """The blocks of a tree that holds only what is seen."""
    writer = _Writer()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            writer.start(element)
        else:
            writer.end(element)
            writer.add(element.tail or "")
    writer.flush()
    return writer.containers[0]


class _Writer:
    """Collects the words between two block elements, and puts them down as what the first of these makes them."""

    def __init__(self) -> None:
        self.containers: list[list[Block]] = [[]]  # the page, then the cells about this place, innermost last
        self._tables: list[list[list[Cell]]] = []
        self._words: list[tuple[str, bool]] = []
        self._is_item = False
        self._level = 0
        self._bold: list[etree._Element] = []
        self._pre = 0
        self._anchors: list[int] = []

    def start(self, element: etree._Element) -> None:
        """An element begins."""
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.flush()
        self._level = _HEADINGS.get(tag, self._level)
        self._is_item = tag == "li" or self._is_item
        self._pre += tag == "pre"
        if tag in _BOLD or is_bold(declarations_of(element.get("style") or "")):
            self._bold.append(element)
        if tag in ("table", "dl"):
            self._is_item = False
            self._tables.append([])
        elif self._tables and (tag in ("tr", "dt") or (tag in _CELLS and not self._tables[-1])):
            self._tables[-1].append([])
        if self._tables and tag in _CELLS:
            self.containers.append([])
        if tag == "br":
            self._words.append(("\n", False))
        elif tag == "a":
            self._anchors.append(len(self._words))
        self.add(element.text or "")

    def end(self, element: etree._Element) -> None:
        """An element ends; what stands behind it is not its own."""
        tag = str(element.tag)
        if tag == "a":
            self._tell_address(element)
        if tag in _BLOCKS:
            self.flush()
        if tag in _HEADINGS:
            self._level = 0
        if tag == "li":
            self._is_item = False
        self._pre -= tag == "pre"
        if self._bold and self._bold[-1] is element:
            self._bold.pop()
        if self._tables and tag in _CELLS:
            self._tables[-1][-1].append(self.containers.pop())
        elif self._tables and tag in ("table", "dl"):
            self.containers[-1].extend((listed if tag == "dl" else table)(self._tables.pop()))

    def add(self, text: str) -> None:
        """Words at this place."""
        if text:
            self._words.append((text if self._pre else _SPACES.sub(" ", text), bool(self._bold)))

    def flush(self) -> None:
        """Put the words since the last block down as a block, or several where two line breaks part them."""
        pieces, self._words = list(_pieces(self._words)), []
        self._anchors = [0 for _ in self._anchors]
        for text, bold in pieces:
            if self._level:
                self.containers[-1].append(heading(text, self._level))
            else:
                self.containers[-1].append(Block(text, "item" if self._is_item else "paragraph", bold))
                self._is_item = False

    def _tell_address(self, anchor: etree._Element) -> None:
        """The address of a link behind its words, where it is one to apply to and the words are not it."""
        words = "".join(text for text, _ in self._words[self._anchors.pop() :]) if self._anchors else ""
        line = "".join(text for text, _ in self._words)
        address = (anchor.get("href") or "").strip()
        kind, _, rest = address.partition(":")
        if kind.lower() == "mailto":
            address = unquote(rest.partition("?")[0]).strip()
        elif kind.lower() not in ("http", "https") or not _cues().search(fold(line[-_LONGEST_ADDRESS:])):
            return
        told = re.sub(r"^https?://|/$", "", address.lower())
        if address and len(address) <= _LONGEST_ADDRESS and words.strip() and told not in words.lower():
            self._words.append((f" ({address})", bool(self._bold)))


@cache
def _cues() -> re.Pattern[str]:
    words = words_of("webpages.toml")["links"]["words"]
    return re.compile("|".join(rf"\b{re.escape(word[:-1])}" if word[-1] == "*" else rf"\b{word}\b" for word in words))


def _pieces(words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The words as paragraphs, with whether each is all bold; in one of several lines the bold ones are marked."""
    for filled, lines in groupby(_lines(words), key=lambda line: bool(line[0])):
        kept = list(lines)
        if filled and len(kept) == 1:
            yield kept[0]
        elif filled:
            yield "\n".join(Block(text, bold=bold).line for text, bold in kept), False


def _lines(words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in words:
        first, *others = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(other, bold)] for other in others]
    for line in lines:
        text = _MANY_SPACES.sub(" ", "".join(text for text, _ in line)).strip(" \t\r\f")
        yield text, bool(text) and all(bold for text, bold in line if text.strip())
