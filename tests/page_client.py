"""A tab of the page without a browser: it speaks with Gradio's queue as the page's own script does."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

_PATIENCE = httpx.Timeout(120.0, connect=30.0)


class PageError(Exception):
    """The page refused, or answered with an error."""


@dataclass(frozen=True)
class _Form:
    """What a tab learns from the page: the numbers of its events, and of the element that takes calls."""

    events: Mapping[str, int]
    outputs: Mapping[str, int]  # of the events that show the conversation: where it stands among what they give
    source: int

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> _Form:
        named = {component["props"].get("elem_id"): component["id"] for component in config["components"]}
        events, outputs = {}, {}
        for event in config["dependencies"]:
            for element, kind in event["targets"]:
                name = f"{next((n for n, i in named.items() if i == element), 'page')}.{kind}"
                events[name] = event["id"]
                if named["log"] in event["outputs"]:
                    outputs[name] = event["outputs"].index(named["log"])
        return cls(events, outputs, named["source"])


@dataclass
class Tab:
    """One visit, with a session and a conversation of its own."""

    client: httpx.AsyncClient
    form: _Form
    language: str = "fr"
    session: str = field(default_factory=lambda: secrets.token_hex(6))

    async def load(self) -> str:
        """What the page shows first, as HTML."""
        return await self._event("page.load", [self.language])

    async def ask(self, question: str, cv: str = "") -> str:
        """Ask, and wait for the end of the answer; the whole conversation, as HTML."""
        return await self._event("question.submit", [question, None, self.language, cv])

    async def begin(self) -> str:
        """Begin a new conversation."""
        return await self._event("again.click", [self.language])

    async def call(self, what: str, **given: object) -> dict[str, Any]:
        """What the script of the page asks by itself: lists, sources, letters, files."""
        body = {
            "data": {"what": what, "language": self.language, **given},
            "component_id": self.form.source,
            "fn_name": "call",
            "session_hash": self.session,
        }
        reply = await self.client.post("gradio_api/component_server", json=body)
        if reply.status_code != httpx.codes.OK:
            raise PageError(f"{what}: status {reply.status_code}")
        answered: dict[str, Any] = reply.json()
        if answered.get("error"):
            raise PageError(f"{what}: {answered['error']}")
        return answered

    async def _event(self, name: str, data: list[object]) -> str:
        body = {"data": data, "event_data": None, "fn_index": self.form.events[name], "session_hash": self.session}
        joined = await self.client.post("gradio_api/queue/join", json=body)
        if joined.status_code != httpx.codes.OK:
            raise PageError(f"{name}: status {joined.status_code}, {joined.text[:200]}")
        event = joined.json()["event_id"]
        async for message in self._messages():
            if message.get("event_id") == event and message["msg"] == "process_completed":
                if not message["success"]:
                    raise PageError(f"{name}: {message['output'].get('error')}")
                shown = message["output"]["data"][self.form.outputs[name]]
                return "".join(shown)
        raise PageError(f"{name}: the answer ended before its end")

    async def _messages(self) -> AsyncIterator[dict[str, Any]]:
        address = f"gradio_api/queue/data?session_hash={self.session}"
        async with self.client.stream("GET", address) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data:"):
                    yield json.loads(line.removeprefix("data:"))


@dataclass(frozen=True)
class Visits:
    """Opens tabs of one page."""

    client: httpx.AsyncClient
    form: _Form

    def tab(self, language: str = "fr") -> Tab:
        """A tab that nothing has been shown in yet."""
        return Tab(self.client, self.form, language)

    @asynccontextmanager
    async def open_tab(self, language: str = "fr") -> AsyncIterator[Tab]:
        """A tab with its heartbeat, by which the page knows that it is still there; closed at the end."""
        tab = self.tab(language)
        async with self.client.stream("GET", f"gradio_api/heartbeat/{tab.session}"):
            await tab.load()
            yield tab


@asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Visits]:
    """Visits to the page at `address`, which ends with a slash."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=100)
    async with httpx.AsyncClient(base_url=address, timeout=_PATIENCE, limits=limits, trust_env=False) as client:
        config = (await client.get("config")).raise_for_status().json()
        yield Visits(client, _Form.of(config))
