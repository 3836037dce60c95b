"""Charts as SVG: every bar is a link that the keyboard reaches and a screen reader names.

Colours are those of the style sheet, so that one drawing serves light and dark.
"""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.web.markup import Html, text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH = 7.2  # inches at 72 points
_NARROW = 4.4
_ROW = 0.36
_LONGEST_LABEL = 24  # characters, for which there is room at the left
_LONGEST_NARROW = 16
# Stand-ins that the drawing is made with, and what the style sheet calls them.
_TONES = {
    "#0a0b0c": "var(--accent)",
    "#0a0b0d": "var(--bar-soft)",
    "#0a0b0e": "var(--soft)",
    "#0a0b0f": "var(--ink)",
    "#0a0b10": "var(--line)",
}
_ACCENT, _SOFT_BAR, _SOFT, _INK, _LINE = _TONES
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "postings",
    "text.parse_math": False,
    "font.size": 11,
}
_LEAST = 0.02  # of the longest bar
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_LINK = re.compile(r'<a xlink:href="#bar-([0-9]{1,6})"[^>]{0,80}>')
# What the drawing says of all elements would hold for the whole page.
_STYLE = re.compile(r"<style[^>]{0,80}>[^<]{0,400}</style>")
_drawing = threading.Lock()  # its settings are those of the whole process


@dataclass(frozen=True)
class Part:
    """A stretch of a bar from `low` to `high`, the number of its link, and what a screen reader says of it."""

    low: float
    high: float
    number: int
    said: str
    soft: bool = False


@dataclass(frozen=True)
class Bar:
    """A row of a chart: its label, its parts, and what stands at its end."""

    label: str
    parts: tuple[Part, ...]
    value: str


def bar_chart(bars: Sequence[Bar], title: str, narrow: bool = False) -> Html:
    """Horizontal bars, the first on top; `title` names the chart to a screen reader."""
    # It takes most of a second to import, which the first page need not wait for.
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    width = _NARROW if narrow else _WIDTH
    with _drawing, rc_context(_SETTINGS):
        figure = Figure(figsize=(width, _ROW * len(bars) + 0.15))
        axes = figure.subplots()
        highest = max((part.high for bar in bars for part in bar.parts), default=1) or 1
        for row, bar in enumerate(bars):
            _draw(axes, row, bar, highest * _LEAST)
        _dress(axes, bars, highest, _LONGEST_NARROW if narrow else _LONGEST_LABEL)
        figure.subplots_adjust(left=0.34 if narrow else 0.3, right=0.86, top=0.99, bottom=0.01)
        written = io.StringIO()
        figure.savefig(written, format="svg", transparent=True, metadata=_NO_METADATA)
    said = {part.number: part.said for bar in bars for part in bar.parts}
    return _html(written.getvalue(), title, said)


def _draw(axes: Axes, row: int, bar: Bar, least: float) -> None:
    """A bar; no part of it is narrower than `least`, beside thousands one would neither be seen nor be pressed."""
    end = 0.0
    for part in bar.parts:
        tone = _SOFT_BAR if part.soft else _ACCENT
        left, width = max(part.low, end), max(part.high - max(part.low, end), least)
        for patch in axes.barh(row, width, left=left, height=0.62, color=tone):
            patch.set_url(f"#bar-{part.number}")
        end = left + width
    axes.annotate(bar.value, (end, row), xytext=(5, 0), textcoords="offset points", va="center", color=_SOFT)


def _dress(axes: Axes, bars: Sequence[Bar], highest: float, longest: int) -> None:
    """Labels at the left, and nothing that is not needed."""
    axes.set_xlim(0, highest * (1 + 2 * _LEAST))
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_yticks(range(len(bars)), [_short(bar.label, longest) for bar in bars], color=_INK)
    axes.tick_params(axis="y", length=0, pad=6)
    axes.set_xticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["left"].set_color(_LINE)


def _short(label: str, longest: int) -> str:
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"


def _html(svg: str, title: str, said: dict[int, str]) -> Html:
    """The drawing as a part of the page: named, in the page's colours, its links named and told by number."""
    body = svg[svg.index("<svg") :]
    opening, rest = body.split(">", 1)
    box = re.search(r'viewBox="[0-9. ]{1,60}"', opening)
    rest = _STYLE.sub("", rest)
    for stand_in, name in _TONES.items():
        rest = rest.replace(stand_in, name)
    rest = _LINK.sub(
        lambda link: f'<a href="#bar-{link[1]}" data-bar="{link[1]}" aria-label="{text(said.get(int(link[1]), ""))}">',
        rest,
    )
    named = f'role="group" aria-label="{text(title)}" class="chart"'
    return Html(f"<svg {box[0] if box else ''} {named}>{rest}")
