"""Places of work, employers, jobs and countries that running text tells, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.country_hints import country_of_text
from assistant.identity import locations_of
from tests.support import posting

LEAD = "Poste à pourvoir\n\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Vous vivrez à Tafraout, dans la montagne.", ["Tafraout"]),
        ("You will live in Tafraout, a small town.", ["Tafraout"]),
        ("Le titulaire résidera à Zerkten et ira chaque mois à Marrakech.", ["Zerkten"]),
        ("The post holder works from Arusha.", ["Arusha"]),
        ("Le lieu de travail sera la ville de Mopti.", ["Mopti"]),
        ("Duty station is Lodwar, with travel to Kakuma.", ["Lodwar"]),
        ("Nous cherchons, pour notre antenne de Midelt, un animateur.", ["Midelt"]),
        ("Our clinic in Debre Birhan is looking for a midwife.", ["Debre Birhan"]),
        ("You'll be sitting in our Sidi Bouzid office.", ["Sidi Bouzid"]),
        ("Le poste est partagé entre Ouarzazate et Tinghir.", ["Ouarzazate", "Tinghir"]),
        ("Le siège est à Casablanca mais le poste est à Rabat.", ["Rabat"]),
        ("The Consortium, registered in Copenhagen, appoints a Director with duty station in Amman.", ["Amman"]),
        ("L'entretien aura lieu à Casablanca.", []),
        ("Interviews will be held in Nairobi.", []),
        ("Le siège de la fondation est à Genève.", []),
        ("The induction takes place in Brussels.", []),
        ("Les dossiers sont à déposer au siège à Rabat.", []),
        ("You will work in Excel and in SPSS.", []),
        ("Vous travaillerez à Pâques et à Noël.", []),
    ],
)
def test_places_of_work(text: str, places: list[str]) -> None:
    made = posting(f"{LEAD}{text}\n")
    found = locations_of(made.text, made.sections, made.furniture)
    assert [location.span.of(made.text) for location in found] == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Fondation Tilila renforce son équipe.", "Fondation Tilila"),
        ("Green Belt Trust has an opening for a driver.", "Green Belt Trust"),
        ("L'ONG Tawada vous propose un stage.", "Tawada"),
        ("At Refuge Voices we are looking for a case worker.", "Refuge Voices"),
        ("Nous sommes Terre Partagée, une ONG de 30 personnes.", "Terre Partagée"),
        ("We are Open Wells, a small charity.", "Open Wells"),
        ("Employeur : Atlas Pluriel (association loi 1901)", "Atlas Pluriel"),
    ],
)
def test_employers(text: str, name: str) -> None:
    made = posting(f"{LEAD}{text}\n")
    assert made.organisation.of(made.text) == name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("L'association Azekka a besoin d'une coordinatrice de la ferme.", "coordinatrice de la ferme"),
        ("Hello all\n\nWe need a night guard for our warehouse.", "night guard"),
        ("Intitulé exact : Boulangère formatrice\nLieu : Oujda", "Boulangère formatrice"),
        ("Post: Mediator\nGrade: 5", "Mediator"),
        ("Un potier est recherché par la coopérative.", "potier"),
    ],
)
def test_jobs(text: str, title: str) -> None:
    made = posting(f"{text}\n")
    assert made.title.of(made.text) == title


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Salaire : 6 000 MAD. Appelez le +212 6 61 00 00 00.", "Maroc"),
        ("Salary: KES 60,000 a month.", "Kenya"),
        ("Une association tunisienne. Être de nationalité tunisienne.", "Tunisie"),
        ("Head office in Tunisia. Write to jobs@example.org.", ""),
        ("Le siège est en France. Payé 150 000 HTG.", "Haïti"),
    ],
)
def test_countries(text: str, country: str) -> None:
    assert country_of_text(text) == country
