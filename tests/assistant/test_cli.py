"""The command line: what goes to standard output, what does not, and the exit statuses."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import wiring
from assistant.__main__ import main
from assistant.catalogue import FILE
from tests.support import AGADIR, SEED_NAMES, SEEDS, run_cli, run_python, seed_text, write_files
from vectorstore.testing import HashEmbedder


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        """Standard output, which is one JSON object a line and nothing else."""
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Ran]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Cli:
    """The command line in this process, with vectors out of hashes and no Chroma, over a store of its own."""
    monkeypatch.setattr(wiring, "SentenceTransformerEmbedder", lambda *_: HashEmbedder())
    monkeypatch.setattr(wiring, "fingerprint", lambda _model: HashEmbedder.fingerprint)
    monkeypatch.setenv("CHROMA_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("POSTINGS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["assistant", *map(str, arguments)])
        status: object = 0
        try:
            main()
        except SystemExit as ended:
            status = ended.code or 0
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err + captured.out
        return Ran(int(str(status)), captured.out, captured.err)

    return run


@pytest.fixture
def filled(cli: Cli, hashed_folder: Path, tmp_path: Path) -> Cli:
    """The same over the seeds."""
    shutil.copytree(hashed_folder, tmp_path / "store")
    return cli


def is_one_word_of_advice(text: str) -> bool:
    """One line that a person can read, and no trace of the program's inside."""
    return text.strip() != "" and "\n" not in text.strip() and "Error" not in text and "File " not in text


# What is done


def test_index_tells_what_it_did(cli: Cli, tmp_path: Path) -> None:
    ran = cli("index", SEEDS)
    assert ran.out.splitlines()[:-1] == [f"added     {name}" for name in SEED_NAMES]
    assert ran.out.endswith("seeds: 5 added, 0 changed, 0 renamed, 0 removed, 0 unchanged, 0 failed\n")
    again = cli("index", SEEDS, "--json")
    assert again.objects[0]["unchanged"] == list(SEED_NAMES)
    failing = write_files(tmp_path / "jobs", {"a.txt": seed_text(AGADIR), "b.pdf": b"%PDF-1.7"})
    ran = cli("index", failing)
    assert ran.status == 1
    assert "failed    b.pdf: cut off or damaged" in ran.out
    assert cli("index", failing, "--json").status == 1


def test_list_and_show(filled: Cli) -> None:
    assert [row["posting"] for row in filled("list", "--json").objects] == list(SEED_NAMES)
    listed = filled("list")
    assert "Enabel" in listed.out
    assert AGADIR in listed.out
    assert filled("show", AGADIR).out == seed_text(AGADIR) + "\n"
    shown = filled("show", AGADIR, "--json").objects
    assert len(shown) == 1
    assert shown[0]["text"] == seed_text(AGADIR)


def test_remove_takes_out_and_leaves_the_files(filled: Cli) -> None:
    assert filled("remove", AGADIR).out == f"removed {AGADIR}\n"
    assert len(filled("list", "--json").objects) == 4
    assert len(filled("remove", "seeds").out.splitlines()) == 4
    assert len(list(SEEDS.iterdir())) == 5


def test_ask_json_is_one_object_on_one_line_and_nothing_else(filled: Cli) -> None:
    ran = filled("ask", "--json", "Which jobs require Tamazight?")
    assert ran.out.count("\n") == 1
    (answer,) = ran.objects
    assert set(answer) >= {
        "question", "language", "kind", "text", "matches", "checked", "undecided", "abstained", "writer", "citations",
    }  # fmt: skip
    assert (answer["language"], answer["checked"], answer["writer"]) == ("en", 5, "extractive")


