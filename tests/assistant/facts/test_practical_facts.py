"""When, how long, for how much and where to apply, in the words that people use on boards, walls and telephones."""

from __future__ import annotations

import pytest

from assistant.domain import Amount, Posting, Section, Span
from assistant.facts import application, deadline, money, schedule
from assistant.facts.desks import desks
from tests.assistant.facts.reading import HOSTILE, facts_in, values
from tests.growth import assert_linear

# Enough of a posting for what stands below it to be no head of a letter.
ABOVE = "Nous cherchons un animateur. " * 12


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # the money of the country where the work is
        ("Line cook\nThe Salty Spoon, Agricola Street, Halifax\n$19.50/hr", Amount(19.5, 19.5, "CAD", "hour")),
        ("Commis\nLieu : Gatineau\nSalaire : 23 $ l'heure", Amount(23, 23, "CAD", "hour")),
        ("Farm hand\nNear Rosetown, Saskatchewan\nWe pay $26 an hour.", Amount(26, 26, "CAD", "hour")),
        ("Nurse\nLocation: Chicago\nPay: $40 an hour. We also work in Toronto.", Amount(40, 40, "USD", "hour")),
        ("Chauffeur\nLieu : Bafoussam\nSalaire : 95 000 FCFA par mois", Amount(95000, 95000, "XAF", "month")),
        ("Driver\nPlace: Buea\nPay: 95,000 FCFA a month", Amount(95000, 95000, "XAF", "month")),
        ("Agent\nLieu : Bobo-Dioulasso\nSalaire : 80 000 F par mois", Amount(80000, 80000, "XOF", "month")),
        # codes that are words
        ("Gross monthly salary: TRY 78,000.", Amount(78000, 78000, "TRY", "month")),
        ("Salaire mensuel : 78 000 TRY", Amount(78000, 78000, "TRY", "month")),
        ("Monthly pay: PHP 42,000", Amount(42000, 42000, "PHP", "month")),
        ("Salaire : 42 000 PHP par mois", Amount(42000, 42000, "PHP", "month")),
        ("We pay well. Try 10,000 ideas with us.", None),
        # something else beside the pay
        ("JOD 1,100-1,350 per month, health cover for the family.", Amount(1100, 1350, "JOD", "month")),
        ("Fees: USD 250 per day, per diem not included.", Amount(250, 250, "USD", "day")),
        ("Les honoraires sont de 60 000 XOF par jour, perdiem non compris.", Amount(60000, 60000, "XOF", "day")),
        ("CDD de 12 mois, 80 000 XOF par mois et le carburant.", Amount(80000, 80000, "XOF", "month")),
        ("Fixed term, 900 EUR a month and the fuel.", Amount(900, 900, "EUR", "month")),
        ("Salary is $71,500 per year with a northern allowance of $18,200.", Amount(71500, 71500, "USD", "year")),
    ],
)
def test_pay(text: str, right: Amount | None) -> None:
    assert values(text, money.facts, "pay") == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # by telephone, and in person
        ("Interested? Text your name to 0772 555 913 by Wednesday 2 December 2026.", "2026-12-02"),
        ("Envoyez un SMS avec votre nom au 07 72 55 59 13 avant le 2 décembre 2026.", "2026-12-02"),
        ("Walk-in only, 9am to noon, till Wednesday 9 December 2026: our yard.", "2026-12-09"),
        ("Passez nous voir. On vous reçoit sans rendez-vous jusqu'au 23 décembre 2026.", "2026-12-23"),
        ("Les dossiers sont reçus au poste de garde de l'usine, jusqu'au 23 décembre 2026.", "2026-12-23"),
        ("We take papers till Saturday, 19 December 2026, then we choose.", "2026-12-19"),
        # the last day of what the sentence before asks for
        (
            "Come to the Admin room with your CV and two passport photographs. The last day is 13 December 2026.",
            "2026-12-13",
        ),
        ("Venez avec vos diplômes à la loge. Le dernier jour est le samedi 19 décembre 2026.", "2026-12-19"),
        ("The internship starts on 1 March 2027. The last day is 30 June 2027.", None),
        ("Le stage commence le 1er mars 2027. Le dernier jour est le 30 juin 2027.", None),
        # a list, a notice, a call that closes
        ("Écrivez par le formulaire. La liste sera arrêtée le 20 janvier 2027.", "2027-01-20"),
        ("La liste des candidats retenus sera arrêtée le 20 janvier 2027.", None),
        ("Nous refermerons l'appel le 31 janvier 2027.", "2027-01-31"),
        ("On ferme l'affichage le 23 décembre 2026.", "2026-12-23"),
        ("Fin de l'affichage : 16 décembre 2026, 17 h.", "2026-12-16"),
        ("Posting closes 16 December 2026 at 5 pm.", "2026-12-16"),
        ("Les envois cessent le lundi 4 janvier 2027.", "2027-01-04"),
        ("Apporte ton bulletin. On arrête de chercher le 30 avril 2027.", "2027-04-30"),
        ("Nothing that comes later than January 31, 2027 will be opened.", "2027-01-31"),
        ("Closing:           4:30 p.m., December 21, 2026", "2026-12-21"),
        ("Clôture :            21 décembre 2026", "2026-12-21"),
        # below an address
        ("Where: people@isla.example\nSubject: Comms\nWhen: not beyond January 12, 2027", "2027-01-12"),
        ("Candidature : rh@isla.example\nQuand : pas au-delà du 12 janvier 2027", "2027-01-12"),
        ("Faites-nous connaître votre intérêt avant le 10 janvier 2027.", "2027-01-10"),
        ("Let us know your interest before 10 January 2027.", "2027-01-10"),
        ("The contract is not beyond 31 March 2027.", None),
        ("Le contrat ne va pas au-delà du 31 mars 2027.", None),
    ],
)
def test_deadlines(text: str, right: str | None) -> None:
    assert values(text, deadline.facts, "deadline") == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Reporting date...... 15 December 2026", ["15 December 2026"]),
        ("Resumption: Monday 14th December 2026", ["Monday 14th December 2026"]),
        ("The appointee will resume on 1st March 2027.", ["1st March 2027"]),
        ("Lessons resume on 12 January 2027.", []),
        ("Date d'effet : 1er mars 2027", ["1er mars 2027"]),
        ("Engagement pour six mois, avec effet au 1er janvier 2027.", ["1er janvier 2027"]),
        ("We hope to welcome the person on 4 January 2027.", ["4 January 2027"]),
        ("Nous espérons accueillir la personne le 4 janvier 2027.", ["4 janvier 2027"]),
        ("Contrat de douze mois, CDD, à occuper sitôt signé.", ["sitôt signé"]),
        ("Permanent. From 1 February 2027 or sooner.", ["1 February 2027"]),
        ("Poste permanent. À partir du 1er février 2027 ou plus tôt.", ["1er février 2027"]),
        ("As of 22 February 2027 we shall need an assistant.", ["22 February 2027"]),
        ("L'emploi débute le lundi 1er février 2027.", ["lundi 1er février 2027"]),
        ("The work runs from April 5 to about November 15, 2027.", ["April 5 to about November 15, 2027"]),
    ],
)
def test_starts(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "start") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # two dates
        ("Dates: 15 February – 15 June 2027. Part-time.", ["15 February – 15 June 2027"]),
        ("Dates : 3 mai – 30 septembre 2027", ["3 mai – 30 septembre 2027"]),
        ("The work runs from April 5 to about November 15, 2027.", ["from April 5 to about November 15, 2027"]),
        ("Le contrat court du 5 avril au 15 novembre 2027.", ["du 5 avril au 15 novembre 2027"]),
        # the last day
        ("Échéance du contrat : 31 décembre 2028 (CDD)", ["31 décembre 2028"]),
        ("End of contract: 30 June 2027", ["30 June 2027"]),
        (
            "Temporaire, jusqu'au retour de la titulaire le 27 août 2027",
            ["jusqu'au retour de la titulaire le 27 août 2027"],
        ),
        (
            "Temporary cover until the return of the post holder on 27 August 2027.",
            ["until the return of the post holder on 27 August 2027"],
        ),
        ("L'entrée en poste aura lieu au 1er juin 2027.", []),
        # lengths
        ("Period :    35 working  days", ["35 working days"]),
        ("The appointment runs for one school year.", ["one school year"]),
        ("Durée : une année scolaire", ["une année scolaire"]),
        ("TERM: nine-month fixed-term post", ["nine-month"]),
        ("A minimum of six years post-qualification is expected.", []),
        ("Contrat : apprentissage, rythme 3 jours / 2 jours", []),
        ("Un stage de découverte d'une semaine chez nous avant de signer.", []),
    ],
)
def test_durations(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "duration") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Offers must reach bids@x.example. Mark the message “IC 041 Erosion”.", ["IC 041 Erosion"]),
        ("| Envoi | a@x.example |\n| Objet du courriel     | Candidature SE Kaya      |", ["Candidature SE Kaya"]),
        (f"{ABOVE}\nWrite to a@x.example. The subject should read: Spring 2027. Thanks", ["Spring 2027"]),
        (f"{ABOVE}\nÉcrivez à a@x.example. L'objet devra être : Animateur Lyon. Merci", ["Animateur Lyon"]),
        ('Sealed envelopes, marked "Logs Assistant", go into the box.', ["Logs Assistant"]),
        ("Sous enveloppe fermée portant « Comptable », au siège du cabinet.", ["Comptable"]),
        ("SEND IT\njobs@x.example\nTitle of e-mail: CHN Kenema", ["CHN Kenema"]),
        ("Un CV → emploi@x.example, sujet « Plaidoyer 4/5 ».", ["Plaidoyer 4/5"]),
        ("CV à rh@x.example, objet TECH-PDT-17. Réception jusqu'au 13 décembre.", ["TECH-PDT-17"]),
        ("Send your CV to jobs@x.example, subject Driver Gao.", ["Driver Gao"]),
        ('Put everything in one e-mail to a@x.example with "Gharb RA" as the header.', ["Gharb RA"]),
        ("Apply to a@x.example. Quote the job code in the subject line.", ["Quote the job code in the subject line"]),
        ("APPEL À CANDIDATURES\n\nObjet : sociologue pour une étude", []),
        ("Envoyez votre CV à rh@x.example. Pour tout sujet urgent, « santé » ou non, appelez.", []),
    ],
)
def test_subject_lines(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "subject_line") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("NOTICE\nRef. No:    GMB/IC/2026/041", ["GMB/IC/2026/041"]),
        ("Réf. N° 12/2026/AB", ["12/2026/AB"]),
        ("Écrivez par le formulaire, en rappelant le code ROST-PT.", ["ROST-PT"]),
        ("Write to us, quoting the code ROST-PT.", ["ROST-PT"]),
        ("OFFRE  :  Logisticien(ne)\nCODE   :  LOG/BKV/12", ["LOG/BKV/12"]),
    ],
)
def test_references(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "reference") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # handed in
        ("Les dossiers se déposent au bureau de la Sœur économe, tous les matins.", ["au bureau de la Sœur économe"]),
        (
            "Dossier papier à remettre au bureau d'Agadez, quartier Sabon Gari. Merci",
            ["au bureau d'Agadez, quartier Sabon Gari"],
        ),
        ("Déposez votre CV à la caisse, de préférence l'après-midi.", ["à la caisse"]),
        ("Dossier à glisser sous la porte du studio avant midi.", ["sous la porte du studio"]),
        ("Les candidatures sont reçues à l'accueil du centre.", ["à l'accueil du centre"]),
        ("Hand in your application at the school office, Monday to Friday.", ["the school office"]),
        ("Bring your CV to the kitchen door between 2 and 4.", ["the kitchen door"]),
        (
            "Applications may be left with the guard at the school gate in a closed envelope.",
            ["the guard at the school gate"],
        ),
        ('Sealed envelopes, marked "Logs", go into the box at our front gate.', ["the box at our front gate"]),
        ("CVs should be hand-delivered to the Matron's office before 8 January.", ["the Matron's office"]),
        # behind a label
        ("| Pièces | demande, CV |\n| Dépôt | secrétariat du complexe, de 8 h à 12 h |", ["secrétariat du complexe"]),
        ("Dépôt des plis\nSous enveloppe fermée, au siège du cabinet, Cotonou.", ["siège du cabinet, Cotonou"]),
        (
            "Submit a CV:\n   by mail or in person   Human Resources, 100 Main Street South",
            ["Human Resources, 100 Main Street South"],
        ),
        ("Dépôt des dossiers : au siège, Ziguinchor.\n\nL'enveloppe porte la mention « SCS ».", ["siège, Ziguinchor"]),
        # posted
        (
            "Send your application to The Director, P.O. Box 30197, Nairobi not later than 3 May.",
            ["The Director, P.O. Box 30197, Nairobi"],
        ),
        ("Adressez CV et lettre à M. le Maire, B.P. 12, 97300 Cayenne.", ["M. le Maire, B.P. 12, 97300 Cayenne"]),
        # beside another way
        (
            "Bring CV + certificates to the shop, upstairs. Or WhatsApp them: 6 70 00 18 45.",
            ["WhatsApp 6 70 00 18 45", "the shop, upstairs"],
        ),
        ("Questions : info@x.example. Déposez votre CV au secrétariat.", ["au secrétariat"]),
        # on a page without a path
        ("Postulez en répondant à l'annonce sur le site www.camping.example.", ["www.camping.example"]),
        ("Please go to www.search.example/crf and send a supporting statement.", ["www.search.example/crf"]),
        ("Text your full name to 0772 555 913 to apply.", ["0772 555 913"]),
        # the work itself, and what is no application
        ("Vos missions\n- remettre les dossiers de candidature au secrétariat", []),
        ("Your duties\n- bring applications to the front desk", []),
        ("Le dossier est à retirer au secrétariat.", []),
        ("Après un entretien, vous serez reçu dans nos bureaux avec votre CV.", []),
    ],
)
def test_where_to_apply(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "apply_to") == right


def test_a_desk_is_quoted_with_its_sentence() -> None:
    (fact,) = facts_in("Les dossiers sont reçus à l'accueil, avant le 2 mai 2027.", desks, "apply_to")
    assert fact.quote == "Les dossiers sont reçus à l'accueil, avant le 2 mai 2027."


@pytest.mark.slow
@pytest.mark.parametrize("unit", [*HOSTILE, "déposer au ", "bring to the ", "to box 1 ", "au bureau, "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    nothing = Span(0, 0)

    def read(text: str) -> None:
        section = Section("application", (), 0, 0, len(text))
        desks(Posting("s/n", "s", "n", text, nothing, nothing, nothing, "fr", (section,)))

    assert_linear(read, (f"cv {unit}" + unit * 100_000)[:100_000])
