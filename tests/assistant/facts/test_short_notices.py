"""What short notices ask for in words of their own: languages, school certificates, years, contracts and papers."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import facts_of
from tests.assistant.facts.reading import facts_in, values

LANGUAGES = [
    # Languages of fewer speakers
    (
        "Profil\n- s'exprimer aisément en swahili ; la connaissance du mashi sera appréciée",
        {"sw": "required", "shr": "asset"},
    ),
    (
        "Requirements\n- ability to hold interviews in Lugbara; Kakwa speakers have an edge",
        {"lgg": "required", "keo": "asset"},
    ),
    ("Profil\n- Pratique du ndjuka indispensable", {"djk": "required"}),
    ("Requirements\n- Fluent Lotuko; Toposa is an asset", {"lot": "required", "toq": "asset"}),
    ("Profil\n- Kinandé courant, kihunde souhaité", {"nnb": "required", "hke": "asset"}),
    ("Requirements\n- Juba Arabic required, Sudanese Arabic an advantage", {"pga": "required", "apd": "asset"}),
    ("Requirements\n- Fluent Ga or Twi", {"gaa": "required", "tw": "required"}),
    ("Profil\n- Connaissance de GA et de SEO", {}),
    ("Requirements\nTwi or Ga? A plus when visiting clinics.", {"tw": "asset", "gaa": "asset"}),
    # Wishes
    ("Profil\n- la pratique du sango, que nous verrions d'un bon œil", {"sg": "asset"}),
    ("Profil\n- la pratique du peul, que nous apprécierions", {"ff": "asset"}),
    ("Profile\n- some Spanish, which we would welcome", {"es": "asset"}),
    (
        "Profile\nWe would love Portuguese or Spanish speakers, though neither is needed.",
        {"pt": "asset", "es": "asset"},
    ),
    ("Requirements\nAnyone who can also cover Amharic will get more calls, so do tell us.", {"am": "asset"}),
    ("Profile\n- Arabic, Haitian Creole or Kirundi considered an asset", {"ar": "asset", "ht": "asset", "rn": "asset"}),
    ("Requirements\nAfaan Oromo or Sidama, where spoken, will be credited.", {"om": "asset", "sid": "asset"}),
    ("Profile\n- some German, if possible (desirable)", {"de": "asset"}),
    ("Profil\n- du peul, si possible (souhaité)", {"ff": "asset"}),
    ("Profile\n- You can follow a customer who speaks French (nice if you do, not compulsory)", {"fr": "asset"}),
    ("Critères éliminatoires\nPermis B\nCritères de bonification\nPratique du sénoufo", {"sef": "asset"}),
    # Skills and readers
    ("Requirements\nEnglish reporting skills are considered an asset.", {"en": "asset"}),
    ("Requirements\nStrong French report writing skills.", {"fr": "required"}),
    ("Hausa readers preferred for the northern batch.", {"ha": "asset"}),
    ("Requirements\nConversant in Lozi, literate in Bemba.", {"loz": "required", "bem": "required"}),
    # What is done in them, and by whom
    (
        "The translator renders English source text into Pashto and into Dari.",
        {"en": "required", "ps": "required", "prs": "required"},
    ),
    ("Vous traduirez les fiches vers le wolof.", {"wo": "required"}),
    ("Peuvent postuler les psychologues qui mènent leurs consultations en swahili.", {"sw": "required"}),
    ("You teach in English without notes.", {"en": "required"}),
    ("Lessons are taught in English and Amharic, both must be fluent.", {"en": "required", "am": "required"}),
    ("Les ateliers se passent en bambara, qui doit être parlé couramment.", {"bm": "required"}),
    ("Interviews are held in Moroccan Darija, so it has to be fluent.", {"ary": "required"}),
    ("L'arabe tunisien n'est pas une condition, Hédi parle aussi français et italien.", {}),
    ("Wolof is not needed, because Awa speaks Diola and Wolof.", {}),
]

DEGREES = [
    ("Il faut être porteuse d'un diplôme A1 en accouchement.", ["diplôme A1 en accouchement"]),
    ("Profil\n- Niveau A2 en français, diplôme A2 d'allemand apprécié", []),
    ("Qualifications\n- Uganda Advanced Certificate of Education", ["Uganda Advanced Certificate of Education"]),
    ("Requirements\n- HSC pass or above", ["HSC pass"]),
    ("Profil\n- Niveau DEF ou titulaire du BEF", ["DEF", "BEF"]),
    ("Profil\n- Bonne maîtrise de l'outil de GED", []),
    ("Profile\n- Experience in an SSC or with a CFC team", []),
    ("Requirements\n- NQF 5 or N6 certificate", ["NQF 5", "N6 certificate"]),
    ("Trade test grade I or City & Guilds certificate needed", ["Trade test grade I", "City & Guilds certificate"]),
    ("You must have an OND in any discipline.", ["OND"]),
    ("Exigences\n- DEC en techniques d'éducation à l'enfance", ["DEC"]),
    ("Exigences\n- Avoir terminé la 12e année", ["12e année"]),
    ("Profil\n- Licenciée en psychologie ou graduée en gestion", ["Licenciée en psychologie", "graduée en gestion"]),
    ("Nous voulons voir un titre universitaire en traduction.", ["titre universitaire en traduction"]),
    ("Requirements\n- Certificate III in Childcare", ["Certificate III in Childcare"]),
    ("Nous recrutons dans le cadre de la 10e année du projet.", []),
    ("Profil\n- Contrat avec une période probatoire de trois mois ; échanges avec le CSEC", []),
    ("The programme serves 12th grade pupils.", []),
    ("Salary grade 12. Closing date: 31 DEC 2026.", []),
    # What the job leads to
    ("Apprenti menuisier\nCAP en deux ans, rentrée en septembre", []),
    ("Apprentice mechanic\nBTEC over two years, starting in May", []),
]

YEARS = [
    ("Requirements\n- Seven ( 7 ) years or more of professional work", [Years(7)]),
    ("Profil\n- Trois ans révolus à un poste comptable", [Years(3)]),
    ("Peuvent concourir celles qui totalisent trois années de consultation à tout le moins.", [Years(3)]),
    ("You should have baked bread for money before, 6 months or more.", [Years(0.5)]),
    ("You have fixed laptops for a living, two years plus.", [Years(2)]),
    ("Vous avez cousu en atelier, trois ans ou plus.", [Years(3)]),
    ("You've wrenched in a shop for 3 years (home wrenching doesn't count).", [Years(3)]),
    ("Il faut 18 ans révolus.", []),
    ("Trois ans plus tard, l'association ouvre un second centre.", []),
]

CONTRACTS = [
    ("Poste : permanent", "CDI"),
    ("Book-keeper\nWho you are\nYou like numbers. R14 500 a month. Permanent. From May.", "CDI"),
    ("We are hiring.\n- Nature: temporary work, no extension", "temporary"),
    ("ok so here is the deal\nit's a temporary gig, March to May", "temporary"),
    ("Arena Operator\nStatus: Term, full-time (37.5 hrs)", "CDD"),
    ("L'association aide les sourds. Elle recherche des accompagnateurs bénévoles.", "volunteer"),
    ("Traducteurs indépendants : portugais", "freelance"),
]

DOCUMENTS = [
    ("Come to the Admin room with your CV and your health certificate.", ["CV", "your health certificate"]),
    (
        "Se présenter au bureau, porte 4, avec la carte d'identité et un certificat médical.",
        ["carte d'identité", "un certificat médical"],
    ),
    (
        "WhatsApp Neema on +255 700 555 019 with your CV and a picture of your TALA card.",
        ["CV", "a picture of your TALA card"],
    ),
    ("Bring your food handler's certificate.", ["your food handler's certificate"]),
    ("Pensez à joindre votre dernier bulletin de notes.", ["votre dernier bulletin de notes"]),
    (
        "Les dossiers comprenant une photocopie du permis et un certificat médical sont reçus au bureau.",
        ["une photocopie du permis", "un certificat médical"],
    ),
    (
        "Please supply\n1. two translated samples\n2. a copy of your passport",
        ["two translated samples", "copy of your passport"],
    ),
    (
        "Sage-femme\n\nPour postuler\nLes dossiers (copie du diplôme, deux photos passeport) se déposent au bureau.",
        ["copie du diplôme", "deux photos passeport"],
    ),
    (
        "Come with a parent, a passport photo and your PLE result slip to the workshop gate.",
        ["passport photo", "your PLE result slip"],
    ),
    ("Bring along\n- a college degree in communication\n- impeccable English", []),
    ("Come to the workshop with a smile. Bring your own lunch.", []),
    ("Présentez-vous au marché avec le sourire.", []),
]


@pytest.mark.parametrize(("text", "right"), LANGUAGES)
def test_languages_of_short_notices(text: str, right: dict[str, str]) -> None:
    """A language of few speakers is read as one of many, and a wish is one however it is put."""
    assert {str(fact.value): fact.modality for fact in facts_in(text, facts_of, "language")} == right


@pytest.mark.parametrize(("text", "right"), DEGREES)
def test_certificates_of_schools(text: str, right: list[str]) -> None:
    """The certificates of other countries are degrees; letters that are other things as well are not."""
    assert values(text, facts_of, "degree") == right


@pytest.mark.parametrize(("text", "right"), YEARS)
def test_years_told_behind_the_work(text: str, right: list[Years]) -> None:
    """Years are those of work where the work is told before them."""
    assert values(text, facts_of, "experience_years") == right


@pytest.mark.parametrize(("text", "right"), CONTRACTS)
def test_contracts_in_a_word(text: str, right: str) -> None:
    """A word for the contract counts where it stands alone or behind its label."""
    assert values(text, facts_of, "contract") == [right]


@pytest.mark.parametrize(("text", "right"), DOCUMENTS)
def test_papers_to_come_with(text: str, right: list[str]) -> None:
    """Papers that one is told to come with are asked for; a smile is none."""
    assert values(text, facts_of, "document") == right


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Profile\n- driver's licence and access to a car preferred", "asset"),
        ("Can I do it?\nYes, if you hold a class C1 licence and tell stories.", "required"),
        ("Est-ce pour moi ?\nOui, si vous avez le permis B et aimez la route.", "required"),
    ],
)
def test_licence_with_its_condition(text: str, modality: str) -> None:
    """What is said of the car beside a licence is said of both, and "yes, if" makes a demand."""
    assert [fact.modality for fact in facts_in(text, facts_of, "driving_licence")] == [modality]
