"""The words of a question, and the phrases of `data/asking.toml` among them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from assistant.asking.phrasing import ELIDED, GAP, SIGNED, Part, Phrase, beginnings, parts_of
from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics
from vectorstore.compounds import GLUED

SEAM = "."  # the form of what stands for words that were left out
_NEAR = 24  # words: a phrase has six, and what denies it stands within nine
_LETTER_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]-$")
_INVERTED = r"\b[oO]ffre-t(?=-)"  # « Qu'offre-t-il ? » speaks of no offer: left out as elided words are
_WORD = re.compile(rf"{SIGNED}|{_INVERTED}|{GLUED}|[^\W_]+")
_WRITTEN = re.compile(rf"{SIGNED}|{_INVERTED}|{GLUED}|[^\W_]+['’]?")
_LEFT_OUT = "offre-t"
_APOSTROPHES = frozenset("'’")
_APART = frozenset(",;?!()[]")
_GAP = 3  # words at most
_Entry = tuple[int, str, str, tuple[Part, ...]]  # its place in the tables, table, key, what may stand at each point
_folded = lru_cache(maxsize=1 << 16)(fold)  # the same words come up in every text
# The tables whose phrases compete for the words of a question; the earlier one wins where two are equally long.
_TABLES = (
    "idle", "small_talk", "follow", "letter", "checklist", "fit", "compare", "about", "apply", "extreme", "count",
    "modality", "negation", "status",
    "driving_licence", "apply_to", "currency", "fields", "contract", "working_time", "document", "degree", "language",
    "sections", "beginners", "lacking", "topics",
)  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A word of a question; `text[start:end]` is how it is written, `form` is folded.

    It is `apart` from the word before it where a comma, a bracket or the end of a sentence stands between them.
    """

    form: str
    start: int
    end: int
    capital: bool
    apart: bool = False


@dataclass(frozen=True)
class Tag:
    """A phrase of the tables at the words `first` to `last` (exclusive): its table and key."""

    table: str
    key: str
    first: int
    last: int


def words_of(text: str) -> list[Word]:
    """The words of a text without the elided ones: « n'exigent » is `exigent`."""
    matches = _matches(text)
    return [_word(text, matches, number) for number in range(len(matches))]


def as_written(text: str, word: Word) -> str:
    """A word as a text writes it, with the single letter before its hyphen: « e-commerce »."""
    start = word.start - 2 if _LETTER_BEFORE.search(text, max(0, word.start - 3), word.start) else word.start
    return text[start : word.end]


def words_around(text: str, numbers: Collection[int]) -> list[Word]:
    """Those of the words of a text that stand near the ones of some numbers, with all that bears on a phrase there.

    Where words are left out between two a seam stands, which is of no phrase.
    """
    matches = _matches(text)
    near = {n for number in numbers for n in range(max(0, number - _NEAR), min(len(matches), number + _NEAR + 1))}
    found: list[Word] = []
    for number in sorted(near):
        if found and number - 1 not in near:
            found.append(Word(SEAM, found[-1].end, found[-1].end, capital=False, apart=True))
        found.append(_word(text, matches, number))
    return found


def _matches(text: str) -> list[re.Match[str]]:
    found = _WORD.finditer(text)
    told = (m for m in found if _folded(m.group()) != _LEFT_OUT)
    return [m for m in told if text[m.end() : m.end() + 1] not in _APOSTROPHES or _folded(m.group()) not in ELIDED]


def _word(text: str, matches: Sequence[re.Match[str]], number: int) -> Word:
    match = matches[number]
    written, between = match.group(), text[matches[number - 1].end() : match.start()] if number else ""
    return Word(
        _folded(written), match.start(), match.end(), written != written.lower(), not _APART.isdisjoint(between)
    )


def forms_of(text: str) -> list[str]:
    """The forms of the `words_of` a text, ten times as fast."""
    return list(filter(None, map(_form, _WRITTEN.findall(text))))


@lru_cache(maxsize=1 << 16)
def _form(written: str) -> str:
    """A word folded, with the apostrophe behind it where there is one: nothing where it is elided."""
    form = fold(written.rstrip("'’"))
    return "" if form == _LEFT_OUT or (written[-1] in _APOSTROPHES and form in ELIDED) else form


def tags_of(words: Sequence[Word]) -> list[Tag]:
    """The phrases found, from left to right, none over another; the longest wins."""
    found, at = [], 0
    while at < len(words):
        best = max(_at(words, at), key=lambda tag: tag.last, default=None)
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.last
    return found


def matches(word: str, pattern: str) -> bool:
    """Whether a folded word is what a table names: a star stands for any ending, # for a number, #job for a job."""
    if pattern.startswith("#"):
        return is_job(word) if pattern == "#job" else is_number(word)
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def is_filler(form: str) -> bool:
    """Whether a folded word carries nothing for the reading: never a name, never a topic."""
    return any(matches(form, pattern) for pattern in table("asking.toml")["filler"]["words"])


def is_number(word: str) -> bool:
    """Whether a folded word is a number: « un » is an article as often."""
    return word.isdigit() or table("asking.toml")["number"]["words"].get(word, 1) > 1


