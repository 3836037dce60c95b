"""The gate over outlines and over the wording of a model: numbers, names, languages, degrees and skills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain import Language
from assistant.letters.domain import Outline, Part, Point, Quote
from assistant.letters.gate import checked, gated
from assistant.letters.outlining import outline_of
from assistant.letters.requirements import requirements_of
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import CARE

SENIOR = cvs()["senior"]


def with_point(point: Point) -> Outline:
    whole = outline_of(case_of(CARE), SENIOR, "fr", TODAY)
    return replace(whole, parts=(Part("points", "Vos arguments", (point,)),))


@pytest.mark.parametrize(
    "point",
    [
        Point("line", "Argument", (Quote("cv", "Dix ans à l'UNICEF", 0, 18),)),
        Point("line", "Argument", (Quote("cv", "Nadia El Amrani", 5, 20),)),  # not at its place
        Point("line", "Argument", (Quote("another CV", "Nadia El Amrani", 0, 15),)),
        Point("line", "Argument : 12 ans d'expérience"),
        Point("line", "Argument", notes=("Parlez de votre passage à Oxfam",)),
        Point("line", "Vous parlez espagnol"),
        Point("line", "Vous avez un doctorat"),
        Point("line", "Vous maîtrisez Redshift"),
        Point("line", "À Madame Dupont"),
    ],
)
def test_what_no_quote_bears_out_is_dropped_and_reported(point: Point) -> None:
    found = gated(with_point(point), SENIOR, case_of(CARE))
    assert found.parts[0].points == ()
    assert [dropped.part for dropped in found.dropped] == ["points"]


SENTENCES: list[tuple[Language, str, bool]] = [
    ("fr", "Je suis cheffe de projet depuis mars 2019.", True),
    ("fr", "J'ai travaillé à l'Association Tanmia Locale, à Casablanca.", True),
    ("fr", "J'ai douze ans d'expérience et 15 projets à mon actif.", False),
    ("fr", "J'ai travaillé pour Oxfam à Dakar.", False),
    ("fr", "Je parle espagnol.", False),
    ("fr", "Je suis titulaire d'un doctorat.", False),
    ("fr", "Je maîtrise Redshift et Scala.", False),
    ("fr", "Je connais l'approche genre et le contexte du Maghreb.", False),  # asked for, and not in the CV
    ("fr", "CARE International Maroc appartient au réseau international de CARE.", True),
    ("fr", "CARE International Maroc emploie 300 personnes.", False),
    ("fr", "Votre offre dit : « Expérience avérée dans la mise en œuvre de stratégies de plaidoyer ».", True),
    ("fr", "Votre offre dit : « dix ans exigés ».", False),
    ("en", "I have led advocacy at the World Bank.", False),
    ("en", "I hold a PhD and speak fluent German.", False),
]


@pytest.mark.parametrize(("language", "sentence", "stays"), SENTENCES)
def test_a_wording_says_nothing_that_the_texts_do_not(language: Language, sentence: str, stays: bool) -> None:
    case = case_of(CARE)
    kept, out = checked(sentence, language, SENIOR, case, requirements_of(case))
    assert (kept == sentence, out == ()) == (stays, stays)


def test_without_a_cv_nothing_can_be_said_of_the_applicant() -> None:
    kept, out = checked("Je suis cheffe de projet depuis 2019. Madame, Monsieur,", "fr", None, case_of(CARE), ())
    assert kept == "Madame, Monsieur,"
    assert out[0].words == ("2019",)
