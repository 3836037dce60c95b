"""A question in its conversation: the turns before it are read again, as far as they are needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.absent_job import as_absent_job, known_job
from assistant.asking.answered_in import switched_language
from assistant.asking.background import (
    asked_parts,
    going_on_part,
    left_beside,
    named_first,
    of_all_there,
    stands_alone,
    without_statement,
)
from assistant.asking.by_form import by_form
from assistant.asking.by_tool import of_the_tool
from assistant.asking.by_work import called_by_work
from assistant.asking.called import holding, names_alone
from assistant.asking.carried import is_of_list
from assistant.asking.described import is_of_one
from assistant.asking.files import named_files, quoted_of_one, shared_reference
from assistant.asking.followups import Before, asks_amount_again, go_on, is_among, is_leaning
from assistant.asking.lexicon import holds, words_of
from assistant.asking.marked import AskedMarks, asked_marks
from assistant.asking.months_again import month_by_month
from assistant.asking.officials import of_somebody_else
from assistant.asking.opinions import as_conversion, as_every_day, as_formality, as_living_costs, as_opinion
from assistant.asking.or_else import joined_by_or
from assistant.asking.peoples import as_national
from assistant.asking.reader import read
from assistant.asking.reading import Intent, Reading
from assistant.asking.reshaped import reshaped
from assistant.asking.told_first import of_what_was_described, of_what_was_told
from assistant.asking.topical import as_denied
from assistant.asking.topics import stood_for
from assistant.domain import Answer, Language, Posting, Turn
from assistant.labels import has_jobs
from assistant.language import detect, is_bare
from assistant.marking import marks_of
from assistant.naming import by_title, title_words
from assistant.questions import LONGEST, checked
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.store import Store
from assistant.text import clean
from vectorstore.keyword import Alternatives, no_alternatives
from vectorstore.records import Hit

_TURNS = 4  # earlier questions that are looked at
_FEW = 3  # postings of one name of a job that a question goes on about
_SAYS_SOMETHING = 3  # words that make a question of their own

Respond = Callable[[Reading, date], Answer]


@dataclass(frozen=True)
class _KeywordsOf:
    """The keyword index of a store, built only for a question that needs it: most are read by their tables alone."""

    store: Store

    def document_frequency(self, stem_or_form: str) -> int:
        return self.store.keywords.document_frequency(stem_or_form)

    def search(
        self,
        text: str,
        language: str,
        limit: int,
        groups: Collection[str] | None = None,
        alternatives: Alternatives = no_alternatives,
    ) -> list[Hit]:
        return self.store.keywords.search(text, language, limit, groups, alternatives)


def understand(question: str, history: Sequence[Turn], store: Store, today: date, respond: Respond) -> Reading:
    """The reading of a question; `respond` answers those before it, where it leans on them. UserError as `checked`."""
    text = checked(question)
    earlier = month_by_month([clean(turn.content)[:LONGEST] for turn in history if turn.role == "user"][-_TURNS:])
    text = month_by_month([*earlier[-1:], text])[-1]
    default = detect(earlier[-1]) if earlier else "fr"
    language = switched_language(text) or (default if earlier and is_bare(text) else detect(text, default))
    if asked := asked_marks(text):
        return _of_marked(text, asked, language, store)
    text = _going_on(text, language, store) if earlier else text
    reading = _read(text, language, store)
    leaves_out = is_among(reading) or asks_amount_again(reading) or is_of_list(reading, words_of(text))
    whole = reading.postings is not None and (reading.fields or reading.conditions)
    if earlier and (leaves_out or not whole):
        before = _before(earlier, store, today, respond)
        reading = go_on(_called_by_job(reading, store, before), before)
    return as_set(reading)


def _going_on(text: str, language: Language, store: Store) -> str:
    """A question that goes on, without what the person says before it: « Je suis de Midelt. Y est-on logé ? »."""
    for part in (*asked_parts(text), *going_on_part(text)):
        found = _read(part, language, store)
        alone = found.postings is None and not found.every and not found.unknown
        if found.asks and (alone or is_among(found)):
            return part
    return text


def _called_by_job(reading: Reading, store: Store, before: Before | None) -> Reading:
    """« Et pour l'infirmier ? »: a short question that is nothing but the name of a job is about its posting.

    So it is where that name says something by itself, as « hôte de caisse » does of the till. A fact that was asked
    for before is told of the few postings that bear the name.
    """
    if reading.sections or reading.unknown or reading.fields or not is_leaning(reading):
        return reading
    if reading.intent == "open" and reading.postings is None:
        words = " ".join((*reading.topic, *reading.aside))
        titled = (
            by_title(words, reading.language, store.library, None) if has_jobs(words) else _named_bare(words, store)
        )
    else:
        titled = _titled_outright(reading, store)
    few = before is not None and before.reading.intent == "fact" and 1 < len(titled) <= _FEW
    of_them = len(titled) == 1 or (few and all(_named_whole(reading, store.library.postings[one]) for one in titled))
    return replace(reading, postings=titled, topic=(), aside=(), conditions=()) if of_them else reading


def _named_bare(words: str, store: Store) -> frozenset[str]:
    """The posting that a name alone stands in, however it is typed: « et yves rocher alors ? »."""
    name = words.title()
    named = bool(name) and set(name.split()) == names_alone(name, store.library, store.keywords)
    return holding([name], store.library, store.keywords) if named else frozenset()


def _titled_outright(reading: Reading, store: Store) -> frozenset[str]:
    """The one posting whose title bears out every telling word of a question about one job: « et le topographe ? »."""
    several = holds(words_of(reading.question), table("asking.toml")["going_on"]["several"])
    told = all(condition.field == "mention" for condition in reading.conditions)
    if several or not told or not has_jobs(reading.text):
        return frozenset()
    titled = by_title(reading.text, reading.language, store.library, None)
    return titled if len(titled) == 1 and _named_whole(reading, store.library.postings[min(titled)]) else frozenset()


def _named_whole(reading: Reading, posting: Posting) -> bool:
    """Whether the title of a posting bears out every telling word."""
    return all(borne_out(telling(reading.text, reading.language), title_words(posting), posting.language))


def _read(text: str, language: Language, store: Store) -> Reading:
    """The reading of a question by itself: remembered, since each turn of a conversation reads those before it."""
    return store.readings.get((text, language), store.library, lambda: _read_anew(text, language, store))


def _read_anew(text: str, language: Language, store: Store) -> Reading:
    """The reading, about postings that stand for all their versions, or called by file."""
    library = store.library
    files, rest = named_files(text, library)
    if not files:
        files, rest = shared_reference(text, library)
    if not files:
        files, rest = quoted_of_one(text, library)
        if files and _asked(_without_proof(rest), language, store).every:  # "which jobs say “fluency in French”?"
            files, rest = frozenset(), text
    reading = replace(_asked(_without_proof(rest), language, store), question=rest)
    if files:
        whole = reading.intent == "small_talk" or (reading.intent == "open" and not reading.topic)
        intent = "posting" if whole else reading.intent
        return replace(reading, question=text, intent=intent, postings=files, unknown=(), every=False)
    reading = as_opinion(as_national(of_somebody_else(reading, library)))
    reading = as_every_day(as_formality(as_living_costs(as_conversion(reading))))
    reading = as_absent_job(of_the_tool(called_by_work(reading, library), library))
    if as_set(reading).intent in ("set", "count"):
        reading = joined_by_or(
            reading,
            lambda words: _read(words, language, store),
            lambda words: read(words, language, store.library, _KeywordsOf(store)),  # without the learnt kinds
        )
    return reading.about(frozenset(map(library.standing, reading.postings))) if reading.postings else reading


def _asked(text: str, language: Language, store: Store) -> Reading:
    """The reading of what is asked, without what the person says of themselves where that stands by itself."""

    def reading(words: str) -> Reading:
        return as_denied(read(words, language, store.library, _KeywordsOf(store), store.kinds))

    text = reshaped(text, language, store.library)
    if (formed := by_form(text, language, store.library, reading)) is not None:
        return formed
    if (described := of_what_was_described(text, reading)) is not None:
        return described
    for part in asked_parts(text):
        found = reading(part)
        goes_on = text.startswith(part) and (found.fields or found.conditions)  # about what was spoken of before
        if not _is_of_the_person(part, found) and (stands_alone(found) or goes_on):
            return replace(of_all_there(found), beside=left_beside(text, part))
    whole = reading(text)
    if (liked := of_what_was_told(text, whole, reading)) is not None:
        return liked
    if (turned := named_first(text)) and (found := reading(turned)).postings and not found.every and found.asks:
        return found
    return without_statement(of_all_there(whole))


def _is_of_the_person(part: str, found: Reading) -> bool:
    """ "I speak no Arabic. Can I work as the midwife?": whether one may, with nothing said of what that hangs on."""
    may = holds(words_of(part), table("asking.toml")["asks"]["may"])
    return not (found.asks or found.every or found.unknown) and any(first == 0 for first, _ in may)


def _without_proof(text: str) -> str:
    """The question without "… with the quote", « … preuve à l'appui »: every answer comes with its quotes."""
    words = words_of(text)
    spans = holds(words, table("asking.toml")["proof"]["words"])
    at_end = [(first, last) for first, last in spans if last == len(words)]
    first, last = min(at_end, default=(len(words), 0))
    if not last or first < _SAYS_SOMETHING:
        return text  # "show me the quote" asks for that of what went before
    return text[: words[first].start].rstrip(" ,;-–(") + text[words[last - 1].end :].strip(" )")


