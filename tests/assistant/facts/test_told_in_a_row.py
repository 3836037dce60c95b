"""What rows, labels and short lines tell: licences by vehicles, subject lines, contracts, hours, degrees."""

from __future__ import annotations

import pytest

from assistant.facts import application, contract, deadline, degree, languages, licence, working_time
from tests.assistant.facts.reading import facts_in, values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # an ellipsis in brackets ends no sentence that goes on behind it
        (
            "Une langue d'Afrique de l'Ouest (bambara, pulaar…) = un vrai plus, mais le français suffit.",
            {"bm": "asset", "ff": "asset", "fr": "required"},
        ),
        ("Une langue locale (haoussa, zarma...) → atout", {"ha": "asset", "dje": "asset"}),
        ("A local language (Wolof, Mandinka...) = a plus", {"wo": "asset", "mnk": "asset"}),
        ("Other languages (Hausa, Kanuri…): an asset.", {"ha": "asset", "kr": "asset"}),
        # one chain of tongues under several names
        ("Profil\n- Mandingue courant exigé", {"mnk": "required"}),
        ("Requirements\n- Fluent Mandingo required", {"mnk": "required"}),
        ("Profil\n- le malinké est un atout", {"mnk": "asset"}),
        ("Requirements\n- Maninka is an asset", {"mnk": "asset"}),
    ],
)
def test_languages_in_brackets_and_under_several_names(text: str, right: dict[str, str]) -> None:
    assert {fact.value: fact.modality for fact in facts_in(text, languages.facts, "language")} == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Permis de conduire motocyclette valide, obligatoire", ["A"]),
        ("Permis de conduire valide pour moto exigé", ["A"]),
        ("Permis de conduire tricycle exigé", ["A"]),
        ("Permis de conduire pour véhicules légers exigé", ["B"]),
        ("Permis véhicule léger requis", ["B"]),
        ("Permis de conduire poids lourd obligatoire", ["C"]),
        ("Permis de conduire camion exigé", ["C"]),
        ("Permis transport en commun exigé", ["D"]),
        ("Permis cyclomoteur exigé", ["AM"]),
        ("Valid scooter licence required", ["A"]),
        ("Valid driver's licence (motorcycle) required", ["A"]),
        ("Light vehicle driver's license required", ["B"]),
        ("HGV licence required", ["C"]),
        ("A truck driver's licence is required.", ["C"]),
        ("Bus driver's licence required.", ["D"]),
        ("Tractor licence required", ["yes"]),  # each country's law names another category
        ("Forklift truck licence required", ["yes"]),
        ("Own motorbike and valid riding licence", ["A"]),
        ("A licence for light vehicles is required", ["B"]),
        ("Permis de conduire un camion", ["C"]),
        ("Permis moto ou voiture exigé", ["yes"]),
        ("Permis de conduire et voiture personnelle exigés", ["yes"]),
        ("Vous avez le permis de conduire, car vous vous déplacez souvent.", ["yes"]),
        ("Vehicle licences are renewed by the logistics team.", []),
    ],
)
def test_a_vehicle_names_the_category(text: str, right: list[str]) -> None:
    assert values(text, licence.facts, "driving_licence") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "À envoyer à x@exemple.org, objet du message :\nANIM-AZILAL-04, au plus tard le 12 mai 2027",
            "ANIM-AZILAL-04",
        ),
        (
            "Envoyez CV et lettre à x@exemple.org avec pour objet :\nCandidature Animateur\navant le 12 mai 2027.",
            "Candidature Animateur",
        ),
        ("Envoyer CV et lettre à x@exemple.org (objet :\nCOORD-MOPTI)", "COORD-MOPTI"),
        ("Send your CV to x@example.org, subject line:\nFIELD-OFF-04, by 12 May 2027", "FIELD-OFF-04"),
        ("Email x@example.org, with the subject:\nField Officer Makeni", "Field Officer Makeni"),
    ],
)
def test_a_subject_line_below_its_label(text: str, right: str) -> None:
    assert values(text, application.facts, "subject_line") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Dossier à rh@exemple.org. Objet du mail :\nLe dossier comprend un CV et une lettre.",
        "Write to hr@x.org with the subject line:\nWe will answer within ten days.",
    ],
)
def test_a_sentence_below_the_label_is_no_subject_line(text: str) -> None:
    assert values(text, application.facts, "subject_line") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Contrat | NPSA-2, un an, renouvelable selon financement", ["CDD"]),
        ("Contract | 1 year with possibility of extension", ["CDD"]),
        ("Contract: full-time, 12 months", ["CDD"]),
        ("Durée du contrat : 9 mois", ["CDD"]),
        ("Durée du contrat\n9 mois", ["CDD"]),
        ("Contract duration\n12 months", ["CDD"]),
        ("Contrat : jusqu'au 31 décembre 2027", ["CDD"]),
        ("Length of contract: until 31 December 2027", ["CDD"]),
        ("Contract: permanent, probation 3 months", ["CDI"]),
        ("Contract | internship, 6 months", ["internship"]),
        ("Contract: from 1 March to 30 June 2027", ["CDD"]),
        ("Contrat : salarié, essai 3 mois", []),
        ("Contrat : 6 mois d'essai puis embauche", []),
        ("Contract: 6 months' trial period", []),
        ("Contract: one year's relevant experience", []),
        ("Contrat : temps plein, 5 jours par semaine", []),
        ("Contract: one year experience required", []),
        ("Contract: national staff, two years' experience", []),
    ],
)
def test_a_length_in_a_row_on_the_contract(text: str, right: list[str]) -> None:
    assert values(f"Officer\n{text}", contract.facts, "contract") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Association X • Tozeur • Réf. NK-PSY\nPsychologue", ["NK-PSY"]),
        ("Comptable (réf. CPT-GAO)", ["CPT-GAO"]),
        ("Health Trust · Makeni · Ref. HT-NURSE", ["HT-NURSE"]),
        ("Réf. Croix-Rouge", []),
        (f"Agent\n{'Le poste est à Gao. ' * 30}\nRéf. ONG-PARTENAIRE", []),
    ],
)
def test_a_reference_without_a_figure_in_the_head(text: str, right: list[str]) -> None:
    assert values(text, application.facts, "reference") == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Terms: 40 hours with some evenings.", [("full_time", "40 hours")]),
        ("Receptionist\n40 hours with some evenings. Pay 300 USD a month.", [("full_time", "40 hours")]),
        ("28 heures, dont deux soirées.", [("part_time", "28 heures")]),
        ("Conditions\nHoraire : 35 h", [("full_time", "35 h")]),
        ("Terms: 25 hours, mornings.", [("part_time", "25 hours")]),
        ("Conditions: 24 hours to answer", []),
        ("Clinic open\n24 hours with night staff", []),
        ("Profile\n40 hours of training in first aid", []),
        ("16 hours with an evening break", []),
    ],
)
def test_hours_of_a_week_in_short_lines(text: str, right: list[tuple[str, str]]) -> None:
    found = facts_in(text, working_time.facts, "working_time")
    assert [(fact.value, fact.detail) for fact in found] == right


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Applications must arrive by 4 h pm on 12 May 2027.", "16:00"),
        ("Deadline: 12 May 2027 at 4h30 pm.", "16:30"),
        ("Deadline: 12 May 2027, 5 p. m.", "17:00"),
        ("Deadline: 12 May 2027 at 5 o'clock in the afternoon", "17:00"),
        ("Apply before 5 p.m. sharp on 12 May 2027", "17:00"),
        ("Closing date: 12 May 2027 at 12 midnight", "24:00"),
        ("Deadline: noon on 12 May 2027", "12:00"),
        ("Candidatures à envoyer avant 17 heures précises le 12 mai 2027", "17:00"),
        ("Date limite : le 12 mai 2027 à 16 h pm", "16:00"),
        ("Date limite : 12 mai 2027 à minuit précis.", "24:00"),
    ],
)
def test_hours_of_a_deadline(text: str, hour: str) -> None:
    assert [fact.detail for fact in facts_in(text, deadline.facts, "deadline")] == [hour]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Études\nGrade d'un établissement d'enseignement postsecondaire reconnu, avec spécialisation en économie.",
            "Grade d'un établissement d'enseignement postsecondaire reconnu",
        ),
        ("Études\nGrade d'une université reconnue exigé", "Grade d'une université reconnue"),
        (
            "Études : deux années d'études dans un programme postsecondaire reconnu",
            "deux années d'études dans un programme postsecondaire reconnu",
        ),
        (
            "Education\nA degree from a recognized post-secondary institution with specialization in economics.",
            "degree from a recognized post-secondary institution",
        ),
        ("Education\nA bachelor's degree from a recognised university", "bachelor's degree"),
    ],
)
def test_degrees_of_recognised_schools(text: str, right: str) -> None:
    assert values(text, degree.facts, "degree") == [right]
