"""What a person says of themselves beside a question asks for nothing; French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.asking.background import asked_parts, named_first
from assistant.assistant import Assistant
from assistant.domain import Turn
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

PARTS: list[tuple[str, list[str]]] = [
    # a statement, and a question that stands by itself
    ("My English is gone. Which of these ads demand English?", ["Which of these ads demand English?"]),
    (
        "Je rentre m'occuper de mes parents. Quelles annonces parlent de télétravail ?",
        ["Quelles annonces parlent de télétravail ?"],
    ),
    ("Ma sœur m'héberge à Melun : quels postes sont situés à Paris ?", ["quels postes sont situés à Paris ?"]),
    ("j'ai juste le bac, quelles annonces exigent un master ?", ["quelles annonces exigent un master ?"]),
    ("I'm a student, are there any jobs in the Ain?", ["are there any jobs in the Ain?"]),
    ("Recruteur pressé : où l'arabe est-il exigé ?", ["où l'arabe est-il exigé ?"]),
    # two things that are taken up together
    (
        "Ma cliente parle turc et kurde. Qui exige ces deux langues sans exiger le permis ?",
        ["Qui exige turc et kurde sans exiger le permis ?"],
    ),
    ("I speak Dutch and Turkish. Which jobs ask for both?", ["Which jobs ask for Dutch and Turkish?"]),
    ("I speak Dutch. Which jobs ask for both French and English?", ["Which jobs ask for both French and English?"]),
    # which to look at is told before
    ("J'aimerais soigner des enfants malnutris, quelle annonce regarder ?", []),
    ("I'd like to nurse malnourished children, which ad should I look at?", []),
    ("J'aime conduire des camions, quelle offre me conseillez-vous ?", []),
    # somebody whom one advises
    ("Un client a le permis B : quelles offres exigent l'arabe ?", ["quelles offres exigent l'arabe ?"]),
    ("A client of ours drives. Which jobs demand Arabic?", ["Which jobs demand Arabic?"]),
    # behind a comma, with "so" or after a sentence on oneself
    ("I grew up in Leeds, so for which of these is English a must?", ["for which of these is English a must?"]),
    ("Je stresse vite, alors chez qui y a-t-il un test ?", ["chez qui y a-t-il un test ?"]),
    ("On parle arabe à la maison, où est-ce que l'arabe est exigé ?", ["où est-ce que l'arabe est exigé ?"]),
    ("I've just learned Python, so where do I have to know it?", ["where do I have to know Python?"]),
    (
        "My papers come on 10 December 2026, so which close later than that?",
        ["which close later than 10 December 2026?"],
    ),
    # a last sentence asks, whatever it begins with
    ("I'm 52 and still ride. OASIS sets what age limit?", ["OASIS sets what age limit?"]),
    ("J'ai 52 ans. La coopérative fixe quel âge maximum ?", ["La coopérative fixe quel âge maximum ?"]),
    # what is wished for behind "so", where the question only asks which
    (
        "J'ai un an derrière moi, donc je veux celles qui demandent un an. C'est lesquelles ?",
        ["est lesquelles, je veux celles qui demandent un an ?"],
    ),
    (
        "I have one year behind me, so I want those that ask for one. Which ones?",
        ["Which ones, I want those that ask for one ?"],
    ),
    # a contract is taken up as other things are
    (
        "La banque ne me prête rien sans CDI… quelles annonces en proposent un ?",
        ["quelles annonces proposent CDI ?"],
    ),
    # … but not where the question leans on it
    ("I can't choose between Safi and Agadir, so how do they differ?", []),
    ("Je vis en Ardèche, alors combien de postes y sont ?", []),
    # behind the question
    (
        "combien d'annonces demandent 5 ans d'expérience ? j'en ai zéro",
        ["combien d'annonces demandent 5 ans d'expérience ?"],
    ),
    ("Quels postes sont réservés aux nationaux ? Je suis béninois.", ["Quels postes sont réservés aux nationaux ?"]),
    # what names a posting may stand in the sentence of the question
    (
        "Je suis autodidacte. Le poste de développeur à Nice, quel diplôme demande-t-il ?",
        ["Le poste de développeur à Nice, quel diplôme demande-t-il ?"],
    ),
    # pronouns give way to what they take up
    ("Docker - I learned it in a bootcamp. Who insists on it?", ["Who insists on Docker?"]),
    ("I know KoboToolbox well. Where does that count?", ["Where does KoboToolbox count?"]),
    ("j'ai le permis B et rien d'autre : qui l'exige ?", ["qui exige le permis B ?"]),
    ("Je parle mal anglais : lesquels ne l'exigent pas ?", ["lesquels ne exigent pas anglais ?"]),
    ("I only have three years behind me. Which ask for more than that?", ["Which ask for more than three years?"]),
    (
        "Je rentre le 4 janvier 2027. Lesquelles ferment après ce jour-là ?",
        ["Lesquelles ferment après 4 janvier 2027 ?"],
    ),
    ("I am back on 4 January 2027. Which close after that day?", ["Which close after 4 January 2027?"]),
    # the question says itself what it takes up
    (
        "I work in French. Which offers ask for English, and for which is it a plus?",
        ["Which offers ask for English, and for which is it a plus?"],
    ),
    # it leans on the person, on a condition, or on what they look for
    ("J'ai 3 ans d'expérience. Quels postes puis-je viser ?", []),
    ("If I don't speak English, which jobs in Rabat are left?", []),
    ("Je cherche un poste à Rabat. Lesquels demandent l'anglais ?", []),
    ("My duty station should be Ottawa. Which positions can be based there?", []),
    ("I only accept permanent contracts: which jobs require English?", []),
    ("Je veux un CDI. Quels postes sont situés à Dakar ?", []),
    ("Il me faut un temps partiel, quels postes demandent le français ?", []),
    ("J'aimerais travailler à Tunis. Quels postes demandent l'anglais ?", []),
    ("I need at least 500 euros a month. Which jobs require English?", []),
    ("J'ai besoin d'un logement. Quels postes sont situés à Dakar ?", []),
    ("J'habite à Dakar. Quels postes sont dans ma ville ?", []),
    ("I'm only free from February. Which jobs start then?", []),
    # what follows asks for more, or for less
    ("Which jobs require English? I only want part-time ones.", []),
    ("Quel est le salaire à Béni Mellal ? J'aimerais aussi connaître la date limite.", []),
    ("What is the pay at SBF? I also need the documents.", []),
    # several things that a pronoun may stand for
    ("J'ai le permis et un master. Qui les exige ?", ["Qui exige le permis et un master ?"]),
    ("I have a degree. I speak English. Who asks for one?", []),
    (
        "Je n'ai que deux ans d'expérience. Quels postes demandent moins que ça ?",
        ["Quels postes demandent moins de deux ans ?"],
    ),
    ("J'ai des questions sur le poste d'Azilal, à qui les poser ?", []),
    ("Je suis comptable. Chez Enabel, quels postes exigent l'arabe ?", ["Chez Enabel, quels postes exigent l'arabe ?"]),
    ("I have a degree and little else. Compare the pay in Sfax and Safi.", ["Compare the pay in Sfax and Safi."]),
    ("J'habite loin. Compare la paye à Sfax et à Safi.", ["Compare la paye à Sfax et à Safi."]),
    ("I can't move. Which jobs are in Paris or its suburbs?", ["Which jobs are in Paris or its suburbs?"]),
    # nothing is said of the person
    ("Chez Enabel, quels postes exigent l'arabe ?", []),
    ("Which jobs require English? And which are in Rabat?", []),
    ("Quels postes exigent l'arabe ?", []),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_what_is_asked(text: str, parts: list[str]) -> None:
    assert asked_parts(text) == parts


TURNED = [
    ("The Safi job: when does it close?", "when does it close, The Safi job ?"),
    ("Le poste d'Agadir – combien paie-t-il ?", "combien paie-t-il, Le poste d'Agadir ?"),
    ("When does the Safi job close?", ""),
    ("My English is poor: which jobs do without?", ""),
    ("Is it in Safi: yes or no?", ""),
]


@pytest.mark.parametrize(("text", "turned"), TURNED)
def test_a_name_before_a_question(text: str, turned: str) -> None:
    assert named_first(text) == turned


TEXTS = {
    "water.txt": (
        "Water Officer\n\nOrganisation: Blue Wells\nLocation: Tamale\n\nRequirements\n- Fluent English\n"
        "- Nationals of Ghana only\n- Five years of experience\n- Driving licence B\n\n"
        "Conditions\nThree-month trial period. Work at weekends. Pay: 6,000 GHS per month. Two positions.\n"
        "Selection: a written test.\nDeadline: 3 December 2026.\n"
    ),
    "soin.txt": (
        "Infirmier (H/F)\n\nOrganisation : Dispensaire du Port\nLieu : Dakar\n\nProfil\n- Anglais souhaité\n"
        "- Nationalité sénégalaise ou titre de séjour en cours de validité\n- Débutants acceptés\n\n"
        "Vos missions\n- Faire les pansements\n\nConditions\n"
        "Travail de nuit. Un jour de télétravail n'a pas de sens ici. Supervise 2 aides-soignants.\n"
        "Sélection : un test pratique. Les frais de car pour venir à l'entretien sont remboursés.\n"
        "Date limite : 20 décembre 2026.\n"
    ),
    "texte.txt": (
        "Rédacteur (H/F)\n\nOrganisation : Atelier des Mots\nLieu : Thiès\n\nProjet « Lire au village demain »\n"
        "Le travail de rédaction se fait à domicile. Âge : 45 ans au plus. Acompte de paye à la semaine si besoin.\n"
        "Date limite : 7 décembre 2026.\n"
    ),
}

SETS: list[tuple[str, set[str]]] = [
    ("I left shift work behind for my kids. Which postings have work at night or at weekends?", {"water", "soin"}),
    ("Mes enfants sont petits. Quels postes ont du travail de nuit ou le week-end ?", {"water", "soin"}),
    ("My passport is Ivorian. Which posts are open only to nationals?", {"water"}),
    ("Quels postes sont réservés aux nationaux, donc fermés aux étrangers ?", {"water"}),
    ("Quels postes sont réservés aux nationaux du pays ? Je suis béninois.", {"water"}),
    ("How many of the ads recruit more than one person?", {"water"}),
    ("Quelles annonces recrutent plusieurs personnes ?", {"water"}),
    ("I panic in exams: which recruitments include a written test?", {"water"}),
    ("Quels recrutements comportent une épreuve écrite ?", {"water"}),
    ("Je garde ma mère. Dans quelles annonces le travail se fait-il en partie à domicile ?", {"texte"}),
    ("Which jobs can be done partly from home?", {"texte"}),
    ("Which applications close between 1 and 7 December 2026?", {"water", "texte"}),
    ("Quelles offres ferment entre le 15 et le 25 décembre ?", {"soin"}),
    ("Quels contrats ont trois mois de période d'essai ?", {"water"}),
    ("Which contracts have a trial period of three months?", {"water"}),
    ("Which ads don't give any figure at all for the pay?", {"soin", "texte"}),
    ("Which ads don't mention a degree but require English?", {"water", "soin"}),
    ("Quelles offres ferment entre le 1er décembre 2026 et le 15 janvier 2027 ?", {"water", "soin", "texte"}),
    ("Which applications close between December 1 and December 5?", {"water"}),
    ('Which jobs say "Three-month trial period"?', {"water"}),
    ("J'ai 20 ans et trois ans d'expérience. Quels postes puis-je viser ?", {"soin"}),
    ("quels boulots donnent une avance de paie chaque semaine ?", {"texte"}),
    ("Which pay back the fare to the interview?", {"soin"}),
    ("I grew up in Thiès, so for which of these jobs is English a must?", {"water", "soin"}),
    ("I like my evenings free, so which of these jobs have work at weekends?", {"water"}),
    ("Je stresse vite, alors chez qui il y a une épreuve écrite ?", {"water"}),
    ("j'ai trois ans derrière moi. Quelles annonces demandent plus d'années d'expérience que ça ?", {"water"}),
]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("background")
    with hash_store(made / "store") as store:
        index_folder(store, write_files(made / "in", TEXTS))
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(("question", "right"), SETS)
def test_the_set_that_is_asked_for(question: str, right: set[str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {match.posting.removesuffix(".txt") for match in answer.matches} == right, answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("I live in Thiès, so which of these jobs require English?", "Not taken for a condition: “I live in Thiès”"),
        ("I live in Thiès. Which jobs require English?", "Not taken for a condition: “I live in Thiès”"),
        ("Quels postes demandent l'anglais ? Je le parle mal.", "Pas pris comme condition : « Je le parle mal »"),
    ],
)
def test_what_is_no_condition_is_said(question: str, says: str, asked: Assistant) -> None:
    assert says in asked.ask(question).text


OF_ONE: list[tuple[str, str, str]] = [
    ("I have no driving licence, can I still get the Tamale job?", "water", "No, it is required"),
    ("J'ai pas le permis, je peux quand même postuler à Tamale ?", "water", "Non, c'est exigé"),
    ("The Tamale job: how long is the trial period?", "water", "Three-month trial period"),
    ("Quelle est la date limite pour « Lire au village demain » ?", "texte", "7 décembre 2026"),
    ("en quoi consiste le boulot d'infirmier à Dakar", "soin", "Faire les pansements"),
    ("last day to send an application to Blue Wells?", "water", "3 December 2026"),
    ("j'ai eu 50 ans en juin, est-ce que je peux postuler à Thiès ?", "texte", "45 ans au plus"),
    # a last sentence, asked of the posting that stands before it
    ("I mean to send my papers to Blue Wells. What is the last day?", "water", "3 December 2026"),
    ("Je compte envoyer mon dossier au Dispensaire du Port. Quel est le dernier délai ?", "soin", "20 décembre 2026"),
    ("Blue Wells wants somebody in Tamale. Tell me what I would earn.", "water", "6,000 GHS"),
    ("Le poste de Thiès me tenterait. Dites-moi quel est l'âge maximum.", "texte", "45 ans au plus"),
    ("The water officer opening interests me. How long must I have worked already?", "water", "Five years"),
    ("Blue Wells is hiring. How long should candidates have worked?", "water", "Five years"),
    ("Tell me the place: where would the water officer work?", "water", "Tamale"),
]


@pytest.mark.parametrize(("question", "posting", "says"), OF_ONE)
def test_what_is_asked_of_one(question: str, posting: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert {citation.posting for citation in answer.citations} == {f"{posting}.txt"}, answer.text
    assert says in answer.text


GOING_ON: list[tuple[str, str, set[str], str]] = [
    ("Which jobs require English?", "I come from Midelt and I'm late. Which of those are still open?", {"water"}, ""),
    ("Quels postes demandent l'anglais ?", "Je suis de Midelt. Lesquels de ceux-là sont de nuit ?", {"soin"}, ""),
    ("Tell me about the Tamale job.", "I come from Midelt and I'd move. What does it pay?", {"water"}, "6,000 GHS"),
    ("Parle-moi du poste de Dakar.", "Je suis de Midelt. Est-ce que c'est de nuit ?", {"soin"}, "Travail de nuit"),
    # the same of another
    ("What is the deadline for the Tamale job?", "Same question for Dakar", {"soin"}, "20 December 2026"),
    ("Quelle est la date limite à Tamale ?", "Même question pour Thiès.", {"texte"}, "7 décembre 2026"),
    ("What is the deadline for the Dakar job?", "and the ghana one", {"water"}, "3 December 2026"),
    ("Quelle est la date limite à Dakar ?", "et ghana ??", {"water"}, "3 décembre 2026"),
    # some of those that were shown
    ("Which jobs have a deadline in December?", "only in Senegal please", {"soin", "texte"}, ""),
    ("Quels postes ferment en décembre ?", "au Sénégal seulement, lesquels ?", {"soin", "texte"}, ""),
    ("Quels postes sont au Sénégal ?", "et de nuit ?", {"soin"}, ""),
    ("Quels postes sont au Sénégal ?", "Lesquels demandent l'anglais ?", {"soin"}, ""),
]


@pytest.mark.parametrize(("before", "question", "postings", "says"), GOING_ON)
def test_what_is_said_before_a_further_question(
    before: str, question: str, postings: set[str], says: str, asked: Assistant
) -> None:
    answer = asked.ask(question, (Turn("user", before),))
    named = {match.posting for match in answer.matches} or {citation.posting for citation in answer.citations}
    assert {name.removesuffix(".txt") for name in named} == postings, answer.text
    assert says in answer.text


TOLD: list[tuple[str, str]] = [
    ("I'd love to dress wounds all day. Which of these jobs would suit me?", "soin"),
    ("J'aimerais soigner des gens et faire des pansements. Quelle annonce serait pour moi ?", "soin"),
    ("faire des pansements la nuit, quelle annonce ?", "soin"),
]


@pytest.mark.parametrize(("question", "posting"), TOLD)
def test_what_the_person_would_like_to_do(question: str, posting: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "open", answer.text
    assert answer.citations[0].posting == f"{posting}.txt", answer.text


@pytest.mark.parametrize(
    "question",
    [
        "I might settle in Dakar. What does one pay to rent a flat there?",
        "Je pense m'installer à Dakar. Combien y paie-t-on pour louer un appartement ?",
        "Je serai à Dakar demain. Y aura-t-il de la pluie ou du soleil ?",
        "I'll be in Dakar tomorrow. Is it going to rain?",
        "loyer T2 dakar ?",
        "salaire chauffeur geneve",
    ],
)
def test_what_no_posting_tells(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "outside", answer.text
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "How do the Dakar and Thiès jobs differ in deadline?",
        "En quoi se distinguent les postes de Dakar et de Thiès : date limite ?",
        "Put the Dakar and Thiès jobs next to each other: deadline.",
    ],
)
def test_more_ways_to_compare(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "comparison", answer.text
    assert {citation.posting for citation in answer.citations} == {"soin.txt", "texte.txt"}