def test_a_batch_gives_one_line_a_question_in_order(filled: Cli, tmp_path: Path) -> None:
    good = {"question": "Which jobs require Tamazight?"}
    history = [{"role": "user", "content": "Tell me about the job in Safi."}]
    lines = [
        json.dumps(good),
        "not json",
        json.dumps({"question": ""}),
        json.dumps({"question": 5}),
        json.dumps(["question"]),
        json.dumps({"question": "x" * 20_000}),
        json.dumps({**good, "history": "Safi"}),
        json.dumps({**good, "history": [{"role": "nobody", "content": "x"}]}),
        json.dumps({"question": "And which languages does it ask for?", "history": history}),
        json.dumps({"question": "Quels postes\u2028exigent\u0085l'anglais ?"}, ensure_ascii=False),
        json.dumps({**good, "history": [{"role": "user", "content": "\ud83d"}]}),
        "",
        json.dumps({"question": "\ud83d\x00 Which jobs require Tamazight?"}),
    ]
    batch = write_files(tmp_path, {"questions.jsonl": "\n".join(lines) + "\n"}) / "questions.jsonl"
    ran = filled("ask", "--batch", batch, "--json")
    assert ran.status == 0
    answers = ran.objects
    asked = [line for line in lines if line]
    assert len(answers) == len(asked)
    failed = [n for n, answer in enumerate(answers) if "error" in answer]
    assert failed == [1, 2, 3, 4, 5, 6, 7]
    assert all(set(answers[n]) == {"error"} for n in failed)
    assert answers[-1]["question"] == "Which jobs require Tamazight?"


def test_a_batch_with_an_empty_line_keeps_its_place_or_skips_it(filled: Cli, tmp_path: Path) -> None:
    batch = (
        write_files(tmp_path, {"q.jsonl": "\ufeff" + '{"question": "Which jobs require Tamazight?"}\r\n\r\n'})
        / "q.jsonl"
    )
    assert len(filled("ask", "--batch", batch, "--json").objects) == 1


def test_history_from_a_file(filled: Cli, tmp_path: Path) -> None:
    history = json.dumps([{"role": "user", "content": "Tell me about the job in Safi."}])
    file = write_files(tmp_path, {"h.json": history}) / "h.json"
    (answer,) = filled("ask", "--json", "--history", file, "And which languages does it ask for?").objects
    assert {c["posting"] for c in answer["citations"]} == {SEED_NAMES[3]}  # type: ignore[attr-defined]


# What the person must mend


