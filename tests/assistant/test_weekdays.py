"""Days of the week in questions, and what denied more or less than was read."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nContrat : CDD\n\nPermis B exigé.\n"
        "Cinq ans d'expérience exigés. Vous encadrez une équipe de six personnes.\nDate limite : 3 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\nPermanent contract\n\n"
        "Salary: £31,000 a year\nYou manage a team of three.\nDeadline: 6 December 2026\n"
    ),
    "kayes.txt": (
        "Infirmier\n\nOrganisation : Atlas Santé\nLieu : Kayes, Mali\n\nContrat : intérim\n\n"
        "Salaire : 24 000 £ par an\nDate limite : 7 décembre 2026\n"
    ),
    "segou.txt": (
        "Sage-femme\n\nOrganisation : Maison du Fleuve\nLieu : Ségou, Mali\n\nContrat : CDI\n\n"
        "Deux ans d'expérience exigés. Travail un dimanche sur deux.\nDate limite : 20 décembre 2026\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))  # a Monday


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs close before Friday?", "gao"),
        ("Quelles offres ferment avant vendredi ?", "gao"),
        ("Which jobs close by Sunday?", "gao mopti"),
        ("Lesquelles ferment d'ici dimanche soir ?", "gao mopti"),
        ("Which close on Thursday?", "gao"),
        ("Which close before Monday?", "gao mopti"),
        ("Which close before Friday 4 December?", "gao"),
        ("Quelles offres ferment avant le lundi 7 décembre ?", "gao mopti"),
        ("Which close after next Sunday?", "kayes segou"),
        ("Which jobs close by the end of the week?", "gao mopti"),
        ("Où postuler avant la fin de la semaine ?", "gao mopti"),
        # of the work, and not of a deadline
        ("Which jobs work on Sundays?", "segou"),
        # what is denied
        ("Je ne veux plus d'intérim, montrez-moi tout ce qui n'est pas du temporaire", "mopti segou"),
        ("Which jobs manage people without needing five years' experience?", "mopti"),
        ("Where is it that I wouldn't have to supervise anybody?", "kayes segou"),
        ("Je n'ai pas encore passé mon permis : à quoi puis-je postuler ?", "kayes mopti segou"),
        ("Je refuse les contrats sans suite, donc uniquement un CDI : que reste-t-il ?", "mopti segou"),
        ("Des emplois dans la santé, sauf ceux qui demandent de l'expérience, merci", "kayes"),
        ("Health jobs except the ones that ask for experience", "kayes"),
        ("jobs with Sunday work but no licence needed?", "segou"),
        ("Aucun permis exigé, quels postes ?", "kayes mopti segou"),
        ("Je cherche un CDI à Ségou ou Mopti, avec ou sans permis : qu'avez-vous ?", "mopti segou"),
        ("Quelles offres sont dans la santé mais pas pour des infirmiers ?", "segou"),
        ("2+ years of experience, which jobs?", "gao segou"),
        ("2 ans d'expérience ou plus, quels postes ?", "gao segou"),
        # amounts behind their sign
        ("more than £30,000 a year", "mopti"),
        ("jobs over £20,000 a year", "kayes mopti"),
    ],
)
def test_which(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


BESIDE = {
    "gao.txt": (
        "Logisticien\n\nLieu : Gao\n\nCDD de 30 mois.\n\nTravail le week-end et la nuit.\n"
        "Logement et transport assurés.\n"
    ),
    "mopti.txt": (
        "Infirmier\n\nLieu : Mopti\n\nCDD de 6 mois, dès avril 2027.\n\nTravail le week-end.\nLogement assuré.\n"
        "Date limite : 6 mars 2027\n"
    ),
    "kayes.txt": "Comptable\n\nLieu : Kayes\n\nVous travaillez du lundi au vendredi.\n\nDate limite : 7 mars 2027\n",
}


beside = assistant_fixture(BESIDE, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("weekend work no nights", "mopti"),
        ("Quels postes ont du travail le week-end mais pas la nuit ?", "mopti"),
        ("Which give housing but no transport?", "mopti"),
        ("Lesquels offrent un logement mais pas de transport ?", "mopti"),
        ("Which jobs offer both housing and transport?", "gao"),
        ("Are there any jobs with no closing date at all?", "gao"),
        # lengths with nothing else that lasts beside
        ("Y a-t-il des offres de plus de 24 mois ?", "gao"),
        ("offres + de 24 mois", "gao"),
        ("moins de 12 mois, lesquels ?", "mopti"),
        ("Which jobs are for less than 300 days and pay in euros?", ""),
        # what stands before "which", and at the end
        ("debut en mars ou avril quelles offres", "mopti"),
        ("work at night, any?", "gao"),
    ],
)
def test_what_is_not_to_come_beside(question: str, right: str, beside: Assistant) -> None:
    assert matched(beside.ask(question)) == right
