"""What one row of a table says of another, last days told by what ends, and what those who work pay themselves."""

from __future__ import annotations

import pytest

from assistant.domain import Amount
from assistant.facts import facts_of
from tests.assistant.facts.reading import values
from tests.support import posting

ROWS = [
    # a wish for one thing is none for the next row
    ("PERMIS : souhaité\nLANGUES : arabe (courant), français (bon niveau)", {"ar": "required", "fr": "required"}),
    ("Expérience : souhaitée\nLangues : arabe, français", {"ar": "required", "fr": "required"}),
    ("Driving licence: desirable\nLanguages: Arabic, French", {"ar": "required", "fr": "required"}),
    # nor is what a heading wishes for on its own line
    ("Required:\n * Fluent Arabic\nDesirable: work with DHIS2.\nGood English.", {"ar": "required", "en": "required"}),
    # what is taught on the job may be welcome all the same
    ("Quelques mots de kabyle : super, mais on t'apprendra.", {"kab": "asset"}),
    ("A little Wolof: great, but we'll teach you.", {"wo": "asset"}),
    ("L'ONG vous apprendra le wolof.", {}),
    # nor is what one row does without
    ("| Expérience | pas nécessaire |\n| Langue | wolof et français |", {"wo": "required", "fr": "required"}),
    ("| Registration | not needed |\n| Language | Nepali and English |", {"ne": "required", "en": "required"}),
    # a list below such a heading is wished for all the same
    ("Langues : souhaitées\n- arabe\n- français", {"ar": "asset", "fr": "asset"}),
]
LAST_DAYS = [
    ("Apportez une lettre. Merci de venir avant le 19 décembre 2026.", ["2026-12-19"]),
    ("Drop a copy of your licence at our workshop. Please do it before 17 December 2026.", ["2026-12-17"]),
    ("Leave your letter in the box. The box is opened for the last time on 25 December 2026.", ["2026-12-25"]),
    ("Letters that arrive after 9 January 2027 will be kept for the autumn.", ["2027-01-09"]),
    ("Les lettres arrivées après le 9 janvier 2027 seront gardées pour l'automne.", ["2027-01-09"]),
    ("Letters that arrive after 9 January 2027 will be kept for our next round.", ["2027-01-09"]),
    ("Les dossiers arrivés après le 9 janvier 2027 seront conservés pour une autre session.", ["2027-01-09"]),
    ("Book your place on our page. Booking shuts on 22 January 2027.", ["2027-01-22"]),
    ("Sous pli fermé, au bureau, le 20 novembre 2026 à 12 heures précises au plus tard.", ["2026-11-20"]),
    ("In a sealed envelope at the office, 20 November 2026 at 12 noon sharp at the latest.", ["2026-11-20"]),
    ("La boîte est relevée pour la dernière fois le 25 décembre 2026.", ["2026-12-25"]),
    # what is last, kept or done by then, and is no application
    ("You must finish the report before 17 December 2026.", []),
    ("Deadline: 20 December 2026. Last interviews: 15 January 2027.", ["2026-12-20"]),
    ("Date limite : 20 décembre 2026. Derniers entretiens : 15 janvier 2027.", ["2026-12-20"]),
    ("The project was evaluated for the last time on 3 March 2025.", []),
    ("Your application data will be kept for two years after 3 March 2027.", []),
    ("Informal chat: come by before 3 December 2026. Apply by 10 December 2026.", ["2026-12-10"]),
    ("Visitez nos locaux : merci de venir avant le 3 mai 2027. CV avant le 10 mai 2027.", ["2027-05-10"]),
]
PAY = [
    ("Salaire mensuel brut compris entre 14 500 000 et 18 000 000 GNF.", [(14_500_000, 18_000_000, "GNF")]),
    ("Monthly salary between 14,500,000 and 18,000,000 GNF.", [(14_500_000, 18_000_000, "GNF")]),
    ("ILS 180 per day on duty", [(180, 180, "ILS")]),
    # what they pay themselves
    ("You give your time for free and contribute USD 95 a week towards food.", []),
    ("Programme fee: USD 300 per month. Volunteers pay USD 20 a day for their keep.", []),
    ("Tu donnes ton temps et participes à hauteur de 95 € par semaine aux repas.", []),
    ("You contribute to our growth and receive €2,000 a month.", [(2000, 2000, "EUR")]),
    ("Contribute to a growing team for £30,000 a year.", [(30000, 30000, "GBP")]),
    ("Vous contribuez à la croissance et recevez 2 000 € par mois.", [(2000, 2000, "EUR")]),
    ("You pay EUR 300 a month for your room.", []),
    ("Vous versez environ 300 € par mois pour la chambre.", []),
    ("Salaire : 900 € par mois. Vous payez la moitié de la mutuelle, soit 20 €.", [(900, 900, "EUR")]),
]


