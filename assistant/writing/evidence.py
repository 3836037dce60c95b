"""What a model is given to put into words: the statements of the extractive answer, and passages; all numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.chunks import sentence_at
from assistant.domain import Answer, Passage, Posting, Span
from assistant.facts.folded import folded
from assistant.text import one_line
from assistant.wording import call

_PASSAGES_A_POSTING = 2
_PASSAGES = 6
_COUNTED = ("set", "count")  # whose headings say how many
_SEALS = str.maketrans({"<": "‹", ">": "›"})
_TEMPLATE = re.compile(r"\[(/?)(INST|SYS|TOOL_[A-Z_]{1,20}|AVAILABLE_TOOLS)\]", re.IGNORECASE)
_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_QUOTE_MARKS = "\"'“”«»„‘’ \t\u00a0\u202f"
_SHORTEST = 4  # letters and digits below which a quote says nothing


@dataclass(frozen=True)
class Source:
    """One numbered thing: a statement of the draft (`statement` is its place there), or a passage."""

    number: int
    text: str
    lead: str = ""  # the heading that a statement stands under
    statement: int | None = None
    passage: Passage | None = None


@dataclass(frozen=True)
class Evidence:
    """All that a model may use for one answer."""

    draft: Answer
    sources: tuple[Source, ...]

    @property
    def facts(self) -> list[Source]:
        """The sources that are statements of the draft."""
        return [source for source in self.sources if source.statement is not None]

    def source(self, number: int) -> Source | None:
        """The source of a number, None where there is none: a model may make numbers up."""
        return self.sources[number - 1] if 1 <= number <= len(self.sources) else None

    def facts_shown(self, mark: str) -> str:
        """The statements as they stand in a prompt, each between marks."""
        lines = (f"[{s.number}] <{mark}>{sealed(' '.join([s.lead, s.text]).strip())}</{mark}>" for s in self.facts)
        return "\n".join(lines) or "-"

    def passages_shown(self, mark: str) -> str:
        """The passages as they stand in a prompt, each between marks, with whose they are."""
        return "\n".join(_passage_shown(s, s.passage, mark) for s in self.sources if s.passage) or "-"


def evidence_of(draft: Answer, passages: Sequence[Passage]) -> Evidence:
    """The sources for an answer: the draft's statements, then the best passages, at most two of a posting."""
    sources = list(_facts(draft))
    taken: Counter[str] = Counter()
    for passage in passages:
        if len(taken) and sum(taken.values()) >= _PASSAGES:
            break
        if taken[passage.posting.id] < _PASSAGES_A_POSTING:
            taken[passage.posting.id] += 1
            sources.append(Source(len(sources) + 1, passage.chunk.text, passage=passage))
    return Evidence(draft, tuple(sources))


def _facts(draft: Answer) -> Iterator[Source]:
    lead, number = "", 0
    for place, statement in enumerate(draft.statements):
        text = plain(statement.text)
        item = statement.text.startswith("- ")
        if is_lead(draft, place):
            lead = text
            if draft.kind not in _COUNTED:
                continue
        number += 1
        yield Source(number, text, lead if item else "", place)


def is_lead(draft: Answer, place: int) -> bool:
    """Whether a statement is the heading of the items behind it."""
    statement = draft.statements[place]
    text = statement.text.rstrip()
    return not statement.citations and not text.startswith("- ") and text.endswith((":", "**"))


def plain(text: str) -> str:
    """A statement of a draft without its list mark and emphasis."""
    return one_line(text.removeprefix("- "))


def sealed(text: str) -> str:
    """Words of others without what could pass for a mark of ours or of a model's own template."""
    return _TEMPLATE.sub(r"(\1\2)", text.translate(_SEALS))


def _passage_shown(source: Source, passage: Passage, mark: str) -> str:
    heading = one_line(passage.chunk.section.heading)
    whose = call(passage.posting) + (f" › {heading}" if heading else "")
    return f"[{source.number}] <{mark}>{sealed(whose)}</{mark}>:\n<{mark}>{sealed(source.text)}</{mark}>"


def quoted_places(quote: str, passage: Passage) -> list[Span]:
    """The sentences of the posting in which the words of a quote stand; nothing where they do not, word for word.

    A quote with « … » in it is several. Case, accents, and kinds of spaces, quotation marks and dashes may differ:
    what is shown is the posting's own text.
    """
    parts = [part.strip(_QUOTE_MARKS) for part in _GAP.split(quote)]
    parts = [part for part in parts if part]
    found = [_place(part, passage) for part in parts]
    if not found or sum(c.isalnum() for c in quote) < _SHORTEST:
        return []
    places = [place for place in found if place]
    return [_sentences(passage.posting, place) for place in places] if len(places) == len(parts) else []


def _place(words: str, passage: Passage) -> Span | None:
    text = _comparable(passage.chunk.text)
    parts = _comparable(words).split()
    if not parts:
        return None
    found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)", text)
    return Span(passage.chunk.start + found.start(), passage.chunk.start + found.end()) if found else None


def _comparable(text: str) -> str:
    """The text as a model may give it back, each character at its place."""
    return folded(text.translate(_SEALS))


def _sentences(posting: Posting, place: Span) -> Span:
    """The place widened to whole sentences, so that no quote leaves out the « atout » behind it."""
    first, last = sentence_at(posting, place.start), sentence_at(posting, place.end - 1)
    return Span(min(first.start, place.start), max(last.end, place.end))
