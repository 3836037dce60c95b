"""The heads of messy announcements, in every layout they come in: title, organisation, places, country, reference."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.facts import facts_of
from assistant.places import areas_of, countries_of, country_behind
from tests.support import posting


@dataclass(frozen=True)
class Head:
    """The first lines of an announcement and what is right; an empty string where nothing is stated."""

    name: str
    text: str
    title: str
    organisation: str
    places: tuple[str, ...] = ()
    country: str = ""
    reference: str = ""


HEADS = (
    Head("a verb in capitals behind the name, the job below", """LA FERME DU VALLON RECHERCHE
UN(E) MARAÎCHER(E)

Lieu : Dijon
""", "MARAÎCHER(E)", "LA FERME DU VALLON", ("Dijon",), "France"),
    Head("a centre of research", """CENTRE DE RECHERCHE
UN INGENIEUR

Lieu : Dijon
""", "INGENIEUR", "CENTRE DE RECHERCHE", ("Dijon",), "France"),
    Head("whom it is for below « Pour qui ? », a street below « agence »", """Animateur jeunesse (H/F)

*Pour qui ?*
Jeunes de 18 à 28 ans, curieux et patients

A l'agence : 12, av Emile Zola 07000 PRIVAS
Entreprise : VIGNES DU SUD
Lieu : 07 - PRIVAS
""", "Animateur jeunesse (H/F)", "VIGNES DU SUD", ("PRIVAS",), "France"),
    Head("a call for the hiring of several", """ONG TERRES VERTES
APPEL A CANDIDATURES POUR LE RECRUTEMENT DE TROIS (3) ENQUETEURS

Lieu : Parakou, Bénin
""", "TROIS (3) ENQUETEURS", "ONG TERRES VERTES", ("Parakou",), "Bénin"),
    Head("the town behind a sign", """ATELIER DES ARTS ✦ Tanger
RECRUTE

Chargé(e) de communication
Code de l'avis : ADA-26-112
""", "Chargé(e) de communication", "ATELIER DES ARTS", ("Tanger",), "Maroc", "ADA-26-112"),
    Head("how many are sought, in words and figures", """ONG TERRES VERTES
AVIS DE RECRUTEMENT N° 021/TV/2026
POUR LA SELECTION DE QUATRE (04) STAGIAIRES EN SUIVI-
EVALUATION ET CONSEIL AGRICOLE

Lieu : Parakou, Bénin
""", "QUATRE (04) STAGIAIRES EN SUIVI-EVALUATION ET CONSEIL AGRICOLE", "ONG TERRES VERTES", ("Parakou",), "Bénin",
         "021/TV/2026"),
    Head("letterhead, then the announcement, then the job", """ONG TERRES VIVES
Bureau national - Niamey

AVIS DE RECRUTEMENT

Chef(fe) de projet nutrition

Réf. : TV/NE/2026-07
L'ONG Terres Vives agit au Niger depuis 2009.
Le poste est basé à Dosso.
""", "Chef(fe) de projet nutrition", "ONG TERRES VIVES", ("Dosso",), "Niger", "TV/NE/2026-07"),
    Head("centred capitals, the title on two lines", """                  ASSOCIATION LUMIERE DES OASIS
                  -----------------------------
                    OFFRE D'EMPLOI

        CHARGE(E) DE MOBILISATION COMMUNAUTAIRE ET
              DE GESTION DES PLAINTES

Lieu d'affectation : Zagora
""", "CHARGE(E) DE MOBILISATION COMMUNAUTAIRE ET DE GESTION DES PLAINTES", "ASSOCIATION LUMIERE DES OASIS",
         ("Zagora",), "Maroc"),
    Head("a table with strokes", """AFRIQUE RURALE SOLIDAIRE – ONG
Fiche de poste

Intitulé du poste | Aide-comptable
Organisation | Afrique Rurale Solidaire
Lieu | Sikasso, avec déplacements
Référence | ARS-07-26
Contrat | CDD
""", "Aide-comptable", "Afrique Rurale Solidaire", ("Sikasso",), "Mali", "ARS-07-26"),
    Head("a Markdown table", """# Vacancy

