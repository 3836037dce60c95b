"""Questions whose words no table accounts for, read by their likely kind: with the encoder that comes in a package."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.kinds import QuestionKinds
from assistant.asking.reading import APPLYING, BEGINNERS, Condition
from assistant.domain import Answer
from assistant.encoder import Encoder
from assistant.indexing import index_folder
from assistant.remembered import Remembered
from assistant.sentence_vectors import SentenceVectors
from assistant.store import Store
from assistant.understanding import understand
from tests.support import hash_store, write_files
from vectorstore import second_encoder
from vectorstore.second_encoder import SecondEncoder

pytestmark = pytest.mark.model

POSTINGS = {
    "cook.txt": "Cook (m/f)\n\nThe Valley House looks for a cook in Nakuru. We have a room for you on the farm.\n",
    "legal.txt": "Legal Officer, Asylum and Family Reunification\n\nHarbour Legal hires a lawyer in Athens.\n",
    "data.txt": "Chargé de projet data\n\nEntreprise : Akkodis\nLieu : Brest\n",
    "works.txt": "Médecin du travail\n\nLieu : Privas\n\nVous assurez les visites médicales d'embauche des agents.\n",
    "aid.txt": "Nordic Refugee Relief\n\nProtection Officer\n\nDuty station: Farchana\n",
    "garde.txt": "Gardien de nuit\n\nLe refuge de Taza cherche un gardien. Logement : non.\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as made:
        index_folder(made, folder)
        made.kinds = QuestionKinds(SentenceVectors(Encoder(SecondEncoder, second_encoder.fingerprint())))
        yield made


ASKED: list[tuple[str, str, bool]] = [
    ("which of these would give me a roof over my head?", "housing", False),
    ("chez lesquels on a un toit pour dormir ?", "housing", False),
    ("will anybody pay the plane for me to get there?", "relocation", False),
    ("lesquels te font passer un écrit avant l'oral ?", "written_test", False),
    ("anything where I'd have staff of my own to lead?", "team_management", False),
    ("y a-t-il des offres où je commanderais du monde ?", "team_management", False),
    ("which ones are for somebody who loves being with little ones all day?", "with_children", False),
    ("which do not want a police certificate?", "criminal_record", True),
    ("lesquels ne demandent pas de casier ?", "criminal_record", True),
    ("who never takes money from candidates?", "applicants_fee", True),
    ("qui dit ne jamais demander d'argent aux candidats ?", "applicants_fee", True),
    ("who insures the family too?", "health_insurance", False),
    ("qui assure aussi la famille ?", "health_insurance", False),
]


WITH_MORE: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [  # topic, job, names that are in no posting
    ("in which cook jobs would I get a room?", "housing", ("cook",), ()),
    ("pour quels postes de gardien est-on logé sur place ?", "housing", ("gardien",), ()),
    ("at Lantern Aid, where would I get a room or a flat?", "housing", (), ("Lantern", "Aid")),
]


@pytest.mark.parametrize(("question", "topic", "job", "unknown"), WITH_MORE)
def test_what_it_names_beside_is_kept(
    store: Store, question: str, topic: str, job: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert [c.value for c in reading.conditions] == [topic]
    assert (reading.topic, reading.unknown) == (job, unknown)


CONDITIONS: list[tuple[str, Condition]] = [
    ("I have never had a job, who would take me?", Condition("experience_years", BEGINNERS)),
    ("je n'ai jamais bossé, qui me prendrait ?", Condition("experience_years", BEGINNERS)),
    ("who is silent about the wage?", Condition("pay", negated=True)),
    ("qui ne dit rien du salaire ?", Condition("pay", negated=True)),
]
LEFT: list[str] = [  # to the tables and the passages
    "which jobs are about vultures?",
    "quelles offres parlent de vautours ?",
    "what would I do all day as the cook?",
    "who hires plumbers in Nakuru?",
    "qui recrute un médecin ?",
    "who is hiring a doctor?",
    "where do I send my application for the farm job?",
    "où envoyer mon dossier pour le poste du refuge ?",
    "repairing the motors of cars in Nakuru",
    "réparer des moteurs de voiture",
    "ou est ce que je risque d'avoir des deplacements a faire",
    "where might I be asked to travel?",
    "and by what date?",
    "And for the field coordinator in Nakuru?",
    "Et pour le coordinateur de terrain à Nakuru ?",
    "combien de postes en Afrique ?",
]
DENIED = ["Which jobs don't ask for any degree or diploma?", "Quels postes ne demandent pas de diplôme ?"]


@pytest.mark.parametrize("question", DENIED)
def test_what_is_denied_is_denied_once(store: Store, question: str) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert [(c.field, c.asked, c.negated) for c in reading.conditions] == [("degree", "required", True)]


ON_THE_WAY: list[tuple[str, str]] = [  # what is asked of one posting, other words on the way
    ("quelles sont les heures de travail du chef de cuisine à Nakuru ?", "working_time"),
    ("what are the working hours of the head cook in Nakuru?", "working_time"),
]


@pytest.mark.parametrize(("question", "field"), ON_THE_WAY)
def test_what_is_named_on_the_way_is_not_asked(store: Store, question: str, field: str) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.fields, reading.conditions) == ((field,), ())


@pytest.mark.parametrize(
    "question",
    [
        "What I must send to Akkodis in Brest for apply, and how?",
        "Akkodis Brest, j'envoie quoi et comment pour être pris ?",
    ],
)
def test_how_to_apply_is_told_whole(store: Store, question: str) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.intent, reading.fields) == ("apply", APPLYING)


TOGETHER: list[tuple[str, list[str]]] = [  # each of which is asked for; of some the tables know no word
    ("which jobs offer remote work and meal vouchers?", ["remote", "meal_vouchers"]),
    ("lesquels permettent le télétravail et donnent des tickets restaurant ?", ["remote", "meal_vouchers"]),
    ("is there a written test and an interview?", ["written_test", "interview"]),
    ("y a-t-il un test écrit et un entretien ?", ["written_test", "interview"]),
    ("which ones have remote work and a bonus?", ["remote", "bonus"]),
    ("work on weekends and at night, which ones?", ["weekend", "night"]),
    ("quelles offres logent et laissent travailler de chez soi ?", ["housing", "remote"]),
    ("which want a driving licence and a police record?", ["", "criminal_record"]),
    ("quelles offres demandent le permis et un casier judiciaire ?", ["", "criminal_record"]),
    ("une assurance santé ou une mutuelle payée par l'employeur, lesquelles ?", ["health_insurance"]),
    ("which have health insurance paid by the employer?", ["health_insurance"]),
]


@pytest.mark.parametrize(("question", "values"), TOGETHER)
def test_things_that_are_joined_are_all_asked_for(store: Store, question: str, values: list[str]) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert [c.value for c in reading.conditions] == values


OF_ONE: list[tuple[str, tuple[str, ...], list[str]]] = [
    ("what is the pay and the deadline for the cook job in Nakuru?", ("pay", "deadline"), []),
    ("quand commence le poste de Taza et combien est-ce payé ?", ("start", "pay"), []),
    ("how long is the cook's contract and how many people would I manage?", ("duration",), ["team_management"]),
    ("quels sont les horaires à Taza et est-ce que je serai logé ?", ("working_time",), ["housing"]),
]


NAMED_WITH_AND: list[tuple[str, tuple[str, ...]]] = [  # the title of a posting joins nothing that is asked for
    ("What is the pay of the Legal Officer, Asylum and Family Reunification?", ("pay",)),
    ("quel est le salaire du Legal Officer, Asylum and Family Reunification ?", ("pay",)),
    ("quelle est la date limite pour postuler comme gardien à Taza ?", ("deadline",)),
    ("Quelle est la date limite pour postuler comme chargé de projet data chez Akkodis ?", ("deadline",)),
    ("what is the closing date to apply as a cook in Nakuru?", ("deadline",)),
]


@pytest.mark.parametrize(("question", "fields"), NAMED_WITH_AND)
def test_the_name_of_a_posting_asks_for_nothing(store: Store, question: str, fields: tuple[str, ...]) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.intent, reading.conditions) == ("fact", ())
    assert set(reading.fields) == set(fields)


@pytest.mark.parametrize(("question", "fields", "values"), OF_ONE)
def test_so_they_are_of_one_posting(store: Store, question: str, fields: tuple[str, ...], values: list[str]) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert set(fields) <= set(reading.fields)
    assert [c.value for c in reading.conditions] == values


@pytest.mark.parametrize(("question", "topic", "negated"), ASKED)
def test_a_topic_is_known_by_its_meaning(store: Store, question: str, topic: str, negated: bool) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.intent, reading.topic) == ("set", ())
    assert [(c.field, c.value, c.negated) for c in reading.conditions] == [("mention", topic, negated)]


@pytest.mark.parametrize(("question", "condition"), CONDITIONS)
def test_so_is_a_condition(store: Store, question: str, condition: Condition) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.intent, reading.conditions) == ("set", (condition,))


@pytest.mark.parametrize("question", LEFT)
def test_other_questions_are_left_as_they_are(store: Store, question: str) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    kinds, store.kinds = store.kinds, None
    remembered, store.readings = store.readings, Remembered(1)  # it is to be read anew
    try:
        without = understand(question, (), store, date(2026, 1, 5), _no_answer)
    finally:
        store.kinds, store.readings = kinds, remembered
    assert without is not reading
    assert reading.conditions == without.conditions


@pytest.mark.parametrize("question", ["is housing included in Nakuru?", "est-ce que je peux être logé à Taza ?"])
def test_what_is_asked_of_one_posting_is_no_set(store: Store, question: str) -> None:
    reading = understand(question, (), store, date(2026, 1, 5), _no_answer)
    assert (reading.intent, len(reading.postings or ())) == ("fact", 1)
    assert [c.value for c in reading.conditions] == ["housing"]


def _no_answer(*_: object) -> Answer:
    raise AssertionError("no question went before")


@pytest.mark.parametrize(
    "question", ["How many jobs does Nordic Refugee Relief have?", "Which jobs does Nordic Refugee Relief offer?"]
)
def test_what_only_the_name_of_an_employer_tells_is_no_topic(store: Store, question: str) -> None:
    assert understand(question, (), store, date(2026, 1, 5), _no_answer).conditions == ()


SETTLED = ["Quels postes exigent l'anglais ?", "Which jobs require a master's degree?", "Quelles offres sont en CDI ?"]


@pytest.mark.parametrize("question", SETTLED)
def test_what_the_tables_account_for_takes_no_encoder(
    store: Store, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("the encoder was asked")

    monkeypatch.setattr(QuestionKinds, "__call__", asked)
    assert understand(question, (), store, date(2026, 1, 5), _no_answer).conditions
