"""Who is looked for, by whom: trades that are recruited, employers that no posting names, embassies, messengers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "doctor.txt": "Médecin urgentiste (H/F)\n\nLieu : Évreux\n\nProfil\n- Doctorat en médecine\n",
    "works.txt": "Médecin du travail\n\nLieu : Privas\n\nVous faites les visites médicales des agents.\n",
    "nurse.txt": "Infirmier coordinateur\n\nLieu : Lyon\n\nVous êtes en lien avec les médecins traitants.\n",
    "project.txt": (
        "Chef de projet eau\n\nLieu : Kayes (Mali)\n\nEmployeur : Fondation Bani\n\nSalaire : 600 000 FCFA par mois\n"
    ),
    "guard.txt": "Gardien\n\nSégou (Mali). Une maison des Puits Bleus, 300 000 FCFA par mois.\n",
    "team.txt": "Chef d'équipe électricien\n\nLieu : Le Teil\n\nProfil\n- CAP\n",
    "embassy.txt": (
        "The Royal Norwegian Embassy in Rabat is looking for a\n\nRECEPTION ASSISTANT\n\nWhat we ask\n"
        "- fluent English\nA driving licence is not needed.\n\nGross monthly salary of MAD 14,200.\n\n"
        "Send a CV to job.rabat@exemple.no. Write your surname in the subject. We must have it by Monday 30 November "
        "2026 at noon.\n"
    ),
    "youth.txt": (
        "Animateurs, Maison des jeunes de Sidi Moumen\n\nPas de mail. Envoyez une note vocale et la photo de votre CIN "
        "sur WhatsApp au 06 11 22 33 44 (Said).\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 29))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # who is looked for is in the title; doctors to work with are none
        ("Combien d'offres cherchent un médecin ?", {"doctor", "works"}),
        ("How many of the postings are looking for a doctor?", {"doctor", "works"}),
        ("Qui recrute un médecin ?", {"doctor", "works"}),
        ("Which jobs are for doctors?", {"doctor", "works"}),
        ("Who needs a nurse?", {"nurse"}),
        ("Quelles offres recherchent des infirmiers ?", {"nurse"}),
        # « projet » is part of the name of that job
        ("Qui cherche un chef de projet ?", {"project"}),
        ("Combien de postes de chef de projet y a-t-il ?", {"project"}),
    ],
)
def test_a_trade_that_is_looked_for_is_in_the_title(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == right


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How much does Oxfam pay in Kayes?", "Oxfam"),
        ("Combien paie Oxfam à Kayes ?", "Oxfam"),
        ("Quel est le salaire chez Zakoura à Kayes ?", "Zakoura"),
        ("What does Zakoura pay in Rabat?", "Zakoura"),
        ("What is the deadline of the Enabel job in Rabat?", "Enabel"),
        ("How much does Médecins Sans Frontières pay in Kayes?", "Médecins"),
        ("Que paie MSF à Kayes ?", "MSF"),
        ("Je suis logisticien et je vise Oxfam à Kayes ; quel salaire y verse-t-on ?", "Oxfam"),
        ("A friend of mine wants to drive for the Red Cross in Kayes. What salary do they give?", "Red Cross"),
        ("Est-ce que Médecins du Monde recrute à Kayes ?", "Médecins du Monde"),
        ("Chez Zakoura, à Kayes, le poste me tente. Quel est le salaire ?", "Zakoura"),
        ("I'd love to work for Zakoura in Kayes. What is the salary?", "Zakoura"),
        ("J'aimerais travailler pour Zakoura à Kayes. Quel est le salaire ?", "Zakoura"),
    ],
)
def test_another_employer_in_the_same_town_is_no_answer(asked: Assistant, question: str, name: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "outside"
    assert name in answer.text
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the salary at the Norwegian Embassy?", "14,200 MAD"),
        ("Does the Norwegian embassy hire a receptionist?", "Royal Norwegian Embassy"),
        ("Quel est le salaire à l'ambassade de Norvège ?", "14 200 MAD"),
        (
            "Faut-il le permis de conduire pour travailler à l'ambassade de Norvège ?",
            "« A driving licence is not needed.",
        ),
        ("Until when can I apply to the Norwegian Embassy?", "30 November 2026"),
        ("I'd like to work in one of the houses of the Puits Bleus. At what pay would I be a guard?", "300,000 XOF"),
        # a word of the job's name in the other language may be unknown
        ("What does the WATSAN job in Kayes pay?", "600,000 XOF"),
        ("Combien paie-t-on chez Les Puits Bleus à Ségou ?", "300 000 XOF"),
        ("What does the Bani Foundation pay in Kayes?", "600,000 XOF"),
        ("Quel est le salaire à Kayes ?", "600 000 XOF"),
        ("Combien gagne le chef de projet de la Fondation Bani ?", "600 000 XOF"),
        ("How do I apply for the youth house in Sidi Moumen?", "WhatsApp 06 11 22 33 44"),
        ("Où envoyer ma candidature pour Sidi Moumen ?", "WhatsApp 06 11 22 33 44"),
    ],
)
def test_what_is_asked_of_an_employer_by_its_name(asked: Assistant, question: str, said: str) -> None:
    assert said in asked.ask(question).text.replace("\N{NARROW NO-BREAK SPACE}", " ")
