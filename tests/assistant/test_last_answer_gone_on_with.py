"""What is done with the last answer: some of it left out, put in order, counted, named, compared, quoted."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from tests.support import assistant_fixture, matched

POSTINGS = {
    "cook.txt": (
        "Cook (m/f)\n\nThe Old Mill\nLocation: Nairobi\nPermanent contract\nStart date: 11 January 2027\n\n"
        "Requirements:\n- Fluent English\n- At least 4 years of experience\n\n"
        "Salary: 900 EUR per month\nDeadline: 4 January 2027\n"
    ),
    "driver.txt": (
        "Driver (m/f)\n\nSwift Vans\nLocation: Nairobi\nPermanent contract\nStart date: 1 February 2027\n\n"
        "Requirements:\n- Fluent English\n- Driving licence category B required\n- At least 2 years of experience\n\n"
        "Salary: 1,200 EUR per month\nDeadline: 20 December 2026\n"
    ),
    "guide.txt": (
        "Guide (H/F)\n\nMusée des Ponts\nLieu : Lyon\nCDI\nPrise de poste : 1er février 2027\n\n"
        "Profil :\n- Anglais courant exigé\n- Permis B exigé\n- 3 ans d'expérience au minimum\n\n"
        "Salaire : 1 900 EUR par mois\nDate limite : 15 décembre 2026\n"
    ),
    "clerk.txt": (
        "Comptable (H/F)\n\nCabinet Rey\nLieu : Lyon\nCDD\nPrise de poste : 1er mars 2027\n\n"
        "Profil :\n- Maîtrise d'Excel exigée\n- 1 an d'expérience au minimum\n\n"
        "Salaire : 2 400 EUR par mois\nDate limite : 3 décembre 2026\n"
        "Dossier : CV, casier judiciaire de moins de 3 mois.\n"
    ),
    "books.txt": (
        "Comptable (H/F)\n\nAtelier Sol\nLieu : Dijon\nCDI\nPublié il y a 9 jours\n\n"
        "Profil :\n- Maîtrise d'Excel exigée\n- 5 ans d'expérience au minimum\n\nSalaire : 2 100 EUR par mois\n"
    ),
}

asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("turns", "kind", "names"),
    [
        # some are left out
        ("Which jobs require English?|leave out those that want a driving licence", "set", "cook"),
        ("Which jobs require English?|ok, remove the ones in France", "set", "cook driver"),
        ("Which jobs require English?|not in Kenya", "set", "guide"),
        ("Quels postes exigent l'anglais ?|enlève ceux qui demandent un permis", "set", "cook"),
        ("Quels postes exigent l'anglais ?|maintenant écarte celles en France", "set", "cook driver"),
        ("Quels postes exigent l'anglais ?|pas en France", "set", "cook driver"),
        ("Quels postes exigent Excel ?|exclus les CDD", "set", "books"),
        ("Quels postes exigent l'anglais ?|retire ceux sans permis", "set", "driver guide"),
        ("Which jobs require English?|drop those that don't require a licence", "set", "driver guide"),
        ("Which jobs require Excel?|remove the fixed-term ones", "set", "books"),
        ("Which jobs are permanent?|hide those that are still open", "set", ""),
        ("Quels postes exigent l'anglais ?|supprime ceux qui sont clos", "set", "cook driver guide"),
        ("Which jobs are permanent?|without a licence", "set", "books cook"),
        ("Quels postes exigent l'anglais ?|sans permis", "set", "cook"),
        # asked of all again
        ("Quelle est la date limite du guide ?|Où l'anglais est-il exigé ?", "set", "cook driver guide"),
        ("When does the guide's post close?|Where is English required?", "set", "cook driver guide"),
        ("Quelle est la date limite du guide ?|Où est-il ?", "fact", ""),
        # which is first of them, and again by something else
        ("Which jobs require English?|which one pays the most?", "ranking", "guide"),
        ("Which jobs are in Kenya?|sort them by deadline", "ranking", "driver"),
        ("Quels postes exigent l'anglais ?|lequel demande le moins d'expérience ?", "ranking", "driver"),
        ("Quels postes exigent l'anglais ?|lequel ferme en premier ?|et lequel paie le mieux ?", "ranking", "guide"),
        ("Quels postes exigent l'anglais ?|classe-les par salaire", "ranking", "guide"),
        ("Quels postes exigent l'anglais ?|la mieux payée ?", "ranking", "guide"),
        ("Which jobs are in Kenya?|and the best paid?", "ranking", "driver"),
        ("Quels postes exigent l'anglais ?|le poste le mieux payé ?", "ranking", "clerk"),
        ("Which jobs require English?|Which job pays the most?", "ranking", "clerk"),  # of all of them
        ("Quels postes exigent l'anglais ?|Quel poste paie le mieux ?", "ranking", "clerk"),
        # counted, named, and what says so
        ("Quels postes exigent l'anglais ?|combien il y en a ?", "count", "cook driver guide"),
        ("How many jobs require English?|which ones exactly?", "set", "cook driver guide"),
        ("Combien de postes exigent l'anglais ?|lesquels ?", "set", "cook driver guide"),
        ("Quels postes exigent l'anglais ?|montre-moi la phrase exacte", "set", "cook driver guide"),
        ("Which jobs require English?|quote it please", "set", "cook driver guide"),
        # another month
        ("Which jobs start in January 2027?|and in February?", "set", "driver guide"),
        ("Which jobs start in January 2027?|and February?|what about March?", "set", "clerk"),
        ("Quelles offres ferment en décembre ?|et en janvier ?", "set", "cook"),
    ],
)
def test_a_question_about_the_last_answer_is_of_its_postings(
    asked: Assistant, turns: str, kind: str, names: str
) -> None:
    *before, last = turns.split("|")
    answer = asked.ask(last, [Turn("user", turn) for turn in before])
    assert (answer.kind, matched(answer)) == (kind, names)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        ("Quels postes exigent l'anglais ?|compare les deux premiers", ("Cook", "Driver"), "Musée"),
        ("Which jobs require English?|compare the first and the third", ("Cook", "Guide"), "Driver (m/f)"),
        # the fact that was asked for, of those that bear the name of a job
        ("Combien gagne le guide ?|et le comptable ?", ("2 400", "2 100"), "1 900"),
        ("How much does the driver earn?|and the accountant?", ("2,400", "2,100"), "1,200"),
        # how old a paper may be is asked of the posting that was spoken of
        ("Parle-moi du poste chez Cabinet Rey|et le casier, il doit dater de quand ?", ("moins de 3 mois",), "Cook"),
        ("Combien de temps dure le contrat à Dijon ?", ("Dijon",), "9 jours ("),
    ],
)
def test_what_is_told_of_the_last_answer(asked: Assistant, turns: str, said: tuple[str, ...], unsaid: str) -> None:
    *before, last = turns.split("|")
    text = asked.ask(last, [Turn("user", turn) for turn in before]).text
    assert all(words in text for words in said)
    assert unsaid not in text
