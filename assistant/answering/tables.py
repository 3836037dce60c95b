"""Several postings side by side, a field at a time, and all that one posting states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering.dated import standing
from assistant.answering.draft import Draft
from assistant.answering.gist import part_of, telling
from assistant.answering.single import mind_closed, say_facts
from assistant.answering.values import label, value_of
from assistant.asking.lexicon import Word, holds, words_of
from assistant.asking.reading import Reading
from assistant.domain import Answer, Fact, FactField, SectionKind
from assistant.glossary import related
from assistant.library import Library
from assistant.lines import strip_bullet
from assistant.mentions import sentences_on
from assistant.naming import title_words
from assistant.relevance import borne_out
from assistant.relevance import telling as telling_words
from assistant.resources import table
from assistant.text import fold, one_line
from assistant.topics import topics
from assistant.wording import say

WHOLE: tuple[FactField, ...] = (
    "organisation", "location", "contract", "working_time", "duration", "start", "pay", "expenses",
    "degree", "experience_years", "language", "driving_licence", "deadline", "apply_to", "document",
    "subject_line", "reference", "selection",
)  # fmt: skip
_ALWAYS: tuple[FactField, ...] = ("location", "contract", "pay", "language", "deadline", "apply_to")
_SENTENCES = 12  # of a part of a posting; the rest is in the posting itself
_ASKING = 2  # sentences on documents that are quoted beside their list
_NEAR = 8  # words beside a phrase on how to apply in which the application is named
_MISSIONS = 2  # sentences on what there is to do, or on what else is compared
_ENDING = 5  # letters from which a word may have another ending


def side_by_side(
    reading: Reading, library: Library, today: date, postings: Sequence[str], after: Answer | None = None
) -> Answer:
    """The fields asked for, each with a line and a citation for every posting: a comparison, or one field of all.

    What `after` says already stands before it.
    """
    draft = Draft.going_on(after, reading, library, today) if after else Draft(reading, library, today)
    if reading.intent == "comparison" and len(postings) == 1:
        draft.say("comparison_one", posting=draft.name(postings[0]))
    elif reading.intent == "comparison":
        draft.say("comparison", count=len(postings))
    _fields(draft, _with_length(draft, postings), postings)
    _topics(draft, postings)
    if reading.intent == "comparison":
        _parts(draft, postings)
        _words_left(draft, postings)
    if "deadline" not in reading.fields:
        mind_closed(draft, postings)
    if reading.intent == "comparison":
        return draft.finish("comparison", len(postings))
    stated = reading.conditions or any(library.facts_of(posting, f) for posting in postings for f in reading.fields)
    return draft.finish("fact" if stated else "not_stated", len(postings))


def _with_length(draft: Draft, postings: Sequence[str]) -> Sequence[FactField]:
    """The fields to compare; of contracts also how long they last, where one of the postings says so."""
    fields = draft.reading.fields
    lasts = any(draft.library.facts_of(posting, "duration") for posting in postings)
    if draft.reading.intent != "comparison" or "contract" not in fields or "duration" in fields or not lasts:
        return fields
    at = fields.index("contract") + 1
    return (*fields[:at], "duration", *fields[at:])


def whole(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """All that each posting states, and what there is to do."""
    draft = Draft(reading, library, today)
    for posting in postings:
        titles = library.facts_of(posting, "title")[:1]
        draft.say("all_of", [draft.quote(fact) for fact in titles], posting=draft.name(posting))
        for field in WHOLE:
            if not say_facts(draft, posting, field, item=True) and field in _ALWAYS:
                draft.say("not_stated_item", label=label(draft.language, field))
        _missions(draft, posting)
    return draft.finish("posting", len(postings))


def sections(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """The parts asked for of each posting, sentence by sentence; "not stated" where none has such a part."""
    draft = Draft(reading, library, today)
    said = [_section(draft, posting) for posting in postings]
    if any(said):
        mind_closed(draft, [posting for posting, found in zip(postings, said, strict=True) if found])
    return draft.finish("open" if any(said) else "not_stated", len(postings))


def _section(draft: Draft, posting: str) -> bool:
    """Quote the parts of a posting that are asked for, as far as a reader wants to go; whether there are any."""
    found = draft.library.postings[posting]
    kinds: set[SectionKind] = set(draft.reading.sections)
    kinds |= {"skills"} if "profile" in kinds else set()
    pieces = part_of(found, kinds)
    if not pieces:
        draft.say("silent", postings=draft.name(posting))
        return False
    draft.say("all_of", posting=draft.name(posting))
    for piece in pieces[:_SENTENCES]:
        draft.add(f"- « {one_line(strip_bullet(piece.of(found.text)))} »", [draft.quote_span(found, piece)])
    if len(pieces) > _SENTENCES:
        rest = len(pieces) - _SENTENCES
        draft.say("more_one" if rest == 1 else "more", count=rest)
    return True


def applying(reading: Reading, library: Library, today: date, postings: Sequence[str]) -> Answer:
    """What is to be sent, where to, under which subject and by when."""
    draft, told = Draft(reading, library, today), False
    for posting in postings:
        titles = library.facts_of(posting, "title")[:1]
        draft.say("all_of", [draft.quote(fact) for fact in titles], posting=draft.name(posting))
        for field in reading.fields:
            if say_facts(draft, posting, field, item=True):
                _with_documents_in_words(draft, posting, field)
            elif not _in_its_words(draft, posting, field):
                draft.say("not_stated_item", label=label(draft.language, field))
                continue
            told = True
    return draft.finish("fact" if told else "not_stated", len(postings))


def _with_documents_in_words(draft: Draft, posting: str, field: FactField) -> None:
    """Quote the sentence that asks for the documents, which may ask for what is none: "a CV + a voice message"."""
    facts = draft.library.facts_of(posting, field) if field == "document" else []
    said = {(fact.start, fact.end): fact for fact in facts}
    if 0 < len(said) <= _ASKING:
        quote = " […] ".join(draft.words(fact) for fact in said.values())
        draft.add(f"- « {quote} »", [draft.quote(fact) for fact in said.values()])


def _in_its_words(draft: Draft, posting: str, field: FactField) -> bool:
    """Quote what a posting says of how to apply where no address could be read: « Dépose au siège … »."""
    phrases = table("asking.toml")["cues"]["apply_to"] if field == "apply_to" else ()
    found = sentences_on(draft.library.postings[posting], phrases) if phrases else ()
    said = [fact for fact in found if _is_of_applying(words_of(fact.quote), phrases)][:_MISSIONS]
    if said:
        quote = " […] ".join(draft.words(fact) for fact in said)
        numbers = [draft.quote(fact) for fact in said]
        draft.add(say(draft.language, "fact_quote", label=label(draft.language, field), quote=quote), numbers)
    return bool(said)


def _is_of_applying(words: Sequence[Word], phrases: Sequence[str]) -> bool:
    """Whether something of an application stands near one of the phrases: « déposer » is done with bumpers, too."""
    told = table("asking.toml")["told_of_applying"]["words"]
    return any(holds(words[max(0, first - _NEAR) : last + _NEAR], told) for first, last in holds(words, phrases))


def _fields(draft: Draft, fields: Sequence[FactField], postings: Sequence[str]) -> None:
    for field in fields:
        draft.say("field", label=label(draft.language, field))
        for posting in postings:
            facts = draft.library.facts_of(posting, field)
            name = draft.name(posting)
            if facts:
                draft.say(
                    "cell",
                    [draft.quote(f) for f in facts],
                    posting=name,
                    value=_cell(draft, facts) + (standing(draft, posting) if field == "deadline" else ""),
                )
            else:
                draft.say("not_stated_cell", posting=name)


def _topics(draft: Draft, postings: Sequence[str]) -> None:
    """What each posting says of the topics that are compared."""
    for condition in (condition for condition in draft.reading.conditions if condition.field == "mention"):
        name = str(topics()[condition.value]["name"][draft.language])
        draft.say("field", label=name[:1].upper() + name[1:])
        for posting in postings:
            _quoted_cell(draft, posting, draft.library.mentions(condition.value, posting))


def _parts(draft: Draft, postings: Sequence[str]) -> None:
    """The first sentences of the parts that are compared, such as what there is to do."""
    for kind in draft.reading.sections:
        if draft.reading.fields and not any(part_of(draft.library.postings[posting], {kind}) for posting in postings):
            continue
        draft.say("field", label=table("wording.toml")[draft.language]["part"][kind])
        for posting in postings:
            found = draft.library.postings[posting]
            if kind == "conditions" and (said := draft.library.mentions("benefits", posting)):
                _quoted_cell(draft, posting, said)
            elif pieces := telling(found, part_of(found, {kind})):
                quote = " […] ".join(one_line(strip_bullet(piece.of(found.text))) for piece in pieces)
                numbers = [draft.quote_span(found, piece) for piece in pieces]
                draft.say("cell", numbers, posting=draft.name(posting), value=f"« {quote} »")
            else:
                draft.say("not_stated_cell", posting=draft.name(posting))


def _words_left(draft: Draft, postings: Sequence[str]) -> None:
    """What the postings say in the words that are compared and are no field of theirs: "compare … : the tests".

    A word that stands in the title of one of them only says which posting is meant.
    """
    titled = [(draft.library.postings[posting], title_words(draft.library.postings[posting])) for posting in postings]
    for word in (word for word in draft.reading.topic if word.islower()):
        naming = [all(borne_out(telling_words(word, draft.language), title, one.language)) for one, title in titled]
        if any(naming) and not all(naming):
            continue
        phrases = [f"{form}*" if len(form) >= _ENDING else form for form in (fold(word), *related(fold(word)))]
        found = {posting: sentences_on(draft.library.postings[posting], phrases) for posting in postings}
        if not any(found.values()):
            continue
        draft.say("field", label=word[:1].upper() + word[1:])
        for posting, said in found.items():
            _quoted_cell(draft, posting, said)


def _quoted_cell(draft: Draft, posting: str, said: Sequence[Fact]) -> None:
    """The first of the sentences that say it, or that a posting is silent."""
    if said:
        first = said[:_MISSIONS]
        draft.say("cell", list(map(draft.quote, first)), posting=draft.name(posting), value=draft.quoted(first))
    else:
        draft.say("not_stated_cell", posting=draft.name(posting))


def _cell(draft: Draft, facts: Sequence[Fact]) -> str:
    said = (value_of(draft.language, fact, weighed=fact.modality == "asset") for fact in facts)
    return ", ".join(dict.fromkeys(said))


def _missions(draft: Draft, posting: str) -> None:
    """The first sentences on what there is to do."""
    found = draft.library.postings[posting]
    pieces = part_of(found, {"missions"})[:_MISSIONS]
    if pieces:
        numbers = [draft.quote_span(found, piece) for piece in pieces]
        quote = " ".join(one_line(piece.of(found.text)) for piece in pieces)
        draft.add(say(draft.language, "fact_quote", label=say(draft.language, "missions"), quote=quote), numbers)
