"""Answers out of facts: judged, worded, and dated, over postings made for each case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answering.values import amount, day, value_of, years
from assistant.assistant import Assistant
from assistant.domain import Amount, Answer, Citation, Fact, Language, Turn, Years
from assistant.fact_form import fact_object
from assistant.indexing import index_folder
from assistant.json_form import answer_object
from assistant.store import Store
from assistant.text import clean
from tests.support import hash_store, write_files

TODAY = date(2025, 3, 10)
POSTINGS = {
    "rabat.txt": """Association Soleil recrute un Comptable

Lieu de travail : Rabat
Profil recherché :
- Licence en comptabilité
- Anglais (obligatoire), Français (souhaitable)
- 3 ans d'expérience minimum
Contrat : CDD à temps plein
Salaire : 9 000 MAD net par mois
Date limite : 31 mars 2025
Envoyer CV et lettre de motivation à rh@soleil.example
""",
    "tanger.txt": """Fondation Lune recrute une Animatrice

Lieu de travail : Tanger
Profil recherché :
- Maîtrise du français et de l'arabe exigée, le tamazight est un atout
- Permis de conduire indispensable
- 1 an d'expérience minimum
Contrat : stage
Salaire : 400 EUR par mois
Date limite : 1er mars 2025
Envoyer CV à stages@lune.example
""",
    "fes.txt": """Coopérative Étoile recrute un Chauffeur

