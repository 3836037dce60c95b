"""Ends of a question that ask for nothing more: "as opposed to a permanent job", « que ce soit voiture ou moto »."""

from __future__ import annotations

from assistant.asking.lexicon import holds, matches, words_of
from assistant.resources import table

_LEAST = 3  # words that have to be left of the question


def without_ends(text: str) -> str:
    """`text` without what it sets against a contract, or says of every kind of what it asks for."""
    words, tables = words_of(text), table("asking.toml")["cut_off"]
    asks = {word for phrase in table("asking.toml")["asks"]["what"] for word in phrase.split()[:1]}
    kinds = [
        first
        for first, last in holds(words, tables["whichever"])
        if asks.isdisjoint(word.form for word in words[last:])  # « peu importe le dialecte, pour quelles annonces ? »
    ]
    against = [
        first
        for first, last in holds(words, tables["against"])
        if any(matches(word.form, noun) for word in words[last:] for noun in tables["contracts"])
    ]
    first = min((n for n in (*kinds, *against) if n >= _LEAST), default=0)
    behind = [n for n in range(first + 1, len(words)) if words[n].apart and text[words[n - 1].end] in ".?!:"]
    if not first:
        return text
    rest = text[words[behind[0]].start :] if behind else ""
    return f"{text[: words[first].start].rstrip(' ,;–-')} ? {rest}".strip()
