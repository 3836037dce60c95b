"""A text as it is kept, and the folded form in which texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from vectorstore.analysis import fold as fold_letters

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What turns the order of the letters behind it, and a whole alphabet of tags that no screen shows.
_TURNING = re.compile("[\u202d\u202e]")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_SPELLED = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007e]{2,}")  # but no flag of a region
# To put the marks of a letter in order takes the square of their number; no letter has thirty.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x10000)) if unicodedata.combining(c))
_MANY_MARKS = re.compile(f"(?<=[{_MARKS}]{{30}})[{_MARKS}]+")
_MARKS_BEYOND = re.compile(
    "[{}]+".format("".join(c for c in map(chr, range(0x10000, 0x1F000)) if unicodedata.combining(c)))
)
_ARABIC_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_ENDING = "(?:ne|trice|rice|euse|ice|ère|ere|esse|se|le|e|es|s|x)"
_INCLUSIVE = re.compile(rf"(?<=\w)(?:[.·•‧⋅・･·/-]{_ENDING}(?:\.s|s)?|\({_ENDING}(?:\.s|s)?\)s?)(?!\w)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# Of one in ten postings of some job boards: « Serait un plus***Expérience … ».
_TIMES = re.compile(r"(?<=\d)\*(?=\d)")
_RESTORED = "\n*\u2005"
_KEPT_GLUE = re.compile("(?:\n|^)\\*\u2005")  # a quote may begin at the mark of its item
_GLUED = re.compile(r"(?<=[^\s*])\*{3}(?=[^\s*])")


def clean(text: str) -> str:
    """`text` as it is kept: `\\n` line ends, composed accents, a space for each control character and half of a pair.

    Arabic letters in the form that they take at their place in a word become letters, and signs that no screen shows
    and that could spell words or turn their order are left out. Spaces of all widths, soft hyphens and joiners stay:
    they are part of what is quoted, and `fold` passes over them. Items that lost the line before them get it back, with
    a space behind their mark by which `as_written` knows them.
    """
    text = _GLUED.sub(_RESTORED, text) if "***" in text else text
    text = _TURNING.sub("", _CONTROLS.sub(" ", _LINE_ENDS.sub("\n", text)))
    if text.isascii():
        return text
    if max(text) > "\uffff":  # seldom, and a search for such signs is slow
        text = _MARKS_BEYOND.sub("", _TAGS.sub("", text))
    text = unicodedata.normalize("NFC", _MANY_MARKS.sub("", text))
    return _ARABIC_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def as_written(text: str) -> str:
    """A part of a text that was kept with the stars by which items were glued in its file; as long as before."""
    return _KEPT_GLUE.sub(lambda found: "*" * len(found.group()), text)


def spells_unseen(text: str) -> bool:
    """Whether `text` holds words in signs that no screen shows, which `clean` leaves out."""
    return max(text, default="") > "\uffff" and _SPELLED.search(text) is not None


def fold(text: str) -> str:
    """The form in which words are compared: no case, accents, emphasis, invisible signs, or runs of space."""
    return _SPACE.sub(" ", fold_letters(text).replace("*", "")).strip()


def plain_gender(text: str) -> str:
    """`text` with the feminine endings of inclusive writing cut: `chargé(e)`, `chargé.e`, `chargé·e` → `chargé`."""
    return _INCLUSIVE.sub("", text)


def one_line(text: str) -> str:
    """`text` on one line, with single spaces and without Markdown emphasis; « 2*8 » is two shifts of eight hours."""
    return " ".join(_TIMES.sub("×", text).replace("*", "").split())


def in_a_row(words: Sequence[str]) -> re.Pattern[str]:
    """What finds folded words one behind the other in a folded text, an elided one between them or not."""
    return re.compile(r"(?<!\w)" + r"\W{1,3}(?:(?:[cdjlmnst]|qu)['’])?".join(map(re.escape, words)) + r"(?!\w)")
