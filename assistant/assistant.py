"""The assistant as the page, the terminal and other programs use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant.chain import Request, answer_chain
from assistant.domain import Answer, Posting, Turn
from assistant.errors import UserError
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

    def status(self) -> Status:
        """What is not yet, or no longer, as it should be; answers come all the same."""
        if not self.store.encoder.ready:
            return "loading"
        return {"starting": "rebuilding", "unreachable": "unreachable"}.get(self.store.index.state, "ready")  # type: ignore[return-value]
