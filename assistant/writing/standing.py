"""From the numbers and quotes of a model's statement to what it stands on, and to the quotes that are shown for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.citations import cite
from assistant.domain import Citation, Passage
from assistant.library import Library
from assistant.writing.evidence import Evidence, Source, quoted_places
from assistant.writing.reply import Said
from assistant.writing.support import Support, of_words, supports_of_fact


@dataclass(frozen=True)
class Standing:
    """What a statement stands on. The numbers of `citations` are not those of the answer yet."""

    supports: tuple[Support, ...]
    citations: tuple[Citation, ...]
    facts: tuple[Source, ...]  # the statements of the draft that it names
    own: tuple[Citation, ...]  # the quotes that the model chose itself


def standing_of(said: Said, evidence: Evidence, library: Library) -> Standing | None:
    """What a statement stands on; None where that is nothing, or a number or a quote of it is not there."""
    numbers = dict.fromkeys([*said.numbers, *(number for number, _ in said.quotes)])
    sources = [evidence.source(number) for number in numbers]
    if not sources or None in sources:
        return None
    facts = tuple(source for source in sources if source and source.statement is not None)
    chosen = [
        (source.passage, words)
        for number, words in said.quotes
        if (source := evidence.source(number)) and source.passage
    ]
    own = [list(_own(passage, words, library)) for passage, words in chosen]
    if not all(own) or not (facts or own):
        return None
    draft = evidence.draft
    supports = [support for source in facts for support in supports_of_fact(source, draft, library)]
    quotes = tuple(citation for each in own for citation in each)
    supports += [of_words(library.by_display_name[c.posting], c, draft, library) for c in quotes]
    cited = {number for source in facts for number in draft.statements[source.statement or 0].citations}
    citations = (*(c for c in draft.citations if c.number in cited), *quotes)
    return Standing(tuple({(s.text, s.postings): s for s in supports}.values()), citations, facts, quotes)


def _own(passage: Passage, words: str, library: Library) -> Iterator[Citation]:
    """The quotes of the sentences that the model's words stand in; nothing where they do not stand there."""
    for place in quoted_places(words, passage):
        yield cite(0, passage.posting, library.display_names[passage.posting.id], place)
