"""A conversation as a Word document."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.domain import Answer
from assistant.exports.conversation import heading, source_line, told

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_BOLD = re.compile(r"\*\*([^*\n]{1,500})\*\*")


def docx_of(answers: Sequence[Answer]) -> bytes:
    """The conversation with a list of its sources, as the bytes of a .docx file."""
    # python-docx takes a while to load, and only who takes a document away needs it.
    from docx import Document

    turns, sources = told(answers)
    document = Document()
    document.add_heading(heading(answers, "conversation"), 0)
    for turn in turns:
        document.add_heading(turn.question, 1)
        for text, numbers in turn.statements:
            is_item = text.startswith("- ")
            paragraph = document.add_paragraph(style="List Bullet" if is_item else None)
            _write(paragraph, text.removeprefix("- "))
            if numbers:
                paragraph.add_run("".join(f" [{number}]" for number in numbers)).font.superscript = True
    if sources:
        document.add_heading(heading(answers, "sources"), 1)
    for source in sources:
        where, quote = source_line(source)
        document.add_paragraph(f"[{source.number}] {where} : « {quote} »")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _write(paragraph: Paragraph, text: str) -> None:
    """Text with what stands between pairs of stars in bold."""
    for number, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = number % 2 == 1
