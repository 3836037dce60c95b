"""From a reading to its answer: the facts decide what they can, the passages the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.answering import passages
from assistant.answering.beyond import asks_what, of_benefits
from assistant.answering.by_counting import by_counting
from assistant.answering.contacts import with_contact
from assistant.answering.dated import with_days
from assistant.answering.demanded import demanded
from assistant.answering.draft import Draft
from assistant.answering.ended import with_end
from assistant.answering.extremes import extreme, field_of
from assistant.answering.further import with_nearer
from assistant.answering.marked import answer_marked
from assistant.answering.published import published
from assistant.answering.reposted import with_reposts
from assistant.answering.sets import answer_set
from assistant.answering.single import answer_fact
from assistant.answering.tables import applying, sections, side_by_side, whole
from assistant.answering.told import told_of
from assistant.answering.verdicts import judge
from assistant.asking.absent import absent_employer, of_other_employer
from assistant.asking.month_days import in_their_months
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer, Passage, Statement
from assistant.language import is_foreign
from assistant.letters import answers as letters
from assistant.letters.domain import CV
from assistant.library import Library
from assistant.name_index import place_index
from assistant.questions import Query
from assistant.retrieval import retrieve
from assistant.store import Store
from assistant.text import fold
from assistant.topics import topics
from assistant.wording import say

_SHOWN = 8  # postings that one answer goes through one by one
_FEW = 3  # of those that a topic brings: more of them is no answer to a question about one
_NEAREST = 3
_TWO = 2  # postings that a comparison takes
# Conditions that no word of a question is taken for by mistake.
_TOLD_SURELY = frozenset({"contract", "working_time", "language", "driving_licence", "degree"})
# No duties stand for these: "by when, for the mission in Fès?"
_TOLD_ALONE = frozenset({"deadline", "pay", "reference"})
_TELLING = 3  # words beside a name by which a question tells of a job
_BESIDE = 2  # words beside its conditions by which a question tells of one job in words of its own


def respond(
    reading: Reading,
    found: Sequence[Passage],
    about: Mapping[str, Passage] | None,
    store: Store,
    today: date,
    cv: CV | None = None,
) -> Answer:
    """The answer to a reading; `found` are passages for its words, `about` the postings that speak of its topic."""
    reading = in_their_months(reading, today)
    if reading.intent in ("letter", "checklist", "fit") and store.library.postings:
        return _applying(reading, about, store, today, cv)
    answer = with_reposts(_answer(reading, found, about, store, today), reading, store.library, today)
    if reading.why and answer.citations:
        answer = replace(answer, statements=(Statement(say(reading.language, "why")), *answer.statements))
    if is_foreign(reading.question):
        answer = replace(answer, statements=(Statement(say(reading.language, "other_language")), *answer.statements))
    return answer


def _answer(
    reading: Reading, found: Sequence[Passage], about: Mapping[str, Passage] | None, store: Store, today: date
) -> Answer:
    library = store.library
    if not library.postings:
        return passages.answer(reading, (), store, today)
    if reading.marked and not (reading.conditions and reading.within):
        return answer_marked(reading, store, today)
    if reading.publication:
        return published(reading, reading.publication, library, today)
    if reading.somebody:
        return _somebody_else(reading, library, today)
    if (told := told_of(reading, store)) is not None:
        return passages.quoted(reading, *told, store, today)
    if (whether := of_other_employer(reading)) is not None and not asks_what(reading.question):
        return answer_fact(whether, library, today, list(whether.postings or ()))
    if absent := absent_employer(reading, library):
        return _nowhere(replace(reading, unknown=(absent,)), library, today)
    surely_named = reading.postings is not None and (reading.places or reading.organisations)
    if reading.unknown and (not surely_named or reading.intent in ("set", "count", "extreme")):
        return _all_the_same(_nowhere(reading, library, today), reading, found, store, today)
    if (counted := by_counting(reading, library, today)) is not None:
        return counted
    if reading.intent in ("set", "count"):
        answer = passages.answer(reading, found, store, today) if found else None  # in other words than the question's
        if answer and answer.kind == "open":
            return answer
        return _or_nearest(answer_set(reading, library, today, about), reading, store, today)
    if reading.intent == "open":
        return _open(reading, found, store, today)
    if reading.intent == "extreme":
        return _ranked(reading, library, today)
    if reading.intent == "small_talk":
        return _help(reading, library, today)
    postings = _spoken_of(reading, about, library)
    if not postings and found:
        return passages.answer(reading, found, store, today)
    return _of_postings(reading, postings, found, store, today) if postings else _nowhere(reading, library, today)


def _or_nearest(answer: Answer, reading: Reading, store: Store, today: date) -> Answer:
    """What comes nearest, where "the job about giving money to associations" says more than its conditions do.

    That is where it has several words beside them, or where no posting fulfils all that it has.
    """
    weighed = any(condition.asked != "any" or condition.negated for condition in reading.conditions)
    beside = len((*reading.topic, *reading.aside))
    told = reading.of_a_job and not answer.matches and beside >= _TELLING  # "is there a job on buses, calming people?"
    told = told and all(condition.field == "mention" for condition in reading.conditions)
    if answer.undecided or weighed or not (told or passages.presumes_one(reading)):
        return answer
    if answer.matches and reading.topical == "job":  # "which of these jobs are car mechanic jobs?"
        return answer
    asked = {condition.value for condition in reading.conditions}
    of_work = bool(asked) and all(topics().get(key, {}).get("work") for key in asked)
    least = 1 if of_work else _BESIDE  # "where one helps women who weave": with whom one works is the work itself
    enough = len(reading.conditions) + beside > 1 if not answer.matches else beside >= least
    if not enough:
        return answer
    found = retrieve(Query(reading.question, reading.text, reading.language), store)
    nearest = passages.answer(replace(reading, intent="open", conditions=()), found, store, today)
    return nearest if nearest.kind == "open" else answer


def _ranked(reading: Reading, library: Library, today: date) -> Answer:
    """Which posting is first in something; of two that are named also how they compare in all that was asked."""
    postings = _ordered(reading.within or reading.postings or library.distinct, library)
    both = reading.postings is not None and len(postings) == _TWO  # "the nurse in Chanay or the one in the care home"
    able = postings if both else _fulfilling(reading, postings, library, today)
    if not able and any(condition.field in _TOLD_SURELY for condition in reading.conditions):
        return answer_set(replace(reading, intent="set", extreme=""), library, today, None)  # "none is an internship"
    postings = able or postings
    ranked = extreme(reading, library, today, postings)
    field = field_of(reading.extreme)
    named = reading.postings is not None and len({*reading.places, *reading.organisations}) >= _TWO
    if not named or len(postings) != _TWO or set(reading.fields) <= {field}:
        return ranked
    compared = replace(reading, intent="comparison", fields=tuple(dict.fromkeys((field, *reading.fields))))
    return side_by_side(compared, library, today, postings, ranked)


def _fulfilling(reading: Reading, postings: Sequence[str], library: Library, today: date) -> list[str]:
    """The postings (ids) that fulfil what is asked beside the extreme: "which fixed-term job pays the most?".

    One without a deadline may be open still.
    """
    beside = [c for c in reading.conditions if c.field != field_of(reading.extreme)]
    return [posting for posting in postings if all(_may_be(c, posting, reading, library, today) for c in beside)]


def _may_be(condition: Condition, posting: str, reading: Reading, library: Library, today: date) -> bool:
    state = judge(condition, posting, library, today, reading.language).state
    return state == "yes" or (condition.field == "status" and state == "undecided")


def _open(reading: Reading, found: Sequence[Passage], store: Store, today: date) -> Answer:
    """What the passages found say; of one posting that is named, else the sentence that holds the question's words."""
    answer = demanded(reading, store.library, today) or passages.answer(reading, found, store, today)
    named = reading.postings or ()
    return (
        with_nearer(answer, reading, next(iter(named)), store, today)
        if len(named) == 1 and not answer.citations
        else answer
    )


