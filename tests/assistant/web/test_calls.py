"""What the page's script may call, and what comes of calls that anyone may send."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.domain import Notice, Years
from assistant.letters.domain import CV
from assistant.web.asked import Asked
from assistant.web.calls import answer, calls
from assistant.web.wording import wording
from tests.fake_backend import AGADIR, EVIL, OUJDA, FakeBackend


def ask(backend: FakeBackend, what: object, **given: object) -> dict[str, Any]:
    reply = answer(calls(backend), {"what": what, "language": "en", **given})
    json.dumps(reply)
    return reply


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "target", [None, 3, "postings", [], {}, {"what": None}, {"what": "__class__"}, {"what": ["x"]}]
)
def test_what_is_no_call_gets_a_sentence(target: object) -> None:
    assert answer(calls(FakeBackend()), target) == {"error": wording("en").unexpected}


@pytest.mark.parametrize("what", sorted(calls(FakeBackend())))
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"posting": "nowhere.txt", "postings": ["nowhere.txt", "../x"], "fact": 99, "mark": "x", "kind": "exe"},
        {"posting": ["a"], "postings": "a", "fact": "1", "mark": 3, "kind": None, "data": "%%", "exchanges": {"a": 1}},
        {"posting": "agadir.txt", "fact": -1, "number": True, "cv": 5, "form": [], "batch": "x" * 100, "text": None},
    ],
)
def test_no_call_raises_whatever_is_given(what: str, given: Mapping[str, object]) -> None:
    reply = ask(FakeBackend(), what, **given)
    assert isinstance(reply, dict)
    assert "Traceback" not in str(reply)


def test_an_unexpected_error_is_one_sentence_and_its_words_stay_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(FakeBackend):
        def cards(self) -> list[Any]:
            raise ValueError("can" + "ary of a CV")

    with caplog.at_level(logging.ERROR):
        reply = ask(Broken(), "letter_page")
    assert reply == {"error": wording("en").unexpected}
    assert "ValueError" in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"k": "a"}, "a"),
        ({"k": 3}, ""),
        ({}, ""),
        ({"k": None}, ""),
        ({"k": ["a"]}, ""),
        ({"k": "x" * 300_000}, "x" * 200_000),
    ],
)
def test_what_is_asked_is_read_with_care(given: Mapping[str, object], text: str) -> None:
    asked = Asked(given)
    assert asked.text("k") == text
    assert asked.number("k") == (3 if given.get("k") == 3 else None)
    assert asked.texts("k") == (["a"] if given.get("k") == ["a"] else [])
    assert asked.flag("k") is False


def test_the_list_is_short_and_plain() -> None:
    reply = ask(FakeBackend(), "postings")
    rows = {row["n"]: row for row in reply["rows"]}
    assert rows[AGADIR.name]["r"] == ("zgh",)
    assert rows[OUJDA.name]["a"] == ("zgh",)
    assert rows[OUJDA.name]["b"] == "closes in 3 days"
    assert (rows[EVIL.name]["s"], rows[EVIL.name]["b"]) == ("closed", "closed")
    assert rows[AGADIR.name]["b"] == "no date"
    assert reply["languages"] == {"zgh": "Tamazight"}
    assert answer(calls(FakeBackend()), {"what": "postings", "language": "fr"})["contracts"]["CDD"] == "CDD"


def test_files_that_come_one_by_one_are_one_addition() -> None:
    backend = FakeBackend()
    known = calls(backend)
    batch = ""
    for name, text in (("a.txt", "Cook\n"), ("b.txt", "broken"), ("c.txt", "Driver\n")):
        reply = answer(known, {"what": "add", "language": "en", "batch": batch, "name": name, "data": b64(text)})
        batch = reply["batch"]
    ended = answer(known, {"what": "add_end", "language": "en", "batch": batch})
    assert ended["undo"] == 7
    assert len(ended["files"]) == 3
    assert "the file is damaged" in ended["files"][1]
    assert [posting.name for posting in backend.stored][-2:] == ["a.txt", "c.txt"]
    again = answer(known, {"what": "add", "language": "en", "batch": batch, "name": "d.txt", "data": b64("x")})
    assert "has ended" in again["error"]
    assert answer(known, {"what": "undo", "language": "en", "number": 7}) == {"say": "This was undone."}
    assert backend.undone == [7]


def test_a_damaged_file_ends_nothing() -> None:
    known = calls(FakeBackend())
    batch = answer(known, {"what": "add", "name": "a.txt", "data": b64("Cook\n")})["batch"]
    assert "damaged" in answer(known, {"what": "add", "batch": batch, "name": "b.txt", "data": "%"})["error"]
    assert answer(known, {"what": "add_end", "batch": batch})["undo"] == 7


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        ("experience_years", {"min": "2", "max": ""}, Years(2.0, None)),
        ("experience_years", {"min": "", "max": "1,5"}, Years(None, 1.5)),
        ("experience_years", {"min": "", "max": ""}, "Write a value."),
        ("experience_years", {"min": "two"}, "Write a number."),
        ("location", {"value": " Rabat "}, "Rabat"),
        ("location", {"value": "  "}, "Write a value."),
    ],
)
def test_a_fact_is_put_right(field: str, given: Mapping[str, str], value: object) -> None:
    backend = FakeBackend()
    number, fact = next((n, f) for n, f in enumerate(backend.facts(AGADIR.name)) if f.field == field)
    check = f"{fact.field}:{fact.start}:{fact.end}"
    reply = ask(backend, "fact", posting=AGADIR.name, fact=number, fact_check=check, deed="correct", **given)
    if "error" in reply:
        assert reply["error"] == value
        assert backend.facts(AGADIR.name)[number] == fact
    else:
        assert backend.facts(AGADIR.name)[number].value == value
        assert "corrected by you" in reply["html"]
    gone = ask(backend, "fact", posting=AGADIR.name, fact=number, fact_check="pay:0:1", deed="deny")
    assert gone["error"] == wording("en").facts["gone"]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("source", [AGADIR, OUJDA, EVIL])
def test_there_is_a_form_for_every_kind_of_fact(source: Any, number: int) -> None:  # noqa: ANN401
    html = ask(FakeBackend(), "fact_form", posting=source.name, fact=number)["html"]
    assert "<script" not in html
    assert html.count("data-deed") == 4


def test_a_cv_that_was_badly_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = FakeBackend()
    scan = CV("Anirnation d'ate1iers pub1ics et loca1es. Fin.", "cv.png", "fr", notices=(Notice("read_by_ocr"),) * 2)
    monkeypatch.setattr(backend, "read_cv", lambda *_: scan)
    assert ask(backend, "read_cv", name="cv.png", data=b64("x")) == {
        "text": scan.text,
        "say": "Read by character recognition: some letters may be wrong.",
    }
    said = "The text of your CV seems badly read"
    assert said in ask(backend, "fit", cv=scan.text)["html"]
    assert said not in ask(backend, "fit", cv="Canary speaks Tamazight. And much more of it.")["html"]


def test_a_cv_is_in_no_reply_but_its_own() -> None:
    backend = FakeBackend()
    known = calls(backend)
    cv = "Canary speaks Tamazight. And much more of it."
    first = answer(known, {"what": "letter", "posting": AGADIR.name, "cv": cv})
    assert "Canary" in first["html"]
    for what in known:
        assert "Canary" not in str(answer(known, {"what": what, "posting": AGADIR.name}))
