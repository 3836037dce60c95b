"""How notices tell when, for how long, for how much, where and with what one applies, in words of their own."""

from __future__ import annotations

import pytest

from assistant.domain import Amount
from assistant.facts import facts_of
from tests.assistant.facts.reading import values

DEADLINES = [
    ("Dossiers chez la sœur économe.\nPlus rien ne sera pris après le vendredi 4 décembre 2026.", ["2026-12-04"]),
    ("Une fois le 14 mai 2027 passé, aucun dossier ne sera examiné.", ["2027-05-14"]),
    ("No applications will be accepted once 14 January 2027 has passed.", ["2027-01-14"]),
    ("La liste est arrêtée le 14 mai 2027 à 17 h et, passé ce délai, nous n'inscrirons plus personne.", ["2027-05-14"]),
    ("The list will be drawn up on 18 December 2026 and after that we can add no more names.", ["2026-12-18"]),
    ("We choose on the 21st and see nobody new after 20 December 2026.", ["2026-12-20"]),
    ("Agent\nMis en ligne 25/11/2026 – Retiré le 08/12/2026", ["2026-12-08"]),
    ("Send your CV to Tess; the ad will be removed on 4 December 2026.", ["2026-12-04"]),
    ("Shoot your resume to a@b.org. Ads come down Friday 18 December 2026.", ["2026-12-18"]),
    ("Evaluator\n8. Submission. a@b.org\n9. Cut-off. Monday, 4 January 2027, 10.00 a.m.", ["2027-01-04"]),
    ("Agent\n6. Dépôt. a@b.org\n7. Clôture. Vendredi 5 mars 2027, 12 h.", ["2027-03-05"]),
    ("Dossier complet. Délai de postulation : 15.12.2026.", ["2026-12-15"]),
    ("Bring your papers to the Centre. Last day for bringing is Tuesday 15th Dec 2026.", ["2026-12-15"]),
    ("Dernier  jour  de  réception :  07/01/2027          Page 1", ["2027-01-07"]),
    ("Leave not taken after 31 March 2027 is lost.", []),
    ("Les congés ne sont plus pris après le 31 mars 2027.", []),
    ("Envoyez votre CV. La réunion du projet est le 14 mai 2027, et après cela aucun rapport ne sera reçu.", []),
]

STARTS = [
    ("Leader\nReporting date | As soon as selected", ["As soon as selected"]),
    ("Mission : 25 jours ouvrés sur deux mois, à partir de la signature.", ["à partir de la signature"]),
    ("It's a permanent gig and you can start straight after New Year.", ["straight after New Year"]),
    ("Cariste\nDémarrage : dès cette semaine", ["dès cette semaine"]),
    ("Selected persons have to join within 15 days.", ["within 15 days"]),
    ("Poste à pourvoir sous quinze jours.", ["sous quinze jours"]),
    ("Three years, fixed-term, effective 1 March 2027", ["1 March 2027"]),
    ("Bénévole\nPremier atelier : samedi 9 janvier 2027.", ["samedi 9 janvier 2027"]),
    ("Storekeeper\nWork opens Monday 7 December 2026 and lasts ten weeks.", ["Monday 7 December 2026"]),
    ("Les entretiens commencent la semaine prochaine.", []),
    ("Interviews start next week. We answer within two weeks.", []),
    ("Disponibilité : réponse sous 15 jours.", []),
]

LENGTHS = [
    ("Animatrice\nC'est quel contrat ? un CDD qui va jusqu'à fin 2027.", ["jusqu'à fin 2027"]),
    ("Officer\nA fixed-term post until the end of 2027.", ["until the end of 2027"]),
    ("Convention à durée déterminée, deux campagnes agricoles.", ["deux campagnes agricoles"]),
    ("Commitment: volunteer, 4 evenings a week, for two school terms", ["two school terms"]),
    ("C'est du temporaire hein : 15 jours de terrain.", ["15 jours de terrain"]),
    ("On démarre lundi 7 décembre 2026, y en a pour quatre mois environ", ["quatre mois"]),
    ("(emploi temporaire, du 7 décembre 2026 au\n   28 février 2027)", ["du 7 décembre 2026 au 28 février 2027"]),
    ("POSITION: fixed-term\nEFFECTIVE: February 1, 2027 to June 30, 2027", ["February 1, 2027 to June 30, 2027"]),
    ("Work should flow from May 2027 through to September 2027.", ["from May 2027 through to September 2027"]),
]

