"""Facts and sets in further ways of asking: which application closes first, open until filled, a message's start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, matched, write_files

POSTINGS = {
    "kayes.txt": (
        "Animateur de terrain\nLieu : Kayes\n\nL'association Sources Vives recrute un animateur de terrain.\n\n"
        "CDD d'un an. Salaire : 150 000 FCFA par mois.\n\nDébutants acceptés.\n\n"
        "Horaires : 2x8. CDD à temps plein.\n\nDossier (CV, lettre) à déposer au siège ou à envoyer par courrier : "
        "BP 214, Kayes.\n\nDate limite : 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Évaluation finale du projet PALME (Protection, Apprentissage, Laiterie et Métiers d'Eau)\nLieu : Mopti\n\n"
        "ONG Terres Claires. Un consultant avec 5 ans d'expérience exigés.\n\nDate limite : 7 décembre 2026\n"
    ),
    "stage.txt": (
        "Stage en communication\nLieu : Ségou\n\nIndemnité : 60 000 FCFA par mois.\n\nPour postuler, envoyez votre CV "
        "par WhatsApp au 76 00 00 00. Commencez votre message par les mots STAGE SEGOU.\n\n"
        "Candidatures ouvertes jusqu'à ce que le poste soit pourvu.\n"
    ),
    "sante.txt": (
        "Sage-femme\n\nSOINS DES DUNES\nONG de droit malien\n\nLieu : Gao\n\nDeux ans de pratique dans un CDS.\n\n"
        "Vos tâches\n- Former les accoucheuses aux urgences\n- Suivre les stocks\n- Mener l'audit des décès\n\n"
        "Date limite : 1er novembre 2026\n"
    ),
    "design.txt": (
        "Designer\n\nLe Centre du Design Social (CDS) recrute un designer.\n\nLieu : Bamako\n\n"
        "Vous recruterez et encadrerez une équipe de trois personnes.\n\nDate limite : 20 novembre 2026\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # several ways of saying that one can still apply
        (
            "À quelles annonces puis-je encore postuler, c'est-à-dire celles dont la date limite n'est pas passée ou "
            "qui restent ouvertes jusqu'à ce que le poste soit pourvu ?",
            "kayes mopti stage",
        ),
        ("Which ads are still open or accept applications until filled?", "kayes mopti stage"),
        ("Quelles offres dont la date limite n'est pas passée, ou ouvertes jusqu'à pourvoi ?", "kayes mopti stage"),
        ("Quelles annonces restent ouvertes jusqu'à ce que le poste soit pourvu ?", "stage"),
        ("Which ads have no deadline and stay open until filled?", "stage"),
        ("Quelles offres sont sans date limite, jusqu'à pourvoi ?", "stage"),
        # a contract that says which pay is meant
        ("Lesquelles annoncent le salaire (ou l'indemnité de stage) ?", "kayes stage"),
        ("Which ads state the salary or internship allowance?", "kayes stage"),
        ("What ads give the wage or the intern stipend?", "kayes stage"),
        ("Quels stages donnent une indemnité ?", "stage"),
        ("Which are paid internships?", "stage"),
        # what a project is about is no contract
        ("Which ads are internships or apprenticeships?", "stage"),
        ("Quelles annonces proposent un apprentissage ?", ""),
        # « un CDS » is no employer
        ("Quelles annonces viennent du CDS ?", "design"),
        ("Which ads are from the Centre du Design Social?", "design"),
    ],
)
def test_sets(question: str, right: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert matched(answer) == right, answer.text


@pytest.mark.parametrize(
    ("question", "posting", "said"),
    [
        ("Entre Kayes et Mopti, laquelle des deux candidatures se clôt en premier ?", "mopti", "7 décembre"),
        ("Which of the two applications ends sooner, Kayes or Mopti?", "mopti", "7 December"),
        ("Laquelle se clôture avant l'autre : Kayes ou Mopti ?", "mopti", "7 décembre"),
        ("Par quels mots commencer mon message WhatsApp pour le stage de Ségou ?", "stage", "STAGE SEGOU"),
        ("What words should my message start with for the internship in Ségou?", "stage", "STAGE SEGOU"),
        ("What do I write at the top of the message for the Ségou internship?", "stage", "STAGE SEGOU"),
        ("À quelle boîte postale envoyer ma candidature pour Kayes ?", "kayes", "BP 214"),
        ("What is the PO box for the job in Kayes?", "kayes", "BP 214"),
        ("Faut-il de l'expérience pour le poste de Kayes ?", "kayes", "Non, "),
        ("Do I need experience for the job in Kayes?", "kayes", "No, "),
        ("L'animateur de Kayes doit-il avoir de l'expérience ?", "kayes", "Non, "),
        ("Faut-il de l'expérience pour le poste de Mopti ?", "mopti", "5 ans"),
        ("Quelle équipe devrais-je monter à Bamako ?", "design", "équipe de trois"),
        ("Which team would I have to build in Bamako?", "design", "équipe de trois"),
        # what there is to do on the job that is asked for
        ("Quel poste consiste à former des accoucheuses, et quelles sont ses tâches ?", "sante", "Suivre les stocks"),
        ("Which job is about training accoucheuses, and what are its tasks?", "sante", "Suivre les stocks"),
    ],
)
def test_facts(question: str, posting: str, said: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert f"{posting}.txt" in {citation.posting for citation in answer.citations}, answer.text
    assert said in answer.text


@pytest.mark.parametrize("question", ["et les horaires ?", "and the hours?"])
def test_what_is_asked_for_without_a_verb(question: str, asked: Assistant) -> None:
    answer = asked.ask(question, (Turn("user", "Quel salaire pour l'animateur à Kayes ?"),))
    assert "2x8" in answer.text
