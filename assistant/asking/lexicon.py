"""The words of a question, and the phrases of `data/asking.toml` among them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics
from vectorstore.compounds import GLUED

SEAM = "."  # the form of what stands for words that were left out
_NEAR = 24  # words: a phrase has six, and what denies it stands within nine
_SIGNED = r"(?:\b[cC](?:\+\+|#)|(?<![^\W_])\.(?:NET|[Nn]et))(?![^\W_])"  # C++ and C# are no C, and .NET is no net pay
_LETTER_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]-$")
_INVERTED = r"\b[oO]ffre-t(?=-)"  # « Qu'offre-t-il ? » speaks of no offer: left out as elided words are
_WORD = re.compile(rf"{_SIGNED}|{_INVERTED}|{GLUED}|[^\W_]+")
_WRITTEN = re.compile(rf"{_SIGNED}|{_INVERTED}|{GLUED}|[^\W_]+['’]?")
_ELIDED = frozenset(["l", "d", "j", "n", "s", "m", "t", "c", "qu", "lorsqu", "jusqu", "puisqu"])
_LEFT_OUT = "offre-t"
_APOSTROPHES = frozenset("'’")
_APART = frozenset(",;?!()[]")
_Phrase = tuple[str, ...]
_Entry = tuple[int, str, str, _Phrase]  # its place in the tables, table, key, patterns
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
    return [m for m in told if text[m.end() : m.end() + 1] not in _APOSTROPHES or _folded(m.group()) not in _ELIDED]


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
    return "" if form == _LEFT_OUT or (written[-1] in _APOSTROPHES and form in _ELIDED) else form


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
        (at, at + len(phrase))
        for at, word in enumerate(words)
        for phrase in starting.get(word.form[:1], any_word)
        if _fits(words, at, phrase)
    ]


@lru_cache(maxsize=2000)
def _by_first_letter(phrases: tuple[str, ...]) -> tuple[Mapping[str, Sequence[_Phrase]], Sequence[_Phrase]]:
    """The phrases that can begin with a letter, in their order, and those that begin with a # and fit any."""
    split = [phrase for phrase in map(phrase_of, (each for p in phrases for each in spelt_out(p))) if phrase]
    letters = {phrase[0][0] for phrase in split} - {"#"}
    starting = {letter: [phrase for phrase in split if phrase[0][0] in (letter, "#")] for letter in letters}
    return starting, [phrase for phrase in split if phrase[0][0] == "#"]


def _at(words: Sequence[Word], at: int) -> Iterator[Tag]:
    """The phrases that begin at a word; `max` keeps the first of equally long ones, so the tables' order counts."""
    form, (whole, begun) = words[at].form, _index()
    beginnings = (entry for end in range(len(form) + 1) for entry in begun.get(form[:end], ()))
    for _, name, key, phrase in sorted([*whole.get(form, ()), *beginnings]):
        if _fits(words, at, phrase) and not any(word.apart for word in words[at + 1 : at + len(phrase)]):
            yield Tag(name, key, at, at + len(phrase))


def _fits(words: Sequence[Word], at: int, phrase: Sequence[str]) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(matches(words[at + i].form, pattern) for i, pattern in enumerate(phrase))


@cache
def phrase_of(text: str) -> _Phrase:
    """A phrase of a table as the patterns of its words (see `matches`)."""
    parts = [part for part in re.findall(rf"{_SIGNED}|#\w*|[^\W_]+\*?|['’]", fold_stars(text)) if part]
    kept = []
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if part in ("'", "’") or (part in _ELIDED and after in ("'", "’")):
            continue
        kept.append(part)
    return tuple(kept)


def fold_stars(text: str) -> str:
    """`text` folded, its stars kept."""
    parts = text.split("*")
    return "*".join(" " * part.startswith(" ") + fold(part) + " " * part.endswith(" ") for part in parts)


@cache
def _index() -> tuple[Mapping[str, Sequence[_Entry]], Mapping[str, Sequence[_Entry]]]:
    """The phrases of all tables, choices spelt out, by their first word or what it begins with."""
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
            for phrase in filter(None, map(phrase_of, (each for p in phrases for each in spelt_out(p)))):
                first = phrase[0]
                by = begun[first[:-1]] if first.endswith("*") else whole[first]
                by.append((next(number), name, key, phrase))
    return whole, begun


@cache
def topic_phrases() -> dict[str, list[str]]:
    """The phrases by which questions ask for each topic, those with choices spelt out."""
    found = {key: [*topic["words"], *topic.get("asked", ())] for key, topic in topics().items()}
    return {key: [each for phrase in phrases for each in spelt_out(phrase)] for key, phrases in found.items()}


def spelt_out(phrase: str) -> list[str]:
    """All that a phrase with choices stands for: "(pass|sit) a (written |)test" is four phrases."""
    before, bracket, rest = phrase.partition("(")
    if not bracket:
        return [phrase]
    choices, _, after = rest.partition(")")
    return [f"{before}{choice}{end}" for choice in choices.split("|") for end in spelt_out(after)]


@cache
def language_names() -> dict[str, list[str]]:
    """The names of each language (ISO 639 code) in the tables."""
    return {code: list(names) for code, names in table("language_names.toml")["names"].items()}
