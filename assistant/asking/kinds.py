"""What kind of thing a question asks for, by a classifier that has learnt from the questions of `question_kinds.txt`.

Two multinomial logistic regressions, one over the letters of a question (TF-IDF of character n-grams within words),
one over the vector that the second encoder gives it, whose probabilities are multiplied: each errs where the other does
not. Whether the thing is not wanted is told likewise (see `denial`). `learning` makes the file that is read here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np

from assistant.asking.denial import Denial, scoped
from assistant.asking.lexicon import holds, words_of
from assistant.asking.weights import Floats, Weighing
from assistant.resources import data_bytes, table
from assistant.sentence_vectors import SentenceVectors
from assistant.text import fold
from vectorstore.analysis import stems
from vectorstore.errors import EmbeddingError

FILE = "question_kinds.npz"
SHORTEST, LONGEST = 2, 4  # characters of an n-gram
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Kind:
    """The likeliest kind of a question, how likely it is (0 to 1), and whether postings without it are asked for."""

    key: str
    share: float
    denied: bool = False


@dataclass(frozen=True, eq=False)
class KindModel:
    """What was learnt: `letters` has a row for each n-gram and `vectors` one for each number of a vector."""

    keys: Sequence[str]
    weighing: Weighing
    letters: Floats
    letters_bias: Floats
    vectors: Floats
    vectors_bias: Floats
    denial: Denial
    words: Sequence[frozenset[str]]  # the stems of the words in which each kind is asked for
    encoder: str  # the fingerprint of the encoder whose vectors were learnt from
    digest: str  # of the questions

    def kind_of(self, text: str, vector: Floats | None) -> Kind:
        """The kind of a question; `vector` is the encoder's, None where there is none."""
        rows, values = self.weighing.of(grams_of(text))
        logits = _log_shares(values @ self.letters[rows] + self.letters_bias)
        if vector is not None:
            logits = logits + _log_shares(vector @ self.vectors + self.vectors_bias)
        shares = np.exp(_log_shares(logits))
        best = int(shares.argmax())
        return Kind(self.keys[best], float(shares[best]), self.denial.is_denied(scoped(text), best, vector))

    def foreign_to(self, key: str, words: Sequence[str]) -> list[str]:
        """Those of some words that are in no question of a kind."""
        known = self.words[self.keys.index(key)]
        return [word for word in words if known.isdisjoint(stem for form in words_in(word) for stem in stems(form))]


class QuestionKinds:
    """Tells the kind of a question, with the vectors of an encoder where it can be had."""

    def __init__(self, vectors: SentenceVectors | None = None) -> None:
        """Take what has the vectors of questions; without, the letters alone tell."""
        self._vectors = vectors

    def __call__(self, question: str) -> Kind:
        """The kind of a question; of no share where it has none of the words without which none is of that kind."""
        model = kind_model()
        kind = model.kind_of(question, self._vector(question) if self._knows(model) else None)
        return kind if _has_cue(kind.key, question) else replace(kind, share=0.0)

    def by_letters(self, question: str) -> Kind:
        """The same by the letters alone, which takes no encoder."""
        return kind_model().kind_of(question, None)

    def _knows(self, model: KindModel) -> bool:
        return self._vectors is not None and self._vectors.encoder.fingerprint == model.encoder

    def _vector(self, question: str) -> Floats | None:
        try:
            return self._vectors.question(question) if self._vectors else None
        except EmbeddingError:
            return None


def words_in(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def grams_of(text: str) -> Counter[str]:
    """The n-grams of a text's folded words, each word with a space before and behind it."""
    padded = [f" {word} " for word in words_in(text)]
    lengths = range(SHORTEST, LONGEST + 1)
    return Counter(word[n : n + size] for word in padded for size in lengths for n in range(len(word) - size + 1))


@cache
def kind_model() -> KindModel:
    """What was learnt, out of its file."""
    with np.load(BytesIO(data_bytes(FILE))) as kept:
        return model_of({name: kept[name] for name in kept.files})


def model_of(learnt: Mapping[str, Any]) -> KindModel:
    """The model of what `learning.learn` has made, arrays by name."""
    held = {name: np.asarray(array) for name, array in learnt.items()}
    numbers = {name: held[name].astype(np.float32) for name in held if held[name].dtype.kind in "fi"}
    denial = Denial(
        weighing=Weighing.of_lines(str(held["denial_grams"]), numbers["denial_idf"]),
        words=numbers["denial_words"],
        words_keys=numbers["denial_words_keys"],
        vectors=numbers["denial_vectors"],
        vectors_keys=numbers["denial_vectors_keys"],
    )
    return KindModel(
        keys=str(held["keys"]).split("\n"),
        weighing=Weighing.of_lines(str(held["grams"]), numbers["idf"]),
        letters=numbers["letters"] * numbers["scale"],
        letters_bias=numbers["letters_bias"],
        vectors=numbers["vectors"],
        vectors_bias=numbers["vectors_bias"],
        denial=denial,
        words=[frozenset(line.split(" ")) for line in str(held["words"]).split("\n")],
        encoder=str(held["encoder"]),
        digest=str(held["digest"]),
    )


def _log_shares(logits: Floats) -> Floats:
    shifted = logits - logits.max()
    found: Floats = shifted - np.log(np.exp(shifted).sum())
    return found


def _has_cue(key: str, question: str) -> bool:
    """Whether a question has one of the words without which none is of this kind; most kinds need none."""
    cues = table("kinds.toml")["cues"].get(key)
    return cues is None or bool(holds(words_of(question), cues))
