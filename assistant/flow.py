"""A text as it reads on: without the marks of quoted mail and the line breaks that only end a full line.

The reading rules for running text look at this form. Its characters stand where those of the text do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.lines import Line, lines_of
from assistant.quoted_mail import without_marks
from assistant.resources import table
from assistant.text import fold

_QUOTE_MARKS = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_FULL = 45  # characters of a line that may have been broken because it was full
_LABEL = re.compile(r"[^\W\d_][^:.;,!?\n]{1,38}\s?(?::|\.{3}|\?)(?=\s)")


def unquoted(text: str) -> str:
    """`text` with spaces for the « > » of quoted mail, character for character."""
    plain = without_marks(text)
    return _QUOTE_MARKS.sub(lambda marks: " " * len(marks.group()), plain) if ">" in plain else plain


@lru_cache(maxsize=8)  # asked for by the readers of titles, employers and places, one after another
def flowing(text: str) -> str:
    """`text` with spaces for the marks of quoted mail and for the line breaks within sentences."""
    plain = unquoted(text)
    parts, end = [], 0
    for above, below in pairwise(lines_of(plain)):
        if plain.count("\n", above.end, below.start) == 1 and _reads_on(above, below):
            parts += [plain[end : above.end], " " * (below.start - above.end)]
            end = below.start
    return "".join([*parts, plain[end:]])


def _reads_on(above: Line, below: Line) -> bool:
    if below.bullet or above.text[-1] in ".:;!?…|" or _LABEL.match(below.text) or "|" in below.text:
        return False
    if below.text[0].islower():
        return True
    last = fold(above.text.rsplit(maxsplit=1)[-1])
    links = table("identity.toml")["service"]["links"]
    small = above.text[-1] in ",(/" or (last in links and not above.text.isupper())
    return small and not above.bullet and (len(above.text) >= _FULL or last in links)
