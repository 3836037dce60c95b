"""Keyword search by BM25 over an index in memory, made anew at every start."""

import math
import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tantivy import Document as TantivyDocument
from tantivy import Index, Occur, Query, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from vectorstore.analysis import Token, content_tokens, fold, stems, terms
from vectorstore.records import Hit, ordered

_HEAP_BYTES = 50_000_000
_FORM_BOOST = 1.5
# A word of the title says more of what a text is about than one of its body, in which it counts as well.
_TITLE_BOOST = 1.25
# How much of the weaker ways in which a word was found is added to the best one.
_TIE_BREAKER = 0.1
_MOST_QUESTION_WORDS = 200
# Hits asked for beyond those wanted, so that one search mostly tells which of them score as much as the last one.
_EQUAL = 16
_SPACES = "spaces"
_BODY = ("form", "stem")

Alternatives = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be found by its words; ``language`` ("fr", "en", or another) is that of the text.

    ``title`` is what the whole is called that the text is a part of; its words count apart from those of the text.
    """

    id: str
    group: str
    text: str
    language: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A document taken apart for the index: its forms, its stems and the stems of its title, a line each."""

    id: str
    group: str
    words: str


def words_of(document: Document) -> Words:
    """Take a document apart, which is most of the work of indexing it: keep what comes of it to index it again."""
    forms, stemmed = terms(document.text, document.language)
    lines = (forms, stemmed, terms(document.title, document.language)[1])
    return Words(document.id, document.group, "\n".join(map(" ".join, lines)))


def no_alternatives(form: str) -> Iterable[str]:  # noqa: ARG001
    """No word has another that means the same."""
    return ()


class Keywords(Protocol):
    """What is asked of a keyword index."""

    def document_frequency(self, stem_or_form: str) -> int:
        """Return how many documents hold a word, as this folded form or as this stem."""

    def search(
        self,
        text: str,
        language: str,
        limit: int,
        groups: Collection[str] | None = None,
        alternatives: Alternatives = no_alternatives,
    ) -> list[Hit]:
        """Return at most ``limit`` hits for a question (see `KeywordIndex.search`)."""


class KeywordIndex:
    """An inverted index of exact folded forms and of stems in the language of each text.

    A question looks up its words as they are, which counts more, and the stems that every language makes of them: a
    French text is found by the English cognate, and by names. Words that mean the same may be looked up in its place.
    Stop words of the question's language do not count.
    Any number of threads may search while one adds or deletes; a search sees each change whole.
    """

    def __init__(self) -> None:
        """Make an empty index."""
        builder = SchemaBuilder()
        for name in ("id", "group"):
            builder.add_text_field(name, stored=name == "id", tokenizer_name="raw", index_option="basic")
        for name in (*_BODY, "title"):
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
        self.replace((), map(words_of, documents))

    def replace(self, groups: Collection[str], documents: Iterable[Words]) -> None:
        """Remove every document of some groups and add others, in one step for whoever searches."""
        with self._writing:
            for group in groups:
                self._writer.delete_documents_by_term("group", group)
            if groups:
                self._groups = {identity: held for identity, held in self._groups.items() if held not in groups}
            for document in documents:
                self._put(document)
            self._writer.commit()
            self._index.reload()

    def search(
        self,
        text: str,
        language: str,
        limit: int,
        groups: Collection[str] | None = None,
        alternatives: Alternatives = no_alternatives,
    ) -> list[Hit]:
        """Return at most ``limit`` hits for a question, best first, equal scores by id.

        Scores are those of BM25 as shares of what the whole question would score, each of its words found once in
        its exact form in a text of ordinary length: positive, comparable from question to question, 1 or more where
        all of it is there. A word that no document holds counts as the rarest, so that a question in a language of
        which the index holds nothing has low scores throughout. ``alternatives`` gives, for a folded word, others that
        mean the same. ``groups`` keeps the search to those groups: None is all of them, an empty collection finds
        nothing.
        """
        words = list({token.form: token for token in content_tokens(text, language)}.values())[:_MOST_QUESTION_WORDS]
        if not words or limit <= 0 or (groups is not None and not groups):
            return []
        looked_up = [(token.form, self._stems_of(token, alternatives)) for token in words]
        query = Query.boolean_query([(Occur.Should, self._word_query(*word)) for word in looked_up])
        if groups is not None:
            within = Query.term_set_query(self._schema, "group", sorted(set(groups)))
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(within, 0.0))])
        whole = _FORM_BOOST * sum(self._rarity(*word) for word in looked_up)
        return [Hit(hit.id, hit.score / whole) for hit in self._hits(query, limit)]

    def document_frequency(self, stem_or_form: str) -> int:
        """Return how many documents hold a word, as this folded form or as this stem."""
        word = fold(stem_or_form)
        either = Query.boolean_query([(Occur.Should, self._term(field, word)) for field in _BODY])
        # The library's own stubs leave the count out.
        found: Any = self._index.searcher().search(either, limit=1, count=True)
        return int(found.count or 0)

    def _put(self, document: Words) -> None:
        if document.id in self._groups:
            self._writer.delete_documents_by_term("id", document.id)
        form, stem, title = document.words.split("\n")
        fields = {"id": document.id, "group": document.group, "form": form, "stem": stem, "title": title}
        self._writer.add_document(TantivyDocument.from_dict(fields, self._schema))
        self._groups[document.id] = document.group

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, index_option="freq")

    def _stems_of(self, token: Token, alternatives: Alternatives) -> list[str]:
        """The stems by which a word of a question is looked up: its own, and those of the words for the same thing."""
        others = (stem for word in alternatives(token.form) for stem in stems(word))
        return sorted({*stems(token.form), token.stem, *others})

    def _word_query(self, form: str, found_by: Sequence[str]) -> Query:
        exact = Query.boost_query(self._term("form", form), _FORM_BOOST)
        body = [exact, *(self._term("stem", stem) for stem in found_by)]
        title = Query.disjunction_max_query([self._term("title", stem) for stem in found_by], _TIE_BREAKER)
        return Query.boolean_query(
            [
                (Occur.Should, Query.disjunction_max_query(body, _TIE_BREAKER)),
                (Occur.Should, Query.boost_query(title, _TITLE_BOOST)),
            ]
        )

    def _rarity(self, form: str, found_by: Sequence[str]) -> float:
        """The inverse document frequency, as BM25 has it, of the commonest of the terms by which a word is found."""
        searcher = self._index.searcher()
        terms_ = [("form", form), *(("stem", stem) for stem in found_by)]
        found = max(searcher.doc_freq(field, term) for field, term in terms_)
        # Documents that were deleted are counted with their terms for a while.
        return math.log(1 + (max(len(self) - found, 0) + 0.5) / (found + 0.5))

    def _hits(self, query: Query, limit: int) -> list[Hit]:
        searcher = self._index.searcher()
        wanted = limit + _EQUAL
        while True:
            found = searcher.search(query, limit=wanted, count=False).hits
            # Equal scores come in any order: all that equal the last one are needed for the id to decide.
            if len(found) < wanted or found[-1][0] < found[limit - 1][0]:
                break
            wanted *= 2
        last = found[limit - 1][0] if len(found) > limit else 0.0
        hits = [Hit(str(searcher.doc(address)["id"][0]), float(score)) for score, address in found if score >= last]
        return ordered(hits, limit)
