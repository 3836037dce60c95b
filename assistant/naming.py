"""Which postings a question names: by the place, the organisation or the title that people call them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.asking.lexicon import Word
from assistant.departements import DEPARTEMENT, by_number
from assistant.domain import Posting
from assistant.glossary import groups_of
from assistant.headline import headline
from assistant.led_names import is_of, is_that_of, led_by, led_on
from assistant.library import Library
from assistant.name_index import NameIndex, in_translation, is_ordinary, organisation_index, place_index
from assistant.places import Phrase, area_names, country_names, halves_of_france, is_town, links, spelt_out
from assistant.relevance import Vocabulary, held_in, telling, vocabulary
from assistant.resources import table
from assistant.standing_out import countries_apart, stands_out
from assistant.text import fold, plain_gender
from vectorstore.analysis import Token, stems

_WORD = re.compile(r"[^\W_]+")
_TYPO_FROM = 5  # letters from which one wrong letter still names
_TRANSLATED = 2  # words of an employer's name by whose translation it is known
_PAIRED = frozenset(["et", "and", "ou", "or", "vs"])
_LONGEST_PHRASE = 8  # words
_NUMBERED_JOB = re.compile(
    r"^\W{0,4}(?:poste|position|post|lot|job)\s?(?:n[°o]\s?)?(?:\d{1,2}|[A-H])\s{0,2}[:.–—-]\s{0,2}([^\n]{3,120})",
    re.IGNORECASE | re.MULTILINE,
)
_GLUED = re.compile(r"(?<=[^\W\d_])(?=[HFM]/[HFM](?!\w))")  # « Assistant RHH/F »
_SHORT_FORM = 4  # letters from which the beginning of a word of a title stands for it: « kiné »


@dataclass(frozen=True)
class Named:
    """Postings that some words of a question name; `words` are the numbers of those words."""

    postings: frozenset[str]
    words: frozenset[int]


def by_place(words: Sequence[Word], library: Library, free: Collection[int]) -> Named:
    """The postings one of whose places of work, or the area or country around it, the `free` words name."""
    before = set(table("places.toml")["words"]["before"])
    apart = countries_apart(words, free)
    usable = [n for n in free if words[n].form not in links() and n not in apart]
    areas = {phrase for phrase in (*area_names(), *halves_of_france()) if len(phrase) == 1}

    def led(n: int) -> bool:
        country = (words[n].form,) in country_names()
        told = country and (is_that_of(words, n) or stands_out(words, n))
        return led_on(words, n, before) or is_of(words, n) or told

    found = _named(words, place_index(library), usable, led, areas, name_words(library))
    numbered = [(n, by_number(words, n, library)) for n in free if DEPARTEMENT.fullmatch(words[n].form)]
    # « CARE Maroc » is the name of an organisation: its country says nothing more.
    silent = frozenset(n for n in apart if n and words[n - 1].capital)
    numbers = (Named(postings, frozenset({n})) for n, postings in numbered if postings)
    return _joined([found, *numbers, Named(frozenset(), silent)])


def by_organisation(words: Sequence[Word], library: Library, free: Collection[int]) -> Named:
    """The postings whose organisation the `free` words name, but for those that name a place: « en Ardèche »."""
    before = set(table("names.toml")["place"]["before"])
    places = {n for n in by_place(words, library, free).words if led_by(words, n, before)}
    capitals = any(word.capital for word in words[1:])
    usable = [n for n in free if n not in places and words[n].form not in links()]
    if abroad := _by_translation(words, library, usable):
        return abroad
    at = set(table("names.toml")["organisation"]["before"])
    found = _named(words, organisation_index(library), usable, lambda n: led_by(words, n, at), (), name_words(library))
    if capitals and not any(words[n].capital for n in found.words):
        return Named(frozenset(), frozenset())
    return found


def _by_translation(words: Sequence[Word], library: Library, usable: Sequence[int]) -> Named | None:
    """« Le Service numérique canadien » where the postings are of the "Canadian Digital Service"."""
    for run in runs_of(words, usable):
        forms = tuple(words[n].form for n in run)
        named = len(run) >= _TRANSLATED and any(words[n].capital for n in run)
        if named and (postings := in_translation(forms, library)):
            return Named(postings, frozenset(run))
    return None


def by_title(question: str, language: str, library: Library, within: Collection[str] | None) -> frozenset[str]:
    """The postings (`within` some, ids) whose title bears out most of the telling words of `question`; at least one.

    Of equally good ones those win that hold more of the words as they are, then those whose title says nothing else.
    Nothing where every title does, as that tells none from another.
    """
    words = telling(question, language)
    index = _titles(library)
    titles = {title for word in words for cue in _cues(word) for title in index.holding.get(cue, ())}
    scores = {title: _title_score(words, index.vocabularies[title]) for title in titles}
    of = index.postings if within is None else {title: index.postings[title].intersection(within) for title in titles}
    most = max((score for title, score in scores.items() if of[title]), default=(0, 0, False))
    best = frozenset(identity for title, score in scores.items() if score == most for identity in of[title])
    return best if most[0] and len(best) < len(library.postings if within is None else within) else frozenset()


@lru_cache(maxsize=20_000)
def title_words(posting: Posting) -> str:
    """The title of a posting, with those of the jobs that it numbers: « POSTE 1 : deux animateurs »."""
    found = [
        headline(posting.title.of(posting.text)),
        *(job[1] for job in _NUMBERED_JOB.finditer(posting.text)),
    ]
    return " ".join(plain_gender(_GLUED.sub(" ", words)) for words in found)


def spelt_names(posting: Posting, library: Library) -> str:
    """What names a posting: its title, its organisation and its places."""
    spelt = (span.of(posting.text) for span in (posting.organisation, posting.location))
    return " ".join([title_words(posting), *spelt, *(str(f.value) for f in library.facts_of(posting.id, "location"))])


@lru_cache(maxsize=4)
def name_words(library: Library) -> frozenset[str]:
    """The folded words of all places, organisations and titles."""
    titles = {fold(word) for posting in library.postings.values() for word in _WORD.findall(title_words(posting))}
    indexes = (place_index(library), organisation_index(library))
    phrases = {word for index in indexes for phrase in index.phrases for word in phrase}
    weak = set(table("names.toml")["weak"]["words"])
    named = {word for word in titles | phrases if word not in weak and len(word) > 2}
    return frozenset(named.union(*(index.words for index in indexes)))


@dataclass(frozen=True)
class _TitleIndex:
    """The titles that there are, by number: the words of each, the postings (ids) that it is of, and by what cue of a
    question's word it may be meant (see `_cues`)."""

    vocabularies: Sequence[Vocabulary]
    postings: Sequence[frozenset[str]]
    holding: Mapping[str | int, Sequence[int]]


