"""Many plain ways to ask for a field of one posting, and an employer whose name sounds like a topic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "aid.txt": (
        "Nordic Refugee Aid\n\nProtection Officer\n\nDuty station: Farchana\nContract: fixed term, 24 months\n"
        "Expected start: 18 January 2027\nWorking days: Monday to Thursday, mornings only\n\nProfile\n"
        "- At least three years of practice\n- A bachelor's degree in law\n- Fluent Arabic\n\n"
        "One or two trips a year to Abéché.\n\nHow to apply\nSend a CV and a writing sample to jobs@nra.example before "
        "10 December 2026. Questions are received until 2 December at info@nra.example.\n"
    ),
    "camp.txt": (
        "Logisticien\n\nEmployeur : Solidarité Oasis\nLieu : Mopti\n\nNous aidons les réfugiés et les déplacés.\n"
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
        # where
        ("Where is the Nordic Refugee Aid job?", "Farchana"),
        ("Où travaille le protection officer ?", "Farchana"),
        ("Where would I be posted as a protection officer?", "Farchana"),
        # for whom
        ("Le poste de protection officer à Farchana, c'est pour quelle boîte ?", "Nordic Refugee Aid"),
        ("Who would I be working for as a protection officer in Farchana?", "Nordic Refugee Aid"),
        # for how long, from when
        ("For what period does Nordic Refugee Aid take on its protection officer?", "24 months"),
        ("Pour quelle période Nordic Refugee Aid embauche-t-elle ?", "24 months"),
        ("Nordic Refugee Aid veut quelqu'un pour quand ?", "18 January 2027"),
        ("What is the earliest date the Farchana job could kick off?", "18 January 2027"),
        # on which days
        ("Which days would I be working as a protection officer?", "Monday to Thursday"),
        ("On travaille le matin ou l'après-midi chez Nordic Refugee Aid ?", "mornings only"),
        # what one has to bring
        ("How long must I have practised to go to Farchana?", "3 years"),
        ("Nombre d'années minimum pour le poste de Farchana ?", "3 ans"),
        ("What should I have studied for the job in Farchana?", "bachelor"),
        ("Je veux aller à Farchana, quel titre dois-je avoir ?", "bachelor"),
        ("What must I speak to work in Farchana?", "Arab"),
        ("Que faut-il parler pour travailler à Farchana ?", "rabe"),
        # what to send, whom to ask
        ("Qu'est-ce que je joins à mon mail pour Nordic Refugee Aid ?", "writing sample"),
        ("What should I attach for Nordic Refugee Aid?", "writing sample"),
        ("J'ai une question sur le poste de Farchana, je la pose à qui ?", "info@nra.example"),
        ("Where can I write for more information on the Farchana job?", "info@nra.example"),
        # trips
        ("Est-ce qu'on voyage beaucoup chez Nordic Refugee Aid ?", "One or two trips a year"),
        ("Would I have to travel for Nordic Refugee Aid?", "One or two trips a year"),
    ],
)
def test_of_one(question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert says in answer.text, answer.text
    assert {citation.posting for citation in answer.citations} == {"aid.txt"}


@pytest.mark.parametrize(
    "question",
    [
        "How many jobs does Nordic Refugee Aid have?",
        "Which jobs does Nordic Refugee Aid offer?",
        "Combien de postes a Nordic Refugee Aid ?",
        "Quelles sont les offres de Nordic Refugee Aid ?",
    ],
)
def test_an_employer_whose_name_sounds_like_a_topic(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {match.posting for match in answer.matches} == {"aid.txt"}, answer.text
