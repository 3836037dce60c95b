"""Who the employer is, why a post is there, whom one works with and who is wanted: sentences of the one posting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "keeper.txt": (
        "Bookkeeper (m/f)\n\nOrganisation: Lantern Trust\nLocation: Kisumu, Kenya\n\n"
        "About us\nLantern Trust lends solar lamps to fishing villages. We were founded by teachers.\n\n"
        "The post\nOur present bookkeeper retires in March. You will pay the suppliers and keep the cash book.\n"
        "You will work with two field officers and report to the treasurer.\n\n"
        "Profile\nA diploma in accounting. You are patient and discreet.\n\n"
        "Conditions\nThe pay is KES 60,000 a month. A first experience would be welcome but is not required.\n"
    ),
    "cuisine.txt": (
        "Cuisinière ou cuisinier\n\nOrganisation : Cantine des Rives\nLieu : Thiès, Sénégal\n\n"
        "Qui sommes-nous ?\nLa Cantine des Rives sert chaque midi 300 repas aux écoliers du quartier.\n\n"
        "Le poste\nLa création de ce poste répond à l'ouverture d'un second réfectoire. "
        "Vous préparez les repas et tenez la réserve.\n"
        "Vous travaillez en lien avec deux aides et la diététicienne.\n\n"
        "Profil\nCAP de cuisine. Une personne souriante et ponctuelle.\n\n"
        "Conditions\nCDI. Le salaire est de 180 000 FCFA par mois. Date limite : 3 janvier 2027.\n"
        "Semaine de quatre jours possible. Pas de mail.\n"
    ),
    "asylum.txt": (
        "Adviser, night shelter\n\nOrganisation: Open Door\nLocation: Leeds, United Kingdom\n\n"
        "Tasks\nAdvise people who applied for protection after they fled their country.\n\n"
        "Conditions\nFixed term, one year. Closing date: 20 December 2026.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("told"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who are Lantern Trust and what do they do?", "lends solar lamps"),
        ("What does Lantern Trust do?", "lends solar lamps"),
        ("C'est qui, la Cantine des Rives, et ils font quoi ?", "300 repas"),
        ("Who is behind the Kisumu job?", "lends solar lamps"),
        ("Why is there a job at Lantern Trust?", "retires in March"),
        ("Pourquoi la Cantine des Rives recrute-t-elle ?", "second réfectoire"),
        ("Who would I work with in Kisumu?", "two field officers"),
        ("Avec qui je travaillerais à Thiès ?", "deux aides"),
        ("What kind of person does Lantern Trust want?", "patient and discreet"),
        ("Quel genre de personne cherche la Cantine des Rives ?", "souriante et ponctuelle"),
    ],
)
def test_what_is_told_in_sentences_is_quoted(question: str, words: str, store: Store) -> None:
    kind, shown, text = ask_on(store, TODAY, question)
    assert (kind, len(shown), words in text) == ("open", 1, True), text


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        # What weighs a thing down is not what demands it.
        ("Is experience needed for the bookkeeper in Kisumu?", "fact", "only a plus"),
        # Homographs: what is worked on.
        ("Can I work a four-day week in Thiès?", "fact", "Semaine de quatre jours"),
        ("Which jobs work with asylum seekers?", "set", "fled their country"),
        ("Le cuisinier ou la comptable : lequel est en CDI ?", "set", "1 offre sur"),
        # Of the life at a place no posting tells.
        ("How much is the rent in Kisumu?", "outside", ""),
        ("Combien coûte le loyer à Thiès ?", "outside", ""),
    ],
)
def test_questions_beside_them(question: str, kind: str, words: str, store: Store) -> None:
    told, _, text = ask_on(store, TODAY, question)
    assert (told, words in text) == (kind, True), text


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (["What does the cook earn?", "and the bookkeeper?", "which of the two pays more?"], ["60,000", "180,000"]),
        (["Quel est le salaire à Thiès ?", "et à Kisumu ?", "lequel des deux paie le mieux ?"], ["60 000", "180 000"]),
        (["What does the cook earn?", "and the bookkeeper?", "is it full time?"], ["Kisumu"]),
    ],
)
def test_the_two_are_the_last_that_were_spoken_of(turns: Sequence[str], words: Sequence[str], store: Store) -> None:
    text = ask_on(store, TODAY, *turns)[2].replace("\u202f", " ").replace("\xa0", " ")
    assert all(word in text for word in words), text
