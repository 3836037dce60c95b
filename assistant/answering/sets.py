"""Which postings, and how many: decided by the facts of every one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from assistant.answering.beside import told
from assistant.answering.draft import LISTED, Draft
from assistant.answering.experienced import weight_of_experience, with_experience
from assistant.answering.judging import Judged, by_verdict
from assistant.answering.needless import asking_for, is_needless, said_needless
from assistant.answering.phrases import Form, predicate
from assistant.answering.studies import studies
from assistant.answering.values import date_of, day
from assistant.answering.verdicts import deadline_fact, is_closed, phrases_of
from assistant.answering.weights import heaviest, weight_of_words
from assistant.asking.lexicon import holds, words_of
from assistant.asking.reading import Reading
from assistant.chunks import pieces_of, sentence_at
from assistant.domain import Answer, Fact, Modality, Passage, Span
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.mentions import denials
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold, one_line
from assistant.topics import topics
from assistant.wording import say

# What a posting can require or wish for; of the rest it only states something.
_WEIGHED = frozenset({"language", "driving_licence", "degree", "experience_years", "document"})
_OR = re.compile(r"\b(?:ou|or)\b", re.IGNORECASE)
_AND = re.compile(r"(?<=[a-zéè]\s)(?:AND|ET)(?=\s\w)")  # "French AND Arabic"
_DENYING = 30  # postings without something whose texts are read for the sentence that denies it
_TOLD = 200  # postings of a set that are told one by one: of thousands nobody reads more, on a telephone least of all


def answer_set(reading: Reading, library: Library, today: date, about: Mapping[str, Passage] | None) -> Answer:
    """The postings that fulfil every condition, those that only wish for what was asked to be required apart.

    `about` are the postings (ids) that speak of the reading's topic, each with a passage; None where it has none. A
    topic that no posting speaks of is left out, and so are words that only stand beside the conditions; the answer says
    so.
    """
    reading, about = with_experience(reading, about, library)
    about = None if studies(reading, library) else about
    beside = _said_beside(reading, about)
    reading, about = _without_asides(reading, about)
    about = asking_for(reading, about, library) if about and is_needless(reading) else about
    draft = Draft(reading, library, today)
    checked = sorted(reading.within) if reading.within else library.distinct
    good, plus, undecided = by_verdict(reading, library, today, checked, about)
    counted = reading.intent == "count"
    if plus and not good and not counted and all(c.field == "mention" for c in reading.conditions):
        draft.say("none_demands", checked=len(checked))  # of what is a plus it is not said that none speaks of it
    else:
        _head(draft, len(good) + len(plus) * _names_it_merely(reading), len(checked), counted)
    for place, judged in enumerate(_open_first(good, library, today)):
        modality = _modality(draft, judged, about)
        draft.match(judged.posting, modality, told=place < _TOLD)
        if place < _TOLD:
            _item(draft, judged, about, modality, denying=place < _DENYING)
    _say_how_many_more(draft, len(good))
    if plus:
        draft.say("plus_one" if len(plus) == 1 else "plus_many", count=len(plus))
        for place, judged in enumerate(_open_first(plus, library, today)):
            if place < _TOLD:
                _item(draft, judged, about, "stated")  # what they have in common stands above them
            if (not counted or _counts_pluses(reading) or _names_it_merely(reading)) and not _all_demanded(reading):
                draft.match(judged.posting, "asset", told=place < _TOLD)
        _say_how_many_more(draft, len(plus))
        if counted and good and _counts_pluses(reading):
            draft.say("count_both", count=len(good) + len(plus))
    elif good and any(condition.asked == "both" for condition in reading.conditions):
        draft.say("plus_none")  # « et où n'est-ce qu'un atout ? » was asked as well
    if counted and len(good) == 1 and not reading.conditions:
        _positions(draft, good[0].posting)
    tell_undecided(draft, undecided)
    if not good and not plus:
        _mentions(draft, reading, library)
    if reading.aside:
        draft.say("set_aside", names=", ".join(reading.aside))
    if beside or reading.beside:
        draft.say("left_out", names=", ".join(filter(None, (*beside, reading.beside))))
    return draft.finish("count" if counted else "set", len(checked))


def _counts_pluses(reading: Reading) -> bool:
    """« Combien parlent d'un permis, exigé ou souhaité ? »: those for which it is a plus are counted as well."""
    return any(c.asked == "both" for c in reading.conditions) and bool(_OR.search(reading.question))


def _names_it_merely(reading: Reading) -> bool:
    """ "How many mention a CAP?", « quelles offres parlent de l'anglais ? »: a plus is a mention like any other."""
    weighed = [c for c in reading.conditions if c.field in _WEIGHED]
    return bool(weighed) and all(c.asked == "any" and not (c.negated or c.mine) for c in weighed)


