"""The requirements of a posting held against a CV.

Languages, years, degrees, licences and tools are decided by rules. For the rest the words and the likeness of a line
have to agree before it is "shown": likeness alone is "close" or "to confirm", and a quality is never more than that.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Modality
from assistant.letters import degrees_held, languages_held, licence_held, tools_held, years_held
from assistant.letters.choices import settled
from assistant.letters.domain import CV, Match, Quote, Requirement, State
from assistant.letters.likeness import Evidence, Judge
from assistant.letters.phrases import note

Verdict = tuple[State, tuple[Quote, ...], str]  # the state, the words of the CV, and the key of the note

_ORDER: tuple[State, ...] = ("not_shown", "close", "to_confirm", "shown")
_MODALITIES: tuple[Modality, ...] = ("required", "stated", "asset", "none")
_OPEN = ("experience", "skill", "quality", "mission")


def matches(asked: Sequence[Requirement], cv: CV, judge: Judge) -> tuple[Match, ...]:
    """Each requirement with its state and evidence; required gaps come first, missions last."""
    evidence = Evidence(cv, judge, [each.words for each in asked if each.kind in _OPEN])
    found = settled([_match(each, cv, judge, evidence) for each in asked])
    return tuple(sorted(found, key=_weight))


def _weight(match: Match) -> tuple[bool, int, int, int]:
    asked = match.requirement
    rank = _MODALITIES.index(asked.modality), _ORDER.index(match.state)
    return asked.kind == "mission", *rank, asked.quote.start


def _match(asked: Requirement, cv: CV, judge: Judge, evidence: Evidence) -> Match:
    state, quotes, key = _verdict(asked, cv, judge, evidence)
    return Match(asked, state, quotes, note(judge.language, key))


def _verdict(asked: Requirement, cv: CV, judge: Judge, evidence: Evidence) -> Verdict:
    if asked.kind == "language":
        return languages_held.judge(asked, cv)
    if asked.kind == "driving_licence":
        return licence_held.judge(asked, cv)
    if asked.kind == "degree":
        return degrees_held.judge(asked, cv, judge.posting, judge.today)
    if asked.kind == "experience_years":
        return years_held.judge(asked, cv, judge.today, lambda text: evidence.speaks(asked.words, text))
    if asked.kind == "tool":
        return tools_held.judge(asked, cv)
    if asked.kind == "condition":
        return "to_confirm", (), "condition"
    return _quality(asked, evidence) if asked.kind == "quality" else _open(asked, evidence)


def _quality(asked: Requirement, evidence: Evidence) -> Verdict:
    found = evidence.of(asked.words)
    return "to_confirm", found.quotes if found.grade in ("shown", "close") else (), "quality"


def _open(asked: Requirement, evidence: Evidence) -> Verdict:
    """What no rule decides."""
    found = evidence.of(asked.words)
    notes = {"shown": "open_shown", "close": "open_close", "to_confirm": "open_perhaps", "not_shown": "open_missing"}
    if found.grade == "not_shown" and evidence.is_blind:
        return "to_confirm", (), "open_foreign"
    return found.grade, found.quotes, notes[found.grade]
