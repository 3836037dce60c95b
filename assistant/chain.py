"""The way from question to answer as a langchain chain; the only module that knows langchain.

`answer_chain` gives a `Runnable` that takes a `Request` and gives an `Answer`, so it composes with chains of others;
`PostingRetriever` gives the passages as langchain documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant import extractive
from assistant.citations import verified
from assistant.domain import Answer, Passage, Turn
from assistant.questions import Query, understand
from assistant.retrieval import PASSAGES, retrieve
from assistant.store import Store


@dataclass(frozen=True)
class Request:
    """A question with the turns before it."""

    question: str
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True)
class _Evidence:
    query: Query
    passages: tuple[Passage, ...]


class PostingRetriever(BaseRetriever):
    """The passages of a store for a question: `page_content` is verbatim, `metadata` says where it stands."""

    store: Any  # a Store; pydantic need not look into it
    limit: int = PASSAGES

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, understood: Query | None = None
    ) -> list[Document]:
        del run_manager
        store: Store = self.store
        asked = understood or understand(query, (), store.library)
        return [_document(passage, store) for passage in retrieve(asked, store, self.limit)]


def answer_chain(store: Store) -> Runnable[Request, Answer]:
    """Question to answer over `store`: understand, retrieve, write, and check every citation."""
    retriever = PostingRetriever(store=store)

    def ask(request: Request) -> Query:
        return understand(request.question, request.history, store.library)

    def gather(query: Query) -> _Evidence:
        documents = retriever.invoke(query.text, understood=query) if store.library.postings else []
        return _Evidence(query, _passages(documents))

    def write(evidence: _Evidence) -> Answer:
        return extractive.answer(evidence.query, evidence.passages, store)

    def check(answer: Answer) -> Answer:
        return verified(answer, store.library)

    return RunnableLambda(ask) | RunnableLambda(gather) | RunnableLambda(write) | RunnableLambda(check)


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


def _passages(documents: Sequence[Document]) -> tuple[Passage, ...]:
    return tuple(document.metadata["passage"] for document in documents)
