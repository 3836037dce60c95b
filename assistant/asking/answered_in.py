"""The language that a question asks to be answered in: "in French, please", not "bilingual in French and English"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, tags_of, words_of
from assistant.domain import Language
from assistant.resources import table

_KEYS: dict[str, Language] = {"in_english": "en", "in_french": "fr"}
_BARE = 2  # words of "in French"
_NOTHING_ELSE = 4  # words of a question that asks for no more than a language


def switched_language(text: str) -> Language | None:
    """The language that a question asks to be answered in, where it does nothing else or says so."""
    words = words_of(text)
    asked = (tag for tag in tags_of(words) if tag.table == "follow" and tag.key in _KEYS)
    return next((_KEYS[tag.key] for tag in asked if _is_bid(tag, words)), None)


def as_value(tag: Tag, words: Sequence[Word]) -> Tag:
    """ "Fluent in English" names the language: of a phrase that asks for no answer in it, its name is left."""
    if tag.table != "follow" or tag.key not in _KEYS or _is_bid(tag, words):
        return tag
    return Tag("language", _KEYS[tag.key], tag.last - 1, tag.last)


def _is_bid(tag: Tag, words: Sequence[Word]) -> bool:
    """Whether "in French" is how to answer: with "answer" or "please", apart at the end, or behind a bid to tell."""
    if tag.last - tag.first > _BARE or len(words) <= _NOTHING_ELSE:
        return True
    if tag.last < len(words):
        return False
    return words[tag.first].apart or bool(holds(words[: tag.first], table("asking.toml")["bids"]["words"]))
