"""Where an application is to be sent: e-mail addresses and pages. The words are in `data/facts_application.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.folded import folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_DOT = r"(?:\.| ?(?:\(dot\)|\[dot\]|\(point\)|\[point\]) ?)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}}?) ?(?:@|\((?:at|a|arobase)\)|\[(?:at|a|arobase)\]|\{{at\}}) ?"
    rf"([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}})",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:https?://|(?<![\w/@.])www\.)[^\s<>\"«»\]]{3,300}", re.IGNORECASE)
_ANY_EMAIL = re.compile(r"\S+@\S+")
_BEFORE_COPY = 60  # characters before an address in which it can be said that it gets a copy
_BEFORE_PAGE = 120  # characters before a page in which the words that send people there stand


def addresses(posting: Posting) -> list[Fact]:
    """The `apply_to` facts of a posting: where to apply, copy addresses too.

    An address for questions counts only where there is no other, one for data protection never.
    """
    applying: list[Fact] = []
    asking: list[Fact] = []
    for piece in pieces(posting):
        if any(sign in piece.raw for sign in "@([{"):
            for fact, sure in _emails(piece):
                (applying if sure else asking).append(fact)
        applying += _pages(piece)
    return distinct(sorted(applying or asking, key=_is_copy))


def _is_copy(fact: Fact) -> bool:
    """Whether an address only gets a copy: « avec copie à … »."""
    at = fact.quote.lower().find(str(fact.value).lower())
    before = _ANY_EMAIL.split(folded(fact.quote[max(0, at - _BEFORE_COPY) : at]))[-1]
    return at > 0 and _words().copy.search(before) is not None


def _emails(piece: Piece) -> Iterator[tuple[Fact, bool]]:
    words = _words()
    raw = piece.raw
    for found in _EMAIL.finditer(raw):
        around = piece.folded[max(0, found.start() - 200) : found.end() + 60]
        if words.privacy.search(around) or words.privacy.search(piece.lead):
            continue
        name = found.group(1).removeprefix("mailto:")
        domain = re.sub(r" ?[(\[](?:dot|point)[)\]] ?", ".", found.group(2), flags=re.IGNORECASE).rstrip(".-_")
        before = piece.folded[max(0, found.start() - 120) : found.start()]
        asks = words.information.search(before) is not None and not words.send.search(before)
        applies = (
            words.apply.search(piece.folded) or words.apply.search(piece.lead) or piece.section.kind == "application"
        )
        labelled = len(piece.folded) <= len(found.group()) + 12 and piece.label is not None
        at = piece.clause(Span(found.start(), found.end()))
        yield piece.quoted("apply_to", f"{name}@{domain}", at, labelled=labelled), bool(applies and not asks)


def _pages(piece: Piece) -> Iterator[Fact]:
    words = _words()
    raw = piece.raw
    for found in _PAGE.finditer(raw):
        url = found.group().rstrip(".,;:!?*")
        url = url if "(" in url else url.rstrip(")")
        before = piece.folded[max(0, found.start() - _BEFORE_PAGE) : found.start()]
        above = piece.lead.rsplit("|", 2)[-2] if len(piece.folded) < len(url) + 20 else ""
        if not words.page.search(before) and not words.page.search(above):
            continue
        if words.not_page.search(before) or words.not_page.search(url.lower()):
            continue
        has_path = re.search(r"[^/:]/[^/]", url) is not None
        near = words.page.search(before[-40:]) or any(part in url.lower() for part in words.page_path)
        if has_path or near:
            at = Span(found.start(), found.start() + len(url))
            yield piece.fact("apply_to", url, at)


@dataclass(frozen=True)
class _Words:
    apply: re.Pattern[str]
    send: re.Pattern[str]
    page: re.Pattern[str]
    not_page: re.Pattern[str]
    privacy: re.Pattern[str]
    information: re.Pattern[str]
    copy: re.Pattern[str]
    page_path: tuple[str, ...]


@cache
def _words() -> _Words:
    data = table("facts_application.toml")
    apply = data["apply"]
    return _Words(
        apply=pattern(apply["words"]),
        send=pattern(["postul*", "candidature*", "cv", "dossier*", "apply", "application*", "send your*"]),
        page=pattern(apply["page"]),
        not_page=pattern(apply["not_page"]),
        privacy=pattern(apply["privacy"]),
        information=pattern(apply["information"]),
        copy=pattern(apply["copy"]),
        page_path=tuple(apply["page_path"]),
    )
