"""When postings were published: those of a time, the newest and the oldest, and the day of one."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\nPublié le 3 novembre 2026\n\nContrat : CDI\n\n"
        "Candidatures à rh@puits.example, avant le 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief | Location: Mopti, Mali | Posted 24 Nov 2026\n\n"
        "Permanent contract\n\nDeadline: 8 January 2027\n"
    ),
    "kayes.txt": (
        "Comptable\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nContrat : CDD\n\n"
        "Date de publication : 28/10/2026\nDate limite : 20 décembre 2026\n"
    ),
    "segou.txt": (
        "Gardien\n\nOrganisation : Maison du Fleuve\nLieu : Ségou, Mali\n\nContrat : CDD\n\n"
        "Publiée il y a 6 jours. Vous joindrez la liste des travaux publiés.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs were posted this month?", "mopti gao"),
        ("Quelles annonces ont été publiées ce mois-ci ?", "mopti gao"),
        ("Which were published before 5 November?", "gao kayes"),
        ("Quelles offres sont parues depuis le 3 novembre ?", "mopti gao"),
        ("What was posted in October?", "kayes"),
        ("Qu'est-ce qui est paru en octobre ?", "kayes"),
        ("Which jobs were posted in the last 7 days?", "mopti"),
        ("Quelles offres ont été publiées au cours des 30 derniers jours ?", "mopti gao"),
        ("How many permanent jobs were posted this month?", "mopti gao"),
        ("Which fixed-term jobs were published in November?", ""),
        ("Which jobs posted this month close in December?", "gao"),
        ("Quels postes publiés ce mois-ci ferment en janvier ?", "mopti"),
        ("Which were posted in November and start right away?", ""),
        ("Which jobs were posted yesterday?", ""),
        ("Quelles offres ont paru hier ?", ""),
        ("In November, which jobs were posted?", "mopti gao"),
        ("Which of the posted jobs close in January?", "mopti"),
        # in order
        ("What are the most recent postings?", "mopti gao kayes"),
        ("Quelles sont les dernières annonces ?", "mopti gao kayes"),
        ("What's the newest job?", "mopti"),
        ("Quelle est l'annonce la plus récente ?", "mopti"),
        ("Which is the oldest ad?", "kayes"),
        ("Quelle est l'annonce la plus ancienne ?", "kayes"),
        ("Quels sont les postes les plus récents en CDD ?", "kayes"),
    ],
)
def test_which(question: str, right: str, asked: Assistant) -> None:
    assert " ".join(m.posting.removesuffix(".txt") for m in asked.ask(question).matches) == right


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When was the job in Gao posted?", "was published on 3 November 2026: « Publié le 3 novembre 2026 »"),
        ("Quand l'offre de Mopti a-t-elle été publiée ?", "a été publiée le 24 novembre 2026 : « Posted 24 Nov 2026 »"),
        ("When was the job in Ségou published?", "does not give the date of publication"),
        ("Quand l'annonce de Ségou est-elle parue ?", "n'indique pas la date de publication"),
        ("Which jobs were posted this month?", "2 postings say that they were published this month, up to today"),
        ("Quelles annonces ont été publiées ce mois-ci ?", "1 offre ne dit pas quand elle a été publiée"),
        # what of them cannot be told is named
        ("Which open jobs in Mali were posted this month?", "2 postings say that they were published this month"),
        ("Quels postes publiés ce mois-ci commencent tout de suite ?", "Aucune"),
        # another thing that is published, or done last
        ("Which jobs close last?", "8 January 2027"),
    ],
)
def test_what_is_said(question: str, said: str, asked: Assistant) -> None:
    assert said in asked.ask(question).text
