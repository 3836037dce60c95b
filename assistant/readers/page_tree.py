"""A web page as a tree of what a person sees of it: hidden text is taken out, and so are menus and banners."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from assistant.readers.content import Unreadable
from assistant.readers.page_styles import Declarations, Look, Sheet, is_gone, look_of
from assistant.resources import table

Element: TypeAlias = etree._Element
_NEVER_SHOWN = frozenset({
    "script", "style", "template", "noscript", "noframes", "head", "iframe", "object", "embed", "svg", "math",
    "canvas", "audio", "video", "map", "area", "param", "source", "track", "title", "link", "meta", "base", "input",
})  # fmt: skip
_MOST_ELEMENTS = 50_000
_ROOTS = ("html", "body")
_MAIN = ("main", "article")
_LEAST_HIDDEN = 20  # letters that are hidden before it is said: less is a label for those who do not see the page
_MOST_CONSENT = 5_000  # letters of a banner
_LINKED = 0.6  # share of the letters of a list of links that are in them
_ONLY_LINKS, _FEWEST_LINKS, _LONGEST_LINK = 0.9, 4, 40


def parsed(html: str) -> Element:
    """The tree of a page; Unreadable where it is nested more deeply than any page is, or holds nothing."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable("nested more deeply than any web page is: save it as plain text (.txt)")
    if root is None:
        raise Unreadable("no text in it")
    if sum(1 for _ in itertools.islice(root.iter(), _MOST_ELEMENTS)) == _MOST_ELEMENTS:
        raise Unreadable(f"made of more than {_MOST_ELEMENTS:,} parts: save the posting alone, as text or PDF")
    return root


def keep_what_is_seen(root: Element) -> bool:
    """Take out of a page all that is not its text or not seen, and tell whether hidden words were among it."""
    sheet = Sheet()
    for style in root.iter("style"):
        sheet.add(style.text or "")
    targets = _targets(root)
    _empty_all([element for element in root.iter() if element.tag in _NEVER_SHOWN])
    _empty_furniture(root)
    hidden = _take_out_hidden(root, sheet, targets)
    _drop_lists_of_links(root)
    return hidden >= _LEAST_HIDDEN


def _empty_all(elements: list[Element]) -> None:
    """Take out what is in elements and leave what stands behind them."""
    for element in elements:
        element.clear(keep_tail=True)


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return {part: {k: tuple(v) for k, v in lists.items()} for part, lists in table("webpages.toml").items()}


def _names(element: Element) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}".strip().lower()


@dataclass(frozen=True, slots=True)
class _Size:
    """Letters in an element, those of them in links, how many links there are, and whether it speaks of cookies."""

    text: int
    linked: int
    links: int
    asks: bool


def _sizes(root: Element) -> dict[Element, _Size]:
    sizes: dict[Element, _Size] = {}
    words = _words()["furniture"]["consent_words"]
    for _, element in etree.iterwalk(root, events=("end",)):
        inner = [sizes[child] for child in element]
        own = " ".join([element.text or "", *(child.tail or "" for child in element)])
        text = _letters(own) + sum(size.text for size in inner)
        is_link = element.tag == "a"
        sizes[element] = _Size(
            text,
            text if is_link else sum(size.linked for size in inner),
            1 if is_link else sum(size.links for size in inner),
            any(size.asks for size in inner) or any(word in own.lower() for word in words),
        )
    return sizes


def _empty_furniture(root: Element) -> None:
    sizes, waiting = _sizes(root), [root]
    while waiting:
        element = waiting.pop()
        if _is_furniture(element) or _asks_for_consent(element, sizes[element]):
            element.clear(keep_tail=True)
        else:
            waiting += element


def _is_furniture(element: Element) -> bool:
    """Menus, buttons and page footers."""
    words, role = _words()["furniture"], (element.get("role") or "").lower()
    if element.tag in words["tags"] or role in words["roles"]:
        return True
    if element.tag in words["margin_tags"] or role in words["margin_roles"]:
        return not any(above.tag in _MAIN for above in element.iterancestors())
    return False


