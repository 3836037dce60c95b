"""What flows through the program: frozen values, each of which knows its own place in a posting."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["fr", "en"]
SectionKind = Literal["organisation", "context", "missions", "profile", "skills", "conditions", "application", "other"]
AnswerKind = Literal[
    "set", "count", "fact", "comparison", "ranking", "posting", "open",
    "not_stated", "outside", "clarify", "letter", "fit", "checklist",
]  # fmt: skip
FactField = Literal[
    "organisation", "title", "reference", "location", "language", "degree", "experience_years", "driving_licence",
    "contract", "working_time", "duration", "start", "pay", "expenses", "deadline", "apply_to", "document",
    "subject_line", "selection",
    "mention",  # made for a question, of a topic of data/topics.toml; never stored
]  # fmt: skip
CVUse = Literal["", "used", "wanted"]  # its words stand in an answer; the answer would say more with one
Modality = Literal["required", "asset", "stated", "none"]
Origin = Literal["text", "corrected", "confirmed"]  # read out of the text, or put right or confirmed by the person


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive) of a posting's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Section:
    """A part of a posting under one of its own headings; `start` is where the heading begins.

    `path` names the headings above it and its own, outermost first; it is empty for what stands before any heading.
    """

    kind: SectionKind
    path: tuple[str, ...]
    start: int
    body_start: int
    end: int

    @property
    def heading(self) -> str:
        """The section's own heading, empty for the opening of a posting."""
        return self.path[-1] if self.path else ""


NoticeKind = Literal[
    "hidden_text", "pages_without_text", "read_by_ocr", "guessed_encoding", "broken_letters", "reversed_arabic", "cut",
]  # fmt: skip


@dataclass(frozen=True)
class Notice:
    """What a person should know of how a posting was read; `detail` is its variable part, such as page numbers."""

    kind: NoticeKind
    detail: str = ""


@dataclass(frozen=True)
class SourceField:
    """What the source itself stated beside the text (`posted`, `organisation`, `link`, …), at its place in the text."""

    name: str
    value: Span


@dataclass(frozen=True)
class Posting:
    """One job posting as read. All offsets anywhere in the program are into `text`."""

    id: str
    source: str
    name: str  # path within its source, with #row for a row of a table
    text: str
    title: Span
    organisation: Span
    location: Span
    language: Language
    # What has no hash of its own is a part of the text, and would be hashed piece by piece at each look-up.
    sections: tuple[Section, ...] = field(hash=False)
    furniture: tuple[Span, ...] = field(default=(), hash=False)  # page headers and footers, of no section
    fields: tuple[SourceField, ...] = field(default=(), hash=False)
    notices: tuple[Notice, ...] = field(default=(), hash=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf8")).hexdigest()


@dataclass(frozen=True)
class Chunk:
    """A passage of one section, cut at list items and sentences: `Posting.text[start:end] == text`."""

    posting: str  # Posting.id
    number: int
    section: Section
    start: int
    end: int
    text: str
    header: str  # organisation — title — section: embedded with the text, never quoted

    @property
    def text_to_embed(self) -> str:
        """What the encoder reads."""
        return f"{self.header}\n{self.text}" if self.header else self.text

    @property
    def digest(self) -> str:
        """Stands for what was embedded: equal digests, equal vectors."""
        return hashlib.sha256(self.text_to_embed.encode("utf8")).hexdigest()[:32]


@dataclass(frozen=True)
class Years:
    """Years of experience; `max` is None for "at least", `min` is None for "at most"."""

    min: float | None
    max: float | None = None


@dataclass(frozen=True)
class Amount:
    """An amount of money as it is written: nothing is converted or annualised.

    `currency` is an ISO 4217 code or None; `per` is "hour", "day", "week", "month", "year" or None.
    """

    min: float | None
    max: float | None
    currency: str | None
    per: str | None


@dataclass(frozen=True)
class Fact:
    """One thing that a posting states, with the verbatim words that state it: `Posting.text[start:end] == quote`.

    `detail` is what stands beside the value: the level of a language as written, the hour of a deadline. A fact of the
    person's own may have no quote: then it is empty, and so is its place.
    """

    posting: str  # Posting.id
    field: FactField
    value: str | Years | Amount
    modality: Modality
    quote: str
    start: int
    end: int
    detail: str = ""
    origin: Origin = "text"
    outdated: bool = False  # the person's own, and the text that they had before them has changed since

    @property
    def is_own(self) -> bool:
        """Whether the person put it right or confirmed it."""
        return self.origin != "text"


@dataclass(frozen=True)
class Passage:
    """A chunk found for a question, with its posting and its score (higher is better)."""

    posting: Posting
    chunk: Chunk
    score: float


@dataclass(frozen=True)
class Citation:
    """A verbatim quote at its place: the posting's `text[start:end] == quote`."""

    number: int
    posting: str  # the posting's display name
    section: str  # the heading it stands under, empty at the opening
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """One thing an answer says; `citations` are the numbers of the quotes that it stands on."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True)
class Match:
    """A posting that an answer names as answering."""

    posting: str
    modality: Modality


@dataclass(frozen=True)
class Undecided:
    """A posting that could not be held against the question, and why."""

    posting: str
    why: str


@dataclass(frozen=True)
class Turn:
    """An earlier turn of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True)
class Answer:
    """What is said to a question: statements in order, and the quotes they stand on."""

    question: str
    language: Language
    kind: AnswerKind
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...] = ()
    matches: tuple[Match, ...] = ()
    checked: int = 0  # how many postings were looked at
    undecided: tuple[Undecided, ...] = ()
    notices: tuple[str, ...] = ()  # what the person should know of how it was made
    writer: Literal["extractive", "generative"] = "extractive"
    cv: CVUse = ""  # the applicant's: an answer that uses it is for them alone, and kept nowhere
    names: dict[str, str] = field(default_factory=dict)  # display name of a posting -> its title

    @property
    def abstained(self) -> bool:
        """Whether the answer is that nothing answers."""
        return self.kind in ("not_stated", "outside")

    @property
    def text(self) -> str:
        """The whole answer as Markdown, each statement followed by the numbers of its quotes."""
        said = [s.text + "".join(f" [{n}]" for n in s.citations) for s in self.statements]
        return "".join(("\n" if text.startswith("- ") else "\n\n" if n else "") + text for n, text in enumerate(said))
