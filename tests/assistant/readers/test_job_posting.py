"""What a page states of a posting for machines."""

from __future__ import annotations

import pytest

from assistant.domain import Notice
from assistant.fact_form import fact_object
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.readers.webpage import contents_of
from assistant.reading import posting_of
from tests.makers.web import INSTRUCTION, html_of, job_posting, json_ld

LONG = "<p>Nous recherchons une personne pour le suivi du projet.</p><ul><li>Bac +5 requis</li></ul>" * 4
FIELDS = (
    ("title", "Chargé(e) de suivi"),
    ("organisation", "Association Atlas"),
    ("location", "Fès, MA"),
    ("work_time", "temps plein"),
    ("salary", "1200-1500 EUR par mois"),
    ("posted", "2026-08-01"),
    ("deadline", "2026-09-14"),
)


def read(value: object, body: str = "") -> list[Content]:
    return contents_of(f"<html><head>{json_ld(value)}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "value",
    [
        job_posting(LONG),
        [job_posting(LONG)],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, job_posting(LONG)]},
        {"@type": "WebPage", "mainEntity": job_posting(LONG)},
        job_posting(LONG) | {"@type": ["Thing", "http://schema.org/JobPosting"]},
        [job_posting(LONG), job_posting(LONG)],  # said twice
        [job_posting(LONG), {"@type": "JobPosting", "title": "Another, only named"}],
    ],
)
def test_a_page_filled_by_a_script_is_its_description(value: object) -> None:
    (content,) = read(value, "<div id=app></div>")
    assert content.fields == FIELDS
    assert content.text.startswith("Nous recherchons une personne")
    assert "- Bac +5 requis" in content.text


def test_a_page_with_a_text_keeps_it() -> None:
    text = "Offre d'emploi\n\n" + "Une association recherche une personne. " * 20
    (content,) = contents_of(html_of(text, traps=False, head=json_ld(job_posting("<p>Autre chose</p>"))))
    assert content.text.startswith("Offre d'emploi")
    assert "Autre chose" not in content.text
    assert content.fields == FIELDS


def test_several_postings() -> None:
    found = read([job_posting(LONG, title="Un"), job_posting(LONG, title="Deux")], "<h1>Nos offres</h1>")
    assert [(content.part, dict(content.fields)["title"]) for content in found] == [("1", "Un"), ("2", "Deux")]


def test_what_is_hidden_in_a_description() -> None:
    (content,) = read(job_posting(f"{LONG}<p style='display:none'>{INSTRUCTION}</p>"))
    assert INSTRUCTION not in content.text
    assert content.notices == (Notice("hidden_text"),)


@pytest.mark.parametrize("description", ["&lt;p&gt;Un&lt;/p&gt;&lt;p&gt;Deux&lt;/p&gt;", "Un\n\nDeux", "<p>Un<p>Deux"])
def test_descriptions_in_any_form(description: str) -> None:
    assert read(job_posting(description, title=""))[0].text == "Un\n\nDeux"


@pytest.mark.parametrize(
    ("stated", "name", "value"),
    [
        ({"title": "Chargé&amp;e <b>de</b> projet"}, "title", "Chargé&e de projet"),
        ({"hiringOrganization": "ACTED"}, "organisation", "ACTED"),
        ({"jobLocation": {"address": "Rabat, Maroc"}}, "location", "Rabat, Maroc"),
        ({"jobLocation": [{"address": {"addressLocality": t}} for t in ("Rabat", "Fès")]}, "location", "Rabat ; Fès"),
        ({"jobLocation": None, "jobLocationType": "TELECOMMUTE"}, "location", "télétravail"),
        ({"employmentType": ["INTERN", "PART_TIME"]}, "contract", "stage"),
        ({"employmentType": ["INTERN", "PART_TIME"]}, "work_time", "temps partiel"),
        ({"employmentType": "CDD"}, "contract", "CDD"),
        ({"employmentType": "https://schema.org/VOLUNTEER"}, "contract", "volontariat"),
        ({"baseSalary": {"currency": "MAD", "value": {"value": 9.0, "unitText": "DAY"}}}, "salary", "9 MAD par jour"),
        ({"baseSalary": {"currency": "EUR", "value": "30000"}}, "salary", "30000 EUR"),
        ({"baseSalary": "480 € par mois"}, "salary", "480 € par mois"),
        ({"validThrough": "2026-09-14T18:00:00+01:00"}, "deadline", "2026-09-14 18:00"),
        ({"validThrough": "14 septembre 2026"}, "deadline", "14 septembre 2026"),
        ({"identifier": {"@type": "PropertyValue", "value": "R-12"}}, "reference", "R-12"),
        ({"experienceRequirements": {"monthsOfExperience": 36}}, "experience", "3 ans d'expérience"),
        ({"experienceRequirements": {"monthsOfExperience": "18"}}, "experience", "18 mois d'expérience"),
        ({"educationRequirements": {"credentialCategory": "bachelor degree"}}, "education", "licence"),
        ({"url": "https://a.example/1"}, "link", "https://a.example/1"),
    ],
)  # fmt: skip
def test_fields(stated: dict[str, object], name: str, value: str) -> None:
    (content,) = read(job_posting(LONG, **stated))
    assert dict(content.fields)[name] == value


@pytest.mark.parametrize(
    "value", [0, None, "", [], {}, {"value": {}}, {"value": {"value": 0}}, {"value": [1, [2]]}, True]
)
def test_fields_in_forms_that_nobody_expects(value: object) -> None:
    names = ("title", "hiringOrganization", "jobLocation", "employmentType", "baseSalary", "validThrough", "identifier")
    more = ("experienceRequirements", "educationRequirements", "url", "mainEntityOfPage", "jobStartDate", "skills")
    (content,) = read(job_posting(LONG, **dict.fromkeys((*names, *more), value)))
    assert "Bac +5 requis" in content.text


@pytest.mark.parametrize("script", ["{", "[1,", '{"@type": "JobPosting", "title": "A",}', "<!-- {} -->", "null", "NaN"])
def test_broken_scripts(script: str) -> None:
    page = f"<script type='application/ld+json'>{script}</script><p>Un poste</p>"
    assert contents_of(page)[0].text == "Un poste"


def test_fields_become_facts_with_their_own_quotes() -> None:
    posting = posting_of("s", "a.html", read(job_posting(LONG))[0])
    facts = {fact.field: fact for fact in facts_of(posting)}
    assert all(posting.text[fact.start : fact.end] == fact.quote for fact in facts.values())
    assert fact_object(facts["deadline"])["value"] == "2026-09-14"
    assert fact_object(facts["pay"])["value"] == {"min": 1200, "max": 1500, "currency": "EUR", "per": "month"}
    assert facts["organisation"].value == "Association Atlas"
    assert facts["working_time"].value == "full_time"
