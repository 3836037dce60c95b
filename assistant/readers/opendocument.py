"""OpenDocument texts (.odt): what a reader of the page sees, in document order.

The format is one XML file of content and one of styles, which lxml reads; the libraries for it hand out the same tree
of elements, and leave to their callers what is hidden, deleted or anchored elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from assistant.domain import Notice
from assistant.readers.archive import Archive, open_archive
from assistant.readers.blocks import Block, heading, table, text_of
from assistant.readers.content import Content, Unreadable
from assistant.text import fold

_DAMAGED = "a damaged OpenDocument file: open it in LibreOffice and save it again"
_SPACES = {
    prefix: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
}  # fmt: skip
_SPACES["xlink"] = "{http://www.w3.org/1999/xlink}"
_SMALLEST = 2.0  # points; what is smaller no eye reads
_WHITE = re.compile(r"#(?:f[4-9a-f]){3}", re.IGNORECASE)
_MOST_SPACES = 100  # that one element may stand for

_Names = tuple[str, ...]
"""The names of the styles about some words, outermost first."""


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _SPACES[prefix] + local


_LEFT_OUT = {
    _tag(name)
    for name in ("office:annotation", "office:annotation-end", "text:table-of-content", "text:note-citation",
                 "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls")
}  # fmt: skip
_HIDDEN = {_tag("text:hidden-text"), _tag("text:hidden-paragraph")}
_FRAMES = {_tag("draw:frame"), _tag("draw:custom-shape"), _tag("draw:rect"), _tag("draw:g")}
_HEADERS = ("style:header", "style:header-first", "style:header-left", "style:footer", "style:footer-first")


def read(data: bytes, name: str) -> list[Content]:
    """The one posting of an OpenDocument text; Unreadable for a bomb, a damaged or a protected file."""
    del name
    archive = open_archive(data)
    if "META-INF/manifest.xml" in archive.names:
        manifest = archive.xml("META-INF/manifest.xml")
        if any(str(element.tag).endswith("}encryption-data") for element in manifest.iter()):
            raise Unreadable("protected by a password: save a copy without it")
    reader = _Reader(archive)
    blocks = reader.document()
    notices = (Notice("hidden_text"),) if reader.hid_text else ()
    return [Content(text_of(blocks), notices=notices)]


class _Reader:
    """Walks one document; `hid_text` says whether anything was left out that no reader of the page sees."""

    def __init__(self, archive: Archive) -> None:
        content = archive.xml("content.xml")
        self._page = archive.xml("styles.xml") if "styles.xml" in archive.names else None
        found = content.find(f"{_tag('office:body')}/{_tag('office:text')}")
        if found is None:
            raise Unreadable(_DAMAGED)
        self._body = found
        self._styles = _Styles([root for root in (self._page, content) if root is not None])
        self.hid_text = False

    def document(self) -> list[Block]:
        """The body, then the lines of page headers and footers that the body does not have, each once."""
        body = list(self._blocks(self._body, ()))
        seen = {fold(block.text) for block in body}
        margins = [] if self._page is None else [e for tag in _HEADERS for e in self._page.iter(_tag(tag))]
        for block in (block for element in margins for block in self._blocks(element, ())):
            if (key := fold(block.text)) not in seen and any(map(str.isalpha, key)):
                seen.add(key)
                body.append(block)
        return body

    def _blocks(self, parent: Element, styles: _Names, kind: str = "") -> Iterator[Block]:
        """The blocks of a body, section, cell, list item, box or note; `kind` is "item" at the start of an item."""
        for element in parent:
            if element.tag in (_tag("text:p"), _tag("text:h")):
                yield from self._paragraph(element, styles, kind)
                kind = "more" if kind else ""
            elif element.tag == _tag("table:table"):
                about = _within(element, styles)
                yield from table([[list(self._blocks(c, _within(c, about))) for c in row] for row in _rows(element)])
            elif element.tag == _tag("text:list"):
                for item in element:
                    yield from self._blocks(item, styles, "item")
            elif element.tag == _tag("text:tracked-changes"):
                self.hid_text |= element.find(f".//{_tag('text:deletion')}") is not None
            elif element.tag == _tag("text:section") and element.get(_tag("text:display")) == "none":
                self.hid_text = True
            elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
                yield from self._blocks(element, _within(element, styles), kind)

    def _paragraph(self, element: Element, styles: _Names, kind: str) -> Iterator[Block]:
        """A paragraph as a block, then the boxes anchored in it and its footnotes."""
        styles = _within(element, styles)
        later: list[Block] = []
        runs = [(words, names) for words, names in self._runs(element, styles, later) if words]
        seen = [(words, names) for words, names in runs if not self._styles.is_hidden(names)]
        self.hid_text |= any(words.strip() for words, names in runs if self._styles.is_hidden(names))
        text = "".join(words for words, _ in seen).strip()
        level = self._styles.level(styles[-1]) if styles else 0
        if element.tag == _tag("text:h"):
            level = _number(element, "text:outline-level", 6)
        if text and level:
            yield heading(text, level)
        elif kind == "item":
            yield Block(text, "item")
        else:
            yield Block(text, bold=all(self._styles.is_bold(names) for words, names in seen if words.strip()))
        yield from later

    def _runs(self, parent: Element, styles: _Names, later: list[Block]) -> Iterator[tuple[str, _Names]]:
        """The words of a paragraph with the styles about them, outermost first; boxes and notes go to `later`."""
        yield _flat(parent.text), styles
        for element in parent:
            if element.tag == _tag("text:note"):
                later += [b for e in element.iter(_tag("text:note-body")) for b in self._blocks(e, ())]
            elif element.tag in _FRAMES:
                later += self._blocks(element, _within(element, ()))
            elif element.tag in _HIDDEN and element.get(_tag("text:is-hidden")) != "false":
                self.hid_text = True
            elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
                yield _sign(element), styles
                yield from self._runs(element, _within(element, styles), later)
                if element.tag == _tag("text:a"):
                    yield _address(element), styles
            yield _flat(element.tail), styles


def _within(element: Element, styles: _Names) -> _Names:
    """The styles about what stands in an element."""
    names = (element.get(_tag(name)) for name in ("text:style-name", "table:style-name", "draw:style-name"))
    return (*styles, *(name for name in names if name))


def _flat(text: str | None) -> str:
    """Line ends and runs of spaces in the XML stand for one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _sign(element: Element) -> str:
    """What an element stands for by itself: spaces, a tab or a line break."""
    if element.tag == _tag("text:s"):
        return " " * _number(element, "text:c", _MOST_SPACES)
    return {_tag("text:tab"): " ", _tag("text:line-break"): "\n"}.get(element.tag, "")