def _asks_for_consent(element: Element, size: _Size) -> bool:
    """Banners about cookies."""
    if not size.asks or size.text > _MOST_CONSENT or element.tag in (*_ROOTS, *_MAIN):
        return False
    names = _names(element)
    return any(name in names for name in _words()["furniture"]["consent"])


def _targets(root: Element) -> frozenset[str]:
    """The ids of what a click on something else on the page shows."""
    named = (
        value.lstrip("#")
        for element in root.iter()
        for name in ("aria-controls", "data-target", "data-bs-target", "href")
        if (value := element.get(name)) and (name == "aria-controls" or value.startswith("#"))
    )
    return frozenset(named)


def _take_out_hidden(root: Element, sheet: Sheet, targets: frozenset[str]) -> int:
    """Empty what is not seen, and count the letters in it."""
    hidden, gone = 0, []
    looks: list[tuple[Element, Look]] = [(root, Look())]
    while looks:
        element, around = looks.pop()
        styles = _styles(element, sheet)
        if element.tag not in _ROOTS and _is_gone(element, styles) and not _unfolds(element, targets):
            hidden += _letters("".join(str(text) for text in element.itertext()))
            gone.append(element)
            continue
        if element.tag in _ROOTS:  # whole pages are hidden until their scripts have run
            styles = {name: value for name, value in styles.items() if name != "visibility"}
        look = look_of(styles, around)
        if not look.is_seen:
            hidden += _empty_own(element)
        looks += [(child, look) for child in element]
    _empty_all(gone)
    return hidden


def _styles(element: Element, sheet: Sheet) -> Declarations:
    attributes = element.attrib
    if not attributes:
        return sheet.of(element.tag, frozenset(), "")
    names = {f".{name}" for name in attributes.get("class", "").lower().split()[:50]}
    if attributes.get("id"):
        names.add(f"#{attributes['id']}".lower())
    marked = {"color": attributes.get("color") or attributes.get("text"), "background": attributes.get("bgcolor")}
    given = {name: value.lower() for name, value in marked.items() if value}
    return {**given, **sheet.of(element.tag, frozenset(names), attributes.get("style", ""))}


def _is_gone(element: Element, styles: Declarations) -> bool:
    if element.get("hidden") is not None and styles.get("display", "none") == "none":
        return True
    return is_gone(styles) or (element.tag == "dialog" and element.get("open") is None)


def _unfolds(element: Element, targets: frozenset[str]) -> bool:
    """A panel that a click shows is no hidden text."""
    panel = element.get("role") == "tabpanel" or any(
        name in _names(element) for name in _words()["unfolding"]["panels"]
    )
    return panel and element.get("id") in targets


def _empty_own(element: Element) -> int:
    """Take the words of an element itself out, not those of the elements in it; how many letters they had."""
    letters = _letters(element.text or "") + sum(_letters(child.tail or "") for child in element)
    element.text = " " if element.text else None
    for child in element:
        child.tail = " " if child.tail else None
    return letters


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _drop_lists_of_links(root: Element) -> None:
    """Menus without a mark of their own, and lists of other postings: hardly anything in them but links."""
    sizes = _sizes(root)
    marks = _words()["furniture"]["links"]
    dropped = []
    for element in root.iter():
        size = sizes[element]
        if element.tag in (*_ROOTS, "a", "p", "li", "td") or not size.text or not size.links:
            continue
        share = size.linked / size.text
        names = _names(element) if share >= _LINKED else ""
        named = any(part in names for part in marks)
        only = share >= _ONLY_LINKS and size.links >= _FEWEST_LINKS and size.linked / size.links <= _LONGEST_LINK
        if named or (only and not any(above.tag in _MAIN for above in element.iterancestors())):
            dropped.append(element)
    if sum(sizes[e].text for e in _outermost(dropped)) < sizes[root].text:  # a page of links is left as it is
        _empty_all(dropped)


def _outermost(elements: list[Element]) -> Iterator[Element]:
    """Those of `elements`, in the order of the page, that stand in none of the others."""
    if elements:
        yield elements[0]
    kept = elements[:1]
    for _, element in pairwise(elements):
        if not any(above is kept[-1] for above in element.iterancestors()):
            kept.append(element)
            yield element
