"""Questions about the built-in fields of all postings, in ordinary words: which conditions they are read as."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking.answered_in import switched_language
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer
from assistant.store import Store
from assistant.understanding import understand

TODAY = date(2026, 11, 27)

# What is asked, and its conditions: the field, its value behind a colon, and what else differs from a plain one.
SETS = [
    ("My mother tongue is Tamazight. Where is that required or at least welcome?", "set", ["language:zgh"]),
    ("Ma langue maternelle est le tamazight. Où est-ce demandé ?", "set", ["language:zgh"]),
    ("Je parle tamazight, y a quoi pour moi ?", "set", ["language:zgh"]),
    ("I speak Tamazight and Spanish, what is there for me?", "set", ["language:zgh"]),
    ("Je parle français, quoi pour moi ?", "set", ["language:fr mine"]),
    ("J'ai le permis, c'est exigé où ?", "set", ["driving_licence"]),
    ("I have my driving licence: where is it required?", "set", ["driving_licence"]),
    ("Je parle espagnol depuis l'enfance. Ça servirait pour quelles offres ?", "set", ["language:es"]),
    ("I have spoken Spanish since childhood. Which jobs would it help with?", "set", ["language:es"]),
    ("Lesquelles annoncent la couleur côté salaire, avec un vrai montant ?", "set", ["pay"]),
    ("Combien d'annonces indiquent un salaire horaire en euros ?", "count", ["pay:EUR"]),
    ("Avec quelles annonces je pourrais télétravailler une partie de la semaine ?", "set", ["mention:remote"]),
    ("Which ones let me work from home part of the week?", "set", ["mention:remote"]),
    (
        "Which ones can I still apply for today that close before 10 December 2026?",
        "set",
        ["status:open", "deadline before 10 December"],
    ),
    (
        "Pour lesquelles je peux encore postuler aujourd'hui, qui ferment avant le 10 décembre 2026 ?",
        "set",
        ["status:open", "deadline before 10 December"],
    ),
    ("Combien y a-t-il de missions de volontariat ?", "count", ["contract:volunteer"]),
    ("Quelles missions de bénévolat proposez-vous ?", "set", ["contract:volunteer"]),
    ("How many of these jobs are still open today?", "count", ["status:open"]),
    ("How many of these vacancies are still accepting applications?", "count", ["status:open"]),
    ("Which ones haven't closed yet?", "set", ["status:open"]),
    ("Which of the postings are no longer open?", "set", ["status:closed"]),
    ("Which postings have already passed their deadline?", "set", ["status:closed"]),
    ("combien doffres ont deja leur date limite passee ?", "count", ["status:closed"]),
    ("Quelles offres ne sont plus ouvertes ?", "set", ["status:closed"]),
    ("Lesquelles ne sont pas encore clôturées ?", "set", ["status:open"]),
    ("Which ones close within the next two weeks?", "set", ["deadline in_days 14"]),
    ("Quelles offres se terminent dans les quinze jours ?", "set", ["deadline in_days 15"]),
    ("Which jobs close in less than a week?", "set", ["deadline in_days 7"]),
    ("Which jobs can I still apply for that close within 10 days?", "set", ["status:open", "deadline in_days 10"]),
    ("Which close next month?", "set", ["deadline next_month"]),
    ("Which jobs close after 15 December?", "set", ["deadline after 15 December"]),
    ("Which applications are due before the end of December?", "set", ["deadline by 31 December"]),
    ("Quelles candidatures sont à remettre avant fin novembre ?", "set", ["deadline by 30 November"]),
    ("Which ones do I need to apply for by 5 December?", "set", ["deadline by 5 December"]),
    ("jobs closing b4 10 dec", "set", ["deadline before 10 December"]),
    ("Where is no deadline given?", "set", ["deadline negated"]),
    ("Which ads say nothing at all about pay?", "set", ["pay negated"]),
    ("Lesquelles ne disent rien du tout sur le salaire ?", "set", ["pay negated"]),
    ("Who asks for a driving licence? Is it mandatory or not?", "set", ["driving_licence"]),
    ("Qui demande le permis de conduire ? Il est obligatoire ou pas ?", "set", ["driving_licence"]),
    ("Où la date limite n'est-elle pas précisée ?", "set", ["deadline negated"]),
    ("How many postings do not mention a closing date?", "count", ["deadline negated"]),
    ("Which postings give an actual pay figure?", "set", ["pay"]),
    ("Combien d'offres donnent le montant du salaire ?", "count", ["pay"]),
    ("Which ads don't say what the pay is?", "set", ["pay negated"]),
    ("Dans combien d'offres le salaire n'est-il pas indiqué ?", "count", ["pay negated"]),
    ("Which jobs pay between 1500 and 2000 euros?", "set", ["pay:EUR min 1500", "pay:EUR max 2000"]),
    ("Quels postes sont payés au moins 15 € de l'heure ?", "set", ["pay:EUR min 15 hour"]),
    ("Which pay more than 300,000 CFA a month?", "set", ["pay:FCFA over 300000 month"]),
    ("Which ones are for a two-year term?", "set", ["duration is 2 year"]),
    ("Quels postes sont pour un mandat de deux ans ?", "set", ["duration is 2 year"]),
    ("Which contracts run for six months?", "set", ["duration is 6 month"]),
    ("Lesquels durent au moins un an ?", "set", ["duration min 1 year"]),
    ("Which ones start right away?", "set", ["start now"]),
    ("Qui cherche quelqu'un immédiatement ?", "set", ["start now"]),
    ("Quels postes sont à pourvoir dès que possible ?", "set", ["start now"]),
    ("Which jobs are to be filled as soon as possible?", "set", ["start now"]),
    ("What starts before March?", "set", ["start before 1 March"]),
    ("Lesquels font moins de 35 heures par semaine ?", "set", ["working_time under 35"]),
    ("Which require no more than two years' experience?", "set", ["experience_years max 2"]),
    ("Which jobs want 3 to 5 years of experience?", "set", ["experience_years min 3", "experience_years max 5"]),
    ("jobs w/o driving license", "set", ["driving_licence negated"]),
    ("Which ones don't need any other language than French?", "set", ["language:fr mine"]),
    ("Which jobs need no language other than English?", "set", ["language:en mine"]),
    ("Which jobs require you to be bilingual in French and English?", "set", ["mention:bilingual"]),
    ("Quelles offres sont en cote divoire ?", "set", ["location:cote d'ivoire"]),
    ("How many postings are in Ivory Coast?", "count", ["location:Ivory Coast"]),
    ("Any jobs in germany?", "set", ["location:germany"]),
    ("Are there any jobs in West Africa?", "set", ["location:West Africa"]),
    ("Quels postes sont au Sénégal ou en Tunisie ?", "set", ["location:Sénégal ou en Tunisie"]),
]

EXTREMES = [
    ("Quelle offre ferme la première ?", "deadline_least"),
    ("Which closes last?", "deadline_most"),
    ("Quelle est la prochaine date limite ?", "deadline_least"),
    ("Lesquelles laissent le plus de temps pour postuler ?", "deadline_most"),
    ("Which job has the lowest hourly rate?", "pay_least"),
]


def _told(condition: Condition) -> str:
    """A condition in short, as in the rows."""
    said = [f"{condition.field}:{condition.value}" if condition.value else condition.field]
    if condition.window:
        said.append(condition.window.kind)
        if condition.window.days:
            said.append(str(condition.window.days))
        if condition.window.day:
            said.append(f"{condition.window.day:%-d %B}")
    if condition.number is not None:
        side = {"min": "over", "max": "under"}.get(condition.bound, "") if condition.strict else condition.bound
        said += [side, f"{condition.number:g}", condition.period]
    said += [name for name in ("negated", "mine") if getattr(condition, name)]
    return " ".join(part for part in said if part)


def _read(question: str, store: Store) -> Reading:
    return understand(question, [], store, TODAY, _no_answer)


def _no_answer(_reading: Reading, _today: date) -> Answer:
    raise AssertionError("a question without history asks for no other answer")


@pytest.mark.parametrize(("question", "intent", "conditions"), SETS)
def test_all_postings(question: str, intent: str, conditions: list[str], hashed_seeds: Store) -> None:
    reading = _read(question, hashed_seeds)
    assert (reading.intent, [_told(c) for c in reading.conditions]) == (intent, conditions)
    assert (reading.topic, reading.unknown, reading.aside) == ((), (), ())


@pytest.mark.parametrize(("question", "end"), EXTREMES)
def test_extremes(question: str, end: str, hashed_seeds: Store) -> None:
    reading = _read(question, hashed_seeds)
    assert (reading.intent, reading.extreme) == ("extreme", end)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which jobs require you to be bilingual in French and English, and where is it only a plus?", None),
        ("Which jobs need somebody fluent in English?", None),
        ("in French please", "fr"),
        ("Which jobs require Arabic? In English please", "en"),
        ("Quels postes exigent l'arabe ? Réponds en anglais", "en"),
        ("Tell me about the Rabat job, in French", "fr"),
    ],
)
def test_language_of_the_answer(question: str, language: str | None) -> None:
    assert switched_language(question) == language
