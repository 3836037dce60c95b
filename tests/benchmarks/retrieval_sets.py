"""The sets that retrieval is measured on, read from the folder that `BENCH_DATA` names; none is part of the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.language import detect, is_foreign

PAIRS = "postings_en_fr_pairs.json"
_NAMES = {"fquad_valid_fr": "fquad", "cnil_faq_fr": "cnil"}  # the others are called as their folders
_BILINGUAL = "xquad_en_ar"


@dataclass(frozen=True)
class Text:
    """A document or a question (which has no title), in a language as the program takes it."""

    id: str
    title: str
    text: str
    language: str

    @property
    def whole(self) -> str:
        """Title and text."""
        return f"{self.title}\n{self.text}" if self.title else self.text


@dataclass(frozen=True)
class RetrievalSet:
    """Questions, documents, and for each question (id) the documents (ids) that answer it."""

    name: str
    documents: tuple[Text, ...]
    questions: tuple[Text, ...]
    right: dict[str, frozenset[str]]


def retrieval_sets(folder: Path) -> Iterator[RetrievalSet]:
    """Every set of a folder; OSError where one cannot be read."""
    for place in sorted(path for path in (folder / "retrieval").glob("*/") if (path / "qrels.tsv").exists()):
        if place.name == _BILINGUAL:
            yield from _bilingual(place)
        else:
            yield _set(place, _NAMES.get(place.name, place.name))
    if (folder / PAIRS).exists():
        yield from _pairs(folder / PAIRS)


def _set(folder: Path, name: str, questions: str = "", documents: str = "") -> RetrievalSet:
    """A set, of the questions and documents alone whose ids begin so."""
    found = [_text(row) for row in _rows(folder / "corpus.jsonl") if row["id"].startswith(documents)]
    ids = {text.id for text in found}
    right = {question: held & ids for question, held in _right(folder / "qrels.tsv").items()}
    asked = [_text(row) for row in _rows(folder / "queries.jsonl") if row["id"].startswith(questions)]
    return RetrievalSet(name, tuple(found), tuple(text for text in asked if right.get(text.id)), right)


def _bilingual(folder: Path) -> Iterator[RetrievalSet]:
    yield _set(folder, "xquad_en", "en", "en")
    yield _set(folder, "xquad_ar_en", "ar", "en")


def _pairs(path: Path) -> Iterator[RetrievalSet]:
    """The title of a posting in one language asks for the posting in the other."""
    pairs = json.loads(path.read_text(encoding="utf8"))
    for asked, found in (("en", "fr"), ("fr", "en")):
        questions = tuple(Text(str(n), "", pair[asked]["title"], asked) for n, pair in enumerate(pairs))
        documents = tuple(
            Text(str(n), pair[found]["title"], pair[found]["body"], found) for n, pair in enumerate(pairs)
        )
        right = {question.id: frozenset({question.id}) for question in questions}
        yield RetrievalSet(f"pairs_{asked}_{found}", documents, questions, right)


def _text(row: dict[str, Any]) -> Text:
    title, text = row.get("title") or "", row["text"]
    language = "other" if is_foreign(text) else detect(f"{title}\n{text}")
    return Text(row["id"], title, text, language)


def _right(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf8").splitlines()[1:]:
        question, document, score = line.split("\t")
        if float(score) > 0:
            found.setdefault(question, set()).add(document)
    return {question: frozenset(documents) for question, documents in found.items()}


def _rows(path: Path) -> list[dict[str, Any]]:
    # Not splitlines: a text may hold a line separator that JSON leaves as it is.
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]
