"""Kinds of wording that questions and postings were once misread in: French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.asking.reader import read
from assistant.asking.reading import Condition
from assistant.language import detect
from assistant.mentions import facts_on
from assistant.store import Store
from tests.support import hash_store, posting


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with hash_store(tmp_path_factory.mktemp("store")) as empty:
        yield empty


def conditions(question: str, store: Store) -> tuple[Condition, ...]:
    return read(question, detect(question), store.library, store.keywords).conditions


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("criminal_record", "Ce qu'on demande\n> un bulletin n°3 du casier judiciaire\nAucun diplôme demandé."),
        ("criminal_record", "What we ask\n- a criminal record check\nNo degree is asked for."),
    ],
)
def test_a_line_below_that_begins_with_none_is_no_answer(topic: str, text: str) -> None:
    assert [fact.value for fact in facts_on(posting(f"Bénévole\n\n{text}\n"), topic)] == ["yes"]


@pytest.mark.parametrize("text", ["Logement\nNon\n\nSuite", "Accommodation\nNo.\n\nMore"])
def test_a_lone_no_below_is_an_answer(text: str) -> None:
    assert [fact.value for fact in facts_on(posting(f"Comptable\n\n{text}\n"), "housing")] == ["no"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Data Consultant\n\nSkills: QGIS and PostGIS are required.\n", ""),
        ("Graphiste\n\nCompétences : Adobe Photoshop est un atout.\n", ""),
        ("UN-HABITAT – CONSULTANCY ANNOUNCEMENT\nDUTY STATION: Kigali\n\nSkills: Python\n", "UN-HABITAT"),
    ],
)
def test_what_is_required_is_no_employer(text: str, name: str) -> None:
    whole = posting(text)
    assert whole.organisation.of(whole.text) == name


@pytest.mark.parametrize("text", ["logiciels comme service (SaaS) aux entreprises", "software as a service (SaaS)"])
def test_a_name_cut_off_is_no_place(text: str) -> None:
    assert not posting(f"Spécialiste\n\nVous avez vendu des {text}.\n").location.end


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Where would I need a master's degree, bac+5 or higher?", ("engineer", "phd")),
        ("Which jobs need a master's degree or higher?", ("engineer", "phd")),
        ("Quelles offres exigent un master ou au-delà ?", ("engineer", "phd")),
        ("Which jobs want a master's and at least 3 years?", ()),
    ],
)
def test_a_degree_or_higher(question: str, others: tuple[str, ...], store: Store) -> None:
    found = [c.others for c in conditions(question, store) if c.field == "degree"]
    assert found == [others]


@pytest.mark.parametrize("question", ["Which jobs are in a restaurant?", "Quels postes sont dans un restaurant ?"])
def test_a_workplace_as_a_field_of_work(question: str, store: Store) -> None:
    assert [c.value for c in conditions(question, store)] == ["branch hospitality"]


@pytest.mark.parametrize(
    "question",
    [
        "Hors arabe, quelles offres réclament une langue africaine ?",
        "Apart from Arabic, which jobs need an African language?",
    ],
)
def test_a_language_left_out_first(question: str, store: Store) -> None:
    found = [c for c in conditions(question, store) if c.field == "language"]
    assert [c.value for c in found] == [""]
    assert "ar" in found[0].others
