"""What a question counts or measures: people sought, lengths of contracts, hours of a week, periods of pay."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word, holds, matches
from assistant.resources import table

_EACH = frozenset({"a", "an", "per", "each", "the", "par"})
_AMOUNT, _AN_HOUR = 50, 5  # the least numbers that are ones of pay by themselves
_HOURS = frozenset({"hour", "heure"})
COUNTED_REACH = 3  # words between « combien de » and what is counted


def hiring(words: Sequence[Word], tags: list[Tag], nouns: Sequence[int]) -> list[Tag]:
    """« combien d'animateurs cherche-t-on », "how many people is it hiring": how many one posting is for."""
    tables = table("asking.toml")["hiring"]
    counting = [(first, last) for first, last in holds(words[:4], tables["counting"])]
    verbs, topic = _verbs(words, tables["words"]), "positions"
    if not verbs:
        verbs = [n for n in _verbs(words, tables["managing"]) if not _is_a_manager(words, n)]
        topic = "team_management"
    if not counting or not verbs or verbs[-1] < counting[0][1]:
        return tags
    first, last = counting[0]
    employers = table("asking.toml")["employers"]["words"]
    counted = next((word.form for word in words[last : last + COUNTED_REACH] if word.form not in ("de", "d")), "")
    if counted in employers:
        return tags  # « combien d'employeurs prennent … »
    if counted in tables["no_people"]:
        return tags  # "how many days a week …, to recruit nurses?"
    if any(first <= noun < last + COUNTED_REACH for noun in nouns):
        return tags
    if any(tag.table in ("fields", "topics") and tag.first <= first < tag.last for tag in tags):
        return tags  # « combien de semaines de congés a-t-on comme manager »
    kept = [tag for tag in tags if tag.table not in ("count", "topics") and tag.key != "organisation"]
    return [*kept, Tag("topics", topic, first, last), *(Tag("idle", "words", n, n + 1) for n in verbs)]


def _is_a_manager(words: Sequence[Word], n: int) -> bool:
    """ "As data manager", « comme manager », where « à manager » and « dois-je manager » are verbs."""
    tables, before = table("asking.toml")["hiring"], [word.form for word in words[max(0, n - 2) : n]]
    if words[n].form not in tables["titles"]:
        return False
    verb = bool(before) and before[-1] in tables["led"] and before[0] not in tables["as"]
    return not verb


def _verbs(words: Sequence[Word], listed: Sequence[str]) -> list[int]:
    return [n for n, word in enumerate(words) if any(matches(word.form, verb) for verb in listed)]


def demanding(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """« Combien exigent l'anglais ? »: the verb by which postings are counted tells what they make of it, too."""
    verbs = table("asking.toml")["modality"]["required"]
    counts = (tag for tag in tags if tag.table == "count" and tag.last - tag.first > 1)
    last = [tag.last - 1 for tag in counts]
    return [Tag("modality", "required", n, n + 1) for n in last if any(matches(words[n].form, verb) for verb in verbs)]


def lasting(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """« des contrats qui durent 12 mois ou plus »: the words of a length that is asked for."""
    tables = table("asking.toml")["lasting"]
    units = {unit for period in ("day", "week", "month", "year") for unit in tables[period]}
    counted = [n for n, word in enumerate(words) if n and word.form in units and _counts(words[n - 1].form)]
    if not counted or any(tag.table == "fields" and tag.key in ("experience_years", "pay") for tag in tags):
        return []
    taken = {n for tag in tags for n in range(tag.first, tag.last)}
    found = [n for first, last in holds(words, tables["words"]) for n in range(first, last) if n not in taken]
    return [Tag("fields", "duration", n, n + 1) for n in found]


def paid_by(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """« payés à l'heure »: the period of a pay is accounted for by it."""
    if not any(
        (tag.table in ("fields", "extreme") and tag.key.startswith("pay")) or tag.table == "currency" for tag in tags
    ):
        return _paid_at(words, tags)
    taken = {n for tag in tags for n in range(tag.first, tag.last)}
    found = [pair for phrases in table("asking.toml")["period"].values() for pair in holds(words, phrases)]
    return [Tag("idle", "words", first, last) for first, last in found if not taken & set(range(first, last))]


def _paid_at(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """« Nothing under 300 a day », « 2000 par mois »: a large number per time is one of pay, though no word says so."""
    if any(tag.key in ("expenses", "working_time", "duration") for tag in tags):
        return []
    periods = [pair for phrases in table("asking.toml")["period"].values() for pair in holds(words, phrases)]
    before = ((first, last, [w.form for w in words[:first] if w.form not in _EACH][-1:]) for first, last in periods)
    return [
        Tag("fields", "pay", first, last)
        for first, last, form in before
        if form and form[0].isdigit() and int(form[0]) >= (_AN_HOUR if words[first].form in _HOURS else _AMOUNT)
    ]


def _counts(form: str) -> bool:
    return form.isdigit() or form in table("asking.toml")["number"]["words"] or form in ("a", "an")


def weekly(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """« 39h par semaine » asks for hours."""
    if any(tag.table == "fields" and tag.key == "working_time" for tag in tags):
        return []
    hours = [n for n, word in enumerate(words) if word.form.endswith("h") and word.form[:-1].isdigit()]
    weeks = set(table("asking.toml")["hours"]["weekly"])
    found = [n for n in hours if weeks & {word.form for word in words[n + 1 : n + 4]}]
    limits = table("asking.toml")["number"]
    limited = holds(words, [*limits["at_least"], *limits["at_most"]]) and not any(t.table == "topics" for t in tags)
    if limited or any(tag.table == "working_time" for tag in tags):  # « des temps partiels de 20 à 28 heures »
        units = table("asking.toml")["hours"]["units"]
        found += [n for n, word in enumerate(words) if n and word.form in units and words[n - 1].form.isdigit()]
    return [Tag("fields", "working_time", n, n + 1) for n in found] + [
        Tag("fields", "working_time", n, n + 1) for n, word in enumerate(words) if found and word.form in weeks
    ]


def is_per_time(words: Sequence[Word], at: int) -> bool:
    """Whether what is counted at a word is counted per time: "trips a month", « soirées par mois »."""
    tables = table("asking.toml")["lasting"]
    units = [unit for key in ("day", "week", "month", "year") for unit in tables[key]]
    times = holds(words, [f"{each} {unit}" for unit in units for each in ("a", "per", "each", "par")])
    return any(at <= first <= at + COUNTED_REACH for first, _ in times)


def has_verb(words: Sequence[Word], verbs: Sequence[str]) -> bool:
    """Whether there is a verb or an end of a clause among words: "how many beds does the job in Safi look after?"."""
    helping = table("asking.toml")["things"]["helping"]
    return any(word.apart or any(matches(word.form, verb) for verb in (*verbs, *helping)) for word in words)


def is_of_time(tag: Tag, words: Sequence[Word]) -> bool:
    """Whether what is asked for is a length of time, in days or the like."""
    units = {unit for name in ("day", "week", "month", "year") for unit in table("asking.toml")["lasting"][name]}
    return (tag.table, tag.key) == ("fields", "duration") and words[tag.last - 1].form in units
