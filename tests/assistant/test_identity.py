"""Whose a posting is, what it looks for, and where."""

from __future__ import annotations

import pytest

from assistant.domain import Posting
from assistant.facts.identity import facts
from tests.growth import assert_linear
from tests.support import AGADIR, BRULOCALIS, CARE, OUJDA, PARTENARIAT, posting, seed_postings

SEEDS = {seed.name: seed for seed in seed_postings()}
RIGHT = {
    CARE: (
        "Chargé(e) de Plaidoyer, Partenariats stratégiques et Communication",
        "CARE International Maroc",
        "Marrakech",
    ),
    OUJDA: ("Intervention Officer Territorial", "Enabel", "Oujda"),
    PARTENARIAT: ("coordinateur.rice du Partenariat au Maroc", "LE PARTENARIAT", "Safi"),
    AGADIR: ("Intervention Officer Territorial Concertation & Exécution Régionale", "Enabel", "Agadir"),
}


def identity(made: Posting) -> tuple[str, str, str]:
    return made.title.of(made.text), made.organisation.of(made.text), made.location.of(made.text)


@pytest.mark.parametrize("name", RIGHT)
def test_seeds(name: str) -> None:
    assert identity(SEEDS[name]) == RIGHT[name]


def test_the_seed_that_states_no_place() -> None:
    title, organisation, location = identity(SEEDS[BRULOCALIS])
    assert title.startswith("chargé(e) de mission – coordination nationale du groupe des communes marocaines")
    assert organisation == "Brulocalis"
    assert location == ""  # Brussels is the employer's, and no town of Morocco is named


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "aide jardinier          (H/F)\n\nNotre agence recrute sur des postes d'aide jardinier (H/F) à Tanger.\n",
            ("aide jardinier          (H/F)", "", "Tanger"),
        ),
        (
            "Cariste (H/F)\n\nATOUT CADRES, membre du groupe AXO, vous accueille. Nous recherchons un cariste.\n",
            ("Cariste (H/F)", "ATOUT CADRES", ""),
        ),
        (
            "Data manager (H/F)\n\nPourquoi nous rejoindre Travailler sur des flux critiques pour l'entreprise.\n",
            ("Data manager (H/F)", "", ""),
        ),
        (
            "Cook\n\nRiver Commons welcomes you to its kitchen. We need a cook.\n",
            ("Cook", "River Commons", ""),
        ),
        (
            "Poste : Animateur socioculturel\nOrganisation : Les Amis\nLieu : Tanger\n",
            ("Animateur socioculturel", "Les Amis", "Tanger"),
        ),
        (
            "Job title: Data Analyst\nCompany: Acme\nLocation: Casablanca, Morocco\n",
            ("Data Analyst", "Acme", "Casablanca"),
        ),
        (
            "JOB OPENING 12\nTitle ....... Gender Specialist\nOrganisation ..... Acme\nLocation ......... Bamako\n",
            ("Gender Specialist", "Acme", "Bamako"),
        ),
        (
            "Intitulé du poste …… Comptable\nOrganisation …… Les Amis\nLieu de travail ....... : Rabat\n",
            ("Comptable", "Les Amis", "Rabat"),
        ),
        ("Handicap Sans Bornes recrute un Logisticien – Réf. L12\n\nLe poste est basé à Fès.\n", (
            "Logisticien", "Handicap Sans Bornes", "Fès",
        )),
        ("Acme is looking for a Project Manager based in Rabat.\n\nMissions\n- Lead\n", (
            "Project Manager", "Acme", "Rabat",
        )),
    ],
)  # fmt: skip
def test_forms(text: str, right: tuple[str, str, str]) -> None:
    assert identity(posting(text)) == right


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("Vous cousez.\n\nEntreprise : COLLEGE DES LILAS\nLieu : 07 - PRIVAS", "COLLEGE DES LILAS"),
        ('Vous cousez.\n\nEntreprise : " SUPER A "', "SUPER A"),
        ("Vous cousez.\n\nCompany: skolia", "skolia"),
        ("Profil recherché : sérieux, motivé.", ""),
        ("Profil recherché\nVous êtes un bon vendeur.", ""),
        ("L'agent recherche un équilibre.", ""),
        ("NOTRE EQUIPE recherche un vendeur.", ""),
        ("Rejoignez NOTRE EQUIPE !", ""),
        ("We are looking for a seller.", ""),
        ("Poste recherché : vendeur", ""),
        ("L'agence de Privas recrute un vendeur.", ""),
        ("L'entreprise Dubois Fils recrute un vendeur.", "Dubois Fils"),
        ("Une ferme située à Uzel recrute un vendeur.", ""),
        ("The Northern Water Board (NWB) is tasked with clean rivers.", "Northern Water Board"),
        ("Le Service des eaux normand (SEN) change les rivières.", "Service des eaux normand"),
        ("The Employment Equity Act (EEA) is here to help.", ""),
        ("Vous rejoignez l'équipe Données et Méthodes (DM) à la direction.", ""),
        ("Kormax est une société de conseil.", "Kormax"),
        ("Kormax Alerte est un système d'avis pour les hôpitaux.", ""),
        ("Kormax Alert is a notification platform for hospitals.", ""),
        ("Kormax Analytics is a software company in Tunis.", "Kormax Analytics"),
        ("Conciergerie est un métier de passion.", ""),
        ("Rejoignez Kormax et ses équipes.", "Kormax"),
        ("Join Kormax today.", "Kormax"),
        ("Knowledge about Test-Driven Development is a plus.", ""),
    ],
)
def test_organisations(body: str, right: str) -> None:
    made = posting(f"Vendeur (H/F)\n\n{body}\n")
    assert made.organisation.of(made.text) == right


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("Lieu : 07 - ST AGREVE", [("ST AGREVE", "07")]),
        ("* Lieu : Collège situé en zone rurale\n\nLieu : 07 - ST AGREVE", [("ST AGREVE", "07")]),
        ("Le poste est basé à Lyon.\n\nLieu : 07 - ST AGREVE", [("ST AGREVE", "07"), ("Lyon", "")]),
        ("Lieu : 22 - Côtes d'Armor", [("Côtes d'Armor", "22")]),
        ("Lieu : 75 - Paris 9e Arrondissement", [("Paris 9e Arrondissement", "75")]),
        ("Lieu de travail : 29 rue d'Ulm 75005 Paris", [("Paris", "75")]),
        ("Lieu : Ruoms (07)", [("Ruoms", "07")]),
        ("Lieu : Résidence des Lilas", []),
        ("Location: Casablanca, Morocco", [("Casablanca", "")]),
        ("Vous serez basé à Agadir ou Tiznit.", [("Agadir", ""), ("Tiznit", "")]),
        ("You would be working from our office in Ottawa.", [("Ottawa", "")]),
        (
            "We are hiring at all levels in Ottawa, Toronto, Waterloo, and Montreal.",
            [("Ottawa", ""), ("Toronto", ""), ("Waterloo", ""), ("Montreal", "")],
        ),
        ("Le poste est basé en Seine et Marne.", [("Seine et Marne", "")]),
        ("Notre atelier de Saint-Vulbas (01) vous attend.", [("Saint-Vulbas", "01")]),
        ("Vous aurez accès à un CE. Vous serez basé à Paris 15ème.", [("Paris", "")]),
        ("Envoyez votre candidature à Charlotte.", []),
        ("Articles (35) et annexes.", []),
        ("LOCATION\nTunis, Tunisia\n\nABOUT US\nWe dig wells.", [("Tunis", "")]),
        ("## Lieu de travail\nGabès", [("Gabès", "")]),
        ("Lieu :\nKayes (Mali)", [("Kayes", "")]),
        ("📍 Lieu : Bizerte", [("Bizerte", "")]),
        ("La moitié part à l'export (Allemagne, Canada, Japon).", []),
        ("We export half of our cheese (Germany, Canada, Japan).", []),
        ("📍Louga", [("Louga", "")]),
        ("🏠 Ville : Namur", [("Namur", "")]),
        ("✅ Site : Oran", [("Oran", "")]),
        ("Contrat : CDD de 6 mois. Lieu : Kaolack.", [("Kaolack", "")]),
        ("Type : CDI | Lieu : Nabeul", [("Nabeul", "")]),
        ("Where: Gao or remote", [("Gao", "")]),
        ("Workplace: Lausanne", [("Lausanne", "")]),
        ("Duty station: Niamey, Niger", [("Niamey", "")]),
        ("Lieu du poste : Kayes (Mali), avec missions à Gao", [("Kayes", "")]),
        ("Lieu : Ferme des Buis à Agadir", [("Agadir", "")]),
        ("Nous recherchons pour notre siège de Casablanca (près du tram) un vendeur.", [("Casablanca", "")]),
        ("Suite au départ de notre collègue nous recherchons pour notre siège de Gao un vendeur.", [("Gao", "")]),
        ("We are looking for a seller for our head office in Nairobi.", [("Nairobi", "")]),
        ("Suite à un départ en formation à Gao, nous recrutons un vendeur pour Dakar.", [("Dakar", "")]),
    ],
)
def test_locations(body: str, right: list[tuple[str, str]]) -> None:
    made = posting(f"Vendeur (H/F)\n\n{body}\n")
    found = [fact for fact in facts(made) if fact.field == "location"]
    assert [(fact.value, fact.detail) for fact in found] == right
    assert made.location.of(made.text) == (right[0][0] if right else "")
    assert all(made.text[fact.start : fact.end] == fact.quote for fact in found)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Chargé de suivi – Zagora\n\nVous suivez.\n", "Zagora"),
        ("Association Les Puits (Rabat)\nChargé de suivi\n\nVous suivez.\n", "Rabat"),
        ("Chargé de suivi à Nador\n\nVous suivez.\n", "Nador"),
        ("# Trainer\n\n**Blue Well Lab** · Ghent, Belgium · hybrid\n\nYou train.\n", "Ghent"),
        ("ONG PUITS BLEUS – KAYES (MALI)\nAvis de recrutement : comptable\n\nVous comptez.\n", "KAYES"),
        ("Assistant\nThiès (Sénégal) – CDI\n\nL'équipe travaille au Plateau.\n", "Thiès"),
        ("BLUE WELL TRUST\nTerms of Reference\n\nTrainer\nGao and Kidal, Mali\n\nYou train.\n", "Gao"),
        ("Chargé de suivi – Eau potable\n\nVous suivez les puits.\n", ""),
        ("Blue Well Agency (BWA)\nVacancy Announcement\n\nJob title: Trainer\n", ""),
        ("ONG PUITS BLEUS\nAvis\n\nPoste : Comptable\n", ""),
        ("Nous recrutons\nOffre d'emploi\n\nPoste : Comptable\n", ""),
        # labels set apart by spaces alone
        ("Assistant\n\nGrade: GS-5      Duty station: Rabat, Morocco     Type: one year\n\nTasks\n- write", "Rabat"),
        ("Animateur\n\nContrat : CDD      Lieu : Kayes (Mali)      Durée : 12 mois\n\nMissions\n- animer", "Kayes"),
        # a line of its own with the country, and not the employer's seat
        ("Ateliers (Lyon)\n\nAppui aux écoles\nZagora, Maroc. 24 mois.\n\nMissions\n- lire", "Zagora"),
        ("Bridges (Geneva)\n\nField Officer\nGoma, DR Congo. 12 months.\n\nTasks\n- run", "Goma"),
    ],
)
def test_places_of_the_first_lines(text: str, right: str) -> None:
    made = posting(text)
    assert made.location.of(made.text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("UNICEF Mali\nVACANCY ANNOUNCEMENT 1/26\n\nJob title: Trainer\n\nUNICEF digs wells.\n", "UNICEF Mali"),
        ("Puits France   Groupe P\nFICHE DE POSTE\n\nPoste : Formateur\n\nÀ Puits France.\n", "Puits France"),
        ("THE WELL & SAND FUND\nTrainer\n\nYou train.\n", "THE WELL & SAND FUND"),
        ("Blue & Well Consulting (Gao / Tunis)\n\nTrainer\n\nYou train.\n", "Blue & Well Consulting"),
        (
            "*Association Eau Al Amal pour le désert* (Gao) cherche *1 FORMATEUR*\n\nVous formez.\n",
            "Association Eau Al Amal pour le désert",
        ),
        (
            "De : Association Eau d'Oc <rh@eau.example>\nObjet : formateur\n\nNotre association cherche.\n",
            "Association Eau d'Oc",
        ),
        ("From: Nora Bell <n@eau.example>\nSubject: trainer\n\nOur NGO is hiring.\n", ""),
        ("Trainer\n\nBlue Partners is a small consultancy. Our manager Els needs a hand.\n", "Blue Partners"),
        ("Comptable\n\nOrganisation : Eau Vive - Tanger\n\nVous comptez.\n", "Eau Vive"),
        ("Comptable\n\nOrganisation : Eau Vive avec une place au LITL - Tanger\n\nVous comptez.\n", "Eau Vive"),
        ("Nutritionist\n\nKnowledge of English is an asset. Support the Well Agency.\n", ""),
        ("BLUE WELLS AGENCY (BWA)\nVacancy Announcement\n\nJob title: Trainer\n", "BLUE WELLS AGENCY"),
        ("EAU VIVE MALI\nAVIS DE VACANCE DE POSTE\n\nPOSTE : CHAUFFEUR\nCV à rh@eauvive.example\n", "EAU VIVE MALI"),
        ("PLATEFORME DES PUITS / WELL PLATFORM\nTrainer\n\nYou train.\n", "PLATEFORME DES PUITS"),
        ("Offre de stage – Comptable\nCollectif Eau Vive (Lyon)\n\nTu comptes.\n", "Collectif Eau Vive"),
        ("Fondation Eaux Vives (FEV) – bureau de Tunis\nFormateur\n\nVous formez.\n", "Fondation Eaux Vives"),
        ("# Trainer\n\n**North–South Well Lab** · Ghent\n\nYou train.\n", "North–South Well Lab"),
        ("Trainer\n\nStructure d'envoi : Puits Bleus\n", "Puits Bleus"),
        ("Blue Well Alliance is building a pool of TRAINERS\n\nYou train.\n", "Blue Well Alliance"),
        ("AVIS DE RECRUTEMENT\nFormateur\n\nVous formez.\n", ""),
        ("MECANICIEN AUTO (H/F)\n\nUn technicien sérieux.\n", ""),
        ("OFFRE D'EMPLOI\nFormateur\n\nVous formez.\n", ""),
    ],
)
def test_organisations_of_the_first_lines(text: str, right: str) -> None:
    made = posting(text)
    assert made.organisation.of(made.text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "From: Nora\nSubject: Fwd: Field Engineer - Wells\n\nHi all.\n\nYou build.\n",
            "Field Engineer - Wells",
        ),
        ("Eau Vive cherche un ou une stagiaire communication !\n\nTu filmes.\n", "stagiaire communication"),
        ("Objet : Comptable - Gao (merci de faire tourner)\n\nBonjour.\n\nVous comptez.\n", "Comptable - Gao"),
        ("Subject: Fwd: Cook - Gao - pls circulate\n\nHi.\n\nYou cook.\n", "Cook - Gao"),
        ("Blue Wells\n\nCALL FOR EXPERTS -- Team Leader, well survey\n\nYou lead.\n", "Team Leader, well survey"),
        (
            "Eau Vive\nÉducatrices / éducateurs (8 postes) – Gao\n\nVous jouez.\n",
            "Éducatrices / éducateurs (8 postes) – Gao",
        ),
        (
            "Eau Vive – offre n° 26/RAF\nRESPONSABLE FINANCIER (RAF)\n\nStructure : Eau Vive\n",
            "RESPONSABLE FINANCIER (RAF)",
        ),
        ("Termes de référence\nRecrutement d'un(e) Formateur « Eau »\n\nVous formez.\n", "Formateur « Eau »"),
        ("AVIS\nRecrutement de deux comptables\nPOSTE 1 : Un(e) comptable\n\nVous comptez.\n", "comptable"),
        ("🌊 L'asso Eau Vive cherche un.e formateur.trice 💚\n\nTu formes.\n", "formateur.trice"),
        ("APPEL À CONSULTATION\n\nProfil du/de la consultant(e)\n- Bac+5\n", "APPEL À CONSULTATION"),
        ("Blue Well Alliance is building a pool of FREELANCE TRANSLATORS\n\nYou write.\n", "FREELANCE TRANSLATORS"),
        ("Monteur mécanicien (H/F)\n\nNous recherchons pour un client un technicien.\n", "Monteur mécanicien (H/F)"),
        ("Fleuriste\n\nLa société recherche un vendeur.\n", "Fleuriste"),
        ("English to French Translator\n\nYou translate.\n", "English to French Translator"),
        ("La Fondation Tilila cherche un ou une stagiaire communication\n\nTu filmes.\n", "stagiaire communication"),
        ("Tifaw cherche une ou un comptable\n\nVous comptez.\n", "comptable"),
        ("ONG Tifaw recrute un ou plusieurs animateurs\n\nVous animez.\n", "animateurs"),
        ("Tifaw is hiring one or two field officers\n\nYou visit.\n", "field officers"),
        ("Enabel recrute un Comptable – Réf. : X1\n\nMissions\n", "Comptable"),
        ("Poste : Fleuriste\n\nVous vendez.\n", "Fleuriste"),
    ],
)
def test_titles(text: str, right: str) -> None:
    made = posting(text)
    assert made.title.of(made.text) == right


