"""The way from question to answer as a langchain chain; the only module that knows langchain.

`answer_chain` gives a `Runnable` that takes a `Request` and gives an `Answer`, so it composes with chains of others;
`PostingRetriever` gives the passages as langchain documents.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig, RunnableLambda

from assistant.answering.joint import joint
from assistant.answering.router import respond
from assistant.asking.absent_job import known_job
from assistant.asking.reading import Reading
from assistant.asking.seeking import seeking
from assistant.asking.topical import either, of_that_job
from assistant.asking.two_questions import stand_apart, two_questions
from assistant.citations import verified
from assistant.domain import Answer, Passage, Turn
from assistant.language import detect
from assistant.letters.domain import CV
from assistant.questions import Query, checked
from assistant.remembered import Remembered
from assistant.retrieval import PASSAGES, retrieve
from assistant.speaking import speaking_of
from assistant.store import Store
from assistant.understanding import understand
from assistant.writing.chat_model import Patience
from assistant.writing.generative import GenerativeWriter
from assistant.writing.said import saying

_STAGES = 40  # in which an answer grows at most: each is made and shown
_ANSWERS = 500  # to questions before, of all conversations
_OF_CV = ("letter", "fit", "checklist")


@dataclass(frozen=True)
class Request:
    """A question with the turns before it, the day that deadlines are held against, and perhaps a CV to go by.

    Setting `stop` ends a language model's answer at once; what it had not said is then said without it.
    """

    question: str
    history: tuple[Turn, ...] = ()
    today: date = field(default_factory=date.today)
    cv: CV | None = field(default=None, repr=False)
    stop: threading.Event = field(default_factory=threading.Event, compare=False, repr=False)


@dataclass(frozen=True)
class _Evidence:
    reading: Reading
    today: date
    passages: tuple[Passage, ...]
    cv: CV | None
    about: Mapping[str, Passage] | None  # the postings (ids) that speak of the topic; None where there is none
    further: _Evidence | None = None  # of a second question in the same text


class PostingRetriever(BaseRetriever):
    """The passages of a store for a question: `page_content` is verbatim, `metadata` says where it stands."""

    store: Any  # a Store; pydantic need not look into it
    limit: int = PASSAGES

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, asked: Query | None = None
    ) -> list[Document]:
        del run_manager
        store: Store = self.store
        return [_document(p, store) for p in retrieve(asked or Query(query, query, detect(query)), store, self.limit)]


@dataclass(frozen=True)
class _Written:
    request: Request
    evidence: _Evidence
    draft: Answer
    patience: Patience = field(default_factory=lambda: Patience.of(0))  # with the model, if there is one
    notices: tuple[str, ...] = ()


class _Growing(Runnable[_Written, Answer]):
    """The last step, an answer that grows: invoked it gives the whole, streamed each stage of it."""

    def __init__(self, grow: Callable[[_Written], Iterator[Answer]]) -> None:
        self._grow = grow

    def invoke(self, input: _Written, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:  # noqa: ANN401
        del config, kwargs
        *_, whole = self._grow(input)
        return whole

    def stream(
        self,
        input: _Written,
        config: RunnableConfig | None = None,
        **kwargs: Any | None,  # noqa: ANN401
    ) -> Iterator[Answer]:
        del config, kwargs
        yield from self._grow(input)


def answer_chain(store: Store, writer: GenerativeWriter | None = None) -> Runnable[Request, Answer]:
    """Question to answer over `store`: understand, gather the evidence, write, have it worded, check every citation.

    Without a `writer` the answer stays as the rules wrote it. `stream` gives answers that grow by a statement.
    """
    steps = _Steps(store, writer)
    return (
        RunnableLambda(steps.ask) | RunnableLambda(steps.write) | RunnableLambda(steps.ask_again) | _Growing(steps.word)
    )


def answered(chain: Runnable[Request, Answer], store: Store, request: Request) -> Iterator[Answer]:
    """The answer as it grows; begun anew where a posting that it was to be made of was taken out meanwhile."""
    before = store.library
    try:
        yield from chain.stream(request)
    except LookupError:
        if store.library is before:
            raise
        yield from chain.stream(request)


@dataclass(frozen=True)
class _Steps:
    store: Store
    writer: GenerativeWriter | None
    answers: Remembered[tuple[Reading, date], Answer] = field(default_factory=lambda: Remembered(_ANSWERS))

    def ask(self, request: Request) -> tuple[Request, _Evidence]:
        """Read the question and gather what bears on it."""
        if parts := self._parts(request):
            first, second = (self._gather(reading, request.today, request.cv) for reading in parts)
            return request, replace(first, further=second)
        reading = understand(request.question, request.history, self.store, request.today, self._respond)
        return request, self._gather(reading, request.today, request.cv)

    def _parts(self, request: Request) -> tuple[Reading, Reading] | None:
        """The readings of two questions in one, None where it is one question."""
        if (parts := two_questions(checked(request.question))) is None:
            return None
        first, second = (understand(part, (), self.store, request.today, self._respond) for part in parts)
        second = replace(second, language=first.language)
        return (first, second) if stand_apart(first, second) else None

    def write(self, asked: tuple[Request, _Evidence]) -> _Written:
        """The answer of the rules."""
        request, evidence = asked
        draft = self._write(evidence)
        if self._is_stale(evidence):
            _, evidence = self.ask(request)
            draft = self._write(evidence)
        answer = replace(draft, question=checked(request.question))
        patience = Patience.of(self.writer.seconds if self.writer else 0.0, request.stop)
        return _Written(request, evidence, answer, patience)

    def ask_again(self, first: _Written) -> _Written:
        """Where the rules did not understand: their answer to the question as the model restates it, if any."""
        text = self._restated(first) if self.writer else None
        if text is None:
            return first
        request, evidence = self.ask(replace(first.request, question=text, history=()))
        draft = replace(self._write(evidence), question=first.draft.question)
        if draft.abstained or draft.kind == "clarify":
            return first
        notice = saying(draft.language, "understood", question=text)
        return _Written(request, evidence, draft, first.patience, (notice,))

    def word(self, written: _Written) -> Iterator[Answer]:
        """The answer as it grows, worded by the model where there is one; every quote in it is verbatim."""
        draft = replace(written.draft, notices=(*written.draft.notices, *written.notices))
        # What may hold words of a CV goes to no model.
        if self.writer is None or not self.store.library.postings or draft.kind in _OF_CV:
            yield from _grown(verified(draft, self.store.library))
            return
        passages = written.evidence.passages if draft.kind == "open" else ()
        for answer in self.writer.worded(draft, passages, self.store.library, written.patience):
            yield verified(answer, self.store.library)

    def _gather(self, reading: Reading, today: date, cv: CV | None = None) -> _Evidence:
        about: Mapping[str, Passage] | None = None
        of_all = reading.postings is None or reading.intent in ("set", "count")
        if reading.topic and reading.intent != "open" and of_all:
            about = self._about(reading)
        if about and (job := known_job(reading)):
            sought = seeking(job, reading.language, (passage.posting for passage in about.values()))
            about = {identity: passage for identity, passage in about.items() if identity in sought}
            reading = reading if about else replace(reading, unknown=(job,))
        passages: tuple[Passage, ...] = ()
        about_it = reading.topical == "subject" and not reading.conditions and reading.intent == "set"
        about_it = about_it and not reading.denied
        nowhere = about is not None and not about and (reading.intent not in ("set", "count") or about_it)
        if self.store.library.postings and (reading.intent in ("open", "section") or nowhere):
            asked = Query(reading.question, reading.text, reading.language, reading.postings or reading.within)
            documents = PostingRetriever(store=self.store).invoke(reading.text, asked=asked)
            passages = tuple(document.metadata["passage"] for document in documents)
        return _Evidence(reading, today, passages, cv, about)

    def _about(self, reading: Reading) -> dict[str, Passage]:
        """The postings (ids) that speak of the topic of a question, or of one part of it where either will do."""
        found: dict[str, Passage] = {}
        for topic in either(reading) or [list(reading.topic)]:
            speaking = speaking_of(topic, reading.language, self.store)
            of_it = of_that_job(topic, reading.language, speaking) if reading.topical == "job" else speaking
            found = {**of_it, **found}
        return found

    def _write(self, evidence: _Evidence) -> Answer:
        reading, passages, about = evidence.reading, evidence.passages, evidence.about
        answer = respond(reading, passages, about, self.store, evidence.today, evidence.cv)
        return joint(answer, self._write(evidence.further)) if evidence.further else answer

    def _is_stale(self, evidence: _Evidence) -> bool:
        """Whether a posting that a passage is of was changed or taken out since it was found."""
        now = self.store.library.postings
        found = (*evidence.passages, *(evidence.about or {}).values())
        return any(now.get(passage.posting.id) is not passage.posting for passage in found)

    def _respond(self, reading: Reading, today: date) -> Answer:
        """The answer to a question before, without a CV; each turn of a conversation comes back to it."""
        return self.answers.get((reading, today), self.store.library, lambda: self._write(self._gather(reading, today)))

    def _restated(self, written: _Written) -> str | None:
        reading, draft = written.evidence.reading, written.draft
        lost = draft.kind in ("clarify", "outside") and reading.intent != "small_talk"
        if not lost or self.writer is None or not self.store.library.postings:
            return None
        request = written.request
        return self.writer.restated(
            request.question, request.history, draft.language, self.store.library, written.patience
        )


def _grown(whole: Answer) -> Iterator[Answer]:
    """An answer that is there already, a statement at a time, or several of a long one."""
    for shown in range(1, len(whole.statements), 1 + len(whole.statements) // _STAGES):
        statements = whole.statements[:shown]
        numbers = {number for statement in statements for number in statement.citations}
        yield replace(whole, statements=statements, citations=tuple(c for c in whole.citations if c.number in numbers))
    yield whole


def _document(passage: Passage, store: Store) -> Document:
    chunk = passage.chunk
    return Document(
        page_content=chunk.text,
        metadata={
            "posting": store.library.display_names[passage.posting.id],
            "section": chunk.section.heading,
            "start": chunk.start,
            "end": chunk.end,
            "score": passage.score,
            "passage": passage,
        },
    )
