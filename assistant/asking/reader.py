"""From the words of a question to its reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from assistant.asking.aliases import with_aliases
from assistant.asking.apart import denials_of_place, elsewhere_in, names_in, places_said, without_tags_in_names, written
from assistant.asking.by_the_way import asked_of_one
from assistant.asking.choices import without_narrower
from assistant.asking.closer import more_closely
from assistant.asking.codes import is_of_code, with_codes
from assistant.asking.compared import compared_fields
from assistant.asking.conditions import conditions_of, of_any_experience, tools_of
from assistant.asking.described import as_described, without_asides
from assistant.asking.employers import as_postings
from assistant.asking.every import of_all_or_some, opens_on_all
from assistant.asking.job_names import without_tags_in_job_names
from assistant.asking.kinds import QuestionKinds
from assistant.asking.lacking import as_aged, as_lacking
from assistant.asking.learned import as_learned
from assistant.asking.leftovers import Left, free_words, left_over
from assistant.asking.levels import as_levels, in_hours
from assistant.asking.lexicon import Tag, holds
from assistant.asking.marks import with_carriers
from assistant.asking.meant import beside_names, meant, of_kind, only_names
from assistant.asking.numbers import period_of
from assistant.asking.only_these import with_only_these
from assistant.asking.opposed import opposed
from assistant.asking.other_languages import as_other_languages, of_other_languages
from assistant.asking.peoples import as_places, with_people
from assistant.asking.reading import APPLYING, WANTED, Condition, Intent, Reading, Topical
from assistant.asking.seen import VALUES, Seen, look
from assistant.asking.shown import asks_for_fields, shown_fields
from assistant.asking.sides import is_other_time
from assistant.asking.spelling import mended
from assistant.asking.still_open import as_still_open
from assistant.asking.topical import of_experience, topical, with_parts_of_jobs
from assistant.asking.topics import without_topics
from assistant.asking.typed import written_out
from assistant.asking.weighed_apart import without_weighed_apart
from assistant.asking.written_in import as_written_in
from assistant.domain import FactField, Language, SectionKind
from assistant.library import Library
from assistant.naming import Named
from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics
from vectorstore.keyword import Keywords

_OF_A_PART = frozenset({"sections", "contract", "working_time", "idle", "follow", "modality", "small_talk"})  # beside
_ALIKE = 5  # letters that two forms of a word share
# Fields that a set can be asked to state without saying what.
_STATED = ("driving_licence", "degree", "experience_years", "pay", "expenses", "document", "reference", "subject_line")
_TWO = 2  # postings that a comparison takes
_TOPIC_WORDS = 4  # words of a topic that every posting can be held against


def read(
    text: str, language: Language, library: Library, keywords: Keywords, kinds: QuestionKinds | None = None
) -> Reading:
    """The reading of a question by itself, without what went before it; `kinds` tells what kind it is."""
    seen = _look(text, language, library, keywords)
    conceded = _conceded(seen)
    seen = _without(seen, [tag for tag in seen.tags if tag.first in conceded])
    shown = shown_fields(seen)
    free = free_words(seen)
    place, organisation, apart = names_in(seen, library, keywords, free)
    seen, organisation = with_aliases(seen, organisation, library)
    named = place.postings & organisation.postings or place.postings | organisation.postings or None
    denied = denials_of_place(seen, apart, place)
    every, named = of_all_or_some(seen, named, library, apart=bool(apart))
    elsewhere, rest = elsewhere_in(seen, free, place, organisation, every=every)
    rest = [n for n in rest if not _of_topics(seen, n) and n not in conceded]
    left = left_over(seen, rest, library, keywords)
    intent, every, sides = opposed(seen, _intent(seen, every, bool(named or elsewhere)), every, library, keywords)
    postings = sides or meant(seen, intent, every, left, library, keywords, named)
    if intent == "open":
        intent = _settled(seen, every, left, postings, library, rest)
        left = left if intent == "set" else Left((*left.topic, *left.aside), left.unknown)
    kind, left = _kind_of_topic(seen, rest, left, intent)
    left = beside_names(left, None if every else postings, language, library)
    value = _asked_of_value(seen) if intent == "fact" else None
    if intent in ("fact", "apply", "posting", "section", "comparison") and (alike := of_kind(seen, library, left)):
        postings = _of_both(postings, alike, intent) if postings else alike
        seen, intent, left = _without_kind(seen, intent, left, is_of_value=bool(value))
    reading = Reading(
        question=seen.text,
        text=mended(seen.text, seen.words),
        language=language,
        intent=intent,
        fields=(value,) if value else _fields(seen, intent, left),
        conditions=() if value else (*_conditions(_without(seen, (*shown, *denied)), intent, every, elsewhere), *apart),
        shown=tuple(dict.fromkeys(cast(FactField, tag.key) for tag in shown)) if intent in ("set", "count") else (),
        stated=tuple(_stated(seen)),
        postings=postings,
        places=as_places(places_said(seen, place, apart), language) if _is_here(place, postings) else (),
        organisations=written(seen, organisation.words) if organisation.postings & (postings or frozenset()) else (),
        topic=left.topic,
        topical=kind,
        unknown=left.unknown,
        aside=left.aside,
        extreme=next(iter(seen.keys("extreme")), ""),
        sections=tuple(cast(SectionKind, key) for key in seen.keys("sections")),
        of_a_job=bool(seen.nouns),
        every=every,
    )
    return more_closely(as_learned(as_aged(as_lacking(asked_of_one(reading, seen, library))), seen, library, kinds))


def _look(text: str, language: Language, library: Library, keywords: Keywords) -> Seen:
    """What the tables see in a question, but for what stands in names and in mere descriptions."""
    seen = without_tags_in_names(look(written_out(text, language), language, library, keywords), library, keywords)
    seen = without_tags_in_job_names(as_other_languages(without_weighed_apart(seen)), library)
    return as_written_in(as_described(as_postings(without_asides(seen))))


def _of_both(named: frozenset[str], of_that_kind: frozenset[str], intent: Intent) -> frozenset[str]:
    """The postings that a name and a kind of contract mean together; of two that are compared each may mean one."""
    both, either = named & of_that_kind, named | of_that_kind
    if intent == "comparison" and len(both) < _TWO:
        return either if len(either) == _TWO else named if len(named) >= _TWO else both or named
    return both or named


def _is_here(place: Named, postings: frozenset[str] | None) -> bool:
    """Whether a place that is named is one of the postings'."""
    return bool(place.postings & (postings or frozenset()))


