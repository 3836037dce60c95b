"""How far the words of a requirement stand in a line of a CV, in either language.

This is stricter than what finds passages (`assistant/relevance.py`), since a claim is made of it: the same stem, a word
for the same thing, or, across the languages, a word of the same origin that is the same but for its ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.domain import Language
from assistant.glossary import groups_of
from assistant.relevance import telling
from assistant.resources import table
from vectorstore.analysis import Token, content_tokens, stems

_ORIGIN = 6  # letters that words of one origin share at least, …
_SHARE = 0.7  # … and which part of the longer one


def telling_words(words: str, language: Language) -> list[Token]:
    """The words of a requirement that say what it asks for, not how well."""
    return [word for word in telling(words, language) if not stems(word.form) & _generic() and not word.form.isdigit()]


def held_words(asked: Sequence[Token], line: str, language: Language, *, same_language: bool) -> frozenset[int]:
    """Which of the words asked for (their numbers) a line in `language` bears out."""
    forms = {token.form for token in content_tokens(line, language)}
    stemmed = {stem for form in forms for stem in stems(form)}
    groups = {group for form in forms for group in groups_of(form)}
    return frozenset(
        number
        for number, word in enumerate(asked)
        if stems(word.form) & stemmed
        or groups_of(word.form) & groups
        or (not same_language and any(_of_one_origin(word.form, form) for form in forms))
    )


def _of_one_origin(one: str, other: str) -> bool:
    shared = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    return shared >= _ORIGIN and shared >= _SHARE * max(len(one), len(other))


@cache
def _generic() -> frozenset[str]:
    return frozenset(stem for word in table("letters_posting.toml")["generic"]["words"] for stem in stems(word))
