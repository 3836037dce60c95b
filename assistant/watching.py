"""A folder looked at again and again: what changes there is taken over once it has come to rest.

It is looked at rather than listened to: that works over a network as well, whatever program writes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from assistant.documents import listing_of
from assistant.errors import UserError

EVERY = 1.0  # seconds between two looks
_State = tuple[tuple[str, int, int], ...]


def watch(
    folder: Path,
    bring_into_step: Callable[[], None],
    say: Callable[[str], None],
    stop: threading.Event,
    every: float = EVERY,
) -> None:
    """Call `bring_into_step` at once, and until `stop` whenever the files have changed and then stayed as they are.

    A file that is being written is waited for. A folder that vanishes is said, and waited for too. The first call may
    raise what it likes; what is wrong for the person later is only said.
    """
    known = before = _state_of(folder)
    bring_into_step()
    while not stop.wait(every):
        now = _state_of(folder)
        if now is None and before is not None:
            say(f"{folder} is gone. What was read of it stays; waiting for it to come back …")
        elif now is not None and before is None:
            say(f"{folder} is back.")
        elif now is not None and now == before != known:
            known = now
            try:
                bring_into_step()
            except UserError as error:
                say(str(error))
        before = now


def _state_of(folder: Path) -> _State | None:
    """Name, size and time of every file; None where there is no folder, or none that can be opened."""
    try:
        return tuple((file.name, file.size, file.mtime_ns) for file in listing_of(folder.resolve()).files)
    except UserError:
        return None
