"""Contracts, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import contract
from tests.assistant.facts.reading import values

OPENING = "Chargé de projet\n\nNous recherchons une personne motivée.\n\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CDI après 3 mois d'essai", ["CDI"]),
        ("Nous engageons une personne en CDI, à quatre cinquièmes", ["CDI"]),
        ("Vous encadrez une personne en CDD", []),
        ("CDD de 6 mois, CDI après", ["CDD"]),
        ("This role is a two year term", ["CDD"]),
        ("Nous recherchons pour notre client, leader du jouet, un cariste en intérim", ["temporary"]),
        ("Leader du recrutement en intérim, nous recherchons pour notre client un cariste en CDI", ["CDI"]),
        ("L'agence recrute pour un de ses clients en CDI, CDD et intérim", []),
        ("APPEL À CONSULTATION", ["mission"]),
        ("La fondation sélectionne des consultant(e)s individuel(le)s", ["mission"]),
        ("The fund seeks an individual consultant", ["mission"]),
        ("CDD – Alternance – Contrat d'apprentissage", ["CDD", "apprenticeship"]),
        ("Un contrat de travail déterminé basé à Oujda", ["CDD"]),
        ("A fixed-term contract of 12 months", ["CDD"]),
        ("This is a term role.", ["CDD"]),
        ("Vous rédigez les lettres de fin de CDD.", []),
        ("Ce poste, d'une durée de deux ans, est à Ottawa.", ["CDD"]),
        ("The post is for a period of two years.", ["CDD"]),
        ("Un poste pour qui a trois ans d'expérience", []),
        ("Le cabinet cherche pour son client un métreur en vue d'une embauche en CDI.", ["CDI"]),
        ("Our client seeks a surveyor with a view to permanent employment.", ["CDI"]),
        ("Intérim de trois mois en vue d'un CDI", ["temporary"]),
        ("Poste en CDI", ["CDI"]),
        ("This is a permanent, full-time position.", ["CDI"]),
        ("Contract type: Permanent", ["CDI"]),
        ("Type de contrat\nCDI", ["CDI"]),
        ("Poste en CDI ou CDD", ["CDI", "CDD"]),
        ("Contrat saisonnier de mars à mai", ["CDD"]),
        ("Contrat de Volontariat de Solidarité Internationale (VSI)", ["volunteer"]),
        ("This is a volunteer position.", ["volunteer"]),
        ("Durée du contrat : contrat mission", ["mission"]),
        ("Une convention d'un an renouvelable", ["convention"]),
        ("Contrat : Intérim", ["temporary"]),
        ("Temporary contract of three months", ["temporary"]),
        ("Type de contrat : Stage", ["internship"]),
        ("This internship lasts six months.", ["internship"]),
        ("Trainee, Communications\n\nHelp us.", ["internship"]),
        ("Graduate trainee\n\nFixed-term contract.", ["CDD"]),
        ("Contract: freelance", ["freelance"]),
        # a possible sequel, other people's contracts, experience, agencies
        ("CDD de 6 mois avec possibilité de CDI", ["CDD"]),
        ("CDD de 6 mois évoluant en CDI", ["CDD"]),
        ("Gestion des contrats commerciaux et des CDD", []),
        ("Formation en alternance souhaitée", []),
        ("Une première expérience (stage, alternance) est demandée", []),
        ("Connaissance de l'apprentissage automatique", []),
        ("Deux ans dans la vie associative (l'engagement bénévole compte).", []),
        ("Outreach Assistant (co-op)\n\nHelp us.", ["internship"]),
        ("Convention collective 66", []),
        ("Chargé de mission, missions variées", []),
        ("Notre agence, spécialisée dans le recrutement en intérim, CDD, CDI, recrute un soudeur", []),
        ("Contribuer à la vie de l'équipe", []),
        ("Un bassin de candidats peut être utilisé pour combler d'autres postes (période déterminée, CDD).", []),
        ("A pool of candidates may be used to staff similar positions (fixed-term, permanent position).", []),
        ("L'association recrute un animateur en CD2I.", ["CDI"]),
        ("Contract type: Indeterminate", ["CDI"]),
        ("Un contrat permanent et un bon salaire", ["CDI"]),
        ("L'alternance peut commencer immédiatement.", ["apprenticeship"]),
        ("Nous cherchons un enseignant vacataire.", ["vacation"]),
        ("Type de contrat : vacation", ["vacation"]),
        ("Vous travaillez en 12 h, vacations de jour et de nuit.", []),
        ("Un emploi saisonnier à la montagne", ["CDD"]),
        ("A seasonal position in the mountains", ["CDD"]),
        ("CDD 6 mois renouvelable - 28000€ brut annuel", ["CDD"]),
        ("Nous recrutons sur des missions de travail temporaire et de placement /CDD, sur tous types de poste.", []),
        ("ContratCDIExpérience confirmée", ["CDI"]),
        # traits, hours and names that only look like contracts
        ("Volontaire, dynamique et ponctuel, vous aimez le terrain.", []),
        ("Volontaire, 12 mois, à Rabat", ["volunteer"]),
        ("Vous êtes indépendant, autonome et bon manager.", []),
        ("Horaires : en alternance : du lundi au vendredi 5h-12h", []),
        ("Entreprise : SYNAXE INTERIM CDI CDD", []),
        ("Contrat sur 4 jours avec un dimanche par mois.", []),
        ("Contrat sur 4 mois, renouvelable.", ["CDD"]),
        ("Notre réseau regroupe des services de recrutement temporaire (intérim/CDD) et permanent (CDI).", []),
        ("Je suis consultante indépendante en recrutement.", []),
        ("Rédiger l'offre technique. Vous pourrez vous appuyer sur un bureau d'études expérimenté.", []),
        ("Un statut de salarié en CDI", ["CDI"]),
        ("Vous serez salarié en CDI.", ["CDI"]),
        ("Vous formez les salariés en CDD.", []),
        ("Nous vous proposons une nouvelle opportunité en CDI !", ["CDI"]),
        ("CDD de 6 mois avec une opportunité de CDI", ["CDD"]),
        ("Poste en SAISONNIER", ["CDD"]),
        ("Contrat de travail saisonnier jusqu'à fin septembre", ["CDD"]),
        ("Tu recherches une alternance ? Rejoins-nous !", ["apprenticeship"]),
        ("Taux horaire + 10% de fin de mission + 10% de congés payés", ["temporary"]),
        ("CDI, 13e mois ; 10% d'IFM pour les missions", ["CDI"]),
        # said in a sentence
        ("Le contrat est sans terme fixe.", ["CDI"]),
        ("The post is permanent.", ["CDI"]),
        ("Permanent, subject to a probation of three months.", ["CDI"]),
        ("The position is temporary and seasonal, in June.", ["temporary"]),
        ("Nous cherchons un stagiaire pour notre antenne.", ["internship"]),
        ("We take on one intern for the summer.", ["internship"]),
        ("We are looking for volunteers to read to children.", ["volunteer"]),
        ("Stage de quatre mois, dès février", ["internship"]),
        ("Vous coordonnez le travail de nos bénévoles.", []),
        ("You will supervise interns and volunteers.", []),
        ("We are looking for a volunteer coordinator.", []),
        ("Ce poste n'est ni un CDI ni un CDD.", []),
        ("Notre équipe compte douze salariés en CDI.", []),
        ("Débutants acceptés : un stage sur le sujet suffit.", []),
        # a length alone makes a contract for a time
        ("Contrat de douze mois renouvelable une fois", ["CDD"]),
        ("An 18-month contract", ["CDD"]),
        ("The contract runs until 30 June.", ["CDD"]),
        ("C'est un remplacement pour la durée d'un congé parental.", ["CDD"]),
        ("Contrat de volontariat de douze mois", ["volunteer"]),
        # a consultant's, and work on one's own account
        ("Contrat de consultance de 30 jours ouvrables", ["mission"]),
        ("Engaged under short consultancy contracts", ["mission"]),
        ("Recrutement d'un consultant national pour une étude", ["mission"]),
        ("Vous facturez vos jours de travail.", ["freelance"]),
        ("You will invoice us monthly.", ["freelance"]),
        ("free-lance, une dizaine de jours", ["freelance"]),
        ("You will manage consultancy contracts and freelance trainers.", []),
        # no end, or an end
        ("Nous proposons un contrat sans date de fin.", ["CDI"]),
        ("The contract has no end date.", ["CDI"]),
        ("Contrat initial : 12 mois", ["CDD"]),
        ("Initial contract: 12 months", ["CDD"]),
        ("Le contrat prend fin avec le financement.", ["CDD"]),
        ("The contract ends with the funding.", ["CDD"]),
        # labels of every form
        ("Type\nBénévole", ["volunteer"]),
        ("Type\nVolunteer", ["volunteer"]),
        ("Contrat ........ déterminé, 9 mois", ["CDD"]),
        ("Kind of contract ........ temporary", ["temporary"]),
        # a word beside a job, or between commas
        ("A freelance web developer to rebuild our shop", ["freelance"]),
        ("Huit semaines, temporaire, à partir de mai", ["temporary"]),
        ("Eight weeks, temporary, from May", ["temporary"]),
        # what is denied or may come later
        ("C'est un CDI, pas un CDD.", ["CDI"]),
        ("It is a permanent post, not a fixed-term contract.", ["CDI"]),
        ("Embauche en CDD puis, si tout va bien, en CDI.", ["CDD"]),
        ("Trois mois d'essai, ensuite un CDI.", ["CDI"]),
        ("Three months of trial, then a permanent contract.", ["CDI"]),
        # a convention that is the paper of an internship
        ("Contrat : stage sous convention, six mois", ["internship"]),
        ("Terms: internship under a convention, six months", ["internship"]),
        # somebody else's
        ("Vous gérez les contrats des CDD.", []),
        ("Un stage de fin d'études compte comme expérience.", []),
        ("Embauche possible en CDI à la fin du stage si tout se passe bien.", []),
        ("Embauche possible immédiatement en CDI.", ["CDI"]),
        ("Devenir salarié(e) intérimaire chez Dupuis donne droit à une mutuelle.", ["temporary"]),
        ("Nous rejoindre en tant qu'intérimaire donne droit à une mutuelle.", ["temporary"]),
        ("As a temp you are paid every week.", ["temporary"]),
        ("Vous encadrez dix intérimaires.", []),
        ("CDI, après une formation de six semaines à Lomé", ["CDI"]),
        ("Permanent contract, after six weeks' training in Accra", ["CDI"]),
        ("Formation de trois mois, débouchant sur un CDI après la formation.", []),
        ("Vous livrez les marchandises sur facture uniquement.", []),
        ("Release goods against invoice only.", []),
        ("Vous serez payé sur facture.", ["freelance"]),
        ("Fees are paid against invoice at the end of each month.", ["freelance"]),
        ("Il s'agit d'une consultance de douze mois.", ["mission"]),
        ("Objet de la consultance : former 80 apiculteurs.", ["mission"]),
        ("Nous travaillons avec des acteurs de la consultance.", []),
        ("Offre de volontariat. Le ou la volontaire s'engage pour neuf mois.", ["volunteer"]),
        ("Volunteer vacancy. You commit to nine months.", ["volunteer"]),
    ],
)
def test_contracts(text: str, right: list[str]) -> None:
    assert values(OPENING + text, contract.facts, "contract") == right


@pytest.mark.parametrize(("title", "right"), [
    ("Stage de fin d'études/Alternance - Consultante (H/F)", ["internship", "apprenticeship"]),
    ("Gestionnaire administratif CDI 100% (H/F)", ["CDI"]),
    ("Responsable suivi, redevabilité et apprentissage (MEAL)", []),
    ("Vendangeur, pas de contrat saisonnier (H/F)", []),
    ("Internship/Apprenticeship - Data analyst (m/f)", ["internship", "apprenticeship"]),
    ("Stage - Chargée de l'alternance (H/F)", ["internship"]),
])  # fmt: skip
def test_contracts_in_a_title(title: str, right: list[str]) -> None:
    assert values(f"{title}\n\nVous rejoindrez une équipe.", contract.facts, "contract") == right


def test_a_title_names_the_contract() -> None:
    text = "Alternance Data Scientist - Paris (H/F)\n\nVous rejoindrez une équipe."
    assert values(text, contract.facts, "contract") == ["apprenticeship"]
