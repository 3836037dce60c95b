"""The commands for what a person does with postings: mark them, put facts right, compare, take them away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import typer

from assistant.agenda import Deadline
from assistant.answering.values import day
from assistant.assistant import Assistant
from assistant.comparison import Comparison
from assistant.domain import Language, Modality
from assistant.errors import UserError
from assistant.fact_form import fact_object
from assistant.fact_values import checked_field, value_of_text
from assistant.json_form import line
from assistant.output import say
from assistant.resources import table
from assistant.settings import Settings
from assistant.shortlist import mark_of
from assistant.wiring import open_store

StoreOption = Annotated[Path | None, typer.Option("--store", metavar="DIR", help="Folder of the store.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LanguageOption = Annotated[str, typer.Option("--language", metavar="fr|en", help="Language of the words.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")]
TodayOption = Annotated[
    datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="The day that deadlines are held against.")
]
PostingArgument = Annotated[str, typer.Argument(help="Name of the posting, as `list` shows it.")]


def register(app: typer.Typer) -> None:
    """Add the commands to those of `app`."""
    for command in (mark, correct, compare, agenda, export, feedback):
        app.command()(command)


def mark(
    posting: PostingArgument,
    word: Annotated[str, typer.Argument(metavar="to_apply|applied|dropped|none", help="The mark.")],
    note: Annotated[str | None, typer.Option(help="A note; without it, that which is there stays.")] = None,
    store: StoreOption = None,
) -> None:
    """Mark a posting, or take its mark off."""
    with _opened(store, write=True) as assistant:
        marked = assistant.mark(posting, mark_of(word), note)
    said = f"{marked.mark}{f' ({marked.note})' if marked.note else ''}" if marked else "not marked"
    typer.echo(f"{posting}: {said}")


def correct(
    posting: PostingArgument,
    field: Annotated[str, typer.Argument(help="Which field: deadline, language, pay …")],
    value: Annotated[str | None, typer.Argument(help="Its value: 2027-05-31, English, 1200 EUR month …")] = None,
    replaces: Annotated[
        str | None, typer.Option(help="The value that was read wrong, where there are several.")
    ] = None,
    modality: Annotated[str | None, typer.Option(metavar="required|asset|stated", help="What it weighs.")] = None,
    detail: Annotated[str, typer.Option(help="The level of a language, the hour of a deadline.")] = "",
    quote: Annotated[str, typer.Option(help="The words of the posting that state it, letter for letter.")] = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="Say that it was read right.")] = False,
    deny: Annotated[bool, typer.Option("--deny", help="Say that the posting does not state it.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take back what you said of it.")] = False,
    store: StoreOption = None,
) -> None:
    """Put a fact of a posting right, or confirm, deny or withdraw; prints the facts of the field as they are then."""
    named = checked_field(field)
    given, beside = value_of_text(named, value) if value is not None else (None, "")
    if confirm + deny + withdraw > 1 or (given is None and not (confirm or deny or withdraw)):
        raise UserError("Give the right value, or one of --confirm, --deny and --withdraw.")
    weight: Modality | None = next((each for each in get_args(Modality) if each == modality), None)
    if weight == "none" or (modality is not None and weight is None):
        raise UserError("--modality is required, asset or stated.")
    with _opened(store, write=True) as assistant:
        if given is None or confirm or deny or withdraw:
            done = assistant.confirm if confirm else assistant.deny if deny else assistant.withdraw
            facts = done(posting, named, given)
        else:
            old = value_of_text(named, replaces)[0] if replaces is not None else None
            facts = assistant.correct(
                posting, named, given, replaces=old, modality=weight, detail=detail or beside, quote=quote
            )
    for fact in facts:
        typer.echo(line(fact_object(fact)))


def compare(
    postings: Annotated[list[str], typer.Argument(help="Names of two to five postings, as `list` shows them.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = "en",
    out: Annotated[Path | None, typer.Option(help="A .csv or .xlsx file to write it to.")] = None,
    force: ForceOption = False,
) -> None:
    """Put postings side by side, with a quote for all that they state."""
    words = _language(language)
    with _opened(store) as assistant:
        found = assistant.compare(postings, words)
        if out:
            _write(out, assistant.export_comparison(_form(out), words, postings), force)
            return
    if as_json:
        typer.echo(line(asdict(found)))
    else:
        _print_comparison(found)


def agenda(
    store: StoreOption = None,
    days: Annotated[int, typer.Option(min=0, help="How many days to look ahead.")] = 14,
    ics: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all deadlines to come as a calendar.")] = None,
    as_json: JsonOption = False,
    language: LanguageOption = "en",
    today: TodayOption = None,
    force: ForceOption = False,
) -> None:
    """List what closes soon, the nearest first; what you dropped or applied to is left out."""
    words = _language(language)
    with _opened(store, today=today) as assistant:
        found = assistant.agenda(days)
        if ics:
            _write(ics, assistant.export_calendar(words), force)
            return
    for each in found:
        typer.echo(line(_deadline_object(each)) if as_json else _deadline_line(each, words))
    if not found and not as_json:
        typer.echo(str(table("exports.toml")[words]["says"]["no_day"]).format(days=days))


def export(
    file: Annotated[Path, typer.Argument(help="The .csv, .xlsx or .ics file to write.")],
    postings: Annotated[list[str] | None, typer.Argument(help="Names of postings; all without any.")] = None,
    store: StoreOption = None,
    language: LanguageOption = "en",
    today: TodayOption = None,
    force: ForceOption = False,
) -> None:
    """Write the postings with their facts as a table, or their deadlines as a calendar."""
    words = _language(language)
    with _opened(store, today=today) as assistant:
        if file.suffix.lower() == ".ics":
            data = assistant.export_calendar(words, postings or None)
        else:
            data = assistant.export_table(_form(file), words, postings or None)
    _write(file, data, force)


def feedback(store: StoreOption = None) -> None:
    """Print the thumbs up and down that were given on the page, as JSON, one a line."""
    with _opened(store) as assistant:
        for said in assistant.feedback():
            typer.echo(line(said))


@contextmanager
def _opened(store: Path | None, *, write: bool = False, today: datetime | None = None) -> Iterator[Assistant]:
    settings = Settings.from_environment(os.environ, store)
    now: Callable[[], date] = (lambda: today.date()) if today else date.today
    with open_store(settings, write=write, notify=say) as opened:
        yield Assistant(opened, now)


def _language(word: str) -> Language:
    if word not in ("fr", "en"):
        raise UserError("--language is fr or en.")
    return "fr" if word == "fr" else "en"


def _form(file: Path) -> Literal["csv", "xlsx"]:
    kind = file.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise UserError(f"{file} must end in .csv or .xlsx, or .ics for the deadlines.")
    return "csv" if kind == ".csv" else "xlsx"


def _write(file: Path, data: bytes, force: bool) -> None:
    if file.exists() and not force:
        raise UserError(f"{file} is there already. Name another file, or replace it with --force.")
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}.") from error
    say(f"Written to {file}.")


def _deadline_object(each: Deadline) -> dict[str, Any]:
    return {**asdict(each), "day": each.day.isoformat()}


def _deadline_line(each: Deadline, language: Language) -> str:
    words = table("exports.toml")[language]["says"]
    when = str(words["today" if each.days == 0 else "tomorrow" if each.days == 1 else "in_days"]).format(days=each.days)
    hour = f" {each.time}" if each.time else ""
    return f"{day(language, each.day)}{hour} ({when})  {each.title}  [{each.posting}]"


def _print_comparison(found: Comparison) -> None:
    for name, title in zip(found.postings, found.titles, strict=True):
        typer.echo(f"{name}  {title}")
    says = table("exports.toml")[found.language]["says"]
    for row in found.rows:
        typer.echo(f"\n{row.label}")
        for name, cell in zip(found.postings, row.cells, strict=True):
            numbers = "".join(f" [{number}]" for number in cell.numbers)
            typer.echo(f"  {name}: {cell.text or says['not_stated']}{f' ({cell.own})' if cell.own else ''}{numbers}")
    typer.echo("")
    _print_sources(found)


def _print_sources(found: Comparison) -> None:
    for each in found.citations:
        typer.echo(f"[{each.number}] {each.posting}: « {' '.join(each.quote.split())} »")