def _applying(
    reading: Reading, about: Mapping[str, Passage] | None, store: Store, today: date, cv: CV | None
) -> Answer:
    """What someone who applies asks for: an outline, a checklist, or which postings fit."""
    library = store.library
    if reading.intent == "fit":
        return letters.fit(reading, store, today, _ordered(reading.postings or library.distinct, library), cv)
    if reading.postings is None and reading.unknown:
        return _nowhere(reading, library, today)
    postings = applied_to(reading, about, library)
    if reading.topic and not postings:
        return _nowhere(reading, library, today)
    if len(postings) != 1:
        return _which(reading, postings, library, today)
    if reading.intent == "checklist":
        return letters.checklist(reading, store, today, postings[0])
    return letters.letter(reading, store, today, postings[0], cv)


def _of_postings(reading: Reading, postings: list[str], found: Sequence[Passage], store: Store, today: date) -> Answer:
    """What is asked of certain postings (ids): their facts, a part of them, all they state, or how they compare."""
    library, intent = store.library, reading.intent
    most = _FEW if reading.topic and reading.postings is None else _SHOWN
    if intent in ("fact", "apply", "posting") and len(postings) > most:
        return _which(reading, postings, library, today)
    alone = reading.postings is not None and len(postings) == 1
    if intent == "comparison" and len(postings) < _TWO and not alone:
        return _which(reading, _ordered(library.distinct, library), library, today)
    if intent == "section":
        part = sections(reading, library, today, postings)
        if part.kind == "open":
            return part
        if benefits := of_benefits(reading, library, postings):
            answer = answer_fact(benefits, library, today, postings)
            return with_nearer(answer, benefits, postings[0], store, today) if len(postings) == 1 else answer
        return passages.answer(reading, found, store, today)
    of_all = intent == "fact" and reading.fields and reading.postings is None and len(postings) > 1
    if of_all or intent in ("list", "comparison"):
        shown = postings[:_SHOWN] if intent == "comparison" else postings
        return side_by_side(reading, library, today, shown)
    answers = {"posting": whole, "apply": applying}
    answer = answers.get(intent, answer_fact)(reading, library, today, postings)
    silent = answer.kind == "not_stated" and _TOLD_ALONE.isdisjoint(reading.fields)
    if silent and reading.sections:  # "what would I do all day with people who look for housing?"
        part = sections(reading, library, today, postings)
        return part if part.kind == "open" else answer
    if intent == "fact" and len(postings) == 1:
        answer = with_days(answer, reading, postings[0], library, today)
        answer = with_end(answer, reading, postings[0], library, today)
        answer = with_contact(answer, reading, postings[0], library, today)
        return with_nearer(answer, reading, postings[0], store, today)
    return answer


