"""Questions as people put them, which read otherwise than they are meant; French and English beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.domain import Answer
from assistant.indexing import index_folder
from tests.support import hash_store, write_files

TEXTS = {
    "agro.txt": (
        "Ingénieur agronome (H/F)\n\nOrganisation : Fondation Kivu Vert\nLieu : Bukavu\n\nVos missions\n"
        "- Former les planteurs\n\nProfil\n- Formation bac+5, type ingénieur ou équivalent\n"
        "- Cinq ans d'expérience exigés\n- Permis de conduire moto en cours de validité\n- L'anglais serait un plus\n\n"
        "Conditions\nCDD d'un an. Salaire : 900 000 FCFA par mois. Logement fourni. Déplacements fréquents.\n\n"
        "Candidature\nÀ déposer sous pli fermé au bureau de la Fondation, 18 avenue des Manguiers, Bukavu. "
        "Pour toute question : Mme Balde, au 33 000 00 47.\n"
    ),
    "sage.txt": (
        "Sage-femme superviseure\n\nOrganisation : Baobab Santé\nLieu : Kolda\n\n"
        "Votre travail au quotidien. Vous passez dans onze postes de santé et observez les consultations. "
        "Vous formez les matrones.\n\nProfil\n- Diplôme d'État de sage-femme obligatoire\n- Permis B exigé\n"
        "- Une expérience de KoboToolbox serait appréciée\n\nConditions\nCDI. Salaire : 450 000 XAF par mois.\n"
        "Nos locaux ne sont pas accessibles aux fauteuils roulants.\n"
    ),
    "finance.txt": (
        "Finance Officer\n\nOrganisation: Harbour Fields\nLocation: Brussels\n\nRequirements\n- Excellent English\n"
        "- Hands-on experience with ODK\n- Three years of experience\n\nThe post answers to the Country Director.\n"
        "Reports to donors are in English.\n\nContract: permanent. Belgian nationals only.\n\n"
        "Selection process:\n- Call with the agency\n- Written test\n\n"
        "For any question about the post, write to Ms Ama, ama@harbour.example.\n"
    ),
    "comms.txt": (
        "Communications Officer\n\nOrganisation: Open Shores\nLocation: Athens\n\nYou write our news with Canva.\n\n"
        "We don't ask for a degree, and no driving licence is needed. Some English would be a bonus.\n"
        "Seasonal contract, from May to September. Horaire en 2x8 : 5h-13h/13h-21h. The maison mère is in Lyon.\n"
    ),
}


ENGLISH = {"finance": "required", "agro": "asset", "comms": "asset"}
WITHOUT_ENGLISH = {"agro": "asset", "comms": "asset", "sage": "none"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("plain")
    (made / "in").mkdir()
    write_files(made / "in", TEXTS)
    with hash_store(made / "store") as store:
        index_folder(store, made / "in")
        yield Assistant(store, lambda: date(2026, 11, 27))


def _matched(answer: Answer) -> dict[str, str]:
    return {match.posting.removesuffix(".txt"): match.modality for match in answer.matches}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # both at once, in other words than "required" and "plus"
        ("Pour quels postes l'anglais est-il exigé, et où est-ce seulement un bonus ?",
         {"finance": "required", "agro": "asset", "comms": "asset"}),
        ("Which jobs can't be had without English, and which merely like it?",
         {"finance": "required", "agro": "asset", "comms": "asset"}),
        ("Where is English compulsory, and where is it only welcome?",
         {"finance": "required", "agro": "asset", "comms": "asset"}),
        # a choice that takes any licence
        ("Where is a licence to drive (car, lorry or motorbike) needed?", {"agro": "required", "sage": "required"}),
        ("For which do I need a driving licence (car or whatever)?", {"agro": "required", "sage": "required"}),
        ("Pour quels postes faut-il le permis (voiture, moto ou autre) ?", {"agro": "required", "sage": "required"}),
        ("faut le permis pour lesquels (voiture ou moto)", {"agro": "required", "sage": "required"}),
        ("For which jobs must I hold a driving licence, whether for a car or a motorbike?",
         {"agro": "required", "sage": "required"}),
        # words that stand beside the conditions
        ("I can't drive at all. Which jobs don't oblige me to hold a driving licence?",
         {"finance": "none", "comms": "none"}),
        ("My strong point is English: where is it a must, where a plus?",
         {"finance": "required", "agro": "asset", "comms": "asset"}),
        ("Dans quels postes est-on amené à se déplacer ?", {"agro": "stated"}),
        # what the person has, and what is asked
        ("J'ai à peine deux ans d'expérience : lesquels en demandent quatre ou plus ?", {"agro": "required"}),
        ("i never got any diploma, which jobs dont ask for one", {"comms": "none", "finance": "none"}),
        ("jai aucune experience, quelles offres n'en exigent pas", {"comms": "none", "sage": "asset"}),
        ("Je ne veux que du CDI : lesquelles me conviennent ?", {"sage": "stated", "finance": "stated"}),
        # kinds of contract in brackets
        ("quels boulots sont temporaires (interim, cdd, saison..)", {"agro": "stated", "comms": "stated"}),
        # a level, and the kind of school beside it
        ("Which ones want an engineering degree?", {"agro": "required"}),
        # what one must have is no more what one has than « il faut avoir »
        ("Where must I have a master's degree?", {"agro": "required"}),
        ("Où dois-je avoir un master ?", {"agro": "required"}),
        # francs of either union
        ("quelles offres paient en fcfa", {"agro": "stated", "sage": "stated"}),
        # either tool
        ("kobo or odk experience - who wants it", {"finance": "required", "sage": "asset"}),
        ("I know KoboToolbox well. Where does that count?", {"sage": "asset"}),
        ("Which employers would give me somewhere to live at their expense?", {"agro": "stated"}),
        # several places, known and unknown
        ("offres à Bukavu ou Kolda", {"agro": "stated", "sage": "stated"}),
        ("jobs in Brussels, Athens and Kolda?", {"finance": "stated", "comms": "stated", "sage": "stated"}),
        ("Quelles offres sont à Rabat ou Kolda ?", {"sage": "stated"}),
        ("jobs in Casablanca or Rabat?", {}),
        ("jobs in Athens or in Casablanca?", {"comms": "stated"}),
        ("offres à Rabat ou à Bukavu", {"agro": "stated"}),
        ("offres en dehors d'Athènes", {"agro": "none", "sage": "none", "finance": "none"}),
        ("jobs outside Athens", {"agro": "none", "sage": "none", "finance": "none"}),
        # what a word of the question is to the name of an employer, and what the person does meanwhile
        ("Which of these jobs would have me travelling for work?", {"agro": "stated"}),
        ("Je suis encore en études : quelles offres sont des CDD ?", {"agro": "stated", "comms": "stated"}),
        # of which kind a licence is
        ("ou est ce quon demande le permis moto", {"agro": "required"}),
        ("Which want a motorbike licence?", {"agro": "required"}),
        ("For which posts must I be able to drive a car?", {"sage": "required"}),
        # either of two things
        ("déplacements ou logement, où ?", {"agro": "stated"}),
        # a thing that is taken up again behind what was said of it
        ("My English is weak: which of these do not ask for any?", WITHOUT_ENGLISH),
        ("Mon anglais est faible, lesquels n'en demandent aucun ?", WITHOUT_ENGLISH),
        ("Which can't I get without English, and where is it just nice to have?", ENGLISH),
        # parts of the world by what is said of their countries
        ("which are in an African country?", {"agro": "stated", "sage": "stated"}),
        ("quels postes sont dans un pays européen ?", {"comms": "stated", "finance": "stated"}),
        # one job or another, each by its whole name
        ("Any jobs for a pastry chef or a midwife?", {"sage": "stated"}),
        ("midwife or agronomist jobs", {"agro": "stated", "sage": "stated"}),
        ("des postes de sage femme ?", {"sage": "stated"}),
        ("des postes de chef pâtissier ou de sage-femme ?", {"sage": "stated"}),
        # years in other words
        ("quels postes veulent au moins 3 ans d'xp", {"agro": "required", "finance": "required"}),
        ("Which want someone with at least four years behind them?", {"agro": "required"}),
    ],
)  # fmt: skip
def test_sets(question: str, right: dict[str, str], asked: Assistant) -> None:
    answer = asked.ask(question)
    assert _matched(answer) == right, answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("À quelle adresse déposer son dossier pour le poste d'agronome à Bukavu ?", "18 avenue des Manguiers"),
        ("a qui je pose mes questions sur le job finance a bruxelles", "ama@harbour.example"),
        ("Who can I contact with questions about the finance job in Brussels?", "ama@harbour.example"),
        ("How does the selection process go at Harbour Fields once I have applied?", "Call with the agency"),
        ("Qui sera le chef du finance officer à Bruxelles ?", "answers to the Country Director"),
        ("I'm Syrian, can I apply to Harbour Fields?", "Belgian nationals only"),
        ("Je suis malienne, puis-je postuler chez Harbour Fields ?", "Belgian nationals only"),
        ("À quoi ressemblent les journées de la sage-femme à Kolda ?", "Vous formez les matrones"),
        ("c quoi le boulot chez Baobab Santé au juste", "Vous formez les matrones"),
        ("what does the midwife do at Baobab Santé", "Vous formez les matrones"),
        ("Does the Bukavu job pay better than the one in Kolda?", "450,000 XAF"),
        ("le poste de Bukavu est-il mieux payé que celui de Kolda ?", "450\u202f000 XAF"),
        ("quel permis pour le poste de sage-femme ?", "Permis B exigé"),
        ("cest quoi les horaires du poste a athenes", "Horaire en 2x8"),
        ("what are the working hours in Athens?", "Horaire en 2x8"),
        ("À quel endroit peut-on déposer son dossier pour le poste de Bukavu ?", "18 avenue des Manguiers"),
        ("until when would the Athens job run?", "from May to September"),
        ("jusqu'à quand le poste d'Athènes dure ?", "from May to September"),
        ("Les locaux de Baobab Santé sont-ils accessibles en fauteuil roulant ?", "pas accessibles aux fauteuils"),
        # a verb, and no noun for postings
        ("What licence does the job Baobab Santé offers in Kolda require?", "Permis B exigé"),
    ],
)
def test_of_one(question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert says in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("à quelle heure finit-on à Kolda ?", "temps de travail"),
        ("At what time does the day end in Kolda?", "a working time"),
        ("at what time does the application period end in Kolda?", "a deadline"),
    ],
)
def test_the_end_of_a_day_is_no_deadline(question: str, says: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "not_stated"
    assert says in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What's the best bank to open an account with in Kolda?",
        "Combien gagne un caissier chez Carrefour ?",
        "How much does a cashier make at Tesco?",
        "How many dirhams do I get for one euro today?",
        "Combien vaut un euro en francs CFA ?",
        "What is the exchange rate of the dinar?",
        "Quel est le taux de change du dirham ?",
        "How much is the rent of a two-room flat in Kolda?",
        "Le loyer d'un studio à Kolda, c'est combien ?",
        "Quel est le cours de l'action de Kolda Santé aujourd'hui ?",
        "What is the share price of Kolda Health today?",
        "Combien coûte la location d'un studio à Kolda ?",
        "How much is it to rent a flat in Kolda?",
        "Est-ce que la vie est chère à Kolda ?",
        # the weather, whatever day and place are named
        "Il va faire quel temps à Kolda ce week-end ?",
        "Il fait quel temps à Kolda ?",
        "Est-ce qu'il pleut beaucoup à Kolda en août ?",
        "Y aura-t-il du soleil à Kolda samedi ?",
        "Is it going to snow in Kolda on Sunday?",
        "How's the weather in Kolda at weekends?",
        # how a dish is made
        "How long do you cook a mushroom risotto?",
        "How long should I roast a chicken?",
        "What's a good recipe for couscous?",
        "Combien de temps cuisent des lentilles ?",
        "Combien de temps il faut pour cuire un gigot ?",
    ],
)
def test_what_no_posting_tells(question: str, asked: Assistant) -> None:
    assert asked.ask(question).kind == "outside"


def test_nationality_is_never_a_yes(asked: Assistant) -> None:
    assert not asked.ask("I'm Syrian, can I apply to Harbour Fields?").text.startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "Any baker jobs?",
        "do you have truck driver jobs",
        "des postes de boulanger ?",
        "Avez-vous des offres de plombier ?",
        "Y a-t-il des postes de soudeur ?",
    ],
)
def test_a_job_that_no_posting_offers_is_found_in_none(question: str, asked: Assistant) -> None:
    answer = asked.ask(question)
    assert answer.kind == "set"
    assert answer.matches == ()
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("By what date must I apply for the midwife job in Kolda?", "does not give a deadline"),
        ("how many yrs of experience for the finance job in brussels", "3 years"),
        ("tell me what the midwife in kolda does", "Vous formez les matrones"),
        ("En quoi consiste le travail d'ingénieur agronome à Bukavu ?", "Former les planteurs"),
        # one of two is no yes or no
        ("CDI ou CDD à Bukavu ?", "un CDD"),
        ("Is the job in Kolda permanent or fixed-term?", "a permanent contract"),
        ("Quelles offres demandent plus de 4 ans d'expérience ?", "plus de 4 ans"),
        ("Which jobs want more than four years of experience?", "more than 4 years"),
        ("stages ou CDD ?", "un stage ou un CDD"),
    ],
)
def test_fields_in_other_words(question: str, says: str, asked: Assistant) -> None:
    assert says in asked.ask(question).text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Où faut-il le permis, et où est-ce juste un plus ?", "Aucune n'en fait un simple atout."),
        ("Which jobs require a driving licence, and for which is it only a plus?", "None makes it only a plus."),
    ],
)
def test_both_were_asked_and_both_are_told(question: str, says: str, asked: Assistant) -> None:
    assert says in asked.ask(question).text


@pytest.mark.parametrize("question", ["CDI ou CDD à Bukavu ?", "Is the job in Kolda fixed-term or permanent?"])
def test_a_choice_is_never_a_yes(question: str, asked: Assistant) -> None:
    assert not asked.ask(question).text.startswith(("Yes", "Oui"))


MANY: list[tuple[str, int, str]] = [
    ("jobs in Brussels, Athens and Kolda?", 1, "- and 2 more: add a place"),
    ("jobs in Brussels, Athens and Kolda?", 2, "- and 1 more: add a place"),
    ("offres à Bukavu ou Kolda", 1, "- et 1 autre : ajoutez un lieu"),
]


@pytest.mark.parametrize(("question", "told", "says"), MANY)
def test_of_very_many_some_are_told_and_all_counted(
    question: str, told: int, says: str, asked: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asked.ask(question)
    monkeypatch.setattr("assistant.answering.sets._TOLD", told)
    answer = asked.ask(f"{question} ")
    assert _matched(answer) == _matched(whole)
    assert len({citation.posting for citation in answer.citations}) == told
    assert says in answer.text
    assert says not in whole.text


FEW = {
    "a.txt": "Comptable\n\nLieu : Goma\nDate limite : 3 mars 2026\n",
    "b.txt": "Master Data Manager\n\nLieu : Goma\nDate limite : 3 mars 2027\n\nVos missions\n- Tenir les bases\n",
}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = tmp_path_factory.mktemp("few")
    with hash_store(made / "store") as store:
        index_folder(store, write_files(made / "in", FEW))
        yield Assistant(store, lambda: date(2026, 11, 27))


def test_of_very_many_the_open_ones_are_told(few: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.answering.sets._TOLD", 1)
    answer = few.ask("Quels postes sont à Goma ?")
    assert [citation.posting for citation in answer.citations] == ["b.txt"]
    assert set(_matched(answer)) == {"a", "b"}


@pytest.mark.parametrize("question", ["Que fait le master data manager ?", "What would the master data manager do?"])
def test_a_word_of_a_title_is_no_degree(question: str, few: Assistant) -> None:
    assert "Tenir les bases" in few.ask(question).text
