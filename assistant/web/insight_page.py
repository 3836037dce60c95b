"""Charts over all postings; each bar opens the postings behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.agenda import Deadline
from assistant.answering.values import day, language_name, money
from assistant.answering.values import words as named_values
from assistant.insights import Bar as Counted
from assistant.insights import DayBar, Insights, PayGroup
from assistant.resources import table
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.charts import Bar, Part, bar_chart
from assistant.web.markup import Html, element, join
from assistant.web.plain import bare
from assistant.web.wording import Wording

_ROWS = 12  # bars of a chart; the rest is counted in the last
_DAYS = 20  # days of a time line, beyond which it goes by months
_SOON = 30


@dataclass
class _Links:
    """The postings behind each bar, by the number of its link."""

    words: Wording
    behind: list[dict[str, Any]] = field(default_factory=list)

    def number(self, count: int) -> str:
        """A number as the reader writes it."""
        return money(self.words.language, count)

    def part(self, low: float, high: float, label: str, postings: Sequence[str], soft: bool = False) -> Part:
        """A part of a bar that opens these postings."""
        said = self.words.insights
        count = len(postings)
        name = (
            said["one"].format(label=label)
            if count == 1
            else said["many"].format(label=label, count=self.number(count))
        )
        self.behind.append({"label": said["behind"].format(label=label), "postings": list(postings)})
        return Part(low, high, len(self.behind) - 1, name, soft)


def show(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The page, and the postings behind each bar."""
    words = asked.words
    said = words.insights
    numbers = backend.insights()
    links = _Links(words)
    narrow = asked.flag("narrow")
    charts = [
        _chart(said["deadlines"], _deadlines(numbers, links), words, narrow),
        _chart(said["languages"], _languages(numbers, links), words, narrow, _legend(words)),
        _chart(said["places"], _counted(numbers.places, links, lambda key: key), words, narrow),
        _chart(said["contracts"], _counted(numbers.contracts, links, _contract(words)), words, narrow),
        *(_chart(_pay_title(group, words), _pay(backend, group, links), words, narrow) for group in numbers.pay[:3]),
    ]
    title = [element("h2", said["title"], tabindex="-1"), element("p", said["intro"], class_="intro")]
    soon = _soon(backend.agenda(_SOON), words)
    behind = element("section", id="behind", hidden=True, tabindex="-1")
    return {"html": element("section", *title, soon, behind, element("div", *charts, class_="charts")),
            "behind": links.behind}  # fmt: skip


def _chart(title: str, bars: Sequence[Bar], words: Wording, narrow: bool, legend: str = "") -> Html:
    said = words.insights
    if not bars:
        return element("figure", element("h3", title), element("p", said["none"], class_="hint"))
    rows = [element("tr", element("th", bar.label, scope="row"), element("td", bar.value)) for bar in bars]
    numbers = element("details", element("summary", said["table"]), element("table", *rows))
    return element("figure", element("h3", title), legend, bar_chart(bars, title, narrow), numbers)


def _legend(words: Wording) -> Html:
    said = words.insights
    return element(
        "p",
        element("span", class_="swatch required"), said["required"], " ",
        element("span", class_="swatch asset"), said["asset"],
        class_="legend",
    )  # fmt: skip


def _deadlines(numbers: Insights, links: _Links) -> list[Bar]:
    """A bar a day, or a month where there are many days; those without a day are the last."""
    language, said = links.words.language, links.words.insights
    by_month = len(numbers.deadlines) > _DAYS
    grouped: dict[tuple[str, bool], list[str]] = {}
    for bar in numbers.deadlines:
        key = (_month(bar, links.words) if by_month else day(language, bar.day), bar.closed)
        grouped.setdefault(key, []).extend(bar.postings)
    latest = list(grouped.items())[-_DAYS:]
    bars: dict[str, Bar] = {}
    for (label, closed), postings in latest:
        name = f"{label} – {said['closed'].lower()}" if closed else label
        before = bars[label].parts if label in bars else ()
        low = before[-1].high if before else 0
        parts = (*before, links.part(low, low + len(postings), name, postings, soft=closed))
        bars[label] = Bar(label, parts, links.number(round(low) + len(postings)))
    undated = list(numbers.undated.postings)
    if undated:
        part = links.part(0, len(undated), said["undated"], undated, soft=True)
        bars["undated"] = Bar(said["undated"], (part,), links.number(len(undated)))
    return list(bars.values())


