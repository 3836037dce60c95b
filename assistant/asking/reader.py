"""From the words of a question to its reading."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from assistant.asking.conditions import conditions_of, period_of
from assistant.asking.lexicon import Word, holds, matches
from assistant.asking.reading import Condition, Intent, Reading
from assistant.asking.seen import VALUES, Seen, look
from assistant.domain import FactField, Language, SectionKind
from assistant.glossary import related
from assistant.library import Library
from assistant.naming import by_organisation, by_place, by_title, title_words
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from vectorstore.analysis import stems
from vectorstore.keyword import KeywordIndex

COMPARED: tuple[FactField, ...] = (
    "location", "language", "degree", "experience_years", "contract", "working_time", "duration", "pay", "deadline",
)  # fmt: skip
APPLYING: tuple[FactField, ...] = ("document", "apply_to", "subject_line", "reference", "deadline")
_SURE_WORDS = 2  # words of a title that name it where nothing else says that a posting is meant
_NAMED_IN = 50  # passages among which a name is looked for
_DEFINITE = frozenset(["the", "this", "that", "le", "la", "ce", "cet", "cette", "du", "au", "my", "mon"])
_TOPIC_WORDS = 2  # words of a topic that every posting can be held against
_BETWEEN = frozenset(["et", "and", "avec", "with", "vs", "versus", "ou", "or"])
_JOB_NOUN_REACH = 2  # words between « quels » and « postes »


def read(text: str, language: Language, library: Library, keywords: KeywordIndex) -> Reading:
    """The reading of a question by itself, without what went before it."""
    seen = look(text, language, library, keywords)
    words = seen.words
    every = _asks_about_all(seen)
    several = every and bool(holds(words, _several()))
    free = _free(seen)
    place, organisation = by_place(words, library, free), by_organisation(words, library, free)
    postings = place.postings & organisation.postings or place.postings | organisation.postings or None
    rest = [n for n in free if n not in place.words | organisation.words]
    elsewhere = _unknown_place(seen, rest) if every else ""
    topic, unknown, aside = _topic(seen, [n for n in rest if seen.written(n) != elsewhere], library, keywords)
    intent = _intent(seen, every, bool(postings or elsewhere))
    if intent == "comparison":
        postings = _sides(seen, library, postings)
    elif topic and (intent in ("fact", "posting", "apply") or (intent == "open" and not every)):
        postings = _titled(topic, language, library, postings, surely=intent == "open") or postings
        if seen.has("about") and postings and intent == "open":
            intent = "posting"
    if intent == "open":
        plain, aside, topic = not aside, (), (*topic, *aside)
        if seen.has("sections") and postings and not topic:
            intent = "section"
        elif not topic and not unknown and seen.has("small_talk"):
            intent = "small_talk"
        else:
            intent = _only_named(topic, unknown, postings) or intent
        if every and not topic and not unknown and intent == "open":
            intent = "set"  # « liste des offres »
        if several and 0 < len(topic) <= _TOPIC_WORDS and plain and not unknown:
            intent = "set"  # « des postes saisonniers ? » is asked of every posting
    fields = _fields(seen, intent)
    conditions = tuple(_conditions(seen, intent, every, elsewhere))
    if intent == "fact" and (asked := _asked_of_value(seen)):
        fields, conditions = (asked,), ()
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
        sections=tuple(cast(SectionKind, key) for key in seen.keys("sections")),
        of_a_job=bool(seen.nouns),
        several=several,
        every=every,
    )


def _mended(text: str, words: Sequence[Word]) -> str:
    """The question with its misspelt words put right, for those who search by words."""
    for word in reversed(words):
        if fold(text[word.start : word.end]) != word.form:
            text = text[: word.start] + word.form + text[word.end :]
    return text


def _several() -> list[str]:
    return [*table("asking.toml")["postings"]["plural"], "lesquels", "lesquelles"]


def _titled(
    topic: Sequence[str], language: Language, library: Library, within: frozenset[str] | None, *, surely: bool
) -> frozenset[str]:
    """The postings whose title the topic names; `surely` only where it bears out two of its words, and most."""
    found = by_title(" ".join(topic), language, library, within)
    if not surely or not found:
        return found
    words = telling(" ".join(topic), language)
    posting = library.postings[min(found)]
    held = sum(borne_out(words, title_words(posting), posting.language))
    return found if held >= _SURE_WORDS and 2 * held > len(words) else frozenset()


def _sides(seen: Seen, library: Library, named: frozenset[str] | None) -> frozenset[str] | None:
    """The postings that a comparison names on its sides, by place, organisation or title."""
    cut = [-1, *(n for n, word in enumerate(seen.words) if word.form in _BETWEEN), len(seen.words)]
    found = set(named or ())
    for first, last in pairwise(cut):
        free = [n for n in _free(seen) if first < n < last]
        side = by_place(seen.words, library, free).postings | by_organisation(seen.words, library, free).postings
        topic = " ".join(seen.written(n) for n in free if not _is_filler(seen.words[n].form))
        if not side and topic:
            found |= by_title(topic, seen.language, library, None)
    return frozenset(found) or None


def _asked_of_value(seen: Seen) -> FactField | None:
    """« quel niveau d'anglais » asks for the level, "when did it close" for the day: no yes or no."""
    if seen.has("language") and holds(seen.words, table("asking.toml")["level"]["words"]):
        return "language"
    return "deadline" if seen.has("status") and seen.begins("when", "quand") else None


def _is_filler(form: str) -> bool:
    return any(matches(form, pattern) for pattern in table("asking.toml")["filler"]["words"])


