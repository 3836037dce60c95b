"""A job or a posting that is called by what others are asked for: « l'infirmier de nuit », « la mission de Kaédi »."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "nurse.txt": (
        "Infirmier de nuit\n\nFoyer Ar Mor\n\nLieu : Saint-Malo\n\nMissions :\n- Assurer les soins la nuit\n\n"
        "Profil :\n- Diplôme d'État d'infirmier\n"
    ),
    "books.txt": (
        "Mission de volontariat (VSI)\n\nAssociation Passerelles\n\nLieu : Kaédi\n\nMissions :\n"
        "- Former les instituteurs au prêt des livres\n\nDurée : 24 mois\n"
    ),
    "city.txt": (
        "Chargé de mission ville inclusive (H/F)\n\nMairie\n\nLieu : Massy\n\nMissions :\n"
        "- Suivre les projets de quartier\n"
    ),
    "film.txt": (
        "Location manager\n\nBlue Reel Films\n\nWorkplace: Cork\n\nDuties:\n- Find houses where scenes can be shot\n"
    ),
    "field.txt": (
        "Volontaire en agroécologie\n\nRéseau Terre\n\nLieu : Zinder\n\nMissions :\n- Suivre les champs-écoles\n"
        "\nSix places de volontaire sont ouvertes.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("Faut-il le permis B pour le poste d'infirmier de nuit à Saint-Malo ?", "not_stated", ""),
        ("L'infirmier de nuit, il faut le permis ?", "not_stated", ""),
        ("Faut-il le permis B pour être infirmier de nuit à Saint-Malo ?", "not_stated", ""),
        ("Faut-il le permis B pour travailler comme infirmier de nuit à Saint-Malo ?", "not_stated", ""),
        ("Must I have a driving licence to be the night nurse in Saint-Malo?", "not_stated", ""),
        ("Does the night nurse job in Saint-Malo need a driving licence?", "not_stated", ""),
        ("L'infirmier de Saint-Malo travaille-t-il de nuit ?", "fact", "nuit"),
        ("La mission VSI de Kaédi, c'est quoi la date limite ?", "not_stated", ""),
        ("Quelle est la durée de la mission à Kaédi ?", "fact", "24 mois"),
        ("How long is the mission in Kaédi?", "fact", "24 mois"),
        ("Quelle est la date limite pour le poste ville inclusive à Massy ?", "not_stated", ""),
        ("Chargé de mission ville inclusive : faut-il le permis ?", "not_stated", ""),
        ("Dans quelle ville est le poste ville inclusive ?", "fact", "Massy"),
        ("What's the deadline for the location manager job in Cork?", "not_stated", ""),
        ("What's the closing date for the volunteer places in agroecology in Zinder?", "not_stated", ""),
        ("Quelle est la date limite pour les places de volontaire à Zinder ?", "not_stated", ""),
    ],
)
def test_what_a_job_is_called_by_is_not_asked(asked: Assistant, question: str, kind: str, said: str) -> None:
    answer = asked.ask(question)
    assert not kind or answer.kind == kind, answer.text
    assert said in answer.text
    assert kind != "not_stated" or ("la nuit" not in answer.text and "instituteurs" not in answer.text)
