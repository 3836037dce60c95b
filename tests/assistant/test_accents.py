"""Accents that a PDF gives as signs of their own."""

from __future__ import annotations

import pytest

from assistant.accents import join_accents
from tests.support import gold_cases


def test_the_reported_case() -> None:
    (case,) = (case for case in gold_cases("pdf") if "´" in case["input"])
    assert join_accents(case["input"]) == "Chargé(e) de projet, date limite 10 août 2022, référence CP-3"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("franc¸ais, Fran¸cais", "français, Français"),
        ("na¨ıve d´ecembre Charg´e", "naïve décembre Chargé"),
        ("maˆıtrise, plan`ete, ´etude, Charg´ee", "maîtrise, planète, étude, Chargée"),
        ("e´tude re´fe´rence cre´e´e Charge´ de", "étude référence créée Chargé de"),  # behind the letters
        ("Charg´ e de projet", "Chargé de projet"),
        ("`a la fin, Charg´e", "à la fin, Chargé"),
        ("cr´e´ee, aoˆut", "créée, août"),
        ("Ren´e and Beyonc´e", "René and Beyoncé"),
        # A sign that is typed for an apostrophe stays, beside accents too.
        ("l´association d´enfants", "l´association d´enfants"),
        ("l´association Charg´ee d´enfants", "l´association Chargée d´enfants"),
        ("code `abc` et `un`", "code `abc` et `un`"),
        ("the posting´s text", "the posting´s text"),
        ("Chargé d’études", "Chargé d’études"),
    ],
)
def test_join_accents(broken: str, whole: str) -> None:
    assert join_accents(broken) == whole
