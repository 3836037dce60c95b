"""Columns by their names, French and English, and what a person says of them with --map."""

from __future__ import annotations

import pytest

from assistant.errors import UserError
from assistant.readers.columns import columns_of, is_header, label_of, mapping_of
from assistant.readers.content import Unreadable

NAMES = [
    ("Intitulé du poste", "title"), ("jobTitle", "title"), ("POSTE", "title"),
    ("Texte de l'annonce", "description"), ("job_description", "description"),
    ("Employeur", "organisation"), ("company_name", "organisation"), ("entreprise.nom", "organisation"),
    ("lieuTravail.libelle", "location"), ("Ville", "location"), ("duty station", "location"),
    ("Type de contrat", "contract"), ("employmentType", "contract"), ("typeContratLibelle", "contract"),
    ("Rémunération", "salary"), ("salaire.libelle", "salary"), ("Salary range", "salary"),
    ("Date limite", "deadline"), ("Closing date", "deadline"), ("validThrough", "deadline"),
    ("Date de publication", "posted"), ("datePosted", "posted"), ("dateCreation", "posted"),
    ("URL", "link"), ("Lien", "link"), ("origineOffre.urlOrigine", "link"),
    ("Langues", "languages"), ("Permis de conduire", "licences"), ("Niveau d'études", "education"),
    ("experience_label", "experience"), ("Temps de travail", "work_time"), ("Réf.", "reference"),
    ("Start date", "start"), ("Durée du contrat", "duration"), ("E-mail", "apply_to"),
    ("Télétravail", "Télétravail"), ("salary_min", "salary_min"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "name"), NAMES)
def test_a_column_by_its_name(column: str, name: str) -> None:
    assert columns_of([column], {}).field(column) == name


def test_one_column_is_the_title_and_the_others_keep_their_names() -> None:
    columns = columns_of(["poste", "title", "contract", "contract_label"], {})
    assert [columns.field(column) for column in ("poste", "title")] == ["poste", "title"]
    assert [columns.field(column) for column in ("contract", "contract_label")] == ["contract", "contract"]


def test_a_person_knows_better() -> None:
    columns = columns_of(["description", "Annonce complète", "Titre"], {"description": "annonce complete"})
    assert columns.field("Annonce complète") == "description"
    assert columns.field("description") == "description"  # its own name: it is nothing of ours any more
    assert dict(columns.fields) == {"Annonce complète": "description", "Titre": "title"}


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(Unreadable, match="no column 'Texte' in it, as --map says: its columns are a, b"):
        columns_of(["a", "b"], {"description": "Texte"})


@pytest.mark.parametrize(
    ("cells", "is_one"),
    [
        (["id", "title", "description"], True),
        (["Poste", "Profil", "Ville"], True),
        (["Titre", "Lieu"], False),
        (["description"], False),
        (["Nous recherchons un comptable", "à Rabat"], False),
    ],
)
def test_a_header(cells: list[str], is_one: bool) -> None:
    assert is_header(cells) is is_one


@pytest.mark.parametrize(
    ("text", "mapping"),
    [
        ("", {}),
        ("description=Texte", {"description": "Texte"}),
        (
            'description=Texte long, title="Intitulé, complet"',
            {"description": "Texte long", "title": "Intitulé, complet"},
        ),
    ],
)
def test_mappings(text: str, mapping: dict[str, str]) -> None:
    assert mapping_of(text) == mapping


@pytest.mark.parametrize("text", ["Texte", "texte=a", "description=", "description=a b=c=", '"'])
def test_mappings_that_are_none(text: str) -> None:
    if text == "description=a b=c=":  # a name may hold a sign of equality
        assert mapping_of(text) == {"description": "a b=c="}
        return
    with pytest.raises(UserError, match="--map takes pairs like description=Texte"):
        mapping_of(text)


def test_labels() -> None:
    assert [label_of("deadline", language) for language in ("fr", "en")] == [
        "Date limite de candidature", "Application deadline"
    ]  # fmt: skip
    assert label_of("Télétravail", "fr") == "Télétravail"
