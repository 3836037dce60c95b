"""Tables of postings: every format says the same, and a broken row costs that row."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.domain import Notice, Posting
from assistant.drafts import Job, outcomes
from assistant.facts import facts_of
from assistant.readers import registry, table
from assistant.readers.content import Content, FailedPart, Unreadable
from assistant.readers.kinds import Kind
from assistant.reading import posting_of
from tests.makers.tables import csv_of, json_of, jsonl_of, made_rows, xlsx_of
from tests.support import SEED_NAMES, seed_postings, seed_text


def read(data: bytes, kind: Kind, mapping: Mapping[str, str] | None = None) -> list[Content | FailedPart]:
    return list(table.read(data, "list", kind, mapping))


def contents(data: bytes, kind: Kind) -> list[Content]:
    found = read(data, kind)
    assert all(isinstance(each, Content) for each in found)
    return [each for each in found if isinstance(each, Content)]


def stated(posting: Posting) -> set[tuple[str, str, str]]:
    return {(fact.field, str(fact.value), fact.modality) for fact in facts_of(posting)}


def of_every_kind(rows: list[dict[str, Any]]) -> list[tuple[Kind, bytes]]:
    return [
        ("csv", csv_of(rows)), ("csv", csv_of(rows, ";")), ("csv", csv_of(rows, "\t", "utf-16")),
        ("xlsx", xlsx_of(rows)), ("json", json_of(rows)), ("json", json_of({"count": 5, "results": rows})),
        ("jsonl", jsonl_of(rows)),
    ]  # fmt: skip


def test_the_seeds_state_the_same_in_every_table() -> None:
    rows = [
        {
            "Intitulé": posting.title.of(posting.text),
            "Employeur": posting.organisation.of(posting.text),
            "Lieu": posting.location.of(posting.text),
            "Texte": seed_text(name),
        }
        for name, posting in zip(SEED_NAMES, seed_postings(), strict=True)
    ]
    known = [stated(posting) for posting in seed_postings()]
    first, *others = (contents(data, kind) for kind, data in of_every_kind(rows))
    assert all(other == first for other in others)
    assert [content.part for content in first] == ["1", "2", "3", "4", "5"]
    assert [stated(posting_of("seeds", "list", content)) for content in first] == known


def test_a_row_is_the_same_in_every_table() -> None:
    rows = [{"Titre": "Juriste", "Annonce": "Poste « clé »\n\nà Fès", "Date": "", "Télétravail": "2 jours"}]
    for kind, data in of_every_kind(rows):
        (content,) = contents(data, kind)
        assert content.text == "Poste « clé »\n\nà Fès"
        assert content.fields == (("title", "Juriste"), ("Télétravail", "2 jours"))


def test_made_rows_come_through_whole() -> None:
    rows = made_rows(300)
    for number, (row, content) in enumerate(zip(rows, contents(jsonl_of(rows), "jsonl"), strict=True), start=1):
        posting = posting_of("source", f"list.jsonl#{content.part}", content)
        assert posting.name == f"list.jsonl#{number}"
        assert posting.text.startswith(f"{row['title']}\n\n{row['description']}")
        fields = [(field.name, field.value.of(posting.text)) for field in posting.fields]
        for name, column in (("organisation", "company"), ("location", "location"), ("salary", "salary"),
                             ("experience", "experience_label"), ("posted", "posted"), ("id", "id")):  # fmt: skip
            assert [value for key, value in fields if key == name] == ([row[column]] if row[column] else [])
        for fact in facts_of(posting) if number % 10 == 0 else ():
            assert posting.text[fact.start : fact.end] == fact.quote


def test_the_registry_tells_tables_by_what_they_hold() -> None:
    rows = made_rows(3)
    for kind, data in of_every_kind(rows):
        name = f"list.{kind}" if kind == "csv" else "list"
        found = list(registry.read(data, name))
        assert [(c.part, c.text) for c in found if isinstance(c, Content)] == [
            (str(number), row["description"]) for number, row in enumerate(rows, start=1)
        ]


def test_rows_come_one_by_one() -> None:
    text = jsonl_of(made_rows(60)) + b"\n" + b"x" * 50_000_000
    rows = table.read(text, "list", "jsonl")
    assert isinstance(next(rows), Content)


CELLS = [
    ({"lang": "Anglais", "required": "required"}, ["Anglais (required)"]),
    ([{"lang": "Anglais", "required": "required"}, {"lang": "Arabe", "required": "asset"}],
     ["Anglais (required)", "Arabe (asset)"]),
    ([{"libelle": "B - Véhicule léger", "exigence": "S"}], ["B - Véhicule léger (exigence : S)"]),
    ([{"level": "Bac+2", "domain": None, "comment": "", "required": "asset"}], ["Bac+2 (asset)"]),
    (["fr", None, "en"], ["fr", "en"]),
    ([0.1] * 384, []),
    (None, []),
    (True, ["true"]),
    (3.0, ["3"]),
    (2500.5, ["2500.5"]),
    ([[["a"], {"b": ["c"]}]], ["a, c"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "values"), CELLS)
def test_nested_values_in_words(cell: object, values: list[str]) -> None:
    row = {"description": "Poste", "Case": cell if not isinstance(cell, dict) else [cell]}
    (content,) = contents(jsonl_of([row]), "jsonl")
    assert content.fields == ((("Case", ", ".join(values)),) if values else ())


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ('[{"lang": "Anglais", "required": "asset"}]', ("Anglais (asset)",)),
        ("[{'lang': 'Anglais', 'required': 'asset'}, {'lang': 'Arabe'}]", ("Anglais (asset)", "Arabe")),
        ("[]", ()),
        ("[{Anglais}]", ("[{Anglais}]",)),
        ("[" * 5_000, ("[" * 5_000,)),
        ('["' + '[{"a":' * 800, ('["' + '[{"a":' * 800,)),
    ],
)
def test_lists_that_a_program_wrote_into_cells(cell: str, values: tuple[str, ...]) -> None:
    (content,) = contents(csv_of([{"description": "Poste", "langues": cell}]), "csv")
    assert content.fields == tuple(("languages", value) for value in values)


def test_objects_within_objects_are_columns() -> None:
    row = {"intitule": "Aide", "description": "Poste", "entreprise": {"nom": "ACME", "logo": {"url": "a.png"}}}
    (content,) = contents(json_of(row), "json")
    assert (content.part, content.fields) == (
        "", (("title", "Aide"), ("organisation", "ACME"), ("entreprise.logo.url", "a.png"))
    )  # fmt: skip


def test_columns_of_text_are_sections() -> None:
    rows = [
        {"Poste": "Juriste", "Profil": "Anglais exigé", "Texte": "Nous recrutons.", "Votre semaine": "Lundi. " * 40}
    ]
    (content,) = contents(csv_of(rows), "csv")
    assert (
        content.text == f"Nous recrutons.\n\n# Profil\n\nAnglais exigé\n\n# Votre semaine\n\n{('Lundi. ' * 40).strip()}"
    )


def test_sheets_show_dates_and_amounts() -> None:
    rows = [
        {
            "Titre": "Juriste", "Annonce": "Poste", "Date limite": datetime.datetime(2026, 3, 31),
            "Publié le": datetime.datetime(2026, 3, 1, 17, 30), "Salaire": 2500, "Temps": 0.8, "Réf": 17.0, "Fin": None,
        }
    ]  # fmt: skip
    formats = {"Salaire": '#,##0 "€"', "Temps": "0%"}
    (content,) = contents(xlsx_of(rows, above=["Offres de la semaine"], formats=formats), "xlsx")
    assert content.fields == (
        ("title", "Juriste"), ("deadline", "2026-03-31"), ("posted", "2026-03-01 17:30"), ("salary", "2500 €"),
        ("Temps", "80 %"), ("reference", "17"),
    )  # fmt: skip


BROKEN = [
    ("jsonl", b'{"description": "a"}\n\n{broken\n[1]\n{"description": "b"}', ["1", "5"],
     {"3": "this row is not JSON", "4": "this row is not an object"}),
    ("jsonl", b'{"description": "a"}\n{"description": " "}\n' + b'{"a":' * 100_000, ["1"],
     {"2": "no text in its description", "3": "this row is not JSON"}),
    ("json", b'[{"description": "a"}, 3, {"title": "b"}]', ["1"],
     {"2": "this row is not an object", "3": "no text in its description"}),
    ("csv", b"title,description\na,b\nc,d,e\nf\n,\ng,h", ["1", "4"],
     {"2": "it has 3 cells under 2 names of columns", "3": "no text in its description"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data", "whole", "failed"), BROKEN)
def test_a_broken_row_costs_that_row(kind: Kind, data: bytes, whole: list[str], failed: dict[str, str]) -> None:
    found = read(data, kind)
    assert [each.part for each in found if isinstance(each, Content)] == whole
    reasons = {each.part: each.why for each in found if isinstance(each, FailedPart)}
    assert reasons.keys() == failed.keys()
    assert all(reasons[part].startswith(why) for part, why in failed.items())


UNREADABLE = [
    ("csv", b"ref;zone\n1;Un texte plus long\n", "its columns: ref, zone): name it, like --map description=zone"),
    ("csv", b'a;Le texte\n1;"Un texte"\n', 'like --map description="Le texte"'),
    ("csv", b"title,description\n", "no row in it"),
    ("csv", b"\n\n", "no header in its first line"),
    ("csv", b"\x00\x01\x02\x03\x04" * 99, "not a text file"),
    ("json", b"[]", "no row in it"),
    ("json", b"[{]", "not JSON"),
    ("json", b"[" * 100_000, "nested too deep"),
    ("json", b'"text"', "no row in it"),
    ("jsonl", b'{"a": "b"}', "like --map description=a"),
    ("xlsx", xlsx_of([{"ref": "1", "zone": "Un texte"}]), "no column is known"),
]


@pytest.mark.parametrize(("kind", "data", "why"), UNREADABLE)
def test_what_cannot_be_read(kind: Kind, data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data, kind)
    assert why in str(refused.value)


def test_a_row_cannot_be_endless() -> None:
    wide = {"description": "Poste", **{f"c{n}": "d" for n in range(2_000)}}
    long = {"description": "Poste", "languages": ["x" * 9_000] * 20}
    first, second = read(json_of([wide, long]), "json")
    assert isinstance(first, Content)
    assert len(first.fields) == 499
    assert isinstance(second, FailedPart)
    assert second.why.startswith("more than 100,000 characters beside its text")


def test_a_mapping_finds_the_text() -> None:
    for kind, data in of_every_kind([{"ref": "1", "zone": "Un texte", "nom": "Juriste"}]):
        (content,) = read(data, kind, {"description": "Zone", "title": "nom"})
        assert isinstance(content, Content)
        assert (content.text, content.fields) == ("Un texte", (("reference", "1"), ("title", "Juriste")))


def test_signs_of_encoding_are_passed_on() -> None:
    rows = [{"title": "Chargé d'études", "description": "Réaliser des enquêtes à l'étranger, l'été"}]
    (content,) = contents(csv_of(rows, ";", "cp1252"), "csv")
    assert content.notices == (Notice("guessed_encoding", "Windows-1252"),)
    (content,) = contents(json.dumps([{"description": "a\ud83d b\u0000c e\u0301"}]).encode(), "json")
    assert content.text == "a  b c é"


def test_a_separator_of_unicode_ends_no_row() -> None:
    (content,) = contents('{"description": "a\u2028b\u0085c"}'.encode(), "jsonl")
    assert content.text == "a\nb\nc"


def test_names_of_columns_are_text_like_any_other() -> None:
    """JSON can write half of a pair, or what turns the order of letters, into a name, which is shown."""
    row = rb'{"description": "Un poste", "\ud800 cle\u0301\u202e": "x"}'
    (content,) = read(row, "jsonl")
    assert isinstance(content, Content)
    assert content.fields == (("clé", "x"),)


def test_a_reason_that_names_columns_can_be_written_down() -> None:
    (failed,) = outcomes(Job("jobs", "a.json", rb'[{"\ud800 a": "x", "b": "y"}]'), registry.read)
    assert isinstance(failed, FailedPart)
    assert r"\ud800 a" in failed.why.encode().decode()
