"""What a question asks that no phrase of the tables accounts for, by its likeness in meaning to whole questions.

"Which ones give you somewhere to live?" holds no word for housing, but is nearer to "Where would I get a room or a
flat?" than to a question about anything else. The questions are in `data/likened.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import holds, is_filler, is_job, words_of
from assistant.asking.outright import is_outright
from assistant.asking.reading import BEGINNERS, Condition, Intent, Reading
from assistant.asking.seen import Seen
from assistant.asking.subjects import subject_of
from assistant.asking.windows import window_of
from assistant.library import Library
from assistant.mentions import is_mentioned
from assistant.relevance import telling
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_tool, topics
from vectorstore.errors import EmbeddingError

# How alike a question (first) is to others, in both languages: 0 for nothing in common, 1.8 for the same words.
Alike = Callable[[str, Sequence[str]], Sequence[float]]

# Chosen on 80 questions of six sets: of those nearer than this, and so much nearer than to any other kind, 58 of 59
# were read right; the known questions had been chosen in sight of some of them.
_NEAR = 0.85
_APART = 0.1
_SURE = 1.0  # from which it goes before a topic whose phrase is there, and makes an open question one of a set
_SURELY_APART = 0.18
_SAYS_SOMETHING = 4  # words that ask for more than for all postings
_TELLING = 3  # words that tell what a job is about
_LEFT_TO_THE_TABLES = "other"
_OF_A_TOOL = "tool"
_OFFICE = "excel"
# Intents that a question can have whose words are not all understood.
_UNSETTLED: tuple[Intent, ...] = ("set", "count", "list", "open", "fact", "extreme")
# What a question may name beside: the rest was read out of words that are now understood otherwise.
_BESIDE = ("language", "contract", "working_time", "organisation", "location", "degree", "status")
_NAMED = ("language", "contract", "working_time", "degree")
_CONDITIONS: Mapping[str, Condition] = {
    "beginners": Condition("experience_years", BEGINNERS),
    "closed": Condition("status", "closed"),
    "open": Condition("status", "open"),
}
_VAGUE = ("pay", "duration", "start", "deadline", "selection", "expenses")
_TOLD = ("pay", "duration", "start", "deadline")  # what "state" and "give no" may be said of
_OF_PAY = ("pay_silent", "pay_stated")  # alike but for a no, which is read by its words
_IN_A_TIME = ("interview", "written_test", "practical_test", "any_test")  # topics whose day a question may name


def as_known(reading: Reading, seen: Seen, library: Library, alike: Alike | None) -> Reading:
    """The reading with what its question is like, where its words leave something open; else as it is.

    A topic that no posting of `library` speaks of is no better than the words of the question that some hold.
    """
    if alike is None or not _is_unsettled(reading, seen):
        return reading
    rest = _without_names(reading, seen)
    if reading.topical == "job" and not _says_more(rest, reading):
        return reading  # « des postes de boulanger ? »
    try:
        key, nearest, near, apart = _nearest(rest, alike)
    except EmbeddingError:
        return reading  # what the tables understand is answered without a model
    if key == _LEFT_TO_THE_TABLES or near < _NEAR or not (apart >= _APART or _is_confirmed(key, seen)):
        return reading
    if key == _OF_A_TOOL or (key == _OFFICE and (reading.unknown or _names_a_thing(reading, seen))):
        return _of_a_tool(reading)
    asked = seen.keys("topics")
    either = any(key in condition.others for condition in reading.conditions)  # "housing or health insurance"
    if either or set(asked) & set(topics().get(key, {}).get("includes", ())):
        return reading  # « un test technique » is more than « un test »
    beside = tuple(c for c in reading.conditions if c.field in _BESIDE and c.value)
    other = asked and key not in asked
    understood = beside and key not in asked
    unsure = near < _SURE or apart < _SURELY_APART
    of_one = reading.postings and len(reading.postings) == 1
    if (unsure and (reading.intent in ("open", "fact") or other or understood)) or (other and of_one):
        return reading  # what is asked of one posting by its name is that
    condition = _condition(key, nearest, reading, seen)
    if unsure and _is_nowhere(condition, reading, library):
        return reading
    if of_one and not reading.every:  # "is housing included in Mafraq?"
        if (condition.field, condition.value) in {(c.field, c.value) for c in reading.conditions}:
            return reading
        return replace(reading, intent="fact", fields=(), conditions=(condition,), topic=(), aside=(), sections=())
    named = tuple(c for c in reading.conditions if c.field == "mention" and key in asked)
    kept = tuple(c for c in (*beside, *named) if (c.field, c.value) != (condition.field, condition.value))
    return replace(
        reading,
        intent="count" if reading.intent == "count" else "set",
        fields=(),
        conditions=(*kept, condition),
        topic=reading.topic if key in asked and reading.topical != "aside" else _jobs_in(reading.topic, nearest),
        aside=(),
        extreme="",
        sections=(),
        postings=reading.postings if reading.places else None,
        every=True,
    )


def _says_more(rest: str, reading: Reading) -> bool:
    """Whether a question says anything but that postings are asked for, once the names in it are left out."""
    postings = table("asking.toml")["postings"]
    nouns = {word.form for noun in (*postings["plural"], *postings["singular"]) for word in words_of(noun)}
    said = [word.form for word in words_of(rest) if word.form not in nouns]
    return any(telling(form, reading.language) and not is_filler(form) for form in said)


def _is_unsettled(reading: Reading, seen: Seen) -> bool:
    if reading.intent not in _UNSETTLED or reading.organisations or any(map(is_tool, seen.keys("topics"))):
        return False
    if reading.postings is not None and not reading.places:  # « qui demande un certificat »: meant by words alone
        return bool(reading.topic) and not seen.nouns and seen.begins(*table("asking.toml")["postings"]["of_which"])
    left = reading.topic or reading.aside or reading.unknown
    if reading.fields == ("organisation",) and not left:
        return False  # "who are the employers?"
    if reading.intent == "extreme" and not left:  # "which starts first?"
        return False
    if reading.intent == "open" and len(reading.topic) >= _TELLING and subject_of(seen.words):
        return False  # « quel poste s'occupe de remettre en état des citernes d'eau de pluie ? »
    if reading.intent == "fact" and reading.fields and not left and not seen.has("topics"):
        return False  # "the closing date of the case worker job"
    vague = any(_is_vague(condition, seen) for condition in reading.conditions)
    if reading.conditions and not (left or vague or seen.has("topics")):
        return False  # every word is accounted for
    nothing = not reading.conditions and reading.postings is None and len(seen.words) > _SAYS_SOMETHING
    return bool(left or vague or nothing or reading.intent not in ("set", "count") or seen.has("topics"))


def _is_vague(condition: Condition, seen: Seen) -> bool:
    """Whether a field may have been named on the way to something else: it is only to be stated, by no verb of that."""
    if condition.field not in _VAGUE or condition.value or condition.period or condition.window:
        return False
    if condition.number is not None:
        return False
    stating = table("asking.toml")["stating"]["words"]
    return condition.field not in _TOLD or not (condition.negated or holds(seen.words, stating))


def _names_a_thing(reading: Reading, seen: Seen) -> bool:
    """ "Where do I need Python?": a name is asked for as it is written, whatever the question is like."""
    inner = {seen.written(n) for n, word in enumerate(seen.words) if n and word.capital and not word.form.isdigit()}
    return any(word in inner and not is_job(fold(word)) for word in reading.topic)


def _is_nowhere(condition: Condition, reading: Reading, library: Library) -> bool:
    """Whether no posting speaks of a topic, and some hold words of the question that are not accounted for."""
    asked = condition.field == "mention" and not condition.negated and reading.topic
    return bool(asked) and not is_mentioned(library, condition.value)


def _jobs_in(topic: Sequence[str], nearest: str = "") -> tuple[str, ...]:
    """The names of jobs among the words left over that the known question does not hold: the rest is understood.

    Of "nurse jobs with a roof over my head" the nurse is left, and no head.
    """
    known = {word.form for word in words_of(nearest)}
    return tuple(word for word in topic if is_job(fold(word)) and fold(word) not in known)


def _of_a_tool(reading: Reading) -> Reading:
    """Which postings name a tool, by its name alone: few say « logiciel » beside it."""
    kinds = table("asking.toml")["tools"]["words"]
    named = tuple(word for word in reading.topic if fold(word) not in kinds)
    if reading.intent != "open" or not named:
        return reading
    return replace(reading, intent="set", topic=named, topical="subject", every=True)


def _is_confirmed(key: str, seen: Seen) -> bool:
    """Whether a phrase of the tables says the same."""
    return key in seen.keys("topics") or (key in _IN_A_TIME and "selection" in seen.keys("fields"))


def _condition(key: str, nearest: str, reading: Reading, seen: Seen) -> Condition:
    """What is asked of each posting; a length or a time that the question names is one of the topic."""
    if key in _OF_PAY:
        return Condition("pay", negated=_keeps_silent(seen))
    if key in _CONDITIONS:
        return _CONDITIONS[key]
    known = next((c for c in reading.conditions if (c.field, c.value) == ("mention", key)), None)
    condition = known or Condition("mention", key, negated=_is_negated(nearest, seen))
    condition = replace(condition, outright=condition.negated and is_outright(seen.words))
    if key in _IN_A_TIME:
        return replace(condition, window=window_of(seen.words, seen.text, reading.language))
    length = next((c for c in reading.conditions if c.field == "duration" and c.number is not None), None)
    return replace(condition, number=length.number, period=length.period) if length else condition


def _keeps_silent(seen: Seen) -> bool:
    """Whether a question is about postings that do not tell: "keep the salary secret", « ne chiffrent pas »."""
    tables = table("asking.toml")
    return bool(holds(seen.words, [*tables["negation"]["words"], *tables["stating"]["silent"]]))


def _is_negated(nearest: str, seen: Seen) -> bool:
    """Whether the question denies what the known one asks for, which may hold a « pas » itself."""
    words = [phrase for phrases in table("asking.toml")["negation"].values() for phrase in phrases]
    return bool(holds(seen.words, words)) and not holds(words_of(nearest), words)


def _without_names(reading: Reading, seen: Seen) -> str:
    """The question without the languages, contracts, places, jobs and names in it, which are conditions beside."""
    named = {n for tag in seen.tags if tag.table in _NAMED for n in range(tag.first, tag.last)}
    jobs = _jobs_in(reading.topic) if reading.topical == "job" else ()
    phrases = (*reading.places, *reading.organisations, *reading.unknown, *jobs)
    beside = {phrase[word.start : word.end].casefold() for phrase in phrases for word in words_of(phrase)}
    kept = [seen.written(n) for n in range(len(seen.words)) if n not in named]
    return " ".join(word for word in kept if word.casefold() not in beside) if named or beside else reading.text


def known_questions() -> list[str]:
    """All known questions, in the order in which they are compared."""
    return [text for questions in _known().values() for text in questions]


def _nearest(question: str, alike: Alike) -> tuple[str, str, float, float]:
    """The kind of question that this one is most like, the one of that kind, how near, and how much nearer than others.

    "Others" are the questions of the next kind.
    """
    texts = [(key, text) for key, questions in _known().items() for text in questions]
    best: dict[str, tuple[float, str]] = {}
    for (key, text), near in zip(texts, alike(question, known_questions()), strict=True):
        best[key] = max(best.get(key, (-1.0, "")), (near, text))
    (key, (near, text)), (_, (second, _)) = sorted(best.items(), key=lambda pair: -pair[1][0])[:2]
    return key, text, near, near - second


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    """The questions of each kind, in both languages."""
    return {key: (*entry["en"], *entry["fr"]) for key, entry in table("likened.toml").items()}
