"""Whether a day is still in time for one's own application, and what is said of oneself before a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_over

TODAY = date(2026, 11, 30)
POSTINGS = {
    "psychologist.txt": (
        "Psychologue\n\nEmployeur : Amal du Sud\nLieu : Zarzis, Tunisie\n\nConditions\nPrise de poste : 1er février "
        "2027\n\nCandidature\nDossier sous pli fermé à déposer au siège.\nDate limite : 20 décembre 2026\n"
    ),
    "lawyer.txt": (
        "Juriste\n\nEmployeur : Escale du Port\nLieu : Marseille, France\n\nProfil\n- Un master en droit.\n- L'anglais "
        "est souhaité.\n- Débutants acceptés.\n\nCandidature\nCV par mail à emploi@escale.example.\n"
        "Date limite : 8 janvier 2027\n"
    ),
    "mediator.txt": (
        "Health mediator\n\nEmployer: Channel Fund\nLocation: Calais, France\n\nTo apply\nCome to the centre on a "
        "Wednesday. You don't have to bring a CV.\nClosing date: 18 November 2026\n"
    ),
    "school.txt": (
        "Systems teacher\n\nEmployer: Tern School\nLocation: Eupen, Belgium\n\nProfile\n- BTS in computing.\n- English "
        "is required.\n\nTo apply\nSend a CV to hr@tern.example.\nClosing date: 4 January 2027\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(POSTINGS, tmp_path_factory.mktemp("by_then"), TODAY) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Mon dossier pour Amal du Sud arriverait le 21 décembre, serait-il encore accepté ?", "Non"),
        ("Si j'envoie mon dossier à Amal du Sud le 21 décembre, c'est trop tard ?", "Oui"),
        ("Si j'envoie mon dossier à Amal du Sud le 19 décembre, c'est trop tard ?", "Non"),
        ("Would an application to Amal du Sud on 21 December be too late?", "Yes"),
        ("Would an application to Amal du Sud on 19 December be too late?", "No"),
        ("If my file reaches Amal du Sud on 21 December, will it be accepted?", "No"),
        ("If I apply to Amal du Sud on 19 December, am I in time?", "Yes"),
        ("Is the Amal du Sud job still open on 21 December?", "No"),
        ("Le poste d'Amal du Sud sera-t-il encore ouvert le 19 décembre ?", "Oui"),
        ("Do I have to bring a CV for the Channel Fund job?", "No"),
    ],
)
def test_of_one(asked: Assistant, question: str, begins: str) -> None:
    answer = asked.ask(question)
    assert answer.text.startswith(begins), answer.text
    assert ("Yes" if begins == "No" else "Oui") not in answer.text or begins in ("Yes", "Oui")


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("I don't have a computer: which jobs can I apply to on paper?", "psychologist"),
        ("I have no computer. Where can I apply on paper?", "psychologist"),
        ("Je n'ai pas d'ordinateur : pour quelles offres peut-on déposer un dossier papier ?", "psychologist"),
        ("Quelles candidatures sont à rendre au plus tard en décembre 2026 ?", "psychologist"),
        ("Which applications are due in January at the latest?", "lawyer school"),
        (
            "Je ne suis libre qu'à partir de février 2027. Quels postes commencent à partir de ce mois-là ?",
            "psychologist",
        ),
        ("I am free from February 2027. Which jobs start in that month?", "psychologist"),
        ("I have a law degree, which jobs ask for that?", "lawyer"),
        ("J'ai un BTS : quelles annonces citent ce diplôme ?", "school"),
        ("Je sors de l'école, quelles annonces acceptent des débutants ?", "lawyer"),
        ("Fresh out of school: who takes beginners?", "lawyer"),
        ("Combien d'annonces citent une langue souhaitée, sans l'exiger ?", "lawyer"),
        ("How many ads name a language as a plus without requiring it?", "lawyer"),
    ],
)
def test_of_all(asked: Assistant, question: str, right: str) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == set(right.split()), answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which postings have a closing date between today and Christmas 2026?", "psychologist"),
        ("Quelles offres ferment entre aujourd'hui et le 25 décembre ?", "psychologist"),
        ("Which jobs close between now and 10 January 2027?", "psychologist lawyer school"),
        ("D'aujourd'hui à Noël, quelles offres ferment ?", "psychologist"),
        ("How many of the postings print a closing date, passed or not?", "psychologist lawyer mediator school"),
        ("Combien d'annonces donnent une date limite, passée ou non ?", "psychologist lawyer mediator school"),
    ],
)
def test_from_today(asked: Assistant, question: str, right: str) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == set(right.split()), answer.text
