"""From the words of a question to its reading."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import cast

from assistant.asking.conditions import conditions_of, period_of
from assistant.asking.lexicon import Tag, Word, corrected, holds, matches, tags_of, words_of
from assistant.asking.reading import Condition, Intent, Reading
from assistant.domain import FactField, Language
from assistant.glossary import related
from assistant.library import Library
from assistant.naming import by_organisation, by_place, by_title, name_words
from assistant.relevance import telling
from assistant.resources import table
from assistant.text import fold
from vectorstore.analysis import stems
from vectorstore.keyword import KeywordIndex

COMPARED: tuple[FactField, ...] = (
    "location", "language", "degree", "experience_years", "contract", "working_time", "duration", "pay", "deadline",
)  # fmt: skip
APPLYING: tuple[FactField, ...] = ("document", "apply_to", "subject_line", "reference", "deadline")
_JOB_NOUN_REACH = 2  # words between « quels » and « postes »


@dataclass(frozen=True)
class _Seen:
    """A question with what was found in it."""

    text: str
    language: Language
    words: tuple[Word, ...]
    tags: tuple[Tag, ...]

    def has(self, name: str, key: str | None = None) -> bool:
        """Whether a phrase of the table (and key) stands in it."""
        return any(tag.table == name and key in (None, tag.key) for tag in self.tags)

    def keys(self, name: str) -> list[str]:
        """The keys of a table's phrases in it, in order, each once."""
        return list(dict.fromkeys(tag.key for tag in self.tags if tag.table == name))


def read(text: str, language: Language, library: Library, keywords: KeywordIndex) -> Reading:
    """The reading of a question by itself, without what went before it."""
    names = name_words(library)
    words = tuple(corrected(words_of(text), lambda form: keywords.document_frequency(form) > 0, names))
    seen = _Seen(text, language, words, tuple(tags_of(words)))
    nouns = _job_nouns(words)
    every = _asks_about_all(seen, nouns)
    free = _free(seen, nouns)
    place, organisation = by_place(words, library, free), by_organisation(words, library, free)
    postings = place.postings & organisation.postings or place.postings | organisation.postings or None
    rest = [n for n in free if n not in place.words | organisation.words]
    elsewhere = _unknown_place(seen, rest) if every else ""
    topic, unknown, aside = _topic(seen, [n for n in rest if _word(seen, n) != elsewhere], keywords)
    intent = _intent(seen, every, nouns, bool(postings or elsewhere))
    if topic and intent in ("fact", "posting", "apply"):
        postings = by_title(" ".join(topic), language, library, postings) or postings
    if intent == "open":
        topic, aside = (*topic, *aside), ()
        intent = _only_named(topic, unknown, postings) or intent
    fields = _fields(seen, intent)
    conditions = tuple(_conditions(seen, intent, every, elsewhere))
    return Reading(
        question=text,
        text=_mended(text, words),
        language=language,
        intent=intent,
        fields=fields,
        conditions=conditions,
        postings=postings,
        places=_written(seen, place.words) if place.postings & (postings or frozenset()) else (),
        organisations=_written(seen, organisation.words) if organisation.postings & (postings or frozenset()) else (),
        topic=topic,
        unknown=unknown,
        aside=aside,
        extreme=next(iter(seen.keys("extreme")), ""),
        of_a_job=bool(nouns),
        every=every,
    )


def _mended(text: str, words: Sequence[Word]) -> str:
    """The question with its misspelt words put right, for those who search by words."""
    for word in reversed(words):
        if fold(text[word.start : word.end]) != word.form:
            text = text[: word.start] + word.form + text[word.end :]
    return text


def _only_named(topic: Sequence[str], unknown: Sequence[str], postings: Collection[str] | None) -> Intent | None:
    """« Enabel ? »: nothing but a name asks for what is there under it."""
    if topic or unknown or not postings:
        return None
    return "posting" if len(postings) == 1 else "set"


def _intent(seen: _Seen, every: bool, nouns: Sequence[int], somewhere: bool) -> Intent:
    named = any(tag.table in ("fields", "language", "contract", "working_time", "document", "degree", "status") for tag in seen.tags)
    if seen.has("compare"):
        return "comparison"
    if seen.has("extreme"):
        return "extreme"
    if seen.has("count"):
        return "count"
    if seen.has("apply") and not every:
        return "apply"
    if every and (named or somewhere):
        return "list" if _asks_for_fields(seen, nouns) else "set"
    if named and not every:
        return "fact"
    return "posting" if seen.has("about") and somewhere else "open"


