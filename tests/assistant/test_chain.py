"""The chain and the retriever as langchain has them."""

from __future__ import annotations

from pathlib import Path

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant.chain import PostingRetriever, Request, answer_chain
from assistant.domain import Answer, Turn
from assistant.store import Store
from tests.assistant.writing.scripted import good, writer_with
from tests.support import AGADIR, OUJDA, hash_store


def test_the_retriever_is_one_of_langchain(hashed_seeds: Store) -> None:
    retriever = PostingRetriever(store=hashed_seeds, limit=4)
    assert isinstance(retriever, BaseRetriever)
    found = retriever.invoke("maîtrise du Tamazight")
    assert 0 < len(found) <= 4
    for document in found:
        assert isinstance(document, Document)
        text = hashed_seeds.library.by_display_name[document.metadata["posting"]].text
        assert text[document.metadata["start"] : document.metadata["end"]] == document.page_content
    assert found[0].metadata["posting"] == AGADIR
    assert "Tamazight" in found[0].page_content


def test_the_retriever_finds_the_same_every_time(hashed_seeds: Store) -> None:
    retriever = PostingRetriever(store=hashed_seeds)
    first = [document.page_content for document in retriever.invoke("budget et rapports")]
    assert all([d.page_content for d in retriever.invoke("budget et rapports")] == first for _ in range(3))


def test_the_chain_is_a_runnable_and_composes(hashed_seeds: Store) -> None:
    chain = answer_chain(hashed_seeds)
    assert isinstance(chain, Runnable)
    asked = Request("Quelle est la date limite pour le poste d'Oujda ?")
    answer = chain.invoke(asked)
    assert isinstance(answer, Answer)
    assert {citation.posting for citation in answer.citations} == {OUJDA}
    longer = RunnableLambda(Request) | chain | (lambda a: a.language)
    assert longer.invoke(asked.question) == "fr"
    assert chain.batch([asked, asked]) == [answer, answer]
    assert list(chain.stream(asked))[-1] == answer


def test_a_chain_with_a_model_composes_and_grows_too(hashed_seeds: Store) -> None:
    chain = answer_chain(hashed_seeds, writer_with(good))
    composed = RunnableLambda(Request) | chain | (lambda answer: (answer.writer, answer.text))
    writer, text = composed.invoke("Which postings ask for English?")
    assert (writer, "In short" in text) == ("generative", True)
    grown = [len(answer.statements) for answer in chain.stream(Request("Which postings ask for English?"))]
    assert grown == sorted(grown)
    assert grown[0] == 1


def test_history_reaches_the_question(hashed_seeds: Store) -> None:
    history = (Turn("user", "Quelle est la date limite pour le poste d'Oujda ?"),)
    answer = answer_chain(hashed_seeds).invoke(Request("Et celui d'Agadir ?", history))
    assert {citation.posting for citation in answer.citations} == {AGADIR}


def test_an_empty_store_is_told_so(tmp_path: Path) -> None:
    with hash_store(tmp_path) as store:
        answer = answer_chain(store).invoke(Request("Which jobs require English?"))
    assert answer.abstained
    assert "index" in answer.text
    assert answer.checked == 0
