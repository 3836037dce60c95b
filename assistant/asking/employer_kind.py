"""Kinds of employers that a question asks for: "jobs with a town council", « quelles offres viennent d'une ONG ? »."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from assistant.asking.lexicon import words_of
from assistant.asking.reading import BEGINNERS, Condition, Intent, Reading
from assistant.domain import Language
from assistant.employer_kinds import kinds, of_kind
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold
from assistant.wording import say

_SETS: tuple[Intent, ...] = ("set", "count", "list", "open", "small_talk")  # « Bonsoir, lesquelles de ces offres … »
_BEFORE = 30  # characters before such words in which "experience" may stand
_DIPLOMA = re.compile(r"(?<!\w)(?:diplomes?|diplomees?|diplomas?|degrees?|graduates?|graduated)\s*$")
_ENGINEERS = re.compile(r"(?:d['’](?:une?\s)?|de\s|des\s)(?:grande\s)?ecoles?\sd['’]ingenieur")
_UN = re.compile(r"\bUN(?= (?:jobs?|posts?|positions?|vacanc|openings?|roles?)\b)")
_NOT = re.compile(r"(?i)(?:\bnot|n['’]t|\bdont|\bdoesnt|\barent)$")  # "jobs that don't come from NGOs"
_BARE = 2  # words that only say of what is asked


def of_employer_kind(text: str, language: Language, library: Library, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of a question for the postings of some kinds of employers, None of any other."""
    if language == "en":  # "UN jobs", "NGO jobs"
        text = _before_noun().sub(r"\g<noun> with a \g<kind>", _UN.sub("UN agency", text))
    if hiring := _hiring(language).match(text):  # « Quelles associations recrutent ? »
        lead = table("employer_kinds.toml")["lead"][language]
        text = f"{lead['jobs']} {hiring['kinds'] or hiring['of']} {text[hiring.end() :].strip()}"
    denied = _denied(language).search(text)
    if denied and _is_needed(text[: denied.start()]):
        return None
    found = denied or _pattern(language).search(text)
    if not found or _of_work(text[max(0, found.start() - _BEFORE) : found.start()]):
        return None
    if _DIPLOMA.search(fold(text[: found.start()])) and _ENGINEERS.match(fold(text[found.start() :])):
        return None  # « un diplôme d'école d'ingénieurs »: where one has studied
    asked = _asked(found["kinds"])
    before, behind = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    # "I'd like to work for an NGO: what do they offer?"
    asks_behind = behind[:1] in (":", ".", ";") and any(map(str.isalnum, behind))
    rest = read(behind[1:].strip() if asks_behind else f"{before} {behind}".strip())
    if rest.organisations and all(fold(name) in fold(found["kinds"]) for name in rest.organisations):
        rest = replace(rest, postings=None, organisations=(), every=True)  # « … les Nations unies : leurs offres ? »
    if rest.intent in ("open", "set") and rest.topic and _does(before):
        return None
    rest = _of_postings(rest)
    named = bool(rest.postings) and not (rest.every and rest.places and not rest.organisations)
    if not asked or rest.intent not in _SETS or not (rest.every or rest.of_a_job) or named or rest.unknown:
        return None
    names = f" {say(language, 'or')} ".join(str(_entry(kind)["name"][language]) for kind in asked)
    there = frozenset[str]().union(*(of_kind(kind, library) for kind in asked))
    condition = Condition("organisation", names, tuple(sorted(there)), negated=bool(denied or _NOT.search(before)))
    intent: Intent = "count" if rest.intent == "count" else "set"
    return replace(
        rest,
        question=text,
        intent=intent,
        conditions=(*rest.conditions, condition),
        every=True,
        topic=rest.topic if rest.topical == "job" else (),
        aside=(),
        denied=False,
    )


def _of_postings(rest: Reading) -> Reading:
    """What remains of a question as one about postings: « quels employeurs » are those that published them.

    A field that two words ("which ads") would ask for is none.
    """
    if rest.intent == "fact" and rest.fields == ("organisation",) and not rest.postings:
        rest = replace(rest, intent="set", fields=(), every=True)
    if len(words_of(rest.text)) > _BARE:
        return rest
    bare = (c for c in rest.conditions if (c.value and c.value != BEGINNERS) or c.number is not None)
    return replace(rest, conditions=tuple(bare))


def _asked(words: str) -> Sequence[str]:
    """The kinds that are named; « association » alone is no NGO as well, and an agency of any kind lends people too."""
    named = fold(words)
    found = [(key, max((len(w) for w in _entry(key)["asked"] if _holds(w, named)), default=0)) for key in kinds()]
    keys = [key for key, length in found if length]
    itself = any(_holds(w, named) for w in _entry("ngo")["asked"] if not w.startswith("association"))
    keys = [key for key in keys if key != "temp_agency" or "agency" not in keys]
    return [key for key in keys if key != "ngo" or "association" not in keys or itself]


