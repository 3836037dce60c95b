"""An answer while it is put together: statements in order, and each quote once, with its number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.answering.values import own_words, value_of
from assistant.asking.reading import Reading
from assistant.citations import cite
from assistant.domain import Answer, AnswerKind, Citation, Fact, Match, Modality, Posting, Span, Statement, Undecided
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.text import one_line
from assistant.wording import call, say

LISTED = 20  # postings named beside those that answer; of thousands nobody reads more
_LONGEST_QUOTE = 280  # characters of a quote that stand within a sentence; the source shows it whole


class Draft:
    """Collects what is said to one question."""

    def __init__(self, reading: Reading, library: Library, today: date) -> None:
        """Begin an answer to `reading` out of `library`; `today` is the day that deadlines are held against."""
        self.reading = reading
        self.library = library
        self.today = today
        self.language = reading.language
        self._statements: list[Statement] = []
        self._citations: dict[tuple[str, int, int], Citation] = {}
        self._matches: dict[str, Modality] = {}
        self._undecided: dict[str, str] = {}
        self._notices: list[str] = []
        self._names: dict[str, str] = {}

    @classmethod
    def going_on(cls, answer: Answer, reading: Reading, library: Library, today: date) -> Draft:
        """A draft that begins with all that an answer says."""
        draft = cls(reading, library, today)
        draft._statements = list(answer.statements)
        draft._citations = {(c.posting, c.start, c.end): c for c in answer.citations}
        draft._matches = {match.posting: match.modality for match in answer.matches}
        draft._undecided = {undecided.posting: undecided.why for undecided in answer.undecided}
        draft._notices = list(answer.notices)
        draft._names = dict(answer.names)
        return draft

    def name(self, posting: str) -> str:
        """A posting (id) as people call it; those called alike are told apart by their file."""
        return call(self.library.postings[posting])

    def quote(self, fact: Fact) -> int:
        """The number of the citation of a fact's words; 0, which cites nothing, for one of the person's own without."""
        if not fact.quote:
            return 0
        return self.quote_span(self.library.postings[fact.posting], Span(fact.start, fact.end))

    def quote_span(self, posting: Posting, span: Span) -> int:
        """The number of the citation of the words at a place."""
        shown = self.library.display_names[posting.id]
        citation = cite(len(self._citations) + 1, posting, shown, span)
        self._names[shown] = call(posting)
        return self._citations.setdefault((shown, citation.start, citation.end), citation).number

    def words(self, fact: Fact) -> str:
        """A fact's quote as it stands within a sentence: on one line, and cut where it is long."""
        words = one_line(strip_bullet(fact.quote))
        return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"

    def quoted(self, facts: Iterable[Fact]) -> str:
        """The quotes of facts in one pair of quotation marks, and behind them what the person put right themselves."""
        facts = list(facts)
        quotes = " […] ".join(dict.fromkeys(self.words(fact) for fact in facts if fact.quote))
        own = [own_words(self.language, fact) for fact in facts if fact.is_own and fact.quote]
        own += [value_of(self.language, fact, weighed=True) for fact in facts if not fact.quote]
        added = "; ".join(dict.fromkeys(own))
        if not quotes:
            return added
        return f"« {quotes} » ({added})" if added else f"« {quotes} »"

    def say(self, key: str, citations: Sequence[int] = (), **values: object) -> None:
        """Add the sentence `key` of the wording."""
        self.add(say(self.language, key, **values), citations)

    def add(self, text: str, citations: Sequence[int] = ()) -> None:
        """Add a sentence; it leans on these citations."""
        self._statements.append(Statement(text, tuple(dict.fromkeys(filter(None, citations)))))

    def say_how_many_more(self, count: int) -> None:
        """Say how many of `count` postings a list left out, where it named `LISTED` of more."""
        if count > LISTED:
            self.say("others_one" if count == LISTED + 1 else "others_many", count=count - LISTED)

    def match(self, posting: str, modality: Modality, *, told: bool = True) -> None:
        """Count a posting (id) among those that answer; only one that is `told` of needs a name."""
        shown = self.library.display_names[posting]
        self._matches[shown] = modality
        if told:
            self._names[shown] = self.name(posting)

    def leave_open(self, posting: str, why: str) -> None:
        """Count a posting (id) among those that could not be decided."""
        self._undecided[self.library.display_names[posting]] = why

    def notice(self, text: str) -> None:
        """Add something that the person should know of how the answer was made."""
        self._notices.append(text)

    def finish(self, kind: AnswerKind, checked: int) -> Answer:
        """The answer, made of what was collected."""
        return Answer(
            question=self.reading.question,
            language=self.language,
            kind=kind,
            statements=tuple(self._statements),
            citations=tuple(sorted(self._citations.values(), key=lambda citation: citation.number)),
            matches=tuple(Match(posting, modality) for posting, modality in self._matches.items()),
            checked=checked,
            undecided=tuple(Undecided(posting, why) for posting, why in self._undecided.items()),
            notices=tuple(self._notices),
            names=dict(self._names),
        )
