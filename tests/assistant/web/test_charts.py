"""Charts as SVG."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from assistant.web.charts import Bar, Part, bar_chart
from assistant.web.plain import bare
from tests.fake_backend import HOSTILE


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("narrow", [False, True])
def test_each_bar_is_a_named_link_in_the_colours_of_the_page(narrow: bool) -> None:
    parts = (Part(0, 3, 0, "French, required: 3"), Part(3, 5, 1, "French, a plus: 2", soft=True))
    svg = bar_chart([Bar("Français", parts, "3 + 2"), Bar("العربية", (Part(0, 1, 2, "x"),), "1")], "Languages", narrow)
    read = _Reader(svg)
    links = dict(enumerate(value for name, value in read.attributes if name == "data-bar"))
    assert list(links.values()) == ["0", "1", "2"]
    assert ("aria-label", "French, a plus: 2") in read.attributes
    assert ("aria-label", "Languages") in read.attributes
    assert ("role", "group") in read.attributes
    assert "var(--accent)" in svg
    assert "var(--bar-soft)" in svg
    assert "#0a0b" not in svg
    assert "Français" in svg
    assert "العربية" in svg


def test_one_beside_thousands_can_be_seen_and_pressed() -> None:
    parts = (Part(0, 4_328, 1, "No date"), Part(4_328, 4_329, 2, "Closed", soft=True))
    svg = bar_chart([Bar("May", (Part(0, 1, 0, "May"),), "1"), Bar("No date", parts, "4,329")], "Deadlines")
    boxes = [
        re.findall(r"M ([0-9.]+) [0-9.]+ \nL ([0-9.]+) ", one)[0] for one in re.findall(r"data-bar=.*?</a>", svg, re.S)
    ]
    widths = [float(right) - float(left) for left, right in boxes]
    assert len(widths) == 3
    assert min(widths) > 4
    assert float(boxes[2][0]) >= float(boxes[1][1]) - 0.01, "parts do not lie over each other"


def test_a_hostile_label_stays_text() -> None:
    svg = bar_chart([Bar(HOSTILE, (Part(0, 1, 0, HOSTILE),), HOSTILE[:80])], HOSTILE)
    read = _Reader(svg)
    assert set(read.tags) <= {"svg", "g", "a", "path", "text", "use", "defs", "clippath", "rect"}
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert not [
        value for name, value in read.attributes if name in ("href", "xlink:href") and not str(value).startswith("#")
    ]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("le français", "Français"), ("l'anglais", "Anglais"), ("un CDI", "CDI"), ("une alternance", "Alternance"),
        ("de l'intérim", "Intérim"), ("a permanent contract (CDI)", "Permanent contract (CDI)"),
        ("an internship", "Internship"), ("la darija", "Darija"), ("Arabic", "Arabic"), ("", ""),
    ],
)  # fmt: skip
def test_names_without_their_article(name: str, plain: str) -> None:
    assert bare(name) == plain
