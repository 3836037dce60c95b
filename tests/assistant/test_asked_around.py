"""Questions put the long way round: by what would be forced, by two places, by what is on top of what is required."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.background import asked_parts
from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "carer.txt": (
        "Animatrice de vie sociale (H/F)\n\nOrganisation : Résidence des Pins\nLieu : Carhaix\nCDI\n\n"
        "Le poste\n- Ateliers avec les résidents de l'EHPAD.\n- Un samedi sur deux travaillé.\n\n"
        "EXIGENCES.\n- Diplôme d'État d'assistant de service social ou BPJEPS.\n"
        "- Excel niveau intermédiaire ; la conduite serait un atout.\n"
        "- Créole haïtien souhaité.\n\n"
        "Candidature\nEnvoyez une vidéo (au lieu d'une lettre de motivation) à rh@pins.example.\n"
    ),
    "shop.txt": (
        "Members coordinator\n\nOrganization: Root Food\nLocation: Wolfville\nPermanent contract\n\n"
        "You bring\n- advanced Excel; SAP would be nice to have\n- three years' experience in retail\n"
        "- French required, Spanish a plus\n\n"
        "How to apply\nSend us a resume (instead of a cover letter) to hiring@root.example by 12 December 2026.\n"
    ),
    "supervisor.txt": (
        "DEUX (02) INFIRMIERS SUPERVISEURS\n\nOrganisation : Santé du Fleuve\nLieu : Kolda\nCDD de 12 mois\n\n"
        "Profil\n- Licence (bac+3) en soins infirmiers.\n- Diplôme d'État d'infirmier.\n- Cinq ans d'expérience.\n"
        "- Le pulaar est exigé, l'anglais serait un atout.\n\n"
        "Candidature\nCV à rh@fleuve.example avant le 4 décembre 2026.\n"
    ),
    "temp.txt": (
        "Temp Software Developer\n\nOrganization: Alert Portal\nLocation: Halifax\nTemporary\n\n"
        "Requirements\n- Google Docs and Trello.\n- Haitian Creole required.\n\n"
        "How to apply\nCV to jobs@alert.example.\n"
    ),
    "web.txt": (
        "Développeur full-stack (H/F)\n\nOrganisation : Stratégie Informatique\nLieu : Nantes\nCDI\n\n"
        "Profil\n- Bac+2 en informatique.\n- Deux ans d'expérience.\n- Tableurs et bureautique.\n\n"
        "Candidature\nCV à rh@strategie.example.\n"
    ),
    "worker.txt": (
        "Travailleur social (H/F)\n\nOrganisation : MSA du Lac\nLieu : Aubenas\nCDI\n\n"
        "Profil\n- Expérience auprès des familles.\n\nCandidature\nCV à rh@msa.example.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


R, A, S = "required", "asset", "stated"


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # what one does not want, and who would force it
        ("I don't want to work Saturdays. Which jobs would make me?", {"carer": S}),
        ("Je ne veux pas travailler le samedi. Quels postes m'y obligeraient ?", {"carer": S}),
        ("I won't work weekends. Which employers would expect me to?", {"carer": S}),
        # years or more
        ("Which employers insist on two or more years of experience?", {"shop": R, "supervisor": R, "web": R}),
        ("Qui exige trois ans et plus d'expérience ?", {"shop": R, "supervisor": R}),
        ("Où faut-il cinq années ou davantage d'expérience ?", {"supervisor": R}),
        # a level taken up behind a preposition
        ("I have a bachelor's degree (bac+3). Which jobs ask for that level?", {"supervisor": R}),
        ("J'ai une licence (bac+3). Quelles offres demandent ce niveau ?", {"supervisor": R}),
        # a must, or of use
        ("my creole is fluent, any job where that is needed or would help?", {"temp": R, "carer": A}),
        ("Le créole : où est-il exigé ou serait utile ?", {"temp": R, "carer": A}),
        # Excel, with « où » before it, and below a heading with a full stop
        ("Où est-ce qu'il faut savoir se servir d'Excel ?", {"carer": R, "shop": R, "web": R}),
        ("Excel: who requires it, and who merely counts it as a plus?", {"carer": R, "shop": R, "web": R}),
        # what goes without saying of a trade
        ("Which of these jobs are for software developers?", {"temp": S, "web": S}),
        ("Quels sont les postes de développeur logiciel ?", {"temp": S, "web": S}),
        (
            "Quelles offres sont des postes de développeur ou de travailleur social ?",
            {"temp": S, "web": S, "worker": S},
        ),
        # a temp whom no agency lends
        ("Which jobs are posted by a temp agency?", {}),
        ("Quelles offres viennent d'une agence d'intérim ?", {}),
        # a state diploma taken up whole
        ("J'ai le diplôme d'État d'assistante de service social, quelles annonces le demandent ?", {"carer": R}),
        ("J'ai le diplôme d'État d'infirmière : qui l'exige ?", {"supervisor": R}),
        # who takes on the most people
        ("Laquelle des annonces embauche le plus de monde d'un coup ?", {"supervisor": S}),
        ("Which ad hires the most people?", {"supervisor": S}),
    ],
)
def test_sets_asked_for_around(question: str, right: dict[str, str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt"): match.modality for match in answer.matches} == right


@pytest.mark.parametrize(
    ("question", "kind", "quoted"),
    [
        # the name of a workplace is nothing that is asked
        ("C'est quand la date limite pour candidater comme animatrice à l'EHPAD de Carhaix ?", "not_stated", []),
        ("When is the deadline for the care home in Carhaix?", "not_stated", []),
        ("What's the contract at the old people's home in Carhaix?", "fact", ["CDI"]),
        # two places, each with its posting
        (
            "Superviseur à Kolda ou coordinatrice à Wolfville : quelles langues, et avant quelle date postuler ?",
            "fact",
            ["pulaar", "4 décembre 2026", "Spanish", "12 December 2026"],
        ),
        ("Kolda ou Wolfville : quel contrat pour l'un et pour l'autre ?", "fact", ["CDD", "Permanent"]),
        # an address behind what a paper is replaced by
        ("Where do I email my resume for the job in Wolfville?", "fact", ["hiring@root.example"]),
        ("À quelle adresse envoyer ma vidéo pour le poste à Carhaix ?", "fact", ["rh@pins.example"]),
        # on top of what is required
        ("What language helps on top of the compulsory ones in Wolfville?", "fact", ["Spanish a plus"]),
        ("À Kolda, quelles langues seraient un atout en dehors de celles qui sont obligatoires ?", "fact", ["anglais"]),
        # the job that an employer has
        ("Which position would Alert Portal like to fill?", "set", ["Temp Software Developer"]),
        ("Quel poste la MSA du Lac veut-elle pourvoir ?", "set", ["Travailleur social"]),
        ("C'est quoi exactement le poste proposé par la MSA du Lac ?", "fact", ["Travailleur social"]),
        # what an employer is called
        ("What is the name of the shop in Wolfville?", "fact", ["Root Food"]),
        ("Comment s'appelle la résidence qui cherche une animatrice à Carhaix ?", "fact", ["Résidence des Pins"]),
        # a job that is to be confirmed
        ("Is the Root Food vacancy in Wolfville a coordinator's job?", "fact", ["Members coordinator"]),
        ("Le poste de Kolda est-il un poste d'infirmier ?", "fact", ["INFIRMIERS"]),
    ],
)
def test_asked_of_one_or_two_around(question: str, kind: str, quoted: list[str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == kind
    quotes = " | ".join(citation.quote for citation in answer.citations)
    assert [part for part in quoted if part not in quotes] == []


@pytest.mark.parametrize(
    "question",
    [
        "I hate Saturdays. Which jobs would force me to?",
        "Je refuse de travailler la nuit. Quelles annonces m'y contraindraient ?",
    ],
)
def test_what_is_forced_leans_on_what_was_said(question: str) -> None:
    assert asked_parts(question) == []


def test_what_one_does_at_a_school_is_not_asked_of_its_kind(asked: Assistant) -> None:
    assert asked.ask("Y a-t-il un boulot où on aide les petits dans une école ?").kind != "set"
    assert asked.ask("Is there a job helping small children in a school?").kind != "set"
    assert asked.ask("Any jobs in a school?").kind == "set"