PAY = [
    ("Gérante à Dakar\n90.000 F CFA chaque fin de mois + 2% sur les ventes", [Amount(90000, 90000, "XOF", "month")]),
    ("CTC: Rs. 2.4 lakh to 3.6 lakh p.a.", [Amount(240000, 360000, "INR", "year")]),
    ("Salary: ₹3 lakhs per annum", [Amount(300000, 300000, "INR", "year")]),
    ("Salaire : 6,200 DT bruts de l'heure, majorés la nuit.", [Amount(6.2, 6.2, "TND", "hour")]),
    ("Salaire : 850,000 DT nets par mois.", [Amount(850, 850, "TND", "month")]),
    ("Salaire : 1,250 DT nets par mois.", [Amount(1250, 1250, "TND", "month")]),
    ("Salaire annuel brut : CHF 78'000.– à 92'000.– (13e compris)", [Amount(78000, 92000, "CHF", "year")]),
    ("Remuneration: P264 000 – P312 000 per annum", [Amount(264000, 312000, "BWP", "year")]),
    ("We pay J$32,000 weekly plus service charge.", [Amount(32000, 32000, "JMD", "week")]),
    ("The trainee is paid JOD 1.75 an hour from day one.", [Amount(1.75, 1.75, "JOD", "hour")]),
    ("Driver, Longreach QLD\n$38.50 an hour plus overtime and meal allowance", [Amount(38.5, 38.5, "AUD", "hour")]),
    ("Barème : forfait de 9 600 000 FCFA pour l'ensemble", [Amount(9600000, 9600000, "XOF", None)]),
    ("Il offre le logement, les repas et 900 dollars américains chaque mois.", [Amount(900, 900, "USD", "month")]),
    ("We give a room, lunch and UGX 250,000 per month.", [Amount(250000, 250000, "UGX", "month")]),
    ("Un forfait de 200 € pour le transport.", []),
    ("Prime de logement et 50 000 FCFA par mois de prime de risque.", []),
    ("Ils 10 000 habitants vivent ici.", []),
]

DESKS = [
    (
        "Passez avec une copie de votre diplôme à la Maison de la Culture de Diffa, chez Moutari, tous les matins.",
        ["à la Maison de la Culture de Diffa, chez Moutari"],
    ),
    ("Bring your papers and 1 passport photo to the Centre, Layibi.", ["the Centre, Layibi"]),
    (
        "Sign up in person with Deng at the blue container beside Block 9; carry your alien card.",
        ["the blue container beside Block 9"],
    ),
    (
        "Inscription au local du Comité, 14 rue Dessalines, avec votre acte de naissance.",
        ["au local du Comité, 14 rue Dessalines"],
    ),
    (
        "Technician\nWrite to\nThe Director, P.O. Box 41, Lodwar\nwith testimonials.",
        ["The Director, P.O. Box 41, Lodwar"],
    ),
    (
        "À faire parvenir sous pli fermé à la Direction des Ressources Humaines,\n68 avenue Foch, Lomé, le 3 mai.",
        ["à la Direction des Ressources Humaines, 68 avenue Foch, Lomé"],
    ),
    ("Dossier : CV.\nRetrait et dépôt : guichet du CFP, Saint-Louis", ["guichet du CFP, Saint-Louis"]),
    ("How to apply\nSign in at www.slb-jobs.org and answer the four questions.", ["www.slb-jobs.org"]),
    (
        "Chauffeur\n\nVos missions :\n- livrer\n\nS'inscrire au registre du presbytère avec le permis original.",
        ["au registre du presbytère"],
    ),
    (
        "Officer\nCandidates must apply through the Bank's portal,\n www.bank.org/2604 , attaching a resume.",
        ["www.bank.org/2604"],
    ),
    # a sentence that goes on in the row below
    (
        "Officer\n\n| Location | Accra |\n| How to offer | Upload your proposal |\n| on https://tenders.bank.org |",
        ["https://tenders.bank.org"],
    ),
    (
        "Avis\n\n| Lieu | Accra |\n| Dépôt des offres | Téléverser l'offre |\n| sur https://appels.banque.org |",
        ["https://appels.banque.org"],
    ),
    ("Text your name and a photo of your LC1 letter to Brenda 0772 555 318.", ["0772 555 318"]),
]

