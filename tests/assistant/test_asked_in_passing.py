"""What a question names in passing: workplaces, jobs called by a topic, help, and what was before a wish."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "home.txt": (
        "Aide-soignant (H/F)\n\nRésidence Les Pins\nLieu : Carcassonne\nCDD\n\n"
        "Une maison de retraite de 40 lits.\n\nMissions :\n- Assurer les soins d'hygiène des personnes âgées\n\n"
        "Salaire de départ : 2 010 € brut par mois\n"
        "Pour postuler : dossier à déposer à la loge du gardien, rue Neuve.\n"
    ),
    "till.txt": (
        "Cashier (m/f)\n\nMarket Hall\nLocation: Ludlow\nPermanent, 20 hours a week\n\n"
        "Duties:\n- Handling cash and card payments\n- You help customers find what they need in the aisles\n\n"
        "Contract of 6 months in the first place, training funded by us.\n"
        "We do not accept CVs: please fill in the form.\n"
    ),
    "keys.txt": (
        "Housing support worker\n\nTrust of the Marches\nLocation: Oswestry\nFixed-term contract, full time\n\n"
        "About the role:\n- You will help tenants with their budget and sort out arrears\n\n"
        "Desirable: a qualification in housing\nRing Ann Lee, head of the team, on 01691 000 000.\n"
        "Working from home two days a week.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        # a workplace, and a job that a topic is called by, where something else is asked
        ("What would I be doing all day in the old people's home in Carcassonne?", "open", "soins d'hygiène"),
        ("Que ferais-je de mes journées à la maison de retraite de Carcassonne ?", "open", "soins d'hygiène"),
        ("How much does the cashier in Ludlow earn?", "not_stated", ""),
        ("Combien gagne la caissière de Ludlow ?", "not_stated", ""),
        ("Does the cashier in Ludlow handle cash?", "fact", "cash"),
        ("How does the housing support worker in Oswestry help the tenants?", "fact", "arrears"),
        ("How would the housing support worker deal with arrears?", "fact", "arrears"),
        # what one begins with; a length of time is no amount
        ("How much does the care assistant at the nursing home in Carcassonne start on?", "fact", "2 010"),
        ("L'aide-soignant à Carcassonne, il commence à combien ?", "fact", "2 010"),
        ("Le caissier à Ludlow, il touche combien par mois ?", "not_stated", ""),
        ("What is the monthly pay of the cashier in Ludlow?", "not_stated", ""),
        # where one hands in, whom one rings, what one sends
        ("Mon dossier pour Carcassonne, je le dépose où exactement ?", "fact", "loge du gardien"),
        ("Where exactly do I drop the file for the job in Carcassonne?", "fact", "loge du gardien"),
        ("Who can I ring with questions about the job in Oswestry?", "fact", "Ann Lee"),
        ("Qui puis-je appeler si j'ai une question sur le poste d'Oswestry ?", "fact", "Ann Lee"),
        ("Can I just send my CV for the job in Ludlow?", "fact", "No, "),
        ("Puis-je simplement envoyer mon CV pour le poste de Ludlow ?", "fact", "Non, "),
        ("Est-ce que je peux envoyer mon CV pour le poste de Ludlow ?", "fact", "Non, "),
        ("Can I send my CV for the job in Ludlow?", "fact", "No, "),
        # help is given on the job
        ("If I joined Market Hall, what help would customers get from me in the aisles?", "fact", "help customers"),
        ("What help do new people get?", "outside", ""),
        # days at home
        ("How many days a week can one work at home?", "set", "two days"),
        ("How many days a week can the support worker in Oswestry work from home?", "fact", "two days"),
        ("Combien de jours de télétravail pour le poste d'Oswestry ?", "fact", "two days"),
        ("How many days a week can I work from home as a housing manager in Oswestry?", "fact", "two days"),
        ("Combien de jours par semaine de télétravail comme manager à Oswestry ?", "fact", "two days"),
    ],
)
def test_what_is_asked_of_one_posting(asked: Assistant, question: str, kind: str, said: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == kind, answer.text
    assert said in answer.text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("After three years of short contracts I really want something permanent. Which of these jobs are?", {"till"}),
        ("Après des années d'intérim, je veux un CDI. Lesquelles en sont ?", {"till"}),
        ("I'm tired of working nights, I'd really like a part-time job. Which ones are?", {"till"}),
        ("J'en ai assez des CDI, j'aimerais un CDD. Lesquels le sont ?", {"home", "keys"}),
        ("I want a part-time job. Which ones are?", {"till"}),
        ("I spent ten years in an office and now I want to work from home. Which ones let me?", {"keys"}),
    ],
)
def test_a_wish_behind_what_was(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Which jobs require a qualification, no matter which, and where is it only a plus?",
        "Quelles annonces exigent un diplôme, peu importe lequel, et dans lesquelles ce n'est qu'un atout ?",
    ],
)
def test_whichever_it_is_stands_between_two_halves(asked: Assistant, question: str) -> None:
    found = {match.posting: match.modality for match in asked.ask(question).matches}
    assert found == {"keys.txt": "asset"}


def test_help_is_still_asked_of_the_program(asked: Assistant) -> None:
    assert asked.ask("Could you please help me with something today?").kind == "clarify"
