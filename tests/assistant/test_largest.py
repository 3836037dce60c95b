"""Which employer has the most staff, and where one leads the most people."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "abeche.txt": (
        "Responsable logistique\n\nOrganisation : Sahel Entraide\nLieu : Abéché, Tchad\n\n"
        "Contexte\nLa base compte 64 collaborateurs et 11 véhicules.\n\n"
        "Tâches\n- encadrer 2 magasiniers et 9 chauffeurs\n- suivre les achats\n"
    ),
    "nanterre.txt": (
        "Data manager\n\nOrganisation : Sopra Services\nLieu : Nanterre, France\n\n"
        "Contexte\nUn acteur majeur de la Tech avec 56 000 collaborateurs dans 30 pays.\n\n"
        "Profil\n- Deux ans au moins dans un poste d'encadrement.\n"
    ),
    "kakuma.txt": (
        "Clinical Officer\n\nOrganization: Amani Relief\nLocation: Kakuma, Kenya\n\n"
        "We are a charity of about 20 staff.\n\n"
        "Duties\n- supervise two nurses and check the register every week\n- see 45 patients a day\n"
    ),
    "pau.txt": "Mécanicien auto\n\nOrganisation : Garage du Gave\nLieu : Pau, France\n\nContrat : CDI\n",
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Which employer has the most staff?", "nanterre.txt"),
        ("Which is the biggest company?", "nanterre.txt"),
        ("Quelle entreprise a le plus de salariés ?", "nanterre.txt"),
        ("Quel est le plus gros employeur ?", "nanterre.txt"),
        ("Who is the smallest employer?", "kakuma.txt"),
        ("Qui emploie le moins de salariés ?", "kakuma.txt"),
        ("Which job has you supervising the most people?", "abeche.txt"),
        ("Dans quel poste encadre-t-on le plus de personnes ?", "abeche.txt"),
        ("Où y a-t-il le plus de gens à encadrer ?", "abeche.txt"),
    ],
)
def test_the_largest(asked: Assistant, question: str, first: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "ranking"
    assert [match.posting for match in answer.matches] == [first]


@pytest.mark.parametrize("question", ["Which jobs have you managing people?", "Quels postes demandent d'encadrer ?"])
def test_no_question_of_the_largest(asked: Assistant, question: str) -> None:
    assert asked.ask(question).kind == "set"
