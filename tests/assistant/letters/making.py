"""The made-up CVs and the five seeds, as the tests of letters read them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from assistant.facts import facts_of
from assistant.letters.case import Case
from assistant.letters.cv import cv_of, read_cv
from assistant.letters.domain import CV
from assistant.letters.likeness import Encode, remembered
from tests.makers.pdf import drawn, lines
from tests.support import seed_postings

TODAY = date(2026, 1, 15)
FOLDER = Path(__file__).parent / "cvs"
_LEFT = (
    "Malika Saidi", "Rabat", "malika.saidi@exemple.ma", "", "LANGUES", "Arabe : natif", "Français : C2",
    "Anglais : B2", "", "COMPÉTENCES", "Excel, Word, Canva", "Permis B",
)  # fmt: skip
_RIGHT = (
    "EXPÉRIENCE PROFESSIONNELLE", "2020 – 2024 : Responsable communication,", "Fondation Zakoura, Casablanca",
    "Rédaction de newsletters et de rapports", "Organisation d'événements avec les médias", "",
    "FORMATION", "Master en communication, ISIC Rabat, 2019",
)  # fmt: skip


@cache
def case_of(name: str) -> Case:
    """A seed posting with its facts."""
    posting = next(posting for posting in seed_postings() if posting.name == name)
    return Case(posting, tuple(facts_of(posting)), posting.name)


def columns() -> bytes:
    """A CV in two columns, as a PDF."""
    return drawn([*lines(*_LEFT, x=40), *lines(*_RIGHT, x=260)])


@cache
def cvs() -> dict[str, CV]:
    """The twelve CVs by their names."""
    read = {path.stem: cv_of(path.read_text(encoding="utf8"), path.name) for path in sorted(FOLDER.iterdir())}
    return read | {"columns": read_cv(columns(), "columns.pdf")}


@cache
def second_encoder() -> Encode:
    """The real second encoder, by which each text is encoded once."""
    from vectorstore.second_encoder import SecondEncoder

    passages = SecondEncoder().passages
    return remembered(Encode(passages, passages))
