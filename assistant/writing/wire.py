"""One HTTP connection that can be cut from another thread, at whatever it waits for."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator, Mapping
from typing import Any

import httpx2

_MOST = 4_000_000  # bytes of a reply; more is no answer to anybody


class Wire(httpx2.BaseTransport):
    """Carries one request. `hang_up` ends it at once: closing a socket alone would not wake up who reads from it."""

    def __init__(self) -> None:
        """Nothing is connected yet."""
        self._inner = httpx2.HTTPTransport()
        self._sockets: list[socket.socket] = []
        self._is_cut = False
        self.connected = False
        self.is_json = False  # the reply is one JSON object, not a stream of events

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request; the reply's body is counted as it comes."""
        request.extensions = {**request.extensions, "trace": self._traced}
        response = self._inner.handle_request(request)
        self.is_json = response.is_success and "json" in response.headers.get("content-type", "")
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Body(response.stream, self)
        return response

    def hang_up(self) -> None:
        """End the connection, whatever waits for it; harmless when it is over already."""
        self._is_cut = True
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the connection back to the system."""
        self._inner.close()

    def check(self, received: int) -> None:
        """Refuse to go on when it was cut, or when more came than anybody wants."""
        if self._is_cut or received > _MOST:
            raise httpx2.ReadError("the connection was cut")

    def _traced(self, event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._sockets.append(info["return_value"].get_extra_info("socket"))
            self.connected = True
            self.check(0)


class _Body(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, wire: Wire) -> None:
        self._inner = inner
        self._wire = wire

    def __iter__(self) -> Iterator[bytes]:
        received = 0
        for part in self._inner:
            received += len(part)
            self._wire.check(received)
            yield part

    def close(self) -> None:
        self._inner.close()
