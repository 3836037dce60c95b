"""Pay that is all that a line says: « - 60K€ - 70K€ + variable » in a list of conditions."""

from __future__ import annotations

import re

from assistant.facts.amounts import Money

_LEAST, _MOST = 12_000, 300_000  # what a year can pay, in whole thousands
_BESIDE = re.compile(
    r"(?:[\s+,;/()&–-]|\b(?:et|and|plus|en|de|a|la|le|un|une|per|par|an|year|annuel\w*|annual\w*)\b"
    r"|(?P<pay>\b(?:fixes?|variables?|bonus|primes?|commissions?|bruts?|brute|gross|base|ote|package|interessement"
    r"|participation|avantages|benefits|equity|bspce)\b))*\.?"
)


def is_whole_line(text: str, money: Money) -> bool:
    """Whether a figure in thousands is the whole of a folded line, but for words of pay, or is a range alone."""
    amount = money.amount
    likely = money.thousands and _LEAST <= (amount.min or amount.max or 0) <= _MOST
    if not likely or any(char.isalnum() for char in text[: money.start]):
        return False
    behind = _BESIDE.fullmatch(text, money.end)
    return behind is not None and bool(behind["pay"] or (amount.currency and amount.min != amount.max))
