"""What stands above a posting and is no title: a website's trail, a slogan, a house's name; and who and where it is."""

import pytest

from assistant.facts.identity import facts
from tests.support import posting


def found(text: str) -> tuple[list[str], list[str], list[str]]:
    """The titles, organisations and locations of a text."""
    made = facts(posting(text))
    titles, organisations, places = (
        [str(fact.value) for fact in made if fact.field == field] for field in ("title", "organisation", "location")
    )
    return titles, organisations, places


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Accueil > Offres > Santé > Abidjan\n\nSage-femme d'État\nPolyclinique Sainte-Agathe\n", "Sage-femme d'État"),
        ("Accueil / Offres d'emploi / Bénin\n\nChef de chantier\nONG Bâtir Ensemble\n", "Chef de chantier"),
        ("Vous êtes ici : Accueil / Carrières\n\nMagasinier (H/F)\nTerre Solide – Bamako\n", "Magasinier (H/F)"),
        ("Accueil » Emploi » Comptable\n\nIl nous faut quelqu'un de rigoureux.\n", "Comptable"),
        ("Home > Jobs > Jordan > Programmes\n\nGrants Officer\nBridges · Amman, Jordan\n", "Grants Officer"),
        ("Jobs » Health » Uganda\n\nLab Technician\nMityana Health Trust\n", "Lab Technician"),
        ("LakeJobs | Search | Sign in | Post a job\n\nDental Hygienist\nMapleton Dental\n", "Dental Hygienist"),
        ("[Apply now] [Save]\n\nFinance Manager\n", "Finance Manager"),
        ("Rejoignez-nous au Tchad !\n\nLe Réseau Vélo recherche :\nMÉCANICIEN CYCLES\n", "MÉCANICIEN CYCLES"),
        ("Make a difference today!\n\nSunrise Home is looking for\nHOUSE PARENT\n", "HOUSE PARENT"),
        ("HELP WANTED\n\nWe need a LINE COOK for evenings.\n", "LINE COOK"),
        ("À VOTRE ATTENTION – affichage interne\n\nGardien de nuit\n\nMissions : surveiller.\n", "Gardien de nuit"),
        ("Depuis Abidjan, vous coordonnez quatre pays.\n\nCoordinateur régional\n", "Coordinateur régional"),
        ("La fondation Les Collines nomme son prochain\n\nDirecteur pays\n", "Directeur pays"),
        ("Oasis Trust is appointing its next\n\nCountry Director\n", "Country Director"),
        ("La commune recrute, pour remplacer un agent en congé, un :\n\nAgent d'état civil\n", "Agent d'état civil"),
        ("The Lake Clinic is hiring, for six months, a:\n\nWard Nurse\n", "Ward Nurse"),
        ("ATELIER DUMONT\nRodez (Aveyron)\n\nOn forme une apprentie sellière ici.\n", "apprentie sellière ici"),
        ("C'est quoi ?\nRéceptionniste de nuit, à Annecy.\n", "Réceptionniste de nuit, à Annecy"),
        ("Karibu!\n\nWhat is it?\nDriver-guide for our northern circuit.\n", "Driver-guide"),
        ("# Chargée de mission\n\n## Le poste\nBasé à Lyon\n", "Chargée de mission"),
        ("# Project Manager\n\n## The position\nBased in Lilongwe\n", "Project Manager"),
        ("Notre cantine a besoin d'un second de cuisine.\n", "second de cuisine"),
        ("Land & Cattle is hiring a farm hand. You need a driver's licence and be at ease.\n", "farm hand"),
        ("Tender title: Pashto Translator – handbook\nFee: USD 5,600\n", "Pashto Translator – handbook"),
        ("From: Desk\nSubject: Looking for remote interpreters\n\nDear all,\n", "remote interpreters"),
        ("Poste   à   pourvoir   :   Infirmier   polyvalent\nLieu   :   Les   Cayes\n", "Infirmier polyvalent"),
        ("EmploiSud.cm  ›  Extrême-Nord  ›  Logistique\n\nChef de parc\nSahel Entraide · Maroua\n", "Chef de parc"),
        ("LakeJobs.rw » Agriculture » Listing 7712\n\n★ Quality Analyst ★\n", "Quality Analyst"),
        ("BoardJobs | Hargeisa | Posted 29-Nov-2026\n\nFINANCE MANAGER\n", "FINANCE MANAGER"),
        ("A V I S\n\nLe Dispensaire Men nan Men\na besoin d'une\n\nINFIRMIÈRE DE NUIT\n", "INFIRMIÈRE DE NUIT"),
        ("MISE AU CONCOURS\n\nPour notre centrale, nous engageons\n\nun-e régulateur-trice de trafic\n",
         "régulateur-trice de trafic"),
        ("VOLUNTEERS NEEDED – KAKUMA 3\n\nHope wants to fill this place:\n\nLITERACY FACILITATOR (evenings)\n",
         "LITERACY FACILITATOR (evenings)"),
        ("APPEL À VOLONTAIRES\n\nLe Comité souhaite accueillir huit animateurs communautaires.\n",
         "animateurs communautaires"),
        ("Proposition de stage\n\nModélisation de la salinité des nappes\n\nLaboratoire HydroSud\n",
         "Modélisation de la salinité des nappes"),
        ("Join the kitchen at The Bastion! 🍽️\n\nWe would love to meet a CHEF DE PARTIE.\n", "CHEF DE PARTIE"),
        ("Bonsoir groupe\n\nBesoin d'enquêteurs pour l'étude nutrition.\n", "enquêteurs"),
        ("Hello all,\n\nWe are building a roster of Field Supervisors for a survey.\n", "Field Supervisors"),
        ("Hi all,\n\nThe job title on paper is \"Contract Translator\". Rate is S$65.\n", "Contract Translator"),
        ("Prairie Division\nCOMPETITION 26-214\n\nEducational Assistant\n\nPOSITION: 0.8 FTE, fixed-term\n",
         "Educational Assistant"),
    ],
)  # fmt: skip
def test_titles_below_what_is_none(text: str, title: str) -> None:
    assert found(text)[0] == [title]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Restaurant solidaire « La Marmite » – Dakar\n\nCuisinier\n", "Restaurant solidaire « La Marmite »"),
        ("Résidence Les Volcans – EHPAD public de 78 lits\n\nAIDE-SOIGNANT(E)\n", "Résidence Les Volcans"),
        ("Offre d'emploi - Bibliothèque publique de Caraquet\n\nCommis\n", "Bibliothèque publique de Caraquet"),
        ("Saison 2027 – Camping Les Noyers\n\nAgent d'entretien\n", "Camping Les Noyers"),
        ("Signes & Cie 86 — Maison des associations\n\nSecrétaire\n", "Signes & Cie 86"),
        ("KATWE JOINERY WORKSHOP\ntake-on of young people\n\nAPPRENTICE JOINERS\n", "KATWE JOINERY WORKSHOP"),
        ("Riverside Stables\nKentville\n\nStable hand\n", "Riverside Stables"),
        ("PUBLIC NOTICE\nHamlet of Tuugaalik, Nunavut\n\nBYLAW OFFICER\n", "Hamlet of Tuugaalik"),
        ("Grants Officer\nBridges for Learning · Amman, Jordan · Full time\n", "Bridges for Learning"),
        ("Assistante administrative\nLes Amis du Fleuve – Saint-Louis, Sénégal\n", "Les Amis du Fleuve"),
        ("Animateur\nPublié le 24/11/2026 par Coopération Bretagne\n", "Coopération Bretagne"),
        ("Data clerk\nAdvertised on 4 January 2027 by Coastal Relief Network\n", "Coastal Relief Network"),
        ("Cabinet AFIRIC RH\npour le compte de la Coopérative des Ananas du Sud\n\nCOMPTABLE\n",
         "Coopérative des Ananas du Sud"),
        ("HR Partners Ltd\non behalf of the Lake Fishers Union\n\nVACANCY: ACCOUNTANT\n", "Lake Fishers Union"),
        ("Who is asking? Healing Roads, a Danish charity present since 2014.\n", "Healing Roads"),
        ("Cook needed for the canteen of Shanti Shelter Trust, Ukhiya.\n", "Shanti Shelter Trust"),
        ("Cuisinière recherchée à la cantine de la Fondation Akwaba, Abidjan.\n", "Fondation Akwaba"),
        ("Traducteurs\n\nL'Observatoire Ouest-Africain des Élections travaille dans trois pays.\n",
         "Observatoire Ouest-Africain des Élections"),
        ("Transports Lémaniques SA\nGenève\n\nCOMPTABLE\n", "Transports Lémaniques"),
        ("« Teranga Saveurs », restaurant d'insertion – Dakar\n\nCUISINIER\n", "Teranga Saveurs"),
        ("Hôtel Les Filaos *** Saint-Gilles-les-Bains\n\nCommis de cuisine\n", "Hôtel Les Filaos"),
        ("InterPro Tunisie – agence de Sfax\nOffre n° SF26\n\nCariste\n", "InterPro Tunisie"),
        ("UNHCR Jordan: Intern, Data Management\n\nOffice: Amman\n", "UNHCR Jordan"),
        ("Programme des Nations Unies pour le développement – Burundi\n\nPoste : Analyste\n",
         "Programme des Nations Unies pour le développement"),
        ("Agence allemande d'appui au développement\nBureau de Goma\n\nCHAUFFEUR\n",
         "Agence allemande d'appui au développement"),
    ],
)  # fmt: skip
def test_organisations_in_the_head(text: str, organisation: str) -> None:
    assert found(text)[1] == [organisation]


