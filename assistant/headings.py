"""Whether a line of a posting is a heading, of which kind, and how deep. The words are in `data/headings.toml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from assistant.domain import SectionKind
from assistant.lines import Line
from assistant.resources import table
from assistant.text import fold, plain_gender

_LONGEST = 110  # characters of a heading
_MARKDOWN = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_ROMAN = re.compile(r"[IVX]{1,5}\s*[-–—.)/:]\s*(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\s*[-–—.)/]|[A-H]\s*[.)/–—-])\s*(?=\S)")
_COUNTED = re.compile(r"[\s*_#]*(\d{1,2})\s*[-–—.)/]\s*(?=[^\W\d])")
_NUMBERED_PART = re.compile(r"[^\W\d][^\d:.;,]{2,34}\s\d{1,2}\s*[:–—-]\s*\S.*")
# « (liste non … »
_NOT_ALL = re.compile(r"\s*\((?=[^()]{0,30}(?:exhausti|inclusi|limitati|limited to|indicati))[^()]{3,50}\)")
_SIGNS_BEFORE = re.compile(r"^[^\w«\"'(]+")  # « ➡️ Tes missions »
_ARTICLE = re.compile(r"(?:(?:the|le|la|les)\s|l['’])", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)(?<=\S)\1\s*:?")
# « Procédure : un entretien », « Tâches. – Tenir … », « Vos missions. Vous tenez … », « **Le poste.** Vous tenez … »
_INLINE = re.compile(
    r"(?:(?P<sign>\*\*|__)(?P<bold>[^*_:.;!?\n]{3,45}?)\s?[.:!?]?(?P=sign)\s*[.:–—-]*"
    r"|(?P<plain>[^:.;!?\n]{3,45}?)\s*(?::|\.?\s[–—-](?=\s+[A-ZÀ-Þ\d])|\.(?=\s[A-ZÀ-Þ][^.]{20})))\s*(?=\S)"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FULL = 65  # characters of a line that was broken because it was full
_INDENT = 6  # characters between two lines without an empty one
_FAR = 20  # characters between a row and a cell of it on the next line
_COLUMNS = re.compile(r"\S\s{3,}\S")
_SIGNS = "-=>*#~+_|:•■▪►»« \t"
_SIGN = re.compile(r"[-=>*#~+_|•■▪►»]{2,}\s?(?=[^\W\d])")
_ALIKE = 2  # headings that bear a sign, from which it makes others
_SHORT = 40  # characters of one that only its sign tells
_MOST_WORDS = 14
_OPEN_WORDS = 8
_UNDER_MARKDOWN = 10  # other headings of a text that has Markdown ones stand below those


@dataclass(frozen=True)
class Heading:
    """A heading's own words at `start:end` of the text; the section's words begin at `body`."""

    words: str
    kind: SectionKind
    level: int
    start: int
    body: int


@dataclass(frozen=True)
class _Named:
    kind: SectionKind
    level: int


def headings_of(lines: Sequence[Line]) -> list[Heading]:
    """The headings among `lines`, in order."""
    found = []
    listed = _listed_by_signs(lines)
    for before, line in zip([None, *lines], lines, strict=False):
        if (before and (_is_rest(before, line) or _is_cell(before, line))) or line.start in listed:
            continue
        if heading := _markdown(line) or _plain(line) or _inline(line):
            found.append(heading)
    found = sorted(
        [*found, *_dressed_alike(lines, found), *_capitals_alike(lines, found)], key=lambda heading: heading.start
    )
    return _under_numbers(found, {line.start: line.text for line in lines})


def _listed_by_signs(lines: Sequence[Line]) -> frozenset[int]:
    """Where lines begin that have « # » for a list mark: one below the other, with nothing between them."""
    found: set[int] = set()
    for line, after in pairwise(lines):
        signs = [match.group(1) if (match := _MARKDOWN.fullmatch(each.text)) else "" for each in (line, after)]
        if signs[0] and signs[0] == signs[1] and after.start - line.end <= 1:
            found |= {line.start, after.start}
    return frozenset(found)


def _dressed_alike(lines: Sequence[Line], found: Sequence[Heading]) -> list[Heading]:
    """Short lines that no list knows, but that bear the sign of several headings: « --- SUPERVISION »."""
    known = {heading.start: heading for heading in found}
    signs = Counter(sign for line in lines if line.start in known and (sign := _sign_of(line.text)))
    levels = {_sign_of(line.text): known[line.start].level for line in lines if line.start in known}
    return [
        Heading(words, _named(words).kind, levels[sign], line.start, line.end)
        for line in lines
        if line.start not in known and signs[sign := _sign_of(line.text)] >= _ALIKE
        if (words := _trim(line.text.strip(_SIGNS))) and len(words) <= _SHORT and _is_label(words)
    ]


