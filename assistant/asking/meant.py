"""Which postings a question means: by their title, their place, their kind of contract, or words of their text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.called import called, holding, names_alone, narrowed
from assistant.asking.leftovers import Left, free_words
from assistant.asking.lexicon import is_filler, is_job
from assistant.asking.reading import Intent
from assistant.asking.seeking import seeking
from assistant.asking.seen import VALUES, Seen
from assistant.domain import Fact, Language
from assistant.library import Library
from assistant.naming import by_organisation, by_place, by_title, spelt_names, title_words
from assistant.places import is_town
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from assistant.topics import is_tool
from vectorstore.keyword import Keywords

# Tables by which something is asked of a posting.
_ASKED = (
    "fields", "sections", "status", "apply", "topics", "document", "language", "degree", "apply_to", "modality",
)  # fmt: skip
_OPENED_BY = ("qui", "who", "whom", "quand", "when", "comment", "how", "pourquoi", "why")  # no yes or no answers these
_SHORTEST_NAME = 2  # letters that a name has more of
_NAME = 5  # words of a job's name
_SURE_WORDS = 2  # words of a title that name it where nothing else says that a posting is meant
DEFINITE = frozenset(["the", "this", "that", "le", "la", "ce", "cet", "cette", "du", "au", "my", "mon"])
_BETWEEN = frozenset(["et", "and", "n", "&", "avec", "with", "vs", "versus", "ou", "or"])


def meant(
    seen: Seen,
    intent: Intent,
    every: bool,
    left: Left,
    library: Library,
    keywords: Keywords,
    named: frozenset[str] | None,
) -> frozenset[str] | None:
    """The postings that a question means: by their title, by words of their text, else those that it names."""
    if intent == "fit":
        return None
    if intent == "comparison":
        return _sides(seen, library, keywords, named)
    if intent == "extreme":
        sides = _sides(seen, library, keywords, named)
        return sides if sides and len(sides) > 1 else named
    if (
        intent == "open"
        and seen.has("sections")
        and not (every or named)
        and len(kind := of_kind(seen, library, left)) == 1
    ):
        return kind  # "what skills do I need for the internship?"
    if intent == "fact" and not every and (both := _two_jobs(seen, library)):
        return both
    if intent == "fact" and named and not every and _two_places(seen, library):
        return (_sides(seen, library, keywords, named) or named) & named or named
    if not left.topic or every or intent not in ("fact", "posting", "apply", "open", "letter", "checklist"):
        return named
    of_a_part = seen.has("sections") or seen.has("about")
    surely = intent == "open" and not of_a_part
    within = named
    if holders := _by_names(seen, left, library, keywords, named, shouted=intent == "open"):
        if len(holders) == 1:
            return holders
        within = within if intent == "open" else holders
    found = _titled(left.topic, seen.language, library, within, surely=surely) or (
        _of_that_job(left.topic, seen.language, library, named) if named else None
    )
    if found:
        return narrowed(_best_titled(seen, found, library), left.topic, seen.language, library, keywords)
    of_one = of_a_part or (intent == "fact" and any(tag.table in ("topics", *VALUES) for tag in seen.tags))
    of_one = of_one and _is_called(seen, left.topic)
    found = called(left.topic, seen.language, library, keywords) if of_one else frozenset()
    if jobs := " ".join(
        word for word in left.topic if is_job(fold(word))
    ):  # "the cook job": not what speaks of cooking
        found = seeking(jobs, seen.language, (library.postings[identity] for identity in found))
    return found or None


def _is_called(seen: Seen, topic: Sequence[str]) -> bool:
    """Whether words call a posting by what it is about: "the argan one", and not "do they give a room to sleep?"."""
    calling = {*DEFINITE, *table("asking.toml")["job_name"]["calling"]["words"]}
    told = (n for n, word in enumerate(seen.words) if n and seen.written(n) in topic)
    return len(topic) > 1 or bool(seen.nouns) or any(seen.words[n - 1].form in calling for n in told)


def _two_jobs(seen: Seen, library: Library) -> frozenset[str] | None:
    """The postings of « le chauffeur et la sage-femme »: two jobs that are named one behind the other."""
    words, ends = seen.words, table("asking.toml")["job_name"]["ends"]["words"]
    for n in (n for n, word in enumerate(words[:-1]) if n and word.form in ("et", "and") and not word.apart):
        left = next((m for m in range(n - 1, max(-1, n - 1 - _NAME), -1) if words[m].form in DEFINITE), None)
        if left is None or words[n + 1].form not in DEFINITE:
            continue
        behind = range(n + 2, min(n + 2 + _NAME, len(words)))
        stop = next((m for m in behind if words[m].apart or words[m].form in ends), behind.stop)
        sides = [_job_called(seen, range(left + 1, n), library), _job_called(seen, range(n + 2, stop), library)]
        if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            return sides[0] | sides[1]
    return None


def _two_places(seen: Seen, library: Library) -> bool:
    """Whether two places are joined, each with its posting: « Superviseur à Kolda ou agent à Mbale : quel salaire ? ».

    What stands between them asks for nothing.
    """
    free = free_words(seen)
    for joint in (n for n, word in enumerate(seen.words) if word.form in ("et", "ou", "and", "or")):
        first, last = (
            by_place(seen.words, library, side)
            for side in ([n for n in free if n < joint], [n for n in free if n > joint])
        )
        if not (first.postings and last.postings and first.postings.isdisjoint(last.postings)):
            continue
        between = range(max(first.words), min(last.words))
        if not any(tag.table in ("fields", "topics", *VALUES) and tag.first in between for tag in seen.tags):
            return True
    return False


def _job_called(seen: Seen, numbers: range, library: Library) -> frozenset[str]:
    """The posting whose title bears out every free word of a stretch."""
    free = " ".join(seen.written(n) for n in free_words(seen) if n in numbers and not is_filler(seen.words[n].form))
    found = by_title(free, seen.language, library, None) if free else frozenset()
    words = telling(free, seen.language)
    told = (library.postings[identity] for identity in found)
    return frozenset(p.id for p in told if words and all(borne_out(words, title_words(p), p.language)))


def beside_names(left: Left, postings: frozenset[str] | None, language: Language, library: Library) -> Left:
    """The words left over without those that only name the one posting that is meant."""
    if postings is None or len(postings) != 1:
        return left
    posting = library.postings[min(postings)]
    names = spelt_names(posting, library)

    def beside(words: Sequence[str]) -> tuple[str, ...]:
        told = ((word, borne_out(telling(word, language), names, posting.language)) for word in words)
        return tuple(word for word, named in told if not named or not all(named))

    return Left(beside(left.topic), left.unknown, beside(left.aside))


def _by_names(
    seen: Seen, left: Left, library: Library, keywords: Keywords, named: frozenset[str] | None, *, shouted: bool
) -> frozenset[str]:
    """The postings in whose text the names stand that no title accounts for: "the NAJMA evaluation"."""
    titles = {*table("identity.toml")["jobs"]["words"], *table("names.toml")["ranks"]["words"]}
    inner = {seen.written(n) for n, word in enumerate(seen.words) if n and word.capital}
    inner |= names_alone(seen.written(0), library, keywords) if seen.words[0].capital else set()
    names = [word for word in left.topic if word in inner and fold(word) not in titles and len(word) > _SHORTEST_NAME]
    if shouted:  # what only passages tell is asked of one posting only where « SNC » or « celui de Tunis » does
        names = [word for word in names if word.isupper() or (seen.has("follow") and is_town(word))]
    found = holding(names, library, keywords) if names else frozenset()
    return found & named if named else found


def of_kind(seen: Seen, library: Library, left: Left) -> frozenset[str]:
    """« la durée du stage », "the Lyon internship": the postings that a kind of contract names.

    Something else is asked of them, by a table's words or by those that are `left`: "does the internship feed one?".
    """
    asked = (
        bool(left.topic or left.aside)
        or seen.begins(*_OPENED_BY)
        or any(tag.table in _ASKED and tag.key != "contract" for tag in seen.tags)
    )
    for tag in (tag for tag in seen.tags if tag.table == "contract"):
        before = {word.form for word in seen.words[max(0, tag.first - 3) : tag.first]}
        if asked and before & {*DEFINITE, "deux", "two", "both"}:
            return frozenset(
                i for i in library.postings if any(_is_of(tag.key, f) for f in library.facts_of(i, "contract"))
            )
    return frozenset()


def _is_of(kind: str, contract: Fact) -> bool:
    """Whether a contract is of a kind: a consultancy is one of work on one's own account."""
    return contract.value == kind or (kind == "freelance" and contract.detail == "consultancy")


