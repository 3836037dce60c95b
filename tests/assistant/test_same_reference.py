"""Two postings with one reference stay two, and whoever asks about the reference hears of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "a.txt": "Association Terres recrute un Coordinateur\n\nLieu : Ouarzazate\nRéférence : TC-2026-04\n\nMissions\n"
    "- Coordonner le projet avec les communes.\n\nCandidature\nAvant le 3 mai 2026.\n",
    "b.txt": "Association Terres recrute un Comptable\n\nLieu : Zagora\nRéférence : TC-2026-04\n\nMissions\n"
    "- Tenir la comptabilité générale.\n\nCandidature\nAvant le 9 juin 2026.\n",
    "c.txt": "Lake Trust is looking for a Nurse\n\nLocation: Irbid\nReference: LT-2026-9\n\nDeadline: 3 July 2026\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("references")
    with hash_store(made / "store") as store:
        index_folder(store, write_files(made / "jobs", POSTINGS))
        yield Assistant(store, lambda: date(2026, 1, 15))


@pytest.mark.parametrize(
    ("question", "postings"),
    [
        ("Quelle offre a la référence TC-2026-04 ?", {"a.txt", "b.txt"}),
        ("Which posting has the reference TC-2026-04?", {"a.txt", "b.txt"}),
        ("Quel est le poste TC-2026-04 ?", {"a.txt", "b.txt"}),
        ("Tell me about tc-2026-04", {"a.txt", "b.txt"}),
        ("Quelle est la date limite de la référence TC-2026-04 ?", {"a.txt", "b.txt"}),
        ("What is the deadline of TC-2026-04?", {"a.txt", "b.txt"}),
        ("Tell me about LT-2026-9", {"c.txt"}),
        ("Quelle est la date limite de LT-2026-9 ?", {"c.txt"}),
        ("Tell me about TC-2026-041", set()),
    ],
)
def test_all_that_have_it_are_named(assistant: Assistant, question: str, postings: set[str]) -> None:
    answer = assistant.ask(question)
    assert {citation.posting for citation in answer.citations} == postings, answer.text


def test_they_are_no_versions_of_one(assistant: Assistant) -> None:
    assert dict(assistant.reposts()) == {}
    assert len(assistant.postings()) == 3
