"""What no job is to ask for, in words of no field: postings that say so are found as well as silent ones."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "cook.txt": "Cuisinier (H/F)\n\nTable Ouverte\nLieu : Dakar (Sénégal)\n\nProfil\nLe judo n'est pas exigé.\n",
    "clerk.txt": "Clerk (m/f)\n\nOld Mill\nLocation: Dakar, Senegal\n\nProfile\nNo judo needed.\n",
    "store.txt": "Magasinier (H/F)\n\nLes Quais\nLieu : Mopti (Mali)\n\nProfil\nLe judo est exigé.\n",
    "guard.txt": (
        "Guard (m/f)\n\nThe Docks\nLocation: Leeds\n\nProfile\nNo judo needed in winter. In summer judo is required.\n"
    ),
    "nurse.txt": "Infirmière (H/F)\n\nSanté Loin\nLieu : Mopti (Mali)\n\nProfil\nBambara exigé.\n",
}

asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quels postes n'exigent pas de judo ?", "3 offres sur 5 ne demandent pas de « judo »"),
        ("Quelles offres ne demandent pas de judo ?", "3 offres sur 5 ne demandent pas de « judo »"),
        ("Which jobs need no judo?", "3 of 5 postings do not ask for “judo”"),
        ("Which jobs don't require judo?", "3 of 5 postings do not ask for “judo”"),
    ],
)
def test_who_says_that_it_is_not_needed_is_found_and_quoted(asked: Assistant, question: str, said: str) -> None:
    answer = asked.ask(question)
    assert matched(answer) == "clerk cook nurse"
    assert {citation.quote for citation in answer.citations} == {"Le judo n'est pas exigé.", "No judo needed."}
    assert said in answer.text


@pytest.mark.parametrize("question", ["Quels postes ne parlent pas de judo ?", "Which jobs do not mention judo?"])
def test_who_says_so_speaks_of_it(asked: Assistant, question: str) -> None:
    assert matched(asked.ask(question)) == "nurse"
