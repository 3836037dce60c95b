"""How well documents are found: by words, by vectors, by plain fusion of the two, and as the program finds passages.

`BENCH_DATA` names the folder of the sets. The encoder, the keyword index and the fusion are those of the program; what
is measured as `ours` goes through `hybrid_search` and `judged`, as every question of the program does.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from assistant.glossary import related
from assistant.settings import Settings
from tests.benchmarks.facts import DATA
from tests.benchmarks.report import Row
from tests.benchmarks.retrieval_sets import RetrievalSet, retrieval_sets
from vectorstore.embedding import Embedder, load_embedder
from vectorstore.exact import ExactStore
from vectorstore.hybrid import DEPTH, JUDGED, HybridQuery, best_of_groups, hybrid_search, judged
from vectorstore.keyword import Document, KeywordIndex
from vectorstore.records import Hit, Record
from vectorstore.second_encoder import SecondEncoder

_DEEP = 10  # documents that are looked at
_RANK = 60  # the constant of plain reciprocal rank fusion

Ranking = Sequence[str]


def measure() -> Iterator[Row]:
    """A row a set: nDCG@10 of the four ways, and beside them hit@1 and hit@5.

    Without `BENCH_DATA` nothing is measured, and standard error says so.
    """
    folder = os.environ.get(DATA)
    if not folder:
        print(f"retrieval: not measured; set {DATA} to the folder of the sets", file=sys.stderr)
        return
    settings = Settings.from_environment(os.environ)
    embedder, second = load_embedder(settings.embedding_model, settings.cache), SecondEncoder()
    for one in retrieval_sets(Path(folder)):
        yield scores(one, embedder, second)


def scores(one: RetrievalSet, embedder: Embedder, second: Embedder) -> Row:
    """The row of one set; `second` is the encoder that judges the first hits."""
    rankings = rank(one, embedder, second)
    right = [one.right[question.id] for question in one.questions]
    row: Row = {"set": one.name}
    for measured, name in ((ndcg, ""), (lambda r, a: hit(r, a, 1), " hit@1"), (lambda r, a: hit(r, a, 5), " hit@5")):
        for way, found in rankings.items():
            marks = [measured(ranking, answers) for ranking, answers in zip(found, right, strict=True)]
            row[way + name] = round(sum(marks) / len(marks), 4)
    return row


def rank(one: RetrievalSet, embedder: Embedder, second: Embedder) -> dict[str, list[Ranking]]:
    """The documents (ids) found for each question, best first, by each of the four ways."""
    keywords, dense = KeywordIndex(), ExactStore()
    keywords.add(Document(d.id, d.id, d.whole, d.language, d.title) for d in one.documents)
    vectors = embedder.passages([document.whole for document in one.documents])
    dense.upsert([Record(d.id, d.id, d.id, v) for d, v in zip(one.documents, vectors, strict=True)])
    groups = {document.id: document.id for document in one.documents}
    found: dict[str, list[Ranking]] = {"bm25": [], "dense": [], "plain": [], "ours": []}
    questions = [question.text for question in one.questions]
    opinions = second.passages([document.whole for document in one.documents])
    also = {document.id: row for document, row in zip(one.documents, opinions, strict=True)}
    asked = zip(one.questions, embedder.questions(questions), second.questions(questions), strict=True)
    for question, vector, opinion in asked:
        query = HybridQuery(vector, question.text, question.language)
        ours = hybrid_search(query, dense.search, keywords, related)
        words = keywords.search(question.text, question.language, DEPTH)
        found["bm25"].append(_ids(words))
        found["dense"].append(_ids(ours.dense))
        found["plain"].append(reciprocal_ranks([_ids(words), _ids(ours.dense)]))
        near = [float(also[hit.id] @ opinion) for hit in ours.joined[:JUDGED]]
        found["ours"].append(_ids(best_of_groups(judged(ours.joined, near), groups)))
    return found


def reciprocal_ranks(rankings: Sequence[Ranking]) -> Ranking:
    """Plain reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009), equal sums by id."""
    total: dict[str, float] = {}
    for ranking in rankings:
        for place, identity in enumerate(ranking, start=1):
            total[identity] = total.get(identity, 0.0) + 1 / (_RANK + place)
    return sorted(total, key=lambda identity: (-total[identity], identity))


def ndcg(ranking: Ranking, right: Collection[str]) -> float:
    """nDCG@10 where every right document counts the same."""
    gained = sum(1 / math.log2(place + 2) for place, identity in enumerate(ranking[:_DEEP]) if identity in right)
    return gained / sum(1 / math.log2(place + 2) for place in range(min(_DEEP, len(right))))


def hit(ranking: Ranking, right: Collection[str], deep: int) -> float:
    """1 where a right document is among the first so many, else 0."""
    return float(any(identity in right for identity in ranking[:deep]))


def _ids(hits: Sequence[Hit]) -> Ranking:
    return [hit.id for hit in hits]
