"""The letters by which a posting marks what it demands and what it wishes for: "E = essential, D = desirable".

The words are in `data/facts_modality.toml`, table `legend`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from assistant.domain import Posting
from assistant.facts.folded import folded, one_of
from assistant.resources import table

Kind = Literal["weak", "strong"]

_KEY = re.compile(r"^[^\w\n]{0,12}(?:key|l[eé]gende?|codes?|grille|scale)\b[^\n]*", re.MULTILINE | re.IGNORECASE)
_CODE = re.compile(r"(?<![\w'’])([A-Z])\s(?=[^\W\d])")  # "Key: E essential, D desirable"
_MARK = re.compile(r"(?<=[^\W\d_]\s)\(([A-Z])\)")  # « arabe (D) », not « chargé(E) »


@lru_cache(maxsize=8)
def legend(posting: Posting) -> dict[str, Kind]:
    """What each letter means, folded; empty unless the posting has one for a demand and one for a wish.

    It explains them, or uses a usual pair: "French (E), Arabic (D)".
    """
    found: dict[str, Kind] = {}
    text = folded(_KEY.sub(lambda line: _CODE.sub(r"\1=", line.group()), posting.text))
    for match in _explained().finditer(text):
        found.setdefault(
            match["letter"] or match["boxed"] or match["behind"], "weak" if match["weak"] or match["wish"] else "strong"
        )
    return found if {*found.values()} == {"weak", "strong"} else _unexplained(posting.text)


def _unexplained(text: str) -> dict[str, Kind]:
    """The usual letters in brackets of a posting that uses a pair of them."""
    marks = {*_MARK.findall(text)}
    pairs = table("facts_modality.toml")["legend"]["pairs"]
    used = next((pair for pair in pairs if marks == {*pair}), None)
    return {used[0].lower(): "strong", used[1].lower(): "weak"} if used else {}


@cache
def _explained() -> re.Pattern[str]:
    words = table("facts_modality.toml")["legend"]
    weak, strong = one_of(words["weak"]), one_of(words["strong"])
    behind = rf"(?<!\w)(?:(?P<wish>{weak})|{strong})\s\((?P<behind>[a-z])\)(?=\s?(?:[/,;.|]|$))"  # « Exigé (E) / »
    return re.compile(
        rf"(?<![\w'])(?:\"?(?P<letter>[a-z])\"?\s?[=:]\s?|[(\[](?P<boxed>[a-z])[)\]]\s?[=:-]?\s?)"
        rf"\"?(?:(?P<weak>{weak})|{strong})(?!\w)|{behind}",
        re.MULTILINE,
    )