def _of_marked(text: str, asked: AskedMarks, language: Language, store: Store) -> Reading:
    """The reading of a question about the postings that the person has marked, perhaps under further conditions."""
    rest = as_set(_read(asked.rest, language, store)) if any(map(str.isalnum, asked.rest)) else None
    if rest and rest.conditions and rest.intent in ("set", "count"):
        marked = frozenset(posting for posting, mark in marks_of(store).items() if mark.mark in asked.marks)
        return replace(rest, question=text, within=marked, marked=asked.marks)
    count: Intent = "count" if rest and rest.intent == "count" else "set"
    return Reading(text, text, language, count, postings=rest.postings if rest else None, marked=asked.marks)


def as_set(reading: Reading) -> Reading:
    """A condition that no posting was named for is held against all of them: "permanent contracts only"."""
    # « CDI en Ardèche » names no posting either, but where several may be.
    bare = any(at == 0 for at, _ in holds(words_of(reading.text), table("asking.toml")["postings"]["singular"]))
    of_a_job = reading.of_a_job and not bare  # « boulot Marseille sans diplôme »
    of_several = reading.postings is None or (len(reading.postings) > 1 and not of_a_job and reading.places)
    weighed = tuple(c for c in reading.stated if c.negated or c.asked != "any")
    of_one = bool(reading.topic) and (is_of_one(words_of(reading.text)) or bool(known_job(reading)))
    if reading.intent == "fact" and (reading.conditions or weighed) and of_several and not (reading.unknown or of_one):
        known = {condition.field for condition in reading.conditions} | stood_for(reading.conditions)
        more = tuple(c for c in (reading.stated if reading.conditions else weighed) if c.field not in known)
        return replace(reading, intent="set", conditions=(*reading.conditions, *more), every=True)
    return reading


