"""Arabic by the name of a country, and work that is in a part of the world."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "abeche.txt": "Nurse Supervisor – Abéché, Chad\n\nProfile\n- Fluent French\n- Chadian Arabic is a real plus\n",
    "europe.txt": (
        "Fundraising Officer (part-time, home-based in Europe)\n\nBaobab Trust has helped village libraries in Senegal "
        "since 2011; twenty-three colleagues work in Dakar and Kolda.\n\nProfile\n- Excellent written English\n"
    ),
    "rabat.txt": "Animateur à Rabat (Maroc)\n\nProfil\n- Maîtrise de la darija exigée\n- Licence\n",
    "taza.txt": "Animatrice à Taza (Maroc)\n\nProfil\n- Arabe marocain exigé\n- Licence\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 27))


@pytest.mark.parametrize(
    ("question", "right", "said"),
    [
        ("Dans quels postes l'arabe est-il demandé ou apprécié ?", {"abeche": "asset"}, ""),
        ("Which jobs ask for Arabic?", {"abeche": "asset"}, ""),
        ("Combien de postes en Afrique ?", dict.fromkeys(("abeche", "rabat", "taza"), "stated"), "en Afrique"),
        ("Which jobs are in Morocco?", dict.fromkeys(("rabat", "taza"), "stated"), "in Morocco"),
        ("Quels postes sont au Maroc ?", dict.fromkeys(("rabat", "taza"), "stated"), "basées au Maroc"),
        ("Which jobs are in Europe?", {"europe": "stated"}, "in Europe"),
    ],
)  # fmt: skip
def test_what_is_named_more_widely(asked: Assistant, question: str, right: dict[str, str], said: str) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right
    assert said in answer.text
