"""What a web page states of a posting for machines: schema.org `JobPosting` in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from assistant.resources import table
from assistant.text import clean

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_LONGEST_SCRIPT = 2_000_000  # characters
_MOST_VISITED = 20_000  # values of one script
_MOST_POSTINGS = 200
_LONGEST_VALUE = 500
_TAGS = re.compile(r"<[^<>]{0,500}>")
_TRAILING_COMMA = re.compile(r",(?=\s{0,50}[}\]])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
_MIDNIGHT = re.compile(r"T(?:00:00(?::00(?:\.0+)?)?|23:59(?::59(?:\.9+)?)?)(?:Z|[+-]\d{2}:?\d{2})?$")


@dataclass(frozen=True)
class Described:
    """A posting as a page describes it: its fields as a person would write them, and its text in HTML."""

    fields: tuple[tuple[str, str], ...]
    html: str


def described_in(root: etree._Element) -> list[Described]:
    """The postings that the scripts of a page describe, each once, in the page's order."""
    found: dict[Described, None] = {}
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for posting in _postings(_loaded(script.text or "")):
                found[Described(_fields(posting), _html(posting))] = None
    whole = [posting for posting in found if posting.html] or list(found)
    return whole[:_MOST_POSTINGS]


def _loaded(script: str) -> Json:
    """The value of a script, None where it is none even with its usual faults mended."""
    text = script[:_LONGEST_SCRIPT].strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _postings(value: Json) -> Iterator[dict[str, Json]]:
    """Every JobPosting at any depth (`@graph`, lists, `mainEntity`), outermost first."""
    waiting, visited = [value], 0
    while waiting and visited < _MOST_VISITED:
        visited += 1
        item = waiting.pop()
        if isinstance(item, dict):
            if any(_name(kind) == "JobPosting" for kind in _listed(item.get("@type"))):
                yield item
            else:
                waiting += reversed(list(item.values()))
        elif isinstance(item, list):
            waiting += reversed(item)


def _fields(posting: dict[str, Json]) -> tuple[tuple[str, str], ...]:
    """The fields of a posting, by the names that all sources share."""
    found = {
        "title": _text(posting.get("title") or posting.get("name")),
        "organisation": _text(posting.get("hiringOrganization")),
        "location": _places(posting),
        "reference": _identifier(posting.get("identifier")),
        "contract": _coded(posting.get("employmentType"), "contract"),
        "work_time": _coded(posting.get("employmentType"), "work_time") or _text(posting.get("workHours")),
        "start": _date(posting.get("jobStartDate")) or ("" if not posting.get("jobImmediateStart") else "ASAP"),
        "salary": _pay(posting.get("baseSalary")) or _pay(posting.get("estimatedSalary")),
        "posted": _date(posting.get("datePosted")),
        "deadline": _date(posting.get("validThrough") or posting.get("applicationDeadline")),
        "experience": _experience(posting.get("experienceRequirements")),
        "education": _education(posting.get("educationRequirements")),
        "link": _link(posting),
    }
    return tuple((name, value) for name, value in found.items() if value)


def _html(posting: dict[str, Json]) -> str:
    """The description, and what stands beside it in fields of its own."""
    parts = [
        _raw(posting.get(n)) for n in ("description", "responsibilities", "qualifications", "skills", "jobBenefits")
    ]
    kept: list[str] = []
    for part in parts:
        text = html.unescape(part) if "&lt;" in part and "<" not in part else part
        if "<" not in text:
            text = text.replace("\n", "<br>")
        if text.strip() and not any(text in other for other in kept):
            kept.append(text)
    return "".join(f"<div>{part}</div>" for part in kept)


def _raw(value: Json) -> str:
    if isinstance(value, list):
        return "".join(f"<p>{_raw(item)}</p>" for item in value)
    return value if isinstance(value, str) else ""


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(kind: Json) -> str:
    """The last part of a name that may be an address: `http://schema.org/JobPosting`."""
    return re.split(r"[/#:]", kind)[-1] if isinstance(kind, str) else ""


