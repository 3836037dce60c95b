"""What is a plus of several languages, when deadlines fall, how long a trial lasts, and what a posting does not say."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "differdange.txt": (
        "Éducateur\n\nOrganisation : Ville de Differdange\nLieu : Differdange, Luxembourg\n\nContrat : CDI\n\n"
        "Profil\n- Français exigé.\n- Le portugais est un atout.\n\nSalaire : 3 412 € brut par mois\n\n"
        "Envoyer à rh@ville.example, avec en objet la mention « EDU-DIF-26 », date limite : 15 décembre 2026\n"
    ),
    "thies.txt": (
        "Enquêteur\n\nOrganisation : Cabinet Teranga\nLieu : Thiès, Sénégal\n\n"
        "Contrat : CDD de 12 mois, période d'essai 3 mois\n\nProfil\n- Français exigé, wolof souhaité.\n\n"
        "Rémunération à négocier selon votre expérience.\n\nDate limite : 5 décembre 2026\n"
    ),
    "bangor.txt": (
        "Minibus Driver\n\nOrganization: Arfon Transport\nLocation: Bangor, United Kingdom\n\n"
        "Fixed-term contract of 4 months, probation of two months\n\nRequirements\n"
        "- English and Welsh are required.\n\n"
        "Pay: £13.45 per hour\n\nDeadline: 8 January 2027\n"
    ),
    "puteaux.txt": (
        "Data Analyst\n\nOrganisation : Elis\nLieu : Puteaux, France\n\nContrat : CDI\n\n"
        "Missions\n- Développer des tableaux de bord.\n- Vérifier la qualité des données.\n\n"
        "Salaire selon la grille de l'entreprise.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # any of the languages that someone speaks
        ("Je parle portugais et wolof, dans quelles offres ce serait apprécié ?", "differdange thies"),
        ("Je parle portugais et wolof : où est-ce un plus ?", "differdange thies"),
        ("I speak Portuguese and Wolof. In which jobs would that be an advantage?", "differdange thies"),
        ("I speak Wolof and Portuguese: where are both a plus?", ""),
        ("Je parle portugais et wolof : où les deux sont-ils un atout ?", ""),
        # days
        ("Which jobs have a December deadline?", "differdange thies"),
        ("Quelles annonces ont une échéance de janvier ?", "bangor"),
        # the length of the trial, not of the contract
        ("Quelles offres prévoient une période d'essai de trois mois ?", "thies"),
        ("Which jobs have a two month trial period?", "bangor"),
        # what pay hangs on
        ("In which jobs does the pay depend on your experience?", "thies"),
        ("Où la rémunération varie-t-elle selon l'expérience ?", "thies"),
        ("Quels postes annoncent un taux horaire ?", "bangor"),
        ("Which jobs state an hourly rate?", "bangor"),
        # a code that the subject line has to hold
        ("Quelles annonces portent une référence ?", "differdange"),
        ("Which postings have a reference?", "differdange"),
    ],
)
def test_sets(asked: Assistant, question: str, right: str) -> None:
    matches = sorted(match.posting.removesuffix(".txt") for match in asked.ask(question).matches)
    assert matches == right.split()


@pytest.mark.parametrize(
    "question",
    [
        "Of the deadlines that haven't passed yet, which comes first?",
        "Parmi les dates limites qui restent, laquelle tombe en premier ?",
    ],
)
def test_which_of_the_days_comes_first(asked: Assistant, question: str) -> None:
    assert [match.posting for match in asked.ask(question).matches] == ["thies.txt"]


@pytest.mark.parametrize(
    "question",
    [
        "Is the data analyst vacancy in Puteaux still available?",
        "Le poste de data analyst à Puteaux est-il encore ouvert ?",
        "What benefits come with the data analyst job in Puteaux?",
        "Quels avantages avec le poste de data analyst à Puteaux ?",
    ],
)
def test_what_is_not_stated(asked: Assistant, question: str) -> None:
    assert asked.ask(question).kind == "not_stated"


@pytest.mark.parametrize(
    "question", ["Who is the employer for the driver job in Bangor?", "Qui est l'employeur du poste de Bangor ?"]
)
def test_the_name_of_an_employer(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "fact"
    assert "Arfon Transport" in " ".join(statement.text for statement in answer.statements)