def _all_demanded(reading: Reading) -> bool:
    """ "Which require both French and English?", « télétravail possible et anglais exigé »: a plus for one of them is
    none, and is only told apart.
    """
    words, phrases = words_of(reading.question), table("asking.toml")["demanding"]
    demanded = [c for c in reading.conditions if not c.negated]
    together = len(demanded) > 1 and all(c.asked == "required" for c in demanded)
    fields = {condition.field for condition in reading.conditions} - _WEIGHED - {"location", "status"}
    beside = len(demanded) < len(reading.conditions) or bool(fields)
    if together and (holds(words, phrases["both"]) or _AND.search(reading.question)):
        return bool(holds(words, (*phrases["verbs"], *phrases["needs"])))
    return together and bool(holds(words, phrases["verbs"])) and beside


def _open_first(found: Sequence[Judged], library: Library, today: date) -> Sequence[Judged]:
    """Of more than can be told those that are open come first, as many as are told; fewer stay as they are."""
    if len(found) <= _TOLD:
        return found
    still_open = (n for n, judged in enumerate(found) if not is_closed(judged.posting, library, today))
    first = dict.fromkeys(islice(still_open, _TOLD))
    return [*(found[n] for n in first), *(judged for n, judged in enumerate(found) if n not in first)]


def _say_how_many_more(draft: Draft, found: int) -> None:
    if found > _TOLD:
        draft.say("narrow_one" if found == _TOLD + 1 else "narrow_many", count=found - _TOLD)


def _said_beside(reading: Reading, about: Mapping[str, Passage] | None) -> tuple[str, ...]:
    """The words of a topic that only stand beside the conditions: "I have two children, which jobs are remote?"."""
    return reading.topic if about and reading.conditions and reading.topical == "aside" and not reading.denied else ()


def _without_asides(
    reading: Reading, about: Mapping[str, Passage] | None
) -> tuple[Reading, Mapping[str, Passage] | None]:
    narrowed = bool(reading.conditions or reading.places or reading.organisations)
    if about is None or not narrowed or reading.topical in ("job", "experience", "demanded") or reading.denied:
        return reading, about
    if _said_beside(reading, about):
        return replace(reading, topic=()), None
    if about:
        return reading, about
    return replace(reading, topic=(), aside=(*reading.aside, *reading.topic)), None


def _positions(draft: Draft, posting: str) -> None:
    """How many people one posting is for: « combien de postes pour … » may ask that as well."""
    said = [fact for fact in draft.library.mentions("positions", posting) if fact.value == "yes"]
    if said:
        draft.say("says", [draft.quote(fact) for fact in said], posting=draft.name(posting), quoted=draft.quoted(said))


def _head(draft: Draft, found: int, checked: int, counted: bool) -> None:
    reading = draft.reading
    if not (reading.conditions or reading.places or reading.organisations or reading.topic):
        draft.say("everything_one" if checked == 1 else "everything", checked=checked)
        return
    within = "within" if reading.within else "set"
    if found == 0:
        key = "count_none" if counted and within == "set" else f"{within}_none"
    else:
        key = f"{within}_one" if found == 1 else f"{within}_many"
    if checked == 1 and not counted:
        key = "one_of_one" if found else "none_of_one"
    form: Form = "none" if found == 0 else "one" if found == 1 else "many"
    draft.say(key, count=found, checked=checked, predicate=predicate(draft.reading, form))


def _item(
    draft: Draft, judged: Judged, about: Mapping[str, Passage] | None, modality: Modality, *, denying: bool = False
) -> None:
    """One posting of the list, with the words that decide it; a closed one says so, and what a topic is to it."""
    beside, shown = told(draft, judged.posting)
    if modality in ("required", "asset") and not any(fact.field in _WEIGHED for fact in judged.facts):
        beside += f" ({say(draft.language, f'weight_{modality}')})"
    name = draft.name(judged.posting) + _closing(draft, judged.posting) + beside
    facts = list({(f.start, f.end, "" if f.quote else str(f.value)): f for f in judged.facts}.values())
    if not facts:
        facts = (_denying(draft, judged.posting) if denying and modality == "none" else []) or _placing(
            draft, judged.posting
        )
    numbers = [draft.quote(fact) for fact in facts]
    quoted = draft.quoted(facts)
    of_experience = draft.reading.topical in ("experience", "demanded")
    if about and judged.posting in about:
        found = about[judged.posting].posting
        span = _telling_sentence(draft.reading, about[judged.posting])
        said = f"« {one_line(strip_bullet(span.of(found.text)))} »"
        if not quoted or of_experience:
            numbers, quoted = [draft.quote_span(found, span), *(numbers if of_experience else ())], said
        elif not any(fact.start < span.end and span.start < fact.end for fact in facts):
            numbers, quoted = [*numbers, draft.quote_span(found, span)], f"{quoted}; {said}"
    numbers = list(dict.fromkeys([*numbers, *shown]))
    if quoted:
        draft.say("item", numbers, posting=name, quoted=quoted)
    else:
        draft.say("item_bare", numbers, posting=name)


