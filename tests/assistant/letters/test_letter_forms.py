"""What a letter shows: warnings, placeholders, documents, the checklist, and the forms that it is written in."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import docx
import pytest

from assistant.facts import facts_of
from assistant.letters.applying import checklist_of
from assistant.letters.case import Case
from assistant.letters.docx import as_docx
from assistant.letters.domain import CV, Outline, Point
from assistant.letters.fitting import fit_of
from assistant.letters.json_form import checklist_object, fit_object, outline_object
from assistant.letters.markdown import as_markdown, as_text, checklist_markdown, fit_markdown
from assistant.letters.outlining import outline_of
from tests.assistant.letters.making import TODAY, case_of, cvs
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, SEED_NAMES, posting

BEFORE = date(2024, 3, 1)


def points(outline: Outline, key: str) -> list[Point]:
    return [point for part in outline.parts for point in part.points if part.key == key]


def made(text: str) -> Case:
    found = posting(text)
    return Case(found, tuple(facts_of(found)), "a.txt")


def test_without_a_cv_all_is_placeholders_and_questions() -> None:
    outline = outline_of(case_of(AGADIR), None, None, BEFORE)
    assert not outline.has_cv
    assert outline.warnings[0].key == "warn_no_cv"
    assert all(point.text.startswith("[") for point in points(outline, "sender"))
    assert all(point.kind == "question" and "[" in point.notes[0] for point in points(outline, "points"))
    assert all(not quote.of_cv for part in outline.parts for point in part.points for quote in point.quotes)


def test_no_name_comes_from_another_cv() -> None:
    outline_of(case_of(CARE), cvs()["senior"], None, TODAY)
    text = as_text(outline_of(case_of(CARE), cvs()["undated"], None, TODAY))
    assert "Omar Tazi" in text
    assert "El Amrani" not in text


def test_a_name_is_copied_letter_by_letter() -> None:
    quotes = points(outline_of(case_of(AGADIR), cvs()["names"], None, TODAY), "sender")[0].quotes
    assert quotes[0].words == "فاطمة الزهراء آيت باها"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (CARE, ["Indiquer la référence de l'offre dans l'objet du message", "CharPlaid/12/2024"]),
        (OUJDA, ["07/2022/IOT /MAR20000211"]),
        (PARTENARIAT, ["Coordination Maroc – Nom + Prénom"]),
        (AGADIR, ["03/2024/IOTCER/MOR180601T"]),
    ],
)
def test_the_subject_line_is_as_demanded(name: str, words: list[str]) -> None:
    found = [
        quote.words
        for point in points(outline_of(case_of(name), None, None, TODAY), "subject")
        for quote in point.quotes
    ]
    assert set(words) <= set(found)


def test_a_person_is_addressed_only_as_the_posting_names_them() -> None:
    named = points(outline_of(case_of(PARTENARIAT), None, "en", TODAY), "opening")[0]
    assert "".join(named.quotes[0].words.split()) == "MadamelaPrésidenteduPartenariat"
    for name in (CARE, BRULOCALIS, OUJDA, AGADIR):
        assert points(outline_of(case_of(name), None, "en", TODAY), "opening")[0].text == "Dear Sir or Madam,"


def test_a_posting_without_company_contact_or_deadline_gets_placeholders_and_warnings() -> None:
    outline = outline_of(made("Nous recherchons un chauffeur.\n\nProfil :\n- Permis B exigé\n"), None, None, TODAY)
    assert {"warn_no_organisation", "warn_no_contact"} <= {point.key for point in outline.warnings}
    assert all(point.text.startswith("[") for point in points(outline, "recipient"))


@pytest.mark.parametrize(
    ("today", "kind"),
    [(BEFORE, "line"), (date(2024, 4, 5), "warning"), (date(2024, 4, 7), "warning"), (TODAY, "warning")],
)
def test_the_deadline_comes_first(today: date, kind: str) -> None:
    found = checklist_of(case_of(AGADIR), "fr", today)
    assert (found.points[0].key, found.points[0].kind) == ("deadline", kind)
    assert found.overdue == (today == TODAY)
    assert "07/04/2024" in found.points[0].quotes[0].words


def test_a_checklist_names_what_to_send() -> None:
    found = checklist_of(case_of(CARE), "en", TODAY)
    quoted = {
        point.key: [q.words for p in found.points if p.key == point.key for q in p.quotes] for point in found.points
    }
    assert quoted["document"] == ["CV détaillé", "3 références", "lettre de motivation"]
    assert quoted["apply_to"] == ["recrutement@caremaroc.org"]
    assert found.points[0].text.startswith("Overdue")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Merci d'envoyer votre CV et une lettre de motivation en anglais à rh@exemple.org.", "en"),
        ("Please send your CV and cover letter in French to rh@example.org.", "fr"),
        ("Envoyez votre CV à rh@exemple.org.", "fr"),
    ],
)
def test_the_outline_is_in_the_language_that_applications_are_asked_in(sentence: str, language: str) -> None:
    case = made(
        f"Association du Lac recrute un chargé de projet\n\nProfil :\n- Master exigé\n\nCandidature :\n{sentence}\n"
    )
    assert outline_of(case, None, None, TODAY).language == ("fr" if language == "fr" else "en")


def test_a_ranking_puts_required_gaps_first_and_closed_postings_apart() -> None:
    fit = fit_of([case_of(name) for name in SEED_NAMES], cvs()["names"], None, BEFORE)
    assert {ranked.posting for ranked in fit.closed} == {BRULOCALIS, OUJDA}
    missing = [ranked.count("not_shown", "required") for ranked in fit.open]
    assert missing == sorted(missing)
    assert "%" not in fit_markdown(fit)
    assert all(point.quotes for ranked in fit.open for point in ranked.reasons if point.key == "gap")


@pytest.mark.parametrize(("cv", "language", "locale"), [("senior", "fr", "fr-FR"), ("junior", "en", "en-GB")])
def test_a_word_document_has_real_styles_and_its_language(cv: str, language: str, locale: str) -> None:
    outline = outline_of(case_of(CARE), cvs()[cv], "fr" if language == "fr" else "en", TODAY)
    document = docx.Document(io.BytesIO(as_docx(outline)))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == len(outline.parts)
    assert {"List Bullet", "List Bullet 2", "Quote"} <= set(styles)
    assert document.core_properties.language == locale
    assert f'w:lang w:val="{locale}"' in document.styles["Normal"].element.xml
    text = "\n".join(paragraph.text for paragraph in document.paragraphs).replace("\u00a0", " ")
    assert all(" ".join(point.text.split()) in text for part in outline.parts for point in part.points)


def test_markdown_of_hostile_words_stays_text() -> None:
    hostile = "Profil :\n- Maîtrise de <script>alert(1)</script> et de [l'outil](http://evil.example) exigée\n"
    text = as_markdown(outline_of(made(f"Association du Lac recrute un animateur\n\n{hostile}"), None, None, TODAY))
    assert "<script>" not in text


def test_json_carries_each_quote_with_its_place() -> None:
    case, cv = case_of(AGADIR), cvs()["senior"]
    texts = {"cv": cv.text, case.name: case.posting.text}
    objects = [
        outline_object(outline_of(case, cv, None, TODAY)),
        fit_object(fit_of([case], cv, None, TODAY)),
        checklist_object(checklist_of(case, None, TODAY)),
    ]
    quotes = list(_quotes(json.loads(json.dumps(objects))))
    assert len(quotes) > 60
    assert all(texts[quote["source"]][quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)
    assert checklist_markdown(checklist_of(case, "fr", TODAY)).count("« ") >= 4


def _quotes(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, list):
        return [quote for each in value for quote in _quotes(each)]
    if isinstance(value, dict):
        return [value] if "quote" in value else [quote for each in value.values() for quote in _quotes(each)]
    return []


@pytest.mark.parametrize("name", ["student", "changer", "officer", "engineer", "columns"])
def test_every_cv_is_read_with_its_parts(name: str) -> None:
    cv: CV = cvs()[name]
    assert {"experience", "education", "languages"} <= {line.part for line in cv.lines}