@pytest.mark.parametrize(
    "text",
    [
        "APPRENTICES\n\nPrimary Leaving Certificate is enough.\n",
        "Teacher\n\nThe Board would like to appoint one for the second semester.\n",
        "RIDERS WANTED\n\nDispatch Rider for our yard.\n",
        "Plongeur\n\nBrasserie et cafétéria face aux pistes recherche un plongeur.\n",
        "Nurse\n\nThree years of experience required with children.\n",
    ],
)
def test_what_names_no_organisation(text: str) -> None:
    assert found(text)[1] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("BOULANGERIE LE GOFF\nrue Notre-Dame – Guingamp\n\nVENDEUSE\n", ["Guingamp"]),
        ("Harper's Bakery\n12 Mill Road, Kendal\n\nBaker\n", ["Kendal"]),
        ("Le Moulin bio\nGrignan (Drôme)\n\nMeunier\n", ["Grignan"]),
        ("PAWS VETERINARY PRACTICE\nKlein Windhoek\n\nReceptionist\n", ["Klein Windhoek"]),
        ("Résidence Les Volcans – EHPAD – 15000 Aurillac\n\nAIDE-SOIGNANT(E)\n", ["Aurillac"]),
        ("COMPUTER REPAIRS & TRAINING – MOLYKO, BUEA\n\nPOST: Trainer\n", ["BUEA"]),
        ("Community Nurse\nLake Health Partners — Kisumu, Kenya\n", ["Kisumu"]),
        ("Une librairie de Tizi Ouzou cherche sa libraire\n\nLes livres viennent d'Alger.\n", ["Tizi Ouzou"]),
        ("A bakery in Leeds is looking for a baker. Our flour comes from York and Hull.\n", ["Leeds"]),
        ("Directeur pays\n\nDepuis Kigali, vous représentez la fondation.\n", ["Kigali"]),
        ("Country Director\n\nFrom Nairobi, you represent the trust in Somalia.\n", ["Nairobi"]),
        ("Guard\n\nZagros Aid keeps a warehouse in Erbil's Ankawa district.\n", ["Erbil"]),
        ("Infirmier\nLieu d'affecta-\ntion :  Midelt,  avec  tournées  à  Imilchil\n", ["Midelt"]),
        ("Nurse\nDuty sta-\ntion: Kisumu\n", ["Kisumu"]),
        ("Cook\nAddress of work: Unit 7, Cross Green, Leeds\n", ["Leeds"]),
        ("Cuisinier\nAdresse de travail : 12 rue des Lilas, Dakar\n", ["Dakar"]),
        ("Engineer\nDuty area: Hawassa (1) and Jimma (1)\n", ["Hawassa", "Jimma"]),
        ("Protection Officer – Gaziantep\n\nYou follow two centres, in Gaziantep and Kilis.\n", ["Gaziantep", "Kilis"]),
        ("Formateur – Zinder\n\nL'appui durera 30 jours, à Zinder et à Mirriah.\n", ["Zinder", "Mirriah"]),
        ("Comptable – Thiès\n\nNotre association a des bureaux à Thiès et Dakar.\n", ["Thiès"]),
        ("Officer – Conakry\n\nHe travels one week a month, in Conakry and Monrovia.\n", ["Conakry"]),
        ("Saison 2027 – Camping Les Noyers, Dordogne (France)\n\nAgent d'entretien\n", ["Dordogne"]),
        ("Maple Farm Trust – Ontario, Canada\n\nBeekeeper\n", ["Ontario"]),
        ("Clerk\n\nMesa Verde Medical Center | El Paso, TX | Requisition #R-2\n", ["El Paso"]),
        ("Truck Driver\nMulga Plains Haulage · Longreach QLD · Full time\n", ["Longreach"]),
        ("Surveyor\n\nApplications are invited for a post at our Maun and Kasane sites.\n", ["Maun", "Kasane"]),
        ("Enquêteurs\n\nUne collecte dans les communes de Matamèye et Magaria.\n", ["Matamèye", "Magaria"]),
        ("Comptable – Agadir\n\nNous appuyons les paysans dans les communes de Tata et Akka.\n", ["Agadir"]),
        ("Teacher\n\nRiverside Academy, a day school in Karen, Nairobi, will need a teacher.\n", ["Nairobi"]),
        (
            "EMBASSY OF FINLAND, ACCRA\n\nThe Embassy of Finland in Accra invites applications for the position of"
            " Visa Assistant.\n",
            ["Accra"],
        ),
        ("Programme Manager\nNordvik Agency | Country Office, Rabat (Agdal), Morocco\n\nAbout us\n", ["Rabat"]),
        ("Chargé de projet\nAgence Nordvik | Antenne de Goma, RDC\n\nMissions : suivre.\n", ["Goma"]),
        ("Comptable\nONG Eau Vive – Bureau de Labé, Guinée\n\nMissions : suivre.\n", ["Labé"]),
    ],
)
def test_places_of_the_head_and_further_ones(text: str, places: list[str]) -> None:
    assert found(text)[2] == places
