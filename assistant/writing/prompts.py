"""The prompts of `prompts/`: Markdown files with a part for each role, and variables that they declare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.resources import prompts_folder
from assistant.writing.chat_model import Message

_VARIABLE = re.compile(r"\{([a-z_]+)\}")
_HEAD = re.compile(r"---\nvariables: ([a-z_, ]*)\n---\n")
_PARTS = re.compile(r"^# (system|user)\n", re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """A prompt: its parts by role, and the names of the variables in them."""

    name: str
    variables: frozenset[str]
    parts: tuple[Message, ...]

    def filled(self, **values: str) -> list[Message]:
        """The messages with the values in place of the variables; ValueError names all that are missing or unknown.

        What stands in braces in a value stays as it is.
        """
        if faults := sorted(self.variables ^ values.keys()):
            raise ValueError(f"The prompt {self.name} needs exactly its variables; wrong here: {', '.join(faults)}.")
        return [Message(part.role, _VARIABLE.sub(lambda found: values[found[1]], part.content)) for part in self.parts]


def parsed(name: str, text: str) -> Prompt:
    """The prompt in the text of a file; ValueError where it is none, or uses other variables than it declares."""
    head = _HEAD.match(text)
    if not head:
        raise ValueError(f"The prompt {name} must begin with its variables: ---, variables: a, b, and --- again.")
    declared = frozenset(part for part in re.split(r"[, ]+", head[1]) if part)
    pieces = _PARTS.split(text[head.end() :])
    parts = tuple(
        Message("system" if role == "system" else "user", content.strip())
        for role, content in zip(pieces[1::2], pieces[2::2], strict=True)
    )
    used = frozenset(variable for part in parts for variable in _VARIABLE.findall(part.content))
    if faults := sorted(declared ^ used):
        raise ValueError(f"The prompt {name} declares and uses other variables: {', '.join(faults)}.")
    return Prompt(name, declared, parts)


@cache
def prompt(name: str) -> Prompt:
    """The prompt in the file `name`.md of `prompts/`."""
    return parsed(name, (prompts_folder() / f"{name}.md").read_text(encoding="utf8"))