def is_job(word: str) -> bool:
    """Whether a folded word is a noun of a job, in the singular or the plural."""
    jobs = _jobs()
    return word in jobs or word.removesuffix("s") in jobs


@cache
def _jobs() -> frozenset[str]:
    return frozenset(table("identity.toml")["jobs"]["words"])


def is_elided(text: str, word: Word) -> bool:
    """Whether an article stands before a word without its vowel, and so is no word of its own: « l'annonce »."""
    return text[: word.start].endswith(("l'", "l’", "L'", "L’"))


def holds(words: Sequence[Word], phrases: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of the phrases of a table stands: first word and the one behind the last."""
    starting, any_word = _by_first_letter(tuple(phrases))
    return [
        (at, end)
        for at, word in enumerate(words)
        for parts in starting.get(word.form[:1], any_word)
        for end in _ends(words, at, parts)
    ]


@lru_cache(maxsize=2000)
def _by_first_letter(
    phrases: tuple[str, ...],
) -> tuple[Mapping[str, Sequence[tuple[Part, ...]]], Sequence[tuple[Part, ...]]]:
    """The phrases that can begin with a letter, in their order, and those that begin with a # and fit any."""
    letters = [(parts, {first[0] for first in beginnings(parts)}) for parts in map(parts_of, phrases) if parts]
    every = {letter for _, begun in letters for letter in begun} - {"#"}
    starting = {letter: [parts for parts, begun in letters if begun & {letter, "#"}] for letter in every}
    return starting, [parts for parts, begun in letters if "#" in begun]


def _at(words: Sequence[Word], at: int) -> Iterator[Tag]:
    """The phrases that begin at a word; `max` keeps the first of equally long ones, so the tables' order counts."""
    form, (whole, begun) = words[at].form, _index()
    begin_alike = (entry for end in range(len(form) + 1) for entry in begun.get(form[:end], ()))
    for _, name, key, parts in sorted([*whole.get(form, ()), *begin_alike]):
        for end in _ends(words, at, parts):
            if not any(word.apart for word in words[at + 1 : end]):
                yield Tag(name, key, at, end)


def _ends(words: Sequence[Word], at: int, parts: Sequence[Part]) -> list[int]:
    """Behind which words a phrase that begins at a word may end, the furthest first."""
    if len(parts) == 1 and len(parts[0]) == 1:  # most have no choices, and are looked for in whole texts
        return _end_of(words, at, parts[0][0])
    reached = {at}
    for part in parts:
        reached = {end for start in reached for choice in part for end in _behind(words, start, choice)}
    return sorted(reached - {at}, reverse=True)


def _end_of(words: Sequence[Word], at: int, phrase: Phrase) -> list[int]:
    if not matches(words[at].form, phrase[0]):
        return []
    if GAP in phrase:
        return sorted(_behind(words, at, phrase), reverse=True)
    end = at + len(phrase)
    fits = end <= len(words) and all(matches(words[n].form, phrase[n - at]) for n in range(at + 1, end))
    return [end] if fits else []


def _behind(words: Sequence[Word], at: int, choice: Phrase) -> set[int]:
    """Where the patterns of a choice are over that begin at a word; nowhere where they do not fit."""
    reached = {at}
    for pattern in choice:
        if pattern == GAP:
            reached = {end for start in reached for end in range(start, min(start + _GAP, len(words)) + 1)}
        else:
            reached = {n + 1 for n in reached if n < len(words) and matches(words[n].form, pattern)}
    return reached


@cache
def _index() -> tuple[Mapping[str, Sequence[_Entry]], Mapping[str, Sequence[_Entry]]]:
    """The phrases of all tables by their first word or what it begins with."""
    whole: dict[str, list[_Entry]] = defaultdict(list)
    begun: dict[str, list[_Entry]] = defaultdict(list)
    number = count()
    tables: dict[str, dict[str, list[str]]] = {
        **table("asking.toml"),
        "language": language_names(),
        "topics": topic_phrases(),
    }
    for name in _TABLES:
        for key, phrases in tables[name].items():
            if key == "before":
                continue  # what may follow, no phrase of its own
            for parts in filter(None, map(parts_of, phrases)):
                entry = (next(number), name, key, parts)
                for first in set(beginnings(parts)):
                    by = begun[first[:-1]] if first.endswith("*") else whole[first]
                    by.append(entry)
    return whole, begun


@cache
def topic_phrases() -> dict[str, list[str]]:
    """The phrases by which questions ask for each topic."""
    return {key: [*topic["words"], *topic.get("asked", ())] for key, topic in topics().items()}


@cache
def language_names() -> dict[str, list[str]]:
    """The names of each language (ISO 639 code) in the tables."""
    return {code: list(names) for code, names in table("language_names.toml")["names"].items()}


def without_names(names: Sequence[str], text: str) -> str:
    """A question without the words of some names."""
    gone = {word.form for name in names for word in words_of(name)}
    for word in reversed(words_of(text)):
        text = text[: word.start] + text[word.end :] if word.form in gone else text
    return " ".join(text.split())