def test_the_abbreviation_stands_beside_the_organisation() -> None:
    made = posting("Developer\n\nThe Northern Water Board (NWB) is tasked with clean rivers.\n")
    assert [(f.value, f.detail) for f in facts(made) if f.field == "organisation"] == [("Northern Water Board", "NWB")]


@pytest.mark.parametrize("text", ["Bonjour", "12345", "- un\n- deux", "# \n", "خبرة في التسيير"])
def test_what_is_not_stated_is_empty(text: str) -> None:
    made = posting(text)
    assert made.organisation.of(made.text) == ""
    assert made.location.of(made.text) == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "A" * 50_000,
        "Aa " * 20_000,
        "Aa-" * 20_000,
        "Aa, " * 20_000,
        "Lieu : Aa\n" * 5_000,
        "basé à " * 10_000,
        "Aa (AA) est " * 5_000,
        "Join Aa " * 8_000,
        "a@" * 20_000,
        "recherche " * 8_000,
        "A-" * 25_000,
        "A-" * 25_000 + ")",
        "*" * 50_000,
        "* " * 25_000,
        f"x{' ' * 50_000}y",
        "a" * 50_000,
        "Aa a@aaaa.aa " * 4_000,
        "(" * 50_000,
        "#" * 50_000,
        f"**{'AB ' * 20_000}",
        f"**{'AB ' * 60}\nComptable",
        "Aa. Lieu " * 8_000,
        "ONG Aa " * 8_000,
        "🌊" * 50_000,
    ],
)
def test_hostile_texts_take_no_time(hostile: str) -> None:
    assert_linear(posting, hostile)
