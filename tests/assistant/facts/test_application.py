"""Where and how to apply, French and English beside each other."""

from __future__ import annotations

import pytest

from assistant.facts import application
from tests.assistant.facts.reading import facts_in, values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Le dossier est à envoyer à recrutement@asso.example, avec copie à direction@asso.example.",
            ["recrutement@asso.example", "direction@asso.example"],
        ),
        ("E-mail your CV, with cc to a@ngo.example, to jobs@ngo.example", ["jobs@ngo.example", "a@ngo.example"]),
        ("Écrire à rh.projet@asso.example.", ["rh.projet@asso.example"]),
        ("Send your CV to jobs@ngo.example.", ["jobs@ngo.example"]),
        ("Candidature par mail à rh[at]asso.example", ["rh@asso.example"]),
        ("Send your CV to john (at) ngo (dot) example", ["john@ngo.example"]),
        ("Envoyer à a@x.example, copie à b@x.example.", ["a@x.example", "b@x.example"]),
        ("Send your CV to a@x.example, copy to b@x.example", ["a@x.example", "b@x.example"]),
        ("Pour toute question : info@x.example. Candidatures à envoyer à rh@x.example", ["rh@x.example"]),
        ("For further information: info@x.example. Apply by e-mail to hr@x.example", ["hr@x.example"]),
        ("Protection des données : dpo@x.example. Envoyez votre CV à rh@x.example", ["rh@x.example"]),
        ("Pour postuler : https://forms.example/abc123.", ["https://forms.example/abc123"]),
        ("Apply online: https://ngo.example/careers/apply?id=3.", ["https://ngo.example/careers/apply?id=3"]),
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
    ],
)
def test_addresses(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "apply_to") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "CONSTITUTION DU DOSSIER\n- Demande manuscrite ;\n- CV daté ;\n- Certificat médical (moins de 3 mois)\n\n"
            "DEPOT\n- Au bureau",
            {"Demande manuscrite": "required", "CV": "required", "Certificat médical": "required"},
        ),
        (
            "Required documents:\n- Technical proposal\n- Two sample reports, if possible\n- Send all to a@b.example",
            {"Technical proposal": "required", "Two sample reports": "asset"},
        ),
        ("Y joindre un CV et une copie du passeport", {"CV": "required", "une copie du passeport": "required"}),
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
    ],
)
def test_documents(text: str, right: dict[str, str]) -> None:
    found = facts_in(text, application.facts, "document")
    assert {str(fact.value): fact.modality for fact in found} == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("E-mail a CV to hr@fund.example, quoting FND/GFM/26 in the subject line.", ["FND/GFM/26"]),
        ("Les dossiers portant la mention « Chauffeur Mopti » sont à déposer au bureau", ["Chauffeur Mopti"]),
        ("Objet du mail :\n« Ségou 014/2026 ».", ["Ségou 014/2026"]),
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
        ("Only shortlisted candidates will be contacted.", ["Only shortlisted candidates will be contacted"]),
        (
            "Seuls les candidats présélectionnés seront contactés.",
            ["Seuls les candidats présélectionnés seront contactés"],
        ),
        ("Vous conduirez les entretiens annuels des agents", []),
        ("Agent d'entretien des locaux", []),
    ],
)
def test_selection(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "selection") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
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
        ("Salaire de référence : SMIC", []),
    ],
)
def test_references(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "reference") == right
