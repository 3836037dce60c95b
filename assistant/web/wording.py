"""The words of the page in each of its languages."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from assistant.domain import Language

LANGUAGES: tuple[Language, ...] = ("fr", "en")
_FILES = ("chat", "lists", "source", "compare", "letter", "insights", "settings", "script")

Part = Mapping[str, str]


@dataclass(frozen=True)
class Help:
    """A question of the help, and its answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class Wording:
    """Every word that the page shows in one language; names in braces are filled in where it is shown.

    Those of the chat and the source have a name each here; each other page has a table of its own.
    """

    language: Language
    title: str
    tagline: str
    worded: str
    postings: str
    postings_list: str
    postings_none: str
    postings_close: str
    welcome: str
    welcome_text: str
    try_one: str
    empty: str
    empty_text: str
    empty_add: str
    question: str
    placeholder: str
    send: str
    stop: str
    again: str
    you: str
    assistant: str
    searching: str
    sources: str
    sources_more: str
    source_number: str
    opening: str
    copy: str
    copied: str
    ask_again: str
    private: str
    private_text: str
    give_cv: str
    give_cv_text: str
    up: str
    down: str
    next: str
    stopped: str
    unexpected: str
    busy: str
    source: str
    source_hint: str
    source_close: str
    source_changed: str
    source_unreadable: str
    posting_file: str
    same_as: str
    remove: str
    remove_ask: str
    remove_yes: str
    remove_no: str
    removed: str
    status: Part
    pages: Part
    listing: Part
    card: Part
    marks: Part
    facts: Part
    table: Part
    compare: Part
    files: Part
    letter: Part
    insights: Part
    settings: Part
    adding: Part
    script: Part  # what the browser itself shows
    help: tuple[Help, ...]

    def status_sentence(self, status: str) -> str:
        """A sentence on the state of the program, empty when all is ready."""
        return self.status.get(status, "")


@dataclass(frozen=True)
class Example:
    """A question that a person may start from."""

    language: Language
    question: str


@cache
def wording(language: str) -> Wording:
    """The words of `language`; those of English for a language that the page does not speak."""
    known: Language = "fr" if language == "fr" else "en"
    said = dict(all_words()[known])
    return Wording(language=known, **{**said, "help": tuple(Help(**row) for row in said["help"])})


@cache
def examples() -> tuple[Example, ...]:
    """Questions in each language, shown whatever the language of the page."""
    return tuple(Example(**row) for row in all_words()["examples"])


def script_words() -> str:
    """What the browser itself shows in each language, as JSON that may stand in a script."""
    said = {language: dict(wording(language).script) for language in LANGUAGES}
    return json.dumps(said).replace("<", "\\u003c")


def asset(name: str) -> str:
    """The text of one of the data files of the page."""
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf8")


@cache
def all_words() -> dict[str, Any]:
    """All the files of words as one: the tables of each language, and the examples."""
    read: dict[str, Any] = {language: {} for language in LANGUAGES}
    for name in _FILES:
        for key, said in tomllib.loads(asset(f"words_{name}.toml")).items():
            if key in read:
                read[key].update(said)
            else:
                read[key] = said
    return read