def _address(link: Element) -> str:
    """A link's target in brackets, where its words are another: « postuler ici (https://…) »."""
    target = link.get(_tag("xlink:href")) or ""
    words = fold("".join(link.itertext()))
    address = target.removeprefix("mailto:").split("?")[0] if target.startswith("mailto:") else target
    bare = fold(address).split("://")[-1].removeprefix("www.").rstrip("/")
    printed = target.startswith(("http://", "https://", "mailto:")) and words and bare not in words
    return f" ({address})" if printed and not ("." in words and words in bare) else ""


def _rows(element: Element) -> Iterator[list[Element]]:
    """The cells of each row of a table, those of its header among them; what is repeated stands once."""
    for child in element:
        if child.tag == _tag("table:table-row"):
            yield [cell for cell in child if cell.tag == _tag("table:table-cell")]
        elif child.tag in (_tag("table:table-header-rows"), _tag("table:table-rows"), _tag("table:table-row-group")):
            yield from _rows(child)


def _number(element: Element, attribute: str, most: int) -> int:
    """A number that an attribute gives, 1 where it gives none."""
    count = element.get(_tag(attribute)) or ""
    return min(int(count), most) if count.isdecimal() and len(count) < 10 else 1


class _Styles:
    """What the styles make of words: bold, hidden, a heading. A style is found by its name, whatever its family."""

    def __init__(self, roots: list[Element]) -> None:
        found = [style for root in roots for style in root.iter(_tag("style:style"))]
        self._elements = {style.get(_tag("style:name")): style for style in found}
        self._values: dict[tuple[str, str], str] = {}

    def is_bold(self, names: _Names) -> bool:
        """Whether words within these styles, outermost first, are bold."""
        return self._value(names, "fo:font-weight") in ("bold", "600", "700", "800", "900")

    def is_hidden(self, names: _Names) -> bool:
        """Whether nobody sees words within these styles: not displayed, tiny, or white on white."""
        size = re.fullmatch(r"(\d+(?:\.\d+)?)pt", self._value(names, "fo:font-size"))
        white = _WHITE.fullmatch(self._value(names, "fo:color"))
        grounds = [self._value(names, name) for name in ("fo:background-color", "draw:fill-color")]
        paper = all(ground in ("", "transparent") or _WHITE.fullmatch(ground) for ground in grounds)
        tiny = size is not None and float(size.group(1)) <= _SMALLEST
        return self._value(names, "text:display") == "none" or tiny or bool(white and paper)

    def level(self, name: str) -> int:
        """The level of a paragraph style that is one of a heading or title, else 0."""
        for style in self._with_parents(name):
            shown = style.get(_tag("style:display-name")) or style.get(_tag("style:name")) or ""
            if found := re.fullmatch(r"(?:Heading|Titre)(?:_20_| )?([1-9])", shown):
                return int(found.group(1))
            if shown in ("Title", "Titre", "Titre principal"):
                return 1
        return 0

    def _value(self, names: _Names, attribute: str) -> str:
        """An attribute as the innermost style gives it that has it."""
        return next((value for name in reversed(names) if (value := self._own(name, attribute))), "")

    def _own(self, name: str, attribute: str) -> str:
        """An attribute of a style or of the nearest one above it that has it."""
        if (name, attribute) not in self._values:
            found = (each.get(_tag(attribute)) for style in self._with_parents(name) for each in style)
            self._values[name, attribute] = next((str(value) for value in found if value is not None), "")
        return self._values[name, attribute]

    def _with_parents(self, name: str) -> Iterator[Element]:
        seen = set()
        while name and name not in seen and (style := self._elements.get(name)) is not None:
            seen.add(name)
            yield style
            name = style.get(_tag("style:parent-style-name")) or ""
