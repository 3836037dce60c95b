"""Words as a list shows them: without an article, beginning with a capital, on one line."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"^(?:de la |de l'|de l’|l'|l’|le |la |les |une |un |du |des |an |a )")
_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def bare(name: str) -> str:
    """A noun without its article: « le français » → « Français », "an internship" → "Internship"."""
    noun = _ARTICLE.sub("", name)
    return noun[:1].upper() + noun[1:]


def one_line(words: str) -> str:
    """`words` with every run of white space as one space, and without marks that turn the direction of text."""
    return " ".join(_DIRECTION_MARKS.sub("", words).split())