| Job title | Logistics Officer |
|---|---|
| Organisation | Open Roads Trust |
| Duty station | Zarqa, Jordan |
| Ref | ORT-12 |
""", "Logistics Officer", "Open Roads Trust", ("Zarqa",), "Jordanie", "ORT-12"),
    Head("four cells in a row", """Poste | Sage-femme | Lieu | Tahoua
Organisation | Santé Pour Tous | Contrat | CDD

Santé Pour Tous soigne.
""", "Sage-femme", "Santé Pour Tous", ("Tahoua",), "Niger"),
    Head("two columns made one by spaces", """Position title      Field Coordinator
Organization        Well Builders
Location            Saida, Lebanon

Well Builders digs wells.
""", "Field Coordinator", "Well Builders", ("Saida",), "Liban"),
    Head("a mail passed on, French", """De : Samira <s@exemple.ma>
Envoyé : lundi
Objet : TR: RE: Offre de stage communication digitale - merci de partager

Bonjour à tous,
Je transfère. Bonne journée
Samira

L'association Voix d'Elles est installée à Fès.
""", "stage communication digitale", "Voix d'Elles", ("Fès",), "Maroc"),
    Head("a mail passed on, English", """From: Omar
Subject: Fwd: FW: Communications Internship in Amman (please circulate)

Dear all,

River Trust is a non-profit organisation. Its office is in Amman.
Best,
Omar
""", "Communications Internship in Amman", "River Trust", ("Amman",), "Jordanie"),
    Head("a town behind a dash, and partners before", """Fondation Lumen recherche chargé·e de partenariats – Bruxelles

Depuis vingt ans, la Fondation Lumen finance des lampes.
""", "chargé·e de partenariats – Bruxelles", "Fondation Lumen", ("Bruxelles",), "Belgique"),
    Head("a station is no town", """GRANTS OFFICER – Meridia Network, Brussels

The secretariat in Brussels has 18 staff. The office is a short walk from Brussels-Central station.
""", "GRANTS OFFICER", "Meridia Network", ("Brussels",), "Belgique"),
    Head("social media, volunteers", """📢📢 ON RECHERCHE DES BÉNÉVOLES !! 📢📢
Association Les Petites Mains – Sousse

Salut à tous ! Viens nous aider le samedi.
""", "BÉNÉVOLES", "Association Les Petites Mains", ("Sousse",), "Tunisie"),
    Head("terms of reference of an evaluation", """FONDATION AMANA POUR L'ENFANCE
TERMES DE RÉFÉRENCE
Évaluation à mi-parcours du projet « Cartable »
Réf. : FAE/EV/03

1. Contexte
La Fondation Amana agit depuis 2004.
2. Lieu
La mission se déroule à Rabat avec des visites à Taza.
""", "Évaluation à mi-parcours du projet « Cartable »", "FONDATION AMANA POUR L'ENFANCE", ("Rabat",), "Maroc",
         "FAE/EV/03"),
    Head("a request for proposals, the title on two lines", """MINISTRY OF SMALL RIVERS
WATER FOR VILLAGES PROJECT (WVP)

REQUEST FOR PROPOSALS No. 04/RFP/WVP/2026
Selection of a firm for the final survey of water points in the
districts of the north

I. SUBJECT
The project invites firms with at least five years of existence.
""", "Selection of a firm for the final survey of water points in the districts of the north",
         "WATER FOR VILLAGES PROJECT", (), "", "04/RFP/WVP/2026"),
    Head("a sentence below the title begins with a word that links", """Agent d'accueil (H/F)
Dans le cadre de son projet, Terres Bleues recrute un agent.
Lieu : Tiznit
""", "Agent d'accueil (H/F)", "Terres Bleues", ("Tiznit",), "Maroc"),
    Head("the same in English", """Field Driver - Kitale
To help its team, the Umoja Trust is looking for a driver.
Location: Kitale, Kenya
""", "Field Driver - Kitale", "Umoja Trust", ("Kitale",), "Kenya"),
    Head("a call for tenders, French", """AGENCE DES PISTES RURALES
AVIS D'APPEL D'OFFRES N° 12/APR/2026

Fourniture de matériel informatique pour le bureau de Thiès

Les plis sont reçus jusqu'au 4 janvier 2027.
""", "Fourniture de matériel informatique pour le bureau de Thiès", "AGENCE DES PISTES RURALES", ("Thiès",),
         "Sénégal", "12/APR/2026"),
    Head("an expression of interest, the country in the title", """BRIGHT FUTURES GROUP

