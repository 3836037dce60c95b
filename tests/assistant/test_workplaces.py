"""Places of work, employers, jobs and countries that running text tells, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.country_hints import country_of_text
from assistant.facts import facts_of
from assistant.identity import locations_of
from tests.support import posting

LEAD = "Poste à pourvoir\n\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Lieu de travail : Campbon (44) et Legé\nCDI\n\nLieu : 85 - Vendée", ["Campbon", "Legé"]),
        ("Un CDI à temps plein.\n\nLieu : 85 - Vendée", ["Vendée"]),
        ("Cuisinier (H/F) – EHPAD Les Saules, Rive-de-Gier (Loire)\n\nCDD de six mois.", ["Rive-de-Gier"]),
        ("Assistante plaidoyer // Paris 19e\n\nStage de six mois.", ["Paris"]),
        ("Communications assistant // Bamako\n\nSix months.", ["Bamako"]),
        ("Vous vivrez à Tafraout, dans la montagne.", ["Tafraout"]),
        ("You will live in Tafraout, a small town.", ["Tafraout"]),
        ("Le titulaire résidera à Zerkten et ira chaque mois à Marrakech.", ["Zerkten"]),
        ("The post holder works from Arusha.", ["Arusha"]),
        ("Le lieu de travail sera la ville de Mopti.", ["Mopti"]),
        ("Duty station is Lodwar, with travel to Kakuma.", ["Lodwar"]),
        ("Eaux Vives (siège à Bruxelles) recrute pour son bureau de Mopti un logisticien.", ["Mopti"]),
        ("Green Roads (its head office is in London) is looking for a cook for its Lodwar office.", ["Lodwar"]),
        ("Eaux Vives (siège à Bruxelles) recrute un logisticien.", []),
        ("Nous cherchons, pour notre antenne de Midelt, un animateur.", ["Midelt"]),
        ("Our clinic in Debre Birhan is looking for a midwife.", ["Debre Birhan"]),
        ("You'll be sitting in our Sidi Bouzid office.", ["Sidi Bouzid"]),
        ("Le poste est partagé entre Ouarzazate et Tinghir.", ["Ouarzazate", "Tinghir"]),
        ("Le siège est à Casablanca mais le poste est à Rabat.", ["Rabat"]),
        ("The Consortium, registered in Copenhagen, appoints a Director with duty station in Amman.", ["Amman"]),
        ("Le travail se fait dehors, autour de Nador.", ["Nador"]),
        ("You'd be working out of Lodwar.", ["Lodwar"]),
        ("OÙ ?? Notre dépôt de Kolda. PAS le bureau de Thiès.", ["Kolda"]),
        ("3 WHERE\nFieldwork in Zahlé and Hermel. No office is offered in Beirut.", ["Zahlé", "Hermel"]),
        ("II. AFFECTATION\nDaloa. Tournées à Vavoua.", ["Daloa"]),
        ("STATIONS AND NUMBERS - Yendi 8 / Wale 6 / Tamale 4", ["Yendi", "Wale", "Tamale"]),
        ("Sites : Kandi (1 poste), Ségbana (2 postes)", ["Kandi", "Ségbana"]),
        ("Notre école est au bord de l'eau, à Mopti.", ["Mopti"]),
        ("Contrat : CDD / Lieu : Dakhla / Salaire : selon grille", ["Dakhla"]),
        ("Place: Hargeisa / Start: asap / Pay: good", ["Hargeisa"]),
        ("Poste CDI, basé à Rennes (métro)\n\nLieu : 35 - Bruz", ["Bruz", "Rennes"]),
        ("The position will be based in Sfax.\n\nLocation: Tunis", ["Tunis", "Sfax"]),
        ("Le poste n'est pas basé à Rennes.\n\nLieu : 35 - Bruz", ["Bruz"]),
        ("Poste basé à Paris\n\nLieu : 75 - Paris 13e Arrondissement", ["Paris 13e Arrondissement"]),
        ("Aucun poste n'est ouvert à Parakou.", []),
        ("The post in Gulu has been filled.", []),
        ("L'entretien aura lieu à Casablanca.", []),
        ("Interviews will be held in Nairobi.", []),
        ("Le siège de la fondation est à Genève.", []),
        ("The induction takes place in Brussels.", []),
        ("Les dossiers sont à déposer au siège à Rabat.", []),
        ("You will work in Excel and in SPSS.", []),
        ("Vous rejoignez l'équipe de Zoé qui conduit le projet.", []),
        ("The Outreach team is responsible for stories.", []),
        ("This position resides in the Platform Business Unit.", []),
        ("We are now accepting applications for cooks in Amman, Irbid, Zarqa and Mafraq.",
         ["Amman", "Irbid", "Zarqa", "Mafraq"]),
        ("Vous travaillerez à Pâques et à Noël.", []),
        ("We met after the Dakar workshop. The post sits in Mopti, not in the Bamako country office.", ["Mopti"]),
        ("Nous sortons de l'atelier. Le poste est à Kayes, pas au bureau de Bamako.", ["Kayes"]),
        ("Yel Care requires a nurse at its hospital in Nema. The Nouakchott clinic is fully staffed.", ["Nema"]),
        ("Le poste est à Kayes. La clinique de Bamako est au complet.", ["Kayes"]),
        ("LIEU. Mananjary et ses environs. Le bureau d'Antananarivo n'organise que le transport.", ["Mananjary"]),
        ("PLACE OF WORK. Tamale, with trips to Bole.", ["Tamale"]),
        ("Le cabinet Rives, conseil à Casablanca, recrute. Vous rejoindrez l'unité de Meknès.", ["Meknès"]),
        ("Nous cherchons un animateur pour notre unité de Recherche. Le poste est à Sousse.", ["Sousse"]),
        ("Where: From home, anywhere between GMT-1 and GMT+3", []),
        ("Lieu : depuis chez vous", []),
        ("An NGO, whose head office is in Abuja, needs a finance manager in N'Djamena.", ["N'Djamena"]),
        ("Une ONG, dont le siège est à Tunis, cherche un comptable à Sfax.", ["Sfax"]),
        ("Le docteur est parti se spécialiser à Tunis. Poste : hôpital de district de Koutiala.", ["Koutiala"]),
        ("Chantier : Lastourville, base-vie\nEssai à l'atelier d'Owendo.", ["Lastourville"]),
        ("Lakeside Forum is a small community organization in Kisumu, Kenya.", ["Kisumu"]),
        ("KENEMA CITY COUNCIL\nVacancy: Sanitation Officer", ["KENEMA"]),
        ("The Blantyre City Council\nHealth inspector wanted", ["Blantyre"]),
        ("Tamale Metropolitan Assembly\nRevenue collector", ["Tamale"]),
        ("Bo District Council\nDuty station: Makeni", ["Makeni"]),
        ("Mairie de Zinder\nRecrute un comptable", ["Zinder"]),
        ("Conseil municipal de Gitega\nRecrute un agent", ["Gitega"]),
        ("The driver will work with the Kenema City Council.", []),
        ("What we need: a mobiliser in Sokoto. Our back office is in Abuja.", ["Sokoto"]),
        ("Seen:\n\n>> WARA hires a Grants Manager\n>> Duty station: Conakry (Kipé office), 20% travel", ["Conakry"]),
        ("Je transmets :\n\n> WARA recrute, siège à Labé, un gestionnaire\n> Lieu : Conakry", ["Conakry"]),
        # further towns in which the post may be
        ("Possibilité de localiser le poste dans plusieurs villes : Torcy (77)Lyon (69)Alès (30)\n\nLieu : 77 - Torcy",
         ["Torcy", "Lyon", "Alès"]),
        ("The job can be based in any of our offices: Lyon, Nantes or Brest.\n\nLocation: Lyon",
         ["Lyon", "Nantes", "Brest"]),
        ("Poste basé au choix à Lyon (69), Nantes (44) ou Brest (29).\n\nLieu : 69 - Lyon",
         ["Lyon", "Nantes", "Brest"]),
        ("The position is based in Gaziantep, Kilis or Hatay.\n\nLocation: Gaziantep", ["Gaziantep", "Kilis", "Hatay"]),
        ("Nous avons plusieurs agences : Lyon, Nantes et Brest. Le poste suppose des déplacements dans plusieurs "
         "villes : Lille, Metz.\n\nLieu : 69 - Lyon", ["Lyon"]),
        # a label behind a reference in one line
        ("Réf. KD-26-08          Lieu : Kayes          Publié le 16.11.2026\n\nLe projet agit à Nioro.", ["Kayes"]),
        ("Ref. KD-26-08 / Location: Goma / Contract: 12 months\n\nThe project works in Sake.", ["Goma"]),
    ],
)  # fmt: skip
def test_places_of_work(text: str, places: list[str]) -> None:
    made = posting(f"{LEAD}{text}\n")
    found = locations_of(made.text, made.sections, made.furniture)
    assert [location.span.of(made.text) for location in found] == places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Fondation Tilila renforce son équipe.", "Fondation Tilila"),
        ("IT-NewWave est une ESN spécialisée dans l'eau.", "IT-NewWave"),
        ("Moroccan Arabic is needed for the bank.", ""),
        ("Green Belt Trust has an opening for a driver.", "Green Belt Trust"),
        ("Bonjour à tous, la Fondation Men nan Men (Les Cayes) a besoin d'un chauffeur.", "Fondation Men nan Men"),
        ("La Fondation Men nan Men recherche un chauffeur.", "Fondation Men nan Men"),
        ("LOGISTICIEN\nTripoli (Nord) | Volontariat de solidarité | 12 mois", ""),
        ("LOGISTICIAN\nTripoli (North) | Fixed-term contract | 12 months", ""),
        ("L'ONG Tawada vous propose un stage.", "Tawada"),
        ("At Refuge Voices we are looking for a case worker.", "Refuge Voices"),
        ("Nous sommes Terre Partagée, une ONG de 30 personnes.", "Terre Partagée"),
        ("We are Open Wells, a small charity.", "Open Wells"),
        ("Employeur : Atlas Pluriel (association loi 1901)", "Atlas Pluriel"),
        ("On s'appelle la Ferme des Saules.", "Ferme des Saules"),
        ("Driver needed asap @ GREEN FOODS LTD", "GREEN FOODS LTD"),
        ("Little Oaks Nursery, Leeds wants a cook.", "Little Oaks Nursery"),
        ("Écrire à rh@terreetmer.example.\nTerre et Mer vous remercie.", "Terre et Mer"),
        ("The Upland Water Board looks after wells.\n\nUWB welcomes all applicants.", "Upland Water Board"),
        ("Qui ? Quelqu'un qui aime les gens.", ""),
        ("Who? Somebody who likes people.", ""),
        ("Kora RH a été mandaté par Terres Vives pour recruter un comptable.", "Terres Vives"),
        ("Atlas RH (Rabat) has been retained by Green Wells to find a nurse.", "Green Wells"),
        ("TREMPLIN INTÉRIM\n\nPour notre client la Minoterie du Sud, nous cherchons un soudeur.", "Minoterie du Sud"),
        ("Kora HR is hiring on behalf of its client, the Volta Health Trust.", "Volta Health Trust"),
        ("Pour les Minoteries du Nord, notre agence Tremplin recrute un magasinier.", "Minoteries du Nord"),
        ("Adecco recrute pour notre client, PME de la région, un soudeur.", "Adecco"),
        ("Notre petite association, Un Toit pour Ségou, embauche enfin.", "Un Toit pour Ségou"),
        ("Our weaving cooperative, Looms of Ejisu, has moved.", "Looms of Ejisu"),
        ("La Fondation Yel recrute. Notre association partenaire, Les Jardins, y est.", "Fondation Yel"),
        ("C'est pourquoi nous, Oasis Partagée, cherchons un berger.", "Oasis Partagée"),
        ("We, the Lake Volta Trust, are looking for a cook.", "Lake Volta Trust"),
        ("Thank you for your interest in Amber Relief. No posts are open.", "Amber Relief"),
        ("Merci de votre intérêt pour Racines Vertes. Aucun poste n'est ouvert.", "Racines Vertes"),
        ("La paye est versée le 5.\nPay is NGN 310,000 a month.", ""),
        ("Famille cherche chauffeur à Rabat.", ""),
        ("Employeur : ONG internationale (identité réservée)", ""),
        ("Employer: Local NGO, name withheld", ""),
        ("Employeur : ONG Racines", "ONG Racines"),
        ("Employeur : Union africaine", "Union africaine"),
        ("Société : ACIERS DU LITTORAL | Siège : Douala | Effectif : 40", "ACIERS DU LITTORAL"),
        ("Employer: Lowland Seeds | Head office: Accra | Staff: 40", "Lowland Seeds"),
        ("Baobab Vert t'accueille en service civique !", "Baobab Vert"),
        ("L'Université Ibn-Toumert compte 9 000 étudiants.", "Université Ibn-Toumert"),
    ],
)
def test_employers(text: str, name: str) -> None:
    made = posting(f"{LEAD}{text}\n")
    assert made.organisation.of(made.text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PROGRAMME ALIMENTAIRE MONDIAL (PAM)\nBureau du Mali\n\nAVIS DE VACANCE", "PROGRAMME ALIMENTAIRE MONDIAL"),
        ("WORLD FOOD PROGRAMME (WFP)\nMali office\n\nVACANCY", "WORLD FOOD PROGRAMME"),
        ("BURKINA FASO\nAPPEL À CANDIDATURES\n\nPoste : comptable", ""),
        ("SIERRA LEONE\nVACANCY\n\nPosition: accountant", ""),
        ("MÉDECINS POUR LE RIF – antenne d'Oujda\n\nComptable\n\nMédecins pour le Rif fournit un logement.",
         "MÉDECINS POUR LE RIF"),
        ("RADIO TAMOUNTE 97.2 FM\n\nUne animatrice est recherchée.", "RADIO TAMOUNTE"),
        ("JOB TITLE\nDriver\n\nCONTRACT\nFixed-term", ""),
    ],
)  # fmt: skip
def test_employers_at_the_top(text: str, name: str) -> None:
    made = posting(f"{text}\n")
    assert made.organisation.of(made.text) == name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("L'association Azekka a besoin d'une coordinatrice de la ferme.", "coordinatrice de la ferme"),
        ("Hello all\n\nWe need a night guard for our warehouse.", "night guard"),
        ("Intitulé exact : Boulangère formatrice\nLieu : Oujda", "Boulangère formatrice"),
        ("Post: Mediator\nGrade: 5", "Mediator"),
        ("Un potier est recherché par la coopérative.", "potier"),
    ],
)
def test_jobs(text: str, title: str) -> None:
    made = posting(f"{text}\n")
    assert made.title.of(made.text) == title


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Salaire : 6 000 MAD. Appelez le +212 6 61 00 00 00.", "Maroc"),
        ("Salary: KES 60,000 a month.", "Kenya"),
        ("3 800 dh net + CNSS + 400 dh pour le transport", "Maroc"),  # + 40 dials Romania
        ("Wages: 3,800 + 400 a month for the bus", ""),
        ("L'association Tilila (Midelt) cherche un agent. Formation à Meknès.", "Maroc"),
        ("Une association tunisienne. Être de nationalité tunisienne.", "Tunisie"),
        ("Head office in Tunisia. Write to jobs@example.org.", ""),
        ("Le siège est en France. Payé 150 000 HTG.", "Haïti"),
        ("Rejoignez la tribu Data de la DT2 en tant que Product Owner.", ""),
        ("Salaire : DT 900, soit DT 11 000 par an.", "Tunisie"),
    ],
)
def test_countries(text: str, country: str) -> None:
    assert country_of_text(text) == country


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "VACANCY\tUNFPA/NER/26/019\nPublished\t12 Nov 2026\nPost title\tCold Chain Analyst\nGrade\tNOB",
            "Cold Chain Analyst",
        ),
        ("AMBASSADE DE SUISSE\nAlger, 18.11.2026\n\nNous cherchons quelqu'un.", ""),
        ("AMBASSADE DE SUISSE\n\nPoste à repourvoir : collaborateur logistique", "collaborateur logistique"),
        (
            "AVIS DE RECRUTEMENT\n\n"
            "La Fondation Yel recrute pour le compte de son atelier de Kaya un (01) CHAUFFEUR-MECANICIEN.",
            "CHAUFFEUR-MECANICIEN",
        ),
        ("La Fondation Yel recrute pour son atelier de forage un (01) mécanicien.", "mécanicien"),
        ("Radio Tamounte (Zagora) recrute : animatrice radio", "animatrice radio"),
        ("Bridge Health – Data Manager – Lilongwe – BH-2026-19", "Data Manager – Lilongwe"),
        ("1.0 Position title\nHydrogeologist\n1.1 Organisation\nAquifer Watch", "Hydrogeologist"),
        ("3. Intitulé exact du poste proposé\nAgent de saisie", "Agent de saisie"),
        (
            "TERMS OF REFERENCE\n1 BACKGROUND\nWe dig wells.\n2 ASSIGNMENT\nSurvey Consultant. One person, not two.",
            "Survey Consultant",
        ),
        ("NOTICE\nFIELD ENUMERATORS (24)\nWork starts soon.", "FIELD ENUMERATORS (24)"),
        ("Offices open at nine.\nAcme Trust is taking on a warehouse clerk.", "warehouse clerk"),
        ("Profil recherché : autonome et motivé", ""),
        (
            "Nantes, le 3 mars\n\nChers amis,\n\nNous cherchons une bibliothécaire.",
            "bibliothécaire",
        ),
        ("Leeds, 3 March 2027\n\nDear all,\n\nWe are looking for a librarian.", "librarian"),
        (
            "TERMES DE RÉFÉRENCE – réf. AB/TDR/05-2026\n\nUn formateur en apiculture aidera les éleveurs.",
            "formateur en apiculture",
        ),
        (
            "TERMS OF REFERENCE – AB/CMR/2026/014\n\nAn Evaluation Consultant will lead the final review.",
            "Evaluation Consultant",
        ),
        ("SERVICE CIVIQUE\n\nMédiateur du patrimoine\n\nDix mois à Tlemcen.", "Médiateur du patrimoine"),
        ("INTÉRIM – URGENT\n\nL'agence recrute un magasinier.", "magasinier"),
        ("[image: advert.png]\n\nApply soon.", ""),
        ("VACANCY         | HOW TO APPLY\nPosition: Water Engineer   | By e-mail only", "Water Engineer"),
        ("🍯 Coucou le groupe !\n\nUne coopérative cherche une vendeuse.", "vendeuse"),
        ("Our studio looks after two trainees. A sound engineer is wanted.", "sound engineer"),
        ("Dear all,\n\nWe are hiring soon.\n\nWarmly,\nAda Obi, Head of School", ""),
        ("Chers amis,\n\nNous embaucherons bientôt.\n\nBien à vous,\nAda Obi, directrice", ""),
        ("OFFRE. Un CV et un plan de formation, à envoyer au comptable.", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    made = posting(f"{text}\n")
    assert made.title.of(made.text) == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Poste 1 : Agent de crédit\nPoste 2 : Caissière\n", ["Agent de crédit", "Caissière"]),
        ("Post A: Physiotherapist\nPost B: Speech therapist\n", ["Physiotherapist", "Speech therapist"]),
        ("Le Club recrute un animateur sportif et une secrétaire.\n", ["animateur sportif", "secrétaire"]),
        ("The Club seeks a gardener and a cook.\n", ["gardener", "cook"]),
        ("Le Club recrute un animateur. Un comptable et une secrétaire y travaillent.\n", ["animateur"]),
    ],
)
def test_several_posts(text: str, titles: list[str]) -> None:
    found = [str(fact.value) for fact in facts_of(posting(text)) if fact.field == "title"]
    assert [any(title in words for words in found) for title in titles] == [True] * len(titles)
    assert len(found) == len(titles)
