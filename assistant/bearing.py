"""Whether what a sentence says of a topic bears on the job: of the employer, of those served, or of the interviews."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile
from typing import Any

from assistant.asking.lexicon import Word, holds, is_job, words_of
from assistant.citations import section_at
from assistant.domain import Posting, Span
from assistant.infinitives import is_infinitive
from assistant.lines import strip_bullet
from assistant.resources import table

_BETWEEN = 2  # words between « pour les » and whom a thing is for
_SHORT = 9  # words of a list item that names a thing without saying that it is given
_OPENING = 4  # words in which the subject of a sentence stands
_TASK = 2  # words of a duty's beginning
_MARKS = " *#-•·∙>–—\t"
# What ends a breath within a sentence: a semicolon, or a line that begins another statement.
_BREAK = re.compile(
    r";|\n\s*\n|\n[ \t]*(?=[^\w\s(«\"']|[^\W\d_][^\n:]{1,30}(?: ?:|\.{3})|[A-ZÀ-Ý][a-zà-ÿ]{1,20} [a-zà-ÿ]{1,20} >>)"
)

_ADDED = re.compile(r"(?<=\S)\s?\+\s?(?:\w{1,6}['’ ])?$")  # « … par mois + (le) »


def breath_at(text: str, sentence: Span, position: int) -> Span:
    """The part of a sentence in which a word stands: a clause up to a semicolon, or one line of several statements."""
    start, end = sentence.start, sentence.end
    for cut in _BREAK.finditer(text, sentence.start, sentence.end):
        if cut.end() <= position:
            start = cut.end()
        elif cut.start() > position:
            return Span(start, cut.start())
    return Span(start, end)


def bears_on_job(posting: Posting, topic: Mapping[str, Any], said: Span) -> bool:
    """Whether a breath (at `said`) that holds a phrase of a topic is of this job, as the topic's flags have it."""
    words = words_of(said.of(posting.text))
    if topic.get("work") and is_of_employer(posting, said):
        return False
    if (topic.get("given") or topic.get("paid")) and _is_duty(posting, words):
        return False
    if topic.get("given") and (_is_of_others(posting, said, words) or _is_title(posting, said) or _is_of_hiring(words)):
        return False
    return not (topic.get("hiring") and _is_work(posting, said, words))


def is_of_employer(posting: Posting, said: Span) -> bool:
    """Whether words tell what the employer does: by their part of the posting, or by the first of them.

    What is said to whoever is hired is of the work, wherever it stands, and so is what says who is sought.
    """
    words, data = words_of(said.of(posting.text)), table("mentions.toml")
    named = _begins_with(posting.organisation.of(posting.text), said.of(posting.text))
    if holds(words, data["addressed"]["words"]):
        return named
    if holds(words, data["employers"]["hiring"]):
        return False
    section = section_at(posting, said.start)
    within = section is not None and section.kind == "organisation"
    if within and (holds(words, data["employers"]["tell"]) or _opens(words, data["employers"]["pronouns"])):
        return True
    return named or _opens(words, data["employers"]["open"])


def _opens(words: Sequence[Word], phrases: Sequence[str]) -> bool:
    """Whether one of the phrases begins the words, and is no part of a job's name: « le projet », "project officer"."""
    ends = [last for first, last in holds(words[:_OPENING], phrases) if first == 0]
    return any(last >= len(words) or not is_job(words[last].form) for last in ends)


def _begins_with(name: str, quote: str) -> bool:
    begins = quote.lstrip(_MARKS + "\n")
    led = re.match(r"(?:l['’]|la |le |les |the )", begins, re.IGNORECASE)
    return bool(name) and (begins[led.end() :] if led else begins).startswith(name)


