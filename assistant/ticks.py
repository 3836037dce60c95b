"""Forms with boxes: « Anglais : ☐ exigé ☒ souhaité » states what is ticked, and nothing of what is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from assistant.domain import Fact, Posting, Span

_EMPTY = r"[☐□▢❏❑◻⬜]|\[[ _]{0,2}\]|\([ _]{1,2}\)"
_TICKED = r"[☒☑✅✔✓■▣◼⊠✗✘]|\[[xX✓✔]\]|\([xX]\)"
_BOX = re.compile(rf"(?P<empty>{_EMPTY})|(?P<ticked>{_TICKED})")
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"(?:[ \t]{3,}|\t|\|)(?=\s?[^\W\d_][^:\n☐☒|]{2,40}:)")  # where a second question begins on a line
_ALONE = re.compile(r"\s*(?P<box>☐|☒|☑|\[[ xX]\])[ \t]+[^\n☐☒☑\[]{1,40}$")  # an answer that has a line of its own
_MOST = 8  # answers that stand each on a line of its own


def as_ticked(posting: Posting) -> Posting:
    """The posting with spaces for the answers that are not ticked where another is; places are the same."""
    if not _BOX.search(posting.text):
        return posting
    text = list(posting.text)
    for span in _unticked(posting.text):
        text[span.start : span.end] = " " * (span.end - span.start)
    blanked = "".join(text)
    return posting if blanked == posting.text else replace(posting, text=blanked)


def as_written(posting: Posting, facts: Iterable[Fact]) -> list[Fact]:
    """Facts that were read in `as_ticked(posting)`, quoted as the posting has it."""
    return [replace(fact, quote=posting.text[fact.start : fact.end]) for fact in facts]


def _unticked(text: str) -> Iterator[Span]:
    """The answers without a tick and the boxes of the others, in lines and blocks of lines where some have one."""
    lines = list(_LINE.finditer(text))
    for line in lines:
        start = line.start()
        for cut in [*_CELL.finditer(text, line.start(), line.end()), None]:
            end = cut.start() if cut else line.end()
            yield from _of_question(text, Span(start, end))
            start = cut.end() if cut else end
    for alone, block in groupby(lines, key=lambda line: _ALONE.match(line.group()) is not None):
        answers = list(block)
        ticks = [not _BOX.search(answer.group(), 0)["empty"] for answer in answers] if alone else []  # type: ignore[index]
        if len(ticks) <= _MOST and any(ticks) and not all(ticks):
            yield from (Span(*line.span()) for line, tick in zip(answers, ticks, strict=True) if not tick)


def _of_question(text: str, at: Span) -> Iterator[Span]:
    """What is not ticked of the answers that stand side by side: « ☐ oui ☒ non », « oui ☐ non ☒ »."""
    boxes = list(_BOX.finditer(text, at.start, at.end))
    if not any(box["ticked"] for box in boxes) or not any(box["empty"] for box in boxes):
        return
    first = text.rfind(":", at.start, boxes[0].start()) + 1 or at.start
    led = bool(text[first : boxes[0].start()].strip())  # words before the first box: each box follows its answer
    if led and text[boxes[-1].end() : at.end].strip():
        led, first = False, boxes[0].start()  # « Anglais ☐ exigé ☒ souhaité »
    edges = [first, *(box.end() for box in boxes)] if led else [*(box.start() for box in boxes), at.end]
    for box, start, end in zip(boxes, edges, edges[1:], strict=False):
        yield Span(start, end) if box["empty"] else Span(*box.span())
