"""What fliers, bulletins and mails of employers say in words of their own: days, lengths, contracts."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import facts_of
from tests.assistant.facts.reading import facts_in, values

DEADLINES = [
    # What all must be there by, where nobody says of what it is
    ("Put the title in the subject line. We must have everything by noon on Wednesday 16 December 2026.", "2026-12-16"),
    ("Envoyez CV et lettre à a@b.fr. Tout doit nous parvenir avant midi le mercredi 16 décembre 2026.", "2026-12-16"),
    ("Leave a short letter. We decide on 22 January 2027, so have it here by Friday 15 January 2027.", "2027-01-15"),
    # The notice itself
    ("Hand your CV in.\n\nPoster comes down on 9 December 2026, that's the last day.", "2026-12-09"),
    ("Donnez votre CV.\n\nL'affiche sera retirée le 9 décembre 2026, c'est le dernier jour.", "2026-12-09"),
    ("Homeward Foundation\n\nPublished: 25.11.2026\nValid to: 11.12.2026", "2026-12-11"),
    ("Centre Horizon\n\nPubliée le : 25/11/2026\nValide jusqu'au : 11/12/2026", "2026-12-11"),
    # What ends: the receipt, the collecting, the door
    ("CV to jobs@x.org. Receipt ends 12 December 2026.", "2026-12-12"),
    ("About applying\n• Please send your CV.\n• We shortlist as we go; the door shuts on 27 December 2026.",
     "2026-12-27"),
    ("Candidature\nEnvoyez votre CV à a@b.fr. La porte se ferme le 27 décembre 2026.", "2026-12-27"),
    ("CV to team@nbh.de. We stop collecting on 31 January 2027.", "2027-01-31"),
    ("CV à a@b.fr. Nous cessons de recevoir les dossiers le 31 janvier 2027.", "2027-01-31"),
    # What comes later
    ("CVs to me. I'm reading them on Monday 14 December 2026 and taking none after that date.", "2026-12-14"),
    ("CV à moi. Je les lirai le lundi 14 décembre 2026 et je n'en prendrai plus après cette date.", "2026-12-14"),
    ("Présentez-vous avec un CV. Après le 20 décembre 2026, il sera trop tard.", "2026-12-20"),
    ("Come with your CV. After 20 December 2026 it will be too late.", "2026-12-20"),
    ("The school doors close on 20 December 2026. Send your CV to a@b.org.", None),
    ("Le permis doit être valable jusqu'au 3 mai 2027.", None),
]  # fmt: skip

STARTS = [
    ("Nature of appointment: fixed-term.\nAssumption of duty: 1st February 2027.", "1st February 2027"),
    ("Length: one year\nKick-off: 3 January 2027", "3 January 2027"),
    ("Durée : un an\nCoup d'envoi : 3 janvier 2027", "3 janvier 2027"),
    ("Quotité : temps plein\nPrise d'effet souhaitée : 15 février 2027", "15 février 2027"),
    ("Hours: 20 a week\nExpected first day: 15 February 2027", "15 February 2027"),
    ("Someone has to sit in the blue chair from 1 April 2027. Could it be you?", "1 April 2027"),
    ("Quelqu'un doit reprendre le bureau bleu à partir du 1er avril 2027.", "1er avril 2027"),
    ("Les agents seront engagés pour 45 jours, à dater du 25 janvier 2027.", "25 janvier 2027"),
    ("The Governors wish to appoint a caretaker to this primary school from 22 February 2027.", "22 February 2027"),
    ("Next group arrives 6 February 2027. To join it, fill out the form.", "6 February 2027"),
    ("Le prochain groupe part le 6 février 2027.", "6 février 2027"),
    ("Contrat de quatre mois. La cuisine rouvre le samedi 9 janvier 2027.", "samedi 9 janvier 2027"),
    ("Seasonal contract. The restaurant reopens on Saturday 9 January 2027.", "Saturday 9 January 2027"),
    ("Vous facturez en freelance. Première commande prévue le 11 janvier 2027.", "11 janvier 2027"),
]

DURATIONS = [
    ("We are hiring a teaching assistant from Monday 11 January 2027 until the end of June 2027.",
     ["from Monday 11 January 2027 until the end of June 2027"]),
    ("Nous recrutons une aide du 11 janvier 2027 jusqu'à la fin de juin 2027.",
     ["du 11 janvier 2027 jusqu'à la fin de juin 2027"]),
    ("C'est 4 500 F l'heure, 16 h par semaine, CDD jusqu'à fin juin 2027.", ["jusqu'à fin juin 2027"]),
    ("It pays 12 € an hour, 16 hours a week, fixed-term until 30 June 2027.", ["until 30 June 2027"]),
    ("We pay 4,500 net a month, on a one-year contract which we hope to renew.", ["one-year"]),
    ("Every winter we look for volunteers who can give us eight weeks or more.", ["eight weeks"]),
    ("Nous cherchons des bénévoles qui peuvent nous consacrer six semaines.", ["six semaines"]),
    ("An apprentice who would spend two and a half years here learning to sew.", ["two and a half years"]),
    ("Un apprenti qui passera deux ans et demi à l'atelier.", ["deux ans et demi"]),
    ("Type of appointment: Fixed-term\nInitial period: Two years", ["Two years"]),
    ("Please give us six weeks' notice of any holiday.", []),
]  # fmt: skip

CONTRACTS = [
    ("The Museum is recruiting temporary staff to cover its winter exhibition.", ["temporary"]),
    ("Personnel\nLes agents retenus seront engagés comme personnel temporaire pour une période de 45 jours.",
     ["temporary"]),
    ("Avis de vacance temporaire\n\nOn remplace une personne en congé de maternité pour sept mois.", ["temporary"]),
    ("Agreement: temporary agreement, 5 months", ["temporary"]),
    ("Conditions\nLes lauréats seront nommés à titre permanent, après un stage probatoire.", ["CDI"]),
    ("A panel from which a permanent, wholetime vacancy is to be filled.", ["CDI"]),
    ("Vos missions\n- gestion du personnel temporaire", []),
    ("Your tasks\n- supervise temporary staff", []),
]  # fmt: skip

LANGUAGES = [
    # What is said of the last ones named
    ("You speak German and Arabic or Turkish; the last two are optional.",
     {"de": "required", "ar": "asset", "tr": "asset"}),
    ("Vous parlez allemand, arabe et turc ; les deux derniers sont facultatifs.",
     {"de": "required", "ar": "asset", "tr": "asset"}),
    ("You speak French and Wolof, the latter being a plus.", {"fr": "required", "wo": "asset"}),
    # A bracket weighs its own language
    ("Languages: Arabic (native), English (very good), French (nice to have)",
     {"ar": "required", "en": "required", "fr": "asset"}),
    ("Profil\n- Arabe (langue maternelle), anglais (très bon), français (apprécié)",
     {"ar": "required", "en": "required", "fr": "asset"}),
    # "Also" of the thing beside it, and not of another clause
    ("Requis : six années, de préférence dans une ONG ; une parfaite connaissance du français, et de l'anglais aussi.",
     {"fr": "required", "en": "required"}),
    # Wishes
    ("Good English. Farsi or Arabic are great to have.", {"en": "required", "fa": "asset", "ar": "asset"}),
    ("Spoken English is a must. Arabic – yes please, but we do have interpreters.", {"en": "required", "ar": "asset"}),
    ("Conditions : parler français, et si possible dioula (atout).", {"fr": "required", "dyu": "asset"}),
    ("Conditions: speaking French, and if possible Dioula (an asset).", {"fr": "required", "dyu": "asset"}),
    ("Preference is given to speakers of Mende.", {"men": "asset"}),
    ("La préférence ira aux locuteurs du mendé.", {"men": "asset"}),
    ("Profil\n- anglais utile pour les parents mais c'est juste un plus", {"en": "asset"}),
    ("Profile\n- Bambara useful with parents, but it's only a plus", {"bm": "asset"}),
    ("We value, though do not require\n- Russian, English", {"ru": "asset", "en": "asset"}),
    # A thing said between two of them, an enumeration, what work is done through
    ("Vous parlez anglais avec les enfants, c'est indispensable, et français avec leurs parents.",
     {"en": "required", "fr": "required"}),
    ("You speak English with the children and French with their parents.", {"en": "required", "fr": "required"}),
    ("Requirements. (a) BSc in chemistry; (c) Kurdish (Sorani) and English, both at working level.",
     {"ckb": "required", "en": "required"}),
    ("Applicants must be able to do business through Irish and through English.", {"ga": "required", "en": "required"}),
    ("The post requires the ability to teach through the medium of Welsh.", {"cy": "required"}),
]  # fmt: skip

HEAD = "Cook\n\nThe Lighthouse is looking for a cook.\n\n"
TETE = "Cuisinier\n\nLa Maison Horizon recrute un cuisinier.\n\n"
ADDRESSES = [
    # By phone as well, and a number that is sent to
    (TETE + "Laissez votre CV à la caisse. Vous pouvez aussi téléphoner : 04 78 55 01 63.",
     ["à la caisse", "04 78 55 01 63"]),
    (HEAD + "Leave your CV at the counter. You can also call 085 213 7740.", ["the counter", "085 213 7740"]),
    (TETE + "Envoyez CV et photo du diplôme sur ce numéro 76 41 22 09.", ["76 41 22 09"]),
    (HEAD + "Send your CV to this number: 0772 412 209.", ["0772 412 209"]),
    # A page in a cell that goes on, or behind words of getting in touch
    (HEAD + "How to offer | Upload the form and an offer\n             | on https://tenders.x.org\n"
     "Queries      | ic@x.org (questions only)", ["https://tenders.x.org"]),
    (TETE + "Faites signe à Koen via la page plumeetcie.be/carnet, avec votre CV.", ["plumeetcie.be/carnet"]),
    (TETE + "Les dossiers sont déposés sur la plateforme carrieres.uir.int avant minuit.", ["carrieres.uir.int"]),
    # A street without a postcode
    (HEAD + "Handwritten applications go to: The Administrator, 17 Hospital Road, Kailahun. Nothing by e-mail.",
     ["The Administrator, 17 Hospital Road, Kailahun"]),
    (HEAD + "Drop by 31 Old Theatre Street and leave a short letter.", ["31 Old Theatre Street"]),
    (TETE + "Passez au 12 rue du Port avec votre CV.", ["12 rue du Port"]),
]  # fmt: skip

DOCUMENTS = [
    (TETE + "Laissez votre CV à la caisse, de préférence après 15 heures.", ["CV"]),
    (HEAD + "Hand your CV to Orla at the counter.", ["CV"]),
    (TETE + "Pas de lettre ! Juste ton CV, sur x.tn/rejoindre.", ["CV"]),
    (HEAD + "To join it, fill out the form on harbour.gr/volunteer and add a scan of your passport and a police check.",
     ["scan of your passport", "a police check"]),
    (HEAD + "Handwritten application, photocopies of credentials and a medical certificate go to: The Administrator,"
     " 17 Hospital Road.", ["Handwritten application", "photocopies of credentials", "a medical certificate"]),
    (TETE + "Les dossiers (formulaire de candidature rempli, copie du passeport) sont déposés sur notre plateforme.",
     ["formulaire de candidature", "copie du passeport"]),
]  # fmt: skip

YEARS = [
    (HEAD + "You'll need: half a year or more behind a coffee machine, and a smile.", [Years(0.5)]),
    (HEAD + "You need at least half a year of experience in a bar.", [Years(0.5)]),
    (HEAD + "At least a year and a half of experience in a bar.", [Years(1.5)]),
    (TETE + "Il faut une année et demie d'expérience en salle.", [Years(1.5)]),
    (TETE + "Deux ans et demi d'expérience en salle.", [Years(2.5)]),
    (HEAD + "Two and a half years of experience in a bar.", [Years(2.5)]),
    (TETE + "Formation : CAP\nAncienneté : au moins 6 ans, dont 2 en salle", [Years(6)]),
    (HEAD + "Seniority | At least 6 years", [Years(6)]),
    (TETE + "Sont requis : un diplôme de fin d'études secondaires ; six années de secrétariat, de préférence dans une"
     " organisation internationale ; une parfaite connaissance du français écrit.", [Years(6)]),
]  # fmt: skip

REFERENCES = [
    ("GIZ / Bénin\n>>> Offre 2026/BEN/57\n\nLa société Agri recherche un cuisinier.", ["2026/BEN/57"]),
    ("Atlas.ma — Annonce 88213\n\nTechnicien", ["88213"]),
    ("NGO Jobs | Listing #55120\n\nOperator", ["55120"]),
    (TETE + "Mentionnez « PSY-TRI » comme référence.", ["PSY-TRI"]),
    (HEAD + "Give KITCHEN-7 as your reference.", ["KITCHEN-7"]),
    (TETE + "Nous avons reçu l'offre 12345 fois.", []),
]


@pytest.mark.parametrize(("text", "right"), DEADLINES)
def test_deadlines_of_fliers(text: str, right: str | None) -> None:
    """A day by which all must be there, on which a notice comes down or a door shuts, is the last one."""
    assert values(text, facts_of, "deadline") == [right] * (right is not None)


@pytest.mark.parametrize(("text", "right"), STARTS)
def test_starts_of_fliers(text: str, right: str) -> None:
    """A day on which somebody has to be there, or the season begins, is a start."""
    assert values(text, facts_of, "start") == [right]


@pytest.mark.parametrize(("text", "right"), DURATIONS)
def test_durations_of_fliers(text: str, right: list[str]) -> None:
    """What one gives or spends, and the day until which somebody is hired, is a length."""
    assert values(text, facts_of, "duration") == right


@pytest.mark.parametrize(("text", "right"), CONTRACTS)
def test_contracts_of_fliers(text: str, right: list[str]) -> None:
    """Staff that is temporary, and those who are named for good, have such contracts."""
    assert [fact.value for fact in facts_in(text, facts_of, "contract")] == right


@pytest.mark.parametrize(("text", "right"), LANGUAGES)
def test_languages_of_fliers(text: str, right: dict[str, str]) -> None:
    """Each language has the weight that is said of it, and not that of its neighbour."""
    assert {str(fact.value): fact.modality for fact in facts_in(text, facts_of, "language")} == right


@pytest.mark.parametrize(("text", "right"), ADDRESSES)
def test_addresses_of_fliers(text: str, right: list[str]) -> None:
    """Another way to apply, a number, a page in the next row and a street are where to apply."""
    assert values(text, facts_of, "apply_to") == right


@pytest.mark.parametrize(("text", "right"), DOCUMENTS)
def test_documents_of_fliers(text: str, right: list[str]) -> None:
    """What is left, handed over, added or goes to somebody is asked for."""
    assert values(text, facts_of, "document") == right


@pytest.mark.parametrize(("text", "right"), YEARS)
def test_years_of_fliers(text: str, right: list[Years]) -> None:
    """Halves of years count, and so do years behind a label or in a long list of what is required."""
    assert values(text, facts_of, "experience_years") == right


@pytest.mark.parametrize(("text", "right"), REFERENCES)
def test_references_of_fliers(text: str, right: list[str]) -> None:
    """The number of an advertisement behind a dash or a sign, and a code that is to be given as the reference."""
    assert values(text, facts_of, "reference") == right
