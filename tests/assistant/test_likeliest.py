"""By which of its sentences a posting is told from the others: not by those that its employer says in all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering.likeliest import likeliest
from assistant.asking.reading import Reading
from assistant.domain import Language
from assistant.indexing import index_folder
from assistant.store import Store
from tests.support import hash_store, write_files

SHARED = {
    "fr": "Nous aidons tous les habitants à trouver les services de la ville.",
    "en": "We help all inhabitants to find the services of the town.",
}
POSTINGS = {
    "redactrice.txt": f"Rédactrice\n\n{SHARED['fr']}\n\nVous écrivez ce que les habitants ont à trouver en ligne.\n",
    "jardinier.txt": f"Jardinier\n\n{SHARED['fr']}\n\nVous taillez les haies et arrosez les massifs.\n",
    "writer.txt": f"Writer\n\n{SHARED['en']}\n\nYou write down what inhabitants have to find online.\n",
    "gardener.txt": f"Gardener\n\n{SHARED['en']}\n\nYou trim the hedges and water the flower beds.\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as made:
        index_folder(made, folder)
        yield made


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("Quel poste aide les habitants à trouver ?", "fr", "redactrice.txt"),
        ("Which job is about what inhabitants find?", "en", "writer.txt"),
    ],
)
def test_what_all_of_them_say_tells_none(store: Store, question: str, language: Language, name: str) -> None:
    found = likeliest(Reading(question, question, language, "open"), [], store)
    best = next(each for each in found if each.posting.name == name)
    assert SHARED[language] not in best.pieces[0].of(best.posting.text)


WORK = {
    "fr": "Vous accueillez des femmes victimes de violences.",
    "en": "You receive women who are victims of violence.",
}
APPLYING = {
    "fr": "Les candidatures de femmes victimes de discrimination sont encouragées.",
    "en": "Applications of women who are victims of discrimination are encouraged.",
}


@pytest.mark.parametrize(
    ("question", "language", "headings"),
    [
        ("Quel poste est auprès de femmes victimes ?", "fr", ("Vos missions", "Candidature")),
        ("Which job is among women who are victims?", "en", ("Your tasks", "How to apply")),
    ],
)
def test_what_is_said_of_applicants_tells_less_of_the_work(
    tmp_path: Path, question: str, language: Language, headings: tuple[str, str]
) -> None:
    work, applying = WORK[language], APPLYING[language]
    text = f"Conseillère\n\n{headings[1]}\n{applying}\n\n{headings[0]}\n{work}\n"
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "postings", {"one.txt": text}))
        found = likeliest(Reading(question, question, language, "open"), [], store)
    assert found[0].pieces[0].of(found[0].posting.text).strip() == work
