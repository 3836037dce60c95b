"""Files to take away: what stands in postings acts on nothing there, and every quote is the posting's own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from assistant.agenda import Deadline
from assistant.assistant import Assistant
from assistant.domain import Amount, Answer, Citation, Language, Statement
from assistant.exports.calendar import ics_of
from assistant.exports.conversation import markdown_of
from assistant.exports.document import docx_of
from assistant.exports.table import Table, csv_of, guarded
from assistant.indexing import index_folder
from tests.support import AGADIR, CARE, OUJDA, SEED_NAMES, hash_store, write_files

TODAY = date(2024, 4, 1)
NOW = datetime(2024, 4, 1, 8, tzinfo=UTC)


@pytest.fixture
def assistant(tmp_path: Path, hashed_folder: Path) -> Iterator[Assistant]:
    with hash_store(Path(copytree(hashed_folder, tmp_path / "store"))) as store:
        yield Assistant(store, lambda: TODAY)


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+33 6", "'+33 6"),
        ("- Anglais exigé", "'- Anglais exigé"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\x00=1", "' =1"),
        ("a=1", "a=1"),
        ("l'anglais", "l'anglais"),
        ("", ""),
        ("العربية", "العربية"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_a_cell_that_no_spreadsheet_holds_is_cut() -> None:
    assert len(guarded("x" * 50_000)) <= 32_767


def test_csv_keeps_what_cells_hold() -> None:
    table = Table("t", ("a", "b"), [('x;"y",\nz', date(2024, 5, 3)), ("é", 7)])
    assert rows_of(csv_of(table)) == [["a", "b"], ['x;"y",\nz', "2024-05-03"], ["é", "7"]]


@pytest.mark.parametrize(
    ("language", "title", "licence", "state"),
    [("fr", "Poste", "Langues exigées", "ouverte"), ("en", "Job", "Languages required", "open")],
)
def test_the_postings_with_their_facts(
    assistant: Assistant, language: str, title: str, licence: str, state: str
) -> None:
    assistant.mark(AGADIR, "to_apply", "=call Awa")
    assistant.correct(CARE, "pay", Amount(9000, 9000, "MAD", "month"))
    words: Language = "fr" if language == "fr" else "en"
    header, *rows = rows_of(assistant.export_table("csv", words))
    assert [row[0] for row in rows] == list(SEED_NAMES)
    assert title in header
    by_name = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    assert state in by_name[AGADIR].values()
    assert "2024-04-07" in by_name[AGADIR].values()
    assert "'=call Awa" in by_name[AGADIR].values()
    assert by_name[AGADIR][licence]
    assert any("MAD" in value for value in by_name[CARE].values())
    book = load_workbook(io.BytesIO(assistant.export_table("xlsx", words, [AGADIR, CARE])))
    cells = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in cells[1:]] == [AGADIR, CARE]
    assert datetime(2024, 4, 7) in cells[1]
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)


def test_hostile_texts_are_texts_in_every_file(tmp_path: Path) -> None:
    text = "=cmd|' /C calc'!A0 recrute\n\nLieu : @Ségou\n\nProfil\n- Anglais exigé\n"
    folder = write_files(tmp_path / "jobs", {"=1+1.txt": text, "-b.txt": text.replace("cmd", "x")})
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        hostile = Assistant(store, lambda: TODAY)
        for data in (hostile.export_table("csv", "fr"), hostile.export_comparison("csv", "fr", ["=1+1.txt", "-b.txt"])):
            for row in rows_of(data):
                assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
        for data in (
            hostile.export_table("xlsx", "fr"),
            hostile.export_comparison("xlsx", "fr", ["=1+1.txt", "-b.txt"]),
        ):
            sheets = load_workbook(io.BytesIO(data)).worksheets
            assert all(cell.data_type != "f" for sheet in sheets for row in sheet.iter_rows() for cell in row)


def test_a_comparison_with_its_quotes(assistant: Assistant) -> None:
    rows = rows_of(assistant.export_comparison("csv", "en", [OUJDA, AGADIR]))
    assert len({len(row) for row in rows}) == 1
    quotes = {row[3] for row in rows if row[0].isdigit()}
    texts = [assistant.posting(name).text for name in (OUJDA, AGADIR)]
    assert quotes
    assert all(any(quote.removeprefix("'") in text for text in texts) for quote in quotes)
    book = load_workbook(io.BytesIO(assistant.export_comparison("xlsx", "fr", [OUJDA, AGADIR])))
    assert book.sheetnames == ["Comparaison", "Sources"]


# The calendar


def deadline(time: str = "", title: str = "Juriste", quote: str = "avant le 3 mai") -> Deadline:
    return Deadline("a.txt", title, date(2024, 5, 3), time, 32, quote, ("a@b.org",))


@pytest.mark.parametrize(
    ("time", "start", "end", "alarms"),
    [
        ("", date(2024, 5, 3), date(2024, 5, 4), [timedelta(days=-3, hours=9), timedelta(days=-1, hours=9)]),
        ("24:00", date(2024, 5, 3), date(2024, 5, 4), [timedelta(days=-3, hours=9), timedelta(days=-1, hours=9)]),
        (
            "17:00",
            datetime(2024, 5, 3, 17),
            datetime(2024, 5, 3, 17, 30),
            [timedelta(days=-3), timedelta(days=-1)],
        ),
    ],
)
def test_an_event_a_deadline_with_two_alarms(time: str, start: date, end: date, alarms: list[timedelta]) -> None:
    data = ics_of([deadline(time)], "fr", NOW)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, end)
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == alarms
    assert event["summary"] == "Date limite : Juriste"
    assert "« avant le 3 mai »" in str(event["description"])
    assert "a@b.org" in str(event["description"])
    assert b"TZID" not in data
    assert b"T170000Z" not in data, "an hour without a time zone floats"
    assert data == ics_of([deadline(time)], "fr", NOW)


def test_a_title_cannot_add_lines_to_a_calendar() -> None:
    data = ics_of(
        [deadline(title="x\r\nEND:VEVENT\r\nATTACH:http://evil.test", quote="y\nBEGIN:VALARM;,\\")], "en", NOW
    )
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert "attach" not in event
    assert len(event.walk("VALARM")) == 2
    assert "ATTACH:http://evil.test" in str(event["summary"])


def test_the_calendar_has_what_is_to_come(assistant: Assistant) -> None:
    def titles(data: bytes) -> list[str]:
        return [str(event["summary"]) for event in Calendar.from_ical(data).walk("VEVENT")]

    assert len(titles(assistant.export_calendar("en"))) == 2
    assistant.mark(AGADIR, "applied")
    assert len(titles(assistant.export_calendar("en"))) == 1
    assert len(titles(assistant.export_calendar("en", [AGADIR, OUJDA]))) == 1, "named, and not closed"


# Conversations


def turn(question: str, text: str, *quotes: str) -> Answer:
    citations = tuple(Citation(n, "a.txt", "Profil", q, 10 * n, 10 * n + len(q)) for n, q in enumerate(quotes, start=1))
    statements = (Statement(text, tuple(c.number for c in citations)), Statement("- point"), Statement("- autre"))
    return Answer(question, "fr", "fact", statements, citations, names={"a.txt": "Juriste, ONG"})


def test_sources_are_numbered_through_the_conversation() -> None:
    told = markdown_of([turn("Un ?", "Ceci", "mot un", "mot deux"), turn("Deux ?", "Cela", "mot un")]).decode()
    assert told.startswith("# Conversation\n\n## Un ?\n\nCeci [1] [2]\n\n- point\n- autre\n")
    assert "Cela [1]" in told
    assert told.count("« mot un »") == 1
    assert "2. Juriste, ONG (a.txt), Profil, 20–28: « mot deux »" in told


HOSTILE = "<script>alert(1)</script> ![x](http://evil.test/x.png) [y](javascript:1) `z` \x00 # t"


@pytest.mark.parametrize("where", ["question", "text", "quote"])
def test_what_is_hostile_acts_on_nothing(where: str) -> None:
    given = {"question": "Q ?", "text": "T", "quote": "q"} | {where: HOSTILE}
    answer = turn(given["question"], given["text"], given["quote"])
    told = markdown_of([answer]).decode()
    assert "<script>" not in told.replace("\\<script\\>", "")
    assert "![" not in told.replace("!\\[", "").replace("\\!\\[", "")
    assert "](" not in told.replace("\\](", "")
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(docx_of([answer]))).paragraphs)
    assert "<script>alert(1)</script>" in words


def test_a_real_conversation_as_a_document(assistant: Assistant) -> None:
    answers = [assistant.ask("Quels postes exigent l'anglais ?"), assistant.ask("What is the deadline in Agadir?")]
    document = Document(io.BytesIO(assistant.export_conversation("docx", answers)))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert "Quels postes exigent l'anglais ?" in paragraphs
    assert paragraphs.count("Sources") == 1
    texts = {posting.name: " ".join(posting.text.split()) for posting in assistant.postings()}
    quotes = [line.rsplit("« ", 1)[1].removesuffix(" »") for line in paragraphs if line.startswith("[")]
    assert quotes
    assert all(any(quote in text for text in texts.values()) for quote in quotes)
    assert assistant.export_conversation("md", []).decode().startswith("# Conversation")
    assert assistant.export_conversation("docx", [])
