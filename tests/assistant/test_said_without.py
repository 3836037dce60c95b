"""What a posting says it does without, how many it speaks of, and where the work is not: asked in either language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.indexing import index_folder
from assistant.mentions import sentences_on
from tests.support import hash_store, posting, write_files

POSTINGS = {
    "oasis.txt": (
        "Animateur de terrain (H/F)\n\nOrganisation : Association Soleil\nLieu : Zagora, Maroc\nCDD de 12 mois\n"
        "Date limite : 10 janvier 2027\nPoste à pourvoir : entre le 1er février et le 15 mars 2027\n\n"
        "Missions\n- Animer une équipe de 6 animateurs.\n- Tenir les listes de câblage des pompes.\n\n"
        "Profil\n- Bac+4 au minimum.\n- Darija courante.\n- 1 WE sur 2 travaillé.\n\n"
        "CE QUI SERAIT UN PLUS\n- Le chant\nCE QUE NOUS NE DEMANDONS PAS\n- l'anglais\n\n"
        "Candidature\nEnvoyer un CV et les coordonnées de deux anciens employeurs à rh@soleil.example.\n"
        "Pas de lettre de motivation. Merci de NE PAS joindre de diplômes.\n"
    ),
    "digital.txt": (
        "Policy Advisor\n\nOrganization: Canadian Digital Service\nLocation: Ottawa, Canada\nPermanent position\n"
        "Closing date: 5 December 2026\n\n"
        "Profile\n- Master's degree, and at least 3 years of experience.\n- English is required.\n"
        "- Knowledge of these tools: Python, Tableau is a plus.\n\n"
        "Place\nWe have locations in Ottawa and Toronto, and equally value candidates in other parts of Canada.\n\n"
        "How to apply\nSend a CV. Cover letters are not read.\n"
    ),
    "relief.txt": (
        "Finance Officer\n\nOrganization: Harbour Relief\nLocation: Tamale, Ghana\nFixed term of 12 months\n"
        "We are hiring two finance officers.\nClosing date: 5 January 2027\n\n"
        "Profile\n- Bachelor's degree (Bac+3).\n- English is required; Wolof is a plus.\n"
        "- A police clearance certificate.\n\n"
        "Benefits\nThe holder is responsible for his/her own medical insurance.\n\n"
        "How to apply\nSend a CV and a cover letter. Questions: info@relief.example\n"
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = write_files(tmp_path_factory.mktemp("postings"), POSTINGS)
    with hash_store(tmp_path_factory.mktemp("store")) as store:
        index_folder(store, folder)
        yield Assistant(store, lambda: date(2026, 11, 28))


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are not in Africa?", ["digital"]),
        ("Quelles offres ne sont pas en Afrique ?", ["digital"]),
        ("jobs that aren't based in Morocco and need English", ["digital", "relief"]),
        ("quels postes hors du Maroc demandent l'anglais ?", ["digital", "relief"]),
        ("je ne veux pas aller au Ghana, que reste-t-il ?", ["digital", "oasis"]),
        ("which jobs are anywhere but in Ghana?", ["digital", "oasis"]),
        ("Which jobs do not ask for a cover letter?", ["digital", "oasis"]),
        ("quelles offres n'exigent pas de lettre de motivation ?", ["digital", "oasis"]),
        ("Which ones tell you not to bother with a cover letter?", ["digital", "oasis"]),
        ("How many of the ads are hiring more than one person?", ["relief"]),
        ("Pour quelles offres faut-il au minimum un bac+4 ?", ["digital", "oasis"]),
        ("Which postings want a five-year degree and also three years of experience?", ["digital"]),
        ("Quelles annonces viennent du Service numérique canadien ?", ["digital"]),
        ("Where do I need Arabic (darija counts too)?", ["oasis"]),
        ("Which ads ask for the names of referees?", ["oasis"]),
        ("Which ads want the names or contact details of former employers?", ["oasis"]),
        ("Combien d'annonces demandent les noms ou les coordonnées de personnes de référence ?", ["oasis"]),
        ("Quelles annonces demandent des personnes de référence ?", ["oasis"]),
        ("Which postings ask for a criminal record certificate?", ["relief"]),
        ("Dans quelles annonces il est écrit qu'on travaille le week-end ?", ["oasis"]),
        ("Where is Wolof welcome but not compulsory?", ["relief"]),
        ("Which jobs do not concern finance?", ["digital", "oasis"]),
        ("lesquelles ne parlent pas de finance ?", ["digital", "oasis"]),
        ("Which have nothing to do with finance or policy?", ["oasis"]),
        ("Quels postes n'ont rien à voir avec les pompes ?", ["digital", "relief"]),
        ("Which jobs outside Canada do not deal with finance?", ["oasis"]),
        ("quelles offres ne demandent aucune expérience ?", ["oasis", "relief"]),
        ("Which jobs need no experience?", ["oasis", "relief"]),
        ("Which postings name a West African language such as Wolof, Hausa or Goun?", ["relief"]),
    ],
)
def test_which_postings(assistant: Assistant, question: str, right: list[str]) -> None:
    found = [match.posting.removesuffix(".txt") for match in assistant.ask(question).matches]
    assert sorted(found) == right


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Do I have to live in Ottawa to be a policy advisor?", "No"),
        ("Faut-il habiter Ottawa pour le poste de Policy Advisor ?", "Non"),
        ("Faut-il joindre ses diplômes à la candidature chez Soleil ?", "NE PAS joindre de diplômes"),
        ("Does Harbour Relief cover my medical insurance?", "No"),
        ("How many people are in the team in Zagora?", "6 animateurs"),
        ("combien de personnes dans l'équipe à Zagora ?", "6 animateurs"),
        ("Avec quel logiciel fait-on les listes de câblage à Zagora ?", "listes de câblage des pompes"),
        ("Would I have to work weekends in Zagora?", "1 WE sur 2"),
        ("Which jobs do not ask for a cover letter?", "Cover letters are not read."),
        ("Entre Zagora et Tamale, lequel ferme le plus tôt, et quel contrat pour chacun ?", "5 janvier 2027"),
    ],
)
def test_what_is_said(assistant: Assistant, question: str, words: str) -> None:
    assert words in assistant.ask(question).text


@pytest.mark.parametrize(
    ("sentence", "phrase", "right"),
    [
        ("Meals are provided and you do not need to cook.", "meals", "yes"),
        # the last of a list without "and" is a clause of its own, but for one whose items are led alike
        ("Housing allowance, health insurance, school fees are not covered.", "housing", "yes"),
        ("Prime de fin d'année, mutuelle, le logement n'est pas fourni.", "mutuelle", "yes"),
        ("Le logement, les repas, le transport ne sont pas pris en charge.", "logement", "no"),
        ("Housing, meals and flights are not covered.", "housing", "no"),
        ("You get housing and do not need a deposit.", "housing", "yes"),
        ("Housing is provided and it is not necessary to have a car.", "housing", "yes"),
        ("Logement fourni et il n'est pas nécessaire d'avoir une voiture.", "logement", "yes"),
        ("A cover letter is not necessary.", "cover letter", "no"),
        ("Cover letters are not read.", "cover letters", "no"),
        ("Les lettres de motivation ne sont pas lues.", "lettres de motivation", "no"),
        ("What you do not need: Italian citizenship.", "citizenship", "no"),
        ("On ne demande PAS : de connaître le néerlandais.", "neerlandais", "no"),
        # what is not to be sent, however that is said; how it is to be sent is no denial
        ("Le CV n'est pas à joindre : le formulaire suffit.", "cv", "no"),
        ("Certificates need not be attached.", "certificates", "no"),
        ("Les diplômes ne doivent pas être envoyés.", "diplomes", "no"),
        ("Reference letters should not be sent.", "reference letters", "no"),
        ("Le CV ne doit pas être envoyé par la poste.", "cv", "yes"),
        ("The CV must not be longer than two pages.", "cv", "yes"),
        ("Oubliez le CV : parlez-nous de vous.", "cv", "no"),
        # nothing goes without these
        ("N'oubliez pas le CV.", "cv", "yes"),
        ("Don't forget your CV.", "cv", "yes"),
        ("Les candidatures sans CV ne seront pas étudiées.", "cv", "yes"),
        ("Without a CV your file will be rejected.", "cv", "yes"),
        ("Never apply without a CV.", "cv", "yes"),
        ("Vous pouvez postuler sans CV.", "cv", "no"),
    ],
)
def test_what_a_denial_is_said_of(sentence: str, phrase: str, right: str) -> None:
    (found,) = sentences_on(posting(f"Officer\n\nConditions\n{sentence}\n"), [phrase])
    assert found.value == right


@pytest.mark.parametrize(
    ("lines", "phrase", "right"),
    [
        ("Le permis ?\nIl n'est pas demandé.", "permis", "no"),
        ("Le permis ?\nNon.", "permis", "no"),
        ("A licence?\nNo, the bus stops at the door.", "licence", "no"),
        ("Un diplôme ?\nAucun n'est exigé.", "diplome", "no"),
        # what no answer is begins like one
        ("Avez-vous le permis ?\nAucune candidature ne sera acceptée sans copie.", "permis", "yes"),
        ("Have you got a licence?\nNo applications after 5 May.", "licence", "yes"),
        ("Vous avez le permis ?\nNon-fumeur de préférence.", "permis", "yes"),
    ],
)
def test_an_answer_on_the_line_below(lines: str, phrase: str, right: str) -> None:
    (found,) = sentences_on(posting(f"Officer\n\nConditions\n{lines}\n"), [phrase])
    assert found.value == right


def test_a_plus_for_one_of_two_demands_is_told_but_no_match(assistant: Assistant) -> None:
    for question in (
        "Which jobs require both English and Wolof?",
        "Quels postes exigent à la fois l'anglais et le wolof ?",
    ):
        answer = assistant.ask(question)
        assert not answer.matches
        assert "Finance Officer" in answer.text


def test_a_tool_in_a_list_that_ends_in_a_plus_is_one(assistant: Assistant) -> None:
    (match,) = assistant.ask("Which jobs require Python, and where is it a plus?").matches
    assert (match.posting, match.modality) == ("digital.txt", "asset")


def test_what_is_not_asked_for_below_a_list_of_pluses_is_none(assistant: Assistant) -> None:
    found = [match.posting for match in assistant.ask("Which jobs ask for English?").matches]
    assert sorted(found) == ["digital.txt", "relief.txt"]
