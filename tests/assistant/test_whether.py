"""A yes or no about one posting, which post an employer offers, and the days that are left: French beside English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from tests.support import hash_store, matched, write_files

POSTINGS = {
    "miel.txt": (
        "Apiculteur (H/F)\n\nOrganisation : Ruches du Dadès\nLieu : Boumalne\nPays : Maroc\n"
        "CDD de 6 mois, à mi-temps\nPrise de fonction en février\nSalaire : 3 200 MAD net par mois\n\n"
        "Profil\n- Trois ans d'expérience exigés\n- Le permis B serait un atout\n\n"
        "Candidature\nJoindre un CV et une copie du diplôme. Inutile de joindre une lettre de motivation.\n"
        "À déposer à l'accueil avant le 4 décembre 2026.\n"
    ),
    "lac.txt": (
        "Finance Officer\n\nOrganization: Lake Fishers Union\nLocation: Kisumu\nCountry: Kenya\n"
        "Permanent position\nStart date: 1 March 2027\nSalary: 90,000 KES gross per month\n\n"
        "Requirements\n- At least two years of experience\n- A valid driving licence\n\n"
        "How to apply\nSend your CV and a cover letter to jobs@fishers.example by 20 December 2026.\n"
    ),
    "port.txt": (
        "Gardien\n\nOrganisation : Commune de Sédhour\nLieu : Sédhour\nPays : Sénégal\nCDD d'un an\n\n"
        "Profil\n- Débutants acceptés\n\nCandidature\n"
        "Plis à déposer à la mairie, au plus tard le 20 novembre 2026.\n"
    ),
    "ecole.txt": (
        "Cuisinier (H/F)\n\nOrganisation : École des Palmes\nLieu : Zagora\nPays : Maroc\nCDI\n\n"
        "Candidature\nCV à rh@palmes.example. L'annonce reste ouverte jusqu'à ce que le poste soit pourvu.\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("question", "posting", "begins", "said"),
    [
        # a place that may be in no posting
        ("Le poste d'apiculteur est-il à Lyon ?", "miel", "Non", "Boumalne"),
        ("Is the beekeeper job in Lyon?", "miel", "No", "Boumalne"),
        ("L'offre de Ruches du Dadès se trouve à Kisumu ?", "miel", "Non", "Boumalne"),
        ("Is the Lake Fishers Union job based in Kisumu?", "lac", "Yes", "Kisumu"),
        ("Est-ce que le poste de Lake Fishers Union est au Kenya ?", "lac", "Oui", "Kisumu"),
        # what the job is
        ("L'offre de Ruches du Dadès, c'est un poste de chauffeur ?", "miel", "Non", "Apiculteur"),
        ("Is the Lake Fishers Union opening a finance job?", "lac", "Yes", "Finance Officer"),
        ("L'annonce de Boumalne, c'est pour un poste de chauffeur ?", "miel", "Non", "Apiculteur"),
        ("L'offre de Boumalne recherche un apiculteur ?", "miel", "Oui", "Apiculteur"),
        ("Is the ad in Kisumu for a nurse?", "lac", "No", "Finance Officer"),
        ("Is the opening in Kisumu looking for a finance officer?", "lac", "Yes", "Finance Officer"),
        ("Is the job in Kisumu a job as a mechanic?", "lac", "No", "Finance Officer"),
        # how long, and whether for good
        ("Le poste d'apiculteur, c'est un contrat d'un an ?", "miel", "Non", "6 mois"),
        ("Is the beekeeper contract for six months?", "miel", "Yes", "6 mois"),
        ("Is the beekeeper contract permanent?", "miel", "No", "CDD"),
        ("Le contrat chez Lake Fishers Union est un CDI ?", "lac", "Oui", "Permanent"),
        # years that are enough, or are not
        ("Un an d'expérience suffit pour l'apiculteur ?", "miel", "Non", "Trois ans"),
        ("Is one year of experience enough for the beekeeper job?", "miel", "No", "Trois ans"),
        ("Are three years of experience enough at Lake Fishers Union?", "lac", "Yes", "two years"),
        # what is only a plus is not needed
        ("Faut-il absolument le permis chez Ruches du Dadès ?", "miel", "Non", "atout"),
        ("Do I absolutely need a driving licence to be the beekeeper?", "miel", "No", "atout"),
        ("Do I need a driving licence for the job in Kisumu?", "lac", "Driving licence", "valid driving licence"),
        # papers
        ("Dois-je joindre une lettre de motivation pour le poste d'apiculteur ?", "miel", "Non", "Inutile"),
        ("Must I enclose a cover letter for the job in Kisumu?", "lac", "Yes", "cover letter"),
        # whether it is too late
        ("Je peux encore déposer mon dossier à la mairie de Sédhour ?", "port", "Non", "20 novembre"),
        ("Est-ce que je peux encore envoyer ma candidature pour le poste de gardien ?", "port", "Non", "20 novembre"),
        ("Can I still hand in my application in Kisumu?", "lac", "Yes", "20 December"),
        # no day, but until the post is filled
        ("Jusqu'à quand peut-on postuler à l'École des Palmes ?", "ecole", "Pas de date", "pourvu"),
        ("Until when is the cook job at École des Palmes open?", "ecole", "No date", "pourvu"),
        ("is the finance job in kisumu still open??", "lac", "Yes", "20 December"),
        ("Quelle entreprise embauche le gardien ?", "port", "Organisation", "Sédhour"),
        # which post it is
        ("Quel poste propose Ruches du Dadès ?", "miel", "Poste", "Apiculteur"),
        ("What position is Lake Fishers Union trying to fill in Kisumu?", "lac", "Job", "Finance Officer"),
        ("c koi le poste proposé par la commune de Sédhour ?", "port", "Poste", "Gardien"),
        ("Which role does Lake Fishers Union advertise?", "lac", "Job", "Finance Officer"),
        ("Ruches du Dadès recrute pour quel poste ?", "miel", "Poste", "Apiculteur"),
        ("Ruches du Dadès recrute pour quel poste exactement ?", "miel", "Poste", "Apiculteur"),
        ("Ruches du Dadès cherche qui ?", "miel", "Poste", "Apiculteur"),
        ("L'annonce de Boumalne, c'est pour quel métier ?", "miel", "Poste", "Apiculteur"),
        ("hi what position is it at Lake Fishers Union", "lac", "Job", "Finance Officer"),
        ("Who is Lake Fishers Union looking for?", "lac", "Job", "Finance Officer"),
        ("What are they hiring for at Lake Fishers Union?", "lac", "Job", "Finance Officer"),
        ("Could you tell me what position Lake Fishers Union is advertising?", "lac", "Job", "Finance Officer"),
        ("Tell me who Lake Fishers Union is looking for.", "lac", "Job", "Finance Officer"),
        ("Pouvez-vous me dire quel poste propose Ruches du Dadès ?", "miel", "Poste", "Apiculteur"),
        ("Is it a finance officer that Lake Fishers Union is after?", "lac", "Job", "Finance Officer"),
        ("Est-ce bien un apiculteur que Ruches du Dadès recherche ?", "miel", "Poste", "Apiculteur"),
    ],
)
def test_one_posting(assistant: Assistant, question: str, posting: str, begins: str, said: str) -> None:
    answer = assistant.ask(question)
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}
    assert answer.text.startswith(begins)
    assert any(said in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Quelles offres ont une date limite qui n'est pas encore passée ?", "lac miel"),
        ("Which postings give a closing date that is still ahead of us?", "lac miel"),
        ("Which postings give a closing date that is still ahead of us, as of 30 November 2026?", "lac miel"),
        ("Quelles offres sont encore ouvertes ?", "ecole lac miel"),
        ("Pour quelles offres ai-je encore au moins deux semaines pour postuler ?", "lac"),
        ("Which leave me more than 10 days to apply?", "lac"),
        ("Combien d'offres ferment entre aujourd'hui et le 10 décembre 2026 ?", "miel"),
        ("Which close between now and 25 December?", "lac miel"),
        ("What has a deadline between today (30 November 2026) and 10 December 2026?", "miel"),
        ("Which start between now and 10 March 2027?", "lac"),
        ("Quelles annonces disent quand on commence à travailler ?", "lac miel"),
        ("How many ads say when the work starts?", "lac miel"),
        ("Which jobs start in February?", "miel"),
        ("Quels postes commencent en mars ?", "lac"),
        ("Pour quels postes deux ans d'expérience suffisent-ils ?", "lac port"),
        ("For which jobs is one year of experience enough?", "port"),
        ("Which jobs does the Lake Fishers Union offer?", "lac"),
        # kinds of employers
        ("Quelles offres viennent d'une mairie ?", "port"),
        ("Which jobs are with a town or city council?", "port"),
        ("Quels postes dans une école ou une mairie ?", "ecole port"),
        ("Which postings come from a school?", "ecole"),
        ("Quelles offres viennent d'une ONG ?", ""),
        # words of titles
        ("Quelles annonces ont le mot « cuisinier » dans leur intitulé ?", "ecole"),
        ('Which ads have the word "officer" or "gardien" in the title?', "lac port"),
        ("Combien d'annonces cherchent un ou une finance officer ?", "lac"),
        ("How many finance officer or beekeeper jobs are there?", "lac miel"),
        ("Je suis cuisinier, quelles offres sont pour moi ?", "ecole"),
        # what is set against it, or said of every kind of it
        ("Which vacancies are for a fixed period only, as opposed to a permanent contract?", "miel port"),
        ("Quelles offres sont en CDD plutôt qu'en CDI ?", "miel port"),
        ("Dans quelles offres le permis est-il exigé, que ce soit voiture, camion ou moto ?", "lac miel"),
        # both counted
        ("Combien d'annonces parlent d'un permis de conduire, exigé ou souhaité ?", "lac miel"),
        ("How many ads mention a driving licence, required or a plus?", "lac miel"),
        # so many years, or that many and more
        ("Quelles annonces demandent trois ans d'expérience ?", "miel"),
        ("Which jobs require two years of experience?", "lac"),
        ("Which jobs require at least two years of experience?", "lac miel"),
        ("Quels postes demandent deux ans d'expérience ou plus ?", "lac miel"),
        ("I'm just out of school. Which jobs ask for two years of experience at most, or none?", "lac port"),
    ],
)
def test_sets(assistant: Assistant, question: str, right: str) -> None:
    assert matched(assistant.ask(question)) == right


@pytest.mark.parametrize(
    ("question", "first"),
    [
        # of those alone that fulfil what else is asked
        ("Parmi les CDD, lequel est le plus court ?", "miel"),
        ("Parmi les CDD, lequel est le plus long ?", "port"),
        ("Of the contracts with a fixed length, which one is the longest?", "port"),
        ("Which fixed-term job pays the most?", "miel"),
        ("Which permanent job pays the most?", "lac"),
        ("Quel CDD demande le plus d'expérience ?", "miel"),
        ("Which open job leaves me the most time before its deadline?", "lac"),
        ("Laquelle me laisse le plus de temps pour postuler ?", "lac"),
    ],
)
def test_the_first_of_some(assistant: Assistant, question: str, first: str) -> None:
    answer = assistant.ask(question)
    assert answer.kind == "ranking"
    assert [match.posting for match in answer.matches] == [f"{first}.txt"]


@pytest.mark.parametrize(
    "question", ["Which internship pays the most?", "Quel stage paie le mieux ?", "Which closed job pays the most?"]
)
def test_there_is_no_first_of_none(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.matches == ()
    assert answer.citations == ()


@pytest.mark.parametrize("question", ["Is the job in Kisumu in HR?", "Le poste de Lake Fishers Union est-il en RH ?"])
def test_short_words_are_no_place(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).text.startswith(("No:", "Non :"))
