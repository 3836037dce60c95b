"""The words of a question, and the phrases of `data/asking.toml` among them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import count

from rapidfuzz.distance import OSA

from assistant.glossary import glossary_words
from assistant.resources import table
from assistant.text import fold
from assistant.topics import topics
from vectorstore.analysis import stop_words

_ENDING = 3  # letters behind a short beginning
_TYPO_FROM = 5  # letters from which a word may be misspelt
_STEM_FROM = 4
_NEAR = 24  # words: a phrase has six, and what denies it stands within nine
_WORD = re.compile(r"[^\W_]+")
_ELIDED = frozenset(["l", "d", "j", "n", "s", "m", "t", "c", "qu", "lorsqu", "jusqu", "puisqu"])
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
    return list(_words(text, _WORD.finditer(text)))


def words_around(text: str, forms: Collection[str]) -> list[Word]:
    """Those of the words of a text that stand near one of some folded words, with all that bears on a phrase there."""
    matches = list(_WORD.finditer(text))
    places = (n for n, match in enumerate(matches) if _folded(match.group()) in forms)
    near = {n for place in places for n in range(place - _NEAR, place + _NEAR + 1)}
    return list(_words(text, (match for n, match in enumerate(matches) if n in near)))


def _words(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Word]:
    last = 0
    for match in matches:
        form = _folded(match.group())
        if form in _ELIDED and text[match.end() : match.end() + 1] in ("'", "’"):
            continue
        apart = last > 0 and not _APART.isdisjoint(text[last : match.start()])
        yield Word(form, match.start(), match.end(), match.group()[:1].isupper(), apart)
        last = match.end()


def distinct_forms(text: str) -> set[str]:
    """The words of a text, folded, each once; the elided ones are among them."""
    return set(map(_folded, set(_WORD.findall(text))))


def corrected(words: Sequence[Word], is_known: Callable[[str], bool], names: Collection[str] = ()) -> list[Word]:
    """The words, a misspelt one as the one word of the tables or `names` that it is but for a letter or a swap.

    Words that `is_known` (to the postings, say) are left as they are, and so are short ones; it is asked only of words
    that there is another for.
    """
    return [_corrected(word, is_known, names) for word in words]


def _corrected(word: Word, is_known: Callable[[str], bool], names: Collection[str]) -> Word:
    if _is_spelt(word.form):
        return word
    nearest = _nearest(word, names)
    return word if nearest == word or is_known(word.form) else nearest


def _is_spelt(form: str) -> bool:
    if len(form) < _TYPO_FROM or not form.isalpha() or form in _vocabulary():
        return True
    return any(form.startswith(stem) and _may_end(form, stem) for stem in _starred())


def _may_end(form: str, stem: str) -> bool:
    """Whether a word may be a short beginning with its ending: « postnigs » is not « post- »."""
    return len(stem) > _TYPO_FROM or len(form) - len(stem) <= _ENDING


def is_listed(form: str) -> bool:
    """Whether a folded word stands in the tables or the glossary as it is."""
    return form in _vocabulary()


def _nearest(word: Word, names: Collection[str]) -> Word:
    candidates = [*_vocabulary(), *names]
    near = {known for known in candidates if _is_slip(word.form, known)}
    # Several forms of one word are one; two words are a guess that is not made.
    alike = len({form[:_TYPO_FROM] for form in near}) == 1
    return replace(word, form=min(near, key=lambda form: (len(form), form))) if alike else word


def _is_slip(written: str, meant: str) -> bool:
    """Whether one is the other but for a letter; of short words only a swap of two letters is taken for a slip."""
    if written[0] != meant[0] or OSA.distance(written, meant, score_cutoff=1) > 1:
        return False
    return min(len(written), len(meant)) > _TYPO_FROM or sorted(written) == sorted(meant)


@cache
def _vocabulary() -> frozenset[str]:
    """Every whole word of the tables, of the glossary, and those that questions are full of."""
    listed = (word for table_words in _listed() for word in words_of(table_words))
    return frozenset(w.form for w in listed if len(w.form) >= _TYPO_FROM) | glossary_words()


@cache
def _starred() -> tuple[str, ...]:
    """The beginnings that stand for any ending, but for the shortest, which would let anything pass."""
    stems = {part.rstrip("*") for phrase in _listed() for part in fold_stars(phrase).split() if part.endswith("*")}
    return tuple(stem for stem in stems if len(stem) >= _STEM_FROM)


@cache
def _listed() -> tuple[str, ...]:
    """Every phrase of every table."""
    found: list[str] = [name for names in language_names().values() for name in names]
    found += [phrase for phrases in _topics().values() for phrase in phrases]
    for entries in table("asking.toml").values():
        for phrases in entries.values():
            found += phrases if isinstance(phrases, (list, dict)) else []
    return (*found, *(word for stop in stop_words().values() for word in stop))


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
        return is_job(word) if pattern == "#job" else _is_number(word)
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def is_filler(form: str) -> bool:
    """Whether a folded word carries nothing for the reading: never a name, never a topic."""
    return any(matches(form, pattern) for pattern in table("asking.toml")["filler"]["words"])


def _is_number(word: str) -> bool:
    """Whether a folded word is a number: « un » is an article as often."""
    return word.isdigit() or table("asking.toml")["number"]["words"].get(word, 1) > 1


def is_job(word: str) -> bool:
    """Whether a folded word is a noun of a job, in the singular or the plural."""
    jobs = _jobs()
    return word in jobs or word.removesuffix("s") in jobs


@cache
def _jobs() -> frozenset[str]:
    return frozenset(table("identity.toml")["jobs"]["words"])


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
    split = [phrase for phrase in map(phrase_of, phrases) if phrase]
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
    parts = [part for part in re.findall(r"#\w*|[^\W_]+\*?|['’]", fold_stars(text)) if part]
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
    """The phrases of all tables by their first word, and those whose first word is a beginning by that."""
    whole: dict[str, list[_Entry]] = defaultdict(list)
    begun: dict[str, list[_Entry]] = defaultdict(list)
    number = count()
    tables: dict[str, dict[str, list[str]]] = {
        **table("asking.toml"),
        "language": language_names(),
        "topics": _topics(),
    }
    for name in _TABLES:
        for key, phrases in tables[name].items():
            if key == "before":
                continue  # what may follow, no phrase of its own
            for phrase in filter(None, map(phrase_of, phrases)):
                first = phrase[0]
                by = begun[first[:-1]] if first.endswith("*") else whole[first]
                by.append((next(number), name, key, phrase))
    return whole, begun


@cache
def _topics() -> dict[str, list[str]]:
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
