"""Questions as people say them: who may apply, what to keep away from, two jobs at once, who is no posting's matter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answering.duties import duties_of
from assistant.answering.lengths import days_of
from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, posting, write_files

POSTINGS = {
    "eau.txt": """Sources et Savanes – ONG

Responsable eau et assainissement (H/F)
Lieu d'affectation : Maradi, Niger

Profil
Français et haoussa courants exigés ; l'anglais est un atout. Permis B indispensable.
Le poste est ouvert aux seuls ressortissants nigériens.

Conditions
CDD de dix-huit mois. Salaire : 700 000 FCFA brut par mois.
Prime annuelle, déjeuner pris en charge, logement non fourni.

Candidature
CV et lettre de motivation à rh@sources.example au plus tard le 15 janvier 2027.
""",
    "cuisine.txt": """La Longue Table, cantine solidaire à Angers (49), cherche

un cuisinier ou une cuisinière

Vous parlez assez français pour comprendre les consignes. Il faut porter des sacs de 25 kg.
CDI à temps plein, 35 heures, 1 900 € brut par mois. Débutant accepté : nous formons.
Pas besoin de lettre de motivation : appelez le 02 40 00 18 30.
""",
    "child.txt": """Shelter Bridge International

Job title: Child Protection Team Leader
Duty station: Bukavu, Democratic Republic of Congo

You will
* lead a team of nine case workers
* train partners in first aid

We ask for
* a master's degree in social work
* French and English, both fluent

We give
EUR 4,000 gross per month, a shared guesthouse free of charge. On call two nights a week.
All nationalities may apply except Congolese citizens.
Send a CV and a letter to jobs@bridge.example by 20 January 2027, 17:00.
""",
    "assistant.txt": """Fondation Horizon Clair
Offre d'emploi : Assistant·e de direction
Thiès (Sénégal) – CDI – temps plein

La fondation aide des lycéennes. Son équipe de onze personnes travaille au Plateau.

Rattaché·e au Directeur général, l'assistant·e de direction :
• tient l'agenda du Directeur ;
• rédige les procès-verbaux du conseil.

Conditions
Salaire net mensuel : 500 000 FCFA. Le permis de conduire n'est pas exigé.
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the postings above."""
    folder = write_files(tmp_path_factory.mktemp("aloud"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, today=lambda: date(2026, 11, 29))


@pytest.mark.parametrize(
    "question",
    [
        "Combien gagne le maire d'Angers ?",
        "How much does the mayor of Angers earn?",
        "Qui est le président du Sénégal ?",
        "Who is the governor of Bukavu?",
        "Combien touche le patron de la Fondation Horizon Clair ?",
        "What's the boss of Shelter Bridge paid?",
        "Combien gagne un instituteur à Angers ?",
        "What is a nurse's salary in Bukavu?",
        "How much does a teacher earn in a public school?",
    ],
)
def test_who_holds_an_office_is_no_postings_matter(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)

    assert (answer.kind, answer.citations) == ("outside", ())


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        ("Combien gagne l'assistante du directeur à Thiès ?", "assistant", "500 000"),
        ("What does the boss's assistant earn?", "assistant", "500,000"),
        ("Un Nigérien peut-il postuler pour Maradi ?", "eau", "Oui"),
        ("Can a Malian apply for the Maradi job?", "eau", "No,"),
        ("Une Congolaise peut-elle postuler à Bukavu ?", "child", "Non"),
        ("Can a Kenyan apply for the Bukavu job?", "child", "Yes"),
        ("je peux oublier la lettre pour Angers ?", "cuisine", "Oui"),
        ("Can I forget the letter for the Angers job?", "cuisine", "Yes"),
        ("Can I skip the letter for the Bukavu job?", "child", "No"),
        ("Peut-on se passer du permis à Maradi ?", "eau", "Non"),
        ("Must the assistant in Thiès drive?", "assistant", "No"),
        ("Et la cheffe d'équipe de Bukavu, quelles langues doit-elle parler ?", "child", "français"),
        ("what would I do all day at the Bukavu place?", "child", "case workers"),
        ("En quoi consiste le poste de Thiès ?", "assistant", "agenda"),
        ("cest combien le salaire du cuisto", "cuisine", "1 900"),
        ("Combien gagne un cuisinier à Angers ?", "cuisine", "1 900"),
    ],
)
def test_of_one_posting(assistant: Assistant, question: str, name: str, words: str) -> None:
    answer = assistant.ask(question)

    assert {c.posting for c in answer.citations} == {f"{name}.txt"}
    assert words in answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("I have a bad back. Which of these jobs should I avoid because of heavy lifting?", {"cuisine"}),
        ("J'ai mal au dos. Quels postes éviter à cause des charges à porter ?", {"cuisine"}),
        ("Je veux éviter le travail de nuit : quels postes ?", {"eau", "cuisine", "assistant"}),
        ("I can't work nights. Which jobs are ok?", {"eau", "cuisine", "assistant"}),
        ("Quels contrats durent plus d'un an ?", {"eau"}),
        ("Which jobs come with meals?", {"eau", "cuisine"}),
        ("Quels postes donnent un numéro de téléphone ?", {"cuisine"}),
        ("Which ones offer training?", {"cuisine"}),
        ("which ones want French but not English", {"eau", "cuisine"}),
    ],
)
def test_sets(assistant: Assistant, question: str, right: set[str]) -> None:
    assert {match.posting.removesuffix(".txt") for match in assistant.ask(question).matches} == right


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Combien gagnent le cuisinier et le responsable eau ?", ("1 900", "700 000")),
        ("What do the cook and the assistant earn?", ("1,900", "500,000")),
        ("Le salaire des deux : Thiès et Angers", ("500 000", "1 900")),
    ],
)
def test_two_jobs_at_once(assistant: Assistant, question: str, words: tuple[str, ...]) -> None:
    text = assistant.ask(question).text

    assert all(word in text for word in words)


@pytest.mark.parametrize("question", ["qui paie le plus mal", "Which one pays the worst?"])
def test_the_worst_paid(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text

    assert text.startswith(("La moins payée", "The lowest paid"))


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Parle-moi du poste de Bukavu", "La ville est-elle dangereuse ?"),
        ("Tell me about the Bukavu job.", "Is the city dangerous?"),
        ("Parle-moi du poste de Bukavu", "L'équipe est-elle sympa à Bukavu ?"),
        ("Tell me about the Bukavu job.", "Is Shelter Bridge a good employer?"),
    ],
)
def test_what_is_thought_of_it_is_not_stated(assistant: Assistant, before: str, question: str) -> None:
    answer = assistant.ask(question, [Turn("user", before)])

    assert answer.abstained
    assert not answer.citations


@pytest.mark.parametrize(
    ("words", "months"),
    [("dix-huit mois", 18), ("vingt-quatre mois", 24), ("thirty-six months", 36), ("huit (08) mois", 8)],
)
def test_lengths_in_words_of_two_parts(words: str, months: int) -> None:
    low, high = days_of(words) or (0, 0)

    assert low == high == pytest.approx(months * 365 / 12)


def test_what_a_line_that_names_the_post_leads_to_is_what_there_is_to_do() -> None:
    found = posting(POSTINGS["assistant.txt"])

    assert [span.of(found.text).strip(" •;.\n") for span in duties_of(found)] == [
        "tient l'agenda du Directeur",
        "rédige les procès-verbaux du conseil",
    ]
