"""The way from question to answer as a langchain chain; the only module that knows langchain.

`answer_chain` gives a `Runnable` that takes a `Request` and gives an `Answer`, so it composes with chains of others;
`PostingRetriever` gives the passages as langchain documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answering.router import respond
from assistant.asking.reading import Reading
from assistant.citations import verified
from assistant.domain import Answer, Passage, Turn
from assistant.language import detect
from assistant.letters.domain import CV
from assistant.questions import Query
from assistant.retrieval import PASSAGES, retrieve, speaking_of
from assistant.store import Store
from assistant.understanding import understand


@dataclass(frozen=True)
class Request:
    """A question with the turns before it, the day that deadlines are held against, and perhaps a CV to go by."""

    question: str
    history: tuple[Turn, ...] = ()
    today: date = field(default_factory=date.today)
    cv: CV | None = field(default=None, repr=False)


@dataclass(frozen=True)
class _Evidence:
    reading: Reading
    today: date
    passages: tuple[Passage, ...]
    cv: CV | None
    about: Mapping[str, Passage] | None  # the postings (ids) that speak of the topic; None where there is none


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


def answer_chain(store: Store) -> Runnable[Request, Answer]:
    """Question to answer over `store`: understand, gather the evidence, write, and check every citation."""
    retriever = PostingRetriever(store=store)

    def gather(reading: Reading, today: date, cv: CV | None = None) -> _Evidence:
        about = None
        if reading.topic and reading.intent != "open" and reading.postings is None:
            about = speaking_of(reading.topic, reading.language, store, any_word=reading.any_topic)
        passages: tuple[Passage, ...] = ()
        nowhere = about is not None and not about and reading.intent not in ("set", "count")
        if store.library.postings and (reading.intent in ("open", "section") or nowhere):
            asked = Query(reading.question, reading.text, reading.language, reading.postings or reading.within)
            documents = retriever.invoke(reading.text, asked=asked)
            passages = tuple(document.metadata["passage"] for document in documents)
        return _Evidence(reading, today, passages, cv, about)

    def write(evidence: _Evidence) -> Answer:
        return respond(evidence.reading, evidence.passages, evidence.about, store, evidence.today, evidence.cv)

    def earlier(reading: Reading, today: date) -> Answer:
        return write(gather(reading, today))

    def ask(request: Request) -> _Evidence:
        reading = understand(request.question, request.history, store, request.today, earlier)
        return gather(reading, request.today, request.cv)

    def check(answer: Answer) -> Answer:
        return verified(answer, store.library)

    return RunnableLambda(ask) | RunnableLambda(write) | RunnableLambda(check)


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