def _holds(word: str, named: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", named) is not None


def _of_work(before: str) -> bool:
    """Whether one is asked what was done with such an employer, or is to be: "experience with an NGO"."""
    words = table("employer_kinds.toml")["lead"]["not"]["before"]
    return any(_holds(fold(word), fold(before)) for word in words)


def _is_needed(before: str) -> bool:
    """Whether what is denied is what jobs ask for: "jobs that need no university", « ne demandent pas d'école »."""
    words = "|".join(table("employer_kinds.toml")["lead"]["not"]["needing"])
    return re.search(rf"(?<!\w)(?:{words})\s*$", fold(before)) is not None


def _does(before: str) -> bool:
    """Whether a question says what one does on the job: "a job helping children at a school"."""
    return any(_holds(word, fold(before)) for word in table("employer_kinds.toml")["lead"]["not"]["doing"])


def _entry(kind: str) -> dict[str, dict[str, str]]:
    entry: dict[str, dict[str, str]] = table("employer_kinds.toml")[kind]
    return entry


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    lead = table("employer_kinds.toml")["lead"][language]
    verbs, to = ("|".join(map(re.escape, lead[key])) for key in ("verbs", "to"))
    being = "".join(rf"|(?:{re.escape(verb)})\s" for verb in lead["being"])  # "which employers are NGOs?"
    return re.compile(rf"(?<!\w)(?:(?:(?:{verbs})\s)?(?:{to})\s?{being})(?P<kinds>{_kinds(language)})", re.IGNORECASE)


@cache
def _denied(language: Language) -> re.Pattern[str]:
    """Kinds that are left out: « hors ONG », "not at an NGO", "other than NGOs"."""
    lead = table("employer_kinds.toml")["lead"][language]
    no, to = ("|".join(map(re.escape, lead[key])) for key in ("denied", "to"))
    return re.compile(rf"(?<!\w)(?:{no})\s(?:(?:{to})\s?)?(?P<kinds>{_kinds(language)})", re.IGNORECASE)


@cache
def _before_noun() -> re.Pattern[str]:
    nouns = "|".join(table("employer_kinds.toml")["lead"]["en"]["nouns"])
    return re.compile(rf"(?i)(?<![\w-])(?P<kind>{_kind()})\s(?P<noun>{nouns})(?!\w)")


def _kind() -> str:
    words = sorted({word for kind in kinds() for word in _entry(kind)["asked"]}, key=len, reverse=True)
    return "|".join(map(_accented, words))


def _kinds(language: Language) -> str:
    """An expression for one or more kinds in a row."""
    lead = table("employer_kinds.toml")["lead"][language]
    to, articles = ("|".join(map(re.escape, lead[key])) for key in ("to", "articles"))
    kind, other = _kind(), "|".join(map(re.escape, lead["no_kind"]))  # "a university degree"
    one = rf"(?:(?:{articles})\s?)?(?:{kind})(?![\w-]|\s(?:{other})(?!\w))"
    # « dans l'humanitaire (ONG, associations, fondations) »
    return rf"{one}(?:\s?(?:,|/|\(|ou|or|and|et|(?:,\s)(?:ou|or))\s?(?:(?:{to})\s?)?{one}\)?)*"


@cache
def _hiring(language: Language) -> re.Pattern[str]:
    """Finds "which NGOs are hiring", where the kind is the subject and no job is named; "UN jobs", « postes ONG »."""
    lead = table("employer_kinds.toml")["lead"][language]
    words = sorted({word for kind in kinds() for word in _entry(kind)["asked"]}, key=len, reverse=True)
    which, hire = ("|".join(map(re.escape, lead[key])) for key in ("which", "hire"))
    kind = "|".join(_accented(word) for word in words)
    nouns = "|".join(lead["nouns"])
    beside = rf"(?P<of>{kind})\s(?:{nouns})" if language == "en" else rf"(?:{nouns})\s(?:en\s|d['’])?(?P<of>{kind})"
    return re.compile(
        rf"(?:{which})\s(?P<kinds>{kind})\s(?:{hire})(?=\s?[?!.]|$)|(?:(?:{which})\s)?{beside}\s?[?!.]*$",
        re.IGNORECASE,
    )


def _accented(word: str) -> str:
    """An expression for a folded word with or without its accents."""
    letters = {"e": "[eéèê]", "a": "[aàâ]", "o": "[oôö]", "i": "[iîï]", "'": "['’]"}
    return "".join(letters.get(c, re.escape(c)) for c in word)