def _only_named(topic: Sequence[str], unknown: Sequence[str], postings: Collection[str] | None) -> Intent | None:
    """« Enabel ? »: nothing but a name asks for what is there under it."""
    if topic or unknown or not postings:
        return None
    return "posting" if len(postings) == 1 else "set"


def _intent(seen: Seen, every: bool, somewhere: bool) -> Intent:
    named = any(tag.table in ("fields", "status", *VALUES) for tag in seen.tags)
    if seen.has("compare"):
        return "comparison"
    if seen.has("extreme"):
        return "extreme"
    if seen.has("count"):
        return "count"
    if seen.has("apply") and not every:
        return "apply"
    if every and (named or somewhere):
        return "list" if _asks_for_fields(seen) else "set"
    if named and not every:
        return "fact"
    return "posting" if seen.has("about") and somewhere else "open"


def _asks_for_fields(seen: Seen) -> bool:
    """« Quelles sont les dates limites des offres ? »: what is asked for stands before the postings."""
    fields = [tag for tag in seen.tags if tag.table == "fields"]
    values = [t for t in seen.tags if t.table in ("status", "modality", *VALUES)]
    numbers = any(word.form.isdigit() for word in seen.words)
    return bool(fields) and not values and not numbers and bool(seen.nouns) and fields[0].first < min(seen.nouns)


def _fields(seen: Seen, intent: Intent) -> tuple[FactField, ...]:
    named = tuple(cast(FactField, key) for key in seen.keys("fields"))
    if intent == "comparison":
        return named or COMPARED
    if intent == "apply":
        return tuple(dict.fromkeys((*named, *APPLYING)))
    return named


def _conditions(seen: Seen, intent: Intent, every: bool, elsewhere: str) -> list[Condition]:
    if intent in ("comparison", "apply", "list", "posting", "open"):
        return []
    found = conditions_of(seen.words, seen.tags, presence=every and intent in ("set", "count"))
    period = period_of(seen.words)
    found = [replace(c, period=period) if c.field == "pay" else c for c in found]
    return [*found, Condition("location", elsewhere)] if elsewhere else found


def _asks_about_all(seen: Seen) -> bool:
    """« Quels postes … », "is there a job …", "how many": not « le poste d'Oujda »."""
    words, tables = seen.words, table("asking.toml")["postings"]
    if seen.has("count") or seen.has("extreme") or seen.has("follow", "those") or holds(words, tables["alone"]):
        return True
    if holds(words, tables["plural"]):
        return True
    fields = [tag.first for tag in seen.tags if tag.table == "fields"]
    values = [tag.first for tag in seen.tags if tag.table == "contract"]  # « y a-t-il des stages ? »
    return any(
        0 <= noun - last <= _JOB_NOUN_REACH
        and not any(last <= field < noun for field in fields)
        and not (noun > last and words[noun - 1].form in _DEFINITE)
        for noun in (*seen.nouns, *values)
        for _, last in holds(words, tables["which"])
    )


def _free(seen: Seen) -> list[int]:
    """The words that no phrase of the tables accounts for."""
    used = {number for tag in seen.tags for number in range(tag.first, tag.last)} | set(seen.nouns)
    return [number for number in range(len(seen.words)) if number not in used]


def _topic(
    seen: Seen, rest: Sequence[int], library: Library, keywords: KeywordIndex
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words left over that say something: those in postings, the names that are in none, and others in none."""
    topic: list[str] = []
    unknown: list[str] = []
    aside: list[str] = []
    telling_ones = [n for n in rest if _tells(seen, n)]
    names = _names(seen, telling_ones)
    absent = {n for name in names for n in name if not _stands(" ".join(map(seen.written, name)), library, keywords)}
    for n in telling_ones:
        word = seen.words[n]
        known = any(keywords.document_frequency(form) for form in {word.form, *stems(word.form), *related(word.form)})
        if n in absent or (not known and word.capital and n):
            unknown.append(seen.written(n))
        else:
            (topic if known else aside).append(seen.written(n))
    return tuple(topic), tuple(unknown), tuple(aside)


def _tells(seen: Seen, number: int) -> bool:
    """Whether a word says what the question is about: no filler, number, country, or stop word."""
    word = seen.words[number]
    if _is_filler(word.form) or word.form.isdigit() or word.form in table("names.toml")["weak"]["words"]:
        return False
    # « Le » of « Le Partenariat » is no word of an English question.
    return all(telling(word.form, spoken) for spoken in ({"fr", "en"} if word.capital else {seen.language}))


def _names(seen: Seen, numbers: Sequence[int]) -> list[list[int]]:
    """Capitalised words in a row within the question, which together are a name: « Médecins Sans Frontières »."""
    runs: list[list[int]] = []
    capital = [n for n, word in enumerate(seen.words) if word.capital and n and (n in numbers or n - 1 in numbers)]
    for n in capital:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if len(run) > 1 and set(run) & set(numbers)]


def _stands(name: str, library: Library, keywords: KeywordIndex) -> bool:
    """Whether a posting holds these words in this order."""
    wanted = fold(name)
    postings = {
        library.chunks[hit.id].posting for hit in keywords.search(name, "fr", _NAMED_IN) if hit.id in library.chunks
    }
    return any(wanted in fold(library.postings[posting].text) for posting in postings)


def _written(seen: Seen, numbers: Collection[int]) -> tuple[str, ...]:
    return tuple(seen.written(n) for n in sorted(numbers))


def _unknown_place(seen: Seen, rest: Sequence[int]) -> str:
    """A capitalised word behind « à » or "in" that is no posting's place of work."""
    before, weak = {"a", "in", "au", "near"}, table("names.toml")["weak"]["words"]
    for n in rest:
        word = seen.words[n]
        if n and word.capital and seen.words[n - 1].form in before and word.form not in weak:
            return seen.written(n)
    return ""
