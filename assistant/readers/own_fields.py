"""What a source states of a posting beside its text, put into the text: the title first, the rest in lines at its end.

So these values are shown, found and quoted like everything else. The lines stand under a heading of their own; the
rules that read prose do not read them, as a company's name may be that of a language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Language, Posting, Section, SourceField, Span
from assistant.labels import NOT_STATED
from assistant.locations import stated_locations
from assistant.place_spans import Location
from assistant.readers.columns import label_of
from assistant.readers.content import Content
from assistant.resources import table
from assistant.text import clean, one_line

_LONGEST_TITLE = 300  # characters of a title that goes in front of the text
_LONGEST_LABEL = 80
_MARKS = " \n#*"  # what may stand before a title at the beginning of a text


@dataclass(frozen=True)
class Placed:
    """A text with its source's fields in it; `end` is where the text itself ends and their lines begin."""

    text: str
    end: int
    fields: tuple[SourceField, ...]


def placed(content: Content, language: Language) -> Placed:
    """The text of a posting with what its source states beside it, in the language of the posting."""
    values = [(name, value) for name, raw in content.fields if (value := clean(raw).strip())]
    title = next((value for name, value in values if name == "title"), "")
    title = title if len(title) <= _LONGEST_TITLE and "\n" not in title else ""
    text, fields = _with_title(content.text, title) if title else (content.text, [])
    rest = [(name, value) for name, value in values if not (title and (name, value) == ("title", title))]
    if not rest:
        return Placed(text, len(text), tuple(fields))
    text = f"{text.rstrip()}\n\n" if text.strip() else ""
    end = len(text)
    text += f"# {table('columns.toml')['heading'][language]}\n"
    colon = " : " if language == "fr" else ": "
    for name, value in rest:
        text += f"\n{one_line(label_of(name, language))[:_LONGEST_LABEL].rstrip(' :')}{colon}"
        fields.append(SourceField(name, Span(len(text), len(text) + len(value))))
        text += value
    return Placed(f"{text}\n", end, tuple(fields))


def _with_title(text: str, title: str) -> tuple[str, list[SourceField]]:
    """The text with its title first, which is not said twice where the text begins with it."""
    start = len(text) - len(text.lstrip(_MARKS))
    behind = text[start + len(title) :][:1]
    if not text.startswith(title, start) or behind.isalnum():
        text, start = f"{title}\n\n{text}", 0
    return text, [SourceField("title", Span(start, start + len(title)))]


def end_of_text(posting: Posting) -> int:
    """Where the text of a posting ends and the lines of its source's own fields begin."""
    last = max((field.value.start for field in posting.fields), default=-1)
    lines = posting.sections[-1] if posting.sections else None
    named = lines is not None and lines.heading in table("columns.toml")["heading"].values()
    return lines.start if lines and named and lines.start < last else len(posting.text)


def section_of(text: str, end: int) -> tuple[Section, ...]:
    """The section of the lines behind `end`, none where there are no lines."""
    if end >= len(text):
        return ()
    body = text.index("\n", end)
    return (Section("other", (text[end:body].strip("# "),), end, body, len(text)),)


def first_of(fields: Sequence[SourceField], name: str) -> Span:
    """The place of the first value of a field."""
    return next((field.value for field in fields if field.name == name), NOT_STATED)


def locations_in(text: str, value: Span) -> list[Location]:
    """The places that the value of a location names, the leading one first; all of it where it names none."""
    label = f"{label_of('location', 'fr')} : "
    offset = value.start - len(label)
    found = stated_locations(label + " ".join(value.of(text).split("\n")))
    return [Location(Span(one.span.start + offset, one.span.end + offset), one.departement) for one in found] or [
        Location(value)
    ]
