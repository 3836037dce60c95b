"""Dates and hours, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Language
from assistant.facts.dates import dates_in, hour_near


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("14 sept. 2026", "fr", ["2026-09-14"]),
        ("14 September 2026", "en", ["2026-09-14"]),
        ("September 14th, 2026", "en", ["2026-09-14"]),
        ("the 14th of September 2026", "en", ["2026-09-14"]),
        ("Deadline 10-Dec-26 (midnight New York)", "en", ["2026-12-10"]),
        ("le 10-déc-26 à minuit", "fr", ["2026-12-10"]),
        ("1er sept. 2025", "fr", ["2025-09-01"]),
        ("1 sept. 2025", "fr", ["2025-09-01"]),
        ("07/04/2024", "fr", ["2024-04-07"]),
        ("07/04/2024", "en", ["2024-04-07"]),
        ("07.04.24", "fr", ["2024-04-07"]),
        ("2024-04-07", "en", ["2024-04-07"]),
        ("03/25/2026", "en", ["2026-03-25"]),
        ("03/25/2026", "fr", [None]),
        ("31 février 2025", "fr", [None]),
        ("le mercredi 11 juin 2025", "fr", ["2025-06-11"]),
        ("Friday, 12 September 2025", "en", ["2025-09-12"]),
        ("du 3 au 15 mars 2025", "fr", ["2025-03-15"]),
        ("28 février", "fr", [None]),
        ("fin mars", "fr", [None]),
        ("end of March", "en", [None]),
        ("fin août/début septembre 2021", "fr", [None, None]),
        ("**25 décembre 2024**", "fr", ["2024-12-25"]),
        ("25 DÉCEMBRE 2024", "fr", ["2024-12-25"]),
        ("14 شتنبر 2026", "fr", ["2026-09-14"]),
        ("15 غشت 2025 و 3 جويلية 2025", "fr", ["2025-08-15", "2025-07-03"]),
        ("2026/12/06, 23:59", "fr", ["2026-12-06"]),
        ("2026.12.06", "en", ["2026-12-06"]),
        ("réf. 2026/5519", "fr", []),
        ("3 ans d'expérience", "fr", []),
        ("3 years of experience", "en", []),
        ("42/69/38 et 2x8", "fr", []),
    ],
)
def test_dates(text: str, language: Language, right: list[str | None]) -> None:
    assert [one.iso for one in dates_in(text, language)] == right


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("le 21 novembre 2022 à minuit", "fr", "24:00"),
        ("21 November 2022 at midnight", "en", "24:00"),
        ("le 16/01/2026 à 12h00", "fr", "12:00"),
        ("11 juin 2025 à 12h inclus", "fr", "12:00"),
        ("31/08/2026, 17h", "fr", "17:00"),
        ("12 September 2025, 23:59", "en", "23:59"),
        ("by 5 pm on 3 March 2026", "en", "17:00"),
        ("14 September 2026 at 11:59 pm", "en", "23:59"),
        ("le 3 mars 2026 à midi", "fr", "12:00"),
        ("le 3 mars 2026 à Rabat", "fr", ""),
    ],
)
def test_hours(text: str, language: Language, right: str) -> None:
    assert hour_near(text, dates_in(text, language)[0]) == right


def test_the_place_of_a_date_is_its_place_in_the_text() -> None:
    text = "Réponse avant le **14 sept. 2026**, merci"
    one = dates_in(text, "fr")[0]
    assert text[one.start : one.end] == "14 sept. 2026"
