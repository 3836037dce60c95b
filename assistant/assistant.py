"""The assistant as the page, the terminal and other programs use it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant import indexing
from assistant.adding import Addition
from assistant.agenda import Deadline
from assistant.cards import Card
from assistant.chain import Request, answer_chain
from assistant.comparison import Comparison
from assistant.domain import Amount, Answer, Fact, FactField, Language, Modality, Posting, Turn, Years
from assistant.errors import UserError
from assistant.insights import Insights
from assistant.shortlist import Mark, Marked
from assistant.store import Store
from vectorstore.errors import EmbeddingError

Status = Literal["ready", "loading", "rebuilding", "unreachable"]


class Assistant:
    """Answers questions about the postings of one store. Safe to use from several threads."""

    def __init__(self, store: Store, today: Callable[[], date] = date.today) -> None:
        """`today` tells the day that deadlines are held against."""
        self.store = store
        self.chain = answer_chain(store)
        self._today = today
        self._removing = threading.Lock()

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question; `history` holds the turns before it, the oldest first.

        UserError for a question that cannot be read, and where the embedding model is needed and cannot be had.
        """
        try:
            return self.chain.invoke(Request(question, tuple(history), self._today()))
        except EmbeddingError as error:
            raise UserError(str(error)) from error

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        """The answer as it grows, a statement at a time; the last is the whole answer."""
        whole = self.ask(question, history)
        for shown in range(1, len(whole.statements)):
            statements = whole.statements[:shown]
            numbers = {number for statement in statements for number in statement.citations}
            citations = tuple(c for c in whole.citations if c.number in numbers)
            yield replace(whole, statements=statements, citations=citations)
        yield whole

    def postings(self) -> list[Posting]:
        """All postings, by the names they are shown by; each carries that name."""
        names = self.store.library.display_names
        shown = (replace(posting, name=names[posting.id]) for posting in self.store.library.postings.values())
        return sorted(shown, key=lambda posting: posting.name)

    def posting(self, name: str) -> Posting:
        """The posting that is shown by `name`; UserError where there is none."""
        return replace(self.store.library.named(name), name=name)

    def reposts(self) -> dict[str, str]:
        """The postings that are another version of one, each with the one that stands for both, by the names shown."""
        library = self.store.library
        return {library.display_names[a]: library.display_names[b] for a, b in library.reposts.items()}

    def may_remove(self) -> bool:
        """Whether this program may take postings out of the store."""
        return self.store.lock is not None

    def remove(self, name: str) -> None:
        """Take out the posting that is shown by `name`; UserError where there is none, or another program writes."""
        if not self.may_remove():
            raise UserError("Another program has this store open. Close it, then remove the posting.")
        with self._removing:
            indexing.remove(self.store, self.store.library.named(name).id)

    # Adding

    def add(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Addition]:
        """Add files (name, bytes) that the person dropped; gives the addition as it goes on, the last one whole.

        A file of a name that was dropped before takes its place. What fails is reported with its reason, and what was
        stored of it stays. UserError where another program writes the store. Leaving the iterator before its end
        keeps what was read.
        """
        raise NotImplementedError

    def add_text(self, text: str, title: str = "") -> Iterator[Addition]:
        """Add a pasted text, which never takes the place of another; named by `title`, else by its first line."""
        raise NotImplementedError

    @property
    def last_addition(self) -> Addition | None:
        """The addition that `undo` takes back, None where there is none since the program started."""
        raise NotImplementedError

    def undo(self, number: int) -> list[str]:
        """Take back the last addition: what it added goes, what it replaced comes back; returns the names touched.

        `number` is `Addition.number`. UserError where that is not the last one, or it was undone.
        """
        raise NotImplementedError

    # Shortlist

    def mark(self, name: str, mark: Mark | None, note: str | None = None) -> Marked | None:
        """Mark a posting, or take its mark off with None; a `note` of None keeps the one that is there.

        Returns the mark as it is now. UserError where there is no such posting, the note is too long, or another
        program writes the store.
        """
        raise NotImplementedError

    def marked(self) -> dict[str, Marked]:
        """The postings that are marked, by the names shown."""
        raise NotImplementedError

    # Facts

    def facts(self, name: str) -> list[Fact]:
        """The facts of a posting, the person's own among them (`Fact.origin`), by the name shown."""
        raise NotImplementedError

    def correct(
        self,
        name: str,
        field: FactField,
        value: str | Years | Amount,
        *,
        replaces: str | Years | Amount | None = None,
        modality: Modality | None = None,
        detail: str = "",
        quote: str = "",
    ) -> list[Fact]:
        """Put a fact of a posting right: `value` stands in the place of the value `replaces`.

        Without `replaces` it takes the place of all facts of a field that has one value (a deadline), and is added to
        those of a field that has several (a language, a document), in the place of one of the same value. `modality`
        of None is that of the fact replaced, else `required` for a language and `stated` for the rest. `detail` is a
        level or an hour. A `quote` must stand verbatim in the text. Returns the facts of the field as they are now.
        UserError where the posting, the fact replaced or the quote is not there, or the value does not fit the field.
        """
        raise NotImplementedError

    def confirm(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Say that the facts of a field (with this value) were read right: they stay whatever the rules become."""
        raise NotImplementedError

    def deny(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Say that the posting does not state this: the facts of the field (with this value) are left out."""
        raise NotImplementedError

    def withdraw(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Take back what the person said of a field (with this value, corrected, confirmed or denied)."""
        raise NotImplementedError

    # Lists

    def cards(self) -> list[Card]:
        """All postings by name, versions of one included (`Card.repost_of`); kept until something changes."""
        raise NotImplementedError

    def insights(self) -> Insights:
        """The numbers behind the charts."""
        raise NotImplementedError

    def agenda(self, days: int = 14) -> list[Deadline]:
        """What closes within `days`, today included, the nearest first; not what is marked dropped or applied."""
        raise NotImplementedError

    def compare(self, names: Sequence[str], language: Language) -> Comparison:
        """Two to five postings side by side; UserError for fewer, more, or one that is not there."""
        raise NotImplementedError

    # Files to take away

    def export_table(
        self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str] | None = None
    ) -> bytes:
        """The postings (all, or those named, in their order) with their facts as the bytes of a file."""
        raise NotImplementedError

    def export_comparison(self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str]) -> bytes:
        """`compare` as the bytes of a file, with its quotes."""
        raise NotImplementedError

    def export_calendar(self, language: Language, names: Sequence[str] | None = None) -> bytes:
        """The deadlines to come as iCalendar: of the postings named, else of all that are not dropped or applied to."""
        raise NotImplementedError

    def export_conversation(self, form: Literal["md", "docx"], answers: Sequence[Answer]) -> bytes:
        """Questions and answers in order, with a list of the sources, as the bytes of a file."""
        raise NotImplementedError

    # Feedback

    def keep_feedback(self, question: str, answer: Answer, up: bool) -> None:
        """Keep a thumb up or down in the store, with the question and the answer's own words; nothing leaves it."""
        raise NotImplementedError

    def feedback(self) -> list[dict[str, object]]:
        """The thumbs that were kept, oldest first: `when`, `question`, `answer`, `kind`, `up`."""
        raise NotImplementedError

    def status(self) -> Status:
        """What is not yet, or no longer, as it should be; answers come all the same."""
        if not self.store.encoder.ready:
            return "loading"
        return {"starting": "rebuilding", "unreachable": "unreachable"}.get(self.store.index.state, "ready")  # type: ignore[return-value]
