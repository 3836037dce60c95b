"""Sets by what an experience is in, with what each posting makes of it; and what else only some postings ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "lez.txt": (
        "Comptable (H/F)\n\nOrganisation : Les Ateliers du Lez\nLieu : Montpellier\nCDI\n\nProfil\n"
        "- Au moins 3 ans d'expérience en cabinet d'expertise.\n- Une expérience en imprimerie serait appréciée.\n\n"
        "Candidature\nCV et diplômes numérisés à rh@lez.example.\n"
    ),
    "port.txt": (
        "Chef de rang (H/F)\n\nOrganisation : Hôtel du Port\nLieu : Sète\nCDI\n\n"
        "Notre maison fait de l'imprimerie depuis 1952 : nos objectifs business.\n\n"
        "Profil\n- Expérience exigée en restauration (2 ans).\n\n"
        "Candidature\nCV et copie du dernier diplôme à job@port.example.\n"
    ),
    "delta.txt": (
        "Programme officer\n\nOrganization: Green Delta\nLocation: Khartoum\nFixed-term contract\n\nRequirements\n"
        "- 5 years of experience in printing.\n- Business Objects is required.\n"
        "- Experience in banking is not needed.\n\n"
        "How to apply\nSend a CV and scanned degree certificates to hr@delta.example.\n"
    ),
    "gao.txt": (
        "Nurse\n\nOrganization: Oasis Health\nLocation: Gao\nUnpaid internship of 6 months\n\nProfile\n"
        "- Students welcome. Experience in e-learning would be a plus.\n\n"
        "How to apply\nSend a CV to jobs@oasis.example.\n"
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
        ("Qui exige une expérience en imprimerie, et qui la souhaite ?", {"delta": "required", "lez": "asset"}),
        ("Qui souhaite une expérience dans le e-learning ?", {"gao": "asset"}),
        ("Which would like experience in e-learning?", {"gao": "asset"}),
        ("Qui exige Business Objects ?", {"delta": "required"}),
        ("Qui exige une expérience ou une connaissance de Business Objects ?", {"delta": "required"}),
        ("Which require experience with or knowledge of Business Objects?", {"delta": "required"}),
        ("Which postings require Business Objects?", {"delta": "required"}),
        ("Which ask for experience in printing?", {"delta": "required", "lez": "asset"}),
        ("Qui souhaite une expérience en imprimerie ?", {"lez": "asset"}),
        ("Combien exigent une expérience en imprimerie ?", {"delta": "required"}),
        ("How many postings require experience in printing?", {"delta": "required"}),
        ("Quels CDI demandent une expérience en restauration ?", {"port": "required"}),
        ("Which postings require experience in banking?", {}),
        ("Quelles offres exigent une expérience en soudure ?", {}),
        ("Quels postes n'exigent pas d'expérience en imprimerie ?", {"lez": "none", "port": "none", "gao": "none"}),
    ],
)
def test_experience_in_something(question: str, right: dict[str, str], assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Quels dossiers doivent comprendre une copie du diplôme ?", {"lez", "port", "delta"}),
        ("Which applications need a copy of the degree?", {"lez", "port", "delta"}),
        ("Which of the internships are not paid?", {"gao"}),
        ("Which of the permanent contracts are in Montpellier?", {"lez"}),
    ],
)
def test_which_postings(question: str, right: set[str], assistant: Assistant) -> None:
    assert {match.posting.removesuffix(".txt") for match in assistant.ask(question).matches} == right
