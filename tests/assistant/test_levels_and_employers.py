"""Which posting asks for the lowest degree, which employer has most of them, two months in a row, temp agencies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "driver.txt": (
        "Chauffeur\n\nOrganisation : Azur Logistique\nLieu : Gao\n\nProfil\nNiveau BEPC exigé\n"
        "Expérience : 1 an au minimum\n\nConditions\nPrise de poste : 1er février 2027.\n"
        "Salaire à discuter lors de l'entretien.\n\nCandidature\n"
        "Par courrier postal seulement : BP 12, Gao. Écrire sur l'enveloppe « Chauffeur Gao ».\n"
    ),
    "nurse.txt": (
        "Infirmier\n\nOrganisation : Azur Logistique\nLieu : Kayes\n\nProfil\nLicence (Bac+3) en soins infirmiers\n"
        "Expérience : 3 ans\n\nConditions\nPrise de poste : 1er mars 2027.\nSalaire : 300 000 FCFA par mois.\n\n"
        "Candidature\nEnvoyer CV à rh@azur.example, objet : « Infirmier Kayes ».\n"
    ),
    "manager.txt": (
        "Finance manager\n\nOrganisation: Rivers Trust\nLocation: Bristol\n\nProfile\nMaster's degree in finance\n"
        "At least six years of experience\n\nTerms\nStart: 1 June 2027.\n\n"
        "How to apply\nTo apply, go to the website of Rivers Trust and fill in the form.\n"
    ),
    "roofer.txt": (
        "Etancheur (H/F)\n\nMission en intérim de 3 mois.\nDate de début : dès que possible.\n\nProfil\nCAP\n\n"
        "Entreprise : CRIT INTERIM\nLieu : Fréjus\n"
    ),
    "director.txt": "Directeur de magasin\n\nProfil\nBac+4 en commerce\n\nEntreprise : Cabinet Gérard\nLieu : Lille\n",
}
SETS = [
    ("Quelle offre demande le niveau d'études le plus bas ?", {"driver"}),
    ("Which job needs the least schooling?", {"driver"}),
    ("Quel poste exige le diplôme le plus élevé ?", {"manager"}),
    ("Which ad requires the highest level of education?", {"manager"}),
    ("Qui recrute le plus ?", {"driver", "nurse"}),
    ("Which company has posted the most jobs?", {"driver", "nurse"}),
    ("Quelles entreprises ont plusieurs offres ?", {"driver", "nurse"}),
    ("Which organisations have several ads?", {"driver", "nurse"}),
    ("Quelles offres commencent en février ou en mars 2027 ?", {"driver", "nurse"}),
    ("Which jobs start between January and March 2027?", {"driver", "nurse"}),
    ("Quelle offre a la date de début la plus proche ?", {"driver"}),
    ("Which job has the nearest start date?", {"driver"}),
    ("Quelles annonces viennent d'une agence d'intérim ?", {"roofer"}),
    ("Which ads are from a temp agency?", {"roofer"}),
    ("Quelles offres passent par un cabinet de recrutement ?", {"roofer", "director"}),
    ("Qui veut quelqu'un dès que possible ?", {"roofer"}),
    ("Who needs somebody as soon as possible?", {"roofer"}),
    ("Quels postes manuels y a-t-il ?", {"roofer"}),
    ("Which jobs mean working with my hands?", {"roofer"}),
    ("Quelles offres demandent un Bac+3 ?", {"nurse"}),
    ("Which ads ask for a bachelor's degree?", {"nurse"}),
    ("Quelles annonces précisent l'objet à mettre dans le courriel ?", {"nurse"}),
    ("For which jobs is there something to write on the envelope?", {"driver"}),
    ("Pour quels postes faut-il passer par un site ou un formulaire en ligne ?", {"manager"}),
    ("For which jobs do you apply through a website or an app?", {"manager"}),
    ("Où le salaire est-il à discuter ?", {"driver"}),
    ("Which jobs have a negotiable salary?", {"driver"}),
    ("Quelles offres demandent un, deux ou trois ans d'expérience ?", {"driver", "nurse"}),
    ("Which jobs ask for 1, 2 or 3 years of experience?", {"driver", "nurse"}),
]
WHETHER = [
    ("Is UNICEF the employer of the nurse in Kayes?", "is not from UNICEF"),
    ("Est-ce que l'UNICEF est l'employeur de l'infirmier à Kayes ?", "ne vient pas d'UNICEF"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("levels"), POSTINGS) as opened:
        yield opened


@pytest.mark.parametrize(("question", "postings"), SETS)
def test_the_postings_that_answer_are_told(store: Store, question: str, postings: set[str]) -> None:
    assert ask_on(store, TODAY, question)[1] == postings


@pytest.mark.parametrize(("question", "said"), WHETHER)
def test_another_employer_is_denied(store: Store, question: str, said: str) -> None:
    assert said in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quels postes ne demandent pas d'université ?", "établissement d'enseignement"),
        ("Which jobs need no school?", "from a school"),
        ("Which jobs need no school-leaving certificate?", "from a school"),
    ],
)
def test_what_is_not_needed_is_no_employer(store: Store, question: str, said: str) -> None:
    assert said not in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quels postes ne sont pas dans une université ?", "établissement d'enseignement"),
        ("Which jobs are not at a school?", "from a school"),
        ("Jobs, no schools please", "from a school"),
    ],
)
def test_an_employer_that_is_left_out(store: Store, question: str, said: str) -> None:
    assert said in ask_on(store, TODAY, question)[2]


@pytest.mark.parametrize(
    "question", ["N'oublie pas le salaire : quels postes à Kayes ?", "Don't forget the pay: which jobs are in Kayes?"]
)
def test_what_is_not_to_be_forgotten_is_asked_for(store: Store, question: str) -> None:
    kind, names, text = ask_on(store, TODAY, question)
    assert (kind, names) == ("fact", {"nurse"})
    assert "300" in text
