"""An outline of a cover letter, part by part."""

from __future__ import annotations

from datetime import date

from assistant.domain import Language
from assistant.letters import applying
from assistant.letters.case import Case
from assistant.letters.domain import CV, Outline, Part
from assistant.letters.phrases import say


def outline_of(case: Case, cv: CV | None, language: Language | None, today: date) -> Outline:
    """The outline of a letter for a posting; `language` is by default the one that it asks for, or its own."""
    said = language or applying.language_of(case)
    sending = (*applying.address_points(case, said), *applying.deadline_points(case, said, today))
    parts = (
        Part("subject", say(said, "subject"), tuple(applying.subject_points(case, said))),
        Part("documents", say(said, "documents"), tuple(applying.document_points(case, said))),
        Part("sending", say(said, "sending"), sending),
    )
    return Outline(case.name, case.title, said, cv is not None, (), parts)
