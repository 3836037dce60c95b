"""Postings that a question calls by the name of their file, or by a reference that several of them share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.library import Library

_QUOTED = re.compile(r"[«“\"](?P<words>[^«»“”\"]{8,160})[»”\"]")
_PHRASE = 3  # words that a quoted name has at least


def named_files(text: str, library: Library) -> tuple[frozenset[str], str]:
    """The postings (ids) whose file's name stands in a question, and the question without these names."""
    found = set()
    for name, identity in sorted(_in(text, library), key=lambda pair: (-len(pair[0]), pair[1])):
        without = re.sub(rf"(?<![\w/#.-]){re.escape(name)}(?![\w#-]|\.\w)", " ", text, flags=re.IGNORECASE)
        if without != text:
            text = without
            found.add(identity)
    return frozenset(found), text


def shared_reference(text: str, library: Library) -> tuple[frozenset[str], str]:
    """The postings (ids) that share a reference which a question names, and the question without it.

    A reference that one posting alone has is a word like others, by which it is found.
    """
    lower = text.lower()
    for reference, holders in library.shared_references.items():
        if reference.lower() not in lower:
            continue
        without = re.sub(rf"(?<![\w/.-]){re.escape(reference)}(?![\w/-]|\.\w)", " ", text, flags=re.IGNORECASE)
        if without != text:
            return holders, without
    return frozenset(), text


def quoted_of_one(text: str, library: Library) -> tuple[frozenset[str], str]:
    """The posting (id) in whose text alone a phrase stands that a question quotes, and the question without it."""
    for found in _QUOTED.finditer(text):
        phrase = found["words"].strip()
        if len(phrase.split()) < _PHRASE:
            continue
        holders = [identity for identity in library.distinct if phrase in library.postings[identity].text]
        if len(holders) == 1:
            return frozenset(holders), text[: found.start()] + text[found.end() :]
    return frozenset(), text


def _in(text: str, library: Library) -> Iterator[tuple[str, str]]:
    """The names that may be meant; one without a dot or a row's number may be an ordinary word."""
    lower = text.lower()
    for identity, shown in library.display_names.items():
        if ("." in shown or "#" in shown) and shown.lower() in lower:
            yield shown, identity
