"""Whose a posting is, what it looks for, and where."""

from __future__ import annotations

import pytest

from assistant.domain import Posting
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, posting, seed_postings

SEEDS = {seed.name: seed for seed in seed_postings()}
RIGHT = {
    CARE: (
        "Chargé(e) de Plaidoyer, Partenariats stratégiques et Communication",
        "CARE International Maroc",
        "Marrakech",
    ),
    OUJDA: ("Intervention Officer Territorial", "Enabel", "Oujda"),
    PARTENARIAT: ("coordinateur.rice du Partenariat au Maroc", "LE PARTENARIAT", "Safi"),
    AGADIR: ("Intervention Officer Territorial Concertation & Exécution Régionale", "Enabel", "Agadir"),
}


def identity(made: Posting) -> tuple[str, str, str]:
    return made.title.of(made.text), made.organisation.of(made.text), made.location.of(made.text)


@pytest.mark.parametrize("name", RIGHT)
def test_seeds(name: str) -> None:
    assert identity(SEEDS[name]) == RIGHT[name]


def test_the_seed_that_states_no_place() -> None:
    title, organisation, location = identity(SEEDS[BRULOCALIS])
    assert title.startswith("chargé(e) de mission – coordination nationale du groupe des communes marocaines")
    assert organisation == "Brulocalis"
    assert location == ""  # Brussels is the employer's, and no town of Morocco is named


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Poste : Animateur socioculturel\nOrganisation : Les Amis\nLieu : Tanger\n",
            ("Animateur socioculturel", "Les Amis", "Tanger"),
        ),
        (
            "Job title: Data Analyst\nCompany: Acme\nLocation: Casablanca, Morocco\n",
            ("Data Analyst", "Acme", "Casablanca"),
        ),
        ("Handicap Sans Bornes recrute un Logisticien – Réf. L12\n\nLe poste est basé à Fès.\n", (
            "Logisticien", "Handicap Sans Bornes", "Fès",
        )),
        ("Acme is looking for a Project Manager based in Rabat.\n\nMissions\n- Lead\n", (
            "Project Manager", "Acme", "Rabat",
        )),
    ],
)  # fmt: skip
def test_forms(text: str, right: tuple[str, str, str]) -> None:
    assert identity(posting(text)) == right


@pytest.mark.parametrize("text", ["Bonjour", "12345", "- un\n- deux", "# \n", "خبرة في التسيير"])
def test_what_is_not_stated_is_empty(text: str) -> None:
    made = posting(text)
    assert made.organisation.of(made.text) == ""
    assert made.location.of(made.text) == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 50_000,
        "Aa " * 20_000,
        "a@" * 20_000,
        "recherche " * 8_000,
        "A-" * 25_000,
        "A-" * 25_000 + ")",
        "*" * 50_000,
        "* " * 25_000,
        f"x{' ' * 50_000}y",
        "a" * 50_000,
        "Aa a@aaaa.aa " * 4_000,
        "(" * 50_000,
        "#" * 50_000,
    ],
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    import time

    start = time.perf_counter()
    posting(hostile)
    assert time.perf_counter() - start < 3.0
