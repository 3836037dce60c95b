"""The conditions that a question sets: values with their modality and negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from assistant.asking.choices import is_alternative, is_listed
from assistant.asking.lacking import is_to_avoid, is_to_exclude, lacked, nameless
from assistant.asking.leaning import asks_for_told
from assistant.asking.lexicon import Tag, Word, holds, is_job, matches
from assistant.asking.negated import VALUED, WEIGHED, is_lacked, is_negated, is_taken_up, is_untold, without_contrast
from assistant.asking.numbers import numbers_of
from assistant.asking.only_these import asks_postings
from assistant.asking.outright import as_said, names_outright
from assistant.asking.reading import BEGINNERS, Asked, Condition, ConditionField
from assistant.domain import FactField
from assistant.resources import table
from assistant.topics import topics

_LEFT_OUT = 6  # words between "leave out" and "closed"
_STATED = 3  # words between "say" and "how to apply"
# What a question may name without asking that it be stated: "who hires without experience?"
_EVERYWHERE = ("organisation", "title", "location")


def conditions_of(words: Sequence[Word], tags: Sequence[Tag], presence: bool) -> list[Condition]:
    """The conditions among the tags; with `presence` a field that is named asks that something be stated of it."""
    found: list[Condition] = []
    tags = without_contrast(tags, words)
    myself = bool(holds(words, table("asking.toml")["myself"]["words"]))
    avoiding = is_to_avoid(words)
    excluding = avoiding or is_to_exclude(words)
    valued = [tag for tag in tags if tag.table in VALUED]
    before_value = dict(zip(valued, [None, *valued], strict=False))
    after_value = dict(zip(valued, [*valued[1:], None], strict=False))
    for kind in ("topics", "currency"):
        of_kind = [tag for tag in tags if tag.table == kind]
        before_value |= dict(zip(of_kind, [None, *of_kind], strict=False))
        after_value |= dict(zip(of_kind, [*of_kind[1:], None], strict=False))
    for tag in tags:
        before = before_value.get(tag)
        if (
            found
            and before
            and (is_alternative(before, tag, words) or is_listed(before, tag, after_value.get(tag), words))
        ):
            _add_choice(found, before, tag)
            continue
        condition = _value(tag) or (_presence(tag, tags, words) or nameless(tag, tags, words) if presence else None)
        if condition and condition.negated:  # what the person lacks: asked for after all where it rules them out
            found.append(lacked(condition, tag, tags, words, excluding=excluding))
        elif condition:
            untold = is_untold(tag, words, tags)
            unweighed = untold or condition.field == "apply_to"  # "… that do not mention housing"
            asked = "any" if unweighed else _asked(tag, tags)
            denied = untold or is_negated(tag, tags, words)
            negated = condition.field != "status" and denied and not is_lacked(tag, tags, words)
            negated = negated or is_taken_up(tag, tags, words)
            asked = "required" if negated and asked == "any" and myself else asked
            negated = negated and not (excluding and (myself or avoiding))
            if negated and asked == "any" and condition.field in WEIGHED and not names_outright(words):
                asked = "required"  # « sans permis », "no English": a plus does no harm
            condition = replace(_left_open(condition, tag, words), asked=asked, negated=negated)
            found.append(_or_fixed_term(condition, words[tag.first : tag.last], words))
    found = as_said(found, words, tags)
    if holds(words, table("asking.toml")["neither"]["words"]):  # « ni exigé ni souhaité »
        found = [replace(c, asked="any", negated=True) if c.field in (*WEIGHED, "mention") else c for c in found]
    found = _as_mine(found, words)
    if any(condition.value == BEGINNERS for condition in found):
        found = [c for c in found if c.field != "experience_years" or c.value == BEGINNERS]
    return _with_numbers(found, words, tags)


def _with_numbers(found: list[Condition], words: Sequence[Word], tags: Sequence[Tag]) -> list[Condition]:
    """The conditions with those that numbers set."""
    numbers = numbers_of(words, tags)
    if any(c.field == "experience_years" and (c.bound == "max" or c.mine) for c in numbers):  # "two years or none"
        found = [c for c in found if c.value != BEGINNERS]
    lasting, others = _of_that_length(found, numbers, words, tags)
    told = _only_wished(list(dict.fromkeys([*_telling(_asked_at_once(lasting), others), *others])), tags, words)
    return _weighed_both_ways(told, tags)


def _left_open(condition: Condition, tag: Tag, words: Sequence[Word]) -> Condition:
    """ "Leave out all that has closed", « sauf celles qui sont closes »: those that are open are asked for."""
    if (condition.field, condition.value) != ("status", "closed"):
        return condition
    before = words[max(0, tag.first - _LEFT_OUT) : tag.first]
    left_out = holds(before, table("asking.toml")["leaving_out"]["words"])
    return replace(condition, value="open") if left_out else condition


def _or_fixed_term(condition: Condition, named: Sequence[Word], words: Sequence[Word]) -> Condition:
    """ "Which are temporary?" asks for more than the work of agencies, unless it says so: a fixed term does as well."""
    bare = len(named) == 1 and named[0].form in (tables := table("asking.toml")["bare_temporary"])["words"]
    bare = bare and not holds(words, tables["of_agencies"])
    other = "temporary" if condition.value == "CDD" else "CDD"
    return replace(condition, others=(other,)) if bare and not condition.others else condition


def _add_choice(found: list[Condition], before: Tag, tag: Tag) -> None:
    """Let a value do as well as the one before it, wherever its condition stands: « par la poste ou à déposer »."""
    of_before = (n for n, condition in enumerate(found) if before.key in (condition.value, *condition.others))
    at = max(of_before, default=-1)
    if tag.key not in (found[at].value, *found[at].others):  # « un bac+5, un master ou … »
        found[at] = replace(found[at], others=(*found[at].others, tag.key))


def _only_wished(found: Sequence[Condition], tags: Sequence[Tag], words: Sequence[Word]) -> list[Condition]:
    """ "Who does not insist on a licence but likes one?": the one thing that is asked for is to be a plus."""
    denials = [tag for tag in tags if tag.table == "negation"]
    marks = [tag for tag in tags if tag.table == "modality" and tag.key in ("required", "asset")]
    denied = [any(0 <= m.first - no.last <= 1 or no.first == m.last for no in denials) for m in marks]
    weights = {(mark.key, no) for mark, no in zip(marks, denied, strict=True)}
    things = [c for c in found if c.field in WEIGHED or c.field == "experience_years"]
    either = any(word.form in ("ou", "or") for word in words)
    if len(things) != 1 or either or weights != {("required", True), ("asset", False)}:
        return list(found)
    return [replace(c, asked="asset", negated=False) if c in things else c for c in found]


def _weighed_both_ways(found: Sequence[Condition], tags: Sequence[Tag]) -> list[Condition]:
    """ "Who insists on it and who would just like it?": of the one thing that is asked for, both."""
    weights = {tag.key for tag in tags if tag.table == "modality"}
    things = [c for c in found if (c.value and c.field in (*WEIGHED, "mention")) or c.field == "experience_years"]
    denied = any(tag.table == "negation" for tag in tags) or any(condition.negated for condition in found)
    if denied or len(things) != 1 or not weights >= {"required", "asset"}:
        return list(found)
    return [replace(c, asked="both") if c in things else c for c in found]


def _of_that_length(
    found: Sequence[Condition], numbers: Sequence[Condition], words: Sequence[Word], tags: Sequence[Tag]
) -> tuple[Sequence[Condition], Sequence[Condition]]:
    """« Trois mois de période d'essai »: the length is that of what it stands beside, and not the contract's."""
    long = next((number for number in numbers if number.field == "duration" and number.period), None)
    listed = table("asking.toml")["lasting"]
    lasting = [tag for tag in tags if tag.table == "topics" and tag.key in listed["topics"]]
    if long is None or not lasting or not any(_is_beside(words, tag, listed[long.period]) for tag in lasting):
        return found, numbers
    of = lasting[0].key
    with_length = [
        replace(c, number=long.number, period=long.period) if (c.field, c.value) == ("mention", of) else c
        for c in found
        if c.value or c.field != "contract"  # "which contracts have …"
    ]
    return with_length, [number for number in numbers if number is not long]


def _is_beside(words: Sequence[Word], tag: Tag, units: Sequence[str]) -> bool:
    """Whether a unit of time stands before a topic or behind it with nothing but small words between."""
    small = set(table("asking.toml")["lasting"]["small"])
    at = [n for n, word in enumerate(words) if any(matches(word.form, unit) for unit in units)]
    gaps = [words[n + 1 : tag.first] if n < tag.first else words[tag.last : n] for n in at]
    return any({word.form for word in gap} <= small for gap in gaps)


def _asked_at_once(found: Sequence[Condition]) -> list[Condition]:
    """ "Which demand a licence, and for which is a licence a plus?" asks for both of one thing."""
    weighed = [replace(condition, asked="any") for condition in found]
    twice = {
        bare for bare in weighed if {c.asked for c in found if replace(c, asked="any") == bare} >= {"required", "asset"}
    }
    return [replace(c, asked="both") if bare in twice else c for c, bare in zip(found, weighed, strict=True)]


def _telling(found: Sequence[Condition], numbers: Sequence[Condition]) -> list[Condition]:
    """The conditions without those of which another, or a number that is asked for, says as much or more."""
    fields = {condition.field for condition in numbers}
    kept = [c for c in found if c.field not in fields or (c.value and c.field != "pay")]
    if any((c.field, c.value) == ("mention", "bilingual") for c in kept):  # "bilingual in French and English"
        kept = [c for c in kept if c.field != "language" or c.value not in ("fr", "en")]
    if any((c.field, c.value) == ("status", "closed") for c in kept):  # "whose deadline has passed"
        kept = [c for c in kept if c.field != "deadline"]
    if "duration" in fields:  # "contracts of a year" need not say of which kind they are
        kept = [c for c in kept if c.field != "contract" or c.value]
    wider = [c for c in kept if c.others]  # « un bac+5, que ce soit un master ou une école d'ingénieurs »
    kept = [c for c in kept if c.others or not any(c == replace(w, others=()) for w in wider)]
    kept = [c for c in kept if not any(_is_within_another(c, other) for other in kept)]
    refused = {(c.field, c.value) for c in kept if c.negated}  # "don't ask for any degree or diploma" denies both
    return [c for c in kept if c.negated or (c.field, c.value) not in refused]


def _is_within_another(condition: Condition, other: Condition) -> bool:
    """Whether a currency is one of those that another names: « en monnaie africaine (francs CFA, shillings…) »."""
    if condition.field != "pay" or other.field != "pay" or not (condition.value and other.value):
        return False
    meant = table("asking.toml")["bare_currency"]
    own, wider = ({n for v in (c.value, *c.others) for n in meant.get(v, (v,))} for c in (condition, other))
    return own < wider


def _as_mine(found: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """ "I only speak French", « je parle X, quoi pour moi ? », « j'ai le bac »: no more than that is to be asked.

    Who speaks neither French nor English, « je parle wolof, quoi pour moi ? », looks for whoever wants that.
    """
    tables = table("asking.toml")["only"]
    others = bool(holds(words, tables["no_other"]))  # "no language other than English" denies no English
    spoken = [c.value for c in found if c.field == "language" and c.value and (others or not c.negated)]
    suited = holds(words, tables["speaking"]) and holds(words, tables["suiting"])
    alone = holds(words, tables["languages"]) and (others or not asks_postings(words))
    if spoken and suited and not alone and {"fr", "en"}.isdisjoint(spoken):
        wanted = Condition("language", spoken[0], tuple(spoken[1:]))
        found = [*(c for c in found if c.field != "language"), wanted]
    elif spoken and (suited or alone):
        mine = Condition("language", spoken[0], tuple(spoken[1:]), "required", mine=True)
        found = [*(c for c in found if c.field != "language"), mine]
    owed = table("asking.toml")["only"]["owed"]  # "where must I have a master's?"
    held = any(not (at and words[at - 1].form in owed) for at, _ in holds(words, tables["degree"]))
    held = held or bool(holds(words, tables["enough"]))
    if held and not asks_for_told(words):
        found = [replace(c, mine=True) if c.field == "degree" and c.value and not c.negated else c for c in found]
    return list(found)


def _value(tag: Tag) -> Condition | None:
    if tag.table == "lacking":
        topic = tag.key in topics()  # « je n'ai pas de voiture »
        field, value = ("mention", tag.key) if topic else (tag.key, "")
        return Condition(cast(FactField, field), value, asked="required", negated=True)
    if tag.table in VALUED:
        return Condition(VALUED[tag.table], tag.key)
    if tag.table == "currency":
        return Condition("pay", tag.key)
    if tag.table == "beginners":
        return Condition("experience_years", BEGINNERS)
    if tag.table == "topics":
        return Condition("mention", tag.key)
    return Condition(cast(ConditionField, tag.table), tag.key) if tag.table in ("status", "written") else None


def _presence(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> Condition | None:
    """A field without a value: « quelles offres indiquent un salaire ? », « … comment postuler ? »."""
    before = words[max(0, tag.first - _STATED) : tag.first]
    if tag.table == "apply" and holds(before, table("asking.toml")["stating"]["words"]):
        return Condition("apply_to")
    if tag.table != "fields":
        return None
    field = cast(FactField, tag.key)
    if field in _EVERYWHERE or (field == "pay" and any(other.table == "currency" for other in tags)):
        return None
    if any(other.table in VALUED and VALUED[other.table] == field for other in tags):
        return None
    return Condition(field)


def _asked(tag: Tag, tags: Sequence[Tag]) -> Asked:
    """The modality word that governs a value: the nearest one before it, else the nearest behind."""
    marks = [other for other in tags if other.table == "modality"]
    if not marks:
        return "any"
    marks = [mark for mark in marks if not _is_ruled_out(mark, marks[0], tags)]
    fields = [other for other in tags if other.table == "fields" and other.key != "location"]  # « où faut-il … »
    values = [other for other in tags if other.table in VALUED or other in fields]
    kinds = {mark.key for mark in marks}
    if "both" in kinds or (len(kinds) > 1 and len(values) == 1):
        return "both"
    before = [mark for mark in marks if mark.last <= tag.first]
    nearest = min(marks, key=lambda mark: min(abs(tag.first - mark.last), abs(mark.first - tag.last)))
    # « English (a plus) » and "where Arabic is a plus": what follows at once governs more closely than what leads.
    close_behind = [mark for mark in marks if 0 <= mark.first - tag.last <= 2]
    chosen = (
        close_behind[0] if close_behind and not _between(close_behind[0], tag, values) else (before or [nearest])[-1]
    )
    return cast(Asked, chosen.key)


def _is_ruled_out(mark: Tag, first: Tag, tags: Sequence[Tag]) -> bool:
    """ "Nice to have rather than a must": a further mark right behind a negation is what is not asked for."""
    negations = (tag for tag in tags if tag.table == "negation" and tag.first >= first.last)
    return mark is not first and any(0 <= mark.first - negation.last <= 1 for negation in negations)


def _between(mark: Tag, tag: Tag, values: Sequence[Tag]) -> bool:
    return any(tag.last <= value.first < mark.first for value in values if value is not tag)


def tools_of(words: Sequence[Word]) -> list[Condition]:
    """That the software which postings name be told, where a comparison is of tools, and not of software developers."""
    named = holds(words, table("asking.toml")["tools"]["compared"])
    covered = {n for first, last in named for n in range(first, last)}
    ends = [last for _, last in named if last not in covered]
    of_tools = any(not any(is_job(word.form) for word in words[last : last + 1]) for last in ends)
    return [Condition("mention", "software")] if of_tools else []


def of_any_experience(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions; one on experience, with no word of years, is held against all that is said of it."""
    if holds(words, table("asking.toml")["experience_counted"]["words"]):
        return list(conditions)
    return [
        replace(c, field="mention", value="experience")
        if c == Condition("experience_years", asked=c.asked, negated=c.negated)
        else c
        for c in conditions
    ]
