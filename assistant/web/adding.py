"""Postings that are dropped on the page or pasted: one file a call, so that the page shows how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.adding import Added, Addition
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.batches import Batches
from assistant.web.markup import Html, element
from assistant.web.wording import Wording


@dataclass(frozen=True)
class Adder:
    """The calls that add postings."""

    backend: Backend
    batches: Batches

    def add(self, asked: Asked) -> dict[str, Any]:
        """Add a file to an addition, which begins with its first one: its name, and the files known to be done."""
        name = asked.text("batch") or self.batches.begin()
        addition = self.batches.named(name).add(asked.text("name") or "file", asked.data("data"))
        return {"batch": name, "files": _reports(addition, asked.words)}

    def end(self, asked: Asked) -> dict[str, Any]:
        """End an addition: what became of each file, and the number to undo it by."""
        return _ended(self.batches.named(asked.text("batch")).end(), asked.words)

    def add_text(self, asked: Asked) -> dict[str, Any]:
        """Add a pasted text."""
        last: Addition | None = None
        for addition in self.backend.add_text(asked.text("text")):
            last = addition
        return _ended(last, asked.words)

    def undo(self, asked: Asked) -> dict[str, Any]:
        """Take the last addition back."""
        number = asked.number("number")
        if number is not None:
            self.backend.undo(number)
        return {"say": asked.words.adding["undone"]}


def _ended(addition: Addition | None, words: Wording) -> dict[str, Any]:
    undo = addition.number if addition and addition.has_changed else None
    return {"files": _reports(addition, words), "undo": undo}


def _reports(addition: Addition | None, words: Wording) -> list[str]:
    """What became of each file that is done, in their order."""
    return [element("ul", *_report(file, words)) for file in (addition.files if addition else ())]


def _report(file: Added, words: Wording) -> Iterator[Html]:
    said = words.adding
    same = dict(file.same_as)
    for kind, names in (("added", file.added), ("changed", file.changed), ("removed", file.removed),
                        ("unchanged", file.unchanged)):  # fmt: skip
        for name in names:
            opener = element("button", element("bdi", name), type="button", data_posting=name, class_="link")
            shown = opener if kind != "removed" else element("bdi", name)
            again = element("span", " – " + said["same_as"].format(name=same[name])) if name in same else ""
            yield element("li", shown, said["colon"], said[kind], again, class_=f"done {kind}")
    for part, why in file.failed:
        yield element("li", element("bdi", part), said["colon"], said["failed"].format(why=why), class_="failure")
    if not (file.added or file.changed or file.removed or file.unchanged or file.failed):
        yield element("li", element("bdi", file.file), said["colon"], said["nothing"], class_="failure")
