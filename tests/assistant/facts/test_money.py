"""Pay and expenses, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Amount, Posting, Section, Span
from assistant.facts import application, contract, deadline, money, schedule
from tests.assistant.facts.reading import HOSTILE, facts_in, values
from tests.growth import assert_linear


def amount(low: float | None, high: float | None, currency: str | None, per: str | None) -> Amount:
    return Amount(low, high, currency, per)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Honoraires : forfait de 12 000 EUR TTC", [amount(12000, 12000, "EUR", None)]),
        ("Fee: lump sum, EUR 9,000", [amount(9000, 9000, "EUR", None)]),
        (
            "Indemnité : 480 euros par mois. Vacation : 16,97 euros brut de l'heure.",
            [amount(480, 480, "EUR", "month"), amount(16.97, 16.97, "EUR", "hour")],
        ),
        ("Rémunération : 1766, 77 € à 2255,20 € (base 154,36h)", [amount(1766.77, 2255.2, "EUR", None)]),
        ("Développeur - CDI - Paris (39-44k€) (H/F)", [amount(39000, 44000, "EUR", None)]),
        ("Rémunération : 40 k€ fixe, poste H/F", [amount(40000, 40000, "EUR", None)]),
        # all that a line says
        ("Conditions\n- 60K€ - 70K€ + variable\n- CDI", [amount(60000, 70000, "EUR", None)]),
        ("What we offer\n* €45k - €55k + bonus\n* 25 days of holiday", [amount(45000, 55000, "EUR", None)]),
        ("Agence\n- Chiffre d'affaires 70 K€\n- 80 k€", []),
        ("Conditions financières : 45 000 - 55 000€", [amount(45000, 55000, "EUR", None)]),
        ("Rémunération\n\n20 points en cas de diplôme soit 91,60 €", []),
        ("5. FEE\n\n- up to EUR 9,500, all included", [amount(None, 9500, "EUR", None)]),
        ("Rémunération selon votre formation de 31 à 38k bruts par an", [amount(31000, 38000, None, "year")]),
        ("Pay according to training and experience: 31-38k gross a year", [amount(31000, 38000, None, "year")]),
        # an allowance or food beside the pay, with a currency of its own or without
        (
            "The monthly salary is XOF 650,000, plus a hardship allowance of 90,000.",
            [amount(650000, 650000, "XOF", "month")],
        ),
        (
            "Le salaire est de 650 000 XOF par mois, plus une indemnité de garde de 90 000.",
            [amount(650000, 650000, "XOF", "month")],
        ),
        ("Pay: XAF 900,000 a month\nExtras | shift allowance XAF 150,000", [amount(900000, 900000, "XAF", "month")]),
        ("Salaire de 90 000 XOF par mois. Vivres : 4 000 XOF par jour.", [amount(90000, 90000, "XOF", "month")]),
        ("Salary: NGN 90,000 a month. Food: NGN 1,500 a day.", [amount(90000, 90000, "NGN", "month")]),
        ("Gross monthly allowance of 3,000", [amount(3000, 3000, None, "month")]),
        ("Un budget de formation de 2 000 € par an", []),
        ("Satisfaction de nos salariés : 4,10/5", []),
        ("Parrainez vos proches et gagnez 500 € !", []),
        ("Refer a friend and earn £300!", []),
        ("Télétravail : 3 jours par semaine, avec une indemnité de 26 euros par mois", []),
        ("Télétravail : 2 jours, rémunération : 2 100 € par mois", [amount(2100, 2100, "EUR", "month")]),
        ("A yearly training allowance of USD 900, a laptop", []),
        ("Indemnité de formation de 900 € par an", []),
        ("Housing allowance of 400 USD per month", []),
        ("Indemnité de logement : 400 € par mois", []),
        ("Living allowance of 1,300 EUR per month", [amount(1300, 1300, "EUR", "month")]),
        ("Une indemnité mensuelle forfaitaire de 480 euro", [amount(480, 480, "EUR", "month")]),
        ("Indemnité : 1200€/mois.", [amount(1200, 1200, "EUR", "month")]),
        ("Rémunération : neuf mille cinq cents dirhams nets par mois", [amount(9500, 9500, "MAD", "month")]),
        ("Salaire mensuel brut : deux cent soixante-quinze mille francs CFA", [amount(275000, 275000, "XOF", "month")]),
        ("Daily fee of up to two hundred and fifty euros", [amount(None, 250, "EUR", "day")]),
        ("Pay: three thousand to three thousand eight hundred euros per month", [amount(3000, 3800, "EUR", "month")]),
        ("Salaire : quatre mille deux cents dirhams nets par mois.", [amount(4200, 4200, "MAD", "month")]),
        ("Un budget de 3,2 millions d'euros, pris à trente pour cent", []),
        ("Salary ..... TND 2,400 to 2,800 gross per month", [amount(2400, 2800, "TND", "month")]),
        ("- 750 dinars nets par mois + 60 dinars pour le transport", [amount(750, 750, None, "month")]),
        ("- 300 dinars a month, net", [amount(300, 300, None, "month")]),
        ("Loyer : 400 dinars nets par mois", []),
        (
            "Indemnité de cent quatre-vingt mille francs CFA (180 000) par mois",
            [amount(180000, 180000, "XOF", "month")],
        ),
        ("Salary: two thousand euros (2,000) a month", [amount(2000, 2000, "EUR", "month")]),
        ("Rémunération : 11,27 € bruts de l&#39;heure", [amount(11.27, 11.27, "EUR", "hour")]),
        ("À Tozeur : 750 dinars par mois", [amount(750, 750, "TND", "month")]),
        ("Salaire : XOF 350 000 par mois", [amount(350000, 350000, "XOF", "month")]),
        ("Rémunération : 30-35 k€ brut annuel", [amount(30000, 35000, "EUR", "year")]),
        ("Salary: €30-35k gross per year", [amount(30000, 35000, "EUR", "year")]),
        ("Salary: £30,000 - £35,000 per annum", [amount(30000, 35000, "GBP", "year")]),
        ("Salaire : 14 000,50 MAD net", [amount(14000.5, 14000.5, "MAD", None)]),
        ("Salaire : 14\u00a0000,50\u202fMAD net", [amount(14000.5, 14000.5, "MAD", None)]),
        ("de 6000 dh à 8000 dh par mois", [amount(6000, 8000, "MAD", "month")]),
        ("Rémunération : 8 000 à 10 000 MAD net mensuel", [amount(8000, 10000, "MAD", "month")]),
        ("Salary: $65,000 - $75,000 CAD per year", [amount(65000, 75000, "CAD", "year")]),
        ("Daily rate: 350-400 USD", [amount(350, 400, "USD", "day")]),
        ("TJM : 450 €", [amount(450, 450, "EUR", "day")]),
        ("Salaire : 450 €/j", [amount(450, 450, "EUR", "day")]),
        ("Pay: €15/hour", [amount(15, 15, "EUR", "hour")]),
        ("Taux horaire de 11€88 + prime", [amount(11.88, 11.88, "EUR", "hour")]),
        ("Salaire entre 24 000€ brut et 26 000 € brut par an", [amount(24000, 26000, "EUR", "year")]),
        ("Rémunération attractive (Jusqu'à 75K€)", [amount(None, 75000, "EUR", None)]),
        ("Salary from £32,000 a year", [amount(32000, None, "GBP", "year")]),
        ("Salaire annuel brut de 34 à 42 K€ selon profil", [amount(34000, 42000, "EUR", "year")]),
        ("Salaire\n2200 € brut", [amount(2200, 2200, "EUR", None)]),
        ("75007 - CDD 04 mois - 30 K€", [amount(30000, 30000, "EUR", None)]),
        ("Fixed-term, 12 months - salary €30k", [amount(30000, 30000, "EUR", None)]),
        ("Rémunération à partir de 2727€ brut (SEGUR 1-2 inclus)", [amount(2727, None, "EUR", None)]),
        ("Salaire : 4000 DH net par mois + 600 DH par mois de transport", [amount(4000, 4000, "MAD", "month")]),
        ("Salary: 4,000 MAD a month plus 600 MAD a month for transport", [amount(4000, 4000, "MAD", "month")]),
        ("600 DH par mois de transport", []),
        ("A transport allowance of $100 per month", []),
        ("Carte Tickets Restaurants (10,00EUR)", []),
        ("Remboursement à 50 % de l'abonnement (45 € par mois)", []),
        ("Salary: 60,000 Kenyan shillings per month", [amount(60000, 60000, "KES", "month")]),
        ("Salary: 60,000 shillings per month, in Kampala", [amount(60000, 60000, "UGX", "month")]),
        ("You will earn 1.5 million Ugandan shillings a month", [amount(1500000, 1500000, "UGX", "month")]),
        ("Salaire : 900 000 Ar/mois brut", [amount(900000, 900000, "MGA", "month")]),
        ("Salary: NPR 40,000 each month", [amount(40000, 40000, "NPR", "month")]),
        ("1 200 dollars américains par mois", [amount(1200, 1200, "USD", "month")]),
        ("Pay: Rs. 20,000 to 25,000 pm (CTC)", [amount(20000, 25000, "INR", "month")]),
        ("Entre 18 et 22 000 DH nets par mois", [amount(18000, 22000, "MAD", "month")]),
        ("Paie : mille à mille deux cents dinars, à Sfax", [amount(1000, 1200, "TND", None)]),
        ("Payé vingt-cinq euros par séance", [amount(25, 25, "EUR", None)]),
        ("Une indemnité de 650 € est versée chaque mois.", [amount(650, 650, "EUR", "month")]),
        ("Le taux journalier ne dépassera pas 350 euros.", [amount(None, 350, "EUR", "day")]),
        ("A daily rate not exceeding 350 euros", [amount(None, 350, "EUR", "day")]),
        ("Tu auras 900 € par mois, la cantine offerte et une prime.", [amount(900, 900, "EUR", "month")]),
        ("Vous nourrissez les familles, 400 dollars par mois.", []),
        ("We pay £3 more per hour for it.", []),
        ("1 250 € par mois + perdiem de 300 € par mois", [amount(1250, 1250, "EUR", "month")]),
        # no pay
        ("Salaire : à négocier selon profil", []),
        ("Salary: competitive, depending on experience", []),
        ("Base SMIC", []),
        ("Prime de 400 euros dès 400 heures travaillées", []),
        ("Prime habillage mensuelle brute de 7€63", []),
        ("Titres restaurant de 9 € par jour", []),
        ("Un budget de 300 k€ et un chiffre d'affaires de 2 M€", []),
        ("We raised €300,000 of funding", []),
        ("Indemnités kilométriques de 0,51 €/km", []),
        ("Programme financé à hauteur de 250 000 euros", []),
        (
            "Salaire : 1 600 € nets par mois + panier repas à 12 euros par jour.",
            [amount(1600, 1600, "EUR", "month")],
        ),
        # the period and the kind that a label gives
        ("Stipend / month\nEUR 350", [amount(350, 350, "EUR", "month")]),
        (
            "Salaire net\n32 000 MRU par mois\nIndemnité de zone\n6 000 MRU par mois",
            [amount(32000, 32000, "MRU", "month")],
        ),
        ("780 euros d'indemnité par mois", [amount(780, 780, "EUR", "month")]),
        ("Pay: USD 380/mo. to start", [amount(380, 380, "USD", "month")]),
        ("Vous toucherez 180 000 FCFA à la fin de chaque mois.", [amount(180000, 180000, "XOF", "month")]),
        ("You take home KES 62,000 at the end of each month.", [amount(62000, 62000, "KES", "month")]),
        ("Salary: N120,000 monthly", [amount(120000, 120000, "NGN", "month")]),
        ("HORAIRES - REMUNERATION :\n- REMUNERATION 1790.50€ brut pour 35h", [amount(1790.5, 1790.5, "EUR", None)]),
        ("Taux horaire :\n12,80 €", [amount(12.8, 12.8, "EUR", "hour")]),
        ("Gross salary NLe 9,500 – 11,000 per month", [amount(9500, 11000, "SLE", "month")]),
        ("Salaire : 9 500 NLe par mois", [amount(9500, 9500, "SLE", "month")]),
        ("Pay: K8,500 a month, based in Lusaka (Zambia)", [amount(8500, 8500, "ZMW", "month")]),
        ("Salary: R21 000 per month", [amount(21000, 21000, "ZAR", "month")]),
        ("Salaire : niveau N1 700 points", []),
        ("Salary: MK380,000.00 monthly", [amount(380000, 380000, "MWK", "month")]),
        ("Salary: USD1,900 per month", [amount(1900, 1900, "USD", "month")]),
        ("Salaire : MAD6000 net par mois", [amount(6000, 6000, "MAD", "month")]),
        ("Salaire : 21 500 UM par mois", [amount(21500, 21500, "MRU", "month")]),
        ("Salary: UGX 1,400,000/= per month", [amount(1400000, 1400000, "UGX", "month")]),
        ("Money\nEUR 24 to 30 an hour", [amount(24, 30, "EUR", "hour")]),
        ("Un forfait de 12 000 DH pour toute la mission", [amount(12000, 12000, "MAD", None)]),
        ("A lump sum of USD 6,000 for the whole assignment", [amount(6000, 6000, "USD", None)]),
        ("Entre 9 et 11 000 DH selon l'expérience", [amount(9000, 11000, "MAD", None)]),
        # what others get, and a cash box
        ("Chaque famille touche une bourse de 300 € par mois.", []),
        ("Participants get a stipend of USD 80 per month from us.", []),
        # what is given for bringing somebody
        ("Possibilité de toucher 250 euros en parrainant une connaissance !", []),
        ("You can earn 250 dollars if you recommend a friend who is hired.", []),
        ("Touchez 200 € pour chaque ami recommandé.", []),
        ("Vous gérerez une caisse de 20 000 DH par mois.", []),
        ("You will manage a petty cash of MAD 20,000 a month.", []),
        (
            "Net annual salary: XOF 9,840,000, paid in twelve instalments.",
            [amount(9_840_000, 9_840_000, "XOF", "year")],
        ),
        (
            "La rémunération brute mensuelle se situe entre quatre cent quatre-vingt mille (480 000) "
            "et cinq cent soixante mille (560 000) francs CFA.",
            [amount(480_000, 560_000, "XOF", "month")],
        ),
        # what is behind it has an amount of its own
        ("Honoraires : 520 TND par jour, perdiem de 130 TND par nuit.", [amount(520, 520, "TND", "day")]),
        ("Fees: 450 EUR per day, per diem of 90 EUR per night.", [amount(450, 450, "EUR", "day")]),
        ("5. FEE\nA single sum of up to EUR 9,500, taxes included", [amount(None, 9_500, "EUR", None)]),
        ("5. HONORAIRES\nUne somme de 9 500 euros au plus", [amount(None, 9_500, "EUR", None)]),
        # the line was broken behind "="
        ("Net monthly pay: A =\nNGN 410,000; B = NGN 265,000", [amount(410_000, 410_000, "NGN", "month")]),
        ("Salaire mensuel net : poste A =\n350 000 FCFA", [amount(350_000, 350_000, "XOF", "month")]),
    ],
)
def test_pay(text: str, right: list[Amount]) -> None:
    assert values(text, money.facts, "pay") == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Mensuel de 1960,00 Euros à 1960,00 Euros sur 12 mois", amount(1960, 1960, "EUR", "month")),
        ("Annuel de 30000,00 Euros à 35000,00 Euros sur 12 mois", amount(30000, 35000, "EUR", "year")),
        ("Annuel de 64000 Euros à 100000 Euros", amount(64000, 100000, "EUR", "year")),
        ("Annuel de 21621.6 Euros sur 12.0 mois", amount(21621.6, 21621.6, "EUR", "year")),
        ("Horaire de 12.0 Euros à 15.0 Euros sur 12.0 mois", amount(12, 15, "EUR", "hour")),
        ("Horaire de 11,65 Euros", amount(11.65, 11.65, "EUR", "hour")),
        ("Autre de 11,55 Euros à 12,00 Euros", amount(11.55, 12, "EUR", None)),
        ("50 - 55 k€ brut annuel", amount(50000, 55000, "EUR", "year")),
        ("2571.89", amount(2571.89, 2571.89, None, None)),
        ("2000 - 3000", amount(2000, 3000, None, None)),
        ("1 878 €", amount(1878, 1878, "EUR", None)),
        ("12,38H/BRUT", amount(12.38, 12.38, None, "hour")),
        ("12.08€/h", amount(12.08, 12.08, "EUR", "hour")),
        ("1600 NET", amount(1600, 1600, None, None)),
        ("2100€ net par mois", amount(2100, 2100, "EUR", "month")),
        ("A PARTIR DE 18500€ NET", amount(18500, None, "EUR", None)),
        ("A partir de 1 698,30 euros nets", amount(1698.3, None, "EUR", None)),
        ("A partir de 2.572 € brut mensuel +…", amount(2572, None, "EUR", "month")),
        ("Entre 2 159,74 € et 2 835,42 €", amount(2159.74, 2835.42, "EUR", None)),
        ("Entre 2571€ à 3817€ euros bruts me…", amount(2571, 3817, "EUR", None)),
        ("Entre 38K et 40K", amount(38000, 40000, None, None)),
        ("Environ 1750, évolutif", amount(1750, 1750, None, None)),
        ("Rémunération comprise entre 2571€ …", amount(2571, None, "EUR", None)),
        ("entre 2496 et 2662€/mois (brut)", amount(2496, 2662, "EUR", "month")),
        ("entre 2496€ et 2662 selon expérien…", amount(2496, 2662, "EUR", None)),
        ("à partir de 38K€", amount(38000, None, "EUR", None)),
        ("Salaire de base 32 K€ annuel (salaire négociable)", amount(32000, 32000, "EUR", "year")),
        ("Annuel de", None),
        ("13ème mois", None),
        ("Rémunération versée sur 14 mois avec intéressement", None),
        ("Convention du 26 août 1965", None),
        ("Selon la grille de la Syntec", None),
        ("https://jobs.example.com/RCA1/744000098112614-data-engineer", None),
        ("compétitif", None),
    ],
)
def test_each_shape_of_a_salary_box(written: str, right: Amount | None) -> None:
    assert values(f"Salaire : {written}", money.facts, "pay") == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Indemnité de GD : 92 €/j", [amount(92, 92, "EUR", "day")]),
        ("Poste en grand déplacement, 14 €/h", []),
        (
            "Les frais de transport sont remboursés sur justificatifs, dans la limite de 600 TND par lot.",
            [amount(600, 600, "TND", None)],
        ),
        ("Frais de déplacement remboursés à hauteur de 2 DH/km", [amount(2, 2, "MAD", None)]),
        ("Travel costs are reimbursed at EUR 0.40 per km", [amount(0.4, 0.4, "EUR", None)]),
        ("Frais remboursés dans la limite de 200 euros par mois", [amount(200, 200, "EUR", "month")]),
        ("A per diem of 80 USD is paid in the field.", [amount(80, 80, "USD", "day")]),
        ("Travel expenses are reimbursed, €150 per month", [amount(150, 150, "EUR", "month")]),
        ("Salaire : 2000 € par mois", []),
        ("Mileage is paid at £0.45 a mile", [amount(0.45, 0.45, "GBP", None)]),
        ("Transport : 400 DH par mois, sur tickets", [amount(400, 400, "MAD", "month")]),
        ("Transport: MAD 400 a month, against tickets", [amount(400, 400, "MAD", "month")]),
        ("Recharge téléphonique de 100 DH par mois", [amount(100, 100, "MAD", "month")]),
        ("Internet allowance: MAD 200/month", [amount(200, 200, "MAD", "month")]),
        ("Repas pris en charge à concurrence de 80 DH par jour", [amount(None, 80, "MAD", "day")]),
        ("Meals covered up to MAD 80 per day", [amount(None, 80, "MAD", "day")]),
        ("Phone costs are covered (MAD 100/month).", [amount(100, 100, "MAD", "month")]),
        ("Une indemnisation de vos déplacements, à hauteur de 0.43€/kilomètre", [amount(0.43, 0.43, "EUR", None)]),
        ("Trajets payés 0,30 €/km", [amount(0.3, 0.3, "EUR", None)]),
    ],
)
def test_expenses_are_no_pay(text: str, right: list[Amount]) -> None:
    assert values(text, money.facts, "expenses") == right
    if right:
        assert values(text, money.facts, "pay") == []


def test_an_expense_tells_what_it_is_counted_by() -> None:
    found = facts_in("Frais de déplacement remboursés à hauteur de 2 DH/km", money.facts, "expenses")
    assert [fact.detail for fact in found] == ["km"]


def test_an_amount_said_again_without_its_period_is_one_fact() -> None:
    found = facts_in("Salaire : 2000 €\nRémunération de 2000 € par mois", money.facts, "pay")
    assert [fact.value for fact in found] == [amount(2000, 2000, "EUR", "month")]


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    nothing = Span(0, 0)

    def read(text: str) -> None:
        section = Section("application", (), 0, 0, len(text))
        posting = Posting("s/n", "s", "n", text, nothing, nothing, nothing, "fr", (section,))
        for rules in (contract, schedule, money, deadline, application):
            rules.facts(posting)

    assert_linear(read, (unit * 100_000)[:100_000])