@pytest.mark.parametrize(("rows", "right"), ROWS)
def test_rows_weigh_themselves_alone(rows: str, right: dict[str, str]) -> None:
    facts = facts_of(posting(f"Agent\n\n{rows}\n"))
    assert {str(fact.value): fact.modality for fact in facts if fact.field == "language"} == right


@pytest.mark.parametrize(("text", "right"), LAST_DAYS)
def test_last_days(text: str, right: list[str]) -> None:
    assert [str(value) for value in values(f"Agent\n\n{text}\n", facts_of, "deadline")] == right


@pytest.mark.parametrize(("text", "right"), PAY)
def test_what_is_paid_and_what_one_pays(text: str, right: list[tuple[float, float, str]]) -> None:
    pay = [fact.value for fact in facts_of(posting(f"Agent\n\n{text}\n")) if isinstance(fact.value, Amount)]
    assert [(amount.min, amount.max, amount.currency) for amount in pay] == right


SUBJECTS = [
    ("À envoyer à Mme Weber, référence à rappeler dans l'objet :\nNUIT-AS-30", ["NUIT-AS-30"]),
    (
        "> Dossier : CV.\n> À envoyer à Mme Weber, référence à rappeler dans l'objet:\n> NUIT-AS-30\n> \n> Merci",
        ["NUIT-AS-30"],
    ),
    ("Please put this in the subject line:\nNight nurse 30", ["Night nurse 30"]),
    ("Merci d'indiquer en objet :\nCandidature agent Kolda", ["Candidature agent Kolda"]),
    ("Ne mettez rien en objet :\nLes candidatures sont lues par la directrice.", []),
]


@pytest.mark.parametrize(("text", "right"), SUBJECTS)
def test_the_subject_on_the_line_below(text: str, right: list[str]) -> None:
    assert values(f"Agent\n\n{text}\n", facts_of, "subject_line") == right


def test_what_is_not_required_below_a_wish_is_no_plus() -> None:
    text = "Required:\n * Fluent Arabic\nDesirable: work with DHIS2.\nA driving licence is not required: a bus leaves."
    assert not [fact for fact in facts_of(posting(f"Assistant\n\n{text}\n")) if fact.field == "driving_licence"]


def test_a_cell_with_a_semicolon_ends_with_its_row() -> None:
    wide = " " * 40
    rows = f"| Language | Nepali; English reading skills{wide}|\n| Licence | driving licence mandatory{wide}|\n"
    quotes = {fact.field: fact.quote for fact in facts_of(posting(f"Engineer\n\n{rows}"))}
    assert "Licence" not in quotes["language"]
    assert "Nepali" not in quotes["driving_licence"]


MORE_PAY = [
    # the code in brackets behind a currency's name, and numbers grouped as in India
    ("Salaire : 210 000 F CFA (XOF) brut par mois.", [(210000, 210000, "XOF", "month")]),
    ("Salaire : 620 000 francs CFA (XAF) par mois et logement.", [(620000, 620000, "XAF", "month")]),
    ("20 dollars américains (USD) de l'heure.", [(20, 20, "USD", "hour")]),
    ("Fee: 350 US dollars (USD) per day.", [(350, 350, "USD", "day")]),
    ("CTC: INR 18,00,000 to 22,00,000 per annum.", [(1_800_000, 2_200_000, "INR", "year")]),
]


@pytest.mark.parametrize(("text", "right"), MORE_PAY)
def test_codes_in_brackets_and_grouped_numbers(text: str, right: list[tuple[float, float, str, str]]) -> None:
    pay = [fact.value for fact in facts_of(posting(f"Agent\n\n{text}\n")) if isinstance(fact.value, Amount)]
    assert [(amount.min, amount.max, amount.currency, amount.per) for amount in pay] == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Return the form with a copy of your ID by 1 December 2026.", ["2026-12-01"]),
        ("First come, first served until the 16th of June 2027.", ["2027-06-16"]),
        ("Premier arrivé, premier servi, jusqu'au 16 juin 2027.", ["2027-06-16"]),
    ],
)
def test_last_days_of_forms_and_of_who_comes_first(text: str, right: list[str]) -> None:
    assert [str(value) for value in values(f"Agent\n\n{text}\n", facts_of, "deadline")] == right
