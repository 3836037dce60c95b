"""Letters on the command line and in the conversation; and after use, no line of a CV anywhere."""

from __future__ import annotations

import json
import logging
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import wiring
from assistant.__main__ import main
from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.errors import UserError
from assistant.letters.docx import as_docx
from assistant.letters.markdown import as_markdown, as_text
from assistant.settings import Settings
from assistant.wiring import open_assistant
from tests.assistant.letters.making import FOLDER
from tests.support import AGADIR, CARE, OUJDA, PARTENARIAT, ROOT, SEED_NAMES
from vectorstore.testing import HashEmbedder

pytestmark = pytest.mark.slow

CANARY = "zanzibarine-quatorze"
TODAY = date(2024, 3, 1)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, hashed_folder: Path, tmp_path: Path) -> Path:
    """A store over the seeds with vectors out of hashes, no Chroma and no second encoder."""
    monkeypatch.setattr(wiring, "SentenceTransformerEmbedder", lambda *_: HashEmbedder())
    monkeypatch.setattr(wiring, "fingerprint", lambda _model: HashEmbedder.fingerprint)
    monkeypatch.setattr(wiring, "SentenceVectors", lambda _encoder: None)
    monkeypatch.setattr(wiring, "QuestionKinds", lambda *_: None)
    monkeypatch.setenv("CHROMA_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("POSTINGS_STORE", str(tmp_path / "store"))
    shutil.copytree(hashed_folder, tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def assistant(store: Path) -> Iterator[Assistant]:
    settings = Settings.from_environment({"CHROMA_URL": "http://127.0.0.1:1"}, store)
    with open_assistant(settings, write=False, today=lambda: TODAY, to_stay=False) as opened:
        yield opened


@pytest.fixture
def cli(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*arguments: str | Path, status: int = 0) -> str:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["assistant", *map(str, arguments)])
        try:
            main()
            ended = 0
        except SystemExit as left:
            ended = int(left.code or 0)
        captured = capsys.readouterr()
        assert ended == status, captured.err
        return captured.out if not status else captured.err

    assert store.is_dir()
    return run


def test_letter_prints_markdown_or_json_or_writes_a_file(cli: Callable[..., str], tmp_path: Path) -> None:
    cv = FOLDER / "senior.txt"
    assert cli("letter", "Agadir", "--cv", cv).startswith("# Plan de lettre")
    found = json.loads(cli("letter", AGADIR, "--cv", cv, "--language", "en", "--json"))
    assert (found["posting"], found["language"], found["has_cv"]) == (AGADIR, "en", True)
    told = cli("letter", AGADIR, "--advice", "en")
    assert "# Outline of a letter" in told
    assert "Je vous prie d'agréer" in told, "the letter itself stays in the posting's language"
    assert "Sans CV" not in told
    for name, start in (("a.docx", b"PK"), ("a.md", b"# Plan"), ("a.txt", b"PLAN")):
        assert cli("letter", "Agadir", "--out", tmp_path / name) == ""
        assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("readme", ["README.md", "README.fr.md"])
def test_the_example_of_the_readme_is_a_real_run(cli: Callable[..., str], readme: str) -> None:
    blocks = re.findall(
        r"```text\n\$ python -m assistant (letter .+)\n…\n((?:.+\n)+)```", (ROOT / readme).read_text("utf8")
    )
    assert len(blocks) == 1
    command, shown = blocks[0]
    assert shown in cli(*[ROOT / word if word.startswith("tests/") else word for word in command.split()])


def test_fit_and_checklist(cli: Callable[..., str]) -> None:
    fit = json.loads(cli("fit", "--cv", FOLDER / "junior.txt", "--json", "--today", "2024-03-01"))
    assert fit["checked"] == 5
    assert sorted(each["posting"] for each in fit["open"] + fit["closed"]) == sorted(SEED_NAMES)
    assert "LES OFFRES" not in cli("fit", "--cv", FOLDER / "junior.txt")
    checklist = json.loads(cli("checklist", "CARE", "--json"))
    assert (checklist["posting"], checklist["overdue"], checklist["points"][0]["key"]) == (CARE, True, "deadline")


@pytest.mark.parametrize(
    "arguments",
    [
        ("letter", "Marseille"),
        ("letter", "Enabel"),  # two postings
        ("letter", "Agadir", "--out", "a.pdf"),
        ("letter", "Agadir", "--language", "de"),
        ("letter", "Agadir", "--advice", "de"),
        ("letter", "Agadir", "--cv", "no-such-file.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(cli: Callable[..., str], arguments: tuple[str, ...]) -> None:
    assert len(cli(*arguments, status=2).strip().split("\n")) == 1


@pytest.mark.parametrize(
    ("question", "kind", "posting"),
    [
        ("fais-moi un plan de lettre pour le poste d'Agadir", "letter", AGADIR),
        ("Draft a cover letter for CARE", "letter", CARE),
        ("checklist for the Safi job", "checklist", PARTENARIAT),
        ("check-list pour le poste d'Oujda", "checklist", OUJDA),
        ("Write me a cover letter", "clarify", None),
        ("which postings fit my CV?", "clarify", None),
        ("quelles offres correspondent à mon CV ?", "clarify", None),
        ("outline of a letter for the Marseille job", "outside", None),
    ],
)
def test_what_the_conversation_makes_of_it(assistant: Assistant, question: str, kind: str, posting: str | None) -> None:
    answer = assistant.ask(question)
    assert answer.kind == kind
    assert [match.posting for match in answer.matches] == ([posting] if posting else [])
    texts = {one.name: one.text for one in assistant.postings()}
    assert all(texts[c.posting][c.start : c.end] == c.quote for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Dois-je écrire une lettre de motivation pour le poste de CARE ?",
        "Which postings ask for a cover letter?",
        "How do I apply in Oujda?",
        "Quelles offres demandent une lettre de motivation ?",
    ],
)
def test_questions_about_letters_asked_for_stay_what_they_were(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).kind not in ("letter", "fit", "checklist")


def test_a_ranking_in_the_conversation_quotes_both(assistant: Assistant) -> None:
    cv = assistant.read_cv((FOLDER / "engineer.txt").read_bytes(), "cv.txt")
    answer = assistant.ask("Quelles offres correspondent à mon CV ?", (), cv)
    assert answer.kind == "fit"
    assert len(answer.matches) == len(SEED_NAMES)
    assert "Votre CV : « " in answer.text
    assert all("Fontaine" not in citation.quote for citation in answer.citations)
    later = assistant.ask("checklist pour celle d'Agadir", (Turn("user", "quelles offres ?"),), cv)
    assert later.kind == "checklist"


@pytest.mark.parametrize(
    ("question", "cv", "use"),
    [
        ("Quelles offres correspondent à mon CV ?", "engineer.txt", "used"),
        ("which postings fit my CV?", "engineer.txt", "used"),
        ("which postings fit my CV?", None, "wanted"),
        ("fais-moi un plan de lettre pour le poste d'Agadir", "senior.txt", "used"),
        ("fais-moi un plan de lettre pour le poste d'Agadir", None, "wanted"),
        ("checklist for the Safi job", "senior.txt", ""),
        ("Which jobs require Tamazight?", "senior.txt", ""),
    ],
)
def test_an_answer_says_whether_a_cv_stands_in_it(
    assistant: Assistant, question: str, cv: str | None, use: str
) -> None:
    given = assistant.read_cv((FOLDER / cv).read_bytes(), cv) if cv else None
    assert [answer.cv for answer in assistant.stream(question, (), cv=given)][-1] == use


@pytest.mark.parametrize(
    ("question", "advice", "formula"),
    [
        ("outline of a letter for the Agadir job", "Without a CV", "Je vous prie d'agréer"),
        ("plan de lettre pour le poste d'Agadir", "Sans CV", "Je vous prie d'agréer"),
        ("outline of a letter for CARE", "Without a CV", "Je vous prie d'agréer"),
    ],
)
def test_advice_is_in_the_language_of_the_question(
    assistant: Assistant, question: str, advice: str, formula: str
) -> None:
    text = assistant.ask(question).text
    assert advice in text
    assert formula in text


def test_a_cv_that_is_replaced_is_gone(assistant: Assistant) -> None:
    first, second = (assistant.read_cv((FOLDER / name).read_bytes(), "cv.txt") for name in ("engineer.txt", "gaps.txt"))
    for question in ("Quelles offres correspondent à mon CV ?", "plan de lettre pour le poste d'Agadir"):
        before = assistant.ask(question, (), first)
        after = assistant.ask(question, (Turn("user", question), Turn("assistant", before.text)), second)
        words = {line.strip("- ") for line in first.text.split("\n") if len(line) > 40}
        assert any(line in before.text for line in words)
        assert not [line for line in words if line in after.text]


def test_after_use_no_line_of_a_cv_is_anywhere(
    assistant: Assistant, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with caplog.at_level(logging.DEBUG):
        text = (FOLDER / "senior.txt").read_text(encoding="utf8") + f"\nÉtudes de la {CANARY} à Agadir\n"
        cv = assistant.read_cv(text.encode("utf8"), "cv.txt")
        outline = assistant.outline(AGADIR, cv)
        assert CANARY in cv.text
        assert all(write(outline) for write in (as_docx, as_text, as_markdown))
        assistant.fit(cv)
        assistant.ask("which postings fit my CV?", (), cv)
        with pytest.raises(UserError) as refused:
            assistant.read_cv((CANARY * 5000).encode("utf8"), "cv.txt")
    assert CANARY not in str(refused.value) + caplog.text + repr(cv) + repr(outline)
    files = [path for folder in (store, temporary) for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if CANARY.encode("utf8") in path.read_bytes()]
