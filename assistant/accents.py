"""Accents that a PDF gives as signs of their own, put back on their letters: `Charg´e(e)`, `aoˆut`, `franc¸ais`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Each sign with the combining mark that it stands for, and the letters of French (and Spanish names) that take it.
_SIGNS = {
    "\u00b4": ("\u0301", "eE"),
    "`": ("\u0300", "aeuAEU"),
    "\u02cb": ("\u0300", "aeuAEU"),
    "\u02c6": ("\u0302", "aeiouıAEIOU"),
    "\u00a8": ("\u0308", "eiuıaoEIUAO"),
    "\u00b8": ("\u0327", "cC"),
    "\u02dc": ("\u0303", "nN"),
}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_TYPED_FOR_APOSTROPHE = "\u00b4`"
# What may stand before an apostrophe, for which ´ and ` are often typed: « l´équipe », « jusqu´en ».
_ELIDED = re.compile(r"(?:\b[cdjlmnst]|qu|aujourd)\Z", re.IGNORECASE)
_LONGEST_ELIDED = 9


@dataclass(frozen=True)
class _Detached:
    """A sign at `at`, and the places of the letters before and behind it that can take it (None where one cannot)."""

    at: int
    mark: str
    before: int | None
    after: int | None
    apostrophe: bool  # whether the sign may stand for one

    def letter(self, usual: str) -> int | None:
        if self.before is not None and self.after is not None:
            return self.before if usual == "before" or self.after > self.at + 1 else self.after
        return self.after if self.before is None else self.before


def join_accents(text: str) -> str:
    """`text` with each detached accent on the letter that it belongs to; a text that has none is returned as it is.

    The sign stands before its letter, or behind it where only that letter can take it, or where the text does so
    elsewhere. A sign where an apostrophe may stand is taken for one unless the text has accents that cannot be.
    """
    found = [_detached(text, match.start()) for match in _SIGN.finditer(text)]
    sure = [sign for sign in found if not sign.apostrophe and sign.before != sign.after]
    if not sure:
        return text
    behind = sum(sign.after is None for sign in sure) > sum(sign.before is None for sign in sure)
    apostrophes = any(sign.apostrophe and sign.before == sign.after for sign in found)
    letters = list(text)
    for sign in found:
        letter = None if apostrophes and sign.apostrophe else sign.letter("before" if behind else "after")
        if letter is not None:
            letters[letter] = letters[letter].replace("ı", "i") + sign.mark
            letters[sign.at : max(sign.at + 1, letter)] = [""] * (max(sign.at + 1, letter) - sign.at)
    return unicodedata.normalize("NFC", "".join(letters))


def _detached(text: str, at: int) -> _Detached:
    mark, letters = _SIGNS[text[at]]
    # A PDF may set a space behind the sign, in the middle of a word.
    inside = text[at] != "`" and text[at - 1 : at].isalpha() and text[at + 1 : at + 2] == " "
    after = at + 1 + inside
    typed = text[at] in _TYPED_FOR_APOSTROPHE and text[after : after + 1].isalpha() and not inside
    elided = _ELIDED.search(text[max(0, at - _LONGEST_ELIDED) : at]) is not None
    opening = text[at] == "`" and not text[at - 1 : at].isalpha()
    return _Detached(
        at,
        mark,
        at - 1 if at and text[at - 1] in letters else None,
        after if text[after : after + 1] in set(letters) else None,
        typed and (elided or opening),
    )
