"""Where and how to apply, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import application, facts_of
from tests.assistant.facts.reading import facts_in, values
from tests.support import posting


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # kept for others, or wrong
        (
            "Il faut lire candidature@x.example et non candidatures@y.example, qui n'existe pas.",
            ["candidature@x.example"],
        ),
        ("Apply at jobs@x.example. Donor contact: eu@y.example, not to be used for this post.", ["jobs@x.example"]),
        (
            "Dossier sous pli fermé au secrétariat ; l'adresse a@x.example sert seulement aux demandes d'informations.",
            ["au secrétariat"],
        ),
        # a paper is replaced, and no address
        ("Send us a resume (instead of a cover letter) to hiring@x.example.", ["hiring@x.example"]),
        ("Envoyez une vidéo au lieu d'une lettre de motivation à rh@x.example.", ["rh@x.example"]),
        # for questions alone
        ("Postulez par le bouton vert. Questions (pas de candidatures !) à rh@x.example", []),
        ("To apply click on the green button. Questions (not applications!) to hr@x.example", []),
        ("Questions et candidatures à rh@x.example", ["rh@x.example"]),
        # a number to call, where the words before it speak of applying
        ("Pour postuler : appelez Mme Alami au 05 22 33 44 55.", ["05 22 33 44 55"]),
        ("To apply, call Mrs Diop on +221 77 123 45 67 before noon.", ["+221 77 123 45 67"]),
        ("Intéressé(e) ? Appelez Mme Alami au 05 22 33 44 55.", ["05 22 33 44 55"]),
        ("Pour tout renseignement, appelez le 05 22 33 44 55. Candidatures à rh@x.example.", ["rh@x.example"]),
        ("To apply, send a CV to hr@x.example. For questions call +221 77 123 45 67.", ["hr@x.example"]),
        ("Envoyer votre dossier en toute confidentialité à j.alami @ x.example", ["j.alami@x.example"]),
        ("Envoyez un vocal et la photo de votre CIN sur WhatsApp au 06 11 22 33 44.", ["WhatsApp 06 11 22 33 44"]),
        ("Apply by sending your CV to +223 70 11 22 33 (WhatsApp only).", ["WhatsApp +223 70 11 22 33"]),
        ("CV par WhatsApp : 0611223344 ou à rh@x.example", ["rh@x.example", "WhatsApp 0611223344"]),
        ("Pour toute question : WhatsApp 06 11 22 33 44. CV à rh@x.example", ["rh@x.example"]),
        ("For questions, WhatsApp +223 70 11 22 33. Send your CV to hr@x.example", ["hr@x.example"]),
        ("Vous animez les groupes WhatsApp de 12 villages.", []),
        (
            "Le dossier est à envoyer à recrutement@asso.example, avec copie à direction@asso.example.",
            ["recrutement@asso.example", "direction@asso.example"],
        ),
        ("E-mail your CV, with cc to a@ngo.example, to jobs@ngo.example", ["jobs@ngo.example", "a@ngo.example"]),
        ("Pour cette mission, postulez sur http://www.asso.example", ["http://www.asso.example"]),
        ("Notre mission est décrite sur http://www.asso.example", []),
        ("Écrire à rh.projet@asso.example.", ["rh.projet@asso.example"]),
        (
            "Dossiers à rh@asso.example.\nQuestions (pas de candidature à cette adresse) : pole@asso.example",
            ["rh@asso.example"],
        ),
        ("Send your CV to jobs@ngo.example. Questions (no applications): info@ngo.example", ["jobs@ngo.example"]),
        ("Dossiers (pas de candidature par courrier) : rh@asso.example", ["rh@asso.example"]),
        ("Send your CV to jobs@ngo.example.", ["jobs@ngo.example"]),
        ("Candidature par mail à rh[at]asso.example", ["rh@asso.example"]),
        ("Send your CV to john (at) ngo (dot) example", ["john@ngo.example"]),
        ("Envoyer à a@x.example, copie à b@x.example.", ["a@x.example", "b@x.example"]),
        ("Send your CV to a@x.example, copy to b@x.example", ["a@x.example", "b@x.example"]),
        ("Pour toute question : info@x.example. Candidatures à envoyer à rh@x.example", ["rh@x.example"]),
        ("For further information: info@x.example. Apply by e-mail to hr@x.example", ["hr@x.example"]),
        (
            "Questions : info@x.example. Les plis sont à remettre au bureau d'ordre, contre récépissé.",
            ["au bureau d'ordre"],
        ),
        ("Questions to info@x.example. Bring your CV to the shop on Thursday morning.", ["the shop"]),
        ("WhatsApp us on 0700 000 000. Nobody asks you for money: if they do, report it to honest@x.example", []),
        ("Protection des données : dpo@x.example. Envoyez votre CV à rh@x.example", ["rh@x.example"]),
        ("Pour postuler : https://forms.example/abc123.", ["https://forms.example/abc123"]),
        ("Apply online: https://ngo.example/careers/apply?id=3.", ["https://ngo.example/careers/apply?id=3"]),
        # a number that is called or written to, whatever words lead to it
        ("Appelez le 06 61 22 33 44, le soir.", ["06 61 22 33 44"]),
        ("First give us a ring on 0803 111 2233, evenings only.", ["0803 111 2233"]),
        ("On postule par un simple coup de fil au 05 22 11 22 33.", ["05 22 11 22 33"]),
        ("S'adresser par téléphone à Salma, la trésorière, au 06 61 22 33 44.", ["06 61 22 33 44"]),
        ("Envoie ton CV au 06 61 22 33 44, par WhatsApp.", ["WhatsApp 06 61 22 33 44"]),
        ("Snap your ID and send it to 024 555 01 93 on WhatsApp.", ["WhatsApp 024 555 01 93"]),
        ("Se présenter par WhatsApp au 06 61 22 33 44 (Karim).", ["WhatsApp 06 61 22 33 44"]),
        ("N'appelez pas le 05 22 11 22 33.", []),
        (
            "De : Nour <nour@x.example>\nObjet : Poste\n\nRépondez ici, ou appelez Rachid au 06 11 22 33 44.",
            ["nour@x.example", "06 11 22 33 44"],
        ),
        ("Candidature\nPour plus d'informations, allez sur notre site www.x.example/n7", []),
        ("Pour vos commandes, appelez le 05 22 11 22 33.", []),
        ("To order a cake, call 0803 111 2233.", []),
        # what is not read, kept for others, or the receiver of a message
        ("CV à rh@x.example. Les dossiers envoyés à info@x.example ne seront pas ouverts.", ["rh@x.example"]),
        ("Send a CV to jobs@x.example. Files sent to info@x.example will not be opened.", ["jobs@x.example"]),
        ("CV à rh@x.example ; l'adresse visa@x.example est réservée aux demandes de visa.", ["rh@x.example"]),
        (
            "CV to jobs@x.example.\nNot to: the director, nor office@x.example, which is for visitors.",
            ["jobs@x.example"],
        ),
        ("L'adresse service@x.example est réservée aux candidatures.", ["service@x.example"]),
        ("De : Awa <awa@x.example>\nÀ : liste@y.example\nObjet : Poste\n\nCV à rh@x.example.", ["rh@x.example"]),
        ("From: Awa <awa@x.example>\nTo: list@y.example\n\nSend a CV to hr@x.example.", ["hr@x.example"]),
        ("L'offre parvient à m@x.example le 5 mai. Les questions sont reçues à p@x.example.", ["m@x.example"]),
        ("It should reach m@x.example by 5 May. Requests for clarification: p@x.example.", ["m@x.example"]),
        # a page
        ("Candidature\nSur la page sites.example/n7, jusqu'au 16 mai.", ["sites.example/n7"]),
        ("How to apply\nOnly through the page https://x.example/n7, until 5 May.", ["https://x.example/n7"]),
        ("Use the page https://x.example/n7 and upload a CV.", ["https://x.example/n7"]),
        ("Read our story on the page https://x.example/n7 and come to visit.", []),
        # the address for questions is none where there is a page to apply on
        (
            "Les questions sont posées jusqu'au 4 décembre 2026 à l'adresse info@asso.example.\n"
            "Les candidatures se déposent exclusivement sur la plateforme https://emplois.asso.example/raf-rabat.",
            ["https://emplois.asso.example/raf-rabat"],
        ),
        (
            "Questions may be sent to info@ngo.example.\nUpload your files to https://jobs.ngo.example/44 by 3 May.",
            ["https://jobs.ngo.example/44"],
        ),
        (
            "E-mail hello@ngo.example with a CV.\nYou can write to data@ngo.example to have it deleted.",
            ["hello@ngo.example"],
        ),
        ("Les valeurs d'Enabel (<https://www.enabel.be/fr/content/vision-mission-valeurs>)", []),
        ("Visit our website www.ngo.example to learn more about us.", []),
        ("Envoyer à : a@x.example\n\nmailto:a@x.example", ["a@x.example"]),
        # an address for something else, or that takes no applications
        ("Pour commander nos fromages : boutique@x.example. CV à equipe@x.example", ["equipe@x.example"]),
        ("Orders: shop@x.example. Applications: people@x.example", ["people@x.example"]),
        ("Contact presse : com@x.example\nDossier à : rh@x.example", ["rh@x.example"]),
        ("Media enquiries: news@x.example. Apply: jobs@x.example", ["jobs@x.example"]),
        ("Dossier à rh@x.example ; les fournisseurs écrivent à depot@x.example.", ["rh@x.example"]),
        ("Complaints about the selection go to board@x.example. CVs to hr@x.example", ["hr@x.example"]),
        ("Ne pas écrire à accueil@x.example. Candidature : rh@x.example", ["rh@x.example"]),
        ("Please do not send applications to info@x.example; use hr@x.example.", ["hr@x.example"]),
        ("Les dossiers envoyés à info@x.example ne seront pas traités. CV : rh@x.example", ["rh@x.example"]),
        ("CV à rh@x.example. Un souci avec le formulaire ? aide@x.example", ["rh@x.example"]),
        ("Apply at jobs.x.example/12. If the form misbehaves, tell tom@x.example", ["jobs.x.example/12"]),
        ("Pour échanger sur le poste avant de postuler : tom@x.example. Dossier à rh@x.example.", ["rh@x.example"]),
        ("For a chat before you apply, write to tom@x.example. CV to hr@x.example.", ["hr@x.example"]),
        ("Send it to hr@x.example and director@x.example", ["hr@x.example", "director@x.example"]),
        ("CV à rh@x.example\nCc : direction@x.example", ["rh@x.example", "direction@x.example"]),
        ("Candidatures à la maire, par courrier. Renseignements (pas de candidature !) : rh@x.example", []),
        ("Apply to the clerk, by post. Information (no applications, please): hr@x.example", []),
        # in the application all the same
        ("Attaché de presse : envoyez votre CV à a@x.example", ["a@x.example"]),
        ("In order to apply, send a CV to a@x.example with any questions", ["a@x.example"]),
        ("N'hésitez pas à envoyer votre CV à a@x.example", ["a@x.example"]),
        ("Envoyez votre candidature à rh[a]x-emploi.fr", ["rh@x-emploi.fr"]),
        # pages without https
        ("On postule en ligne, sur x.example/emploi", ["x.example/emploi"]),
        ("Fill in the form at jobs.x.example/data-60.", ["jobs.x.example/data-60"]),
        ("Les demandes sont saisies sur la plateforme https://concours.x.example", ["https://concours.x.example"]),
        # for other people, or named only to keep applications away from it
        ("Dossier à rh@x.example. Les parents écrivent à creche@x.example", ["rh@x.example"]),
        ("Apply to hr@x.example. Families with a request use desk@x.example", ["hr@x.example"]),
        ("Envoyez tout à rh@x.example (et non à l'ancienne adresse job@x.example).", ["rh@x.example"]),
        ("Send everything to hr@x.example (not to the old address job@x.example).", ["hr@x.example"]),
        ("Aucun envoi à bureau@x.example. CV : rh@x.example", ["rh@x.example"]),
        ("De : Awa <awa@x.example>\n\nOn recrute !\n\nAdresse : equipe@x.example", ["equipe@x.example"]),
        ("From: Tom <tom@x.example>\n\nWe are hiring!\n\nAddress: team@x.example", ["team@x.example"]),
        ("Postuler : www.x.example/emplois ; catalogue : www.x.example/catalogue", ["www.x.example/emplois"]),
        ("Apply on www.x.example/jobs ; our catalogue is at www.x.example/catalogue", ["www.x.example/jobs"]),
        ("job@x.example (candidatures) / contact@x.example (autres sujets)", ["job@x.example"]),
        ("job@x.example (applications) / contact@x.example (anything else)", ["job@x.example"]),
        ("Applications are made only through https://careers.swp.example/041.", ["https://careers.swp.example/041"]),
        ("Le code du portail : https://github.com/koala/portail", []),
        ("Code of the portal: https://gitlab.com/koala/portal", []),
        (
            "All applications are treated equally; see https://www.x.example/equality. Send your CV to hr@x.example.",
            ["hr@x.example"],
        ),
        # an account made on a page, a base of an organisation
        ("Create a profile on careers.x.example and upload a CV.", ["careers.x.example"]),
        ("Créez votre compte sur emploi.x.example et joignez un CV.", ["emploi.x.example"]),
        (
            "Candidature par mail : rh@x.example\nou dossier sous enveloppe à la base de l'ONG, avenue Foch.",
            ["rh@x.example", "à la base de l'ONG, avenue Foch"],
        ),
    ],
)
def test_addresses(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "apply_to") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Pièces : certificat médical + copie CIN", {"certificat médical": "required", "copie CIN": "required"}),
        (
            "How to apply\nSend a CV and your nursing/midwifery diploma to hr@x.example.",
            {"CV": "required", "your nursing/midwifery diploma": "required"},
        ),
        (
            "Candidature\nEnvoyez un CV et votre carte professionnelle à rh@x.example.",
            {"CV": "required", "votre carte professionnelle": "required"},
        ),
        (
            "CONSTITUTION DU DOSSIER\n- Demande manuscrite ;\n- CV daté ;\n- Certificat médical (moins de 3 mois)\n\n"
            "DEPOT\n- Au bureau",
            {"Demande manuscrite": "required", "CV": "required", "Certificat médical": "required"},
        ),
        (
            "Required documents:\n- Technical proposal\n- Two sample reports, if possible\n- Send all to a@b.example",
            {"Technical proposal": "required", "Two sample reports": "asset"},
        ),
        (
            "Envoyer un CV, une photo du diplôme, copie du permis et de la carte d'identité.",
            {
                "CV": "required",
                "copie du permis": "required",
                "carte d'identité": "required",
                "une photo du diplôme": "required",
            },
        ),
        (
            "Please send your CV, copies of your certificates and of your passport.",
            {"CV": "required", "copies of your certificates": "required", "passport": "required"},
        ),
        ("Y joindre un CV et une copie du passeport", {"CV": "required", "une copie du passeport": "required"}),
        ("Pour candidater : CV (pas besoin d'une lettre de motivation) à a@b.example", {"CV": "required"}),
        ("Pour candidater :\n- votre CV\n- un texte (pas une lettre classique !)\n\nà a@b.example", {"CV": "required"}),
        (
            "Envoyer CV détaillé avec 3 références (nom, tel) + lettre de motivation à :",
            {"CV détaillé": "required", "3 références": "required", "lettre de motivation": "required"},
        ),
        (
            "Applications should include a CV, a cover letter and a portfolio (optional).",
            {"CV": "required", "cover letter": "required", "portfolio": "asset"},
        ),
        (
            "Le dossier de candidature comprend :\n- un CV\n- copies des diplômes\n- un portfolio (facultatif)",
            {"CV": "required", "copies des diplômes": "required", "un portfolio": "asset"},
        ),
        ("Send a letter of application to a@b.example.", {"letter of application": "required"}),
        (
            "Envoyez une lettre de candidature.\nJoindre CV et lettre : a@b.example",
            {"lettre de candidature": "required", "CV": "required"},
        ),
        ("Vous réalisez le tri de CV et les entretiens", {}),
        (
            "Pièces à joindre : copie de la CIN, copie certifiée du diplôme, attestations de travail.",
            {
                "copie de la CIN": "required",
                "copie certifiée du diplôme": "required",
                "attestations de travail": "required",
            },
        ),
        (
            "Attach copy of diploma and proof of address: a@b.example",
            {"copy of diploma": "required", "proof of address": "required"},
        ),
        (
            "Offre technique, offre financière et CV.\nAdresse : offres@x.example",
            {"Offre technique": "required", "offre financière": "required", "CV": "required"},
        ),
        ("Merci de joindre une note d'intention", {"note d'intention": "required"}),
        ("Please send a CV and a motivation statement", {"CV": "required", "motivation statement": "required"}),
        ("You will review CVs and application forms.", {}),
        ("Il n'est pas utile de joindre les diplômes ; CV à a@x.example", {"CV": "required"}),
        # lists behind a label, with any mark between the items
        (
            "Candidature : CV + demande manuscrite + tarif journalier",
            {"CV": "required", "demande manuscrite": "required", "tarif journalier": "required"},
        ),
        (
            "Papers ........ Letter of interest / CV / copy of the badge",
            {"Letter of interest": "required", "CV": "required", "copy of the badge": "required"},
        ),
        ("Pièces\nCV - lettre - badge scanné", {"CV": "required", "lettre": "required", "badge scanné": "required"}),
        (
            "Send what\nCV; a voice message; two referees",
            {"CV": "required", "voice message": "required", "two referees": "required"},
        ),
        # lines without marks below a heading of documents
        (
            "Composition du dossier\nDemande manuscrite\nCertificat de résidence\nCasier judiciaire",
            {"Demande manuscrite": "required", "Certificat de résidence": "required", "Casier judiciaire": "required"},
        ),
        (
            "What to send:\n- CV\n- a handwritten letter\n- police clearance",
            {"CV": "required", "a handwritten letter": "required", "police clearance": "required"},
        ),
        # the object of a verb of sending
        (
            "Send two drawings and your hourly rate to a@b.example.",
            {"two drawings": "required", "your hourly rate": "required"},
        ),
        (
            "Envoyez trois dessins et votre tarif à a@b.example.",
            {"trois dessins": "required", "votre tarif": "required"},
        ),
        ("Send your application to a@b.example.", {}),
        ("Envoyez votre candidature à a@b.example.", {}),
        # what is asked of the person chosen, and lists of something else
        ("Dossier à a@b.example.\nLes candidats retenus fourniront un extrait de casier judiciaire.", {}),
        ("Apply to a@b.example.\nThe selected candidate will provide a criminal record certificate.", {}),
        ("Nous demandons :\n- un bon anglais\n- de la discrétion", {}),
        ("We ask for:\n- good English\n- a sense of humour", {}),
        ("Un CV suffit.", {"CV": "required"}),
        ("Merci de nous transmettre votre CV par mail.", {"CV": "required"}),
        ("A CV is enough.", {"CV": "required"}),
        (
            "Candidature\n\nÀ charger dans le formulaire :\n– CV\n– copie du diplôme le plus élevé",
            {"CV": "required", "copie du diplôme le plus élevé": "required"},
        ),
        # what is not to be sent
        ("How to apply\nSend a CV. Please do not send us a cover letter.", {"CV": "required"}),
        ("How to apply\nSend a CV. We do not want a cover letter.", {"CV": "required"}),
        ("Comment postuler\nEnvoyez un CV. Nous ne voulons pas de lettre de motivation.", {"CV": "required"}),
        (
            "How to apply\nSend a CV and copies of your degrees. Writing samples are asked for at the interview stage.",
            {"CV": "required", "copies of your degrees": "required"},
        ),
        ("Candidature\nUn CV à x@y.org ; les copies des diplômes se montrent à l'entretien.", {"CV": "required"}),
        ("Pour postuler : CV, lettre, 12 rue des Lilas, Lyon", {"CV": "required", "lettre": "required"}),
        ("Dossier : un CV, 2 photos format passeport", {"CV": "required", "2 photos format passeport": "required"}),
        ("Attach a CV and a recent photograph.", {"CV": "required", "recent photograph": "required"}),
        (
            "Candidature\nEnvoyez un CV. Les diplômes et certificats ne sont pas à joindre à ce stade.",
            {"CV": "required"},
        ),
        ("Candidature\nEnvoyez un CV. Ne nous envoyez pas de lettre de motivation.", {"CV": "required"}),
        ("How to apply\nSend a CV. Diplomas and certificates are not needed at this stage.", {"CV": "required"}),
        ("How to apply\nSend a CV. Reference letters should not be sent.", {"CV": "required"}),
        ("Candidature\nEnvoyez un CV. Une lettre de motivation n'a pas à être fournie.", {"CV": "required"}),
        (
            "Dossier à envoyer :\n- CV\n- à la place de la lettre, une note de deux pages",
            {"CV": "required", "une note de deux pages": "required"},
        ),
        (
            "How to apply\nSend a CV and a short video instead of a cover letter.",
            {"CV": "required", "a short video": "required"},
        ),
        ("Candidature\nEnvoyez un CV, plutôt qu'une lettre de motivation.", {"CV": "required"}),
        (
            "How to apply\nSend a CV and, instead of a photo, a cover letter.",
            {"CV": "required", "cover letter": "required"},
        ),
        ("Notre proposition comprend aussi :\n- Une rémunération attractive\n- De nombreux avantages", {}),
        # what nothing goes without
        ("Candidature\nTout dossier sans lettre de motivation sera écarté.", {"lettre de motivation": "required"}),
        ("How to apply\nApplications without a CV will not be considered.", {"CV": "required"}),
        ("Candidature\nN'oubliez pas la lettre de motivation !", {"lettre de motivation": "required"}),
    ],
)
def test_documents(text: str, right: dict[str, str]) -> None:
    found = facts_in(text, application.facts, "document")
    assert {str(fact.value): fact.modality for fact in found} == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # a label in a cell, and a number for each document
        ("Dossier\tCV, CACES, dernier certificat de travail", ["CV", "CACES", "certificat de travail"]),
        (
            "To be attached | CV, safety certificate, driving licence",
            ["CV", "driving licence", "safety certificate"],
        ),
        (
            "Dossier\n1. CV\n2. lettre de motivation\n3. copie du diplôme\n4. casier judiciaire\n\nÀ rh@x.example.",
            ["CV", "lettre de motivation", "copie du diplôme", "casier judiciaire"],
        ),
        (
            "Send us, in English or French:\n1. your CV,\n2. a cover letter,\n3. your salary history.",
            ["CV", "cover letter", "salary history"],
        ),
        (
            "À envoyer\nCV\ncopie de la CIN\nbaccalauréat\n\nAdresse\na@x.example",
            ["CV", "copie de la CIN", "baccalauréat"],
        ),
        ("Send your application to:\n- The Director\n- PO Box 12", []),
        # papers about a verb of handing in, with no address
        (
            "Le candidat dépose à la mairie une copie du diplôme, un extrait de naissance et un certificat médical.",
            ["une copie du diplôme", "un extrait de naissance", "un certificat médical"],
        ),
        (
            "Hand in copies of certificates, a birth certificate and two passport photos at the Registry.",
            ["copies of certificates", "birth certificate", "two passport photos"],
        ),
        (
            "Qu'ils apportent leur carte d'identité et un certificat médical.",
            ["carte d'identité", "un certificat médical"],
        ),
        ("Bring your identity card and a medical certificate.", ["your identity card", "a medical certificate"]),
        (
            "Envoyez par WhatsApp, au 06 11 22 33 44, la copie du permis et la photo de la CIN.",
            ["copie du permis", "photo de la CIN"],
        ),
        ("Missions\n- remettre aux familles une copie de l'acte de naissance et un certificat de scolarité", []),
        ("Duties\n- bring copies of certificates and proof of payment to the bank", []),
        ("Vous envoyez chaque mois une copie des reçus et un rapport de mission au siège.", []),
        ("Le consultant remettra un certificat de service et une copie de ses notes.", []),
        ("The consultant will submit a work plan, a methodology and two reports.", []),
        ("Une fois recruté, vous devrez fournir un extrait de naissance et un certificat médical.", []),
        ("Once hired, you will submit a medical certificate and copies of certificates.", []),
        ("Do not bring your identity card or a medical certificate.", []),
        ("Candidature : CV à a@x.example. On ne vous demande d'argent à aucun moment.", ["CV"]),
        # no table names them
        (
            "Send photographs of five dishes and your résumé to a@x.example.",
            ["photographs of five dishes", "résumé"],
        ),
        ("Envoyez un CV et des photos de vos travaux à a@x.example.", ["CV", "photos de vos travaux"]),
        (
            "Votre CV et une attestation d'inscription à l'Ordre sont attendus à a@x.example.",
            ["CV", "une attestation d'inscription à l'Ordre"],
        ),
        ("Attach a nursing licence and a CV: a@x.example", ["nursing licence", "CV"]),
        (
            "Les dossiers comprennent : CV, copie du permis, relevé de points.",
            ["CV", "copie du permis", "relevé de points"],
        ),
        # what those who apply are sent, and what nobody reads
        ("Écrivez à a@x.example. Les candidats recevront un texte de 600 mots à corriger.", []),
        ("Write to a@x.example. Those chosen will receive a sample of accounts.", []),
        ("Write to a@x.example. Add a CV if you must.", []),
        # how it is sent or refused is no document
        (
            "DOSSIER. CV, lettre de motivation.\n  > par mail : a@x.example\n  > ou sous enveloppe à la base, rue Foch",
            ["CV", "lettre de motivation"],
        ),
        ("To apply: CV to a@x.example. Hard copies will not be accepted.", ["CV"]),
        ("Candidature : CV à a@x.example. Les copies papier ne seront pas acceptées.", ["CV"]),
    ],
)
def test_documents_anywhere(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "document") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            f"{'The charity runs three clinics in the province. ' * 8}\n\nSend a CV to a@b.example. "
            "Subject of the mail: Borehole Mbera\nBefore Saturday 5 December 2026, noon.",
            ["Borehole Mbera"],
        ),
        ("E-mail a CV to hr@fund.example, quoting FND/GFM/26 in the subject line.", ["FND/GFM/26"]),
        (
            "Envoyez le CV à a@b.example avec pour objet « Cuisinier Gao » ou « Cuisinier Sikasso ».",
            ["Cuisinier Gao", "Cuisinier Sikasso"],
        ),
        ("Les dossiers portant la mention « Chauffeur Mopti » sont à déposer au bureau", ["Chauffeur Mopti"]),
        ("Objet du mail :\n« Ségou 014/2026 ».", ["Ségou 014/2026"]),
        (
            "Écrivez à rh@a.example en indiquant le numéro de concours HTI-07 dans l'objet.",
            ["en indiquant le numéro de concours HTI-07 dans l'objet"],
        ),
        (
            "IMPORTANT : Indiquer la référence de l'offre dans l'objet du message.",
            ["Indiquer la référence de l'offre dans l'objet du message"],
        ),
        (
            "Please quote the reference in the subject line of your email.",
            ["quote the reference in the subject line of your email"],
        ),
        (
            "Les candidatures sont à adresser par courriel intitulé « Coordination Maroc – Nom + Prénom »",
            ["Coordination Maroc – Nom + Prénom"],
        ),
        ('Email us at a@b.example with "Design Researcher" in the subject line.', ["Design Researcher"]),
        ("Envoyez un courriel et indiquez « Chercheur » dans la ligne d’objet.", ["Chercheur"]),
        ("Merci d'envoyer un mail avec pour objet : Candidature Safi", ["Candidature Safi"]),
        ("Envoyez votre CV en mentionnant, obligatoirement, la référence de l'offre : 03/2024/X", []),
        ("Vous connaissez la programmation orientée objet", []),
        ("Merci d'écrire à a@b.example (objet : CHARGÉ DE SUIVI – NOM)", ["CHARGÉ DE SUIVI – NOM"]),
        ("L'objet de votre courriel sera : Animatrice Nador.", ["Animatrice Nador"]),
        ("CV, avec en objet LOG/26, à a@b.example", ["LOG/26"]),
        ("Send it, with subject: MEAL Officer – your name, to a@b.example", ["MEAL Officer – your name"]),
        ("Put WARDEN 2026 in the subject line of the e-mail to a@b.example.", ["WARDEN 2026"]),
        ("Mark the e-mail 'Night Nurse' and send it to a@b.example", ["Night Nurse"]),
        ("Intitulez votre message « Vétérinaire Kidal ».", ["Vétérinaire Kidal"]),
        ('Please title your message "Barista" when writing to a@b.example', ["Barista"]),
        ("Send a CV to hr@b.example - subject: CPCW Zahle - by Friday 27 November 2026.", ["CPCW Zahle"]),
        ('You will teach the subject "Living together".', []),
        (
            "Send it by WhatsApp to 0600. Start your message with the words\nNIGHT COOK so that it doesn't get lost.",
            ["NIGHT COOK"],
        ),
        ("Commencez votre message par les mots STAGE GAO.", ["STAGE GAO"]),
        ("Débutez votre SMS par « CUISINE KOLDA ».", ["CUISINE KOLDA"]),
        ("Begin your e-mail with the word GUARDIAN.", ["GUARDIAN"]),
        ("Write « COOK 2026 » at the top of your message.", ["COOK 2026"]),
        ("Précisez « STAGE 26 » au début de votre message.", ["STAGE 26"]),
        ("Start your message with a short presentation of yourself.", []),
    ],
)
def test_subject_lines(text: str, right: list[str]) -> None:
    found = facts_in(text, application.facts, "subject_line")
    assert [fact.value for fact in found] == right
    assert all(fact.modality == "required" for fact in found)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Procédure : Un entretien oral et une épreuve écrite", ["Un entretien oral et une épreuve écrite"]),
        (
            "Les candidats retenus passeront une demi-journée d'essai à la cave.",
            ["Les candidats retenus passeront une demi-journée d'essai à la cave"],
        ),
        (
            "Applicants are asked to a trial shift in the kitchen.",
            ["Applicants are asked to a trial shift in the kitchen"],
        ),
        ("Only shortlisted candidates will be contacted.", ["Only shortlisted candidates will be contacted"]),
        (
            "Seuls les candidats présélectionnés seront contactés.",
            ["Seuls les candidats présélectionnés seront contactés"],
        ),
        ("Les entrevues seront menées par vidéo ou téléphone.", ["Les entrevues seront menées par vidéo ou téléphone"]),
        ("Interviews are held by video call.", ["Interviews are held by video call"]),
        ("Vous menez des entrevues avec les familles.", []),
        ("Vous conduirez les entretiens annuels des agents", []),
        ("Agent d'entretien des locaux", []),
    ],
)
def test_selection(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "selection") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Écrire à rh@x.example en mentionnant la référence TEXTILE 28", ["TEXTILE 28"]),
        ("Write to hr@x.example, quoting the reference LOGISTICS 12.", ["LOGISTICS 12"]),
        ("Le salaire de référence SMIG 100 est appliqué.", []),
        ("AVIS DE RECRUTEMENT N° 014/2026/SSB", ["014/2026/SSB"]),
        ("Vacancy notice No. 014/2026/SSB", ["014/2026/SSB"]),
        ("N° 014/2026/SSB", ["014/2026/SSB"]),
        ("Consultation n° AC-FRE-EF-2026", ["AC-FRE-EF-2026"]),
        ("Consultation n° 9 / 26", ["9 / 26"]),
        ("Demande de cotation n° 9/26", ["9/26"]),
        ("Appel à manifestation d'intérêt n° 2026-08", ["2026-08"]),
        ("REQUEST FOR PROPOSALS No. 009/RFP/PROFAV/PMU/2026", ["009/RFP/PROFAV/PMU/2026"]),
        ("Request for Proposals (RFP) No: 2026/07", ["2026/07"]),
        ("VACANCY ANNOUNCEMENT  No. HRI-JOR-2026-118", ["HRI-JOR-2026-118"]),
        ("RFQ No 2026-12", ["2026-12"]),
        ("Vacancy number:         IAOR/MAR/NO/2026/014", ["IAOR/MAR/NO/2026/014"]),
        ("Call us on tel. no. 06-12-34-56-78", []),
        ("Le poste relève du décret n° 2-15-140", []),
        ("No French-speaking 2026-27 volunteers", []),
        ("Association régie par la loi n° 75-2026/A", []),
        ("Chargée de projet – Réf. : CharPlaid/12/2024", ["CharPlaid/12/2024"]),
        ("Project officer – Ref: HR/2024/15", ["HR/2024/15"]),
        ("Intervention Officer\n\n07/2022/IOT /MAR20000211\n\nOujda", ["07/2022/IOT /MAR20000211"]),
        ("Vacancy number: VN-2023-044", ["VN-2023-044"]),
        ("Référence de l'offre : 2026-15042", ["2026-15042"]),
        ("Merci d'envoyer votre dossier sous référence DS8", ["DS8"]),
        ("1 - Mission", []),
        ("Consultation n° 12/2026", ["12/2026"]),
        ("REQUEST FOR PROPOSALS No. RFP-2026-08", ["RFP-2026-08"]),
        ("Assistant logistique (réf. LOG-26-B)", ["LOG-26-B"]),
        ("Field Nurse - ref FN22", ["FN22"]),
        ("Référence .......... 2026/ML/003", ["2026/ML/003"]),
        ("Tender reference ....... SUP/26/4", ["SUP/26/4"]),
        # a label that ran into the text before it, above its code
        ("Primes, paniers (CSE, mutuelle).Référence de l'offre\nml07soud02\nSociété\nLe Ml", ["ml07soud02"]),
        ("Bonuses, meals (pension, cover).Job reference\nwk07weld02\nCompany\nThe Wk", ["wk07weld02"]),
        ("Postulez sous le code TOM-03.", ["TOM-03"]),
        ("Apply to a@b.example under the code KIT-7.", ["KIT-7"]),
        ("Référence à porter sur toute correspondance : AMI/02/26.", ["AMI/02/26"]),
        ("The advertisement number, TIC/PD/25/07, should be given.", ["TIC/PD/25/07"]),
        ("Vacancy announcement WCC-HQ/26/P/004", ["WCC-HQ/26/P/004"]),
        ("AAP-2026-03 — Chargé de plaidoyer", ["AAP-2026-03"]),
        ("Cuisinier H/F - CB10452\n\nCuisinier H/F - CB10452 Vous préparez les repas.", ["CB10452"]),
        ("Nurse (f/m) – NU2044\n\nYou care for patients.", ["NU2044"]),
        ("Géomètre (H/F) TRV018\n\nVous levez les plans.", ["TRV018"]),
        ("Electrician (M/F) HTB0112\n\nYou lay the cables.", ["HTB0112"]),
        ("Soudeur (H/F) ISO9606\n\nVous soudez.", []),
        ("Auditeur qualité - ISO9001\n\nVous préparez les audits.", []),
        ("Récépissé n° 1123/2009", []),
        ("Registration No. NGO/218/94", []),
        ("Tél. : 05 22 33 44 55", []),
        ("Appel à candidatures 2026-2027", []),
        ("Salaire de référence : SMIC", []),
        ("| Référence | SSD26-014 |", ["SSD26-014"]),
        ("Offre ASF_RH_009", ["ASF_RH_009"]),
        ("OFFRE 2026 / 03", ["2026 / 03"]),
        ("Nurse [JO-3391]", ["JO-3391"]),
        ("Notice to the public, no. 12 of 2026", ["12 of 2026"]),
        ("Reference to quote: ANU-BL-04", ["ANU-BL-04"]),
        ("Ce poste porte le code C26.", ["C26"]),
        # in a table, as the subject of the message, behind a sign, of a notice that is spoken of
        ("Employeur\tAssociation Nour\nRéf.\tAN-CPT-07/26", ["AN-CPT-07/26"]),
        ("Employer\tNour Trust\nOur ref.\tNT/FIN/03", ["NT/FIN/03"]),
        ("Objet du message\tKD-CPT-26", ["KD-CPT-26"]),
        ("Objet : Comptable (Gao), KD-CPT-4", ["KD-CPT-4"]),
        ("Mettez KD-CPT-4 en objet de votre message à a@b.example.", ["KD-CPT-4"]),
        ("Put KD-LOG-4 as the subject of the mail to a@b.example.", ["KD-LOG-4"]),
        ("▪️ Réf. KD-2026-T4-11", ["KD-2026-T4-11"]),
        ("✅ Ref KD-2026-Q4-11", ["KD-2026-Q4-11"]),
        ("La clôture de l'annonce KD/2026/11 est reportée au 3 décembre.", ["KD/2026/11"]),
        ("Correction to notice KD-26-11", ["KD-26-11"]),
        ("The request number, KD/2026/0218, must appear in the subject line.", ["KD/2026/0218"]),
        ("OFFRE ANONYME N° B-2026-0411", ["B-2026-0411"]),
        ("REQUEST FOR EXPRESSIONS OF INTEREST / EOI-MLI-2026-4", ["EOI-MLI-2026-4"]),
        ("Offre de volontariat VK-26-88", ["VK-26-88"]),
        ("Le projet relève de la convention n° A-2026-0915.", []),
        ("The grade of the post P-3/P-4 is not negotiable.", []),
        ("Objet : Marché de travaux, LOT-2", []),
        ("L'avis n° 002-2026 est clos.", []),
        ("Notice no. 9-2025 has been cancelled.", []),
        ("AVIS DE RECRUTEMENT N° 07/2027/KIF - DEUX (2) CHAUFFEURS", ["07/2027/KIF"]),
        ("Réf. ABC - 2026 - 03", ["ABC - 2026 - 03"]),
        ("x " * 250 + "\nDépôt par le formulaire : www.sante.example/emploi (réf. SF-GIT).", ["SF-GIT"]),
        ("Ref. KD-12 / Location: Goma / Contract: 12 months", ["KD-12"]),
        ("Réf. KD-12 - Lieu : Goma", ["KD-12"]),
    ],
)
def test_references(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "reference") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Dev\n\nPROCESSUS DE RECRUTEMENT :\n- Visio avec le cabinet (45 min).\n"
            "- Entretien technique sur site.\n- Échange DRH.\n",
            ["Visio avec le cabinet (45 min)", "Entretien technique sur site", "Échange DRH"],
        ),
        (
            "Dev\n\nSelection process:\n1. Call with the agency\n2. Written test\n3. Coffee with the team\n\n"
            "Benefits:\n- Lunch\n",
            ["Call with the agency", "Written test", "Coffee with the team"],
        ),
    ],
)
def test_every_item_of_a_list_of_steps_is_one(text: str, right: list[str]) -> None:
    assert sorted(str(f.value) for f in facts_of(posting(text)) if f.field == "selection") == sorted(right)
