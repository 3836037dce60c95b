"""Where sections begin and end, and what belongs to none."""

from __future__ import annotations

import pytest

from assistant.chunks import pieces_of
from assistant.domain import Posting, Span
from assistant.sections import sections_of
from tests.support import AGADIR, OUJDA, SEED_NAMES, posting, seed_postings, seed_text

HEADER = "Programme d'appui à la participation citoyenne"
MIGRATION = [
    "Programme d'appui à la gestion de la thématique migratoire",
    "(Projet : Déploiement des politiques migratoires au niveau régional - DEPOMI)",
]


@pytest.mark.parametrize("seed", seed_postings(), ids=lambda seed: seed.name)
def test_sections_follow_each_other_without_gap_or_overlap(seed: Posting) -> None:
    ends = [section.end for section in seed.sections]
    assert [section.start for section in seed.sections[1:]] == ends[:-1]
    assert seed.sections[0].start == 0
    assert ends[-1] == len(seed.text)
    assert all(s.start <= s.body_start <= s.end for s in seed.sections)


@pytest.mark.parametrize(("name", "headers"), [(OUJDA, [HEADER] * 5), (AGADIR, MIGRATION * 5)])
def test_the_page_headers_of_the_converted_files(name: str, headers: list[str]) -> None:
    text = seed_text(name)
    furniture = sections_of(text)[1]
    assert [span.of(text) for span in furniture] == headers
    assert sum(text.count(line) for line in set(headers)) == len(headers)


@pytest.mark.parametrize("name", [name for name in SEED_NAMES if name not in (OUJDA, AGADIR)])
def test_the_others_have_none(name: str) -> None:
    assert sections_of(seed_text(name))[1] == ()


def test_no_piece_holds_a_page_header() -> None:
    for seed in seed_postings():
        for section in seed.sections:
            for piece in pieces_of(seed, section, Span(0, len(seed.text))):
                words = piece.of(seed.text)
                assert HEADER not in words
                assert "DEPOMI)\n" not in words
                assert MIGRATION[0] not in words


def test_a_sentence_that_a_page_header_cuts_in_two_is_two_quotes() -> None:
    seed = next(p for p in seed_postings() if p.name == OUJDA)
    section = next(s for s in seed.sections if s.heading.startswith("Domaine de résultat 1"))
    pieces = [piece.of(seed.text) for piece in pieces_of(seed, section, Span(0, len(seed.text)))]
    first = next(p for p in pieces if p.startswith("- Assurer la cohérence de la stratégie du projet"))
    second = next(p for p in pieces if p.startswith("l'intervention Manager la préparation"))
    assert first.endswith("en étroite concertation avec")
    assert second.endswith("des rapports semestriels de l'intervention.")


def test_a_heading_that_returns_is_no_page_header() -> None:
    text = "Missions\n- a un deux\nMissions\n- b trois\nMissions\n- c quatre\n"
    assert sections_of(text)[1] == ()


def test_page_numbers_are_no_text() -> None:
    text = "".join(f"Une phrase entière numéro {n} avec des mots.\n\nPage {n}/3\n\n" for n in (1, 2, 3))
    assert [span.of(text) for span in sections_of(text)[1]] == ["Page 1/3", "Page 2/3", "Page 3/3"]


@pytest.mark.parametrize("text", ["Bonjour", "\n\n Bonjour \n", "Profil", "# Profil"])
def test_very_short_texts(text: str) -> None:
    sections, _ = sections_of(text)
    assert len(sections) == 1
    assert sections[0].end == len(text)


def test_what_stands_before_the_first_heading_has_no_path() -> None:
    made = posting("Coordinateur à Fès\n\nMissions\n- écrire des rapports\n")
    assert [section.path for section in made.sections] == [(), ("Missions",)]
    assert made.sections[0].heading == ""
