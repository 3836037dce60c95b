"""The generative writer: has a model put an extractive answer into words, and lets through what is borne out.

Each statement is shown as soon as it has passed; what the model left out or got wrong is said by the program itself.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain import Answer, Citation, Language, Passage, Statement, Turn
from assistant.library import Library
from assistant.resources import table
from assistant.settings import ModelSettings
from assistant.wording import call
from assistant.writing.chat_model import ChatModel, Message, Patience
from assistant.writing.checks import faults, repeats
from assistant.writing.coverage import completing, conveys, left_out
from assistant.writing.evidence import Evidence, evidence_of
from assistant.writing.failures import ModelError
from assistant.writing.known_names import names_of
from assistant.writing.output_filter import is_plain, safe
from assistant.writing.pairing import mixed_up
from assistant.writing.prompts import prompt
from assistant.writing.reply import Said, statements_in
from assistant.writing.restating import restated
from assistant.writing.said import saying, why_failed
from assistant.writing.speech import speaks
from assistant.writing.standing import Standing, standing_of

logger = logging.getLogger(__name__)

_SHARE_TO_RESTATE = 0.25  # of the time for an answer


@dataclass(frozen=True)
class GenerativeWriter:
    """Has answers worded by a chat model; `settings` say which, and where it is."""

    model: ChatModel
    settings: ModelSettings
    seconds: float = 60.0  # for one answer

    def worded(
        self, draft: Answer, passages: Sequence[Passage], library: Library, patience: Patience
    ) -> Iterator[Answer]:
        """The answer as it grows; the last is whole: all that the draft says is in it, in one form or the other."""
        work = _Work(evidence_of(draft, passages), library, secrets.token_hex(6))
        failure = None
        try:
            for said in statements_in(self.model.stream(work.messages, patience)):
                if work.take(said):
                    yield work.so_far
        except ModelError as error:
            failure = error
        yield work.finished(self._notices(work, failure))

    def restated(
        self, question: str, history: Sequence[Turn], language: Language, library: Library, patience: Patience
    ) -> str | None:
        """A question that the rules did not understand, as the model restates it; None where it cannot."""
        patience = patience.at_most(self.seconds * _SHARE_TO_RESTATE)
        return restated(question, history, language, names_of(library), self.model, patience)

    def _notices(self, work: _Work, failure: ModelError | None) -> list[str]:
        """What the person should know of how the answer was made."""
        language, host = work.evidence.draft.language, self.settings.host
        found = []
        if work.passed:
            found.append(saying(language, "worded", model=self.settings.name, host=host))
        if work.refused:
            key = "mended_one" if work.refused == 1 else "mended"
            found.append(saying(language, key, count=work.refused))
        elif work.passed and work.left_out and not failure:
            found.append(saying(language, "completed"))
        if failure is None and not work.passed and not work.refused:
            failure = ModelError("empty")
        if failure:
            why = why_failed(language, failure, host)
            found.append(saying(language, "interrupted" if work.passed else "failed", why=why))
        return found


@dataclass
class _Work:
    """One answer while it is worded."""

    evidence: Evidence
    library: Library
    mark: str
    passed: list[Statement] = field(default_factory=list)
    refused: int = 0
    conveyed: set[int] = field(default_factory=set)
    quoted: list[Citation] = field(default_factory=list)
    _citations: dict[tuple[str, int, int], Citation] = field(default_factory=dict)

    @property
    def messages(self) -> list[Message]:
        """What the model is told."""
        draft = self.evidence.draft
        return prompt("answer").filled(
            language=table("writing.toml")["languages"][draft.language],
            mark=self.mark,
            question=draft.question,
            facts=self.evidence.facts_shown(self.mark),
            passages=self.evidence.passages_shown(self.mark),
        )

    def take(self, said: Said) -> bool:
        """Take a statement if it is borne out; whether it was."""
        text = safe(said.text).strip()
        if text.endswith(":") and not said.numbers:
            return False  # it only leads to what follows
        standing = standing_of(said, self.evidence, self.library)
        wrong = self._wrong(text, standing) if standing else ["stands on nothing"]
        if wrong or not standing:
            logger.debug("a statement was dropped: %s", "; ".join(wrong))
            self.refused += 1
            return False
        draft = self.evidence.draft
        self.conveyed |= {f.statement or 0 for f in standing.facts if conveys(text, draft.language, f, draft)}
        self.quoted += standing.own
        self.passed.append(Statement(text, tuple(dict.fromkeys(map(self._cite, standing.citations)))))
        return True

    def _wrong(self, text: str, standing: Standing) -> list[str]:
        """Why a statement must not be shown; nothing is what passes."""
        language = self.evidence.draft.language
        if not is_plain(text):
            return ["markup"]
        if self.mark in text or repeats(text, prompt("answer").parts[0].content):
            return ["what the model was told"]
        if not speaks(text, language, standing.supports):
            return ["another language"]
        wrong = faults(text, language, standing.supports, names_of(self.library))
        return wrong or list(mixed_up(text, language, standing.supports))

    def _cite(self, citation: Citation) -> int:
        """The number of a quote, in the order in which quotes are first used."""
        key = (citation.posting, citation.start, citation.end)
        number = len(self._citations) + 1
        return self._citations.setdefault(key, replace(citation, number=number)).number

    @property
    def left_out(self) -> list[int]:
        """The places of the draft's statements that are not said yet."""
        return left_out(self.evidence, self.conveyed, self.quoted)

    @property
    def so_far(self) -> Answer:
        """What has passed."""
        cited = self._citations.values()
        titles = {c.posting: call(self.library.by_display_name[c.posting]) for c in cited}
        return replace(
            self.evidence.draft,
            statements=tuple(self.passed),
            citations=tuple(cited),
            names=titles | self.evidence.draft.names,
            writer="generative",
        )

    def finished(self, notices: Sequence[str]) -> Answer:
        """The whole answer: what passed, and the draft's own words for the rest."""
        draft = self.evidence.draft
        if not self.passed:
            return replace(draft, notices=(*draft.notices, *notices))
        by_number = {citation.number: citation for citation in draft.citations}
        for statement in completing(draft, self.left_out):
            numbers = tuple(self._cite(by_number[number]) for number in statement.citations)
            self.passed.append(replace(statement, citations=numbers))
        return replace(self.so_far, notices=(*draft.notices, *notices))
