"""Contracts and working time, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import contract
from tests.assistant.facts.reading import values

OPENING = "Chargé de projet\n\nNous recherchons une personne motivée.\n\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CDI après 3 mois d'essai", ["CDI"]),
        ("CDD de 6 mois, CDI après", ["CDD"]),
        ("APPEL À CONSULTATION", ["freelance"]),
        ("La fondation sélectionne des consultant(e)s individuel(le)s", ["freelance"]),
        ("The fund seeks an individual consultant", ["freelance"]),
        ("CDD – Alternance – Contrat d'apprentissage", ["CDD", "apprenticeship"]),
        ("Un contrat de travail déterminé basé à Oujda", ["CDD"]),
        ("A fixed-term contract of 12 months", ["CDD"]),
        ("This is a term role.", ["CDD"]),
        ("Poste en CDI", ["CDI"]),
        ("This is a permanent, full-time position.", ["CDI"]),
        ("Contract type: Permanent", ["CDI"]),
        ("Type de contrat\nCDI", ["CDI"]),
        ("Poste en CDI ou CDD", ["CDI", "CDD"]),
        ("Contrat saisonnier de mars à mai", ["CDD"]),
        ("Contrat de Volontariat de Solidarité Internationale (VSI)", ["volunteer"]),
        ("This is a volunteer position.", ["volunteer"]),
        ("Durée du contrat : contrat mission", ["mission"]),
        ("Une convention d'un an renouvelable", ["convention"]),
        ("Contrat : Intérim", ["temporary"]),
        ("Temporary contract of three months", ["temporary"]),
        ("Type de contrat : Stage", ["internship"]),
        ("This internship lasts six months.", ["internship"]),
        ("Contract: freelance", ["freelance"]),
        # a possible sequel, other people's contracts, experience, agencies
        ("CDD de 6 mois avec possibilité de CDI", ["CDD"]),
        ("CDD de 6 mois évoluant en CDI", ["CDD"]),
        ("Gestion des contrats commerciaux et des CDD", []),
        ("Formation en alternance souhaitée", []),
        ("Une première expérience (stage, alternance) est demandée", []),
        ("Connaissance de l'apprentissage automatique", []),
        ("Convention collective 66", []),
        ("Chargé de mission, missions variées", []),
        ("Notre agence, spécialisée dans le recrutement en intérim, CDD, CDI, recrute un soudeur", []),
        ("Contribuer à la vie de l'équipe", []),
        ("Un bassin de candidats peut être utilisé pour combler d'autres postes (période déterminée, CDD).", []),
        ("A pool of candidates may be used to staff similar positions (fixed-term, permanent position).", []),
        ("ContratCDIExpérience confirmée", ["CDI"]),
    ],
)
def test_contracts(text: str, right: list[str]) -> None:
    assert values(OPENING + text, contract.facts, "contract") == right


def test_a_title_names_the_contract() -> None:
    text = "Alternance Data Scientist - Paris (H/F)\n\nVous rejoindrez une équipe."
    assert values(text, contract.facts, "contract") == ["apprenticeship"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("un coordinateur à temps partiel (charge estimée à 1/3 temps)", ["part_time"]),
        ("A part-time role of 15 hours a week", ["part_time"]),
        ("CDI - Temps plein", ["full_time"]),
        ("This is a full-time position.", ["full_time"]),
        ("Emploi à temps complet ou temps partiel", ["full_time", "part_time"]),
        ("Salaire de 2 000 € pour un temps plein", []),
        ("2 ans d'expérience équivalent temps plein", []),
    ],
)
def test_working_time(text: str, right: list[str]) -> None:
    assert values(OPENING + text, contract.facts, "working_time") == right
