"""What is asked of an employer whom only the text of a posting names, and what words without a figure answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "vallee.txt": "Data engineer\n\nLe Groupe Pierre &amp; Vallée accueille des familles.\n\nVos missions :\n"
    "- Entretenir les flux\n\nPermis B exigé. Anglais et français exigés.\n",
    "dunois.txt": "Développeur web\n\nRejoignez l'équipe web du Crédit Dunois Île-de-France.\n\nVos missions :\n"
    "- Refondre le guichet\n\nFrançais exigé, anglais souhaité.\n",
    "issy.txt": "Architecte\n\nLieu : Issy-les-Moulineaux (Île-de-France)\n\nVos missions :\n- Dessiner les plans\n\n"
    "Français et anglais exigés.\n",
    "plonge.txt": "Plongeur\n\nLa vaisselle du soir.\n\nSMIC horaire.\n\n"
    "Planning : le lundi et le mardi de 17h à 21h.\n\nPower BI exigé.\n",
    "suivi.txt": "Chargé de suivi-évaluation\n\nLieu : Gao\n\nDocuments à envoyer : CV, attestations.\n\n"
    "Vous dormez à la base deux nuits.\n",
    "sage.txt": "Sage-femme\n\nLieu : Abéché\n\nChambre dans la maison de l'équipe. Date limite : 8 décembre 2026.\n",
    "mas.txt": "Commis de salle\n\nLe Mas d'Aristide, hôtel de douze chambres.\n\nVos missions :\n"
    "- Servir le soir\n\n"
    "Salaire : 1 900 € brut par mois.\n",
    "tunis.txt": "Grants Manager\n\nTunis, Berges du Lac. Two days a week from your flat.\n\n"
    "You coach groups of Gafsa and Kasserine, and of the whole interior.\n\nApply by 18 December 2026.\n",
    "lieu.txt": "Cuisinier\n\nLieu : Aubrac-les-Pins\n\nVos missions :\n- Cuisine du midi\n",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 29))


@pytest.mark.parametrize(
    ("question", "posting", "says"),
    [
        ("Que ferais-je chez Pierre & Vallée ?", "vallee", "Entretenir les flux"),
        ("What would I do at Pierre & Vallée?", "vallee", "Entretenir les flux"),
        # where nothing leads the name its posting says that it is an employer's
        ("Pierre & Vallée demande quelles langues ?", "vallee", "nglais"),
        ("Which languages does Pierre & Vallée ask for?", "vallee", "French"),
        ("Que fait Pierre & Vallée ?", "vallee", "Entretenir les flux"),
        ("Que ferais-je concrètement au Crédit Dunois Île-de-France ?", "dunois", "Refondre le guichet"),
        ("Que ferais-je chez Pierre & Vallée s'il vous plaît ?", "vallee", "Entretenir les flux"),
        ("Que ferait le cuisinier à Aubrac-les-Pins ?", "lieu", "Cuisine du midi"),
        ("Combien gagne le plongeur ?", "plonge", "SMIC horaire"),
        # an elided word within a name
        ("Combien gagne-t-on comme commis au Mas d'Aristide ?", "mas", "1 900"),
        ("Que fait-on au Mas d'Aristide ?", "mas", "Servir le soir"),
        ("What would I earn at Mas d'Aristide?", "mas", "1 900"),
        # a town that begins a line at the top
        ("What is the deadline for the job in Tunis?", "tunis", "18 December"),
        ("Date limite du poste à Tunis ?", "tunis", "18 décembre"),
        ("What does the dishwasher earn?", "plonge", "SMIC horaire"),
        ("What are the working hours of the dishwasher?", "plonge", "de 17h à 21h"),
    ],
)
def test_what_is_asked_of_one(question: str, posting: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}, answer.text
    assert says in answer.text
    assert not answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "Which jobs ask for experience with Power BI?",
        "Quels postes exigent une expérience avec Power BI ?",
        "Who wants somebody good at Power BI?",
    ],
)
def test_a_tool_is_no_employer(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {match.posting for match in answer.matches} == {"plonge.txt"}, answer.text
    assert "vient de" not in answer.text
    assert "is from" not in answer.text


def test_an_employer_whom_no_text_names_is_unknown(asked: Assistant) -> None:
    answer = asked.ask("Que ferais-je chez Paul & Colline ?")
    assert not answer.citations
    assert "Colline" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Quels postes exigent le français et l'anglais sans exiger le permis ?",
        "Which jobs require French and English but no driving licence?",
        "Je parle anglais et français. Quels postes exigent ces deux langues sans exiger le permis ?",
    ],
)
def test_a_plus_is_none_of_two_that_are_demanded(question: str, asked: Assistant) -> None:
    assert {match.posting for match in asked.ask(question).matches} == {"issy.txt"}


def test_what_is_compared_stands_behind_in(asked: Assistant) -> None:
    answer = asked.ask("Compare the cook and the dishwasher in diploma, experience and pay.")
    assert all(label in answer.text for label in ("Degree", "Experience", "Pay")), answer.text


@pytest.mark.parametrize(
    ("before", "question", "says"),
    [
        ("Parle-moi du poste de sage-femme.", "Est-ce qu'on a une chambre où dormir ?", "Chambre dans la maison"),
        ("Tell me about the midwife job.", "Do they give a room to sleep?", "Chambre dans la maison"),
        ("Parle-moi du poste de sage-femme.", "Et jusqu'à quand peut-on postuler ?", "8 décembre 2026"),
    ],
)
def test_a_further_question_stays_with_its_posting(before: str, question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question, (Turn("user", before),))
    assert {citation.posting for citation in answer.citations} == {"sage.txt"}, answer.text
    assert says in answer.text
