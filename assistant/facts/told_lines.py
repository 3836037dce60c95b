"""Lines that a posting weighs by their place, their letter or their capitals.

« Les trois premiers critères sont éliminatoires, les suivants départagent », « Seul le critère a est impératif ; b à f
sont des préférences », « EN MAJUSCULES ce qui est exigé, en minuscules ce qui est souhaité ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from assistant.domain import Modality, Posting
from assistant.facts.folded import folded
from assistant.facts.governing import weight_said
from assistant.lines import Line, lines_of

_CLAUSE = re.compile(r"[;,.()]|\s(?:mais|but|tandis que|while|whereas)\s")
_NUMBERS = {
    word: number
    for number, words in enumerate(("", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven"), 1)
    for word in [*words.split(), str(number)]
}
_FIRST = re.compile(
    rf"\b(?:(?P<before>{'|'.join(_NUMBERS)})\s)?(?:premiers?|premieres?|first)(?:\s(?P<behind>{'|'.join(_NUMBERS)}))?\b"
)
_ABOVE = re.compile(r"\b(?:ces|these|those|ci-dessus|above|precedente?s?|preceding)\b")
_REST = re.compile(
    r"\b(?:suivante?s?|autres|derniers?|dernieres?|reste|following|others?|rest|last|remaining|below|ci-dessous)\b"
)
_LETTERS = re.compile(  # « le critère a », « b à f », "items c and d"; not « à », "a"
    r"(?:\b(?:criteres?|criteri(?:on|a)|points?|items?|lignes?|lines?|lettres?|letters?)\s(?:de\s|from\s)?"
    r"|(?<![\w'])(?=[a-h1-9]\s?(?:a|to|-)\s?[a-h1-9](?![\w'])))"
    r"(?P<from>[a-h]|[1-9])(?:\s?(?:a|to|-)\s?(?P<to>[a-h]|[1-9])|(?P<more>(?:\s(?:et|and|ou|or)\s[a-h1-9])))?(?![\w'])"
)
_LETTER = re.compile(r"\W*(?P<letter>[a-hA-H1-9])\s?[.)°:–-]")
_CAPITALS = re.compile(r"\b(?:majuscules?|capitales?|capitals?|upper\s?-?case|block letters)\b")
_SMALL = re.compile(r"\b(?:minuscules?|lower\s?-?case|small letters)\b")
_BOLD = re.compile(r"\b(?:en gras|in bold|gras|bold)\b")
_MOST = 220  # characters of a line that tells it


def weights_of_told(posting: Posting) -> Mapping[int, Modality]:
    """The weight of each line that another line tells of, by where the line begins."""
    lines = lines_of(posting.text)
    found: dict[int, Modality] = {}
    for index, line in enumerate(lines):
        told = _clauses(line.text) if len(line.text) <= _MOST and _tells(folded(line.text)) else []
        if {weight for _, weight in told} == {"asset", "required"}:
            rules = (
                _by_place(posting.text, lines, index, told),
                _by_letter(lines, told),
                _by_capitals(lines[index + 1 :], told),
            )
            found |= dict(next((each for rule in rules if (each := [*rule])), []))
    return found


def _tells(words: str) -> bool:
    return any(each.search(words) for each in (_FIRST, _LETTERS, _CAPITALS, _BOLD))


def _clauses(words: str) -> list[tuple[str, Modality]]:
    """The clauses of a line that weigh something, folded."""
    clauses = _CLAUSE.split(folded(words))
    return [(clause, weight) for clause in clauses if (weight := weight_said(clause))]


_Told = Sequence[tuple[str, Modality]]


def _by_place(text: str, lines: Sequence[Line], at: int, told: _Told) -> Iterator[tuple[int, Modality]]:
    """« Les deux premiers sont exigés, les autres souhaités », above the list or between its two parts."""
    first = next(((found, weight) for clause, weight in told if (found := _FIRST.search(clause))), None)
    rest = next((weight for clause, weight in told if _REST.search(clause)), None)
    if first is None or rest is None or first[1] == rest:
        return
    count = _NUMBERS.get(first[0]["before"] or first[0]["behind"] or "", 1)
    above, below = _block(text, lines[: at + 1][::-1]), _block(text, lines[at:])
    between = _ABOVE.search(folded(lines[at].text)) is not None and len(above) >= count
    items = [*above[:count][::-1], *below] if between else below
    yield from ((line.start, first[1] if number < count else rest) for number, line in enumerate(items))


def _by_letter(lines: Sequence[Line], told: _Told) -> Iterator[tuple[int, Modality]]:
    """« a et b sont exigés, c à f souhaités »: of the lines that begin with these letters."""
    weights: dict[str, Modality] = {}
    rest = next((weight for clause, weight in told if _REST.search(clause)), None)
    for clause, weight in told:
        for found in _LETTERS.finditer(clause):
            first, last = found["from"], found["to"] or (found["more"] or found["from"])[-1]
            named = map(chr, range(ord(first), ord(last) + 1)) if found["to"] else (first, last)
            weights |= dict.fromkeys(named, weight)
    for line in lines:
        letter = _LETTER.match(line.text)
        if weights and letter and (own := weights.get(letter["letter"].lower(), rest)):
            yield line.start, own


def _by_capitals(lines: Sequence[Line], told: _Told) -> Iterator[tuple[int, Modality]]:
    """« EN MAJUSCULES ce qui est exigé, en minuscules ce qui est souhaité », "bold ones are required, others not"."""
    for sign, marked in ((_CAPITALS, _is_capital), (_BOLD, _is_bold)):
        own = next((weight for clause, weight in told if sign.search(clause)), None)
        other = next((weight for clause, weight in told if _SMALL.search(clause) or _REST.search(clause)), None)
        if own and other and own != other:
            yield from ((line.start, own if marked(line.text) else other) for line in lines)


def _is_capital(words: str) -> bool:
    return words.isupper()


def _is_bold(words: str) -> bool:
    return "**" in words or "__" in words or "<b" in words.lower()


def _block(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines behind the first one in their order, up to an empty line of the text."""
    pairs = pairwise(lines)
    joined = takewhile(lambda pair: "\n\n" not in text[slice(*sorted((pair[0].end, pair[1].start)))], pairs)
    return [line for _, line in joined]
