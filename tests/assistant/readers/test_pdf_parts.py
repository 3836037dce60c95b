"""The parts of the reading of PDF files that work on words alone."""

from __future__ import annotations

import pytest

from assistant.readers.arabic import by_name, is_reversed, logical
from assistant.readers.furniture import without_furniture
from assistant.readers.hyphens import is_parted, together
from assistant.readers.layout import Line, text_of

KNOWN = frozenset({"socio-economique", "cofinancement"})


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("une expé-", "rience avérée", "une expérience avérée"),
        ("an excel-", "lent level", "an excellent level"),
        ("le porte-", "parole du projet", "le porte-parole du projet"),
        ("le savoir-", "faire local", "le savoir-faire local"),
        ("a full-", "time job", "a full-time job"),
        ("a community-", "based project", "a community-based project"),
        ("région Marrakech-", "Safi", "région Marrakech-Safi"),
        ("chargé-", "e de projet", "chargé-e de projet"),
        ("l'impact socio-", "économique du projet", "l'impact socio-économique du projet"),
        ("un co-", "financement", "un cofinancement"),
        ("une déve\u00ad", "loppement", "une développement"),
        ("à charlotte.mali@brulocalis.", "brussels avant", "à charlotte.mali@brulocalis.brussels avant"),
        ("sur https://ong.ma/offres/", "poste-12", "sur https://ong.ma/offres/poste-12"),
    ],
)
def test_words_that_a_line_end_parts_come_together(before: str, after: str, whole: str) -> None:
    assert is_parted(before, after)
    assert together(before, after, KNOWN) == whole


@pytest.mark.parametrize(
    ("before", "after"), [("un CDD -", "temps plein"), ("projet.", "Le poste"), ("2020-", "2024"), ("", "mot")]
)
def test_other_lines_are_not_parted_words(before: str, after: str) -> None:
    assert not is_parted(before, after)


def column(*texts: str, width: int = 60) -> list[Line]:
    """Lines of letters one unit wide, in a column of that width."""
    return [
        Line(text, 0, min(width, len(text)), 2.0 * number, 1.5, 0, 0.5, 0) for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Vous avez une expérience de trois ans dans la gestion de", "projets."],
         "Vous avez une expérience de trois ans dans la gestion de projets."),
        (["Date limite : 3 mai", "Lieu : Rabat"], "Date limite : 3 mai\nLieu : Rabat"),
        (["- Français courant", "- Anglais"], "- Français courant\n- Anglais"),
        (["ONG Horizon", "12 rue de la Paix, 75002 Paris", "France"],
         "ONG Horizon\n12 rue de la Paix, 75002 Paris\nFrance"),
        (["Il connaît le projet.", "les communes sont partenaires"],
         "Il connaît le projet.\nles communes sont partenaires"),
        (["•", "Anglais courant"], "- Anglais courant"),
        (["\uf0b7 Anglais courant"], "- Anglais courant"),
    ],
)  # fmt: skip
def test_lines_are_joined_only_where_that_is_sure(lines: list[str], text: str) -> None:
    assert text_of(column(*lines)) == text


def test_lines_without_words_make_no_text() -> None:
    assert text_of([]) == ""
    assert text_of(column("", " ")) == ""


def test_a_browsers_own_lines_about_a_printed_page_are_dropped() -> None:
    lines = [
        Line("11/26/26, 6:15 AM | Offre d'emploi", 0, 30, 1, 1, 0, 0.02, 0),
        Line("Chargé de projet", 0, 20, 5, 1, 0, 0.2, 0),
        Line("https://ong.ma/offres/12 | 1/1", 0, 30, 99, 1, 0, 0.98, 0),
    ]
    assert [line.text for line in without_furniture(lines, 1)] == ["Chargé de projet"]


def test_a_number_in_the_middle_of_a_page_is_no_page_number() -> None:
    lines = [Line("12", 0, 2, 50, 1, 0, 0.5, 0), Line("2", 0, 1, 98, 1, 0, 0.97, 0)]
    assert [line.text for line in without_furniture(lines, 1)] == ["12"]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("طابرلا يف 15/03/2024 لبق", "قبل 15/03/2024 في الرباط"),
        ("jobs@ong.ma ىلإ", "إلى jobs@ong.ma"),
        ("(CDD) دقع", "عقد (CDD)"),
    ],
)
def test_a_line_as_it_looks_becomes_a_line_as_it_is_read(seen: str, read: str) -> None:
    assert logical(seen, right_to_left=True) == read


def test_arabic_words_in_a_latin_line_are_turned_alone() -> None:
    assert logical("Langue : ةيبرعلا ou français", right_to_left=False) == "Langue : العربية ou français"


def test_letters_given_by_their_shape_get_their_names() -> None:
    assert by_name("ﻣﺪﻳﻨﺔ ﺍﻟﺮﺑﺎﻁ مـــن") == "مدينة الرباط من"


@pytest.mark.parametrize(
    ("text", "reversed_"),
    [
        ("تبحث الجمعية عن منسق في مدينة الرباط مع خبرة", False),
        ("ةربخ عم طابرلا ةنيدم يف قسنم نع ةيعمجلا ثحبت", True),
        ("الرباط", False),
        ("Chargé de projet", False),
    ],
)
def test_arabic_back_to_front_is_noticed(text: str, reversed_: bool) -> None:
    assert is_reversed(text) is reversed_
