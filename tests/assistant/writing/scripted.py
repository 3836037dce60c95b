"""Chat models that are scripts: one words what it is given as a good model would, the others do what bad ones do."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.settings import ModelSettings
from assistant.writing.chat_model import Message, Patience
from assistant.writing.failures import ModelError
from assistant.writing.generative import GenerativeWriter

SETTINGS = ModelSettings("scripted", "http://127.0.0.1:9/v1", "sk-secret-key")
Script = Callable[[Sequence[Message]], str]
_NUMBERED = re.compile(r"^\[(\d+)\] <(\w+)>(.*?)</\2>(?::\n<\2>(.*?)</\2>)?$", re.MULTILINE | re.DOTALL)


@dataclass
class ScriptedModel:
    """Gives the reply of a script, a few letters at a time; keeps what it was told."""

    script: Script
    error: ModelError | None = None  # after the reply
    told: list[Sequence[Message]] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)

    def stream(self, messages: Sequence[Message], patience: Patience) -> Iterator[str]:
        self.told.append(messages)
        reply = self.script(messages)
        try:
            for at in range(0, len(reply), 7):
                if patience.stop.is_set():
                    raise ModelError("stopped")
                yield reply[at : at + 7]
            if self.error:
                raise self.error
        finally:
            self.closed.set()


def writer_with(script: Script, error: ModelError | None = None) -> GenerativeWriter:
    return GenerativeWriter(ScriptedModel(script, error), SETTINGS, 5.0)


def replying(reply: str) -> Script:
    """Always the same reply; nothing where a question is to be restated."""
    return lambda messages: "NONE" if is_restating(messages) else reply


def is_restating(messages: Sequence[Message]) -> bool:
    return "Restate that question" in messages[0].content


def is_french(messages: Sequence[Message]) -> bool:
    return "Write in French" in messages[0].content


@dataclass(frozen=True)
class Given:
    """A source as a model finds it in its prompt; `whose` is empty for a fact."""

    number: int
    text: str
    whose: str = ""


def given(messages: Sequence[Message]) -> list[Given]:
    """The numbered sources of a prompt."""
    return [
        Given(int(number), second.strip(), first.strip()) if second else Given(int(number), first.strip())
        for number, _, first, second in _NUMBERED.findall(messages[-1].content)
    ]


def good(messages: Sequence[Message]) -> str:
    """Words every fact in a sentence of its own, and quotes a sentence of the best passage."""
    if is_restating(messages):
        return "NONE"
    french = is_french(messages)
    lines = [("Voici ce que j'ai trouvé :" if french else "Here is what I found:")]
    for source in given(messages):
        if not source.whose:
            words = source.text.rstrip(" :.") + "."
            lines.append(f"- {'En clair' if french else 'In short'}, {words} [{source.number}]")
    quoted = next((source for source in given(messages) if source.whose), None)
    if quoted:
        sentence = re.split(r"(?<=[.;])\s|\n", quoted.text.strip())[0]
        says = "On y lit aussi" if french else "It also says"
        lines.append(f"{says} « {' '.join(sentence.split())} » [{quoted.number}]")
        lines.append(f'> [{quoted.number}] "{sentence}"')
    return "\n".join(lines)
