"""The words of letters, in both languages: `data/letters.toml`."""

from __future__ import annotations

from assistant.domain import Language
from assistant.resources import table


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language` with its values. KeyError where a value or the sentence is missing."""
    return str(table("letters.toml")[language][key]).format(**values)


def several(language: Language, key: str, count: int, **values: object) -> str:
    """The sentence `key` for one or for many."""
    return say(language, f"{key}_one" if count == 1 else f"{key}_many", count=count, **values)
