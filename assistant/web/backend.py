"""What the page asks of the program behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, Protocol

from assistant.adding import Addition
from assistant.agenda import Deadline
from assistant.cards import Card
from assistant.comparison import Comparison
from assistant.domain import Amount, Answer, Fact, FactField, Language, Modality, Posting, Turn, Years
from assistant.insights import Insights
from assistant.letters.domain import CV, Checklist, Fit, Outline
from assistant.settings import ModelSettings
from assistant.shortlist import Mark, Marked

Status = Literal["ready", "loading", "rebuilding", "unreachable"]
Value = str | Years | Amount


class Asking(Protocol):
    """Questions, and the postings that they are asked of."""

    @property
    def writer(self) -> ModelSettings | None:
        """The language model that words the answers; None where nothing is sent to any."""
        ...

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        stop: threading.Event | None = None,
        cv: CV | None = None,
    ) -> Iterator[Answer]:
        """Growing answers to `question`, the last of which is whole; raises `AssistantError`. `stop` ends them.

        A `cv` lives as long as this call, and what an answer says of it is marked by `Answer.cv`.
        """
        ...

    def postings(self) -> list[Posting]:
        """All postings, ordered by name."""
        ...

    def posting(self, name: str) -> Posting:
        """The posting of that display name; raises `UserError` if there is none."""
        ...

    def facts(self, name: str) -> list[Fact]:
        """What a posting states, the person's own facts among them."""
        ...

    def cards(self) -> list[Card]:
        """All postings as a list shows them."""
        ...

    def status(self) -> str:
        """One of `Status`; an empty string stands for `ready`."""
        ...

    def keep_feedback(self, question: str, answer: Answer, up: bool) -> None:
        """Keep a thumb up or down on this machine."""
        ...


class Keeping(Protocol):
    """What the person changes: postings, marks and facts. Each raises `AssistantError` where it cannot be."""

    def may_remove(self) -> bool:
        """Whether anything may be changed here: not while another program writes the store."""
        ...

    def remove(self, name: str) -> None:
        """Take out the posting of that display name."""
        ...

    def add(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Addition]:
        """Add files, and tell how it goes."""
        ...

    def add_text(self, text: str, title: str = "") -> Iterator[Addition]:
        """Add a pasted text."""
        ...

    def undo(self, number: int) -> list[str]:
        """Take back the last addition."""
        ...

    def mark(self, name: str, mark: Mark | None, note: str | None = None) -> Marked | None:
        """Mark a posting, or take its mark off."""
        ...

    def correct(
        self,
        name: str,
        field: FactField,
        value: Value,
        *,
        replaces: Value | None = None,
        modality: Modality | None = None,
        detail: str = "",
        quote: str = "",
    ) -> list[Fact]:
        """Put a fact right."""
        ...

    def confirm(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        """Say that a fact was read right."""
        ...

    def deny(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        """Say that the posting does not state this."""
        ...

    def withdraw(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        """Take back what the person said of a field."""
        ...


class Overview(Protocol):
    """All postings at a glance, and files to take away."""

    def insights(self) -> Insights:
        """The numbers behind the charts."""
        ...

    def agenda(self, days: int = 14) -> list[Deadline]:
        """What closes within `days`."""
        ...

    def compare(self, names: Sequence[str], language: Language) -> Comparison:
        """Two to five postings side by side."""
        ...

    def export_table(
        self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str] | None = None
    ) -> bytes:
        """The postings with their facts as a file."""
        ...

    def export_comparison(self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str]) -> bytes:
        """A comparison as a file."""
        ...

    def export_calendar(self, language: Language, names: Sequence[str] | None = None) -> bytes:
        """Deadlines as iCalendar."""
        ...

    def export_conversation(self, form: Literal["md", "docx"], answers: Sequence[Answer]) -> bytes:
        """Questions and answers with their sources as a file."""
        ...


class Writing(Protocol):
    """Letters. A CV lives as long as the call that it is handed in with."""

    def read_cv(self, data: bytes, name: str) -> CV:
        """The CV in a file."""
        ...

    def outline(
        self, posting: str, cv: CV | None, language: Language | None = None, advice: Language | None = None
    ) -> Outline:
        """An outline of a letter in `language`, with what is said about it in `advice`."""
        ...

    def checklist(self, posting: str, language: Language | None = None) -> Checklist:
        """What to send, where to and by when."""
        ...

    def fit(self, cv: CV, language: Language) -> Fit:
        """All postings by how they fit a CV."""
        ...


class Backend(Asking, Keeping, Overview, Writing, Protocol):
    """One assistant over one store of postings; every method may be called from several threads."""