def _only_wishing(reading: Reading, answer: Answer) -> frozenset[str]:
    """The postings that an answer names apart: "those" which require English are not those that only wish for it.

    "Which ask for English?" means both.
    """
    wishing = frozenset(match.posting for match in answer.matches if match.modality == "asset")
    demanded = bool(holds(words_of(reading.question), table("asking.toml")["demanding"]["verbs"]))
    demanded = demanded and any(c.asked == "required" and not c.negated for c in reading.conditions)
    return wishing if demanded and len(wishing) < len(answer.matches) else frozenset()


def _spoken_before(before: Before | None, postings: Sequence[str]) -> str:
    """The one posting that was spoken of before another one."""
    if before is None or len(before.postings) != 1 or len(postings) != 1:
        return ""
    return before.postings[0] if before.postings[0] != postings[0] else before.other


def _before(earlier: Sequence[str], store: Store, today: date, respond: Respond) -> Before | None:
    """The last of the earlier questions, read after those before it, with the postings of its answer."""
    before = None
    for text in earlier:
        if not any(c.isalnum() for c in text):
            continue
        reading = as_set(go_on(_called_by_job(_read(text, detect(text), store), store, before), before))
        answer = respond(reading, today)
        apart = _only_wishing(reading, answer)
        shown = dict.fromkeys([*(match.posting for match in answer.matches), *(c.posting for c in answer.citations)])
        named = store.library.by_display_name
        ids = [named[name].id for name in shown if name not in apart]
        asked = [identity for identity in ids if identity in (reading.postings or ())]
        postings = asked or list(dict.fromkeys(map(store.library.standing, ids))) or sorted(reading.postings or ())
        if not postings and before and reading.intent == "open":
            continue  # nothing was said: the one before it is still what is spoken of
        before = Before(reading, tuple(postings), _spoken_before(before, postings))
    return before
