"""All families together: identity, quotes, the command, and time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.domain import Posting
from assistant.facts import degree, experience, facts_of, identity, languages, licence
from assistant.facts.command import print_facts
from assistant.facts.folded import folded
from assistant.readers import plain
from assistant.readers.content import Content
from assistant.reading import posting_of
from assistant.resources import seeds_folder
from tests.growth import assert_linear
from tests.makers.office import docx_of

SEEDS = sorted(seeds_folder().glob("*.txt"))


def seed(path: Path) -> Posting:
    return posting_of("seeds", path.name, plain.read(path.read_bytes(), path.name)[0])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_quote_of_a_seed_is_verbatim(path: Path) -> None:
    posting = seed(path)
    found = facts_of(posting)
    assert found
    assert [fact.start for fact in found] == sorted(fact.start for fact in found)
    for fact in found:
        assert fact.quote
        assert posting.text[fact.start : fact.end] == fact.quote


def test_identity_is_stated() -> None:
    found = {fact.field: fact for fact in identity.facts(seed(SEEDS[0]))}
    assert found["organisation"].value == "CARE International Maroc"
    assert found["location"].value == "Marrakech"
    assert {fact.modality for fact in found.values()} == {"stated"}


def test_identity_says_nothing_of_what_is_not_there() -> None:
    assert identity.facts(posting_of("cases", "case", Content("?"))) == []


@pytest.mark.parametrize("text", ["Ç’É* _x", "İstanbul ﬁn œuvre", "أمازيغ", "a\u0301b"])
def test_folding_keeps_places(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_the_command_prints_one_object_a_posting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, table = tmp_path / "one.txt", tmp_path / "many.jsonl"
    one.write_text("Profil\n\n- Anglais courant exigé\n- 3 à 4 ans d'expérience\n", encoding="utf8")
    rows = [{"title": "Soudeur", "description": "Permis B souhaité"}, {"title": "Baker", "body": "Fluent English"}]
    table.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
    assert print_facts([one, table]) == 0
    first, second, third = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert [first["posting"], second["posting"], third["posting"]] == ["one.txt", "many.jsonl#1", "many.jsonl#2"]
    by_field = {fact["field"]: fact for fact in first["facts"]}
    assert by_field["experience_years"]["value"] == {"min": 3, "max": 4}
    assert (by_field["language"]["value"], by_field["language"]["level"]) == ("en", "courant")
    assert {(f["field"], f["value"], f["modality"]) for f in second["facts"]} >= {("driving_licence", "B", "asset")}
    assert {(f["field"], f["value"]) for f in third["facts"] if f["field"] == "language"} == {("language", "en")}


def test_the_command_reads_every_format_and_goes_on_past_a_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, table = tmp_path / "one.docx", tmp_path / "many.csv"
    word.write_bytes(docx_of("Comptable\n\nProfil\n\n- Anglais courant exigé\n"))
    table.write_bytes(b"Titre;Zone;Contrat\nSoudeur;Permis B exige;MIS\n;;\nBaker;;CDI\n")
    assert print_facts([word, table], {"description": "Zone"}) == 1
    said = capsys.readouterr()
    one, row = (json.loads(line) for line in said.out.splitlines())
    assert (one["posting"], row["posting"]) == ("one.docx", "many.csv#1")
    assert ("language", "en", "required") in {(f["field"], f["value"], f["modality"]) for f in one["facts"]}
    assert ("contract", "temporary", "MIS") in {(f["field"], f["value"], f["quote"]) for f in row["facts"]}
    assert said.err == f"{table}#2: no text in its Zone: fill it, or remove the row\n"


def test_the_command_goes_on_past_a_file_that_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Anglais courant", encoding="utf8")
    bad.write_bytes(b"%PDF-1.7 \x00")
    rows = tmp_path / "rows.jsonl"
    rows.write_text("{not json", encoding="utf8")
    assert print_facts([bad, tmp_path / "none.txt", rows, good]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["posting"] == "good.txt"
    assert sorted(line.split(": ")[0].rsplit("/", 1)[-1] for line in said.err.splitlines()) == [
        "bad.txt", "none.txt", "rows.jsonl"
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["a", "(", "1", "1 ", "anglais ", "anglais, ", "un plus ", "permis b et ", "bac+5 / ", "3 ans ", "experience ",
     "et de l'", "- ", "master ", "souhaité ", ":", "« ", "<li>", "idéalement (", "en anglais et "],
)  # fmt: skip
def test_time_is_linear_in_the_length(unit: str) -> None:
    def read(text: str) -> None:
        posting = posting_of("cases", "long", Content(f"Profil : {text}"))
        for family in (identity, languages, degree, experience, licence):
            family.facts(posting)

    assert_linear(read, unit * (100_000 // len(unit)))
