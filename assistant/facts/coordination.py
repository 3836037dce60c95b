"""The words that join things of one kind, or begin another. They are in `data/facts_modality.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant.resources import table


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
