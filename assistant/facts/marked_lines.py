"""Lines that bear a sign which the posting explains: « (*) arabe », « Permis B² », "M  English", « ~ amazigh ».

The words are in `data/facts_modality.toml`, table `legend`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.domain import Modality, Posting
from assistant.facts import language_words
from assistant.facts.folded import folded, one_of
from assistant.facts.governing import weight_alone, weight_said
from assistant.facts.legend import legend
from assistant.facts.stacked_tables import weights_of_cells
from assistant.facts.told_lines import weights_of_told
from assistant.lines import Line, lines_of
from assistant.resources import table

_PICTURE = "\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_ANY = rf"(?:\*{{1,3}}|\+{{1,3}}|!{{1,3}}|[°~#†‡§¹²³⁴●○■□◆◇▲△★☆▪▫{_PICTURE}]\ufe0f?)"
_SIGN = (
    rf"\({_ANY}\)|(?<![*\w°+!]){_ANY}(?![*°+!])"
    r"|(?<=\w)(?:\*{1,3}|[†‡§]|(?<=[^\W\d])[¹²³⁴])(?![*\w])|[(\[][1-4][)\]]"
)
_SIGNS = re.compile(_SIGN)
_RAISED = str.maketrans("1234", "¹²³⁴")
_LETTER = re.compile(r"\|?\s?[(\[]?(?P<sign>[A-Z])(?:[)\]]\s|\s?[|:]\s?|\s[-–]\s|\.\s|\t|\s{2,})\s*(?=\S)")
_BEGINS = re.compile(rf"\|?\s?(?P<sign>{_SIGN})\s*(?=\S)")
_ENDS = re.compile(rf"(?<=\S)\s?(?P<sign>{_SIGN})(?:[\s|.]*|\s?[.…_\s]{{3,}}\d{{1,3}})$")
_END_LETTER = re.compile(r"(?:\s?[:;=|–—\t-]\s*|\.{3,}\s?|\s{3,})(?P<sign>[A-Z])[\s|.]*$|\[(?P<boxed>[A-Z])\][\s|.]*$")
_BEHIND = re.compile(rf"[^,;:.()|\[\]]{{0,40}}?\s?\.?(?P<sign>{_SIGN})")  # a thing: « anglais courant¹, turc² »
_WITHIN = re.compile(rf"(?P<sign>{_SIGN})$")
_BEFORE = re.compile(rf"(?P<sign>{_SIGN})\s?(?:l'|le\s|du\s)?$")
_NOTE = re.compile(rf"(?P<sign>{_ANY}|[(\[]?(?:{_ANY}|[1-4])[)\]]?(?:\s?[:=.-](?=\s))?)\s*(?=[^\W_])(?P<said>[^\n]+)")
_NUMBER = re.compile(r"(?:^|(?<=[.;,/–-]\s))([1-4])\s?[:=]\s")
_CLAUSES = re.compile(r"[,;/|()]|\.\s|\s(?:et|and|ou|or)\s")
_BOLD = re.compile(r"\s*(\*{1,3})[^*\n]+\1[\s:.!]*")
_HEAD = 70  # characters of a line that may head the lines below it


@dataclass(frozen=True)
class _Legend:
    signs: Mapping[str, Modality]  # what each sign means
    others: Modality | None  # what a line without a sign is
    lines: frozenset[int]  # where the lines begin that explain it


def mark_of(words: str) -> str:
    """The sign that a line begins with, with what parts it from the rest, or nothing."""
    found = _BEGINS.match(words) or _LETTER.match(words)
    return found.group() if found else ""


def weight_of_line(posting: Posting, start: int) -> Modality | None:
    """The weight that its sign or its table gives the line of a place in a posting."""
    return weights_of_lines(posting).get(posting.text.rfind("\n", 0, start) + 1)


def explains(posting: Posting, start: int) -> bool:
    """Whether the line that begins at `start` explains signs."""
    return start in _legend_of(posting).lines


def weight_of_sign(posting: Posting, start: int, end: int) -> Modality | None:
    """The weight that a sign beside it gives a thing on a line with several: « Anglais¹, turc² »."""
    explained = _legend_of(posting)
    begin, close = posting.text.rfind("\n", 0, start) + 1, posting.text.find("\n", end)
    line = posting.text[begin : close if close >= 0 else len(posting.text)]
    if not explained.signs or begin in explained.lines:
        return None
    before = _BEFORE.search(posting.text, begin, start) if _BEGINS.match(line) else None
    found = before or _WITHIN.search(posting.text, start, end) or _BEHIND.match(posting.text, end, begin + len(line))
    if found:
        return explained.signs.get(_bare(found["sign"]))
    beside = len(_SIGNS.findall(line)) > 1 and not _BEGINS.match(line)  # « Arabe*, Excel*, turc »
    return explained.others if beside else None


@lru_cache(maxsize=8)
def weights_of_lines(posting: Posting) -> Mapping[int, Modality]:
    """The weight that its sign or its table gives a line, by where the line begins; nothing where none is explained.

    A heading with a sign gives its weight to the lines below it, to the next sign or empty line.
    """
    lines, explained = lines_of(posting.text), _legend_of(posting)
    own = {line.start: weight for line in lines if (weight := _of_line(line, explained))} if explained.signs else {}
    signed = dict(_spread(posting.text, lines, own, explained)) if own else {}
    found = {**weights_of_cells(posting), **weights_of_told(posting), **signed}
    return {posting.text.rfind("\n", 0, start) + 1: weight for start, weight in found.items()}


def _spread(
    text: str, lines: Sequence[Line], own: Mapping[int, Modality], explained: _Legend
) -> Iterator[tuple[int, Modality]]:
    """The weights of the lines with a sign, and of those without one among them or below a heading that has one."""
    above, end, first = None, 0, min([*own, *explained.lines])
    for line in lines:
        above = None if "\n\n" in text[end : line.start] or line.start in explained.lines else above
        end = line.end
        if line.start in own:
            above = own[line.start] if len(line.text) <= _HEAD and _heads().search(folded(line.text)) else None
            yield line.start, own[line.start]
            continue
        weight = above or (explained.others if line.start > first else None)
        if weight and line.start not in explained.lines:
            yield line.start, weight


def _of_line(line: Line, explained: _Legend) -> Modality | None:
    """The weight of a line that begins or ends with the only sign it bears."""
    letter = _LETTER.match(line.text) or _END_LETTER.search(line.text)
    found = letter or _BEGINS.match(line.text) or _ENDS.search(line.text)
    if found is None or line.start in explained.lines or (not letter and len(_SIGNS.findall(line.text)) > 1):
        return None
    return explained.signs.get(_bare(found["sign"] or found["boxed"]))


def _bare(sign: str) -> str:
    return sign.strip("()[]").translate(_RAISED)


@lru_cache(maxsize=8)
def _legend_of(posting: Posting) -> _Legend:
    """What the posting explains; nothing where it is not both a demand and a wish."""
    lines = lines_of(posting.text)
    signs: dict[str, set[Modality]] = {
        letter.upper(): {"asset" if kind == "weak" else "required"} for letter, kind in legend(posting).items()
    }
    others: Modality | None = None
    at: set[int] = set()
    for line in lines:
        said = [*_explained(_raised(line.text, posting.text))] or [*_of_note(line.text, posting.text)]
        for sign, weight in said:
            signs.setdefault(sign, set()).add(weight)
        if said:
            at.add(line.start)
            rest = [clause for clause in _clauses(line.text) if _others().search(folded(clause))]
            only = _only().search(folded(line.text)) is not None and {weight for _, weight in said} == {"asset"}
            others = weight_said(rest[0]) if rest else "required" if only else others
    clear = {sign: next(iter(weights)) for sign, weights in signs.items() if len(weights) == 1}
    noted = any(weight == "asset" and _stands_behind(sign, posting.text) for sign, weight in clear.items())
    is_told = {"asset", "required"} <= {*clear.values(), others} or noted
    return _Legend(clear, others, frozenset(at)) if is_told else _Legend({}, None, frozenset())


def _raised(words: str, text: str) -> str:
    """The words of a line with the numbers of notes as raised ones: « 1 : exigé », where « ¹ » stands in the text."""
    return _NUMBER.sub(lambda found: f" {found[1].translate(_RAISED)} ", words) if "¹" in text else words


def _of_note(words: str, text: str) -> Iterator[tuple[str, Modality]]:
    """What a note says of its sign, which elsewhere stands behind things only: « ¹ Sera un plus, rien d'autre. »"""
    found = _NOTE.fullmatch(words)
    names = language_words.names().findall(folded(found["said"])) if found else []
    if found is None or {*names} - language_words.lists().accented:  # « * Anglais souhaité », a list mark
        return
    sign = found["sign"].rstrip(" :=.-").strip("()[]")
    if not sign.strip("*") and sign in found["said"]:  # « **Les plus** : » in bold explains no bold
        return
    marks = [sign, sign.translate(_RAISED)] if sign.isdigit() else [sign]
    said = weight_said(re.split(r"[;.]", found["said"])[0])
    if said and any(_stands_behind(mark, text) for mark in marks):
        yield _bare(marks[-1]), said


