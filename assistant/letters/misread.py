"""Whether the text of a CV looks like a scan that was badly read, so that much of what it says is not found."""

from __future__ import annotations

import re

_FEW = 3  # different words of this kind; one or two may be a product or a code
_MISREAD = re.compile(
    r"[^\W\d_][01][^\W\d_]"  # pub1iques, C0ordination
    r"|^[01][^\W\d_]{4}"  # 0rganisation
    r"|\d[OlI]+\d|\d[OlI]{2}"  # 2Ol6, 4OOOO
)
_APART = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")  # S a m i r a
_ADDRESS = re.compile(r"[@/]|www\.")
_AROUND = ".,;:()«»\"'’-–•~"


def is_misread(text: str) -> bool:
    """Whether several words of `text` have digits for letters, letters for digits, or are spaced out."""
    words = {word.strip(_AROUND) for word in text.split() if not _ADDRESS.search(word)}
    found = {word for word in words if _MISREAD.search(word)} | set(_APART.findall(text))
    return len(found) >= _FEW
