"""Whether a question asks about every posting: « quels postes … », "is there a job …", and not « le poste d'Oujda »."""

from __future__ import annotations

import re

from assistant.asking.described import is_of_one
from assistant.asking.lexicon import holds, is_elided, is_job
from assistant.asking.meant import DEFINITE
from assistant.asking.seen import Seen
from assistant.asking.superlatives import weighs_last
from assistant.library import Library
from assistant.naming import by_title
from assistant.resources import table

_WHETHER = frozenset(["is", "was", "does", "did", "has", "will", "can", "could", "would"])
_THERE_IS = frozenset(["est", "y", "ya", "is", "are"])  # first words of "is there", « est-ce qu'il y a »
_DOING = frozenset(["would", "will", "does", "do", "did", "should", "must"])  # "what would an apprentice do?"
_AND = frozenset(["and", "et", "so", "alors", "ok"])
_PERSON = frozenset(["he", "she", "him", "her", "his", "il", "elle", "lui"])
_WHERE = ("where", "ou")
_WHO = ("who", "qui")
_WHERES = re.compile(r"(?i)\b(?:où|where)\b.*\b(?:où|where)\b", re.DOTALL)
_WHERE_IS = re.compile(r"(?i)(?:^|[.!?:;,–-]\s*)(?:where|où)\s+(?:is|are|est|sont)\b|\boù\s*\?\s*$")
_EACH = frozenset(["which", "any", "all", "each", "every", "list", "show"])
_WHICH = frozenset(["which", "lesquels", "lesquelles"])
_SPOKEN = ("language", "degree", "driving_licence", "beginners", "lacking")
_NAMED = 5  # words between "the" and "post" that name one
_JOB_NOUN_REACH = 2  # words between « quels » and « postes »


def of_all_or_some(
    seen: Seen, named: frozenset[str] | None, library: Library, *, apart: bool
) -> tuple[bool, frozenset[str] | None]:
    """Whether a question asks about every posting, and those (ids) that it names; `apart`: outside of a place."""
    if _goes_on_about_one(seen):
        return False, named
    every = (
        asks_about_all(seen, of_one=bool(named and len(named) == 1))
        or apart
        or (opens_on_all(seen) and not (named and len(named) == 1))
    )
    together = _named_together(seen, named, library) if every else frozenset()
    return (False, together) if together else (every, named)


def _goes_on_about_one(seen: Seen) -> bool:
    """ "And the driver, what licence does he need?": somebody is named first, and then what is asked of that person."""
    start = int(bool(seen.words) and seen.words[0].form in _AND)
    comma = next((n for n, word in enumerate(seen.words) if n > start and word.apart), 0)
    named = seen.words[start:comma]
    leads = 1 < len(named) <= _NAMED and named[0].form in DEFINITE and is_job(named[-1].form)
    return leads and any(word.form in _PERSON for word in seen.words[comma:])


def asks_about_all(seen: Seen, *, of_one: bool = False) -> bool:
    """« Quels postes … », "is there a job …", "how many": not « le poste d'Oujda ».

    "Who pays for the hotel" is asked of all postings, but `of_one` where one is named.
    """
    words, tables = seen.words, table("asking.toml")["postings"]
    about_one = len(words) > 1 and words[0].form in _WHETHER and words[1].form in DEFINITE
    if about_one and not holds(words, tables["plural"]) and not seen.has("count"):
        return False  # "is the nurse's a permanent job?"
    if words and words[0].form == "the" and 0 < min(seen.nouns, default=0) <= _NAMED and not seen.has("count"):
        first = words[min(seen.nouns)]
        if first.form not in tables["plural"] and not any(word.apart for word in words[1 : min(seen.nouns) + 1]):
            return False  # "The data manager post at Vinci: would I get a permanent contract?"
    if words[2:] and words[0].form in ("who", "what") and words[1].form == "does" and words[2].form in DEFINITE:
        return False  # "who does the driver report to?"
    if seen.has("count") or seen.has("extreme") or seen.has("follow", "those"):
        return True
    if words[2:] and words[-1].form in tables["last"] and words[-1].apart:
        return True  # "free meals, any?"
    said = {n for tag in seen.tags if tag.table == "idle" for n in range(tag.first, tag.last)}  # "something to ask"
    alone = [first for first, _ in holds(words, tables["alone"]) if first not in said]
    alone = [first for first in alone if not (of_one and words[first].form in _WHO)]
    if any(words[first].form not in _THERE_IS or not is_of_one(words) for first in alone):
        return True  # but « est-ce qu'il y a des déplacements dans le poste de Lille ? »
    if words and words[0].form in _WHERE and any(tag.table in _SPOKEN for tag in seen.tags) and not seen.has("fields"):
        return True  # "Where is Arabic required?"
    if not of_one and any({tag.table, tag.key} & set(_SPOKEN) for tag in seen.tags) and _asks_where(seen):
        return True
    if {"required", "asset"} <= set(seen.keys("modality")) and _WHERES.search(seen.text):
        return True  # « l'arabe : où est-il exigé, et où juste apprécié ? »
    of_a_part = {n for tag in seen.tags if tag.table == "sections" for n in range(tag.first, tag.last)}
    if any(
        first not in of_a_part
        and not (_is_for_a_thing(seen, first, last) or _is_sent(seen, first, last) or _is_offering(seen, first))
        for first, last in holds(words, tables["plural"])
    ):
        return True  # but « c'est quoi le boulot chez … ? »
    return _asks_which(seen)


