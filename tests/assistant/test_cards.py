"""Cards, charts, agenda and comparisons: out of the facts of every posting, with proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from assistant.assistant import Assistant
from assistant.cards import Card, Closing
from assistant.domain import Amount
from assistant.errors import UserError
from assistant.indexing import index_folder
from assistant.insights import Bar, DayBar, LanguageBar, PayGroup, PayRange
from assistant.store import Store
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, hash_store, seed_text, write_files

TODAY = date(2024, 4, 1)


@pytest.fixture
def assistant(hashed_seeds: Store) -> Assistant:
    return Assistant(hashed_seeds, lambda: TODAY)


@pytest.fixture
def own(tmp_path: Path, hashed_folder: Path) -> Iterator[Assistant]:
    with hash_store(Path(copytree(hashed_folder, tmp_path / "store"))) as store:
        yield Assistant(store, lambda: TODAY)


def card(assistant: Assistant, name: str) -> Card:
    return next(each for each in assistant.cards() if each.name == name)


@pytest.mark.parametrize(
    ("name", "closing"),
    [
        (CARE, Closing("open", date(2024, 12, 25), "", 268)),
        (BRULOCALIS, Closing("closed", date(2022, 11, 21), "24:00", -497)),
        (OUJDA, Closing("closed", date(2022, 7, 17), "", -624)),
        (PARTENARIAT, Closing("undated")),
        (AGADIR, Closing("open", date(2024, 4, 7), "", 6)),
    ],
)
def test_the_deadline_of_a_card(assistant: Assistant, name: str, closing: Closing) -> None:
    assert card(assistant, name).closing == closing


def test_a_card_holds_what_a_list_shows(assistant: Assistant) -> None:
    agadir, safi = card(assistant, AGADIR), card(assistant, PARTENARIAT)
    assert (agadir.languages_required, agadir.languages_plus) == (("ar", "fr"), ("zgh",))
    assert (agadir.place, agadir.contracts, agadir.marked, agadir.has_own) == ("Agadir", ("CDD",), None, False)
    assert safi.pay == (Amount(1200, 1200, "EUR", "month"),)
    assert [each.name for each in assistant.cards()] == sorted(each.name for each in assistant.cards())


def test_cards_are_kept_until_something_changes(own: Assistant) -> None:
    before = own.cards()
    assert all(a is b for a, b in zip(before, own.cards(), strict=True))
    own.mark(CARE, "applied", "le 3")
    marked = card(own, CARE).marked
    assert marked
    assert (marked.mark, marked.note) == ("applied", "le 3")
    own.correct(CARE, "organisation", "CARE Maroc International")
    assert card(own, CARE).organisation == "CARE Maroc International"
    assert card(own, CARE).has_own
    own.remove(CARE)
    assert CARE not in {each.name for each in own.cards()}


def test_a_mark_on_another_version_shows_on_the_one_that_stands_for_both(own: Assistant) -> None:
    own.mark(AGADIR, "to_apply", "mine")
    list(own.add([("again.txt", ("Reposté\n\n" + seed_text(AGADIR)).encode())]))
    assert own.reposts() in ({"again.txt": AGADIR}, {AGADIR: "again.txt"})
    standing = next(each for each in own.cards() if each.name in ("again.txt", AGADIR) and not each.repost_of)
    assert standing.marked
    assert standing.marked.note == "mine"


def test_the_numbers_behind_the_charts(assistant: Assistant) -> None:
    found = assistant.insights()
    assert found.checked == 5
    assert found.deadlines == (
        DayBar(date(2022, 7, 17), True, (OUJDA,)),
        DayBar(date(2022, 11, 21), True, (BRULOCALIS,)),
        DayBar(date(2024, 4, 7), False, (AGADIR,)),
        DayBar(date(2024, 12, 25), False, (CARE,)),
    )
    assert found.undated == Bar("", (PARTENARIAT,))
    assert found.languages[0] == LanguageBar("ar", (BRULOCALIS, OUJDA, AGADIR), (CARE, PARTENARIAT))
    assert LanguageBar("zgh", (), (AGADIR,)) in found.languages
    assert found.contracts[0] == Bar("CDD", (OUJDA, AGADIR))
    assert {bar.key for bar in found.places} == {"Marrakech", "Oujda", "Safi", "Agadir", ""}
    assert found.places[-1] == Bar("", (BRULOCALIS,))
    assert found.pay == (PayGroup("EUR", "month", (PayRange(PARTENARIAT, 1200, 1200), PayRange(BRULOCALIS, 480, 480))),)
    assert found.without_pay.postings == (CARE, OUJDA, AGADIR)


def test_charts_count_a_posting_that_is_there_twice_once_and_compare_only_like_pay(own: Assistant) -> None:
    list(own.add([("again.txt", ("Reposté\n\n" + seed_text(AGADIR)).encode())]))
    own.correct(CARE, "pay", Amount(9000, 12000, "MAD", "month"))
    own.correct(OUJDA, "pay", Amount(30000, 30000, "EUR", "year"))
    found = own.insights()
    assert found.checked == 5
    assert {(group.currency, group.per): len(group.ranges) for group in found.pay} == {
        ("EUR", "month"): 2, ("MAD", "month"): 1, ("EUR", "year"): 1,
    }  # fmt: skip


def test_places_of_one_name_are_one_bar(own: Assistant) -> None:
    texts = [f"ONG {n}\n\nLieu : {place}\n\nProfil\n- {n}\n" for n, place in enumerate(["SEGOU", "Ségou", "Ségou"])]
    list(own.add((f"{n}.txt", text.encode()) for n, text in enumerate(texts)))
    assert {(bar.key, bar.count) for bar in own.insights().places if "gou" in bar.key.lower()} == {("Ségou", 3)}


def test_the_agenda_has_what_closes_soon_the_nearest_first(own: Assistant) -> None:
    assert [(each.posting, each.days) for each in own.agenda()] == [(AGADIR, 6)]
    assert [each.posting for each in own.agenda(300)] == [AGADIR, CARE]
    assert own.agenda(5) == []
    own.correct(PARTENARIAT, "deadline", "2024-04-01", detail="12:00")
    first = own.agenda(0)[0]
    assert (first.posting, first.time, first.days, first.quote) == (PARTENARIAT, "12:00", 0, "")
    own.mark(AGADIR, "dropped")
    own.mark(CARE, "to_apply")
    assert [each.posting for each in own.agenda(300)] == [PARTENARIAT, CARE]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_comparison_cites_every_cell(assistant: Assistant, language: str) -> None:
    found = assistant.compare([OUJDA, AGADIR, CARE], "fr" if language == "fr" else "en")
    texts = {posting.name: posting.text for posting in assistant.postings()}
    assert [len(row.cells) for row in found.rows] == [3] * len(found.rows)
    numbers = {citation.number: citation for citation in found.citations}
    for row in found.rows:
        for name, cell in zip(found.postings, row.cells, strict=True):
            assert bool(cell.text) == bool(cell.numbers)
            assert {numbers[number].posting for number in cell.numbers} <= {name}
    for citation in found.citations:
        assert texts[citation.posting][citation.start : citation.end] == citation.quote
    contract = next(row for row in found.rows if row.field == "contract")
    assert "CDD" in contract.cells[0].text


SIX = [CARE, OUJDA, AGADIR, BRULOCALIS, PARTENARIAT, "sixth"]


@pytest.mark.parametrize("names", [[], [CARE], [CARE, CARE], [CARE, "nowhere"], SIX])
def test_what_cannot_be_compared_is_refused(assistant: Assistant, names: list[str]) -> None:
    with pytest.raises(UserError):
        assistant.compare(names, "en")


def test_an_own_fact_in_a_comparison_says_whose_it_is(own: Assistant) -> None:
    own.correct(CARE, "pay", Amount(9000, 9000, "MAD", "month"))
    found = own.compare([CARE, OUJDA], "en")
    cell = next(row for row in found.rows if row.field == "pay").cells[0]
    assert (cell.numbers, cell.own) == ((), "corrected by you")
    assert "9,000" in cell.text


def test_an_empty_store_has_empty_lists(tmp_path: Path) -> None:
    with hash_store(tmp_path / "store") as store:
        nothing = Assistant(store, lambda: TODAY)
        assert (nothing.cards(), nothing.agenda(), nothing.marked(), nothing.insights().checked) == ([], [], {}, 0)


def test_a_hostile_name_and_text_make_a_card_all_the_same(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "jobs", {"<b>&.txt": "<script>alert(1)</script>\n=1+1\n"})
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        (only,) = Assistant(store, lambda: TODAY).cards()
        assert only.name == "<b>&.txt"
