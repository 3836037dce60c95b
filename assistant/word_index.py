"""Which postings hold the words of a phrase, and where it may stand: there alone they are read word by word for it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from assistant.asking.lexicon import forms_of, matches, phrase_of
from assistant.library import Library
from assistant.phrases import Choice, compiled, sure_words

_COMMON = 0.8  # share of postings from which looking for a word spares no more reading
_LONGEST = 16  # words of a phrase with its gaps


@dataclass
class _Anchored:
    """The phrases that do not stand without a word: `whole` ones with its place in them, and those with choices."""

    whole: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    choices: tuple[str, ...] = ()

    def stand(self, forms: Sequence[str], number: int) -> bool:
        """Whether one of them stands about the word of that number."""
        if any(_stands(forms, number - at, phrase) for at, phrase in self.whole):
            return True
        if not self.choices:
            return False
        near = forms[max(0, number - _LONGEST) : number + _LONGEST + 1]
        return compiled(self.choices).search(f" {' '.join(near)} ") is not None


@dataclass(frozen=True, eq=False)
class Places:
    """Where some phrases may stand: the texts (ids) that hold all their words, and the words to look for in them."""

    among: frozenset[str]
    texts: Mapping[str, str]
    anchored: Mapping[str, _Anchored]

    def within(self, identity: str) -> list[int]:
        """The numbers of the words of a text beside which one of the phrases stands."""
        if identity not in self.among:
            return []
        forms, anchored = self.texts[identity].split(" "), self.anchored
        return [n for n, form in enumerate(forms) if form in anchored and anchored[form].stand(forms, n)]


@dataclass(frozen=True, eq=False)
class WordIndex:
    """The words of whole texts (by id), folded as `words_of` has them, with the texts (numbers) that hold each."""

    texts: Mapping[str, str]
    holding: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> WordIndex:
        """The index of some texts by id; 0.4 ms a posting, and about 5 KB."""
        holding: dict[str, array[int]] = defaultdict(lambda: array("I"))
        joined: dict[str, str] = {}
        for number, (identity, text) in enumerate(texts.items()):
            forms = forms_of(text)
            joined[identity] = " ".join(forms)
            for form in set(forms):
                holding[form].append(number)
        return cls(joined, dict(holding))

    def places(self, phrases: Iterable[str]) -> Places:
        """Where some phrases may stand."""
        among: set[int] = set()
        anchored: dict[str, _Anchored] = defaultdict(_Anchored)
        for phrase in phrases:
            patterns = () if "(" in phrase or "~" in phrase else phrase_of(phrase)
            sure = [((pattern,),) for pattern in patterns] if patterns else sure_words(phrase)
            rarest, numbers = self._surely(sure)
            among |= numbers
            for form in rarest:
                if patterns:
                    at = (n for n, pattern in enumerate(patterns) if matches(form, pattern))
                    anchored[form].whole += [(n, patterns) for n in at]
                else:
                    anchored[form].choices += (phrase,)
        identities = tuple(self.texts)
        return Places(frozenset(identities[number] for number in among), self.texts, dict(anchored))

    def _surely(self, sure: Sequence[Choice]) -> tuple[frozenset[str], set[int]]:
        """Of what stands wherever a phrase does, the rarest forms, and the texts that hold all of it."""
        if not sure:
            return frozenset(), set()
        rarest, *others = sorted((self._forms(choice) for choice in sure), key=self._holdings)
        numbers = self._holding_one(rarest)
        for forms in others:
            if numbers and self._holdings(forms) < _COMMON * len(self.texts):
                numbers &= self._holding_one(forms)
        return rarest, numbers

    def _forms(self, choice: Choice) -> frozenset[str]:
        """The forms one of which stands where the choice does: of each alternative, those of its rarest word."""
        rarest = (min(map(self._matching, words), key=self._holdings) for words in choice)
        return frozenset(form for forms in rarest for form in forms)

    def _holdings(self, forms: Iterable[str]) -> int:
        return sum(len(self.holding[form]) for form in forms)

    def _holding_one(self, forms: Iterable[str]) -> set[int]:
        return {number for form in forms for number in self.holding[form]}

    def _matching(self, pattern: str) -> Sequence[str]:
        """The words that there are of a pattern of the tables (see `matches`)."""
        if pattern.startswith("#"):
            return self._numbers if pattern == "#" else self._jobs
        if not pattern.endswith("*"):
            return (pattern,) if pattern in self.holding else ()
        return tuple(self._beginning(pattern[:-1]))

    def _beginning(self, letters: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, letters), len(self._sorted)):
            if not self._sorted[at].startswith(letters):
                return
            yield self._sorted[at]

    @cached_property
    def _numbers(self) -> Sequence[str]:
        return tuple(form for form in self.holding if matches(form, "#"))

    @cached_property
    def _jobs(self) -> Sequence[str]:
        return tuple(form for form in self.holding if matches(form, "#job"))

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self.holding)


def _stands(forms: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    if at < 0 or at + len(phrase) > len(forms):
        return False
    return all(matches(forms[at + n], pattern) for n, pattern in enumerate(phrase))


@lru_cache(maxsize=2)
def word_index(library: Library) -> WordIndex:
    """The index of the postings of a library; it goes when the library is replaced."""
    return WordIndex.of({identity: posting.text for identity, posting in library.postings.items()})
