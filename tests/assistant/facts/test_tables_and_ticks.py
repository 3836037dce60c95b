"""What a table or a box that is ticked makes of what it names, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import facts_of
from assistant.mentions import facts_on
from tests.support import posting

ASKED = ("language", "degree", "driving_licence", "experience_years", "contract", "working_time")


def _asked(lines: str) -> set[tuple[str, str]]:
    """Each value that is asked for or given, with its weight; every quote is a slice of the text."""
    read = posting(f"Chargé de projet\n\nProfil recherché :\n\n{lines}\n")
    found = [fact for fact in facts_of(read) if fact.field in ASKED]
    assert all(read.text[fact.start : fact.end] == fact.quote for fact in found)
    values = ((f.value.min if isinstance(f.value, Years) else f.value, f.modality) for f in found)
    return {(str(value), weight) for value, weight in values}


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("Peul : ☐ exigé ☒ souhaité", {("ff", "asset")}),
        ("Turkish: [x] required [ ] desirable", {("tr", "required")}),
        ("Turkish: [ ] required [x] desirable [ ] not needed", {("tr", "asset")}),
        ("Wolof : ☒ exigé ☐ souhaité      Russe : ☐ exigé ☒ souhaité", {("wo", "required"), ("ru", "asset")}),
        ("Russe | ☐ exigé | ☒ souhaité", {("ru", "asset")}),
        ("Permis B : oui ☐ non ☒", set()),
        ("Permis B : oui ☒ non ☐", {("B", "required")}),
        ("Permis de conduire\n☐ exigé   ☑ souhaité   ☐ sans objet", {("yes", "asset")}),
        ("Driving licence ☐ essential ☑ an asset", {("yes", "asset")}),
        ("Type de contrat : ☐ CDI   ☒ CDD   ☐ stage", {("CDD", "stated")}),
        ("Contract type\n☐ permanent\n☒ fixed-term\n☐ internship", {("CDD", "stated")}),
        ("Contract  Permanent                 Closing date  27 November 2026", {("CDI", "stated")}),
        ("Grade  4    Nature du contrat  Permanent    Ville  Bangor", {("CDI", "stated")}),
        ("Engagement  volontaire et motivé pour les jeunes", set()),
        ("Temps de travail : □ temps plein ■ temps partiel", {("part_time", "stated")}),
        # marks of a list are no ticks
        ("✅ Russe courant exigé\n✅ Permis B", {("ru", "required"), ("B", "required")}),
        ("☐ Permis B\n☐ Master", {("B", "required"), ("Master", "required")}),
    ],
)
def test_only_what_is_ticked_is_stated(lines: str, right: set[tuple[str, str]]) -> None:
    assert _asked(lines) == right


@pytest.mark.parametrize(("box", "right"), [("☐ télétravail ☒ sur site", []), ("☒ télétravail ☐ sur site", ["yes"])])
def test_a_topic_that_is_not_ticked_is_not_spoken_of(box: str, right: list[str]) -> None:
    read = posting(f"Comptable\n\nConditions\n\nOrganisation : {box}\n")
    found = facts_on(read, "remote")
    assert [fact.value for fact in found] == right
    assert all(read.text[fact.start : fact.end] == fact.quote for fact in found)


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (
            "Critère    | Exigé               | Souhaité\nExpérience | 4 ans en logistique | dont 1 an au Sahel\n"
            "Langues    | français (très bon  | russe, haoussa\n           | niveau à l'écrit)   |\n"
            "Permis     |                     | permis B",
            {("4", "required"), ("1", "asset"), ("fr", "required"), ("ru", "asset"), ("ha", "asset"), ("B", "asset")},
        ),
        (
            "| Criterion | Essential | Desirable |\n|---|---|---|\n| Languages | French, Dari | Pashto |\n"
            "| Education | Bachelor's degree | Master's degree |",
            {("fr", "required"), ("prs", "required"), ("ps", "asset"), ("Bachelor's degree", "required"),
             ("Master's degree", "asset")},
        ),
        ("Indispensable | Souhaitable\nRusse courant | Arabe", {("ru", "required"), ("ar", "asset")}),
        ("Critères exigés | Critères souhaités\nRusse courant | Arabe", {("ru", "required"), ("ar", "asset")}),
        ("Essential criteria | Desirable criteria\nRussian | Arabic", {("ru", "required"), ("ar", "asset")}),
        ("Critères\tExigences\tAtouts\nLangue\tRusse\t\nPermis\t\tPermis B", {("ru", "required"), ("B", "asset")}),
        (
            "Requirement          Required     Desirable\nRussian              X\nArabic                            X",
            {("ru", "required"), ("ar", "asset")},
        ),
        ("| Compétence | Niveau | Remarque |\n| Russe | courant | souhaité |", {("ru", "asset")}),
    ],
)  # fmt: skip
def test_a_column_weighs_what_stands_in_it(lines: str, right: set[tuple[str, str]]) -> None:
    assert _asked(lines) == right


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("On voudrait quelqu'un qui\n→ écrit le russe sans faute\n→ a le permis B", "required"),
        ("We would love someone who\n- speaks Russian\n- has a driving licence (B)", "required"),
        ("Ce que nous aimerions :\n- russe\n- permis B", "asset"),
        ("We would love\n- Russian\n- a driving licence (B)", "asset"),
        ("Le russe, on aime bien, mais ce n'est pas bloquant. Le permis B n'est pas bloquant.", "asset"),
        ("We like Russian, but it's not a blocker. A B licence is no blocker.", "asset"),
    ],
)
def test_somebody_who_is_wished_for_is_sought(lines: str, right: str) -> None:
    assert {weight for value, weight in _asked(lines) if value == "ru"} == {right}
