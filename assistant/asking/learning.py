"""`python -m assistant.asking.learning`: learn again what `kinds` reads, after a change of its questions.

It takes a minute, the second encoder, and scikit-learn, which only those who change the questions need.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from assistant.asking.denial import DENIAL, pairs_of, scoped
from assistant.asking.kinds import FILE, grams_of, words_in
from assistant.asking.weights import Floats, Weighing
from assistant.resources import data_bytes, table
from vectorstore.analysis import stems
from vectorstore.second_encoder import SecondEncoder

QUESTIONS = "question_kinds.txt"
_DATA = Path(__file__).parents[1] / "data"
_KEY = re.compile(r"\[(\w+)\]")
_POSTING = re.compile(r"\{post2?\}")
_FRENCH = re.compile(r"\b(?:pour|dans|avec|entre|et) \{post", re.IGNORECASE)
_NAMED = 3  # postings whose names a question of {post} is learnt with
_IN_HOW_MANY = 2  # questions at least that hold what counts
# The inverse strengths of the penalty, chosen on questions by other authors (see tests/benchmarks/README.md).
_LETTERS_C, _VECTORS_C, _DENIAL_C = 50.0, 30.0, 10.0
_ROUNDS = 300
_BYTE = 127
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Labelled:
    """A question, its kind, and whether it asks for postings without that."""

    key: str
    text: str
    denied: bool = False


def labelled(file: str | None = None) -> list[Labelled]:
    """The questions as they are learnt from: one of a posting, {post}, with the names of several."""
    found: list[Labelled] = []
    key = ""
    for line in (file if file is not None else data_bytes(QUESTIONS).decode("utf8")).splitlines():
        if head := _KEY.fullmatch(line):
            key = head[1]
        elif line and not line.startswith("#"):
            found += [Labelled(key, text, line.startswith("! ")) for text in with_names(line.removeprefix("! "))]
    return found


def with_names(question: str) -> list[str]:
    """A question about {post} with names of postings in it, the same at every call; another one as it is."""
    if not _POSTING.search(question):
        return [question]
    draw = random.Random(question)
    names = table("kinds.toml")["names"]["fr" if _FRENCH.search(question) else "en"]

    def name(_: re.Match[str]) -> str:
        parts = {part: draw.choice(names[part]) for part in ("title", "town", "employer")}
        form: str = draw.choice(names["forms"])
        return form.format(**parts)

    return [_POSTING.sub(name, question) for _ in range(_NAMED)]


def digest() -> str:
    """What tells the questions from others."""
    return hashlib.sha256(data_bytes(QUESTIONS) + data_bytes("kinds.toml")).hexdigest()[:16]


def learn(questions: Sequence[Labelled], vectors: Floats, encoder: str) -> dict[str, Any]:
    """What `kinds.KindModel` is made of, as arrays by name (three kinds or more; a unit row of `vectors` each)."""
    counted = [grams_of(each.text) for each in questions]
    weighing = Weighing.learnt(counted, _IN_HOW_MANY)
    keys = [each.key for each in questions]
    by_letters = _fitted(_sparse([weighing.of(each) for each in counted], len(weighing.rows)), keys, _LETTERS_C)
    by_vectors = _fitted(vectors, keys, _VECTORS_C)
    scale = np.abs(by_letters.coef_).max(axis=1) / _BYTE
    return {
        "keys": "\n".join(by_letters.classes_),
        "grams": "\n".join(weighing.rows),
        "idf": weighing.idf.astype(np.float16),
        "letters": np.rint(by_letters.coef_ / scale[:, None]).T.astype(np.int8),
        "scale": scale.astype(np.float32),
        "letters_bias": by_letters.intercept_.astype(np.float32),
        "vectors": by_vectors.coef_.T.astype(np.float16),
        "vectors_bias": by_vectors.intercept_.astype(np.float32),
        **dict(_denial(questions, vectors, list(by_letters.classes_))),
        "words": "\n".join(" ".join(sorted(words)) for words in _words(questions, by_letters.classes_)),
        "encoder": encoder,
    }


def _words(questions: Sequence[Labelled], keys: Sequence[str]) -> Iterator[set[str]]:
    """The stems of the words in which each kind is asked for."""
    for key in keys:
        yield {stem for each in questions if each.key == key for word in words_in(each.text) for stem in stems(word)}


def _denial(questions: Sequence[Labelled], vectors: Floats, keys: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """What `denial.Denial` is made of, learnt from the questions that hold a word of denial."""
    marked = [scoped(each.text) for each in questions]
    chosen = [n for n, words in enumerate(marked) if DENIAL in words]
    counted = [pairs_of(marked[n]) for n in chosen]
    weighing = Weighing.learnt(counted, _IN_HOW_MANY)
    number = {key: n for n, key in enumerate(keys)}
    places = (range(len(chosen)), [number[questions[n].key] for n in chosen])
    kinds = csr_matrix((np.ones(len(chosen)), places), shape=(len(chosen), len(keys)))
    words = _sparse([weighing.of(each) for each in counted], len(weighing.rows))
    denied = [questions[n].denied for n in chosen]
    yield "denial_grams", "\n".join(weighing.rows)
    yield "denial_idf", weighing.idf.astype(np.float16)
    for name, features in (("words", words), ("vectors", csr_matrix(vectors[chosen]))):
        fitted = _fitted(hstack([features, kinds]).tocsr(), denied, _DENIAL_C)
        weights = fitted.coef_[0].astype(np.float32)
        yield f"denial_{name}", weights[: -len(keys)].astype(np.float16)
        yield f"denial_{name}_keys", weights[-len(keys) :] + np.float32(fitted.intercept_[0])


def _sparse(rows: Sequence[tuple[Places, Floats]], width: int) -> csr_matrix:
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places, values = (np.concatenate(part) for part in zip(*rows, strict=True))
    return csr_matrix((values, places, ends), shape=(len(rows), width))


def _fitted(features: csr_matrix | Floats, labels: Sequence[object], strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=_ROUNDS).fit(features, labels)


def main() -> None:
    """Learn from the questions and write the file."""
    questions = labelled()
    print(f"{len(questions)} questions, as they are learnt from", file=sys.stderr)
    encoder = SecondEncoder()
    learnt = learn(questions, encoder.questions([each.text for each in questions]), encoder.fingerprint)
    np.savez_compressed(_DATA / FILE, digest=digest(), **learnt)
    print(f"{FILE}: {(_DATA / FILE).stat().st_size:,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
