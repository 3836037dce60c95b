"""The faults that others reported of programs like this one, each held here with what is right.

The cases are the rows of `tests/gold/cases.jsonl`. A row without a check fails, and so does a check whose row is gone;
the rows of `ELSEWHERE` need the page, an answer or the language detector, and are held by the tests named there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.chunks import chunks_of
from assistant.domain import Amount, Fact, Span, Years
from assistant.facts import facts_of
from assistant.indexing import index_folder
from assistant.questions import Query
from assistant.readers.content import Content
from assistant.readers.registry import read
from assistant.retrieval import retrieve
from assistant.sentences import sentences_of
from assistant.text import clean, plain_gender
from tests.makers.pdf import Drawn, drawn
from tests.support import gold_rows, hash_store, posting, write_files
from vectorstore import Hit, weighted_fusion
from vectorstore.analysis import tokens
from vectorstore.keyword import Document, KeywordIndex

CASES = {case["reported"]: case for case in gold_rows("cases.jsonl")}
ELSEWHERE = {
    "language": "tests/assistant/test_language.py",
    "citation": "tests/assistant/test_answers.py",
    "ui": "tests/browser/test_page.py",
}
Check = Callable[[str], None]  # hears the row's input
CHECKS: dict[str, Check] = {}  # by the beginning of what the row says is reported


def case(reported: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        assert reported not in CHECKS
        CHECKS[reported] = check
        return check

    return keep


def facts(text: str, *fields: str) -> list[Fact]:
    found = facts_of(posting(text))
    assert [fact for fact in found if text[fact.start : fact.end] != fact.quote] == []
    return [fact for fact in found if fact.field in fields]


def values(text: str, *fields: str) -> list[object]:
    return [fact.value for fact in facts(text, *fields)]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


def headings(text: str) -> list[str]:
    return [" › ".join(section.path) for section in posting(text).sections]


def words(text: str) -> list[str]:
    return [token.form for token in tokens(text, "fr")]


@case("scrapinghub/dateparser#1285")
def _(text: str) -> None:
    assert values(text, "deadline") == ["2026-09-14"]


@case("scrapinghub/dateparser#877")
def _(text: str) -> None:
    assert values(text, "deadline") == ["2024-04-07"]


@case("(same family")
def _(text: str) -> None:
    assert values(text, "deadline", "start") == ["2022-11-21"]
    assert values(text, "experience_years") == [Years(3)]


@case("diasks2/pragmatic_segmenter#73")
def _(text: str) -> None:
    assert sentences(text) == [text]


@case("diasks2/pragmatic_segmenter#65")
def _(text: str) -> None:
    assert sentences(text) == ["Rapports, budgets, etc...", "Le poste est basé à Rabat."]


@case("explosion/spaCy#6769")
def _(text: str) -> None:
    assert sentences(text) == [text]


@case("mediacloud/sentence-splitter#1")
def _(text: str) -> None:
    assert sentences(text) == ["1. Rédiger les rapports", "2. Suivre le budget"]


@case("nipunsadvilkar/pySBD#113")
def _(text: str) -> None:
    assert sentences(text) == [text]


@case("usemoss/moss#505")
def _(text: str) -> None:
    for source in (text, f"Missions\n\n{text}\n- Suivre le budget. Rédiger les rapports.\n" * 40):
        made = posting(source)
        chunks = chunks_of(made)
        assert [chunk for chunk in chunks if chunk.text != made.text[chunk.start : chunk.end]] == []
        assert "".join("".join(chunk.text for chunk in chunks).split()).count(".") == source.count(".")


@case("langchain-ai/langchain#31596")
def _(text: str) -> None:
    assert headings(text) == ["Profil", "Profil › Langues", "Candidature"]


@case("langchain-ai/langchain#40298")
def _(text: str) -> None:
    assert headings(text) == ["Profil attendu"]


@case("career-ops-hq/career-ops#2563")
def _(text: str) -> None:
    kinds = [section.kind for section in posting(text).sections]
    assert len(kinds) == 3
    assert set(kinds) <= {"profile", "skills"}


@case("strelov1/freehire#2531")
def _(text: str) -> None:
    found = facts(text, "language", "degree", "experience_years")
    assert {(str(fact.value), fact.modality) for fact in found} == {
        ("en", "required"), ("ar", "asset"), ("Licence", "required"), ("master", "asset"), (str(Years(3)), "required"),
        (str(Years(5)), "asset"),
    }  # fmt: skip


@case("colophon-group/jobseek#3325")
def _(text: str) -> None:
    assert values(text, "pay") == [Amount(480, 480, "EUR", "month"), Amount(16.97, 16.97, "EUR", "hour")]


@case("JSONbored/awesome-claude#1750")
def _(text: str) -> None:
    assert values(text, "pay") == [Amount(30000, 35000, "EUR", "year")]


@case("JavaMoney/jsr354-ri#193")
def _(text: str) -> None:
    written = text.split(" (")[0]
    for space in (" ", "\u00a0", "\u202f"):
        assert values(written.replace("14 000", f"14{space}000"), "pay") == [Amount(14000.5, 14000.5, "MAD", None)]


@case("speedyapply/JobSpy#294")
def _(text: str) -> None:
    assert values(text, "pay") == [Amount(6000, 8000, "MAD", "month")]


@case("speedyapply/JobSpy#380")
def _(text: str) -> None:
    assert values(text, "pay") == []
    assert text in chunks_of(posting(text))[0].text, "the wording can be quoted"


@case("eklem/words-n-numbers#106")
def _(text: str) -> None:
    assert values(text, "apply_to") == ["rh.projet@asso.example"]


@case("pymupdf/PyMuPDF#2279")
def _(text: str) -> None:
    (content,) = read(drawn([Drawn(text, font="Times-Roman")]), "a.pdf")
    assert isinstance(content, Content)
    assert content.text.strip() == "Chargé(e) de projet, date limite 10 août 2022, référence CP-3"


@case("ualbertalib/discovery#1411")
def _(text: str) -> None:
    documents, queries = (part.split(": ", 1)[1] for part in text.split("; "))
    index = KeywordIndex()
    for document in re.findall("« (.+?) »", documents):
        for apostrophe in "'’":
            written = re.sub("['’]", apostrophe, document)
            index.add([Document(written, written, written, "fr")])
    for query in queries.split(", "):
        found = {hit.id for hit in index.search(query, "fr", 9)}
        assert found in ({f"l'{query}", f"l’{query}"}, {f"d'{query}", f"d’{query}"})


@case("elastic/elasticsearch#52264")
def _(text: str) -> None:
    document, query = re.fullmatch("document « (.+?) »; query (.+)", text).groups()  # type: ignore[union-attr]
    (found,) = (token for token in tokens(document, "fr") if token.form == query)
    assert document[found.start : found.end] == query


@case("langchain-ai/langchain#38627")
def _(_text: str) -> None:
    same = "Comment postuler\n\nEnvoyer CV et lettre de motivation à rh@asso.example avant le 3 mai 2026.\n"
    with TemporaryDirectory() as folder, hash_store(Path(folder, "store")) as store:
        texts = {f"{name}.txt": f"{name} recrute un Poste {name}\n\n{same}" for name in ("Atlas", "Rif")}
        index_folder(store, write_files(Path(folder, "jobs"), texts))
        hits = store.keywords.search("lettre de motivation", "fr", 9)
        sources = [store.library.chunks[hit.id].posting for hit in hits]
        assert sorted(sources) == ["jobs/Atlas.txt", "jobs/Rif.txt"]
        assert all("lettre de motivation" in store.library.chunks[hit.id].text for hit in hits)
        asked = "Où envoyer la lettre de motivation ?"
        both = [p for p in retrieve(Query(asked, asked, "fr"), store) if "lettre de motivation" in p.chunk.text]
        assert sorted(passage.posting.name for passage in both) == ["Atlas.txt", "Rif.txt"]
        assert all(p.posting.text[p.chunk.start : p.chunk.end] == p.chunk.text for p in both)


@case("langchain-ai/langchain#37046")
def _(_text: str) -> None:
    found = [Hit("short", 0.9), *[Hit("long", 0.8)] * 6]
    assert [hit.id for hit in weighted_fusion(found, found)] == ["short", "long"]


@case("langchain-ai/langchain#24005")
def _(_text: str) -> None:
    shared = "\n\nMissions\n- Animer des ateliers dans les communes rurales de la région.\n"
    with TemporaryDirectory() as folder, hash_store(Path(folder, "store")) as store:
        texts = {f"{name}.txt": f"{name} recrute un Poste {name}{shared}" for name in ("Atlas", "Rif")}
        jobs = write_files(Path(folder, "jobs"), texts)
        counts = []
        for _ in range(2):
            index_folder(store, jobs, full=True)
            counts.append((len(store.library.postings), len(store.library.chunks), len(store.catalogue.pairs())))
        holders = {chunk.posting for chunk in store.library.chunks.values() if "communes rurales" in chunk.text}
    assert counts[0] == counts[1]
    assert holders == {"jobs/Atlas.txt", "jobs/Rif.txt"}


@case("mission-apprentissage/labonnealternance#2703")
def _(text: str) -> None:
    assert values(text, "contract") == ["CDD", "apprenticeship"]


@case("LINCnil/Guide-RGPD-du-developpeur#46")
def _(text: str) -> None:
    spellings = text.removesuffix(" de projet").split(", ")
    for spelling in [*spellings, *(f"chargé{dot}e" for dot in "\u2027\u22c5\u30fb\uff65\u0387")]:
        assert words(f"{spelling} de projet") == words("chargé·e de projet")
        assert plain_gender(clean(spelling)) == "chargé"
    assert sentences("• chargé\n• budget") == ["• chargé", "• budget"]


def check_of(reported: str) -> Check | None:
    return next((check for beginning, check in CHECKS.items() if reported.startswith(beginning)), None)


@pytest.mark.parametrize("reported", CASES)
def test_right(reported: str) -> None:
    row, check = CASES[reported], check_of(reported)
    if row["kind"] in ELSEWHERE:
        assert check is None
    else:
        assert check, "this row has no check"
        check(row["input"])


def test_every_check_has_its_row() -> None:
    assert len(CASES) == len(gold_rows("cases.jsonl")), "two rows of one name"
    assert [name for name in CHECKS if not any(reported.startswith(name) for reported in CASES)] == []
