"""The facts that the rules find, against two files of postings labelled by hand; each file has its halves.

The postings are not part of the project: `BENCH_DATA` names the folder that holds `postings_fr.jsonl`.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.domain import Amount, Fact, Years
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.text import clean
from tests.benchmarks.report import Figure

DATA = "BENCH_DATA"
LABELS = ("facts_labels.jsonl", "facts_labels_money.jsonl")
CORPUS = "postings_fr.jsonl"
# The fields of a label row, and the name that each has as a fact. Modality counts for languages and licences only:
# the labels say no other.
FIELDS = {
    "languages": "language",
    "experience_years": "experience_years",
    "driving_licence": "driving_licence",
    "deadline": "deadline",
    "contract": "contract",
    "pay": "pay",
}


def measure() -> list[Figure]:
    """Precision and recall in per cent, a field and over all of them, for each half of each label file.

    Without `BENCH_DATA` nothing is measured, and standard error says so.
    """
    folder = os.environ.get(DATA)
    if not folder:
        print(f"facts: not measured; set {DATA} to the folder that holds {CORPUS}", file=sys.stderr)
        return []
    texts = dict(_texts(Path(folder)))
    return [figure for name in LABELS for figure in _of_file(_rows(Path(__file__).with_name(name)), texts)]


def _of_file(labels: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Figure]:
    for half in dict.fromkeys(row["half"] for row in labels):
        counts: dict[str, Counter[str]] = {}
        for row in labels:
            if row["half"] == half:
                _count(row, facts_of(posting_of("labels", row["id"], Content(texts[row["id"]]))), counts)
        every: Counter[str] = sum(counts.values(), Counter())
        for name, count in [*counts.items(), (f"all of {', '.join(counts)}", every)]:
            yield from _figures(f"{name} ({half})", count)


def _count(row: Mapping[str, Any], found: Sequence[Fact], counts: dict[str, Counter[str]]) -> None:
    for key, field in FIELDS.items():
        if key in row:
            right = set(_right(row[key]))
            # The labels are of years asked for; that beginners are accepted stands beside them.
            said = {_said(fact) for fact in found if fact.field == field and fact.value != Years(0)}
            counts.setdefault(key, Counter()).update(
                hits=len(right & said), extra=len(said - right), missed=len(right - said)
            )


def _right(label: object) -> Iterator[tuple[object, ...]]:
    """The labelled values of a field in the form of `_said`."""
    if isinstance(label, dict):
        yield from label.items()
    elif isinstance(label, list):
        for value in label:
            if isinstance(value, dict):
                yield (value["min"], value["max"], value["currency"], value["per"])
            else:
                yield tuple(value) if isinstance(value, list) else (value,)
    elif label is not None:
        yield (label,)


def _said(fact: Fact) -> tuple[object, ...]:
    if isinstance(fact.value, Years):
        return (fact.value.min, fact.value.max)
    if isinstance(fact.value, Amount):
        return (fact.value.min, fact.value.max, fact.value.currency, fact.value.per)
    if fact.field == "language":
        return (fact.value, fact.modality)
    return (fact.modality,) if fact.field == "driving_licence" else (fact.value,)


def _figures(name: str, count: Counter[str]) -> Iterator[Figure]:
    """Nothing where there was nothing to find and nothing was found."""
    hits = count["hits"]
    for measure_, others in (("precision", count["extra"]), ("recall", count["missed"])):
        if hits + others:
            yield Figure(f"{name}: {measure_}, {hits} of {hits + others}", 100 * hits / (hits + others), "%")


def _rows(path: Path) -> list[dict[str, Any]]:
    # Not splitlines: a text may hold a line separator that JSON leaves as it is.
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(folder / CORPUS):
        yield row["id"], clean(f"{row['title']}\n\n{row['description']}")
