"""Weights, hours, sums and denials in the many manners of NGOs' and agencies' calls, French and English."""

from __future__ import annotations

import pytest

from assistant.domain import Amount
from assistant.facts import money
from tests.assistant.facts.reading import facts_in
from tests.assistant.facts.test_announcements import read

LANGUAGES = [
    # a wish for one of two
    ("Soit allemand soit italien apprécié.", ["de asset", "it asset"]),
    ("Either German or Italian would be appreciated.", ["de asset", "it asset"]),
    ("L'hébreu et, à défaut, l'espagnol : bienvenus.", ["he asset", "es asset"]),
    ("Hebrew (spoken) and, failing that, Spanish: welcome but not needed.", ["he asset", "es asset"]),
    ("Parler peul ou songhaï, c'est l'idéal ; le français suffit.", ["ff asset", "ses asset", "fr required"]),
    # a wish behind what is no demand
    ("L'italien n'est pas exigé, mais il faciliterait les visites.", ["it asset"]),
    ("Italian is not required, though it would make the visits smoother.", ["it asset"]),
    # those of whom a bracket speaks are others
    ("Parler peul obligatoire (les éleveurs ne parlent que ça) et savoir lire l'arabe, obligatoire aussi.",
     ["ff required", "ar required"]),
    # what is as the one before it in its own line
    ("- Quatre ans, de préférence en ville\n- Anglais : courant, pour le terrain ; français : idem, pour le siège",
     ["en required courant", "fr required"]),
    # short lines of things asked for
    ("WHAT YOU NEED\nEnglish and a driving licence", ["en required"]),
    ("PROFIL\nPermis B et anglais", ["en required"]),
    ("EXIGENCES\nArabe et français\nPermis B\n\nATOUTS\nAnglais et peul",
     ["ar required", "fr required", "en asset", "ff asset"]),
    ("REQUIREMENTS\nArabic and French\n\nPLUSES\nEnglish and Fulfulde",
     ["ar required", "fr required", "en asset", "ff asset"]),
    ("*Exigé* : licence en droit ; arabe et français ; permis B", ["ar required", "fr required"]),
    ("Must: a degree; Arabic; a licence", ["ar required"]),
    ("Nice: a forklift ticket; Turkish", ["tr asset"]),
    ("Autres langues appréciées   haoussa, zarma", ["ha asset", "dje asset"]),
    ("Chef de mission : arabe et français lus, parlés, écrits ; l'anglais est apprécié",
     ["ar required", "fr required lus", "en asset"]),
    ("Minimum: English at C1; French sufficient to read source documents", ["en required C1", "fr required"]),
    # headings of what one may have
    ("Vous avez :\n– un bon français\nVous avez peut-être :\n– de l'anglais", ["fr required", "en asset"]),
    ("You have:\n- good French\nYou may have:\n- some Spanish", ["fr required good", "es asset"]),
    # what is of no use is not asked for
    ("Mooré exigé ; l'anglais n'est d'aucune utilité pour ce poste.", ["mos required"]),
    ("You do not need English, French or a licence.", []),
    # a bracket that says of its own what they are
    ("Parle bien français (tamasheq ou arabe : un avantage)", ["fr required", "tmh asset", "ar asset"]),
    ("English (required); French/Spanish (desirable)", ["en required", "fr asset", "es asset"]),
    ("Anglais exigé, allemand ou espagnol (souhaité)", ["en required", "de asset", "es asset"]),
    ("Trilingue arabe-français-anglais", [f"{code} required Trilingue" for code in ("ar", "fr", "en")]),
    ("Exigences souhaitées :\n• Swahili", ["sw asset"]),
    # an answer that cheers
    ("Tu parles un peu allemand ou espagnol ? Super, sinon on se débrouille.", ["de asset", "es asset"]),
    ("Spanish or German? Great, our visitors will love you.", ["es asset", "de asset"]),
    ("L'arabe, ce serait génial mais pas exigé", ["ar asset"]),
    ("A few words of Wolof will make you friends.", ["wo asset"]),
    ("Parler haoussa vous rendra la vie plus facile, on le compte comme un atout.", ["ha asset"]),
    ("Speaking Hausa will make your work easier; we count it as a plus.", ["ha asset"]),
    ("Anglais courant, nous le parlons comme langue de travail.", ["en required courant"]),
    # the language of the papers
    ("Documents in Spanish or English are equally welcome.", []),
    ("Les dossiers en anglais ou en espagnol sont acceptés.", []),
    ("No need for a degree, English or a licence.", []),
    # a thing that helps, and what is no condition
    ("Parler turc ou kurde aide beaucoup à l'accueil, mais ce n'est pas une condition.", ["tr asset", "ku asset"]),
    ("Parler turc, ce n'est pas une condition.", []),
    # one of them has a name that no list knows
    ("Turkish or Zorbish: an asset, as many guests come from there.", ["tr asset"]),
    ("Turc ou zorbique : un atout", ["tr asset"]),
    ("Hausa or Tebu: an asset", ["ha asset", "dzg asset"]),
    # a table whose last cell stands on a line of its own, and one whose rows begin small
    ("Langues\n Langue          Niveau         Exigence\n Français        courant\n                                   "
     "     obligatoire\n Turc            lu, écrit\n                                        obligatoire\n"
     " Kurde               —                  souhaitable", ["fr required courant", "tr required lu", "ku asset"]),
    ("Langues         |\n         français            C1        exigé\n         turc          B2       exigé\n"
     "kurde                   constitue un avantage", ["fr required C1", "tr required B2", "ku asset"]),
]  # fmt: skip

