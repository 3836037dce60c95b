"""Sets that are asked for by a feast, a firm, a region around a town, or a contract: French and English alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.typed import written_out
from assistant.assistant import Assistant
from assistant.domain import Language
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "droit.txt": (
        "Juriste\n\nOrganisation : Escale du Port\nLieu : Marseille\nPays : France\nCDD de 12 mois\n\n"
        "Profil\n- Anglais exigé\n- L'arabe, le dari ou le somali seraient un plus\n\n"
        "Candidature\nCV à rh@escale.example avant le 13 décembre 2026.\n"
    ),
    "law.txt": (
        "Policy Officer\n\nOrganization: North Gate\nLocation: Brussels\nCountry: Belgium\nFixed-term contract\n\n"
        "Requirements\n- English and French required\n\n"
        "How to apply\nSend your CV to jobs@north.example by 4 January 2027.\n"
    ),
    "forage.txt": (
        "Superviseur de forage\n\nOrganisation : Puits du Sud\nLieu : Nanterre (92)\nPays : France\n"
        "Contrat de prestation de service, 30 jours\n\nProfil\n- Permis B\n\n"
        "Candidature\nCV à rh@puits.example avant le 20 novembre 2026.\n"
    ),
    "data.txt": (
        "Consultant data (H/F)\n\n"
        "Description de l'entrepriseRejoignez un cabinet de conseil international : Ondemarine.\n"
        "Lieu : 91 - LES ULIS\n\nCDI\n\nEntreprise : Ondemarine\n"
    ),
    "rayon.txt": (
        "Responsable de rayon (H/F)\n\nNous sommes un cabinet de recrutement et recrutons pour le compte "
        "de notre client, un magasin, un responsable de rayon.\nCDI\n\n"
        "Entreprise : Talents du Lac\nLieu : 74 - Thonon-les-Bains\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "language", "right"),
    [
        ("Quelles offres ferment avant Noël ?", "fr", "Quelles offres ferment avant le 25 décembre ?"),
        ("Jusqu'à Noël, je peux postuler à quoi ?", "fr", "Jusqu'au 25 décembre, je peux postuler à quoi ?"),
        ("Ouvertes après le Nouvel An 2027 ?", "fr", "Ouvertes après le 1 janvier 2027 ?"),
        ("Which close before Christmas 2026?", "en", "Which close before 25 December 2026?"),
        ("Which close by New Year's Eve?", "en", "Which close by 31 December?"),
        ("Which job is about a Christmas market?", "en", "Which job is about a Christmas market?"),
        ("Quels postes à Lyon ou dans ses environs ?", "fr", "Quels postes à Lyon ou ses environs ?"),
        ("Any jobs in Paris or in its suburbs?", "en", "Any jobs in Paris or the suburbs?"),
        ("Qui exige le permis (poids lourd) ?", "fr", "Qui exige le permis poids lourd ?"),
        ("Who asks for a licence (HGV)?", "en", "Who asks for a HGV licence?"),
        ("Qui exige le permis (B) ?", "fr", "Qui exige le permis B ?"),
        ("Who asks for a driving licence (category C1)?", "en", "Who asks for a driving category C1 licence?"),
        ("Qui exige le permis (voiture, moto ou autre) ?", "fr", "Qui exige le permis ?"),
        ("Who asks for a licence (valid in Mali)?", "en", "Who asks for a licence (valid in Mali)?"),
    ],
)
def test_written_out(question: str, language: Language, right: str) -> None:
    assert written_out(question, language) == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # a feast for a day
        ("Quelles offres ferment avant Noël ?", "droit forage"),
        ("Which jobs close before Christmas?", "droit forage"),
        ("Which jobs close after Christmas?", "law"),
        # still to come, and up to a day
        ("Which have a closing date that has not passed yet but falls before Christmas 2026?", "droit"),
        ("Lesquelles ont une date limite pas encore passée, mais avant le 20 décembre ?", "droit"),
        # an employer of a kind
        ("Which of the jobs are at a consulting firm?", "data"),
        ("Quels postes sont dans un cabinet de conseil ?", "data"),
        ("Quelles annonces sont passées par un cabinet de recrutement pour le compte d'un client ?", "rayon"),
        # a town with what lies around it
        ("I live in Paris, what jobs are there in Paris or its suburbs?", "data forage"),
        ("Quels postes à Paris ou en banlieue ?", "data forage"),
        ("Which jobs are near Paris?", "data forage"),
        # missions by their contract
        ("Quelles missions sont en consultance ou en prestation de service ?", "forage"),
        ("Which jobs are consultancies or service contracts?", "forage"),
    ],
)
def test_set(assistant: Assistant, question: str, right: str) -> None:
    answer = assistant.ask(question)
    assert {match.posting for match in answer.matches} == {f"{name}.txt" for name in right.split()}


@pytest.mark.parametrize(
    ("question", "begins", "first"),
    [
        ("Quelle offre cite le plus de langues comme atout ?", "Celle qui souhaite", "droit"),
        ("Which posting names the most languages as an asset?", "The one of the 5 postings with", "droit"),
        ("Quelle offre exige le plus de langues ?", "Celle qui demande", "law"),
        ("Which posting requires the most languages?", "The one of the 5 postings that asks", "law"),
    ],
)
def test_most_languages(assistant: Assistant, question: str, begins: str, first: str) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(begins)
    assert [match.posting for match in answer.matches] == [f"{first}.txt"]


@pytest.mark.parametrize(
    "question",
    [
        "Comment dois-je remettre mon dossier chez Escale du Port ?",
        "Comment envoyer ma candidature à Escale du Port ?",
        "How do I get my file to Escale du Port?",
        "How is the application to be handed in at Escale du Port?",
    ],
)
def test_handing_in(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert any("rh@escale.example" in citation.quote for citation in answer.citations)
