"""Jobs that a tool tells from others, and what is said beside a tool."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "business.txt": "Business Developer Junior\n\nEmployeur : Stocko\nLieu : Lyon\n\nRémunération : 27 000 € par an\n",
    "net.txt": (
        "Développeur Sénior .NET (H/F)\n\nEmployeur : Lumina\nLieu : Paris\n\nProfil\n"
        "- 5 ans d'expérience en .NET\n- Maîtrise d'Angular\n\nRémunération : 50 000 € par an\n"
    ),
    "java.txt": "Développeur Java\n\nEmployeur : Datamed\nLieu : Neuilly\n\nRémunération : 45 000 € par an\n",
    "data.txt": (
        "Data scientist\n\nEmployeur : Contributa\nLieu : Metz\n\nProfil\n"
        "- Expérience solide en méthodes supervisées et non supervisées en Python\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What does the .NET developer job pay?", "50,000"),
        ("Combien gagne le développeur .NET ?", "50\u202f000"),
        ("How many years of experience does the .NET developer job ask for?", "5 years"),
        ("What does the Java developer job pay?", "45,000"),
        ("Combien gagne le développeur Java ?", "45\u202f000"),
        ("What does the business developer job pay?", "27,000"),
        ("Does the data scientist job require Python?", "Yes"),
        ("Le poste de data scientist exige-t-il Python ?", "Oui"),
        ("Faut-il connaître Angular pour le poste de développeur .NET ?", "Oui"),
    ],
)
def test_one_posting(question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert says in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs require .NET?", {"net": "required"}),
        ("Quelles offres exigent dotnet ?", {"net": "required"}),
        ("Which jobs require Python, and where is it just a plus?", {"data": "required"}),
        ("Quelles offres exigent Python ?", {"data": "required"}),
    ],
)
def test_sets(question: str, right: dict[str, str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {m.posting.removesuffix(".txt"): m.modality for m in answer.matches} == right, answer.text
