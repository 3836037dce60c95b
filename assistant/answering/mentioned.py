"""What one posting says of a topic, for or against it, and whether that is a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.beyond import MOST_SAID, asks_what, say_instead
from assistant.answering.draft import Draft
from assistant.answering.nationals import is_open_to
from assistant.answering.phrases import condition_phrase
from assistant.answering.pluses import say_pluses
from assistant.answering.software import naming_tools
from assistant.answering.values import is_for_beginners
from assistant.answering.verdicts import judge
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Condition
from assistant.domain import Fact, Span
from assistant.phrases import places
from assistant.resources import table
from assistant.topics import topics

_BY_DEGREES = frozenset({"remote"})  # topics of which some is said where all is asked for


def say_mention(draft: Draft, posting: str, condition: Condition) -> bool:
    """What the posting says of a topic, for or against it."""
    of_people = condition.value == "citizenship" and not asks_what(draft.reading.question)
    plain = replace(condition, negated=False, others=() if of_people else condition.others)
    verdict = judge(plain, posting, draft.library, draft.today, draft.language)
    name = draft.name(posting)
    if not verdict.facts and condition.asked == "asset" and asks_what(draft.reading.question):
        return say_pluses(draft, posting)
    if not verdict.facts:
        return _in_part(draft, posting, plain)
    facts = _telling_most(verdict.facts, draft.library.postings[posting].title, condition)[:MOST_SAID]
    quoted = draft.quoted(facts)
    weighs = any if condition.asked == "required" else all  # "do I have to be bilingual?"
    wished = verdict.state != "no" and weighs(fact.modality == "asset" for fact in verdict.facts)
    entry = topics().get(condition.value, {})
    told = f"{draft.reading.beside} {draft.reading.question}"
    preferred = wished and condition.asked == "required"  # « la préférence sera accordée aux citoyens » demands nothing
    let_in = is_open_to(told, facts) if of_people and not preferred else None
    if let_in is not None:
        key = "yes_by_quote" if let_in else "no_by_quote"
    elif places(words_of(draft.reading.question), tuple(entry.get("contrary", ()))):
        # "do I have to live in Ottawa?", where candidates from anywhere are welcome
        key = "yes_by_quote" if verdict.state == "no" else "no_by_quote"
    elif asks_what(draft.reading.question) or (entry.get("told") and not preferred):
        key = "says"
    else:
        plus = "yes_plus" if condition.asked == "required" else "is_plus"
        key = plus if wished else "no_by_quote" if verdict.state == "no" else "yes"
    predicate = condition_phrase(draft.language, plain, "one")
    draft.say(key, [draft.quote(fact) for fact in facts], posting=name, predicate=predicate, quoted=quoted)
    return True


def _telling_most(facts: Sequence[Fact], title: Span, condition: Condition) -> Sequence[Fact]:
    """Of what is said on a topic all but the title, and only the pluses where those are asked for."""
    entry = topics().get(condition.value, {})
    told = facts
    if entry.get("work") or entry.get("weighed"):  # not "Three (3) Nurses", which tells how many are hired
        told = [fact for fact in facts if fact.end <= title.start or fact.start >= title.end] or facts
    if condition.asked == "asset":
        told = [fact for fact in told if fact.modality == "asset"] or told
    return naming_tools(told) if condition.value == "software" else told


def _in_part(draft: Draft, posting: str, condition: Condition) -> bool:
    """ "Fully remote?", where a day a week is: no, and what is said; silent where nothing is said of the topic."""
    part = judge(replace(condition, others=()), posting, draft.library, draft.today, draft.language).facts
    if condition.value not in _BY_DEGREES or not condition.others or not part:
        years = draft.library.facts_of(posting, "experience_years") if condition.value == "experience" else ()
        if welcome := [fact for fact in years if is_for_beginners(fact)]:  # « débutants acceptés »
            quoted = draft.quoted(welcome)
            draft.say(
                "no_by_quote", [draft.quote(fact) for fact in welcome], posting=draft.name(posting), quoted=quoted
            )
            return True
        draft.say("silent", postings=draft.name(posting))
        say_instead(draft, posting, condition.value)
        return False
    facts = part[:MOST_SAID]
    parted = holds(words_of(draft.quoted(facts)), table("asking.toml")["parted"]["words"])
    key = "no_by_quote" if parted else "says"  # « télétravail possible » says neither how much nor that it is not all
    draft.say(key, [draft.quote(f) for f in facts], posting=draft.name(posting), quoted=draft.quoted(facts))
    return True
