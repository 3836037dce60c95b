"""The commands for marks, corrections, comparisons and files to take away, in this process: no model is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner, Result

from assistant import cli_desk
from assistant.cli import app
from assistant.errors import UserError
from assistant.settings import Settings
from assistant.store import Store
from tests.support import AGADIR, CARE, OUJDA, hash_store


@pytest.fixture
def folder(tmp_path: Path, hashed_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copytree(hashed_folder, tmp_path / "store")

    @contextmanager
    def opened(settings: Settings, *, write: bool, notify: object) -> Iterator[Store]:
        del notify
        with hash_store(settings.store, write=write) as store:
            yield store

    monkeypatch.setattr(cli_desk, "open_store", opened)
    return tmp_path / "store"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", str(folder)])


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_mark_and_agenda(folder: Path) -> None:
    day = ("--today", "2024-04-01")
    assert lines(run(folder, "mark", AGADIR, "to_apply", "--note", "call Awa")) == [f"{AGADIR}: to_apply (call Awa)"]
    (line,) = lines(run(folder, "agenda", *day))
    assert line.startswith("7 April 2024 (in 6 days)")
    assert line.endswith(f"[{AGADIR}]")
    (found,) = lines(run(folder, "agenda", *day, "--json"))
    assert json.loads(found)["marked"]["note"] == "call Awa"
    assert lines(run(folder, "mark", AGADIR, "dropped")) == [f"{AGADIR}: dropped (call Awa)"]
    assert lines(run(folder, "agenda", *day, "--language", "fr")) == ["Aucune date limite dans les 14 prochains jours."]
    assert lines(run(folder, "mark", AGADIR, "none")) == [f"{AGADIR}: not marked"]


def test_correct_confirm_deny_and_withdraw(folder: Path) -> None:
    (fact,) = map(json.loads, lines(run(folder, "correct", AGADIR, "deadline", "12 mai 2024 17:00")))
    assert (fact["value"], fact["time"], fact["origin"], fact["quote"]) == ("2024-05-12", "17:00", "corrected", "")
    (fact,) = map(json.loads, lines(run(folder, "correct", AGADIR, "deadline", "--withdraw")))
    assert (fact["value"], "origin" in fact) == ("2024-04-07", False)
    facts = [json.loads(each) for each in lines(run(folder, "correct", AGADIR, "language", "Arabe", "--confirm"))]
    assert [each["value"] for each in facts if each.get("origin") == "confirmed"] == ["ar"]
    facts = [json.loads(each) for each in lines(run(folder, "correct", AGADIR, "language", "Amazigh", "--deny"))]
    assert "zgh" not in [each["value"] for each in facts]
    facts = [
        json.loads(each)
        for each in lines(
            run(folder, "correct", AGADIR, "language", "anglais", "--modality", "asset", "--detail", "B2")
        )
    ]
    assert [(each["modality"], each["level"]) for each in facts if each["value"] == "en"] == [("asset", "B2")]


def test_compare(folder: Path, tmp_path: Path) -> None:
    (found,) = lines(run(folder, "compare", OUJDA, AGADIR, "--json"))
    assert json.loads(found)["postings"] == [OUJDA, AGADIR]
    told = lines(run(folder, "compare", OUJDA, AGADIR, CARE, "--language", "fr"))
    assert "Contrat" in told
    assert any(line.startswith("[1] ") for line in told)
    assert run(folder, "compare", OUJDA, AGADIR, "--out", str(tmp_path / "c.xlsx")).exit_code == 0
    assert (tmp_path / "c.xlsx").read_bytes().startswith(b"PK")


def test_export(folder: Path, tmp_path: Path) -> None:
    for name, begins in (("t.csv", b"\xef\xbb\xbf"), ("t.xlsx", b"PK"), ("t.ics", b"BEGIN:VCALENDAR")):
        assert run(folder, "export", str(tmp_path / name), "--today", "2024-04-01").exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
        again = run(folder, "export", str(tmp_path / name))
        assert isinstance(again.exception, UserError)
        assert run(folder, "export", str(tmp_path / name), AGADIR, "--force").exit_code == 0
    assert run(folder, "agenda", "--ics", str(tmp_path / "a.ics"), "--today", "2024-04-01").exit_code == 0
    assert (tmp_path / "a.ics").read_bytes().count(b"BEGIN:VEVENT") == 2
    assert lines(run(folder, "feedback")) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["mark", "nowhere", "applied"], "no posting"),
        (["mark", AGADIR, "perhaps"], "no mark"),
        (["correct", AGADIR, "deadline"], "--confirm"),
        (["correct", AGADIR, "deadline", "2024-05-01", "--confirm", "--deny"], "one of"),
        (["correct", AGADIR, "salary", "1"], "no field"),
        (["correct", AGADIR, "deadline", "soon"], "no date"),
        (["correct", AGADIR, "language", "en", "--modality", "none"], "--modality"),
        (["compare", AGADIR], "2 to 5"),
        (["compare", AGADIR, OUJDA, "--language", "de"], "fr or en"),
        (["export", "t.pdf"], ".csv or .xlsx"),
        (["export", "/nowhere/at/all.csv"], "cannot be written"),
    ],
)
def test_what_cannot_be_is_said(folder: Path, arguments: list[str], sentence: str) -> None:
    result = run(folder, *arguments)
    assert isinstance(result.exception, UserError)
    assert sentence in str(result.exception)