def applied_to(reading: Reading, about: Mapping[str, Passage] | None, library: Library) -> list[str]:
    """The postings (ids) that someone may mean to apply to; of several that speak of a place, the one that is there."""
    postings = _spoken_of(reading, about, library)
    places = place_index(library).words
    there = [places.get(fold(word), frozenset()) for word in reading.topic]
    return [posting for posting in postings if any(posting in at for at in there)] or postings


def _spoken_of(reading: Reading, about: Mapping[str, Passage] | None, library: Library) -> list[str]:
    """The postings (ids) that a question is about: named, spoken of by its topic, or all where it names none."""
    if reading.postings is not None:
        return _ordered(reading.postings, library)
    if about is not None and reading.intent not in ("list", "comparison"):
        best = max((passage.score for passage in about.values()), default=0.0)
        return _ordered([posting for posting, passage in about.items() if passage.score == best], library)
    return _ordered(reading.within or library.distinct, library)


def _ordered(postings: Iterable[str], library: Library) -> list[str]:
    return sorted(postings, key=lambda posting: library.display_names[posting])


def _nowhere(reading: Reading, library: Library, today: date) -> Answer:
    """What is asked about is in no posting."""
    draft = Draft(reading, library, today)
    names = reading.unknown or reading.topic
    draft.say("unknown", checked=len(library.distinct), names=" ".join(names))
    return draft.finish("outside", len(library.distinct))


def _all_the_same(nowhere: Answer, reading: Reading, found: Sequence[Passage], store: Store, today: date) -> Answer:
    """The posting that a question tells of in several words, though it holds none of its names; mostly `nowhere`.

    « Quel poste s'occupe des femmes battues chez les réfugiés venus du Mali ? », where a text has "Malian refugees".
    """
    rest = replace(reading, unknown=())
    if reading.intent != "open" or len(reading.topic) < _TELLING or not passages.presumes_one(rest):
        return nowhere
    nearest = passages.answer(rest, found, store, today)
    if nearest.kind != "open":
        return nowhere
    return replace(nearest, statements=(*nowhere.statements, *nearest.statements))


def _somebody_else(reading: Reading, library: Library, today: date) -> Answer:
    """The question is about a person who holds an office, which no posting tells."""
    draft = Draft(reading, library, today)
    draft.say("somebody_else", checked=len(library.distinct), name=reading.somebody)
    return draft.finish("outside", len(library.distinct))


def _help(reading: Reading, library: Library, today: date) -> Answer:
    """What can be asked here."""
    draft = Draft(reading, library, today)
    draft.say("help", checked=len(library.distinct))
    return draft.finish("clarify", len(library.distinct))


def _which(reading: Reading, postings: Sequence[str], library: Library, today: date) -> Answer:
    draft = Draft(reading, library, today)
    draft.say("which_posting", nearest="; ".join(draft.name(posting) for posting in postings[:_NEAREST]))
    return draft.finish("clarify", len(library.distinct))
