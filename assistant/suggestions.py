"""Questions that may follow an answer, each of which can be answered: the postings it is about state what it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from assistant.domain import Answer, Fact
from assistant.resources import table
from assistant.text import one_line

_MOST = 3
_LONGEST_TITLE = 120  # characters, beyond which a title makes no question

FactsOf = Callable[[str], Sequence[Fact]]


def suggestions(answer: Answer, facts_of: FactsOf) -> list[str]:
    """Up to three questions in the answer's language; `facts_of` gives the facts of a posting by the name shown."""
    if answer.kind in ("outside", "clarify"):
        return []
    named = _named(answer)
    if not named:
        return []
    found = _of_several(answer, named, facts_of) if len(named) > 1 else _in_order(answer, named[0], facts_of)
    return [*found, *_of_one(answer, named[0], facts_of)][:_MOST]


def _named(answer: Answer) -> list[str]:
    """The postings that the answer is about, in its order, that have a title to be asked by."""
    about = [match.posting for match in answer.matches] or [citation.posting for citation in answer.citations]
    return [name for name in dict.fromkeys(about) if 0 < len(_title(answer, name)) <= _LONGEST_TITLE]


def _of_several(answer: Answer, named: Sequence[str], facts_of: FactsOf) -> list[str]:
    """A comparison of the first two, if both state something of what is compared."""
    if answer.kind == "comparison":
        return []
    first, second = named[:2]
    shared = {fact.field for fact in facts_of(first)} & {fact.field for fact in facts_of(second)}
    titles = [_title(answer, name) for name in (first, second)]
    if len(shared & set(_data()["compared"])) < 2 or titles[0] == titles[1]:
        return []
    question = str(_data()[answer.language]["compare"])
    return [question.format(first=titles[0], second=titles[1])]


def _in_order(answer: Answer, name: str, facts_of: FactsOf) -> list[str]:
    """All postings in the order of what one of them is the first in."""
    if answer.kind != "ranking" or not answer.citations or answer.checked <= 1:
        return []
    first = answer.citations[0]
    fields = [fact.field for fact in facts_of(name) if (fact.start, fact.end) == (first.start, first.end)]
    questions: dict[str, str] = _data()[answer.language]["in_order"]
    return [questions[field] for field in fields if field in questions][:1]


def _of_one(answer: Answer, name: str, facts_of: FactsOf) -> list[str]:
    """What the posting states and the answer has not told."""
    told = {(citation.start, citation.end) for citation in answer.citations if citation.posting == name}
    facts = facts_of(name)
    known = {fact.field for fact in facts if any(start < fact.end and fact.start < end for start, end in told)}
    stated = {fact.field for fact in facts} - known
    questions: dict[str, str] = _data()[answer.language]["about"]
    return [text.format(title=_title(answer, name)) for field, text in questions.items() if field in stated]


def _title(answer: Answer, name: str) -> str:
    return one_line(answer.names.get(name, ""))


@cache
def _data() -> dict[str, Any]:
    return table("suggestions.toml")
