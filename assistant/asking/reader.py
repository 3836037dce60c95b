"""From the words of a question to its reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from assistant.asking.called import called, narrowed
from assistant.asking.conditions import conditions_of, period_of
from assistant.asking.leftovers import Left, is_filler, left_over
from assistant.asking.lexicon import Word, holds
from assistant.asking.reading import WANTED, Condition, Intent, Reading
from assistant.asking.seen import VALUES, Seen, look
from assistant.domain import FactField, Language, SectionKind
from assistant.library import Library
from assistant.naming import Named, by_organisation, by_place, by_title, title_words
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from vectorstore.keyword import Keywords

COMPARED: tuple[FactField, ...] = (
    "location", "language", "degree", "experience_years", "contract", "working_time", "duration", "pay", "deadline",
)  # fmt: skip
APPLYING: tuple[FactField, ...] = ("document", "apply_to", "subject_line", "reference", "deadline")
_SURE_WORDS = 2  # words of a title that name it where nothing else says that a posting is meant
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d.,]?\d)")  # "26 000", "26,000"
_RUN_TOGETHER = re.compile(r"\b(do|does|did|is|are|was|were|has|have)nt\b", re.IGNORECASE)
_DEFINITE = frozenset(["the", "this", "that", "le", "la", "ce", "cet", "cette", "du", "au", "my", "mon"])
# Fields that a set can be asked to state without saying what.
_STATED = ("driving_licence", "degree", "experience_years", "pay", "expenses", "document", "reference", "subject_line")
_TOPIC_WORDS = 2  # words of a topic that every posting can be held against
_BETWEEN = frozenset(["et", "and", "avec", "with", "vs", "versus", "ou", "or"])
_JOB_NOUN_REACH = 2  # words between « quels » and « postes »


def read(text: str, language: Language, library: Library, keywords: Keywords) -> Reading:
    """The reading of a question by itself, without what went before it."""
    text = _spelt_out(text) if language == "en" else text
    text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found.group()), text)
    seen = look(text, language, library, keywords)
    every = _asks_about_all(seen)
    free = _free(seen)
    place, organisation = by_place(seen.words, library, free), by_organisation(seen.words, library, free)
    if organisation.words <= place.words:  # « Zinder » of « ONG Zinder » says no more than the place
        organisation = Named(frozenset(), frozenset())
    named = place.postings & organisation.postings or place.postings | organisation.postings or None
    rest = [n for n in free if n not in place.words | organisation.words]
    elsewhere = _unknown_place(seen, rest) if every else ""
    left = left_over(seen, [n for n in rest if seen.written(n) != elsewhere], library, keywords)
    intent = _intent(seen, every, bool(named or elsewhere))
    postings = _meant(seen, intent, every, left, library, keywords, named)
    if intent == "open":
        intent = _settled(seen, every, left, postings, library)
        left = left if intent == "set" else Left((*left.topic, *left.aside), left.unknown)
    value = _asked_of_value(seen) if intent == "fact" else None
    if intent in ("fact", "apply", "posting") and (of_kind := _of_kind(seen, library)):
        postings = (postings & of_kind or postings) if postings else of_kind
        seen = replace(seen, tags=tuple(tag for tag in seen.tags if tag.table != "contract"))
    return Reading(
        question=text,
        text=_mended(text, seen.words),
        language=language,
        intent=intent,
        fields=(value,) if value else _fields(seen, intent),
        conditions=() if value else tuple(_conditions(seen, intent, every, elsewhere)),
        stated=tuple(_stated(seen)),
        postings=postings,
        places=_written(seen, place.words) if place.postings & (postings or frozenset()) else (),
        organisations=_written(seen, organisation.words) if organisation.postings & (postings or frozenset()) else (),
        topic=left.topic,
        unknown=left.unknown,
        aside=left.aside,
        extreme=next(iter(seen.keys("extreme")), ""),
        sections=tuple(cast(SectionKind, key) for key in seen.keys("sections")),
        of_a_job=bool(seen.nouns),
        every=every,
    )


def _spelt_out(text: str) -> str:
    """« dont require » as people type it in English: "don't require"."""
    return _RUN_TOGETHER.sub(r"\1n't", text)


def _stated(seen: Seen) -> list[Condition]:
    """The fields of a question as conditions: « CDI avec permis » asks that a licence be stated."""
    found = conditions_of(seen.words, seen.tags, presence=True)
    return [c for c in found if c.field in _STATED and not c.value and c.number is None]


def _of_kind(seen: Seen, library: Library) -> frozenset[str]:
    """« la durée du stage », "the Lyon internship": the postings that a kind of contract names."""
    asked = any(tag.table in ("fields", "status", "apply") and tag.key != "contract" for tag in seen.tags)
    for tag in (tag for tag in seen.tags if tag.table == "contract"):
        before = {word.form for word in seen.words[max(0, tag.first - 3) : tag.first]}
        if asked and before & _DEFINITE:
            return frozenset(
                i for i in library.postings if any(f.value == tag.key for f in library.facts_of(i, "contract"))
            )
    return frozenset()


def _meant(
    seen: Seen,
    intent: Intent,
    every: bool,
    left: Left,
    library: Library,
    keywords: Keywords,
    named: frozenset[str] | None,
) -> frozenset[str] | None:
    """The postings that a question means: by their title, by words of their text, else those that it names."""
    if intent == "fit":
        return None
    if intent == "comparison":
        return _sides(seen, library, keywords, named)
    if intent == "extreme":
        sides = _sides(seen, library, keywords, named)
        return sides if sides and len(sides) > 1 else named
    if not left.topic or every or intent not in ("fact", "posting", "apply", "open", "letter", "checklist"):
        return named
    of_a_part = seen.has("sections") or seen.has("about")
    surely = intent == "open" and not of_a_part
    found = _titled(left.topic, seen.language, library, named, surely=surely) or named
    if found:
        return narrowed(_best_titled(seen, found, library), left.topic, seen.language, library, keywords)
    return called(left.topic, seen.language, library, keywords) or None if of_a_part else None


def _best_titled(seen: Seen, found: frozenset[str], library: Library) -> frozenset[str]:
    """Those of several whose title bears out most of the words that no table accounts for, ordinary ones included."""
    free = " ".join(seen.written(n) for n in _free(seen))
    return (by_title(free, seen.language, library, found) or found) if len(found) > 1 else found


def _settled(seen: Seen, every: bool, left: Left, postings: frozenset[str] | None, library: Library) -> Intent:
    """What a question asks that names no field: a part of a posting, all of it, a list, or what only passages tell."""
    silent = not left.topic and not left.aside and not left.unknown
    if postings and seen.has("about"):
        return "posting"
    if postings and seen.has("sections") and not every and _only_names(seen, left, postings, library):
        return "section"
    if silent and seen.has("small_talk"):
        return "small_talk"
    if silent and (every or postings):
        return "posting" if postings and len(postings) == 1 else "set"
    # « des postes saisonniers ? » is asked of every posting.
    of_all = every and bool(holds(seen.words, [*table("asking.toml")["postings"]["plural"], "lesquels", "lesquelles"]))
    few = 0 < len(left.topic) <= _TOPIC_WORDS and not left.aside and not left.unknown
    return "set" if of_all and few else "open"


def _only_names(seen: Seen, left: Left, postings: frozenset[str], library: Library) -> bool:
    """Whether the words left over only say which posting is meant: by its title, or by what stands in no other."""
    titles = " ".join(title_words(library.postings[identity]) for identity in postings)
    words = telling(" ".join(left.topic), seen.language)
    spoken = library.postings[min(postings)].language
    return sum(borne_out(words, titles, spoken)) * 2 >= len(words) or len(postings) == 1


def _mended(text: str, words: Sequence[Word]) -> str:
    """The question with its misspelt words put right, for those who search by words."""
    for word in reversed(words):
        if fold(text[word.start : word.end]) != word.form:
            text = text[: word.start] + word.form + text[word.end :]
    return text


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


def _sides(seen: Seen, library: Library, keywords: Keywords, named: frozenset[str] | None) -> frozenset[str] | None:
    """The postings that a comparison names on its sides: by place, organisation, title, or words of their text."""
    cut = [-1, *(n for n, word in enumerate(seen.words) if word.form in _BETWEEN), len(seen.words)]
    between = ((n, seen.text[seen.words[n - 1].end : seen.words[n].start]) for n in range(1, len(seen.words)))
    commas = [n - 0.5 for n, signs in between if set(",:;") & set(signs)]
    found = set(named or ())
    for first, last in pairwise(sorted({*cut, *commas})):
        free = [n for n in _free(seen) if first < n < last]
        side = by_place(seen.words, library, free).postings | by_organisation(seen.words, library, free).postings
        topic = " ".join(seen.written(n) for n in free if not is_filler(seen.words[n].form))
        if not side and topic:
            titled = by_title(topic, seen.language, library, None)
            every_word = " ".join(seen.written(n) for n in free)
            titled = (by_title(every_word, seen.language, library, titled) or titled) if len(titled) > 1 else titled
            found |= titled or called(topic.split(), seen.language, library, keywords)
    return frozenset(found) or None


def _asked_of_value(seen: Seen) -> FactField | None:
    """« quel niveau d'anglais » asks for the level, "when did it close" for the day: no yes or no."""
    if seen.has("language") and holds(seen.words, table("asking.toml")["level"]["words"]):
        return "language"
    return "deadline" if seen.has("status") and seen.begins("when", "quand") else None


