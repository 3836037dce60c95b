"""The postings that speak of a topic which no table knows: "horses", « la maraude »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain import Chunk, Language, Passage
from assistant.glossary import related
from assistant.relevance import Relevance, held_in, vocabulary_of
from assistant.store import Store
from vectorstore.analysis import stems, stop_words

_SEARCHED = 5_000  # passages among which a topic is looked for
_NEAR = 300  # passages among which the posting is looked for that holds most of a question
_SEVERAL = 2  # words of a name
_MOST = 0.6  # share of a topic's words that makes a passage speak of it


def speaking_of(topic: Sequence[str], language: str, store: Store) -> dict[str, Passage]:
    """The postings (ids) with a passage that holds most of the words of a topic, or words for the same things.

    Each comes with its best passage, whose score is the share of the words that it holds.
    """
    relevance = Relevance.of(" ".join(topic), language, store.keywords)
    library = store.library
    hits = store.keywords.search(relevance.as_written, language, _SEARCHED, library.searched, related)
    ids = [hit.id for hit in hits if hit.id in library.chunks]
    words = {each.id: each.words for each in store.catalogue.words(ids, by="id")}
    covered = Covered(relevance)
    found: dict[str, Passage] = {}
    for identity in ids:
        chunk = library.chunks[identity]
        posting = library.postings[chunk.posting]
        share = covered.share_of(chunk, posting.language, words.get(identity, ""))
        if share >= _MOST and (posting.id not in found or share > found[posting.id].score):
            found[posting.id] = Passage(posting, chunk, share)
    return _by_name(topic, found) or found


def _by_name(topic: Sequence[str], found: Mapping[str, Passage]) -> dict[str, Passage]:
    """Those that hold a name of several words as it is written: « Business Objects », and no business objectives."""
    if len(topic) < _SEVERAL or not all(word[:1].isupper() for word in topic):
        return {}
    name = " ".join(topic).casefold()
    return {posting: each for posting, each in found.items() if name in each.posting.text.casefold()}


def shares_of(relevance: Relevance, language: str, store: Store) -> dict[str, float]:
    """How much of a question's words each posting (id) holds in all its passages together, 0 to 1."""
    library = store.library
    hits = store.keywords.search(relevance.as_written, language, _NEAR, library.searched, related)
    ids = [hit.id for hit in hits if hit.id in library.chunks]
    words = {each.id: each.words for each in store.catalogue.words(ids, by="id")}
    covered = Covered(relevance)
    held: dict[str, frozenset[int]] = {}
    for identity in ids:
        posting = library.chunks[identity].posting
        held[posting] = held.get(posting, frozenset()) | covered.held_by(words.get(identity, ""))
    return {posting: relevance.share(numbers) for posting, numbers in held.items()}


class Covered:
    """How many of the words of a topic passages hold, told by the words that are kept of them.

    It is `Relevance.coverage` without reading thousands of texts: a word is held against the topic once.
    """

    def __init__(self, relevance: Relevance) -> None:
        """Take the topic, weighed; nothing is read yet."""
        self._relevance = relevance
        self._held: dict[str, frozenset[int]] = {}  # a folded word: the numbers of those of the topic that it bears out
        self._idle: set[str] = set()  # folded words that bear none out
        alike = {form for word in relevance.words for form in (word.form, *related(word.form))}
        self._letters = {known[0] for form in alike for known in (form, *stems(form))}

    def share_of(self, chunk: Chunk, language: Language, words: str) -> float:
        """The share that a passage holds; `words` are those kept of it (see `words_of`), none where it has changed."""
        if not words:
            return self._relevance.coverage(chunk.text_to_embed, language)
        forms = {form for form in words.partition("\n")[0].split(" ") if self._may_bear_out(form)} - self._idle
        telling = {form: held for form in forms if (held := self._held_by(form))}
        share = self._relevance.share(frozenset[int]().union(*telling.values()))
        if share < _MOST or telling.keys().isdisjoint(stop_words()[language]):
            return share
        return self._relevance.coverage(chunk.text_to_embed, language)  # capitals alone tell "IT" from "it"

    def held_by(self, words: str) -> frozenset[int]:
        """The numbers of the topic's words that the words kept of a passage bear out."""
        forms = (form for form in words.partition("\n")[0].split(" ") if self._may_bear_out(form))
        return frozenset[int]().union(*map(self._held_by, forms))

    def _may_bear_out(self, form: str) -> bool:
        """Whether a word begins as one of the topic or its like does; of Arabic ones the stem begins otherwise."""
        return form[:1] in self._letters or not form.isascii()

    def _held_by(self, form: str) -> frozenset[int]:
        if form not in self._held:
            held = held_in(self._relevance.words, vocabulary_of(frozenset([form])))
            self._held[form] = frozenset(n for n, each in enumerate(held) if each)
            if not any(held):
                self._idle.add(form)
        return self._held[form]
