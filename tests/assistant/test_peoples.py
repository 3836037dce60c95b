"""Countries that a question names by their people: of an employer, and of those for whom a job is reserved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "ariana.txt": (
        "Agent d'état civil\n\nOrganisation : Commune de Borj Louzir\nLieu : Ariana, Tunisie\n\n"
        "Sélection\nÉpreuve écrite le 19 décembre 2026.\n"
    ),
    "huy.txt": (
        "Animatrice\n\nOrganisation : Maison des Jeunes\nLieu : Huy, Belgique\n\n"
        "Sélection\nÉpreuve écrite le 9 janvier 2027 à l'école communale.\n"
    ),
    "nouakchott.txt": (
        "Programme Officer\n\nOrganization: Coast Fund\nLocation: Nouakchott, Mauritania\n\n"
        "Profile\n- Nationals of Mauritania only\n- English\n"
    ),
    "dakar.txt": (
        "Logisticien\n\nOrganisation : Aide Sahel\nLieu : Dakar, Sénégal\n\nProfil\n- Nationalité sénégalaise\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When is the written exam of the Tunisian municipality?", "Épreuve écrite le 19 décembre 2026."),
        ("C'est quand l'épreuve écrite à la commune tunisienne ?", "Épreuve écrite le 19 décembre 2026."),
        ("quel jour a lieu l'examen écrit pour l'association belge ?", "Épreuve écrite le 9 janvier 2027"),
    ],
)
def test_an_employer_of_a_country(asked: Assistant, question: str, quote: str) -> None:
    assert quote in asked.ask(question).citations[0].quote


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Quels postes sont réservés aux Mauritaniens ?", ["nouakchott.txt"]),
        ("Which jobs are only for Mauritanians?", ["nouakchott.txt"]),
        ("Which jobs are reserved for Senegalese?", ["dakar.txt"]),
        ("Quels postes exigent la nationalité mauritanienne ?", ["nouakchott.txt"]),
        ("Which jobs require Mauritanian nationality?", ["nouakchott.txt"]),
        ("Lesquels ne sont ouverts qu'aux Marocains ?", []),
    ],
)
def test_for_whom_a_job_is_reserved(asked: Assistant, question: str, right: list[str]) -> None:
    answer = asked.ask(question)
    assert answer.kind == "set"
    assert [match.posting.rpartition("/")[2] for match in answer.matches] == right