def _asks_which(seen: Seen) -> bool:
    """« Quels postes … », « y a-t-il des stages ? »: a word of which, and a noun that stands near it."""
    words, tables = seen.words, table("asking.toml")["postings"]
    if seen.has("sections") and seen.begins("what") and words[1:] and words[1].form in _DOING:
        return False  # "what would a volunteer in Antsirabe do all day?"
    fields = [tag.first for tag in seen.tags if tag.table == "fields"]
    values = [tag.first for tag in seen.tags if tag.table == "contract"]  # « y a-t-il des stages ? »
    having = {first for first, _ in holds(words, tables["having"])}
    if any(last in having for _, last in holds(words, tables["of_which"])):
        return True
    return any(
        0 <= noun - last <= _JOB_NOUN_REACH
        and not (last > 1 and words[last - 2].form == "as")  # "my hours as an apprentice at …"
        and not (words[last - 1].form == "what" and words[last].form in _DOING)
        and not any(last <= field < noun for field in fields)
        and not is_elided(seen.text, words[noun])  # « à quelle heure ferme l'annonce de … »
        and not (noun > last and words[noun - 1].form in DEFINITE and words[last].form != "of")  # "which of the …"
        for noun in (*seen.nouns, *values)
        for _, last in holds(words, tables["which"])
        if seen.text[words[last - 1].start] not in "àÀ"  # no article: « l'appel à consultance »
    )


def _asks_where(seen: Seen) -> bool:
    """ "My mother tongue is Wolof. Where is that welcome?", « c'est demandé où ? », « je parle X, quoi pour moi ? »."""
    tables = table("asking.toml")["only"]
    suited = holds(seen.words, tables["speaking"]) and holds(seen.words, tables["suiting"])
    return bool(suited) or (seen.has("modality") and _WHERE_IS.search(seen.text) is not None)


def _named_together(seen: Seen, named: frozenset[str] | None, library: Library) -> frozenset[str]:
    """The one posting (id) for several people that "the midwife posts in Niger" means; nothing where several are.

    `named` are those of a place or an employer that is named. Which of them, or how many, asks about all.
    """
    words, tables = seen.words, table("asking.toml")["postings"]
    if seen.has("count") or seen.has("extreme") or not words or words[0].form in _EACH:
        return frozenset()
    if any(word.form in _WHICH for word in words):
        return frozenset()  # "of the midwife posts, which are in Niger?"
    for first, _ in holds(words, tables["plural"]):
        start = next((n for n in range(first - 1, max(-1, first - 2 - _NAMED), -1) if words[n].form == "the"), first)
        between = range(start + 1, first)
        if between and not any(words[n].apart for n in (*between, first)):
            found = by_title(" ".join(map(seen.written, between)), seen.language, library, None)
            found = found & named if named else found
            return found if len(found) == 1 else frozenset()
    return frozenset()


def opens_on_all(seen: Seen) -> bool:
    """ "Which use KoboToolbox?", "Where do I need JavaScript?": asked of every posting, unless one is named."""
    asked = any(tag.table == "fields" and tag.key in ("location", "apply_to", "organisation") for tag in seen.tags)
    opening = holds(seen.words, table("asking.toml")["postings"]["opening"])
    of_field = seen.words and seen.words[0].form in _WHERE and seen.has("fields") and not asked
    if of_field and holds(seen.words, table("asking.toml")["stating"]["words"]):
        return True  # "Where is no pay given?"
    if weighs_last(seen.words, seen.tags) and not seen.nouns and not any(is_job(word.form) for word in seen.words):
        return True  # « Où le CI/CD est-il un plus ? »
    return not asked and any(first == 0 or seen.words[first].apart for first, _ in opening)


def _is_for_a_thing(seen: Seen, first: int, last: int) -> bool:
    """« Quelque chose pour le bus », "anything for the trip": no posting for somebody."""
    words = seen.words
    some = words[last - 1].form in ("pour", "for") and last - first > 1
    return some and last < len(words) and words[last].form in (*DEFINITE, "les")


def _is_offering(seen: Seen, first: int) -> bool:
    """ "In the job Blue Wells offers in Gao": what an employer does with the one job named before, no noun."""
    words, nouns = seen.words, table("asking.toml")["postings"]["singular"]
    start = next((n for n in range(first - 1, max(0, first - 1 - _NAMED), -1) if words[n].form in nouns), 0)
    return words[first].form == "offers" and start > 0 and words[start - 1].form in DEFINITE and first - start > 1


def _is_sent(seen: Seen, first: int, last: int) -> bool:
    """ "By when do offers for the evaluation have to be in?": what is sent in, for one posting."""
    words = seen.words
    sent = words[first].form in table("asking.toml")["postings"]["sent"] and last + 1 < len(words)
    asked = {word.form for word in words[max(0, first - _JOB_NOUN_REACH) : first]} & {"which", "quelles", "what", "les"}
    return sent and not asked and words[last].form in ("for", "pour") and words[last + 1].form in DEFINITE
