"""Arabic by the name of a country, tongues by those of their neighbours, and work that is in a part of the world."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "abeche.txt": "Nurse Supervisor – Abéché, Chad\n\nProfile\n- Fluent French\n- Chadian Arabic is a real plus\n",
    "europe.txt": (
        "Fundraising Officer (part-time, home-based in Europe)\n\nBaobab Trust has helped village libraries in Senegal "
        "since 2011; twenty-three colleagues work in Dakar and Kolda.\n\nProfile\n- Excellent written English\n"
    ),
    "rabat.txt": "Animateur à Rabat (Maroc)\n\nProfil\n- Maîtrise de la darija exigée\n- Licence\n",
    "lille.txt": "Comptable\n\nLieu : 59 - Lille\n\nProfil\n- BTS\n",
    "nanterre.txt": "Analyste, AXA France\n\nEntreprise : AXA France\nLieu : 92 - Nanterre\n\nProfil\n- Anglais\n",
    "trappes.txt": "Technicien d'essais\n\nLieu : 78 - TRAPPES\n\nProfil\n- Bac+2\n",
    "villeneuve.txt": "Data analyst\n\nLieu : 92 - Villeneuve-la-Garenne\n\nProfil\n- SQL\n",
    "taza.txt": "Animatrice à Taza (Maroc)\n\nProfil\n- Arabe marocain exigé\n- Licence\n",
}

PARISIAN = ("nanterre", "trappes", "villeneuve")
FRENCH = (*PARISIAN, "lille")


DARIJA = dict.fromkeys(("rabat", "taza"), "required")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 27))


@pytest.mark.parametrize(
    ("question", "right", "said"),
    [
        # Chadian Arabic and Darija are Arabic
        ("Dans quels postes l'arabe est-il demandé ou apprécié ?", DARIJA | {"abeche": "asset"}, ""),
        ("Which jobs ask for Arabic?", DARIJA | {"abeche": "asset"}, ""),
        ("Combien de postes en Afrique ?", dict.fromkeys(("abeche", "rabat", "taza"), "stated"), "en Afrique"),
        ("Which jobs are in Morocco?", dict.fromkeys(("rabat", "taza"), "stated"), "in Morocco"),
        ("Quels postes sont au Maroc ?", dict.fromkeys(("rabat", "taza"), "stated"), "basées au Maroc"),
        # France and what lies in it is in Europe
        ("Which jobs are in Europe?", dict.fromkeys(("europe", *FRENCH), "stated"), "in Europe"),
        # a country's name within that of an area
        ("jobs in Île-de-France", dict.fromkeys(PARISIAN, "stated"), "in Île-de-France"),
        ("offres en ile de france", dict.fromkeys(PARISIAN, "stated"), "3 offres"),
        ("How many jobs are in the Paris region (Île-de-France)?", dict.fromkeys(PARISIAN, "stated"), "3 of 8"),
        ("offres dans les Hauts-de-France", {"lille": "stated"}, "dans les Hauts-de-France"),
        # a name of several words is said whole
        ("offres à Villeneuve-la-Garenne ou Trappes", dict.fromkeys(("villeneuve", "trappes"), "stated"),
         "à Villeneuve-la-Garenne / à Trappes"),
    ],
)  # fmt: skip
def test_what_is_named_more_widely(asked: Assistant, question: str, right: dict[str, str], said: str) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right
    assert said in answer.text


NEIGHBOURS = {
    "kolda.txt": "Animateur à Kolda\n\nProfil\n- Mandingue courant exigé\n",
    "brikama.txt": "Nurse in Brikama\n\nProfile\n- Fluent Mandinka required\n",
    "kankan.txt": "Infirmier à Kankan\n\nProfil\n- Le malinké serait un atout\n",
    "dakar.txt": "Comptable à Dakar\n\nProfil\n- Wolof exigé\n",
}


@pytest.mark.parametrize("question", [
    "Quels postes demandent ou apprécient le mandingue ?", "Which jobs ask for Mandinka or like it?",
    "Quels postes mentionnent le malinké ?", "Which jobs mention Mandingo?",
])  # fmt: skip
def test_names_of_neighbouring_tongues(tmp_path: Path, question: str) -> None:
    folder = write_files(tmp_path / "jobs", dict(NEIGHBOURS))
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        answer = Assistant(store, lambda: date(2026, 11, 27)).ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == {"kolda", "brikama", "kankan"}
