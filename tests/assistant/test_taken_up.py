"""What a question takes up from the sentence before it, counts, or names by a people; French and English together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.background import asked_parts
from assistant.asking.reshaped import reshaped
from assistant.assistant import Assistant
from assistant.indexing import index_folder
from assistant.language import detect
from tests.support import hash_store, write_files

POSTINGS = {
    "tuile.txt": (
        "Chauffeur de tuilerie (H/F)\n\nOrganisation : Les Tuiles Bleues\nLieu : Rabat, Maroc\nCDI\n"
        "Salaire : 6 000 MAD par mois\n\nProfil\n- Permis C exigé\n- Français obligatoire, l'anglais serait un plus\n\n"
        "Candidature\nCV, lettre de motivation et copie du diplôme à rh@tuiles.example avant le 3 mars 2027.\n"
    ),
    "ruche.txt": (
        "Apicultrice (H/F)\n\nOrganisation : Les Tuiles Bleues\nLieu : Bamako, Mali\nCDD de 6 mois\n"
        "Temps partiel\n\nProfil\n- Permis B souhaité\n- Français et anglais obligatoires\n- Master (bac+5) exigé\n\n"
        "Candidature\nCV à miel@tuiles.example avant le 4 novembre 2026.\n"
    ),
    "dyke.txt": (
        "Dyke surveyor\n\nOrganization: Low Fields\nLocation: Paris, France\nPermanent contract\n\n"
        "Who you are\n- English required.\n- You know CAD software.\n\n"
        "How to apply\nSend your CV to dyke@fields.example before 20 December 2026.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


SETS: list[tuple[str, set[str]]] = [
    # two things told before
    ("My French is fine and my English is poor. Where is the first a must and the second not?", {"tuile"}),
    ("Mon français est bon, mon anglais non. Où le premier est-il exigé et où le second ne l'est pas ?", {"tuile"}),
    # going without
    ("I hate writing cover letters. Where can I apply without being asked for one?", {"ruche", "dyke"}),
    ("Je déteste les lettres de motivation. Où puis-je postuler sans qu'on m'en réclame une ?", {"ruche", "dyke"}),
    # a subject that is demanded
    ("Le français, ce n'est pas mon fort. Montre-moi les annonces où il n'est pas exigé.", {"dyke"}),
    ("I dread cover letters. Where are they required?", {"tuile"}),
    # a noun that points back, beside a wish
    ("Mon français est nul et je veux un CDI : quelles offres n'exigent pas cette langue ?", {"dyke"}),
    # a level, a demand
    ("A master's: where do employers expect that level?", {"ruche"}),
    ("I know my way around CAD software. Which postings are looking for that?", {"dyke"}),
    # what rules one out, and what cannot be gone without
    ("I never passed my driving test. Which of these does that shut me out of?", {"tuile", "ruche"}),
    ("Which jobs can't you get without English?", {"ruche", "dyke", "tuile"}),
    ("Pour quelles offres ne peut-on se passer du permis ?", {"tuile", "ruche"}),
    ("Pour quelles offres peut-on se passer du permis ?", {"dyke", "ruche"}),
    # which licence
    ("For which must you be licensed to drive a lorry?", {"tuile"}),
    ("Lesquelles exigent le permis camion ?", {"tuile"}),
    ("Le permis : dites-moi où on ne peut pas s'en passer et où il est juste apprécié.", {"tuile", "ruche"}),
    # hours, pay that is told, today
    ("I can't work a full week. What openings have reduced hours?", {"ruche"}),
    ("salaire chiffré, quelles offres ?", {"tuile"}),
    ("pay stated, which jobs?", {"tuile"}),
    ("Which are still open today?", {"tuile", "dyke"}),
    ("offres pas encore closes aujourdhui ?", {"tuile", "dyke"}),
    # where
    ("maroc, anglais pas exigé : quelles annonces", {"tuile"}),
    ("Which Malian postings require English?", {"ruche"}),
    ("Parmi les offres parisiennes, lesquelles exigent l'anglais ?", {"dyke"}),
    ("I live in Paris. What openings there insist on English?", {"dyke"}),
    # some of these
    ("For some of these it's too late to apply. Which?", {"ruche"}),
    ("Pour certaines, il est trop tard. Lesquelles ?", {"ruche"}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_sets(question: str, right: set[str], assistant: Assistant) -> None:
    assert {match.posting.removesuffix(".txt") for match in assistant.ask(question).matches} == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Some of these close in December 2026. Count them for me.", 1),
        ("Les Tuiles Bleues ont publié plusieurs offres : il y en a combien en tout ?", 2),
        ("Low Fields has several openings. How many exactly?", 1),
        ("Les Tuiles Bleues is an employer I like. Could you count its openings for me?", 2),
        ("number of moroco jobs?", 1),
        ("Je hais les lettres de motivation. Elles sont réclamées dans combien de ces offres ?", 1),
        ("Je dois photocopier mon diplôme. Il y a combien d'employeurs ici qui le veulent dans le dossier ?", 1),
    ],
)
def test_counts(question: str, right: int, assistant: Assistant) -> None:
    assert len(assistant.ask(question).matches) == right


@pytest.mark.parametrize(
    "question",
    [
        "visa canada delai ?",
        "I'm thinking of moving to Canada. What's the usual wait for a visa?",
        "paie infirmiere chu ?",
        "My cousin wants to be a steward at Royal Air Maroc. What do they earn there?",
    ],
)
def test_what_no_posting_tells(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).kind == "outside"


PARTS: list[tuple[str, list[str]]] = [
    ("I speak Hausa and some Arabic. Where is the latter required?", ["Where is Arabic required?"]),
    ("I speak Hausa and Arabic. Which jobs want either?", ["Which jobs want Hausa or Arabic?"]),
    ("Je parle tachelhit et turc. Qui recherche l'un ou l'autre ?", ["Qui recherche tachelhit ou turc ?"]),
    ("J'ai le permis. Quels postes exigent cela ?", ["Quels postes exigent le permis ?"]),
    ("I hold a Master's. Who is after people with that degree?", ["Who is after people with a Master's?"]),
    ("Five years of study: where do they ask for that level?", ["where do they ask for Five years of study?"]),
    # what a question names itself is not replaced, nor is what is no thing
    ("Je parle wolof. Où l'arabe est-il exigé ?", ["Où l'arabe est-il exigé ?"]),
    ("Je conduis. Où puis-je postuler sans le permis ?", ["Où puis-je postuler sans le permis ?"]),
    (
        "J'ai deux enfants et un permis. Où est-il possible de télétravailler ?",
        ["Où est-il possible de télétravailler ?"],
    ),
    ("J'ai fait du droit. Le premier mois est-il payé ?", ["Le premier mois est-il payé ?"]),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_parts(text: str, parts: list[str]) -> None:
    assert asked_parts(text) == parts


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Some of these need a licence. List them.", "Which postings need a licence ?"),
        ("Certains de ces postes exigent le permis. Combien ?", "Combien d'annonces exigent le permis ?"),
        ("Low Fields has several openings. How many?", "How many postings Low Fields has ?"),
        ("Do they list their vacancies?", "Do they list their vacancies?"),
    ],
)
def test_reshaped(question: str, plain: str, assistant: Assistant) -> None:
    assert reshaped(question, detect(question), assistant.store.library) == plain
