"""The last day to apply, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import deadline
from tests.assistant.facts.reading import facts_in, values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Candidatures jusqu'au 14 sept. 2026 inclus", ["2026-09-14"]),
        ("Applications are open until 14 September 2026", ["2026-09-14"]),
        ("Clôture des candidatures : 07/04/2024", ["2024-04-07"]),
        ("Closing date for applications: 07/04/2024", ["2024-04-07"]),
        ("Dossier au plus tard le 21 novembre 2022 à minuit ; 3 ans d'expérience", ["2022-11-21"]),
        ("Applications must be received no later than 03/04/2026", ["2026-04-03"]),
        ("Date limite de candidature :\n25 décembre 2024", ["2024-12-25"]),
        ("Date limite de l'offre : **25 décembre 2024**", ["2024-12-25"]),
        ("Avant le 15 mars 2025, envoyez votre CV", ["2025-03-15"]),
        ("Candidatures ouvertes du 3 au 15 mars 2025", ["2025-03-15"]),
        ("Candidatures ouvertes du 3 mars au 15 mars 2025", ["2025-03-15"]),
        ("Dépôt des dossiers du 1er au 20 juin 2025", ["2025-06-20"]),
        ("آخر أجل لإيداع الترشيحات : 14 شتنبر 2026", ["2026-09-14"]),
        (
            "Merci d'adresser votre candidature (lettre, C.V. détaillé) au plus tard pour le 18 avril 2025 à :",
            ["2025-04-18"],
        ),
        # the words of an address say nothing
        ("Le dossier est à envoyer à recrutement@asso.example avant le 15/12/2026", ["2026-12-15"]),
        ("Please send your CV to projects@ngo.example by 15 December 2026", ["2026-12-15"]),
        # broken lines
        ("Les dossiers sont reçus au plus tard le vendredi\n20 novembre 2026 à 16 heures.", ["2026-11-20"]),
        ("Send your CV by\nSunday 22 November 2026.", ["2026-11-22"]),
        ("> Hello,\n>\n> Send your CV by Sunday\n> 22 November 2026.", ["2026-11-22"]),
        ("Candidatures avant le 20 novembre\n2026", ["2026-11-20"]),
        # nouns of sending
        ("Envoi à asso@ong.example avant dimanche 29 novembre 2026, 18h GMT.", ["2026-11-29"]),
        ("Réception des dossiers avant le 29 novembre 2026", ["2026-11-29"]),
        ("Dépôt au siège avant le 29 novembre 2026", ["2026-11-29"]),
        # a line that is nothing but a deadline
        ("Envoie ton CV à rh(at)asso.example\nJusqu'au 02/12/26 à minuit !", ["2026-12-02"]),
        ("La plage est belle.\n⏰ Jusqu'au 02/12/26 à minuit !", ["2026-12-02"]),
        ("La plage est belle.\nJusqu'au 02/12/26 à minuit !", []),
        # questions are no applications
        (
            "Les offres doivent parvenir au plus tard le 1er décembre 2026. "
            "Les questions peuvent être posées jusqu'au 24 novembre 2026.",
            ["2026-12-01"],
        ),
        ("Questions may be sent until 24 November 2026. Applications are due by 1 December 2026.", ["2026-12-01"]),
        ("Requests: questions may be sent to x@y.example until 24 November 2026.", []),
        # kept as written where it is not sure
        ("N'hésitez pas à envoyer votre candidature avant le 28 Février.", ["28 Février"]),
        ("Date limite de dépôt : fin mars", ["fin mars"]),
        ("The deadline to apply is 28 February.", ["28 February"]),
        # other dates
        ("Date limite : 5 mai 2025, entretiens le 12 mai 2025", ["2025-05-05"]),
        ("Deadline: 5 May 2025, interviews on 12 May 2025", ["2025-05-05"]),
        ("CDD à pourvoir à partir du 02/02/2026 jusqu'au 31/12/2026.", []),
        ("The contract runs until 31 December 2026. Apply before 1 June 2026.", ["2026-06-01"]),
        ("Ce poste est à pourvoir, au plus tard au 14 novembre", []),
        ("Mission : dès que possible jusqu'au 31/08/2026", []),
        ("Le projet s'achèvera avant le 30 mai 2026. Postulez vite.", []),
        ("The deadline for the project is 3 May 2025", []),
        ("Travail jusqu'au 3 mai 2025, postulez !", []),
        ("Offre publiée le 12/03/2025", []),
    ],
)
def test_deadlines(text: str, right: list[str]) -> None:
    assert values(text, deadline.facts, "deadline") == right


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Les candidatures sont à envoyer au plus tard le **21 novembre 2022** à minuit.", "24:00"),
        ("Please send your CV by 5 pm on 3 March 2026.", "17:00"),
        ("Clôture : 15/03/25 à 17h", "17:00"),
        ("Clôture : 15/03/25", ""),
    ],
)
def test_the_hour_is_the_detail(text: str, hour: str) -> None:
    assert [fact.detail for fact in facts_in(text, deadline.facts, "deadline")] == [hour]


def test_a_label_above_is_part_of_the_quote() -> None:
    fact = facts_in("Date limite de candidature :\n25 décembre 2024", deadline.facts, "deadline")[0]
    assert fact.quote == "Date limite de candidature :\n25 décembre 2024"
