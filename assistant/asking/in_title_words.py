"""Words that a question looks for in titles: "which ads have the word manager in the title?"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.asking.reading import Condition, Intent, Reading
from assistant.domain import Language

_QUOTES = "\"'’‘“”«» "
_WORD = rf"[{_QUOTES}]*[\w][\w' -]{{1,30}}?[{_QUOTES}]*"
_WORDS = rf"(?P<words>{_WORD}(?:\s(?:or|ou|,)\s{_WORD})*)"
_LED = r"(?:the |a )?(?:words?|terms?) |(?:le |les |un )?(?:mots?|termes?) "
_WAYS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            rf"(?:have|has|with|contain|contains|use|uses|say|says|mention|mentions) (?:{_LED})?{_WORDS}"
            r" in (?:the |their |its )?(?:job |post )?titles?\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?:whose|where the|in which the)(?: job)? titles? (?:has|have|contains?|includes?|says?|mentions?) "
            rf"(?:{_LED})?{_WORDS}\s*(?:\?|$)",
            re.IGNORECASE,
        ),
    ),
    "fr": (
        re.compile(
            rf"(?:ont|a|avec|contiennent|portent|comportent|mentionnent) (?:{_LED})?{_WORDS}"
            r" dans (?:le |leur |l['’])(?:titre|intitulé|intitule)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?:titre|intitulé|intitule)(?: du poste| de l['’]offre| de poste)? "
            rf"(?:contient|comporte|comprend|mentionne|inclut|dit|porte) (?:{_LED})?{_WORDS}\s*(?:\?|$)",
            re.IGNORECASE,
        ),
    ),
}
_EITHER = re.compile(r"\s(?:or|ou|,)\s", re.IGNORECASE)
_WHICH: dict[Language, str] = {"fr": "Quelles annonces ?", "en": "Which postings?"}
_COUNT = re.compile(r"^\W*(?:how many|combien)\b", re.IGNORECASE)


def in_title_words(text: str, language: Language, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of a question for the postings whose title holds a word as it is written, None of any other."""
    found = next((match for way in _WAYS[language] if (match := way.search(text))), None)
    if not found:
        return None
    words = [word.strip(_QUOTES) for word in _EITHER.split(found["words"])]
    words = [word for word in words if word]
    if not words:
        return None
    intent: Intent = "count" if _COUNT.search(text) else "set"
    condition = Condition("title", words[0], tuple(words[1:]), outright=True)
    return replace(read(_WHICH[language]), question=text, text=text, intent=intent, conditions=(condition,), every=True)
