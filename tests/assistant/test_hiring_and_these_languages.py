"""Kinds of employers in few words, "one of these languages", and what is of a country rather than its language."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "rabat.txt": (
        "Assistant·e visas et affaires consulaires\n\nAmbassade du Danemark à Rabat\nLieu : Rabat\n\n"
        "Anglais exigé, tamazight souhaité.\n\nDébut : 1er février 2027\nDate limite : 20 décembre 2026\n"
    ),
    "kolda.txt": (
        "Animateur\n\nOrganisation : ONG Kawral\nLieu : Kolda\n\nLe kabyle est exigé.\n\nDate limite : 3 janvier 2027\n"
    ),
    "amman.txt": (
        "Data Officer\n\nOrganization: UNICEF Jordan\nLocation: Amman\n\nSpanish is required, English is a plus.\n"
        "A university degree (bachelor's) is required.\n\nDeadline: 8 December 2026\n"
    ),
    "lyon.txt": "Cuisinier\n\nEntreprise : Bistrot Rhône\nLieu : Lyon\n\nFrançais exigé.\n\nCDI, 2 000 € par mois\n",
}

asked = assistant_fixture(POSTINGS, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # which kind of employer hires
        ("UN jobs", "amman"),
        ("any UN jobs?", "amman"),
        ("any NGO hiring?", "kolda"),
        ("Is there an NGO that is hiring?", "kolda"),
        ("Y a-t-il une ONG qui recrute ?", "kolda"),
        ("postes ONG", "kolda"),
        ("any embassy recruiting?", "rabat"),
        ("une ambassade recrute ?", "rabat"),
        ("embassy jobs", "rabat"),
        # languages told before
        ("Je parle kabyle et espagnol. Dans quelles annonces une de ces langues est demandée ?", "amman kolda"),
        ("I speak Kabyle and Spanish. Which ads ask for one of these languages?", "amman kolda"),
        (
            "Je parle berbère (kabyle, tamazight...). Où une de ces langues est-elle exigée ou appréciée ?",
            "kolda rabat",
        ),
        # a country but for its one town
        ("Which jobs are in Morocco but not in Rabat?", ""),
        ("Quelles offres au Maroc sauf à Rabat ?", ""),
        ("Which jobs are in Morocco but not in Amman?", "rabat"),
        # what one lacks
        ("I left school at 15, what's left for me?", "kolda lyon rabat"),
        ("J'ai quitté l'école à 16 ans, quelles offres pour moi ?", "kolda lyon rabat"),
        ("I don't speak Spanish, which jobs are left?", "kolda lyon rabat"),
        # demanded, or at least wished for
        ("Where is English asked for, or at least welcome?", "amman rabat"),
        ("Où l'anglais est-il demandé, ou au moins apprécié ?", "amman rabat"),
        # two names of one degree
        ("For which jobs must I hold a university degree, bachelor's/licence level or higher?", "amman"),
    ],
)
def test_sets(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


@pytest.mark.parametrize(
    "question",
    [
        "When would I start as visa assistant at the Danish embassy in Rabat?",
        "Quand commencerait l'assistant visas à l'ambassade du Danemark à Rabat ?",
    ],
)
def test_a_job_with_visas_is_no_question_about_visas(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert (answer.kind, [citation.posting for citation in answer.citations]) == ("fact", ["rabat.txt"])
    assert "2027" in answer.text
