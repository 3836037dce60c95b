"""HTML that is safe by construction: whatever is not already `Html` is escaped when it is put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as escape_html

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_VOID = frozenset({"br", "hr", "input"})


class Html(str):
    """A string that is HTML already; only this module turns text into it."""

    __slots__ = ()


def text(value: str) -> Html:
    """`value` as HTML that shows exactly its characters; controls and lone surrogates show as U+FFFD."""
    if isinstance(value, Html):
        return value
    return Html(escape_html(_CONTROLS.sub("\ufffd", value), quote=True))


def without_emphasis(value: str) -> Html:
    """`value` as HTML whose Markdown signs of emphasis (`**`) are there, to be copied and counted, but not seen."""
    return Html(text(value).replace("**", element("span", "**", class_="sign")))


def join(children: Iterable[str]) -> Html:
    """The children one after the other, each escaped if it is plain text."""
    return Html("".join(text(child) for child in children))


def element(tag: str, *children: str, **attributes: str | int | bool | None) -> Html:
    """An element: `class_` stands for `class`, `data_start` for `data-start`; None and False leave one out."""
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    opening = f"<{tag}{written}>"
    return Html(opening) if tag in _VOID else Html(f"{opening}{join(children)}</{tag}>")


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    # `str` undoes Html: its unescaped quotes would end the attribute.
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
