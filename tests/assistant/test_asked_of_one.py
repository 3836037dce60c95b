"""What is asked of one posting in words that are not its own: tools, duties, what it is about, by when questions go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answering import passages
from assistant.asking.reading import Reading
from assistant.domain import Language, Passage
from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 28)
POSTINGS = {
    "garage.txt": (
        "Mécanicien (H/F)\n\nOrganisation : Garage du Pont\nLieu : Kaolack, Sénégal\nCDI.\n\n"
        "Ce que vous ferez chez nous\n- vidanges et changement de plaquettes de frein\n- recherche de pannes\n"
        "- tenue du stock dans notre ERP Navision\n\n"
        "Profil\n- CAP de mécanique\n- connaissances CFAO Mastercam\n- Excel : très bon niveau\n\n"
        "Conditions\nUn jour de télétravail par mois pour les commandes. Ni nuit, ni dimanche.\n"
        "Vous travaillerez du mardi au samedi.\n"
    ),
    "midwives.txt": (
        "ONG SANTÉ DU FLEUVE\nBureau de coordination de Maradi\n\nAPPEL À CANDIDATURES\n\n"
        "Recrutement de trois (03) SAGES-FEMMES SUPERVISEURES\n\nLieu : Maradi, Niger\n"
        "Date limite : 10 décembre 2026\n\nProfil\n- être âgée de 45 ans au plus\n"
        "- Une première expérience serait un plus\n\n"
        "Candidature\nDossier : CV. Ne pas joindre de lettre. Les diplômes et certificats ne sont pas à joindre.\n"
        "Les envois par courriel ne sont pas acceptés.\nQuestions de clarification : jusqu'au 2 décembre 2026.\n"
    ),
    "study.txt": (
        "Consultant, study of craftswomen\n\nOrganisation: Carthage Looms\nLocation: Tunis, Tunisia\n"
        "Closing date: 20 December 2026\n\nBackground\nThe project helps women weavers sell abroad together.\n\n"
        "Tasks\n- interview thirty weavers\n- write a market report\n\nFees\n"
        "The budget does not exceed TND 38,000. "
        "Remote work is possible.\nSelection: bids are opened, then interviews.\n\n"
        "Application\nPlease do not send us a cover letter. Write to bids@looms.example.\n"
        "Mention on the envelope: \"Study - do not open\"\n"
    ),
    "intern.txt": (
        "Stagiaire communication (H/F)\n\nOrganisation : Les Amis du Lac\nLieu : Lomé, Togo\n\n"
        "Stage de six mois. Indemnité de 60 000 FCFA par mois. "
        "Vous travaillez avec la présidente, dont vous dépendez.\n"
        "Ce n'est pas un emploi et il n'y a pas d'assurance.\n\n"
        "Candidature\nEnvoyer un CV à lac@amis.example.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("asked"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        # The tools that it names, whatever stands between « quel » and « logiciel ».
        ("Which CAM software must the mechanic in Kaolack know?", "garage", "Mastercam"),
        ("Avec quel logiciel de gestion travaille le mécanicien de Kaolack ?", "garage", "Navision"),
        # What there is to do, asked by another verb than the posting's.
        ("Que répare-t-on comme mécanicien à Kaolack ?", "garage", "plaquettes de frein"),
        ("What would the mechanic in Kaolack be fixing?", "garage", "plaquettes de frein"),
        ("What does the consultant in Tunis have to deliver?", "study", "market report"),
        ("Que doit livrer le consultant de Tunis ?", "study", "market report"),
        # "The internship" names the posting, and something else is asked of it.
        ("Does the internship in Lomé come with insurance?", "intern", "No, by what"),
        ("Le stage de Lomé prévoit-il une assurance ?", "intern", "Non, d'après"),
        ("Who does the intern in Lomé report to?", "intern", "la présidente, dont vous dépendez"),
        ("De qui dépend le stagiaire de Lomé ?", "intern", "la présidente, dont vous dépendez"),
        ("What do I have to send for the internship in Lomé?", "intern", "- « Envoyer un CV à lac@amis.example. »"),
        ("Qu'est-ce qu'il faut envoyer pour le stage de Lomé ?", "intern", "CV"),
        # What it is there for.
        ("What is the Carthage Looms project trying to achieve?", "study", "women weavers sell abroad"),
        ("À quoi sert le projet de Carthage Looms ?", "study", "women weavers sell abroad"),
        # One posting for several people.
        ("What's the oldest you can be for the midwife jobs in Niger?", "midwives", "45 ans au plus"),
        ("When do the midwife posts close?", "midwives", "10 December 2026"),
        # By when questions go is no deadline of applications.
        ("Until when can I send questions about the midwife posts?", "midwives", "2 décembre 2026"),
        ("Jusqu'à quand peut-on poser des questions pour le poste de sage-femme ?", "midwives", "2 décembre 2026"),
        ("What is the maximum price for the Tunis study?", "study", "TND 38,000"),
        ("Quel est le prix maximum pour l'étude de Tunis ?", "study", "TND 38,000"),
        # Words that name the posting leave what is asked of it.
        ("What are the hours of the mechanic among elderly people in Kaolack?", "garage", "du mardi au samedi"),
        # A no that is said.
        ("Would I work nights at the garage in Kaolack?", "garage", "Ni nuit, ni dimanche"),
        ("Can I send my application for the midwife posts by email?", "midwives", "ne sont pas acceptés"),
        ("Is the job in Kaolack fully remote?", "garage", "Un jour de télétravail par mois"),
        ("Le poste de Kaolack est-il entièrement en télétravail ?", "garage", "Un jour de télétravail par mois"),
    ],
)
def test_one_posting(store: Store, question: str, name: str, words: str) -> None:
    kind, found, text = ask_on(store, TODAY, question)
    assert found == {name}, text
    assert words in text
    assert kind in ("fact", "open")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which jobs want a cover letter?", set()),
        ("Quels postes demandent une lettre de motivation ?", set()),
        ("Where can't I send my application by email?", {"midwives"}),
        ("Which jobs need Excel?", {"garage"}),
        ("Quelles offres demandent Navision ?", {"garage"}),
    ],
)
def test_sets(store: Store, question: str, names: set[str]) -> None:
    _, found, text = ask_on(store, TODAY, question)
    assert found == names, text


@pytest.mark.parametrize(
    ("before", "question", "name", "words"),
    [
        ("When do applications close for the Tunis study?", "And for the midwives?", "midwives", "10 December 2026"),
        (
            "Quelle est la date limite de l'étude de Tunis ?",
            "Et pour les sages-femmes ?",
            "midwives",
            "10 décembre 2026",
        ),
        ("Quel contrat pour le stagiaire de Lomé ?", "Et le mécanicien ?", "garage", "un CDI"),
    ],
)
def test_follow_ups(store: Store, before: str, question: str, name: str, words: str) -> None:
    _, found, text = ask_on(store, TODAY, before, question)
    assert found == {name}
    assert words in text


@pytest.mark.parametrize(
    ("question", "kind", "name"),
    [
        # It takes it that there is one: the posting whose sentences come nearest is told as such.
        ("Which job is about spare parts and mending brakes?", "open", "garage"),
        ("Quel poste aide des tisserandes à vendre ensemble leurs tapis à des étrangers ?", "open", "study"),
        # A degree and a licence stand beside what it tells of, and are no conditions.
        ("Which job helps weavers to sell abroad, whether they have a degree or a licence or not?", "open", "study"),
        ("Quel poste aide des tisserandes à vendre à l'étranger au lieu de passer un diplôme ?", "open", "study"),
        # It asks whether there is one.
        ("Y a-t-il un poste où l'on change des plaquettes et cherche des pannes ?", "open", "garage"),
        # All is far off, or it names what is nowhere.
        ("Which job is about teaching piano?", "outside", ""),
        ("Quel poste consiste à piloter un avion ?", "outside", ""),
        # Of no posting.
        ("How much is a flat in Bordeaux?", "outside", ""),
    ],
)
def test_the_nearest_posting_is_told_as_such(store: Store, question: str, kind: str, name: str) -> None:
    answer_kind, found, text = ask_on(store, TODAY, question)
    assert answer_kind == kind, text
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("Which job is about changing brakes?", "en", "plaquettes de frein"),
        ("Quel poste touche aux plaquettes et aux freins ?", "fr", "plaquettes de frein"),
    ],
)
def test_the_posting_found_is_quoted_where_it_says_most(
    store: Store, question: str, language: Language, words: str
) -> None:
    posting = next(p for p in store.library.postings.values() if p.name == "garage.txt")
    last = [chunk for chunk in store.library.chunks.values() if chunk.posting == posting.id][-1]
    assert words not in last.text
    reading = Reading(question, question, language, "open", topic=("brakes",))
    assert words in passages.answer(reading, [Passage(posting, last, 0.9)], store, TODAY).text


@pytest.mark.parametrize(
    ("question", "kind", "name", "said"),
    [
        ("Which job helps women weavers of Ouagadougou to sell abroad together?", "open", "study", "None of the 4"),
        ("Quelle offre aide des tisserandes du Kivu à vendre ensemble leurs tapis ?", "open", "study", "Aucune des 4"),
        ("Which job is with Oxfam in Ouagadougou?", "outside", "", "None of the 4"),
    ],
)
def test_a_name_that_is_nowhere_is_told_beside_the_nearest(
    store: Store, question: str, kind: str, name: str, said: str
) -> None:
    answer_kind, found, text = ask_on(store, TODAY, question)
    assert (answer_kind, found) == (kind, {name} if name else set()), text
    assert text.startswith(said)


def test_what_may_be_all_of_it_is_no_no(store: Store) -> None:
    _, found, text = ask_on(store, TODAY, "Is the Tunis study fully remote?")
    assert found == {"study"}
    assert "Remote work is possible" in text
    assert not text.startswith("No")


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("Is the mechanic's job in Kaolack only for the season?", "not_stated", "« CDI. »"),
        ("Le poste de mécanicien à Kaolack est-il seulement pour la saison ?", "not_stated", "« CDI. »"),
        ("Combien d'heures par semaine pour le mécanicien de Kaolack ?", "not_stated", "Non précisé"),
        # The selection is told, and no day of it.
        ("When is the interview in Tunis?", "not_stated", "bids are opened, then interviews"),
        ("Quel jour a lieu l'entretien à Tunis ?", "not_stated", "ne dit pas quand"),
        ("How many hours a week does the mechanic in Kaolack work?", "not_stated", "Not stated"),
        ("Is there a truck driver job for him?", "set", "None of"),
    ],
)
def test_what_is_silent_says_so(store: Store, question: str, kind: str, words: str) -> None:
    found, _, text = ask_on(store, TODAY, question)
    assert found == kind, text
    assert words in text