def _capitals_alike(lines: Sequence[Line], found: Sequence[Heading]) -> list[Heading]:
    """Lines in capitals over a list, where headings are: « CE QUE NOUS NE DEMANDONS PAS » below another list."""
    known = {heading.start: heading for heading in found}
    levels = [known[line.start].level for line in lines if line.start in known and _is_capitals(line)]
    if len(levels) < _ALIKE:
        return []
    return [
        Heading(_trim(line.text), _named(line.text).kind, max(levels), line.start, line.end)
        for line, below in pairwise(lines)
        if line.start not in known and _is_capitals(line) and below.bullet and below.start not in known
    ]


def _is_capitals(line: Line) -> bool:
    few = len(line.text) <= _SHORT and 1 < len(line.text.split()) <= _OPEN_WORDS + 2
    return few and line.text.isupper() and not line.bullet and line.text[-1] not in ".;,"


def _sign_of(text: str) -> str:
    """Two or more signs before the words of a line, and whether these are capitals; nothing where there are none."""
    found = _SIGN.match(text)
    return f"{found.group()}{text[found.end() :].isupper()}" if found else ""


def _under_numbers(found: Sequence[Heading], written: Mapping[int, str]) -> list[Heading]:
    """The headings, those without a number between « 4. Profil » and « 5. Avantages » below these: « Souhaité »."""
    numbered = [(n, _number_of(written[heading.start])) for n, heading in enumerate(found)]
    counted = [(n, number) for n, number in numbered if number]
    below = {
        n: max(found[first].level, found[last].level) + 1
        for (first, number), (last, following) in pairwise(counted)
        if following == number + 1
        for n in range(first + 1, last)
    }
    return [replace(h, level=max(h.level, below[n])) if n in below else h for n, h in enumerate(found)]


def _number_of(line: str) -> int:
    """The number before a heading, 0 where there is none."""
    found = _COUNTED.match(line)
    return int(found[1]) if found else 0


def _is_rest(before: Line, line: Line) -> bool:
    """Whether a line is the last word of the one above, broken at a width: « … du tamasheq est un / atout »."""
    near = line.start - before.end <= _INDENT and before.text[-1] not in ".:;!?…*"
    return near and line.text[0].islower() and not line.text.endswith(":") and len(before.text) >= _FULL


def _is_cell(before: Line, line: Line) -> bool:
    """Whether a line is a cell of the row above, far from the margin: « Anglais      lu, écrit / … obligatoire »."""
    return line.start - before.end >= _FAR and line.text[0].islower() and _COLUMNS.search(before.text) is not None


def _markdown(line: Line) -> Heading | None:
    found = _MARKDOWN.fullmatch(line.text)
    if not found or not found.group(2):
        return None
    words = _trim(found.group(2))
    return Heading(words, _named(words).kind, len(found.group(1)), line.start, line.end)


def _plain(line: Line) -> Heading | None:
    """A line that is a heading by its numbering, its emphasis, its colon, or its words."""
    bold = _BOLD.fullmatch(line.text.removeprefix(line.bullet).strip())
    text = _without_stop((bold.group(2) if bold else line.text).strip())
    if text.endswith((".", ";", ",")) or len(text) > 2 * _LONGEST:
        return None
    level = _level(text, bold is not None, bool(line.bullet))
    if not level:
        return None
    words = _trim(_ROMAN.sub("", text, count=1) if _ROMAN.match(text) else _NUMBER.sub("", text, count=1))
    return Heading(words, _named(words).kind, _UNDER_MARKDOWN + level, line.start, line.end)


def _without_stop(text: str) -> str:
    """« EXIGENCES. », « Profil. »: a listed heading on a line of its own may end as a sentence does."""
    bare = text.removesuffix(".")
    whole = bare[:1].isupper() and len(bare) <= _SHORT and "." not in bare and _is_listed(bare)
    return bare if whole and _named(bare).level == 1 else text


def _inline(line: Line) -> Heading | None:
    """A heading with its text behind it on one line: « Procédure : un entretien oral »."""
    found = None if line.bullet else _INLINE.match(line.text)
    if not found:
        return None
    words = _trim(found["bold"] or found["plain"])
    if not words[:1].isupper() or not _is_listed(words) or not (_named(words).level == 1 or found["bold"]):
        return None
    if _bare(words) in _vocabulary().fields and not found["bold"]:
        return None
    return Heading(words, _named(words).kind, _UNDER_MARKDOWN + 1, line.start, line.start + found.end())


