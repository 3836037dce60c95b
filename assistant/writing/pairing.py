"""Of several postings in one statement, each must bear out what is said of it, and not another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.asking.lexicon import holds, words_of
from assistant.domain import Language
from assistant.resources import table
from assistant.writing.checks import LEFT_OUT, unborne, weight_faults
from assistant.writing.claims import claims_of
from assistant.writing.support import Support

_TWO = 2


def mixed_up(text: str, language: Language, supports: Sequence[Support]) -> Iterator[str]:
    """Of several postings, each must bear out what is said of it, not another."""
    by_posting: dict[str, list[Support]] = {}
    for support in supports:
        if len(support.postings) == 1:
            by_posting.setdefault(next(iter(support.postings)), []).append(support)
    if len(by_posting) < _TWO:
        return
    common = [support for support in supports if len(support.postings) != 1]
    parts = _parts(text, by_posting)
    ways = [_paired(parts, ahead=True), _paired(parts, ahead=False)] if len(parts) > 1 else []
    if not ways:
        if holds(words_of(text), [*table("writing.toml")["both"]["words"], *table("writing.toml")["turns"]["all"]]):
            claims = claims_of(text, language)
            yield from (f"not of all: {f}" for own in by_posting.values() for f in unborne(claims, [*own, *common]))
        return
    wrong = [
        [f for names, said in way for name in names for f in _of_one(said, language, by_posting[name], common)]
        for way in ways
    ]
    if all(wrong):
        yield f"mixed up: {wrong[0][0]}"


def _of_one(said: str, language: Language, own: Sequence[Support], common: Sequence[Support]) -> Iterator[str]:
    claims = claims_of(said, language)
    others = replace(claims, names=frozenset())  # its name may stand in the part of another
    yield from (fault for fault in unborne(others, [*own, *common]) if fault != LEFT_OUT)
    yield from (fault for fault in weight_faults(said, claims, own) if not fault.endswith("left out"))


def _parts(text: str, by_posting: Mapping[str, Sequence[Support]]) -> list[tuple[str, str]]:
    """The text cut where postings are named: first ("", what stands before), then (posting, words from its name on)."""
    own = {name: frozenset[str]().union(*(_name_forms(s) for s in of)) for name, of in by_posting.items()}
    telling_of = {
        name: forms - frozenset[str]().union(*(other for also, other in own.items() if also != name))
        for name, forms in own.items()
    }
    cuts: list[tuple[int, str]] = []
    for word in words_of(text):
        name = next((name for name, forms in telling_of.items() if word.form in forms and word.capital), None)
        if name and (not cuts or cuts[-1][1] != name):
            cuts.append((word.start, name))
    if not cuts:
        return []
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return [("", text[: cuts[0][0]]), *((name, text[start:end]) for (start, name), end in zip(cuts, ends, strict=True))]


def _name_forms(support: Support) -> frozenset[str]:
    return frozenset(word.form for word in words_of(support.whose) if len(word.form) > 2)


def _paired(parts: Sequence[tuple[str, str]], *, ahead: bool) -> list[tuple[list[str], str]]:
    """What is said of which postings: behind each name (`ahead`), or before it. Names in a row share what is said."""
    pairs: list[tuple[list[str], str]] = []
    waiting: list[str] = []
    named = parts[1:]
    order = named if ahead else [(name, before[1]) for before, (name, _) in zip(parts, named, strict=False)]
    for name, said in order if ahead else reversed(order):
        waiting.append(name)
        if _says_something(said):
            pairs.append((waiting, said))
            waiting = []
    outside = parts[0][1] if ahead else parts[-1][1]
    everybody = [name for name, _ in named]
    if waiting:
        pairs.append((waiting, ""))
    pairs.append((everybody if ahead else [everybody[-1]], outside))
    return pairs


def _says_something(text: str) -> bool:
    return len([word for word in words_of(text) if not word.capital]) > 2 or any(c.isdigit() for c in text)
