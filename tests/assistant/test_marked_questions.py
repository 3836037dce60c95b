"""Questions about the person's own marks, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.asking.marked import asked_marks
from assistant.assistant import Assistant
from tests.support import AGADIR, CARE, OUJDA, hash_store

TODAY = date(2024, 4, 1)


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("Which ones did I mark to apply?", ("to_apply",)),
        ("Lesquelles ai-je déjà envoyées ?", ("applied",)),
        ("Quelles offres ai-je marquées à postuler ?", ("to_apply",)),
        ("Lesquelles j'ai marquées à postuler ?", ("to_apply",)),
        ("Which jobs have I already applied to?", ("applied",)),
        ("Quelles offres ai-je écartées ?", ("dropped",)),
        ("Which jobs did I drop?", ("dropped",)),
        ("What is on my shortlist?", ("to_apply", "applied", "dropped")),
        ("Montre-moi ma sélection", ("to_apply", "applied", "dropped")),
        ("Which jobs require English?", None),
        ("Ai-je déjà postulé à Oujda ?", ("applied",)),
        ("Je veux postuler à Oujda", None),
        ("J'ai postulé à Oujda, quand est l'entretien ?", None),
        ("What must be sent to apply in Oujda?", None),
    ],
)
def test_what_marks_are_asked_for(question: str, marks: tuple[str, ...] | None) -> None:
    asked = asked_marks(question)
    assert (asked.marks if asked else None) == marks


@pytest.fixture(scope="module")
def marked(hashed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("marked") / "store"
    shutil.copytree(hashed_folder, folder)
    with hash_store(folder) as store:
        assistant = Assistant(store, lambda: TODAY)
        assistant.mark(AGADIR, "to_apply", "a secret note")
        assistant.mark(CARE, "to_apply")
        assistant.mark(OUJDA, "applied")
        yield assistant


@pytest.mark.parametrize(
    ("question", "kind", "postings", "said"),
    [
        ("Which ones did I mark to apply?", "set", {AGADIR, CARE}, "2 postings bear your mark “to apply”:"),
        ("Lesquelles ai-je déjà envoyées ?", "set", {OUJDA}, "1 offre porte votre marque « envoyée » :"),
        ("Which jobs did I drop?", "set", set(), "You have marked no posting “dropped”."),
        ("Combien d'offres ai-je marquées ?", "count", {AGADIR, CARE, OUJDA}, "Vous avez marqué 3 offres :"),
        ("Which of those I marked require Tamazight?", "set", {AGADIR}, ""),
        ("Did I already apply to the Oujda job?", "set", {OUJDA}, "applied, since 1 April 2024"),
    ],
)
def test_they_are_answered(marked: Assistant, question: str, kind: str, postings: set[str], said: str) -> None:
    answer = marked.ask(question)
    assert (answer.kind, {match.posting for match in answer.matches}) == (kind, postings)
    assert said in answer.text
    assert "secret" not in answer.text


def test_a_mark_that_changes_changes_the_answer_at_once(marked: Assistant) -> None:
    question = "Which jobs did I drop?"
    assert not marked.ask(question).matches
    marked.mark(CARE, "dropped")
    assert [match.posting for match in marked.ask(question).matches] == [CARE]
    marked.mark(CARE, "to_apply")
