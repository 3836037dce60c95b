"""What a question asks that no phrase of the tables accounts for, by the kind of thing that it is likely to ask for.

"Which ones give you somewhere to live?" holds no word for housing. What is asked of each kind: `data/kinds.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from assistant.asking.by_tool import of_a_named_tool
from assistant.asking.described import as_task, describes
from assistant.asking.joined import is_joined, opens_with_field, with_parts
from assistant.asking.kinds import Kind, QuestionKinds, kind_model
from assistant.asking.lacking import is_to_avoid
from assistant.asking.lexicon import holds, is_job, without_names, words_of
from assistant.asking.outright import as_said
from assistant.asking.reading import APPLYING, BEGINNERS, Condition, Intent, Reading
from assistant.asking.seen import Seen
from assistant.asking.superlatives import ranks
from assistant.asking.topical import is_told
from assistant.asking.windows import window_of
from assistant.domain import FactField, SectionKind
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_branch, is_tool, topics

_LIKELY, _FAIRLY_SURE = 0.5, 0.75  # share of a kind from which it is asked; … where the passages of one may answer
_SURE, _VERY_SURE, _NEVER = 0.9, 0.97, 1.1  # very sure: one that the tables read otherwise
_LIST_WORDS, _SAYS_SOMETHING = 8, 5  # words of a question that asks for all postings, and that says what it asks for
_OFF_TOPIC, _HANDED_IN = "offtopic", "deliverables"  # what is handed in is no paper of an application
_OFF_TOPIC_INTENTS: tuple[Intent, ...] = ("open", "fact", "posting")
_NAMING = ("positions", "location", "organisation")  # kinds of what is left of a question that only names
_LISTING = ("list", "everything", "several", "positions")
# Intents that a question can have whose words are not all understood.
_UNSETTLED: tuple[Intent, ...] = ("set", "count", "list", "open", "fact", "extreme", "section", "posting", "apply")
# What a question may name beside: the rest was read out of words that are now understood otherwise.
_BESIDE = ("language", "contract", "working_time", "organisation", "location", "degree", "status")
_NAMED = ("language", "contract", "working_time", "degree")
_FIELDS: tuple[str, ...] = get_args(FactField)
_IN_A_TIME = ("interview", "written_test", "practical_test", "any_test")  # topics whose day a question may name


def as_learned(reading: Reading, seen: Seen, library: Library, kinds: QuestionKinds | None) -> Reading:
    """The reading with the kind of thing that its question is likely to ask for, where its words did not tell.

    A topic that no posting of `library` speaks of is no better than the words of the question that some hold.
    """
    if kinds is None or opens_with_field(reading, seen):
        return reading
    found = task if (task := as_task(reading, kinds)) is not reading else _as_likely(reading, seen, library, kinds)
    return replace(found, intent="open") if _lists_all_unasked(found, kinds) else found


def _as_likely(reading: Reading, seen: Seen, library: Library, kinds: QuestionKinds) -> Reading:
    named_alone = "that_of" in seen.keys("follow") and not reading.asks  # "And for the coordinator in Abéché?"
    if reading.intent not in _UNSETTLED or named_alone or any(map(is_tool, seen.keys("topics"))):
        return reading
    of_one = reading.postings is not None and len(reading.postings) == 1 and not reading.every
    if _is_off_topic(reading, kinds):
        return replace(reading, intent="open", postings=None, fields=(), conditions=(), every=False, foreign=True)
    if not of_one and is_told(reading):
        return reading
    several, least = _things(reading) > 1, _least(reading, of_one=of_one)
    if is_joined(seen, _things(reading) or bool(reading.sections or reading.extreme)):
        return with_parts(reading, seen, library, kinds)  # « télétravail et tickets restaurant »: both are asked for
    if not several and (least == _NEVER or _is_asked(kinds.by_letters(reading.text).key, reading)):
        return reading
    kind = _surest(reading, kinds, of_one=of_one)
    if several and kind.share >= _SURE and _is_asked(kind.key, reading) and not _is_all_told(kind.key, reading):
        return _alone(kind.key, reading)
    left = table("kinds.toml")["left"]["kinds"]
    if kind.key == "tool" and kind.share >= _LIKELY and not of_one:
        return of_a_named_tool(reading)
    if kind.key in left and _says_more(reading) and not of_one and (beside := _beside(reading, seen)):
        kind = kinds(without_names(beside, reading.text))  # "a nurse job in Nakuru with a roof over my head"
        if kind.share < _SURE or kind.key in _NAMING:
            return reading
    if kind.key in left or kind.share < least or _is_asked(kind.key, reading) or describes(kind.key, reading):
        return reading
    if not kind.denied and any(c.negated and not c.value and c.field in _FIELDS for c in reading.conditions):
        return reading  # "no closing date at all"
    if reading.intent == "open" and not (of_one and kind.share >= _SURE) and _is_foreign(kind.key, reading):
        return reading  # "lifting heavy kegs of beer": some posting speaks of kegs, and nobody who asks for heavy work
    return _asked_of_one(kind, reading, seen) if of_one else _asked_of_all(kind, reading, seen, library)


def _surest(reading: Reading, kinds: QuestionKinds, *, of_one: bool) -> Kind:
    """The kind of a question; of one posting perhaps without its names, where it is told more surely so.

    What nothing but the name of an employer tells is none: "how many jobs does Nordic Refugee Aid have?".
    """
    kind, names = kinds(reading.text), (*reading.places, *reading.organisations)
    by_name = reading.organisations and kinds(" ".join(reading.organisations)).key == kind.key
    if not by_name and (not of_one or not names or kind.share >= _SURE):
        return kind
    bare = kinds(without_names(names, reading.text))
    surer = bare.share > kind.share and bare.key not in table("kinds.toml")["left"]["kinds"]
    return bare if by_name or surer else kind


def _lists_all_unasked(reading: Reading, kinds: QuestionKinds) -> bool:
    """Whether a long question of which nothing was understood would list every posting, though it asks for no list."""
    named = reading.places or reading.organisations or reading.topic or reading.aside or reading.unknown
    if reading.intent not in ("set", "count") or reading.asks or reading.extreme or reading.shown or named:
        return False
    return len(words_of(reading.text)) > _LIST_WORDS and kinds(reading.text).key not in _LISTING


def _is_foreign(key: str, reading: Reading) -> bool:
    """Whether most words of the topic are none that people use who ask for this kind."""
    return 2 * len(kind_model().foreign_to(key, reading.topic)) >= len(reading.topic) > 0


def _is_off_topic(reading: Reading, kinds: QuestionKinds) -> bool:
    """Whether a question that speaks of no job, and names no employer, is of what no posting is about: the weather."""
    placed = reading.organisations or (reading.places and reading.fields)  # « combien gagne le RAF à Sfax ? »
    if reading.of_a_job or placed or reading.sections or reading.extreme:
        return False
    short = len(words_of(reading.text)) < _SAYS_SOMETHING  # "and at what time?" goes on about something
    if short or reading.intent not in _OFF_TOPIC_INTENTS or any(is_job(word.form) for word in words_of(reading.text)):
        return False  # what an accountant earns, some posting may tell
    kind = kinds(reading.text)
    named = reading.postings or reading.conditions or reading.fields  # "the exam of the municipality"
    return kind.key == _OFF_TOPIC and kind.share >= (_VERY_SURE if named else _SURE)


def _things(reading: Reading) -> int:
    """How many things a question is read to ask for."""
    bare = (c.value if c.field == "mention" else c.field for c in reading.conditions if _is_bare(c))
    return len({*reading.fields, *bare})


def _is_all_told(key: str, reading: Reading) -> bool:
    """Whether a set is asked for by other topics too, and no word is left over: « des postes saisonniers logés »."""
    parts = {key, *topics().get(key, {}).get("includes", ())}
    topical = all(c.field == "mention" for c in reading.conditions) and not (reading.fields or _says_more(reading))
    return (
        topical
        and reading.intent == "set"
        and any(not is_branch(c.value) and c.value not in parts for c in reading.conditions)
    )


def _is_bare(condition: Condition) -> bool:
    """Whether a condition is a topic, or a field that is only to be stated."""
    return condition.field == "mention" or not (condition.value or condition.number is not None or condition.window)


def _alone(key: str, reading: Reading) -> Reading:
    """The reading without what was read out of words on the way: « les horaires du chef de projet » asks for none."""
    fields = tuple(field for field in reading.fields if field == key)
    kept = tuple(c for c in reading.conditions if c.negated or not _is_bare(c) or key in (c.field, c.value, *c.others))
    if key in table("kinds.toml")["applying"]["kinds"]:
        return reading  # « la référence dans l'objet du mail » is of both
    if reading.intent not in ("fact", "set", "count") or not (fields or kept):
        return reading
    return replace(reading, fields=fields, conditions=kept)


def _is_asked(key: str, reading: Reading) -> bool:
    """Whether a question is read as one of this kind already, or of what is part of it."""
    values = {condition.value for condition in reading.conditions if condition.field == "mention"}
    parts = set(topics().get(key, {}).get("includes", ()))
    values |= {"software"} if any(map(is_branch, values)) else set()  # "jobs in IT" asks for none
    if key in values or parts & values or any(key in condition.others for condition in reading.conditions):
        return True
    kinds = table("kinds.toml")
    fields = {*reading.fields, *reading.shown, *(condition.field for condition in reading.conditions)}
    if key in kinds["sections"]:
        return cast(str, kinds["sections"][key]) in reading.sections
    if key in kinds["extremes"]:
        return reading.extreme.startswith(str(kinds["extremes"][key]).partition("_")[0])
    if key in kinds["conditions"]:
        return any(condition.field == kinds["conditions"][key] for condition in reading.conditions)
    if key in kinds["intents"]:
        told = kinds["intents"][key] == "apply" and not fields.isdisjoint(kinds["applying"]["kinds"])
        return told or reading.intent == str(kinds["intents"][key])
    known = key in fields or kinds["of_fields"].get(key) in fields or ranks(reading.extreme, key)
    applied = reading.intent == "apply" or "apply_to" in fields
    return known or (applied and key in (*kinds["applying"]["kinds"], _HANDED_IN))


def _least(reading: Reading, *, of_one: bool) -> float:
    """How likely a kind has to be: the more, the better the words of a question are understood by the tables."""
    if reading.topical == "job" and _jobs_in(reading.topic) == (*reading.topic, *reading.aside):
        return _NEVER  # « qui recrute un médecin ? »
    if any(c.number is not None or c.window or (c.value and c.field != "mention") for c in reading.conditions):
        return _SURE if _says_more(reading) else _NEVER  # "which want the names of referees?"
    understood = reading.conditions or reading.fields or reading.sections or reading.extreme
    if understood or (reading.every and (reading.places or reading.organisations)):
        if _says_more(reading) and not of_one:
            return _SURE
        short = len(words_of(reading.text)) <= _SAYS_SOMETHING  # "and by what date?"
        return _NEVER if short or any(c.field == "mention" for c in reading.conditions) else _VERY_SURE
    if reading.topical == "job" or (reading.intent == "open" and reading.topic and not (reading.every or of_one)):
        return _SURE
    return _FAIRLY_SURE if of_one and reading.topic else _LIKELY


def _says_more(reading: Reading) -> bool:
    """Whether words of a question are left over that the tables do not account for."""
    return bool(reading.topic or reading.aside or reading.unknown) and not reading.extreme


def _asked_of_one(kind: Kind, reading: Reading, seen: Seen) -> Reading:
    """What is asked of the one posting that a question names."""
    key, kinds = kind.key, table("kinds.toml")
    asked = replace(reading, intent="fact", fields=(), conditions=(), sections=(), topic=(), aside=(), extreme="")
    if key in topics():
        return replace(asked, conditions=(_mention(Kind(key, kind.share), reading, seen),))
    if key in kinds["sections"]:
        return replace(asked, intent="section", sections=(cast(SectionKind, kinds["sections"][key]),))
    if key in kinds["intents"]:
        told = APPLYING if kinds["intents"][key] == "apply" else ()
        return replace(asked, intent=cast(Intent, kinds["intents"][key]), fields=told)
    field = kinds["conditions"].get(key, key)
    return replace(asked, fields=(cast(FactField, field),)) if field in _FIELDS else reading


def _asked_of_all(kind: Kind, reading: Reading, seen: Seen, library: Library) -> Reading:
    """What is asked of every posting, or of those at a place."""
    key, kinds = kind.key, table("kinds.toml")
    beside = tuple(c for c in reading.conditions if c.field in _BESIDE and c.value)
    one = "set" if reading.every else "fact"  # which may go on about what was spoken of before
    asked = replace(
        reading,
        intent="count" if reading.intent == "count" else cast(Intent, one),
        fields=(),
        topic=_jobs_in(reading.topic),
        aside=(),
        extreme="",
        sections=(),
        postings=reading.postings if reading.places else None,
    )
    if key in kinds["extremes"] and not holds(seen.words, kinds["superlative"]["words"]):
        return reading
    if key in kinds["extremes"]:
        return replace(asked, intent="extreme", extreme=kinds["extremes"][key], conditions=beside)
    if condition := _condition(kind, reading, seen):
        if kind.share < _SURE and _is_nowhere(condition, reading, library):
            return reading
        same = (condition.field, condition.value)
        return replace(asked, conditions=(*(c for c in beside if (c.field, c.value) != same), condition))
    if key in _FIELDS:
        if reading.every and holds(seen.words, table("asking.toml")["saying"]["words"]):
            return replace(asked, conditions=(*beside, Condition(cast(FactField, key))))
        if reading.intent == "count":
            return reading  # « combien de ces postes y sont ? »
        listed = "list" if reading.every else "fact"
        return replace(asked, intent=cast(Intent, listed), fields=(cast(FactField, key),), conditions=beside)
    return reading


def _condition(kind: Kind, reading: Reading, seen: Seen) -> Condition | None:
    """What is asked of each posting; a length or a time that the question names is one of the topic."""
    key = kind.key
    if key in ("pay_silent", "pay_stated"):
        return Condition("pay", negated=key == "pay_silent")
    if key == "beginners":
        return Condition("experience_years", BEGINNERS)
    if key in ("still_open", "closed"):
        return Condition("status", "closed" if key == "closed" else "open")
    if key in topics():
        return _mention(kind, reading, seen)
    if key in table("kinds.toml")["whether"]["kinds"]:
        return Condition(cast(FactField, key), asked="required" if kind.denied else "any", negated=kind.denied)
    return Condition(cast(FactField, key), negated=True) if kind.denied and key in _FIELDS else None


def _mention(kind: Kind, reading: Reading, seen: Seen) -> Condition:
    denied = kind.denied and not is_to_avoid(seen.words)
    condition = as_said((Condition("mention", kind.key, negated=denied),), seen.words, seen.tags)[0]
    if kind.key in _IN_A_TIME:
        return replace(condition, window=window_of(seen.words, seen.text, reading.language))
    length = next((c for c in reading.conditions if c.field == "duration" and c.number is not None), None)
    return replace(condition, number=length.number, period=length.period) if length else condition


def _is_nowhere(condition: Condition, reading: Reading, library: Library) -> bool:
    """Whether no posting speaks of a topic, and some hold words of the question that are not accounted for."""
    asked = condition.field == "mention" and not condition.negated and bool(reading.topic)
    return asked and not library.is_mentioned(condition.value)


def _jobs_in(topic: Sequence[str]) -> tuple[str, ...]:
    """The names of jobs among the words left over: the nurse of "nurse jobs with a roof over my head"."""
    return tuple(word for word in topic if is_job(fold(word)))


def _beside(reading: Reading, seen: Seen) -> tuple[str, ...]:
    """The languages, contracts, places, employers and jobs that a question of every posting names."""
    named = [seen.written(n) for tag in seen.tags if tag.table in _NAMED for n in range(tag.first, tag.last)]
    return (*named, *reading.places, *reading.organisations, *reading.unknown, *_jobs_in(reading.topic))
