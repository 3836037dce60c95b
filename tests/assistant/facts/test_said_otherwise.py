"""Notices that say their days, lengths, contracts, degrees, papers and titles in other words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.domain import Amount
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

_TABLE = (
    "Library Assistant\nMenai Libraries\n\nReference26-1184Grade3Salary£24,790 - £25,580 a yearHours22.5 hours a week"
    "ContractPermanentClosing dateFriday 4 December 2026, midday\n"
)
_SEASON = "Front Office Agent\n\nFrom: 1 March 2027\nUntil: 31 October 2027 (fixed-term, season)\nCV to hr@tern.example"
_APPRENTICE = "PLACE D'APPRENTISSAGE 2027\n\nDurée de la formation : 3 ans\nAvant de signer, un stage de trois jours."
_DRIVER = "Chauffeur\nPrérequis : permis BCDE en cours de validité ; niveau BEPC ou plus ; parler français."

FACTS = [
    # last days: notices that stay up, forms that come late, an end that one aims at
    ("CV to hr@tern.example. We'll keep the posting up until December 23, 2026.", "deadline", ["2026-12-23"]),
    ("CV to hr@tern.example. The advert runs till 15/01/2027.", "deadline", ["2027-01-15"]),
    ("CV à rh@oued.example. L'annonce reste affichée jusqu'au 3 mai 2027.", "deadline", ["2027-05-03"]),
    ("CV à rh@oued.example. L'annonce court jusqu'au 3 mai 2027.", "deadline", ["2027-05-03"]),
    ("Send the form to hr@tern.example. Forms received after 4.00 p.m. on Thursday 7 January 2027 will be returned.",
     "deadline", ["2027-01-07"]),
    ("CV à rh@oued.example. Les formulaires reçus après le 3 mai 2027 à midi seront retournés.", "deadline",
     ["2027-05-03"]),
    ("CV to hr@tern.example. We close to applicants at midnight on Sunday, January 24th, 2027.", "deadline",
     ["2027-01-24"]),
    ("Écrivez-moi en joignant un CV. J'aimerais boucler pour le 23 décembre 2026.", "deadline", ["2026-12-23"]),
    ("Merci d'écrire pour le 20 janvier 2027 dernier carat, à ferme@oued.example.", "deadline", ["2027-01-20"]),
    ("Bring a copy of your CV to our office.\n⏰ Friday 18 December 2026, 4 pm", "deadline", ["2026-12-18"]),
    # … and a table that lost the space between its labels and values
    (_TABLE, "deadline", ["2026-12-04"]),
    (_TABLE, "contract", ["CDI"]),
    (_TABLE, "reference", ["26-1184"]),
    ("Animateur\n\nCDD 10 moisTemps partiel 24 h/semaine12,40 € brut de l'heure", "pay",
     [str(Amount(12.4, 12.4, "EUR", "hour"))]),
    # the end of a season is no last day to apply
    (_SEASON, "deadline", []),
    (_SEASON, "duration", ["31 October 2027"]),
    # how long
    ("We would like people who can give us one afternoon a week for six months.", "duration", ["six months"]),
    ("Un soir par semaine (18 h 30 – 22 h), pendant trois mois.", "duration", ["trois mois"]),
    ("Conseiller\n\nINTÉRIM · 4 mois · temps plein", "duration", ["4 mois"]),
    ("Pickers\n\nHow long: until the end of October 2027", "duration", ["until the end of October 2027"]),
    ("We offer £26,500 a year pro rata; employment for a fixed term, to 31 March 2028.", "duration",
     ["to 31 March 2028"]),
    (_APPRENTICE, "duration", ["3 ans"]),
    # when it starts
    ("Premières sorties le mercredi 16 décembre 2026.", "start", ["mercredi 16 décembre 2026"]),
    ("Helpline Advisor\n\nTraining starts: 22 February 2027", "start", ["22 February 2027"]),
    ("Twelve new advisers will join the floor on 1 February 2027.", "start", ["1 February 2027"]),
    ("Infirmier\n\nEntrée : à convenir", "start", ["à convenir"]),
    ("Clerk\n\nStart: by agreement", "start", ["by agreement"]),
    ("Vendeur\n\nDisponible le samedi, horaires à convenir.", "start", []),
    # the contract
    ("Nursery nurse\n\n£12.85 per hour   |   Permanent   |   37.5 hours a week", "contract", ["CDI"]),
    ("Physio\n\n€58,000 per year; permanent, 35 hours; a budget for courses", "contract", ["CDI"]),
    ("Play worker\n\nThe post is 25 hours a week, school terms only, and permanent so long as the grant continues.",
     "contract", ["CDI"]),
    ("Puéricultrice\n\nContrat : remplacement à durée déterminée, jusqu'au 30 juin 2027", "contract", ["CDD"]),
    ("Médiateur\n(adjoint d'animation, contractuel 3 ans)", "contract", ["CDD"]),
    ("Concierge\n\nL'engagement se fait par contrat de droit public, à durée indéterminée.", "contract", ["CDI"]),
    ("Coiffeuse\n\nContrat d'apprentissage. Le contrat court sur 20 mois.", "contract", ["apprenticeship"]),
    # pay
    ("Care\n\n£13.05 an hr, breaks paid", "pay", [str(Amount(13.05, 13.05, "GBP", "hour"))]),
    ("Salary: €32,240 rising to €46,905 per annum", "pay", [str(Amount(32240.0, 46905.0, "EUR", "year"))]),
    ("Salaire : 28 000 € évoluant jusqu'à 35 000 € brut par an", "pay", [str(Amount(28000.0, 35000.0, "EUR", "year"))]),
    ("Taux : 28,64 $/h. DEP en conduite d'engins. dg@village.qc.ca", "pay", [str(Amount(28.64, 28.64, "CAD", "hour"))]),
    # licences
    (_DRIVER, "driving_licence", ["B", "C", "D"]),
    ("MOT tester\n\nYou: minimum 5 years in the trade, full UK licence (a must).", "driving_licence", ["yes"]),
    ("Officer\n\nWe expect a degree or equal professional standing; a car and licence.", "driving_licence", ["yes"]),
    ("Nurse\n\nFull UK licence to practise required.", "driving_licence", []),
    # degrees
    (_DRIVER, "degree", ["BEPC"]),
    ("Profile\ndiploma from a hotel school", "degree", ["diploma from a hotel school"]),
    ("Profil\nBac validé.", "degree", ["Bac"]),
    ("At the end you hold a Level 6 certificate.\nEntry: Junior Certificate or equivalent.", "degree",
     ["Junior Certificate"]),
    ("You must hold the National Pool Lifeguard Qualification.", "degree", ["National Pool Lifeguard Qualification"]),
    ("Profil\ndiplôme de carrossier apprécié", "degree", ["diplôme de carrossier"]),
    ("Profil\nTitre d'ASV (RNCP niveau 4) exigé", "degree", ["Titre d'ASV"]),
    # years
    ("Profile\nat least 6 months in care", "experience_years", ["Years(min=0.5, max=None)"]),
    ("Profil\nau moins 6 mois dans le soin", "experience_years", ["Years(min=0.5, max=None)"]),
    ("Dix ans de relevés dorment dans des tableurs.", "experience_years", []),
    ("Une campagne de terrain de dix jours chaque mois dans la baie.", "experience_years", []),
    # languages
    ("You should have GCSEs in English and Maths.", "language", []),
    ("Supervisors on site also speak Bulgarian and Romanian.", "language", []),
    ("Because so many local families speak it, spoken Urdu is required as well.", "language", ["ur"]),
    ("Playgroup on the Isle of Skye\n\nGaelic: you need to be fluent.", "language", ["gd"]),
    ("Helper in Galway\n\nGaelic: you need to be fluent.", "language", ["ga"]),
    # where to apply: a street with its town, a desk that one asks at
    ("CV et lettre à envoyer à : Mairie du Lac, 3 rue du Port, 44000 Nantes.", "apply_to",
     ["Mairie du Lac, 3 rue du Port, 44000 Nantes"]),
    ("Post your CV to Tern, 12 Mill Lane, Hexham NE46 3AB.", "apply_to", ["Tern, 12 Mill Lane, Hexham NE46 3AB"]),
    ("Envoyez votre CV par la poste à l'atelier, route de Moutier 44, 2800 Delémont.", "apply_to",
     ["l'atelier, route de Moutier 44, 2800 Delémont"]),
    ("HOW TO APPLY\nAsk for an application form at reception and bring it back filled in.", "apply_to", ["reception"]),
    ("Apply with a CV. We ask for three days at the workshop before we sign.", "apply_to", []),
    ("We are at 12 Mill Lane, Hexham NE46 3AB. Send a CV to hr@tern.example", "apply_to", ["hr@tern.example"]),
    # a contract that may come later, a diploma of a trade
    ("Cuisinier\n\nCDD de 6 mois. Un CDI pourra vous être proposé ensuite.", "contract", ["CDD"]),
    ("Cook\n\nWe offer a fixed-term contract of a year; a permanent contract may follow.", "contract", ["CDD"]),
    ("Night care\n\nYou need at least 6 months in care.", "experience_years", ["Years(min=0.5, max=None)"]),
    # who it is
    ("Commis Chef — The Tern Arms Hotel, Bangor\n\nTwo years.", "organisation", ["The Tern Arms Hotel"]),
    ("EMS La Prairie, Fully (VS)\nInfirmier diplômé, 80 %\n\nEntrée à convenir.", "organisation", ["EMS La Prairie"]),
    # papers, subject lines, references
    ("Fill in the form at www.tern.example/jobs (we do not\naccept CVs).", "document", []),
    ("Nous n'acceptons pas de CV, remplissez le formulaire.", "document", []),
    ("Please have a photo of your passport and proof of your right to work ready to upload.", "document",
     ["photo of your passport", "proof of your right to work"]),
    ("Text Denise, and bring your ID and last two payslips when she calls you in.", "document",
     ["your ID", "last two payslips"]),
    ("Apportez votre carte d'identité et vos deux dernières fiches de paie.", "document",
     ["carte d'identité", "deux dernières fiches de paie"]),
    ("Ta postulation contient :\n  - une lettre de motivation\n  - le résultat du test\n", "document",
     ["lettre de motivation", "le résultat du test"]),
    ("Infirmier\n\nEnvoi du dossier      : rh@oued.example\nObjet du message      : Bloc Fès 2026", "subject_line",
     ["Bloc Fès 2026"]),
    ("Write to hello@tern.example. The mail should be titled GRM Dar Tern.", "subject_line", ["GRM Dar Tern"]),
    ("CV à rh@oued.example. Le mail doit être intitulé Cuisinier Dakar.", "subject_line", ["Cuisinier Dakar"]),
    ("Driver\n\nPost no.                    Grade\nEN/2266                     D\n", "reference", ["EN/2266"]),
    ("CV to hr@tern.example. Quote competition DSP-26-09.", "reference", ["DSP-26-09"]),
    ("APPEL À CONSULTANTS N° MLI-EVAL-12\n\nL'ONG cherche un évaluateur.", "reference", ["MLI-EVAL-12"]),
]  # fmt: skip

TITLES = [
    ("Earn while you learn at the Tern Arms\n\nCommis Chef Apprentice — The Tern Arms\n\nTwo years.", "Commis Chef"),
    ("L'hiver est là, la rue n'attend pas\n\nL'association Oued cherche des bénévoles de nuit.", "bénévoles"),
    ("Emploi dans le non-marchand | Namur | 29/11/2026\n\nCOMPTABLE (h/f/x) – mi-temps\nL'asbl aide.", "COMPTABLE"),
    ("Cròileagan na Mara\nPlaygroup, Broadford\n\nPLAY LEADER / STIÙIRICHE\n\nNineteen children.", "PLAY LEADER"),
    ("Tern House is a guest house. We would like to meet candidates for a Guest Relations Manager who can run it.",
     "Guest Relations Manager"),
    ("Le Musée du Lac étoffe son équipe de guides conférenciers. Vous choisissez vos visites.", "guides conférenciers"),
    ("            COMMUNE DU LAC\n\nLa commune recrute pour son école un ou une\n\n     ATSEM remplaçant(e)\n\nCadre : "
     "28 heures.", "ATSEM"),
]  # fmt: skip


def _made(text: str, field: str) -> list[tuple[str, str]]:
    found = facts_of(posting_of("cases", "case", Content(text)))
    return [(str(fact.value), fact.modality) for fact in found if fact.field == field]


@pytest.mark.parametrize(("text", "field", "right"), FACTS)
def test_facts(text: str, field: str, right: Sequence[str]) -> None:
    assert [value for value, _ in _made(text, field)] == list(right)


@pytest.mark.parametrize(("text", "right"), TITLES)
def test_titles(text: str, right: str) -> None:
    posting = posting_of("cases", "case", Content(text))
    assert posting.title.of(posting.text).startswith(right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Vous parlez français sans faute ? L'espagnol, lui, est un plus.", [("fr", "required"), ("es", "asset")]),
        ("Vous parlez anglais couramment ? Ce serait un plus.", [("en", "asset")]),
    ],
)
def test_wishes_of_questions(text: str, right: list[tuple[str, str]]) -> None:
    assert _made(text, "language") == right
