"""What calls of associations, agencies and town halls state, in the manners in which they are written and pasted."""

from __future__ import annotations

import pytest

from assistant.domain import Amount, Years
from assistant.facts import facts_of
from assistant.readers.content import Content
from assistant.reading import posting_of

HEAD = "Chargé de projet\nAssociation Espoir recrute un chargé de projet à Rabat.\n\n"


def read(text: str, field: str) -> list[str]:
    """The facts of a field, each as « value modality detail », the modality where it is asked for or wished."""
    posting = posting_of("cases", "case", Content(f"{HEAD}{text}\n"))
    found = (fact for fact in facts_of(posting) if fact.field == field)
    return [" ".join(filter(None, [_plain(f.value), f.modality.replace("stated", ""), f.detail])) for f in found]


def _plain(value: str | Years | Amount) -> str:
    if isinstance(value, Amount):
        return f"{value.min:g} {value.currency}/{value.per}"
    return f"{value.min:g}" if isinstance(value, Years) else value


@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        # items marked « 1- », « > » are items of their own
        ("1- Wolof : inutile au départ\n2- Anglais exigé\n3- Une expérience de 6 mois est requise",
         "experience_years", ["0.5 required"]),
        ("> 3 ans de conduite de poids lourds\n> le peul est souhaité", "experience_years", ["3 required"]),
        ("> le français est exigé\n> le peul est souhaité", "language", ["fr required", "ff asset"]),
        # a level in brackets of its own keeps a wish for the last ones of a list away
        ("Langues : français (excellent), haoussa (courant), tamasheq ou arabe : atout", "language",
         ["fr required excellent", "ha required courant", "tmh asset", "ar asset"]),
        ("Langues : arabe (darija), tamazight ou hassania : atout", "language",
         ["ar asset", "zgh asset", "mey asset"]),
        ("Languages: French (fluent), English (working), Fulfulde or Kanuri: an asset", "language",
         ["fr required fluent", "en required", "ff asset", "kr asset"]),
        ("- parler arabe ou turc, ça aide dans le quartier mais ce n'est pas une condition", "language",
         ["ar asset", "tr asset"]),
        # a wish behind several fields of study is one for the degree
        ("- Licence en communication, science politique ou droit appréciée", "degree", ["Licence asset"]),
        ("- A degree in law, public administration or social sciences is desirable.", "degree",
         ["degree in law asset"]),
        ("- Master en droit, économie ou gestion, expérience associative appréciée", "degree", ["Master required"]),
        ("- A first university degree in economics, law or statistics may compensate for two years of experience.",
         "degree", ["first university degree asset"]),
        ("- Une licence peut remplacer deux ans d'expérience.", "experience_years", []),
        ("- A degree may replace two years of experience.", "experience_years", []),
        ("- Diplôme d'infirmier et licence d'exercice valide", "degree", ["Diplôme d'infirmier required"]),
        ("- pas besoin d'avoir fait dix ans d'animation", "experience_years", []),
        ("- no need to have done ten years of youth work", "experience_years", []),
        # the permits of residence of some countries have letters as licences do
        ("Nationalité suisse ou d'un pays de l'UE/AELE, ou permis C", "driving_licence", []),
        ("Swiss nationality or permis C", "driving_licence", []),
        ("Permis B ou permis C exigé", "driving_licence", ["B required", "C required"]),
        # a way without limits is no contract, and people who are reached are no pay
        ("Un environnement stimulant, souple et agile pour des parcours sans limite", "contract", []),
        ("Durée du contrat : sans limite", "contract", ["CDI"]),
        ("Le projet touche 18 centres. Il touchera 6 500 apprentis.", "pay", []),
        ("Vous toucherez 6 500 dirhams par mois.", "pay", ["6500 MAD/month"]),
        # what is denied by its heading or behind it
        ("CE QUI N'EST PAS DEMANDE\n\nL'anglais et l'espagnol: les echanges sont traduits.", "language", []),
        ("WHAT WE DO NOT ASK FOR\n\nA driving licence", "driving_licence", []),
        ("Le permis, on ne le demande pas : tout se fait a pied ou en metro.", "driving_licence", []),
        ("Driving licence: we don't ask for it.", "driving_licence", []),
        # the day on which answers are given is no deadline
        ("Offers go out by 18 December 2026; the work begins on Monday 11 January 2027.", "deadline", []),
        # parts of full time
        ("- 4/5 temps (30 h 24 par semaine), jour libre à convenir", "working_time",
         ["part_time 30 h 24 par semaine"]),
        # an address for questions alone
        ("Renseignements (uniquement) : Secrétariat, tél. 33 00, ou secretariat@commune.example", "apply_to", []),
        ("Information (only): office@council.example", "apply_to", []),
        # a number to call, said as one says it to a friend
        ("Intéressé ? Pas de CV : tu appelles Sandrine au 081 55 27 40 entre 9h et 16h.", "apply_to", ["081 55 27 40"]),
        ("Want the job? Leave a message for Ann on 01970 632 800.", "apply_to", ["01970 632 800"]),
        # short names of days end no sentence
        ("Send your CV to a@asso.example no later than Wed. 23 September 2026, 3 PM.", "deadline",
         ["2026-09-23 15:00"]),
        ("Les plis sont reçus jusqu'au mer. 23 septembre 2026 à 12h. Merci.", "deadline", ["2026-09-23 12:00"]),
        # a date that is said to be void is none
        ("Dossiers à envoyer avant le 30 juin 2026. L'annonce passée (clôture le 15 juin 2025) n'est plus valable.",
         "deadline", ["2026-06-30"]),
        ("Candidatures au plus tard le 12 juin. CDI à pourvoir au 24 août 2026", "deadline", ["2026-06-12"]),
        ("Dates        : between 5 October and 30 November 2026", "start", ["5 October and 30 November 2026"]),
        ("Durée : six (06) mois à compter du 1er juillet 2026.", "start", ["1er juillet 2026"]),
        ("Nous cherchons 10 bénévoles pour le soutien scolaire du CE1 au CM2 de octobre 2026 à mai 2027.", "start",
         ["octobre 2026"]),
        # how long a project lasts is no duration of the work, nor when it began its start
        ("Le projet, financé par la coopération luxembourgeoise pour une durée de 36 mois, touche 64 villages.",
         "duration", []),
        ("Le projet est cofinancé par la Suisse. Il dure trois ans. CDD de 12 mois.", "duration", ["12 mois"]),
        ("Le contrat est à temps plein. Il dure trois ans.", "duration", ["trois ans"]),
        ("The programme, which is funded by the EU, runs for a period of 36 months.", "duration", []),
        ("La convention de volontariat est signée pour une durée de 12 mois.", "duration", ["12 mois"]),
        # what is paid back by the journey is counted by no month that is named before it
        ("Formation continue (un samedi par mois, transport remboursé à raison de 40 DH par déplacement)", "expenses",
         ["40 MAD/None deplacement"]),
        ("Frais de transport remboursés : 40 DH par jour", "expenses", ["40 MAD/day"]),
        ("Daily rate: EUR 310 (deployed) / EUR 240 (remote)", "pay", ["310 EUR/day", "240 EUR/day"]),
        ("Rythme : 3 jours par semaine, soit 21 heures", "working_time", ["part_time 21 heures"]),
        ("> 19h/semaine : lundi, mardi, jeudi de 14h à 18h30 et le mercredi de 12h30 à 18h", "working_time",
         ["part_time 19h/semaine"]),
        # a level is that of the language that it stands behind
        ("French C1, English B2, Arabic A2", "language", ["fr required C1", "en required B2", "ar required A2"]),
        ("Français (C1), anglais", "language", ["fr required C1", "en required"]),
        # wishes behind a colon, and denials in brackets of what they name
        ("Arabe exigé ; espagnol et français : utiles", "language", ["ar required", "es asset", "fr asset"]),
        ("Espagnol ou allemand : ce serait parfait.", "language", ["es asset", "de asset"]),
        ("French required; Arabic = big plus.", "language", ["fr required", "ar asset"]),
        ("Anglais conversationnel au moins.", "language", ["en required"]),
        ("- Permis A en cours de validité (le permis B n'est pas demandé)", "driving_licence", ["A required"]),
        ("- Permis B (non exigé)", "driving_licence", ["B asset"]),
        ("- Anglais courant (l'espagnol n'est pas exigé)", "language", ["en required courant"]),
        ("Envoyer un CV (la lettre de motivation n'est pas demandée) à rh@asso.example", "document", ["CV required"]),
        # a full stop can be a list mark
        ("EXIGENCES\n.  Creole et francais ; l'anglais n'est pas un critere\n.  Permis moto un atout", "language",
         ["crp required", "fr required"]),
        ("Dépôt des dossiers du 1er au 18 septembre 2026, 9 h – 14 h.", "deadline", ["2026-09-18 14:00"]),
        ("Candidatures avant le 18 septembre 2026 à 12h. Ouverture à 14h.", "deadline", ["2026-09-18 12:00"]),
        ("DUREE : 1 AN A PARTIR D'OCTOBRE 2026", "start", ["OCTOBRE 2026"]),
        ("When:      1 Feb. – 31 July 2027", "start", ["1 Feb. – 31 July 2027"]),
        ("Indemnité de terrain : 12 000 FCFA par nuit hors de la base", "expenses", ["12000 XOF/day nuit"]),
        ("2  Reference                ALMN/2026/EXP/02", "reference", ["ALMN/2026/EXP/02"]),
        ("Ce qu'il nous faut\n• un bachelier\n• parler français\nCV à job@asso.example", "document", ["CV required"]),
        ("CV to rh@org.example. Title of mail: \"Co-lead WASH – your name\".", "subject_line",
         ["Co-lead WASH – your name required"]),
        ("La convention 2024-2027 a été signée pour une durée de quarante-huit mois.", "duration", []),
        ("Monthly fee ................ USD 900 (no allowance)", "pay", ["900 USD/month"]),
        ("Réception : bureau du courrier, du lundi 10 au vendredi 28 août 2026, 8h-16h30", "deadline",
         ["2026-08-28 16:30"]),
        ("CLOSING DATE                31ST JULY 2026 AT 12 NOON", "deadline", ["2026-07-31 12:00"]),
        ("Quand ?     du 1er septembre 2026 au 30 avril 2027\nDate limite : le 10 juillet", "deadline", ["2026-07-10"]),
        ("Degree ..................... MSc in nursing", "degree", ["MSc required"]),
        ("Permis           :   A (moto personnelle)", "driving_licence", ["A required"]),
        ("Driving licence ..... B", "driving_licence", ["B required"]),
        ("Permis : à jour", "driving_licence", ["yes required"]),
        ("Expérience       :   aucune", "experience_years", ["0"]),
        ("Experience: not required", "experience_years", ["0"]),
        ("We answer written questions until 28 August; write with \"QUESTION\" in the subject. Offers bear \"CVA\" in"
         " subject.", "subject_line", ["CVA required"]),
        ("Arabe indispensable, le français ne suffit pas.", "language", ["ar required"]),
        ("Un anglais scolaire ne suffit pas.", "language", ["en required scolaire"]),
        ("parler darija, le français n'étant utile que pour la formation", "language", ["ary required", "fr asset"]),
        ("Send your CV to a@org.example by 5 p.m. on Monday 28 September 2026.", "deadline", ["2026-09-28 17:00"]),
        ("| Expérience | souhaitée, 1 an |\n| Langues | arabe |", "experience_years", ["1 asset"]),
        ("Expérience exigée : 2 ans dans une ONG", "experience_years", ["2 required"]),
        ("| Dossier | CV + attestation de l'ordre |", "document", ["CV required", "attestation de l'ordre required"]),
        ("CDD 9 mois à partir du 2 novembre 2026 | 39h par semaine | Kaya", "duration", ["9 mois"]),
        ("Travail à mi-temps (4 jours par semaine), contrat d'un an à partir de janvier 2027.", "duration", ["un an"]),
        ("Langue des signes ou arabe : des plus, vraiment pas des obligations.", "language", ["fsl asset", "ar asset"]),
        ("MUST\nEnglish C1; Arabic.\n\nSHOULD\nFrench B1; experience with grants.", "language",
         ["en required C1", "ar required", "fr asset B1"]),
        ("Dossiers avant le 15 décembre 2026 à 4h de l'après-midi", "deadline", ["2026-12-15 16:00"]),
        ("Bids by e-mail to bids@org.example, with the lot number as subject, no later than\n15 January 2027 at 23:59.",
         "deadline", ["2027-01-15 23:59"]),
        ("Les dossiers non retenus peuvent être repris au secrétariat jusqu'au\n31 mars 2027", "deadline", []),
        ("CV à a@asso.example avant le dimanche 27 septembre. Embauche : le 19 octobre 2026", "start",
         ["19 octobre 2026"]),
        ("PROFIL\n4/ deux ans de métier", "experience_years", ["2 required"]),
        ("PROFIL\n4 - 5 ans de métier", "experience_years", ["4 required"]),
        # addresses
        ("To apply, attach the form (download: www.org.example/apply/form.docx). To hr@org.example", "apply_to",
         ["hr@org.example"]),
        ("To be handed in at the office. E-mailed files will be ignored (info@asso.example is for enquiries only).",
         "apply_to", []),
        ("Dépôt des dossiers à la mairie, pas de dossier par internet. Info : bac.info@asso.example", "apply_to",
         ["à la mairie"]),
        ("Apply\nOnline only: https://lake.example.org/voices (form, ID copy)", "apply_to",
         ["https://lake.example.org/voices"]),
        ("Envoyez CV + LM à l'adresse\ncoop.rh @ gmail . com\navant le 15/05/2026", "apply_to", ["coop.rh@gmail.com"]),
        ("Apply at https://roster.example.org/apply. Enquiries, not applications: roster@org.example", "apply_to",
         ["https://roster.example.org/apply"]),
        ("Apply at https://cluster.example.org/apply. Candidates who have difficulties with the portal may write to"
         " aide.hr@org.example", "apply_to", ["https://cluster.example.org/apply"]),
        ("Les candidats ayant le profil envoient leur CV à jobs@org.example", "apply_to", ["jobs@org.example"]),
    ],
)  # fmt: skip
def test_what_a_call_states(text: str, field: str, right: list[str]) -> None:
    assert read(text, field) == right


def test_the_subject_of_a_message_that_a_posting_came_in_is_none_to_copy() -> None:
    text = "De : rh@mairie.example\nObjet : offre\n\nMairie de Villeneuve\nAgent d'accueil\nCV à rh@mairie.example\n"
    found = facts_of(posting_of("cases", "case", Content(text)))
    assert not [fact for fact in found if fact.field == "subject_line"]
