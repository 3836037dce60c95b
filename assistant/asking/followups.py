"""What a question leaves to the ones before it: the posting, the set, or the question itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from assistant.asking.answered_in import switched_language
from assistant.asking.carried import begins_with_things, of_those_shown, things_as_conditions
from assistant.asking.lexicon import Word, holds, is_job, tags_of, words_of
from assistant.asking.negated import WEIGHED
from assistant.asking.reading import WANTED, Asked, Intent, Reading
from assistant.asking.typed import written_out
from assistant.language import is_bare
from assistant.places import is_town
from assistant.resources import table
from assistant.text import fold

_SHORT = 8  # words up to which « et … ? » goes on with the question before
_GOING_ON = ("et", "and", "mais", "but", "ou", "or", "aussi", "n")  # "n the nantes one?"
_WHERE = ("où ", "where ")  # « Où l'arabe est-il demandé ? » is asked of all
_CARRIED = 3  # postings up to which a question without a name is about those spoken of before


@dataclass(frozen=True)
class Before:
    """What was spoken of: the last reading and the postings (ids, in the order shown) of its answer."""

    reading: Reading
    postings: tuple[str, ...]
    other: str = ""  # the one posting that was spoken of before this one


def is_leaning(reading: Reading) -> bool:
    """Whether a question is a short one that begins as one that goes on: « et … ? »."""
    words = _words(reading)
    begins = bool(words) and words[0].form in _GOING_ON and not reading.text.lower().startswith(_WHERE)
    return begins and len(words) <= _SHORT


def asks_amount_again(reading: Reading) -> bool:
    """Whether a question asks how much or how many without saying of what: « À Gentilly, c'est combien ? »."""
    amount = holds(_words(reading), table("asking.toml")["amount_again"]["words"])
    return bool(amount) and reading.intent == "fact" and set(reading.fields) <= {"pay"} and not reading.conditions


def is_among(reading: Reading) -> bool:
    """Whether a question is about some of the postings of the answer before, whatever else it names: "of those …"."""
    return any((tag.table, tag.key) == ("follow", "those") for tag in tags_of(_words(reading)))


def go_on(reading: Reading, before: Before | None) -> Reading:
    """The reading with what the question leaves unsaid taken from the one before it."""
    if before is None:
        return reading
    tags = tags_of(_words(reading))
    follow = frozenset(tag.key for tag in tags if tag.table == "follow")
    marks = tuple(cast(Asked, tag.key) for tag in tags if tag.table == "modality")
    denies = len(marks) == 1 and any(tag.table == "negation" for tag in tags)
    link = _Link(reading, before, follow, marks, denies)
    steps = (
        _again, _of_the_two, _of_those_shown, _among, _ordinal, _same_amount, _same_set, _same_question, _same_value,
        _same_posting,
    )  # fmt: skip
    return next((found for step in steps if (found := step(link)) is not None), reading)


@dataclass(frozen=True)
class _Link:
    """A question beside the one before it: the words by which it leans on that, and its modality words."""

    reading: Reading
    before: Before
    follow: frozenset[str]
    marks: tuple[Asked, ...]
    denies: bool = False

    @property
    def leans(self) -> bool:
        """« et l'arabe ? »: a short question that goes on from the one before."""
        named = self.reading.intent == "posting" and is_bare(self.reading.question)  # "Maradi?"
        return named or "that_of" in self.follow or is_leaning(self.reading)

    @property
    def plural(self) -> bool:
        """Whether the question speaks of several postings: « et lesquels … »."""
        tables = table("asking.toml")["postings"]
        return bool(holds(_words(self.reading), [*tables["plural"], *tables["alone"], *tables["opening"]]))


def _again(link: _Link) -> Reading | None:
    """« pourquoi ? », "in English please": the last question once more."""
    reading, before = link.reading, link.before
    words = _words(reading)
    asks_nothing = not reading.fields and not reading.conditions and reading.postings is None and len(words) <= _SHORT
    if asks_nothing and link.follow & {"why", "in_english", "in_french"}:
        language = switched_language(reading.question) or reading.language
        return replace(before.reading, question=reading.question, language=language, why="why" in link.follow)
    return None


def _of_the_two(link: _Link) -> Reading | None:
    """ "What does the cook earn? And the driver? Which of the two pays more?": the last two that were spoken of."""
    reading, before = link.reading, link.before
    two = holds(_words(reading), table("asking.toml")["one_of_them"]["two"])
    if not two or reading.postings or len(before.postings) != 1 or not before.other:
        return None
    both = frozenset({before.other, before.postings[0]})
    intent: Intent = "comparison" if reading.intent in ("fact", "open") and reading.fields else reading.intent
    return replace(reading, postings=both, within=both, intent=intent)


