"""The postings as the browser holds them, to search, filter and sort without asking again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.answering.values import amount, day, language_name, words
from assistant.cards import Card, Closing
from assistant.domain import Language
from assistant.web.plain import bare
from assistant.web.wording import Wording


def listing(cards: Sequence[Card], wording: Wording) -> dict[str, Any]:
    """Rows, the names of the codes in them, and the words of lists and tables, as plain values for JSON.

    A row is short in names, for there may be thousands: `n` name, `t` title, `o` organisation, `p` place, `l` language
    of the text, `r` and `a` languages required and a plus, `c` contracts, `s` state, `d` day, `w` day in words, `b`
    badge, `m` mark, `e` note, `y` pay, `x` the posting that it is another version of.
    """
    language = wording.language
    return {
        "rows": [_row(card, wording) for card in cards],
        "languages": {code: bare(language_name(language, code)) for code in _codes(cards)},
        "contracts": _contracts(cards, language),
        "marks": dict(wording.marks),
        "words": dict(wording.listing)
        | {
            "title": wording.postings,
            "close": wording.postings_close,
            "same_as": wording.same_as,
            "empty": wording.postings_none,
        },
        "table": dict(wording.table) | {"full": wording.compare["full"], "ics": wording.insights["calendar"]},
    }


def badge(closing: Closing, wording: Wording) -> str:
    """How a deadline stands, in two or three words."""
    said = wording.listing
    days = closing.days
    if closing.state == "closed":
        return said["badge_closed"]
    if days is None or closing.state == "undated":
        return said["badge_none"]
    if days < 2:
        return said["badge_today" if days == 0 else "badge_tomorrow"]
    return said["badge_in"].format(days=days)


def _row(card: Card, wording: Wording) -> dict[str, Any]:
    closing = card.closing
    row = {
        "n": card.name,
        "t": card.title or card.name,
        "o": card.organisation,
        "p": card.place,
        "l": card.language,
        "r": card.languages_required,
        "a": card.languages_plus,
        "c": card.contracts,
        "s": closing.state,
        "d": closing.day.isoformat() if closing.day else "",
        "w": day(wording.language, closing.day) if closing.day else closing.words,
        "b": badge(closing, wording),
        "m": card.marked.mark if card.marked else "",
        "e": card.marked.note if card.marked else "",
        "y": "; ".join(amount(wording.language, pay) for pay in card.pay),
        "x": card.repost_of,
    }
    return {key: value for key, value in row.items() if value}


def _codes(cards: Iterable[Card]) -> list[str]:
    return sorted({code for card in cards for code in (*card.languages_required, *card.languages_plus)})


def _contracts(cards: Iterable[Card], language: Language) -> dict[str, str]:
    named = words(language, "value")
    return {code: bare(named.get(code, code)) for code in sorted({c for card in cards for c in card.contracts})}
