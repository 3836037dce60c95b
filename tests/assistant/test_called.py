"""Postings that a question calls by a country, by a place in their text, or by the work that is done there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 29)
POSTINGS = {
    "bamako.txt": "Logisticien (H/F)\n\nOrganisation : Eau du Sahel\nLieu : Bamako, Mali\n"
    "Date limite : 4 janvier 2027\nProfil : le russe est exigé\n",
    "brussels.txt": "Team Leader\n\nOrganisation: Meridian Advisers\nLocation: Brussels\n"
    "Closing date: 15 January 2027\nYou lead twelve days of field work in Tunis. Pay: EUR 500 a day.\n"
    "Profile: fluent Russian is required\n",
    "home.txt": "Animateur d'atelier en maison de retraite (H/F)\n\nLieu : Lyon (69)\nSalaire : 1 900 € par mois\n"
    "Avantages\n- mutuelle\n- tickets restaurant\n",
    "leader.txt": "Data Steward Leader (H/F)\n\nLieu : Lille (59)\nSalaire : 3 500 € par mois\n",
    "canada.txt": "Agente de dotation\n\nLe gouvernement du Canada sert les Canadiens.\n"
    "Poste ouvert partout au Canada.\nProfil : le russe est exigé\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("called"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ("Quelle est la date limite pour le poste de Bruxelles ?", "Et pour celui du Mali ?", "4 janvier 2027"),
        ("What is the deadline for the Brussels job?", "And the Mali one?", "4 January 2027"),
        ("Quelle est la date limite pour le poste de Bruxelles ?", "Et le Mali ?", "4 janvier 2027"),
        ("What is the deadline for the Brussels job?", "What about Mali?", "4 January 2027"),
        ("Quelle est la date limite pour le poste de Bamako ?", "Et pour celui de Tunis ?", "15 janvier 2027"),
        ("What is the deadline for the Bamako job?", "And the one in Tunis?", "15 January 2027"),
        ("Parle-moi du poste d'animateur.", "Quels avantages offre-t-il ?", "tickets restaurant"),
        ("Parle-moi du poste d'animateur.", "Offre-t-il une mutuelle ?", "mutuelle"),
    ],
)
def test_what_goes_on_about_another_posting(store: Store, before: str, question: str, words: str) -> None:
    assert words in ask_on(store, TODAY, before, question)[2]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Where is the activity leader job in the retirement home?", "Lyon"),
        ("Où est le poste en maison de retraite ?", "Lyon"),
        ("What is the pay of the job with elderly people?", "1,900"),
        ("Quel est le salaire du poste auprès des personnes âgées ?", "1 900"),
        ("Where is the Data Steward Leader job?", "Lille"),
    ],
)
def test_a_job_is_called_by_its_work(store: Store, question: str, words: str) -> None:
    assert words in ask_on(store, TODAY, question)[2].replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    "question",
    ["Quels postes en dehors de la France exigent le russe ?", "Which jobs outside France require Russian?"],
)
def test_what_speaks_of_another_country_is_outside(store: Store, question: str) -> None:
    assert ask_on(store, TODAY, question)[1] == {"bamako", "brussels", "canada"}