PAPERS = [
    (
        "Le dossier comprend une demande timbrée, un certificat médical et l'arrêté d'intégration.",
        ["une demande timbrée", "un certificat médical", "l'arrêté d'intégration"],
    ),
    (
        "Applicants shall furnish: (1) a profile; (2) a session outline; (3) links to two finished series.",
        ["a profile", "a session outline", "links to two finished series"],
    ),
    (
        "The licence, a medical fitness note and a recommendation from a former boss are to be left in the box.",
        ["medical fitness note", "a recommendation from a former boss"],
    ),
    (
        "S'inscrire au registre, auprès de Mme Ba, avec le permis original et une attestation du dernier employeur.",
        ["permis original", "une attestation du dernier employeur"],
    ),
    (
        "Letters by hand are not necessary: simply send your application letter and CV to a@b.org.",
        ["application letter", "CV"],
    ),
    (
        "What to send: personal data form, supervisor's reference, practising certificate. Where: a@b.org",
        ["personal data form", "supervisor's reference", "practising certificate"],
    ),
    (
        "Les intéressées, diplômées d'une école d'infirmières reconnue par le ministère et comptant deux années de"
        " pratique révolues, passeront déposer chez la sœur économe, au rez-de-chaussée :\n\n- copie du diplôme\n"
        "- deux photos d'identité",
        ["copie du diplôme", "deux photos d'identité"],
    ),
    (
        "How: send pics of your work + a voice note to WhatsApp 0750 000 3341.",
        ["pics of your work", "a voice note"],
    ),
    ("Not needed: CV, cover letter", []),
]


@pytest.mark.parametrize(("text", "right"), DEADLINES)
def test_last_days(text: str, right: list[str]) -> None:
    """A last day is told by what comes after it, by an advert that is taken down, or by its label."""
    assert values(text, facts_of, "deadline") == right


@pytest.mark.parametrize(("text", "right"), STARTS)
def test_starts(text: str, right: list[str]) -> None:
    """Work starts upon selection, within days, at a feast; interviews and answers are no start."""
    assert values(text, facts_of, "start") == right


@pytest.mark.parametrize(("text", "right"), LENGTHS)
def test_lengths(text: str, right: list[str]) -> None:
    """Work lasts for terms and seasons, until the end of a year, from one day through to another."""
    assert values(text, facts_of, "duration") == right


@pytest.mark.parametrize(("text", "right"), PAY)
def test_pay(text: str, right: list[Amount]) -> None:
    """Pay is told in lakhs and millimes, in the dollars of more countries, and beside what is given in kind."""
    assert values(text, facts_of, "pay") == right


@pytest.mark.parametrize(("text", "right"), DESKS)
def test_where_to_hand_in(text: str, right: list[str]) -> None:
    """Where one signs up, writes to, brings papers to or texts."""
    assert values(text, facts_of, "apply_to") == right


@pytest.mark.parametrize(("text", "right"), PAPERS)
def test_papers(text: str, right: list[str]) -> None:
    """Papers that a file holds, that are to be left somewhere, that are counted or listed below a long sentence."""
    assert values(text, facts_of, "document") == right


@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        ("Mention à porter sur l'enveloppe : « Technicien forage KLV »", "subject_line", ["Technicien forage KLV"]),
        ("Leave your CV in the box. Mark the envelope DRIVER YBO.", "subject_line", ["DRIVER YBO"]),
        ("Mark the envelope with your name.", "subject_line", []),
        ("PACIFIC BANK          |  Vacancy announcement 260418", "reference", ["260418"]),
        ("Prairie Division\nCOMPETITION 26-214\n\nAssistant", "reference", ["26-214"]),
        ("Écris à a@b.org. No de concours : PAB-26-09", "reference", ["PAB-26-09"]),
        ("Agent\nConcours 2026-2027 : les inscriptions.", "reference", []),
        ("Driver\nIt's a permanent gig.", "contract", ["CDI"]),
        ("Enquêteurs\nC'est du temporaire hein.", "contract", ["temporary"]),
    ],
)
def test_lines_numbers_and_contracts(text: str, field: str, right: list[str]) -> None:
    """Words for the envelope, numbers without letters behind the name of a notice, contracts in plain speech."""
    assert values(text, facts_of, field) == right
