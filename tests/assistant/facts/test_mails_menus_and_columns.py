"""Facts of notices that came as mails, from websites or in columns, and of what is told beside a reason."""

from __future__ import annotations

import pytest

from assistant.facts import contract, experience, identity, languages, schedule, working_time
from tests.assistant.facts.reading import values
from tests.support import posting


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Requirements\n o a working knowledge of English is desirable\n   since some donors write only in English",
            "asset",
        ),
        ("Requirements\n- English is preferred because our reports are in English", "asset"),
        ("Exigences\n- anglais souhaité car les rapports sont uniquement en anglais", "asset"),
        ("Exigences\n- l'anglais serait un plus, puisque le siège travaille en anglais", "asset"),
        ("Requirements\n- English: required, since we write in English", "required"),
        ("Exigences\n- anglais exigé, car les rapports sont rédigés en anglais", "required"),
    ],
)
def test_the_reason_for_a_language_asks_for_it_no_further(text: str, right: str) -> None:
    assert [fact.modality for fact in languages.facts(posting(text)) if fact.value == "en"] == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We need an assistant (3 months, March to May 2027).", ["March to May 2027"]),
        ("We are looking for a trainee for 4 months, February to May 2027.", ["February to May 2027"]),
        ("Nous cherchons un stagiaire pour 4 mois, de février à mai 2027.", ["février à mai 2027"]),
    ],
)
def test_may_ends_a_range(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "start") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Terms\nOne-year fixed-term contract, three months' probation.", ["One-year"]),
        ("Terms\nTwo-year fixed-term position (including a six-month trial period)", ["Two-year"]),
        ("Conditions\nCDD de 12 mois - dont 2 mois de période d'essai", ["12 mois"]),
    ],
)
def test_a_trial_behind_a_contract_for_a_time(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "duration") == right


@pytest.mark.parametrize(
    "text",
    [
        "Nous offrons\nCDD de 24 mois à temps plein – salaire brut mensuel selon l'expérience",
        "CDI, temps plein, rémunération selon profil et expérience",
        "Full-time permanent job, salary depending on experience",
    ],
)
def test_pay_by_experience_leaves_full_time_told(text: str) -> None:
    assert [fact.value for fact in working_time.facts(posting(text))] == ["full_time"]


def test_experience_in_full_time_is_none_that_is_offered() -> None:
    assert not working_time.facts(posting("Profil\nDeux ans d'expérience à temps plein."))


@pytest.mark.parametrize(
    "text",
    [
        "Profil\nLicence en droit. 3 ans\n    d'expérience en association ou en cabinet.",
        "Objet : juriste\n\n> Bonjour,\n>\n> Notre association cherche une juriste pour son centre.\n>\n"
        "> Qui ? Licence en droit privé. 3 ans\n> d'expérience en association ou en cabinet. Arabe\n> indispensable.\n",
    ],
)
def test_years_that_a_line_end_parts_from_their_experience(text: str) -> None:
    assert [fact.modality for fact in experience.facts(posting(text))] == ["required"]


def test_what_an_agency_deals_in_is_no_contract_where_another_is_named() -> None:
    trade = "Notre cabinet de recrutement en CDI recherche pour son client un cariste."
    found = contract.facts(posting(f"Cariste\n\n{trade}\n\nType de contrat : CDD de 3 mois"))
    assert [fact.value for fact in found] == ["CDD"]
    assert [fact.value for fact in contract.facts(posting(f"Cariste\n\n{trade}\n"))] == ["CDI"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Accueil  |  Qui sommes-nous  |  Nos projets  |  Offres d'emploi  |  Faire un don\n\n"
            "Chemins Ouverts – ONG belge, bureau Maroc\nRESPONSABLE DE PROJET\n"
            "Réf. CO-26     Lieu : Tétouan     Publié le 3.11.2026\n",
            {"title": "RESPONSABLE DE PROJET", "organisation": "Chemins Ouverts", "location": "Tétouan"},
        ),
        (
            "Home | What we do | Our team | Vacancies | Donate | Contact\n\n"
            "Open Hands – a Dutch NGO\nPROJECT MANAGER\nRef. OH-12     Location: Nakuru     Posted: 3 November 2026\n",
            {"title": "PROJECT MANAGER", "organisation": "Open Hands", "location": "Nakuru"},
        ),
    ],
)
def test_a_menu_a_dash_and_columns(text: str, right: dict[str, str]) -> None:
    found = {str(fact.field): str(fact.value) for fact in identity.facts(posting(text))}
    assert {key: found.get(key) for key in right} == right
