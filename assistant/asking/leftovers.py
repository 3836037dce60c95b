"""The words of a question that no phrase of the tables and no name of a posting accounts for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.lexicon import matches
from assistant.asking.seen import Seen
from assistant.asking.windows import is_month
from assistant.glossary import related
from assistant.library import Library
from assistant.naming import name_words
from assistant.relevance import telling
from assistant.resources import table
from assistant.text import fold
from vectorstore.analysis import stems
from vectorstore.keyword import Keywords

_COGNATE = 5  # letters
_NAMED_IN = 50  # passages among which a name is looked for
_CODE = re.compile(r"([^\W\d_]{4,20}+)\d")  # of a product or a file; not « bac5 »


@dataclass(frozen=True)
class Left:
    """Words that say something: `topic` those in postings, `unknown` names that are in none, `aside` others in none."""

    topic: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def left_over(seen: Seen, rest: Sequence[int], library: Library, keywords: Keywords) -> Left:
    """What the words at `rest` say, filler and stop words left out."""
    topic: list[str] = []
    unknown: list[str] = []
    aside: list[str] = []
    telling_ones = [n for n in rest if _tells(seen, n)]
    names = _names(seen, telling_ones)
    absent = {
        n
        for name in names
        if not any(_is_cognate(seen.words[n].form, library) for n in name)
        and not _stands(" ".join(map(seen.written, name)), library, keywords)
        for n in name
    }
    for n in telling_ones:
        word = seen.words[n]
        known = any(keywords.document_frequency(form) for form in {word.form, *stems(word.form), *related(word.form)})
        if not known and _is_cognate(word.form, library):
            topic.append(seen.written(n))  # "Notify" of « Notification »
        elif n in absent or (not known and ((word.capital and n) or _is_code(word.form, keywords))):
            unknown.append(seen.written(n))
        else:
            (topic if known else aside).append(seen.written(n))
    return Left(tuple(topic), tuple(unknown), tuple(aside))


def _is_cognate(form: str, library: Library) -> bool:
    """Whether a word that no posting holds begins like one that names a posting."""
    if len(form) <= _COGNATE or not form.isalpha():
        return False
    return any(name.startswith(form[:_COGNATE]) and len(name) > _COGNATE for name in name_words(library))


def _is_code(form: str, keywords: Keywords) -> bool:
    """Whether a word that no posting holds names something by letters and a number: not "python3" for "Python 3"."""
    code = _CODE.match(form)
    return code is not None and not keywords.document_frequency(code[1])


def _tells(seen: Seen, number: int) -> bool:
    """Whether a word says what the question is about: no filler, number, country, or stop word."""
    word = seen.words[number]
    if seen.window and is_month(word.form):  # a further one: "free from February on, what starts in February?"
        return False
    if is_filler(word.form) or word.form.isdigit() or word.form in table("names.toml")["weak"]["words"]:
        return False
    # « Le » of « Le Partenariat » is no word of an English question.
    return all(telling(word.form, spoken) for spoken in ({"fr", "en"} if word.capital else {seen.language}))


def _names(seen: Seen, numbers: Sequence[int]) -> list[list[int]]:
    """Capitalised words in a row within the question, which together are a name: « Médecins Sans Frontières »."""
    runs: list[list[int]] = []
    capital = [n for n, word in enumerate(seen.words) if word.capital and n and (n in numbers or n - 1 in numbers)]
    for n in capital:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if len(run) > 1 and set(run) & set(numbers)]


def _stands(name: str, library: Library, keywords: Keywords) -> bool:
    """Whether a posting holds these words in this order."""
    wanted = fold(name)
    postings = {
        library.chunks[hit.id].posting for hit in keywords.search(name, "fr", _NAMED_IN) if hit.id in library.chunks
    }
    return any(wanted in fold(library.postings[posting].text) for posting in postings)


def unknown_place(seen: Seen, rest: Sequence[int]) -> str:
    """A capitalised word behind « à » or "in" that is no posting's place of work."""
    before, weak = {"a", "in", "au", "aux", "en", "near"}, table("names.toml")["weak"]["words"]
    for n in rest:
        word = seen.words[n]
        led = n > 0 and word.capital and seen.words[n - 1].form in before
        if led and word.form not in weak and not is_month(word.form):
            return _hyphenated(seen, n)
    return ""


def _hyphenated(seen: Seen, number: int) -> str:
    """The word at `number` with those joined to it by hyphens: « Villars-les-Dombes »."""
    last = number
    while last + 1 < len(seen.words) and seen.text[seen.words[last].end : seen.words[last + 1].start] == "-":
        last += 1
    return seen.text[seen.words[number].start : seen.words[last].end]


def is_filler(form: str) -> bool:
    """Whether a folded word carries nothing for the reading: never a name, never a topic."""
    return any(matches(form, pattern) for pattern in table("asking.toml")["filler"]["words"])
