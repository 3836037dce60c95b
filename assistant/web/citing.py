"""Buttons that open a quote: where they point, and what tells that the words are still there."""

from __future__ import annotations

import hashlib

from assistant.domain import Citation
from assistant.web.markup import Html, element
from assistant.web.wording import Wording

_LONGEST_SHOWN = 400


def quote_check(quote: str) -> str:
    """Eight hexadecimal digits that tell whether a place still holds the words that were quoted."""
    return hashlib.sha256(quote.encode("utf8", "replace")).hexdigest()[:8]


def target(posting: str, start: int, end: int, quote: str) -> dict[str, str | int]:
    """The attributes of a button that opens `quote` in the source panel, and shows it when it is pointed at."""
    shown = quote if len(quote) <= _LONGEST_SHOWN else quote[:_LONGEST_SHOWN] + "…"
    return {
        "data_posting": posting,
        "data_start": start,
        "data_end": end,
        "data_check": quote_check(quote),
        "data_quote": " ".join(shown.split()),
    }


def marker(citation: Citation, title: str, words: Wording) -> Html:
    """The number of a citation as a button that opens its quote."""
    return element(
        "button",
        f"[{citation.number}]",
        type="button",
        class_="cite",
        aria_label=words.source_number.format(number=citation.number, title=title),
        **target(citation.posting, citation.start, citation.end, citation.quote),
    )