FIELDS = [
    ("Le permis B serait bien pour les sorties, mais ce n'est pas une condition.", "driving_licence", ["B asset"]),
    ("A driving licence would be handy.", "driving_licence", ["yes asset"]),
    ("Le permis B, c'est pratique, mais on peut faire sans.", "driving_licence", ["B asset"]),
    ("Si vous avez le permis B c'est top, sinon tant pis.", "driving_licence", ["B asset"]),
    ("You do not need French, a driving licence or a degree.", "driving_licence", []),
    ("You need not speak French, a driving licence or a bike will do.", "driving_licence", ["yes required"]),
    ("Véhicule et permis B : un confort, pas une obligation.", "driving_licence", ["B asset"]),
    ("Being able to drive a van would come in handy, though we have taxis.", "driving_licence", ["yes asset"]),
    ("Permis de conduire catégo-\nrie B", "driving_licence", ["B required"]),
    ("Write only HRT-112 in the subject line of your e-mail.", "subject_line", ["HRT-112 required"]),
    ("CV and letter to a@b.example by close of business (17:00 WAT), Wednesday 30 December 2026. The call was first"
     " published with a deadline of 16 December.", "deadline", ["2026-12-30 17:00"]),
    ("Send your CV by 6 pm GMT on 5 January 2027.", "deadline", ["2027-01-05 18:00"]),
    ("Send your CV by noon (London) on 8 January 2027.", "deadline", ["2027-01-08 12:00"]),
    ("Envoyez le CV avant 16 h (Bamako) le 8 janvier 2027.", "deadline", ["2027-01-08 16:00"]),
    ("The closing date, first set for 8 December, has been moved to 22 December 2026, 5.00 p.m. Niamey time.",
     "deadline", ["2026-12-22 17:00"]),
    ("Envoyer le CV avant le 11 décem-\nbre 2026 à 16 heures", "deadline", ["2026-12-11 16:00"]),
    ("Permis B ; sinon, vélo", "driving_licence", ["B asset"]),
    ("A driving licence or, failing that, a bicycle", "driving_licence", ["yes asset"]),
    ("Permis B, à défaut permis A", "driving_licence", ["B required", "A required"]),
    ("Drop a line to help@kitchen.example whenever you like.", "document", []),
    ("Permis   B (souhaité)", "driving_licence", ["B asset"]),
    ("No previous professional experience is expected of you!", "experience_years", ["0"]),
    ("Aucune expérience professionnelle préalable n'est attendue.", "experience_years", ["0"]),
    ("Pas besoin d'avoir déjà travaillé.", "experience_years", ["0"]),
    ("PROFIL\nCinq années à des fonctions comparables", "experience_years", ["5 required"]),
    ("PROFIL\nDix ans d'ancienneté dans le secteur", "experience_years", ["10 required"]),
    ("Vous travaillez quinze heures par semaine.", "working_time", ["part_time quinze heures par semaine"]),
    ("You work thirty-five hours a week.", "working_time", ["full_time thirty-five hours a week"]),
    ("Entre quinze et vingt heures par semaine.", "working_time", ["part_time quinze et vingt heures par semaine"]),
    ("Contract of eleven (11) months", "duration", ["eleven (11) months"]),
    ("Poste de contractuel (CDD de 7 mois avec possibilité de renouvellement)", "duration", ["7 mois"]),
    ("CDD de 7 mois, renouvellement de 3 mois possible", "duration", ["7 mois"]),
    ("We need an assistant (60 %, three days a week), for 14 months.", "duration", ["14 months"]),
    ("Basé à Dax\nAnglais courant\nÀ partir de mai 2027", "start", ["mai 2027"]),
    ("Based in Leeds\nFluent English\nFrom May 2027", "start", ["May 2027"]),
    ("If you hold a driving licence, good for you and for us, but the bus will do.", "driving_licence", ["yes asset"]),
    ("Dossier : CV, pas la peine d'écrire une lettre de motivation.", "document", ["CV required"]),
    ("Send your CV, no need to write a cover letter.", "document", ["CV required"]),
    ("CDD de 14 mois, renouvelable sous réserve de financement", "duration", ["14 mois, renouvelable"]),
    ("Une liste de réserve, valable 24 mois, pourra être constituée.", "duration", []),
    ("Contrat de prestation, 21 jours entre le 4 mai et le 12 juin 2027.", "duration", ["21 jours"]),
    ("The successful candidate will have\n(b) four years post-qualification;", "duration", []),
    ("Salaire : 250.000 F/mois brut, à Dakar", "pay", ["250000 XOF/month"]),
    ("Gross salary: NIS 9,000 per month.", "pay", ["9000 ILS/month"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), LANGUAGES)
def test_languages_and_their_weights(text: str, right: list[str]) -> None:
    assert sorted(read(text, "language")) == sorted(right)


@pytest.mark.parametrize(("text", "field", "right"), FIELDS)
def test_other_facts(text: str, field: str, right: list[str]) -> None:
    assert read(text, field) == right


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Salaire entre dix-huit et vingt-deux mille dirhams par mois", 18000, 22000),
        ("Salaire : de dix-huit à vingt-deux mille dirhams par mois", 18000, 22000),
        ("A salary of eighteen to twenty-two thousand dirhams a month", 18000, 22000),
        ("Indemnité de quinze à vingt euros de l'heure", 15, 20),
        ("Between fifteen and twenty euros an hour", 15, 20),
    ],
)
def test_a_range_of_pay_in_words(text: str, low: int, high: int) -> None:
    found = [fact.value for fact in facts_in(text, money.facts, "pay")]
    assert [(amount.min, amount.max) for amount in found if isinstance(amount, Amount)] == [(low, high)]
