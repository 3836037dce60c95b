"""A real HTTP server on this machine that plays an OpenAI endpoint, good and bad."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assistant.settings import ModelSettings
from assistant.writing.chat_model import Message

KEY = "sk-very-secret-0123456789"
LONG = 5.0  # seconds for which a silent server is silent; far longer than the limits of the tests
Reply = Callable[[Sequence[Message]], str]


class Handler(BaseHTTPRequestHandler):
    """One request; what to do with it is the server's `play`."""

    protocol_version = "HTTP/1.1"
    server: FakeServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.fake.requests.append(
            (self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        )
        messages = [Message(m["role"], m["content"]) for m in body["messages"]]
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.server.fake.play(self, messages)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def begin(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()

    def send(self, text: str | bytes) -> None:
        try:
            self.wfile.write(text if isinstance(text, bytes) else text.encode("utf8"))
            self.wfile.flush()
        except OSError:
            self.server.fake.left.set()
            raise

    def piece(self, text: str) -> None:
        self.send(f"data: {json.dumps(chunk(text))}\n\n")

    def whole(self, body: str, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.begin(status, kind, Content_Length=str(len(body.encode("utf8"))), **headers)
        self.send(body)


class FakeServer(ThreadingHTTPServer):
    """The server; `fake` is what the test knows of it."""

    daemon_threads = True
    fake: FakeEndpoint

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that have gone are what is tested."""


@dataclass
class FakeEndpoint:
    """What a test sees of the endpoint."""

    play: Callable[[Handler, Sequence[Message]], None]
    url: str = ""
    requests: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)  # the client has closed the connection

    @property
    def settings(self) -> ModelSettings:
        return ModelSettings("fake-model", self.url, KEY)


@contextmanager
def endpoint(play: Callable[[Handler, Sequence[Message]], None]) -> Iterator[FakeEndpoint]:
    """The endpoint while it is served."""
    fake = FakeEndpoint(play)
    server = FakeServer(("127.0.0.1", 0), Handler)
    server.fake = fake
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


def chunk(text: str, **more: object) -> dict[str, Any]:
    """A piece of a reply as OpenAI's protocol has it."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
    return {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "fake-model",
        "choices": [choice],
        **more,
    }


def streaming(reply: Reply) -> Callable[[Handler, Sequence[Message]], None]:
    """Streams the reply, a few words at a time."""

    def play(handler: Handler, messages: Sequence[Message]) -> None:
        text = reply(messages)
        handler.begin()
        for at in range(0, len(text), 40):
            handler.piece(text[at : at + 40])
        handler.send("data: [DONE]\n\n")

    return play


def at_once(reply: Reply) -> Callable[[Handler, Sequence[Message]], None]:
    """Gives the reply as one JSON object, whatever was asked."""

    def play(handler: Handler, messages: Sequence[Message]) -> None:
        message = {"role": "assistant", "content": reply(messages)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = {"id": "1", "object": "chat.completion", "created": 1, "model": "fake-model", "choices": [choice]}
        handler.whole(json.dumps(body))

    return play


def failing(status: int, text: str = "", **headers: str) -> Callable[[Handler, Sequence[Message]], None]:
    """An error; its text echoes the key, as some servers do."""

    def play(handler: Handler, _: Sequence[Message]) -> None:
        error = {"error": {"message": text or f"Incorrect API key provided: {KEY}", "type": "x", "code": "y"}}
        handler.whole(json.dumps(error), status, **headers)

    return play


def bodied(body: str | bytes, kind: str = "text/event-stream") -> Callable[[Handler, Sequence[Message]], None]:
    """A whole body of whatever kind, with status 200."""

    def play(handler: Handler, _: Sequence[Message]) -> None:
        handler.begin(200, kind)
        handler.send(body)

    return play


def silent(handler: Handler, _: Sequence[Message]) -> None:
    """Says nothing, not even a status."""
    _wait(handler, LONG)


def keeping_alive(handler: Handler, _: Sequence[Message]) -> None:
    """Comments for ever, and no piece of a reply."""
    handler.begin()
    begun = time.monotonic()
    while time.monotonic() - begun < LONG:
        handler.send(": keep-alive\n\n")
        time.sleep(0.05)


def stalling(reply: Reply, share: float = 0.6) -> Callable[[Handler, Sequence[Message]], None]:
    """A part of the reply, and then nothing more."""

    def play(handler: Handler, messages: Sequence[Message]) -> None:
        text = reply(messages)
        handler.begin()
        handler.piece(text[: int(len(text) * share)])
        _wait(handler, LONG)

    return play


def cut(reply: Reply, share: float = 0.6) -> Callable[[Handler, Sequence[Message]], None]:
    """A part of the reply, and the connection ends in the middle of a chunk."""

    def play(handler: Handler, messages: Sequence[Message]) -> None:
        text = reply(messages)
        handler.begin(Transfer_Encoding="chunked")
        data = f"data: {json.dumps(chunk(text[: int(len(text) * share)]))}\n\n".encode()
        handler.send(b"%x\r\n%s\r\n" % (len(data), data))
        handler.send(b"400\r\ndata: {")

    return play


def endless(text: str) -> Callable[[Handler, Sequence[Message]], None]:
    """The same line again and again."""

    def play(handler: Handler, _: Sequence[Message]) -> None:
        handler.begin()
        begun = time.monotonic()
        while time.monotonic() - begun < LONG:
            handler.piece(text)

    return play


def dripping(text: str) -> Callable[[Handler, Sequence[Message]], None]:
    """A letter now and then, so that it is never silent and never done."""

    def play(handler: Handler, _: Sequence[Message]) -> None:
        handler.begin()
        begun = time.monotonic()
        while time.monotonic() - begun < LONG:
            handler.piece(text)
            time.sleep(0.1)

    return play


def _wait(handler: Handler, seconds: float) -> None:
    """Wait until the client goes, but not for ever."""
    handler.connection.settimeout(seconds)
    with contextlib.suppress(OSError):
        if handler.connection.recv(1) == b"":
            handler.server.fake.left.set()
