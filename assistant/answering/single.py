"""What one posting, or a few that were named, say of what was asked; and yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from assistant.answering.draft import Draft
from assistant.answering.phrases import condition_phrase, thing
from assistant.answering.pluses import say_pluses
from assistant.answering.software import naming_tools
from assistant.answering.specific import at_hours, in_period, on_weekday, specific
from assistant.answering.values import date_of, day, label, value_of
from assistant.answering.verdict import Verdict
from assistant.answering.verdicts import deadline_fact, is_closed, judge, phrases_of
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer, AnswerKind, Fact, FactField, Span
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.mentions import denials, sentences_on
from assistant.phrases import places
from assistant.resources import table
from assistant.text import one_line
from assistant.topics import topics
from assistant.wording import say

# A posting that is silent on one of these does not say no.
_NOT_DENIED: frozenset[str] = frozenset(
    {"contract", "working_time", "apply_to", "document", "duration", "pay", "start"}
)
_EITHER = ("contract", "working_time", "degree")  # fields of which one of several may be asked
_IN_FIGURES = ("pay", "deadline")  # fields that no words without a figure state
_MOST_SAID = 6  # sentences of one posting on a topic
# Fields whose quote says all: a value beside it would only repeat it.
_BY_QUOTE = frozenset({"selection", "document", "degree", "subject_line"})


def answer_fact(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """The facts asked for, of each posting (id); "not stated" where none of them is."""
    draft = Draft(reading, library, today)
    # "At least 3,000 euros?" asks for yes or no, whatever field its words name.
    decided = {condition.field for condition in reading.conditions if condition.number is not None or condition.window}
    if not asks_what(reading.question):  # "can I send it by e-mail?"
        decided |= {c.field for c in reading.conditions if (c.field, c.value) == ("apply_to", "email")}
    if reading.conditions and all(condition.field == "mention" for condition in reading.conditions):
        spoken = [p for p in postings if any(_facts(draft, p, condition) for condition in reading.conditions)]
        postings = spoken or postings  # of several that may be meant those that answer
    if reading.conditions and set(reading.fields) <= decided:
        asked = _telling(draft, postings, reading.conditions)
        said = [_yes_or_no(draft, posting, condition) for posting in postings for condition in asked]
        if not any(condition.field == "status" for condition in reading.conditions):
            mind_closed(draft, postings)
        return draft.finish("fact" if any(said) else "not_stated", len(postings))
    topics = [condition for condition in reading.conditions if condition.field == "mention"]
    if topics and reading.fields:
        return _both(draft, postings, topics)
    stated = [_state(draft, posting, field) for posting in postings for field in reading.fields]
    if any(stated) and "deadline" not in reading.fields:
        mind_closed(draft, postings)
    kind: AnswerKind = "fact" if any(stated) else "not_stated"
    return draft.finish(kind, len(postings))


def _telling(draft: Draft, postings: Sequence[str], conditions: Sequence[Condition]) -> Sequence[Condition]:
    """The conditions without the topics that no posting speaks of, where something else was asked for as well."""
    told = [c for c in conditions if c.field != "mention" or any(_facts(draft, p, c) for p in postings)]
    fields = any(condition.field != "mention" for condition in conditions)
    return told if told and fields else conditions


def _facts(draft: Draft, posting: str, condition: Condition) -> Sequence[Fact]:
    return judge(condition, posting, draft.library, draft.today, draft.language).facts


def _both(draft: Draft, postings: Sequence[str], topics: Sequence[Condition]) -> Answer:
    """Fields and topics asked for together: what is stated of them; of a field that is not, only where nothing is."""
    fields = draft.reading.fields
    said = []
    for posting in postings:
        title = draft.library.postings[posting].title
        judged = ((c, _facts(draft, posting, c)) for c in topics)
        spoken = [c for c, facts in judged if any(f.start >= title.end or f.end <= title.start for f in facts)]
        found = [say_facts(draft, posting, field, item=False) for field in fields]
        found += [_mention(draft, posting, condition) for condition in (spoken or ([] if any(found) else topics[:1]))]
        said.append(any(found))
    if any(said):
        mind_closed(draft, postings)
    return draft.finish("fact" if any(said) else "not_stated", len(postings))


def say_facts(draft: Draft, posting: str, field: FactField, item: bool) -> bool:
    """State the facts of a field, as items of a list or with the posting named; whether there are any."""
    facts = draft.library.facts_of(posting, field)
    if not facts:
        return False
    numbers = [draft.quote(fact) for fact in facts]
    placed = [fact for fact in facts if fact.quote]
    quote = " […] ".join(dict.fromkeys(draft.words(fact) for fact in placed))
    value = _values(draft, facts) + (standing(draft, posting) if field == "deadline" else "")
    key = "fact_of" if one_line(value) != quote else "fact_of_quote"
    key = "fact_item" if item else key if placed else "fact_of_bare"
    named = {"label": label(draft.language, field), "posting": draft.name(posting)}
    draft.say(key, numbers, value=value, quoted=f"« {quote} »", **named)
    return True


def _values(draft: Draft, facts: Sequence[Fact]) -> str:
    """The values in words, each with what it weighs where they differ in that."""
    if facts[0].field in _BY_QUOTE and facts[0].field != "degree":
        return ", ".join(dict.fromkeys(value_of(draft.language, fact) for fact in facts))
    differ = len({fact.modality for fact in facts}) > 1 or facts[0].modality == "asset"
    return ", ".join(dict.fromkeys(value_of(draft.language, fact, weighed=differ) for fact in facts))


def standing(draft: Draft, posting: str) -> str:
    """How a deadline stands today: closed, or closing in so many days."""
    fact = deadline_fact(posting, draft.library)
    when = date_of(fact) if fact else None
    if when is None:
        return ""
    days = (when - draft.today).days
    key = "is_over" if days < 0 else "closes_today" if days == 0 else "closes_tomorrow" if days == 1 else "closes_in"
    return f" ({say(draft.language, key, days=days)})"


def _state(draft: Draft, posting: str, field: FactField) -> bool:
    stated = say_facts(draft, posting, field, item=False)
    if _beside(draft, posting, field) or stated:
        return True
    if _denied(draft, posting, Condition(field)):
        return True
    required = any(c.asked == "required" for c in draft.reading.stated)
    if field == "experience_years" and required and not asks_what(draft.reading.question):
        return _mention(draft, posting, Condition("mention", "experience", asked="required"))
    if (spoken := _spoken_of(draft, posting, field)) is not None:
        return spoken
    draft.say("not_stated", posting=draft.name(posting), thing=thing(draft.language, field, negated=True))
    return False


def _beside(draft: Draft, posting: str, field: FactField) -> bool:
    """Quote what a posting says on a thing that is named beside it, or in figures where its facts may have none."""
    found = draft.library.postings[posting]
    facts = draft.library.facts_of(posting, field)
    # « Date limite : lundi à 15 heures » tells no hours of work.
    told = facts if field == "deadline" else [*facts, *draft.library.facts_of(posting, "deadline")]
    shown = [(fact.start, fact.end) for fact in told]
    pieces = specific(draft.reading, found, field, draft.library)
    pieces += in_period(draft.reading, found, draft.library) if field == "pay" else []
    if field == "working_time":
        pieces += on_weekday(draft.reading, found) + at_hours(draft.reading, found)
    phrases = table("asking.toml")["figures"].get(field, ())
    if phrases and asks_what(draft.reading.question):
        pieces += [Span(fact.start, fact.end) for fact in sentences_on(found, phrases)][:_MOST_SAID]
    fresh = [p for p in dict.fromkeys(pieces) if not any(start < p.end and p.start < end for start, end in shown)]
    if fresh:
        words = " […] ".join(one_line(strip_bullet(piece.of(found.text))) for piece in fresh)
        numbers = [draft.quote_span(found, piece) for piece in fresh]
        draft.say("says", numbers, posting=draft.name(posting), quoted=f"« {words} »")
    return bool(fresh)


def _denied(draft: Draft, posting: str, condition: Condition) -> bool:
    """Quote the sentences by which a posting says that it does without a thing; whether there are any."""
    found = denials(draft.library.postings[posting], phrases_of(condition))
    if found:
        numbers = [draft.quote(fact) for fact in found]
        draft.say("no_by_quote", numbers, posting=draft.name(posting), quoted=draft.quoted(found))
    return bool(found)


def _spoken_of(draft: Draft, posting: str, field: FactField) -> bool | None:
    """Quote what a posting says on a field without a value that could be read; whether that answers, None: nothing."""
    facts = sentences_on(draft.library.postings[posting], table("asking.toml")["cues"].get(field, ()))
    if not facts:
        return None
    counting = table("asking.toml")["hiring"]["counting"]
    counted = field in _IN_FIGURES or (field != "duration" and holds(words_of(draft.reading.question), counting))
    if counted:
        draft.say("not_stated", posting=draft.name(posting), thing=thing(draft.language, field, negated=True))
    numbers = [draft.quote(fact) for fact in facts[:_MOST_SAID]]
    quoted = draft.quoted(facts[:_MOST_SAID])
    draft.say("instead" if counted else "says", numbers, posting=draft.name(posting), quoted=quoted)
    return not counted


def _yes_or_no(draft: Draft, posting: str, condition: Condition) -> bool:
    """Whether the posting says so; False where it is silent on a thing that silence does not deny."""
    if condition.field == "mention":
        return _mention(draft, posting, condition)
    if condition.others and condition.field in _EITHER and not condition.negated:  # « CDI ou CDD ? » is no yes or no
        return _state(draft, posting, cast(FactField, condition.field))
    if (
        condition.field != "status"
        and condition.field in _NOT_DENIED
        and not draft.library.facts_of(posting, condition.field)
    ):
        refused = judge(condition, posting, draft.library, draft.today, draft.language).facts
        if not refused and _denied(draft, posting, condition):  # « Pas besoin de lettre de motivation »
            return True
        if not refused:
            draft.say(
                "not_stated", posting=draft.name(posting), thing=thing(draft.language, condition.field, negated=True)
            )
            return False
    if condition.negated:
        _without(draft, posting, condition)
        return True
    verdict = judge(condition, posting, draft.library, draft.today, draft.language)
    name, language = draft.name(posting), draft.language
    numbers = [draft.quote(fact) for fact in verdict.facts]
    quoted = draft.quoted(verdict.facts)
    predicate = condition_phrase(language, condition, "one")
    if verdict.state == "undecided":
        draft.say("unsaid", numbers, posting=name, why=verdict.why)
    elif verdict.state == "plus":
        draft.say("yes_plus" if condition.asked == "required" else "is_plus", numbers, posting=name, quoted=quoted)
    elif verdict.state == "yes":
        key = "is_required" if condition.asked == "both" else "yes" if quoted else "yes_bare"
        draft.say(key, numbers, posting=name, predicate=predicate, quoted=quoted)
    else:
        _no(draft, posting, condition, verdict)
    return True


def _mention(draft: Draft, posting: str, condition: Condition) -> bool:
    """What the posting says of a topic, for or against it."""
    plain = replace(condition, negated=False)
    verdict = judge(plain, posting, draft.library, draft.today, draft.language)
    name = draft.name(posting)
    if not verdict.facts and condition.asked == "asset" and asks_what(draft.reading.question):
        return say_pluses(draft, posting)
    if not verdict.facts:
        draft.say("silent", postings=name)
        return False
    facts = (naming_tools if condition.value == "software" else list)(verdict.facts)[:_MOST_SAID]
    quoted = draft.quoted(facts)
    weighs = any if condition.asked == "required" else all  # "do I have to be bilingual?"
    wished = verdict.state != "no" and weighs(fact.modality == "asset" for fact in verdict.facts)
    entry = topics().get(condition.value, {})
    if places(words_of(draft.reading.question), tuple(entry.get("contrary", ()))) and verdict.state != "no":
        key = "no_by_quote"  # "do I have to live in Ottawa?", where candidates from anywhere are welcome
    elif asks_what(draft.reading.question) or entry.get("told"):
        key = "says"
    else:
        plus = "yes_plus" if condition.asked == "required" else "is_plus"
        key = plus if wished else "no_by_quote" if verdict.state == "no" else "yes"
    predicate = condition_phrase(draft.language, plain, "one")
    draft.say(key, [draft.quote(fact) for fact in facts], posting=name, predicate=predicate, quoted=quoted)
    return True


def asks_what(question: str) -> bool:
    """Whether a question is answered by what a posting says, and not by yes or no: "how many", « quel »."""
    words, tables = words_of(question), table("asking.toml")["asks"]
    whether = any(first == 0 for first, _ in holds(words, tables["whether"]))
    return not whether and bool(holds(words, tables["what"]))


def _without(draft: Draft, posting: str, condition: Condition) -> None:
    """« Sans le français ? »: whether the thing is asked for, and what stands of it."""
    verdict = judge(replace(condition, negated=False, asked="any"), posting, draft.library, draft.today, draft.language)
    name = draft.name(posting)
    if verdict.state == "no":
        predicate = condition_phrase(draft.language, replace(condition, asked="any"), "one")
        draft.say("yes_not", posting=name, predicate=predicate)
        return
    quoted = draft.quoted(verdict.facts)
    key = "no_required" if verdict.state == "yes" else "is_plus"
    draft.say(key, [draft.quote(fact) for fact in verdict.facts], posting=name, quoted=quoted)


def _no(draft: Draft, posting: str, condition: Condition, verdict: Verdict) -> None:
    """No, and what the posting says instead."""
    name = draft.name(posting)
    if _denied(draft, posting, condition):
        return
    if condition.asked == "asset" and verdict.facts:
        quoted = draft.quoted(verdict.facts)
        draft.say("no_required", [draft.quote(fact) for fact in verdict.facts], posting=name, quoted=quoted)
        return
    negated = replace(condition, asked="any", negated=True)
    numbers = [draft.quote(fact) for fact in verdict.facts] if condition.field == "status" else []
    draft.say("no", numbers, posting=name, predicate=condition_phrase(draft.language, negated, "one"))
    instead = verdict.facts or (draft.library.facts_of(posting, condition.field) if condition.field != "status" else ())
    if instead:
        draft.say("instead", [draft.quote(fact) for fact in instead], quoted=draft.quoted(instead))


def mind_closed(draft: Draft, postings: Sequence[str]) -> None:
    """Say of each closed posting that it is closed, whatever was asked of it."""
    for posting in postings:
        fact = deadline_fact(posting, draft.library)
        when = date_of(fact) if fact else None
        if fact and when and is_closed(posting, draft.library, draft.today):
            values = {"date": day(draft.language, when), "posting": draft.name(posting)}
            draft.add(say(draft.language, "closed_note", **values), [draft.quote(fact)])
