"""A tool in the name of a job is asked for only where it is said again: « le développeur .NET doit-il … ? »."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "net.txt": (
        "Développeur .NET (H/F)\n\nOrganisation : Crédit des Dunes\nLieu : Agadir\n\nProfil\n"
        "- Trois ans de développement en .NET Core\n- Anglais exigé\n"
        "- Une expérience dans une banque est un plus, sans être obligatoire.\n"
    ),
    "python.txt": (
        "Python Developer\n\nOrganization: Lake Data Lab\nLocation: Kisumu\n\nRequirements\n"
        "- Two years of Python\n- Swahili is required\n- Experience in a hospital would be a plus.\n"
    ),
    "java.txt": "Java Developer\n\nOrganization: Tide Works\nLocation: Mombasa\n\nRequirements\n- French is required\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "posting", "begins", "quoted"),
    [
        (
            "Pour le développeur .NET, est-ce obligatoire d'avoir déjà travaillé dans une banque ?",
            "net",
            "Expérience",
            "banque",
        ),
        (
            "Pour le développeur .NET du Crédit des Dunes, combien d'années d'expérience ?",
            "net",
            "Expérience",
            "Trois ans",
        ),
        ("How many years does the Python developer at Lake Data Lab need?", "python", "Experience", "Two years"),
        ("Pour le développeur .NET, quelles langues faut-il ?", "net", "", "Anglais"),
        ("Which languages does the Python developer need?", "python", "", "Swahili"),
        ("For the Java developer job, is French mandatory?", "java", "Yes", "French"),
        ("Le développeur .NET doit-il connaître .NET ?", "net", "Oui", ".NET Core"),
        ("Does the Python developer job require Python?", "python", "Yes", "Python"),
    ],
)
def test_what_is_asked_of_it(question: str, posting: str, begins: str, quoted: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(begins), answer.text
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}, answer.text
    assert any(quoted in citation.quote for citation in answer.citations), answer.text
