"""How much of a sentence is quoted, and where run-together sentences come apart."""

from __future__ import annotations

import pytest

from assistant.domain import Span
from assistant.facts import facts_of
from assistant.facts.quotes import clause
from assistant.facts.seams import apart
from tests.support import posting

FILLER = "une phrase qui va son chemin et ne dit rien du tout de ce que l'on cherche, " * 5


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("- Master ; anglais courant ; permis B", "anglais", "anglais courant"),
        ("• Un courriel intitulé « Maroc ; Nom – Prénom » à la présidente", "Maroc",
         "Un courriel intitulé « Maroc ; Nom – Prénom » à la présidente"),
        ("Anglais (lu ; écrit) exigé", "Anglais", "Anglais (lu ; écrit) exigé"),
        (FILLER + "le permis B est exigé, et en outre, la patience. " + FILLER, "permis",
         FILLER[-76 * 3:].lstrip() + "le permis B est exigé"),
    ],
)  # fmt: skip
def test_a_clause_is_whole(text: str, word: str, right: str) -> None:
    at = text.index(word)
    found = clause(text, Span(at, at + len(word))).of(text)
    assert found == right or (len(found) <= 300 and found.endswith(right[-21:]))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("SpécialiséDébutants acceptésPermis B", ["Spécialisé", "Débutants acceptés", "Permis B"]),
        ("à pourvoir le 13/02/2023Rémunération selon", ["à pourvoir le 13/02/2023", "Rémunération selon"]),
        ("un CDIRémunération brute", ["un CDI", "Rémunération brute"]),
        ("le posteVous parlez anglais.Vous lisez", ["le poste", "Vous parlez anglais.", "Vous lisez"]),
        ("Contrat : CDI***Salaire : 14 €/r/nPrime", ["Contrat : CDI", "Salaire : 14 €", "Prime"]),
        ("des chantiers- Planification", ["des chantiers", "- Planification"]),
        ("PowerPoint, JavaScript, LinkedIn et iPhone", ["PowerPoint, JavaScript, LinkedIn et iPhone"]),
        ("https://exemple.org/offreEmploi et a@posteVous.fr", ["https://exemple.org/offreEmploi et a@posteVous.fr"]),
    ],
)
def test_where_sentences_come_apart(text: str, right: list[str]) -> None:
    assert [span.of(text) for span in apart(text, Span(0, len(text)))] == right


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        ("- Rigueur\n- Up to GBP 250/day", "Up to GBP 250/day"),
        ("- Rémunération\n- 2 000 € bruts par mois", "2 000 € bruts par mois"),
        ("Rémunération :\n2 000 € par mois", "Rémunération :\n2 000 € par mois"),
    ],
)
def test_an_item_of_a_list_is_no_label_of_the_one_behind_it(lines: str, quote: str) -> None:
    found = facts_of(posting(f"Comptable (H/F)\n\nAssociation Lune\n\nConditions\n{lines}\n"))
    assert [fact.quote for fact in found if fact.field == "pay"] == [quote]
