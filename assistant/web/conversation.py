"""A conversation as the page keeps it, and the part of it that the assistant is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assistant.domain import Answer, Turn

MAX_TURNS = 20
MAX_TURN_CHARACTERS = 2_000
MAX_EXCHANGES = 50


@dataclass(frozen=True)
class Exchange:
    """A question with what came of it: an answer, or the sentence that says why there is none.

    `shown` is its HTML by language, once others follow it: it does not change any more.
    """

    question: str
    answer: Answer | None = None
    failure: str = ""
    running: bool = True
    shown: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_private(self) -> bool:
        """Whether words of the person's CV stand in it: it is shown, and kept nowhere."""
        return self.answer is not None and self.answer.cv == "used"


@dataclass(frozen=True)
class Conversation:
    """Exchanges, oldest first. Only the last may still be running."""

    exchanges: tuple[Exchange, ...] = ()

    def asked(self, question: str) -> Conversation:
        """The conversation with a new question; the oldest exchanges are let go beyond `MAX_EXCHANGES`."""
        return Conversation((*self.exchanges, Exchange(question))[-MAX_EXCHANGES:])

    def answered(self, answer: Answer) -> Conversation:
        """The conversation with `answer`, as far as it has grown, to the last question."""
        return self._with_last(answer=answer)

    def ended(self, failure: str = "") -> Conversation:
        """The conversation at rest; `failure` is the sentence that ended it, if one did."""
        return self._with_last(failure=failure, running=False) if self.running else self

    def without_private(self) -> Conversation:
        """The conversation without what draws on the CV, which the person wants forgotten."""
        return Conversation(tuple(exchange for exchange in self.exchanges if not exchange.is_private))

    @property
    def running(self) -> bool:
        """Whether the last question is still being answered."""
        return bool(self.exchanges) and self.exchanges[-1].running

    @property
    def wants_cv(self) -> bool:
        """Whether the last answer would say more with a CV."""
        last = self.exchanges[-1].answer if self.exchanges else None
        return last is not None and last.cv == "wanted"

    def turns(self) -> tuple[Turn, ...]:
        """The last `MAX_TURNS` turns of the exchanges that were answered, each cut to `MAX_TURN_CHARACTERS`.

        Of a private exchange the question alone: no later question takes words of the CV along.
        """
        turns = [
            turn
            for exchange in self.exchanges
            if exchange.answer and not exchange.failure
            for turn in (Turn("user", exchange.question), Turn("assistant", exchange.answer.text))
            if turn.role == "user" or not exchange.is_private
        ]
        return tuple(replace(turn, content=turn.content[:MAX_TURN_CHARACTERS]) for turn in turns[-MAX_TURNS:])

    def _with_last(self, **changes: object) -> Conversation:
        return Conversation((*self.exchanges[:-1], replace(self.exchanges[-1], **changes)))  # type: ignore[arg-type]