def _asks_for_fields(seen: _Seen, nouns: Sequence[int]) -> bool:
    """« Quelles sont les dates limites des offres ? »: what is asked for stands before the postings."""
    fields = [tag for tag in seen.tags if tag.table == "fields"]
    values = [t for t in seen.tags if t.table in ("language", "contract", "working_time", "document", "degree", "status", "modality")]
    numbers = any(word.form.isdigit() for word in seen.words)
    return bool(fields) and not values and not numbers and bool(nouns) and fields[0].first < min(nouns)


def _fields(seen: _Seen, intent: Intent) -> tuple[FactField, ...]:
    named = tuple(cast(FactField, key) for key in seen.keys("fields"))
    if intent == "comparison":
        return named or COMPARED
    if intent == "apply":
        return tuple(dict.fromkeys((*named, *APPLYING)))
    return named


def _conditions(seen: _Seen, intent: Intent, every: bool, elsewhere: str) -> list[Condition]:
    if intent in ("comparison", "apply", "list", "posting", "open"):
        return []
    found = conditions_of(seen.words, seen.tags, presence=every and intent in ("set", "count"))
    period = period_of(seen.words)
    found = [replace(c, period=period) if c.field == "pay" else c for c in found]
    return [*found, Condition("location", elsewhere)] if elsewhere else found


def _job_nouns(words: Sequence[Word]) -> list[int]:
    nouns = table("asking.toml")["postings"]
    return sorted({at for at, _ in holds(words, [*nouns["plural"], *nouns["singular"]])})


def _asks_about_all(seen: _Seen, nouns: Sequence[int]) -> bool:
    """« Quels postes … », "is there a job …", "how many": not « le poste d'Oujda »."""
    words, tables = seen.words, table("asking.toml")["postings"]
    if seen.has("count") or seen.has("extreme") or seen.has("follow", "those") or holds(words, tables["alone"]):
        return True
    if holds(words, tables["plural"]):
        return True
    fields = [tag.first for tag in seen.tags if tag.table == "fields"]
    values = [tag.first for tag in seen.tags if tag.table == "contract"]  # « y a-t-il des stages ? »
    return any(
        0 <= noun - last <= _JOB_NOUN_REACH and not any(last <= field < noun for field in fields)
        for noun in (*nouns, *values)
        for _, last in holds(words, tables["which"])
    )


def _free(seen: _Seen, nouns: Sequence[int]) -> list[int]:
    """The words that no phrase of the tables accounts for."""
    used = {number for tag in seen.tags for number in range(tag.first, tag.last)} | set(nouns)
    return [number for number in range(len(seen.words)) if number not in used]


def _topic(seen: _Seen, rest: Sequence[int], keywords: KeywordIndex) -> tuple[tuple[str, ...], ...]:
    """The words left over that say something: those in postings, the names that are in none, and others in none."""
    filler = table("asking.toml")["filler"]["words"]
    topic, unknown, aside = [], [], []
    for word in (seen.words[n] for n in rest):
        if any(matches(word.form, pattern) for pattern in filler) or word.form.isdigit():
            continue
        # « Le » of « Le Partenariat » is no word of an English question.
        if not all(telling(word.form, spoken) for spoken in ({"fr", "en"} if word.capital else {seen.language})):
            continue
        written = seen.text[word.start : word.end]
        if any(keywords.document_frequency(form) for form in {word.form, *stems(word.form), *related(word.form)}):
            topic.append(written)
        elif word.capital and word.start > 0:
            unknown.append(written)
        else:
            aside.append(written)
    return tuple(topic), tuple(unknown), tuple(aside)


def _word(seen: _Seen, number: int) -> str:
    return seen.text[seen.words[number].start : seen.words[number].end]


def _written(seen: _Seen, numbers: Collection[int]) -> tuple[str, ...]:
    return tuple(_word(seen, n) for n in sorted(numbers))


def _unknown_place(seen: _Seen, rest: Sequence[int]) -> str:
    """A capitalised word behind « à » or "in" that is no posting's place of work."""
    before, weak = {"a", "in", "au", "near"}, table("names.toml")["weak"]["words"]
    for n in rest:
        word = seen.words[n]
        if n and word.capital and seen.words[n - 1].form in before and word.form not in weak:
            return _word(seen, n)
    return ""
