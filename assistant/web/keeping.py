"""Exchanges as the browser keeps them, and what comes back from there, which anyone may have written.

What comes back is shown escaped like everything else, and told to the assistant as earlier turns like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, get_args

from assistant.domain import Answer, AnswerKind, Citation, Match, Modality, Statement
from assistant.web.conversation import MAX_EXCHANGES, Conversation, Exchange

_LONGEST = 20_000  # characters of a text
_MOST = 5_000  # statements, citations or names of an answer


def kept(exchange: Exchange) -> dict[str, Any]:
    """An exchange as a plain value for JSON; never one that is private."""
    answer = exchange.answer
    return {
        "question": exchange.question,
        "failure": exchange.failure,
        "answer": None if answer is None else answer_kept(answer),
    }


def answer_kept(answer: Answer) -> dict[str, Any]:
    """An answer as a plain value for JSON."""
    return {
        "question": answer.question,
        "language": answer.language,
        "kind": answer.kind,
        "writer": answer.writer,
        "statements": [[statement.text, list(statement.citations)] for statement in answer.statements],
        "citations": [list(asdict(citation).values()) for citation in answer.citations],
        "matches": [[match.posting, match.modality] for match in answer.matches],
        "notices": list(answer.notices),
        "names": answer.names,
        "checked": answer.checked,
        "cv": answer.cv,
    }


def conversation_of(value: object) -> Conversation:
    """The conversation in what the browser kept; what cannot be read is left out."""
    items = value[-MAX_EXCHANGES:] if isinstance(value, list) else []
    return Conversation(tuple(exchange for item in items for exchange in _exchange(item)))


def answers_of(value: object) -> list[Answer]:
    """The answers in what the browser kept."""
    return [exchange.answer for exchange in conversation_of(value).exchanges if exchange.answer]


def _exchange(value: object) -> Iterable[Exchange]:
    if isinstance(value, Mapping) and isinstance(value.get("question"), str):
        answer = _answer(value.get("answer"))
        failure = _text(value.get("failure"))
        if answer or failure:
            yield Exchange(_text(value["question"]), answer, failure, running=False)


def _answer(value: object) -> Answer | None:
    if not isinstance(value, Mapping):
        return None
    kind: AnswerKind = next((known for known in get_args(AnswerKind) if known == value.get("kind")), "open")
    names = value.get("names")
    checked = value.get("checked")
    return Answer(
        question=_text(value.get("question")),
        language="fr" if value.get("language") == "fr" else "en",
        kind=kind,
        statements=tuple(_statements(value.get("statements"))),
        citations=tuple(_citations(value.get("citations"))),
        matches=tuple(_matches(value.get("matches"))),
        checked=checked if isinstance(checked, int) else 0,
        notices=tuple(_text(one) for one in _list(value.get("notices"))),
        writer="generative" if value.get("writer") == "generative" else "extractive",
        cv="wanted" if value.get("cv") == "wanted" else "",
        names={_text(key): _text(name) for key, name in names.items()} if isinstance(names, Mapping) else {},
    )


def _statements(value: object) -> Iterable[Statement]:
    for item in _list(value):
        if isinstance(item, list) and len(item) == 2:
            yield Statement(_text(item[0]), tuple(n for n in _list(item[1]) if isinstance(n, int)))


def _citations(value: object) -> Iterable[Citation]:
    for item in _list(value):
        if isinstance(item, list) and [type(part) for part in item] == [int, str, str, str, int, int]:
            yield Citation(item[0], _text(item[1]), _text(item[2]), _text(item[3]), item[4], item[5])


def _matches(value: object) -> Iterable[Match]:
    for item in _list(value):
        if isinstance(item, list) and len(item) == 2 and item[1] in get_args(Modality):
            yield Match(_text(item[0]), item[1])


def _list(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""
