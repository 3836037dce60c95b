"""What the commands print: answers, reports, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from assistant.domain import Answer, Posting
from assistant.indexing import Report
from assistant.json_form import answer_object, line
from assistant.text import one_line

errors = Console(stderr=True)
_LISTED = 40  # names of one kind that a report prints


def say(sentence: str) -> None:
    """A sentence on standard error."""
    errors.print(Text(sentence))


class Bar:
    """A progress bar that is called as `indexing.Progress` is."""

    def __init__(self, progress: Progress) -> None:
        """Add a bar to `progress`; how long it is shows at the first call."""
        self._progress = progress
        self._task = progress.add_task("reading the postings", total=None)

    def __call__(self, done: int, total: int, what: str) -> None:
        """Show `done` of `total`."""
        self._progress.update(self._task, completed=done, total=total, description=what)


@contextmanager
def progress_bar() -> Iterator[Bar]:
    """A progress bar on standard error, gone at the end."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        yield Bar(progress)


def print_report(report: Report) -> None:
    """What indexing did, a line a posting, and the counts."""
    for what in ("added", "changed", "removed"):
        names = getattr(report, what)
        for name in names[:_LISTED]:
            typer.echo(f"{what:9} {name}")
        if len(names) > _LISTED:
            typer.echo(f"{what:9} … and {len(names) - _LISTED} more")
    for name, why in report.failed:
        typer.echo(f"failed    {name}: {why}")
    counts = ", ".join(
        f"{len(getattr(report, what))} {what}" for what in ("added", "changed", "removed", "unchanged", "failed")
    )
    typer.echo(f"{report.source}: {counts}")


def print_postings(postings: Sequence[Posting]) -> None:
    """The postings as a table; names are never cut, so that `show` can be given them."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("Name", no_wrap=True)
    for heading in ("Title", "Organisation", "Place"):
        table.add_column(heading, overflow="fold")
    for posting in postings:
        spans = (posting.title, posting.organisation, posting.location)
        table.add_row(*(Text(t) for t in (posting.name, *(one_line(span.of(posting.text)) for span in spans))))
    Console().print(table)


def print_answer(answer: Answer, as_json: bool = False) -> None:
    """An answer with its sources, or as one JSON object on one line."""
    if as_json:
        typer.echo(line(answer_object(answer)))
        return
    typer.echo(answer.text.replace("**", ""))
    for notice in answer.notices:
        say(notice)
    if answer.citations:
        typer.echo("")
    for citation in answer.citations:
        section = f", {citation.section}" if citation.section else ""
        typer.echo(f"[{citation.number}] {citation.posting}{section} ({citation.start}–{citation.end})")
