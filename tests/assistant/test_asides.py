"""Words beside what is asked narrow no set, the name of a job does; French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TEXTS = {
    "pilot.txt": "Project Officer\nLocation: Beirut\n\nYou run a pilot study with children.\n\nEnglish required.\n",
    "nurse.txt": "Nurse\nLocation: Beirut\n\nRemote work is possible. An accountant helps.\n\nArabic required.\n",
    "compta.txt": "Comptable\nLieu : Rabat\n\nTélétravail possible. Anglais exigé.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("asides")
    folder = made / "in"
    folder.mkdir()
    write_files(folder, TEXTS)
    with hash_store(made / "store") as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2027, 1, 4))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # children stand in another posting than remote work
        ("I have small children, which jobs can be done from home?", ["compta.txt", "nurse.txt"]),
        ("J'ai des enfants, quelles offres permettent le télétravail ?", ["compta.txt", "nurse.txt"]),
        # a subject that is asked for does narrow
        ("Which jobs about children offer remote work?", []),
        # a job is what a posting is called, not who it works with
        ("Which accountant jobs are there?", ["compta.txt"]),
        ("Quels sont les postes de comptable ?", ["compta.txt"]),
        ("Any vacancy for an airline pilot in Beirut?", []),
    ],
)
def test_sets(question: str, right: list[str], assistant: Assistant) -> None:
    names = {posting.id: posting.name for posting in assistant.postings()}
    answer = assistant.ask(question)
    assert answer.kind == "set"
    assert sorted(names.get(match.posting, match.posting) for match in answer.matches) == right
