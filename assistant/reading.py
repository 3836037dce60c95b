"""From what a reader found to a posting."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain import Language, Notice, Posting
from assistant.identity import location_of, organisation_of, title_of
from assistant.language import detect
from assistant.readers import own_fields
from assistant.readers.content import Content
from assistant.readers.own_fields import Placed
from assistant.sections import sections_of

RULES = "33"  # goes up when the same file would be read into other sections, chunks, words or facts


def posting_of(source: str, name: str, content: Content) -> Posting:
    """The posting of what a reader found: its sections, whose it is, its language, and what its source stated."""
    language = detect(content.text)
    placed = own_fields.placed(content, language)
    return _posting(source, name, placed, language, content.notices)


def read_again(posting: Posting) -> Posting:
    """A stored posting as the rules of today make it."""
    end = own_fields.end_of_text(posting)
    placed = own_fields.Placed(posting.text, end, posting.fields)
    return _posting(posting.source, posting.name, placed, detect(posting.text[:end]), posting.notices)


def body_of(posting: Posting) -> Posting:
    """The posting as its text alone states it, without the lines of its source's own fields; places are the same."""
    if not posting.fields:
        return posting
    end, named = own_fields.end_of_text(posting), {field.name for field in posting.fields}
    text, sections = posting.text[:end], tuple(section for section in posting.sections if section.end <= end)
    where = (text, sections, posting.furniture)
    return replace(
        posting,
        text=text,
        sections=sections,
        fields=(),
        title=title_of(*where) if "title" in named else posting.title,
        organisation=organisation_of(*where) if "organisation" in named else posting.organisation,
        location=location_of(*where) if "location" in named else posting.location,
    )


def _posting(source: str, name: str, placed: Placed, language: Language, notices: tuple[Notice, ...]) -> Posting:
    """What its source states of title, organisation and place goes before what the text tells."""
    body = placed.text[: placed.end]
    sections, furniture = sections_of(body)
    title, organisation, location = (
        own_fields.first_of(placed.fields, field) for field in ("title", "organisation", "location")
    )
    return Posting(
        id=f"{source}/{name}",
        source=source,
        name=name,
        text=placed.text,
        title=title if title.end else title_of(body, sections, furniture),
        organisation=organisation if organisation.end else organisation_of(body, sections, furniture),
        location=own_fields.locations_in(placed.text, location)[0].span
        if location.end
        else location_of(body, sections, furniture),
        language=language,
        sections=(*sections, *own_fields.section_of(placed.text, placed.end)),
        furniture=furniture,
        fields=placed.fields,
        notices=notices,
    )
