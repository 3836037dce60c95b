"""Which postings a CV fits: those with the fewest required gaps first, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from assistant.domain import Language
from assistant.letters.applying import deadline_points
from assistant.letters.arguments import naming
from assistant.letters.case import Case
from assistant.letters.domain import CV, Fit, Match, Point, Ranked, Requirement
from assistant.letters.likeness import Encode, Judge, remembered
from assistant.letters.matching import matches
from assistant.letters.phrases import say
from assistant.letters.requirements import of_facts, requirements_of

_CLOSELY = 30  # postings that are read sentence by sentence; the others are held against the CV by their facts
_SHOWN = 3  # requirements that are met and quoted as reasons


def fit_of(cases: Sequence[Case], cv: CV, language: Language | None, today: date, encode: Encode | None = None) -> Fit:
    """The postings held against a CV; open ones and closed ones apart."""
    said = language or cv.language
    encode = remembered(encode) if encode else None
    by_facts = [_ranked(case, cv, said, today, of_facts, None) for case in cases]
    order = sorted(range(len(cases)), key=lambda n: (bool(cases[n].is_overdue(today)), _key(by_facts[n])))
    closely = {n: _ranked(cases[n], cv, said, today, requirements_of, encode) for n in order[:_CLOSELY]}
    found = [(cases[n].is_overdue(today), closely.get(n) or by_facts[n]) for n in order]
    rest = len(closely)
    found = [*sorted(found[:rest], key=lambda each: _key(each[1])), *found[rest:]]
    still_open = tuple(ranked for over, ranked in found if not over)
    return Fit(said, still_open, tuple(ranked for over, ranked in found if over), len(cases))


def _key(ranked: Ranked) -> tuple[bool, int, float, int]:
    """Things demanded: fewest that are not there, then the largest part that is; where none can be read, last."""
    missing, close, to_confirm, shown = (
        ranked.count(state, "required") for state in ("not_shown", "close", "to_confirm", "shown")
    )
    demanded = missing + close + to_confirm + shown
    return demanded == 0, missing, -(shown + close / 2) / max(demanded, 1), -shown


def _ranked(
    case: Case, cv: CV, language: Language, today: date,
    read: Callable[[Case], Sequence[Requirement]], encode: Encode | None,
) -> Ranked:  # fmt: skip
    asked = [each for each in read(case) if each.kind != "mission"]
    held = matches(asked, cv, Judge(case.posting.language, language, today, encode))
    reasons = tuple(_reasons(held, language))
    return Ranked(case.name, case.title, tuple(deadline_points(case, language, today))[:1], held, reasons)


def _reasons(held: Sequence[Match], language: Language) -> Iterator[Point]:
    apart = ("quality", "condition")
    demanded = [m for m in held if m.requirement.modality == "required" and m.requirement.kind not in apart]
    if not demanded:
        yield Point("note", say(language, "fit_none"), key="counts")
        return
    counts = {state: sum(match.state == state for match in demanded) for state in
              ("shown", "close", "to_confirm", "not_shown")}  # fmt: skip
    yield Point("line", say(language, "fit_counts", **counts), key="counts")
    for state, key in (("not_shown", "fit_gap"), ("close", "fit_close")):
        for match in (match for match in demanded if match.state == state):
            below = state == "not_shown" and match.evidence
            yield _reason(match, say(language, "fit_below" if below else key), "gap")
    for match in [match for match in demanded if match.state == "shown"][:_SHOWN]:
        yield _reason(match, say(language, "fit_shown"), "shown")


def _reason(match: Match, text: str, key: str) -> Point:
    asked = match.requirement
    return Point("line", naming(text, [asked]), (asked.quote, *match.evidence[:1]), (), key, match.state)
