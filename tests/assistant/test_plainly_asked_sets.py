"""Sets that people ask for in plain words: two years as the minimum, one year said twice, jobs with an NGO."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TEXTS = {
    "data.txt": (
        "Analyste de données\nLieu : Lyon\n\nAxanta recherche un analyste de données.\n\n"
        "CDD de 12 mois.\n\nProfil : diplôme d'ingénieur, 2 ans d'expérience minimum.\n"
    ),
    "driver.txt": (
        "Chauffeur-mécanicien\nLieu : Goma\n\nL'association Terres Claires recrute un chauffeur-mécanicien.\n\n"
        "CDD de 6 mois.\n\nProfil : 3 ans d'expérience minimum, dont 1 an en ONG. Permis poids lourd exigé.\n"
    ),
    "trainee.txt": (
        "Apprentice gardener\nLocation: Leeds\n\nGreen Wells (a small charity) is looking for an apprentice.\n\n"
        "One-year contract. Apprenticeship. At least 1 year of experience.\nDegree: BA in horticulture.\n"
    ),
    "clerk.txt": (
        "Office clerk\nLocation: Leeds\n\nNorthbank Ltd is looking for a clerk for key accounts.\n\n"
        "Permanent contract. Master's degree required. Get involved with our foundation.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("plain")
    folder = made / "in"
    folder.mkdir()
    write_files(folder, TEXTS)
    with hash_store(made / "store") as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2027, 1, 4))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs set two years as the minimum experience?", "data"),
        ("Quelles offres fixent deux ans d'expérience comme minimum ?", "data"),
        ("I have two years behind me. Which jobs set two years as their minimum?", "data"),
        ("Which jobs ask for at least two years of experience?", "data driver"),
        ("Quelles offres se contentent d'une année d'expérience ?", "trainee"),
        ("Which jobs are happy with one year of experience?", "trainee"),
        ("Quels contrats durent un an (12 mois) ?", "data trainee"),
        ("Which contracts last 12 months (one year)?", "data trainee"),
        ("Which contracts last one year?", "data trainee"),
        ("Student here: are there any apprenticeships?", "trainee"),
        ("Étudiante ici : y a-t-il des contrats d'apprentissage ?", "trainee"),
        ("Which jobs need a master's or an engineering school degree?", "clerk data"),
        ("Quelles offres demandent un master ou une école d'ingénieurs ?", "clerk data"),
        ("Which jobs require a BA?", "trainee"),
        ("Quelles offres demandent un BSc ou un BA ?", "trainee"),
        ("Lesquelles de ces offres sont dans l'humanitaire ou la solidarité (ONG, associations) ?", "driver trainee"),
        ("Hello, which of these are with an NGO or a foundation?", "driver trainee"),
        ("Which of these are mechanic jobs?", "driver"),
        ("Lesquelles sont des postes de mécanicien ?", "driver"),
        ("J'ai le permis poids lourd. Il est demandé pour quel poste ?", "driver"),
        ("Which of these could I do in Leeds or elsewhere in England?", "clerk trainee"),
        ("Je voudrais partir travailler en Afrique. Quelles offres s'y trouvent ?", "driver"),
        ("Quelles offres proposent un CDD, y compris celles avec deux postes ?", "data driver trainee"),
        ("Which ads offer a fixed-term contract, including those with two positions?", "data driver trainee"),
        ("Quelles offres proposent un CDD, même celles avec plusieurs postes ?", "data driver trainee"),
    ],
)
def test_sets(question: str, right: str, assistant: Assistant) -> None:
    names = {posting.id: posting.name for posting in assistant.postings()}
    answer = assistant.ask(question)
    assert answer.kind == "set"
    found = sorted(names.get(match.posting, match.posting).removesuffix(".txt") for match in answer.matches)
    assert " ".join(found) == right


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the data analyst job at Axanta?", "Axanta"),
        ("Is the gardener job with Axanta?", "Green Wells"),
        ("Le poste de chauffeur est-il chez Terres Claires ?", "Terres Claires"),
        ("L'analyste de données, le poste est bien chez Axanta ?", "Axanta"),
        ("The clerk job in Leeds, is it with Northbank?", "Northbank"),
        ("slt c koi le métier dans l'annonce de Goma ?", "Chauffeur-mécanicien"),
        ("What is the occupation in the Goma ad?", "Chauffeur-mécanicien"),
    ],
)
def test_facts(question: str, said: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "fact"
    assert any(said in citation.quote for citation in answer.citations)
