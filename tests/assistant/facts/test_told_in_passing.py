"""What notices tell in passing: who stops reading when, who follows whom, what a file holds, where a number leads."""

from __future__ import annotations

import pytest

from assistant.domain import Amount, Years
from assistant.facts import facts_of
from tests.assistant.facts.reading import facts_in, values

DEADLINES = [
    ("Envoyez votre CV à a@b.org. Je m'arrête au 3 mai 2027.", ["2027-05-03"]),
    ("Cook wanted. Send your CV to a@b.org. I stop on 14 December 2026.", ["2026-12-14"]),
    ("Un message vocal et votre CV au 03 772 519. Je lis tout jusqu'au 20/12/2026, après c'est fini !", ["2026-12-20"]),
    ("Send it to a@b.org. We'll read everything that reaches us up to and including 6 January 2027.", ["2027-01-06"]),
    ("Cook\nRegistration runs for ten days and ends on 14 December 2026 at 5:00 pm.", ["2026-12-14"]),
    ("Cook\nThis round of hiring shuts on 13 December 2026; another follows in spring.", ["2026-12-13"]),
    ("Les plis seront ouverts le 8 janvier 2027 à 10 h ; rien ne sera reçu passé cette heure.", ["2027-01-08"]),
    ("Envelopes are opened on 8 January 2027 at 10:30; nothing is received after that moment.", ["2027-01-08"]),
    ("The books of the project close on 14 December 2026. No report is accepted after that date.", []),
    ("Le rapport est rendu le 14 mai 2027 ; aucune facture n'est payée après cette date.", []),
]

STARTS = [
    ("Cuisinier en CDI. La place est libre tout de suite.", ["tout de suite"]),
    ("Cook\nThe post is free at once.", ["at once"]),
    ("La fondation souhaite pourvoir avant mars 2027 son poste de comptable.", ["mars 2027"]),
    ("Directeur\nIl succédera en avril 2027 à l'actuelle titulaire.", ["avril 2027"]),
    ("Head of office\nShe will succeed the present head in May 2027.", ["May 2027"]),
    ("Teacher. Temporary contract, we begin right after the winter break.", ["right after the winter break"]),
    ("Enseignante en CDD, nous commençons dès la reprise des cours.", ["dès la reprise des cours"]),
    ("Cuisinière\nTravail dès le lundi qui suit.", ["dès le lundi qui suit"]),
    ("Enquêtes\nQuoi : 15 jours\nÀ partir de quand : 11 janvier 2027", ["11 janvier 2027"]),
    ("| Vacancy | Officer |\n| Expected on board | 17 January 2027 |", ["17 January 2027"]),
]

LENGTHS = [
    ("Job temporaire de prof, jusqu'aux vacances de juin", ["jusqu'aux vacances de juin"]),
    ("Temporary teaching job, until the summer holidays.", ["until the summer holidays"]),
    ("CDD d'enseignant jusqu'à la fin de l'année scolaire.", ["jusqu'à la fin de l'année scolaire"]),
    ("Tk 27,000 a month. One year's contract.", ["One year"]),
    ("Nurse. A six months' contract, renewable.", ["six months"]),
    ("The centre welcomes one Research Intern to its team, 1 March to 31 August 2027.", ["1 March to 31 August 2027"]),
    ("Cook\nRegistration runs for ten working days and ends on 14 December 2026.", []),
]

PAY = [
    ("Nurse\nConditions\n – prime locale incluse, 420 USD par mois", [Amount(420, 420, "USD", "month")]),
    ("Cook\nTransport included, $900 a month", [Amount(900, 900, "USD", "month")]),
    ("Prime annuelle : 420 USD.", []),
    ("Teacher in Amman, Jordan\nJD 6 per hour", [Amount(6, 6, "JOD", "hour")]),
    ("The package is between 1.8 and 2.1 million taka a year.", [Amount(1800000, 2100000, "BDT", "year")]),
    ("Salaire : de 1 à 2 millions de FCFA par mois.", [Amount(1000000, 2000000, "XOF", "month")]),
]

