"""Heads of fliers and bulletins: what is sought, and who seeks it."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of
from tests.assistant.facts.reading import values

TITLES = [
    # An employer with its town is no title; nor is a call to share, nor the office that signs
    ("Union internationale des rivières (UIR) – Genève\n\nAssistant(e) de direction, G5\n\nNous cherchons.",
     "Assistant(e) de direction, G5"),
    ("GREEN LANE SCHOOL, LIVERPOOL\n\nSchool Caretaker\n\nPermanent, 37 hours a week", "School Caretaker"),
    ("*HELP US SHARE* 📢\n\nNorthern Seeds Ltd is looking for 3 *Field Agents* to work with farmers.", "Field Agents"),
    ("Aidez-nous à partager !\n\nL'association Horizon recherche 2 *animateurs* pour ses ateliers.", "animateurs"),
    ("COMMUNIQUÉ\n\nIl sera procédé au recrutement de six infirmiers vaccinateurs pour la campagne.\n\n"
     "Le Directeur départemental", "infirmiers vaccinateurs"),
    # The number of an advertisement on a board; what is urgent
    ("EmploiAtlas.ma — Annonce 88213\n\nTechnicien(ne) SAV climatisation\nFroid SARL | Salé | CDI",
     "Technicien(ne) SAV climatisation"),
    ("URGENT – 15 conseillers clientèle – Casablanca\n\nNotre centre grandit.", "conseillers clientèle – Casablanca"),
    ("URGENT – Two cooks – Leeds\n\nOur kitchen is growing.", "Two cooks – Leeds"),
]  # fmt: skip

EMPLOYERS = [
    ("Notre école *Les Manguiers* à Bamako cherche un professeur.", ["Les Manguiers"]),
    ("Teacher\n\nOur school *Green Hill* in Accra has lost its maths teacher.", ["Green Hill"]),
    ("Harbour House e.V. — we're hiring!\n\nSocial Counsellor, Berlin", ["Harbour House e.V."]),
    ("Maison Horizon : on recrute !\n\nCuisinier, Lyon", ["Maison Horizon"]),
    ("Consulat général de France à Oran\nRecrutement d'un agent\n\nFonction : secrétaire",
     ["Consulat général de France à Oran"]),
    ("Barista needed here at THE COPPER SPOON, Galway\n\n28 hours a week.", ["COPPER SPOON"]),
    # A board is no employer, and no level of languages is one
    ("NGO Jobs Poland | Listing #55120\n\nHotline Operator\nHomeward Foundation\nWarsaw",
     ["Homeward Foundation"]),
    ("SALONE JOBS BOARD - Wednesday edition\n\nNURSE, Kailahun\n\nFluent Krio and English are needed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_titles_of_fliers(text: str, right: str) -> None:
    """The job is found below the employer, a board or a call."""
    assert values(text, facts_of, "title") == [right]


@pytest.mark.parametrize(("text", "right"), EMPLOYERS)
def test_employers_of_fliers(text: str, right: list[str]) -> None:
    """Who employs is told in stars, with a dash before "we are hiring", or as a consulate."""
    assert values(text, facts_of, "organisation") == right
