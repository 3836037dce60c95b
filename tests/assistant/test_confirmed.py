"""Whether a posting is for a job, by day or from a kind of employer; and what an agency or a budget leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "credit.txt": (
        "Agent(e) de crédit\n\nFONDATION RIF POUR LE MICRO-CREDIT\nLieu : Al Hoceima, Maroc\nAVIS N° 17/2026\n\n"
        "Mission\n- Visiter les clients à domicile.\n\nConditions\nCDI. Salaire net de départ 4 300 DH.\n"
        "Date limite : 20 janvier 2027\n"
    ),
    "audit.txt": (
        "Consultant(e) évaluation\n\nOrganisation : Réseau des Oasis\nLieu : Guelmim, Maroc\n\n"
        "Budget plafond : 95 000 DH TTC, déplacements compris.\n"
        "Profil\n- Licence en droit.\nDate limite : 7 janvier 2027\n"
    ),
    "driver.txt": (
        "Chauffeur\n\nOrganisation : Secours du Sud\nLieu : Kiffa, Mauritanie\n\n"
        "CDD de six mois, renouvellement selon financement.\n"
        "Salaire net : 18 500 MRU par mois, plus prime de déplacement.\nPermis B exigé.\nDate limite : 9 janvier 2027\n"
    ),
    "officer.txt": (
        "MEL Officer\n\nOrganization: Open Pages\nLocation: Azilal, Morocco\nJob ID 4471\n\n"
        "18-month fixed-term contract, extension depends on funding.\nApply by 4 January 2027\n"
    ),
    "waiter.txt": (
        "Serveur / Serveuse (H/F)\n\nNotre agence recherche pour un restaurant de Montbrison un(e) serveur(se).\n"
        "Envoyer votre CV par retour mail.\nPoste à pourvoir au plus vite.\nLieu : Montbrison, France\n"
    ),
    "draughts.txt": (
        "Dessinateur métallerie (H/F)\n\n"
        "Le cabinet de recrutement Cadres du Nord recherche pour son client un dessinateur.\n"
        "Horaires de journée du lundi au vendredi.\nCDI\nEntreprise : Cadres du Nord\nLieu : Fougères, France\n"
    ),
    "store.txt": (
        "Chef d'équipe logistique\n\nOrganisation : Entrepôts Verts\nLieu : Lens, France\n\nTravail en 2x8.\n"
        "Veiller au respect des marchandises confiées par notre client,\nsuivre les stocks.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("L'annonce d'Al Hoceima, c'est bien pour un agent de crédit ?", "fact", "Oui"),
        ("Is the job in Azilal for a MEL officer?", "fact", "Yes"),
        ("À Montbrison, c'est bien un poste de serveur ?", "fact", "Oui"),
        ("À Fougères, est-ce un poste de soudeur ?", "fact", "Dessinateur métallerie"),
        ("Is it for a driver, the job in Azilal?", "fact", "MEL Officer"),
        ("Qui est le client du dessinateur à Fougères ?", "not_stated", "Non précisé"),
        ("What is the name of the client for the job in Fougères?", "not_stated", "Not stated"),
        ("Quel cabinet recrute à Fougères ?", "fact", "Cadres du Nord"),
        ("Faut-il le permis de conduire pour le poste de Guelmim ?", "not_stated", "Non précisé"),
        ("Do I need a driving licence for the job in Guelmim?", "not_stated", "Not stated"),
        ("What's the job number of the MEL Officer position?", "fact", "4471"),
        ("Quel est le numéro de l'avis à Al Hoceima ?", "fact", "17/2026"),
        ("Les déplacements sont-ils payés en plus des 95 000 DH à Guelmim ?", "fact", "Non"),
        ("Are travel costs included in the 95,000 DH in Guelmim?", "fact", "Yes"),
        ("Les frais de déplacement sont-ils compris, à Guelmim ?", "fact", "Oui"),
        ("Les déplacements sont-ils payés en plus à Kiffa ?", "fact", "Oui"),
        ("Can the contract in Azilal be extended?", "fact", "Yes"),
        ("Le poste de Fougères est-il de jour ?", "fact", "Oui"),
    ],
)
def test_one_posting(asked: Assistant, question: str, kind: str, said: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == kind
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which of the jobs are with a microcredit organisation?", {"credit"}),
        ("Quels organismes de microcrédit recrutent ?", {"credit"}),
        ("Quelles offres passent par une agence d'emploi ou un cabinet de recrutement ?", {"waiter", "draughts"}),
        ("Which employers are recruitment agencies?", {"waiter", "draughts"}),
        ("Quelles fondations embauchent ?", {"credit"}),
        ("Which foundations are hiring?", {"credit"}),
        ("Quels postes sont en horaires de journée ?", {"draughts"}),
        ("Which jobs are daytime only?", {"draughts"}),
        ("Pour quelles offres on postule par mail ?", {"waiter"}),
        ("Which jobs can I apply to by e-mail?", {"waiter"}),
        ("Quels CDD peuvent être prolongés ?", {"driver", "officer"}),
        ("Which contracts can be renewed or extended?", {"driver", "officer"}),
        ("Which jobs involve visits at home?", {"credit"}),
        ("Quelles offres indiquent un salaire net ?", {"credit", "driver"}),
    ],
)
def test_sets(asked: Assistant, question: str, right: set[str]) -> None:
    assert {match.posting.removesuffix(".txt") for match in asked.ask(question).matches} == right
