"""Facts and topics read in 156 made-up announcements, against labels by people who had never seen the program.

Five authors wrote some thirty each (`announcements/`), with as many ways of saying things as they could think of, and
labelled them before the program had read any. Nothing outside the project is needed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.domain import Amount, Fact, Posting, Years
from assistant.facts import facts_of
from assistant.mentions import facts_on
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.text import fold
from tests.benchmarks.report import Figure

FOLDER = Path(__file__).with_name("announcements")
# Our topics of each topic that was labelled; what has none here is none of the program's.
TOPICS: Mapping[str, tuple[str, ...]] = {
    "housing": ("housing",),
    "remote": ("remote",),
    "travel": ("travel",),
    "written_test": ("any_test",),
    "weekends_evenings": ("weekend", "evening", "night"),
    "training_given": ("training_given",),
    "manages_people": ("team_management",),
    "vehicle_provided": ("company_car",),
    "meals": ("meal_vouchers", "canteen"),
    "health_insurance": ("health_insurance",),
    "women_encouraged": ("women",),
    "nationals_or_residents_only": ("citizenship",),
    "criminal_record_check": ("criminal_record",),
    "office_software": ("excel",),
    "works_with_children_youth": ("with_children",),
    "works_with_farmers": ("with_farmers",),
    "works_with_women_groups": ("with_women",),
    "trial_period": ("trial_period",),
    "physical_work": ("physical_work",),
}
_Facts = Mapping[str, Sequence[Fact]]
_Counts = dict[str, Counter[str]]


def measure() -> list[Figure]:
    """Precision and recall in per cent of each field, of the topics, and of all fields together, for each author."""
    figures: list[Figure] = []
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        counts = counts_of(folder)
        topics = counts.pop("topics")
        every: Counter[str] = sum(counts.values(), Counter())
        for name, count in [*sorted(counts.items()), ("all fields", every), ("topics", topics)]:
            figures += _figures(f"{name} ({folder.name})", count)
    return figures


def counts_of(folder: Path) -> _Counts:
    """Hits, extras and misses of each field and of the topics, over the announcements of one author."""
    counts: _Counts = {}
    for line in (folder / "labels.jsonl").read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        posting = posting_of("labels", row["posting"], Content((folder / row["posting"]).read_text(encoding="utf8")))
        found: dict[str, list[Fact]] = {}
        for fact in facts_of(posting):
            found.setdefault(fact.field, []).append(fact)
        for name, (right, said) in _sets(row, found).items():
            _add(counts, name, len(right & said), len(said - right), len(right - said))
        for name, (hit, extra, missed) in _loosely(row, found).items():
            _add(counts, name, hit, extra, missed)
        _add(counts, "topics", *_topics(row, posting))
    return counts


def _add(counts: _Counts, name: str, hits: int, extra: int, missed: int) -> None:
    counts.setdefault(name, Counter()).update(hits=hits, extra=extra, missed=missed)


def _sets(row: Mapping[str, Any], found: _Facts) -> dict[str, tuple[set[str], set[str]]]:
    """Of the fields that have one normal form: what was labelled, and what was found."""
    dated = [str(f.value)[:10] for f in found.get("deadline", ()) if re.match(r"\d{4}-", str(f.value))]
    years = [(f.value.min, f.modality) for f in found.get("experience_years", ()) if isinstance(f.value, Years)]
    wanted = {"required": row.get("experience_min"), "asset": row.get("experience_asset")}
    licence = row.get("driving_licence")
    return {
        "language": (
            {f"{x['language']} {x['modality']}" for x in row.get("languages", ())},
            {f"{'ar' if f.value == 'ary' else f.value} {f.modality}" for f in found.get("language", ())},
        ),
        "deadline": ({row["deadline"]} if row.get("deadline") else set(), {max(dated)} if dated else set()),
        "experience_years": (
            {f"{number:g} {kind}" for kind, number in wanted.items() if number},
            {f"{least:g} {'asset' if kind == 'asset' else 'required'}" for least, kind in years if least},
        ),
        "driving_licence": (
            {licence} if licence in ("required", "asset") else set(),
            {"asset" if f.modality == "asset" else "required" for f in found.get("driving_licence", ())},
        ),
        "contract": (set(row.get("contract") or ()), {str(f.value) for f in found.get("contract", ())}),
        "pay": (
            {_pay(row["pay"])} if row.get("pay") else set(),
            {_pay(vars(f.value)) for f in found.get("pay", ()) if isinstance(f.value, Amount)},
        ),
        "apply_to": (
            {_address(one) for one in row.get("apply_to", ()) if _is_address(one)},
            {_address(str(f.value)) for f in found.get("apply_to", ()) if _is_address(str(f.value))},
        ),
        "reference": (
            {_plain(row["reference"])} if row.get("reference") else set(),
            {_plain(str(f.value)) for f in found.get("reference", ())},
        ),
    }


def _loosely(row: Mapping[str, Any], found: _Facts) -> dict[str, tuple[int, int, int]]:
    """Of the fields that are words: hits, extras and misses; one that holds the other is the same."""
    single = {field: row.get(field) or "" for field in ("title", "organisation", "subject_line")}
    counts = {field: _held([words] if words else [], found.get(field, ()), _within) for field, words in single.items()}
    for field in ("degree", "start", "duration"):
        counts[field] = _held([row[field]] if row.get(field) else [], found.get(field, ()), _share_a_word)
    counts["location"] = _held(row.get("location", ()), found.get("location", ()), _within)
    hits, _, missed = _held(row.get("documents", ()), found.get("document", ()), _share_half)
    return {**counts, "document": (hits, 0, missed)}


def _held(labelled: Sequence[str], found: Sequence[Fact], alike: Callable[[str, str], bool]) -> tuple[int, int, int]:
    said = [_plain(f"{fact.value} {fact.quote}") if alike is not _within else _plain(str(fact.value)) for fact in found]
    hits = sum(any(alike(_plain(words), one) for one in said) for words in labelled)
    extra = sum(not any(alike(_plain(words), one) for words in labelled) for one in said)
    return hits, min(extra, 1) if len(labelled) <= 1 else extra, len(labelled) - hits


def _within(first: str, second: str) -> bool:
    return bool(first and second) and (first in second or second in first)


def _share_a_word(first: str, second: str) -> bool:
    return bool({word for word in first.split() if len(word) > 1} & set(second.split()))


def _share_half(first: str, second: str) -> bool:
    words = set(first.split())
    return len(words & set(second.split())) >= max(1, len(words) // 2)


def _topics(row: Mapping[str, Any], posting: Posting) -> tuple[int, int, int]:
    hits = extra = missed = 0
    for name, keys in TOPICS.items():
        right = row["topics"].get(name, ["no"])[0] != "no"
        said = any(fact.value == "yes" for key in keys for fact in facts_on(posting, key))
        hits, extra, missed = hits + (right and said), extra + (said and not right), missed + (right and not said)
    return hits, extra, missed


def _pay(pay: Mapping[str, Any]) -> str:
    low, high = (None if pay.get(end) is None else float(pay[end]) for end in ("min", "max"))
    return f"{low}-{high} {pay.get('currency')} {pay.get('per')}"


def _is_address(words: str) -> bool:
    return "@" in words or ("." in words and " " not in words)


def _address(words: str) -> str:
    return _plain(re.sub(r"^https?://(?:www\.)?", "", words))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))


def _figures(what: str, count: Counter[str]) -> Iterator[Figure]:
    hits = count["hits"]
    yield Figure(f"{what}: precision", 100 * hits / max(hits + count["extra"], 1), "%", "97")
    yield Figure(f"{what}: recall", 100 * hits / max(hits + count["missed"], 1), "%", "92")
