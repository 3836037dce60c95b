"""Questions about one posting, or two compared: which is meant by its name, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TODAY = date(2026, 11, 27)
POSTINGS = {
    "advocacy.txt": (
        "Chargé de plaidoyer\n\nOrganisation : Champs Unis\nLieu : Bruxelles\nCDI.\nDate limite : 4 janvier 2027\n\n"
        "Profil\n- Une bonne plume.\n- Il n'est pas nécessaire de disposer d'un permis de conduire.\n\n"
        "Conditions\n- Chèques-repas de 8 euros.\n- Cinq semaines de congés.\n- Un vélo de service.\n\n"
        "Ce poste relèvera de la coordinatrice. Le poste est classé B-04 dans le groupe des cadres.\n"
    ),
    "lead.txt": (
        "Tech Lead Data H/F\n\nNous cherchons quelqu'un pour nos projets.\n\n"
        "Profil\n- Au minimum 5 ans d'expérience.\n- Maîtrise de Kafka et de Terraform.\n"
    ),
    "factory.txt": (
        "Software Engineer\n\nOrganisation: Science Data Factory\nLocation: Lille\n\n"
        "Profile\n- At least 7 years of experience.\n- Python and PostgreSQL.\n\nApplication\nInterviews in June.\n"
    ),
    "hr.txt": "Assistant RHH/F (H/F)\n\nVous suivez les dossiers du personnel, sur 4 sites.\nContrat : intérim.\n",
    "water.txt": (
        "Responsable de projet eau\n\nOrganisation : Oasis Sud\nLieu : Médenine, Tunisie\n"
        "Date limite : 30 novembre 2026 à 17h\n\n"
        "Missions\nVous suivez la réhabilitation de 18 citernes pluviales et préparez les contrats des artisans.\n"
    ),
    "driver.txt": (
        "Chauffeur\n\nOrganisation : Oasis Sud\nLieu : Errachidia, Maroc\n\n"
        "Conditions\nSalaire : 4 800 DH net par mois.\nIndemnité de déplacement : 150 DH par jour de mission.\n"
    ),
    "post.txt": (
        "Facteur / Factrice (H/F)\n\nVous distribuez le courrier, en plein cœur de Villars-les-Dombes, "
        "pour une mission de 35 heures par semaine.\n"
    ),
    "product.txt": (
        "Gestionnaire de produit - Plateformes\n\nNotre organisation change les services.\n"
        "Ce rôle est un contrat à durée déterminée de deux ans.\n"
    ),
    "intern.txt": "Stage de communication\n\nOrganisation : Mer Vive\nLieu : Gabès\nApportez votre ordinateur.\n",
    "senior.txt": "Senior Product Manager\n\nYou will lead a product. The role is permanent.\n",
    "writer.txt": (
        "Technical Writer\n\nOrganisation: Plain Words\nLocation: Ottawa\n\n"
        "You will\n- interview technical experts and write documentation and case studies\n"
        "- translate documents into French\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


def ask(assistant: Assistant, *turns: str) -> tuple[set[str], str]:
    """The postings that the answer to the last turn cites, and its text."""
    answer = assistant.ask(turns[-1], [Turn("user", turn) for turn in turns[:-1]])
    return {citation.posting.removesuffix(".txt") for citation in answer.citations}, answer.text


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        # A town by its name in the other language.
        ("Do I need a driving licence for the job in Brussels?", "advocacy", "pas nécessaire de disposer"),
        ("le poste de Bruxelles, faut-il le permis ?", "advocacy", "pas nécessaire de disposer"),
        # A title that is whole is no part of another employer's name.
        ("How many years of experience does the Tech Lead Data job ask for?", "lead", "5 ans"),
        ("combien d'expérience pour le poste de tech lead data ?", "lead", "5 ans"),
        ("How much experience does Science Data Factory want?", "factory", "7 years"),
        # By words for the same thing, and misspelt.
        ("how manny hours a week for the mail carrier job", "post", "35 heures"),
        # What is asked is told, and nothing beside it.
        ("What's the closing date for the water project job in Medenine?", "water", "30 November 2026"),
        ("jusqua quelle heure je peux postuler pour le projet eau", "water", "17:00"),
        ("À qui est rattaché le chargé de plaidoyer ?", "advocacy", "relèvera de la coordinatrice"),
        ("Comment est classé le poste de chargé de plaidoyer ?", "advocacy", "classé B-04"),
        ("How many days of holiday does the advocacy officer get?", "advocacy", "Cinq semaines de congés"),
        ("Combien touche le chauffeur par jour de mission ?", "driver", "150 DH par jour"),
        ("How much does the driver get per day?", "driver", "150 DH par jour"),
        ("Combien de citernes sont concernées par le poste de Médenine ?", "water", "18 citernes"),
    ],
)
def test_the_one_that_is_meant(assistant: Assistant, question: str, name: str, words: str) -> None:
    cited, text = ask(assistant, question)
    assert cited == {name}
    assert words in text


@pytest.mark.parametrize(
    "question",
    [
        "Combien de jours de congé par an pour le chauffeur d'Errachidia ?",
        "how many days of annual leave for the driver",
        "Who does the driver report to?",
    ],
)
def test_where_the_posting_is_silent(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "not_stated"
    assert not answer.citations


@pytest.mark.parametrize(
    ("turns", "name", "words"),
    [
        (("Parle-moi du poste de Bruxelles", "Et quels sont les avantages ?"), "advocacy", "vélo de service"),
        (("Tell me about the job in Brussels", "and the benefits?"), "advocacy", "vélo de service"),
        (("Quelles offres sont en intérim ?", "Laquelle est à Villars-les-Dombes ?"), "post", "Villars-les-Dombes"),
    ],
)
def test_follow_ups(assistant: Assistant, turns: tuple[str, ...], name: str, words: str) -> None:
    cited, text = ask(assistant, *turns)
    assert cited == {name}
    assert words in text


@pytest.mark.parametrize(
    "question",
    [
        "Faut-il amener son ordinateur pour le stage chez Mer Vive ?",
        "Do I bring a laptop to the internship at Mer Vive?",
    ],
)
def test_what_names_only_the_kind_of_a_posting_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, [])
    assert answer.text.strip()


def test_tools_are_compared(assistant: Assistant) -> None:
    cited, text = ask(assistant, "Compare the tech lead data and the software engineer: tools and experience")
    assert cited == {"lead", "factory"}
    assert "Terraform" in text
    assert "PostgreSQL" in text
