"""Profiles whose line breaks became spaces: what weighs one item says nothing of the next."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

FRENCH = (
    "Profil : De formation Bac + 5 en école ou équivalent universitaire Au moins 6 ans d'expérience Maîtriser les "
    "langages de la maison et une solution de type tableur Expérience dans l'encadrement des équipes est un plus "
    "Bon niveau d'anglais (B2 minimum) Une première expérience dans une fonction similaire est souhaitée Permis B exigé"
)
ENGLISH = (
    "Profile: a degree in economics or an equivalent one from any university that is known Proven record of work with "
    "large teams and with tight budgets Knowledge of the textile trade is a plus Fluent in English at work and in "
    "writing Good command of spreadsheets Valid driving licence Ability to travel to the sites twice in each month"
)


@pytest.mark.parametrize(
    ("text", "field", "value", "modality"),
    [
        (FRENCH, "language", "en", "required"),
        (FRENCH, "driving_licence", "B", "required"),
        (ENGLISH, "language", "en", "required"),
        (ENGLISH, "driving_licence", "yes", "required"),
    ],
)
def test_items_in_a_row(text: str, field: str, value: str, modality: str) -> None:
    facts = facts_of(posting_of("", "posting.txt", Content(f"Analyste (H/F)\n\n{text}\n")))
    assert [(fact.value, fact.modality) for fact in facts if fact.field == field] == [(value, modality)]


def test_a_level_before_a_degree_begins_no_item() -> None:
    text = (
        "Profil : Diplômé d'un niveau Bac+2 informatique ou Bac+3 non informatique, avec des notions de réseaux et "
        "du système de la maison Permis B exigé pour les visites chez les clients de la région et des voisines Anglais "
        "courant demandé Bonne maîtrise des tableurs et de la messagerie"
    )
    facts = facts_of(posting_of("", "posting.txt", Content(f"Technicien (H/F)\n\n{text}\n")))
    assert not any(fact.quote.rstrip().endswith(" ou") for fact in facts)
