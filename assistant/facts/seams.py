"""Where sentences that were run together come apart: at lost line breaks and where a space was lost between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Span
from assistant.resources import table
from assistant.text import fold

_LONG = 260  # characters of a piece that may be several sentences with nothing but spaces between them
_LONGEST = 1500  # characters of a piece, at most
_BREAK = re.compile(
    r"\*{3,}|(?:/r/n)+|</?(?:p|br|div|li|ul|ol|span|b|strong|em|i|u|h[1-6]|td|tr|table)(?:\s[^<>\n]{0,80})?\s?/?>",
    re.IGNORECASE,
)
_IN_ROW = 3  # capitals that begin items within a long piece
_SPACES = re.compile(r"\s{3,}")
_WHOLE = re.compile(r"(?<!\S)\S{0,200}?(?:://|@|www\.)\S*|\([^()]{0,160}\)|«[^«»]{0,160}»")  # never cut
_LOWER, _UPPER = "a-zß-öø-ÿœ", "A-ZÀ-ÖØ-ÝŒ"
_SEAMS = (
    rf"(?<![\w@/.])[{_LOWER}]{{4,}}(?=[{_UPPER}][{_LOWER}{_UPPER}])",  # « posteVous », not « PowerPoint »
    rf"(?<!\w)CD[DI](?=[{_UPPER}][{_LOWER}])",  # « en CDIBasé à »
    rf"[éèêà](?=[{_UPPER}][{_LOWER}]{{2}})",  # « SpécialiséDébutants »
    rf"(?<!\d)\d{{4}}(?=[{_UPPER}][{_LOWER}]{{2}})",  # « 2023Rémunération »
    rf"(?:[{_LOWER}]{{3}}|\))[.!?](?=[{_UPPER}][{_LOWER}]{{2}})",
    rf"(?<=[{_LOWER}]{{4}})(?=\d{{1,3}}[.,]\d\d ?[€£$])",  # « 24 h/semaine12,40 € »
    rf"(?:[{_LOWER}]{{2}}|[.…)]\))[.)]?(?=-[^\S\n][{_UPPER}][{_LOWER}])",  # « chantiers- Planification »
)


def apart(text: str, span: Span) -> Iterator[Span]:
    """The parts of a sentence at `span` of `text`, without the marks between them and without surrounding space."""
    words = span.of(text)
    whole = [found.span() for found in _WHOLE.finditer(words)]
    cuts = [found.span() for found in _BREAK.finditer(words)]
    if len(words) > _LONG:
        cuts += [found.span() for found in _SPACES.finditer(words)]
        cuts += [gap for gap in _items_in_row(words) if not any(start < gap[0] < end for start, end in whole)]
    cuts += [
        (found.end(), found.end())
        for found in _glued().finditer(words)
        if not any(start < found.end() < end for start, end in whole)
    ]
    start = 0
    for low, high in [*sorted(cuts), (len(words), len(words))]:
        if low >= start:
            yield from _short(text, Span(span.start + start, span.start + low))
            start = high


def _items_in_row(words: str) -> list[tuple[int, int]]:
    """Where the items of a list begin whose line breaks became spaces: « … est un plus Bon niveau d'anglais Permis B ».

    A name that begins so, "Customer Experience", stands behind another capital.
    """
    ahead = {*table("abbreviations.toml")["leading_on"], *table("facts_modality.toml")["glue"]["no_items"]}
    found = [one.span("gap") for one in _item_words().finditer(words) if fold(one["last"]) not in ahead]
    return found if len(found) >= _IN_ROW else []


def _short(text: str, span: Span) -> Iterator[Span]:
    """A part in pieces that no person writes longer: time must not grow with the square of the length."""
    start, end = span.start, span.end
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if bare := words.strip():
        first = start + len(words) - len(words.lstrip())
        yield Span(first, first + len(bare))


@cache
def _glued() -> re.Pattern[str]:
    behind = rf"(?:(?<=[{_LOWER}0-9).?!,])|(?<=[A-Z]{{3}}))"
    labels = table("facts_modality.toml")["glue"]["labels"]
    label = (
        rf"(?:(?<=[{_LOWER}]{{3}})|(?<=[{_LOWER}]{{2}}[.,)]))"
        rf"(?=(?:{'|'.join(map(re.escape, labels))})(?:[{_UPPER}0-9£€$:]|$))"
    )
    value = rf"(?:{'|'.join(f'(?<={re.escape(label)})' for label in labels)})(?=[0-9£€$])"  # « Reference26-1184 »
    return re.compile(rf"{'|'.join(_SEAMS)}|{behind}(?=(?:{_starts()}))|{label}|{value}")


@cache
def _item_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("facts_modality.toml")["glue"]["items"]))
    return re.compile(
        rf"(?<!\w)(?P<last>[{_LOWER}0-9(][^\s:;,.!?]{{0,30}})(?P<gap>\s{{1,2}})(?=(?:{words})(?![{_LOWER}-]))"
    )


@cache
def starts() -> re.Pattern[str]:
    """A word that begins a sentence, behind one that no stop has ended."""
    return re.compile(rf"(?:(?<=[{_LOWER}0-9)][ \n])|(?<=[A-Z]{{2}} ))(?:{_starts()})")


@cache
def another() -> re.Pattern[str]:
    """A subject that begins another sentence: « … allemand Vous maîtrisez … »."""
    return re.compile(rf"(?<=[\w)] )(?:{'|'.join(table('facts_modality.toml')['glue']['subjects'])})(?!\w)")


@cache
def _starts() -> str:
    words = table("facts_modality.toml")["glue"]["starts"]
    return "|".join(re.escape(word) + ("" if word[-1] in "'’" else rf"(?![{_LOWER}])") for word in words)