def _month(bar: DayBar, words: Wording) -> str:
    return f"{table('wording.toml')[words.language]['months']['names'][bar.day.month - 1]} {bar.day.year}"


def _languages(numbers: Insights, links: _Links) -> list[Bar]:
    said = links.words.insights
    bars = []
    for found in numbers.languages[:_ROWS]:
        name = bare(language_name(links.words.language, found.key))
        required, plus = len(found.required), len(found.plus)
        parts = []
        if required:
            parts.append(links.part(0, required, f"{name}, {said['required']}", found.required))
        if plus:
            parts.append(links.part(required, required + plus, f"{name}, {said['asset']}", found.plus, soft=True))
        told = [links.number(count) for count in ((required, plus) if plus else (required,))]
        bars.append(Bar(name, tuple(parts), " + ".join(told)))
    return bars


def _counted(counted: Sequence[Counted], links: _Links, name: Callable[[str], str]) -> list[Bar]:
    """The bars with the most postings, the others together, and those that do not state it."""
    said = links.words.insights
    stated = [bar for bar in counted if bar.key]
    rest = [posting for bar in stated[_ROWS:] for posting in bar.postings]
    rows = [(name(bar.key), bar.postings, False) for bar in stated[:_ROWS]]
    if rest:
        rows.append((said["other"], tuple(dict.fromkeys(rest)), True))
    rows += [(links.words.card["not_stated"], bar.postings, True) for bar in counted if not bar.key and bar.postings]
    return [
        Bar(label, (links.part(0, len(postings), label, postings, soft),), links.number(len(postings)))
        for label, postings, soft in rows
    ]


def _contract(words: Wording) -> Callable[[str], str]:
    names = named_values(words.language, "value")
    return lambda key: bare(names.get(key, key))


def _pay_title(group: PayGroup, words: Wording) -> str:
    per = named_values(words.language, "per").get(group.per, "")
    unit = words.insights["pay_range"].format(currency=group.currency, per=per).strip()
    return f"{words.insights['pay']} – {unit}" if unit else words.insights["pay"]


def _pay(backend: Backend, group: PayGroup, links: _Links) -> list[Bar]:
    titles = {card.name: card.title or card.name for card in backend.cards()}
    shared = Counter(titles.values())
    bars = []
    for found in group.ranges[:_ROWS]:
        title = titles.get(found.posting, found.posting)
        label = title if shared[title] == 1 else f"{title} ({found.posting})"
        low, high = (money(links.words.language, number) for number in (found.low, found.high))
        value = low if found.low == found.high else f"{low}–{high}"
        begin = 0.0 if found.low == found.high else found.low
        bars.append(Bar(label, (links.part(begin, found.high, f"{label}, {value}", [found.posting]),), value))
    return bars


def _soon(deadlines: Sequence[Deadline], words: Wording) -> Html:
    """What closes soon, to read and for the calendar."""
    said = words.insights
    title = element("h3", said["soon"])
    if not deadlines:
        return element("div", title, element("p", said["soon_none"], class_="hint"), class_="soon")
    rows = [
        element(
            "li",
            element("span", day(words.language, one.day), class_="when"),
            element("button", element("bdi", one.title), type="button", data_posting=one.posting, class_="link"),
        )
        for one in deadlines[:20]
    ]
    calendar = element("button", said["calendar"], type="button", data_download="ics")
    return element(
        "div", title, join([element("ul", *rows), element("div", calendar, class_="actions")]), class_="soon"
    )
