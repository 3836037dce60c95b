"""Questions with two numbers: the one that is asked for, beside one's own; and papers that have to be written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.lexicon import tags_of, words_of
from assistant.asking.numbers import numbers_of
from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Moi je n'ai que deux ans de métier. Quelles annonces exigent trois ans d'expérience ou davantage ?", "3 min"),
        ("I have only two years; which ask for three or more?", "3 min"),
        ("I've got 2 years of experience, which employers require more than three years?", "3 min strict"),
        ("J'ai deux ans d'expérience : lesquels en demandent au moins trois ?", "3 min"),
        ("J'ai deux ans d'expérience : qui en demande trois ou plus ?", "3 min"),
        ("With my four years of practice, how many postings want at least five?", "5 min"),
        ("Which ask for three years or more? I only have two.", "3 min"),
        ("Which postings ask for three to five years of experience? I have two.", "3 min, 5 max"),
        ("J'ai 5 ans de métier, lesquels ne demandent que deux ans ?", "2 max"),
        # something else that is one's own
        ("I have a driving licence; which jobs ask for at least three years of experience?", "3 min"),
        ("J'ai le permis B. Quels postes exigent 5 ans d'expérience ?", "5 is"),
        # one's own number alone is what one has
        ("I have three years of experience. Which jobs can I apply for?", "3 min mine"),
        ("Quels postes exigent les trois ans que j'ai ?", "3 min mine"),
        ("I have two languages and 4 years of experience, which jobs require three languages?", "4 min mine, 3 is"),
        # a number of years that is not asked for; "no more than" is the most
        ("Which jobs do not require 5 years of experience?", "5 min not"),
        ("Quelles offres n'exigent pas forcément 5 ans d'expérience ?", "5 min not"),
        ("Où ne demande-t-on pas trois ans d'expérience ?", "3 min not"),
        ("I have 2 years: which don't insist on more than three years of experience?", "3 min strict not"),
        ("J'ai un an d'expérience : quelles offres n'en exigent pas trois ?", "3 min not"),
        ("Lesquelles ne demandent pas plus de 2 ans d'expérience ?", "2 max"),
        ("Quelles offres n'exigent pas moins de 3 ans d'expérience ?", "3 min"),
        ("Which ask for no licence but 3 years of experience?", "3 is"),
        ("Quelles offres n'exigent pas le permis mais 3 ans d'expérience ?", "3 is"),
        # what one earns now
        ("Je gagne 2000 € par mois : lesquels paient plus de 2500 € par mois ?", "2500 min strict"),
        ("I earn 2000 a month; which jobs pay at least 2500 a month?", "2500 min"),
    ],
)
def test_the_number_asked_for(question: str, right: str) -> None:
    words = words_of(question)
    found = [
        " ".join(filter(None, (f"{c.number:g} {c.bound}", "mine" * c.mine, "strict" * c.strict, "not" * c.negated)))
        for c in numbers_of(words, tags_of(words))
        if c.number is not None
    ]
    assert ", ".join(found) == right


POSTINGS = {
    "puits.txt": (
        "Logisticien\n\nOrganisation : Puits du Sahel\nLieu : Gao, Mali\n\nProfil\n- Cinq ans d'expérience minimum.\n"
        "- Bonne maîtrise d'Excel.\n\nSalaire : 900 EUR par mois\n\nPour postuler\n"
        "CV, lettre de motivation et copie du diplôme à rh@puits.example avant le 20 décembre 2026.\n"
    ),
    "delta.txt": (
        "Field Officer\n\nOrganization: Delta Relief\nLocation: Mopti, Mali\n\nThe incumbent will:\n"
        "1. count the boats of the river ports;\n2. write a note on each of them.\n\nREQUIREMENTS\n"
        "A bachelor's degree in geography.\nOne year of experience.\nWord and PowerPoint.\n\n"
        "Pay: 12 EUR per hour\n\nHow to apply\nSend a CV (max. 2 pages) to jobs@delta.example.\n"
    ),
    "atlas.txt": (
        "Cartographe\n\nOrganisation : Atlas Cartes\nLieu : Kayes, Mali\n\nProfil\n- Idéalement six ans d'expérience.\n"
        "- Dossier à déposer au bureau de Kayes.\n"
    ),
    "ecole.txt": (
        "Stage – Communication\n\nOrganisation : École du Fleuve\nLieu : Ségou, Mali\n\n"
        "Nous travaillons dans sept pays.\nUn stage de trois mois, à partir du 1er mars 2027.\n\n"
        "Cinq semaines et demie de vacances.\n\n"
        "Dossier à remettre en main propre au secrétariat.\nPas de lettre de motivation.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # a letter that has to be written
        ("For which applications do I have to write a cover letter?", "puits required"),
        ("Pour lesquelles je dois écrire une lettre de motivation ?", "puits required"),
        ("Who wants me to write a motivation letter?", "puits required"),
        ("Chez qui faut-il rédiger une lettre de motivation ?", "puits required"),
        # copies of a diploma are papers
        ("Dans combien d'annonces faut-il fournir une copie de ses diplômes ?", "puits required"),
        ("Lesquels veulent des copies légalisées de mes diplômes ?", "puits required"),
        ("Which ones ask for certified copies of diplomas?", "puits required"),
        ("For how many jobs do I have to send a scan of my diploma?", "puits required"),
        # an amount of pay for whatever period
        ("Lesquelles annoncent une paye chiffrée, même si c'est un taux horaire ?", "delta stated, puits stated"),
        ("Which ones state the pay, even if it is only an hourly rate?", "delta stated, puits stated"),
        ("Quels postes indiquent un salaire, que ce soit à l'heure ou au mois ?", "delta stated, puits stated"),
        ("Quels postes indiquent un salaire à l'heure ?", "delta stated"),
        # the one program, and not its like
        ("Where do they ask for Excel?", "puits required"),
        ("Quels postes demandent Excel ?", "puits required"),
        ("Which employers care about Excel?", "puits required"),
        ("I have done a lot of tables in Excel, which employers care about that?", "puits required"),
        ("J'ai fait beaucoup de tableaux sous Excel. Quelles annonces parlent de ça ?", "puits required"),
        ("Excel, quels employeurs s'en soucient ?", "puits required"),
        # more years than one's own
        ("I have only two years; which ask for three or more?", "atlas asset, puits required"),
        ("Je n'ai que deux ans de métier : lesquels exigent trois ans ou davantage ?", "atlas asset, puits required"),
        ("I only have a year behind me. Who insists on four years or more?", "atlas asset, puits required"),
        ("J'ai deux ans d'expérience derrière moi. Qui en exige au moins quatre ?", "atlas asset, puits required"),
        # years that are not asked for, and those that are only a plus
        ("Which jobs do not require three years of experience?", "atlas none, delta required, ecole none"),
        ("Quelles offres n'exigent pas trois ans d'expérience ?", "atlas none, delta required, ecole none"),
        ("Which ask for six years of experience or more?", "atlas asset"),
        ("Quels postes souhaitent au moins cinq ans d'expérience ?", "atlas asset"),
        ("Which jobs would like five years of experience or more?", "atlas asset"),
    ],
)
def test_sets(asked: Assistant, question: str, right: str) -> None:
    found = sorted(f"{m.posting.removesuffix('.txt')} {m.modality}" for m in asked.ask(question).matches)
    assert ", ".join(found) == right


@pytest.mark.parametrize(
    ("question", "posting", "words"),
    [
        ("Delta Relief in Mopti: how long may my CV be?", "delta", "max. 2 pages"),
        ("Quelle longueur doit faire mon CV pour le poste à Mopti ?", "delta", "max. 2 pages"),
        ("En quoi consiste le travail du Field Officer à Mopti ?", "delta", "count the boats"),
        ("What would the field officer in Mopti do?", "delta", "write a note"),
        ("À l'École du Fleuve, on a combien de vacances ?", "ecole", "Cinq semaines et demie"),
        ("How much holiday is there at École du Fleuve?", "ecole", "Cinq semaines et demie"),
    ],
)
def test_the_posting_says(asked: Assistant, question: str, posting: str, words: str) -> None:
    answer = asked.ask(question)
    assert any(words in c.quote for c in answer.citations if c.posting == f"{posting}.txt")


@pytest.mark.parametrize(
    "question",
    [
        "What is the closing date for the communication internship in Ségou?",  # the day it begins is another
        "By what date must the application for the internship in Ségou be handed in?",
        "Jusqu'à quelle date faut-il déposer le dossier à Ségou ?",
        "What salary does École du Fleuve in Ségou pay its intern?",  # « sept pays »
        "Quel salaire verse l'École du Fleuve à Ségou ?",
    ],
)
def test_what_is_not_stated(asked: Assistant, question: str) -> None:
    assert asked.ask(question).kind == "not_stated"
