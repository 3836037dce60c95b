"""Documents that a sentence tells over: behind a label, between a verb of sending and an address, or counted.

« À joindre : CV, badge scanné, deux photos », "Kindly send (1) a profile, (2) your rates". The words are in
`data/facts_application.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import Fact, Span
from assistant.facts.dates import dates_in
from assistant.facts.enclosure_words import LEAST_PAPERS, OF_PAPERS, OF_PERSON
from assistant.facts.enclosure_words import words as terms
from assistant.facts.folded import folded
from assistant.facts.pieces import Piece
from assistant.lines import strip_bullet

LONGEST_ITEM = 120  # characters of a list item that names a document
_SHORTEST_ITEM = 4
_MOST_WORDS = 6  # of a document that nothing but its place in a list shows
_COUNTED = re.compile(r"\((?:\d{1,2}|[a-h]|[ivx]{1,4})\) ?")  # of "(1) a profile; (2) a session outline"
_BRACKETS = re.compile(r"\([^()]{1,160}\)")
_ITEM_MARK = re.compile(
    r"^\s*(?:(?:\d{1,2}|[a-h])\s?[.)/-]|>\s)\s{0,3}(?=\S)"
)  # of a counted list, which `strip_bullet` keeps


def bare_item(raw: str) -> str:
    """A list item without its mark or number."""
    bare = strip_bullet(raw)
    return bare if bare != raw.lstrip() else _ITEM_MARK.sub("", bare, count=1)


@dataclass(frozen=True)
class Told:
    """Where documents are told over beside other words."""

    at: Span
    labelled: bool  # behind a label, and not a verb of sending
    papers: bool = False  # a label that only papers stand behind


def told_over(piece: Piece) -> Told | None:
    """Where documents are told over beside other words: behind a label, or between a verb of sending and an address."""
    words, text = terms(), piece.folded
    label = folded(piece.label.of(piece.posting.text)) if piece.label else ""
    if words.list_label.fullmatch(label):
        start = _start_of(piece)
    elif opening := words.telling.match(text):
        start, label = opening.end(), opening.group()
    else:
        sent = words.sent.search(text) if "@" in text else None
        return Told(Span(*sent.span("things")), labelled=False) if sent else None
    end = words.list_end.search(text, start)
    return Told(Span(start, end.start() if end else len(text)), True, OF_PAPERS.search(label) is not None)


def further(piece: Piece, told: Told, named: Sequence[Fact]) -> Iterator[Fact]:
    """What is told over with documents and is one, though no table names it: "two drawings", « badge scanné »."""
    words, text = terms(), piece.folded
    items = list(_items(piece, told.at))
    if told.papers and (named or any(OF_PERSON.search(at.of(text)) for at in items)):
        items = [at for at in items if len(at.of(text).split()) <= _MOST_WORDS]
    else:
        items = [at for at in items if words.counted.match(at.of(text)) and piece.raw[at.start] not in "àÀ"]
    if told.labelled and not named and not (told.papers and len(items) > 1):
        return
    bare = [_BRACKETS.sub("", at.of(text)) for at in items]
    if any(words.no_item.match(item) or words.whole_file.search(item) for item in bare):
        return
    for at in items:
        raw = piece.words(at)
        if not any(folded(str(fact.value)) in folded(raw) for fact in named):
            yield piece.fact("document", raw, at, modality="asset" if words.weak.search(folded(raw)) else "required")


def enumerated(piece: Piece) -> list[Fact]:
    """The documents of a sentence that tells them over: « Dossier : une demande, un CV, une copie de la CNI »."""
    words, text = terms(), piece.folded
    opening = words.listing.search(text)
    known = (words.document, words.with_file, words.headed)
    if not opening or not any(each.search(text, opening.end()) for each in known):
        return []
    end = words.list_end.search(text, opening.end())
    found = []
    for at in _items(piece, Span(opening.end(), end.start() if end else len(text))):
        at = Span(at.start + len(counted.group()), at.end) if (counted := _COUNTED.match(at.of(text))) else at
        item = at.of(text)
        if len(item) > LONGEST_ITEM or dates_in(item, piece.posting.language) or words.no_item.match(item):
            return []
        weak = words.weak.search(item)
        found.append(piece.fact("document", piece.words(at), at, modality="asset" if weak else "required"))
    return found if len(found) > 1 else []


def _items(piece: Piece, told: Span) -> Iterator[Span]:
    """The parts of what is told over, between commas and other marks; nothing is cut within brackets."""
    text = _BRACKETS.sub(lambda found: "(" + "_" * (len(found.group()) - 2) + ")", piece.folded)
    raw = told.of(piece.raw)
    if raw.count("\n") >= LEAST_PAPERS and not re.search(r"[,;+:]", raw):  # one to a line
        text = "".join(";" if sign == "\n" else char for sign, char in zip(piece.raw, text, strict=True))
    start = told.start
    for cut in (*terms().list_cut.finditer(text, told.start, told.end), None):
        stop = cut.start() if cut else told.end
        item = text[start:stop]
        at = Span(start + len(item) - len(item.lstrip(" +-")), start + len(item.rstrip(" +-")))
        start = cut.end() if cut else stop
        if at.end - at.start >= _SHORTEST_ITEM or at.of(text) in ("cv", "lm", "rib"):
            yield at


def _start_of(piece: Piece) -> int:
    return len(piece.raw) - len(bare_item(piece.raw))