Lieu de travail : Fès
Profil recherché :
- Permis B exigé
Salaire : 6 000 MAD par mois
""",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


def matches(answer: Answer) -> dict[str, str]:
    return {match.posting.split(".")[0]: match.modality for match in answer.matches}


SETS = [
    ("Quels postes exigent l'anglais ?", {"rabat": "required"}),
    ("Which jobs require French?", {"tanger": "required", "rabat": "asset"}),
    ("Pour quels postes le français est-il un atout ?", {"rabat": "asset"}),
    ("Which jobs name French as a plus?", {"rabat": "asset"}),
    ("Quels postes n'exigent pas le français ?", {"rabat": "asset", "fes": "none"}),
    ("Which jobs do not require French?", {"rabat": "asset", "fes": "none"}),
    ("Which jobs require English and French?", {"rabat": "asset"}),
    ("Quels postes exigent le permis de conduire ?", {"fes": "required", "tanger": "required"}),
    ("Which jobs are open?", {"rabat": "stated"}),
    ("Quelles offres sont clôturées ?", {"tanger": "stated"}),
    ("Quels postes en CDD exigent l'anglais ?", {"rabat": "required"}),
    ("Which jobs pay more than 8000 MAD per month?", {"rabat": "stated"}),
    ("Quels postes à Tanger exigent le français ?", {"tanger": "required"}),
    ("Which jobs in Casablanca require French?", {}),
    ("Quels postes demandent l'espagnol ?", {}),
    ("Quelles offres exigent l'arabe ou l'anglais ?", {"rabat": "required", "tanger": "required"}),
    ("Which jobs require Spanish or Arabic?", {"tanger": "required"}),
    ("Quelles offres paient en euros ?", {"tanger": "stated"}),
    ("Which jobs are paid in MAD?", {"rabat": "stated", "fes": "stated"}),
    ("Quelles offres ne donnent aucune date limite ?", {"fes": "none"}),
    ("Which postings give no deadline?", {"fes": "none"}),
    ("Quelles offres ferment en mars 2025 ?", {"rabat": "stated", "tanger": "stated"}),
    ("Which jobs close before 15 March 2025?", {"tanger": "stated"}),
    ("Which jobs close in the next 30 days?", {"rabat": "stated"}),
    ("Quelles offres ferment cette semaine ?", {}),
    ("Which jobs ask for at least 2 years of experience?", {"rabat": "required"}),
    ("Quels postes demandent 2 ans d'expérience ou moins ?", {"tanger": "required"}),
    ("Quels postes exigent l'anglais, avec les citations ?", {"rabat": "required"}),
    ("List all jobs that require French, with the quote", {"tanger": "required", "rabat": "asset"}),
    ("quels postes sont ouverts, preuve a l'appui", {"rabat": "stated"}),
    ("which ones require arabic and show me where it says so", {"tanger": "required"}),
    ("Quels postes exigent l'anglais, en citant le passage", {"rabat": "required"}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_sets(question: str, right: dict[str, str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert matches(answer) == right, answer.text
    assert answer.checked == len(POSTINGS)


def test_what_cannot_be_decided_is_named(asked: Assistant) -> None:
    answer = asked.ask("Which jobs are open?")
    assert [(u.posting, u.why) for u in answer.undecided] == [("fes.txt", "no deadline stated")]


UNTIL_FILLED = {
    "filled.txt": "Vacancy: Cook\nEnglish is required.\nWe keep the call open until the three places are taken.\n",
    "silent.txt": "Poste : Chauffeur\nL'anglais est exigé.\nContrat : CDI\n",
    "plus.txt": "Poste : Comptable\nL'anglais est un atout.\nContrat : CDI\n",
    "flow.txt": "Poste : Formateur\nAnglais exigé.\nLes candidatures sont examinées au fil de l'eau.\n",
}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs require English and are still open?", {"filled": "required", "flow": "required"}),
        ("Quelles offres sont encore ouvertes ?", {"filled": "stated", "flow": "stated"}),
        ("Quelles offres sont closes ?", {}),
    ],
)
def test_what_is_open_until_it_is_filled(question: str, right: dict[str, str], tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", UNTIL_FILLED))
        answer = Assistant(store, lambda: TODAY).ask(question)
    assert matches(answer) == right, answer.text
    assert ("Comptable (a plus only): no deadline" in answer.text) == ("English" in question), answer.text


@pytest.mark.parametrize(
    ("question", "count"), [("Combien de postes exigent le permis ?", "2"), ("How many jobs require Spanish?", "0")]
)
def test_counts(question: str, count: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "count"
    assert answer.text.startswith(count), answer.text


FACTS = [
    ("Quel est le salaire à Rabat ?", "9\u202f000 MAD par mois", "fr"),
    ("What does the job in Rabat pay?", "9,000 MAD per month", "en"),
    ("Quelle est la date limite à Rabat ?", "31 mars 2025 (dans 21 jours)", "fr"),
    ("What is the deadline in Tanger?", "1 March 2025 (passed)", "en"),
    ("Le poste de Tanger exige-t-il le tamazight ?", "Non, c'est seulement un atout", "fr"),
    ("Does the Tanger job require Tamazight?", "No, it is only a plus", "en"),
    ("Does the Rabat job require Arabic?", "No: the posting", "en"),
    ("Quelle est la date limite à Fès ?", "Non précisé", "fr"),
    ("Quelle est la gratification du stage ?", "400 EUR par mois", "fr"),
    ("How much does the internship pay?", "400 EUR per month", "en"),
    ("Which job pays best?", "Comptable, Association Soleil (Rabat): 9,000 MAD per month", "en"),
]


@pytest.mark.parametrize(("question", "words", "language"), FACTS)
def test_facts(question: str, words: str, language: Language, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert words in answer.text, answer.text
    assert answer.language == language


def test_other_units_are_named_and_not_compared(asked: Assistant) -> None:
    answer = asked.ask("Quelles offres paient le mieux ?")
    assert matches(answer) == {"rabat": "stated"}
    assert "400 EUR par mois" in answer.text.split("non comparées")[1]


@pytest.mark.parametrize(
    ("question", "closed"), [("Où postuler à Tanger ?", True), ("Where do I apply in Rabat?", False)]
)
def test_a_closed_posting_is_said_to_be_closed(question: str, closed: bool, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert ("closes depuis le 1er mars 2025" in answer.text) == closed, answer.text


FOLLOW_UPS = [
    (["Quelle est la date limite à Rabat ?"], "Et le salaire ?", "9\u202f000 MAD"),
    (["What is the deadline in Rabat?"], "And the salary?", "9,000 MAD"),
    (["What is the deadline in Rabat?"], "And in Tanger?", "1 March 2025"),
    (["Quels postes exigent le permis ?"], "Parmi ceux-ci, lesquels exigent le français ?", "1 de ces 2 offres"),
    (["Which jobs require a driving licence?"], "Among those, which require French?", "1 of these 2 postings"),
    (["Quels postes exigent l'anglais ?"], "et le français ?", "1 offre sur 3 exige le français"),
    (["Quels postes exigent l'anglais ?"], "in English please", "1 of 3 postings requires English"),
    (["Does the Tanger job require French?"], "why?", "This is what says so in the texts"),
    (["Which jobs require a driving licence?"], "the second one, what is its deadline?", "1 March 2025"),
    (["What is the deadline in Rabat?"], "Which jobs require Arabic?", "1 of 3 postings requires Arabic"),
]


@pytest.mark.parametrize(("earlier", "question", "words"), FOLLOW_UPS)
def test_follow_ups(earlier: list[str], question: str, words: str, asked: Assistant) -> None:
    answer = asked.ask(question, [Turn("user", text) for text in earlier])
    assert words in answer.text, answer.text


def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    with hash_store(tmp_path) as store:
        answer = Assistant(store).ask("Which jobs require English?")
    assert answer.abstained
    assert "python -m assistant index FOLDER" in answer.text


VALUES = [
    (Amount(480, 480, "EUR", "month"), "480 EUR par mois", "480 EUR per month"),
    (Amount(30000, 35000, "EUR", "year"), "de 30\u202f000 à 35\u202f000 EUR par an", "30,000 to 35,000 EUR per year"),
    (Amount(16.97, 16.97, "EUR", "hour"), "16,97 EUR par heure", "16.97 EUR per hour"),
    (Amount(None, 200, "EUR", None), "au plus 200 EUR", "at most 200 EUR"),
]


@pytest.mark.parametrize(("value", "french", "english"), VALUES)
def test_amounts(value: Amount, french: str, english: str) -> None:
    assert (amount("fr", value), amount("en", value)) == (french, english)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (Years(2), "au moins 2 ans", "at least 2 years"),
        (Years(1), "au moins 1 an", "at least 1 year"),
        (Years(3, 4), "de 3 à 4 ans", "3 to 4 years"),
        (Years(1.5, 1.5), "18 mois", "18 months"),
        (Years(None, 5), "au plus 5 ans", "at most 5 years"),
    ],
)
def test_years(value: Years, french: str, english: str) -> None:
    assert (years("fr", value), years("en", value)) == (french, english)


@pytest.mark.parametrize(
    ("when", "french", "english"),
    [(date(2025, 8, 1), "1er août 2025", "1 August 2025"), (date(2022, 7, 17), "17 juillet 2022", "17 July 2022")],
)
def test_days(when: date, french: str, english: str) -> None:
    assert (day("fr", when), day("en", when)) == (french, english)


def test_wordings_say_the_same_things_in_both_languages(hashed_seeds: Store) -> None:
    del hashed_seeds
    from assistant.resources import table

    french, english = table("wording.toml")["fr"], table("wording.toml")["en"]
    assert french.keys() == english.keys()
    for part, words in french.items():
        if isinstance(words, dict):
            assert words.keys() == english[part].keys(), part


@pytest.mark.parametrize(
    ("question", "more"),
    [
        ("Which jobs close before 31 December 2025?", "- and 27 more"),
        ("Quelles offres ferment avant le 31 décembre 2025 ?", "- et 27 autres"),
        ("Which job pays best?", "- and 19 more"),
        ("Quel poste paie le mieux ?", "- et 19 autres"),
    ],
)
def test_of_many_that_cannot_be_told_some_are_named(tmp_path: Path, question: str, more: str) -> None:
    """A set keeps each as undecided all the same, for whoever wants all of them."""
    pays = [f"{8000 + n} MAD par mois" for n in range(24)] + [f"{40 + n} EUR par jour" for n in range(23)]
    files = {f"{n:02}.txt": f"Association A{n} recrute un Comptable\n\nSalaire : {p}\n" for n, p in enumerate(pays)}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "in", files))
        answer = Assistant(store, lambda: TODAY).ask(question)
    listed = [statement.text for statement in answer.statements if statement.text.startswith("- ")]
    assert listed[-1] == more
    assert len(answer.undecided) == (47 if answer.kind == "set" else 0)


@pytest.mark.parametrize(
    ("code", "quote", "language", "right"),
    [
        ("zgh", "Le tarifit est vivement souhaité", "fr", "le tamazight (tarifit)"),
        ("zgh", "Tachelhit is a must", "en", "Tamazight (Tachelhit)"),
        ("zgh", "L'amazigh est un atout", "fr", "le tamazight"),
        ("ar", "L'arabe tunisien et le français", "fr", "l'arabe (arabe tunisien)"),
        ("ar", "Fluent Levantine Arabic", "en", "Arabic (Levantine Arabic)"),
        ("ku", "Kurmanji or Sorani", "en", "Kurdish (Kurmanji, Sorani)"),
        ("fr", "Le français et le tarifit", "fr", "le français"),
    ],
)
def test_a_language_with_its_name_in_one_region(code: str, quote: str, language: Language, right: str) -> None:
    fact = Fact("p", "language", code, "stated", quote, 0, len(quote))
    assert value_of(language, fact) == right


def test_quotes_over_glued_items_go_out_as_their_file_has_them() -> None:
    text = "Vos missions :***Tenir la caisse***Préparer les bilans\n* Rigueur"
    kept = clean(text)
    places = ((0, len(text)), (0, 32), (14, 32), (18, 40))
    cited = tuple(Citation(n, "one.txt", "", kept[start:end], start, end) for n, (start, end) in enumerate(places))
    out = answer_object(Answer("?", "fr", "open", (), cited))["citations"]
    assert [one["quote"] for one in out] == [text[start:end] for start, end in places]
    fact = Fact("source/one.txt", "title", "x", "stated", kept[0:32], 0, 32)
    assert fact_object(fact)["quote"] == text[0:32]
