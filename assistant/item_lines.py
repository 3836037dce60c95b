"""Lines that are items of a list by themselves though no mark says so, such as those of a profile sent by mail.

« Power BI serait un plus / Français et wolof courants obligatoires »: the plus is said of the first line only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from assistant.lines import Line
from assistant.resources import table
from assistant.text import fold

_END = 120  # characters at the end of a line in which its weight stands, and a bracket behind that
_FEWEST = 2  # lines of a paragraph that end before they are full, above one that begins anew
_ASIDE = re.compile(r"[ *]*(?:\([^()]{0,60}\))?[ *]*$")


def item_starts(text: str, lines: Sequence[Line], width: int) -> frozenset[int]:
    """Where lines of `text` begin an item of their own; it was broken at `width`, 0 where it was not."""
    found: set[int] = set()
    for paragraph in _paragraphs(text, lines):
        marked = any(line.bullet for line in paragraph)
        listed = width > 0 and not marked and _is_list(paragraph, width)
        for line, following in pairwise(paragraph):
            if following.bullet:
                continue
            anew = not following.text[0].islower()
            weighed = _is_weighed(line.text) and (anew or (not marked and _opens(following.text)))
            if weighed or (listed and anew and _is_whole(line, following)):
                found.add(following.start)
    return frozenset(found)


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line had no room any more."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines with no blank one between them."""
    run: list[Line] = []
    for line in lines:
        if run and text.count("\n", run[-1].end, line.start) > 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_list(paragraph: Sequence[Line], width: int) -> bool:
    """Whether most lines of a paragraph end before they are full and the next begins anew, without a stop between."""
    early = lower = 0
    for line, following in pairwise(paragraph):
        if following.text[0].islower():
            lower += 1
        elif line.text[-1] not in ".!?؟:;…,»" and not is_full(line, following, width):
            early += 1
    return early >= _FEWEST and early > lower


def _is_whole(line: Line, following: Line) -> bool:
    """Whether nothing is left open at the end of a line: no bracket, and no word that leads on."""
    if line.text[-1] in ",(/’'-&" or line.text.count("(") > line.text.count(")") or following.text[0] in "(&":
        return False
    return not _leads_on().search(fold(line.text[-_END:]))


def _is_weighed(words: str) -> bool:
    """Whether a line ends with what it is worth: « … serait un plus », "… is a must (B2)"."""
    end = _ASIDE.sub("", words[-_END:])
    found = _weights().search(fold(end))
    return found is not None and (found["word"] not in _accented() or end.rstrip(" *").endswith("é"))


def _opens(words: str) -> bool:
    """Whether a line that begins with a small letter names a further thing: « permis B », « un anglais … souhaité »."""
    said = fold(words)
    things, articles = _openers()
    return things.match(said) is not None or (
        articles.match(said) is not None and _any_weight().search(said) is not None
    )


@cache
def _accented() -> frozenset[str]:
    """Words that are verbs without their accent: « le poste exige »."""
    modality = table("facts_modality.toml")
    return frozenset([*modality["weak"]["accented"], *modality["strong"]["accented"]])


@cache
def _words() -> str:
    legend, without = table("facts_modality.toml")["legend"], table("abbreviations.toml")["no_weights"]
    words = {*legend["weak"], *legend["strong"]} - {*without}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _weights() -> re.Pattern[str]:
    before = "".join(f"(?<!\\b{word} )" for word in table("abbreviations.toml")["before_noun"])
    said = "|".join(map(re.escape, table("abbreviations.toml")["no_weights"]))
    copula = r"(?:is|are|be|est|sont|serait|seraient) "
    return re.compile(rf"(?:{before}(?<![\w-])(?P<word>{_words()})|(?<!\w){copula}(?P<said>{said}))$")


@cache
def _any_weight() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words()})(?!\w)")


@cache
def _openers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("abbreviations.toml")
    things, articles = (re.compile(rf"(?:{'|'.join(words[key])})(?!\w)") for key in ("item_things", "item_articles"))
    return things, articles


@cache
def _leads_on() -> re.Pattern[str]:
    words = table("abbreviations.toml")["leading_on"]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})$")
