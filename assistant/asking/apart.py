"""The places and employers that a question names, and those that it leaves out: "outside France", "besides CARE"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.asking.housed import called, housed
from assistant.asking.left_out_places import leads_out, left_out_of
from assistant.asking.lexicon import Tag, holds, is_elided, words_of
from assistant.asking.peoples import by_people, called_by_people, country_of_people
from assistant.asking.reading import Condition
from assistant.asking.seen import Seen
from assistant.asking.windows import is_month
from assistant.departements import names_one
from assistant.library import Library
from assistant.naming import Named, by_organisation, by_place
from assistant.places import Phrase, country_names, known_areas, links, phrase_of
from assistant.resources import table
from assistant.text import fold
from assistant.whole_names import called_by_name, whole_titles
from vectorstore.keyword import Keywords

_LONGEST_AREA = 4  # words
_LED = 2  # words between "must I live" and the place
_STOP = re.compile(r"[.?!;:]")


def names_in(
    seen: Seen, library: Library, keywords: Keywords, free: Sequence[int]
) -> tuple[Named, Named, tuple[Condition, ...]]:
    """The postings that a place and an organisation name, and the conditions where those are what is left out."""
    titled = whole_titles(seen.words, library, free)
    free = [n for n in free if n not in titled]  # « Data » of « Tech Lead Data » is no employer's
    place, organisation = by_place(seen.words, library, free), by_organisation(seen.words, library, free)
    if not organisation.postings:
        place, organisation = _of_text(place, housed(seen, library, keywords))
    if not organisation.postings and (own := called(seen, library, keywords)).postings:
        # « Parcs » of « Center Parcs » is no slip for Paris
        place, organisation = (Named(frozenset(), frozenset()) if place.words <= own.words else place), own
    if not place.postings and not organisation.postings:
        place = by_people(seen.words, library, free)
    if organisation.words <= place.words:  # « Zinder » of « ONG Zinder » says no more than the place
        organisation = Named(frozenset(), frozenset())
    if place.words < organisation.words and not place.postings & organisation.postings:  # « Eaux Vives Sahel »
        place = Named(frozenset(), frozenset())
    if _is_to_live_in(seen, place):
        place = Named(frozenset(), place.words)
    outside, apart = _outside(seen, place), _apart(seen, organisation)
    if apart:
        organisation = Named(frozenset(), organisation.words)
    if less := left_out_of(seen, library, free, place):
        return less.place, organisation, (*less.conditions, *apart)
    if outside:
        abroad = any((seen.words[n].form,) in country_names() for n in place.words)
        place = Named(_elsewhere(library, place.postings, abroad=abroad), place.words)
    return place, organisation, (*outside, *apart)


def _of_text(place: Named, housed_in: Named) -> tuple[Named, Named]:
    """A place and an employer that only a text names; « Crédit Mutuel Île-de-France » names no place."""
    none = Named(frozenset(), frozenset())
    if place.postings & housed_in.postings or place.words - housed_in.words:
        return place, none
    return (none, housed_in) if housed_in.postings else (place, none)


def _is_to_live_in(seen: Seen, place: Named) -> bool:
    """Whether it is asked if one has to live at a place, for a job named behind: "live in Ottawa for the … job"."""
    first, last = min(place.words, default=0), max(place.words, default=0)
    living = [tag for tag in seen.tags if (tag.table, tag.key) == ("topics", "anywhere") and tag.last <= first]
    led = any(first - tag.last <= _LED for tag in living)
    return led and any(noun > last + 1 and noun - 1 not in place.words for noun in seen.nouns)


def is_outside(conditions: Sequence[Condition]) -> bool:
    """Whether the work is to be anywhere but at the place named."""
    return any(condition.field == "location" for condition in conditions)


def places_said(seen: Seen, place: Named, apart: Sequence[Condition]) -> tuple[str, ...]:
    """The names of places that postings are to be in, and not outside of."""
    outside = " ".join(condition.value for condition in apart if condition.field == "location")
    return tuple(name for name in written(seen, place.words) if name not in outside)


def elsewhere_in(
    seen: Seen, free: Sequence[int], place: Named, organisation: Named, *, every: bool
) -> tuple[str, list[int]]:
    """A place of no posting that a question about all names, and the `free` words that are no name.

    In "I live in Paris: what is there in Paris or its suburbs?" the place that is named tells where.
    """
    rest = [n for n in free if n not in place.words | organisation.words]
    leads = _leads(seen, place)
    rest = [n for n in rest if n not in leads and not _is_included(seen, n, place)]
    rest = [n for n in rest if n not in _unknown_left_out(seen, rest)]
    rest = [n for n in rest if not (seen.words[n].capital and _is_beside_place(seen, n, place))]
    elsewhere, away = unknown_place(seen, rest) if every else ("", frozenset())
    told = fold(elsewhere) in {seen.words[n].form for n in place.words} or bool(place.words and elsewhere.isdigit())
    return "" if told else elsewhere, [n for n in rest if n not in away]


def _unknown_left_out(seen: Seen, rest: Sequence[int]) -> set[int]:
    """The name of a place of no posting that is left out: "outside Paris", where none is in Paris."""
    leads = holds(seen.words, table("asking.toml")["only"]["places"])
    starts = [last for _, last in leads if last in rest and seen.words[last].capital]
    return {n for first in starts for n in range(first, len(seen.words)) if n == first or _goes_on(seen, n, rest)}


def _is_included(seen: Seen, n: int, place: Named) -> bool:
    """« Madagascar compris », "Madagascar included": said of the place beside it."""
    beside, form = table("names.toml")["elsewhere"], seen.words[n].form
    behind = {n + 1, n + 2} & place.words  # « y compris à Madagascar »
    return (n - 1 in place.words and form in beside["included"]) or (bool(behind) and form in beside["including"])


def unknown_place(seen: Seen, rest: Sequence[int]) -> tuple[str, frozenset[int]]:
    """A place that a question names and no posting is in, with its words: a name behind « à » or "in", or a country."""
    tables, weak = table("names.toml")["elsewhere"], table("names.toml")["weak"]["words"]
    for n in rest:
        word, led = seen.words[n], seen.words[n - 1].form if n else ""
        if names_one(seen.words, n):  # « dans le 92 »
            return word.form, frozenset([n])
        if word.form in tables["articles"] and not word.capital:  # « dans les DOM »
            continue
        if n > 1 and led in tables["articles"]:
            led = seen.words[n - 2].form
        is_area = led in tables["areas"] and word.form not in tables["before"]  # « il y en a au Maroc »
        lasts = range(min(n + _LONGEST_AREA, len(seen.words)), n, -1) if is_area else ()
        area = next((last for last in lasts if _phrase(seen, n, last) in known_areas()), 0)
        named = n and seen.words[n - 1].form in tables["before"] and word.capital and word.form not in weak
        named = named and not is_elided(seen.text, word)  # « à l'IA » is a thing
        named = named and not (led == "a" and seen.language == "en")  # "a GIS" is a thing, too
        named = named and not country_of_people(word.form)  # « réservé aux Mauritaniens »
        if area or (named and not is_month(word.form)):
            last = area or next(m for m in range(n + 1, len(seen.words) + 1) if not _goes_on(seen, m, rest))
            if _is_joined(seen, n, last, rest):
                return "", frozenset(range(n, last))
            last = _further(seen, last) if area else _further_town(seen, last, rest)
            return seen.text[word.start : seen.words[last - 1].end], frozenset(range(n, last))
    return "", frozenset()


def _is_beside_place(seen: Seen, n: int, place: Named) -> bool:
    """Whether a name is one more of several places: « au Mali, au Niger ou au Burkina », "Asia or the Pacific"."""
    tables, words = table("names.toml")["elsewhere"], seen.words
    before, joined = n - 1, words[n].apart
    while before > 0 and words[before].form in (*tables["before"], *tables["articles"], *tables["joints"]):
        joined = joined or words[before].form in tables["joints"] or words[before].apart
        before -= 1
    return joined and before in place.words


def _is_joined(seen: Seen, first: int, last: int, rest: Sequence[int]) -> bool:
    """Whether the name of a place where there is a posting stands beside: « à Rabat ou à Marrakech »."""
    tables, words = table("names.toml")["elsewhere"], seen.words
    small = (*tables["before"], *tables["areas"], *tables["articles"])
    before, behind = first - 1, last + 1
    while before > 0 and words[before].form in small:
        before -= 1
    while behind < len(words) and words[behind].form in small:
        behind += 1
    led = before > 0 and words[before].form in tables["joints"] and before - 1 not in rest and words[before - 1].capital
    joint = last < len(words) and words[last].form in tables["joints"]
    return led or (joint and behind < len(words) and behind not in rest and words[behind].capital)


def _further(seen: Seen, last: int) -> int:
    """Behind the last of several areas: « au Maroc ou en Tunisie »."""
    tables = table("names.toml")["elsewhere"]
    if last >= len(seen.words) or seen.words[last].form not in tables["joints"]:
        return last
    for first in range(last + 1, min(last + 3, len(seen.words))):
        ends = range(min(first + _LONGEST_AREA, len(seen.words)), first, -1)
        if end := next((end for end in ends if _phrase(seen, first, end) in known_areas()), 0):
            return _further(seen, end)
    return last


def _further_town(seen: Seen, last: int, rest: Sequence[int]) -> int:
    """Behind the last of several towns: « à Rabat ou Casablanca »."""
    joint = last < len(seen.words) and seen.words[last].form in table("names.toml")["elsewhere"]["joints"]
    if joint and last + 1 in rest and seen.words[last + 1].capital:
        return _further_town(seen, last + 2, rest)
    return last


def _phrase(seen: Seen, first: int, last: int) -> Phrase:
    return phrase_of(" ".join(word.form for word in seen.words[first:last]))


def _goes_on(seen: Seen, n: int, rest: Sequence[int]) -> bool:
    """Whether a word is a further one of a name: "Coast" behind "Ivory"."""
    if n >= len(seen.words) or n not in rest or not seen.words[n].capital or seen.words[n].apart:
        return False
    return not _STOP.search(seen.text[seen.words[n - 1].end : seen.words[n].start])  # "in Marseille. Which jobs …"


def denials_of_place(seen: Seen, apart: Sequence[Condition], place: Named) -> list[Tag]:
    """The words of denial of a place that is left out, which deny nothing else: "jobs not in Morocco with French"."""
    if not is_outside(apart):
        return []
    leads = _leads(seen, place)
    return [tag for tag in seen.tags if tag.table == "negation" and tag.first in leads]


def _leads(seen: Seen, place: Named) -> frozenset[int]:
    """The words that leave out one of the places: « sans compter » before it."""
    return frozenset(n for first, last in leads_out(seen.words) if last in place.words for n in range(first, last))


def _outside(seen: Seen, place: Named) -> tuple[Condition, ...]:
    """ "Outside France", « ailleurs qu'à Rabat »: the place where the work is not."""
    first = min(place.words, default=0)
    led = any(last == first for _, last in holds(seen.words[:first], table("asking.toml")["only"]["places"]))
    name = " ".join(written(seen, place.words))
    there = tuple(sorted({str(n) for n in place.postings}))
    return (Condition("location", name, there, negated=True),) if first and led else ()


