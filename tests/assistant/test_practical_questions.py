"""What people in search of a job ask in practice: of one posting, of all of them, and what none is silent on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

POSTINGS = {
    "dev.txt": (
        "Développeuse WINDEV\n\nOrganisation : Atelier Numérik\nLieu : Nantes, France\nCDI, temps plein.\n\n"
        "Missions\n- Saisir les demandes dans la GMAO Coswin.\n- Assurer la maintenance de l'outil.\n\n"
        "Profil\n- Maîtrise des langages de programmation WINDEV et Python.\n- Anglais technique.\n"
        "- Permis B exigé.\n\nRecrutement\nÉpreuve de deux heures sur ordinateur.\nDate limite : 12 février 2027\n"
    ),
    "stage.txt": (
        "STAGE – Communication\n\nOrganisation : Main dans la Main\n\n"
        "Main dans la Main accueille des jeunes au port de Tanger.\n\n"
        "Vos missions\n- Écrire trois messages par semaine.\n- Filmer les ateliers.\n\n"
        "Votre tutrice sera Ilham Rami, chargée de projet.\n"
        "Nous n'avons pas fixé de date limite : nous lisons les dossiers au fil de l'eau.\n"
        "Les entretiens se feront au centre le 4 décembre.\n"
        "Dossier à : stage@maindanslamain.example\n"
    ),
    "karite.txt": (
        "Volontaire – filière karité\n\nOrganisation : Graines d'Avenir\nLieu : Parakou, Bénin\n"
        "4/5 temps (28 h par semaine)\n\nMission\n- Préparer la certification du beurre de karité.\n"
        "- Chercher des acheteurs à Cotonou.\n\nProfil\n- Master apprécié\n- Permis moto apprécié\n"
        "Date limite : 20 janvier 2027\n"
    ),
    "consultant.txt": (
        "National Consultant – Gender and Water\n\nOrganization: Basin Fund\nLocation: Nouakchott, Mauritania\n"
        "Consultancy, 40 working days\n\nProfile\n- Open to nationals of Mauritania only\n- Master in social sciences\n"
        "- Arabic is required.\n\nThe work can be done from anywhere in the country.\n"
        "A medical clearance is needed before signature.\n"
        'Send your CV to hr@basin.example with "GW-07 Basin" as the subject.\nClosing date: 30 November 2026\n'
        "Interviews: 28 November\n"
    ),
    "cariste.txt": (
        "Cariste\n\nOrganisation : Entrepôts du Nord\nLieu : Lens, France\n\nCACES 5 obligatoire.\n"
        "Équipe en 2*8 : 6h-13h/13h-20h\nUne expérience similaire est appréciée.\nL'anglais est un plus.\n"
        "Indemnité de grand déplacement : 87 €/jour\n"
    ),
    "macon.txt": (
        "Manœuvre manutentionnaire\n\nOrganisation : Bâti Reims\nLieu : Reims, France\nMission d'intérim.\n\n"
        "Vous acceptez les ports de charges de 25 kg.\nFrais pris en charge\n\n"
        "Horaires : 8h-12h et 13h-16h, poste en 7h.\nVous dépendez directement du chef Sanogo.\n"
        "Débutants acceptés.\n"
    ),
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("jobs"), dict(POSTINGS))
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 20))


# The posting that answers, and words of the answer.
FACTS = [
    ("Which programming languages must I know for the WINDEV job?", "dev", "WINDEV et Python"),
    ("quels langages de programmation chez Atelier Numérik ?", "dev", "WINDEV et Python"),
    ("what software do they use at Atelier Numérik?", "dev", "GMAO Coswin"),
    ("who looks after the intern in Tangier?", "stage", "Ilham Rami"),
    ("au stage, qui s'occupe du stagiaire ?", "stage", "Ilham Rami"),
    ("à Reims, je serais sous les ordres de qui ?", "macon", "chef Sanogo"),
    ("how heavy is the stuff I carry in Reims?", "macon", "25 kg"),
    ("quel poids à porter à Reims ?", "macon", "25 kg"),
    ("c'est quoi les horaires à Reims", "macon", "8h-12h et 13h-16h"),
    ("c'est quoi les horaires du cariste à Lens", "cariste", "2×8"),
    ("how long is one shift in Reims?", "macon", "poste en 7h"),
    ("what is the daily allowance when I work away in Lens?", "cariste", "87 EUR per day"),
    ("quelle est l'indemnité de grand déplacement à Lens ?", "cariste", "87 EUR par jour"),
    ("do they cover my expenses in Reims?", "macon", "Frais pris en charge"),
    ("email to send my file for the internship?", "stage", "stage@maindanslamain.example"),
    ("le mail pour envoyer mon dossier de stage ?", "stage", "stage@maindanslamain.example"),
    ("C'est quoi la date limite du stage ?", "stage", "pas fixé de date limite"),
    ("what is the deadline of the internship?", "stage", "pas fixé de date limite"),
    ("Do I have to be Mauritanian for the water consultancy?", "consultant", "nationals of Mauritania only"),
    ("faut-il être mauritanien pour Basin Fund ?", "consultant", "nationals of Mauritania only"),
    ("Which post is about shea butter and what's the work?", "karite", "certification du beurre de karité"),
    ("kel boulot c pour vendre du beurre de karite et chercher des acheteurs", "karite", "acheteurs à Cotonou"),
    ("What does the intern in Tangier do?", "stage", "Filmer les ateliers"),
    ("When are the interviews of Basin Fund?", "consultant", "28 November 2026"),
    ("what do i put in subject of email for basin fund", "consultant", "GW-07 Basin"),
    ("Must I live in Nouakchott for the water consultancy?", "consultant", "anywhere in the country"),
]


@pytest.mark.parametrize(("question", "posting", "words"), FACTS)
def test_the_posting_says(asked: Assistant, question: str, posting: str, words: str) -> None:
    answer = asked.ask(question)
    assert not answer.abstained, answer.text
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}, answer.text
    assert words in answer.text


SETS = [
    ("J'en ai assez de l'intérim, je veux un CDI. Lesquels ?", {"dev"}),
    ("I'm fed up with temp work and want a permanent contract: which ones?", {"dev"}),
    ("I'm about to finish my master's. Which jobs ask for a degree at that level?", {"consultant", "karite"}),
    ("J'ai un master. Quels postes demandent un diplôme de ce niveau ?", {"consultant", "karite"}),
    ("I have no driving licence. Where is that a deal breaker?", {"dev", "karite"}),
    ("Je n'ai pas le permis. Où est-ce éliminatoire ?", {"dev", "karite"}),
    ("Which jobs close in 2027?", {"dev", "karite"}),
    ("quelles offres ferment en 2027 ?", {"dev", "karite"}),
    ("which jobs close in febuary 2027", {"dev"}),
    ("Quels postes sont à temps partiel ?", {"karite"}),
    ("jobs i can get with zero experience?", {"macon"}),
    ("Which jobs appreciate similar experience without requiring it?", {"cariste"}),
    ("I don't speak English. Which jobs does that rule out, and where is it just nice to have?", {"dev", "cariste"}),
    ("jobs in Benin or Mauritania", {"karite", "consultant"}),
    ("offres au Bénin, en Mauritanie et en France", {"karite", "consultant", "dev", "macon", "cariste"}),
    ("postes au benin ou en mauritanie", {"karite", "consultant"}),
    ("Which ones want a medical check before one starts?", {"consultant"}),
    ("Where could I be my own boss?", {"consultant"}),
    ("Which jobs require a university degree?", {"consultant", "karite"}),
    ("Quels postes n'exigent pas de diplôme universitaire ?", {"dev", "stage", "karite", "cariste", "macon"}),
    ("Which ones are temp-agency (intérim) jobs?", {"macon"}),
    ("Lesquels passent par une agence d'intérim ?", {"macon"}),
    ("Which jobs require both English and a driving licence?", {"dev"}),
    ("Quels postes exigent l'anglais et le permis ?", {"dev"}),
    ("Lesquels demandent un master et le permis ?", {"karite"}),
    ("J'ai la résidence permanente. Quels postes sont au Bénin ?", {"karite"}),
    ("I have permanent residency. Which jobs are in Benin?", {"karite"}),
    ("Quelle annonce propose de se mettre à son compte ?", {"consultant"}),
]


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_whole_set(asked: Assistant, question: str, right: set[str]) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(
    "question", ["Combien d'heures par semaine chez Atelier Numérik ?", "how many hours a week at Atelier Numérik?"]
)
def test_the_hours_of_a_test_are_no_hours_of_work(asked: Assistant, question: str) -> None:
    assert "deux heures" not in asked.ask(question).text


@pytest.mark.parametrize("question", ["I've just passed my master. Which ads want one?", "Which days is Reims closed?"])
def test_what_is_over_for_the_person_closes_no_posting(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert "closed" not in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Compare the WINDEV job and the shea job: town and deadline",
        "compare atelier numérik n graines d'avenir : ville et date limite",
    ],
)
def test_two_sides_are_compared(asked: Assistant, question: str) -> None:
    answer = asked.ask(question)
    assert answer.kind == "comparison"
    assert {citation.posting for citation in answer.citations} == {"dev.txt", "karite.txt"}