def _denying(draft: Draft, posting: str) -> list[Fact]:
    """The sentences by which a posting says that it does without what is not to be asked for."""
    found = draft.library.postings[posting]
    negated = [condition for condition in draft.reading.conditions if condition.negated]
    facts = [fact for condition in negated for fact in denials(found, phrases_of(condition))]
    return list({fact.start: fact for fact in [*facts, *said_needless(draft.reading, found)]}.values())


def _telling_sentence(reading: Reading, passage: Passage) -> Span:
    """The sentence of a passage that holds most of the topic's words."""
    words = telling(" ".join(reading.topic), reading.language)
    chunk, posting = passage.chunk, passage.posting
    pieces = pieces_of(posting, chunk.section, Span(chunk.start, chunk.end)) or [Span(chunk.start, chunk.end)]
    return max(pieces, key=lambda piece: sum(borne_out(words, piece.of(posting.text), posting.language)))


def _placing(draft: Draft, posting: str) -> list[Fact]:
    """The facts by which a posting belongs to a set that was asked for by place or organisation."""
    reading, library = draft.reading, draft.library
    fields: list[Fact] = []
    if reading.places:
        stated = library.facts_of(posting, "location")
        asked = {word for place in reading.places for word in fold(place).split()}
        fields += [f for f in stated if asked & set(fold(str(f.value)).split())][:1] or stated[:1]
    if reading.organisations:
        fields += library.facts_of(posting, "organisation")[:1]
        bare = not (reading.places or reading.conditions or reading.topic)  # "which position would Acme like to fill?"
        fields += library.facts_of(posting, "title")[:1] * bare
    return fields


def _closing(draft: Draft, posting: str) -> str:
    """« , clôturée depuis le 17 juillet 2022 » behind the name of a posting that is closed."""
    fact = deadline_fact(posting, draft.library)
    when = date_of(fact) if fact else None
    if when is None or not is_closed(posting, draft.library, draft.today):
        return ""
    return f", {say(draft.language, 'closed', date=day(draft.language, when))}"


def _modality(draft: Draft, judged: Judged, about: Mapping[str, Passage] | None) -> Modality:
    """What the facts say of a match; `none` where a negated set has a posting that never mentions the thing."""
    conditions = draft.reading.conditions
    if (draft.reading.denied or any(condition.negated for condition in conditions)) and not judged.facts:
        return "none"
    posting, about_it = draft.library.postings[judged.posting], (about or {}).get(judged.posting)
    if about_it and draft.reading.topical in ("experience", "demanded"):
        words = telling(" ".join(draft.reading.topic), draft.reading.language)
        return weight_of_experience(posting, words, _telling_sentence(draft.reading, about_it), draft.library)
    kinds = {fact.modality for fact in judged.facts if fact.field in _WEIGHED}
    if kinds:
        return "asset" if kinds == {"asset"} else "required"
    asked = [c.value for c in conditions if c.field == "mention"]
    if asked and not about:
        weighs = topics()[asked[0]].get("weighed")
        return heaviest(fact for fact in judged.facts if fact.field == "mention") if weighs else "stated"
    if about and not conditions and draft.reading.topical != "job":
        words = telling(" ".join(draft.reading.topic), draft.reading.language)
        return weight_of_words(posting, words, _telling_sentence(draft.reading, about[judged.posting]))
    return "stated"


def tell_undecided(draft: Draft, undecided: Sequence[Judged]) -> None:
    """Name the postings of which it cannot be told whether they are meant, and why."""
    if not undecided:
        return
    draft.say("undecided_one" if len(undecided) == 1 else "undecided_many", count=len(undecided))
    for place, judged in enumerate(undecided):
        why = next(verdict.why for verdict in judged.verdicts if verdict.state == "undecided")
        draft.leave_open(judged.posting, why)
        if place < LISTED:
            # What was decided is cited too: "requires English and is open" is half borne out.
            numbers = list(map(draft.quote, judged.facts))
            key = "undecided_plus" if any(verdict.state == "plus" for verdict in judged.verdicts) else "undecided_item"
            draft.say(key, numbers, posting=draft.name(judged.posting), why=why)
    draft.say_how_many_more(len(undecided))


def _mentions(draft: Draft, reading: Reading, library: Library) -> None:
    """A place where no posting is based may stand in a text all the same: the reader should know."""
    for condition in reading.conditions:
        if condition.field != "location" or not condition.value or condition.negated or condition.value.isdigit():
            continue
        postings = [library.postings[identity] for identity in library.distinct]
        found = [(posting, at) for posting in postings if (at := posting.text.find(condition.value)) >= 0]
        if found:
            draft.say("mentioned", name=condition.value)
        for posting, at in found[:5]:
            number = draft.quote_span(posting, sentence_at(posting, at))
            draft.say("item_bare", [number], posting=draft.name(posting.id))