def _without_kind(seen: Seen, intent: Intent, left: Left, *, is_of_value: bool) -> tuple[Seen, Intent, Left]:
    """« Pour le stage »: a contract that only says which posting is meant asks nothing of it."""
    seen = replace(seen, tags=tuple(tag for tag in seen.tags if tag.table != "contract"))
    if intent != "fact" or is_of_value or _fields(seen, intent) or _conditions(seen, intent, every=False, elsewhere=""):
        return seen, intent, left
    return seen, "open", Left((*left.topic, *left.aside), left.unknown)


def _kind_of_topic(seen: Seen, rest: Sequence[int], left: Left, intent: Intent) -> tuple[Topical, Left]:
    """What the words left over are to a question; of a job's name none is left out (pilot studies are no pilots)."""
    if intent in ("set", "count") and (experience := of_experience(seen, left)):
        return "experience", experience
    kind = topical(seen, rest, left)
    if intent not in ("set", "count") or kind == "job":
        # as it is called: "truck driver"
        whole = sorted(with_parts_of_jobs(seen, (*left.topic, *left.aside)), key=seen.text.find)
        return kind, Left(tuple(whole), left.unknown) if intent in ("set", "count") else left
    topic, aside = (without_topics(words, seen.keys("topics")) for words in (left.topic, left.aside))
    return kind, Left(topic, left.unknown, aside) if kind == "aside" or not (topic or aside) else left


