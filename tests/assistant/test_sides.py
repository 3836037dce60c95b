"""What a denial leaves of a number or a time, and days whose month was not said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.asking.month_days import NO_MONTH, in_their_months, moved
from assistant.asking.ranges import Window
from assistant.asking.reading import Condition, Reading
from assistant.assistant import Assistant
from tests.support import assistant_fixture, assistant_over, matched

POSTINGS = {
    "gao.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nContrat : CDD de 4 mois\n"
        "Prise de poste : 4 janvier 2027\nSalaire : 900 EUR par mois\n\nProfil\n- Français et songhay exigés.\n\n"
        "Date limite : 12 décembre 2026\n"
    ),
    "mopti.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\nFixed-term contract of 12 months\n"
        "Start date: 1 March 2027\nPay: 2,400 EUR per month\n\n"
        "Requirements\n- English, French and Arabic are required.\n\nDeadline: 8 January 2027\n"
    ),
    "kayes.txt": (
        "Comptable\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nContrat : CDD de 8 mois\n"
        "Salaire : 1 600 EUR par mois\n\n"
        "Profil\n- Français exigé, anglais souhaité.\n\nDate limite : 20 décembre 2026\n"
    ),
    "segou.txt": (
        "Stage – Communication\n\nOrganisation : École du Fleuve\nLieu : Ségou, Mali\n\nDossier à déposer sur place.\n"
    ),
}


asked = assistant_fixture(POSTINGS, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # lengths and pays on the side that a denial leaves
        ("Which jobs don't last more than six months?", "gao"),
        ("Quels contrats ne dépassent pas huit mois ?", "gao kayes"),
        ("Which contracts don't exceed eight months?", "gao kayes"),
        ("Which jobs don't pay less than 2000 euros a month?", "mopti"),
        ("Lesquels ne paient pas au moins 1600 € par mois ?", "gao"),
        ("Je ne veux pas gagner moins de 1500 € par mois : quelles offres ?", "kayes mopti"),
        ("Qui ne paie pas plus de 1000 € par mois ?", "gao"),
        ("Which pay no less than 1600 euros a month?", "kayes mopti"),
        # … and times
        ("Which don't close in December?", "mopti"),
        ("Lesquelles ne ferment pas en décembre ?", "mopti"),
        ("Quels postes ne commencent pas en janvier ?", "kayes mopti segou"),
        ("Which jobs don't start in January?", "kayes mopti segou"),
        ("Which deadlines are not before 20 December?", "kayes mopti"),
        # how many languages are demanded; of those that are a choice one
        ("Which jobs require at least two languages?", "gao kayes mopti"),
        ("Combien d'offres exigent plus d'une langue ?", "gao mopti"),
        ("Which ask for several languages?", "gao kayes mopti"),
        ("Quelles offres demandent trois langues ou plus ?", "mopti"),
        ("Which ask for exactly two languages?", "gao"),
        ("Quelles offres n'exigent qu'une seule langue ?", "kayes"),
        ("Which ones require only one language?", "kayes"),
        ("Which jobs require no more than one language?", "kayes"),
        ("Lesquelles n'exigent pas deux langues ?", "kayes segou"),
        ("Je parle deux langues, quelles offres demandent le songhay ?", "gao"),
        # the language that a posting is not written in
        ("Which postings were not written in English?", "gao kayes segou"),
        ("Which ads weren't written in French?", "mopti"),
        ("Quelles annonces ne sont pas en français ?", "mopti"),
        ("Quelles offres ne sont pas rédigées en anglais ?", "gao kayes segou"),
        # between two days that are named apart
        ("Which postings close before 21 December but after 12 December?", "kayes"),
        ("Quelles offres ferment après le 12 décembre et avant le 10 janvier ?", "kayes mopti"),
        # days whose month was not said
        ("Which close before the 15th?", "gao"),
        ("Lesquelles ferment avant le 15 ?", "gao"),
        ("Quelles offres ferment entre le 5 et le 20 ?", "gao kayes"),
        ("Which close between the 5th and the 12th?", "gao"),
        ("Quelles offres ferment après le 12 décembre mais avant le 21 ?", "kayes"),
        ("Which close after the 15th and before 10 January?", "kayes mopti"),
        ("Which are still open on the 20th?", "kayes mopti"),
        ("Je rentre le 20 : quelles offres seront encore ouvertes ?", "kayes mopti"),
        ("I'm back on 20 December; which jobs will still be open?", "kayes mopti"),
        ("I can only apply from the 15th. Which will still be open then?", "kayes mopti"),
        ("Je pars le 15, lesquelles ferment avant ?", "gao"),
        ("I leave on the 15th: which close before then?", "gao"),
        ("I'm away until the 15th. Which close after that?", "kayes mopti"),
        ("Je suis absent jusqu'au 15 : lesquelles ferment après ?", "kayes mopti"),
        ("Which jobs start on the 4th?", ""),
        # weeks and months together, and those that are over
        ("Which jobs close this month or next month?", "gao kayes"),
        ("Quelles offres ferment ce mois-ci ou le mois prochain ?", "gao kayes"),
        ("Which closed in December?", ""),
        ("Lesquelles ont fermé en janvier ?", ""),
        ("Lesquelles ferment en janvier ?", "mopti"),
    ],
)
def test_sets(question: str, right: str, asked: Assistant) -> None:
    assert matched(asked.ask(question)) == right


@pytest.mark.parametrize(
    ("first", "last", "today", "right"),
    [
        ((NO_MONTH, 1, 15), None, date(2026, 11, 30), ("2026-12-15", None)),
        ((NO_MONTH, 1, 15), None, date(2026, 12, 15), ("2026-12-15", None)),
        ((NO_MONTH, 1, 31), None, date(2026, 11, 30), ("2026-12-31", None)),
        ((NO_MONTH, 1, 30), None, date(2027, 2, 1), ("2027-03-30", None)),
        ((NO_MONTH, 1, 5), (NO_MONTH, 1, 15), date(2026, 12, 10), ("2027-01-05", "2027-01-15")),
        ((NO_MONTH, 1, 20), (2027, 1, 9), date(2026, 11, 30), ("2026-12-20", "2027-01-09")),
        ((NO_MONTH, 1, 20), (2000, 1, 9), date(2026, 11, 30), ("2000-12-20", "2000-01-09")),
        ((2026, 12, 20), (NO_MONTH, 1, 9), date(2026, 11, 30), ("2026-12-20", "2027-01-09")),
        ((2026, 12, 20), (2027, 1, 9), date(2026, 11, 30), ("2026-12-20", "2027-01-09")),
    ],
)
def test_the_month_that_is_meant(
    first: tuple[int, int, int], last: tuple[int, int, int] | None, today: date, right: tuple[str, str | None]
) -> None:
    window = Window("between", 0, 1, date(*first), end=date(*last) if last else None)
    reading = Reading("", "", "en", "set", conditions=(Condition("deadline", window=window),))
    found = in_their_months(reading, today).conditions[0].window
    assert found is not None
    assert (str(found.day), str(found.end) if found.end else None) == right


def test_a_day_without_a_month_stays_in_it() -> None:
    days = [date(NO_MONTH, 1, 1), date(NO_MONTH, 1, 31), date(2026, 11, 30)]
    assert [str(moved(day, -1)) for day in days] == ["0001-01-01", "0001-01-30", "2026-11-29"]
    assert [str(moved(day, 1)) for day in days] == ["0001-01-02", "0001-01-31", "2026-12-01"]


@pytest.mark.parametrize(
    ("question", "today", "right"),
    [
        ("Which closed in December?", date(2027, 1, 5), "gao kayes"),
        ("Lesquelles ont fermé en décembre ?", date(2027, 1, 5), "gao kayes"),
        ("Which closed last month?", date(2027, 1, 5), "gao kayes"),
        ("Lesquelles ont fermé le mois dernier ?", date(2027, 1, 5), "gao kayes"),
        ("Which closed last week?", date(2026, 12, 14), "gao"),
        ("Lesquelles ont fermé cette semaine ?", date(2026, 12, 13), "gao"),
        ("Which jobs close this week or next week?", date(2026, 12, 9), "gao kayes"),
        ("Quelles offres ferment cette semaine ou la semaine prochaine ?", date(2026, 12, 9), "gao kayes"),
    ],
)
def test_on_another_day(question: str, today: date, right: str, tmp_path: Path) -> None:
    with assistant_over(POSTINGS, tmp_path, today) as assistant:
        found = assistant.ask(question).matches
    assert " ".join(sorted(m.posting.removesuffix(".txt") for m in found)) == right
