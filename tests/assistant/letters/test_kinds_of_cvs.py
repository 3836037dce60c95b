"""What CVs of many kinds and postings of many kinds mean for a state: one row for each kind once read wrongly."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Literal

import pytest

from assistant.domain import Language
from assistant.facts import facts_of
from assistant.letters.case import Case
from assistant.letters.cv import cv_of
from assistant.letters.domain import CV, Match
from assistant.letters.fitting import fit_of
from assistant.letters.heads import sender
from assistant.letters.likeness import Judge
from assistant.letters.matching import matches
from assistant.letters.outlining import outline_of
from assistant.letters.periods import entries_of, months
from assistant.letters.requirements import requirements_of
from tests.assistant.letters.making import TODAY
from tests.support import posting

HEAD: dict[Language, str] = {
    "fr": "Association du Lac recrute un(e) chargé(e) de projet\n\nProfil recherché :\n",
    "en": "Lake Trust is looking for a project officer\n\nProfile:\n",
}


def case(*items: str, language: Language = "fr") -> Case:
    text = HEAD[language] + "".join(f"- {item}\n" for item in items)
    made = posting(text)
    return Case(made, tuple(facts_of(made)), "a.txt")


def cv(*lines: str) -> CV:
    return cv_of("Prénom Nom\nUne adresse, une ville\n" + "\n".join(lines) + "\n")


def held(asked: str, *lines: str, language: Language = "fr") -> list[Match]:
    return list(matches(requirements_of(case(asked, language=language)), cv(*lines), Judge(language, "fr", TODAY)))


def states(asked: str, *lines: str) -> dict[str, str]:
    return {match.requirement.value or match.requirement.kind: match.state for match in held(asked, *lines)}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Days as in the United States, where one of them can be read in no other way.
        (["Experience", "Manager 09/15/2021 - Present", "Officer 06/01/2018 - 08/31/2021"], 92),
        (["Expérience", "01/09/2018 – 31/08/2020 : chargée de projet"], 24),
        (["Expérience", "2021 – 2023 : Congé parental", "2019 – 2021 : chargée de projet"], 24),
        (["Experience", "Career break 2019 - 2023", "2015 - 2019 Project officer, Lake Trust"], 48),
        (["Expérience", "2020 – 2022 : sans emploi"], 0),
        (["Expérience", "2012/2013 - 2014/2015 : enseignante, collège du lac"], 36),
        (["Expérience", "2018/2019 : enseignante, collège du lac"], 12),
        # Without headings: what is of studies is no work.
        (["2015 – 2018 Licence de droit, Université du Lac", "2018 – 2021 chargée de projet, Association du Lac"], 36),
        (["الخبرة المهنية", "يناير 2020 – ديسمبر 2021 : منسقة", "التكوين", "2015 – 2018 إجازة في الجغرافيا"], 24),
    ],
)  # fmt: skip
def test_months_of_a_cv(lines: list[str], expected: int) -> None:
    assert months(entries_of(cv(*lines), TODAY)) == expected


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        ("Master exigé en droit", "2024 – 2026 : Master en droit", "close"),  # TODAY it goes on
        ("Master exigé en droit", "Master en droit, 2027", "close"),
        ("Master exigé en droit", "2022 – 2024 : Master en droit", "shown"),
        ("Maîtrise ou Master en droit", "Maîtrise en droit, 2013", "shown"),
        ("Diplôme universitaire (Master au minimum) en droit", "Licence en droit, 2015", "not_shown"),
        ("BFEM au minimum", "Licence en droit, 2015", "shown"),
    ],
)
def test_a_degree(asked: str, line: str, expected: str) -> None:
    assert {match.state for match in held(asked, "Formation", line)} == {expected}


def test_the_part_on_studies_comes_before_a_title() -> None:
    found = held("Diplôme d'ingénieur exigé", "Ingénieur génie rural", "Formation", "Diplôme d'ingénieur, École du Lac")
    assert [quote.words for match in found for quote in match.evidence] == ["Diplôme d'ingénieur, École du Lac"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Permis B, C, D depuis 2008", {"B": "shown", "C": "shown"}),
        ("Titulaire des permis B et C", {"B": "shown", "C": "shown"}),
        ("Permis B en cours de validité", {"B": "shown", "C": "to_confirm"}),
        ("Permis : B", {"B": "shown", "C": "to_confirm"}),
        ("Permis moto (A)", {"B": "to_confirm", "C": "to_confirm"}),
        ("Sans permis de conduire", {"B": "not_shown", "C": "not_shown"}),
    ],
)
def test_a_licence_of_several_categories(line: str, expected: dict[str, str]) -> None:
    assert states("Permis de conduire B et C exigés", "Divers", line) == expected


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        ("Maîtrise d'Excel, SPSS ou Stata, KoboToolbox", "Excel, Stata, KoboToolbox", ["shown"]),
        ("Maîtrise d'Excel, SPSS ou Stata, KoboToolbox", "Excel, KoboToolbox", ["close"]),
        ("Maîtrise d'Excel et de Stata", "Excel", ["close"]),
        ("Maîtrise de KoboToolbox et d'Excel indispensable ; Power BI apprécié", "Word", ["not_shown", "not_shown"]),
    ],
)
def test_tools_of_which_one_will_do(asked: str, line: str, expected: list[str]) -> None:
    found = held(asked, "Informatique", line)
    assert [match.state for match in found] == expected
    assert found[0].requirement.modality == "required"


@pytest.mark.parametrize(
    ("asked", "lines", "expected"),
    [
        ("Parler couramment le wolof ou le peul", ["Peul : langue maternelle"], {"ff": "shown"}),
        ("Parler couramment le wolof et le peul", ["Peul : langue maternelle"], {"wo": "not_shown", "ff": "shown"}),
        ("Français et bambara exigés", ["الفرنسية : متقدم"], {"fr": "shown", "bm": "not_shown"}),
    ],
)
def test_languages_of_which_one_will_do(asked: str, lines: list[str], expected: dict[str, str]) -> None:
    assert states(asked, "Langues", *lines) == expected


def test_a_cv_in_arabic_is_not_written_in_french() -> None:
    arabic = cv_of("مريم بن علي\nالتكوين\n2021 – 2024 إجازة في الجغرافيا، جامعة صفاقس\nاللغات\nالعربية : اللغة الأم\n")
    [match] = matches(requirements_of(case("Français courant exigé")), arabic, Judge("fr", "fr", TODAY))
    assert match.state == "not_shown"


def test_which_language_is_missing_is_said_in_the_words_of_the_posting() -> None:
    outline = outline_of(
        case("Pulaar courant et français obligatoires"), cv("Langues", "Français courant"), None, TODAY
    )
    gaps = [point.text for part in outline.parts if part.key == "gaps" for point in part.points]
    assert gaps[0].endswith("(Pulaar)")
    assert outline.dropped == ()


@pytest.mark.parametrize(
    "item",
    [
        "SALAIRE MENSUEL BRUT : trois cent dix mille francs CFA",
        "LIEU : Ziguinchor, avec liaisons hebdomadaires vers Kolda",
        "Voir le site www.exemple.org de l'association du lac",
        "Tolérance zéro envers le harcèlement et les abus de toute sorte",
        "La maîtrise du tableur de gestion n'est pas exigée",
    ],
)
def test_what_is_stated_of_the_job_asks_for_nothing(item: str) -> None:
    assert requirements_of(case(item)) == ()


@pytest.mark.parametrize(
    ("item", "language"),
    [
        ("Être de nationalité nigérienne ou résident du pays", "fr"),
        ("Avoir entre 22 et 40 ans au moment du recrutement", "fr"),
        ("Disponibilité pour des déplacements une fois par mois", "fr"),
        ("Applicants must have the right to work in the country", "en"),
        ("Ready for frequent travel across the three regions", "en"),
    ],
)
def test_a_condition_is_never_held_against_a_cv(item: str, language: Language) -> None:
    found = held(item, "Nationalité nigérienne, 34 ans", "Déplacements fréquents dans la région", language=language)
    assert [(match.requirement.kind, match.state, match.evidence) for match in found] == [
        ("condition", "to_confirm", ())
    ]


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Français, 34 ans, célibataire", "private"),
        ("Marocaine", "private"),
        ("Date de naissance : 3 mai 1990", "private"),
        ("Born on 3 May 1990 in Fez", "private"),
        ("Religion : musulmane", "private"),
        ("Religion: Christian", "private"),
        ("Mariée, deux enfants", "private"),
        ("Married, two children", "private"),
        ("Reconnaissance de la qualité de travailleur handicapé (RQTH)", "private"),
        ("Disability: hearing", "private"),
        ("Santé : bonne", "private"),
        ("Father of a family, 3 children", "private"),
        ("Photo d'identité jointe", "private"),
        ("Chargée de projet santé communautaire", ""),
        ("Health project officer, Lake Trust", ""),
        ("Gender and inclusion specialist", ""),
        ("Animatrice auprès d'enfants, centre social", ""),
        ("Interprète arabe – français – anglais, Rabat", ""),
        ("Comptable avec une solide expérience en ONG (11 ans)", ""),
        ("Congé parental de 2021 à 2023", "private"),
    ],
)
def test_what_is_private(line: str, aside: str) -> None:
    assert {each.aside for each in cv(line).lines if "adresse" not in cv(line).text[each.start : each.end]} >= {aside}
    assert [each.aside for each in cv(line).lines][-1] == aside


@pytest.mark.parametrize("name", ["JORDAN T. MILLER", "Fatima-Zahra Aït Baha", "مريم بن علي", "O'Neill Ciarán"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_read(name: str, form: Literal["NFC", "NFD"]) -> None:
    written = unicodedata.normalize(form, name)
    points = list(sender(cv_of(f"{written}\nUne adresse, une ville\nFormation\nMaster en droit, 2012\n"), "fr", "fr"))
    assert points[0].quotes[0].words == name


def test_years_that_are_only_told_are_quoted_to_be_confirmed() -> None:
    [match] = held("Cinq ans d'expérience exigés", "Expérience", "Ingénieur hydraulique, 8 ans en tout")
    assert (match.state, match.evidence[0].words) == ("to_confirm", "Ingénieur hydraulique, 8 ans en tout")


def test_a_ranking_puts_the_job_of_the_trade_first() -> None:
    accountant = cv(
        "Expérience", "2015 – 2024 : comptable et responsable financier, Association du Lac", "Tenue sur Sage, paie",
        "Formation", "Maîtrise en comptabilité, 2014", "Langues", "Français : courant", "Informatique", "Excel, Sage",
    )  # fmt: skip
    whole = case(
        "Maîtrise en comptabilité", "Cinq ans d'expérience comme comptable", "Français courant", "Excel et Sage"
    )
    short = case("Français courant", "Formation en travail social ou équivalent")
    nothing = case("Bonne humeur")
    named = [Case(each.posting, each.facts, name) for each, name in ((nothing, "c"), (short, "b"), (whole, "a"))]
    assert [ranked.posting for ranked in fit_of(named, accountant, "fr", date(2026, 1, 15)).open] == ["a", "b", "c"]


def test_what_a_posting_demands_and_a_cv_lacks_is_a_gap_and_no_point() -> None:
    asked = case("Maîtrise de Redshift et de Scala exigée", "Expérience avérée en fauconnerie et en dressage d'oiseaux")
    outline = outline_of(asked, cv("Informatique", "Python, SQL"), None, TODAY)
    told = {part.key: " ".join(q.words for point in part.points for q in point.quotes) for part in outline.parts}
    made = [point for part in outline.parts if part.key == "points" for point in part.points if point.kind == "line"]
    assert "Redshift" in told["gaps"]
    assert "fauconnerie" in told["gaps"]
    assert made == []
