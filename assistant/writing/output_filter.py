"""What a model writes, made harmless before anything else looks at it; or refused."""

from __future__ import annotations

import re
import unicodedata

from assistant.text import clean

_LONGEST = 1200  # characters of one statement
_WRAPPING = re.compile(r"\*\*|__|`+|~~|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]{0,12}[A-Za-z]|\][^\x07]{0,80}\x07?)")
_MARKUP = re.compile(
    r"</?[A-Za-z!?][^<>]{0,400}>?"  # HTML, whole or begun
    r"|!\s?\["  # a picture
    r"|\]\s?\("  # a link with words of its own
    r"|\]\s?\[[^\]\d]"  # the same by reference
    r"|^\s{0,3}\[[^\]\n]{1,80}\]:\s"  # what it refers to
    r"|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});"
    r"|\$\$|\\[(\[]",
    re.IGNORECASE,
)
_UNSHOWN = ("Cc", "Cf", "Co", "Cs")  # controls, signs that turn the order of letters or join them, halves of pairs


def safe(text: str) -> str:
    """`text` without what no screen should get: control and bidirectional characters, halves of pairs, emphasis."""
    plain = clean(_ESCAPES.sub("", text).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    shown = "".join(c for c in plain if c in "\n\t" or unicodedata.category(c) not in _UNSHOWN)
    return _WRAPPING.sub("", shown).replace("\ufffd", "")


def is_plain(text: str) -> bool:
    """Whether a statement is words alone: no picture, no link with words of its own, no HTML, and not endless."""
    return len(text) <= _LONGEST and not _MARKUP.search(text)