def _of_those_shown(link: _Link) -> Reading | None:
    """« enlève ceux qui … », « lequel paie le mieux ? », "how many is that?": of the postings of the last answer."""
    return of_those_shown(link.reading, link.before.reading, link.before.postings, _words(link.reading))


def _among(link: _Link) -> Reading | None:
    """« parmi celles-ci … »: the same question about the postings of the last answer."""
    link = replace(link, reading=things_as_conditions(link.reading, _words(link.reading)))
    reading, before = link.reading, link.before
    of_them = "those" in link.follow or _is_one_of_them(link) or _narrows(link) or _picks(link)
    if not of_them or not before.postings:
        return None  # among none there is nothing to find: the question is then about all
    kept = frozenset(before.postings)
    postings = kept & reading.postings if reading.postings else kept
    intent = "set" if reading.intent in ("open", "fact", "posting") else reading.intent
    return replace(reading, postings=postings, intent=intent, every=True, within=kept)


def _is_one_of_them(link: _Link) -> bool:
    """« et laquelle n'exige pas de permis ? »: one of the several that were named before."""
    one = holds(_words(link.reading), table("asking.toml")["one_of_them"]["words"])
    return link.leans and bool(one) and link.before.reading.intent in ("set", "list") and len(link.before.postings) > 1


def _picks(link: _Link) -> bool:
    """ "And the Nantes one, which is it?": which of a set's postings is there."""
    which = holds(_words(link.reading), table("asking.toml")["which_is_it"]["words"])
    of_set = link.before.reading.intent in ("set", "list") and len(link.before.postings) > 1
    return of_set and bool(which) and bool(link.reading.postings)


def _narrows(link: _Link) -> bool:
    """« seulement en CDI », "only in Morocco", « et en CDD ? », « lesquels exigent le permis ? »: some of a set's.

    Another value of what the set was asked for, or another place, asks for another set.
    """
    reading, last = link.reading, link.before.reading
    several = last.intent in ("set", "list") and len(link.before.postings) > 1
    words, data = _words(reading), table("asking.toml")["narrowing"]
    named = bool(reading.organisations) or (reading.postings is not None and not reading.places)
    of_jobs = reading.of_a_job and not holds(words, data["ones"])
    if not several or named or of_jobs or not (reading.conditions or reading.places):
        return False
    if holds(words, data["only"]) and len(words) <= _SHORT:
        return True
    asked = {condition.field for condition in last.conditions}
    fresh = bool(reading.conditions) and not any(c.field in asked for c in reading.conditions)
    of_places = bool(last.places) and not last.conditions and not reading.places
    leans = link.leans or begins_with_things(words)
    return fresh and not reading.places and (leans or (of_places and _begins(words, data["which"])))


def _begins(words: Sequence[Word], phrases: Sequence[str]) -> bool:
    return any(first == 0 for first, _ in holds(words, phrases))


def _ordinal(link: _Link) -> Reading | None:
    """« la deuxième »: the posting at that place of the last answer."""
    reading, before = link.reading, link.before
    numbers = table("asking.toml")["ordinal"]["words"]
    named = next((numbers[w.form] for w in _words(reading) if w.form in numbers), None)
    if named is None or reading.postings or reading.intent in ("extreme", "set", "count") or not before.postings:
        return None
    place = named - 1 if named > 0 else named
    if not -len(before.postings) <= place < len(before.postings):
        return None
    intent = "posting" if reading.intent == "open" and not reading.topic else reading.intent
    return replace(reading, postings=frozenset({before.postings[place]}), intent=intent, every=False)


def _same_amount(link: _Link) -> Reading | None:
    """ "How many years must one have at X? At Y, how many?": what was counted before, of another posting."""
    reading, last = link.reading, link.before.reading
    counted = holds(_words(last), table("asking.toml")["amount_again"]["counting"])
    if not (asks_amount_again(reading) and reading.postings and counted) or last.intent != "fact" or not last.fields:
        return None
    return replace(reading, fields=last.fields, conditions=last.conditions, every=False)


