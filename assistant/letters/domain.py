"""What flows from a CV and a posting to an outline: frozen values, in which every claim carries its quotes.

The shapes, as a page or another program reads them:

- `CV`: the text as read, cut into `Line`s. Its caller holds it; this package writes it nowhere, and neither the `repr`
  of a `CV` nor of a `Quote` shows what is in it.
- `Quote(source, words, start, end)`: verbatim words at their place; `source` is "cv" or the name of the posting.
- `Requirement` → `Match(requirement, state, evidence, note)`: what a posting asks, and what the CV has for it.
- `Outline`: `warnings`, then `parts` in the order of a letter, each with a `heading` and `points`. A `Point` is one
  line: its `text` (placeholders stand in brackets), the `quotes` that it stands on, and `notes` below it. `dropped`
  says what the gate took out. Lines of the letter itself are in the outline's `language`, all else in its `advice`.
- `Fit`: `open` and `closed`, each a list of `Ranked`, the best first.
- `Checklist`: `points` in order; the first says how the deadline stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.domain import Language, Modality, Notice

CV_SOURCE = "cv"
CVPart = Literal["experience", "education", "languages", "skills", "personal", "interests", "referees", "other"]
# Why a line of a CV is no evidence: it tells of health, religion, age, family, or it speaks to the program.
Aside = Literal["", "private", "instruction"]
RequirementKind = Literal[
    "language", "experience_years", "degree", "driving_licence", "tool", "experience", "skill",
    "condition", "quality", "mission",
]  # fmt: skip
State = Literal["shown", "close", "not_shown", "to_confirm"]
PartKey = Literal[
    "sender", "recipient", "subject", "opening", "points", "gaps", "availability", "closing", "documents", "sending",
]  # fmt: skip
PointKind = Literal["line", "note", "question", "warning"]


@dataclass(frozen=True)
class Quote:
    """Verbatim words at their place: the source's `text[start:end] == words`."""

    source: str  # CV_SOURCE, or the name that the posting is shown by
    words: str = field(repr=False)
    start: int
    end: int

    @property
    def of_cv(self) -> bool:
        """Whether it is the applicant's."""
        return self.source == CV_SOURCE


@dataclass(frozen=True)
class CVLine:
    """A sentence, list item or line of a CV at `start:end` of its text, and the part that it stands in."""

    start: int
    end: int
    part: CVPart
    aside: Aside = ""
    listed: bool = False  # a list mark stands before it, which is not part of it


@dataclass(frozen=True)
class CV:
    """A CV as read; `name` is that of its file, as shown."""

    text: str = field(repr=False)
    name: str
    language: Language
    lines: tuple[CVLine, ...] = field(default=(), repr=False)
    notices: tuple[Notice, ...] = ()  # what a person should know of how it was read

    def quote(self, start: int, end: int) -> Quote:
        """The words at a place of the text."""
        return Quote(CV_SOURCE, self.text[start:end], start, end)


@dataclass(frozen=True)
class Requirement:
    """One thing that a posting asks for, with its words.

    `value` is the normal form where there is one: an ISO 639 code, years such as "2" or "3-4", a category of licence;
    `detail` is the level of a language as written.
    """

    kind: RequirementKind
    modality: Modality
    quote: Quote
    value: str = ""
    detail: str = ""

    @property
    def words(self) -> str:
        """What is asked, verbatim."""
        return self.quote.words


@dataclass(frozen=True)
class Match:
    """A requirement held against a CV. `note` says in words of advice how it was decided, and is no claim."""

    requirement: Requirement
    state: State
    evidence: tuple[Quote, ...] = ()
    note: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether a thing demanded is not, or only nearly, in the CV."""
        return self.requirement.modality == "required" and self.state in ("not_shown", "close")


@dataclass(frozen=True)
class Point:
    """One line of an outline or a checklist; `key` names what it is, such as "deadline" or "name"."""

    kind: PointKind
    text: str
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    key: str = ""
    state: State | None = None  # of the requirement that it is about
    language: Language | None = None  # of a line of the letter itself; None for what is said about the letter


@dataclass(frozen=True)
class Part:
    """A part of a letter."""

    key: PartKey
    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Dropped:
    """A line that the gate took out: the words that neither text bears out."""

    part: PartKey
    words: tuple[str, ...]


@dataclass(frozen=True)
class Outline:
    """An outline of a cover letter. Without a CV its parts are placeholders and questions to oneself."""

    posting: str  # the name that it is shown by
    title: str  # as people call it
    language: Language  # of the letter
    advice: Language  # of what is said about it: headings, warnings, what each point is
    has_cv: bool
    warnings: tuple[Point, ...]
    parts: tuple[Part, ...]
    matches: tuple[Match, ...] = ()  # required gaps first
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A posting held against a CV; `reasons` are lines in words, required gaps first."""

    posting: str
    title: str
    deadline: tuple[Point, ...]  # how it stands, quoted
    matches: tuple[Match, ...]
    reasons: tuple[Point, ...]

    def count(self, state: State, modality: Modality | None = None) -> int:
        """How many things asked for are in this state, missions and qualities apart."""
        kinds = ("mission", "quality", "condition")
        found = [match for match in self.matches if match.requirement.kind not in kinds and match.state == state]
        return sum(modality in (None, match.requirement.modality) for match in found)


@dataclass(frozen=True)
class Fit:
    """Postings by how they fit a CV: fewest required gaps first; those that are closed stand apart."""

    language: Language
    open: tuple[Ranked, ...]
    closed: tuple[Ranked, ...]
    checked: int


@dataclass(frozen=True)
class Checklist:
    """What to send, where to and by when; `overdue` is None where no deadline is stated."""

    posting: str
    title: str
    language: Language
    overdue: bool | None
    points: tuple[Point, ...]