def _text(value: Json) -> str:
    """A value as one line: a text, a number, the name of a thing, or several."""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("legalName") or value.get("@value") or value.get("value"))
    if isinstance(value, list):
        return _joined(map(_text, value))
    if value is None or isinstance(value, bool):
        return ""
    words = html.unescape(_TAGS.sub(" ", str(value)))
    return " ".join(clean(words).split())[:_LONGEST_VALUE]


def _joined(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(value for value in values if value))[:_LONGEST_VALUE]


def _places(posting: dict[str, Json]) -> str:
    """Town, region and country of each place of work; a telework posting says so."""
    found = []
    for place in _listed(posting.get("jobLocation"))[:20]:
        address = place.get("address") or place if isinstance(place, dict) else place
        if isinstance(address, dict):
            parts = (address.get(n) for n in ("addressLocality", "addressRegion", "addressCountry"))
            found.append(_joined(map(_text, parts)) or _text(address))
        else:
            found.append(_text(address))
    if "TELECOMMUTE" in _text(posting.get("jobLocationType")).upper():
        found.append(str(table("job_posting.toml")["telework"]))
    return " ; ".join(dict.fromkeys(place for place in found if place))


def _coded(value: Json, what: str) -> str:
    """The words for the codes of schema.org (`FULL_TIME`, `CONTRACTOR`); other words stay as they are."""
    codes: dict[str, dict[str, str]] = table("job_posting.toml")["employment"]
    words = []
    for item in _listed(value):
        for text in re.split(r"[,;|]", _text(item)):
            meaning = codes.get(_name(text.strip()).upper().replace("-", "_").replace(" ", "_"))
            if meaning is not None:
                words.append(meaning.get(what, ""))
            elif what == "contract":
                words.append(text.strip())
    return _joined(words)


def _date(value: Json) -> str:
    """A day as `2026-09-14`, with its hour where that is not the day's first or last minute; other words as written."""
    text = _text(value)
    day = _DAY.match(text)
    if not day:
        return text
    hour = "" if _MIDNIGHT.search(text) else text[11:16]
    return f"{day[0]} {hour}".strip()


def _pay(value: Json) -> str:
    """An amount as it is written in a posting: `1200-1500 EUR par mois`."""
    if isinstance(value, list):
        return _pay(value[0]) if value else ""
    if not isinstance(value, dict):
        return _text(value)
    inner = value.get("value")
    amount: dict[str, Json] = inner if isinstance(inner, dict) else value
    low, high = _number(amount.get("minValue")), _number(amount.get("maxValue"))
    exact = _number(amount.get("value") or (inner if not isinstance(inner, dict) else None) or amount.get("median"))
    figures = f"{low}-{high}" if low and high and low != high else low or exact or high
    if not figures:
        return ""
    unit = _text(amount.get("unitText") or value.get("unitText")).upper()
    per = table("job_posting.toml")["per"].get(unit, "")
    return " ".join(filter(None, (figures, _text(value.get("currency") or amount.get("currency")), per)))


def _number(value: Json) -> str:
    text = _text(value)
    return "" if text in ("0", "0.0", "0.00") else re.sub(r"\.0+$", "", text)


def _identifier(value: Json) -> str:
    return _text(value.get("value") or value.get("@id")) if isinstance(value, dict) else _text(value)


def _experience(value: Json) -> str:
    """Months as years, which is how postings say it."""
    if isinstance(value, dict) and (months := _number(value.get("monthsOfExperience"))).isdigit():
        words, count = table("job_posting.toml")["experience"], int(months[:4])
        years, rest = divmod(count, 12)
        return str(words["months"].format(count) if rest else words["years" if years > 1 else "year"].format(years))
    return _joined(map(_experience, value)) if isinstance(value, list) else _text(value)


def _education(value: Json) -> str:
    if isinstance(value, dict):
        category = _text(value.get("credentialCategory"))
        return str(table("job_posting.toml")["education"].get(category.lower(), category)) or _text(value)
    return _joined(map(_education, value)) if isinstance(value, list) else _text(value)


def _link(posting: dict[str, Json]) -> str:
    entity = posting.get("mainEntityOfPage")
    of_page = entity.get("@id") if isinstance(entity, dict) else entity
    links = (_text(posting.get("url")), _text(of_page), _text(posting.get("@id")))
    return next((link for link in links if link.startswith(("http://", "https://"))), "")