YEARS = [
    ("La personne retenue justifiera de huit ans d'évaluations de projets.", [Years(8)]),
    ("Le poste suppose douze ans de responsabilités dans une ONG, un master.", [Years(12)]),
    ("The post presupposes ten years of field leadership.", [Years(10)]),
    ("ROLE: Driver\nYEARS DRIVING: 7, accident-free", [Years(7)]),
    ("Années de conduite : 5", [Years(5)]),
    ("We look for a degree in law, an absolute minimum of two years inside the EU bubble, and English.", [Years(2)]),
    ("Sahab Network has been telling their stories for a decade, and every spring a student joins us.", []),
    ("You have been teaching children for five years or more.", [Years(5)]),
]

DEGREES = [
    ("Nous nous adressons aux étudiants inscrits en licence ou master de droit.", ["licence", "master"]),
    ("Ce qu'il faut : un M2 de psychologie clinique, trois ans de consultation.", ["M2"]),
    ("Profil\n - loyer au m2 de bureau", []),
    ("Profil\n – A0 en sciences infirmières\n – A2 en français", ["A0 en sciences infirmières"]),
    ("You should be in your third or fourth year of a media or design programme, and write well.",
     ["third or fourth year of a media or design programme"]),
    ("Profil\nTu es en troisième année de licence.", ["troisième année de licence"]),
    ("The project is in its third year of a maternal health programme.", []),
    ("Educational Requirements: HSC; graduates may also apply", ["HSC"]),
    ("The board insists on a qualified accountant with a decade of experience.", ["qualified accountant"]),
]  # fmt: skip

PAPERS = [
    ("Envoyez photo du permis + CIN recto verso sur WhatsApp 06 61 22 48 90.", ["photo du permis", "CIN recto verso"]),
    ("Appelez Mme Lare au +228 91 62 08 44. Photo du diplôme à envoyer sur le même numéro.", ["Photo du diplôme"]),
    ("Ajoute l'acte de naissance et l'attestation du BEPC.", ["acte de naissance", "l'attestation du BEPC"]),
    ("Driver\n\nSUBMISSION\nPassport picture, photocopy of licence, letter from last employer.",
     ["Passport picture", "photocopy of licence", "letter from last employer"]),
    ("Bids must comprise a technical proposal, a financial proposal and one previous report, in two sealed envelopes.",
     ["a technical proposal", "a financial proposal", "one previous report"]),
    ("Your file: (1) CV; (2) transcript of records; (3) an essay of 500 words on a river of your choice.",
     ["CV", "transcript of records", "an essay of 500 words on a river of your choice"]),
    ("Fill in the form at numbers.org.gh/tutor and attach a reference from a teacher.", ["a reference from a teacher"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), DEADLINES)
def test_last_days(text: str, right: list[str]) -> None:
    """Whoever reads stops on a day, or takes nothing after it; reports and bills are no applications."""
    assert values(text, facts_of, "deadline") == right


@pytest.mark.parametrize(("text", "right"), STARTS)
def test_starts(text: str, right: list[str]) -> None:
    """A place is free, is to be filled, is taken over from somebody, or begins after the holidays."""
    assert values(text, facts_of, "start") == right


@pytest.mark.parametrize(("text", "right"), LENGTHS)
def test_lengths(text: str, right: list[str]) -> None:
    """Work lasts until the holidays or for "a year's contract"; registration lasts too, and is no work."""
    assert values(text, facts_of, "duration") == right


@pytest.mark.parametrize(("text", "right"), PAY)
def test_pay(text: str, right: list[Amount]) -> None:
    """Pay with a bonus in it, in dinars dear enough, and in millions that only the upper end names."""
    assert values(text, facts_of, "pay") == right


@pytest.mark.parametrize(("text", "right"), YEARS)
def test_years(text: str, right: list[Years]) -> None:
    """Years that a post supposes or a label counts; those for which the employer has worked are none."""
    assert values(text, facts_of, "experience_years") == right


@pytest.mark.parametrize(("text", "right"), DEGREES)
def test_degrees(text: str, right: list[str]) -> None:
    """Degrees that one is studying for, letters of central Africa and Bangladesh, a qualified accountant."""
    assert values(text, facts_of, "degree") == right


@pytest.mark.parametrize(("text", "right"), PAPERS)
def test_papers(text: str, right: list[str]) -> None:
    """Papers sent to a number, added at a desk, or told below « Submission »."""
    assert values(text, facts_of, "document") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("English is essential; Amharic would be considered a strength.", ["required", "asset"]),
        ("Profil\nFrançais exigé. Le dioula serait considéré comme une force.", ["required", "asset"]),
    ],
)
def test_strengths(text: str, right: list[str]) -> None:
    """What would be a strength is no demand."""
    assert [fact.modality for fact in facts_in(text, facts_of, "language")] == right


