"""Marks answers against questions whose right answers were worked out by hand.

The form of the questions is that of `tests/gold/questions.jsonl`; a row is right when nothing is found wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.domain import Answer
from assistant.resources import table
from assistant.text import fold

Row = Mapping[str, Any]  # one question with its right answer
_GROUPED = re.compile(r"(?<=\d)[ ,.'](?=\d{3}(?!\d))")
_SHORTEST = 4  # characters of a quote that says something
_TELLING = 12  # characters of a part of a quote that is enough


@dataclass(frozen=True)
class Mark:
    """A question's id and kind, and all that was wrong with its answer."""

    id: str
    kind: str
    question: str
    faults: tuple[str, ...]


def mark(row: Row, answer: Answer, texts: Mapping[str, str]) -> Mark:
    """The mark of one answer; `texts` are the postings by the names they are shown by."""
    checks: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _quotes(answer, texts),
        lambda: _kind(row, answer),
        lambda: _matches(row, answer),
        lambda: _cited(row, answer),
        lambda: _words(row, answer),
        lambda: _borne_out(row, answer, texts),
    )
    faults = tuple(fault for check in checks for fault in check())
    return Mark(str(row.get("id", "")), str(row.get("kind", "")), str(row["question"]), faults)


def summary(marks: Sequence[Mark]) -> str:
    """Right answers by kind and in all, on two lines."""
    kinds = sorted({m.kind for m in marks})
    counts = ((k, [m for m in marks if m.kind == k]) for k in kinds)
    by_kind = "  ".join(f"{k} {sum(not m.faults for m in of)}/{len(of)}" for k, of in counts)
    return f"{by_kind}\n{sum(not m.faults for m in marks)} of {len(marks)} right"


def _quotes(answer: Answer, texts: Mapping[str, str]) -> Iterator[str]:
    for citation in answer.citations:
        text = texts.get(citation.posting)
        if text is None or text[citation.start : citation.end] != citation.quote:
            yield f"not verbatim in {citation.posting}: {citation.quote[:60]!r}"
        elif len(citation.quote.strip()) < _SHORTEST:
            yield f"a quote that says nothing: {citation.quote!r}"


def _kind(row: Row, answer: Answer) -> Iterator[str]:
    kind = row.get("kind")
    empty = answer.kind in ("set", "count") and not answer.matches
    right_is_none = not any(row.get(key) for key in ("matches", "required", "asset"))
    if row.get("lang") not in (None, answer.language):
        yield f"answered in {answer.language}"
    if kind == "not_stated" and answer.kind != "not_stated":
        yield f"{answer.kind} where the posting is silent"
    if kind == "outside" and answer.kind != "outside" and not empty:
        yield "answered what no posting states"
    may_abstain = kind in ("not_stated", "outside", "negative") or (kind == "set" and right_is_none)
    if answer.abstained and not may_abstain:
        yield "abstained"


def _matches(row: Row, answer: Answer) -> Iterator[str]:
    spare = set(row.get("borderline", []))
    given = {m.posting: m.modality for m in answer.matches if m.posting not in spare}
    if "matches" in row:
        if given.keys() != set(row["matches"]) - spare:
            yield f"matches {sorted(given)}, right {sorted(row['matches'])}"
    elif "required" in row or "asset" in row:
        right = {p: kind for kind in ("required", "asset") for p in row.get(kind, []) if p not in spare}
        if given != right:
            yield f"matches {given}, right {right}"
    missing = set(row.get("undecided", [])) - {u.posting for u in answer.undecided}
    if missing:
        yield f"undecided should name {sorted(missing)}"


def _cited(row: Row, answer: Answer) -> Iterator[str]:
    cited = {citation.posting for citation in answer.citations}
    right = set(row.get("postings", []))
    if row.get("kind") in ("fact", "open", "comparison", "follow_up") and not cited >= right:
        yield f"cites {sorted(cited)}, right {sorted(right)}"
    if row.get("kind") == "fact" and right and cited - right:
        yield f"also cites {sorted(cited - right)}"
    sets = {*row.get("required", []), *row.get("asset", [])}
    if sets - cited:
        yield f"uncited: {sorted(sets - cited)}"


def _words(row: Row, answer: Answer) -> Iterator[str]:
    text = _comparable(answer.text)
    if row.get("contains") and not any(_comparable(words) in text for words in row["contains"]):
        yield f"does not say one of {row['contains']}"
    for ways in row.get("contains_all", []):
        if not any(_comparable(words) in text for words in ([ways] if isinstance(ways, str) else ways)):
            yield f"does not say {ways}"
    for day in row.get("dates", []):
        if not any(way in text for way in _ways_to_say(date.fromisoformat(day))):
            yield f"does not give {day}"
    if "count" in row and not re.search(rf"(?<!\d){row['count']}(?!\d)", re.sub(r"\[\d+\]", "", text)):
        yield f"the count {row['count']} is not in the text"
    if "pattern" in row and not re.search(row["pattern"], text):
        yield f"does not say {row['pattern']}"
    if "forbid" in row and re.search(row["forbid"], text):
        yield f"says {row['forbid']}"


def _ways_to_say(day: date) -> list[str]:
    months = [
        _comparable(table("wording.toml")[language]["months"]["names"][day.month - 1]) for language in ("fr", "en")
    ]
    numeric = [f"{day.day:02}/{day.month:02}/{day.year}", f"{day.day}/{day.month}/{day.year}", day.isoformat()]
    first = [f"1er {months[0]} {day.year}"] if day.day == 1 else []
    return [*numeric, *first, *(f"{day.day} {month} {day.year}" for month in months)]


def _borne_out(row: Row, answer: Answer, texts: Mapping[str, str]) -> Iterator[str]:
    """Whether the quotes that were wanted are covered by half, or by a telling part."""
    for posting, quote in row.get("quotes", {}).items():
        found = re.search(r"\s+".join(map(re.escape, quote.split())), texts.get(posting, ""))
        spans = [(c.start, c.end) for c in answer.citations if c.posting == posting]
        if found and not any(_covers(found.span(), span) for span in spans):
            yield f"does not quote {quote[:60]!r}"
    for posting, pattern in row.get("quote_pattern", {}).items():
        quotes = [c.quote for c in answer.citations if c.posting == posting and len(c.quote) >= _TELLING]
        if not any(re.search(pattern, _comparable(quote)) for quote in quotes):
            yield f"no quote of {posting} that bears on it"


def _covers(wanted: tuple[int, int], given: tuple[int, int]) -> bool:
    shared = min(wanted[1], given[1]) - max(wanted[0], given[0])
    return 2 * shared >= wanted[1] - wanted[0] or (shared >= _TELLING and shared == given[1] - given[0])


def _comparable(text: str) -> str:
    """Folded, and without the spaces or marks that group the digits of a number."""
    return _GROUPED.sub("", fold(text))
