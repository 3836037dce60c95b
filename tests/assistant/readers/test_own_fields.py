"""What a source states beside a text: in the text, found, quoted, and told apart from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.chunks import chunks_of
from assistant.domain import Notice, Posting
from assistant.readers.content import Content
from assistant.reading import body_of, posting_of, read_again

FRENCH = "Vous assurez la comptabilité de l'association dans ses bureaux."
ENGLISH = "You keep the books of the charity and report to the director."


def made(text: str, *fields: tuple[str, str]) -> Posting:
    return posting_of("source", "list.csv#1", Content(text, "1", fields))


def values(posting: Posting) -> list[tuple[str, str]]:
    return [(field.name, field.value.of(posting.text)) for field in posting.fields]


def test_french() -> None:
    posting = made(FRENCH, ("title", "Comptable"), ("location", "Rabat"), ("Télétravail", "2 jours"))
    assert posting.text == (
        f"Comptable\n\n{FRENCH}\n\n# Indications de la source\n\nLieu : Rabat\nTélétravail : 2 jours\n"
    )
    assert values(posting) == [("title", "Comptable"), ("location", "Rabat"), ("Télétravail", "2 jours")]


def test_english() -> None:
    posting = made(ENGLISH, ("deadline", "2026-03-31"), ("title", "Accountant"), ("contract", "FULL_TIME"))
    assert posting.text == (
        f"Accountant\n\n{ENGLISH}\n\n# Stated by the source\n\nApplication deadline: 2026-03-31\nContract: FULL_TIME\n"
    )


def test_without_fields_the_text_stays_as_it_is() -> None:
    assert made(FRENCH).text == FRENCH
    assert made(f"\n {FRENCH}\n", ("link", " ")).text == f"\n {FRENCH}\n"
    assert made(FRENCH).fields == ()


@pytest.mark.parametrize("before", ["", "\n\n ", "# ", "**"])
def test_a_title_that_the_text_begins_with_is_not_said_twice(before: str) -> None:
    text = f"{before}Comptable\n\n{FRENCH}"
    posting = made(text, ("title", "Comptable"))
    assert posting.text == text
    assert values(posting) == [("title", "Comptable")]
    assert posting.title.of(posting.text) == "Comptable"


@pytest.mark.parametrize("text", ["Comptables recherchés.", "COMPTABLE", "Poste : Comptable", ""])
def test_any_other_title_goes_in_front(text: str) -> None:
    assert made(text, ("title", "Comptable")).text == f"Comptable\n\n{text}"


@pytest.mark.parametrize("title", ["Une\nligne", "Un titre sans fin " * 20])
def test_a_title_that_is_no_line(title: str) -> None:
    posting = made(FRENCH, ("title", title))
    assert posting.text.startswith(FRENCH)
    assert values(posting) == [("title", title.strip())]


def test_the_source_goes_before_what_the_text_tells() -> None:
    text = f"ACME recherche un Soudeur, basé à Lyon.\n\n{FRENCH}"
    posting = made(text, ("title", "Comptable"), ("organisation", "Fondation Exemple"), ("location", "31 - TOULOUSE"))
    told = (posting.title, posting.organisation, posting.location)
    assert [span.of(posting.text) for span in told] == ["Comptable", "Fondation Exemple", "TOULOUSE"]
    body = body_of(posting)
    assert body.text == posting.text[: posting.text.index("# Indications")]
    assert (body.organisation.of(body.text), body.location.of(body.text)) == ("ACME", "Lyon")
    assert body.sections == posting.sections[:-1]


def test_its_lines_are_a_section_of_their_own() -> None:
    posting = made(f"Profil\n\n{FRENCH}", ("location", "Rabat"), ("work_time", "35H\nen journée"))
    assert [section.heading for section in posting.sections] == ["Profil", "Indications de la source"]
    assert [section.end for section in posting.sections] == [posting.sections[1].start, len(posting.text)]
    last = chunks_of(posting)[-1]
    assert last.text.startswith("Lieu : Rabat\nTemps de travail : 35H\nen journée")


def test_a_stored_posting_is_read_again_to_the_same() -> None:
    fields = (("title", "Comptable"), ("location", "Rabat"), ("organisation", "ACME"))
    for content in (Content(FRENCH, fields=fields), Content(FRENCH), Content(FRENCH, fields=fields[:1])):
        posting = posting_of("source", "a", replace(content, notices=(Notice("hidden_text"),)))
        assert read_again(posting) == posting
        assert posting.notices == (Notice("hidden_text"),)


def test_a_text_with_the_same_heading_keeps_its_own() -> None:
    posting = made(f"{FRENCH}\n\n# Indications de la source\n\nLieu : Fès", ("title", "Comptable"))
    assert body_of(posting).text == posting.text
