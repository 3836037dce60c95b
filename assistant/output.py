"""What the commands print: answers, reports, tables."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Column, Table
from rich.text import Text

from assistant.domain import Answer, Posting
from assistant.json_form import answer_object, line
from assistant.notices import notice_text
from assistant.report import Report, Step, Stopped
from assistant.text import one_line
from assistant.watching import watch

errors = Console(stderr=True)
_LISTED = 40  # names of one kind that a report prints
_KINDS = ("added", "changed", "renamed", "removed", "unchanged", "failed")
_SECONDS_A_LINE = 5.0  # between two lines of progress


def say(sentence: str) -> None:
    """A sentence on standard error."""
    errors.print(Text(sentence))


class Bar:
    """A line on standard error that says how far indexing is, when it is called as `report.Progress` is."""

    def __init__(self, progress: Progress) -> None:
        """Add a line to `progress`; how long it is shows at the first call."""
        self._progress = progress
        self._task = progress.add_task("reading", total=None, counts="", name="")

    def __call__(self, step: Step) -> None:
        """Show a step."""
        self._progress.update(self._task, completed=step.share, total=1.0, counts=_counts(step), name=_named(step))


class PlainLines:
    """A line of text for a step now and then, where standard error is no terminal; called as `report.Progress` is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """The first line comes after some seconds, or never where all is done by then."""
        self._clock = clock
        self._begun = self._said = clock()

    def __call__(self, step: Step) -> None:
        """Say a step, unless one was said a moment ago."""
        now = self._clock()
        if now - self._said < _SECONDS_A_LINE or step.done == step.files:
            return
        self._said = now
        passed = now - self._begun
        rate = f", {step.postings / passed:.1f} a second" if step.postings else ""
        left = f", about {_minutes(passed * (1 / step.share - 1))} left" if step.share else ""
        say(f"{_counts(step)}{rate}{left}: {_named(step)}")


@contextmanager
def progress_shown() -> Iterator[Callable[[Step], None]]:
    """What shows on standard error how far indexing is: a bar that goes at the end, or plain lines."""
    if not errors.is_terminal:
        yield PlainLines()
        return
    columns = (
        BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[counts]}", markup=False), TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
    )  # fmt: skip
    with Progress(*columns, console=errors, transient=True) as progress:
        yield Bar(progress)


def _counts(step: Step) -> str:
    return f"{step.done:,} of {step.files:,} files, {step.postings:,} postings"


def _named(step: Step) -> str:
    return step.name or "finishing"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds > 90 else f"{seconds:.0f} s"


def print_report(report: Report) -> None:
    """What indexing did, a line a posting, and the counts."""
    print_changes(report)
    typer.echo(f"{report.source}: {', '.join(f'{len(getattr(report, what))} {what}' for what in _KINDS)}")


def print_changes(report: Report) -> None:
    """What indexing did, a line a posting."""
    for what in _KINDS[:2]:
        _print_names(what, getattr(report, what))
    _print_names("renamed", [f"{old} -> {new}" for old, new in report.renamed])
    _print_names("removed", report.removed)
    for name, notice in report.notices[:_LISTED]:
        typer.echo(f"note      {name}: {notice_text(notice, 'en')}")
    for name, why in report.failed:
        typer.echo(f"failed    {name}: {why}")


def follow_folder(folder: Path, bring_into_step: Callable[[], Report], as_json: bool) -> None:
    """Say each change of a folder, by bringing the store into step with it, until somebody ends it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    failed: set[tuple[str, str]] = set()

    def step() -> None:
        report = bring_into_step()
        new = [failure for failure in report.failed if failure not in failed]
        failed.clear()
        failed.update(report.failed)
        told = replace(report, failed=new)
        if as_json:
            typer.echo(line(report_object(told)))
        else:
            print_changes(told)
        say(f"Watching {folder}, with {len(report.stored) + len(report.unchanged)} postings. Ctrl-C ends it.")

    try:
        watch(folder, step, say, threading.Event())
    except (KeyboardInterrupt, Stopped):
        say(f"No longer watching {folder}. What was read is kept.")


def report_object(report: Report) -> dict[str, Any]:
    """What indexing did, as `index --json` prints it."""
    return vars(report) | {
        "renamed": [{"from": old, "to": new} for old, new in report.renamed],
        "failed": [{"file": name, "why": why} for name, why in report.failed],
        "notices": [
            {"posting": name, "kind": notice.kind, "detail": notice.detail, "text": notice_text(notice, "en")}
            for name, notice in report.notices
        ],
    }


def _print_names(what: str, names: Sequence[str]) -> None:
    for name in names[:_LISTED]:
        typer.echo(f"{what:9} {name}")
    if len(names) > _LISTED:
        typer.echo(f"{what:9} … and {len(names) - _LISTED} more")


def print_postings(postings: Sequence[Posting], reposts: Mapping[str, str]) -> None:
    """The postings as a table; names are never cut, so that `show` can be given them.

    A posting that is another version of one says of which; `reposts` goes by the names shown.
    """
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("Name", no_wrap=True)
    for heading in ("Title", "Organisation", "Place", *(["Same as"] if reposts else [])):
        table.add_column(heading, overflow="fold")
    for posting in postings:
        spans = (posting.title, posting.organisation, posting.location)
        row = [posting.name, *(one_line(span.of(posting.text)) for span in spans)]
        table.add_row(*map(Text, [*row, reposts.get(posting.name, "")] if reposts else row))
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
