"""Topics beside the facts, starts, duties, and postings meant by words of their text: over postings made for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.asking.kinds import kind_model
from assistant.assistant import Assistant
from assistant.domain import Modality
from assistant.indexing import index_folder
from assistant.mentions import facts_on
from assistant.resources import table
from tests.support import hash_store, posting, write_files

TODAY = date(2025, 3, 10)
POSTINGS = {
    "infirmier.txt": """Infirmier de jour (H/F)

La résidence Marie Curie accueille 60 personnes âgées à Valmont.
Horaires du lundi au vendredi. Titres-restaurant et mutuelle.
Salaire : 2 300 euros brut par mois
Poste à pourvoir dès que possible
""",
    "infirmiere.txt": """Infirmière libérale (H/F)

Le centre des Tilleuls cherche une infirmière pour ses tournées, un week-end sur deux.
Astreintes une semaine par mois. Pas de télétravail. 39 heures par semaine.
Salaire : 2 600 euros brut par mois
Prise de poste : 15 juin 2025
""",
    "carpenter.txt": """Ouvrier charpentier (H/F)

Vous travaillerez sous la conduite du chef d'équipe.
Vous serez amené à manier des scies et des ponceuses.
Le bilinguisme français anglais est un atout.
Début du contrat : septembre 2025
""",
    "clerk.txt": """Case worker for refugees

Your role:
- You will register families
- You will refer them to partners
Working from home is possible two days a week. A criminal record check is required.
Start date: 1 July 2025
""",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


POSTINGS |= {
    "chauffeur.txt": """ONG Zinder Solidaire recrute un chauffeur

Lieu de travail : Zinder
Permis B exigé
Date limite : 3 juin 2025
""",
    "gardien.txt": """Association Lune recrute un gardien

