"""What kind of thing a question asks for, by its letters alone: French and English beside each other."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.asking import learning
from assistant.asking.denial import DENIAL, scoped
from assistant.asking.kinds import QuestionKinds, grams_of, kind_model
from assistant.asking.weights import Weighing
from assistant.encoder import Encoder
from assistant.resources import table
from assistant.sentence_vectors import SentenceVectors
from assistant.topics import topics
from vectorstore.errors import EmbeddingError
from vectorstore.testing import HashEmbedder

ASKED: list[tuple[str, str, bool]] = [  # a question, its kind, and whether postings without it are asked for
    ("which of these put a roof over your head?", "housing", False),
    ("lesquels nous logent sur place ?", "housing", False),
    ("which ones feed their staff at noon?", "canteen", False),
    ("ya til une cantine ou on mange gratuitement", "canteen", False),
    ("who would be my boss in the accountant job in Safi?", "supervisor", False),
    ("c'est qui mon chef pour le poste de comptable à Safi ?", "supervisor", False),
    ("anything without night shifts?", "night", True),
    ("lesquels ne font pas travailler la nuit ?", "night", True),
    ("jobs that don't need a driving licence", "driving_licence", True),
    ("des postes sans permis de conduire ?", "driving_licence", True),
    ("I have nowhere to sleep, who gives me a room?", "housing", False),
    ("je n'ai nulle part où dormir, qui donne une chambre ?", "housing", False),
    ("thank you very much", "smalltalk", False),
    ("merci beaucoup", "smalltalk", False),
]


@pytest.mark.parametrize(("question", "key", "denied"), ASKED)
def test_the_kind_of_a_question_is_known_by_its_letters(question: str, key: str, denied: bool) -> None:
    kind = QuestionKinds()(question)
    assert (kind.key, kind.denied) == (key, denied)
    assert 0 < kind.share <= 1


@pytest.mark.parametrize("question", ["", "?", "漢字", "zzzz"])
def test_nothing_is_sure_of_what_says_nothing(question: str) -> None:
    assert QuestionKinds()(question).share < 0.5


def test_what_is_read_was_learnt_from_the_questions_as_they_are() -> None:
    assert kind_model().digest == learning.digest(), "make learn"


def test_every_kind_has_a_meaning() -> None:
    kinds = table("kinds.toml")
    named = {key for part in ("sections", "intents", "extremes", "conditions") for key in kinds[part]}
    fields = {"pay", "expenses", "deadline", "start", "duration", "contract", "working_time", "location", "language"}
    fields |= {"degree", "experience_years", "driving_licence", "apply_to", "document", "subject_line", "reference"}
    fields |= {"organisation", "selection"}
    assert set(kind_model().keys) <= {*named, *fields, *kinds["left"]["kinds"], *topics()}


def test_without_its_encoder_the_letters_tell() -> None:
    def none() -> HashEmbedder:
        raise EmbeddingError("there is none")

    question = "which of these put a roof over your head?"
    known = QuestionKinds(SentenceVectors(Encoder(none, kind_model().encoder)))
    other = QuestionKinds(SentenceVectors(Encoder(HashEmbedder, HashEmbedder().fingerprint)))
    assert known(question) == other(question) == QuestionKinds()(question)


SCOPED: list[tuple[str, list[str]]] = [
    ("No tests, please: who hires?", [DENIAL, "tests_", ",", "please", ":", "who", "hires", "?"]),
    ("Lesquels n’ont pas d'écrit ?", ["lesquels", "n'ont", DENIAL, "d'ecrit_", "?"]),
    ("They don't test me much at all here", ["they", DENIAL, "test_", "me_", "much_", "at_", "all", "here"]),
    ("w/o a car", [DENIAL, "a_", "car_"]),
]


@pytest.mark.parametrize(("question", "marked"), SCOPED)
def test_words_behind_a_denial_are_marked(question: str, marked: list[str]) -> None:
    assert scoped(question) == marked


def test_parts_weigh_as_scikit_learn_has_it() -> None:
    texts = ["logé et nourri", "logé sur place, nourri sur place", "rien"]
    counted = [grams_of(text) for text in texts]
    weighing = Weighing.learnt(counted, 1)
    theirs = TfidfVectorizer(analyzer=lambda text: list(grams_of(text).elements()), sublinear_tf=True)
    matrix = theirs.fit_transform(texts).toarray()
    for row, each in enumerate(counted):
        places, values = weighing.of(each)
        ours = np.zeros(len(weighing.rows), dtype=np.float32)
        ours[places] = values
        order = [weighing.rows[part] for part in theirs.get_feature_names_out()]
        assert np.allclose(ours[order], matrix[row], atol=1e-5)


def test_a_posting_is_named_in_several_ways_the_same_at_every_call() -> None:
    named = learning.with_names("Who is the boss for {post}?")
    assert named == learning.with_names("Who is the boss for {post}?")
    assert len(set(named)) > 1
    assert not any("{" in text for text in named)
    assert learning.with_names("Qui est le chef ?") == ["Qui est le chef ?"]


def test_questions_are_read_with_their_kind_and_denial() -> None:
    found = learning.labelled("# for translators\n\n[night]\nnights?\n! no nights\n\n[weekend]\nle dimanche ?\n")
    assert [(each.key, each.text, each.denied) for each in found] == [
        ("night", "nights?", False),
        ("night", "no nights", True),
        ("weekend", "le dimanche ?", False),
    ]


def test_what_is_learnt_can_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    questions = learning.labelled(
        "[night]\nnight shifts\nnight shifts, not days\n! no night shifts\n! not night shifts\n"
        "[weekend]\nwork on Sunday\nwork on Sunday, not Monday\n! no work on Sunday\n! not work on Sunday\n"
        "[pay]\nhow much is it?\nwhat wage, how much?\n"
    )
    embedder = HashEmbedder()
    vectors = embedder.passages([each.text for each in questions])
    file = tmp_path_factory.mktemp("learnt") / "kinds.npz"
    np.savez(file, digest="of the test", **learning.learn(questions, vectors, embedder.fingerprint))
    kind_model.cache_clear()
    monkeypatch.setattr("assistant.asking.kinds.data_bytes", lambda _: file.read_bytes())
    try:
        model = kind_model()
        assert (model.keys, model.digest) == (["night", "pay", "weekend"], "of the test")
        told = [model.kind_of(each.text, None) for each in questions]
        assert [(kind.key, kind.denied) for kind in told] == [(each.key, each.denied) for each in questions]
        assert model.kind_of("night shifts", vectors[0]) != model.kind_of("night shifts", None)
    finally:
        kind_model.cache_clear()
