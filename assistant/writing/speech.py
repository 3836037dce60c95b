"""Whether a statement is in the language of the question, whatever it quotes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import words_of
from assistant.domain import Language
from assistant.language import detect
from assistant.writing.claims import unquoted
from assistant.writing.support import Support

_TO_TELL = 5  # words of its own from which the language can be told
_RUN = (3, 8)  # words in a row that are copied from a source: a title, a value as it is written; more is a sentence


def speaks(text: str, language: Language, supports: Sequence[Support]) -> bool:
    """Whether the words of a statement that are its own are in `language`, and there are any."""
    own = unquoted(text)
    for support in supports:
        for title in support.whose.split(" ; "):
            own = own.replace(title, " ; ") if title.strip() else own
    written = [word for word in words_of(own) if word.form.isalpha()]
    words = _without_copies([word.form for word in written], supports)
    if len(words) < _TO_TELL:
        return bool(written)
    return detect(" ".join(words), language) == language


def _without_copies(words: list[str], supports: Sequence[Support]) -> list[str]:
    """The words but for short runs that stand in a source as they are."""
    there = [f" {' '.join(word.form for word in words_of(support.text))} " for support in supports]
    kept: list[str] = []
    at = 0
    while at < len(words):
        run = next((n for n in range(len(words) - at, 0, -1) if _stands(words[at : at + n], there)), 0)
        if _RUN[0] <= run <= _RUN[1]:
            at += run
        else:
            kept += words[at : at + max(run, 1)]
            at += max(run, 1)
    return kept


def _stands(words: Sequence[str], there: Sequence[str]) -> bool:
    run = f" {' '.join(words)} "
    return any(run in text for text in there)
