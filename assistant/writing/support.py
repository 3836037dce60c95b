"""What a statement stands on: words of a posting, or a statement of the extractive answer, with what they claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.asking.lexicon import words_of
from assistant.citations import section_at
from assistant.domain import Answer, Citation, Fact, Language, Modality, Posting, SectionKind
from assistant.facts.pieces import pieces
from assistant.library import Library
from assistant.wording import call
from assistant.writing.claims import Claims, claims_of, unquoted
from assistant.writing.evidence import Source

Kind = Literal["draft", "cited", "passage"]  # a statement of ours, the quote of one, or words a model chose


@dataclass(frozen=True, eq=False)
class Support:
    """One thing that a statement stands on.

    `whose` are the words by which its posting is called, `facts` those that its words made, and `governed` what the
    heading above makes of it.
    """

    text: str
    language: Language
    kind: Kind = "passage"
    postings: frozenset[str] = frozenset()  # by their display names
    whose: str = ""
    facts: tuple[Fact, ...] = ()
    section: SectionKind = "other"
    governed: Modality | None = None

    @cached_property
    def claims(self) -> Claims:
        """What it claims."""
        return claims_of(self.text, self.language)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words, folded, and those of its posting's name."""
        return frozenset(word.form for word in words_of(f"{self.text} ; {self.whose}"))

    @cached_property
    def own_turns(self) -> frozenset[str]:
        """The turns of what the program itself says there, without quotes; nothing for the words of a posting."""
        return claims_of(unquoted(self.text), self.language).turns if self.kind == "draft" else frozenset()

    @cached_property
    def denies(self) -> bool:
        """Whether a negation in it must not be lost; the quotes of a draft's statement were weighed already."""
        if self.kind == "cited":
            return False
        return "negation" in (self.own_turns if self.kind == "draft" else self.claims.turns)


def supports_of_fact(source: Source, draft: Answer, library: Library) -> list[Support]:
    """A statement of the draft, and the quotes it stands on."""
    statement = draft.statements[source.statement or 0]
    cited = [c for c in draft.citations if c.number in statement.citations]
    quotes = [of_words(library.by_display_name[c.posting], c, draft, library, "cited") for c in cited]
    postings = _named_in(source, cited, draft)
    whose = " ; ".join(draft.names.get(name, "") for name in sorted(postings))
    text = " ".join([source.lead, source.text]).strip()
    return [Support(text, draft.language, "draft", postings, whose), *quotes]


def _named_in(source: Source, cited: Iterable[Citation], draft: Answer) -> frozenset[str]:
    """The postings that a statement of the draft is about: those it cites, or names."""
    found = {citation.posting for citation in cited}
    return frozenset(found or {name for name, title in draft.names.items() if title and title in source.text})


def of_words(posting: Posting, words: Citation, draft: Answer, library: Library, kind: Kind = "passage") -> Support:
    """The words of a posting that a citation quotes."""
    section = section_at(posting, words.start)
    facts = [f for f in library.facts_of(posting.id) if f.start < words.end and words.start < f.end]
    above = {p.governed for p in pieces(posting) if p.start < words.end and words.start < p.end} - {None}
    return Support(
        text=words.quote,
        language=posting.language,
        kind=kind,
        postings=frozenset([words.posting]),
        whose=f"{draft.names.get(words.posting) or call(posting)} ; {words.section}",
        facts=tuple(facts),
        section=section.kind if section else "other",
        governed=above.pop() if len(above) == 1 else None,
    )
