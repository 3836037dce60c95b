"""The commands: what is printed where, and nothing of how it is done."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from assistant.assistant import Assistant
from assistant.conversation import converse
from assistant.domain import Answer
from assistant.errors import AssistantError, UserError
from assistant.indexing import Report, index_folder
from assistant.indexing import remove as remove_postings
from assistant.json_form import (
    answer_object,
    history_of,
    line,
    posting_object,
    question_of,
    sections_object,
)
from assistant.settings import Settings
from assistant.wiring import open_assistant, open_store
from vectorstore.errors import EmbeddingError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Ask a pile of job postings, in French or in English; every answer stands on verbatim quotes.",
)
_err = Console(stderr=True)

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


@app.callback()
def _common(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more of what happens, on standard error.")] = False,
) -> None:
    level = logging.INFO if verbose else logging.ERROR
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)


@app.command()
def index(
    folder: Annotated[Path, typer.Argument(help="Folder of postings, one a text file.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Bring the store into step with a folder: add what is new, replace what changed, take out what is gone."""
    with open_store(_settings(store), write=True, notify=_say) as opened, _progress() as progress:
        report = index_folder(opened, folder, progress)
    if as_json:
        typer.echo(line(vars(report) | {"failed": [{"file": name, "why": why} for name, why in report.failed]}))
    else:
        _print_report(report)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in French or in English.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    history: Annotated[Path | None, typer.Option(help="JSON file with the turns before.")] = None,
    batch: Annotated[Path | None, typer.Option(help="JSON Lines file with a question a line.")] = None,
) -> None:
    """Answer a question about the postings, or many with --batch."""
    if (question is None) == (batch is None):
        raise UserError("Give a question in quotes, or a file of questions with --batch.")
    lines = _read(batch).splitlines() if batch else []
    turns = history_of(_json(history)) if history else ()
    with open_assistant(_settings(store), write=False, notify=_say) as assistant:
        if question is not None:
            _print_answer(assistant.ask(question, turns), as_json)
        for text in (text for text in lines if text.strip()):
            _answer_line(assistant, text, as_json)


@app.command(name="list")
def list_postings(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the postings of the store."""
    with open_store(_settings(store), write=False, notify=_say) as opened:
        postings = Assistant(opened).postings()
    if as_json:
        for posting in postings:
            typer.echo(line(posting_object(posting, posting.name)))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("Name", no_wrap=True)
    for heading in ("Title", "Organisation", "Place"):
        table.add_column(heading, overflow="fold")
    for posting in postings:
        spans = (posting.title, posting.organisation, posting.location)
        table.add_row(*(Text(t) for t in (posting.name, *(" ".join(s.of(posting.text).split()) for s in spans))))
    Console().print(table)


@app.command()
def show(
    posting: Annotated[str, typer.Argument(help="Name of the posting, as `list` shows it.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the whole text of a posting."""
    with open_store(_settings(store), write=False, notify=_say) as opened:
        found = Assistant(opened).posting(posting)
    if as_json:
        typer.echo(line(posting_object(found, posting) | {"text": found.text, "sections": sections_object(found)}))
    else:
        typer.echo(found.text)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="Name of a source (a folder that was indexed) or of one posting.")],
    store: StoreOption = None,
) -> None:
    """Take a source or one posting out of the store; your files stay as they are."""
    with open_store(_settings(store), write=True, notify=_say) as opened:
        for gone in remove_postings(opened, name):
            typer.echo(f"removed {gone}")


@app.command()
def chat(store: StoreOption = None) -> None:
    """Ask one question after another in the terminal; an empty line ends it."""
    with open_assistant(_settings(store), write=False, notify=_say) as assistant:
        converse(assistant, _print_answer_plain, _err)


def _settings(store: Path | None) -> Settings:
    return Settings.from_environment(os.environ, store)


def _say(sentence: str) -> None:
    _err.print(Text(sentence))


@contextmanager
def _progress() -> Iterator[_Bar]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_err, transient=True) as progress:
        yield _Bar(progress)


class _Bar:
    """A progress bar that is called as `indexing.Progress` is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("reading the postings", total=None)

    def __call__(self, done: int, total: int, what: str) -> None:
        self._progress.update(self._task, completed=done, total=total, description=what)


def _print_report(report: Report) -> None:
    for what in ("added", "changed", "removed"):
        for name in getattr(report, what):
            typer.echo(f"{what:9} {name}")
    for name, why in report.failed:
        typer.echo(f"failed    {name}: {why}")
    counts = ", ".join(
        f"{len(getattr(report, what))} {what}" for what in ("added", "changed", "removed", "unchanged", "failed")
    )
    typer.echo(f"{report.source}: {counts}")


def _print_answer(answer: Answer, as_json: bool) -> None:
    if as_json:
        typer.echo(line(answer_object(answer)))
    else:
        _print_answer_plain(answer)


def _print_answer_plain(answer: Answer) -> None:
    typer.echo(answer.text)
    for notice in answer.notices:
        _say(notice)
    if answer.citations:
        typer.echo("")
    for citation in answer.citations:
        section = f", {citation.section}" if citation.section else ""
        typer.echo(f"[{citation.number}] {citation.posting}{section} ({citation.start}–{citation.end})")


def _answer_line(assistant: Assistant, text: str, as_json: bool) -> None:
    try:
        question, turns = question_of(text)
        answer = assistant.ask(question, turns)
    except EmbeddingError:
        raise
    except AssistantError as error:
        typer.echo(line({"error": str(error)}) if as_json else f"error: {error}")
        return
    if not as_json:
        typer.echo(f"\n> {question}")
    _print_answer(answer, as_json)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not a text file in UTF-8.") from error


def _json(path: Path) -> object:
    try:
        return json.loads(_read(path))
    except json.JSONDecodeError as error:
        raise UserError(f"{path} is not JSON: {error.msg} in line {error.lineno}.") from error

