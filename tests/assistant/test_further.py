"""The sentence of one posting that is nearer to the words of a question than the facts that answer it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "teacher.txt": (
        "Éducatrice de préscolaire\n\nOrganisation : Maison des Petits\nLieu : Fès\n"
        "CDI à temps partiel, 24 h par semaine.\n\n"
        "Conditions\n- Compatible avec des études si tes cours sont finis à 15h30.\n"
        "- L'assurance de la moto est prise en charge.\n\n"
        "Candidature\nRemplir le formulaire : https://forms.petits.example/educ\n"
        "Si le formulaire ne marche pas, écrire à Mme Alami, directrice.\n"
    ),
    "officer.txt": (
        "Protection Officer\n\nOrganization: Bridges Over\nLocation: Amman\n\n"
        "Duties\n- Open, follow and close individual cases, with a maximum of 25 at a time.\n"
        "- Report on the cases of the month.\n\n"
        "Conditions\nFull-time, 40 hours a week. Fixed term of 12 months.\n"
        "If a car breaks down, call the fleet desk and nobody else.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("À la Maison des Petits, si le formulaire marche pas, j'écris à qui ?", "écrire à Mme Alami"),
        ("If the car breaks down in Amman, whom do I call?", "call the fleet desk"),
        ("Pour le poste de Fès, mes cours doivent finir à quelle heure ?", "finis à 15h30"),
        ("How many cases at a time does the Protection Officer follow in Amman?", "maximum of 25"),
    ],
)
def test_the_sentence_that_holds_the_words_is_said_too(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "fact"
    assert words in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Is there health insurance for the teacher in Fès?",
        "Y a-t-il une assurance maladie pour l'éducatrice de Fès ?",
        "How much does the job in Amman pay?",
    ],
)
def test_a_word_in_common_answers_nothing(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).kind == "not_stated"


@pytest.mark.parametrize("question", ["How many hours a week in Amman?", "Combien d'heures par semaine à Fès ?"])
def test_an_answer_that_is_whole_gets_nothing_more(assistant: Assistant, question: str) -> None:
    assert len(assistant.ask(question).citations) == 1
