"""Lines and their list marks."""

from __future__ import annotations

import pytest

from assistant.lines import furniture, lines_of, strip_bullet


def test_lines_know_their_places() -> None:
    text = "  un \n\n\tdeux\n \n▪ trois"
    lines = lines_of(text)
    assert [line.text for line in lines] == ["un", "deux", "▪ trois"]
    assert all(text[line.start : line.end] == line.text == line.span.of(text) for line in lines)


@pytest.mark.parametrize(
    ("text", "bullet", "bare"),
    [
        ("- Python", "- ", "Python"),
        ("▪ Adhésion", "▪ ", "Adhésion"),
        ("•  Excel", "•  ", "Excel"),
        ("→ Les candidatures", "→ ", "Les candidatures"),
        ("1. Rédiger", "1. ", "1. Rédiger"),  # a number says which item it is
        ("12) Suivre", "12) ", "12) Suivre"),
        ("a) Suivre", "a) ", "Suivre"),
        ("-Python", "-", "Python"),
        ("-À l'écoute", "-", "À l'écoute"),
        ("•Anglais", "•", "Anglais"),
        ("*Maîtrise de SQL", "*", "Maîtrise de SQL"),
        ("*Maîtrise* de SQL", "", "*Maîtrise* de SQL"),
        ("**Maîtrise** de SQL", "", "**Maîtrise** de SQL"),
        ("-3 degrés", "", "-3 degrés"),
        ("chargé•e de projet", "", "chargé•e de projet"),
        ("2022 – 2024", "", "2022 – 2024"),
        ("", "", ""),
    ],
)
def test_list_marks(text: str, bullet: str, bare: str) -> None:
    assert [line.bullet for line in lines_of(text)] == ([bullet] if text else [])
    assert strip_bullet(text) == bare


@pytest.mark.parametrize(
    ("line", "is_header"),
    [
        ("Programme d'appui à la participation", True),
        ("PROGRAMME D'APPUI", True),
        ("Missions", False),  # short, and likely a heading
        ("- Suivre le budget du projet", False),
        ("Voici une phrase entière.", False),
        ("Les missions sont celles-ci :", False),
    ],
)
def test_page_headers(line: str, is_header: bool) -> None:
    text = "\nun\n".join([line, f"  {line} ", line.upper(), line])
    assert bool(furniture(lines_of(text))) == is_header
