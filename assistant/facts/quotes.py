"""What the rules of dates, money, contracts and applications read: pieces of a posting in a form that keeps offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.chunks import segments
from assistant.domain import Amount, Fact, FactField, Modality, Posting, Section, Span, Years
from assistant.sentences import sentences_of

_LONGEST = 300  # characters of a sentence that is quoted whole
_FARTHEST_CUT = 1000  # characters within which the ends of a clause are looked for
_LABEL = 45  # characters of a line that can be the label of the next one
_BREAK = re.compile(
    r"\*{3,}|(?:/r/n)+|</?(?:p|br|div|li|ul|ol|span|b|strong|em|i|u|h[1-6]|td|tr|table)(?:\s[^<>\n]{0,80})?/?>",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?:[\s•▪◦●■□➢➤✓✔·*→o–—-](?=\s)|\d{1,2}[.)](?=\s)|\s|→)+")
_CLAUSE_END = (re.compile(r";\s|\s[•▪➢]\s|[.!?]\s"), re.compile(r",\s"))


def _plain_letters() -> dict[int, str]:
    letters = {code: unicodedata.normalize("NFKD", chr(code))[0] for code in range(0xC0, 0x250)}
    letters |= dict.fromkeys(map(ord, "’‘ʼ´`"), "'") | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    letters |= dict.fromkeys(map(ord, "«»“”„"), '"')
    letters |= dict.fromkeys(map(ord, "\n\t*\u00a0\u2002\u2003\u2009\u200a\u202f"), " ")
    letters |= {ord(c): "ا" for c in "أإآٱ"} | {ord("ى"): "ي", ord("ة"): "ه"}
    return letters | {0x660 + digit: str(digit) for digit in range(10)}


_LETTERS = _plain_letters()


def plain(text: str) -> str:
    """`text` in lower case, without accents, emphasis or line breaks, and with every character at its old place."""
    return text.translate(_LETTERS).lower()


@dataclass(frozen=True)
class Piece:
    """A sentence or list item; `lead` is what stands over it: the section's heading and the line that announces it.

    `plain` has a character for each of `span`; `label` is the place of a label line that stands directly before.
    """

    posting: Posting
    section: Section
    span: Span
    plain: str
    lead: str
    label: Span | None = None

    def fact(
        self,
        field: FactField,
        value: str | Years | Amount,
        at: Span,
        *,
        modality: Modality = "stated",
        detail: str = "",
    ) -> Fact:
        """The fact that the words at `at` (offsets into the piece) state, quoted with their clause."""
        return self.quoted(field, value, self.clause(at), modality=modality, detail=detail)

    def quoted(
        self, field: FactField, value: str | Years | Amount, quote: Span, *, modality: Modality = "stated",
        detail: str = "", labelled: bool = False,
    ) -> Fact:  # fmt: skip
        """The fact with the words at `quote` (offsets into the text) for its quote, its label before them if wanted."""
        start = self.label.start if labelled and self.label else quote.start
        words = self.posting.text[start : quote.end]
        return Fact(self.posting.id, field, value, modality, words, start, quote.end, detail)

    def words(self, at: Span) -> str:
        """The words as written at `at` (offsets into the piece), on one line and without emphasis."""
        return " ".join(
            self.posting.text[self.span.start + at.start : self.span.start + at.end].replace("*", "").split()
        )

    def clause(self, at: Span) -> Span:
        """The place in the text of the sentence about `at`, without its list mark; of the clause where it is long."""
        mark = _MARK.match(self.span.of(self.posting.text))
        start, end = min(mark.end() if mark else 0, at.start), len(self.plain)
        near = (max(start, at.start - _FARTHEST_CUT), min(end, at.end + _FARTHEST_CUT))
        for ends in _CLAUSE_END:
            if end - start <= _LONGEST:
                break
            cuts = list(ends.finditer(self.plain, *near))
            start = max([m.end() for m in cuts if m.end() <= at.start], default=start)
            end = min([m.start() + 1 for m in cuts if m.start() >= at.end], default=end)
        if end - start > 2 * _LONGEST:
            start, end = max(start, _at_space(self.plain, at.start - _LONGEST // 2)), min(end, at.end + _LONGEST // 2)
        words = self.posting.text[self.span.start + start : self.span.start + end]
        start += len(words) - len(words.lstrip())
        return Span(self.span.start + start, self.span.start + start + len(words.strip()))


def _at_space(text: str, near: int) -> int:
    return text.rfind(" ", 0, max(near, 0)) + 1


@lru_cache(maxsize=16)
def pieces(posting: Posting) -> tuple[Piece, ...]:
    """Every sentence and list item of a posting with what stands over it, headings among them, in order."""
    folded = plain(posting.text)
    found: list[Piece] = []
    for section in posting.sections:
        heading, colon = plain(section.heading), ""
        before: Span | None = None
        for span in _spans(posting, section):
            words = folded[span.start : span.end]
            label = before if before is not None and _is_label(folded[before.start : before.end]) else None
            lead = " | ".join([heading, colon, folded[label.start : label.end] if label else ""])
            found.append(Piece(posting, section, span, words, lead, label))
            colon = words if words.rstrip().endswith(":") else colon
            before = span
    return tuple(found)


def _spans(posting: Posting, section: Section) -> Iterable[Span]:
    for segment in segments(Span(section.start, section.end), posting.furniture):
        for sentence in sentences_of(posting.text, segment):
            start = sentence.start
            for cut in _BREAK.finditer(posting.text, sentence.start, sentence.end):
                yield Span(start, cut.start())
                start = cut.end()
            yield Span(start, sentence.end)


def _is_label(words: str) -> bool:
    bare = words.strip()
    if bare.endswith(":") and len(bare) <= 4 * _LABEL:
        return True
    return 2 < len(bare) <= _LABEL and (bare.endswith(":") or bare[-1].isalpha()) and not any(c.isdigit() for c in bare)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases in plain text as whole words; a phrase that ends in `*` may go on."""
    return re.compile(alternatives(phrases))


def alternatives(phrases: Iterable[str], *, after_digits: bool = False) -> str:
    """The expression of `pattern`, to build others with; `after_digits` lets it begin right behind a number."""
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        by_letter.setdefault(phrase[0], []).append(_expression(phrase)[len(re.escape(phrase[0])) :])
    # One branch a letter: a position whose letter begins no phrase costs one look.
    parts = "|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in by_letter.items())
    return rf"(?<![^\W\d])(?:{parts})" if after_digits else rf"(?<!\w)(?:{parts})"


def _expression(phrase: str) -> str:
    words = re.escape(phrase.removesuffix("*")).replace(r"\ ", r"\s{1,4}").replace("'", r"'\s?")
    return rf"{words}\w*" if phrase.endswith("*") else rf"{words}(?!\w)"


def last_start(found: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> int:
    """Where the last of the pattern's words in `text[start:end]` begins, -1 where there is none."""
    at = -1
    for match in found.finditer(text, start, len(text) if end is None else end):
        at = match.start()
    return at


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those that say again what an earlier one of the same field says."""
    first: dict[tuple[str, object], Fact] = {}
    for fact in facts:
        value = plain(fact.value).strip() if isinstance(fact.value, str) else fact.value
        first.setdefault((fact.field, value), fact)
    return list(first.values())
