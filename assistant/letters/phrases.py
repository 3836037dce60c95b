"""The words of letters, in both languages: `data/letters.toml`."""

from __future__ import annotations

from assistant.domain import Language
from assistant.resources import table


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language` with its values. KeyError where a value or the sentence is missing."""
    return str(table("letters.toml")[language][key]).format(**values)


def note(language: Language, key: str) -> str:
    """The sentence that says how a requirement was decided."""
    return str(table("letters.toml")[language]["note"][key])


def tell(language: Language, kind: str) -> tuple[str, ...]:
    """How to tell of a requirement that is met, in note form."""
    return tuple(table("letters.toml")[language]["tell"][kind])


def meet(language: Language, kind: str) -> tuple[str, ...]:
    """How to meet a gap honestly."""
    return tuple(table("letters.toml")[language]["meet"][kind])
