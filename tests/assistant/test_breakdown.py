"""How many postings there are of each town, contract and language."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "gao.txt": "Logisticien\n\nLieu : Gao, Mali\nContrat : CDI\n\nProfil\n- Français et songhay exigés.\n",
    "gao2.txt": "Chauffeur\n\nLieu : Gao, Mali\nContrat : CDD\n\nProfil\n- Français exigé, anglais souhaité.\n",
    "mopti.txt": "Field Officer\n\nLocation: Mopti, Mali\nPermanent contract\n\nRequirements\n- English required.\n",
    "silent.txt": "Gardien\n\nVous gardez le dépôt la nuit.\n",
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "How many jobs are there per town?",
            ["by place", "Gao: 2 postings", "Mopti: 1 posting", "1 posting"],
        ),
        (
            "Combien d'offres par ville ?",
            ["par lieu", "Gao : 2 offres", "Mopti : 1 offre", "1 offre ne"],
        ),
        ("Dans quelle ville y a-t-il le plus d'offres ?", ["Gao : 2 offres"]),
        ("Which town has the most jobs?", ["Gao: 2 postings"]),
        ("Combien d'annonces par type de contrat ?", ["CDI : 2 offres", "CDD : 1 offre"]),
        ("How many postings for each contract type?", ["a permanent contract (CDI): 2 postings"]),
        ("Which language is asked for most often?", ["French: 2 postings", "English: 1 posting", "Songhay: 1 posting"]),
        ("Quelle est la langue la plus demandée ?", ["le français : 2 offres", "l'anglais : 1 offre"]),
    ],
)
def test_of_each(question: str, said: list[str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert [part for part in said if part not in answer.text] == []
    assert answer.kind == "ranking"


@pytest.mark.parametrize(
    "question",
    [
        "Which job requires the most languages?",
        "Quels contrats durent plus d'un an ?",
        "Combien de CDI y a-t-il ?",
        "Quels postes sont payés par contrat ?",
        "How much do the jobs pay per town?",
    ],
)
def test_what_is_asked_of_postings(question: str, asked: Assistant) -> None:
    assert "by the number" not in asked.ask(question).text
    assert "par contrat :" not in asked.ask(question).text
    assert "by place" not in asked.ask(question).text
