"""Numbers of a question that are made of several words, and amounts in thousands, in digits: « dix-huit », "40k"."""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.number_words import number_of, number_words

# "40k", « 30 k€ », "1.5k": thousands, before a sign of money or at the end of a word.
_THOUSANDS = re.compile(r"(?<![\w.,])(\d{1,3})(?:[.,](\d))?\s?[kK](?=\s?[€$£]|(?:\s|$|[?!,;:)]|\.(?!\d)))")


def in_digits(text: str) -> str:
    """`text` with the numbers that several words make, and those in thousands, in digits."""
    text = _THOUSANDS.sub(lambda found: str(int(found[1]) * 1000 + int(found[2] or 0) * 100), text)
    return _several().sub(_digits, text)


def _digits(found: re.Match[str]) -> str:
    value = number_of(found.group().lower())
    return str(value) if value else found.group()


@cache
def _several() -> re.Pattern[str]:
    """Two number words or more that make one: « vingt et un », "thirty-five", « deux mille cinq cents »."""
    words = number_words()
    units = "|".join(word for word, value in words.items() if value < 10)
    teens = "|".join(word for word, value in words.items() if 10 <= value < 20)
    tens = "|".join(word for word, value in words.items() if 20 <= value < 100)
    large = "|".join(word for word, value in words.items() if value >= 100)
    joint = r"[ -]{1,2}"
    of_two = rf"quatre{joint}vingts?(?:{joint}(?:dix{joint}(?:sept|huit|neuf)|{teens}|{units}))?"
    of_two += rf"|dix{joint}(?:sept|huit|neuf)|soixante{joint}dix{joint}(?:sept|huit|neuf)"
    of_two += rf"|soixante(?:{joint}et)?{joint}(?:{teens})|(?:{tens})(?:{joint}et)?{joint}(?:une?|onze)"
    of_two += rf"|(?:{tens}){joint}(?:{units})"
    small = rf"(?:{of_two}|{teens}|{tens}|{units})"
    thousands = rf"{small}{joint}(?:{large})(?:{joint}(?:(?:et|and){joint})?(?:{small}|{large}))*"
    hundreds = rf"(?<!pour )(?:cent|mille){joint}(?:{small}|{large})(?:{joint}(?:{small}|{large}))*"
    return re.compile(rf"(?<![\w-])(?:{thousands}|{hundreds}|{of_two})(?![\w-])", re.IGNORECASE)
