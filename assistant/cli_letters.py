"""The commands of someone who applies: letter, fit, checklist."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, cast

import typer

from assistant.assistant import Assistant
from assistant.domain import Language
from assistant.errors import UserError
from assistant.json_form import line
from assistant.letters.docx import as_docx
from assistant.letters.domain import CV, Outline
from assistant.letters.json_form import checklist_object, fit_object, outline_object
from assistant.letters.markdown import as_markdown, as_text, checklist_markdown, fit_markdown, plain
from assistant.output import say
from assistant.readers.limits import LARGEST_FILE
from assistant.settings import Settings
from assistant.wiring import open_assistant

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
LanguageOption = Annotated[
    str, typer.Option("--language", metavar="fr|en", help="Language of what is written (default: the posting's).")
]
AdviceOption = Annotated[
    str, typer.Option("--advice", metavar="fr|en", help="Language of what is said about it (default: the letter's).")
]
TodayOption = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], help="The day that deadlines are held against."),
]
PostingArgument = Annotated[str, typer.Argument(help="The posting: its name as `list` shows it, or 'Agadir', 'CARE' …")]
_WRITERS: dict[str, Callable[[Outline], bytes]] = {
    ".docx": as_docx,
    ".md": lambda outline: as_markdown(outline).encode("utf8"),
    ".txt": lambda outline: as_text(outline).encode("utf8"),
}


def register(app: typer.Typer) -> None:
    """Add the commands to those of `app`."""
    for command in (letter, fit, checklist):
        app.command()(command)


def letter(
    posting: PostingArgument,
    cv: Annotated[Path | None, typer.Option("--cv", help="Your CV; without it all is placeholders.")] = None,
    language: LanguageOption = "",
    advice: AdviceOption = "",
    out: Annotated[Path | None, typer.Option("--out", help="File to write: .docx, .md or .txt.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    today: TodayOption = None,
) -> None:
    """Outline a cover letter: each point stands on a quote of the posting and one of your CV, which is kept nowhere."""
    if out and out.suffix.lower() not in _WRITERS:
        raise UserError(f"{out.name} should end in .docx, .md or .txt.")
    said, told = _language(language), _language(advice, "--advice")
    with _opened(store, today) as assistant:
        given = read_cv_file(assistant, cv) if cv else None
        outline = assistant.outline(assistant.called(posting), given, said, told)
    if out:
        _write(out, _WRITERS[out.suffix.lower()](outline))
    if as_json:
        typer.echo(line(outline_object(outline)))
    elif not out:
        typer.echo(as_markdown(outline), nl=False)


def fit(
    cv: Annotated[Path, typer.Option("--cv", help="Your CV: PDF, Word, ODT, text or Markdown.")],
    language: LanguageOption = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
    today: TodayOption = None,
) -> None:
    """Rank the postings for your CV: fewest required gaps first, with the reasons; closed ones stand apart."""
    said = _language(language)
    with _opened(store, today) as assistant:
        found = assistant.fit(read_cv_file(assistant, cv), said)
    typer.echo(line(fit_object(found)) if as_json else plain(fit_markdown(found)).rstrip("\n"))


def checklist(
    posting: PostingArgument,
    language: LanguageOption = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
    today: TodayOption = None,
) -> None:
    """List what to send for a posting, where to and by when, each quoted; overdue comes first."""
    said = _language(language)
    with _opened(store, today) as assistant:
        found = assistant.checklist(assistant.called(posting), said)
    typer.echo(line(checklist_object(found)) if as_json else plain(checklist_markdown(found)).rstrip("\n"))


def read_cv_file(assistant: Assistant, file: Path) -> CV:
    """The CV in a file; UserError where it cannot be opened or read."""
    try:
        with file.open("rb") as opened:
            return assistant.read_cv(opened.read(LARGEST_FILE + 1), file.name)
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}.") from error


def _opened(store: Path | None, today: datetime | None) -> AbstractContextManager[Assistant]:
    settings = Settings.from_environment(os.environ, store)
    day: Callable[[], date] = (lambda: today.date()) if today else date.today
    return open_assistant(settings, write=False, notify=say, today=day, to_stay=False)


def _language(words: str, option: str = "--language") -> Language | None:
    if words not in ("", "fr", "en"):
        raise UserError(f"{option} is fr or en, not {words!r}.")
    return cast(Language, words) if words else None


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}.") from error
    say(f"The outline is in {file}.")
