"""Degrees as named, with their modality."""

from __future__ import annotations

import pytest

from assistant.facts import degree
from assistant.reading import posting_of


def read(text: str) -> list[tuple[str, str]]:
    return [(str(f.value), f.modality) for f in degree.facts(posting_of("cases", "case", text))]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Master en sciences politiques", [("Master", "required")]),
        ("Master's degree in political science", [("Master's degree", "required")]),
        ("Bachelor’s degree required, Master’s degree preferred",
         [("Bachelor’s degree", "required"), ("Master’s degree", "asset")]),
        ("Licence requise, master souhaité.", [("Licence", "required"), ("master", "asset")]),
        ("Diplôme universitaire de niveau Master en sciences sociales",
         [("Diplôme universitaire de niveau Master", "required")]),
        ("- Master BAC+5 en sciences sociales", [("Master BAC+5", "required")]),
        ("Bac +3 à Bac +5 (Informatique)", [("Bac +3 à Bac +5", "required")]),
        ("Formation supérieure en droit", [("Formation supérieure", "required")]),
        ("Titulaire d'un CAP ou d'un BEP en cuisine", [("CAP", "required"), ("BEP", "required")]),
        ("BTS électrotechnique apprécié", [("BTS", "asset")]),
        ("A university degree is an asset.", [("university degree", "asset")]),
        ("Bac+5 (Master, école d'ingénieur)",
         [("Bac+5", "required"), ("Master", "required"), ("école d'ingénieur", "required")]),
        ("CAP, BEP ou BTS souhaités", [("CAP", "asset"), ("BEP", "asset"), ("BTS", "asset")]),
        ("Acteur de l'enseignement supérieur, il gère les licences de ses clubs", []),
        ("Diplômé(e) d'État en assistance sociale", [("Diplômé(e) d'État", "required")]),
        ("Diplôme en commerce, administration", [("Diplôme en commerce", "required")]),
        ("Diplôme Educateur Spécialisé souhaité", [("Diplôme Educateur Spécialisé", "asset")]),
        ("Category B licence required", []),
        ("PhD in physics", [("PhD", "required")]),
        ("Vous avez le cap de la rigueur", []),
        ("Scrum Master confirmé", []),
        ("Product Owner Master Data", []),
        ("A clean driving licence", []),
        ("Gestion des licences logicielles", []),
        ("Motivation et rigueur", []),
    ],
)  # fmt: skip
def test_degrees(text: str, right: list[tuple[str, str]]) -> None:
    assert read(text) == right