def _same_set(link: _Link) -> Reading | None:
    """ "Which jobs are in Morocco? And in Senegal?": the last question about the postings of another place."""
    reading, last = link.reading, link.before.reading
    silent = not reading.fields and not reading.conditions and not reading.topic
    of_places = reading.postings and reading.places and last.places and last.intent in ("set", "count")
    if not (silent and of_places and link.leans and "one" not in link.follow):
        return None
    return replace(
        last,
        question=reading.question,
        text=reading.text,
        language=reading.language,
        postings=reading.postings,
        places=reading.places,
    )


def _same_question(link: _Link) -> Reading | None:
    """« et celui d'Agadir ? »: the last question about another posting."""
    reading, before = link.reading, link.before
    # « et celui de Tunis ? », which a text alone speaks of; « et le spécialiste du réseau, c'est combien ? »
    named = all(is_town(word) or is_job(fold(word)) for word in reading.topic)
    silent = not reading.fields and not reading.conditions and named
    if not (silent and reading.postings and link.leans):
        return None
    last = before.reading
    intent: Intent = last.intent if last.intent in ("fact", "apply", "comparison", "posting", *WANTED) else "posting"
    if last.intent in ("set", "count", "list") and (last.conditions or last.fields):
        intent = "fact"
    text = f"{last.text} {reading.text}" if last.intent == "open" else reading.text
    intent = "open" if last.intent == "open" else intent
    # « Quel contrat pour le stagiaire ? Et le mécanicien ? »: the kind only told which posting was meant.
    naming = {"contract", "working_time"} & set(last.fields)
    conditions = tuple(condition for condition in last.conditions if condition.field not in naming)
    return replace(reading, intent=intent, fields=last.fields, conditions=conditions, text=text, every=False)


def _same_value(link: _Link) -> Reading | None:
    """« et l'arabe ? »: the last question about another value."""
    reading, before = link.reading, link.before
    last = before.reading
    if not reading.conditions and not reading.fields and reading.postings is None and last.conditions and link.marks:
        # « lequel l'exige vraiment ? », « et lesquels ne l'exigent pas ? »
        conditions = tuple(
            replace(c, asked=link.marks[0], negated=link.denies) if c.field in WEIGHED else c for c in last.conditions
        )
        return replace(
            last, question=reading.question, text=reading.text, language=reading.language, conditions=conditions
        )
    one = reading.conditions[0] if len(reading.conditions) == 1 else None
    if not (one and one.value and link.leans and reading.postings is None and not reading.every):
        return None
    same = [c for c in last.conditions if c.field == one.field]
    if last.intent in ("set", "count") and same:
        asked = same[0].asked if one.asked == "any" else one.asked
        others = tuple(c for c in last.conditions if c.field != one.field)
        return replace(
            reading,
            intent=last.intent,
            conditions=(*others, replace(one, asked=asked)),
            postings=last.postings,
            every=True,
        )
    return None


def _same_posting(link: _Link) -> Reading | None:
    """« combien paie-t-il ? », "and how many days off?": the posting that was spoken of."""
    before = link.before
    reading = replace(link.reading, intent="fact", every=False) if _is_of_one(link) else link.reading
    if reading.postings is not None or reading.every or reading.unknown or not before.postings:
        return None
    points = "it" in link.follow
    leans = points or link.leans or reading.intent in ("fact", "apply", "posting", *WANTED)
    if not leans or (reading.intent == "open" and not points and not link.leans):
        return None
    if len(before.postings) > _CARRIED and points:
        return None
    says_nothing = reading.intent == "open" and not (reading.topic and len(before.postings) == 1)
    text = f"{before.reading.text} {reading.text}" if says_nothing else reading.text
    part = reading.intent == "open" and bool(reading.sections) and not reading.topic  # « et les avantages ? »
    return replace(
        reading, postings=frozenset(before.postings), text=text, intent="section" if part else reading.intent
    )


def _is_of_one(link: _Link) -> bool:
    """Whether what reads like a question about all of them goes on about the one posting that was spoken of."""
    reading, last = link.reading, link.before.reading
    goes_on = (link.leans or "it" in link.follow) and len(link.before.postings) == 1
    goes_on = goes_on and not reading.text.lower().startswith(_WHERE)
    of_it = bool(holds(_words(reading), table("asking.toml")["of_it"]["words"]))
    of_all = (
        (link.plural and not of_it)
        or reading.of_a_job
        or (last.intent in ("set", "count", "list") and "it" not in link.follow)
    )
    return goes_on and not of_all and reading.intent in ("set", "count") and bool(reading.conditions)


def _words(reading: Reading) -> list[Word]:
    """The words of a question, its short forms written out: « pareil pr … »."""
    return words_of(written_out(reading.question, reading.language))