Call for expressions of interest
Individual consultant - Tax reform expert (Morocco)
Ref: BFG/TX/1

Who we are
Bright Futures Group advises regions.
""", "Individual consultant - Tax reform expert (Morocco)", "BRIGHT FUTURES GROUP", ("Morocco",), "Maroc", "BFG/TX/1"),
    Head("a vacancy of an international agency", """WORLD COUNCIL FOR DRYLANDS (WCD)

VACANCY ANNOUNCEMENT No. WCD/2026/9

Post title:   Programme Associate
Grade:        G-6
Duty station: Nouakchott, Mauritania
""", "Programme Associate", "WORLD COUNCIL FOR DRYLANDS", ("Nouakchott",), "Mauritanie", "WCD/2026/9"),
    Head("the job opens the line of its announcement", """Hands Across - Lebanon Office
www.handsacross.example

JOB OPENING: Shelter Engineer (3 positions)

Location: one position in Tripoli, two in Zahle
""", "Shelter Engineer (3 positions)", "Hands Across", ("Tripoli", "Zahle"), "Liban"),
    Head("an aggregator's page with its menu", """Accueil
Offres d'emploi
Connexion
Partager

Coordinateur(trice) de terrain WASH
ONG Eaux Claires
Publié il y a 3 jours
Lieu : Maroua, Cameroun
""", "Coordinateur(trice) de terrain WASH", "ONG Eaux Claires", ("Maroua",), "Cameroun"),
    Head("an aggregator's page, English", """Home
Jobs
Sign in

Monitoring Officer
Organization: Green Plains
Posted 2 Nov 2026
Country: Kenya
City: Garissa
""", "Monitoring Officer", "Green Plains", ("Garissa",), "Kenya"),
    Head("two posts", """**Réseau Amal des coopératives**
**Deux appels à candidatures – programme « Racines »**

Le Réseau Amal recrute **deux personnes** : un coordinateur (poste A) et un animateur (poste B).

## Poste A – Coordinateur
* Basé à **Midelt**
## Poste B – Animateur
* Une personne à **Azilal**, une à **Khénifra**
""", "Deux appels à candidatures – programme « Racines »", "Réseau Amal", ("Midelt", "Azilal", "Khénifra"), "Maroc"),
    Head("two posts in the title", """COLLECTIF DES FORGERONS
APPEL A CANDIDATURES N° 3/CF/2026
RECRUTEMENT DE DEUX FORMATEURS
ET D'UN CHAUFFEUR

Le collectif recrute à Bobo-Dioulasso.
""", "DEUX FORMATEURS ET D'UN CHAUFFEUR", "COLLECTIF DES FORGERONS", ("Bobo-Dioulasso",), "Burkina Faso", "3/CF/2026"),
    Head("the whole name stands below the title", """OFFRE D'EMPLOI

Responsable plaidoyer (H/F)

Observatoire Maghrébin de l'Eau Propre (OMEP)
Tunis

L'OMEP est une association tunisienne.

POSTE

Rattaché(e) à la directrice exécutive, le ou la responsable :
rédige les notes.
""", "Responsable plaidoyer (H/F)", "Observatoire Maghrébin de l'Eau Propre", ("Tunis",), "Tunisie"),
    Head("a mission of volunteers", """PONTS DE CASAMANCE
Mission de Volontariat de Solidarité Internationale (VSI)

Appui aux radios locales – Kolda (Sénégal)

L'ASSOCIATION
Ponts de Casamance est née en 1998.
""", "Appui aux radios locales – Kolda (Sénégal)", "PONTS DE CASAMANCE", ("Kolda",), "Sénégal"),
    Head("a notice of correction first", """*** RECTIFICATIF DU 19 NOVEMBRE 2026 ***
La date limite est reportée au 7 décembre 2026.

FONDATION DES PECHEURS
AVIS DE RECRUTEMENT : RESPONSABLE DES ACHATS
BIZERTE, TUNISIE

