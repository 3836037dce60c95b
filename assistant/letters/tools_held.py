"""The tools that a CV names, and a posting's tools held against them: each by its own name, or it is not there."""

from __future__ import annotations

from assistant.facts.folded import folded
from assistant.letters.clauses import denied, lines, words_of
from assistant.letters.domain import CV, CVLine, Quote, Requirement, State
from assistant.letters.tools import SUITE, choices_in, held, office_parts, tools_in

_PARTS = 2  # programs of an office that do for the suite
_QUOTED = 2  # lines that are quoted


def judge(asked: Requirement, cv: CV) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to the tools asked for, its words, and the key of the note."""
    names = tools_in(asked.words)
    own = names - {SUITE} or names
    best: dict[str, CVLine] = {}
    for line in lines(cv):
        text = words_of(cv, line)
        if not denied(folded(text), len(text)):
            for tool in held(own, text) | (office_parts(text) if SUITE in own else frozenset()):
                best.setdefault(tool, line)
    quotes = tuple(dict.fromkeys(cv.quote(line.start, line.end) for line in best.values()))[:_QUOTED]
    as_suite = SUITE in own and (SUITE in best or len(best) >= _PARTS)
    choices = [choice & own for choice in choices_in(asked.words) if choice & own]
    if as_suite or all(choice & set(best) for choice in choices):
        return "shown", quotes, "tool_shown"
    return ("close", quotes, "tool_some") if best else ("not_shown", (), "tool_missing")