def _apart(seen: Seen, organisation: Named) -> tuple[Condition, ...]:
    """ "Besides CARE", « à part Enabel »: the employer whose postings are not asked for."""
    first = min(organisation.words, default=0)
    led = any(last == first for _, last in holds(seen.words[:first], table("asking.toml")["apart"]["words"]))
    if not first or not led:
        return ()
    names = tuple(sorted({str(n) for n in organisation.postings}))
    return (Condition("organisation", " ".join(written(seen, organisation.words)), names, negated=True),)


def _elsewhere(library: Library, postings: Collection[str], *, abroad: bool) -> frozenset[str]:
    """The other postings whose place is known; to be `abroad` it is enough that they speak of one country."""
    told = (p for p in library.distinct if p not in postings)
    return frozenset(
        p for p in told if library.facts_of(p, "location") or (abroad and library.marks_of(p).country)
    )  # fmt: skip


def written(seen: Seen, numbers: Collection[int]) -> tuple[str, ...]:
    """The names at these words as they are written: « Villeneuve-la-Garenne », the small words in them included."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and _is_one_name(seen, runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(
        called_by_people(seen.words[run[0]].form, seen.language)
        or seen.text[seen.words[run[0]].start : seen.words[run[-1]].end]
        for run in runs
    )


def _is_one_name(seen: Seen, last: int, following: int) -> bool:
    """Whether two words are of one name: nothing but small words stands between them, and no joint or mark."""
    joints, between = table("names.toml")["elsewhere"]["joints"], seen.words[last + 1 : following]
    if any(word.form in joints or word.form not in links() for word in between):
        return False
    return not set(",;/()") & set(seen.text[seen.words[last].end : seen.words[following].start])


def without_tags_in_names(seen: Seen, library: Library, keywords: Keywords) -> Seen:
    """The question without what was read out of an employer's name: "MRH Evolution", « la mutuelle d'Alsace »."""
    named = called_by_name(seen.words, library) | housed(seen, library, keywords).words
    named |= called(seen, library, keywords).words
    employer = by_organisation(seen.words, library, range(len(seen.words)))
    kept = tuple(
        tag
        for tag in seen.tags
        if tag.first == tag.last
        or not (named.issuperset(range(tag.first, tag.last)) or _is_part_of_name(tag, seen, employer, library))
    )
    return replace(seen, tags=kept) if len(kept) < len(seen.tags) else seen


def _is_part_of_name(tag: Tag, seen: Seen, employer: Named, library: Library) -> bool:
    """Whether a topic's words stand in the name of the one employer, more of which stands right behind them."""
    if tag.table != "topics" or len(employer.postings) != 1 or not {tag.last, tag.last + 1} & employer.words:
        return False
    posting = library.postings[min(employer.postings)]
    name = {word.form for word in words_of(posting.organisation.of(posting.text))}
    return {word.form for word in seen.words[tag.first : tag.last]} <= name
