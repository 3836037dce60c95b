"""Where phrases of topics stand in a text, found by one word of each: there alone the text is read for its topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.asking.lexicon import forms_of, is_job, is_number, matches
from assistant.asking.phrasing import phrase_of
from assistant.phrases import compiled, sure_words
from assistant.topics import topics

_PHRASES = ("words", "stated", "things", "sure", "against", "refused", "nearby", "titled", "spoken")  # of a text
_BEGINNING = 40  # letters of the longest beginning of a word in a phrase; a file may be one word of megabytes
_LONGEST = 16  # words of a phrase with its gaps


@dataclass(frozen=True)
class _Anchored:
    """A phrase of a topic: its words with the place of the anchor among them, or as it is written, with choices."""

    topic: str
    words: Sequence[str] = ()
    at: int = 0
    choices: str = ""

    def stands(self, forms: Sequence[str], number: int) -> bool:
        """Whether the phrase stands about the word of that number."""
        if self.choices:
            near = forms[max(0, number - _LONGEST) : number + _LONGEST + 1]
            return compiled((self.choices,)).search(f" {' '.join(near)} ") is not None
        first = number - self.at
        about = forms[first : first + len(self.words)] if first >= 0 else ()
        return len(about) == len(self.words) and all(map(matches, about, self.words))


def topic_places(text: str) -> Mapping[str, Sequence[int]]:
    """The topics of which a phrase stands in a text, with the numbers of the words (as `words_of` has them) about
    which it does.
    """
    forms, found = forms_of(text), defaultdict[str, list[int]](list)
    for number, form in enumerate(forms):
        for phrase in _about(form):
            if phrase.stands(forms, number):
                found[phrase.topic].append(number)
    return found


@lru_cache(maxsize=1 << 15)
def _about(form: str) -> Sequence[_Anchored]:
    """The phrases whose anchor a word is."""
    anchors = _anchors()
    patterns = [form, *(f"{form[:end]}*" for end in range(1, min(len(form), _BEGINNING) + 1))]
    patterns += ["#", "#10"] if is_number(form) else []
    patterns += ["#job"] if is_job(form) else []
    return tuple(phrase for pattern in patterns for phrase in anchors.get(pattern, ()))


@cache
def _anchors() -> Mapping[str, Sequence[_Anchored]]:
    """The phrases of all topics by their anchors, the longest words without which they do not stand."""
    found: dict[str, list[_Anchored]] = defaultdict(list)
    for topic, entry in topics().items():
        for phrase in {phrase for kind in _PHRASES for phrase in entry.get(kind, ())}:
            for anchor, anchored in _anchored(topic, phrase):
                found[anchor].append(anchored)
    return found


def _anchored(topic: str, phrase: str) -> Iterator[tuple[str, _Anchored]]:
    if "(" in phrase or "~" in phrase:
        choice = max(sure_words(phrase), key=lambda choice: min(_length(_longest(words)) for words in choice))
        yield from ((anchor, _Anchored(topic, choices=phrase)) for anchor in {_longest(words) for words in choice})
    elif words := phrase_of(phrase):
        anchor = _longest(words)
        yield anchor, _Anchored(topic, words, words.index(anchor))


def _longest(words: Sequence[str]) -> str:
    return max(words, key=_length)


def _length(pattern: str) -> int:
    """How many letters a pattern has: none where it stands for any number or job."""
    return 0 if pattern.startswith("#") else len(pattern)
