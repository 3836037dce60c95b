"""What one posting, or a few that were named, say of what was asked; and yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.phrases import condition_phrase, thing
from assistant.answering.values import date_of, day, label, value_of
from assistant.answering.verdicts import Verdict, deadline_fact, is_closed, judge
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer, AnswerKind, Fact, FactField
from assistant.library import Library
from assistant.text import one_line
from assistant.wording import say

# Fields whose quote says all: a value beside it would only repeat it.
_BY_QUOTE = frozenset({"selection", "document", "degree", "subject_line"})


def answer_fact(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """The facts asked for, of each posting (id); "not stated" where none of them is."""
    draft = Draft(reading, library, today)
    # "At least 3,000 euros?" asks for yes or no, whatever field its words name.
    decided = {condition.field for condition in reading.conditions if condition.number is not None or condition.window}
    if reading.conditions and set(reading.fields) <= decided:
        said = [_yes_or_no(draft, posting, condition) for posting in postings for condition in reading.conditions]
        if not any(condition.field == "status" for condition in reading.conditions):
            mind_closed(draft, postings)
        return draft.finish("fact" if any(said) else "not_stated", len(postings))
    stated = [_state(draft, posting, field) for posting in postings for field in reading.fields]
    if any(stated) and "deadline" not in reading.fields:
        mind_closed(draft, postings)
    kind: AnswerKind = "fact" if any(stated) else "not_stated"
    return draft.finish(kind, len(postings))


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
    if say_facts(draft, posting, field, item=False):
        return True
    draft.say("not_stated", posting=draft.name(posting), thing=thing(draft.language, field, negated=True))
    return False


def _yes_or_no(draft: Draft, posting: str, condition: Condition) -> bool:
    """Whether the posting says so; False where it is silent on a thing that silence does not deny."""
    if condition.field == "mention":
        return _mention(draft, posting, condition)
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
    if not verdict.facts:
        draft.say("silent", postings=name)
        return False
    quoted = draft.quoted(verdict.facts)
    wished = verdict.state != "no" and all(fact.modality == "asset" for fact in verdict.facts)
    key = "is_plus" if wished else "no_by_quote" if verdict.state == "no" else "yes"
    predicate = condition_phrase(draft.language, plain, "one")
    draft.say(key, [draft.quote(fact) for fact in verdict.facts], posting=name, predicate=predicate, quoted=quoted)
    return True


def _without(draft: Draft, posting: str, condition: Condition) -> None:
    """« Sans le français ? »: whether the thing is asked for, and what stands of it."""
    verdict = judge(replace(condition, negated=False, asked="any"), posting, draft.library, draft.today, draft.language)
    name = draft.name(posting)
    if verdict.state == "no":
        predicate = condition_phrase(draft.language, replace(condition, asked="any"), "one")
        draft.say("yes_not", posting=name, predicate=predicate)
        return
    quoted = draft.quoted(verdict.facts)
    key = "is_required" if verdict.state == "yes" else "is_plus"
    draft.say(key, [draft.quote(fact) for fact in verdict.facts], posting=name, quoted=quoted)


def _no(draft: Draft, posting: str, condition: Condition, verdict: Verdict) -> None:
    """No, and what the posting says instead."""
    name = draft.name(posting)
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
