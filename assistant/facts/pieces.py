"""What every rule of facts reads: a posting cut into the sentences and list items that state something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from assistant.chunks import segments
from assistant.domain import Amount, Fact, FactField, Modality, Posting, Section, Span, Years
from assistant.facts.folded import folded, pattern
from assistant.facts.governing import Governor, has_contrast, weight_of_heading
from assistant.facts.marked_lines import weight_of_line
from assistant.facts.quotes import clause, soft_cuts
from assistant.facts.seams import apart
from assistant.quoted_mail import without_marks
from assistant.resources import table
from assistant.sentences import after_space, is_cut_at, sentences_of
from assistant.stacked import stacked_labels

_ITEM = "-–•*·▪➢✓"  # marks of a list
_KEPT = 64  # postings or sections whose pieces are remembered, since several things are asked of each in turn
_LABEL = 45  # characters of a line that can be the label of the next one
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|&(?:nbsp|amp|quot|apos|#\d{2,4});")
_APOSTROPHES = ("&#39;", "&#039;", "&apos;", "&#8217;")
_QUOTE_MARKS = re.compile(r"(?<=\n)>[> ]*")  # of a quoted mail, at the beginning of its lines
_HYPHEN = re.compile(r"(?<![\w-])([^\W\d_]{2,20})(-[^\S\n]{0,3}\n[^\S\n]{0,12})([^\W\d_A-ZÀ-Þ][^\W\d_]{0,25})")
# What is behind a semicolon and speaks of the thing before it: « ; le comprendre est un plus »
_RESUMING = re.compile(
    r"\s(?:(?:le|la|les|l'|en)\s?(?:parler|comprendre|lire|connaitre|maitriser|pratiquer|ecrire|avoir)"
    r"|(?:being able to \w{4,10}|\w{4,10}ing) (?:it|them))\b"
)
_ADDRESS = re.compile(r"\S{1,64}(?:@|\((?:at|a|arobase)\)|\[(?:at|a|arobase)\])\S{2,80}|(?:https?://|www\.)\S{2,300}")


@dataclass(frozen=True, eq=False)
class Piece:
    """A sentence or list item at `start:end` of its posting's text; `folded` has a character for each of them.

    `governed` is the modality that its heading or the line above its list gives it, None where they give none.
    `heading` are the headings above it, folded; `lead` is what stands directly over it: "heading | line with a colon |
    label", folded; `label` is the place of a label line that stands directly before it.
    """

    posting: Posting
    section: Section
    start: int
    end: int
    folded: str
    governed: Modality | None
    heading: str
    lead: str
    label: Span | None = None

    @cached_property
    def raw(self) -> str:
        """The words as written, without the marks of quoted mail."""
        return without_marks(self.posting.text)[self.start : self.end]

    @cached_property
    def prose(self) -> str:
        """`folded` with spaces for its e-mail addresses and pages, whose words say nothing: « recrutement@ »."""
        return _ADDRESS.sub(lambda found: " " * len(found.group()), self.folded)

    @cached_property
    def of_other_jobs(self) -> bool:
        """Whether it speaks of a pool of candidates for other or later jobs, and so states nothing of this one."""
        return speaks_of_other_jobs(self.folded)

    @cached_property
    def cuts(self) -> list[int]:
        """Where its clauses part for good, its ends among them."""
        cuts = [cut.end for cut in soft_cuts(self.raw) if not _RESUMING.match(self.folded, cut.end)]
        return [0, *cuts, len(self.raw)]

    def around(self, at: Span) -> Span:
        """The part between two neighbouring cuts that holds `at`; all places are offsets into the piece."""
        return Span(
            max(cut for cut in self.cuts if cut <= at.start), min(cut for cut in self.cuts if cut >= at.end)
        )  # fmt: skip

    def words(self, at: Span) -> str:
        """The words at `at` (offsets into the piece), on one line and without emphasis."""
        raw, end = self.raw, at.end
        for broken in _HYPHEN.finditer(raw):
            end = broken.end() if broken.start() < end < broken.end() else end  # its end stands further back when whole
        words = _HYPHEN.sub(lambda found: _rejoined(found).rstrip(), raw[at.start : end])
        return " ".join(_QUOTE_MARKS.sub("", words).replace("*", "").split()).removesuffix(" |")

    def clause(self, at: Span) -> Span:
        """The place in the text of the clause about `at` (offsets into the piece), without a list mark."""
        place = clause(self.raw, at)
        return Span(self.start + place.start, self.start + place.end)

    def fact(
        self, field: FactField, value: str | Years | Amount, at: Span, *, modality: Modality = "stated",
        detail: str = "",
    ) -> Fact:  # fmt: skip
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


def speaks_of_other_jobs(words: str) -> bool:
    """Whether folded words speak of a pool of candidates for other or later jobs."""
    return _other_jobs().search(words) is not None


@lru_cache(maxsize=4)
def pieces(posting: Posting) -> tuple[Piece, ...]:
    """Every sentence and list item of a posting in order, headings among them, and glued sentences apart."""
    return tuple(_of_sections(posting, _sections(posting)))


def pieces_near(posting: Posting, places: Sequence[Span]) -> Iterator[Piece]:
    """The pieces of the sections that hold one of some places: a long posting is not cut up for a sentence of it."""
    near = (at for at in _sections(posting) if any(at.start <= place.start < at.end for place in places))
    return (piece for section in near for piece in _pieces_of(posting, section))


@lru_cache(maxsize=_KEPT)
def _pieces_of(posting: Posting, section: Section) -> tuple[Piece, ...]:
    return tuple(_of_section(posting, section, has_contrast(posting)))


def _of_sections(posting: Posting, sections: Sequence[Section]) -> Iterator[Piece]:
    contrast = has_contrast(posting)
    return (piece for section in sections for piece in _of_section(posting, section, contrast))


@lru_cache(maxsize=_KEPT)
def _sections(posting: Posting) -> tuple[Section, ...]:
    """The sections; one whose heading is the second half of a broken line, « vendredi / 20 novembre : », is none."""
    found: list[Section] = []
    for section in posting.sections:
        if found and found[-1].end <= section.start and is_cut_at(posting.text, section.start):
            found[-1] = replace(found[-1], end=section.end)
        else:
            found.append(section)
    return tuple(found)


def _of_section(posting: Posting, section: Section, contrast: bool) -> Iterator[Piece]:
    body = posting.text[section.body_start : section.body_start + 1]
    inline = section.start < section.body_start and bool(body.strip()) and body not in "(["
    governor = Governor(section.path, contrast, inline=inline)
    heading, colon, before = folded(section.heading), "", None
    last_end, labels, plain = section.body_start, stacked_labels(posting.text), without_marks(posting.text)
    glued: Modality | None = None  # by a word of weight before it on a line that lost its breaks
    for span in _sentences(posting, section):
        is_heading = span.end <= section.body_start
        gap = posting.text[last_end : span.start]
        governed = None if is_heading else governor.of(span.of(posting.text), gap)
        governed = None if is_heading else weight_of_line(posting, span.start) or governed
        glued = None if is_heading or "\n" in gap else glued
        last_end = span.end
        for part in apart(posting.text, span):
            glued = _glued_weight(posting.text, part, span.end, glued)
            words = _folded(part.of(plain))
            label = before if before and _is_label_of(before.of(posting.text), part.of(posting.text)) else None
            label = labels[part.start].span if part.start in labels else label
            lead = " | ".join([heading, colon, folded(label.of(posting.text)) if label else ""])
            above = section.path[: -1 if is_heading else None]
            path = folded(" > ".join(above))
            yield Piece(posting, section, part.start, part.end, words, glued or governed, path, lead, label)
            colon = words if words.rstrip().endswith(":") else colon
            before = part


def _glued_weight(text: str, part: Span, end: int, before: Modality | None) -> Modality | None:
    """What a heading that its list is glued to makes of the list: « … en SQL.AppréciéesNotions de cloud.Permis B. »

    The next heading ends it, « Profil recherchéBac+3 ».
    """
    words = part.of(text)
    if part.end == end or text[part.end].isspace() or not _is_label(words):
        return before
    return weight_of_heading(words)


def _sentences(posting: Posting, section: Section) -> Iterator[Span]:
    """The sentences of a section; its heading is a line of its own unless its body goes on with it."""
    line_end = posting.text.find("\n", section.start)
    inline = bool(section.body_start <= line_end and posting.text[section.body_start : line_end].strip())
    inline = inline or is_cut_at(posting.text, after_space(posting.text, section.body_start))
    parts = [(section.start, section.end)] if inline else [
        (section.start, section.body_start), (section.body_start, section.end)
    ]  # fmt: skip
    for start, end in parts:
        if start < end:
            for segment in segments(Span(start, end), posting.furniture):
                yield from sentences_of(posting.text, segment)


def _folded(words: str) -> str:
    plain = _MARKUP.sub(_unmarked, words) if "<" in words or "&" in words else words
    if "\n>" in plain:
        plain = _QUOTE_MARKS.sub(lambda marks: " " * len(marks.group()), plain)
    if "-\n" in plain:
        plain = _HYPHEN.sub(_rejoined, plain)
    return folded(plain)


def _unmarked(tag: re.Match[str]) -> str:
    """Spaces, as many as a mark is long; an apostrophe stays one: « l&#39;heure »."""
    return ("'" if tag.group() in _APOSTROPHES else " ").ljust(len(tag.group()))


def _rejoined(found: re.Match[str]) -> str:
    """A word that a line break cut in two, whole, and as many spaces behind it as were between its halves.

    What is a word by itself keeps its hyphen: « mi- / temps », "home- / based".
    """
    first, between, rest = found.groups()
    hyphen = "-" if folded(first) in table("facts_dates.toml")["broken"]["hyphened"] else ""
    return f"{first}{hyphen}{rest}{' ' * (len(between) - len(hyphen))}"


@cache
def _other_jobs() -> re.Pattern[str]:
    return pattern(table("facts_modality.toml")["other_jobs"]["words"])


def _is_label_of(line: str, value: str) -> bool:
    """Whether a line is the label of the next one; an item of a list is none of the item behind it."""
    beside = line[:1] == value[:1] and line[:1] in _ITEM and not line.rstrip().endswith(":")
    return _is_label(line) and not beside


def _is_label(words: str) -> bool:
    bare = folded(words).strip()
    if bare.endswith(":") and len(bare) <= 4 * _LABEL:
        return True
    return 2 < len(bare) <= _LABEL and (bare[-1] in ":)" or bare[-1].isalpha()) and not any(c.isdigit() for c in bare)
