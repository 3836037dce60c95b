"""Known questions are embedded once a machine; a file that is not whole costs no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.encoder import Encoder
from assistant.question_likeness import QuestionLikeness
from assistant.sentence_vectors import SentenceVectors
from tests.support import hash_encoder
from vectorstore.errors import EmbeddingError
from vectorstore.testing import HashEmbedder

KNOWN = ("Where would I get a room?", "Où est-on logé ?", "Which jobs are at night?")


def no_encoder() -> Encoder:
    def fail() -> HashEmbedder:
        raise EmbeddingError("there is no model")

    return Encoder(fail, HashEmbedder().fingerprint)


def likeness(folder: Path) -> QuestionLikeness:
    return QuestionLikeness(SentenceVectors(hash_encoder()), SentenceVectors(hash_encoder()), folder)


@pytest.mark.parametrize("question", KNOWN)
def test_a_known_question_is_most_like_itself(tmp_path: Path, question: str) -> None:
    found = likeness(tmp_path)(question, KNOWN)
    assert found.index(max(found)) == KNOWN.index(question)
    assert max(found) == pytest.approx(1.8, abs=0.01)


def test_the_known_ones_are_read_from_the_file(tmp_path: Path) -> None:
    first = likeness(tmp_path)(KNOWN[0], KNOWN)
    [file] = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    assert likeness(tmp_path)(KNOWN[0], KNOWN) == pytest.approx(first)
    assert file.stat().st_mtime_ns == before


def test_they_can_be_had_before_a_question_comes(tmp_path: Path) -> None:
    likeness(tmp_path).prepare(KNOWN)
    [file] = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    assert len(likeness(tmp_path)(KNOWN[0], KNOWN)) == len(KNOWN)
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("left", [0, 1, 100, 400])
def test_a_file_that_is_not_whole_is_made_again(tmp_path: Path, left: int) -> None:
    right = likeness(tmp_path)(KNOWN[1], KNOWN)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert likeness(tmp_path)(KNOWN[1], KNOWN) == pytest.approx(right)
    assert file.stat().st_size > left


def test_a_folder_that_cannot_be_made_costs_no_answer(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf8")
    assert len(likeness(blocked / "cache")(KNOWN[0], KNOWN)) == len(KNOWN)


def test_without_a_model_the_error_is_for_the_caller(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError):
        QuestionLikeness(SentenceVectors(no_encoder()), SentenceVectors(hash_encoder()), tmp_path)(KNOWN[0], KNOWN)
