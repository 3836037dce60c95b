"""Tools that questions ask for by name: which postings demand them, and which only wish for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from assistant.topics import is_tool, topics
from tests.support import hash_store

TEXTS = {
    "analyst": (
        "Data analyst\n\nOrganisation: Puits Bleus\n\nProfile\n- SQL and Python are essential\n"
        "- Knowledge of Databricks is an asset\n- You react quickly\n"
    ),
    "dev": (
        "Développeur (H/F)\n\nEntreprise : ATELIER NORD\n\nVos missions\nVous développez des outils en Python.\n\n"
        "Environnement technique\nPython, SQL, Docker, PowerBI\n"
        "Des notions de C/C++ sont un plus.\n"
    ),
    "driver": "Chauffeur (H/F)\n\nEntreprise : TRANSPORTS DU LAC\n\nProfil\n- Permis C exigé\n",
    "codeur": "Développeur C# (H/F)\n\nEntreprise : ATELIER SUD\n\nProfil\n- C# exigé\n",
    "suivi": (
        "Chargé de suivi-évaluation (H/F)\n\nEntreprise : Amis du Dadès\n\nProfil\n"
        "Maîtrise de KoboToolbox indispensable. La connaissance de QGIS serait un plus.\n"
    ),
    "meal": "MEAL officer\n\nOrganisation: Cedar Aid\n\nRequirements\n- Kobo is desirable\n- Power BI\n",
    "sage": "Sage-femme (H/F)\n\nEntreprise : CLINIQUE DU LAC\n\nVous suivez les grossesses. Tableau de garde.\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("tools")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store)


SETS: list[tuple[str, dict[str, str]]] = [
    ("Which ones want somebody who codes in Python?", {"analyst": "required", "dev": "required"}),
    ("Which of these jobs want me to be able to code in Python?", {"analyst": "required", "dev": "required"}),
    ("Quels postes demandent de savoir coder en Python ?", {"analyst": "required", "dev": "required"}),
    ("ou est ce qu'on demande de connaitre powerbi", {"dev": "required", "meal": "required"}),
    ("Where am I expected to know Power BI?", {"dev": "required", "meal": "required"}),
    (
        "le sql cest obligatoire dans quelles annonces et ou cest juste un plus",
        {"analyst": "required", "dev": "required"},
    ),
    ("databricks - where is it only a nice to have", {"analyst": "asset"}),
    ("kobotoolbox cest obligatoire ou et ou cest juste un plus", {"suivi": "required", "meal": "asset"}),
    ("Where is Kobo a must and where just a bonus?", {"suivi": "required", "meal": "asset"}),
    ("Dans quelles offres QGIS est-il un atout ?", {"suivi": "asset"}),
    ("Which jobs need Python and SQL?", {"analyst": "required", "dev": "required"}),
    ("Which jobs need SPSS?", {}),
    ("Which jobs mention C++?", {"dev": "asset"}),
    ("Quels postes demandent C# ?", {"codeur": "required"}),
    ("Which jobs use React Native?", {}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_which_postings_want_a_tool(asked: Assistant, question: str, right: dict[str, str]) -> None:
    found = asked.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in found.matches} == right


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Does the data analyst need Python?", "SQL and Python are essential"),
        ("Faut-il connaître Kobo pour le poste de suivi-évaluation ?", "Maîtrise de KoboToolbox indispensable"),
        ("Is Databricks required for the data analyst job?", "Knowledge of Databricks is an asset"),
    ],
)
def test_one_posting_and_a_tool(asked: Assistant, question: str, quoted: str) -> None:
    assert any(quoted in citation.quote for citation in asked.ask(question).citations)


def test_a_tool_has_a_name_of_its_own() -> None:
    names = [phrase for key, topic in topics().items() if is_tool(key) for phrase in topic["words"]]
    assert len(names) == len(set(names)) > 80
