"""A model behind any endpoint that speaks OpenAI's protocol; the only module that knows its client."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.settings import ModelSettings
from assistant.writing.chat_model import Call, Message
from assistant.writing.failures import failure_of
from assistant.writing.wire import Wire

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

_NO_KEY = "none"  # servers of one's own ask for no key, but the client must send something


class Endpoint:
    """Calls the model of some settings, each time over a connection of its own."""

    def __init__(self, settings: ModelSettings, connect: float, silence: float) -> None:
        """`connect` and `silence` are seconds to wait for the connection and for each byte."""
        self._settings = settings
        self._timeout = (connect, silence)
        self._streams = True  # until it answers as a whole what was asked for in pieces

    def __call__(self, messages: Sequence[Message]) -> Call:
        """A call that has yet to be made."""
        wire = Wire()
        return _Call(self, _client(self._settings, wire, self._timeout), wire, messages)

    @property
    def streams(self) -> bool:
        """Whether the endpoint is believed to send its reply in pieces."""
        return self._streams

    def does_not_stream(self) -> None:
        """Remember that it gives its replies whole."""
        self._streams = False


@dataclass(frozen=True)
class _Call:
    endpoint: Endpoint
    client: ChatOpenAI
    wire: Wire
    messages: Sequence[Message]

    @property
    def connected(self) -> bool:
        return self.wire.connected

    def pieces(self) -> Iterator[str]:
        asked = [(message.role, message.content) for message in self.messages]
        try:
            if self.endpoint.streams:
                for chunk in self.client.stream(asked):
                    yield chunk.text
            else:
                yield self.client.invoke(asked).text
        except Exception as error:  # the client raises its own errors, those of its HTTP library, and plain ones
            if self.endpoint.streams and self.wire.is_json:
                self.endpoint.does_not_stream()
            raise failure_of(error, connected=self.wire.connected) from None  # its text may hold part of the key
        finally:
            self.wire.close()

    def hang_up(self) -> None:
        self.wire.hang_up()


def _client(settings: ModelSettings, wire: Wire, timeout: tuple[float, float]) -> ChatOpenAI:
    """A client that takes nothing from the environment, follows no redirection and never tries again by itself."""
    import httpx2  # with the client, which takes seconds to load
    from langchain_openai import ChatOpenAI

    connect, silence = timeout
    http = httpx2.Client(
        transport=wire,
        follow_redirects=False,
        trust_env=False,
        timeout=httpx2.Timeout(silence, connect=connect),
        headers={"Accept-Encoding": "identity"},
    )
    return ChatOpenAI(
        model=settings.name,
        api_key=lambda: settings.key or _NO_KEY,
        base_url=settings.url,
        http_client=http,
        timeout=httpx2.Timeout(silence, connect=connect),
        max_retries=0,
        stream_usage=False,
        use_responses_api=False,
        temperature=None,
    )
