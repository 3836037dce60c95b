"""What notices of other lands and trades ask for: years, degrees, licences and languages in words of their own."""

from __future__ import annotations

import pytest

from assistant.domain import Years
from assistant.facts import facts_of
from tests.assistant.facts.reading import facts_in, values

YEARS = [
    # Work told in a list, or by which one lives
    ("La candidate aura obtenu le diplôme, exercé trente-six mois au minimum dans une salle.", [Years(3)]),
    ("Vous avez obtenu une licence et travaillé trois ans dans un centre de santé.", [Years(3)]),
    ("Présentez-vous si vous roulez pour gagner votre vie depuis 4 ans ou plus.", [Years(4)]),
    ("We should like to hear from teachers who have spent no fewer than three years in the classroom.", [Years(3)]),
    # Signs, brackets and counts beside the number
    ("What we need\n▪️1 yr+ in a real classroom, internship doesn't count", [Years(1)]),
    ("Profil\n- 2 ans+ en boutique", [Years(2)]),
    ("What we look for\n- a decade (10 years) in the trade is our threshold", [Years(10)]),
    ("Profil\n- une décennie (10 ans) dans le métier", [Years(10)]),
    ("Minimum qualifications\nFive-plus years of managing donor grants.", [Years(5)]),
    ("Your background\n– Three harvests (3 yrs) as a cupper, minimum", [Years(3)]),
    ("La récolte dure 3 mois. Deux récoltes par an.", []),
    # Labels and items
    ("| Employer | Horn Wellbeing |\n| Minimum work record | 4 years |", [Years(4)]),
    ("REQUIREMENTS\n(i) Civil engineering degree\n(ii) Seven years of site supervision as a floor", [Years(7)]),
    ("Profil\ni) diplôme d'ingénieur\niv) Sept ans de suivi de chantier", [Years(7)]),
    ("Qualifications\n6.2 At least eight evaluations and twelve years in the profession", [Years(12)]),
    ("Essential:\n* 3+ years post-graduation with a main contractor", [Years(3)]),
    ("Must-haves: thirty months' supervised practice, minimum; spoken Lugbara.", [Years(2.5)]),
]

DEGREES = [
    ("Les intéressées, diplômées d'une école d'infirmières reconnue, passeront.",
     ["diplômées d'une école d'infirmières"]),
    ("Profil\n- Diplômé d'un institut de santé", ["Diplômé d'un institut de santé"]),
    ("Niveau : ingénieur agronome. Métier exercé depuis cinq campagnes.", ["ingénieur agronome"]),
    ("Fonction ...... Superviseur eau\nÉtudes ........ Ingénieur de travaux en génie rural",
     ["Ingénieur de travaux"]),
    ("Une voix claire, un bac, toutes séries, deux ans de micro.", ["bac"]),
    ("Le candidat idéal est technicien supérieur d'agriculture.", ["technicien supérieur d'agriculture"]),
    ("Your background\n– A0 in food science or agronomy\n– A2 in French", ["A0 in food science"]),
    ("Profil exigé\nBrevet A3 ou certificat en mécanique automobile.", ["Brevet A3"]),
    ("You should hold a commerce diploma and write well.", ["commerce diploma"]),
    ("Qui peut postuler ?\nÉtudiant(e) inscrit(e) en M2 hydrologie, à l'aise avec Python.",
     ["inscrit(e) en M2 hydrologie"]),
    ("Vous êtes au bénéfice d'un CFC (de préférence dans les transports).", ["CFC"]),
    ("Conditions : être porteur du bachelier instituteur primaire.", ["bachelier"]),
    ("The ideal person holds a HEART/NSTA Level 3 certificate.", ["Level 3 certificate"]),
    ("Who is eligible: students in the last year of a bachelor's degree in statistics.", ["bachelor's degree"]),
    ("You do need Arabic, the language of our two masters.", []),
    ("On recrute un apprenti charpentier.\n\nDiplôme préparé : CAP charpentier bois.", []),
    ("Nous encadrons des étudiants en M2. Surface : 40 m2 habitables.", []),
]  # fmt: skip

LICENCES = [
    ("Présentez-vous si vous avez le permis C depuis longtemps.", [("C", "required")]),
    ("Come and see us if you hold a driving licence.", [("yes", "required")]),
    ("Si vous avez le permis, nous vous remboursons les trajets.", []),
    ("Il aura une motocyclette, d'où la nécessité d'un permis.", [("yes", "required")]),
    ("Le projet suppose la nécessité d'un permis de construire et d'un véhicule.", []),
    ("Title:        Supervisor\nLicence:      Category B, required", [("B", "required")]),
    ("What we ask:\nCurrent HC licence (MC even better)", [("yes", "required")]),
]

LANGUAGES = [
    ("Présentez-vous si vous parlez kabyè.", {"kbp": "required"}),
    ("Come to us if you speak Dinka. A little Arabic would be welcome.", {"din": "required", "ar": "asset"}),
    ("Profil\n● maîtrise de la darija ● notions d'espagnol souhaitées ●", {"ary": "required", "es": "asset"}),
    ("Une teinture d'espagnol, à cause des pépiniéristes, est désirée.", {"es": "asset"}),
    ("- français rédactionnel excellent – haoussa courant exigé", {"fr": "required", "ha": "required"}),
    ("- speak Acholi well, children don't know English yet", {"ach": "required"}),
    ("* Tongues: Af-Maay is needed daily, Somali likewise; written English needs to be good",
     {"ymm": "required", "so": "required", "en": "required"}),
    ("- Turkana: we need you to speak it", {"tuv": "required"}),
    ("- Bambara : on vous demande de le parler", {"bm": "required"}),
    ("What do I need?\nDagbani you can conduct an interview in, plus good written English.",
     {"dag": "required", "en": "required"}),
    ("Languages: knowledge of iTaukei or Fiji Hindi is an asset.", {"fj": "asset", "hif": "asset"}),
    ("Si vous vous débrouillez en vili ou en lingala, tant mieux.", {"vif": "asset", "ln": "asset"}),
    ("Commis de cuisine\n\nLe chef parle créole et français, ça ira toujours !", {}),
    ("Le créole est indispensable. 22 500 gourdes le mois.", {"ht": "required"}),
    ("Creole required. The shop is in Port Louis.", {"mfe": "required"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), YEARS)
def test_years_in_other_words(text: str, right: list[Years]) -> None:
    """Years of work are read beside their signs and brackets, in lists of any mark and behind any label."""
    assert values(text, facts_of, "experience_years") == right


@pytest.mark.parametrize(("text", "right"), DEGREES)
def test_degrees_in_other_words(text: str, right: list[str]) -> None:
    """A school that one has left, an engineer behind a label and the certificates of more countries are degrees."""
    assert values(text, facts_of, "degree") == right


@pytest.mark.parametrize(("text", "right"), LICENCES)
def test_licences_in_other_words(text: str, right: list[tuple[str, str]]) -> None:
    """A condition of who is called to come demands a licence; that of a favour does not."""
    assert [(fact.value, fact.modality) for fact in facts_in(text, facts_of, "driving_licence")] == right


@pytest.mark.parametrize(("text", "right"), LANGUAGES)
def test_languages_in_other_words(text: str, right: dict[str, str]) -> None:
    """What one has to speak is told of the reader, and not of the cook or the children."""
    assert {str(fact.value): fact.modality for fact in facts_in(text, facts_of, "language")} == right