def _stands_behind(mark: str, text: str) -> bool:
    """Whether a sign stands behind things; one that begins several lines is a list mark."""
    if len(re.findall(rf"^[ \t]*{re.escape(mark)}\s", text, re.MULTILINE)) > 1:
        return False
    return re.search(rf"\w[ .]?[(\[]?{re.escape(mark)}(?![\w*+!])", text) is not None


def _clauses(words: str) -> list[str]:
    """The clauses of a line; a sign in brackets stays with the words before it."""
    named, end = "", 0
    for found in _named().finditer(folded(words)):
        named, end = f"{named}{words[end : found.start()]} {'**' if found['two'] else '*'} ", found.end()
    return _CLAUSES.split(_SIGNS.sub(lambda found: f" {_bare(found.group())} ", named + words[end:]))


def _explained(words: str) -> Iterator[tuple[str, Modality]]:
    """The signs that a line explains: « * indispensable », « appréciés (°) », « lignes précédées de ~ : utiles »."""
    clauses = _clauses(words)
    if _BOLD.fullmatch(words):
        return  # « **Les plus** : »
    if len(signs := [*_SIGNS.finditer(" ".join(clauses))]) > 1 and len(clauses) == 1:  # « ● essential ○ desirable »
        ends = [*(found.start() for found in signs[1:]), len(clauses[0])]
        clauses = [clauses[0][found.start() : end] for found, end in zip(signs, ends, strict=True)]
    for clause in clauses:
        signs_of_it = _SIGNS.findall(clause)
        rest = _SIGNS.sub(" ", clause)
        if len({*map(_bare, signs_of_it)}) == 1 and (weight := weight_alone(rest)):
            yield _bare(signs_of_it[0]), weight


@cache
def _named() -> re.Pattern[str]:
    """The sign by its name: "an asterisk"."""
    words = table("facts_modality.toml")["legend"]
    one, two = one_of(words["asterisk"]), one_of(words["asterisks"])
    return re.compile(rf"(?<!\w)(?:(?P<two>{two})|{one})(?!\w)", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_modality.toml')['legend']['others'])})(?!\w)")


@cache
def _only() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_modality.toml')['legend']['only'])})(?!\w)")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_modality.toml')['heading']['skills'])})(?!\w)")
