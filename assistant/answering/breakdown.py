"""How many postings there are of each: "how many per town?", « quelle langue est demandée le plus souvent ? »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.answering.draft import Draft
from assistant.answering.values import language_name, words
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Answer, Fact, FactField, Language
from assistant.insights import Insights, insights_of
from assistant.library import Library
from assistant.places import phrase_of
from assistant.resources import table
from assistant.text import one_line

# Conditions that leave some postings out; of others the words of the question may be taken for one.
_NARROWING = frozenset({"contract", "language", "working_time", "degree", "driving_licence", "document", "status"})
_TOLD = 30  # values that an answer names
_QUOTED = 5  # postings of each that are cited


def breakdown(reading: Reading, library: Library, today: date) -> Answer | None:
    """The values of a field with the postings of each, the most first; None where nothing such is asked."""
    field = _asked(reading)
    narrowed = any(condition.value and condition.field in _NARROWING for condition in reading.conditions)
    narrowed = narrowed or bool(set(reading.fields) - {field, "organisation"})  # « payés par contrat »
    if field is None or narrowed or reading.within or reading.places or reading.organisations:
        return None
    draft = Draft(reading, library, today)
    groups = _groups(insights_of(library, today), field)
    stated = [postings for value, postings in groups.items() if value]
    draft.say(f"breakdown_{field}", checked=len(library.distinct))
    named = library.by_display_name
    for value, postings in [(value, postings) for value, postings in groups.items() if value][:_TOLD]:
        facts = [_fact(named[posting].id, field, value, library) for posting in postings[:_QUOTED]]
        numbers = [draft.quote(fact) for fact in facts if fact]
        form = "one" if len(postings) == 1 else "many"
        draft.say(f"breakdown_{form}", numbers, name=_name(reading.language, field, value), count=len(postings))
    draft.say_how_many_more(len(stated) if len(stated) > _TOLD else 0)
    if silent := groups.get("", ()):
        draft.say("breakdown_silent_one" if len(silent) == 1 else "breakdown_silent_many", count=len(silent))
    return draft.finish("ranking", len(library.distinct))


def _asked(reading: Reading) -> FactField | None:
    """The field whose values are to be counted."""
    if reading.postings is not None and not reading.every:
        return None
    said, phrases = words_of(reading.question), table("asking.toml")["breakdown"]
    fields: dict[str, FactField] = {"location": "location", "language": "language", "contract": "contract"}
    for key, field in fields.items():
        nouns = [*holds(said, phrases["nouns"][key])]
        each = any(last == first for _, last in holds(said, phrases["each"]) for first, _ in nouns)
        asked = any(last == first for _, last in holds(said, phrases["which"]) for first, _ in nouns)
        most = asked and bool(holds(said, phrases["most"]))
        if each or (most and not reading.topic):
            return field
    return None


def _groups(insights: Insights, field: FactField) -> Mapping[str, Sequence[str]]:
    """Value → the postings (names shown) of it, the most first; those that state none under ""."""
    if field == "language":
        demanded = sorted((bar for bar in insights.languages if bar.required), key=lambda bar: -len(bar.required))
        return {bar.key: bar.required for bar in demanded}
    bars = insights.places if field == "location" else insights.contracts
    return {bar.key: bar.postings for bar in bars}


def _fact(posting: str, field: FactField, value: str, library: Library) -> Fact | None:
    """The fact of a posting (id) that states a value."""
    facts = (fact for fact in library.facts_of(posting, field) if fact.modality != "asset")
    alike = phrase_of(value)
    return next((f for f in facts if str(f.value) == value or phrase_of(one_line(str(f.value))) == alike), None)


def _name(language: Language, field: FactField, value: str) -> str:
    if field == "language":
        return language_name(language, value)
    return words(language, "value").get(value, value) if field == "contract" else value
