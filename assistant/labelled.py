"""What stands behind a label: « Lieu : Rabat », a row of a table, or a label that has a line to itself.

A label is one of the listed ones (`labels` in `data/identity.toml`) or any order of the words that such labels are
made of (`label_words`): « Intitulé exact du poste proposé ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from assistant.domain import Span
from assistant.labels import UPPER, has_jobs
from assistant.lines import Line
from assistant.places import is_town
from assistant.resources import table
from assistant.stacked import stacked
from assistant.text import fold

# Before a label may stand list marks, emphasis and pictures: whatever is no letter, digit, bracket or quotation mark.
# A colon, or dots that lead to the value, stand behind it: « Lieu ...... Rabat ».
_NUMBERING = r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-Ha-h])(?:\s?[.)]|\s[–—-])?\s{1,3}+)"
_LABEL = re.compile(
    rf"[^\w:(\[«“\"'/\n]*+{_NUMBERING}?([^:\n]{{2,50}}?)\**+\s*+"
    r"(?::|\?{1,3}|(?<=\s)[–—-](?=\s)|[=→➡►»](?=\s)|\.{3,80}+:?|…{1,40}+:?)\s*+\**+\s*+(?=[^\s.…])"
)
# « 4. Lieu de la prestation. Douala »: a stop behind the label, too, where the whole is numbered.
# « LIEU. Mananjary et ses environs »: or is in capitals.
_NUMBERED = re.compile(
    rf"\W{{0,4}}(?:\d{{1,2}}|[IVX]{{1,4}})\s?[.)–-]\s{{1,3}}+([^.:\n]{{2,40}}?)\.\s(?={UPPER})"
    rf"|\W{{0,4}}((?:{UPPER}|[ '’-]){{4,40}}?)\.\s(?={UPPER})"
)
_ALONE = re.compile(rf"\W{{0,4}}{_NUMBERING}?(?=\w)")
_PIN = re.compile(r"\W{0,3}📍\ufe0f?\s*(?=\w)")
# « 📌 Oujda et environs », where the same sign stands before much else
_PUSHPIN = re.compile(
    r"\W{0,3}📌\ufe0f?\s*(?P<place>\w[\w'’ -]{2,40}?)"
    r"(?=(?:\s(?:et (?:ses )?environs|and around|and surroundings))?\s*$)"
)
_INNER = re.compile(
    rf"(?:[.;|·,!)]\**\s+|\s[–—/-]\s+|\s{{3,80}}+)\**"
    rf"({UPPER}(?:(?!\s{{3}}|\s[–—/-]\s)[^:;|.\n]){{1,39}}?)\**\s*:\s*\**\s*(?=\S)"
)
_INNER_END = re.compile(rf"[.;|]\**\s|\s{{5,80}}+(?=\S)|(?:\s[–—/]\s+|\s{{3,80}}+){UPPER}[^:;|.\n/]{{1,39}}\s?:\s")
_FURTHER_CELL = re.compile(r"\s{0,3}\|\s[^|:\n]{2,40}\s?:\s")  # « Société : X | Siège : Y »
_CELL = re.compile(r"[^|\n]+")
_MOST_CELLS = 8
_SPACED = re.compile(r"(\w[^:|\n]{1,38}?)(?:\t\s{0,80}| {3,80})(?=\S)")
_SPREAD = re.compile(r"(?<=\S) {2,5}(?=\S)")
_MOST_GAPS = 3
_CUT = re.compile(r"([a-zß-ÿ]{1,20}(?:\s[^:\n]{1,30}?)?)\s?:\s{1,12}(?=\S)")
_MARKS = " *#_:–—-\t?!"
_LONGEST_LABEL = 80  # characters
_LONGEST_INNER = 400  # characters behind a label within a line that may be its value
_LONGEST_VALUE = 80  # characters of what stands on the line below a label
_LONGEST_SENTENCE = 200  # … where a sentence may stand there
_MOST_WORDS = 9
_FEW = 5  # words of a title that names no job that the tables know
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(
    r"(?:vous|nous|you|we|le|la|les|the|au|dans|in|sous)(?!\w)|\w{2,20}(?:er|ir|ettre|endre)\s(?:le|la|les|l|un|une|et|des)(?!\w)"
)
_PLURAL = re.compile(r"\((?:s|x|es|e)\)")


def labelled(lines: Iterable[Line], what: str) -> Iterator[Span]:
    """What stands behind the labels of `what` (a key of the table), or on the line below them, line by line."""
    every = list(lines)
    values = {label.start: value for label, value in stacked(every)}
    for line, below in zip(every, [*every[1:], None][: len(every)], strict=True):
        found = _LABEL.match(line.text)
        found = found if found and is_label(found.group(1), what) else _NUMBERED.match(line.text)
        if cell := _cell(line, what):
            yield cell
        elif found and is_label(found[found.lastindex or 0], what) and _fits(found, line.text, what):
            further = _FURTHER_CELL.search(line.text, found.end())
            yield Span(line.start + found.end(), line.start + further.start() if further else line.end)
        elif what == "location" and (pin := _PIN.match(line.text)):
            yield Span(line.start + pin.end(), line.end)
        elif what == "location" and (pin := _PUSHPIN.match(line.text)) and is_town(pin["place"]):
            yield Span(line.start + pin.start("place"), line.start + pin.end("place"))
        elif below and (cut := _cut_label(line, below, what)):
            yield cut
        elif (value := values.get(line.start)) and is_label(line.text, what):
            yield value.span
        elif below and _is_alone(line, what) and _is_value(line, below, what):
            yield below.span
        else:
            yield from _inner(line, what)


def _cut_label(line: Line, below: Line, what: str) -> Span | None:
    """« Lieu d'affecta- / tion : Midelt »: what stands behind a label that the end of its line cuts in two."""
    rest = _CUT.match(below.text) if line.text.endswith("-") else None
    label = line.text.strip(_MARKS) + rest.group(1) if rest else ""
    return Span(below.start + rest.end(), below.end) if rest and is_label(label, what) else None


