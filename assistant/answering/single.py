"""What one posting, or a few that were named, say of what was asked; and yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from assistant.answering.beyond import (
    asks_what,
    say_beside,
    say_denials,
    say_instead,
    say_spoken,
    thing_that_lasts,
)
from assistant.answering.dated import standing
from assistant.answering.draft import Draft
from assistant.answering.mentioned import say_mention
from assistant.answering.phrases import condition_phrase, thing
from assistant.answering.values import date_of, day, is_for_beginners, label, value_of
from assistant.answering.verdict import Verdict
from assistant.answering.verdicts import deadline_fact, is_closed, judge
from assistant.asking.lexicon import holds, words_of
from assistant.asking.obstacles import asks_obstacle
from assistant.asking.reading import Condition, Reading
from assistant.domain import Answer, AnswerKind, Fact, FactField
from assistant.employer_kinds import of_kind
from assistant.library import Library
from assistant.resources import table
from assistant.text import one_line
from assistant.wording import say

# A posting that is silent on one of these does not say no.
_NOT_DENIED: frozenset[str] = frozenset(
    {"contract", "working_time", "apply_to", "document", "duration", "pay", "start"}
)
# A posting that says nothing at all of such things leaves open whether they are asked for.
_ASKED_OF_WHO_APPLIES = ("language", "degree", "driving_licence")
_EITHER = ("contract", "working_time", "degree")  # fields of which one of several may be asked
# Fields whose quote says all: a value beside it would only repeat it.
_BY_QUOTE = frozenset({"selection", "document", "degree", "subject_line"})


def answer_fact(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """The facts asked for, of each posting (id); "not stated" where none of them is."""
    draft = Draft(reading, library, today)
    # "At least 3,000 euros?" asks for yes or no, whatever field its words name.
    decided = {condition.field for condition in reading.conditions if condition.number is not None or condition.window}
    if not asks_what(reading.question):  # "can I send it by e-mail?", "is the contract permanent?"
        decided |= {c.field for c in reading.conditions if c.value}
    if "duration" in decided:  # « c'est un contrat d'un an ? »
        decided |= {"contract"}
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
        found = [told for field in fields for told in _told(draft, posting, field)]
        if not any(found) and not spoken:  # the hours "at the old people's home"
            stated = [_state(draft, posting, field) for field in fields]
            said.append(any(stated))
            continue
        found += [say_mention(draft, posting, condition) for condition in spoken]
        said.append(any(found))
    if any(said):
        mind_closed(draft, postings)
    return draft.finish("fact" if any(said) else "not_stated", len(postings))


def _told(draft: Draft, posting: str, field: FactField) -> tuple[bool, bool]:
    """State a field and what stands beside it; whether there is anything of either."""
    of_a_thing = field == "duration" and bool(thing_that_lasts(draft.reading.question))
    return not of_a_thing and say_facts(draft, posting, field, item=False), say_beside(draft, posting, field)


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


def _state(draft: Draft, posting: str, field: FactField) -> bool:
    if field == "organisation" and _is_of_client(draft, posting):
        draft.say("silent", postings=draft.name(posting))
        return False
    needed = any(c.field == field and c.asked == "required" for c in draft.reading.stated)
    if needed and not asks_what(draft.reading.question) and _is_only_wished(draft, posting, field):
        return True
    if any(_told(draft, posting, field)):
        return True
    if field == "deadline" and _stays_open(draft, posting):
        return True
    if field == "duration" and thing_that_lasts(draft.reading.question):
        draft.say("silent", postings=draft.name(posting))
        return False
    if say_denials(draft, posting, Condition(field)):
        return True
    required = any(c.asked == "required" for c in draft.reading.stated)
    if field == "experience_years" and required and not asks_what(draft.reading.question):
        return say_mention(draft, posting, Condition("mention", "experience", asked="required"))
    if (spoken := say_spoken(draft, posting, field)) is not None:
        return spoken
    draft.say("not_stated", posting=draft.name(posting), thing=thing(draft.language, field, negated=True))
    return False


def _is_of_client(draft: Draft, posting: str) -> bool:
    """Whether an agency's client is asked for: the name that its posting gives is the agency's own."""
    of_client = holds(words_of(draft.reading.question), table("asking.toml")["client"]["words"])
    return bool(of_client) and posting in of_kind("agency", draft.library)


def _stays_open(draft: Draft, posting: str) -> bool:
    """Say of a posting without a last day that it stays open until the post is filled; whether it does."""
    kept = [fact for fact in draft.library.mentions("until_filled", posting) if fact.value == "yes"]
    if not kept:
        return False
    draft.say("stays_open", [draft.quote(f) for f in kept], posting=draft.name(posting), quoted=draft.quoted(kept))
    return True


def _is_only_wished(draft: Draft, posting: str, field: FactField) -> bool:
    """ "Do I need a licence?": say no where it is only a plus, or where beginners are accepted; whether it is so."""
    facts = draft.library.facts_of(posting, field)
    wished = bool(facts) and all(fact.modality == "asset" for fact in facts)
    if not facts or not (wished or all(map(is_for_beginners, facts))):
        return False
    numbers = [draft.quote(fact) for fact in facts]
    key = "yes_plus" if wished else "no_by_quote"
    draft.say(key, numbers, posting=draft.name(posting), quoted=draft.quoted(facts))
    return True


def _yes_or_no(draft: Draft, posting: str, condition: Condition) -> bool:
    """Whether the posting says so; False where it is silent on a thing that silence does not deny."""
    if condition.field == "mention":
        return say_mention(draft, posting, condition)
    if condition.others and condition.field in _EITHER and not condition.negated:  # « CDI ou CDD ? » is no yes or no
        return _state(draft, posting, cast(FactField, condition.field))
    if condition.field in _NOT_DENIED and not draft.library.facts_of(posting, cast(FactField, condition.field)):
        refused = judge(condition, posting, draft.library, draft.today, draft.language).facts
        if not refused and say_denials(draft, posting, condition):  # « Pas besoin de lettre de motivation »
            return True
        if not refused:
            draft.say(
                "not_stated", posting=draft.name(posting), thing=thing(draft.language, condition.field, negated=True)
            )
            say_instead(draft, posting, condition.field)
            return False
    if condition.negated:
        _without(draft, posting, condition)
        return True
    verdict = judge(condition, posting, draft.library, draft.today, draft.language)
    if condition.field == "location" and verdict.state == "yes" and not verdict.facts:
        verdict = replace(verdict, facts=tuple(draft.library.facts_of(posting, "location")))
    name, language = draft.name(posting), draft.language
    numbers = [draft.quote(fact) for fact in verdict.facts]
    quoted = draft.quoted(verdict.facts)
    predicate = condition_phrase(language, condition, "one")
    if verdict.state == "undecided":
        draft.say("unsaid", numbers, posting=name, why=verdict.why)
        return bool(verdict.facts)
    if verdict.state == "plus":
        draft.say("yes_plus" if condition.asked == "required" else "is_plus", numbers, posting=name, quoted=quoted)
    elif verdict.state == "yes":
        stated = "no_obstacle" if asks_obstacle(draft.reading, condition) else "yes"
        key = "is_required" if condition.asked == "both" else stated if quoted else "yes_bare"
        draft.say(key, numbers, posting=name, predicate=predicate, quoted=quoted)
    else:
        return _no(draft, posting, condition, verdict) or condition.field not in _ASKED_OF_WHO_APPLIES
    return True


def _without(draft: Draft, posting: str, condition: Condition) -> None:
    """« Sans le français ? »: whether the thing is asked for, and what stands of it."""
    verdict = judge(replace(condition, negated=False, asked="any"), posting, draft.library, draft.today, draft.language)
    name = draft.name(posting)
    if verdict.state == "no":
        if say_denials(draft, posting, condition):
            return
        predicate = condition_phrase(draft.language, replace(condition, asked="any"), "one")
        draft.say("yes_not", posting=name, predicate=predicate)
        return
    quoted = draft.quoted(verdict.facts)
    key = "no_required" if verdict.state == "yes" else "is_plus"
    draft.say(key, [draft.quote(fact) for fact in verdict.facts], posting=name, quoted=quoted)


def _no(draft: Draft, posting: str, condition: Condition, verdict: Verdict) -> bool:
    """No, and what the posting says instead; whether it says anything of the kind."""
    name = draft.name(posting)
    if say_denials(draft, posting, condition):
        return True
    if condition.asked == "asset" and verdict.facts:
        quoted = draft.quoted(verdict.facts)
        draft.say("no_required", [draft.quote(fact) for fact in verdict.facts], posting=name, quoted=quoted)
        return True
    negated = replace(condition, asked="any", negated=True)
    numbers = [draft.quote(fact) for fact in verdict.facts] if condition.field == "status" else []
    draft.say("no", numbers, posting=name, predicate=condition_phrase(draft.language, negated, "one"))
    field = None if condition.field in ("status", "written") else cast(FactField, condition.field)
    instead = verdict.facts or (draft.library.facts_of(posting, field) if field else ())
    if instead:
        draft.say("instead", [draft.quote(fact) for fact in instead], quoted=draft.quoted(instead))
    return bool(instead)


def mind_closed(draft: Draft, postings: Sequence[str]) -> None:
    """Say of each closed posting that it is closed, whatever was asked of it."""
    for posting in postings:
        fact = deadline_fact(posting, draft.library)
        when = date_of(fact) if fact else None
        if fact and when and is_closed(posting, draft.library, draft.today):
            values = {"date": day(draft.language, when), "posting": draft.name(posting)}
            draft.add(say(draft.language, "closed_note", **values), [draft.quote(fact)])
