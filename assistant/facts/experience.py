"""The years of experience that a posting asks for. The words around the numbers are in `data/facts_experience.toml`.

Where beginners are accepted (`beginners.py`), none are asked for: `Years(0)` with modality "stated".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span, Years
from assistant.facts.beginners import welcomed
from assistant.facts.folded import one_of
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece, pieces
from assistant.facts.practice import is_least, is_wished, is_work
from assistant.resources import table

_NEAR = 130  # characters between a number of years and the word that shows what it is
_MOST = 40  # years that are still asked of somebody
_SHORT = 70  # characters of a line that is nothing but a number of years under a heading
_CUED = "souhait|appreci|exige|requis|prefer|required|desir|ideal"  # what may follow a number that says no unit
_NOT_YEARS = re.compile(r"\s{0,2}(?:%|€|k€|euros?\b|h\b|heures?\b)")


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
    for piece in pieces(posting):
        asked = [each for each in _numbers(piece) if _is_experience(piece, each)]
        asked += _bare_numbers(piece, asked)
        asked.sort(key=lambda each: each.number.start)
        for each, modality in zip(asked, modalities(piece, [each.span for each in asked]), strict=True):
            modality = "asset" if modality == "required" and _is_wished(piece, each) else modality
            if modality == "none" or (each.years, modality) in seen:
                continue
            seen.add((each.years, modality))
            place = piece.clause(each.span)
            quote = place.of(posting.text)
            found.append(Fact(posting.id, "experience_years", each.years, modality, quote, place.start, place.end))
    return found + _beginners(posting)


def _is_wished(piece: Piece, found: _Found) -> bool:
    text, part = piece.folded, piece.around(found.number)
    return is_wished(text[part.start : found.number.start], text[found.number.end : part.end])


def _beginners(posting: Posting) -> list[Fact]:
    """That beginners are accepted, where the posting says so first."""
    places = ((piece, at) for piece in pieces(posting) if (at := welcomed(piece)))
    return [piece.fact("experience_years", Years(0), at) for piece, at in places][:1]


def _numbers(piece: Piece) -> Iterator[_Found]:
    for match in _number().finditer(piece.folded):
        years = _years(piece.folded, match)
        if years is None or _NOT_YEARS.match(piece.folded, match.end()):
            continue
        number = Span(match.start(), match.end() if match["unit"] else match.end("first"))
        yield _Found(_with_head(piece, number), number, years)


def _years(folded: str, match: re.Match[str]) -> Years | None:
    """The years of a match of `_number`: months are parts of a year."""
    low = _value(match["low"])
    if low is None or not (match["unit"] or match["first"]):
        return None
    high = _value(match["high"]) if match["high"] and match["unit"] else None
    unit = _part_of_year(match["unit"] or match["first"])
    first = unit if not match["first"] else _part_of_year(match["first"])
    low = _plain(low / first)
    high = _plain(high / unit) if high is not None else None
    if max(low, high or 0) > _MOST or (high is not None and high < low):
        return None
    around = folded[max(0, match.start() - 22) : match.start()] + "#" + folded[match.end() : match.end() + 12]
    if high is None and _most().search(around):
        return Years(None, low)
    return Years(low, high)


def _part_of_year(unit: str) -> float:
    return 12.0 if unit in _units("months") else 0.1 if unit in _units("decades") else 1.0


def _plain(value: float) -> float:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _value(word: str) -> float | None:
    numbers: dict[str, int] = table("facts_experience.toml")["numbers"]
    return float(word.replace(",", ".")) if word[0].isdigit() else float(numbers[word]) if word in numbers else None


def _with_head(piece: Piece, number: Span) -> Span:
    """The number together with the word "expérience" before it, where little stands between them."""
    before = piece.folded[max(0, number.start - 60) : number.start]
    found = re.search(r"\bexperiences?\b[^.,;:()\d]{0,48}$", before)
    return Span(number.start - len(before) + found.start(), number.end) if found else number


def _is_experience(piece: Piece, found: _Found) -> bool:
    text, number = piece.folded, found.number
    part = piece.around(number)
    before = text[max(part.start, number.start - _NEAR) : number.start]
    after = text[number.end : min(part.end, number.end + _NEAR)]
    named_for = re.search(r"\bexperiences?\b[^.;]{0,90}\bduree\s(?:minimale\s|minimum\s)?d[e']\s?$", before)
    clause = text[part.start : part.end]
    worked = is_work(before, after)
    if (_not_ahead().search(before) and not named_for) or _aged().search(before):
        return False
    if _not_behind().match(after) and not worked:
        return False
    in_units = set(re.findall(r"[a-z]+", text[number.start : number.end])) & (_units("years") | _units("seasons"))
    behind = " or more" + after if re.search(r"more|plus|\+", text[number.start : number.end]) else after
    worked = worked or bool(in_units and is_least(before, behind, clause, found.years.min or 0))
    if text[number.start :].startswith("a ") and not worked and (found.years.min or 0) < 10:
        return False  # "MAD 5,000 a year"
    plus = "+" in text[number.start : number.end] and _then().match(after) is not None
    least = _least().search(before) is not None and not _is_short(found.years)
    plus = plus or ("more" in text[number.start : number.end] and _GERUND.match(after) is not None)
    at_least = plus or (least and _then().match(after) is not None)
    wished = _cued().match(after) is not None and (found.years.min or 0) <= _own_years()
    directly = worked or at_least or wished or _behind().match(after) is not None or _ahead().search(before) is not None
    labelled = _heading().search(piece.heading) is not None and len(text) <= _SHORT
    named = _named(before, after)
    if (_is_short(found.years) and not named) or not (directly or labelled or named):
        return False
    if (found.years.min or 0) > _own_years() and _firm().search(before):
        return False
    return not _is_of_firm(piece, clause, found.years)


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
    spoken_of = _candidate().search(clause) is not None
    if spoken_of:
        return False
    about = piece.section is not None and piece.section.kind in ("organisation", "context")
    return about or _firm().search(clause) is not None or (years.min or 0) > _own_years()


def _bare_numbers(piece: Piece, asked: list[_Found]) -> list[_Found]:
    """« 3 ans exigés, 5 souhaités »: a number without its unit behind one that has it, with a cue of its own."""
    if not asked:
        return []
    start = asked[-1].number.end
    number = rf"\d{{1,2}}|{'|'.join(table('facts_experience.toml')['numbers'])}"
    found = re.search(
        rf"[,;/]\s{{0,2}}({number})\s{{1,2}}(?:serait |seraient |would be )?(?={_CUED}|un plus|a plus)",
        piece.folded[start:],
    )
    if not found:
        return []
    span = Span(start + found.start(1), start + found.end(1))
    return [_Found(span, span, Years(_plain(_value(found.group(1)) or 0)))]


def _own_years() -> float:
    return float(table("facts_experience.toml")["not"]["own_years"])


def _units(kind: str) -> frozenset[str]:
    return frozenset(table("facts_experience.toml")["units"][kind])


@cache
def _number() -> re.Pattern[str]:
    words = table("facts_experience.toml")
    value = rf"(?:\d{{1,2}}(?:[.,]\d)?|{'|'.join(sorted(words['numbers'], key=len, reverse=True))})"
    units = "|".join(sorted((unit for kind in words["units"].values() for unit in kind), key=len, reverse=True))
    link = r"\s{0,3}(?:a|-|/|et|ou|to|and|or)\s{0,3}(?:moins\s)?"
    more = r"(?:\s{0,2}\+|\s(?:ou|et|or|and)\s(?:plus|more))?"
    full = r"(?:full|whole|complete|further|good|solid|bonnes|pleines|longues)"
    return re.compile(
        rf"(?<![\w.,/])(?<!bac\+)(?<!bac \+)(?<!bac \+ )(?P<low>{value})\s{{0,2}}\+?\s{{0,2}}(?:\(\w{{1,12}}\)\s)?"
        rf"(?:{full}\s|d')?(?:(?P<first>{units})(?!\w))?{more}"
        rf"(?:{link}(?P<high>{value})\s{{0,2}}\+?)?(?:\s{{0,2}}-?(?:premieres?\s)?(?P<unit>{units}))?(?!\w)"
    )


@cache
def _pattern(key: str, kind: str, shape: str) -> re.Pattern[str]:
    words = table("facts_experience.toml")[key][kind]
    return re.compile(shape.replace("WORDS", one_of(words)))


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


@cache
def _cued() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}(?:{_CUED})")


def _heading() -> re.Pattern[str]:
    return _pattern("is", "heading", r"(?<!\w)(?:WORDS)(?!\w)")


def _candidate() -> re.Pattern[str]:
    return _pattern("is", "candidate", r"(?<!\w)(?:WORDS)(?!\w)")


def _aged() -> re.Pattern[str]:
    return _pattern("not", "aged", r"(?<!\w)(?:WORDS)\s(?:\w{1,10}\s){0,3}(?:entre|de|between|aged|from)\s{0,2}$")


def _firm() -> re.Pattern[str]:
    return _pattern("not", "firm", r"(?<!\w)(?:WORDS)(?!\w)")


def _most() -> re.Pattern[str]:
    return _pattern("bounds", "most", r"(?<!\w)(?<!pas )(?<!no )(?<!not )(?:WORDS)\s{0,2}#|#\s{0,2}\(?(?:WORDS)(?!\w)")
