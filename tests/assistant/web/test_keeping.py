"""Exchanges as the browser keeps them."""

from __future__ import annotations

import json

import pytest

from assistant.domain import Answer, Citation, Match, Statement
from assistant.web.conversation import MAX_EXCHANGES, Exchange
from assistant.web.keeping import conversation_of, kept

ANSWER = Answer(
    question="Où ?",
    language="fr",
    kind="set",
    statements=(Statement("Deux : « é »", (1,)), Statement("- x")),
    citations=(Citation(1, "a.txt", "Profil", "é", 3, 4),),
    matches=(Match("a.txt", "asset"),),
    checked=5,
    notices=("n",),
    writer="generative",
    names={"a.txt": "T"},
)


@pytest.mark.parametrize(
    "exchange",
    [
        Exchange("q", ANSWER, running=False),
        Exchange("q", None, "Why not.", running=False),
        Exchange("q", ANSWER, "Stopped.", running=False),
    ],
)
def test_what_was_kept_comes_back(exchange: Exchange) -> None:
    written = json.loads(json.dumps([kept(exchange)]))
    assert conversation_of(written).exchanges == (exchange,)


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        "x",
        {},
        [None],
        [3],
        [{}],
        [{"question": 3}],
        [{"question": "q"}],
        [{"question": "q", "answer": 3}],
        [[]],
    ],
)
def test_what_cannot_be_read_is_left_out(value: object) -> None:
    assert conversation_of(value).exchanges == ()


def test_an_answer_that_someone_wrote_is_held_to_its_form() -> None:
    answer = {
        "question": 1, "language": "xx", "kind": "evil", "writer": "evil", "checked": "many", "notices": [1, "n"],
        "statements": [["a", [1, "2", None]], ["b"], 5, [3, 4]],
        "citations": [[1, "a", "b", "c", 0, 1], [1, "a", "b", "c", "0", 1], [True], 5, [1, "a", "b", "c", 0, 1, 2]],
        "matches": [["a", "asset"], ["a", "evil"], 3], "names": {"a": 1},
    }  # fmt: skip
    read = conversation_of([{"question": "q" * 50_000, "answer": answer}]).exchanges[0]
    assert len(read.question) == 20_000
    assert read.answer == Answer(
        question="", language="en", kind="open", statements=(Statement("a", (1,)), Statement("")),
        citations=(Citation(1, "a", "b", "c", 0, 1),), matches=(Match("a", "asset"),), notices=("", "n"),
        names={"a": ""},
    )  # fmt: skip
    assert len(conversation_of([{"question": "q", "failure": "f"}] * 500).exchanges) == MAX_EXCHANGES