def _fits(found: re.Match[str], line: str, what: str) -> bool:
    """Whether a value names a job, where only the words of a label say that it is one of a title."""
    label, value = found[found.lastindex or 0], line[found.end() :]
    told = fold(label).strip(_MARKS) in _labels(what) and found.lastindex == 1
    return what != "title" or told or has_jobs(" ".join(value.split()[:5]))


def _inner(line: Line, what: str) -> Iterator[Span]:
    """« Contrat : CDD / Lieu : Dakhla / Salaire : … »: labels within a line."""
    for found in _INNER.finditer(line.text):
        if is_label(found.group(1), what):
            stop = min(len(line.text), found.end() + _LONGEST_INNER) if what != "location" else len(line.text)
            end = _INNER_END.search(line.text, found.end(), stop) if what != "location" else None
            yield Span(line.start + found.end(), line.start + (end.start() if end else stop))


def _cell(line: Line, what: str) -> Span | None:
    """The cell behind a label in a row of two cells, or of pairs of them, or what stands far behind a label.

    A row of three is one of a larger table, and one whose second cell is a label too heads such a table.
    """
    cells = [cell for cell in _CELL.finditer(line.text) if cell.group().strip(_MARKS)]
    if "|" not in line.text:
        spread = len(_SPREAD.findall(line.text)) > _MOST_GAPS  # « Poste   à   pourvoir   :   Infirmier »
        spaced = _SPACED.match(line.text) if not spread else None
        return Span(line.start + spaced.end(), line.end) if spaced and is_label(spaced.group(1), what) else None
    if len(cells) % 2 or len(cells) > _MOST_CELLS:
        return None
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        words = value.group().strip(_MARKS)
        if is_label(label.group(), what) and not _is_any_label(words):
            start = line.start + value.start() + value.group().index(words)
            return Span(start, start + len(words))
    return None


def _is_alone(line: Line, what: str) -> bool:
    """Whether a line is nothing but a label."""
    marks = _ALONE.match(line.text)
    return marks is not None and is_label(line.text[marks.end() :], what)


def _is_value(label: Line, below: Line, what: str) -> bool:
    """Whether the line below a label that stands by itself is its value: short, no sentence, no label."""
    words = below.text.strip(_MARKS)
    marked = label.text != label.text.strip(_MARKS) or label.text.isupper() or label.text[0].isdigit()
    near = below.start - label.end <= 3
    whole = below.text.rstrip(" *_")
    plain = len(words) <= _LONGEST_VALUE and not whole.endswith((".", ";", ":", "!", "?")) and ":" not in words
    long = what in ("location", "title_job") and len(words) <= _LONGEST_SENTENCE and not whole.endswith((":", "?"))
    begins = words[:1].isalnum() and not words[:1].islower() and not _is_any_label(words)
    titled = has_jobs(" ".join(words.split()[:4])) and not _SENTENCE.match(fold(words))
    named = not what.startswith("title") or titled or (marked and len(words.split()) <= _FEW)
    return near and begins and named and (plain or long) and (marked or label.text[:1].isupper())


def _is_any_label(words: str) -> bool:
    return any(is_label(words, what) for what in table("identity.toml")["labels"])


def is_label(words: str, what: str) -> bool:
    """Whether words are a label of `what`."""
    return len(words) <= _LONGEST_LABEL and _is_label(fold(words).strip(_MARKS), what)


@lru_cache(maxsize=20_000)
def _is_label(bare: str, what: str) -> bool:
    if bare in _labels(what):
        return True
    if any(bare in _labels(other) for other in table("identity.toml")["labels"]):
        return False
    parts = _WORD.findall(_PLURAL.sub("", bare))
    return 1 < len(parts) <= _MOST_WORDS and not re.search(r"\d", bare) and _made_of(parts, what)


def _made_of(parts: list[str], what: str) -> bool:
    """Whether all words are those of labels of `what`, one that names it among them and one that says of what."""
    kinds = _label_words(what)
    named = any(part in kinds["heads"] for part in parts)
    told = not kinds["of"] or any(part in kinds["of"] for part in parts)
    known = kinds["heads"] | kinds["of"] | kinds["beside"] | _label_words("links")["words"]
    apart = " ".join(parts)
    return named and told and all(part in known for part in parts) and apart not in kinds["never"]


@cache
def _labels(what: str) -> frozenset[str]:
    return frozenset(table("identity.toml")["labels"][what])


@cache
def _label_words(what: str) -> dict[str, frozenset[str]]:
    kinds = table("identity.toml")["label_words"].get(what, {"heads": [], "of": [], "beside": [], "never": []})
    return {key: frozenset(words) for key, words in kinds.items()}
