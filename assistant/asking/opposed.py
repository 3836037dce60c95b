"""Two postings that a question sets against each other: "who pays more: A or B?", « … chez A et pour B, lequel ? »."""

from __future__ import annotations

from assistant.asking.called import holding, narrowed
from assistant.asking.housed import housed
from assistant.asking.leftovers import free_words
from assistant.asking.lexicon import holds
from assistant.asking.reading import Intent
from assistant.asking.seen import Seen
from assistant.library import Library
from assistant.naming import by_organisation, by_place, by_title
from assistant.resources import table
from vectorstore.keyword import Keywords

_OR = frozenset(["ou", "or"])
_AND = frozenset(["et", "and", "ou", "or"])
_UNSETTLED: tuple[Intent, ...] = ("set", "fact", "open", "list", "extreme")
_FEW = 3  # postings that one side of a choice may name
_SHORTEST_NAME = 2  # letters that a name has more of


def opposed(
    seen: Seen, intent: Intent, every: bool, library: Library, keywords: Keywords
) -> tuple[Intent, bool, frozenset[str] | None]:
    """« Qui offre le plus de télétravail : Horizon ou le CHU ? », "does A pay better than B?" compare two sides.

    The intent, whether it is of all postings, and the postings of the two sides; None where there are none.
    """
    words, data = seen.words, table("asking.toml")["choice"]
    if intent == "set" and (pair := _led_by_two(seen, library, keywords)):
        return intent, every, pair
    if pair := _one_by_one(seen, intent, library, keywords):
        return (intent, every, pair) if intent == "extreme" else ("comparison", False, pair)
    choice = next((n for n, word in enumerate(words) if word.form in _OR and n), 0)
    start = max(
        (n for n, word in enumerate(words[:choice]) if word.apart or (n and _is_behind_colon(seen, n))), default=0
    )
    than = next((n for n, word in enumerate(words) if word.form in data["than"] and n), 0)
    if holds(words[:than], data["better"]):
        start, choice = 0, than
    elif not start or not (holds(words[:start], data["more"]) or _asks_which(seen, start)):
        return intent, every, None
    if intent not in _UNSETTLED:
        return intent, every, None
    parts = ((start - 1, choice), (choice, len(words)))
    sides = [_side(seen, first, last, library, keywords) for first, last in parts]
    if not all(0 < len(side) <= _FEW for side in sides):
        return intent, every, None
    named = sides[0] | sides[1]
    return (intent, every, named) if intent == "extreme" else ("comparison", False, named)


def _led_by_two(seen: Seen, library: Library, keywords: Keywords) -> frozenset[str] | None:
    """« Le mécanicien ou la cuisinière : lequel est en CDI ? »: the postings of the two that a choice begins with."""
    words = seen.words
    colon = next((n for n, word in enumerate(words) if n and ":" in seen.text[words[n - 1].end : word.start]), 0)
    choice = next((n for n, word in enumerate(words[:colon]) if n and word.form in _OR), 0)
    if not choice or words[colon].form not in table("asking.toml")["choice"]["which"]:
        return None
    parts = ((-1, choice), (choice, colon))
    sides = [_side(seen, first, last, library, keywords) for first, last in parts]
    return sides[0] | sides[1] if all(0 < len(side) <= _FEW for side in sides) else None


def _side(seen: Seen, first: int, last: int, library: Library, keywords: Keywords) -> frozenset[str]:
    """The postings that the words between two places name."""
    free = [n for n in free_words(seen) if first < n < last]
    place, organisation = by_place(seen.words, library, free), by_organisation(seen.words, library, free)
    side = place.postings & organisation.postings or place.postings | organisation.postings
    titled = by_title(" ".join(seen.written(n) for n in free), seen.language, library, side or None)
    shouted = [seen.written(n) for n in free if seen.written(n).isupper() and len(seen.written(n)) > _SHORTEST_NAME]
    found = titled or side or (holding(shouted, library, keywords) if shouted else frozenset())
    if not found and (own := housed(seen, library, keywords)).words <= set(range(first + 1, last)):
        found = own.postings  # « chez FnacDarty », whom only a text names
    return narrowed(found, [seen.written(n) for n in free], seen.language, library, keywords)


def _asks_which(seen: Seen, start: int) -> bool:
    """ "Which pays what: A or B?", « qu'est-ce qui paie combien : … »: of two, and of no postings that are named."""
    words, tables = seen.words, table("asking.toml")["choice"]
    asks = any(first == 0 for first, _ in holds(words[:start], tables["asks"]))
    return _is_behind_colon(seen, start) and asks and not any(noun < start for noun in seen.nouns)


def _is_behind_colon(seen: Seen, n: int) -> bool:
    return ":" in seen.text[seen.words[n - 1].end : seen.words[n].start]


def _one_by_one(seen: Seen, intent: Intent, library: Library, keywords: Keywords) -> frozenset[str] | None:
    """« Combien chez A et pour B ? C'est lequel le mieux ? », "what do A and B each pay?": each of the two is meant."""
    words, tables = seen.words, table("asking.toml")["choice"]
    if intent not in _UNSETTLED and (intent != "count" or seen.nouns):  # « de combien sont les tickets … ? »
        return None
    last = next((n for n in range(len(words) - 1, 0, -1) if words[n].apart), len(words))
    closing = any(first <= 1 for first, _ in holds(words[last:], tables["closing"]))
    if not closing and not holds(words, tables["each"]):
        return None
    end = last if closing else len(words)
    for joint in (n for n in range(end - 1, 0, -1) if words[n].form in _AND):
        parts = ((-1, joint), (joint, end))
        sides = [_side(seen, first, behind, library, keywords) for first, behind in parts]
        if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            return sides[0] | sides[1]
    return None
