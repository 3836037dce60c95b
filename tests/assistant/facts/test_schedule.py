"""Start and duration, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import schedule
from tests.assistant.facts.reading import values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Date de départ : 1er mars 2027", ["1er mars 2027"]),
        ("Departure date: 1 March 2027", ["1 March 2027"]),
        ("Date de démarrage : dès que possible", ["dès que possible"]),
        ("Position to be filled as soon as possible", ["as soon as possible"]),
        ("Un contrat à pourvoir **Immédiatement**", ["Immédiatement"]),
        ("Prise de poste : 1er septembre 2025", ["1er septembre 2025"]),
        ("Start date: 1 September 2025", ["1 September 2025"]),
        (
            "Le poste est à pourvoir rapidement pour un démarrage effectif fin août/début septembre 2021.",
            ["fin août/début septembre 2021"],
        ),
        ("Stage de 6 mois à partir de mars 2026", ["mars 2026"]),
        ("Poste à pourvoir en Septembre", ["Septembre"]),
        ("Poste à pourvoir à compter du 16 juin 2025. Poste basé à Annonay.", ["16 juin 2025"]),
        ("Poste en CDI dès le 15 juin 2025", ["15 juin 2025"]),
        ("Démarrage en septembre 2025.", ["septembre 2025"]),
        ("A contract starting January 13, 2026", ["January 13, 2026"]),
        ("L'Académie recrute pour la rentrée 2025 un professeur.", ["rentrée 2025"]),
        ("We are recruiting a teacher for the school year 2025.", []),
        ("Période : 13 janvier 2026 à fin juin 2026 pour ce contrat", ["13 janvier 2026"]),
        ("Ton contrat : stage de 6 mois de mars à septembre 2026", ["mars à septembre 2026"]),
        ("An internship from March 2026 to August 2026", ["March 2026"]),
        ("CDD du 1er mars 2025 au 30 juin 2025", ["1er mars 2025"]),
        ("Démarrage : Rentrée 2024", ["Rentrée 2024"]),
        ("Start date: autumn 2026", ["autumn 2026"]),
        ("Nous souhaitons engager une étudiante pour un poste d'analyste dès l'automne 2027.", ["automne 2027"]),
        ("Contrat de 2 ans dès janvier 2027", ["janvier 2027"]),
        ("A cook is wanted from the autumn of 2027", ["autumn of 2027"]),
        ("Nous recherchons une stagiaire pour l'été 2027.", ["été 2027"]),
        ("Poste à pourvoir à la rentrée de septembre", ["rentrée de septembre"]),
        ("Notre nouveau site ouvrira dès l'automne 2026.", []),
        ("Stage en musée (H/F)\nAgadir, Maroc | 1er mars – 31 juillet 2027", ["1er mars – 31 juillet 2027"]),
        ("Museum internship\nFrom 1 March to 31 July 2027", ["1 March to 31 July 2027"]),
        ("Chargé de mission du festival (H/F)\nAgadir | 12 – 15 juillet 2027", []),
        ("Date de début : juin, juillet 2026", ["juin, juillet 2026"]),
        ("Poste à pourvoir de suite", ["de suite"]),
        ("Vous devez être disponible pour la session de recrutement du 31 janvier.", []),
        ("pour une mission dès que possible jusque fin août", ["dès que possible"]),
        ("A pourvoir au plus vite", ["au plus vite"]),
        ("Vous serez accompagné pour que vous puissiez démarrer rapidement.", []),
        ("EHPAD de 90 lits à compter du 02.10.2023", []),
        ("Disponible jusqu'à fin août", []),
        ("Arrivée souhaitée : 1er avril 2027", ["1er avril 2027"]),
        ("First day: 1 April 2027", ["1 April 2027"]),
        ("Vous commencez le 1er avril 2027.", ["1er avril 2027"]),
        ("You would join us on 1 April 2027.", ["1 April 2027"]),
        ("Interviews start on 1 April 2027.", []),
        # labels of every form, and questions
        ("Offre\n\nDébut ........ 1er avril 2027", ["1er avril 2027"]),
        ("Notice\n\nFrom\n1 April 2027", ["1 April 2027"]),
        ("Prise de service\nDès signature", ["Dès signature"]),
        ("Start: upon signature", ["upon signature"]),
        ("Quand ? Dès le 1er avril 2027.", ["1er avril 2027"]),
        ("When? From 1 April 2027.", ["1 April 2027"]),
        # what the reader will do from then on
        ("À partir d'avril 2027, vous rejoindrez l'équipe de Thiès.", ["avril 2027"]),
        ("From April 2027 on you will run the shop in Thiès.", ["April 2027"]),
        ("Depuis avril 2017, nous creusons des puits.", []),
        ("From April 2017 to May 2019 we dug wells.", []),
        # a day on which somebody is needed
        ("Nous cherchons pour avril 2027 un cuisinier.", ["avril 2027"]),
        ("We need a cook in April 2027.", ["April 2027"]),
        ("Un début en avril 2027 est souhaité.", ["avril 2027"]),
        ("An April start is preferred.", ["April"]),
        # two days between which the work lies
        ("La mission se déroulera entre le 1er avril et le 30 juin 2027.", ["1er avril et le 30 juin 2027"]),
        ("The consultancy takes place between 1 April and 30 June 2027.", ["1 April and 30 June 2027"]),
        ("Le projet se déroule du 1er avril 2025 au 30 juin 2028.", []),
        ("The project runs from 1 April 2025 to 30 June 2028.", []),
        # what is to be sent by a day begins nothing
        ("Dossier par la poste à la mairie, pour le 1er avril 2027.", []),
        ("Files go to the post office for the date of 1 April 2027.", []),
        ("On aimerait que la personne commence le lundi 1er mars 2027.", ["lundi 1er mars 2027"]),
    ],
)
def test_starts(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "start") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CDD de 18 mois, période d'essai de 2 mois", ["18 mois"]),
        ("Fixed-term contract of 18 months, trial period of 2 months", ["18 months"]),
        ("Type of appointment: Fixed-term, one year (renewable subject to funding)", ["one year"]),
        ("Contract, 1 year", ["1 year"]),
        ("Accord-cadre de 2 ans", ["2 ans"]),
        ("Framework agreement of 2 years", ["2 years"]),
        ("CDD, 5 semaines de congés payés", []),
        ("Durée du contrat : 12 mois", ["12 mois"]),
        ("A fixed-term contract of 12 months", ["12 months"]),
        ("12-month fixed-term contract", ["12-month"]),
        ("Une convention d'un an renouvelable", ["un an renouvelable"]),
        ("Un contrat d'une durée de **plus ou moins une année**", ["plus ou moins une année"]),
        ("Durée de la mission : 1 an renouvelable", ["1 an renouvelable"]),
        ("Durée du contrat : 1 ou 2 ans", ["1 ou 2 ans"]),
        ("Durée :\n12 mois", ["12 mois"]),
        ("CDD de projet : 3 ans", ["3 ans"]),
        ("C'est un remplacement de six mois.", ["six mois"]),
        ("A six-month maternity cover", ["six-month"]),
        ("J'ai été embauché trois mois plus tard.", []),
        ("Durée : 36 mois à compter de la date de démarrage du projet", []),
        ("Project duration: 36 months", []),
        ("Contrat avec une période d'essai de 3 mois", []),
        ("Expérience de 3 ans en CDD", []),
        ("C'est notre mission depuis plus de 20 ans", []),
        # labels of every form
        ("Offre\n\nDurée ........ neuf (9) mois", ["neuf (9) mois"]),
        ("Notice\n\nLength ........ nine (9) months", ["nine (9) months"]),
        ("Durée | 9 mois", ["9 mois"]),
        ("Period\n9 months", ["9 months"]),
        # a clause of its own
        ("Un stage d'animateur à la ferme, 4 mois, logé.", ["4 mois"]),
        ("An internship on the farm, 4 months, with lodging.", ["4 months"]),
        ("4 mois à partir du 1er avril 2027", ["4 mois"]),
        ("4 months from 1 April 2027", ["4 months"]),
        # verbs
        ("Vous resterez neuf mois avec nous.", ["neuf mois"]),
        ("You would be here for nine months.", ["nine months"]),
        ("L'enquête prendra 25 jours ouvrables.", ["25 jours ouvrables"]),
        ("The survey will take 25 working days.", ["25 working days"]),
        ("25 hommes/jours au plus", ["25 hommes/jours"]),
        ("Logement fourni pendant les deux premiers mois.", []),
        ("25 days of leave a year", []),
        ("Nous cherchons un assistant à Oujda pour cinq mois.", ["cinq mois"]),
        ("We need an assistant in Oujda for five months.", ["five months"]),
        ("Assistant\n\nSix mois, trois jours chez nous, deux au centre.", ["Six mois"]),
        ("Assistant\n\nSix months to begin with.", ["Six months"]),
        ("Contrat à durée déterminée jusqu'au 30 juin 2027", ["jusqu'au 30 juin 2027"]),
        ("Fixed term, until 30 June 2027", ["until 30 June 2027"]),
        ("We need a teacher who has taught for five years.", []),
        # two days between which the work lies, where no length is stated
        ("Contrat du 1er avril au 30 juin 2027", ["du 1er avril au 30 juin 2027"]),
        ("Contract from 1 April to 30 June 2027", ["from 1 April to 30 June 2027"]),
        ("CDD de 3 mois, du 1er avril au 30 juin 2027", ["3 mois"]),
        ("Soumis à un stage probatoire d'une année avant titularisation.", []),
        ("Subject to a probationary period of one year.", []),
        ("Durée : 24 mois - essai 2 mois", ["24 mois"]),
        ("Durée : CDI, période d'essai 4 mois", []),
        ("Contrat de deux ans précédé d'un essai de trois mois", ["deux ans"]),
        ("Duration: two years including 4 months' probation", ["two years"]),
        ("After a trial period of 2 months, contract of one year.", ["one year"]),
        ("Contract: 3-month probation period", []),
        ("Nous cherchons une cheffe des opérations pour une période déterminée de 18 mois.", ["18 mois"]),
        ("Ce projet, d'une durée de deux ans, est financé par la Région.", []),
    ],
)
def test_durations(text: str, right: list[str]) -> None:
    assert values(text, schedule.facts, "duration") == right