@lru_cache(maxsize=4)
def _titles(library: Library) -> _TitleIndex:
    titled: dict[tuple[str, str], set[str]] = defaultdict(set)
    for identity, posting in library.postings.items():
        titled[title_words(posting), posting.language].add(identity)
    vocabularies = [vocabulary(*title) for title in titled]
    holding: dict[str | int, list[int]] = defaultdict(list)
    for number, words in enumerate(vocabularies):
        beginnings = {form[:_SHORT_FORM] for form in words.forms if len(form) >= _SHORT_FORM}
        for cue in words.stems | words.groups | beginnings:
            holding[cue].append(number)
    return _TitleIndex(vocabularies, [frozenset(held) for held in titled.values()], dict(holding))


def _cues(word: Token) -> frozenset[str | int]:
    """What a title holds that bears a word out: its stems, those that mean the same, or what it begins with."""
    return frozenset({*stems(word.form), *groups_of(word.form), word.form[:_SHORT_FORM]})


def _title_score(words: Sequence[Token], title: Vocabulary) -> tuple[int, int, bool]:
    """Words borne out, words that stand there as they are, and whether the title holds nothing else."""
    forms = title.forms
    held = held_in(words, title)
    short = [len(w.form) >= _SHORT_FORM and any(form.startswith(w.form) for form in forms) for w in words]
    covered = sum(a or b for a, b in zip(held, short, strict=True))
    exact = sum(word.form in forms for word in words)
    return covered, exact, bool(forms) and forms <= {word.form for word in words}