@pytest.mark.parametrize(
    "arguments",
    [
        ["index", "{tmp}/nowhere"],
        ["index", "{tmp}/empty"],
        ["index", "{tmp}/file.txt"],
        ["index", "x" * 5000],
        ["index", str(SEEDS), "--store", "{tmp}/file.txt"],
        ["index", "{tmp}", "--store", "{tmp}/empty/store"],
        ["show", "nobody.txt"],
        ["remove", "nobody.txt"],
        ["ask", ""],
        ["ask", "  \n "],
        ["ask", "\x01\x02"],
        ["ask", "x" * 20_000],
        ["ask", "?"],
        ["ask"],
        ["ask", "one", "--batch", "{tmp}/file.txt"],
        ["ask", "--batch", "{tmp}/nowhere.jsonl"],
        ["ask", "--batch", "{tmp}/empty"],
        ["ask", "--batch", "{tmp}/binary"],
        ["ask", "Which jobs?", "--history", "{tmp}/file.txt"],
        ["ask", "Which jobs?", "--history", "{tmp}/object.json"],
        ["ask", "Which jobs?", "--store", "{tmp}/empty"],
        ["ask", "Which jobs?", "--store", "{tmp}/nowhere"],
        ["ask", "Which jobs?", "--store", "x" * 5000],
        ["ask", "Which jobs?", "--store", "{tmp}/other"],
        ["list", "--store", "{tmp}/nowhere"],
        ["list", "--store", "{tmp}/other"],
        ["index", str(SEEDS), "--store", "{tmp}/other"],
    ],
    ids=lambda arguments: " ".join(arguments)[:40],
)
def test_a_persons_mistake_gets_one_sentence_and_loses_nothing(
    filled: Cli, tmp_path: Path, arguments: list[str]
) -> None:
    write_files(tmp_path, {"file.txt": "text", "binary": b"\xff\x00\xff", "object.json": "{}"})
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    with sqlite3.connect(tmp_path / "other" / FILE) as other:
        other.execute("CREATE TABLE meta (x)")
        other.execute("PRAGMA user_version = 99")
    other.close()
    ran = filled(*(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert (ran.status, ran.out) == (2, "")
    assert is_one_word_of_advice(ran.err)
    assert len(filled("list", "--json").objects) == 5
    assert list((tmp_path / "empty").glob("*.sqlite3")) == [], "asking makes no store"


@pytest.mark.parametrize("arguments", [["nonsense"], ["ask", "--nonsense"], ["index"], ["show"]])
def test_a_command_that_is_none(cli: Cli, arguments: list[str]) -> None:
    ran = cli(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage" in ran.err


@pytest.mark.parametrize("command", ["ask", "list", "index"])
def test_a_damaged_store_is_status_3(filled: Cli, tmp_path: Path, command: str) -> None:
    for path in (tmp_path / "store").glob(f"{FILE}*"):
        path.unlink()
    (tmp_path / "store" / FILE).write_bytes(b"nonsense " * 1000)
    arguments: dict[str, list[str]] = {"ask": ["Which jobs?"], "list": [], "index": [str(SEEDS)]}
    ran = filled(command, *arguments[command])
    assert (ran.status, ran.out) == (3, "")
    assert "damaged" in ran.err


def test_help_of_every_command(cli: Cli) -> None:
    assert cli("--help").status == 0
    for command in ("index", "ask", "list", "show", "remove", "chat"):
        assert cli(command, "--help").status == 0


# In a process of its own


@pytest.mark.model
def test_the_two_questions_of_the_readme(seeds_store: Path) -> None:
    for question, language, name in [
        ("Which jobs require Tamazight?", "en", AGADIR),
        ("Où envoyer ma candidature pour le poste d'Oujda ?", "fr", SEED_NAMES[2]),
    ]:
        ran = run_cli("ask", "--json", question, "--store", seeds_store)
        assert (ran.returncode, ran.stdout.count("\n")) == (0, 1)
        answer = json.loads(ran.stdout)
        assert answer["language"] == language
        assert {citation["posting"] for citation in answer["citations"]} == {name}
        for citation in answer["citations"]:
            assert seed_text(name)[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.model
@pytest.mark.parametrize("question", ["", "\x01", "x" * 20_000])
def test_a_question_that_is_none_ends_cleanly(seeds_store: Path, question: str) -> None:
    """Threads that load the model are still at work when the program ends."""
    ran = run_cli("ask", question, "--store", seeds_store)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert is_one_word_of_advice(ran.stderr)


@pytest.mark.model
def test_no_other_machine_is_called(seeds_store: Path, tmp_path: Path) -> None:
    """Neither a hub, nor telemetry, nor tracing, whatever the environment says."""
    log = tmp_path / "calls"
    spy = (
        "import socket\n"
        "def told(name, real):\n"
        "    def call(*a, **k):\n"
        "        where = str(a[1] if name.startswith('connect') else a[0])\n"
        "        if '127.0.0.1' not in where and 'localhost' not in where:\n"
        f"            open({str(log)!r}, 'a').write(name + ' ' + where + chr(10))\n"
        "        return real(*a, **k)\n"
        "    return call\n"
        "socket.getaddrinfo = told('getaddrinfo', socket.getaddrinfo)\n"
        "for name in ('connect', 'connect_ex'):\n"
        "    setattr(socket.socket, name, told(name, getattr(socket.socket, name)))\n"
    )
    write_files(tmp_path / "spy", {"sitecustomize.py": spy})
    tracing = dict.fromkeys(("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "ANONYMIZED_TELEMETRY"), "true")
    env = {"PYTHONPATH": str(tmp_path / "spy"), "LANGSMITH_API_KEY": "x", **tracing}
    ran = run_cli("ask", "Que fait-on pour la participation citoyenne digitale ?", "--store", seeds_store, env=env)
    assert ran.returncode == 0
    assert (log.read_text() if log.exists() else "") == ""


@pytest.mark.server
def test_a_port_in_use_gets_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run_python("app.py", "--port", str(port), "--store", tmp_path / "store")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"Port {port} is in use" in ran.stderr
    assert "Traceback" not in ran.stderr
