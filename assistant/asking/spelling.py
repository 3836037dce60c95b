"""Misspelt words of a question, put right by the words of the tables and the names of the postings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from assistant.asking.lexicon import Word, forms_of, language_names, topic_phrases
from assistant.asking.phrasing import fold_stars, parts_of
from assistant.glossary import glossary_words
from assistant.places import country_words
from assistant.resources import table
from assistant.text import fold
from vectorstore.analysis import stop_words

_ENDING = 3  # letters behind a short beginning
_TYPO_FROM = 5  # letters from which a word may be misspelt
_STEM_FROM = 4
_OFTEN = 3  # questions in which a word stands that is no slip …
_OUTWEIGHS = 8  # … unless the word that it may be meant for stands in so many times as many
_QUESTIONS = Path(__file__).parent.parent / "data" / "question_kinds.txt"


def corrected(words: Sequence[Word], is_known: Callable[[str], bool], names: Collection[str] = ()) -> list[Word]:
    """The words, a misspelt one as the one word of the tables or `names` that it is but for a letter or a swap.

    Words that `is_known` (to the postings, say) are left as they are, and so are short ones; it is asked only of words
    that there is another for.
    """
    return [_corrected(word, is_known, names) for word in words]


def prepare() -> None:
    """Put together the words that are known, which takes the first question half a second."""
    _vocabulary()
    _starred()
    _asked()


def _corrected(word: Word, is_known: Callable[[str], bool], names: Collection[str]) -> Word:
    if _is_spelt(word.form):
        return word
    nearest = _nearest(word, names)
    return word if nearest == word or is_known(word.form) or _is_often_asked(word.form, nearest.form) else nearest


def _is_often_asked(form: str, other: str) -> bool:
    """Whether people ask with a word often enough beside another for it to be none misspelt: « engins », "engine"."""
    asked = _asked()
    return asked[form] >= _OFTEN and asked[other] < _OUTWEIGHS * asked[form]


def _is_spelt(form: str) -> bool:
    if len(form) < _TYPO_FROM or not form.isalpha() or form in _vocabulary():
        return True
    return any(form.startswith(stem) and _may_end(form, stem) for stem in _starred())


def _may_end(form: str, stem: str) -> bool:
    """Whether a word may be a short beginning with its ending: « postnigs » is not « post- »."""
    return len(stem) > _TYPO_FROM or len(form) - len(stem) <= _ENDING


def is_listed(form: str) -> bool:
    """Whether a folded word stands in the tables or the glossary as it is."""
    return form in _vocabulary()


def _nearest(word: Word, names: Collection[str]) -> Word:
    candidates = [*_vocabulary(), *names]
    near = {known for known in candidates if is_slip(word.form, known)}
    # Two letters that changed places are a slip more often than one that is wrong: « contarct » is no "contact".
    near = {known for known in near if sorted(known) == sorted(word.form)} or near
    # Several forms of one word are one; two words are a guess that is not made.
    alike = len({form[:_TYPO_FROM] for form in near}) == 1
    return replace(word, form=min(near, key=lambda form: (len(form), form))) if alike else word


def is_slip(written: str, meant: str) -> bool:
    """Whether a folded word is another but for a letter or a doubled one; of short ones only a swap is a slip."""
    if written[0] != meant[0]:
        return False
    if OSA.distance(written, meant, score_cutoff=1) > 1:  # "morroco": the wrong letter is doubled
        return min(len(written), len(meant)) > _TYPO_FROM and _undoubled(written) == _undoubled(meant)
    return min(len(written), len(meant)) > _TYPO_FROM or sorted(written) == sorted(meant)


def _undoubled(form: str) -> str:
    return re.sub(r"(.)\1", r"\1", form)


@cache
def _vocabulary() -> frozenset[str]:
    """Every whole word of the tables, of the glossary, and those that questions are full of."""
    forms = (form for phrase in _listed() for form in forms_of(phrase))
    return frozenset(form for form in forms if len(form) >= _TYPO_FROM) | glossary_words()


@cache
def _asked() -> Counter[str]:
    """How often each long word stands in the questions that the kinds are learnt from."""
    return Counter(re.findall(rf"[^\W\d_]{{{_TYPO_FROM},}}", fold(_QUESTIONS.read_text(encoding="utf8"))))


@cache
def _starred() -> tuple[str, ...]:
    """The beginnings that stand for any ending, but for the shortest, which would let anything pass."""
    stems = {part.rstrip("*") for phrase in _listed() for part in fold_stars(phrase).split() if part.endswith("*")}
    return tuple(stem for stem in stems if len(stem) >= _STEM_FROM)


@cache
def _listed() -> tuple[str, ...]:
    """Every phrase of every table."""
    found: list[str] = [name for names in language_names().values() for name in names]
    parts = (part for phrases in topic_phrases().values() for phrase in phrases for part in parts_of(phrase))
    found += [" ".join(choice) for part in parts for choice in part]
    for entries in table("asking.toml").values():
        for phrases in entries.values():
            found += phrases if isinstance(phrases, (list, dict)) else []
    found += [people for entry in table("countries.toml").values() for people in entry.get("people", ())]
    found += [word for word in country_words() if len(word) > _TYPO_FROM]
    return (*found, *(word for stop in stop_words().values() for word in stop))


def mended(text: str, words: Sequence[Word]) -> str:
    """The question with its misspelt words put right, for those who search by words."""
    for word in reversed(words):
        if fold(text[word.start : word.end]) != word.form:
            text = text[: word.start] + word.form + text[word.end :]
    return text
