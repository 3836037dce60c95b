"""The commands that look after a store: doctor, backup, restore."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import typer

from assistant.backup import back_up
from assistant.backup import restore as restore_store
from assistant.doctor import Doctor, Finding, status
from assistant.errors import UserError
from assistant.json_form import line
from assistant.output import say
from assistant.resources import table
from assistant.settings import Settings
from assistant.store import Store
from assistant.wiring import open_store, writer_of
from vectorstore.embedding import fingerprint
from vectorstore.errors import EmbeddingError

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="Folder of the store.")]


def register(app: typer.Typer) -> None:
    """Add the commands to those of `app`."""
    for command in (doctor, backup, restore):
        app.command()(command)


def doctor(
    store: StoreOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only look, and change nothing.")] = False,
) -> None:
    """Look at the store, and mend what can be mended (exit status 2: it is up to you, 3: something stays broken)."""
    settings = Settings.from_environment(os.environ, store)

    def opened(write: bool, notify: Callable[[str], None]) -> AbstractContextManager[Store]:
        return open_store(settings, write=write, notify=notify)

    findings: list[Finding] = []
    for found in Doctor(
        settings.store, opened, _fingerprint(settings), not check, writer_of(settings.model)
    ).findings():
        findings.append(found)
        typer.echo(line(vars(found)) if as_json else _sentence(found))
    if code := status(findings):
        raise typer.Exit(code)


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write, such as postings.backup.")],
    store: StoreOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write the whole store into one file, also while another program has it open."""
    settings = Settings.from_environment(os.environ, store)
    count = back_up(settings.store, file, force=force)
    say(f"{count} postings are in {file}. Back to a store: python -m assistant restore {file} --store DIR")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    store: StoreOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the postings that the store holds.")] = False,
) -> None:
    """Make the store what a backup holds."""
    settings = Settings.from_environment(os.environ, store)
    count = restore_store(file, settings.store, force=force)
    say(f"{count} postings are in the store {settings.store}.")


def _sentence(found: Finding) -> str:
    words = table("doctor.toml")
    return f"{words['states'][found.state]:7} {words['checks'][found.check]}: {found.text}"


def _fingerprint(settings: Settings) -> str:
    try:
        return fingerprint(settings.embedding_model)
    except EmbeddingError as error:
        raise UserError(str(error)) from error
