"""What a question wants told of each posting of a list: « les stages et leur durée »."""

from __future__ import annotations

from assistant.answering.draft import Draft
from assistant.answering.values import label, value_of
from assistant.wording import say


def told(draft: Draft, posting: str) -> tuple[str, list[int]]:
    """The fields that are to be shown of a posting (id) in words, behind its name, and the numbers of their quotes."""
    parts, numbers = [], []
    for field in draft.reading.shown:
        facts = draft.library.facts_of(posting, field)
        values = dict.fromkeys(value_of(draft.language, fact) for fact in facts)
        parts.append(f"{label(draft.language, field)} : {', '.join(values) or say(draft.language, 'unstated')}")
        numbers += [draft.quote(fact) for fact in facts]
    text = f" ({'; '.join(parts)})" if parts else ""
    return (text if draft.language == "fr" else text.replace(" : ", ": ")), numbers
