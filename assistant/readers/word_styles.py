"""How the styles of a Word document make its words look: bold, hidden, in a list, a heading, a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

Look = Mapping[str, Any]
"""`bold`, `hidden`, `listed`, `contents` (true or false), `level` (of a heading, from 1, 0 for none), `size` (half
points), `color` and `ground` (RRGGBB), `shown` (true: whatever is white here stands on something dark)."""

_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"(?:heading|titre|überschrift|título) ?([1-9])$", re.IGNORECASE)
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_TITLES = ("title", "titre")
_CONTENTS = re.compile(r"(?:toc|tm|table of contents|table des matières) ?\d?$|toc heading$", re.IGNORECASE)
_SMALLEST = 4  # half points; what is smaller no eye reads
_WHITE = 0xF4  # the least of red, green and blue that is white on paper
_BODY_LEVEL = 9  # outline level of what is no heading


class Styles:
    """The styles of a document by their ids, each with what it inherits."""

    def __init__(self, element: Element) -> None:
        """Read `w:styles`."""
        self._elements = {style.get(qn("w:styleId")): style for style in element.findall(qn("w:style"))}
        self._looks: dict[str, Look] = {}
        self._default = next(
            (
                str(style.get(qn("w:styleId")))
                for style in self._elements.values()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")
            ),
            "",
        )

    def of_paragraph(self, paragraph: Element, around: Look) -> Look:
        """What a paragraph gives its runs."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "w:pStyle") or self._default
        return {**around, **self._style(style), **_paragraph(properties)}

    def of_run(self, run: Element, around: Look) -> Look:
        """What its properties and its paragraph make of a run; `hidden` says whether anybody sees it."""
        properties = run.find(qn("w:rPr"))
        look = {**around, **self._style(_value(properties, "w:rStyle")), **_run(properties)}
        white = _is_white(look.get("color", "")) and not look.get("shown") and not _is_dark(look.get("ground", ""))
        tiny = int(look.get("size") or 20) <= _SMALLEST
        return {**look, "hidden": bool(look.get("hidden")) or white or tiny}

    def of_table(self, table: Element, around: Look) -> Look:
        """A table whose style has a dark ground anywhere may show white words on it."""
        properties = table.find(qn("w:tblPr"))
        style = self._elements.get(_value(properties, "w:tblStyle"))
        dark = style is not None and any(_is_dark(shade.get(qn("w:fill")) or "") for shade in style.iter(qn("w:shd")))
        return {**around, **_ground(properties), **({"shown": True} if dark else {})}

    def of_cell(self, cell: Element, around: Look) -> Look:
        """A cell with its own ground."""
        return {**around, **_ground(cell.find(qn("w:tcPr")))}

    def of_box(self, box: Element, around: Look) -> Look:
        """A text box stands on its own ground, which may have any colour; a list or heading ends at its edge."""
        del around
        filled = any(_local(e) in ("solidFill", "gradFill", "blipFill") for a in box.iterancestors() for e in _shape(a))
        filled = filled or any(a.get("fillcolor") for a in box.iterancestors())
        return {"shown": True} if filled else {}

    def _style(self, name: str) -> Look:
        """What a style gives, with what it is based on."""
        if name not in self._looks:
            self._looks[name] = {}  # a style that is based on itself ends here
            if (element := self._elements.get(name)) is not None:
                base = self._style(_value(element, "w:basedOn"))
                own = {**_paragraph(element.find(qn("w:pPr"))), **_run(element.find(qn("w:rPr")))}
                self._looks[name] = {**base, **_named(_value(element, "w:name")), **own}
        return self._looks[name]


def _named(name: str) -> Look:
    """What the name of a style tells."""
    if found := _HEADING.match(name):
        return {"level": int(found.group(1)), "listed": False}
    if name.lower() in _TITLES:
        return {"level": 1}
    return {"contents": True} if _CONTENTS.match(name) else {}


def _paragraph(properties: Element | None) -> Look:
    if properties is None:
        return {}
    look: dict[str, Any] = dict(_ground(properties))
    if level := _value(properties, "w:outlineLvl"):
        look["level"] = int(level) + 1 if level.isdigit() and int(level) < _BODY_LEVEL else 0
    if (number := properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")) is not None:
        look["listed"] = number.get(qn("w:val")) != "0"
    return look


def _run(properties: Element | None) -> Look:
    if properties is None:
        return {}
    look: dict[str, Any] = dict(_ground(properties))
    for name, tag in (("bold", "w:b"), ("hidden", "w:vanish")):
        if (switch := properties.find(qn(tag))) is not None:
            look[name] = (switch.get(qn("w:val")) or "1").lower() not in _OFF
    if color := _value(properties, "w:color"):
        look["color"] = color
    if (size := _value(properties, "w:sz")).isdigit():
        look["size"] = int(size)
    return look


def _ground(properties: Element | None) -> Look:
    """The colour behind words: a shade or a highlighter's."""
    if properties is None:
        return {}
    highlight = _value(properties, "w:highlight")
    if highlight and highlight not in ("none", "white"):
        return {"shown": True}
    shade = properties.find(qn("w:shd"))
    if shade is None:
        return {}
    patterned = shade.get(qn("w:val")) not in (None, "clear", "nil")
    return {"ground": shade.get(qn("w:fill")) or "", **({"shown": True} if patterned else {})}


def _is_white(color: str) -> bool:
    """Whether words of this colour (RRGGBB, or « auto » for black) are lost on white paper."""
    return _COLOR.fullmatch(color) is not None and min(bytes.fromhex(color)) >= _WHITE


def _is_dark(color: str) -> bool:
    """Whether white words can be read on this ground; « auto » is that of the paper."""
    return _COLOR.fullmatch(color) is not None and not _is_white(color)


def _shape(element: Element) -> Iterator[Element]:
    """The properties of a drawn shape."""
    for child in element:
        if _local(child) == "spPr":
            yield from child


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(parent: Element | None, tag: str) -> str:
    element = parent.find(qn(tag)) if parent is not None else None
    return "" if element is None else element.get(qn("w:val")) or ""