INTRODUCTION
La Fondation des Pêcheurs aide.
""", "RESPONSABLE DES ACHATS", "FONDATION DES PECHEURS", ("BIZERTE",), "Tunisie"),
    Head("the number before the job", """AVIS DE VACANCE DE POSTE N°08/2026/EV/AG : INFIRMIER(E) D'ETAT (H/F)

EAU ET VIE RURALE - EV NIGER
BUREAU REGIONAL D'AGADEZ

L'ONG Eau et Vie Rurale (EVR) recherche un(e) INFIRMIER(E) D'ETAT basé(e) à AGADEZ.
""", "INFIRMIER(E) D'ETAT (H/F)", "EAU ET VIE RURALE", ("AGADEZ",), "Niger", "08/2026/EV/AG"),
    Head("an internship's own line", """RÉSEAU DES RADIOS — KAOLACK
Offre de stage professionnel

STAGIAIRE EN PRODUCTION SONORE

Date de publication : 20.11.2026
""", "STAGIAIRE EN PRODUCTION SONORE", "RÉSEAU DES RADIOS", ("KAOLACK",), "Sénégal"),
    Head("a trust's study, its country in brackets", """RED ARGAN TRUST
CALL FOR A CONSULTANT
Digital literacy curriculum for cooperatives (Tunisia)
Ref: RAT-1

About the assignment
Red Argan Trust is a charity.
""", "Digital literacy curriculum for cooperatives (Tunisia)", "RED ARGAN TRUST", ("Tunisia",), "Tunisie", "RAT-1"),
    Head("terms in one line", """Termes de référence - Étude de marché des légumes secs, région de Ségou (Mali)

TDR / CONSULTANCE

L'ONG Graines du Fleuve achète des semences.
""", "Étude de marché des légumes secs, région de Ségou (Mali)", "Graines du Fleuve", ("Ségou",), "Mali"),
    Head("prose only", """Bonjour,

Nous sommes une petite équipe et nous cherchons quelqu'un pour nous aider deux jours par semaine.
Le travail est varié et se fait à Meknès.
""", "", "", ("Meknès",), "Maroc"),
    Head("a bureau below the employer is no title", """ONG SANTÉ DU FLEUVE (SDF)
Bureau de coordination de Maradi, République du Niger

APPEL À CANDIDATURES N°2026-19/SDF

Recrutement de trois (03) SAGES-FEMMES SUPERVISEURES

Lieu : Maradi
""", "trois (03) SAGES-FEMMES SUPERVISEURES", "ONG SANTÉ DU FLEUVE", ("Maradi",), "Niger", "2026-19/SDF"),
    Head("the size of a town is no title", """COMMUNAUTÉ DE COMMUNES DU VAL CLAIR
Direction des Ressources Humaines
31 400 habitants – 720 agents

recrute pour son Centre de santé

UN(E) INFIRMIER(ERE) EN SOINS GENERAUX
""", "INFIRMIER(ERE) EN SOINS GENERAUX", "COMMUNAUTÉ DE COMMUNES DU VAL CLAIR"),
    Head("what announces in two languages", """INSTITUT DES MOBILITÉS (IDM)
Bureau de Rabat / Rabat Office

TERMES DE RÉFÉRENCE – TERMS OF REFERENCE
Consultant(e) national(e) – étude sur les fruits rouges
National consultant – study on berries
""", "Consultant(e) national(e) – étude sur les fruits rouges", "INSTITUT DES MOBILITÉS", ("Rabat",), "Maroc"),
    Head("an exclamation before the job", """HARBOUR TABLES NETWORK
Brussels

We're hiring!  Communications Officer (part-time)

WHO WE ARE
Harbour Tables is a small network of kitchens.
""", "Communications Officer (part-time)", "HARBOUR TABLES NETWORK", ("Brussels",), "Belgique"),
    Head("looked for, and the job below", """SAVANNA BOWL INITIATIVE (SBI), Tamale

We are a Ghanaian NGO. With support from the Netherlands-based Quill Fund we start a project, and we are looking for

COMMUNITY NUTRITION FACILITATORS (3 positions)

one each for three districts.
""", "COMMUNITY NUTRITION FACILITATORS (3 positions)", "SAVANNA BOWL INITIATIVE", ("Tamale",), "Ghana"),
    Head("an employer with its country is no place", """ONG FLEUVE SOLIDAIRE (Sénégal)
