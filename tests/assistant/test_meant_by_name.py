"""Words that only name a posting, or the postings of the answer before, and ask for nothing of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "java.txt": "Java developer\n\nOrganisation: Rivers\nLocation: Bristol, England\n\nProfile\nFluent English.\n",
    "rails.txt": (
        "Développeur Ruby on Rails (H/F)\n\nOrganisation : Cerise\nLieu : Paris, France\n\n"
        "Profil\nAnglais courant. Java serait un plus.\nSalaire : 42 000 € par an.\n"
    ),
    "inclusion.txt": (
        "Diversity & Inclusion Programme Manager\n\nOrganisation: Civic Works\nLocation: Leeds, England\n\n"
        "About the role\nYou will join our Talent team. You report to the Head of Talent.\n"
        "We are an equal opportunity employer.\n"
    ),
    "mutual.txt": (
        "Développeur AS400\n\nOrganisation : MUTUELLE D'ALSACE\nLieu : Colmar\n\nLe client : secteur de la santé.\n\n"
        "Candidature\nMerci d'envoyer un CV et une lettre de motivation.\n"
    ),
    "trainee.txt": (
        "Apprenti comptable\n\nOrganisation : Halte Verte\nLieu : Dakar, Sénégal\n\n"
        "Profil\nAnglais souhaité.\nAucun déplacement n'est prévu.\n"
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("named"), POSTINGS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "kind", "shown"),
    [
        # A tool in the name of a job is no condition.
        (("deadline for the Java job?",), "not_stated", set()),
        (("Quel est le salaire du poste Ruby on Rails ?",), "fact", {"rails"}),
        (("Which jobs want Java?",), "set", {"java", "rails"}),
        # Nor are the words of its name, or of the employer's.
        (("Who's the boss of the diversity and inclusion programme manager?",), "fact", {"inclusion"}),
        # What one joins, and what the employer does.
        (("Which team would the inclusion programme manager join?",), "fact", {"inclusion"}),
        (("Le client du poste AS400, il est dans quel domaine ?",), "fact", {"mutual"}),
        # All of a posting, whatever kind of contract its name makes it.
        (("Tell me about the apprentice accountant job in Dakar.",), "posting", {"trainee"}),
        (("Parle-moi du poste d'apprenti chez Halte Verte",), "posting", {"trainee"}),
        # « le poste de Dakar » is one, "are there jobs" asks of all.
        (("Est-ce qu'il y a des déplacements dans le poste de Dakar ?",), "fact", {"trainee"}),
        # No language of that name: « on crée » is a verb.
        (("y a-t-il un poste où on crée des jeux vidéo ?",), "outside", set()),
        # Of those, whatever place is named beside.
        (("Which jobs ask for English?", "Out of those, which are not in France?"), "set", {"java", "trainee"}),
        (("Quelles offres demandent l'anglais ?", "et là-dedans lesquelles sont au Sénégal ?"), "set", {"trainee"}),
    ],
)
def test_words_that_name_ask_for_nothing(store: Store, turns: tuple[str, ...], kind: str, shown: set[str]) -> None:
    found = ask_on(store, TODAY, *turns)
    assert (found[0], found[1]) == (kind, shown), found[2]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who's the boss of the diversity and inclusion programme manager?", "You report to the Head of Talent"),
        ("Which team would the inclusion programme manager join?", "You will join our Talent team"),
        ("Qu'est-ce qu'il faut envoyer à la mutuelle d'Alsace ?", "lettre de motivation"),
        ("Le client du poste AS400, il est dans quel domaine ?", "secteur de la santé"),
    ],
)
def test_what_is_asked_beside_a_name_is_told(store: Store, question: str, said: str) -> None:
    text = ask_on(store, TODAY, question)[2]
    assert said in text
    assert "equal opportunity" not in text


@pytest.mark.parametrize("question", ["Le poste d'auxiliaire de vie à Dakar, c'est un CDI ?", "Un job de vie rurale ?"])
def test_life_is_no_volunteering_abroad(store: Store, question: str) -> None:
    assert "volontariat" not in ask_on(store, TODAY, question)[2]
