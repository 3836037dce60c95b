"""What there is to do: a long part that is prose is thinned to it, and a list is kept whole."""

from __future__ import annotations

import pytest

from assistant.answering.duties import duties_of, of_prose
from assistant.chunks import pieces_of
from assistant.domain import Span
from tests.support import posting

PROSE = {
    "fr": (
        "Nous sommes une petite association.",
        "Notre siège est dans une ancienne gare.",
        "Vous animez des ateliers de lecture.",
        "Le quartier compte trois écoles.",
        "Vous accueillez les familles le samedi.",
        "La ville date du douzième siècle.",
        "Un marché se tient le mardi.",
        "Les trains passent toutes les heures.",
        "La mer est à deux pas.",
    ),
    "en": (
        "We are a small charity.",
        "Our office is an old railway station.",
        "You will run reading workshops.",
        "The district has three schools.",
        "You will welcome families on Saturdays.",
        "The town is eight centuries old.",
        "There is a market on Tuesdays.",
        "Trains pass every hour.",
        "The sea is close by.",
    ),
}


def _kept(text: str) -> list[str]:
    made = posting(text)
    section = made.sections[0]
    pieces = pieces_of(made, section, Span(section.body_start, section.end))
    return [piece.of(made.text).strip() for piece in of_prose(made, pieces)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_long_prose_is_thinned_to_what_there_is_to_do(language: str) -> None:
    lines = PROSE[language]
    assert _kept(" ".join(lines)) == [lines[2], lines[4]]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mark", ["- ", ""])
def test_a_long_list_is_kept_whole(language: str, mark: str) -> None:
    lines = [mark + line.rstrip(".") for line in PROSE[language]]
    assert _kept("\n".join(lines)) == lines


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_short_part_is_kept_whole(language: str) -> None:
    lines = PROSE[language][:5]
    assert _kept(" ".join(lines)) == list(lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Réseau Santé cherche une comptable.\nSous l'autorité du directeur, la comptable tient la comptabilité "
            "générale et prépare la paie.\nNos bureaux sont clairs.",
            "prépare la paie",
        ),
        (
            "Health Net is hiring an accountant.\nUnder the director, the accountant keeps the books and prepares "
            "the payroll.\nOur offices are bright.",
            "prepares the payroll",
        ),
        # A label within a line says it, whatever the words behind.
        (
            "L'hôpital est en ville.\nLes activités du métier : formation des stagiaires - suivi du matériel\nParking.",
            "formation des stagiaires",
        ),
        (
            "The hospital is in town. The main tasks of the job: training of interns - upkeep of equipment. Parking.",
            "training of interns",
        ),
        # What is to come, and whoever is hired called just so.
        (
            "Nos bureaux sont clairs.\nAvec la cheffe, le stagiaire filmera les ateliers et prendra des notes.\n"
            "Le stagiaire percevra 300 euros.",
            "filmera les ateliers",
        ),
        (
            "Our offices are bright.\nWith the editor, the intern will: (i) film the workshops; (ii) take notes.\n"
            "The intern will receive 300 euros.",
            "film the workshops",
        ),
        (
            "Nos bureaux sont clairs.\nLe ou la titulaire recevra les familles, les aidera et tiendra le registre.\n"
            "La titulaire recevra 300 euros.",
            "tiendra le registre",
        ),
        (
            "Our offices are bright.\nThe incumbent of the post will register arrivals.\n"
            "The incumbent will receive 300 euros.",
            "register arrivals",
        ),
        (
            "Our offices are bright.\nUnder the supervision of the specialist, the incumbent will:\n"
            "1. maintain the database and check attendance;\n2. process requests.\nA pleasant team.",
            "process requests",
        ),
        (
            "Nos bureaux sont clairs.\nSous l'autorité du chef, le titulaire :\na) maintient la base de données ;\n"
            "b) traite les demandes.\nUne équipe agréable.",
            "traite les demandes",
        ),
        ("Nos bureaux sont clairs.\nLa personne alimente nos pages.\nPersonne motivée.", "alimente nos pages"),
        (
            "Atelier du Pont\nLe boulot - réparer des vélos et tenir le stock. Nos bureaux sont clairs.",
            "réparer des vélos",
        ),
        ("About us: our offices are bright.\n\nThe job - you book invoices and chase receipts.\n", "book invoices"),
    ],
)
def test_what_the_holder_of_the_post_does_is_a_duty(text: str, told: str) -> None:
    made = posting(text)
    found = [piece.of(made.text) for piece in duties_of(made)]
    assert any(told in piece for piece in found)
    assert not any("bureaux" in piece or "offices" in piece or "300" in piece for piece in found)


@pytest.mark.parametrize(
    "text",
    [
        "✔ le travail : tenir la caisse, ranger\n✔ il faut : le bac\n✔ c'est mieux si : vous parlez wolof",
        "✔ the job: run the till, stack shelves\n✔ you need: a diploma\n✔ it helps if: you speak Wolof",
    ],
)
def test_another_label_ends_the_list(text: str) -> None:
    made = posting(f"Atelier du Pont\n\n{text}")
    assert len(duties_of(made)) == 1
