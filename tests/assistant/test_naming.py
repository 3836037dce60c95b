"""Which postings a question names, by place, organisation and title."""

from __future__ import annotations

import pytest

from assistant.asking.lexicon import words_of
from assistant.domain import Fact
from assistant.facts.identity import facts
from assistant.library import Library
from assistant.naming import by_organisation, by_place, by_title, name_words
from tests.support import posting

TEXTS = {
    "kine": "Kinésithérapeute (H/F)\n\nVous soignez.\n\nEntreprise : CLINIQUE DES CEDRES\nLieu : 07 - ST AGREVE",
    "educ": "Éducateur spécialisé (H/F)\n\nVous accompagnez.\n\nEntreprise : CIDFF DE L'ARDECHE\nLieu : 69 - LYON 03",
    "tri": "Agent de tri (H/F)\n\nVous triez.\n\nEntreprise : RECUP\nLieu : 78 - FLINS SUR SEINE",
    "annonay": "Infirmier (H/F)\n\nVous soignez.\n\nEmployeur : Centre Hospitalier des Sources\nLieu : 07 - ANNONAY",
    "agadir": "Animateur (H/F)\n\nLes Amis recrute un animateur, basé à Agadir ou Tiznit.",
    "nador": "Comptable (H/F)\n\nLe poste est basé à Nador.\n\nEntreprise : Horizon",
    "advisor": (
        "Senior Policy Advisor\n\nThe Canadian Digital Service (CDS) is tasked with better services.\n\n"
        "We are hiring in Ottawa, Toronto, and Montreal.\n"
    ),
    "buyer": "Senior Procurement Advisor\n\nJoin us. Team at CDS.\n\nYou would be working from our office in Ottawa.\n",
    "conseil": "Conseiller principal en politiques\n\nLe Service numérique canadien (SNC) change les choses.\n",
    "board": "Data Analyst\n\nCompany: Acme\nLocation: Safi\n",
    "moulins": "Vendeur (H/F)\n\nVous vendez.\n\nEntreprise : LE PARTENARIAT\nLieu : 35 - RENNES",
}


@pytest.fixture(scope="module")
def library() -> Library:
    postings = {name: posting(text, name) for name, text in TEXTS.items()}
    return Library({p.id: p for p in postings.values()}, {p.id: facts(p) for p in postings.values()})


def named_postings(question: str, library: Library) -> frozenset[str]:
    """Ids of the postings whose place or organisation stands in the question; both narrow each other."""
    words = words_of(question)
    free = range(len(words))
    place, organisation = by_place(words, library, free), by_organisation(words, library, free)
    return place.postings & organisation.postings or place.postings | organisation.postings


def names(found: frozenset[str]) -> set[str]:
    return {identity.removeprefix("source/") for identity in found}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Quelles offres sont dans le 07 ?", {"kine", "annonay"}),
        ("Quelles offres sont dans le 07 ou le 69 ?", {"kine", "annonay", "educ"}),
        ("les offres du département 69", {"educ"}),
        ("une offre en Ardèche ?", {"kine", "annonay"}),
        ("des offres en ardeche", {"kine", "annonay"}),
        ("Is there anything in Ardèche?", {"kine", "annonay"}),
        ("jobs in Auvergne-Rhône-Alpes", {"kine", "annonay", "educ"}),
        ("le poste de Saint-Agrève", {"kine"}),
        ("le poste de St Agrève", {"kine"}),
        ("qui recrute à lyon ?", {"educ"}),
        ("un job où on bosse sur les réseaux", set()),
        ("les offres à Flins-sur-Seine", {"tri"}),
        ("dans les Yvelines", {"tri"}),
        ("des semaines de 35 heures", set()),
        ("plus de 35 euros", set()),
        ("on travaille dans le 35 ?", {"moulins"}),
        ("les postes dans le Souss", {"agadir"}),
        ("un poste à Tiznit", {"agadir"}),
        ("région de l'Oriental", {"nador"}),
        ("jobs in the Marrakech-Safi region", {"board"}),
        ("les postes à Agadir et Nador", {"agadir", "nador"}),
        ("Which jobs are in Toronto?", {"advisor"}),
        ("Which jobs are in Ottawa?", {"advisor", "buyer"}),
        ("jobs in Ontario", {"advisor", "buyer"}),
        ("what is the postage?", set()),
        ("dans la Loire", set()),
    ],
)
def test_places(library: Library, question: str, right: set[str]) -> None:
    words = words_of(question)
    assert names(by_place(words, library, range(len(words))).postings) == right


COUNTRIES = {
    "kayes": "Chauffeur\n\nOrganisation : Puits Bleus Maroc\nLieu : Kayes",
    "podor": "Comptable\n\nOrganisation : Puits Verts\nDuty station: Ndioum, Senegal",
    "ghent": "Trainer\n\nCompany: Well Lab\nLocation: Ghent",
    "nador": "Animateur\n\nOrganisation : Puits Bleus Maroc\nLieu : Nador",
    "rif": "Formateur\n\nVous formez des femmes au Maroc. Le projet couvre le nord du Maroc.",
    "metz": "Vendeur\n\nLieu : 57 - METZ",
}


