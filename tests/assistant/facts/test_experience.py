"""Years of experience with their modality, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import experience
from assistant.readers.content import Content
from assistant.reading import posting_of

Found = list[tuple[float | None, float | None, str]]


def read(text: str) -> Found:
    found: Found = []
    for fact in experience.facts(posting_of("cases", "case", Content(text))):
        assert isinstance(fact.value, Years)
        found.append((fact.value.min, fact.value.max, fact.modality))
    return found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("six years or more in grant management or programme work", [(6, None, "required")]),
        ("six ans ou plus en gestion de subventions ou de programmes", [(6, None, "required")]),
        ("Expérience : 2 ans (exigé), 5 ans (idéal)", [(2, None, "required"), (5, None, "asset")]),
        ("At least three years in a similar post, five would be better.", [(3, None, "required"), (5, None, "asset")]),
        ("2 ans minimum dans le domaine, 5 seraient mieux", [(2, None, "required"), (5, None, "asset")]),
        ("3 ans souhaités, 5 seraient un plus", [(3, None, "asset"), (5, None, "asset")]),
        ("Trois ans d'expérience, en zone rurale de préférence", [(3, None, "required")]),
        ("Three years of experience, in a rural area preferably", [(3, None, "required")]),
        ("Trois ans d'expérience de préférence", [(3, None, "asset")]),
        ("Expérience de 3 à 4 ans dans un poste similaire", [(3, 4, "required")]),
        ("3 to 4 years of experience in a similar position", [(3, 4, "required")]),
        ("Permis C (3 ans d'expérience de conduite)", [(3, None, "required")]),
        ("Driving licence (min. 2 years) and 3 years of experience as a driver", [(3, None, "required")]),
        ("Permis B, 2 ans d'ancienneté minimum dans le métier", [(2, None, "required")]),
        ("Au moins 4 annnées d'expérience en gestion", [(4, None, "required")]),
        ("At least 4 yeras of experience in management", [(4, None, "required")]),
        ("Vous avez 2 ans d'expérience sur des pièces à forte valeur ajoutée", [(2, None, "required")]),
        ("Deux ans d'expérience seraient une réelle valeur ajoutée", [(2, None, "asset")]),
        ("Un bac idéalement dans le domaine agricole et une expérience de 2 ans", [(2, None, "required")]),
        ("A degree, ideally in biology and an experience of 2 years", [(2, None, "required")]),
        ("Vous avez idéalement un bac et une expérience de 2 ans", [(2, None, "asset")]),
        ("Profil\n\nIdéalement de formation Bac+5\n- Minimum 5 ans d'expérience", [(5, None, "required")]),
        ("Profil\n\nIdéalement :\n- Minimum 5 ans d'expérience", [(5, None, "asset")]),
        ("? Expérience de 2 ans minimum\n? Connaissance de la moto appréciée", [(2, None, "required")]),
        ("Bac +5 (école de commerce).2 à 4 ans d'expérience en data", [(2, 4, "required")]),
        ("Trois ans d'expérience (une expérience dans une ONG serait un plus)", [(3, None, "required")]),
        # of another degree that will do as well
        ("Licence et 3 ans d'expérience. Un BTS avec 6 ans d'expérience sera accepté.", [(3, None, "required")]),
        ("A degree, 3 years of experience. A diploma with 6 years will be considered.", [(3, None, "required")]),
        ("Only those with a degree and 3 years of experience will be considered.", [(3, None, "required")]),
        ("3 ans exigés, 5 souhaités.", [(3, None, "required"), (5, None, "asset")]),
        ("3 years of experience required, 5 preferred.", [(3, None, "required"), (5, None, "asset")]),
        (
            "3 ans d'expérience exigés, 5 ans souhaités.",
            [(3, None, "required"), (5, None, "asset")],
        ),
        ("Expérience professionnelle de minimum 2 ans dans la gestion de projet", [(2, None, "required")]),
        ("Expérience de gestion de projets (min. 2 ans) y inclus la gestion d'équipes", [(2, None, "required")]),
        ("Min. 2 ans d'expérience professionnelle pertinente", [(2, None, "required")]),
        ("Deux ans d’expérience minimum dans le domaine", [(2, None, "required")]),
        ("At least five years of relevant experience", [(5, None, "required")]),
        ("Five (5) years' experience in a similar role", [(5, None, "required")]),
        ("Experience: 2 years+", [(2, None, "required")]),
        ("5+ years of experience in data engineering", [(5, None, "required")]),
        ("+5 ans d'expérience", [(5, None, "required")]),
        ("Expérience : 18 mois minimum", [(1.5, None, "required")]),
        ("0-2 years of experience", [(0, 2, "required")]),
        ("Entre 0 et 1 an d'expérience", [(0, 1, "required")]),
        ("De 6 mois à 2 ans d'expérience", [(0.5, 2, "required")]),
        ("Moins de 2 ans d'expérience", [(None, 2, "required")]),
        ("Up to 3 years of experience", [(None, 3, "required")]),
        ("Expérience : 5/7 ans", [(5, 7, "required")]),
        ("Expérience souhaitée de 2 ans minimum", [(2, None, "asset")]),
        ("Vous disposez idéalement d'une expérience de 2 années dans ce domaine.", [(2, None, "asset")]),
        ("Ideally, you have 3 years of experience.", [(3, None, "asset")]),
        ("3 ans d'expérience, idéalement dans le secteur bancaire.", [(3, None, "required")]),
        ("Expérience significative (idéalement au moins 3 ans) en vision", [(3, None, "asset")]),
        (
            "Vous bénéficiez de 10 ans d'expérience, dont 5+ ans sur des solutions Oracle",
            [(10, None, "required"), (5, None, "required")],
        ),
        ("Qualifications souhaitables :\n- 1 an d'expérience en C++", [(1, None, "asset")]),
        ("Minimum de 3 ans dans la programmation de jeux", [(3, None, "required")]),
        ("Votre expérience : stage inclus, d'une durée de 1 à 2 ans minimum", [(1, 2, "required")]),
        ("Fort d'une expérience de 3 ans minimum, vous aimez le terrain.", [(3, None, "required")]),
        # without the word "experience": the noun of the years, or a verb in the perfect
        ("Au moins cinq années de terrain", [(5, None, "required")]),
        ("Minimum seven years' practice as an evaluator", [(7, None, "required")]),
        ("Huit ans d'activité professionnelle dans la spécialité", [(8, None, "required")]),
        ("Not less than twelve years of progressively responsible service", [(12, None, "required")]),
        ("Avoir été gardien, ou agent de sécurité, pendant deux ans", [(2, None, "required")]),
        ("To have given advice in a law centre for a year or longer", [(1, None, "required")]),
        ("Avoir exercé cinq ans un poste de direction", [(5, None, "required")]),
        ("Having spent three years in community health", [(3, None, "required")]),
        ("Ancienneté dans la fonction : 5 ans", [(5, None, "required")]),
        ("Solid track record (3 years minimum) in advocacy", [(3, None, "required")]),
        # the least, where the clause names nothing else that the years could be of
        ("4 yrs minimum at the wheel of a 4x4", [(4, None, "required")]),
        ("Trois ans minimum passés dans une association", [(3, None, "required")]),
        # numbers in words, and other units
        ("Une dizaine d'années de pratique est exigée.", [(10, None, "required")]),
        ("A decade of field work is a must.", [(10, None, "required")]),
        ("Eighteen months' experience in a call centre", [(1.5, None, "required")]),
        ("Pas moins de trois ans d'expérience", [(3, None, "required")]),
        ("No less than three years of experience", [(3, None, "required")]),
        ("Avoir déjà fait deux campagnes de récolte", [(2, None, "required")]),
        ("Bac+5 et deux ans de métier", [(2, None, "required")]),
        # wishes
        ("Nous souhaiterions deux ans de service dans un programme voisin.", [(2, None, "asset")]),
        ("Two years in this role would tip the balance in your favour.", [(2, None, "asset")]),
        # behind a label of years, whose number may stand alone
        ("Nombre d'années d'expérience : 6", [(6, None, "required")]),
        ("Years of experience: 6", [(6, None, "required")]),
        ("Expérience requise (en années)\n3", [(3, None, "required")]),
        ("Minimum experience (years)\n3", [(3, None, "required")]),
        ("Ancienneté demandée ........ 4 ans", [(4, None, "required")]),
        ("Years in logistics ........ 4 (four) or so", [(4, None, "required")]),
        # at the head of a requirement, and behind a verb that demands
        ("Profil\n- Sept ans auprès de personnes sourdes", [(7, None, "required")]),
        ("Requirements\n- Seven years of stock keeping", [(7, None, "required")]),
        ("On demande trois années de guichet, pas moins.", [(3, None, "required")]),
        ("You have clocked up four years in microfinance.", [(4, None, "required")]),
        ("Vous exercez ce métier depuis au moins cinq ans.", [(5, None, "required")]),
        ("24 mois d'expérience exigés ; 36 mois seraient un plus.", [(2, None, "required"), (3, None, "asset")]),
        ("24 months of experience required; 36 months would be a plus.", [(2, None, "required"), (3, None, "asset")]),
        ("Deux ans de terrain, c'est mieux.", [(2, None, "asset")]),
        ("Two years of fieldwork would be better.", [(2, None, "asset")]),
        ("Exp. : 3-5 ans", [(3, 5, "required")]),
        ("3/ 5 ans d'expérience", [(5, None, "required")]),  # the third of a list
        ("3 / 5 years of experience", [(3, 5, "required")]),
        ("Exp: 3-5 yrs", [(3, 5, "required")]),
        ("Profil : H/F, 3 ans dans le BTP", [(3, None, "required")]),
        ("Profile: M/F, 3 years in construction", [(3, None, "required")]),
        ("Trois années complètes de terrain derrière vous", [(3, None, "required")]),
        ("We do insist on five years of published work.", [(5, None, "required")]),
        # A weight makes them the candidate's, whoever else the sentence speaks of.
        ("Quatre ans de métier seraient un plus, mais nous formons aussi.", [(4, None, "asset")]),
        ("Four years in the trade would be a plus, but we train people too.", [(4, None, "asset")]),
        ("Nous lirons les dossiers qui réunissent : huit ans d'expérience, un master.", [(8, None, "required")]),
        ("À compétences égales, nous préférons une personne qui a six ans d'expérience.", [(6, None, "asset")]),
        ("All else being equal, we favour those with six years of experience.", [(6, None, "asset")]),
        ("A year's experience in a similar place would be a plus.", [(1, None, "asset")]),
        ("Quatre années de recherche après la thèse (obligatoire)", [(4, None, "required")]),
        ("Four years of research after the PhD (mandatory)", [(4, None, "required")]),
        ("Souhaité : trois ans sur des fermes ; un permis.", [(3, None, "asset")]),
        ("Preferred: three years on farms; a licence.", [(3, None, "asset")]),
        ("Indispensable ........ 3 ans de relecture", [(3, None, "required")]),
        ("Experience\nValue: 4 years (required)", [(4, None, "required")]),
        ("Idéalement vous soudez depuis 4 ans.", [(4, None, "asset")]),
        ("Si vous avez deux ans de vente derrière vous, c'est encore mieux.", [(2, None, "asset")]),
        ("If you have two years of retail behind you, even better.", [(2, None, "asset")]),
        ("Two years behind a bar? Also nice, not a must.", [(2, None, "asset")]),
        ("Un certificat est utile, sans être exigé.\nPareil pour quatre ans de métier.", [(4, None, "asset")]),
        ("A certificate helps but is no condition.\nThe same goes for four years in the trade.", [(4, None, "asset")]),
        ("P  4 years in a shop", [(4, None, "required")]),
    ],
)
def test_years_asked_for(text: str, right: Found) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Un an, avec possibilité de prolongation",
        "L'association que vous rejoignez existe depuis 20 ans.",
        "Vous habitez la région depuis 5 ans.",
        "Vous êtes titulaire du permis depuis 3 ans.",
        "One year, with possibility of extension",
        "You must have held a driving licence for at least two years.",
        "You drive, and you have had your licence for over three years.",
        "Une première expérience est exigée.",
        "First experience required.",
        "Une entreprise créée depuis 20 ans",
        "Permis de conduire B et C obligatoire (6 ans d'ancienneté minimum)",
        "Category C licence (four years' seniority minimum)",
        "A family company since 20 years",
        "Élue entreprise où il fait bon travailler depuis 7 ans",
        "Fort d'une expérience de près de 150 ans, notre groupe fournit la planète.",
        "Avec 30 ans d'expérience, la société s'appuie sur 3 000 salariés.",
        "Our firm has over 30 years of experience.",
        "CDD de 2 ans renouvelable, salaire selon expérience",
        "Durée de la mission : 3 ans",
        "Bac+5, diplôme obtenu après 5 ans d'études",
        "Three years of study",
        "Être âgé de 18 ans au minimum",
        "You must be at least 18 years old.",
        "Stage de 6 mois pour une expérience unique",
        "Contrat d'alternance de 2 ans",
        "Permis B depuis 3 ans",
        "Nous allons doubler au cours des 5 prochaines années.",
        "Expérience souhaitée. CDI. Rémunération sur 13 mois.",
        "Accord de télétravail après 3 mois d'ancienneté",
        "24/7 support, 35 h",
        "Une expérience significative d'encadrement de groupes d'enfants entre 4 et 12 ans est demandée.",
        "Experience with children aged 4 to 12 years",
        "Permis B depuis au moins trois ans",
        "Passport valid for at least two years",
        "Disponible au moins deux ans",
        "You have lived in the country for at least five years.",
        "A learning allowance of MAD 5,000 a year, according to experience",
        "Notre équipe, qui cumule trente ans d'expérience, vous accueille.",
        "Une expérience confirmée est demandée.",
        "Significant experience is required.",
        "Sans expérience, s'abstenir.",
        "Anglais débutant accepté",
        "Vous encadrez des débutants et des confirmés.",
        "Pas d'expérience en production",
        "Nous embauchons des personnes de tous les niveaux d'expérience, à Ottawa et Toronto.",
        "We’re hiring people at all levels of experience in Ottawa and Toronto.",
        "L'association a dix ans d'expérience dans l'accueil.",
        "The cooperative has twelve years of experience in weaving.",
        "Votre responsable a quinze ans d'expérience et vous accompagnera.",
        "Your supervisor has fifteen years of experience.",
        "Inutile d'avoir dix ans d'expérience.",
        "Durée\n2 ans",
        "Duration\n2 years in total",
        "Durée d'études (années) : 3",
        "Il faut rester au moins deux ans dans le village.",
        "You will have to stay in the village for at least two years.",
        "Logement disponible pendant deux ans au moins",
        "Accommodation for at least two years",
        "Après deux ans de service, une prime est versée.",
        "After two years of service you receive a bonus.",
        "L'expérience compte peu, mais il faut avoir entre 18 et 28 ans, et savoir filmer.",
        "Experience matters little; you must be between 18 and 30 years, and able to film.",
        "Koala est une ESN en croissance : 40 collaborateurs, +10 ans d'expérience et un savoir-faire reconnu.",
        "Koala is a start-up: 40 people, 10 years of experience and a known name.",
        "Le service civique vous donne l'opportunité d'une expérience unique de 12 à 24 mois.",
    ],
)
def test_years_of_something_else(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No previous employment needed – we would rather train you.",
        "Pas besoin d'avoir déjà travaillé, on forme.",
        "Vous avez déjà fait des enquêtes. Sinon pas grave, débutants bienvenus !",
        "Not a problem, beginners are welcome.",
        "We do not mind if this is your first job.",
        "Premier poste possible.",
        "Peu importe que vous ayez déjà travaillé.",
        "Expérience : débutant accepté",
        "Niveau d'expérience minimum requis : Sans expérience",
        "Level of experience required: none",
        "Vous n'avez pas d'expérience et alors ? Rejoignez-nous.",
        "Avec ou sans expérience, vous aimez le terrain.",
        "With or without experience, you like the field.",
        "Débutant·es accepté·es",
        "Être majeur ou avoir encadré un groupe, mais on ne demande aucune expérience professionnelle",
        "We do not ask for any work experience",
        "Commercial débutant ou déjà expérimenté",
        "Débutants acceptés - formation interne possible",
        "-Expérience : débutant ou confirmé",
        "Débutant(e) accepté(e)",
        "Chez nous, les débutants sont les bienvenus.",
        "Les débutants sont par conséquent les bienvenus.",
        "Beginners are therefore welcome.",
        "Nous recherchons un poseur, même débutant, pour compléter l'équipe.",
        "Bac+3 recommandé, profil junior accepté.",
        "Nous ne demandons pas d'expérience préalable au poste de formateur.",
        "Que vous soyez expérimenté.e ou non en ménage, rejoignez nos équipes.",
        "Vous pouvez n'avoir aucune expérience du métier.",
        "You may have no experience at all.",
        "No experience required",
        "This is an entry-level position.",
        "Beginners are welcome.",
        "Beginners can apply too.",
        "Aucun passé professionnel n'est exigé.",
        "On ne demande pas d'expérience, les débutant·e·s sont bienvenu·e·s, mais il faut avoir entre 18 et 28 ans.",
        "We don't ask for experience, only for patience.",
        "Nous recherchons un serrurier, tous niveaux d'expérience.",
        "All levels of experience are welcome.",
        "Aucune expérience antérieure n'est exigée.",
        "On ne demande ni permis de conduire, ni expérience professionnelle.",
    ],
)
def test_beginners_are_accepted(text: str) -> None:
    assert read(text) == [(0, None, "stated")]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Confirmé·e (2 à 4 ans d'expérience) ou plus expérimenté·e (4 ans et plus)", [(2, 4, "required")]),
        ("Intermediate (2-4 years of experience) or senior (5+ years of experience)", [(2, 4, "required")]),
        ("Confirmé (3-5 ans d'expérience) / Senior (+ de 5 ans d'expérience)", [(3, 5, "required")]),
        ("A junior (1 year of experience) or an experienced nurse (5 years of experience)", [(1, None, "required")]),
        ("Débutant ou expérimenté (5 ans minimum)", [(0, None, "stated")]),
        # of one level out of two, of two posts, and of no level
        ("Profil confirmé ou senior avec 5 ans d'expérience minimum", [(5, None, "required")]),
        ("A senior or expert profile with 8 years of experience", [(8, None, "required")]),
        (
            "Deux postes : un junior (2 ans d'expérience) ou un senior (7 ans d'expérience)",
            [(2, None, "required"), (7, None, "required")],
        ),
        (
            "A junior (2 years of experience) and a senior (7 years of experience)",
            [(2, None, "required"), (7, None, "required")],
        ),
        ("3 ans d'expérience ou 5 ans en milieu industriel", [(3, None, "required"), (5, None, "required")]),
    ],
)
def test_years_of_a_higher_level_where_a_lower_one_will_do(text: str, right: Found) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Profil\nNombre d'années d'expérience :\n6\n", "Nombre d'années d'expérience :\n6"),
        ("Profile\nYears of experience required:\n3 years\n", "Years of experience required:\n3 years"),
        ("Profil\nAnnées d'expérience : 6", "Années d'expérience : 6"),
    ],
)
def test_the_quote_of_a_number_holds_the_label_that_makes_it_experience(text: str, quote: str) -> None:
    posting = posting_of("cases", "case", Content(text))
    [fact] = experience.facts(posting)
    assert fact.quote == quote == posting.text[fact.start : fact.end]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rémunération : entre 70 000 et 75 000 € brut annuel sur 12 mois (selon expérience).", []),
        ("Salary: 2,500 € over 13 months depending on experience.", []),
        ("Salaire : 30 k€, 3 ans d'expérience minimum.", [(3, None, "required")]),
        (
            "You ideally have five years of experience in the design of systems for heavy industry and at least three "
            "years' experience in managing technical teams.",
            [(5, None, "asset"), (3, None, "asset")],
        ),
        (
            "Vous justifiez idéalement d'au moins 5 ans d'expérience en conception de systèmes de contrôle-commande "
            "et 3 ans d'expérience en management d'équipes techniques.",
            [(5, None, "asset"), (3, None, "asset")],
        ),
        (
            "Idéalement 5 ans d'expérience en conception, et vous avez 3 ans d'expérience en vente.",
            [(5, None, "asset"), (3, None, "required")],
        ),
    ],
)
def test_months_of_a_pay_and_years_joined_to_a_wish(text: str, right: Found) -> None:
    assert read(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # what some of the years are of is weighed for itself
        ("3 ans d'expérience dont 1 en ONG si possible", [(3, "required")]),
        ("Five years' experience including two abroad if possible", [(5, "required")]),
        # the least beside what would be better
        ("Idéalement 5 ans d'expérience, 3 au minimum.", [(5, "asset"), (3, "required")]),
        ("Ideally you have five years of experience; three is enough.", [(5, "asset"), (3, "required")]),
        ("5 ans d'expérience, 2 au minimum dans une ONG", [(5, "required")]),
    ],
)
def test_years_beside_other_years(text: str, right: list[tuple[int, str]]) -> None:
    assert [(least, modality) for least, _, modality in read(text)] == right
