"""Ends of a question that ask for nothing more: "as opposed to a permanent job", « que ce soit voiture ou moto »."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from assistant.asking.lexicon import Word, holds, matches, words_of
from assistant.resources import table

_LEAST = 3  # words that have to be left of the question


def without_ends(text: str) -> str:
    """`text` without what it sets against a contract, or says of every kind of what it asks for."""
    words, tables = words_of(text), table("asking.toml")["cut_off"]
    asks = {word for phrase in table("asking.toml")["asks"]["what"] for word in phrase.split()[:1]}
    kinds = [
        first
        for first, last in _longest(words, tables["whichever"])
        if not _asks(words[last:], asks)  # « peu importe le dialecte, pour quelles annonces ? »
    ]
    against = [
        first
        for first, last in holds(words, tables["against"])
        if any(matches(word.form, noun) for word in words[last:] for noun in tables["contracts"])
    ]
    first = min((n for n in (*kinds, *against) if n >= _LEAST), default=0)
    if not first:
        return _without_middle(text, words, asks)
    behind = [n for n in range(first + 1, len(words)) if words[n].apart and text[words[n - 1].end] in ".?!:"]
    rest = text[words[behind[0]].start :] if behind else ""
    return f"{text[: words[first].start].rstrip(' ,;–-')} ? {rest}".strip()


def _without_middle(text: str, words: Sequence[Word], asks: Collection[str]) -> str:
    """`text` without « , peu importe lequel, » between two halves, both of which ask."""
    for first, last in _longest(words, table("asking.toml")["cut_off"]["whichever"]):
        behind = next((n for n in range(last, len(words)) if words[n].apart), len(words))
        if first >= _LEAST and _asks(words[:first], asks) and _asks(words[behind:], asks):
            return f"{text[: words[first].start].rstrip(' ,;–-(')} {text[words[behind].start :]}"
    return text


def _asks(words: Sequence[Word], asks: Collection[str]) -> bool:
    further = table("asking.toml")["cut_off"]["further"]
    return any(word.form in asks for word in words) or bool(holds(words, further))


def _longest(words: Sequence[Word], phrases: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where each of the phrases found begins, and the farthest end of those that begin there."""
    ends: dict[int, int] = {}
    for first, last in holds(words, phrases):
        ends[first] = max(last, ends.get(first, 0))
    return ends.items()
