"""What a comparison is of, who bears a cost, what an employer is also called, and names of jobs that hold a topic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "river.txt": (
        "Hydrologue (H/F)\n\nOrganisation : Agence du Fleuve\nLieu : Kaolack, Sénégal\nCDI.\n\n"
        "Profil\n- trois ans d'expérience\n- anglais de niveau B2 exigé\n- Master exigé\n\n"
        "Conditions\nLe train et l'hôtel sont payés par l'Agence du Fleuve.\n"
        "La préférence sera accordée aux citoyens et citoyennes du Sénégal.\n"
    ),
    "team.txt": (
        "Team leader, wells\n\nOrganisation: Blue Wells\nLocation: Nakuru, Kenya\n\n"
        "Tasks\n- lead a team of four drillers\n- answers to our director\n\n"
        "Profile\n- six years of experience\n- fluent English required\n"
    ),
    "camp.txt": (
        "Field Associate\n\nOrganisation: UNHCR Mauritania\nLocation: Bassikounou\n\n"
        "Tasks\n- visit the schools of the camp twice a week\n\nBenefits\n- health insurance for the whole family\n"
        "Fridays you join the radio clubs of the camp.\n"
    ),
    "bare.txt": "Agent d'accueil\n\nVous renseignez les visiteurs de l'ADF et tenez le standard.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("compared"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("Compare Agence du Fleuve et Blue Wells : expérience et anglais.", "comparison", "(b2)"),
        ("Compare Agence du Fleuve and Blue Wells: experience and English.", "comparison", "(b2)"),
        ("Compare Agence du Fleuve et Blue Wells sur le diplôme.", "comparison", "Master"),
        ("Qui paie l'hôtel à l'Agence du Fleuve ?", "", "Le train et l'hôtel sont payés"),
        ("Who pays for the hotel at Agence du Fleuve?", "", "Le train et l'hôtel sont payés"),
        ("Faut-il être citoyen sénégalais pour le poste de Kaolack ?", "fact", "Non, c'est seulement un atout"),
        ("Do I have to be a Senegalese citizen for the Kaolack job?", "fact", "No, it is only a plus"),
        (
            "Compare le poste du HCR et celui de Nakuru : les missions",
            "comparison",
            "visit the schools of the camp twice",
        ),
        ("Compare UNHCR and Nakuru: what would I do?", "comparison", "lead a team of four drillers"),
        (
            "Compare les avantages des postes de Nakuru et de Bassikounou",
            "comparison",
            "health insurance for the whole",
        ),
        ("Compare the benefits in Nakuru and Bassikounou", "comparison", "(Nakuru): not stated"),
        ("Compare les profils recherchés à Nakuru et à Kaolack", "comparison", "au moins 6 ans"),
        ("Compare Nakuru and Kaolack: who is it for?", "comparison", "at least 6 years"),
        ("Compare Nakuru et Bassikounou : radio", "comparison", "you join the radio clubs"),
        ("Compare les deux postes du Kenya", "comparison", "Une seule offre"),
        ("Compare the two jobs in Kenya", "comparison", "Only one posting"),
        ("Où se trouve le poste du HCR ?", "fact", "Bassikounou"),
        ("Where is the UN Refugee Agency's job?", "", "Bassikounou"),
        ("How much would the team leader in Nakuru be paid?", "not_stated", ""),
        ("Combien gagne le chef d'équipe à Nakuru ?", "not_stated", ""),
        ("Who does the team leader report to?", "", "answers to our director"),
    ],
)
def test_one_or_two(store: Store, question: str, kind: str, words: str) -> None:
    found, _, text = ask_on(store, TODAY, question)
    assert words in text
    assert not kind or found == kind, text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Combien d'offres viennent de l'Agence du Fleuve (ADF, RA en anglais) ?", {"river", "bare"}),
        ("How many postings are from Agence du Fleuve (ADF)?", {"river", "bare"}),
        ("Combien d'offres viennent de l'Agence du Fleuve ?", {"river"}),
    ],
)
def test_aliases(store: Store, question: str, names: set[str]) -> None:
    _, found, text = ask_on(store, TODAY, question)
    assert found == names, text
