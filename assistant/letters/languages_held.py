"""The languages that a CV names, with how well each is known, and a posting's languages held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.folded import folded, one_of
from assistant.letters.clauses import clauses, denied, lines, words_of
from assistant.letters.domain import CV, Quote, Requirement, State
from assistant.resources import table

_ENOUGH = 4  # the step that is meant where a posting names a language without a level: B2
_NEAR = 40  # characters within which a level belongs to a language outside the part on languages
_COORDINATED = re.compile(r"[\s,/&-]*(?:et|and|ou|or)?[\s,/&-]*(?:(?:en|in|de|du|d'|l'|le)\s?){0,2}")


@dataclass(frozen=True)
class Held:
    """A language of a CV; `step` is how well it is known, 1 (A1) to 7 (mother tongue), None where it is not said."""

    code: str
    step: int | None
    quote: Quote


def languages_of(cv: CV) -> dict[str, Held]:
    """The languages by their codes; of several mentions the one with a level, then the first."""
    found: dict[str, Held] = {}
    for line in lines(cv, "languages", "skills", "other", "personal", "experience", "education"):
        words = folded(words_of(cv, line))
        for part in clauses(words):
            for code, step in _in_clause(words[part.start : part.end], listed=line.part == "languages"):
                held = Held(code, step, cv.quote(line.start, line.end))
                if code not in found or (found[code].step is None and step is not None):
                    found[code] = held
    return found


def judge(asked: Requirement, cv: CV) -> tuple[State, tuple[Quote, ...], str]:
    """How a CV stands to a language asked for, its words, and the key of the note."""
    known = languages_of(cv)
    held = known.get(asked.value)
    if held is None:
        kin = {"ar": "ary", "ary": "ar"}.get(asked.value, "")
        if kin in known:
            return "to_confirm", (known[kin].quote,), "language_kin"
        if asked.value == cv.language and not _is_arabic(cv.text):
            return "to_confirm", (), "language_unnamed"
        return "not_shown", (), "language_missing"
    quotes = (held.quote,)
    need = step_in(asked.detail) or _ENOUGH
    if held.step is None:
        return "to_confirm", quotes, "level_unsaid"
    if held.step >= need:
        return "shown", quotes, "language_shown"
    return ("close" if held.step == need - 1 else "not_shown"), quotes, "level_below"


def _is_arabic(text: str) -> bool:
    """Whether most of a CV is in Arabic letters."""
    letters = [char for char in text if char.isalpha()]
    return sum("\u0600" <= char <= "\u06ff" for char in letters) * 2 > len(letters)


def places_of(words: str) -> list[tuple[str, Span]]:
    """The languages that folded words name, by their codes, with the places of their names."""
    return list(_names(words))


def written(asked: Requirement) -> str:
    """The name of a language as the posting writes it; empty where its words name it in another way."""
    places = (place for code, place in places_of(folded(asked.words)) if code == asked.value)
    return next((place.of(asked.words) for place in places), "")


def step_in(words: str) -> int | None:
    """The step of the first level that some words name; of « B1/B2 » the lower."""
    found = _levels().search(folded(words))
    return _step(found) if found else None


def _in_clause(words: str, *, listed: bool) -> Iterator[tuple[str, int | None]]:
    """The languages of a clause. Outside the part on languages a level must stand by: not « cours d'anglais »."""
    named = [(code, at) for code, at in _names(words) if not denied(words, at.start)]
    steps = _steps(words, [at for _, at in named])
    for (code, at), step in zip(named, steps, strict=True):
        near = words[max(0, at.start - _NEAR) : at.end + _NEAR]
        if listed or (step is not None and _levels().search(near)):
            yield code, step


def _names(words: str) -> Iterator[tuple[str, Span]]:
    known = language_words.forms()
    for match in language_words.names().finditer(words):
        forms = known[re.sub(r"\s+", " ", match.group()).lstrip("وب")]
        before = words[max(0, match.start() - 9) : match.start()]
        if "adjective" in forms and re.search(r"langues?\s{1,3}$", before):
            yield forms["adjective"], Span(*match.span())
        elif code := next((code for form, code in forms.items() if form != "adjective"), ""):
            yield code, Span(*match.span())
            if second := language_words.hyphenated().match(words, match.end()):  # « bilingue français-arabe »
                yield next(iter(known[second["name"]].values())), Span(second.start("name"), second.end())


def _steps(words: str, places: Sequence[Span]) -> list[int | None]:
    """The step of each language of a clause: what stands behind it, or before it where nothing does."""
    leading = bool(places) and step_in(words[: places[0].start]) is not None
    found: list[int | None] = []
    for n, at in enumerate(places):
        end = places[n + 1].start if n + 1 < len(places) else len(words)
        start = places[n - 1].end if n else 0
        after, before = words[at.end : end], words[start : at.start]
        if leading:
            last = [_step(level) for level in _levels().finditer(before)][-1:]
            found.append(last[0] if last else step_in(after.split(",")[0]) or (found[-1] if found else None))
        else:
            behind, ahead = _shared(after), _shared(before)[1:] if n else [before]
            found.append(step_in(behind[0]) or (step_in(ahead[-1]) if ahead else None))
    for n in range(len(places) - 2, -1, -1):  # « français et anglais courants »
        if found[n] is None and _COORDINATED.fullmatch(words[places[n].end : places[n + 1].start]):
            found[n] = found[n + 1]
    return found


def _shared(gap: str) -> list[str]:
    """The gap between two languages: what belongs to the first, and behind a comma what belongs to the second."""
    masked = re.sub(r"\([^()]{0,80}\)", lambda found: found.group().replace(",", " "), gap)
    first, comma, second = masked.partition(",")
    return [first, second] if comma else [first]


def _step(found: re.Match[str]) -> int:
    return _words()[re.sub(r"\s+", " ", found.group())]


@cache
def _words() -> dict[str, int]:
    steps: list[list[str]] = table("letters_cv.toml")["levels"]["steps"]
    return {folded(word): number for number, words in enumerate(steps, start=1) for word in words}


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(_words())})(?!\w)")
