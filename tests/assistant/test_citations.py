"""Every quote stands verbatim at its place, by construction and by a check before anything is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.chunks import pieces_of
from assistant.citations import cite, section_at, verified
from assistant.domain import Answer, Citation, Span, Statement
from assistant.indexing import index_folder
from assistant.library import Library
from assistant.store import Store
from tests.support import AGADIR, gold_questions, hash_store, posting, seed_postings

TEXT = "Missions\n- Animer des ateliers.\n▪  Suivre le budget ;\n1. Rédiger\n"
ONE = posting(TEXT)
LIBRARY = Library({ONE.id: ONE}, {})


def answer(*citations: Citation) -> Answer:
    statements = [Statement("Opening."), *(Statement(f"Said {c.number}.", (c.number,)) for c in citations)]
    return Answer("?", "en", "open", tuple(statements), citations)


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("- Animer des ateliers.", "Animer des ateliers."),
        ("\n▪  Suivre le budget ;\n", "Suivre le budget ;"),
        ("1. Rédiger\n", "1. Rédiger"),
        ("des ateliers", "des ateliers"),
    ],
)
def test_a_citation_is_made_of_a_place(words: str, quote: str) -> None:
    start = TEXT.index(words)
    made = cite(3, ONE, "shown.txt", Span(start, start + len(words)))
    assert made == Citation(3, "shown.txt", "Missions", quote, made.start, made.end)
    assert TEXT[made.start : made.end] == quote


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("To apply\nSend to a@b.org:\n- CV\n- Letter\n", "- CV", "Send to a@b.org:\n- CV"),
        ("Pour postuler\nEnvoyez :\n  a) CV\n  b) LM", "a) CV", "Envoyez :\n  a) CV"),
        ("Pour postuler\nEnvoyez :\n  a) CV\n  b) LM", "b) LM", "Envoyez :\n  a) CV\n  b) LM"),
        ("CDI\nPoste d'infirmier", "CDI", "CDI\nPoste d'infirmier"),
        ("CDI", "CDI", "CDI"),  # there is no more of it
    ],
)
def test_words_too_short_to_say_anything_come_with_the_line_before_them(text: str, words: str, quote: str) -> None:
    one = posting(text)
    start = text.index(words)
    made = cite(1, one, "shown.txt", Span(start, start + len(words)))
    assert made.quote == quote
    assert text[made.start : made.end] == quote


@pytest.mark.parametrize("question", ["Which documents are asked for?", "Quels documents faut-il envoyer ?"])
def test_a_list_with_no_more_than_cv_is_an_answer(tmp_path: Path, question: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Nurse\n\nHow to apply\nSend to a@b.org:\n- CV\n- LM\n", encoding="utf8")
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        said = Assistant(store).ask(question)
    assert "« CV […] LM »" in said.text
    assert all(quote in "".join(c.quote for c in said.citations) for quote in ("- CV", "- LM"))


def test_any_piece_of_the_seeds_can_be_cited() -> None:
    for seed in seed_postings():
        for section in seed.sections:
            for piece in pieces_of(seed, section, Span(0, len(seed.text))):
                made = cite(1, seed, seed.name, piece)
                assert seed.text[made.start : made.end] == made.quote != ""
                assert made.section == section.heading
                assert section_at(seed, made.start) == section


GOOD = cite(1, ONE, "a.txt", Span(9, 31))


@pytest.mark.parametrize(
    "forged",
    [
        replace(GOOD, number=2, quote="Animer des atelier."),
        replace(GOOD, number=2, quote="Animer des ateliers. "),
        replace(GOOD, number=2, start=GOOD.start + 1),
        replace(GOOD, number=2, start=GOOD.start - len(TEXT), end=GOOD.end - len(TEXT)),
        replace(GOOD, number=2, end=10**9),
        replace(GOOD, number=2, posting="b.txt"),
        replace(GOOD, number=2, posting=ONE.id),
        replace(GOOD, number=2, quote="", start=5, end=5),
        replace(GOOD, number=2, quote="- A", start=9, end=12),
    ],
    ids=["word", "space", "start", "negative", "past the end", "posting", "id", "empty", "says nothing"],
)
def test_a_forged_citation_goes_with_what_leans_on_it(forged: Citation) -> None:
    checked = verified(answer(GOOD, forged), LIBRARY)
    assert checked.citations == (GOOD,)
    assert [statement.text for statement in checked.statements] == ["Opening.", "Said 1."]


def test_a_statement_on_two_quotes_goes_with_either() -> None:
    forged = replace(GOOD, number=2, quote="x" * 20)
    both = replace(answer(GOOD, forged), statements=(Statement("Both.", (1, 2)),))
    assert verified(both, LIBRARY).statements == ()


def test_a_forged_citation_does_not_hide_under_the_number_of_a_good_one() -> None:
    assert verified(answer(GOOD, replace(GOOD, quote="Animer une équipe.")), LIBRARY).citations == ()


def test_a_good_answer_is_left_as_it_is() -> None:
    good = answer(GOOD)
    assert verified(good, LIBRARY) is good


def test_a_statement_on_an_unknown_number_goes() -> None:
    hanging = replace(answer(GOOD), statements=(Statement("Good.", (1,)), Statement("Hanging.", (7,))))
    assert [s.text for s in verified(hanging, LIBRARY).statements] == ["Good."]


def check_answer(answer: Answer, store: Store) -> None:
    """What holds of any answer: quotes verbatim, numbers that are there, in their order, each used."""
    texts = {name: p.text for name, p in store.library.by_display_name.items()}
    for citation in answer.citations:
        assert texts[citation.posting][citation.start : citation.end] == citation.quote
        assert citation.quote == citation.quote.strip() != ""
    numbers = [citation.number for citation in answer.citations]
    used = [number for statement in answer.statements for number in statement.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(used) == set(numbers)
    assert {match.posting for match in answer.matches} <= set(texts)
    assert answer.text.strip() != ""


QUICK = gold_questions("set", "count", "fact", "comparison", "negative", "not_stated")


@pytest.mark.parametrize("question", QUICK, ids=lambda question: question["id"])
def test_answers_out_of_facts(question: dict[str, str], hashed_seeds: Store) -> None:
    answer = Assistant(hashed_seeds).ask(question["question"])
    check_answer(answer, hashed_seeds)
    assert answer.language == question["lang"]


def test_the_quote_that_makes_tamazight_a_plus(hashed_seeds: Store) -> None:
    answer = Assistant(hashed_seeds).ask("Which jobs require Tamazight?")
    assert {c.posting for c in answer.citations} == {AGADIR}
    assert any("maîtrise du Tamazight (atout)" in c.quote for c in answer.citations)
