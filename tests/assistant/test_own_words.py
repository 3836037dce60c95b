"""What people ask for in words of their own: days off, hours, days of interviews, experience of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "cook.txt": (
        "Cuisinière\n\nOrganisation : Maison des Filles\nLieu : Taliouine\nCDI à temps plein.\n"
        "Date limite : 4 décembre 2026\n\n"
        "Missions\n- Diriger les deux aides de cuisine.\n\n"
        "Profil\n- Expérience en cuisine de groupe souhaitée, pas obligatoire.\n- Avoir 25 à 50 ans.\n\n"
        "Conditions\n- 6 jours sur 7, repos le dimanche.\n- Une chambre seule est donnée gratuitement.\n\n"
        "Sélection\nLes entretiens ont lieu les 14 et 15 décembre au siège.\n"
    ),
    "clerk.txt": (
        "Stock Clerk\n\nOrganization: MRH Evolution\nLocation: Lille\nClosing date: 20 November 2026\n\n"
        "Tasks\n- Train staff in the use of the tool.\n- Monitoring with Nagios.\n\n"
        "Profile\n- Experience in a warehouse is required.\n- At least 2 years in stock keeping.\n"
        "- Valid driving licence, category B.\n\n"
        "Hours\n7:00 to 15:00, Monday to Thursday.\n\nSelection\nYou will first have a phone interview.\n"
    ),
    "nurse.txt": (
        "Infirmier / Infirmière\n\nNotre agence recrute pour son client, une clinique.\nLieu : Azilal\n"
        "Date limite : 10 janvier 2027\n\n"
        "Profil\n- Darija courante exigée.\n- Expérience : 5 ans au moins.\n- Aucun permis n'est exigé.\n"
        "- Toutes nationalités, sauf suisse.\n"
    ),
    "intern.txt": (
        "Stage en communication\n\nOrganisation : Rives\nLieu : Tata\nStage de 6 mois, du 4 janvier au 30 juin 2027.\n"
        "Les étudiants ne seront pas retenus. Les retraités sont les bienvenus.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs want people with experience?", {"clerk": "required", "nurse": "required", "cook": "asset"}),
        ("dans quels postes l'expérience est-elle un simple atout ?", {"cook": "asset"}),
        ("Who insists on a driving licence and who would just like it?", {"clerk": "required"}),
        ("un poste de facteur à Tanger ?", {}),
        ("I have two years of experience. Which postings ask for more years than that?", {"nurse": "required"}),
        ("Which jobs require Arabic?", {"nurse": "required"}),
        ("je n'ai aucun permis : quels postes me sont fermés ?", {"clerk": "required"}),
        ("Which of these were already closed on 28 November 2026?", {"clerk": "stated"}),
        ("Nous sommes le 28 novembre 2026 : lesquels sont encore ouverts ?", {"cook": "stated", "nurse": "stated"}),
        ("In which jobs would I have to train other people?", {"clerk": "stated"}),
        ("Quelles annonces recrutent pour le compte d'un client ?", {"nurse": "stated"}),
        ("Which ads say that retired people are welcome?", {"intern": "stated"}),
        ("For which jobs can I be too old?", {"cook": "stated"}),
        ("Quelles offres posent une condition de nationalité ?", {"nurse": "required"}),
        ("In which jobs would I supervise staff?", {"cook": "stated"}),
        ("Dans quelles offres le recrutement commence par un échange au téléphone ?", {"clerk": "stated"}),
    ],
)
def test_sets(assistant: Assistant, question: str, right: dict[str, str]) -> None:
    answer = assistant.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("What's the cook's day off in Taliouine?",), "repos le dimanche"),
        (("On travaille quels jours chez MRH Evolution ?",), "Monday to Thursday"),
        (("At what time does the day begin and end at MRH Evolution?",), "7:00 to 15:00"),
        (("Quand ont lieu les entretiens à Taliouine ?",), "14 décembre 2026, 15 décembre 2026"),
        (("When are the interviews in Taliouine?",), "14 December 2026, 15 December 2026"),
        (("Quand commence le stage de Tata ?",), "4 janvier 2027"),
        (("Taliouine, expérience obligatoire ?",), "Non, c'est seulement un atout"),
        (("Can a student apply in Tata?",), "ne seront pas retenus"),
        (("Y a-t-il un poste chez Médecins du bout ?",), "ne mentionne « Médecins bout »"),
        (("Compare the jobs in Taliouine and Lille: deadline, town.",), "**Place**"),
        (("Which jobs are open?", "and which one asks for no licence?"), "Infirmier"),
        (("Which languages does the cook need?", "Et pour l'infirmier ?"), "Darija courante"),
        (("Quand commence le poste de Taliouine ?", "et celui de Tata ?"), "4 janvier 2027"),
    ],
)
def test_of_one(assistant: Assistant, turns: tuple[str, ...], words: str) -> None:
    answer = assistant.ask(turns[-1], [Turn("user", turn) for turn in turns[:-1]])
    assert words in answer.text


def test_an_employers_name_asks_for_nothing(assistant: Assistant) -> None:
    assert "career" not in assistant.ask("MRH Evolution: how many hours?").text
    assert "7:00 to 15:00" in assistant.ask("At what time do I begin at MRH Evolution?").text


def test_one_posting_is_no_set_of_one(assistant: Assistant) -> None:
    turns = [Turn("user", "Which of these jobs are internships?")]
    assert assistant.ask("which of them are still open?", turns).text.startswith("No posting is still open (1 checked)")