recherche son / sa
RESPONSABLE ADMINISTRATIF(VE) ET FINANCIER(E)

LIEU DU POSTE : Saint-Louis (bureau de Sor), 1 déplacement par mois à Podor
""", "RESPONSABLE ADMINISTRATIF(VE) ET FINANCIER(E)", "ONG FLEUVE SOLIDAIRE", ("Saint-Louis",), "Sénégal"),
    Head("a product behind the title is no employer", """Team Lead - Care Notes

**About the Northern Lights Service**

We build services like Care Notes that anybody can use. Care Notes is open.

**Team Lead Position**

You will lead a team.
""", "Team Lead - Care Notes", "Northern Lights Service"),
    Head("whom one answers to is no employer", """Chargé du recrutement (H/F)

Description du poste :
Rattaché(e) au responsable d'agence, vous prendrez en charge le recrutement.

Lieu : 75 - PARIS 09
""", "Chargé du recrutement (H/F)", "", ("PARIS 09",), "France"),
    Head("an association opens an internship", """OFFRE DE STAGE – TANGER

Association Voix du Détroit (AVD)

L'AVD ouvre un stage rémunéré en COMMUNICATION DIGITALE
- 6 mois
""", "stage rémunéré en COMMUNICATION DIGITALE", "Association Voix du Détroit", ("TANGER",), "Maroc"),
    Head("a duty station at home", """DESERT WATER OFFICE (DWO)
Regional Office, Nouakchott

TERMS OF REFERENCE

Title: GIS Consultant
Duty station: Home-based, with two missions to Mauritania
""", "GIS Consultant", "DESERT WATER OFFICE"),
    Head("a duty station at home, or a town", """Title: GIS Consultant
Organisation: Desert Water Office
Duty station: Home-based or Kiffa
""", "GIS Consultant", "Desert Water Office", ("Kiffa",), "Mauritanie"),
    Head("an office that is called by the employer's name", """Objet : TR: on cherche une animatrice !!

L'association Graines Vives cherche pour son club :

     UNE ANIMATRICE « CLUB DUNES ET OASIS »
     Zagora, Maroc

Le bureau de Graines Vives
""", "ANIMATRICE « CLUB DUNES ET OASIS »", "Graines Vives", ("Zagora",), "Maroc"),
    Head("a commune that calls for one volunteer", """COMMUNE DE OUED RIMEL (TUNISIE)

APPEL A VOLONTAIRE
Volontaire international(e) - Chargé(e) de mission « compostage »

Vous serez accueilli(e) à la mairie de Tozeur.
""", "Volontaire international(e) - Chargé(e) de mission « compostage »", "COMMUNE DE OUED RIMEL",
         ("OUED RIMEL", "Tozeur"), "Tunisie"),
    Head("an employer with its country, French", """Soins Sans Murs – Maroc
ONG médicale

OFFRE D'EMPLOI – SAGE-FEMME (2 postes)

Soins Sans Murs soigne depuis 2015 les habitants des vallées. L'équipe de Midelt compte un médecin.
""", "SAGE-FEMME (2 postes)", "Soins Sans Murs", ("Midelt",), "Maroc"),
    Head("who we are, with a year first", """ASSOCIATION TAMOUNT POUR LE DEVELOPPEMENT

AVIS DE RECRUTEMENT
CHARGE(E) DE PROJET (H/F)

1. QUI SOMMES NOUS ?
Fondée en 2004 à Tiznit, l'association Tamount aide les petits

Lieu : Tiznit
""", "CHARGE(E) DE PROJET (H/F)", "ASSOCIATION TAMOUNT POUR LE DEVELOPPEMENT", ("Tiznit",), "Maroc"),
    Head("a site that is cleaned", """Association MARSA
Sfax, Tunisie (page Facebook : Marsa)

Responsable administratif(ve)

Nous plaidons pour la réhabilitation du site de Taparura.
""", "Responsable administratif(ve)", "Association MARSA", ("Sfax",), "Tunisie"),
    Head("the towns of an employer, and the one of the job", """Sand & Shores e.V.
Hamburg / Agadir

INTERNSHIP: COMMUNICATION (m/f/d)
Agadir, Morocco | 1 March – 31 July 2027

