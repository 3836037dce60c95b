"""A saved web page: the text that a person sees of it, and what it states of itself for machines (`job_posting`)."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from lxml import etree

from assistant.domain import Notice
from assistant.readers import job_posting
from assistant.readers.blocks import text_of
from assistant.readers.content import Content, Unreadable
from assistant.readers.encodings import decode
from assistant.readers.page_blocks import blocks_of
from assistant.readers.page_tree import keep_what_is_seen, parsed
from assistant.readers.plain import mended, notices
from assistant.readers.text_kinds import is_escaped

_HEAD = 4096  # bytes in which a page says what its encoding is
_CHARSET = re.compile(
    rb"""<(?:meta|\\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})""", re.I
)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,9}\)(https?://[^\s<>]{1,2000}) -->", re.I)
_TEXT = re.compile(r"(?:^|(?<=>))[^<>]+")  # between tags
_LEAST_TEXT = 200  # letters; a page with less is filled by a script from what it states for machines


def read(data: bytes, name: str) -> list[Content]:  # noqa: ARG001 - every reader takes a name
    """The postings of a page: its text with what it states of itself, or each of several that it describes.

    Its encoding is that of a byte order mark, UTF-8 where the bytes are such, what the page declares, or the likeliest.
    """
    declared = _CHARSET.search(data[:_HEAD])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    if decoded is None:
        raise Unreadable("not a web page (binary data): save it as .html again, or as PDF")
    text = mended(decoded.text)
    html = _with_lines(unescape(text) if is_escaped(text) else text)
    return [
        replace(content, notices=(*notices(decoded, html), *content.notices))
        for content in contents_of(html, _link(html))
    ]


def _with_lines(html: str) -> str:
    """Plain text in which somebody left tags, whose lines are lines: its first one holds no tag."""
    first = html.lstrip().partition("\n")[0]
    if "<" in first or "\n" not in html.strip():
        return html
    return _TEXT.sub(lambda found: found[0].replace("\n", "<br>"), html)


def contents_of(html: str, link: str = "") -> list[Content]:
    """The postings of a page in HTML; `link` is where it came from, where that is known."""
    root = parsed(html)
    described = job_posting.described_in(root)
    link = link or _canonical(root)
    hidden = keep_what_is_seen(root)
    text = text_of(blocks_of(root))
    told = (Notice("hidden_text"),) if hidden else ()
    if len(described) > 1:
        return [_described(posting, str(n)) for n, posting in enumerate(described, 1)]
    fields = described[0].fields if described else ()
    if link and not any(name == "link" for name, _ in fields):
        fields = (*fields, ("link", link))
    if described and described[0].html and sum(map(str.isalpha, text)) < _LEAST_TEXT:
        return [replace(_described(described[0], ""), fields=fields)]
    return [Content(text, fields=fields, notices=told)]


def visible_text(html: str) -> tuple[str, bool]:
    """The text that a person sees of a piece of HTML, and whether words in it are hidden."""
    root = parsed(html)
    hidden = keep_what_is_seen(root)
    return text_of(blocks_of(root)), hidden


def _described(posting: job_posting.Described, part: str) -> Content:
    """A posting by the description that the page states for machines."""
    text, hidden = visible_text(posting.html)
    return Content(text, part, posting.fields, (Notice("hidden_text"),) if hidden else ())


def _link(html: str) -> str:
    """Where a browser says that it saved the page from."""
    found = _SAVED_FROM.search(html[:_HEAD])
    return found[1] if found else ""


def _canonical(root: etree._Element) -> str:
    """The address that the page gives as its own."""
    addresses = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    addresses += [meta.get("content") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    return next((a.strip() for a in addresses if a and a.strip().lower().startswith(("http://", "https://"))), "")
