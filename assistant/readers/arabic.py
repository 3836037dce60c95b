"""Arabic as PDF files have it: letters by shape rather than by name, and lines that are stored back to front."""

from __future__ import annotations

import re
import unicodedata

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(f"[{_ARABIC}]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_TATWEEL = re.compile("(?<=[\u0600-\u06ff])\u0640+(?=[\u0600-\u06ff])")
# Left to right within a line of Arabic: Latin words, addresses, numbers with their signs.
_LEFT_TO_RIGHT = re.compile(
    r"[^\W\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc](?:[\w@./:+%,#&?=~-]*[^\W\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc])?[%€$]?"
    r"|[\u0660-\u0669](?:[\u0660-\u0669./:,\u066b\u066c-]*[\u0660-\u0669])?"
)
_RIGHT_TO_LEFT = re.compile(f"[{_ARABIC}](?:[{_ARABIC}\\s،؛؟]*[{_ARABIC}])?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
# Words that most Arabic texts hold; read backwards they are no words.
_FREQUENT = frozenset(
    ["في", "من", "على", "إلى", "عن", "مع", "أو", "هذا", "هذه", "التي", "الذي", "بين", "قبل", "بعد", "كل"]
)
_BACKWARDS = frozenset(word[::-1] for word in _FREQUENT)
_ENDS_ONLY = "ةى"  # letters that only end a word


def has_arabic(text: str) -> bool:
    """Whether there is an Arabic letter in it."""
    return _LETTER.search(text) is not None


def is_mostly_arabic(text: str) -> bool:
    """Whether most of its letters are Arabic."""
    arabic = len(_LETTER.findall(text))
    return 2 * arabic > sum(c.isalpha() for c in text)


def by_name(text: str) -> str:
    """`text` with Arabic letters that are given by their shape (initial, final, …) given by name, without tatweel."""
    named = _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes.group()), text)
    return _TATWEEL.sub("", named)


def logical(visual: str, *, right_to_left: bool) -> str:
    """The letters of a line as it looks, from left to right, in the order in which they are read."""
    if not right_to_left:
        return _RIGHT_TO_LEFT.sub(lambda words: _reversed(words.group()), visual)
    return _LEFT_TO_RIGHT.sub(lambda words: words.group()[::-1], _reversed(visual))


def is_reversed(text: str) -> bool:
    """Whether the Arabic words of a text stand back to front.

    Told by frequent words and by letters that can only end a word; a text without either is taken for right.
    """
    words = [word for word in re.findall(f"[{_ARABIC}]+", text) if len(word) > 1]
    right = sum((word in _FREQUENT) + (word[-1] in _ENDS_ONLY) + word.startswith("ال") for word in words)
    wrong = sum((word in _BACKWARDS) + (word[0] in _ENDS_ONLY) + word.endswith("لا") for word in words)
    return bool(wrong > 2 * right and wrong >= 2)


def _reversed(visual: str) -> str:
    """A line back to front, with combining marks behind their letters and brackets turned round."""
    signs: list[str] = []
    for sign in visual:
        if signs and unicodedata.combining(sign):
            signs[-1] += sign
        else:
            signs.append(sign)
    return "".join(reversed(signs)).translate(_MIRRORED)
