"""Papers by their names, any licence, no experience at all, how long a break lasts, certificates and levels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store

TEXTS = {
    "driver": (
        "Chauffeur-livreur\n\nAssociation KORI\nLieu : Zinder\n\nContrat\nCDD de 8 mois dont 2 mois d'essai, "
        "pause de 90 minutes à midi.\n\nProfil\n- Permis moto exigé\n- avoir déjà conduit au moins deux saisons\n\n"
        "Candidature\nÀ fournir : CV, copie de la carte d'identité, copie du permis, lettre de motivation.\n"
    ),
    "nurse": (
        "Nurse\n\nSAHA RELIEF\nLocation: Agadez\n\nContract\nFixed-term contract of 14 months.\n\nProfile\n"
        "- at least 3 years' work in a clinic\n- Competencies: planning and organising of one's day\n"
        "- a driving licence is an asset\n\nApply\nPlease send: CV, cover letter, birth certificate.\n"
    ),
    "cook": (
        "Cuisinier\n\nMAISON TARIK\nLieu : Gao\n\nContrat\nCDD de 5 mois.\n\nProfil\n"
        "- Aucune expérience n'est exigée, nous formons.\n\nCandidature\nÀ fournir : CV.\n"
    ),
    "network": (
        "Ingénieur réseau\n\nFIBRE SUD\nLieu : Thiès\n\nRôle\nLe poste est classé au niveau C3 de la grille.\n\n"
        "Profil\n- Deux ans d'expérience en exploitation\n- Idéalement, vous êtes certifié CCNP.\n"
    ),
    "trainer": (
        "Training officer\n\nDELTA SCHOOLS\nLocation: Rosso\n\nContract\nFixed-term, 10 months.\n\n"
        "Profile\nTwo years of teaching.\n"
    ),
    "storekeeper": (
        "Magasinier min 6 ans\n\nCOOPÉRATIVE DOUMA\nLieu : Kita\n\nProfil\n- Permis B\n"
        "- Vous avez au moins six ans d'expérience en entrepôt.\n"
    ),
    "compliance": (
        "Responsable conformité\n\nBANQUE LIKORO\nLieu : Kayes\n\nRôle\nLe poste est classé au niveau D1 de la grille."
        "\n\nProfil\n- Sept ans d'expérience en banque\n- Diplôme de comptable, ACCA exigé\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("apart")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs want a copy of the ID card?", {"driver": "required"}),
        ("Quelles offres demandent une pièce d'identité et une lettre de motivation ?", {"driver": "required"}),
        ("Quelles offres demandent un acte de naissance ?", {"nurse": "required"}),
        ("Which jobs ask for a copy of the driving licence?", {"driver": "required"}),
        (
            "For which jobs is a driving or motorbike licence required?",
            {"driver": "required", "storekeeper": "required", "nurse": "asset"},
        ),
        (
            "Quels postes exigent un permis voiture ou moto ?",
            {"driver": "required", "storekeeper": "required", "nurse": "asset"},
        ),
        ("Which jobs require a Cisco certification such as CCNP or CCIE?", {"network": "asset"}),
        ("Quels postes exigent une certification Cisco comme CCNP ?", {"network": "asset"}),
        ("Who requires ACCA?", {"compliance": "required"}),
    ],
)
def test_a_thing_by_its_name(asked: Assistant, question: str, right: dict[str, str]) -> None:
    found = {match.posting.removesuffix(".txt"): match.modality for match in asked.ask(question).matches}
    assert found == right


@pytest.mark.parametrize("question", ["Quels postes n'exigent aucune expérience ?", "Which jobs need no experience?"])
def test_years_are_experience_though_the_word_is_not_there(asked: Assistant, question: str) -> None:
    assert [match.posting for match in asked.ask(question).matches] == ["cook.txt"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Combien de temps dure la période d'essai du chauffeur-livreur ?", "2 mois d'essai"),
        ("How long is the driver's probation in Zinder?", "2 mois d'essai"),
        ("Combien de temps dure la pause du chauffeur-livreur ?", "90 minutes"),
        ("Combien de temps dure le contrat du chauffeur-livreur ?", "8 mois"),
        ("How long is the nurse's contract?", "14 months"),
        ("How long is the training officer's contract?", "10 months"),
        ("How many years of experience for the compliance manager?", "Sept ans"),
        ("Quel est le niveau du poste de responsable conformité ?", "D1"),
        ("How many years of experience does the storekeeper in Kita need?", "au moins six ans"),
    ],
)
def test_of_what_it_is_asked(asked: Assistant, question: str, said: str) -> None:
    answer = asked.ask(question)
    assert any(said in citation.quote for citation in answer.citations), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Combien de temps dure la période d'essai de l'infirmière d'Agadez ?",
        "How long is the trial period of the nurse in Agadez?",
        "Combien de temps dure l'entretien du cuisinier ?",
        "How long is the lunch break of the nurse?",
        "What are the working hours of the nurse in Agadez?",
        "Quels sont les horaires de l'infirmière d'Agadez ?",
    ],
)
def test_the_length_of_the_contract_and_a_competency_answer_nothing_else(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "not_stated", answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Compare the level and the place of the network engineer and the compliance manager.",
        "Compare le niveau du poste d'ingénieur réseau et du responsable conformité.",
    ],
)
def test_levels_are_compared(asked: Assistant, question: str) -> None:
    quotes = " ".join(citation.quote for citation in asked.ask(question).citations)
    assert "C3" in quotes
    assert "D1" in quotes