def _names_pays(seen: Seen) -> bool:
    """« Le salaire, le taux horaire ou les honoraires »: any of several kinds of pay."""
    return sum((tag.table, tag.key) == ("fields", "pay") for tag in seen.tags) > 2


def _conceded(seen: Seen) -> range:
    """The words of « même si ce n'est que pour une partie », « j'en ai assez de l'intérim », which ask for nothing.

    « postuler même si on ne remplit pas tous les critères » asks for just that.
    """
    phrases = table("asking.toml")["conceded"]
    starts = [first for first, _ in holds(seen.words, (*phrases["words"], *phrases["weary"]))]
    if not starts or "all_criteria" in seen.keys("topics"):
        return range(0)
    first = min(starts)
    joints = phrases["weary_until"] if holds(seen.words[first:], phrases["weary"]) else ()
    ends = (n for n, word in enumerate(seen.words) if n > first and (word.apart or word.form in joints))
    return range(first, next(ends, len(seen.words)))


def _of_topics(seen: Seen, number: int) -> bool:
    """Whether a word stands in the phrases of a topic that is asked for: « encouragent » of women, the CS of CS-04."""
    form = seen.words[number].form
    if seen.has("topics", "grade") and is_of_code(seen.written(number), seen.text):
        return True
    phrases = (p for key in seen.keys("topics") for p in topics()[key]["words"])
    return len(form) > _ALIKE and any(word.startswith(form[:_ALIKE]) for p in phrases for word in fold(p).split())


def _without(seen: Seen, tags: Sequence[Tag]) -> Seen:
    return replace(seen, tags=tuple(tag for tag in seen.tags if tag not in tags))


def _stated(seen: Seen) -> list[Condition]:
    """The fields of a question as conditions: « CDI avec permis » asks that a licence be stated."""
    found = conditions_of(seen.words, seen.tags, presence=True)
    return [c for c in found if c.field in _STATED and not c.value and c.number is None]


def _settled(
    seen: Seen, every: bool, left: Left, postings: frozenset[str] | None, library: Library, rest: Sequence[int]
) -> Intent:
    """What a question asks that names no field: a part of a posting, all of it, a list, or what only passages tell."""
    silent = not left.topic and not left.aside and not left.unknown
    if postings and seen.has("about"):
        return "posting"
    if postings and seen.has("sections") and not every and only_names(seen, left, postings, library):
        return "section"
    if silent and seen.has("small_talk"):
        return "small_talk"
    if silent and (every or postings):
        return "posting" if postings and len(postings) == 1 else "set"
    of_job = topical(seen, rest, left) == "job"  # "pastry chef" where there is a chef, and no pastry
    tables = table("asking.toml")["postings"]
    asked_of = [*tables["plural"], *tables["alone"], "lesquels", "lesquelles"]
    employers = table("asking.toml")["employers"]["words"]
    of_all = every and (
        bool(holds(seen.words, asked_of))
        or opens_on_all(seen)
        or (of_job and bool(holds(seen.words, tables["there_is"])))  # "is there a truck driver job?"
        or {"required", "asset"} <= set(seen.keys("modality"))  # "Business Objects: a must where, a plus where?"
        or any(seen.words[n].form in employers for n in seen.nouns)
    )
    named = (*left.topic, *left.aside) if of_job else left.topic  # of a baker where there is none, too
    few = 0 < len(named) <= _TOPIC_WORDS and (of_job or not left.aside) and not left.unknown
    return "set" if of_all and few else "open"


def _asked_of_value(seen: Seen) -> FactField | None:
    """« quel niveau d'anglais » asks for the level, "when did it close" for the day: no yes or no."""
    if seen.has("language") and not seen.has("topics") and holds(seen.words, table("asking.toml")["level"]["words"]):
        return "language"
    return "deadline" if seen.has("status") and seen.begins("when", "quand") else None


