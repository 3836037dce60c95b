"""The assistant as the page, the terminal and other programs use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from threading import Event
from typing import Literal

from assistant import correcting, feedback
from assistant.adding import Addition
from assistant.additions import Additions
from assistant.agenda import Deadline, deadlines_of
from assistant.cards import Card, Cards
from assistant.chain import Request, answer_chain, answered
from assistant.comparison import Comparison, comparison_of
from assistant.domain import Amount, Answer, Fact, FactField, Language, Modality, Posting, Turn, Years
from assistant.errors import UserError
from assistant.exports.calendar import ics_of
from assistant.exports.conversation import markdown_of
from assistant.exports.document import docx_of
from assistant.exports.postings import as_one, comparison_tables, postings_table
from assistant.exports.spreadsheet import xlsx_of
from assistant.exports.table import csv_of
from assistant.insights import Insights, insights_of
from assistant.letters.applying import checklist_of
from assistant.letters.case import Case
from assistant.letters.cv import read_cv
from assistant.letters.domain import CV, Checklist, Fit, Outline
from assistant.letters.fitting import fit_of
from assistant.letters.likeness import encoder_of
from assistant.letters.outlining import outline_of
from assistant.marking import mark_posting, marks_of
from assistant.meant import posting_meant
from assistant.remembered import Remembered
from assistant.shortlist import Mark, Marked
from assistant.store import Store
from assistant.writing.generative import GenerativeWriter
from vectorstore.errors import EmbeddingError

Status = Literal["ready", "loading", "rebuilding", "unreachable"]


class Assistant:
    """Answers questions about the postings of one store. Safe to use from several threads."""

    def __init__(
        self, store: Store, today: Callable[[], date] = date.today, writer: GenerativeWriter | None = None
    ) -> None:
        """`today` tells the day that deadlines are held against; a `writer` has the answers worded by a model."""
        self.store = store
        self.chain = answer_chain(store, writer)
        self.writer = writer.settings if writer else None  # which model gets the questions and passages
        self._today = today
        self._additions = Additions(store)
        self._cards = Cards()
        self._insights: Remembered[date, Insights] = Remembered(1)

    def ask(self, question: str, history: Sequence[Turn] = (), cv: CV | None = None) -> Answer:
        """The answer to a question; `history` holds the turns before it, the oldest first. UserError as `stream`."""
        return list(self.stream(question, history, cv=cv))[-1]

    def stream(
        self, question: str, history: Sequence[Turn] = (), stop: Event | None = None, cv: CV | None = None
    ) -> Iterator[Answer]:
        """The answer as it grows; the last is whole. Setting `stop`, or closing this, ends a model's answer at once.

        A `cv` serves letters and which postings fit. UserError: no question, or no embedding model where it needs one.
        """
        request = Request(question, tuple(history), self._today(), cv, stop or Event())
        try:
            yield from answered(self.chain, self.store, request)
        except GeneratorExit:  # and not at a good end: whoever waits by `stop` would take the answer for a stopped one
            request.stop.set()
            raise
        except EmbeddingError as error:
            raise UserError(str(error)) from error

    def read_cv(self, data: bytes, name: str) -> CV:
        """The CV in a file, or pasted (UTF-8, named .txt); nothing keeps it. UserError: empty, scanned, unreadable."""
        return read_cv(data, name)

    def outline(
        self, posting: str, cv: CV | None = None, language: Language | None = None, advice: Language | None = None
    ) -> Outline:
        """An outline of a letter, placeholders without a CV; languages as `outline_of`. UserError: no such posting."""
        encode = encoder_of(self.store) if cv else None
        return outline_of(self._case(posting), cv, language, self._today(), encode, advice)

    def fit(self, cv: CV, language: Language | None = None) -> Fit:
        """The postings by how they fit a CV; `language` is by default the CV's."""
        cases = [Case.of(self.store.library, posting) for posting in self.store.library.distinct]
        return fit_of(cases, cv, language, self._today(), encoder_of(self.store))

    def checklist(self, posting: str, language: Language | None = None) -> Checklist:
        """What to send, where to and by when, for the posting shown by `posting`; UserError where there is none."""
        return checklist_of(self._case(posting), language, self._today())

    def called(self, words: str) -> str:
        """The name that a posting is shown by, from that name or words that people use (see `posting_meant`)."""
        return posting_meant(words, self.store, self._today())

    def _case(self, name: str) -> Case:
        library = self.store.library
        return Case.of(library, library.named(name).id)

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
        """Whether this program may change the store: take postings out, add some, mark them."""
        return self.store.lock is not None

    def remove(self, name: str) -> None:
        """Take out the posting that is shown by `name`; UserError where there is none, or another program writes."""
        self._check_may_write()
        self._additions.remove(name)

    # Adding

    def add(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Addition]:
        """Add files (name, bytes) that the person dropped; gives the addition as it goes on, the last one whole.

        A file of a name that was dropped before takes its place. What fails is reported with its reason, and what was
        stored of it stays. UserError where another program writes the store. Leaving the iterator before its end
        keeps what was read.
        """
        self._check_may_write()
        return self._additions.add(files)

    def add_text(self, text: str, title: str = "") -> Iterator[Addition]:
        """Add a pasted text, which never takes the place of another; named by `title`, else by its first line."""
        self._check_may_write()
        return self._additions.add_text(text, title)

    @property
    def last_addition(self) -> Addition | None:
        """The addition that `undo` takes back, None where there is none since the program started."""
        return self._additions.last

    def undo(self, number: int) -> list[str]:
        """Take back the last addition: what it added goes, what it replaced comes back; returns the names touched.

        `number` is `Addition.number`. UserError where that is not the last one, or it was undone.
        """
        self._check_may_write()
        return self._additions.undo(number)

    # Shortlist

    def mark(self, name: str, mark: Mark | None, note: str | None = None) -> Marked | None:
        """Mark a posting, or take its mark off with None; a `note` of None keeps the one that is there.

        Returns the mark as it is now. UserError where there is no such posting, the note is too long, or another
        program writes the store.
        """
        self._check_may_write()
        return mark_posting(self.store, name, mark, note, self._today())

    def marked(self) -> dict[str, Marked]:
        """The postings that are marked, by the names shown."""
        names = self.store.library.display_names
        return {names[posting]: marked for posting, marked in marks_of(self.store).items()}

    # Facts

    def facts(self, name: str) -> list[Fact]:
        """The facts of a posting, the person's own among them (`Fact.origin`), by the name shown."""
        library = self.store.library
        return library.facts_of(library.named(name).id)

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
        self._check_may_write()
        correcting.correct(self.store, name, field, value, replaces, modality, detail, quote)
        return self._facts_of(name, field)

    def confirm(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Say that the facts of a field (with this value) were read right: they stay whatever the rules become."""
        self._check_may_write()
        correcting.confirm(self.store, name, field, value)
        return self._facts_of(name, field)

    def deny(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Say that the posting does not state this: the facts of the field (with this value) are left out."""
        self._check_may_write()
        correcting.deny(self.store, name, field, value)
        return self._facts_of(name, field)

    def withdraw(self, name: str, field: FactField, value: str | Years | Amount | None = None) -> list[Fact]:
        """Take back what the person said of a field (with this value, corrected, confirmed or denied)."""
        self._check_may_write()
        correcting.withdraw(self.store, name, field, value)
        return self._facts_of(name, field)

    # Lists

    def cards(self) -> list[Card]:
        """All postings by name, versions of one included (`Card.repost_of`); kept until something changes."""
        return self._cards.of(self.store, self._today())

    def insights(self) -> Insights:
        """The numbers behind the charts; kept until something changes."""
        library, today = self.store.library, self._today()
        return self._insights.get(today, library, lambda: insights_of(library, today))

    def agenda(self, days: int = 14) -> list[Deadline]:
        """What closes within `days`, today included, the nearest first; not what is marked dropped or applied."""
        return [each for each in deadlines_of(self.cards(), self.store.library) if each.days <= days]

    def compare(self, names: Sequence[str], language: Language) -> Comparison:
        """Two to five postings side by side; UserError for fewer, more, or one that is not there."""
        return comparison_of(self.store.library, names, language)

    # Files to take away

    def export_table(
        self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str] | None = None
    ) -> bytes:
        """The postings (all, or those named, in their order) with their facts as the bytes of a file."""
        cards = self._chosen(names)
        made = postings_table(cards, self.store.library, language)
        return csv_of(made) if form == "csv" else xlsx_of([made])

    def export_comparison(self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str]) -> bytes:
        """`compare` as the bytes of a file, with its quotes."""
        tables = comparison_tables(self.compare(names, language))
        return csv_of(as_one(tables)) if form == "csv" else xlsx_of(tables)

    def export_calendar(self, language: Language, names: Sequence[str] | None = None) -> bytes:
        """The deadlines to come as iCalendar: of the postings named, else of all that are not dropped or applied to."""
        every = names is not None
        return ics_of(deadlines_of(self._chosen(names), self.store.library, every), language)

    def export_conversation(self, form: Literal["md", "docx"], answers: Sequence[Answer]) -> bytes:
        """Questions and answers in order, with a list of the sources, as the bytes of a file."""
        return markdown_of(answers) if form == "md" else docx_of(answers)

    # Feedback

    def keep_feedback(self, question: str, answer: Answer, up: bool) -> None:
        """Keep a thumb up or down in the store, with the question and the answer's own words; nothing leaves it."""
        self._check_may_write()
        feedback.keep(self.store, question, answer, up)

    def feedback(self) -> list[dict[str, object]]:
        """The thumbs that were kept, oldest first: `when`, `question`, `answer`, `kind`, `up`."""
        return self.store.catalogue.desk.feedback()

    def _chosen(self, names: Sequence[str] | None) -> list[Card]:
        """The cards of the postings named, in their order, or of all; UserError where one is not there."""
        if names is None:
            return self.cards()
        library = self.store.library
        by_name = {card.name: card for card in self.cards()}
        return [by_name[library.display_names[library.named(name).id]] for name in dict.fromkeys(names)]

    def _facts_of(self, name: str, field: FactField) -> list[Fact]:
        return self.store.library.facts_of(self.store.library.named(name).id, field)

    def _check_may_write(self) -> None:
        if not self.may_remove():
            raise UserError("Another program has this store open, so nothing can be changed here. Close it first.")

    def status(self) -> Status:
        """What is not yet, or no longer, as it should be; answers come all the same."""
        if not self.store.encoder.ready:
            return "loading"
        return {"starting": "rebuilding", "unreachable": "unreachable"}.get(self.store.index.state, "ready")  # type: ignore[return-value]
