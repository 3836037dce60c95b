"""The years of experience that a posting asks for. The words around the numbers are in `data/facts_experience.toml`.

Where beginners are accepted (`beginners.py`), none are asked for: `Years(0)` with modality "stated".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span, Years
from assistant.facts import practice
from assistant.facts.any_level import of_higher_level
from assistant.facts.asked_years import answers_otherwise, counted_in_years, is_demanded, is_labelled, is_labelled_above
from assistant.facts.beginners import welcomed
from assistant.facts.better_years import cued, cued_number, weights, with_complement
from assistant.facts.folded import one_of
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece, pieces
from assistant.facts.year_numbers import MOST, numbers_in, plain, units, value_of, years_of
from assistant.resources import table

_NEAR = 130  # characters between a number of years and the word that shows what it is
_SHORT = 70  # characters of a line that is nothing but a number of years under a heading
_NOT_YEARS = re.compile(r"\s{0,2}(?:%|€|k€|euros?\b|h\b|heures?\b)")
_ITEM = re.compile(r"\s*\d{1,2}\s?[/-]\s(?=[^\W\d])")
_WHOLE = re.compile(  # « 2 ans révolus », "1 yr+", "a decade (10 years)"
    r"\s?\+|\s(?:and\sa\shalf|et\sdemie?)(?!\w)|\s\(\s?\d{1,3}\s(?:ans|annees|mois|years|yrs|months)\s?\)|\s(?:completes?|pleines?|entieres?|effectives?|effectifs|revolue?s|accomplie?s|consecuti(?:f|ve)s|reelles|cumulees?|cumules)(?!\w)"
)
_BY_DEGREE = re.compile(
    r"(?:holders|titulaires?|diplomes|with|for|avec|pour|having|candidates)\b[^.;]{0,40}"
    r"\b(?:degree|bachelor|master|licence|maitrise|bac|diplome|doctora\w*|phd)\b[^.;]{0,40}"
    r"[,:(]\s(?:a minimum of |at least |au moins )?$"
)
_OR_MORE = re.compile(r"\s(?:or more|ou plus|et plus|and more)(?!\w)")
_A_YEAR = re.compile(r"(?:'?s?|\sof)\s(?:[\w-]{3,14}\s){0,2}experience(?!\w)")  # "a year's experience"
_TURN = re.compile(r",?\s(?:mais|but)\s|;\s")  # « trois ans seraient l'idéal, mais nous lirons … »
_GERUND = re.compile(r"\s\w{3,14}ing\s")  # "five or more years designing training"


@dataclass(frozen=True)
class _Found:
    span: Span  # within the piece: the number, and the word "experience" where it stands before it
    number: Span
    years: Years


def facts(posting: Posting) -> list[Fact]:
    """Each number of years of experience asked for, once, with the modality of its clause.

    That beginners are accepted is `Years(0)`, "stated", once.
    """
    seen: set[tuple[Years, str]] = set()
    found: list[Fact] = []
    instead: list[Fact] = []
    told = False  # by the sentence before
    for piece in pieces(posting):
        asked = [each for each in _numbers(piece) if _is_experience(piece, each) or (told and _by_degree(piece, each))]
        asked += _bare_numbers(piece, asked)
        told = bool(asked)
        asked.sort(key=lambda each: each.number.start)
        higher = of_higher_level(piece.folded, [each.number for each in asked])
        asked = [each for number, each in enumerate(asked) if number not in higher]
        for each, modality in zip(
            asked, weights(piece, [each.span for each in asked], [each.number for each in asked]), strict=True
        ):
            modality = "asset" if modality != "asset" and _is_wished(piece, each) else modality
            if modality == "none" or (each.years, modality) in seen:
                continue
            if not _is_of_title(posting, piece.start, piece.end):  # the sentence that asks for it tells more
                seen.add((each.years, modality))
            labelled, place = is_labelled_above(piece, each.number), piece.clause(each.span)
            fact = piece.quoted("experience_years", each.years, place, modality=modality, labelled=labelled)
            (instead if _is_accepted_instead(piece, each) else found).append(fact)
    return _without_title(posting, found or instead) + _beginners(posting)


def _is_of_title(posting: Posting, start: int, end: int) -> bool:
    return start < posting.title.end and posting.title.start < end


def _without_title(posting: Posting, found: list[Fact]) -> list[Fact]:
    """The facts but for those of the title that a sentence says again: « Chef de projet, min 5 ans »."""
    below = {(f.value, f.modality) for f in found if not _is_of_title(posting, f.start, f.end)}
    return [f for f in found if (f.value, f.modality) not in below or not _is_of_title(posting, f.start, f.end)]


def _is_accepted_instead(piece: Piece, found: _Found) -> bool:
    """ "A diploma with 5 years will be considered": the years of another degree than the one asked for."""
    text, part = piece.folded, piece.around(found.number)
    return bool(
        _other_degree().search(text[part.start : found.number.start])
        and not re.search(r"\b(?:only|seule?s?|uniquement)\b", text[part.start : part.end])
        and _accepted().search(text[found.number.end : part.end])
    )


def _by_degree(piece: Piece, found: _Found) -> bool:
    """Whether the years are those of another degree, behind what is asked: "With a Bachelor's, three years." """
    before, after = piece.folded[: found.number.start], piece.folded[found.number.end :]
    named = re.search(_BY_DEGREE, before) is not None
    return named and re.match(r"\W*(?:$|of\b|d'experience|suffi|are\b|is\b)", after) is not None


def _is_wished(piece: Piece, found: _Found) -> bool:
    text, part = piece.folded, piece.around(found.number)
    after = text[found.number.end : part.end]
    better = cued_number().search(after)
    return practice.is_wished(text[part.start : found.number.start], after[: better.start()] if better else after)


def _beginners(posting: Posting) -> list[Fact]:
    """That beginners are accepted, where the posting says so first."""
    places = ((piece, at) for piece in pieces(posting) if (at := welcomed(piece)))
    return [piece.fact("experience_years", Years(0), at) for piece, at in places][:1]


def _numbers(piece: Piece) -> Iterator[_Found]:
    mark = _ITEM.match(piece.folded)  # « 4/ deux ans de métier » is no range
    for match in numbers_in(piece.folded, mark.end() if mark else 0):
        years = years_of(piece.folded, match)
        if years is None or _NOT_YEARS.match(piece.folded, match.end()):
            continue
        end = match.end() if match["unit"] or years.max is not None else match.end("first")
        whole = _WHOLE.match(piece.folded, end)
        number = Span(match.start(), whole.end() if whole else end)
        yield _Found(_with_head(piece, number), number, years)


def _with_head(piece: Piece, number: Span) -> Span:
    """The number together with the word "expérience" before it, where little stands between them."""
    before = piece.folded[max(0, number.start - 60) : number.start]
    found = re.search(r"\bexperiences?\b[^.,;:()\d]{0,48}$", before)
    return Span(number.start - len(before) + found.start(), number.end) if found else number


def _is_experience(piece: Piece, found: _Found) -> bool:
    text, number = piece.folded, found.number
    if is_labelled(piece, number):
        return True
    if answers_otherwise(piece):
        return False
    part = piece.around(number)
    before = text[max(part.start, number.start - _NEAR) : number.start]
    after = text[number.end : min(part.end, number.end + _NEAR)]
    named_for = re.search(r"\bexperiences?\b[^.;]{0,90}\bduree\s(?:minimale\s|minimum\s)?d[e']\s?$", before)
    clause = text[part.start : part.end]
    worked = practice.is_work(before, after)
    ahead = _not_ahead().search(before) is not None and not (named_for or practice.is_still_done(before))
    aged = _aged().search(before) or (not worked and practice.is_age(before, after, found.years.min or 0))
    not_asked = practice.is_not_asked(before, after)
    if ahead or aged or not_asked:
        return False
    if _not_behind().match(after) and not (
        worked or practice.is_taught(piece.posting.title.of(piece.posting.text), after)
    ):
        return False
    if is_demanded(piece, number, found.years.min or 0):
        return True
    worked = worked or practice.is_still_done(before)
    in_units = set(re.findall(r"[a-z]+", text[number.start : number.end])) & (units("years") | units("seasons"))
    behind = " or more" + after if re.search(r"more|plus|\+", text[number.start : number.end]) else after
    worked = worked or bool(in_units and practice.is_least(before, behind, clause, found.years.min or 0))
    if text[number.start :].startswith("a ") and not (worked or _A_YEAR.match(after)) and (found.years.min or 0) < 10:
        return False  # "MAD 5,000 a year"
    named = _named(before, after)
    labelled = _heading().search(piece.heading) is not None and len(text) <= _SHORT
    if (_is_short(found.years) and not (named or practice.is_told(before, behind))) or not (
        worked or labelled or named or _is_beside(text, found, before, after)
    ):
        return False
    if (found.years.min or 0) > _own_years() and _firm().search(before):
        return False
    return is_cued(piece, with_complement(piece, number)) or not _is_of_firm(piece, clause, found.years)


def _is_beside(text: str, found: _Found, before: str, after: str) -> bool:
    """Whether words directly about the years make them experience."""
    number = text[found.number.start : found.number.end]
    further = _OR_MORE.match(after)
    plus = ("+" in number or further) and _then().match(after, further.end() if further else 0) is not None
    plus = plus or ("more" in number and _GERUND.match(after) is not None)
    least = _least().search(before) is not None and not _is_short(found.years)
    wished = cued().match(after) is not None and (found.years.min or 0) <= _own_years()
    if plus or wished or (least and _then().match(after) and not practice.is_stay(before)):
        return True
    return _behind().match(after) is not None or _ahead().search(before) is not None


def _is_short(years: Years) -> bool:
    return years.min is not None and years.min < 1


def _named(before: str, after: str) -> bool:
    """Whether the clause says "expérience" so near that the years are of it."""
    if re.search(r"^[^.;:,!?]{0,58}?\b(?:" + _words() + r")\b", after):
        return True
    ahead = re.search(r"(?:experiences?|\b(?:" + _words() + r"))\b(?P<gap>[^;!?]{0,110})$", before)
    return ahead is not None and not _apart().search(ahead["gap"])


def _is_of_firm(piece: Piece, clause: str, years: Years) -> bool:
    """Whether the employer speaks of its own experience."""
    if _candidate().search(clause) is not None or practice.is_favoured(clause):
        return False
    about = piece.section is not None and piece.section.kind in ("organisation", "context")
    told = practice.without_some_firm(_TURN.split(clause)[0])
    return about or _firm().search(told) is not None or (years.min or 0) > _own_years()


def _bare_numbers(piece: Piece, asked: list[_Found]) -> list[_Found]:
    """A number without its unit: that of a label, or one behind one that has it, « 3 ans exigés, 5 souhaités »."""
    if not asked:
        at = counted_in_years(piece)
        value = value_of(at.of(piece.folded)) if at else None
        return [_Found(at, at, Years(plain(value)))] if at and value and value <= MOST else []
    start = asked[-1].number.end
    rest = piece.folded[start:]
    if found := cued_number().search(rest):
        span = Span(start + found.start(1), start + found.end(1))
        return [_Found(span, span, Years(plain(value_of(found.group(1)) or 0)))]
    return [
        each
        for each in _numbers(piece)
        if each.number.start > start
        and re.search(r"[,;/]\s{0,2}$", piece.folded[: each.number.start])
        and cued().match(piece.folded, each.number.end)
    ]


def _own_years() -> float:
    return float(table("facts_experience.toml")["not"]["own_years"])


@cache
def _pattern(key: str, kind: str, shape: str) -> re.Pattern[str]:
    words = table("facts_experience.toml")[key][kind]
    return re.compile(shape.replace("WORDS", one_of(words)))


@cache
def _words() -> str:
    return one_of(table("facts_experience.toml")["is"]["words"])


def _not_ahead() -> re.Pattern[str]:
    about = r"(?:(?:plus|pres|environ|presque|au moins|moins|minimum|de|d'|more|than|over)\s){0,3}"
    return _pattern("not", "ahead", rf"(?<!\w)(?:WORDS)\s{{0,2}}{about}\(?$")


def _not_behind() -> re.Pattern[str]:
    return _pattern("not", "behind", r"\s{0,2}(?:minimum\s)?(?:WORDS)(?!\w)")


def _behind() -> re.Pattern[str]:
    least = r"(?:\(?(?:minimum|mini|min\.?|au moins|reussis|reussies|significatives)\)?\s)?"
    return _pattern("is", "behind", rf"'?\s{{0,2}}\+?{least}(?:WORDS)(?!\w)")


def _ahead() -> re.Pattern[str]:
    return _pattern("is", "ahead", r"(?<!\w)(?:WORDS)\s{0,2}(?:(?:au|moins|minimum|plus|de|d'|a|minima)\s?){0,4}$")


def _least() -> re.Pattern[str]:
    return _pattern("is", "least", r"(?<!\w)(?:WORDS)\s{0,2}$")


def _then() -> re.Pattern[str]:
    return _pattern("is", "then", r"\s{1,2}(?:WORDS)(?!\w)")


def _apart() -> re.Pattern[str]:
    return _pattern("is", "apart", r"(?<!\w)(?:WORDS)(?!\w)")


def _other_degree() -> re.Pattern[str]:
    return _pattern("accepted_instead", "degrees", r"(?<!\w)(?:WORDS)(?!\w)")


def _accepted() -> re.Pattern[str]:
    return _pattern("accepted_instead", "words", r"(?<!\w)(?:WORDS)(?!\w)")


def _heading() -> re.Pattern[str]:
    return _pattern("is", "heading", r"(?<!\w)(?:WORDS)(?!\w)")


def _candidate() -> re.Pattern[str]:
    return _pattern("is", "candidate", r"(?<!\w)(?:WORDS)(?!\w)")


def _aged() -> re.Pattern[str]:
    return _pattern("not", "aged", r"(?<!\w)(?:WORDS)\s(?:\w{1,10}\s){0,3}(?:entre|de|between|aged|from)\s{0,2}$")


def _firm() -> re.Pattern[str]:
    return _pattern("not", "firm", r"(?<!\w)(?:WORDS)(?!\w)")
