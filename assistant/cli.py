"""The commands: what each takes, and which part of the program does it."""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from assistant import cli_desk, cli_letters, cli_store
from assistant.assistant import Assistant
from assistant.conversation import converse
from assistant.errors import AssistantError, UserError
from assistant.evaluation import mark, summary
from assistant.facts.command import print_facts
from assistant.indexing import index_folder
from assistant.indexing import remove as remove_postings
from assistant.json_form import history_of, line, posting_object, question_of, sections_object
from assistant.output import (
    errors,
    follow_folder,
    print_answer,
    print_postings,
    print_report,
    progress_shown,
    report_object,
    say,
)
from assistant.readers.columns import mapping_of
from assistant.report import Report
from assistant.settings import Settings
from assistant.text import as_written
from assistant.wiring import open_assistant, open_store

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Ask a pile of job postings, in French or in English; every answer stands on verbatim quotes.",
)

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
TodayOption = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], help="The day that deadlines are held against."),
]

cli_store.register(app)
cli_desk.register(app)
cli_letters.register(app)


@app.callback()
def _common(
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say more of what happens, on standard error.")
    ] = False,
) -> None:
    level = logging.INFO if verbose else logging.ERROR
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)


@app.command()
def index(
    folder: Annotated[Path, typer.Argument(help="Folder of postings: text, PDF, Word, web pages, mails, tables …")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    columns: Annotated[
        str,
        typer.Option("--map", metavar="NAME=COLUMN[,…]", help="Which columns of its tables hold what; remembered."),
    ] = "",
    full: Annotated[bool, typer.Option("--full", help="Read every file again, also what did not change.")] = False,
    keep_on: Annotated[bool, typer.Option("--watch", help="Keep on, and take over each change until Ctrl-C.")] = False,
) -> None:
    """Bring the store into step with a folder: add what is new, replace what changed, take out what is gone."""
    with open_store(_settings(store), write=True, notify=say) as opened:

        def bring_into_step() -> Report:
            with progress_shown() as progress:
                return index_folder(opened, folder, progress, full=full, mapping=columns)

        if keep_on:
            follow_folder(folder, bring_into_step, as_json)
            return
        report = bring_into_step()
    if as_json:
        typer.echo(line(report_object(report)))
    else:
        print_report(report)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in French or in English.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    history: Annotated[Path | None, typer.Option(help="JSON file with the turns before.")] = None,
    batch: Annotated[Path | None, typer.Option(help="JSON Lines file with a question a line.")] = None,
    today: TodayOption = None,
    cv: Annotated[Path | None, typer.Option("--cv", help="Your CV, for questions on letters and what fits.")] = None,
) -> None:
    """Answer a question about the postings, or many with --batch."""
    if (question is None) == (batch is None):
        raise UserError("Give a question in quotes, or a file of questions with --batch.")
    lines = _read(batch).split("\n") if batch else []
    turns = history_of(_json(history)) if history else ()
    settings = _settings(store)
    with open_assistant(settings, write=False, notify=say, today=_day(today), to_stay=bool(lines)) as assistant:
        if question is not None:
            own = cli_letters.read_cv_file(assistant, cv) if cv else None
            print_answer(assistant.ask(question, turns, own), as_json)
        for text in (text for text in lines if text.strip()):
            _answer_line(assistant, text, as_json)


@app.command()
def facts(
    files: Annotated[list[Path], typer.Argument(help="Files of postings.")],
    columns: Annotated[
        str, typer.Option("--map", metavar="NAME=COLUMN[,…]", help="Which columns of tables hold what.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Print what postings state, each fact with its quote, without a store (always as JSON, one posting a line)."""
    del as_json  # there is no other form
    if status := print_facts(files, mapping_of(columns)):
        raise typer.Exit(status)


@app.command(name="list")
def list_postings(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the postings of the store."""
    with open_store(_settings(store), write=False, notify=say) as opened:
        listed = Assistant(opened)
        postings, reposts = listed.postings(), listed.reposts()
    if not as_json:
        print_postings(postings, reposts)
        return
    for posting in postings:
        typer.echo(line(posting_object(posting, posting.name) | {"same_as": reposts.get(posting.name)}))


@app.command()
def show(
    posting: Annotated[str, typer.Argument(help="Name of the posting, as `list` shows it.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the whole text of a posting."""
    with open_store(_settings(store), write=False, notify=say) as opened:
        found = Assistant(opened).posting(posting)
    text = as_written(found.text)
    if as_json:
        typer.echo(line(posting_object(found, posting) | {"text": text, "sections": sections_object(found)}))
    else:
        typer.echo(text)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(help="Name of a source (a folder that was indexed) or of one posting.")],
    store: StoreOption = None,
) -> None:
    """Take a source or one posting out of the store; your files stay as they are."""
    with open_store(_settings(store), write=True, notify=say) as opened:
        for gone in remove_postings(opened, name):
            typer.echo(f"removed {gone}")


@app.command()
def chat(store: StoreOption = None, today: TodayOption = None) -> None:
    """Ask one question after another in the terminal; an empty line ends it."""
    with open_assistant(_settings(store), write=False, notify=say, today=_day(today)) as assistant:
        converse(assistant, print_answer, errors)


@app.command(name="eval")
def evaluate(
    questions: Annotated[Path, typer.Argument(help="JSON Lines file of questions with their right answers.")],
    folder: Annotated[Path, typer.Argument(help="Folder of the postings they are about.")],
    today: TodayOption = None,
) -> None:
    """Index a folder into a store of its own, ask, and say where the answers fall short (exit status 1 if anywhere)."""
    rows = [json.loads(text) for text in _read(questions).split("\n") if text.strip()]
    with tempfile.TemporaryDirectory(prefix="postings-eval-") as scratch:
        settings = _settings(Path(scratch))
        with open_assistant(settings, write=True, notify=say, today=_day(today)) as assistant:
            index_folder(assistant.store, folder)
            texts = {posting.name: posting.text for posting in assistant.postings()}
            marks = [mark(row, assistant.ask(*question_of(line(row))), texts) for row in rows]
    for found in (found for found in marks if found.faults):
        typer.echo(f"{found.id} {found.question}\n    {'; '.join(found.faults)}")
    typer.echo(summary(marks))
    if any(found.faults for found in marks):
        raise typer.Exit(1)


def _settings(store: Path | None) -> Settings:
    return Settings.from_environment(os.environ, store)


def _day(today: datetime | None) -> Callable[[], date]:
    return (lambda: today.date()) if today else date.today


def _answer_line(assistant: Assistant, text: str, as_json: bool) -> None:
    try:
        question, turns = question_of(text)
        answer = assistant.ask(question, turns)
    except AssistantError as error:
        typer.echo(line({"error": str(error)}) if as_json else f"error: {error}")
        return
    if not as_json:
        typer.echo(f"\n> {question}")
    print_answer(answer, as_json)


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
