"""What only announces a posting: « AVIS DE RECRUTEMENT N° 3 », "Terms of reference", « Deux appels à candidatures »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.both_genders import is_for_both
from assistant.domain import Span
from assistant.labels import PLACE, has_job, one_of
from assistant.lines import Line
from assistant.masthead import heads_part, is_marked
from assistant.places import area_names, country_names, is_town, phrase_of
from assistant.resources import table
from assistant.text import fold
from assistant.title_shape import CODE

_NEAR = 7  # lines below an announcement in which the title stands
_LONGEST = 180  # characters of a title
_NUMBER = r"(?:(?:n\s?[°ºo]|no|ref|réf|réf[ée]rence|vacancy)\s?[.:]*\s*)?(?=[\w/.-]{0,20}\d)[\w/.-]{1,40}+"
_ASIDE = r"\([^()\n]{1,40}\)"
_PASSED_OVER = re.compile(
    r"\W*(?:(?:r[ée]f(?:[ée]rence)?|n[°º]|no\.|date|publi[ée]e?|posted|consultation n|www\.|https?:)(?!\w{3})"
    r"|page \d|[\w' -]{2,30}, le \d)",
    re.IGNORECASE,
)
_PART = re.compile(r"\W*(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})\s{0,2}[.)/–-]\s|\d{1,2}(?:\.\d)?\s(?=[A-ZÀ-Þ]{3}))")
_IN_AREA = re.compile(rf"{PLACE}\s?\(([^()\n]{{2,30}})\)")
_FIELD = re.compile(r"[^:|\n]{2,40}?(?:\s?:\s|\s\|\s)")


@dataclass(frozen=True)
class Announcement:
    """What an announcing line holds: `rest` is where what it announces begins (the end where nothing does)."""

    rest: int
    assignment: bool  # a study or a service is sought, which no name of a job need name
    several: bool  # several posts are announced together


def announcement(words: str) -> Announcement | None:
    """What a line announces, or None for one that does more."""
    found = _pattern().match(words)
    if not found:
        return None
    lead = fold(found.group("lead"))
    data = table("identity.toml")["jobs"]
    several = bool(found.group("several")) or lead in data["several"]
    return Announcement(found.end(), lead in data["assignments"], several)


def announced_below(text: str, lines: Sequence[Line], number: int, employer: Span) -> int | None:
    """The number of the line that is the title below an announcement that stands by itself as line `number`."""
    found = announcement(lines[number].text)
    assignment = found is not None and found.assignment
    for near in range(number + 1, min(number + 1 + _NEAR, len(lines))):
        words = lines[near].text.strip(" *#_")
        again = announcement(lines[near].text)
        if again and not has_job(words[again.rest :]):
            assignment |= again.assignment
            continue
        if _is_passed_over(words) or is_employer(lines[near], employer):
            continue
        if not _could_be_title(lines[near], words):
            return None
        if not assignment and not has_job(words) and _ends_in_town(words):
            continue  # "The Salty Spoon, Agricola Street, Halifax"
        named = (
            has_job(words) or is_marked(words) or is_for_both(words) or assignment or _stands_alone(text, lines, near)
        )
        return near if named else None
    return None


def is_employer(line: Line, employer: Span) -> bool:
    """Whether a line begins with the employer's name, or with « Association » and the like."""
    if line.start <= employer.start < line.end and employer.start - line.start <= 4:
        return True
    words = line.text.strip(" *#_")
    first = re.match(r"[\w-]+", fold(words))
    kinds = {*table("identity.toml")["first_line"]["kinds"], *table("identity.toml")["institutions"]["first"]}
    return first is not None and first.group() in kinds and not has_job(words)


def begins_with(text: str, line: Line, employer: Span) -> bool:
    """Whether a line begins with the employer's name, told there or elsewhere, and a dash behind it."""
    return is_employer(line, employer) or line.text.strip(" *#").startswith(f"{employer.of(text)} –")


def is_place(words: str) -> bool:
    """Whether a line is nothing but a place: « Bizerte, Tunisie », « Rabat (Maroc) »."""
    parts = [part for part in re.split(r"[,()/–—-]", words.strip(" *.")) if part.strip()]
    known = [is_town(part) or phrase_of(part) in country_names() for part in parts[:4]]
    whole = is_town(words.strip(" *.")) or phrase_of(words.strip(" *.")) in country_names()
    in_area = _IN_AREA.fullmatch(words.strip(" *."))  # « Clairvaux-les-Lacs (Jura) »
    whole = whole or (in_area is not None and phrase_of(in_area.group(1)) in area_names() and not has_job(words))
    return whole or (bool(known) and len(parts) <= 4 and all(known))


def _ends_in_town(words: str) -> bool:
    *before, last = words.rstrip(" *.").split(", ")
    return bool(before) and is_town(last)


def _is_passed_over(words: str) -> bool:
    heads = table("identity.toml")["first_line"]["projects"]
    first = re.match(r"\w*", fold(words))
    apart = bool(first and first.group() in heads) and not has_job(words)
    passed = bool(_PASSED_OVER.match(words)) or CODE.match(words) is not None  # « Appel AO-CPM-118 »
    return apart or passed or is_place(words) or not any(c.isalpha() for c in words)


def _could_be_title(line: Line, words: str) -> bool:
    sentence = words.endswith((".", ":", ";", ",", "?")) or re.search(r"(?<!\.)\.\s+[A-ZÀ-Þ]", words) is not None
    begins = words[:1].isupper() or words[:1].isdigit() or words[:1] in '«“"('
    part = bool((_PART.match(words) and not has_job(words)) or _FIELD.match(words)) or heads_part(words)
    never = fold(words) in table("identity.toml")["first_line"]["never"]
    return begins and len(words) <= _LONGEST and not (sentence or part or line.bullet or never)


def _stands_alone(text: str, lines: Sequence[Line], number: int) -> bool:
    """A short line with blank ones around it."""
    line = lines[number]
    above = lines[number - 1].end
    apart = text[above : line.start].count("\n") > 1 and text[line.end :].lstrip(" ").startswith("\n\n")
    return apart and len(line.text) <= _LONGEST // 2 and len(line.text.split()) <= 10


@cache
def _pattern() -> re.Pattern[str]:
    data = table("identity.toml")["jobs"]
    several = one_of(data["numbers"])
    leads = one_of([*data["lead"], *data["assignments"]])
    kinds = one_of(data["lead_kinds"])
    behind = rf"(?:\s{{0,2}}(?:{_ASIDE}|(?:{kinds})(?!\w)|{_NUMBER}))"
    ends = r"\s*(?:[*!_=\W]{0,8}$|(?:[:–—|-]{1,3}|//)\s*\**)"
    return re.compile(
        rf"\W{{0,6}}(?:(?P<several>{several})\s)?(?P<lead>{leads})(?!\w){behind}{{0,4}}{ends}", re.IGNORECASE
    )
