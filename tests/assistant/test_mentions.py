"""What a sentence of a posting says of a topic: over rows of `topic_rows.txt`, French and English beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from assistant.mentions import facts_on, mentions_of
from assistant.resources import table
from assistant.topics import parts_of
from tests.support import hash_store, posting, write_files

_HEAD = "Association Les Tournesols\nAssistant(e) de projet (H/F)\n\nL'association Les Tournesols agit depuis 2004.\n\n"
ROWS = [
    tuple(part.strip() for part in line.split("|", 2))
    for line in (Path(__file__).parent / "topic_rows.txt").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("topic", "right", "sentence"), ROWS)
def test_rows(topic: str, right: str, sentence: str) -> None:
    assert _said(topic, sentence) == right
    whole = posting(f"{_HEAD}{sentence}\n")
    stored = [replace(fact, detail="") for fact in mentions_of(whole) if fact.detail in parts_of(topic)]
    assert set(facts_on(whole, topic)) <= set(stored), "what is stored is found by one word of each phrase"


def test_rows_are_of_both_languages_and_of_topics() -> None:
    assert {topic for topic, _, _ in ROWS} <= set(table("topics.toml"))
    assert {right for _, right, _ in ROWS} == {"yes", "plus", "no", "none"}


@pytest.mark.parametrize("question", ["Quels postes fournissent un logement ?", "Which jobs come with housing?"])
def test_what_is_said_of_topics_is_read_when_a_posting_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    texts = {f"{town}.txt": f"Comptable à {town} (H/F)\n\nConditions\n- Logement fourni\n" for town in ("Taza", "Safi")}
    with hash_store(tmp_path / "store") as store:
        index_folder(store, write_files(tmp_path / "jobs", dict(texts)))
    monkeypatch.setattr("assistant.mentions.topic_places", pytest.fail)
    with hash_store(tmp_path / "store") as store:
        answer = Assistant(store).ask(question)
    assert len(answer.matches) == len(texts)
    assert "Logement fourni" in answer.text


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Livrables attendus\n L1 note de cadrage (J+10)\n L2 rapport d'analyse\n\nCharge : 45 jours",
            "rapport d'analyse",
        ),
        ("Deliverables:\n- inception note\n- final report and slides\n\nTime: 45 days", "final report and slides"),
        ("Deliverables are due in May.\n- no list of them", "Deliverables are due in May."),
    ],
)
def test_a_heading_over_a_list_is_quoted_with_it(text: str, last: str) -> None:
    assert facts_on(posting(_HEAD + text + "\n"), "deliverables")[0].quote.endswith(last)


ORGANISATION = "Maison des Femmes du Gharb"


@pytest.mark.parametrize(
    ("topic", "sentence", "right"),
    [
        ("with_women", f"{ORGANISATION} recrute une comptable.", "none"),
        ("with_women", f"{ORGANISATION} recrute une animatrice pour des groupes de femmes.", "yes"),
        ("with_women", f"{ORGANISATION} is looking for a bookkeeper.", "none"),
        ("with_women", f"{ORGANISATION} is looking for somebody to run groups of women.", "yes"),
    ],
)
def test_the_employers_name_speaks_of_nothing(topic: str, sentence: str, right: str) -> None:
    assert _said(topic, f"Employeur : {ORGANISATION}\n\n{sentence}", head="Comptable (H/F)\n") == right


def test_a_sentence_of_several_lines_is_read_line_by_line() -> None:
    text = (
        "Offert : mutuelle, bus\nPas offert : logement, repas\nGiven: health cover, a bus\nNot given: housing, meals\n"
    )
    assert _said("health_insurance", text) == "yes"
    assert _said("housing", text) == "no"


@pytest.mark.parametrize(
    "words",
    [
        "Supérieure hiérarchique\nDirectrice adjointe, Mme Leïla Ben Amor",
        "Supervisor\n| Deputy Director, Sub-Office",  # a table gone to pieces
    ],
)
def test_a_label_is_quoted_with_the_line_below_it(words: str) -> None:
    text = f"Chargé de projet\n\nLieu\nSfax\n{words}\n"
    (found,) = facts_on(posting(text), "supervisor")
    assert found.quote == words
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("title", "right"),
    [("Assistant de diffusion (étudiant)", True), ("Outreach Assistant (Student)", True), ("Student Advisor", False)],
)
def test_a_title_that_says_for_whom_it_is(title: str, right: bool) -> None:
    assert bool(facts_on(posting(f"{title}\n\nVous aidez l'équipe.\n"), "students")) is right


def _said(topic: str, sentence: str, head: str = _HEAD) -> str:
    text = head + sentence.replace("\\n", "\n") + "\n"
    facts = facts_on(posting(text), topic)
    if not any(fact.value == "yes" for fact in facts):
        return "no" if facts else "none"
    spoken = [fact for fact in facts if fact.value == "yes"]
    return "plus" if all(fact.modality == "asset" for fact in spoken) else "yes"
