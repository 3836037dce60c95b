"""Three CVs by five postings, worked out by hand from the texts on what rules decide; and the rules one by one."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.facts.folded import folded
from assistant.letters.clauses import clauses
from assistant.letters.cv import cv_of
from assistant.letters.degrees_held import degrees_of
from assistant.letters.domain import Quote, Requirement, State
from assistant.letters.languages_held import languages_of
from assistant.letters.licence_held import judge as judge_licence
from assistant.letters.likeness import Judge
from assistant.letters.matching import matches
from assistant.letters.periods import entries_of, months
from assistant.letters.requirements import requirements_of
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT

# What each posting asks of these kinds: degree, years, fr, en, ar, zgh, licence, tools; "-" where it does not.
ASKED = ("degree", "years", "fr", "en", "ar", "zgh", "licence", "tools")
S, C, N, T = "shown", "close", "not_shown", "to_confirm"
BY_HAND = {
    # Master in political science; 11 years, 4 1/2 of them advocacy; Arabic native, French C1, English B1; B; Office.
    ("senior", CARE): (S, S, S, C, S, "-", "-", S),
    ("senior", BRULOCALIS): (S, S, S, "-", S, "-", "-", S),
    ("senior", OUJDA): (T, S, S, C, S, "-", "-", S),  # is political science a social science? It is for her to say
    ("senior", PARTENARIAT): (T, T, S, C, S, "-", S, S),  # « de type Sciences Po »; "développement" is not in the CV
    ("senior", AGADIR): (S, T, S, "-", S, N, "-", S),  # nothing on « montage des projets »
    # BA in international relations; 32 months, 37 with an internship; English native, French B2; none; Excel alone.
    ("junior", CARE): (S, T, C, S, N, "-", "-", C),
    ("junior", BRULOCALIS): (N, T, S, "-", N, "-", "-", C),
    ("junior", OUJDA): (N, T, C, S, N, "-", "-", C),
    ("junior", PARTENARIAT): (N, T, S, S, N, "-", N, C),
    ("junior", AGADIR): (N, T, C, "-", N, N, "-", C),
    # Licence in sociology, Master in social sciences under way; 18 months, 6 of them voluntary; Tamazight native,
    # Arabic bilingual, French B2, English some; licence under way; Office.
    ("volunteer", CARE): (T, N, C, N, S, "-", "-", S),
    ("volunteer", BRULOCALIS): (C, C, S, "-", S, "-", "-", S),
    ("volunteer", OUJDA): (C, C, C, N, S, "-", "-", S),
    ("volunteer", PARTENARIAT): (C, C, S, N, S, "-", C, S),
    ("volunteer", AGADIR): (C, C, C, "-", S, S, "-", S),
}


def states(name: str, posting: str) -> tuple[str, ...]:
    case = case_of(posting)
    found: dict[str, str] = {}
    for match in matches(requirements_of(case), cvs()[name], Judge("fr", "fr", TODAY)):
        asked = match.requirement
        kinds = {"experience_years": "years", "driving_licence": "licence", "tool": "tools", "language": asked.value}
        found[kinds.get(asked.kind, asked.kind)] = match.state
    return tuple(found.get(kind, "-") for kind in ASKED)


@pytest.mark.parametrize(("name", "posting"), BY_HAND)
def test_states_are_those_of_the_hand(name: str, posting: str) -> None:
    assert states(name, posting) == BY_HAND[name, posting]


def test_an_experience_that_a_cv_denies_is_never_shown() -> None:
    found = matches(requirements_of(case_of(CARE)), cvs()["volunteer"], Judge("fr", "fr", TODAY))
    told = {match.state for match in found if "stratégies de plaidoyer" in match.requirement.words}
    assert told == {"not_shown"}


def test_required_gaps_come_first_and_missions_last() -> None:
    found = matches(requirements_of(case_of(AGADIR)), cvs()["junior"], Judge("fr", "en", TODAY))
    assert found[0].requirement.modality == "required"
    assert found[0].state == "not_shown"
    assert found[-1].requirement.kind == "mission"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2018 – 2021", 36),
        ("janvier 2018 – mars 2021", 39),
        ("01/2018 - 03/2021", 39),
        ("01/09/2018 – 31/08/2020", 24),
        ("janvier – mars 2021", 3),
        ("From 2015 to 2018", 36),
        ("sept. 2019 à ce jour", 77),
        ("since March 2020", 71),
        ("depuis 2024", 19),
        ("Jan 2020 - Present", 73),
        ("يناير 2020 – ديسمبر 2023", 48),
        ("2024 – 2030", 19),  # what is to come does not count
        ("2021 – 2018", 0),
        ("2021", 0),
        ("Tel. 06 12 20 15 20 18", 0),
    ],
)
def test_months_of_a_line(line: str, expected: int) -> None:
    cv = cv_of(f"Prénom Nom\nExpérience\n{line} : chargée de projet, association des amis du lac\n")
    assert months(entries_of(cv, date(2026, 1, 15))) == expected


def test_no_month_is_counted_twice_and_studies_are_not() -> None:
    cv = cv_of(
        "Prénom Nom\nExpérience\n2016 – 2020 : chargée de projet, association du lac\n"
        "2018 – 2021 : formatrice, centre social du lac\nFormation\n2010 – 2015 : master en droit\n"
    )
    assert months(entries_of(cv, TODAY)) == 60


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Français : bilingue, anglais : B2, arabe : langue maternelle", {"fr": 6, "en": 4, "ar": 7}),
        ("Bilingue français-arabe", {"fr": 6, "ar": 6}),
        ("Fluent French and English", {"fr": 5, "en": 5}),
        ("français (C1), anglais B2, notions d'espagnol", {"fr": 5, "en": 4, "es": 2}),
        ("Français et anglais courants", {"fr": 5, "en": 5}),
        ("courant : anglais, français ; notions : allemand", {"en": 5, "fr": 5, "de": 2}),
        ("Arabe (lu, écrit, parlé), Français (courant)", {"ar": None, "fr": 5}),
        ("Native Arabic speaker, good French, basic English", {"ar": 7, "fr": 4, "en": 2}),
        ("Amazigh: mother tongue | French: B1/B2", {"zgh": 7, "fr": 3}),
        ("English – intermediate (B1)", {"en": 3}),
        ("Aucune notion d'anglais", {}),
        ("العربية : langue maternelle", {"ar": 7}),
    ],
)
def test_languages_of_a_line(line: str, expected: dict[str, int | None]) -> None:
    cv = cv_of(f"Prénom Nom\nFormation\nMaster en droit, 2012\nLangues\n{line}\n")
    assert {code: held.step for code, held in languages_of(cv).items()} == expected


def test_a_course_in_a_language_is_no_language_held() -> None:
    cv = cv_of("Prénom Nom\nExpérience\n2018 – 2020 : cours d'espagnol, traduction de textes allemands\n")
    assert languages_of(cv) == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Permis B", "shown"),
        ("Titulaire du permis de conduire", "to_confirm"),
        ("Full clean driving licence, category B", "shown"),
        ("Permis C", "to_confirm"),
        ("Permis B en cours", "close"),
        ("Pas de permis de conduire", "not_shown"),
        ("No driving licence", "not_shown"),
        ("Permis de travail valable", "not_shown"),
    ],
)
def test_a_licence(line: str, expected: State) -> None:
    asked = Requirement("driving_licence", "required", Quote("a.txt", "permis B exigé", 0, 14), "B")
    cv = cv_of(f"Prénom Nom\nFormation\nMaster en droit, 2012\nDivers\n{line}\n")
    assert judge_licence(asked, cv)[0] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Master 2 en droit, 2015", (5, False)),
        ("M1 droit, 2014", (4, False)),
        ("BA in History, 2010", (3, False)),
        ("PhD in Economics, 2010", (8, False)),
        ("Master en droit (en cours)", (5, True)),
        ("BTS tourisme", (2, False)),
        ("Baccalauréat, 2008", (0, False)),
    ],
)
def test_a_degree(line: str, expected: tuple[int, bool]) -> None:
    cv = cv_of(f"Prénom Nom\nsans autre indication ici\nFormation\n{line}\n")
    assert [(degree.years, degree.under_way) for degree in degrees_of(cv, TODAY)] == [expected]


def test_brackets_are_not_cut() -> None:
    words = folded("Arabe (lu ; écrit), français")
    assert [words[part.start : part.end] for part in clauses(words)] == [words]
