"""Questions as people put them: with turns before them, with names, with slips of the pen, and none at all."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest

from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.errors import UserError
from assistant.store import Store
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, SEED_NAMES


def cited(store: Store, question: str, *before: str) -> set[str]:
    answer = Assistant(store).ask(question, [Turn("user", turn) for turn in before])
    return {citation.posting for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What is the application deadline for the Oujda job?", OUJDA),
        ("Quelle est la date limite pour le poste d'Oujda ?", OUJDA),
        ("Quelle est la date limite pour le poste d’Oujda ?", OUJDA),
        ("quelle est la date limite a oujda", OUJDA),
        ("Quelle est la date limite pour le poste d'Oudja ?", None),  # too short a name for a guess
        ("Quelle est la date limite à Agadri ?", AGADIR),
        ("Quelle est la date limite chez CARE ?", CARE),
        ("Quelle est l'indemnité chez Brulocalis ?", BRULOCALIS),
        ("Quelle est l'indemnité chez Brulocali ?", BRULOCALIS),
        ("How much does the job in Safi pay?", PARTENARIAT),
        ("What languages does the AGADIR job ask for?", AGADIR),
    ],
)
def test_a_posting_is_named_by_its_place_or_its_organisation(
    hashed_seeds: Store, question: str, name: str | None
) -> None:
    if name:
        assert cited(hashed_seeds, question) == {name}
    else:
        assert cited(hashed_seeds, question) <= set(SEED_NAMES)


@pytest.mark.parametrize(
    ("before", "question", "name"),
    [
        (["Quelle est la date limite pour le poste d'Oujda ?"], "Et celui d'Agadir ?", AGADIR),
        (["Quelle est la date limite pour le poste d'Oujda ?"], "Et la référence ?", OUJDA),
        (["Tell me about the job in Safi."], "And which languages does it ask for?", PARTENARIAT),
        (
            ["Tell me about the job in Safi.", "And how much does it pay?"],
            "And which languages does it ask for?",
            PARTENARIAT,
        ),
        (["Tell me about the job in Safi.", "What about the one in Agadir?"], "And the deadline?", AGADIR),
    ],
)
def test_a_follow_up_keeps_what_it_leaves_unsaid(
    hashed_seeds: Store, before: list[str], question: str, name: str
) -> None:
    assert cited(hashed_seeds, question, *before) == {name}


@pytest.mark.parametrize("question", ["And which of them are closed?", "Et lesquels d'entre eux sont clos ?"])
def test_among_none_is_among_all(hashed_seeds: Store, question: str) -> None:
    none = "Which jobs require German?"
    assert not cited(hashed_seeds, none)
    assert cited(hashed_seeds, question, none) == {CARE, BRULOCALIS, OUJDA, AGADIR}


def test_a_question_of_its_own_forgets_what_went_before(hashed_seeds: Store) -> None:
    before = "Quelle est la date limite pour le poste d'Oujda ?"
    assert cited(hashed_seeds, "Quelle est l'indemnité chez Brulocalis ?", before) == {BRULOCALIS}


def test_turns_of_the_assistant_may_be_there_or_not(hashed_seeds: Store) -> None:
    user = Turn("user", "Quelle est la date limite pour le poste d'Oujda ?")
    assistant = Assistant(hashed_seeds)
    with_answer = assistant.ask("Et la référence ?", [user, Turn("assistant", "Le 17/07/2022.")])
    assert with_answer == assistant.ask("Et la référence ?", [user])


def test_a_history_without_end_takes_no_time(hashed_seeds: Store) -> None:
    turns = [Turn("user", "x" * 20_000), Turn("assistant", "\ud83d\x00" * 1000), Turn("user", "\ud83d Safi?")] * 50
    assert Assistant(hashed_seeds).ask("Et la référence ?", turns).language == "fr"


@pytest.mark.parametrize("question", ["", "   ", "\n", "?!", "\x00\x01\x02", "\u200b", "\ud83d", "…", "🙂🙂"])
def test_an_empty_question(hashed_seeds: Store, question: str) -> None:
    with pytest.raises(UserError, match="empty"):
        Assistant(hashed_seeds).ask(question)


@pytest.mark.parametrize("question", ["x" * 20_000, "Quels postes ? " * 2_000, "a\n" * 2_001])
def test_a_question_without_end(hashed_seeds: Store, question: str) -> None:
    with pytest.raises(UserError, match="at most 2,000"):
        Assistant(hashed_seeds).ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which\x00 jobs\x07 require\r\nEnglish?",
        "<script>alert(1)</script> English?",
        "'; DROP TABLE postings; -- English",
        "AND OR NOT (English",
        '"English* ~ ^2 [a TO z]" :',
        "الإنجليزية؟",
        "ⵜⴰⵎⴰⵣⵉⵖⵜ ?",
        "English " * 240,
        "{posting} %s %(x)s {0}",
    ],
)
def test_any_signs_are_a_question(hashed_seeds: Store, question: str) -> None:
    answer = Assistant(hashed_seeds).ask(question)
    assert answer.text
    assert "\x00" not in answer.question


def test_the_answer_grows_to_the_whole(hashed_seeds: Store) -> None:
    assistant = Assistant(hashed_seeds)
    grown = list(assistant.stream("Which postings ask for English?"))
    assert grown[-1] == assistant.ask("Which postings ask for English?")
    counts = [len(answer.statements) for answer in grown]
    assert counts == sorted(counts)
    for answer in grown:
        used = {number for statement in answer.statements for number in statement.citations}
        assert used == {citation.number for citation in answer.citations}


def test_an_answer_that_came_to_its_end_was_not_stopped(hashed_seeds: Store) -> None:
    """The page reads ahead of what it shows, and takes an answer whose `stop` is set for one that was stopped."""
    ended, left = threading.Event(), threading.Event()
    grown = list(Assistant(hashed_seeds).stream("Which postings ask for English?", (), ended))
    assert len(grown) > 1
    assert not ended.is_set()
    with closing(Assistant(hashed_seeds).stream("Which postings ask for English?", (), left)) as growing:  # type: ignore[type-var]
        next(growing)
    assert left.is_set()


def test_postings_by_the_names_they_are_shown_by(hashed_seeds: Store) -> None:
    assistant = Assistant(hashed_seeds)
    assert [posting.name for posting in assistant.postings()] == list(SEED_NAMES)
    assert assistant.posting(CARE).name == CARE
    with pytest.raises(UserError, match="no posting named"):
        assistant.posting("../../etc/passwd")
