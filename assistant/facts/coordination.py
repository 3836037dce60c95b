"""The words that join things of one kind, or begin another. They are in `data/facts_modality.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.resources import table

# « anglais écrit, oral non obligatoire », "written English, spoken not required": only the second is spared
_OTHER_MODE = re.compile(
    r"\b(?:ecrite?s?|lue?s?|written|reading|orale?s?|parlee?s?|spoken)\b[^,;.]{0,20},\s(?:a\s)?(?:l'|le\s|la\s)?"
    r"(?:oral|parle|ecrit|spoken|speaking|written|writing)\s(?:\w{1,5}\s)?$"
)


@dataclass(frozen=True)
class Lists:
    """The lists of the table, under their keys."""

    coordination: frozenset[str]
    levels: frozenset[str]
    bridge: frozenset[str]
    heads: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]


@cache
def lists() -> Lists:
    """The lists of the table."""
    words = table("facts_modality.toml")
    apart = words["coordination"]
    return Lists(
        frozenset(apart["words"]), frozenset(apart["levels"]), frozenset(apart["bridge"]), frozenset(apart["heads"]),
        frozenset(apart["verbs"]),
        frozenset(apart["finite"]),
    )  # fmt: skip


def is_of_other_mode(before: str) -> bool:
    """Whether what follows `before` is said of speaking alone, not of a language that was named for its writing."""
    return _OTHER_MODE.search(before) is not None
