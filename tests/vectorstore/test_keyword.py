"""The keyword index: what is found, in which order, and that it stays whole."""

import threading

import pytest

from vectorstore.keyword import Document, KeywordIndex, Words, words_of

POSTINGS = {
    "a#1": ("a", "fr", "L’association recrute un·e chargé·e de projet à Tanger. Parfaite maîtrise de l'arabe."),
    "a#2": ("a", "fr", "Merci d'envoyer votre candidature à l’adresse rh@amdh.ma, réf. 07/2022/IOT."),
    "b#1": ("b", "fr", "Animateurs et animatrices, permis B exigé, BAC+5, salaire de 12 000 dirhams."),
    "c#1": ("c", "en", "The organisation requires a driving licence and fluent English; Tamazight is an asset."),
    "d#1": ("d", "fr", "التحكم في اللغة العربية ⵜⴰⵎⴰⵣⵉⵖⵜ"),
}


@pytest.fixture(scope="module")
def index() -> KeywordIndex:
    made = KeywordIndex()
    made.add(Document(identity, group, text, language) for identity, (group, language, text) in POSTINGS.items())
    return made


@pytest.mark.parametrize(
    ("language", "question", "right"),
    [
        ("fr", "association", "a#1"),
        ("fr", "Quelle ASSOCIATION ?", "a#1"),
        ("en", "associations", "a#1"),
        ("fr", "chargée de projet", "a#1"),
        ("fr", "animateur", "b#1"),
        ("fr", "animatrice", "b#1"),
        ("en", "which jobs require driving licences?", "c#1"),
        ("en", "candidatures", "a#2"),
        ("fr", "Tamazight", "c#1"),
        ("fr", "réf 07/2022/iot", "a#2"),
        ("fr", "rh@amdh.ma", "a#2"),
        ("fr", "amdh", "a#2"),
        ("fr", "12000", "b#1"),
        ("en", "12,000 dirhams", "b#1"),
        ("fr", "BAC+5", "b#1"),
        ("fr", "عربية", "d#1"),
        ("fr", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "d#1"),
        ("fr", "maitrise", "a#1"),
        ("fr", "zzz", ""),
        ("fr", "le la les de", ""),
        ("en", "of the a", ""),
        ("fr", "", ""),
        ("fr", '"((+-:*~^ [', ""),
    ],
)
def test_first_hit(index: KeywordIndex, language: str, question: str, right: str) -> None:
    hits = index.search(question, language, 5)
    assert (hits[0].id if hits else "") == right


def test_the_exact_form_comes_before_the_stem() -> None:
    index = KeywordIndex()
    index.add([Document("stem", "g", "une langue", "fr"), Document("exact", "g", "des langues", "fr")])
    assert [hit.id for hit in index.search("langues", "fr", 2)] == ["exact", "stem"]


def test_groups_and_limits(index: KeywordIndex) -> None:
    assert {hit.id for hit in index.search("projet candidature permis", "fr", 10)} == {"a#1", "a#2", "b#1"}
    assert {hit.id for hit in index.search("projet candidature permis", "fr", 10, {"a", "x"})} == {"a#1", "a#2"}
    assert index.search("projet", "fr", 10, set()) == []
    assert index.search("projet", "fr", 0) == []
    assert len(index.search("projet candidature permis", "fr", 2)) == 2


def test_a_filter_leaves_the_scores_alone(index: KeywordIndex) -> None:
    assert index.search("projet", "fr", 5, {"a"}) == index.search("projet", "fr", 5)


def test_equal_scores_are_ordered_by_id_whatever_the_limit() -> None:
    index = KeywordIndex()
    index.add(Document(f"p{number:02d}", "g", "Comment postuler", "fr") for number in reversed(range(60)))
    assert [hit.id for hit in index.search("postuler", "fr", 3)] == ["p00", "p01", "p02"]


@pytest.mark.parametrize(("word", "right"), [("arabe", 1), ("ARABE", 1), ("anim", 1), ("licence", 1), ("nowhere", 0)])
def test_document_frequency(index: KeywordIndex, word: str, right: int) -> None:
    assert index.document_frequency(word) == right


