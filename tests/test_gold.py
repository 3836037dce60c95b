"""Questions about the seeds with answers worked out by hand, asked of the real encoder and graded."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.domain import Answer
from tests.support import SEED_NAMES, gold_questions, seed_text

pytestmark = pytest.mark.model


def fold(text: str) -> str:
    """Without case and accents, on one line."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def faults(question: dict[str, Any], answer: Answer) -> list[str]:
    """What is wrong with an answer to one of the questions; an empty list is right."""
    texts = {name: seed_text(name) for name in SEED_NAMES}
    found = [
        f"not verbatim: {c.quote!r}"
        for c in answer.citations
        if texts.get(c.posting, "")[c.start : c.end] != c.quote or len(c.quote.strip()) < 4
    ]
    if answer.language != question["lang"]:
        found.append(f"answered in {answer.language}")
    cited = {citation.posting for citation in answer.citations}
    if question["kind"] == "open":
        if answer.abstained:
            found.append("abstained")
        if missing := set(question["postings"]) - cited:
            found.append(f"does not cite {missing}")
        found += [
            f"no quote of {name} bears out {pattern!r}"
            for name, pattern in question.get("quote_pattern", {}).items()
            if not any(re.search(pattern, fold(c.quote)) for c in answer.citations if c.posting == name)
        ]
        found += [
            f"does not quote {quote!r}"
            for name, quote in question.get("quotes", {}).items()
            if not any(fold(quote) in fold(c.quote) for c in answer.citations if c.posting == name)
        ]
    else:
        empty = answer.kind in ("set", "count") and not answer.matches
        if answer.kind != question["kind"] and not (question["kind"] == "outside" and empty):
            found.append(f"is {answer.kind}, not {question['kind']}")
        if question["kind"] == "not_stated" and not answer.abstained:
            found.append("does not abstain")
    if "forbid" in question and re.search(question["forbid"], fold(answer.text)):
        found.append(f"says {question['forbid']}")
    return found


@pytest.mark.parametrize("question", gold_questions("open", "outside", "not_stated"), ids=lambda q: q["id"])
def test_answer(question: dict[str, Any], assistant: Assistant) -> None:
    answer = assistant.ask(question["question"])
    assert faults(question, answer) == [], answer.text


def test_the_checker_tells_wrong_from_right(assistant: Assistant) -> None:
    """A grader that passes anything proves nothing."""
    open_one = gold_questions("open")[0]
    outside = gold_questions("outside")[0]
    answers = {id(q): assistant.ask(q["question"]) for q in (open_one, outside)}
    assert faults(open_one, answers[id(outside)]) != []
    assert faults(outside, answers[id(open_one)]) != []


def test_the_same_answer_every_time(assistant: Assistant) -> None:
    question = gold_questions("open")[1]["question"]
    assert len({repr(assistant.ask(question)) for _ in range(3)}) == 1
