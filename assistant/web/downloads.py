"""Files to take away, as the browser saves them."""

from __future__ import annotations

import base64
from typing import Any, Literal

from assistant.errors import UserError
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.keeping import answers_of

_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
    "txt": "text/plain",
    "ics": "text/calendar",
}


def file_reply(data: bytes, stem: str, ending: str) -> dict[str, Any]:
    """A file for the script to hand to the person."""
    return {"name": f"{stem}.{ending}", "type": _TYPES[ending], "data": base64.b64encode(data).decode("ascii")}


def download(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The file of the kind that is asked for."""
    kind, language = asked.text("kind"), asked.words.language
    names = asked.texts("postings")
    table: Literal["csv", "xlsx"] = "xlsx" if kind.endswith("xlsx") else "csv"
    if kind in ("csv", "xlsx"):
        return file_reply(backend.export_table(table, language, names or None), asked.words.files["postings"], table)
    if kind in ("comparison_csv", "comparison_xlsx"):
        return file_reply(backend.export_comparison(table, language, names), asked.words.files["comparison"], table)
    if kind == "ics":
        return file_reply(backend.export_calendar(language, names or None), asked.words.files["deadlines"], "ics")
    if kind in ("md", "docx"):
        form: Literal["md", "docx"] = "md" if kind == "md" else "docx"
        answers = answers_of(asked.values.get("exchanges"))
        return file_reply(backend.export_conversation(form, answers), asked.words.files["conversation"], form)
    raise UserError(asked.words.unexpected)