def _level(text: str, bold: bool, bulleted: bool) -> int:
    """How deep a heading without Markdown signs is (1 or 2), 0 for a line that is none."""
    if is_numbered_part(text) and (bold or not bulleted):
        return 2
    if len(text) > _LONGEST:
        return 0
    if roman := _ROMAN.match(text):
        return 1 if text[roman.end()].isupper() else 0
    if number := _NUMBER.match(text):
        rest = text[number.end() :]
        if _is_listed(rest) and not rest[:1].islower():
            return 2
        capitals = rest.isupper() and len(rest.split()) <= _OPEN_WORDS and not any(c.isdigit() for c in rest)
        titled = bold or rest.endswith(":") or capitals
        return 2 if titled and _is_label(rest) else 0
    if bulleted and not bold:  # « ▪ VOS MISSIONS »
        return 1 if text.isupper() and _is_listed(text) and _named(text).level == 1 else 0
    if _is_listed(text):
        return _named(text).level
    if bold and not bulleted and _bare(text).startswith(tuple(f"{word} " for word in _vocabulary().open)):
        return 1  # « **About the Canadian Digital Service** »
    if (text.endswith(":") or (bold and not bulleted)) and _is_label(text):
        return _named(text).level or 2
    return 1 if text.isupper() and _named(text).level and _is_label(text) else 0


def is_numbered_part(words: str) -> bool:
    """Whether a heading is one of a counted series: « Domaine de résultat 2 : … », « Axe 1 – … »."""
    return _NUMBERED_PART.fullmatch(words) is not None


def _trim(text: str) -> str:
    return text.strip(" \t*_:")


def _is_label(text: str) -> bool:
    """Whether the words can stand as a heading: short, capitalised, and not the beginning of a sentence."""
    words = _WORD.findall(fold(text))
    if not words or len(words) > _MOST_WORDS or text.strip(" *")[0].islower():
        return False
    return not set(words) & _vocabulary().sentence


@lru_cache(maxsize=4096)
def _named(text: str) -> _Named:
    """The kind and level that the words of a heading tell; level 0 where they tell nothing."""
    folded = _bare(text)
    for kind, level, whole, phrases in _vocabulary().entries:
        if folded in whole or any(phrase.search(folded) for phrase in phrases):
            return _Named(kind, level)
    name = next((text.strip()[len(word) :].strip() for word in _vocabulary().open if folded.startswith(f"{word} ")), "")
    name = _ARTICLE.sub("", name, count=1)
    return _Named("organisation", 1) if name[:1].isupper() else _Named("other", 0)  # « About Acme »


@lru_cache(maxsize=4096)
def _is_listed(text: str) -> bool:
    """Whether the whole line is a listed heading, with at most qualifying words about it."""
    folded, vocabulary = _bare(text), _vocabulary()
    if not folded or any(folded in whole for _, _, whole, _ in vocabulary.entries):
        return bool(folded)
    if any(folded.startswith(word) for word in vocabulary.open):
        return len(folded.split()) <= _OPEN_WORDS or text.endswith(":")
    for _, _, _, phrases in vocabulary.entries:
        for phrase in phrases:
            if found := phrase.search(folded):
                rest = _WORD.findall(folded[: found.start()] + " " + folded[found.end() :])
                if set(rest) <= vocabulary.qualifiers:
                    return True
    return False


def _bare(text: str) -> str:
    return _NOT_ALL.sub("", _SIGNS_BEFORE.sub("", fold(plain_gender(text)))).strip(" :?!.-–")


@dataclass(frozen=True)
class _Vocabulary:
    entries: tuple[tuple[SectionKind, int, frozenset[str], tuple[re.Pattern[str], ...]], ...]
    sentence: frozenset[str]
    qualifiers: frozenset[str]
    open: tuple[str, ...]
    fields: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    words = table("headings.toml")
    return _Vocabulary(
        entries=tuple(
            (e["kind"], e["level"], frozenset(e["whole"]), tuple(_phrase(word) for word in e["words"]))
            for e in words["heading"]
        ),
        sentence=frozenset(words["sentence"]["words"]),
        qualifiers=frozenset(words["qualifiers"]["words"]),
        open=tuple(words["qualifiers"]["open"]),
        fields=frozenset(words["field"]["labels"]),
    )


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])")