def _best_titled(seen: Seen, found: frozenset[str], library: Library) -> frozenset[str]:
    """Those of several whose title bears out most of the words that no table accounts for, ordinary ones included."""
    free = " ".join(seen.written(n) for n in free_words(seen))
    return (by_title(free, seen.language, library, found) or found) if len(found) > 1 else found


def _titled(
    topic: Sequence[str], language: Language, library: Library, within: frozenset[str] | None, *, surely: bool
) -> frozenset[str]:
    """The postings whose title the topic names; `surely` only where it bears out two of its words, and most."""
    found = by_title(" ".join(topic), language, library, within)
    if not surely or not found:
        return found
    words = telling(" ".join(topic), language)
    posting = library.postings[min(found)]
    held = sum(borne_out(words, title_words(posting), posting.language))
    return found if held >= _SURE_WORDS and 2 * held > len(words) else frozenset()


def _of_that_job(topic: Sequence[str], language: Language, library: Library, named: frozenset[str]) -> frozenset[str]:
    """Of the postings of an employer or a place those that are called by a job in the topic; all where none is."""
    jobs = [word for word in topic if is_job(fold(word))]
    return (by_title(" ".join(jobs), language, library, named) if jobs else named) or named


def _sides(seen: Seen, library: Library, keywords: Keywords, named: frozenset[str] | None) -> frozenset[str] | None:
    """The postings that a comparison names on its sides: by place, organisation, title, or words of their text."""
    cut = [-1, *(n for n, word in enumerate(seen.words) if word.form in _BETWEEN), len(seen.words)]
    between = ((n, seen.text[seen.words[n - 1].end : seen.words[n].start]) for n in range(1, len(seen.words)))
    commas = [n - 0.5 for n, signs in between if set(",:;") & set(signs)]
    colons = [n for n in commas if ":" in seen.text[seen.words[int(n)].end : seen.words[int(n) + 1].start]]
    tools = [n for tag in seen.tags if is_tool(tag.key) for n in range(tag.first, tag.last)]  # "the WINDEV job"
    compared = {word for words in table("asking.toml")["compared"].values() for word in words}
    idle = {n for n, word in enumerate(seen.words) if is_filler(word.form) or word.form in compared}
    found: set[str] = set()
    alone: set[str] = set()  # named by a single word of a side
    for first, last in pairwise(sorted({*cut, *commas})):
        if first in colons and len(found) > 1:
            return frozenset(found)  # behind it stands what is compared: "Devoteam and Viseo: town and cloud"
        free = [n for n in free_words(seen) if first < n < last]
        place, organisation = by_place(seen.words, library, free), by_organisation(seen.words, library, free)
        side = place.postings & organisation.postings or place.postings | organisation.postings
        topic = " ".join(seen.written(n) for n in (*free, *tools) if first < n < last and n not in idle)
        told = (topic.split(), seen.language, library, keywords)
        side = side or _of_one_kind(seen, first, last, library)
        if len(side) > 1 and topic:
            side = narrowed(by_title(topic, seen.language, library, side) or side, *told)
        found |= side
        if not side and topic:
            titled = by_title(topic, seen.language, library, None)
            every_word = " ".join(seen.written(n) for n in free)
            titled = (by_title(every_word, seen.language, library, titled) or titled) if len(titled) > 1 else titled
            shouted = [word for word in topic.split() if word.isupper() and len(word) > _SHORTEST_NAME]
            held = holding(shouted, library, keywords) if shouted else frozenset()
            if len(held) == 1 and not titled & held:
                titled = held
            titled = narrowed(titled or called(*told), *told)
            found |= titled
            alone |= frozenset() if titled else _titled_alone(topic, seen.language, library)
    found.update((named or ()) if len(found) <= 1 else ())
    return frozenset(found if len(found) > 1 else found | alone) or None


