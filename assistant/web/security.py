"""An ASGI guard in front of the page: size, host and origin of requests, closed routes, and headers of answers."""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.users import Users

MAX_BODY_BYTES = 256 * 1024
MAX_CALL_BYTES = 12 * 1024 * 1024  # a file of 8 MB in base 64, and what is said of it
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio starts from inline scripts and builds functions
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}
# Files come with a call and go with its reply: they are never on disk, where another session could ask for them, and
# nobody can have this machine fetch an address.
_CLOSED = re.compile(r"^(/gradio_api)?/+(file=|file/|proxy=|upload(/|_progress|$))", re.IGNORECASE)
_CALL = re.compile(r"^(/gradio_api)?/component_server/?$")
# Gradio calls it once by itself, from this machine, to start the page; it tells nothing.
_START = "/gradio_api/startup-events"
_ASK_WHO = (b"www-authenticate", b'Basic realm="postings", charset="UTF-8"')
_WRONG_SECONDS = 0.5  # before a wrong password is answered
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class _BodyTooLargeError(Exception):
    """The body grew past its limit while it was read."""


@dataclass(frozen=True)
class _Refusal:
    status: int
    reason: str


class Guard:
    """Middleware that lets through only what the page itself would ask."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], users: Users | None = None) -> None:
        """Stand in front of `app`, which answers to the names in `hosts` at any port.

        With `users` every request needs the name and password of one, and the page answers to its addresses as well:
        a page of somebody else's that has its own name lead here has no password.
        """
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; a refused one gets 400, 401, 403 or 413 and never reaches the page."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = _refusal(scope, self._hosts, self._users is not None)
        if refusal:
            await _refuse(send, refusal)
        elif not await self._is_known(scope):
            await _refuse(send, _Refusal(401, "This page needs a name and a password."), [_ASK_WHO])
        else:
            await self._serve(scope, receive, send)

    async def _is_known(self, scope: Scope) -> bool:
        if self._users is None or (scope["path"] == _START and scope["method"] == "GET"):
            return True
        header = _header(scope, b"authorization").encode("latin-1")
        if not header:
            return False
        if await run_in_threadpool(self._users.knows, header):
            return True
        await asyncio.sleep(_WRONG_SECONDS)
        return False

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = _limit(scope)
        read = 0
        started = False

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            if message["type"] == "http.request":
                read += len(message.get("body", b""))
                if read > limit:
                    raise _BodyTooLargeError
            return message

        async def answered(message: Message) -> None:
            nonlocal started
            if read > limit:  # the page may have turned the error into an answer of its own
                return
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": [*_other_headers(message), *_headers()]}
            await send(message)

        with suppress(_BodyTooLargeError):
            await self._app(scope, counted, answered)
        if read > limit and not started:
            await _refuse(send, _too_large(limit))


def _refusal(scope: Scope, hosts: frozenset[str], to_others: bool) -> _Refusal | None:
    host = _header(scope, b"host")
    name = _hostname(host)
    if name not in hosts and not (to_others and _is_address(name)):
        return _Refusal(400, "This page does not answer to that host name.")
    if scope["method"] not in _SAFE_METHODS and not _same_origin(scope, host, to_others):
        return _Refusal(403, "Requests from another site are refused.")
    if _CLOSED.match(unquote(scope["path"])):
        return _Refusal(403, "This address is closed.")
    declared = _header(scope, b"content-length")
    if declared and (not declared.isdecimal() or int(declared) > _limit(scope)):
        return _too_large(_limit(scope))
    return None


def _same_origin(scope: Scope, host: str, to_others: bool) -> bool:
    """Browsers name the origin of every request that changes something; programs need not."""
    origin = _header(scope, b"origin")
    if _header(scope, b"sec-fetch-site") == "cross-site":
        return False
    # Served to others, what stands in front of the page may speak https with the browser and http with us.
    schemes = ("http", "https") if to_others else (scope["scheme"],)
    return not origin or origin.lower() in {f"{scheme}://{host}".lower() for scheme in schemes}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _limit(scope: Scope) -> int:
    return MAX_CALL_BYTES if _CALL.match(scope["path"]) else MAX_BODY_BYTES


def _too_large(limit: int) -> _Refusal:
    return _Refusal(413, f"The request is larger than {limit // 1024} KB.")


def _header(scope: Scope, name: bytes) -> str:
    """The header's value; several of one name count as none that could be right."""
    values = [value for key, value in scope["headers"] if key.lower() == name]
    return ", ".join(value.decode("latin-1") for value in values)


def _other_headers(message: Message) -> list[tuple[bytes, bytes]]:
    return [(key, value) for key, value in message.get("headers", []) if key.decode("latin-1").lower() not in HEADERS]


def _headers() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS.items()]


async def _refuse(send: Send, refusal: _Refusal, further: Sequence[tuple[bytes, bytes]] = ()) -> None:
    body = refusal.reason.encode()
    plain = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    headers = [*plain, (b"connection", b"close"), *further, *_headers()]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
