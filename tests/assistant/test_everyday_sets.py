"""Questions about all postings and about one, as people type them, over the announcements of the question benchmark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store

FOLDER = Path(__file__).parents[1] / "benchmarks" / "postings"
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("announcements")
    for path in sorted(FOLDER.glob("c[01]*.txt")):
        shutil.copy(path, folder / path.name)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


# The numbers of the postings that answer: c01 to c10.
SETS = [
    ("ya des postes ou on a pas besoin d'anglais ?", {1, 2, 3, 4, 5, 7}),
    ("My English is poor. Which jobs do not require it?", {1, 2, 3, 4, 5, 7}),
    ("Je parle mal anglais : lesquels ne l'exigent pas ?", {1, 2, 3, 4, 5, 7}),
    ("quels postes demandent l'arabe mais pas l'anglais ?", {1, 2, 5}),  # of 5 and 10 it is the Darija
    ("Which permanent jobs do not require English?", {5}),
    ("Quelles offres réclament un diplôme d'école d'ingénieurs ?", {4}),
    ("Lesquelles veulent un diplôme d'une école d'ingénieur ?", {4}),
    ("Quels CDI n'exigent pas l'anglais ?", {5}),
    ("à part Espoir Casamance, qui recrute au Sénégal ?", {7}),
    ("postes hors du Sénégal qui demandent le bambara", {4, 9}),
    ("Which jobs need Arabic apart from Harbor Relief?", {1, 2, 5, 6, 10}),
    ("Which employers work with KoboToolbox?", {1, 4}),
    ("quelles ONG utilisent Kobo ?", {1, 4}),
    ("Which ones say outright that no cover letter is needed?", {5, 7, 10}),
    ("quelles annonces précisent que le permis n'est pas demandé ?", {5}),
    ("Lesquels sont reservés aux nationaux du pays ?", {4, 9}),
    ("quelles annonces encouragent les femmes à postuler", {3, 4, 8}),
    ("Which ones are still open on 15 December?", {7, 10}),
    ("offres encore ouvertes après le 15 décembre", {7, 10}),
    ("what will still be open in January 2027", {10}),
    ("quelles offres ferment le 3 décembre ?", {8}),
    ("rien en cdi ?", {5, 6}),
    ("wich jobs need spanish", {5}),
    ("ki demande le bambara", {4, 9}),
    ("Where would speaking Amazigh or Tashelhit help me?", {1, 10}),
    ("Which jobs are anything but a permanent contract (CDI)?", {1, 2, 3, 4, 7, 8, 9, 10}),
]

# The posting that is quoted, and words of the answer.
FACTS = [
    ("Where do I send my offer for the NAJMA evaluation?", 2, "appels.offres@rivesud-tunisie.tn"),
    ("faut il parler anglais pour l'evaluation NAJMA ?", 2, "n'est pas requise"),
    ("How many days of work is the NAJMA evaluation?", 2, "trente-cinq (35) jours"),
    ("ou est ce qu'on postule pour le Protection Officer d'Irbid ?", 8, "careers.harborrelief.org/jor-118"),
    ("Can I e-mail my application to Harbor Relief?", 8, "will not be considered"),
    ("combien de conges pour le protection officer", 8, "21 days of annual leave"),
    ("jusqua quand pr postuler a irbid", 8, "3 décembre 2026"),
    ("c koi le salaire du stage", 7, "cent cinquante mille"),
    ("What would I be in charge of as Protection Officer in Irbid?", 8, "Supervise three case workers"),
    ("What would I actually be doing as Protection Officer in Irbid?", 8, "Conduct home visits"),
    ("Où remettre mon dossier pour Espoir Casamance ?", 3, "sous pli fermé"),
    ("comment se passe le recrutement chez Atlas-Mer ?", 6, "test technique de comptabilité"),
    ("est ce que je peux envoyer mon dossier par mail à Espoir Casamance", 3, "rh@espoircasamance.sn"),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_whole_set_is_given(asked: Assistant, question: str, right: set[int]) -> None:
    answer = asked.ask(question)
    assert {int(match.posting[1:3]) for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(("question", "posting", "words"), FACTS)
def test_the_posting_that_is_named_is_quoted(asked: Assistant, question: str, posting: int, words: str) -> None:
    answer = asked.ask(question)
    assert {int(citation.posting[1:3]) for citation in answer.citations} == {posting}, answer.text
    assert words in answer.text


def test_a_comparison_may_be_of_what_has_no_field(asked: Assistant) -> None:
    answer = asked.ask("Compare UNAW et Harbor Relief : nationalité et langues")
    assert answer.kind == "comparison"
    assert "Malian nationals only" in answer.text
    assert "right to work in Jordan" in answer.text


def test_the_question_stays_as_it_was_typed(asked: Assistant) -> None:
    assert asked.ask("wich jobs need spanish").question == "wich jobs need spanish"