def _named(
    words: Sequence[Word],
    index: NameIndex,
    usable: Sequence[int],
    led: Callable[[int], bool],
    areas: Collection[Phrase],
    known: Collection[str],
) -> Named:
    """The postings named by whole names, the longest first, and by the single words that are left.

    `led` tells of a word whether what stands before it says that a name follows; single words that are `areas` name
    the whole area or nothing. Words of `known` names are no misspelt ones: « Dahar » beside « Dakar ».
    """
    parts: list[Named] = []
    used: set[int] = set()
    for run in runs_of(words, usable):
        phrase = tuple(spelt_out(words[n].form) for n in run)
        if used & set(run) or not (postings := index.phrases.get(phrase)):
            continue
        if len(run) > 1 or _tells(words, run[0], index, led):
            parts.append(Named(postings, frozenset(run)))
            used |= set(run)
    singles = []
    for n in usable:
        form = words[n].form
        # A part of a name that is an ordinary word is one only with a capital: « sociaux », « défense ».
        if n in used or (spelt_out(form),) in areas or (form in index.loud and not words[n].capital):
            continue
        meant = _tells(words, n, index, led)
        guess = form not in known and (words[n].capital or led(n))
        if meant and (found := index.words.get(form) or (_nearly(form, index.words) if guess else frozenset())):
            singles.append(Named(found, frozenset({n})))
    return _joined([*parts, *_narrowed(words, singles)])


def _tells(words: Sequence[Word], n: int, index: NameIndex, led: Callable[[int], bool]) -> bool:
    """Whether a word names: an ordinary one only with a capital of its own, or where it is led."""
    if words[n].form not in index.loud or (n == 0 and _is_surely_town(words[n].form)):
        return True
    ordinary = words[n].form in _ordinary_areas()
    paired = len(words) > 2 and words[1].form in _PAIRED and words[2].capital  # « Bruxelles et Goma : lequel … »
    capital = words[n].capital and (n > 0 or len(words) == 1 or paired)
    return (capital and led(n)) if ordinary else (capital or led(n))


def _is_surely_town(form: str) -> bool:
    """Whether a word that a question begins with is a town, and no ordinary word: « medenine, quel salaire ? »."""
    return is_town(form) and form not in {*_ordinary_areas(), *table("places.toml")["words"]["no_towns"]}


def runs_of(words: Sequence[Word], usable: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The runs of usable words with nothing but linking words or one sign between them, the longest first."""
    free = set(usable)
    kept = [n for n in range(len(words)) if n in free or words[n].form not in links()]
    runs = []
    for at in range(len(kept)):
        run: tuple[int, ...] = (kept[at],)
        while run[-1] in free and len(run) <= _LONGEST_PHRASE:
            runs.append(run)
            after = at + len(run)
            if after >= len(kept) or kept[after] not in free or not _touch(words, run[-1], kept[after]):
                break
            run = (*run, kept[after])
    yield from sorted(runs, key=lambda run: (-len(run), run))


def _touch(words: Sequence[Word], n: int, following: int) -> bool:
    """Whether nothing stands between two words but a sign and linking words: a comma is two, « d'» is three."""
    return all(words[i + 1].start - words[i].end in (1, 3) for i in range(n, following))


def _narrowed(words: Sequence[Word], singles: Sequence[Named]) -> list[Named]:
    """Words that stand side by side name one thing: those postings that both name, where there are any."""
    found: list[Named] = []
    for named in singles:
        (n,) = named.words
        last = found[-1] if found else None
        if last and max(last.words) == n - 1 and words[n].start - words[n - 1].end == 1:
            both = last.postings & named.postings or last.postings | named.postings
            found[-1] = Named(both, last.words | named.words)
        else:
            found.append(named)
    return found


def _joined(parts: Sequence[Named]) -> Named:
    postings = frozenset(identity for part in parts for identity in part.postings)
    return Named(postings, frozenset(n for part in parts for n in part.words))


def _nearly(word: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The postings of the one name that `word` is but for a letter left out, put in, changed or swapped."""
    if len(word) < _TYPO_FROM or is_ordinary(word):
        return frozenset()
    near = [n for n in names if len(n) >= _TYPO_FROM and n[0] == word[0] and OSA.distance(word, n, score_cutoff=1) <= 1]
    return names[near[0]] if len(near) == 1 else frozenset()


def _ordinary_areas() -> frozenset[str]:
    return frozenset(fold(name) for name in table("places.toml")["words"]["ordinary"])
