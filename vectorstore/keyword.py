"""Keyword search by BM25 over an index in memory, made anew at every start."""

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tantivy import Document as TantivyDocument
from tantivy import Index, Occur, Query, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from vectorstore.analysis import Token, content_tokens, fold, stems, terms
from vectorstore.records import Hit, ordered

_HEAP_BYTES = 50_000_000
_FORM_BOOST = 1.5
# How much of the weaker ways in which a word was found is added to the best one.
_TIE_BREAKER = 0.1
_MOST_QUESTION_WORDS = 200
_SPACES = "spaces"


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be found by its words; ``language`` ("fr", "en", or another) is that of the text."""

    id: str
    group: str
    text: str
    language: str


class KeywordIndex:
    """An inverted index of exact folded forms and of stems in the language of each text.

    A question looks up its words as they are, which counts more, and the stems that every language makes of them: a
    French text is found by the English cognate, and by names. Stop words of the question's language do not count.
    Any number of threads may search while one adds or deletes; a search sees each change whole.
    """

    def __init__(self) -> None:
        """Make an empty index."""
        builder = SchemaBuilder()
        for name in ("id", "group"):
            builder.add_text_field(name, stored=name == "id", tokenizer_name="raw", index_option="basic")
        for name in ("form", "stem"):
            builder.add_text_field(name, tokenizer_name=_SPACES, index_option="freq")
        self._schema = builder.build()
        self._index = Index(self._schema)
        self._index.register_tokenizer(_SPACES, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
        # One thread: with several, the order of documents, and so of equal scores, would change from run to run.
        self._writer = self._index.writer(heap_size=_HEAP_BYTES, num_threads=1)
        self._writing = threading.Lock()
        self._groups: dict[str, str] = {}

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._groups)

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents, each in place of the one of the same id; all are found at once when this returns."""
        with self._writing:
            for document in documents:
                if document.id in self._groups:
                    self._writer.delete_documents_by_term("id", document.id)
                forms, stemmed = terms(document.text, document.language)
                fields = {
                    "id": document.id,
                    "group": document.group,
                    "form": " ".join(forms),
                    "stem": " ".join(stemmed),
                }
                self._writer.add_document(TantivyDocument.from_dict(fields, self._schema))
                self._groups[document.id] = document.group
            self._commit()

    def delete_group(self, group: str) -> None:
        """Remove every document of a group."""
        with self._writing:
            self._writer.delete_documents_by_term("group", group)
            self._groups = {identity: held for identity, held in self._groups.items() if held != group}
            self._commit()

    def search(self, text: str, language: str, limit: int, groups: Collection[str] | None = None) -> list[Hit]:
        """Return at most ``limit`` hits for a question, best first, equal scores by id.

        Scores are those of BM25: positive, comparable only within one search. ``groups`` keeps the search to those
        groups: None is all of them, an empty collection finds nothing.
        """
        words = {token.form: token for token in content_tokens(text, language)}
        if not words or limit <= 0 or (groups is not None and not groups):
            return []
        query = Query.boolean_query(
            [(Occur.Should, self._word_query(token)) for token in list(words.values())[:_MOST_QUESTION_WORDS]]
        )
        if groups is not None:
            within = Query.term_set_query(self._schema, "group", sorted(set(groups)))
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(within, 0.0))])
        return self._hits(query, limit)

    def document_frequency(self, stem_or_form: str) -> int:
        """Return how many documents hold a word, as this folded form or as this stem."""
        word = fold(stem_or_form)
        either = Query.boolean_query([(Occur.Should, self._term(field, word)) for field in ("form", "stem")])
        # The library's own stubs leave the count out.
        found: Any = self._index.searcher().search(either, limit=1, count=True)
        return int(found.count or 0)

    def _commit(self) -> None:
        self._writer.commit()
        self._index.reload()

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, index_option="freq")

    def _word_query(self, token: Token) -> Query:
        exact = Query.boost_query(self._term("form", token.form), _FORM_BOOST)
        by_stem: Sequence[Query] = [self._term("stem", stem) for stem in sorted(stems(token.form) | {token.stem})]
        return Query.disjunction_max_query([exact, *by_stem], _TIE_BREAKER)

    def _hits(self, query: Query, limit: int) -> list[Hit]:
        searcher = self._index.searcher()
        wanted = limit
        while True:
            found = searcher.search(query, limit=wanted, count=False).hits
            # Equal scores come in any order: all that equal the last one are needed for the id to decide.
            if len(found) < wanted or wanted >= len(self) or found[-1][0] < found[limit - 1][0]:
                break
            wanted = min(2 * wanted + 1, max(len(self), limit))
        hits = [Hit(str(searcher.doc(address)["id"][0]), float(score)) for score, address in found]
        return ordered(hits, limit)
