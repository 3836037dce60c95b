"""How long and how much an endpoint may say. None of it is left to the endpoint, nor to the client's own timeouts."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.writing.chat_model import Call, Message, Patience
from assistant.writing.failures import ModelError

Dial = Callable[[Sequence[Message]], Call]
_TICK = 0.05  # seconds between two looks at the clock and at Stop
_AGAIN = ("unreachable", "server", "cut", "unreadable")  # what a second try may mend


@dataclass(frozen=True)
class Limits:
    """Seconds and characters; those of the defaults are what a person waits for."""

    connect: float = 3.0
    silence: float = 15.0  # between two pieces of the reply; what keeps a connection alive is no piece
    total: float = 60.0  # all that is asked for one answer
    characters: int = 8000
    retries: int = 1
    rest: float = 30.0  # how long an endpoint is left alone that could not be reached


class LimitedModel:
    """A chat model that keeps to limits, whatever its endpoint does. Safe to use from several threads."""

    def __init__(self, dial: Dial, limits: Limits) -> None:
        """`dial` makes a call to the endpoint."""
        self._dial = dial
        self._limits = limits
        self._asked_again = 0.0  # when the endpoint may be asked again

    def stream(self, messages: Sequence[Message], patience: Patience) -> Iterator[str]:
        """The reply in pieces; ModelError where it fails, is stopped, or goes beyond a limit.

        Closing the iterator closes the connection.
        """
        if (left := self._asked_again - time.monotonic()) > 0:
            raise ModelError("resting", left)
        for tries_left in range(self._limits.retries, -1, -1):
            said = False
            begun = time.monotonic()
            try:
                for piece in self._once(messages, patience):
                    said = True
                    yield piece
                return
            except ModelError as error:
                quick = time.monotonic() - begun < self._limits.connect
                if said or not tries_left or not quick or error.why not in _AGAIN:
                    self._leave_alone(error)
                    raise

    def _leave_alone(self, error: ModelError) -> None:
        wait = {"unreachable": self._limits.rest, "busy": min(error.seconds, self._limits.rest)}.get(error.why, 0.0)
        if wait:
            self._asked_again = time.monotonic() + wait

    def _once(self, messages: Sequence[Message], patience: Patience) -> Iterator[str]:
        call = self._dial(messages)
        heard: queue.SimpleQueue[str | ModelError | None] = queue.SimpleQueue()
        over = threading.Event()
        for work in (lambda: _listen(call, heard), lambda: _watch(call, patience.stop, over)):
            threading.Thread(target=work, daemon=True, name="chat-model").start()
        length = 0
        try:
            for piece in self._heard(call, heard, patience):
                length += len(piece)
                if length > self._limits.characters:
                    raise ModelError("long")
                if piece:
                    yield piece
        finally:
            over.set()
            call.hang_up()

    def _heard(
        self, call: Call, heard: queue.SimpleQueue[str | ModelError | None], patience: Patience
    ) -> Iterator[str]:
        """What the listening thread hears, within the limits of time."""
        begun = last = time.monotonic()
        while True:
            try:
                piece = heard.get(timeout=_TICK)
            except queue.Empty:
                self._mind_the_clock(call, begun, last, patience)
                continue
            if piece is None:
                return
            if isinstance(piece, ModelError):  # whoever presses Stop has the line hung up, and hears it break
                raise ModelError("stopped") if patience.stop.is_set() else piece
            last = time.monotonic()
            yield piece
            self._mind_the_clock(call, begun, last, patience)

    def _mind_the_clock(self, call: Call, begun: float, last: float, patience: Patience) -> None:
        now = time.monotonic()
        if patience.stop.is_set():
            raise ModelError("stopped")
        if not call.connected and now - begun > self._limits.connect + _TICK:
            raise ModelError("unreachable")  # looking up its name is under no timeout of the client's
        if now > patience.until:
            raise ModelError("slow")
        if now - last > self._limits.silence:
            raise ModelError("silent")


def _watch(call: Call, stop: threading.Event, over: threading.Event) -> None:
    """Hang up when somebody presses Stop, also while nobody takes the reply."""
    while not over.wait(_TICK):
        if stop.is_set():
            call.hang_up()
            return


def _listen(call: Call, heard: queue.SimpleQueue[str | ModelError | None]) -> None:
    try:
        for piece in call.pieces():
            heard.put(piece)
        heard.put(None)
    except ModelError as error:
        heard.put(error)