Sand & Shores is a small charity registered in Hamburg.
""", "INTERNSHIP: COMMUNICATION (m/f/d)", "Sand & Shores", ("Agadir",), "Maroc"),
)  # fmt: skip


def _read(text: str) -> tuple[str, str, tuple[str, ...], str, str]:
    facts = facts_of(posting(text))
    values = {field: [str(f.value) for f in facts if f.field == field] for field in ("title", "organisation")}
    places = [f for f in facts if f.field == "location"]
    countries = countries_of(areas_of(str(f.value), f.detail) for f in places)
    countries |= {country for f in places if (country := country_behind(f.quote, str(f.value)))}
    references = [str(f.value) for f in facts if f.field == "reference"]
    country = countries.pop() if len(countries) == 1 else "/".join(sorted(countries))
    return (
        "".join(values["title"][:1]),
        "".join(values["organisation"]),
        tuple(str(f.value) for f in places),
        country,
        "".join(references[:1]),
    )


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_heads(head: Head) -> None:
    right = (head.title, head.organisation, head.places, head.country, head.reference)
    assert _read(head.text) == right


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Policy Advisor\n\nCompany: CDS\n\nThe Canadian Digital Service grows.\n", "Canadian Digital Service"),
        ("Formateur\n\nL'UCAS cherche. Union des Coopératives Arganières du Souss.\n",
         "Union des Coopératives Arganières du Souss"),
        ("Responsable Administratif et Financier\n\nEntreprise : RAF\nLieu : Safi\n", "RAF"),  # a job is no employer
    ],
)  # fmt: skip
def test_letters_are_written_out_where_the_text_does(text: str, name: str) -> None:
    one = posting(text)
    assert one.organisation.of(one.text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LES JARDINS DU LAVOIR asbl   -   Herstal\n\nFORMATEUR EN MARAÎCHAGE\n\nMyriam, notre formatrice, s'en va.\n",
         "LES JARDINS DU LAVOIR"),
        ("Blue Wells Ltd\nWater Officer, Tamale\n\nWe dig wells.\n", "Blue Wells"),
    ],
)  # fmt: skip
def test_a_legal_form_behind_a_name_at_the_top_tells_the_employer(text: str, name: str) -> None:
    assert _read(text)[1] == name


@pytest.mark.parametrize(
    ("text", "title", "organisation"),
    [
        # parts of a title are no employer unless they return as one
        ("Data Engineer SIG / GeoLab / Eaux (H/F)\n\nUsages de GeoLab.", "Data Engineer SIG / GeoLab / Eaux (H/F)", ""),
        ("Data Analyst - Services Financiers - Lille (H/F)\n\nVos missions.", None, ""),
        ("Data Analyst (Excel, SQL, Python) (H/F)\n\nMaîtriser SQL.", "Data Analyst (Excel, SQL, Python) (H/F)", ""),
        ("DPO - Juriste Données / RGPD\n\nFonction de DPO : conseiller.", None, ""),
        ("OASIX - Data Manager\n\nOASIX accompagne les communes.", "Data Manager", "OASIX"),
        ("Data Manager - Oasix - Lyon\n\nVous travaillerez chez Oasix.", "Data Manager", "Oasix"),
        ("Cook - Green Plate - Leeds\n\nCome and work at Green Plate.", "Cook", "Green Plate"),
        # degrees, departments, places and questions in the seat of an employer
        ("Opticien (H/F)\n\nLe BTS OL est souhaité.", "Opticien (H/F)", ""),
        ("Maçon (H/F)\n\nCAP Maçonnerie souhaité ou CAP Taille.", "Maçon (H/F)", ""),
        ("Ingénieur (H/F)\n\nLe Département Mécanique recherche un ingénieur.", "Ingénieur (H/F)", ""),
        ("Ouvrier (H/F)\n\nExploitation dans la Haute Vallée recherche un ouvrier.", "Ouvrier (H/F)", ""),
        ("Ouvrier (H/F)\n\nSecteur Vallon recherche un ouvrier.", "Ouvrier (H/F)", ""),
        ("Ouvrier (H/F)\n\nÉlevage de 450 Truies Naisseur recrute un ouvrier.", "Ouvrier (H/F)", ""),
        ("Analyste (m/f) (réf. E) (H/F)\n\nStatut : Employé de l'État Qui recrute ? Un office.", "Analyste (m/f)", ""),
        (
            "Chercheur (H/F)\n\nLe Groupe investit 2 millions en Recherche & Développement.",
            "Chercheur (H/F)",
            "",
        ),
        # first lines with a stop or a dash
        ("Dessinateur en mécanique. H/F\n\nVous dessinez.", "Dessinateur en mécanique. H/F", ""),
        ("- Gestionnaire informatique (H/F)\n\nVous gérez.", "Gestionnaire informatique (H/F)", ""),
        # who says of itself what it is
        (
            "Data Engineer (H/F)\n\nDescription de l'entrepriseNordia Tech, acteur majeur du conseil.",
            None,
            "Nordia Tech",
        ),
        ("Lead (H/F)\n\nL'anglais est utileA propos de nous : Axanta, c'est une communauté.", None, "Axanta"),
        ("Lead (H/F)\n\nAbout us: Axanta is a community of teams.", None, "Axanta"),
        ("Lead (H/F)\n\nÀ propos de nous : Créée en 1990, la maison est connue.", None, ""),
        ("Conseiller (H/F)\n\nChez Nordia Conseil, leader du conseil, tout est neuf.", None, "Nordia Conseil"),
        ("Aide (H/F)\n\nEntreprise : Notre Village AAD", None, "Notre Village AAD"),
        ("Aide (H/F)\n\nEntreprise : notre client", None, ""),
        ("Ouvrier (H/F)\n\nExploitation porcine Centre Est Morbihan recherche un ouvrier.", "Ouvrier (H/F)", ""),
        # several names
        (
            "Mécanicien (H/F)\n\nSTEMA PL membre du réseau GROUPAX cherche un agent.",
            "Mécanicien (H/F)",
            "STEMA PL",
        ),
        ("Vendeur (H/F)\n\nMODES DU SUD en partenariat avec IFX recrute un vendeur.", "Vendeur (H/F)", "MODES DU SUD"),
        ("Vendeur (H/F)\n\nLe réseau GROUPAX recrute un vendeur.", "Vendeur (H/F)", "GROUPAX"),
        ("Conseiller (H/F)\n\nÀ propos d'Axanta Axanta est un leader mondial.", "Conseiller (H/F)", "Axanta"),
        ("Chauffeur (H/F)\n\nVous intégrerez la société Cars Rhodaniens en CDI.", "Chauffeur (H/F)", "Cars Rhodaniens"),
        ("Charcutier (H/F)\n\nEntreprise : ETABLISSEMENTS J. CHENET", "Charcutier (H/F)", "ETABLISSEMENTS J. CHENET"),
        ("Commercial (H/F)\n\nOrganisation :\nPoste en présentiel", "Commercial (H/F)", ""),
        # the bar of a website's menu, and titles whose words a line's end cuts in two
        (
            "Accueil | Nos projets | Offres d'emploi | Faire un don\n\nCHARGÉ DE PROJET\nLieu : Tata",
            "CHARGÉ DE PROJET",
            "",
        ),
        ("Home | About us | What we do | Jobs\n\nPROJECT OFFICER (Water)\nRef. LH-12", "PROJECT OFFICER (Water)", ""),
        ("Projects | Publications | About us\nGrants officer\n\nLocation: Goma", "Grants officer", ""),
        (
            "VACANCY NOTICE  -  FINANCE AND ADMINIS-\nTRATION ASSISTANT\nDuty station: Goma",
            "FINANCE AND ADMINIS-\nTRATION ASSISTANT",
            "",
        ),
        # a name in capitals right above what the employer is
        ("Chef de projet – Kolda\n\nTERRES DU SUD\nONG de droit sénégalais\n\nLieu : Kolda", None, "TERRES DU SUD"),
        (
            "Nurse – Gitega\n\nHILLS IN BLOOM\nAn international medical charity\n\nLocation: Gitega",
            None,
            "HILLS IN BLOOM",
        ),
        ("Nurse\n\nWHAT WE OFFER\nA charity that cares.", None, ""),
    ],
)
def test_what_stands_where_an_employer_might(text: str, title: str | None, organisation: str) -> None:
    told = posting(text)
    assert told.organisation.of(told.text) == organisation
    assert title is None or told.title.of(told.text) == title
