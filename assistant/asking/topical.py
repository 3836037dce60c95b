"""What the words left over of a question are to it: a subject, the name of a job, or something said by the way."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asking.leftovers import Left
from assistant.asking.lexicon import Word, holds, is_job, matches, words_of
from assistant.asking.reading import Intent, Reading, Topical
from assistant.asking.seeking import names_jobs
from assistant.asking.seen import Seen
from assistant.domain import Language, Passage
from assistant.naming import title_words
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_branch
from vectorstore.analysis import Token

_ELIDED = re.compile(r"\s[dD]['’]")
_REACH = 3  # words between what leads a subject and the first word of it: "about the lives of …"
_SAME = 6  # letters by which a word is found whose spelling was mended
_ALL = 0.99  # share of the words of a job that a passage holds
_DEGREE_IN = 2  # words between a degree and what it is in
_OR = ("ou", "or")
_NOR = (*_OR, "ni", "nor", "et", "and")
_OF = ("de", "d'", "d", "of")
_JOB_WORDS = 2  # of a job's name up to its noun: "content designer"
_NEAR = 1  # words between « poste de » and the job: an article


def topical(seen: Seen, rest: Sequence[int], left: Left) -> Topical:
    """How the words left over (some of those at `rest`) come into the question.

    "nurse jobs" and « un poste de comptable » name a job, "jobs about water" a subject; in "I have two children, which
    ones …" the words only stand beside what is asked.
    """
    words = [n for n in rest if seen.written(n) in (*left.topic, *left.aside)]
    if not words:
        return "aside"
    tables = table("asking.toml")["topical"]
    if any(_names_a_job(seen, n, words, tables["job_of"]) for n in seen.nouns) or _is_sought(seen, words, tables):
        return "job"
    if any(_is_of_a_degree(seen, n) for n in words):
        return "subject"  # "a nursing diploma", « un diplôme d'infirmier »
    # The "on" of "on call" leads nothing.
    within = {n for tag in seen.tags if tag.table == "topics" for n in range(tag.first, tag.last)}
    leads = [last for first, last in holds(seen.words, tables["leads"]) if first not in within]
    led = ((last, n) for n in words for last in leads if 0 <= n - last <= _REACH)
    # What "with" leads in "with on-call duty at night" is the duty.
    return "subject" if any(within.isdisjoint(range(last, n)) for last, n in led) else "aside"


def _is_of_a_degree(seen: Seen, number: int) -> bool:
    """Whether a word says what a degree is in: right before it, or behind it and « en », "in" or nothing."""
    small = set(table("asking.toml")["topical"]["degree_in"])
    if seen.words[number].form in table("asking.toml")["topical"]["degree_kinds"]:
        return False
    for tag in seen.tags:
        if tag.table != "degree" and (tag.table, tag.key) != ("fields", "degree"):
            continue
        between = {word.form for word in seen.words[tag.last : number]}
        if number == tag.first - 1 or (0 <= number - tag.last <= _DEGREE_IN and between <= small):
            return True
    return False


def of_experience(seen: Seen, left: Left) -> Left | None:
    """The words left over where they say what an experience is in: « une expérience en banque », "NGO experience"."""
    told = {n for n, _ in enumerate(seen.words) if seen.written(n) in (*left.topic, *left.aside)}
    kinds, small = (table("asking.toml")["topical"][name] for name in ("experience_kinds", "experience_in"))
    telling = {n for n in told if not any(matches(seen.words[n].form, kind) for kind in kinds)}
    for tag in (tag for tag in seen.tags if (tag.table, tag.key) == ("fields", "experience_years")):
        run = [tag.first - 1] if tag.first - 1 in telling and seen.language == "en" else []
        for n in () if run else range(tag.last, len(seen.words)):
            if seen.words[n].apart or not (n in told or seen.words[n].form in small):
                break
            run += [n] if n in telling else []
        if run:
            names = tuple(dict.fromkeys(map(seen.written, run)))
            return Left(names, left.unknown, tuple(w for w in (*left.topic, *left.aside) if w not in names))
    return None


def _names_a_job(seen: Seen, noun: int, words: Sequence[int], of: Sequence[str]) -> bool:
    """Whether a job's name stands right before a noun for a posting ("nurse jobs"), or behind it and « de »."""
    if noun - 1 in words:
        return True
    behind = noun + 1
    if behind in words and _ELIDED.fullmatch(seen.text, seen.words[noun].end, seen.words[behind].start):
        return True  # « offres d'infirmière »
    return any(
        first == 0 and any(0 <= n - behind - last <= _NEAR for n in words)
        for first, last in holds(seen.words[behind : behind + 4], of)
    )


def _is_sought(seen: Seen, words: Sequence[int], tables: Mapping[str, Sequence[str]]) -> bool:
    """Whether somebody of a trade is looked for: « qui recrute un médecin ? », "postings that want a doctor"."""
    small = {*tables["articles"], *tables["job_parts"]}
    asks = any(tag.table not in ("small_talk", "follow", "idle") for tag in seen.tags)
    # « je suis infirmier, quelles offres sont pour moi ? »
    leads = tables["seeking"] if asks else [*tables["seeking"], *tables["being"]]
    behind = [last for _, last in holds(seen.words, leads)]
    told = (next((n for n in range(at, len(seen.words)) if seen.words[n].form not in small), -1) for at in behind)
    return any(
        n in words and any(m in words and is_job(seen.words[m].form) for m in range(n, n + _JOB_WORDS)) for n in told
    )