Lieu de travail : Maradi
Permis B souhaité
Date limite : 12 mai 2025
""",
}

# The nurse is told that there is none; the others are told nothing.
_NOT_REMOTE: dict[str, Modality] = {
    "infirmier.txt": "none",
    "infirmiere.txt": "stated",
    "carpenter.txt": "none",
    "chauffeur.txt": "none",
    "gardien.txt": "none",
}

SETS: list[tuple[str, dict[str, Modality]]] = [
    ("quels postes donnent des tickets resto ?", {"infirmier.txt": "stated"}),
    ("which jobs give meal vouchers?", {"infirmier.txt": "stated"}),
    ("which jobs have on-call duty?", {"infirmiere.txt": "stated"}),
    ("lesquels ont des astreintes ?", {"infirmiere.txt": "stated"}),
    ("which jobs can be done from home?", {"clerk.txt": "stated"}),
    ("quels postes proposent du télétravail ?", {"clerk.txt": "stated"}),
    ("for which jobs do they check criminal records?", {"clerk.txt": "required"}),
    ("quels postes demandent un casier judiciaire ?", {"clerk.txt": "required"}),
    ("lesquelles sont encore ouvertes aux candidatures ?", {"chauffeur.txt": "stated", "gardien.txt": "stated"}),
    ("anything in Zinder?", {"chauffeur.txt": "stated"}),
    ("which jobs dont speak of remote work?", _NOT_REMOTE),
    ("quels postes commencent en juin 2025 ?", {"infirmiere.txt": "stated"}),
    ("which jobs start in September?", {"carpenter.txt": "stated"}),
    ("what can I start right away, as soon as possible?", {"infirmier.txt": "stated"}),
    ("quels postes paient au moins 2 500 euros par mois ?", {"infirmiere.txt": "stated"}),
    ("which jobs pay at least 2,500 euros a month?", {"infirmiere.txt": "stated"}),
    ("which jobs are 39 hours a week?", {"infirmiere.txt": "stated"}),
    ("quels postes font 39h par semaine ?", {"infirmiere.txt": "stated"}),
    ("quels postes commencent avant le 1er juillet 2025 ?", {"infirmiere.txt": "stated"}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_sets(asked: Assistant, question: str, right: dict[str, Modality]) -> None:
    answer = asked.ask(question)
    assert answer.kind == "set"
    assert {match.posting: match.modality for match in answer.matches} == right


ONE: list[tuple[str, str, str]] = [
    ("how much does the nurse at the Marie Curie home get?", "infirmier.txt", "2 300"),
    ("c koi le salaire de l'infirmière des Tilleuls", "infirmiere.txt", "2 600"),
    ("would I have to work weekends as the nurse in Valmont?", "infirmier.txt", "du lundi au vendredi"),
    ("la charpente, faut-il être bilingue ?", "carpenter.txt", "un atout"),
    ("what would I do as the carpenter?", "carpenter.txt", "manier des scies"),
    ("il fait quoi, le charpentier ?", "carpenter.txt", "manier des scies"),
    ("en quoi consiste le poste auprès des réfugiés ?", "clerk.txt", "register families"),
    ("what does the case worker do?", "clerk.txt", "register families"),
    ("which starts first: the case worker, the carpenter or the Tilleuls nurse?", "infirmiere.txt", "15 juin 2025"),
    ("Maradi or Zinder - which deadline comes first?", "gardien.txt", "12 mai 2025"),
    ("Zinder ou Maradi : quelle date limite d'abord ?", "gardien.txt", "12 mai 2025"),
    ("lequel commence en dernier, le charpentier ou l'infirmière des Tilleuls ?", "carpenter.txt", "septembre 2025"),
]


@pytest.mark.parametrize(("question", "posting", "said"), ONE)
def test_one_posting(asked: Assistant, question: str, posting: str, said: str) -> None:
    answer = asked.ask(question)
    assert answer.citations
    assert answer.citations[0].posting == posting
    assert any(said.replace(" ", "") in c.quote.replace(" ", "").replace("\n", "") for c in answer.citations)


@pytest.mark.parametrize(
    "question", ["are there on-call duties for the carpenter?", "le charpentier a des astreintes ?"]
)
def test_silence_is_no_denial(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "not_stated"
    assert answer.abstained


NO: list[tuple[str, str]] = [
    ("does the carpenter start in June 2025?", "does not start in June 2025"),
    ("le charpentier commence en juin 2025 ?", "ne commence pas en juin 2025"),
    ("is the Tilleuls nurse job 35 hours a week?", "does not have 35 hours"),
    ("l'infirmière des Tilleuls fait 35 heures par semaine ?", "ne prévoit pas 35 heures"),
    ("does the Valmont nurse get at least 3000 euros a month?", "does not pay at least 3,000"),
    ("l'infirmier de Valmont est payé au moins 3000 euros par mois ?", "ne paie pas au moins 3 000"),
]


@pytest.mark.parametrize(("question", "said"), NO)
def test_a_no_says_what_is_not_so(asked: Assistant, question: str, said: str) -> None:
    """And never the contrary: « Non : l'offre commence en juin »."""
    answer = asked.ask(question)
    assert said in answer.text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "count"), [("combien demandent l'espagnol ?", "0"), ("how many require Spanish?", "0")]
)
def test_none_is_counted_too(asked: Assistant, question: str, count: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "count"
    assert answer.text.startswith(count)


@pytest.mark.parametrize(
    "question",
    [
        "Which jobs ask for canari0002x?",
        "Quelles offres demandent canari0002x ?",
        "How many jobs ask for canari0002x?",
        "Combien de postes demandent canari0002x ?",
        "Which jobs ask for canari0002x and French?",
    ],
)
def test_what_no_posting_names_is_said_to_be_nowhere(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "outside"
    assert "canari0002x" in answer.text
    assert str(len(POSTINGS)) in answer.text
    assert not answer.citations


@pytest.mark.parametrize("question", ["Which jobs ask for charpentier2?", "Un poste en charpentier2 ?"])
def test_a_number_behind_a_known_word_makes_no_name(asked: Assistant, question: str) -> None:
    assert "mention" not in asked.ask(question).text


def test_every_topic_has_a_name_and_words_in_both_languages() -> None:
    for key, topic in table("topics.toml").items():
        assert set(topic["name"]) == {"fr", "en"}, key
        assert len([*topic["words"], *topic.get("stated", ())]) > 1, key
        # One without phrases for questions is asked for by what it means.
        assert topic["words"] or key in kind_model().keys, key


DENIED: list[tuple[str, str, str | None]] = [  # what is said of a topic: "yes", "no", or nothing
    ("housing", "Logement : non, il faut chercher.", "no"),
    ("housing", "Accommodation? None, sorry.", "no"),
    ("housing", "Un logement est prévu sur le site.", "yes"),
    ("housing", "L'hébergement est à la charge du candidat.", "no"),
    ("housing", "Accommodation is at your own expense.", "no"),
    ("housing", "L'hébergement est à la charge du projet.", "yes"),
    ("any_test", "Une épreuve écrite aura lieu lundi.", "yes"),
    ("supervisor", "Vous travaillez avec la coordinatrice, dont vous dépendez, et avec les bénévoles.", "yes"),
    ("supervisor", "The base logistician, to whom you report, plans the week.", "yes"),
    ("supervisor", "Le chef d'équipe, son responsable direct, lui donne le planning.", "yes"),
    ("health_insurance", "Ni salaire ni logement, et il n'y a pas d'assurance.", "no"),
    ("health_insurance", "There is no pay and no insurance; housing is given.", "no"),
    ("health_insurance", "Une assurance est prise par la fondation.", "yes"),
    ("health_insurance", "Insurance is included.", "yes"),
    ("health_insurance", "Une formation sera assurée par l'équipe.", None),
    ("health_insurance", "You sell insurance to farmers.", None),
    ("any_test", "There is a driving test on Monday.", "yes"),
    ("with_children", "Vous animez un atelier avec les enfants du quartier.", "yes"),
    ("with_children", "Tirelire aide les enfants du quartier.", None),
    ("with_disabled", "Le centre reçoit 32 enfants de 4 à 12 ans avec autisme.", "yes"),
    ("with_disabled", "You teach blind children.", "yes"),
    ("with_disabled", "You teach children from the valley.", None),
    ("team_management", "À propos de nous\nNous avons une équipe de dix bénévoles.", None),
    ("team_management", "À propos de nous\nVous dirigez une équipe de dix bénévoles.", "yes"),
]


@pytest.mark.parametrize(("topic", "sentence", "right"), DENIED)
def test_what_a_sentence_says_of_a_topic(topic: str, sentence: str, right: str | None) -> None:
    text = f"Animatrice (H/F)\nEmployeur : Tirelire\n\n{sentence}\n"
    said = {fact.value for fact in facts_on(posting(text), topic)}
    assert said == ({right} if right else set())


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Qui exige SAP, et qui le considère comme un plus ?", "Aucune des 2 offres ne l'exige."),
        ("Who demands SAP, and who calls it a plus?", "None of the 2 postings requires it."),
    ],
)
def test_of_what_is_only_a_plus_it_is_not_said_that_none_speaks_of_it(tmp_path: Path, question: str, head: str) -> None:
    text = "Analyste (H/F)\nEmployeur : Tirelire\n\nProfil\n- La connaissance de SAP serait un plus.\n"
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", {"a.txt": text, "b.txt": "Cuisinier (H/F)\n\nCDI.\n"}))
        answer = Assistant(store, lambda: TODAY).ask(question)
    assert answer.text.startswith(head)
    assert [match.modality for match in answer.matches] == ["asset"]


AGES = {
    "young": "Âge : 20-32 ans",
    "grown": "Avoir plus de 23 ans",
    "not_old": "Candidates must be under 55 years of age.",
    "any": "Aucune limite d'âge.",
}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which of them have a maximum age?", {"young", "not_old"}),
        ("Lesquels ont un âge maximum ?", {"young", "not_old"}),
        ("Which have a minimum age?", {"young", "grown"}),
        ("Lesquels ont un âge minimum ?", {"young", "grown"}),
        ("Which jobs have a minimum or maximum age?", {"young", "grown", "not_old"}),
        ("Quels postes ont un âge minimum ou maximum ?", {"young", "grown", "not_old"}),
    ],
)
def test_a_lower_and_an_upper_age(tmp_path: Path, question: str, names: set[str]) -> None:
    texts = {f"{name}.txt": f"Animatrice (H/F)\nEmployeur : Tirelire\n\n{age}\n" for name, age in AGES.items()}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", texts))
        answer = Assistant(store, lambda: TODAY).ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == names, answer.text
