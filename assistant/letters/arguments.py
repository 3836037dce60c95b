"""The body of a letter: the points to make in order of weight, and the gaps with how to meet them honestly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.domain import Language
from assistant.letters.domain import Match, Point, Requirement, RequirementKind
from assistant.letters.languages_held import written
from assistant.letters.phrases import meet, say, tell
from assistant.letters.wordings import telling_words
from assistant.resources import table

_MOST = 4  # points of a letter
_LEAST = 3
_SHORT = 4  # letters of a word that makes no topic
_QUALITIES = 3  # qualities that are quoted
_KINDS: dict[RequirementKind, float] = {
    "experience_years": 3, "experience": 3, "skill": 2.5, "mission": 2, "degree": 1.5, "language": 1.2, "tool": 0.2,
    "driving_licence": 0, "condition": 0, "quality": 0,
}  # fmt: skip
_STATES = {"shown": 2.5, "close": 1.2, "to_confirm": 1.0, "not_shown": 0.0}
_MODALITIES = {"required": 1.0, "stated": 0.5, "asset": 0.5, "none": 0.0}
_OF_RULE = ("language", "experience_years", "degree", "driving_licence", "tool")  # nearly is a gap, no argument


def chosen(matches: Sequence[Match]) -> list[Match]:
    """The points to make, the weightiest first: each on another line of the CV, and languages in one."""
    usable = [m for m in matches if m.evidence and m.requirement.kind != "quality" and _is_argument(m)]
    found: list[Match] = []
    for match in sorted(usable, key=_weight, reverse=True):
        lines = {quote for other in found for quote in other.evidence}
        kinds = [other.requirement.kind for other in found]
        once = match.requirement.kind in ("language", "degree", "tool", "experience_years", "driving_licence")
        if not lines & set(match.evidence) and not (once and match.requirement.kind in kinds):
            found.append(match)
    return found[:_MOST]


def points(matches: Sequence[Match], made: Sequence[Match], language: Language, posting: Language) -> Iterator[Point]:
    """The points made, and where they are few, those to be found: the requirement and a question to oneself."""
    for match in made:
        asked = match.requirement
        together = [match, *_beside(match, matches)]
        text = naming(say(language, f"point_{match.state}"), [each.requirement for each in together])
        notes = tell(language, asked.kind)
        evidence = dict.fromkeys(quote for each in together for quote in each.evidence)
        yield Point("line", text, (asked.quote, *evidence), (match.note, *notes), "point", match.state)
    used = _used(matches, made)
    left = [m for m in matches if m.requirement not in used and m.requirement.kind in ("experience", "skill")]
    left = sorted(left, key=_weight, reverse=True)
    for match in left[: max(0, _LEAST - len(made))]:
        yield to_find(match.requirement, language, posting)


def _used(matches: Sequence[Match], made: Sequence[Match]) -> set[Requirement]:
    return {each.requirement for match in made for each in (match, *_beside(match, matches))}


def _beside(match: Match, matches: Sequence[Match]) -> list[Match]:
    """The other languages that are asked in the same words, and held as well."""
    asked = match.requirement
    if asked.kind != "language":
        return []
    return [
        other
        for other in matches
        if other is not match
        and (other.requirement.kind, other.requirement.quote) == ("language", asked.quote)
        and (other.state, other.requirement.modality) == (match.state, asked.modality)
    ]


def naming(text: str, asked: Sequence[Requirement]) -> str:
    """A text with the languages that it is about, as the posting writes them: the same words may ask for several."""
    names = ", ".join(filter(None, (written(each) for each in asked if each.kind == "language")))
    return f"{text} ({names})" if names else text


def to_find(asked: Requirement, language: Language, posting: Language) -> Point:
    """A point that no CV bears out yet."""
    words = [
        word for word in telling_words(asked.words, posting) if word.form not in _thin() and len(word.form) > _SHORT
    ]
    topic = ", ".join(asked.words[word.start : word.end] for word in words[:2])
    example = say(language, "example", topic=topic) if topic else say(language, "example_bare")
    notes = (example, say(language, "question_done"))
    return Point("question", say(language, "point_open"), (asked.quote,), notes, "point")


def to_find_all(asked: Sequence[Requirement], language: Language, posting: Language) -> list[Point]:
    """The points of a letter without a CV: the weightiest things asked for."""
    usable = [each for each in asked if each.kind not in ("quality", "condition", "driving_licence", "tool", "mission")]
    usable = sorted(usable, key=lambda each: _KINDS[each.kind] + _MODALITIES[each.modality], reverse=True)
    once = {each.quote: each for each in reversed(usable)}
    return [to_find(each, language, posting) for each in list(reversed(once.values()))[:_MOST]]


def gaps(matches: Sequence[Match], made: Sequence[Match], language: Language) -> Iterator[Point]:
    """What is demanded and not, or only nearly, in the CV; then what only the applicant can confirm."""
    used = _used(matches, made)
    missing = _once(match for match in matches if match.is_gap and match.requirement not in used)
    missing = [match for match in missing if match.requirement.kind not in ("mission", "quality")]
    for match in missing:
        asked = match.requirement
        notes = (match.note, *meet(language, asked.kind), say(language, "gap_if_had"))
        key = "gap_below" if match.state == "not_shown" and match.evidence else f"gap_{match.state}"
        text = naming(say(language, key), [asked])
        yield Point("line", text, (asked.quote, *match.evidence), notes, "gap", match.state)
    if not missing:
        yield Point("note", say(language, "gap_none"), key="gap")
    for match in _once(matches):
        asked = match.requirement
        demanded = asked.modality == "required" and asked.kind not in ("quality", "mission")
        if match.state == "to_confirm" and demanded and asked not in used:
            notes = (match.note,) if asked.kind == "condition" else (match.note, say(language, "confirm_how"))
            text = naming(say(language, "confirm"), [asked])
            yield Point("question", text, (asked.quote, *match.evidence), notes, "confirm", match.state)
    yield from qualities([match.requirement for match in matches], language)


def _once(matches: Iterable[Match]) -> list[Match]:
    """The matches without those that would be told in the same words: two categories of a licence, say."""
    told: dict[tuple[object, ...], Match] = {}
    for match in matches:
        asked = match.requirement
        name = asked.value if asked.kind == "language" else ""
        told.setdefault((asked.kind, name, asked.quote, match.state, match.evidence), match)
    return list(told.values())


def qualities(asked: Sequence[Requirement], language: Language) -> Iterator[Point]:
    """The qualities asked for, in one line."""
    found = [each.quote for each in asked if each.kind == "quality"][:_QUALITIES]
    if found:
        yield Point("question", say(language, "qualities"), tuple(found), key="qualities")


@cache
def _thin() -> frozenset[str]:
    """Words that make no topic of an example."""
    return frozenset(table("letters_posting.toml")["thin"]["words"])


def _is_argument(match: Match) -> bool:
    return match.state == "shown" or match.requirement.kind not in _OF_RULE or match.state == "to_confirm"


def _weight(match: Match) -> float:
    asked = match.requirement
    return _STATES[match.state] + _KINDS[asked.kind] + _MODALITIES[asked.modality] - asked.quote.start / 1e7
