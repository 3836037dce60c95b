"""Outlines, rankings and checklists as JSON objects. The forms are part of the program's interface.

Every quote is `{"source": "cv" | POSTING, "quote": …, "start": …, "end": …}`, verbatim at its place in that text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.letters.domain import Checklist, Fit, Match, Outline, Point, Quote, Ranked


def outline_object(outline: Outline) -> dict[str, Any]:
    """An outline as `letter --json` prints it."""
    return {
        "kind": "letter",
        "posting": outline.posting,
        "title": outline.title,
        "language": outline.language,
        "advice": outline.advice,
        "has_cv": outline.has_cv,
        "warnings": _points(outline.warnings),
        "parts": [{"key": part.key, "heading": part.heading, "points": _points(part.points)} for part in outline.parts],
        "requirements": [_match(match) for match in outline.matches],
        "dropped": [{"part": dropped.part, "words": list(dropped.words)} for dropped in outline.dropped],
    }


def fit_object(fit: Fit) -> dict[str, Any]:
    """A ranking as `fit --json` prints it."""
    return {
        "kind": "fit",
        "language": fit.language,
        "checked": fit.checked,
        "open": [_ranked(ranked) for ranked in fit.open],
        "closed": [_ranked(ranked) for ranked in fit.closed],
    }


def checklist_object(checklist: Checklist) -> dict[str, Any]:
    """A checklist as `checklist --json` prints it."""
    return {
        "kind": "checklist",
        "posting": checklist.posting,
        "title": checklist.title,
        "language": checklist.language,
        "overdue": checklist.overdue,
        "points": _points(checklist.points),
    }


def _ranked(ranked: Ranked) -> dict[str, Any]:
    return {
        "posting": ranked.posting,
        "title": ranked.title,
        "deadline": _points(ranked.deadline),
        "reasons": _points(ranked.reasons),
        "requirements": [_match(match) for match in ranked.matches],
    }


def _points(points: Sequence[Point]) -> list[dict[str, Any]]:
    return [
        {
            "key": point.key,
            "kind": point.kind,
            "text": point.text,
            "quotes": [_quote(quote) for quote in point.quotes],
            "notes": list(point.notes),
            "state": point.state,
        }
        for point in points
    ]


def _match(match: Match) -> dict[str, Any]:
    asked = match.requirement
    return {
        "kind": asked.kind,
        "value": asked.value,
        "level": asked.detail,
        "modality": asked.modality,
        "state": match.state,
        "note": match.note,
        "asked": _quote(asked.quote),
        "evidence": [_quote(quote) for quote in match.evidence],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"source": quote.source, "quote": quote.words, "start": quote.start, "end": quote.end}
