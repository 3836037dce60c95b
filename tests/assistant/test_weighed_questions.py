"""Questions on what a thing weighs, on no experience, on payment and on tasks, French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "sel.txt": (
        "Technicien de mesure (H/F)\n\nOrganisation : Les Salines\nLieu : Sète\nCDI\n\nProfil\n"
        "- Pratique de Zabbix exigée\n- Une année de travail au moins dans une association.\n\n"
        "Candidature\nEnvoyer un CV par WhatsApp seulement au +212 600 00 00 11.\n"
    ),
    "lin.txt": (
        "Aide tisserand (H/F)\n\nOrganisation : Le Métier\nLieu : Lille\nCDD de 6 mois\n\nProfil\n"
        "- Une expérience du tissage est bienvenue. Débutant·es accepté·es.\n- Zabbix serait un plus\n"
        "👉 Et l'espagnol ? Pas besoin de le parler.\n\nCandidature\nCV à rh@metier.example.\n"
    ),
    "duna.txt": (
        "Evaluation of a dune project\n\nOrganization: Blue Dunes\nLocation: Zarzis\n\nWho you are\n"
        "- Five years of experience in evaluation.\n\nMoney\nFees are paid in three parts: 20 % upon approval of the "
        "plan, 50 % with the draft and 30 % after the final report.\n\nHow to apply\n"
        "Send an offer to duna@blue.example.\n"
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
        ("Where is Zabbix required?", {"sel": "required", "lin": "asset"}),
        ("Où Zabbix est-il exigé ?", {"sel": "required", "lin": "asset"}),
        ("Which postings see Zabbix as required?", {"sel": "required", "lin": "asset"}),
        ("Quelles offres n'exigent aucune expérience professionnelle ?", {"lin": "asset"}),
        ("Which jobs need no experience?", {"lin": "asset"}),
    ],
)
def test_sets(question: str, right: dict[str, str], assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "set"
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("How and when is the consultant paid in Zarzis?", "20 % upon approval"),
        ("Quel est l'échéancier de paiement à Zarzis ?", "20 % upon approval"),
        ("Où faut-il envoyer son CV pour le poste de Sète ?", "par WhatsApp seulement au +212 600 00 00 11"),
        ("Where do candidates send their CV for the job in Sète?", "par WhatsApp seulement au +212 600 00 00 11"),
        ("Faut-il parler espagnol pour le poste de Lille ?", "Et l'espagnol ? Pas besoin de le parler."),
        ("Do I need Spanish for the job in Lille?", "Et l'espagnol ? Pas besoin de le parler."),
    ],
)
def test_facts(question: str, quoted: str, assistant: Assistant) -> None:
    assert any(quoted in citation.quote for citation in assistant.ask(question).citations)


@pytest.mark.parametrize(
    "question", ["Combien coûte la location d'un studio à Lille ?", "What does a flat cost in Sète?"]
)
def test_what_no_posting_is_about(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).abstained