@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        ("Le dossier parviendra avant le 18 janvier 2027, sous la cote SF-DEC-09.", "reference", ["SF-DEC-09"]),
        ("MERCY ROAD ETHIOPIA                    HR / 2026 / 118\nNurse", "reference", ["HR / 2026 / 118"]),
        ("Grants Manager\nQuote: HT/GM/26", "reference", ["HT/GM/26"]),
        ("COUNCIL\nVacancy Notice 2026-17\n\nLegal Adviser", "reference", ["2026-17"]),
        ("Agent\nConcours 2026-27 : les inscriptions.", "reference", []),
        ("La société est cotée à Paris (Code ISIN : FR00 00).", "reference", []),
        ("Conduite : permis libanais en cours de validité, véhicule fourni", "driving_licence", ["yes"]),
        ("Enquêtes\nSous quel statut : consultant individuel", "contract", ["freelance"]),
        ("We offer an indefinite contract. Two years in law (traineeships excluded).", "contract", ["CDI"]),
        ('Send your CV to hr@s.org. Mention "Facilitator-Ukhiya" in the mail subject.', "subject_line",
         ["Facilitator-Ukhiya"]),
        ("Offre à envoyer à m@c.org, intitulée « Eval Oasis », pour le 10 janvier 2027.", "subject_line",
         ["Eval Oasis"]),
        ("To apply just whatsapp your CV and a 2-min video to 079 555 0132.", "apply_to", ["whatsapp 079 555 0132"]),
        ("Viens retirer puis rendre la fiche d'inscription au secrétariat du centre.", "apply_to",
         ["au secrétariat du centre"]),
        ("Applications should reach The Secretary, P. O. Box CT 2207, Accra.", "apply_to",
         ["The Secretary, P. O. Box CT 2207, Accra"]),
        ("To: alumni@forum.org.uk\nRe: Fundraisers, London\n\nSend your CV to crew@doors.co.uk.", "apply_to",
         ["crew@doors.co.uk"]),
        ("Profil\n– parlez éventuellement amharique, ce que nous verrions d'un bon œil.", "language", ["am"]),
        ("A trainer with six years of training adults, who can deliver wholly in Arabic.", "language", ["ar"]),
        ("Requirements:\n  # Chittagonian dialect is compulsory", "language", ["ctg"]),
        ("Profil\n– maîtrise des langues luxembourgeoise, française et allemande", "language", ["lb", "fr", "de"]),
        ("Maîtrise de la langue arabe, française ou anglaise exigée", "language", ["ar", "fr", "en"]),
        ("Notre entreprise française et allemande parle la langue du client.", "language", []),
        ("CONDITIONS\n3) 5 ans d'expérience comme chauffeur dans une agence", "experience_years", [Years(5)]),
        ("CONDITIONS\n- 5 years of experience as a driver with a company", "experience_years", [Years(5)]),
        ("Notre agence, forte de 5 ans d'expérience dans une société, recrute.", "experience_years", []),
        ("We are a company with 5 years of experience in a group.", "experience_years", []),
        ("Pas besoin de diplôme ni d'expérience, on forme sur place.", "experience_years", [Years(0)]),
        ("No degree or experience needed, we train you.", "experience_years", [Years(0)]),
    ],
)  # fmt: skip
def test_further_lines(text: str, field: str, right: list[str]) -> None:
    """Codes, licences, contracts, subject lines, addresses and languages in words of their own."""
    assert values(text, facts_of, field) == right
