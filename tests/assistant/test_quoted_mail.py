"""Mails handed on as text, whatever marks their quoted lines: each line is worth what it says itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.facts import facts_of
from assistant.quoted_mail import is_quoted_mail, without_marks
from assistant.readers.content import Content
from assistant.reading import posting_of

FRENCH = """ONG Sira – Antenne de Kayes (Mali)
AVIS DE RECRUTEMENT : 1 Chargé(e) de suivi-
évaluation

TÂCHES
- concevoir les outils de collecte et former les enquêteurs
- rédiger les rapports trimestriels pour le bailleur du projet

PROFIL DEMANDÉ
Bac+4 au moins en statistique, sociologie ou économie
3 ans d'expérience minimum en suivi-évaluation
Maîtrise de KoboToolbox et d'Excel exigée ; Power BI serait un plus
Français et wolof courants obligatoires ; le diola est un atout
un anglais de travail est souhaité (échanges avec le siège de Dublin)
Permis A (moto) valide indispensable

DOSSIER : CV (3 pages max), lettre de motivation adressée au Coordonnateur,
copies des diplômes. À envoyer avant le 12 décembre 2026 à rh@sira.example
"""
ENGLISH = """Lake Trust - Antenna of Kisumu
VACANCY: 1 Field Officer

TASKS
- train the lead farmers of the county and keep the records of each of them
- write the quarterly reports for the donor of the project and the board

WHAT WE ASK
Bachelor's degree in agronomy, rural development or economics
Five years of experience in extension services
Good command of Excel required; knowledge of QGIS would be a plus
Fluent English and Swahili are compulsory; Luo is an advantage
some French is desirable (contacts with the Brussels office)
Driving licence category A (motorbike) required

Send your CV to jobs@lake.example by 12 December 2026.
"""
HEADS = {
    "fr": "---------- Message transféré ---------\nDe : Liste <liste@emploi.example>\nObjet : TR: avis\n\n",
    "en": "From: Jobs list <list@jobs.example>\nSubject: Fwd: vacancy\n\n",
}
SHAPES: dict[str, Callable[[str], str]] = {
    "none": lambda line: line,
    ">": lambda line: f"> {line}".rstrip(),
    ">x": lambda line: f">{line}",
    "> >": lambda line: f"> > {line}".rstrip(),
    ">>": lambda line: f">> {line}".rstrip(),
    "set in": lambda line: f" > {line}".rstrip(),
    "|": lambda line: f"| {line}".rstrip(),
    "│": lambda line: f"│ {line}".rstrip(),
    "> |": lambda line: f"> | {line}".rstrip(),
    "> but no blank line": lambda line: f"> {line}" if line else "",
    "| but no blank line": lambda line: f"| {line}" if line else "",
    "spaces": lambda line: f"    {line}".rstrip(),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("language", "body", "weights"),
    [
        ("fr", FRENCH, {"fr": "required", "wo": "required", "dyo": "asset", "en": "asset"}),
        ("en", ENGLISH, {"en": "required", "sw": "required", "luo": "asset", "fr": "asset"}),
    ],
)
def test_a_plus_of_one_line_says_nothing_of_the_next(
    shape: str, language: str, body: str, weights: dict[str, str]
) -> None:
    quoted = "\n".join(SHAPES[shape](line) for line in body.rstrip("\n").split("\n"))
    posting = posting_of("", "mail.txt", Content(f"{HEADS[language]}{quoted}\n"))
    facts = facts_of(posting)
    assert {fact.value: fact.modality for fact in facts if fact.field == "language"} == weights
    assert [(fact.value, fact.modality) for fact in facts if fact.field == "driving_licence"] == [("A", "required")]
    assert all(posting.text[fact.start : fact.end] == fact.quote for fact in facts)
    assert {"missions", "profile"} <= {section.kind for section in posting.sections}
    assert not any(section.heading[:1] in ">|│" for section in posting.sections if section.heading)
    if language == "fr":
        assert ("title", "Chargé(e) de suivi-évaluation") in {(fact.field, fact.value) for fact in facts}
        documents = [str(fact.value) for fact in facts if fact.field == "document"]
        assert any(document == "copies des diplômes" for document in documents)


@pytest.mark.parametrize(
    "text",
    [
        "Profil\n> permis B\n> anglais\n> français",
        "| Langue | Niveau |\n|---|---|\n| Anglais | un plus |\n|  |  |\n| Wolof | exigé |",
        "Missions\n" + "> tenir la caisse\n" * 9,
        "a > b\n| c",
    ],
)
def test_lists_and_tables_are_no_quoted_mail(text: str) -> None:
    assert not is_quoted_mail(text)
    assert without_marks(text) == text


def test_marks_become_spaces() -> None:
    assert without_marks("Bonjour\n> a\n>\n>> b") == "Bonjour\n  a\n \n   b"