def _of_one_kind(seen: Seen, first: float, last: float, library: Library) -> frozenset[str]:
    """« Entre le stage et le bénévolat »: the one posting of a kind of contract that a side names."""
    kinds = [tag.key for tag in seen.tags if tag.table == "contract" and first < tag.first < last]
    named = frozenset(
        i for kind in kinds for i in library.postings if any(_is_of(kind, f) for f in library.facts_of(i, "contract"))
    )
    return named if len(named) == 1 else frozenset()


def _titled_alone(topic: str, language: Language, library: Library) -> frozenset[str]:
    """The one posting that a single word of a side names by its title: "the Brussels advocacy job"."""
    titled = [by_title(word, language, library, None) for word in topic.split()]
    alone = {posting for found in titled if len(found) == 1 for posting in found}
    return frozenset(alone) if len(alone) == 1 else frozenset()


def only_names(seen: Seen, left: Left, postings: frozenset[str], library: Library) -> bool:
    """Whether the words left over only say which posting is meant: by its title, or by what stands in no other."""
    titles = " ".join(title_words(library.postings[identity]) for identity in postings)
    words = telling(" ".join(left.topic), seen.language)
    spoken = library.postings[min(postings)].language
    return sum(borne_out(words, titles, spoken)) * 2 >= len(words) or len(postings) == 1
