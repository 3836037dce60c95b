"""What a posting says that it does not ask for is asked for by none of its facts."""

from __future__ import annotations

import pytest

from assistant.facts import facts_of
from tests.support import posting

ASKED = ("language", "degree", "driving_licence", "experience_years")


def _asked(line: str) -> set[tuple[str, str, str]]:
    read = posting(f"Chargé de projet\n\nProfil recherché :\n- {line}\n")
    return {(f.field, str(f.value), f.modality) for f in facts_of(read) if f.field in ASKED}


@pytest.mark.parametrize(
    "line",
    [
        "We don't ask for a university degree, and no driving licence is needed.",
        "We aren't asking for English.",
        "We don't ask for English or a driving licence.",
        "We won't ask you for a degree.",
        "You will not be asked for a driving licence.",
        "We are not looking for a degree, but for people who like people.",
        "A degree isn't what we look for.",
        "We care more about practice than about a degree.",
        "Never mind the degree.",
        "Nous ne demandons pas de diplôme universitaire ni de permis.",
        "Nous ne demandons pas l'anglais ou le permis.",
        "Nous ne regardons pas les diplômes.",
        "L'anglais ne fait pas partie des critères.",
        "Aucun permis ou anglais exigé",
        "On ne demande PAS : le permis de conduire, l'anglais, ni d'habiter Marseille.",
        "We do not require: a driving licence, English or a degree.",
        "le Service numérique canadien (SNC, en anglais CDS)",
        "un développeur de l'IFS (SRE en anglais) de plateformes",
    ],
)
def test_nothing_is_asked_for(line: str) -> None:
    assert _asked(line) == set()


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Anglais courant ; formation disponible en interne", {("language", "en", "required")}),
        ("Bon niveau d'anglais, cours d'anglais offerts", {("language", "en", "required")}),
        # lessons that one gives are a duty, and the language is asked for all the same
        ("Anglais courant pour animer des cours et ateliers", {("language", "en", "required")}),
        ("Fluent French to teach classes in rural schools", {("language", "fr", "required")}),
        ("You speak English – French lessons will be provided", {("language", "en", "required")}),
        ("French required, Tetum can be learned on the job", {("language", "fr", "required")}),
        ("Maîtrise du français, l'anglais est appris sur place", {("language", "fr", "required")}),
        ("Le guide est disponible en anglais et en arabe", set()),
        ("No experience needed; English is required.", {("experience_years", "", ""), ("language", "en", "required")}),
        ("Nous ne demandons pas : l'anglais ; mais l'arabe est exigé.", {("language", "ar", "required")}),
        ("Nous n'exigeons pas : le permis B. L'anglais est exigé.", {("language", "en", "required")}),
        ("Fluency in English (CV in French) required", {("language", "en", "required")}),
        ("We do not require: a licence; you must speak English.", {("language", "en", "required")}),
        (
            "Nous ne demandons pas : l'expérience, le diplôme ; nous demandons l'anglais courant.",
            {("language", "en", "required")},
        ),
        ("We do not require: a degree, though fluent English is a must.", {("language", "en", "required")}),
        ("On ne demande pas : le permis, toutefois l'anglais est exigé.", {("language", "en", "required")}),
        (
            "Excellent command (TOEFL in English, DELF in French)",
            {("language", "en", "required"), ("language", "fr", "required")},
        ),
    ],
)
def test_what_stands_beside_it_is(line: str, right: set[tuple[str, str, str]]) -> None:
    found = {row if row[0] != "experience_years" else ("experience_years", "", "") for row in _asked(line)}
    assert found == right


def test_a_list_item_on_a_language_is_no_place() -> None:
    read = posting("Chargé de projet\n\nProfil :\n- Anglais courant\n- Bon relationnel\n")
    assert [f for f in facts_of(read) if f.field == "location"] == []


@pytest.mark.parametrize("lead", ["On ne demande pas :", "Nous n'exigeons pas :", "We do not require:", "Not needed:"])
def test_a_list_below_a_denial_is_denied(lead: str) -> None:
    read = posting(f"Chargé de projet\n\nProfil\n{lead}\n- le permis B\n- l'anglais\n")
    assert [f for f in facts_of(read) if f.field in ASKED] == []
