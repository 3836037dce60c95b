"""What a posting says on a thing where no fact of it answers: beside its facts, against it, or in words alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.draft import Draft
from assistant.answering.phrases import thing
from assistant.answering.specific import at_hours, in_period, on_weekday, specific
from assistant.answering.verdicts import phrases_of
from assistant.asking.lexicon import holds, is_job, words_of
from assistant.asking.reading import Condition, Reading
from assistant.domain import FactField, Posting, Span
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.mentions import denials, sentences_on
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import one_line

_IN_FIGURES = ("pay", "deadline")  # fields that no words without a figure state
_TOLD_IN_WORDS: Mapping[FactField, str] = {"deadline": "undated", "pay": "paid_as"}
MOST_SAID = 6  # sentences of one posting on a topic


def say_beside(draft: Draft, posting: str, field: FactField) -> bool:
    """Quote what a posting says on a thing that is named beside it, or in figures where its facts may have none."""
    found = draft.library.postings[posting]
    lasting = thing_that_lasts(draft.reading.question) if field == "duration" else ""
    facts = () if lasting else draft.library.facts_of(posting, field)  # « 24 mois dont 3 mois d'essai »
    # « Date limite : lundi à 15 heures » tells no hours of work.
    told = facts if field == "deadline" else [*facts, *draft.library.facts_of(posting, "deadline")]
    shown = [(fact.start, fact.end) for fact in told]
    pieces = specific(draft.reading, found, field, draft.library)
    if named := telling(lasting, draft.reading.language):
        pieces = [piece for piece in pieces if any(borne_out(named, piece.of(found.text), found.language))]
    pieces += in_period(draft.reading, found, draft.library) if field == "pay" else []
    if field == "location" and holds(words_of(draft.reading.question), table("asking.toml")["address"]["asked"]):
        pieces += [Span(fact.start, fact.end) for fact in sentences_on(found, table("asking.toml")["address"]["words"])]
    if field == "working_time":
        pieces += on_weekday(draft.reading, found) + at_hours(draft.reading, found, draft.library)
    phrases = table("asking.toml")["figures"].get(field, ())
    if phrases and (asks_what(draft.reading.question) or _asks_without_verb(draft.reading.question)):
        pieces += _in_figures(found, field, phrases)
    fresh = [p for p in dict.fromkeys(pieces) if not any(start < p.end and p.start < end for start, end in shown)]
    if holds(
        words_of(draft.reading.question), table("asking.toml")["counted_hours"]["words"]
    ):  # no « horaires de soir »
        fresh = [piece for piece in fresh if any(char.isdigit() for char in piece.of(found.text))]
    if fresh:
        words = " […] ".join(one_line(strip_bullet(piece.of(found.text))) for piece in fresh)
        numbers = [draft.quote_span(found, piece) for piece in fresh]
        draft.say("says", numbers, posting=draft.name(posting), quoted=f"« {words} »")
    return bool(fresh)


def _asks_without_verb(question: str) -> bool:
    """« Et les horaires ? »: what a field states is asked for, though no word says so."""
    words, tables = words_of(question), table("asking.toml")["asks"]
    starts = [first for first, _ in holds(words, tables["bare"])]
    return any(all(word.form in tables["behind"] for word in words[:first]) for first in starts)


def _in_figures(posting: Posting, field: FactField, phrases: Sequence[str]) -> list[Span]:
    """The sentences that state a field in figures; the hours of a test are no hours of work."""
    others = table("asking.toml")["figures_of_others"].get(field, ())
    told = [fact for fact in sentences_on(posting, phrases) if not holds(words_of(fact.quote), others)]
    return [Span(fact.start, fact.end) for fact in told][:MOST_SAID]


def say_denials(draft: Draft, posting: str, condition: Condition) -> bool:
    """Quote the sentences by which a posting says that it does without a thing; whether there are any."""
    found = denials(draft.library.postings[posting], phrases_of(condition))
    if found:
        numbers = [draft.quote(fact) for fact in found]
        key = "yes_by_quote" if condition.negated else "no_by_quote"  # "can I do without the letter?"
        draft.say(key, numbers, posting=draft.name(posting), quoted=draft.quoted(found))
    return bool(found)


def say_instead(draft: Draft, posting: str, asked: str) -> None:
    """Quote what a posting states that bears on a field or topic that it is silent on: a contract on its season."""
    fields = table("asking.toml")["instead"].get(asked, ())
    facts = [fact for field in fields for fact in draft.library.facts_of(posting, field) if fact.quote][:MOST_SAID]
    if facts:
        draft.say("instead", [draft.quote(fact) for fact in facts], quoted=draft.quoted(facts))


def say_spoken(draft: Draft, posting: str, field: FactField) -> bool | None:
    """Quote what a posting says on a field without a value that could be read; whether that answers, None: nothing."""
    facts = sentences_on(draft.library.postings[posting], table("asking.toml")["cues"].get(field, ()))
    if not facts:
        return None
    tables = table("asking.toml")
    telling = tables[_TOLD_IN_WORDS[field]]["words"] if field in _TOLD_IN_WORDS else ()
    told = [fact for fact in facts if holds(words_of(fact.quote), telling)]
    if told:  # "we have set no deadline" answers for when it is, "the minimum wage" for what is paid
        numbers = [draft.quote(fact) for fact in told]
        draft.say("says", numbers, posting=draft.name(posting), quoted=draft.quoted(told))
        return True
    counting = [*tables["hiring"]["counting"], *tables["counted_hours"]["words"]]
    counted = field in _IN_FIGURES or (field != "duration" and holds(words_of(draft.reading.question), counting))
    if counted:
        draft.say("not_stated", posting=draft.name(posting), thing=thing(draft.language, field, negated=True))
    numbers = [draft.quote(fact) for fact in facts[:MOST_SAID]]
    quoted = draft.quoted(facts[:MOST_SAID])
    draft.say("instead" if counted else "says", numbers, posting=draft.name(posting), quoted=quoted)
    return not counted


def thing_that_lasts(question: str) -> str:
    """What else than the work it is asked of how long it lasts: « combien de temps dure la pause ? »; maybe nothing."""
    words, tables = words_of(question), table("asking.toml")["lasting_things"]
    places = dict(holds(words, tables["things"]))
    things = {n: end for n, end in places.items() if not any(is_job(word.form) for word in words[end : end + 1])}
    small = frozenset(tables["small"])
    for _, last in holds(words, tables["asked"]):
        behind = next((n for n in range(last, len(words)) if n in things or words[n].form not in small), None)
        if behind in things:
            return " ".join(word.form for word in words[behind : things[behind]])
    return ""


def of_benefits(reading: Reading, library: Library, postings: Sequence[str]) -> Reading | None:
    """« Quels avantages offre X ? » as a question for that topic, where a posting has no part on its conditions.

    Of one posting that is silent on them that is the answer; of several those that speak of them are looked for.
    """
    words = table("asking.toml")["asks"]["benefits"]
    facts = (fact for posting in postings for fact in library.mentions("benefits", posting))
    told = len(postings) == 1 or any(fact.value == "yes" for fact in facts)
    if reading.sections != ("conditions",) or not told or not holds(words_of(reading.question), words):
        return None
    return replace(reading, intent="fact", sections=(), conditions=(Condition("mention", "benefits"),))


def asks_what(question: str) -> bool:
    """Whether a question is answered by what a posting says, and not by yes or no: "how many", « quel »."""
    words, tables = words_of(question), table("asking.toml")["asks"]
    whether = any(first == 0 for first, _ in holds(words, tables["whether"]))
    return not whether and bool(holds(words, tables["what"]))
