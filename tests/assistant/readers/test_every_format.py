"""The five seeds in every form that the makers give them: the same facts, and the same answers, as from the text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.duplicates import reposts_of
from assistant.evaluation import mark
from assistant.facts import facts_of
from assistant.indexing import index_folder
from assistant.json_form import history_of
from assistant.readers.content import Content, Unreadable
from assistant.readers.registry import read
from assistant.reading import posting_of
from assistant.settings import Settings
from assistant.wiring import open_assistant
from tests.makers.mail import NOTE, eml_of, forwarded, html_eml_of, message_of
from tests.makers.office import docx_of, odt_file, odt_of
from tests.makers.pdf import Drawn, drawn, flowing
from tests.makers.tables import csv_of, json_of, jsonl_of, xlsx_of
from tests.makers.web import html_of
from tests.support import SEED_NAMES, gold_rows, seed_text, write_files

Make = Callable[[str], bytes]
DOCUMENTS: dict[str, Make] = {  # by the ending of their names
    ".pdf": flowing,
    ".docx": docx_of,
    ".html": lambda text: html_of(text).encode(),
    ".odt": odt_of,
    ".eml": eml_of,
}


def row(text: str) -> list[dict[str, str]]:
    return [{"id": "1", "description": text}]


def attached(name: str, kind: str, data: bytes) -> bytes:
    return message_of(NOTE, None, [(name, kind, data)]).as_bytes()


FORMS: dict[str, Make] = {
    **{f"a{ending}": make for ending, make in DOCUMENTS.items()},
    "two columns.pdf": lambda text: flowing(text, columns=2, header="Projet « Atlas »"),
    "cp1252.html": lambda text: html_of(text, charset="iso-8859-1").encode("cp1252", "xmlcharrefreplace"),
    "html.eml": html_eml_of,
    "forwarded.eml": lambda text: message_of(forwarded(text)).as_bytes(),
    "text attached.eml": lambda text: attached("a.txt", "text/plain", text.encode("utf-16")),
    "page attached.eml": lambda text: attached("a.htm", "text/html", html_of(text).encode()),
    "pdf attached.eml": lambda text: attached("a.pdf", "application/pdf", flowing(text)),
    "docx attached.eml": lambda text: attached("a.docx", "application/octet-stream", docx_of(text)),
    "a.csv": lambda text: csv_of(row(text)),
    "semicolons.csv": lambda text: csv_of(row(text), ";", "utf-8-sig"),
    "a.xlsx": lambda text: xlsx_of(row(text)),
    "a.json": lambda text: json_of(row(text)),
    "a.jsonl": lambda text: jsonl_of(row(text)),
    "cp1252.txt": lambda text: text.encode("cp1252", "replace"),
    "mac.txt": lambda text: text.encode("mac_roman", "replace"),
    "utf-16.txt": lambda text: text.encode("utf-16"),
    "utf-16-le.txt": lambda text: text.encode("utf-16-le"),
    "utf-8-sig.txt": lambda text: text.encode("utf-8-sig"),
    "decomposed.txt": lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode(),
}


def facts(content: Content) -> set[tuple[str, str, str, str]]:
    """What each fact says; the words beside the value are compared without the space that a form may change."""
    found = facts_of(posting_of("s", "a", content))
    return {(fact.field, str(fact.value), fact.modality, " ".join(fact.detail.split())) for fact in found}


@cache
def facts_of_seed(name: str) -> set[tuple[str, str, str, str]]:
    return facts(Content(seed_text(name)))


@cache
def in_that_form(name: str, form: str) -> Content:
    (content,) = read(FORMS[form](seed_text(name)), form)
    assert isinstance(content, Content)
    return content


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SEED_NAMES)
def test_the_same_facts(name: str, form: str) -> None:
    assert facts(in_that_form(name, form)) == facts_of_seed(name)


@pytest.mark.parametrize("name", SEED_NAMES)
def test_a_posting_in_every_form_is_one_posting(name: str) -> None:
    # Set in two columns, words cut at other places make it another text for two of the seeds.
    forms = [form for form in FORMS if form != "two columns.pdf"]
    made = [posting_of("s", form, in_that_form(name, form)) for form in forms]
    reposts = reposts_of(made, {posting.id: facts_of(posting) for posting in made})
    assert len(made) - len(reposts) == 1
    assert len(set(reposts.values())) == 1


BLANK = " \u00a0\u200b\n\t"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.pdf"),
        (BLANK.encode(), "a.txt"),
        (drawn([Drawn("  ")]), "a.pdf"),
        (docx_of(BLANK, traps=False), "a.docx"),
        (odt_file(f"<text:p>{BLANK}</text:p>"), "a.odt"),
        (f"<html><body><p>{BLANK}</p></body></html>".encode(), "a.html"),
        (eml_of(BLANK), "a.eml"),
    ],
    ids=["nothing", "text", "pdf", "docx", "odt", "html", "eml"],
)
def test_a_file_without_a_word_is_no_posting(data: bytes, name: str) -> None:
    with pytest.raises(Unreadable, match="no text in it"):
        list(read(data, name))


def in_form(name: str, ending: str) -> str:
    return str(Path(name).with_suffix(ending))


@pytest.fixture(scope="module", params=DOCUMENTS)
def answering(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> Iterator[tuple[str, Assistant]]:
    """The ending of a format, and the assistant over the seeds in it: real model, real Chroma."""
    ending = request.param
    folder = tmp_path_factory.mktemp(ending[1:])
    files = {in_form(name, ending): DOCUMENTS[ending](seed_text(name)) for name in SEED_NAMES}
    settings = Settings(folder / "store", cache)
    with open_assistant(settings, write=True) as opened:
        report = index_folder(opened.store, write_files(folder / "jobs", files))
        assert (sorted(report.added), report.failed) == (sorted(files), [])
        yield ending, opened


@pytest.mark.model
def test_the_same_answers(answering: tuple[str, Assistant]) -> None:
    ending, assistant = answering
    texts = {posting.name: posting.text for posting in assistant.store.library.postings.values()}
    marks = []
    for asked in gold_rows("questions.jsonl"):
        right = in_its_form(asked, ending)
        marks.append(mark(right, assistant.ask(right["question"], history_of(right.get("history", []))), texts))
    assert {found.id: found.faults for found in marks if found.faults} == {}
    assert len(marks) == 45


@pytest.mark.parametrize("ending", DOCUMENTS)
def test_the_quotes_that_are_wanted_are_in_the_text_as_it_is_read(ending: str) -> None:
    """A quote that is nowhere is none that the marking above can miss."""
    for name in SEED_NAMES:
        (content,) = read(DOCUMENTS[ending](seed_text(name)), f"a{ending}")
        assert isinstance(content, Content)
        read_words = words(content.text)
        wanted = [asked["quotes"][name] for asked in gold_rows("questions.jsonl") if name in asked.get("quotes", {})]
        assert [quote for quote in wanted if words(quote) not in read_words] == []


def words(text: str) -> str:
    """Its letters and digits, between single spaces: signs of bullets and bold are the form's own."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def in_its_form(asked: dict[str, Any], ending: str) -> dict[str, Any]:
    """A question with its right answer, with the names of the postings as they are in a format."""
    written = json.dumps(asked)
    for name in SEED_NAMES:
        written = written.replace(name, in_form(name, ending))
    changed: dict[str, Any] = json.loads(written)
    return changed
