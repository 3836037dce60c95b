"""Lines that are items of a list without a mark, and lines that go on."""

from __future__ import annotations

import pytest

from assistant.domain import Span
from assistant.sentences import sentences_of


@pytest.mark.parametrize(
    "lines",
    [
        ["permis B souhaité", "anglais courant obligatoire", "le wolof serait un plus", "une licence est exigée"],
        ["driving licence preferred", "fluent English required", "some French is an asset", "a degree is required"],
        ["l'arabe est un atout", "bonne maîtrise d'Excel exigée", "notions de peul appréciées", "permis A requis"],
        ["Spanish would be a plus (clients in Madrid)", "knowledge of SQL is a must", "German is essential"],
        [  # a text that is broken where its lines are full
            "Bac+4 au moins en statistique, sociologie ou économie",
            "3 ans d'expérience minimum en suivi-évaluation de projets",
            "Maîtrise des outils de collecte de données et du tableur Excel",
            "Rédaction de rapports et présentation de résultats aux bailleurs",
            "Français courant à l'oral et à l'écrit, relecture de documents ok",
        ],
        [
            "Bachelor's degree in agronomy, rural development or economics",
            "Five years of experience with extension services in the county",
            "Good command of Excel and of the software of the organisation now",
            "Readiness to travel to the field two weeks in each of the months",
            "Driving licence of category A and readiness to ride a motorbike.",
        ],
    ],
)
def test_each_line_is_an_item(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [span.of(text) for span in sentences_of(text, Span(0, len(text)))] == lines


@pytest.mark.parametrize(
    "text",
    [
        "La maîtrise de l'anglais est un atout\npour les échanges avec le siège.",
        "French is an asset\nbut not a condition.",
        "Le poste exige\nune bonne maîtrise du français.",
        "Le permis B est obligatoire\nle jour de l'embauche.",
        "You have the required\nskills and a sense of humour.",
        "Un diplôme en sciences sociales, en économie ou en droit public est exigé\ndans tous les cas, et le permis.",
    ],
)
def test_a_sentence_goes_on(text: str) -> None:
    assert [span.of(text) for span in sentences_of(text, Span(0, len(text)))] == [text]
