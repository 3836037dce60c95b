"""The errors of the program, sorted by who must act. Each message says what to do."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain import Language
from assistant.resources import table


class AssistantError(Exception):
    """Any error that this program raises on purpose; `exit_status` is the command line's."""

    exit_status = 3

    def said(self, language: Language) -> str:
        """The message in `language`, as far as there is one; else in English."""
        del language
        return str(self)


class UserError(AssistantError):
    """The person asked for something that cannot be done as asked; the message says what to change."""

    exit_status = 2


class WordedError(UserError):
    """One that is met on the page: its message stands in `errors.toml` in each language, under a key."""

    def __init__(self, key: str, **values: str | int) -> None:
        """`values` fill in what varies; those that are keys themselves are said in the language too."""
        self.key, self.values = key, values
        super().__init__(self.said("en"))

    def said(self, language: Language) -> str:
        """The message in `language`."""
        sentences = table("errors.toml")[language]
        said = {name: _filled(value, sentences, language) for name, value in self.values.items()}
        return str(sentences[self.key].format(**said))


class StoreError(AssistantError):
    """The store or the machine is in a state that somebody must mend; nothing stored was changed."""

    exit_status = 3


def _filled(value: str | int, sentences: Mapping[str, str], language: Language) -> str:
    if isinstance(value, str):
        return sentences.get(value, value)
    return f"{value:,}".replace(",", "\u202f" if language == "fr" else ",")