def _intent(seen: Seen, every: bool, somewhere: bool) -> Intent:
    named = any(tag.table in ("fields", "status", "window", "topics", "beginners", *VALUES) for tag in seen.tags)
    if seen.has("sections") and not every and {tag.table for tag in seen.tags} <= _OF_A_PART:
        return "open"  # « les tâches du stage »: the contract says which posting is meant
    if wanted := next((intent for intent in WANTED if _is_wanted(seen, intent)), None):
        return wanted
    either = len(seen.nouns) > 1 or (
        not seen.window and not seen.has("extreme") and holds(seen.words, ["lequel", "laquelle", "which"])
    )
    if seen.has("compare") or (seen.begins("between", "entre") and either):
        return "comparison"
    if seen.has("extreme"):
        return "extreme"
    if seen.has("count"):
        return "count"
    if seen.has("apply") and (not every or (somewhere and seen.begins("how", "comment", "where", "ou"))):
        return "apply"
    if every and (named or somewhere):
        placed = somewhere and set(seen.keys("fields")) == {"location"}  # "which can be based there: Ottawa?"
        return "list" if asks_for_fields(seen) and not placed else "set"
    if named and not every:
        return "fact"
    return "posting" if seen.has("about") and somewhere else "open"


def _is_wanted(seen: Seen, intent: Intent) -> bool:
    """« fais-moi une lettre », but not « dois-je écrire une lettre ? », nor « un CDI : lequel me convient ? »."""
    if intent == "fit" and any(tag.table in VALUES for tag in seen.tags):
        return seen.has(intent) and bool(holds(seen.words, table("asking.toml")["fitting"]["mine"]))
    return seen.has(intent) and not (intent == "letter" and seen.begins(*table("asking.toml")["letter_asked"]["words"]))


def _fields(seen: Seen, intent: Intent, left: Left | None = None) -> tuple[FactField, ...]:
    named = tuple(cast(FactField, key) for key in seen.keys("fields"))
    if intent == "comparison":
        return compared_fields(seen, named, (*left.topic, *left.aside) if left else ())
    if intent == "fact" and seen.has("apply_to"):  # « envoyer mon dossier par mail »
        return tuple(field for field in named if field != "document")
    if intent == "apply":
        return tuple(dict.fromkeys((*named, *APPLYING)))
    return named


def _without_contrary(conditions: Sequence[Condition]) -> list[Condition]:
    """The conditions but for the second of "open" and "closed": « encore répondre avant que le délai n'expire »."""
    status = [c for c in conditions if c.field == "status"]
    return [c for c in conditions if c not in status[1:]]


def _conditions(seen: Seen, intent: Intent, every: bool, elsewhere: str) -> list[Condition]:
    if intent in ("apply", "list", "posting", "open", *WANTED):
        return []
    found = conditions_of(seen.words, seen.tags, presence=every and intent in ("set", "count"))
    if intent == "comparison":
        return [condition for condition in (*found, *tools_of(seen.words)) if condition.field == "mention"]
    found = of_other_languages(_without_contrary(found), seen.left_out)
    found = with_carriers(with_people(with_codes(found, seen.text), seen.words), seen.words)
    found = as_levels(without_narrower(found, seen.words), seen.words, seen.tags)
    found = of_any_experience(found, seen.words) if every and intent in ("set", "count") else found
    if any(c.field == "mention" for c in found):  # « un casier dès le dossier »
        found = [c for c in found if c.field != "document" or c.value]
    conceded = _conceded(seen)  # « même si c'est à l'heure »
    period = "" if _names_pays(seen) else period_of([w for n, w in enumerate(seen.words) if n not in conceded])
    found = [replace(c, period=period) if c.field == "pay" else c for c in in_hours(found, seen.words)]
    today = seen.window and seen.window.kind == "today" and any(c.value == "open" for c in found)
    if seen.window and not today:  # "which are still open today?"
        other = is_other_time(seen.window, seen.words, seen.tags)
        timed = Condition(seen.window_of, window=seen.window, negated=other)
        found = [*(c for c in found if c.field != seen.window_of), timed]
    found = with_only_these(as_still_open(found, seen.words), seen)
    return [*found, Condition("location", elsewhere)] if elsewhere else found