def with_parts_of_jobs(seen: Seen, job: Sequence[str]) -> tuple[str, ...]:
    """The words of a job's name with those that are told apart from no other question: « chef de *projet* »."""
    parts = set(table("asking.toml")["topical"]["job_parts"])
    found = list(job)
    for n, word in enumerate(seen.words):
        if not is_job(word.form) or seen.written(n) not in job:
            continue
        near = [n - 1, n + 1, *([n + 2] if n + 1 < len(seen.words) and seen.words[n + 1].form in _OF else [])]
        found += [seen.written(m) for m in near if 0 <= m < len(seen.words) and seen.words[m].form in parts]
    return _without_implied(tuple(dict.fromkeys(found)))


def _without_implied(job: Sequence[str]) -> tuple[str, ...]:
    """The words of a job's name without those that go without saying: a software developer is a développeur."""
    forms = [fold(word) for word in job]
    of = [e for e in table("asking.toml")["implied_in_jobs"].values() if _is_any(forms, e["trades"])]
    return tuple(
        word for word, form in zip(job, forms, strict=True) if not any(_is_any([form], e["words"]) for e in of)
    )


def _is_any(forms: Sequence[str], patterns: Sequence[str]) -> bool:
    return any(matches(form, pattern) for form in forms for pattern in patterns)


def either(reading: Reading) -> list[list[str]]:
    """The parts of a topic of which one will do: "a pastry chef or a baker"; none where it is one thing."""
    apart = _NOR if reading.denied else _OR
    words = words_of(reading.text)
    joints = [word.start for n, word in enumerate(words) if n and word.form in apart]
    joints = sorted([*joints, *(w.start for w in words if w.apart and joints and w.start < joints[-1])])
    parts: dict[int, list[str]] = {}
    for word in reading.topic:
        at = reading.text.find(word)  # not there where its spelling was mended: « mécaniciens », read as « mecanicien »
        at = at if at >= 0 else fold(reading.text).find(fold(word)[:_SAME])
        parts.setdefault(bisect(joints, at), []).append(word)
    return list(parts.values()) if len(parts) > 1 else []


def as_denied(reading: Reading) -> Reading:
    """ "Which do not concern sales?", « rien à voir avec la vente »: the postings that do not speak of it are meant."""
    open_on_all = reading.intent == "open" and reading.every
    if not (open_on_all or reading.intent in ("set", "count")) or not reading.topic or reading.topical == "job":
        return reading
    words = words_of(reading.text)
    denials = [last for _, last in holds(words, table("asking.toml")["negation"]["words"])]
    topic = {fold(word) for word in reading.topic}
    at = [n for n, word in enumerate(words) if word.form in topic]
    denied = bool(at) and any(last <= at[0] and _leads_to_topic(words[last : at[0]]) for last in denials)
    turned = denied and holds(words[at[0] : at[-1]], table("asking.toml")["turning"]["words"])
    intent: Intent = "set" if open_on_all else reading.intent
    return replace(reading, denied=True, intent=intent) if denied and not turned else reading


def _leads_to_topic(between: Sequence[Word]) -> bool:
    """Whether nothing stands between a denial and a topic but a verb of speaking or doing, and small words."""
    phrases = table("asking.toml")["topical"]["denied"]
    return all(not word.apart and any(matches(word.form, each) for each in phrases) for word in between)


def of_that_job(job: Sequence[str], language: Language, about: Mapping[str, Passage]) -> Mapping[str, Passage]:
    """Of the postings (ids) that speak of a job, those that are called so; where none is, those with all its words."""
    words = telling(" ".join(job), language)
    called = {
        identity: passage
        for identity, passage in about.items()
        if all(borne_out(words, title_words(passage.posting), passage.posting.language))
    }
    called = {identity: each for identity, each in called.items() if _is_called(words, each)} or called
    whole = {identity: passage for identity, passage in about.items() if passage.score >= _ALL}
    if called or len(words) > 1:
        return called or whole
    return {
        identity: each for identity, each in about.items() if names_jobs(words, each.chunk.text, each.posting.language)
    } or about


def _is_called(job: Sequence[Token], passage: Passage) -> bool:
    """Whether each noun of a job is a noun of a job in the title, too: a developer works at no « développement »."""
    return names_jobs(job, title_words(passage.posting), passage.posting.language)


def is_told(reading: Reading) -> bool:
    """Whether a question says itself what its words are to it: "about kids who left school" asks for no degree.

    So it does of an experience, and of a field of work that it names.
    """
    of_a_field = any(is_branch(condition.value) for condition in reading.conditions)
    of_jobs = (
        reading.topical == "job" and len(either(reading)) > 1 and not reading.aside
    )  # « infirmiers ou sages-femmes »
    return (
        of_a_field or of_jobs or reading.topical == "experience" or (reading.topical == "subject" and reading.of_a_job)
    )
