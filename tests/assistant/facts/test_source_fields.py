"""Facts out of a source's own fields: read by the rules of the field, quoted as they stand in the column."""

from __future__ import annotations

import pytest

from assistant.domain import Amount, Fact, Years
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

TEXT = "Vous assurez la bonne tenue des dossiers dans nos bureaux."
ENGLISH = "You keep the files of the charity and report to the director."


def stated(*fields: tuple[str, str], text: str = TEXT) -> list[Fact]:
    """The facts of a row, without its title."""
    posting = posting_of("source", "list.csv#1", Content(text, "1", fields))
    found = facts_of(posting)
    for fact in found:
        assert posting.text[fact.start : fact.end] == fact.quote
    return [fact for fact in found if fact.field != "title"]


def euros(low: float | None, high: float | None, per: str | None) -> Amount:
    return Amount(low, high, "EUR", per)


FIELDS = [
    ("contract", "CDI", [("contract", "CDI", "stated")]),
    ("contract", "MIS", [("contract", "temporary", "stated")]),
    ("contract", "SAI", [("contract", "CDD", "stated")]),
    ("contract", "Profession libérale", [("contract", "freelance", "stated")]),
    ("contract", "CDD - 6 Mois", [("contract", "CDD", "stated"), ("duration", "6 Mois", "stated")]),
    ("contract", "Fixed-term", [("contract", "CDD", "stated")]),
    ("contract", "FULL_TIME", [("working_time", "full_time", "stated")]),
    ("contract", "INTERN", [("contract", "internship", "stated")]),
    ("contract", "Selon profil", []),
    ("work_time", "Temps plein", [("working_time", "full_time", "stated")]),
    ("work_time", "temps partiel - 24H Autre", [("working_time", "part_time", "stated")]),
    ("work_time", "part-time", [("working_time", "part_time", "stated")]),
    ("work_time", "39H/semaine\nTravail en journée", [("working_time", "full_time", "stated")]),
    ("salary", "Mensuel de 1960,00 Euros à 1960,00 Euros sur 12 mois", [("pay", euros(1960, 1960, "month"), "stated")]),
    ("salary", "Mensuel de 1833.00 Euros à 2250.0 Euros", [("pay", euros(1833, 2250, "month"), "stated")]),
    ("salary", "Annuel de 45000.0 Euros à 55000.0 Euros", [("pay", euros(45000, 55000, "year"), "stated")]),
    ("salary", "Horaire de 11.88 Euros sur 12.0 mois", [("pay", euros(11.88, 11.88, "hour"), "stated")]),
    ("salary", "A PARTIR DE 2200€", [("pay", euros(2200, None, None), "stated")]),
    ("salary", "2500 €", [("pay", euros(2500, 2500, None), "stated")]),
    ("salary", "13ème mois", []),
    ("salary", "De à EUR par an", []),
    ("salary", "Selon profil", []),
    ("experience", "Débutant accepté", [("experience_years", Years(0), "stated")]),
    ("experience", "Expérience exigée de 2 An(s)", [("experience_years", Years(2), "required")]),
    ("experience", "Expérience souhaitée de 1 An(s)", [("experience_years", Years(1), "asset")]),
    ("experience", "5 An(s)", [("experience_years", Years(5), "required")]),
    ("experience", "6 Mois", [("experience_years", Years(0.5), "required")]),
    ("languages", "Anglais (required)", [("language", "en", "required")]),
    ("languages", "Anglais (asset)", [("language", "en", "asset")]),
    ("languages", "Anglais (niveau : B2, exigence : S)", [("language", "en", "asset")]),
    ("languages", "Français, anglais souhaité", [("language", "fr", "required"), ("language", "en", "asset")]),
    ("languages", "Tamazight", [("language", "zgh", "required")]),
    ("education", "Bac+2 ou équivalents (asset)", [("degree", "Bac+2", "asset")]),
    ("education", "CAP, BEP et équivalents (Cuisine, asset)", [("degree", "BEP", "asset"), ("degree", "CAP", "asset")]),
    ("education", "Aucune formation scolaire (required)", []),
    ("licences", "B - Véhicule léger (exigence : S)", [("driving_licence", "B", "asset")]),
    ("licences", "CE - Poids lourd + remorque (= EC) (exigence : E)", [("driving_licence", "CE", "required")]),
    ("licences", "Permis B", [("driving_licence", "B", "required")]),
    ("licences", "Aucun permis (exigence : S)", []),
    ("location", "31 - LA SALVETAT LAURAGAIS", [("location", "LA SALVETAT LAURAGAIS", "stated")]),
    ("location", "Rabat, Maroc", [("location", "Rabat", "stated")]),
    ("location", "France", [("location", "France", "stated")]),
    ("location", "quelque part", [("location", "quelque part", "stated")]),
    ("organisation", "Institut français d'anglais", [("organisation", "Institut français d'anglais", "stated")]),
    ("deadline", "2026-03-31", [("deadline", "2026-03-31", "stated")]),
    ("deadline", "03/04/2026", [("deadline", "2026-04-03", "stated")]),
    ("deadline", "2026-03-31T00:00:00.000Z", [("deadline", "2026-03-31", "stated")]),
    ("deadline", "2026-03-31 00:00:00", [("deadline", "2026-03-31", "stated")]),
    ("start", "1er mars 2026", [("start", "1er mars 2026", "stated")]),
    ("duration", "12 mois", [("duration", "12 mois", "stated")]),
    ("reference", "014/2026", [("reference", "014/2026", "stated")]),
    ("apply_to", "rh@example.org", [("apply_to", "rh@example.org", "stated")]),
    ("apply_to", "https://example.org/postuler", [("apply_to", "https://example.org/postuler", "stated")]),
    ("posted", "2026-01-03", []),
    ("link", "https://example.org/emploi/12", []),
    ("Avantages", "Anglais courant, 2000 € par mois, permis B", []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "facts"), FIELDS)
