"""« Quelles missions … » asks about postings where it says where or how long they are, and about tasks elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "nurse.txt": "Infirmière (H/F)\n\nSanté Loin\nLieu : Mopti (Mali)\nDurée : 12 mois\n\nMissions :\n- Soigner\n",
    "cook.txt": "Cuisinier (H/F)\n\nTable Ouverte\nLieu : Dakar (Sénégal)\nDurée : 3 mois\n\nMissions :\n- Cuisiner\n",
    "clerk.txt": "Clerk (m/f)\n\nOld Mill\nLocation: Bamako, Mali\nDuration: 6 months\n\nTasks:\n- Filing\n",
}

asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "kind", "names"),
    [
        ("Quelles missions durent un an ?", "set", "nurse"),
        ("Des missions de moins de cinq mois, t'en as ?", "set", "cook"),
        ("Combien de missions au Mali ?", "count", "clerk nurse"),
        ("Which missions last six months?", "set", "clerk"),
        ("Quelles missions au Tchad ?", "set", ""),
        ("Quelles missions sont au Tchad ou au Niger et durent un an ?", "set", ""),
    ],
)
def test_missions_are_postings(asked: Assistant, question: str, kind: str, names: str) -> None:
    answer = asked.ask(question)
    assert (answer.kind, matched(answer)) == (kind, names)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Quelles missions pour l'infirmière ?", "Soigner"),
        ("Quelles sont les missions du cuisinier ?", "Cuisiner"),
        ("Quelles missions demande-t-on au cuisinier ?", "Cuisiner"),
        ("Les missions en quelques mots pour l'infirmière ?", "Soigner"),
        ("Quelles missions au quotidien pour le poste de Dakar ?", "Cuisiner"),
    ],
)
def test_missions_are_tasks(asked: Assistant, question: str, quoted: str) -> None:
    assert quoted in asked.ask(question).text
