"""The sentences of `data/writing.toml`: how an answer was made, and why a model gave none."""

from __future__ import annotations

import math

from assistant.domain import Language
from assistant.resources import table
from assistant.writing.failures import ModelError


def saying(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in `language` with its values."""
    return str(table("writing.toml")[language][key]).format(**values)


def why_failed(language: Language, error: ModelError, host: str) -> str:
    """A sentence on why the model at `host` gave no answer."""
    key = "busy_for" if error.why == "busy" and error.seconds else error.why
    words: str = table("writing.toml")[language]["why"][key]
    return words.format(host=host, seconds=math.ceil(error.seconds))
