"""What postings make of a tool that is asked for: a demand, a plus, or a mention."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.weights import weight_of_topic, weight_of_words
from assistant.assistant import Assistant
from assistant.domain import Span
from assistant.indexing import index_folder
from assistant.mentions import facts_on
from assistant.relevance import telling
from tests.support import hash_store, posting, write_files

PROFILE = "Assistant de projet\n\nMissions :\n- {missions}\n\nProfil recherché :\n- Bac+3\n- {profile}\n"
ENGLISH = "Field officer\n\nWhat you will do:\n- {missions}\n\nWhat we are looking for:\n- A degree\n- {profile}\n"

CASES = [
    (PROFILE, "Suivre les activités", "Bonne maîtrise de Zabbix", "required"),
    (PROFILE, "Suivre les activités", "La connaissance de Zabbix serait appréciée", "asset"),
    (PROFILE, "Déployer les services avec Zabbix", "Rigueur", "stated"),
    (PROFILE, "Déployer les services avec Zabbix", "Zabbix exigé", "required"),
    (PROFILE, "Suivre les activités", "Une connaissance des outils Zabbix, Nagios et Grafana est un atout", "asset"),
    (PROFILE, "Suivre les activités", "Zabbix, Nagios et Grafana exigés", "required"),
    (ENGLISH, "Follow activities", "Knowledge of the tools Zabbix, Nagios and Grafana is a plus", "asset"),
    (ENGLISH, "Follow activities", "Solid experience with Zabbix", "required"),
    (ENGLISH, "Follow activities", "Zabbix is a plus", "asset"),
    (ENGLISH, "Deploy services with Zabbix", "Rigour", "stated"),
    (ENGLISH, "Deploy services with Zabbix", "Zabbix required", "required"),
]


@pytest.mark.parametrize(("form", "missions", "profile", "right"), CASES)
def test_a_name_of_no_topic(form: str, missions: str, profile: str, right: str) -> None:
    one = posting(form.format(missions=missions, profile=profile))
    at = one.text.rindex("Zabbix")
    start, end = one.text.rindex("\n", 0, at) + 1, one.text.index("\n", at)
    assert weight_of_words(one, telling("Zabbix", "fr"), Span(start, end)) == right


@pytest.mark.parametrize(
    ("form", "profile", "right"),
    [
        (PROFILE, "Bonne maîtrise d'Excel", "required"),
        (PROFILE, "Excel serait un plus", "asset"),
        (PROFILE, "Une expérience des tableaux (Excel/Calc) et de bases pour un archivage sûr serait un plus", "asset"),
        (PROFILE, "Excel (tableaux croisés), Access serait un plus", "required"),
        (PROFILE, "Maîtrise de Word et d'Excel (Access apprécié)", "required"),
        (PROFILE, "Maîtrise de Word et d'Excel (vivement apprécié)", "asset"),
        (ENGLISH, "Good command of Word and Excel (Access is a plus)", "required"),
        (ENGLISH, "Good command of Word and Excel (a definite plus)", "asset"),
        (PROFILE, "ExigésBonne gestion du temps.AppréciésNotions de cartographie.Excel, Word.", "asset"),
        (PROFILE, "AppréciésNotions de cartographie.ExigésBonne gestion du temps.Excel, Word.", "required"),
        (ENGLISH, "EssentialGood planning of work.DesirableKnowledge of maps.Excel and Word.", "asset"),
        (PROFILE, "Maîtrise de base de l'ordinateur (Word, Excel) souhaitée", "asset"),
        (ENGLISH, "Advanced Excel", "required"),
        (ENGLISH, "Experience with large sheets (Excel/Calc) and the archives of an office is an advantage", "asset"),
        (ENGLISH, "Excel would be an advantage", "asset"),
        # what is taught on the job
        (PROFILE, "La saisie se fait sur Excel ; aucune connaissance préalable n'est demandée", "stated"),
        (PROFILE, "La saisie se fait sur Excel, nous vous formerons", "stated"),
        (ENGLISH, "You will learn to use Excel", "stated"),
        (ENGLISH, "Good command of Excel required; you will be trained in our own software", "required"),
        # what the opening of a sentence makes of all of it
        (PROFILE, "Il est souhaité d'avoir le permis A pour la moto, ainsi que des notions d'Excel", "asset"),
        (PROFILE, "Il est souhaité d'avoir le permis, mais la maîtrise d'Excel est obligatoire", "required"),
        (ENGLISH, "It is desirable to hold a driving licence, as well as some knowledge of Excel", "asset"),
        (ENGLISH, "It is desirable to hold a driving licence, and you master Excel", "required"),
    ],
)
def test_a_topic(form: str, profile: str, right: str) -> None:
    one = posting(form.format(missions="Excel", profile=profile))
    assert weight_of_topic(one, "excel", facts_on(one, "excel")) == right


@pytest.mark.parametrize(
    ("form", "missions", "right"),
    [
        (PROFILE, "Maîtriser Excel et Word", "required"),
        (PROFILE, "Tenir des tableaux Excel", "stated"),
        (PROFILE, "Conseiller la maîtrise d'ouvrage : SQL, Excel", "stated"),
        (ENGLISH, "Be proficient in Excel", "required"),
        (ENGLISH, "Keep tables in Excel", "stated"),
    ],
)
def test_what_is_to_be_mastered_is_demanded_among_duties_too(form: str, missions: str, right: str) -> None:
    one = posting(form.format(missions=missions, profile="Rigueur"))
    assert weight_of_topic(one, "excel", facts_on(one, "excel")) == right


def test_what_an_employer_gives_is_only_stated() -> None:
    one = posting(PROFILE.format(missions="Suivre", profile="Tickets restaurant souhaités"))
    assert weight_of_topic(one, "meal_vouchers", facts_on(one, "meal_vouchers")) == "stated"


@pytest.mark.parametrize(
    ("question", "weights"),
    [
        ("Quels postes demandent Zabbix ?", ("(demandé)", "(un atout)")),
        ("Which jobs ask for Zabbix?", ("(asked for)", "(a plus)")),
        ("Quels postes demandent Excel ?", ("(demandé)", "un atout, non une exigence")),
        ("Which jobs ask for Excel?", ("(asked for)", "A plus, not a requirement")),
    ],
)
def test_a_list_says_what_each_makes_of_it(tmp_path: Path, question: str, weights: tuple[str, str]) -> None:
    thing = "Excel" if "Excel" in question else "Zabbix"
    texts = (f"Bonne maîtrise de {thing}", f"{thing} serait un plus")
    folder = write_files(
        tmp_path / "in",
        {f"{n}.txt": PROFILE.format(missions="Suivre", profile=profile) for n, profile in enumerate(texts)},
    )
    with hash_store(tmp_path / "store") as store:
        index_folder(store, folder)
        answer = Assistant(store).ask(question)
    assert [match.modality for match in answer.matches] == ["required", "asset"]
    [first] = [statement.text for statement in answer.statements if texts[0] in statement.text]
    assert weights[0] in first
    assert weights[1] in answer.text.replace(first, "")


@pytest.mark.parametrize(
    ("text", "topic", "right"),
    [
        # A plus of one sentence is none the less one where a list names it; what is mastered is demanded.
        ("Profil\n- Connaissances en Python (pandas) appréciées\n\nCompétences\n- SQL, Python", "tool Python", "asset"),
        ("Profil\n- Idéalement dans un environnement SAP\n- Connaissance et pratique de SAP", "tool SAP", "required"),
        ("Profil\n- Expérience en boutique, restauration ou traiteur appréciée", "experience", "asset"),
        ("Profile\n- Experience in retail, catering or a bakery is desirable", "experience", "asset"),
        (
            "Profil\n- Une première expérience ou des connaissances en ETL, SQL ou IA serait un vrai plus",
            "experience",
            "asset",
        ),
        (
            "Profile\n- Some experience or knowledge of weaving, dyeing or sewing would be an asset",
            "experience",
            "asset",
        ),
        # A name of one letter is told by what stands beside it.
        ("Profil\n- Outils : Stata (requis), R (souhaitable)", "tool R", "asset"),
        ("Profile\n- Python or R", "tool R", "required"),
        ("Profile\n- ArcGIS: non-negotiable", "tool ArcGIS", "required"),
        ("Profil\n- Expérience en gestion, maîtrise d'Excel appréciée", "experience", "required"),
        ("Profil\n- Une première expérience en gestion, la maîtrise d'Excel est un plus", "experience", "required"),
        ("Profil\n- Caces nacelle 1B et 3B est un grand plus dans la sélection", "caces", "asset"),
        ("Profile\n- CACES R489 category 3 and 5 would be a plus for the job", "caces", "asset"),
        ("Profil\n- CACES 1 exigé, CACES 3 et 5 souhaités", "caces", "required"),
        ("Profil\n- Deux ans de métier, de préférence en ONG", "ngo_experience", "asset"),
        ("Profile\n- Two years in the trade, preferably with an NGO", "ngo_experience", "asset"),
        ("Profil\n- Trois ans de métier, dont un an en ONG", "ngo_experience", "required"),
        ("Profil\n- Avoir déjà travaillé avec une ONG est un atout", "ngo_experience", "asset"),
        ("Profile\n- Having worked for an NGO is an asset", "ngo_experience", "asset"),
        ("Profil\n- 5 ans de conduite, dont 2 ans avec une ONG", "ngo_experience", "required"),
        ("Profile\n- Prior work with the UN system is an asset", "un_experience", "asset"),
        ("Profil\n- Expérience au sein du système des Nations Unies exigée", "un_experience", "required"),
        ("Profil\n- Une première expérience en management serait appréciée", "management_experience", "asset"),
        ("Profile\n- Prior experience in a supervisory role is an asset", "management_experience", "asset"),
        ("Profil\n- Trois ans d'expérience en gestion d'équipe", "management_experience", "required"),
        ("Profile\n- Five years of people management", "management_experience", "required"),
        ("Profil\n- Expérience en management de projets", "management_experience", "stated"),
        ("Profile\n- Experience in managing a budget", "management_experience", "stated"),
        ("Missions\n- Vous encadrez trois animateurs", "management_experience", "stated"),
        ("Il ne faut pas\n> une expérience dans une association", "ngo_experience", "stated"),
        # By the words of what it includes.
        ("Profil\n- 4 ans d'expérience en projet, en ONG de préférence", "ngo_or_un", "asset"),
        ("Profile\n- Seven years' experience in finance, of which 3 in an NGO", "ngo_or_un", "required"),
    ],
)
def test_what_weighs_a_thing_elsewhere_or_from_afar(text: str, topic: str, right: str) -> None:
    one = posting(f"Analyste\n\n{text}\n")
    assert weight_of_topic(one, topic, facts_on(one, topic)) == right
