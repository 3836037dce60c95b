"""What can go wrong with the endpoint of a language model, without a word of what it sent: that may hold the key."""

from __future__ import annotations

from typing import Literal, get_args

Why = Literal[
    "unreachable", "silent", "slow", "busy", "key", "missing", "refused", "server", "unreadable", "cut", "long",
    "empty", "resting", "stopped",
]  # fmt: skip
WHYS: tuple[Why, ...] = get_args(Why)

_BY_STATUS: dict[int, Why] = {401: "key", 403: "key", 404: "missing", 408: "slow", 429: "busy"}
_CUT = ("RemoteProtocolError", "ReadError", "IncompleteRead")
_LONGEST_WAIT = 600.0  # seconds of a Retry-After that are believed
_SERVER = 500


class ModelError(Exception):
    """The endpoint gave no reply, or not a whole one; `seconds` is after how long it may be asked again."""

    def __init__(self, why: Why, seconds: float = 0.0) -> None:
        """Take the kind of failure."""
        super().__init__(why)
        self.why = why
        self.seconds = seconds


def failure_of(error: BaseException, *, connected: bool) -> ModelError:
    """What an error of the client's libraries means; `connected` says whether the endpoint had been reached."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        why = _BY_STATUS.get(status, "server" if status >= _SERVER else "refused")
        return ModelError(why, _retry_after(error) if why == "busy" else 0.0)
    if not connected:
        return ModelError("unreachable")
    names = {type(cause).__name__ for cause in _causes(error)}
    if names & set(_CUT):
        return ModelError("cut")
    return ModelError("silent" if any("Timeout" in name for name in names) else "unreadable")


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _retry_after(error: BaseException) -> float:
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        seconds = float(headers.get("retry-after", 0))
    except ValueError:  # it may be a date
        return 0.0
    return min(max(seconds, 0.0), _LONGEST_WAIT)
