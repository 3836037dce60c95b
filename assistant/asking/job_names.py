"""What a question calls a job: of "the diversity and inclusion programme manager" nothing is asked of diversity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking.described import is_of_one
from assistant.asking.lexicon import Tag, holds, is_filler, is_job
from assistant.asking.meant import DEFINITE
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.relevance import telling
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_tool
from assistant.whole_names import in_job_names

_BEFORE = re.compile(
    r"(?<!\bet )(?<!\bou )(?<!\band )(?<!\bor )\b(?:le|la|du|au|ce|cet|cette|the|this|that|l')"
    r"(?: ?(?:poste|offre|emploi|annonce|place|job) (?:de|d'))?$"
)
_TOLD = re.compile(
    r"\b(?:quelle est|quoi|what is|what's|describe|decri\w{1,4}|expliqu\w{1,4}|resum\w{1,4}) (?:la|the|cette)$"
)
_LONGEST = 6  # words between "the" and the job that it is of
_OF = ("de", "du", "des", "la", "le", "les")  # between a job and what it is of
_LINKS = 2
_NAMED = ("topics", "fields", "sections", "document")
_ASKING = (*_NAMED, "status", "contract", "working_time", "degree", "driving_licence", "language", "apply")


def without_tags_in_job_names(seen: Seen, library: Library) -> Seen:
    """The question without what was read out of the name of the one job that it is about, where it asks for more."""
    within = [
        span
        for span in (*_names(seen), *_behind(seen), *_placed(seen), *_missions(seen), *_called(seen, library))
        if any(_is_in(tag, span) for tag in seen.tags)
    ]
    if not within:
        return seen
    named = [tag for tag in seen.tags if any(_is_in(tag, span) for span in within)]
    asked = [tag for tag in seen.tags if tag.table in _ASKING and tag not in named]
    if not asked and not _asks_how(seen, within):
        return seen
    return replace(seen, tags=tuple(tag for tag in seen.tags if tag not in named))


def _asks_how(seen: Seen, within: Sequence[range]) -> bool:
    """ "How does the housing support worker help the tenants?": it says more than who does it."""
    tables, forms = table("asking.toml")["job_name"], [word.form for word in seen.words]
    if not (forms[0] == "comment" or (forms[0] == "how" and forms[1] in tables["helping"])):
        return False
    last = max(span.stop for span in within)  # the noun of the job
    behind = [n for n in range(last + 1, len(forms)) if not seen.words[n].capital and not is_filler(forms[n])]
    return any(telling(forms[n], seen.language) for n in behind)


def _is_in(tag: Tag, span: range) -> bool:
    tool = tag.table == "topics" and is_tool(tag.key)
    inside = tag.first in span and tag.last - 1 in span
    # "the project manager": "the project" asks for no part of the posting
    inside = inside or (tag.table == "sections" and tag.first == span.start - 1 and tag.last - 1 in span)
    # "the team leader", « le chef d'équipe »: the noun is of the topic, too
    whole = tag.table == "topics" and span.start <= tag.first <= span.stop == (tag.last - 1 if span else tag.first)
    return tag.table in _NAMED and not tool and (inside or (whole and tag.last - tag.first > 1))


def _names(seen: Seen) -> Iterator[range]:
    """The words between "the" and the noun of a job: none of them a small word that begins something else."""
    words, ends = seen.words, table("asking.toml")["job_name"]["ends"]
    for n, word in enumerate(words):
        if word.form not in DEFINITE or (n and words[n - 1].form in ends["verbs"]):
            continue
        for last in range(n + 1, min(n + 2 + _LONGEST, len(words))):
            if words[last].apart or words[last].form in (*ends["words"], *DEFINITE):
                break
            called = is_job(words[last].form) or words[last].form in ends["kinds"]
            if called or (last in seen.nouns and is_of_one(words[n : last + 1])):
                yield range(n + 1, last)


def _behind(seen: Seen) -> Iterator[range]:
    """A topic behind the noun of a job: « l'infirmier de nuit », « le vendeur à domicile », « l'agent de logement »."""
    for tag in seen.tags:
        job = tag.first - 1
        while job > tag.first - 1 - _LINKS and seen.words[job].form in _OF and not seen.words[job].apart:
            job -= 1
        if tag.table != "topics" or job < 0 or seen.words[tag.first].apart:
            continue  # « au stage, qui s'occupe du stagiaire ? »
        if is_job(seen.words[job].form) and (_is_definite(seen, job) or _is_to_be(seen, job, tag.last)):
            yield range(tag.first, tag.last)


def _is_to_be(seen: Seen, job: int, last: int) -> bool:
    """« Pour être technicien itinérant chez Free »: what one would be, with its place or employer behind."""
    tables = table("asking.toml")["job_name"]
    article = job > 0 and seen.words[job - 1].form in ("un", "une")
    led = any(end == job - article for _, end in holds(seen.words, tables["being"]["words"]))
    behind = seen.words[last : last + 2]
    named = [word for word in behind[1:] if behind[0].form in tables["calling"]["words"]]
    return led and any(word.capital for word in named)


def _placed(seen: Seen) -> Iterator[range]:
    """A job that a topic is called by, with its place or employer: "the cashier in Agen", and no "who is the …?"."""
    tables = table("asking.toml")["job_name"]
    if seen.begins(*tables["persons"]):
        return
    for tag in seen.tags:
        job = seen.words[tag.first].form
        if tag.table != "topics" or tag.last - tag.first > 1 or not is_job(job) or not _is_definite(seen, tag.first):
            continue
        behind = seen.words[tag.last : tag.last + 2]
        of_place = behind[:1] and behind[0].form in tables["calling"]["words"]
        if any(word.capital for word in (behind[1:] if of_place else behind[:1])):
            yield range(tag.first, tag.last)


def _called(seen: Seen, library: Library) -> Iterator[range]:
    """The words for a field in what a job is called: « le poste ville inclusive », "the location manager"."""
    called = in_job_names(seen.words, library)
    for tag in seen.tags:
        before = seen.words[tag.first - 1].form if tag.first else ""
        asked = before in table("asking.toml")["described"]["what"]  # « quelle ville », "which place"
        if tag.table == "fields" and not asked and called.issuperset(range(tag.first, tag.last)):
            yield range(tag.first, tag.last)


def _missions(seen: Seen) -> Iterator[range]:
    """« La mission (VSI) d'Antsirabe »: what the posting is for, not the part of it that tells of the tasks."""
    of = table("asking.toml")["job_name"]["calling"]["words"]
    for tag in seen.tags:
        if tag.key != "missions" or seen.words[tag.first].form != "mission" or tag.last - tag.first > 1:
            continue
        if _TOLD.search(fold(seen.text[: seen.words[tag.first].start])):
            continue  # « Quelle est la mission de …, et le salaire ? »
        behind = seen.words[tag.last] if tag.last < len(seen.words) else None
        kind = behind and any(one.table == "contract" and one.first == tag.last for one in seen.tags)
        named = behind and (behind.form in of or seen.text[behind.start - 1] in "'’" or behind.capital)
        if behind and not behind.apart and (kind or named) and _is_definite(seen, tag.first):
            yield range(tag.first, tag.last)


def _is_definite(seen: Seen, noun: int) -> bool:
    """« l'infirmier », « du poste d'infirmier », "the nurse", and none behind « et »."""
    return _BEFORE.search(fold(seen.text[: seen.words[noun].start])) is not None
