"""What a question leaves out, what it asks politely with a word of denial, and what somebody has not got."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from tests.support import assistant_fixture, matched

POSTINGS = {
    "cook.txt": (
        "Cook (m/f)\n\nThe Old Mill Ltd\nLocation: Nairobi\nPermanent contract\nHousing is provided.\n\n"
        "Requirements:\n- Fluent English\n- You need your own car\n\nSalary: 900 EUR per month\n"
    ),
    "clerk.txt": (
        "Comptable (H/F)\n\nONG Espoir\nLieu : Dakar\nCDD de 18 mois\nTélétravail partiel possible.\n\n"
        "Profil :\n- Anglais courant exigé\n- Permis B exigé\n\nSalaire : 2 400 EUR par mois\n"
    ),
    "trainee.txt": (
        "Assistant comptable (H/F)\n\nCabinet Rey SARL\nLieu : Dakar\nStage de 6 mois\n\nProfil :\n"
        "- Français courant\n\n"
        "Gratification : 300 EUR par mois\n"
    ),
    "helper.txt": (
        "Bénévole (H/F)\n\nONG Rivage\nLieu : Rabat\nBénévolat\nDurée : 24 mois\n\nProfil :\n- Français courant exigé\n"
    ),
}

asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        # what is left out
        ("Exclure les stages et me montrer les postes à Dakar", "clerk"),
        ("Quels postes, à l'exclusion des stages ?", "clerk cook helper"),
        ("Which jobs, with the exception of internships, are in Senegal?", "clerk"),
        ("Postes au Sénégal, stages exclus", "clerk"),
        ("Jobs in Senegal, internships excluded", "clerk"),
        ("Which jobs, leaving aside internships, ask for English?", "clerk cook"),
        ("I'd like to avoid volunteering: which jobs are left?", "clerk cook trainee"),
        ("Laisse tomber ceux qui exigent le permis", "cook helper trainee"),
        ("permanent rather than fixed-term jobs", "cook"),
        ("List vacancies that are hybrid instead of fully on site.", "clerk"),
        # of which employers
        ("Postes de comptable hors ONG", "trainee"),
        ("Postes de comptable dans une ONG", "clerk"),
        ("Which jobs don't come from NGOs?", "cook trainee"),
        ("Which NGO jobs do not ask for English?", "helper"),
        ("NGO jobs in Dakar", "clerk"),
        # a polite question denies nothing
        ("T'aurais pas un poste avec logement ?", "cook"),
        ("Vous n'auriez pas un poste en télétravail ?", "clerk"),
        ("Isn't there anything with housing?", "cook"),
        ("You wouldn't have any remote jobs?", "clerk"),
        # what somebody has not got, and what is asked for beside it
        ("Je n'ai pas de voiture, quels postes me vont ?", "clerk helper trainee"),
        ("I don't own a car. Which jobs are OK?", "clerk helper trainee"),
        ("I have no car. Which jobs insist on one?", "cook"),
        ("Sans permis, lesquels demandent l'anglais ?", "cook"),
        ("Which jobs need no licence, and ask for English?", "cook"),
        ("Je n'ai pas le permis : lesquels l'exigent ?", "clerk"),
        ("My English is poor. Which jobs are left?", "helper trainee"),
        ("Mon anglais est mauvais, quels postes me restent ?", "helper trainee"),
        ("Je déteste télétravailler. Lesquels ne m'y obligent pas ?", "cook helper trainee"),
        ("Remote work and volunteering are out. What's left?", "cook trainee"),
        ("Le télétravail et le logement, c'est non. Il reste quoi ?", "helper trainee"),
        # numbers of several words, and amounts
        ("CDD d'au moins dix-huit mois ?", "clerk"),
        ("Quels contrats durent vingt-quatre mois ?", "helper"),
        ("Contracts of twenty-four months or more?", "helper"),
        ("Quels postes payent plus de deux mille euros par mois ?", "clerk"),
        ("Which pay between 2k and 3k euros?", "clerk"),
        ("nothing below 800 a month please", "clerk cook"),
        ("Ceux dont le salaire dépasse 2 000 € par mois", "clerk"),
        ("I won't get out of bed for less than 800 a month, what's left?", "clerk cook"),
        ("Les postes payés moins que 1 000 € par mois", "cook trainee"),
        ("Which internships are actually paid?", "trainee"),
        # of several places, some in no posting
        ("Any jobs in Senegal, Niger or Burkina?", "clerk trainee"),
        ("Les offres au Sénégal, au Tchad ou en Centrafrique", "clerk trainee"),
        ("Trouve-moi les postes de comptable hors ONG.", "trainee"),
    ],
)
def test_what_is_left_out_and_what_is_asked_for(asked: Assistant, question: str, names: str) -> None:
    assert matched(asked.ask(question)) == names
