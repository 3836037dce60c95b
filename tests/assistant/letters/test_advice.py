"""What is said about a letter is in the reader's language; the lines of the letter itself are in the letter's."""

from __future__ import annotations

import io
import json

import docx
import pytest

from assistant.domain import Language
from assistant.language import detect
from assistant.letters.docx import as_docx
from assistant.letters.json_form import outline_object
from assistant.letters.markdown import as_markdown, as_text
from assistant.letters.outlining import outline_of
from assistant.letters.phrases import say
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import AGADIR, CARE, PARTENARIAT

PAIRS: list[tuple[str, Language, Language]] = [
    (AGADIR, "fr", "en"), (AGADIR, "en", "fr"), (CARE, "en", "fr"), (CARE, "fr", "en"), (PARTENARIAT, "fr", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("posting", "letter", "advice"), PAIRS)
@pytest.mark.parametrize("with_cv", [True, False])
def test_each_line_is_in_its_own_language(posting: str, letter: Language, advice: Language, with_cv: bool) -> None:
    outline = outline_of(case_of(posting), cvs()["senior"] if with_cv else None, letter, TODAY, advice=advice)
    assert (outline.language, outline.advice) == (letter, advice)
    of_letter = {p.key: p for part in outline.parts for p in part.points if p.language}
    assert set(of_letter) >= {"place_and_day", "formula"}
    assert {point.language for point in of_letter.values()} == {letter}
    assert of_letter["place_and_day"].text == say(letter, "place_and_day")
    assert [part.heading for part in outline.parts] == [say(advice, part.key) for part in outline.parts]
    about = [*outline.warnings, *(p for part in outline.parts for p in part.points if not p.language)]
    words = " ".join(text for point in about for text in (point.text, *point.notes))
    assert detect(words) == advice
    other = [say(letter, key) for key in ("warn_no_cv", "warn_no_contact", "name", "closing_ask", "gap_none")]
    assert not [sentence for sentence in other if sentence in words]
    assert outline.dropped == ()


@pytest.mark.parametrize(("posting", "letter", "advice"), PAIRS)
def test_files_speak_as_the_page_does(posting: str, letter: Language, advice: Language) -> None:
    outline = outline_of(case_of(posting), None, letter, TODAY, advice=advice)
    document = docx.Document(io.BytesIO(as_docx(outline)))
    texts = [as_markdown(outline), as_text(outline).casefold(), "\n".join(p.text for p in document.paragraphs)]
    for text in texts:
        assert say(advice, "warn_no_cv").casefold() in text.casefold()
        assert say(letter, "warn_no_cv").casefold() not in text.casefold()
    assert document.core_properties.language[:2] == letter, "what is written into it is the letter"
    assert json.loads(json.dumps(outline_object(outline)))["advice"] == advice


def test_by_default_all_is_in_the_letters_language() -> None:
    assert outline_of(case_of(AGADIR), None, None, TODAY).advice == "fr"
    assert outline_of(case_of(AGADIR), None, "en", TODAY).advice == "en"
