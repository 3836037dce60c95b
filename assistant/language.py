"""The language of a question and of a posting: French or English."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from assistant.domain import Language
from assistant.resources import table
from assistant.text import fold

if TYPE_CHECKING:
    from lingua import LanguageDetector

_WORD = re.compile(r"[^\W\d_]+")
_ACCENTED = re.compile("[àâçéèêëîïôùûœ]", re.IGNORECASE)
_NAME = 3  # words of a name
_SAMPLE = 3000  # characters that are enough to know a posting's language


def detect(text: str, default: Language = "fr") -> Language:
    """French or English; the same for the same words every time.

    Words that only one of the two languages uses decide, then French accents, then a statistical model of letters;
    a text without letters is of the `default` language.
    """
    words = _WORD.findall(fold(text[:_SAMPLE]))
    if not words:
        return default
    french, english = (sum(word in marked for word in words) for marked in _telling())
    if french != english:
        return "fr" if french > english else "en"
    if _ACCENTED.search(text):
        return "fr"
    return _by_letters(text[:_SAMPLE]) or default


def is_bare(text: str) -> bool:
    """Whether a text is a name or two, which are of no language: "Maradi?"."""
    words = _WORD.findall(fold(text))
    told = any(word in marked for word in words for marked in _telling())
    return 0 < len(words) <= _NAME and not told


def prepare() -> None:
    """Load the model of letters, which takes the first question that needs it half a second."""
    _by_letters("a")


def is_foreign(text: str) -> bool:
    """Whether a question is in neither French nor English: by its script, or by words that only others use."""
    letters = [c for c in text if c.isalpha()]
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    if letters and 2 * latin < len(letters):
        return True
    words = set(_WORD.findall(fold(text)))
    ours = sum(word in spoken for word in words for spoken in _telling())
    return len(words & _foreign_words()) >= max(2, ours)


@cache
def _foreign_words() -> frozenset[str]:
    french, english = _telling()
    return frozenset(table("languages.toml")["other"]["words"]) - french - english


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    words = table("languages.toml")
    french, english = frozenset(words["fr"]["words"]), frozenset(words["en"]["words"])
    return french - english, english - french


def _by_letters(text: str) -> Language | None:
    from lingua import Language as Tongue

    found = _detector().detect_language_of(text)
    return {Tongue.FRENCH: "fr", Tongue.ENGLISH: "en"}.get(found) if found else None  # type: ignore[return-value]


@cache
def _detector() -> LanguageDetector:
    from lingua import Language as Tongue
    from lingua import LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(Tongue.FRENCH, Tongue.ENGLISH).build()
