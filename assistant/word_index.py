"""Which postings hold the words of a phrase: those alone are read word by word for it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce

from assistant.asking.lexicon import distinct_forms, matches, phrase_of
from assistant.library import Library
from assistant.phrases import sure_words


@dataclass(frozen=True, eq=False)
class WordIndex:
    """The words of whole texts, folded as `words_of` has them, with the postings (numbers in `ids`) that hold each."""

    ids: Sequence[str]
    holding: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> WordIndex:
        """The index of some texts by id; 0.3 ms a posting, and about 2 KB."""
        holding: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, text in enumerate(texts.values()):
            for form in distinct_forms(text):
                holding[form].append(number)
        return cls(tuple(texts), dict(holding))

    def speaking(self, phrases: Iterable[str]) -> dict[str, frozenset[str]]:
        """The postings (ids) that hold all words of one of the phrases, wherever they stand, in their order.

        Each comes with the folded words by which to find the places where one of its phrases may stand. Of a phrase
        with choices, "(free|own) room", one word that it surely holds is enough.
        """
        found: dict[int, set[str]] = defaultdict(set)
        phrases = tuple(phrases)
        for choices in (phrase for phrase in phrases if "(" in phrase):
            for form in (form for word in sure_words(choices) for form in self._matching(word)):
                for number in self.holding[form]:
                    found[number].add(form)
        for phrase in filter(None, (phrase_of(phrase) for phrase in phrases if "(" not in phrase)):
            named = [pattern for pattern in phrase if not pattern.startswith("#")]
            words = {pattern: self._matching(pattern) for pattern in named or phrase}
            anchor = max(words, key=len)
            for number in self._holding_all(words.values()):
                found[number].update(words[anchor])
        return {self.ids[number]: frozenset(found[number]) for number in sorted(found)}

    def _holding_all(self, alternatives: Iterable[Sequence[str]]) -> set[int]:
        each = ({number for form in forms for number in self.holding[form]} for forms in alternatives)
        return reduce(set.intersection, each)

    def _matching(self, pattern: str) -> Sequence[str]:
        """The words that there are of a pattern of the tables (see `matches`)."""
        if pattern.startswith("#"):
            return tuple(form for form in self.holding if matches(form, pattern))
        if not pattern.endswith("*"):
            return (pattern,) if pattern in self.holding else ()
        return tuple(self._beginning(pattern[:-1]))

    def _beginning(self, letters: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, letters), len(self._sorted)):
            if not self._sorted[at].startswith(letters):
                return
            yield self._sorted[at]

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self.holding)


@lru_cache(maxsize=2)
def word_index(library: Library) -> WordIndex:
    """The index of the postings of a library; it goes when the library is replaced."""
    return WordIndex.of({identity: posting.text for identity, posting in library.postings.items()})
