"""The last day to apply, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import deadline
from tests.assistant.facts.reading import facts_in, values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # what goes, is kept open or refuses
        ("Write to us. We keep the list open until Sunday 20 December 2026.", ["2026-12-20"]),
        ("Nous laissons l'annonce ouverte jusqu'au 20 décembre 2026.", ["2026-12-20"]),
        ("L'offre sera désactivée le 23 décembre 2026 au soir.", ["2026-12-23"]),
        ("Le serveur refuse les fichiers après le 9 décembre 2026 à 15 h 00.", ["2026-12-09"]),
        ("The old server goes offline on 3 March 2027; you will move its files before that.", []),
        ("Dernier jour de travail : 30 juin 2027", []),
        # across the lines of a mail that was passed on
        (
            "> Bonjour,\n>\n> Pour postuler : un CV (un seul\n> fichier PDF) à emploi@x.example, en mettant\n"
            "> JUR-ASILE en objet, au plus tard le dimanche 13 décembre\n> 2026. Entretiens le 17.",
            ["2026-12-13"],
        ),
        (
            "> Hello,\n>\n> To apply send a CV and a\n> letter to jobs@x.example, quoting\n"
            "> LAW-12 in the subject line, no later than Sunday 13 December\n> 2026. Interviews on the 17th.",
            ["2026-12-13"],
        ),
        # what is sent by then is no application
        ("The consultant submits the draft. We must have it by 30 November 2026.", []),
        ("Le consultant dépose le bilan au siège. Nous devons l'avoir avant le 30 novembre 2026.", []),
        ("Le consultant transmet sa facture. Il nous la faut avant le 30 novembre 2026.", []),
        ("Send a CV to hr@x.example. We must have it by Monday 30 November 2026 at noon.", ["2026-11-30"]),
        ("CV à rh@x.example. Nous devons l'avoir au plus tard le 30 novembre 2026.", ["2026-11-30"]),
        ("CV à rh@x.example. Il nous les faut avant le 30/11/2026.", ["2026-11-30"]),
        ("Vous rédigez le rapport annuel. Nous devons l'avoir au plus tard le 30 novembre 2026.", []),
        ("CV + certificats de travail, avant le 12 mars 2027 à rh.lome@asso.example en objet : AB", ["2027-03-12"]),
        ("CV, school reports and proof of work, by 12 March 2027 to hr.lome@asso.example", ["2027-03-12"]),
        ("Rapport de fin de travail, avant le 12 mars 2027 à chef@asso.example", []),
        ("The report on your work is due by 12 March 2027 to boss@asso.example", []),
        ("Candidatures jusqu'au 14 sept. 2026 inclus", ["2026-09-14"]),
        ("Applications are open until 14 September 2026", ["2026-09-14"]),
        ("Envoyez CV et lettre à rh@asso.example. Nous les recevons jusqu'au 14 septembre 2026.", ["2026-09-14"]),
        ("Send your CV and a letter to jobs@asso.example. We take them until 14 September 2026.", ["2026-09-14"]),
        ("Envoyez votre CV. Nous accueillons des stagiaires jusqu'au 30 juin 2027.", []),
        ("Send your CV. We accept families into the centre until 30 June 2027.", []),
        # alone, behind the subject line
        ("CV à rh@asso.example. Objet : « Oasis ». Avant le 9 février 2027 à 16h30.", ["2027-02-09"]),
        ('Send a CV to jobs@asso.example. Subject: "Oasis". No calls please. By 9 February 2027.', ["2027-02-09"]),
        ("Envoyez un CV à rh@asso.example. L'entretien aura lieu à Fès. Avant le 9 février 2027.", []),
        ("Clôture des candidatures : 07/04/2024", ["2024-04-07"]),
        ("DERNIER JOUR POUR LES DOSSIERS : jeudi 12 novembre 2026. Entretiens le 20.", ["2026-11-12"]),
        ("Dernier jour pour nous écrire : 12 mars 2027", ["2027-03-12"]),
        ("Date ultime de dépôt : 12 mars 2027", ["2027-03-12"]),
        ("The last day to reach us is 12 March 2027.", ["2027-03-12"]),
        ("Final day for questions: 12 March 2027. Final day for offers: 20 March 2027.", ["2027-03-20"]),
        ("Dernier jour pour poser des questions : 12 mars 2027", []),
        ("Last day of the contract: 12 March 2027", []),
        ("Your last day with us would be 12 March 2027.", []),
        ("Sur notre page de recrutement, en ligne jusqu'au jeudi 10 décembre 2026.", ["2026-12-10"]),
        ("On our recruitment page, online until 10 December 2026.", ["2026-12-10"]),
        ("Closing date for applications: 07/04/2024", ["2024-04-07"]),
        ("Dossier au plus tard le 21 novembre 2022 à minuit ; 3 ans d'expérience", ["2022-11-21"]),
        ("Applications must be received no later than 03/04/2026", ["2026-04-03"]),
        ("Date limite de candidature :\n25 décembre 2024", ["2024-12-25"]),
        ("Date limite de l'offre : **25 décembre 2024**", ["2024-12-25"]),
        ("Avant le 15 mars 2025, envoyez votre CV", ["2025-03-15"]),
        # What is sent last is a report, and the address stands on the line below.
        ("- deux rapports d'étude\net parvenir à rh@x.org avant le 12 décembre 2026.", ["2026-12-12"]),
        ("4/ two evaluation reports\nand reach bids@x.org by 12 December 2026, 17:00 GMT.", ["2026-12-12"]),
        ("The final report is sent to a@x.org by 12 December 2026.", []),
        ("Candidatures ouvertes du 3 au 15 mars 2025", ["2025-03-15"]),
        ("To join the team, send your CV by 3 March 2026.", ["2026-03-03"]),
        ("Pour nous rejoindre, envoyez votre CV avant le 3 mars 2026.", ["2026-03-03"]),
        ("Apply to join us before 3 March 2026.", ["2026-03-03"]),
        ("Send your CV by 3 March 2026. We expect you to join us by 14 April 2026.", ["2026-03-03"]),
        ("Send your CV by 3 March 2026. You should be in post by 14 April 2026 at the latest.", ["2026-03-03"]),
        ("Apply by 3 March 2026. We hope to have someone on board by 14 April 2026.", ["2026-03-03"]),
        ("CV avant le 3 mars 2026. La personne retenue nous rejoindra au plus tard le 4 avril 2026.", ["2026-03-03"]),
        ("Postulez pour nous rejoindre avant le 3 mars 2026.", ["2026-03-03"]),
        ("CV avant le 3 mars 2026. Nous voulons accueillir la personne avant le 4 avril 2026.", ["2026-03-03"]),
        ("Candidatures ouvertes du 3 mars au 15 mars 2025", ["2025-03-15"]),
        ("Dépôt des dossiers du 1er au 20 juin 2025", ["2025-06-20"]),
        ("آخر أجل لإيداع الترشيحات : 14 شتنبر 2026", ["2026-09-14"]),
        (
            "Merci d'adresser votre candidature (lettre, C.V. détaillé) au plus tard pour le 18 avril 2025 à :",
            ["2025-04-18"],
        ),
        # what goes with the file says nothing of what the date is of
        (
            "Envoie ton CV et une publication sur un de nos thèmes, jusqu'au 29 mars 2026 inclus : a@b.ma",
            ["2026-03-29"],
        ),
        ("Please upload a CV and answer three questions on our site by 11 January 2027.", ["2027-01-11"]),
        ("Send your questions to a@b.ma by 11 January 2027.", []),
        # the words of an address say nothing
        ("Le dossier est à envoyer à recrutement@asso.example avant le 15/12/2026", ["2026-12-15"]),
        ("Please send your CV to projects@ngo.example by 15 December 2026", ["2026-12-15"]),
        # broken lines
        ("Les dossiers sont reçus au plus tard le vendredi\n20 novembre 2026 à 16 heures.", ["2026-11-20"]),
        ("Send your CV by\nSunday 22 November 2026.", ["2026-11-22"]),
        ("> Hello,\n>\n> Send your CV by Sunday\n> 22 November 2026.", ["2026-11-22"]),
        ("Candidatures avant le 20 novembre\n2026", ["2026-11-20"]),
        # nouns of sending
        ("Envoi à asso@ong.example avant dimanche 29 novembre 2026, 18h GMT.", ["2026-11-29"]),
        ("Réception des dossiers avant le 29 novembre 2026", ["2026-11-29"]),
        ("Dépôt au siège avant le 29 novembre 2026", ["2026-11-29"]),
        # a line that is nothing but a deadline
        ("Envoie ton CV à rh(at)asso.example\nJusqu'au 02/12/26 à minuit !", ["2026-12-02"]),
        ("La plage est belle.\n⏰ Jusqu'au 02/12/26 à minuit !", ["2026-12-02"]),
        ("La plage est belle.\nJusqu'au 02/12/26 à minuit !", []),
        # days on which those chosen are met
        (
            "Dossier à envoyer à emploi@asso.example,\n\nau plus tard le dimanche 13 décembre 2026 à 18 h 00.\n\n"
            "Les dossiers incomplets ne seront pas lus. Les personnes présélectionnées seront reçues à Azilal entre "
            "le 4 et le 8 janvier 2027 (entretien).",
            ["2026-12-13"],
        ),
        ("Incomplete files are not read. Those shortlisted will be received in Azilal from 4 to 8 January 2027.", []),
        ("Shortlisted candidates will be contacted before 3 May 2027.", []),
        ("Les candidats présélectionnés seront contactés avant le 3 mai 2027.", []),
        ("Dernier jour pour envoyer : 20/12/2026.", ["2026-12-20"]),
        ("Last day to send your file: 20/12/2026.", ["2026-12-20"]),
        ("Le formulaire en ligne (https://asso.example/f) est à remplir jusqu'au 26 novembre 2026.", ["2026-11-26"]),
        ("The online form (https://asso.example/f) is to be filled in by 26 November 2026.", ["2026-11-26"]),
        # put off: the last word counts
        ("Délai prorogé au 31 mars 2027 (au lieu du 15 mars 2027)", ["2027-03-31"]),
        ("Date limite : 31 mars 2027 (au lieu du 15 mars 2027)", ["2027-03-31"]),
        ("La date limite, initialement fixée au 3 mai 2027, est reportée au 17 mai 2027 à 23h59.", ["2027-05-17"]),
        ("The deadline of 3 March 2027 has been extended to 17 March 2027.", ["2027-03-17"]),
        ("Deadline extended: 17 March 2027\nApplications must be received by 3 March 2027.", ["2027-03-17"]),
        ("Date limite : 3 mai 2027\n\nRectificatif : lire « 17 mai 2027 » pour la date limite.", ["2027-05-17"]),
        ("Nouvelle date limite : 17 mai 2027\nLes dossiers sont à envoyer avant le 3 mai 2027.", ["2027-05-17"]),
        ("L'appel à candidatures est prolongé jusqu'au 17 mai 2027.\nClôture : 3 mai 2027", ["2027-05-17"]),
        ("The closing date was postponed from 3 May 2027 to 17 May 2027.", ["2027-05-17"]),
        ("Clôture reportée au 10 mai 2027, puis repoussée au 17 mai 2027.", ["2027-05-17"]),
        (
            "Clôture : 3 mai 2027\nPROLONGATION : délai prolongé au 17 mai 2027.\n\nDraft report  5 June 2027  40 %",
            ["2027-05-17"],
        ),
        ("PROLONGATION JUSQU'AU 17 MAI 2027\nCandidatures avant le 3 mai 2027", ["2027-05-17"]),
        ("The deadline is brought forward to 3 May 2027 (previously 17 May 2027).", ["2027-05-03"]),
        # what was put off is something else
        ("Candidatures avant le 3 mai 2027. Les entretiens sont reportés au 17 mai 2027.", ["2027-05-03"]),
        ("Closing date: 3 May 2027. The contract may be extended to 17 May 2028.", ["2027-05-03"]),
        ("Clôture : 3 mai 2027. Le projet est prolongé jusqu'au 17 mai 2028.", ["2027-05-03"]),
        ("Date limite : 3 mai 2027. Le délai de réception des questions est reporté au 17 mai 2027.", ["2027-05-03"]),
        # between two days
        ("Application period: 11 January 2027 - 5 February 2027", ["2027-02-05"]),
        ("Application period 29 October 2026 to 25 November 2026", ["2026-11-25"]),
        ("Période de candidature : du 11 janvier au 5 février 2027", ["2027-02-05"]),
        # behind the date, and behind an address
        ("Ecrivez-nous avant la fin du mois de juin (le 30 juin 2027 au plus tard).", ["2027-06-30"]),
        ("CV et lettre (préciser le poste) par mail : rh@asso.example, avant le 11 avril 2027", ["2027-04-11"]),
        ("Expressions of interest should reach us by 9 April 2027.", ["2027-04-09"]),
        ("The project will reach 3,000 people by 31 December 2028.", []),
        # questions are no applications
        (
            "Les offres doivent parvenir au plus tard le 1er décembre 2026. "
            "Les questions peuvent être posées jusqu'au 24 novembre 2026.",
            ["2026-12-01"],
        ),
        ("Questions may be sent until 24 November 2026. Applications are due by 1 December 2026.", ["2026-12-01"]),
        ("Requests: questions may be sent to x@y.example until 24 November 2026.", []),
        # kept as written where it is not sure
        ("N'hésitez pas à envoyer votre candidature avant le 28 Février.", ["28 Février"]),
        ("Date limite de dépôt : fin mars", ["fin mars"]),
        ("The deadline to apply is 28 February.", ["28 February"]),
        # a label that leads the date, or words behind it
        ("Limite : lundi 3 mai 2027", ["2027-05-03"]),
        ("Closing: Monday 3 May 2027, 5 pm. Interviews 24-25 May.", ["2027-05-03"]),
        ("Closing 9am Monday 3 May 2027", ["2027-05-03"]),
        ("Closing 5 pm, Monday 3 May 2027", ["2027-05-03"]),
        ("Limite : 17h le lundi 3 mai 2027", ["2027-05-03"]),
        ("Dernier jour utile : 03-05-2027", ["2027-05-03"]),
        ("Cut-off: 3 May 2027", ["2027-05-03"]),
        ("Dépêche-toi : le 3 mai 2027, c'est le dernier jour.", ["2027-05-03"]),
        ("3 May 2027 is the last day on which we read applications.", ["2027-05-03"]),
        ("Le 3 mai 2027 est le dernier jour de travail.", []),
        ("We read everything that has come by the last day of April 2027.", ["2027-04-30"]),
        # a verb that closes what one applies by
        ("L'appel se ferme le 3 mai 2027.", ["2027-05-03"]),
        ("The page for applying shuts at 9am on Monday 3 May 2027.", ["2027-05-03"]),
        ("On arrête de recevoir les dossiers le 3 mai 2027.", ["2027-05-03"]),
        ("We close the list on the 3rd of May 2027.", ["2027-05-03"]),
        ("Le bureau ferme le 3 mai 2027.", []),
        ("The project ends on 3 May 2027.", []),
        # labels of every form
        ("Clôture ........ 3 mai 2027", ["2027-05-03"]),
        ("Closing date ........ 3 May 2027", ["2027-05-03"]),
        ("Avant quand\nLe lundi 3 mai 2027", ["2027-05-03"]),
        ("By when\nMonday 3 May 2027", ["2027-05-03"]),
        ("Ouverture / clôture : 12-avr-2027 / 3-mai-2027", ["2027-05-03"]),
        ("Opens / closes ..... 12-Apr-2027 / 3-May-2027", ["2027-05-03"]),
        ("Pour postuler, un CV suffit.\nQuand ? Avant le 3 mai 2027.", ["2027-05-03"]),
        ("To apply, a CV is enough.\nWhen? By 3 May 2027.", ["2027-05-03"]),
        # in words, without apostrophes, without sending
        ("Clôture le trois mai deux mille vingt-sept.", ["2027-05-03"]),
        ("Deadline: the third of May two thousand and twenty-seven.", ["2027-05-03"]),
        ("Vous avez jusqu au 3 mai 2027.", ["2027-05-03"]),
        ("You have until 3 May 2027.", ["2027-05-03"]),
        ("Un petit mot avant le 3 mai 2027 et on se rencontre.", ["2027-05-03"]),
        ("Say hello before 3 May 2027 and we will meet.", ["2027-05-03"]),
        ("Les offres sont en PDF. Elles doivent arriver avant le 3 mai 2027.", ["2027-05-03"]),
        ("Offers are in PDF. They must be here by 3 May 2027.", ["2027-05-03"]),
        ("Les inscriptions ouvrent le 12 avril 2027 et ferment le 3 mai 2027.", ["2027-05-03"]),
        ("Applications open on 12 April 2027 and close on 3 May 2027.", ["2027-05-03"]),
        ("Période de dépôt : 1-3 mai 2027", ["2027-05-03"]),
        ("Application window: 1-3 May 2027", ["2027-05-03"]),
        (
            "Nous donnons une semaine de plus : vous avez jusqu'au 10 mai 2027, et non plus le 3 mai 2027.",
            ["2027-05-10"],
        ),
        ("Forget 3 May 2027: you now have until 10 May 2027.", ["2027-05-10"]),
        # the year, and the month, that other days tell
        ("Lyon, le 9 mars 2027\nCV à envoyer avant vendredi 12.", ["2027-03-12"]),
        ("Posted 9 March 2027. Send your CV by Friday 12.", ["2027-03-12"]),
        ("Candidatures jusqu'au 15 décembre.\nPrise de poste : 1er février 2027", ["2026-12-15"]),
        ("Applications by 15 December.\nStart date: 1 February 2027", ["2026-12-15"]),
        # an answer of the employer's, and what is due of the one hired
        ("Candidature par courriel. Réponse à chacun avant le 3 mai 2027.", []),
        ("Apply by e-mail. We will let everyone know by 3 May 2027.", []),
        ("Les diplômes doivent avoir été obtenus avant le 3 mai 2027.", []),
        ("The degree must be obtained before 3 May 2027.", []),
        ("Nous recevrons les candidats entre le 3 et le 5 mai 2027.", []),
        ("Dossier à remettre deux semaines après la publication, soit le 3 mai 2027.", ["2027-05-03"]),
        ("Application due two weeks from the announcement date, that is 3 May 2027.", ["2027-05-03"]),
        ("Le formulaire disparaît le 3 mai 2027.", ["2027-05-03"]),
        ("The form goes offline on 3 May 2027.", ["2027-05-03"]),
        # what comes later is not read
        ("Les dossiers déposés après le 3 mai 2027 seront rejetés.", ["2027-05-03"]),
        ("Nothing that reaches us after 3 May 2027 can be read.", ["2027-05-03"]),
        ("Les contrats signés après le 3 mai 2027 ne sont pas renouvelés.", []),
        ("Contracts signed after 3 May 2027 are not renewed.", []),
        # up to a day
        ("Vous avez jusqu'au 3 mai 2027 pour nous écrire.", ["2027-05-03"]),
        ("Bids are accepted up to and including 3 May 2027.", ["2027-05-03"]),
        # what is due in the job itself
        ("Le rapport final est à remettre avant le 3 mai 2027.", []),
        ("You will submit the draft report by 3 May 2027.", []),
        # a deadline without its year has that of the publication
        ("Publié le 2 mars 2027.\nDate limite : 16 mars", ["2027-03-16"]),
        ("Published on 20 December 2026. Application deadline: 6 January.", ["2027-01-06"]),
        ("Rabat, le 2 mars 2027\nDate limite : 16 mars", ["2027-03-16"]),
        # other dates
        ("Date limite : 5 mai 2025, entretiens le 12 mai 2025", ["2025-05-05"]),
        ("Deadline: 5 May 2025, interviews on 12 May 2025", ["2025-05-05"]),
        ("CDD à pourvoir à partir du 02/02/2026 jusqu'au 31/12/2026.", []),
        ("The contract runs until 31 December 2026. Apply before 1 June 2026.", ["2026-06-01"]),
        ("Ce poste est à pourvoir, au plus tard au 14 novembre", []),
        ("Mission : dès que possible jusqu'au 31/08/2026", []),
        ("Le projet s'achèvera avant le 30 mai 2026. Postulez vite.", []),
        ("The deadline for the project is 3 May 2025", []),
        ("Travail jusqu'au 3 mai 2025, postulez !", []),
        ("Offre publiée le 12/03/2025", []),
        # « report » is a delay in French and a paper in English; projects close, too
        ("Inception report, due 5 February 2027\n\nSend your offer no later than 15 December 2026.", ["2026-12-15"]),
        ("Draft report by 22 March 2027\n\nSend your offer no later than 15 December 2026.", ["2026-12-15"]),
        ("Report au 17 mai 2027 de la date limite de candidature", ["2027-05-17"]),
        ("The project closes on 31 March 2027. Apply by 3 January 2027.", ["2027-01-03"]),
        ("The call closes on 31 March 2027.", ["2027-03-31"]),
        (
            "Candidatures jusqu'au : 20 novembre 2026 inclus\n\n"
            "Réponse à tous les candidats, même négative, avant le 11 décembre 2026.",
            ["2026-11-20"],
        ),
        ("We will inform all applicants of the outcome by 18 December 2026.", []),
        ("Date limite de demande d'éclaircissements : 11 décembre 2026", []),
        ("Deadline for clarification requests: 11 December 2026", []),
        ("Questions (pas de candidatures) : info@asso.example, jusqu'au 11 décembre 2026", []),
        ("Peuvent faire acte de candidature les agents âgés de 40 ans au plus à la date du 1er mars 2027 ;", []),
        ("May apply whoever is 20 years old or older on 1 March 2027", []),
        ("Candidates must have graduated no later than 30 June 2026", []),
        ("Nous répondrons à tous avant le 11 décembre 2026.", []),
        ("Pour une réponse à tous, merci de candidater avant le 5 décembre 2026.", ["2026-12-05"]),
        ("We reply to all who apply before 5 December 2026.", ["2026-12-05"]),
        ("Apply Before      2026/12/06, 11:59 PM", ["2026-12-06"]),
        ("Date limite      2026/12/06", ["2026-12-06"]),
        ("We read applications as they come in, the last day being 15 January 2027.", ["2027-01-15"]),
        ("Les candidatures sont lues au fil de l'eau, le dernier jour étant le 15 janvier 2027.", ["2027-01-15"]),
        ("The contract runs from 1 March 2027, the last day being 30 June 2027.", []),
        ("Le stage commence le 1er mars, le dernier jour étant le 30 juin 2027.", []),
        (
            "Closing date: 15 January 2027.\n\nWhoever has not heard from us by 28 February 2027 was not retained.",
            ["2027-01-15"],
        ),
        (
            "Dossiers déposés au secrétariat du 2 au 20 novembre 2026.\n\n1. étude des dossiers - du 23 au 27 novembre",
            ["2026-11-20"],
        ),
        # a page, a list or a box is closed or emptied
        (
            "Remplir la page www.x.tg/postuler et y joindre un CV. Fermeture de la page : 12 décembre 2026 à 18 h.",
            ["2026-12-12"],
        ),
        ("Fill in our page and attach a CV. Closing of the page: 12 December 2026.", ["2026-12-12"]),
        ("Fermeture du bureau : 24 décembre 2026", []),
        ("Envoyez un CV par notre site. Nous fermerons la page le soir du 15 décembre 2026.", ["2026-12-15"]),
        ("Send a CV through our site. We shall close the page on the evening of 15 December 2026.", ["2026-12-15"]),
        ("Nous fermerons le bureau le 24 décembre 2026.", []),
        ("Glissez votre CV dans la boîte. La boîte sera vidée le 16 décembre 2026 à 16 h.", ["2026-12-16"]),
        ("Put your CV in the box. The box will be emptied on 16 December 2026 at 4 p.m.", ["2026-12-16"]),
        ("Terme de rigueur : le mercredi 16 décembre 2026 à 15 h.", ["2026-12-16"]),
        # a message, and who takes the files
        ("Nous aimerions avoir votre message avant le 10 décembre 2026.", ["2026-12-10"]),
        ("We would like your message by 10 December 2026; on the 12th we draw up the rota.", ["2026-12-10"]),
        ("Déposez le dossier au secrétariat. Le secrétariat les reçoit jusqu'au 10 décembre 2026.", ["2026-12-10"]),
        ("Leave your papers at the gate. The guard accepts them until 10 December 2026.", ["2026-12-10"]),
        (
            "Remplir le formulaire. Cela doit être fait avant le 23 décembre 2026, et les meilleurs auront un test.",
            ["2026-12-23"],
        ),
        (
            "One has to complete the form. It has to be done by 23 December 2026, and the best will sit a test.",
            ["2026-12-23"],
        ),
        # questions that one applies by, and others
        ("Réponds aux quatre questions de la page www.x.org/q avant le 10 janvier 2027.", ["2027-01-10"]),
        ("Answer the six questions at www.x.org/q by 10 January 2027; we need no CV.", ["2027-01-10"]),
        ("Posez vos questions sur www.x.org/q avant le 10 janvier 2027.", []),
        ("We will answer the questions by 10 January 2027.", []),
        # the year is that of the first day of the work
        ("Envoyez votre CV jusqu'au 10 janvier à minuit. Premier jour : 1er février 2027", ["2027-01-10"]),
        ("Fixed-term, one year, with effect from 1 February 2027. Send your CV by 16 December.", ["2026-12-16"]),
        ("You would join us on 4 January 2027. Apply by 20 December.", ["2026-12-20"]),
        ("Vous rejoindrez l'équipe le 4 janvier 2027. Postulez avant le 20 décembre.", ["2026-12-20"]),
        ("Notre mission a commencé le 3 mars 2019. CV à envoyer avant le 16 décembre.", ["16 décembre"]),
        ("Our work started on 3 March 2019. Send your CV by 16 December.", ["16 December"]),
    ],
)
def test_deadlines(text: str, right: list[str]) -> None:
    assert values(text, deadline.facts, "deadline") == right


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Les candidatures sont à envoyer au plus tard le **21 novembre 2022** à minuit.", "24:00"),
        ("Please send your CV by 5 pm on 3 March 2026.", "17:00"),
        ("Clôture : 15/03/25 à 17h", "17:00"),
        ("Clôture : 15/03/25", ""),
    ],
)
def test_the_hour_is_the_detail(text: str, hour: str) -> None:
    assert [fact.detail for fact in facts_in(text, deadline.facts, "deadline")] == [hour]


def test_a_label_above_is_part_of_the_quote() -> None:
    fact = facts_in("Date limite de candidature :\n25 décembre 2024", deadline.facts, "deadline")[0]
    assert fact.quote == "Date limite de candidature :\n25 décembre 2024"
