"""What a person should know of how a posting was read, in words."""

from __future__ import annotations

from assistant.domain import Language, Notice
from assistant.resources import table


def notice_text(notice: Notice, language: Language) -> str:
    """A notice as a few words, without a full stop."""
    return str(table("notices.toml")[language][notice.kind]).format(detail=notice.detail)
