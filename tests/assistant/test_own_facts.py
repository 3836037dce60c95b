"""Facts that the person put right: they hold in every answer, survive reading again, and never make up a quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import remaking
from assistant.answering.values import value_of
from assistant.assistant import Assistant
from assistant.domain import Amount, Answer, Fact, FactField, Years
from assistant.errors import UserError
from assistant.fact_form import fact_object
from assistant.fact_values import value_of_text
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TODAY = date(2027, 4, 1)
WELL = """Water Aid seeks a Hydrologist

Location: Bamako

Profile
- English required
- Arabic is a plus
- 3 years of experience

Contract: fixed-term
Deadline: 3 May 2027
Apply to jobs@water.example
"""
SCHOOL = "École Plus recrute un Comptable\n\nLieu : Ségou\n\nProfil\n- Français exigé\n- Anglais souhaité\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "jobs", {"well.txt": WELL, "school.txt": SCHOOL})


@pytest.fixture
def assistant(tmp_path: Path, folder: Path) -> Iterator[Assistant]:
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: TODAY)


def values(assistant: Assistant, name: str, field: FactField) -> list[tuple[object, str, str, str]]:
    return [(f.value, f.modality, f.quote, f.origin) for f in assistant.facts(name) if f.field == field]


def whole(answer: Answer) -> str:
    return answer.text


Change = Callable[[Assistant], object]
CHANGES: list[tuple[str, Change, str, FactField, list[tuple[object, str, str, str]]]] = [
    (
        "another deadline",
        lambda a: a.correct("well.txt", "deadline", "2027-06-01", detail="17:00"),
        "well.txt",
        "deadline",
        [("2027-06-01", "stated", "", "corrected")],
    ),
    (
        "a deadline where none was read",
        lambda a: a.correct("school.txt", "deadline", "2027-06-01"),
        "school.txt",
        "deadline",
        [("2027-06-01", "stated", "", "corrected")],
    ),
    (
        "another weight keeps the words",
        lambda a: a.correct("school.txt", "language", "en", modality="required"),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text"), ("en", "required", "Anglais souhaité", "corrected")],
    ),
    (
        "a language by its name is added",
        lambda a: a.correct("school.txt", "language", "bambara", modality="asset"),
        "school.txt",
        "language",
        [
            ("fr", "required", "Français exigé", "text"),
            ("en", "asset", "Anglais souhaité", "text"),
            ("bm", "asset", "", "corrected"),
        ],
    ),
    (
        "one of several is replaced",
        lambda a: a.correct("school.txt", "language", "es", replaces="en"),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text"), ("es", "asset", "", "corrected")],
    ),
    (
        "a correction is corrected",
        lambda a: (
            a.correct("school.txt", "language", "es", replaces="en"),
            a.correct("school.txt", "language", "pt", replaces="es"),
        ),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text"), ("pt", "asset", "", "corrected")],
    ),
    (
        "with a quote of its own",
        lambda a: a.correct("well.txt", "experience_years", Years(3, 3), quote="3 years of experience"),
        "well.txt",
        "experience_years",
        [(Years(3, 3), "required", "3 years of experience", "corrected")],
    ),
    (
        "words that stand in the text are their own quote",
        lambda a: a.correct("well.txt", "title", "Hydrologist"),
        "well.txt",
        "title",
        [("Hydrologist", "stated", "Hydrologist", "corrected")],
    ),
    (
        "confirmed",
        lambda a: a.confirm("school.txt", "language", "en"),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text"), ("en", "asset", "Anglais souhaité", "confirmed")],
    ),
    (
        "denied",
        lambda a: a.deny("school.txt", "language", "en"),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text")],
    ),
    ("all denied", lambda a: a.deny("school.txt", "language"), "school.txt", "language", []),
    (
        "denied after it was corrected",
        lambda a: (a.correct("school.txt", "language", "es", replaces="en"), a.deny("school.txt", "language", "es")),
        "school.txt",
        "language",
        [("fr", "required", "Français exigé", "text")],
    ),
    (
        "taken back",
        lambda a: (a.correct("well.txt", "deadline", "2028-01-01"), a.withdraw("well.txt", "deadline")),
        "well.txt",
        "deadline",
        [("2027-05-03", "stated", "Deadline: 3 May 2027", "text")],
    ),
]


@pytest.mark.parametrize(
    ("change", "name", "field", "right"), [row[1:] for row in CHANGES], ids=[r[0] for r in CHANGES]
)
def test_what_the_person_says_goes_before_what_was_read(
    assistant: Assistant, change: Change, name: str, field: FactField, right: list[tuple[object, str, str, str]]
) -> None:
    change(assistant)
    assert values(assistant, name, field) == right


def test_it_survives_reading_again_restarting_and_other_rules(
    assistant: Assistant, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _, change, *_ in CHANGES[:5]:
        change(assistant)
    before = {name: assistant.facts(name) for name in ("well.txt", "school.txt")}
    index_folder(assistant.store, folder, full=True)
    assert {name: assistant.facts(name) for name in before} == before
    assistant.store.close()
    monkeypatch.setattr(remaking, "RULES", "another")
    with hash_store(tmp_path / "store") as store:
        again = Assistant(store)
        assert {name: again.facts(name) for name in before} == before


ASKED = [
    (
        "deadline",
        "2027-06-01",
        "Quelle est la date limite du poste d'hydrologue ?",
        "1er juin 2027",
        "corrigé par vous",
    ),
    ("deadline", "2027-06-01", "What is the deadline of Water Aid?", "1 June 2027", "corrected by you"),
    ("deadline", "2027-06-01", "Which postings close in June 2027?", "Hydrologist", ""),
    ("language", "es", "Quels postes exigent l'espagnol ?", "Hydrologist", "corrigé par vous"),
    ("language", "es", "Which postings require Spanish?", "Hydrologist", "corrected by you"),
    ("language", "es", "Does Water Aid require Spanish?", "Yes", "corrected by you"),
    ("pay", Amount(900, 900, "EUR", "month"), "Which job pays best?", "900", "corrected by you"),
    ("pay", Amount(900, 900, "EUR", "month"), "Compare Water Aid and École Plus", "900", "corrected by you"),
    ("contract", "CDI", "Quels postes sont en CDI ?", "Hydrologist", "corrigé par vous"),
]


@pytest.mark.parametrize(("field", "value", "question", "said", "own"), ASKED)
def test_answers_use_it_and_say_whose_it_is(
    assistant: Assistant, field: FactField, value: str | Amount, question: str, said: str, own: str
) -> None:
    assistant.correct("well.txt", field, value)
    answer = assistant.ask(question)
    assert said in answer.text
    assert own in answer.text
    texts = {posting.name: posting.text for posting in assistant.postings()}
    for citation in answer.citations:
        assert texts[citation.posting][citation.start : citation.end] == citation.quote
    assert "« »" not in answer.text


def test_a_denied_fact_is_not_stated(assistant: Assistant) -> None:
    assistant.deny("well.txt", "deadline")
    assert assistant.ask("What is the deadline of Water Aid?").kind == "not_stated"
    assert not assistant.ask("Which postings require Arabic or English?").undecided
    assistant.deny("well.txt", "language", "en")
    assert [m.posting for m in assistant.ask("Which postings require English?").matches if m.modality != "asset"] == []


@pytest.mark.parametrize(
    ("edit", "outdated", "value"),
    [
        (("Location: Bamako", "Location: Gao"), False, "2027-06-01"),
        (("Deadline: 3 May 2027", "Deadline: 9 July 2027"), True, "2027-06-01"),
        (("Deadline: 3 May 2027\n", ""), True, "2027-06-01"),
    ],
)
def test_a_change_of_the_text_under_it_is_flagged(
    assistant: Assistant, folder: Path, edit: tuple[str, str], outdated: bool, value: str
) -> None:
    assistant.correct("well.txt", "deadline", "2027-06-01")
    (folder / "well.txt").write_text(WELL.replace(*edit), encoding="utf8")
    index_folder(assistant.store, folder)
    (fact,) = [fact for fact in assistant.facts("well.txt") if fact.field == "deadline"]
    assert (fact.value, fact.outdated) == (value, outdated)
    assert ("the text has changed since" in value_of("en", fact)) == outdated
    assert next(card for card in assistant.cards() if card.name == "well.txt").has_outdated == outdated
    assistant.confirm("well.txt", "deadline")  # a corrected one stays corrected
    assert fact_object(fact)["outdated"] == outdated


def test_its_quote_moves_with_the_text_and_goes_with_it(assistant: Assistant, folder: Path) -> None:
    assistant.confirm("well.txt", "language", "ar")
    (folder / "well.txt").write_text("New banner\n\n" + WELL, encoding="utf8")
    index_folder(assistant.store, folder)

    def arabic() -> Fact:
        return next(fact for fact in assistant.facts("well.txt") if fact.value == "ar")

    assert (arabic().origin, arabic().outdated) == ("confirmed", False)
    assert assistant.posting("well.txt").text[arabic().start : arabic().end] == arabic().quote != ""
    (folder / "well.txt").write_text(WELL.replace("- Arabic is a plus\n", ""), encoding="utf8")
    index_folder(assistant.store, folder)
    assert (arabic().quote, arabic().outdated) == ("", True)


def test_it_speaks_of_no_other_posting_that_comes_under_its_name(assistant: Assistant, folder: Path) -> None:
    assistant.correct("well.txt", "deadline", "2027-06-01")
    (folder / "well.txt").write_text(SCHOOL.replace("Comptable", "Juriste"), encoding="utf8")
    index_folder(assistant.store, folder)
    assert values(assistant, "well.txt", "deadline") == []


def test_it_follows_a_renamed_file_and_goes_with_a_removed_one(assistant: Assistant, folder: Path) -> None:
    assistant.correct("well.txt", "deadline", "2027-06-01")
    assistant.mark("well.txt", "applied", "sent")
    (folder / "well.txt").rename(folder / "puits.txt")
    index_folder(assistant.store, folder)
    assert values(assistant, "puits.txt", "deadline")[0][0] == "2027-06-01"
    assert assistant.marked()["puits.txt"].note == "sent"
    assistant.remove("puits.txt")
    index_folder(assistant.store, folder)
    assert values(assistant, "puits.txt", "deadline")[0][0] == "2027-05-03"
    assert assistant.marked() == {}


def test_a_retitled_posting_is_called_so(assistant: Assistant) -> None:
    assistant.correct("well.txt", "title", "Hydrologist")
    assistant.correct("well.txt", "organisation", "Water Aid")
    answer = assistant.ask("What is the deadline of the Hydrologist?")
    assert "Hydrologist, Water Aid" in answer.text
    assistant.withdraw("well.txt", "title")
    assert assistant.posting("well.txt").title.of(WELL) != ""


REFUSED: list[Change] = [
    lambda a: a.correct("nowhere.txt", "deadline", "2027-06-01"),
    lambda a: a.correct("well.txt", "mention", "x"),
    lambda a: a.correct("well.txt", "deadline", "31/02/2027"),
    lambda a: a.correct("well.txt", "deadline", "2027-06-01", detail="noon"),
    lambda a: a.correct("well.txt", "deadline", Years(1)),
    lambda a: a.correct("well.txt", "language", "klingonien"),
    lambda a: a.correct("well.txt", "contract", "forever"),
    lambda a: a.correct("well.txt", "experience_years", Years(5, 3)),
    lambda a: a.correct("well.txt", "experience_years", Years(None)),
    lambda a: a.correct("well.txt", "pay", Amount(1, 2, "EURO", "month")),
    lambda a: a.correct("well.txt", "pay", Amount(1, 2, "EUR", "fortnight")),
    lambda a: a.correct("well.txt", "title", ""),
    lambda a: a.correct("well.txt", "title", "a\u202eb"),
    lambda a: a.correct("well.txt", "title", "x" * 301),
    lambda a: a.correct("well.txt", "language", "es", replaces="pt"),
    lambda a: a.correct("well.txt", "deadline", "2027-06-01", quote="Deadline: 4 May 2027"),
    lambda a: a.correct("well.txt", "language", "es", modality="none"),
    lambda a: a.confirm("school.txt", "deadline"),
    lambda a: a.deny("well.txt", "language", "zh"),
    lambda a: a.withdraw("well.txt", "deadline"),
]


@pytest.mark.parametrize("change", REFUSED)
def test_what_does_not_fit_is_refused_and_nothing_kept(assistant: Assistant, change: Change) -> None:
    with pytest.raises(UserError):
        change(assistant)
    assert assistant.store.catalogue.desk.own_facts() == {}


@pytest.mark.parametrize(
    ("field", "typed", "value", "detail"),
    [
        ("deadline", "2027-05-31", "2027-05-31", ""),
        ("deadline", "2027-05-31 17:00", "2027-05-31", "17:00"),
        ("deadline", "31 mai 2027", "2027-05-31", ""),
        ("deadline", "May 31, 2027", "2027-05-31", ""),
        ("experience_years", "3", Years(3, 3), ""),
        ("experience_years", "3+", Years(3), ""),
        ("experience_years", "3 - 5", Years(3, 5), ""),
        ("experience_years", "0,5", Years(0.5, 0.5), ""),
        ("pay", "1200 EUR month", Amount(1200, 1200, "EUR", "month"), ""),
        ("pay", "1200-1500 EUR/month", Amount(1200, 1500, "EUR", "month"), ""),
        ("expenses", "300", Amount(300, 300, None, None), ""),
        ("language", "Anglais", "en", ""),
        ("language", "zgh", "zgh", ""),
        ("contract", "CDD", "CDD", ""),
        ("title", "  Chef   de projet ", "Chef de projet", ""),
    ],
)
def test_values_are_read_as_people_type_them(field: FactField, typed: str, value: object, detail: str) -> None:
    assert value_of_text(field, typed) == (value, detail)