def _intent(seen: Seen, every: bool, somewhere: bool) -> Intent:
    named = any(tag.table in ("fields", "status", "window", "topics", "beginners", *VALUES) for tag in seen.tags)
    if wanted := next((intent for intent in WANTED if _is_wanted(seen, intent)), None):
        return wanted
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


def _is_wanted(seen: Seen, intent: Intent) -> bool:
    """« fais-moi une lettre », but not « dois-je écrire une lettre ? »"""
    return seen.has(intent) and not (intent == "letter" and seen.begins(*table("asking.toml")["letter_asked"]["words"]))


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
    if intent in ("comparison", "apply", "list", "posting", "open", *WANTED):
        return []
    found = conditions_of(seen.words, seen.tags, presence=every and intent in ("set", "count"))
    period = period_of(seen.words)
    found = [replace(c, period=period) if c.field == "pay" else c for c in found]
    if seen.window:
        found = [c for c in found if c.field != seen.window_of] + [Condition(seen.window_of, window=seen.window)]
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


def _written(seen: Seen, numbers: Collection[int]) -> tuple[str, ...]:
    return tuple(seen.written(n) for n in sorted(numbers))


def _unknown_place(seen: Seen, rest: Sequence[int]) -> str:
    """A capitalised word behind « à » or "in" that is no posting's place of work."""
    before, weak = {"a", "in", "au", "aux", "en", "near"}, table("names.toml")["weak"]["words"]
    for n in rest:
        word = seen.words[n]
        if n and word.capital and seen.words[n - 1].form in before and word.form not in weak:
            return seen.written(n)
    return ""