@pytest.fixture(scope="module")
def countries() -> Library:
    postings = {name: posting(text, name) for name, text in COUNTRIES.items()}
    return Library({p.id: p for p in postings.values()}, {p.id: facts(p) for p in postings.values()})


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("des postes au Mali ?", {"kayes"}),
        ("des postes au mali ?", {"kayes"}),
        ("jobs in Senegal", {"podor"}),
        ("les offres au Sénégal", {"podor"}),
        ("quels postes sont en Belgique ?", {"ghent"}),
        ("jobs in Belgium", {"ghent"}),
        ("les offres au Maroc", {"nador", "rif"}),
        ("Which jobs are in Morocco?", {"nador", "rif"}),
        ("un poste en France", {"metz"}),
        ("jobs in Côte d'Ivoire", set()),
        ("le poste de Puits Bleus Maroc", set()),  # the country of a name is no place of work
        ("des postes qui parlent du Maroc", set()),
    ],
)
def test_countries(countries: Library, question: str, right: set[str]) -> None:
    words = words_of(question)
    assert names(by_place(words, countries, range(len(words))).postings) == right


def test_the_country_in_the_name_of_an_organisation(countries: Library) -> None:
    assert names(named_postings("les postes de Puits Bleus Maroc", countries)) == {"kayes", "nador"}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are at CDS?", {"advisor", "buyer", "conseil"}),
        ("les postes du SNC", {"advisor", "buyer", "conseil"}),
        ("jobs at the Canadian Digital Service", {"advisor", "buyer", "conseil"}),
        ("les offres du Service numérique canadien", {"advisor", "buyer", "conseil"}),
        ("le poste du centre hospitalier des sources", {"annonay"}),
        ("une offre en Ardèche ?", set()),
        ("le CIDFF de l'Ardèche", {"educ"}),
        ("le poste au Partenariat", {"moulins"}),
        ("des postes qui parlent de partenariat", set()),
        ("Cedres ?", {"kine"}),
        ("Is English required?", set()),
    ],
)
def test_organisations(library: Library, question: str, right: set[str]) -> None:
    words = words_of(question)
    assert names(by_organisation(words, library, range(len(words))).postings) == right


EMPLOYERS = {  # of each posting, with the abbreviation of one
    "kiln": [("Tuilerie", ""), ("Forum Emploi", "")],
    "loom": [("Tissage Nord", "TN"), ("Forum Emploi", "")],
    "dyer": [("TN", "")],
}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which jobs are at Forum Emploi?", {"kiln", "loom"}),
        ("les postes de la Tuilerie", {"kiln"}),  # the agency's other client is somebody else
        ("les offres de Tissage Nord", {"loom", "dyer"}),
        ("jobs at TN", {"loom", "dyer"}),
    ],
)
def test_the_clients_of_an_agency_are_told_apart(question: str, right: set[str]) -> None:
    postings = {name: posting(f"{name.title()}\n\nVous travaillez.\n", name) for name in EMPLOYERS}
    facts_ = {
        postings[name].id: [
            Fact(postings[name].id, "organisation", said, "stated", "", 0, 0, short) for said, short in own
        ]
        for name, own in EMPLOYERS.items()
    }
    agency = Library({p.id: p for p in postings.values()}, facts_)
    words = words_of(question)
    assert names(by_organisation(words, agency, range(len(words))).postings) == right


@pytest.mark.parametrize(
    ("question", "language", "right"),
    [
        ("senior policy advisor", "en", {"advisor"}),
        ("kiné", "fr", {"kine"}),
        ("the physiotherapist", "en", {"kine"}),
        ("éduc", "fr", {"educ"}),
        ("IDE", "fr", {"annonay"}),
        ("compta", "fr", {"nador"}),
        ("senior advisor", "en", {"advisor", "buyer"}),
        ("plombier", "fr", set()),
    ],
)
def test_titles(library: Library, question: str, language: str, right: set[str]) -> None:
    assert names(by_title(question, language, library, None)) == right


def test_place_and_organisation_narrow_each_other(library: Library) -> None:
    assert names(named_postings("the job at CDS in Toronto", library)) == {"advisor"}


def test_linking_words_are_no_names(library: Library) -> None:
    assert not {"sur", "les", "des", "and", "the"} & name_words(library)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Compare les deux postes de Lune Verte", {"one", "next"}),
        ("Which jobs are at Lune Verte?", {"one", "next"}),
        ("Which jobs are at Lune Verte Maroc?", {"next"}),
    ],
)
def test_a_name_with_which_a_longer_one_begins_stands_for_both(question: str, right: set[str]) -> None:
    texts = {
        "one": "Comptable (H/F)\n\nVous comptez.\n\nEntreprise : Lune Verte\n",
        "next": "Juriste (H/F)\n\nVous conseillez.\n\nEntreprise : Lune Verte Maroc\n",
        "other": "Vendeur (H/F)\n\nVous vendez.\n\nEntreprise : Soleil Vert\n",
    }
    postings = {name: posting(text, name) for name, text in texts.items()}
    group = Library({p.id: p for p in postings.values()}, {p.id: facts(p) for p in postings.values()})
    assert names(by_organisation(words_of(question), group, range(len(words_of(question)))).postings) == right
