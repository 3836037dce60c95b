"""An ASGI guard in front of the page: size, host and origin of requests, closed routes, and headers of answers."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
# Two routes fetch an address of the caller's choice from this machine. The page uploads nothing: a file comes with a
# call and is never on disk, where another session could ask for it.
_CLOSED = re.compile(r"^(/gradio_api)?/+(file=/*https?:|proxy=|upload(/|$))", re.IGNORECASE)
_CALL = re.compile(r"^(/gradio_api)?/component_server/?$")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class _BodyTooLargeError(Exception):
    """The body grew past its limit while it was read."""


@dataclass(frozen=True)
class _Refusal:
    status: int
    reason: str


class Guard:
    """Middleware that lets through only what the page itself would ask."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Stand in front of `app`, which answers to the names in `hosts` at any port."""
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; a refused one gets 400, 403 or 413 and never reaches the page."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = _refusal(scope, self._hosts)
        if refusal:
            await _refuse(send, refusal)
        else:
            await self._serve(scope, receive, send)

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


def _refusal(scope: Scope, hosts: frozenset[str]) -> _Refusal | None:
    host = _header(scope, b"host")
    if _hostname(host) not in hosts:
        return _Refusal(400, "This page does not answer to that host name.")
    if scope["method"] not in _SAFE_METHODS and not _same_origin(scope, host):
        return _Refusal(403, "Requests from another site are refused.")
    if _CLOSED.match(unquote(scope["path"])):
        return _Refusal(403, "This address is closed.")
    declared = _header(scope, b"content-length")
    if declared and (not declared.isdecimal() or int(declared) > _limit(scope)):
        return _too_large(_limit(scope))
    return None


def _same_origin(scope: Scope, host: str) -> bool:
    """Browsers name the origin of every request that changes something; programs need not."""
    origin = _header(scope, b"origin")
    if _header(scope, b"sec-fetch-site") == "cross-site":
        return False
    return not origin or origin.lower() == f"{scope['scheme']}://{host}".lower()


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


async def _refuse(send: Send, refusal: _Refusal) -> None:
    body = refusal.reason.encode()
    plain = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    headers = [*plain, (b"connection", b"close"), *_headers()]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
