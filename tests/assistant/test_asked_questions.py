"""Questions as they are typed, in both languages: which postings they are about, and what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.answering.extremes import field_of
from assistant.answering.router import respond
from assistant.asking.reading import Reading
from assistant.domain import Language
from assistant.store import Store
from tests.support import ask_on, store_of

TODAY = date(2026, 11, 26)
POSTINGS = {
    "bees.txt": (
        "Consultant en apiculture\n\nOrganisation : Centre Nahla\nLieu : Béja, Tunisie\nContrat de consultance.\n"
        "Date limite : 15 décembre 2026\n\nProfil\n- L'arabe est exigé.\n\n"
        "Candidature\nDossier : CV et copie certifiée conforme du diplôme, à déposer au bureau du Centre.\n"
        "Aucun test écrit n'est prévu.\n"
        "Le Centre ne demande aucun frais de dossier.\n"
    ),
    "maps.txt": (
        "Mapping Officer\n\nOrganisation: Coral Watch\nLocation: Mombasa, Kenya\nFixed-term contract of one year.\n"
        "Closing date: 12 December 2026\nStart date: 1 February 2027\n\nRequirements\n- English is required.\n"
        "- Good command of QGIS.\n- A driving licence is required.\n\nConditions\n"
        "Health insurance for the staff member, spouse and children. No housing is provided.\n\n"
        "Application\nNo CV required: write two pages to jobs@coral.example. There is a written test.\n"
    ),
    "nurse.txt": (
        "Infirmière\n\nOrganisation : Sahel Santé\nLieu : Mopti, Mali\nCDD de six mois.\n"
        "Date limite : 10 décembre 2026\nPrise de poste : 1er mars 2027\n\n"
        "Profil\n- Le français est exigé.\n\nConditions\n"
        "Logement gratuit. Travail un samedi par mois. Assurance maladie pour l'agent. 30 jours de congés par an.\n\n"
        "Candidature\nCV et lettre de motivation à rh@sahel.example. Une épreuve écrite est organisée.\n"
        "Les familles de réfugiés sont notre premier public.\n"
    ),
    "driver.txt": (
        "Chauffeur\n\nOrganisation : Sahel Santé\nLieu : Bamako, Mali\nCDI.\nDate limite : 20 décembre 2026\n"
        "Prise de poste : 4 janvier 2027\n\nProfil\n- Permis B exigé.\n\n"
        "Candidature\nCV à déposer à nos bureaux. Les candidatures par e-mail ne sont pas acceptées.\n"
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_of(tmp_path_factory.mktemp("asked"), POSTINGS) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "names"),
    [
        # Asked of every posting without a noun for one.
        ("which use QGIS", {"maps"}),
        ("Where do I need QGIS?", {"maps"}),
        ("which help refugees?", {"nurse"}),
        ("Où faut-il un permis ?", {"maps", "driver"}),
        ("Which jobs want English, even if only some of the teams speak it?", {"maps"}),
        ("Où faut-il l'arabe, même si ce n'est que pour une partie des équipes ?", {"bees"}),
        ("quels employeurs logent gratuitement les gens qu'ils prennent ?", {"nurse"}),
        # A no that is said, and not only silence.
        ("Which ones say there is no written test?", {"bees"}),
        ("Quels recruteurs précisent qu'il n'y aura pas d'épreuve écrite ?", {"bees"}),
        ("Lesquels ne disent pas combien ils paient ?", {"bees", "maps", "nurse", "driver"}),
        ("Which reject applications by e-mail?", {"driver"}),
        ("lesquelles refusent les candidatures par mail ?", {"driver"}),
        ("Who says that applicants never have to pay anything?", {"bees"}),
        ("qui dit ne jamais faire payer quelque chose ?", {"bees"}),
        ("quels postes ne sont pas encore clos ?", {"bees", "maps", "nurse", "driver"}),
        # What rules the person out is asked for.
        ("I don't drive, which of these are out for me?", {"maps", "driver"}),
        ("je ne conduis pas, lesquels me sont fermés ?", {"maps", "driver"}),
        # Copies of diplomas are papers, not degrees.
        ("Who wants a copy of the degree?", {"bees"}),
        ("qui demande une copie du diplôme ?", {"bees"}),
        # From a month on.
        ("Which jobs start in February or later?", {"maps", "nurse"}),
        ("Quels postes commencent à partir de février 2027 ?", {"maps", "nurse"}),
        ("Quels postes commencent en février ?", {"maps"}),
        # An insurance for the family too.
        ("Which employers cover my family's health insurance?", {"maps"}),
        ("Quelles offres ont une assurance santé pour la famille ?", {"maps"}),
        ("Quelles offres ont une assurance santé ?", {"maps", "nurse"}),
        ("Which jobs have work on Saturdays?", {"nurse"}),
        ("quels postes font travailler le samedi ?", {"nurse"}),
        ("quels postes font travailler le dimanche ?", set()),
    ],
)
def test_sets(store: Store, question: str, names: set[str]) -> None:
    kind, found, text = ask_on(store, TODAY, question)
    assert (kind, found) == ("set", names), text


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        ("Do I need a CV for the mapping officer job?", "maps", "No CV required"),
        ("Faut-il un CV pour le Mapping Officer ?", "maps", "No CV required"),
        ("Is the Béja consultancy still open?", "bees", "15 décembre 2026"),
        ("La consultance de Béja est-elle encore ouverte ?", "bees", "15 décembre 2026"),
        ("What software do I need for the mapping officer job?", "maps", "QGIS"),
        ("Quels logiciels faut-il connaître pour le Mapping Officer ?", "maps", "QGIS"),
        ("How do I apply to Centre Nahla?", "bees", "à déposer au bureau"),
        ("Comment postuler au Centre Nahla ?", "bees", "à déposer au bureau"),
    ],
)
def test_one_posting(store: Store, question: str, name: str, words: str) -> None:
    _, found, text = ask_on(store, TODAY, question)
    assert found == {name}
    assert words in text


@pytest.mark.parametrize(
    ("before", "question", "kind", "names"),
    [
        ("Which jobs are in Kenya?", "and in Mali?", "set", {"nurse", "driver"}),
        ("Quels postes sont au Kenya ?", "et au Mali ?", "set", {"nurse", "driver"}),
        ("Which jobs are in Kenya?", "and the one in Mopti?", "posting", {"nurse"}),
        ("Which jobs require a driving licence?", "and which ones don't require it?", "set", {"bees", "nurse"}),
        ("Quels postes exigent le permis ?", "et lesquels ne l'exigent pas ?", "set", {"bees", "nurse"}),
        ("Which jobs require a driving licence?", "how many is that?", "count", {"maps", "driver"}),
        ("Quels postes exigent le permis ?", "ça fait combien ?", "count", {"maps", "driver"}),
        ("Tell me about the job in Mopti", "and how many days off?", "fact", {"nurse"}),
        ("Parle-moi du poste de Mopti", "et combien de congés ?", "fact", {"nurse"}),
    ],
)
def test_follow_ups(store: Store, before: str, question: str, kind: str, names: set[str]) -> None:
    found_kind, found, text = ask_on(store, TODAY, before, question)
    assert (found_kind, found) == (kind, names), text


@pytest.mark.parametrize("question", ["Which start first?", "Lequel commence en premier ?"])
def test_what_comes_first(store: Store, question: str) -> None:
    kind, _, text = ask_on(store, TODAY, question)
    assert kind == "ranking"
    assert "Chauffeur" in text


PAIR = ("maps.txt", "nurse.txt")


@pytest.mark.parametrize("extreme", ["deadline", "pay", "experience", "start", "duration", "hours"])
@pytest.mark.parametrize("end", ["most", "least"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_two_postings_are_compared_in_the_field_that_ranks_them(
    store: Store, extreme: str, end: str, language: Language
) -> None:
    reading = Reading(
        question="",
        text="",
        language=language,
        intent="extreme",
        extreme=f"{extreme}_{end}",
        fields=(field_of(f"{extreme}_{end}"), "location"),
        postings=frozenset(id for id, posting in store.library.postings.items() if posting.name in PAIR),
        places=("Mopti", "Mombasa"),
    )
    answer = respond(reading, (), None, store, TODAY, None)
    assert answer.kind == "comparison"
    assert {citation.posting for citation in answer.citations} == set(PAIR)
