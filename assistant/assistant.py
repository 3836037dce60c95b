"""The assistant as the page, the terminal and other programs use it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant import indexing
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

    def status(self) -> Status:
        """What is not yet, or no longer, as it should be; answers come all the same."""
        if not self.store.encoder.ready:
            return "loading"
        return {"starting": "rebuilding", "unreachable": "unreachable"}.get(self.store.index.state, "ready")  # type: ignore[return-value]