def test_adding_again_and_deleting() -> None:
    index = KeywordIndex()
    index.add([Document("a", "g", "ancien texte", "fr"), Document("b", "h", "autre texte", "fr")])
    index.add([Document("a", "g", "nouveau texte", "fr")])
    assert len(index) == 2
    assert index.search("ancien", "fr", 5) == []
    assert index.document_frequency("texte") == 2
    index.replace(["g"], ())
    assert len(index) == 1
    assert [hit.id for hit in index.search("texte nouveau", "fr", 5)] == ["b"]
    index.replace(["nowhere"], ())


def test_readers_see_each_change_whole() -> None:
    index = KeywordIndex()
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(len(index.search("texte", "fr", 100)))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for group in range(10):
        index.add(Document(f"{group}#{number}", f"{group}", "texte", "fr") for number in range(5))
    done.set()
    for reader in readers:
        reader.join()
    assert {count % 5 for count in seen} <= {0}
    assert len(index.search("texte", "fr", 100)) == 50


# Scores as shares of the question, words for the same thing, and titles.


@pytest.mark.parametrize(
    ("language", "question", "least", "most"),
    [
        ("fr", "candidature", 0.6, 2.0),  # all of it is there
        ("fr", "candidature zeppelin", 0.2, 0.9),  # a word that nothing holds weighs most
        ("en", "the zeppelin needs a candidature and a submarine", 0.1, 0.6),
        ("fr", "réf 07/2022/IOT", 0.6, 2.0),
    ],
)
def test_the_score_is_the_share_of_the_question(
    index: KeywordIndex, language: str, question: str, least: float, most: float
) -> None:
    assert least < index.search(question, language, 1)[0].score < most


def test_the_share_does_not_depend_on_how_many_words_are_asked(index: KeywordIndex) -> None:
    short, long = (index.search(text, "fr", 1)[0].score for text in ("dirhams", "dirhams salaire permis animateurs"))
    assert long == pytest.approx(short, rel=0.5)


@pytest.mark.parametrize(
    ("language", "question", "right"),
    [("en", "water", "fr"), ("fr", "eau", "fr"), ("fr", "formation", "en"), ("en", "training", "en")],
)
def test_a_word_for_the_same_thing_finds_too(language: str, question: str, right: str) -> None:
    index = KeywordIndex()
    index.add([Document("fr", "a", "Accès à l'eau", "fr"), Document("en", "b", "Training of trainers", "en")])
    same = {"water": ("eau",), "formation": ("training",)}
    assert [hit.id for hit in index.search(question, language, 5, None, lambda word: same.get(word, ()))] == [right]
    assert index.search("water", "en", 5) == []


def test_a_word_of_the_title_counts_more() -> None:
    index = KeywordIndex()
    text = "Gestion des stocks et accueil"
    index.add([Document("a", "a", text, "fr", "Magasinier"), Document("b", "b", text, "fr", "Chargé d'accueil")])
    assert [hit.id for hit in index.search("accueil", "fr", 5)] == ["b", "a"]
    assert [hit.id for hit in index.search("magasinier", "fr", 5)] == ["a"]


def test_deleted_documents_leave_the_shares_sound() -> None:
    index = KeywordIndex()
    index.add([Document(str(n), "old", "eau", "fr") for n in range(50)])
    index.add([Document("new", "new", "eau", "fr")])
    index.replace({"old"}, ())
    hits = index.search("eau", "fr", 5)
    assert [hit.id for hit in hits] == ["new"]
    assert hits[0].score > 0


def test_words_that_were_kept_find_as_the_text_does() -> None:
    """What a start builds the index from is what the text gave."""
    texts = [
        Document(f"d{n}", "g", text, "fr", "Chargé de mission") for n, text in enumerate(("l'eau à Rabat", "école"))
    ]
    made, kept = KeywordIndex(), KeywordIndex()
    made.add(texts)
    kept.replace((), [Words(each.id, each.group, each.words) for each in map(words_of, texts)])
    for question in ("eau", "Rabat", "ecole", "mission"):
        assert kept.search(question, "fr", 5) == made.search(question, "fr", 5) != []


def test_groups_go_and_come_in_one_step() -> None:
    index = KeywordIndex()
    index.add([Document("a", "one", "zèbre", "fr"), Document("b", "two", "lion", "fr")])
    index.replace(["one", "nowhere"], map(words_of, [Document("c", "one", "tigre", "fr")]))
    assert [hit.id for word in ("zèbre", "lion", "tigre") for hit in index.search(word, "fr", 5)] == ["b", "c"]
    assert len(index) == 2
