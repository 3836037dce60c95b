"""Degrees in what a question names, by their level and by the trade that one has learnt; fields of work by examples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_over

TODAY = date(2026, 11, 30)
POSTINGS = {
    "nutrition.txt": (
        "Animateur nutrition\n\nEmployeur : Puits du Sahel\nLieu : Dakoro, Niger\n\nProfil\n"
        "- Diplôme d'État d'infirmier ou d'assistant social\n"
    ),
    "grants.txt": (
        "Grants Manager\n\nEmployer: Relief Compact\nLocation: Abeche, Chad\n\nProfile\n"
        "- University degree in accounting or finance (4 years)\n- A nursing home is next door to the office.\n"
    ),
    "wells.txt": (
        "Expert hydraulique\n\nEmployeur : Sources du Sud\nLieu : Kaédi, Mauritanie\n\nProfil\n"
        "- Master en hydraulique ou discipline voisine\n"
    ),
    "painter.txt": (
        "Carrossier-peintre\n\nEmployeur : Tôles de Narbonne\nLieu : Narbonne, France\n\nProfil\n"
        "- De formation C.A.P ou Bac Pro en carrosserie\n"
    ),
    "stock.txt": (
        "Préparateur de matériel\n\nEmployeur : Locaplus\nLieu : Périgueux, France\n\nProfil\n- CAP / BEP (optionnel)\n"
    ),
    "analyst.txt": (
        "Analytics Engineer\n\nEmployer: Entrepôt Bleu\nLocation: Paris, France\n\nProfile\n- Bac+5 in computing\n"
    ),
    "leader.txt": (
        "Chef d'équipe logistique\n\nEmployeur : Quai Neuf\nLieu : Cestas, France\n\nMissions\n- Suivre les stocks.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(POSTINGS, tmp_path_factory.mktemp("studies"), TODAY) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs ask for a nursing diploma?", "nutrition"),
        ("Quelles offres demandent un diplôme d'infirmier ?", "nutrition"),
        ("Je suis infirmière diplômée d'État, quelles offres demandent mon diplôme ?", "nutrition"),
        ("I am a nurse with a state diploma, who asks for my qualification?", "nutrition"),
        ("I have a degree in accounting. Which jobs want my degree?", "grants"),
        ("J'ai un master en hydraulique, quelles offres demandent mon diplôme ?", "wells"),
        ("How many jobs want a master's in hydraulics?", "wells"),
        ("J'ai un bac pro. Quelles annonces citent le bac pro parmi les diplômes demandés ?", "painter"),
        ("Which jobs ask for a bac pro?", "painter"),
        ("Which ads mention a CAP or BEP?", "painter stock"),
        ("Combien d'annonces parlent d'un CAP ?", "painter stock"),
        ("Quelles annonces exigent un CAP ?", "painter"),
        ("Which of these are data jobs, like data manager or data engineer?", "analyst"),
        ("Which data jobs, like data manager or data engineer, are in Paris?", "analyst"),
        ("Which data jobs, like data manager or data engineer, are in Kaédi?", ""),
        ("Quels postes dans la data, comme data manager, sont à Kaédi ?", ""),
        ("Je cherche un poste dans la data, par exemple data analyst.", "analyst"),
        ("How many of the postings are for a team leader?", "leader"),
        ("Combien de postes de chef d'équipe ?", "leader"),
    ],
)
def test_the_degree_that_is_meant(asked: Assistant, question: str, right: str) -> None:
    answer = asked.ask(question)
    found = {match.posting.removesuffix(".txt") for match in answer.matches if match.modality != "asset"}
    also = {match.posting.removesuffix(".txt") for match in answer.matches}
    merely = "mention" in question or "parlent" in question
    assert (also if merely else found) == set(right.split()), answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many ads mention a CAP or BEP?", "2 of 7 postings mention a CAP or BEP"),
        ("Combien d'annonces parlent d'un CAP ou d'un BEP ?", "2 offres sur 7 mentionnent un CAP ou BEP"),
    ],
)
def test_a_plus_is_a_mention_like_any_other(asked: Assistant, question: str, said: str) -> None:
    assert said in asked.ask(question).text