def test_a_field(name: str, value: str, facts: list[tuple[str, object, str]]) -> None:
    found = stated((name, value))
    assert sorted(((f.field, f.value, f.modality) for f in found), key=str) == sorted(facts, key=str)
    assert {fact.quote for fact in found} <= {value}


def test_the_title_is_the_first_line() -> None:
    content = Content(TEXT, "1", (("title", "Comptable (H/F)"),))
    (title,) = [fact for fact in facts_of(posting_of("source", "a", content)) if fact.field == "title"]
    assert (title.value, title.quote, title.start) == ("Comptable (H/F)", "Comptable (H/F)", 0)


def test_hours_and_levels_stand_beside() -> None:
    (deadline,) = stated(("deadline", "2026-03-31T17:30:00"))
    assert (deadline.value, deadline.detail) == ("2026-03-31", "17:30")
    (language,) = stated(("languages", "Anglais courant (required)"))
    assert (language.value, language.detail) == ("en", "courant")


def test_the_text_comes_first_and_what_is_equal_is_not_said_twice() -> None:
    text = f"Comptable (H/F)\n\n{TEXT}\nContrat : CDI. Anglais exigé.\nLieu : Rabat"
    fields = (("contract", "CDI"), ("contract", "Contrat à durée indéterminée"), ("location", "RABAT"),
              ("languages", "Anglais (required)"))  # fmt: skip
    assert {(f.field, f.value) for f in stated(*fields, text=text)} == {(f.field, f.value) for f in stated(text=text)}
    assert len(stated(*fields, text=text)) == len(stated(text=text))


def test_what_differs_stays_with_a_quote_of_its_own() -> None:
    text = f"Comptable (H/F)\n\n{TEXT}\nContrat : CDI. Anglais exigé."
    found = stated(("contract", "CDD"), ("languages", "Anglais (asset)"), text=text)
    assert [(f.value, f.quote) for f in found if f.field == "contract"] == [("CDI", "Contrat : CDI."), ("CDD", "CDD")]
    assert [f.modality for f in found if f.field == "language"] == ["required", "asset"]


def test_english() -> None:
    found = stated(("deadline", "June 30, 2026"), ("salary", "$50,000 - $60,000 per year"), ("experience", "3 years"),
                   ("languages", "French (preferred)"), ("location", "Nairobi"), text=ENGLISH)  # fmt: skip
    assert {(f.field, f.value, f.modality) for f in found} >= {
        ("deadline", "2026-06-30", "stated"), ("pay", Amount(50000, 60000, "USD", "year"), "stated"),
        ("experience_years", Years(3), "required"), ("language", "fr", "asset"), ("location", "Nairobi", "stated"),
    }  # fmt: skip