def _is_of_others(posting: Posting, said: Span, words: Sequence[Word]) -> bool:
    """Whether a thing is for those whom the employer serves, or is what the work is on."""
    data = table("mentions.toml")
    if holds(words, data["others"]["duties"]) and not holds(words, data["giving"]["words"]):
        return True
    if any(not (at and words[at - 1].form.isdigit()) for at, _ in holds(words, data["others"]["ours"])):
        return False  # but « avec 34 salariés » tells of the employer
    served = holds(words, data["others"]["nouns"])
    if served and (is_of_employer(posting, said) or _opens(words, data["employers"]["projects"])):
        return True
    return any(0 <= at - last <= _BETWEEN for _, last in holds(words, data["others"]["to"]) for at, _ in served)


def _is_duty(posting: Posting, words: Sequence[Word]) -> bool:
    """Whether a breath begins with the verb of something to do: « Suivre les congés », "Administer payroll"."""
    data = table("mentions.toml")
    words = list(dropwhile(lambda word: len(word.form) == 1 or word.form.isdigit(), words))  # the mark of a list item
    tasks = any(first == 0 for first, _ in holds(words[:_TASK], data["others"]["tasks"]))
    begun = is_infinitive(words, posting.language) or tasks
    return begun and not holds(words, data["giving"]["to_you"])


def is_given(posting: Posting, said: Span) -> bool:
    """Whether it is said if a thing is given: by the words beside it, or as an item of what is offered."""
    words, data = words_of(said.of(posting.text)), table("mentions.toml")
    if holds(words, data["denial"]["own_cost"]):
        return True  # and so denied
    section = section_at(posting, said.start)
    if section is not None and section.kind in ("missions", "profile", "skills", "organisation"):
        return bool(holds(words, data["giving"]["to_you"])) or _is_led_as_given(posting, said)
    if holds(words, data["giving"]["words"]) or holds(words, data["giving"]["to_you"]):
        return True
    offered = section is not None and section.kind == "conditions" and said.start >= section.body_start
    return offered and len(words) <= _SHORT and not holds(words, table("asking.toml")["modality"]["required"])


def is_added(posting: Posting, thing: Span) -> bool:
    """Whether a thing is added to the pay by a sign: « 38 000 gourdes par mois + repas », "300 a month + lunch"."""
    line = posting.text[posting.text.rfind("\n", 0, thing.start) + 1 : thing.start]
    added = _ADDED.search(line)
    if added is None:
        return False
    return bool(holds(words_of(line[: added.start()]), table("mentions.toml")["giving"]["pay"]))


def _is_led_as_given(posting: Posting, said: Span) -> bool:
    """Whether an item is of a list under a line that gives what it lists: « Nous rejoindre, c'est bénéficier : »."""
    lines = posting.text[: said.start].split("\n")
    above = next((line for line in reversed(lines[:-1]) if line.strip() == strip_bullet(line).strip()), "")
    return above.rstrip(" *").endswith(":") and bool(holds(words_of(above), table("mentions.toml")["giving"]["leads"]))


def is_at_first(quote: str) -> bool:
    """Whether a thing is there at the beginning only: « pendant la formation »."""
    return bool(holds(words_of(quote), table("mentions.toml")["at_first"]["words"]))


def _is_title(posting: Posting, said: Span) -> bool:
    """Whether the words are the posting's title: who is hired for housing is not housed."""
    title = posting.title
    return title.start < title.end and said.start <= title.start and title.end <= said.end


def _is_of_hiring(words: Sequence[Word]) -> bool:
    return bool(holds(words, table("mentions.toml")["of_hiring"]["words"]))


def _is_work(posting: Posting, said: Span, words: Sequence[Word]) -> bool:
    """Whether what sounds like the selection is done by who is hired: « vous menez des entretiens »."""
    data, section = table("mentions.toml"), section_at(posting, said.start)
    if holds(words, data["of_hiring"]["selecting"]):
        return False
    if section is not None and section.kind in ("missions", "skills", "context"):
        return True
    return bool(holds(words, data["of_hiring"]["working"]))
