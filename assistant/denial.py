"""Whether a posting denies what a phrase of it names: « pas de logement », "remote work is not possible"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from assistant.asking.lexicon import Word, holds, words_of
from assistant.domain import Span
from assistant.resources import table
from assistant.text import fold

_BEFORE = 6  # words between « pas de » and what it denies …
_LONG = 14  # … at the end of a list: "does not pay for travel to the place of work, visas or housing"
_BEHIND = 9  # words behind a thing within which it can be refused: « ne seront pas acceptées »
_REFUSING = 4  # words between the negation and what refuses
_EXCLUDING = 4  # words behind a thing within which it is excluded: « est exclu »
_ANSWERED = 200  # characters behind a thing within which a yes or a no can answer it
_LISTED = 5  # words behind a thing within which « ni » or "or" goes on with a list
# « Avez-vous le permis ? / Aucune candidature ne sera acceptée … », "… No applications after 5 May": of something else
_ANSWER = re.compile(
    r"\s*(?:[:?–—|=-]|\.{2,80}+|…)[\s.…]{0,80}+(?!(?i:aucune? \w+ ne |no \w+ (?:will|can|after|before) ))"
    r"(\w{1,20}+)(?!-)|[ \t]*\n\s*(\w+)[ \t.!]*(?:\n|$)"
)
_LABEL = re.compile(r"\s\w+\s*(?::|>+|\.{3,}|…)\s*")  # « pas compris : », of all that follows it
_COLON = re.compile(r"\s?:\s")
_PART = re.compile(r",\s|\s[–—-]\s")  # of a sentence
_ARTICLE = re.compile(r"(?:^|[,;:.!?(\n–—])\s*(?:l['’]|(?:le|la|les|the|vos|your)\s)[^,;:.!?(\n]*$", re.IGNORECASE)
_STOP = re.compile(r"[;:.!?()\[\]–—>]|\s[-+]\s|\n\s*[A-ZÀ-Ý]")


def is_denied(text: str, words: Sequence[Word], place: tuple[int, int], span: Span) -> bool:
    """Whether the sentence at `span` denies the phrase at the words `place[0]` to `place[1]` (exclusive)."""
    first, last = place
    answered = last < len(words) and not holds(words[last : last + 2], table("mentions.toml")["denial"]["harmless"])
    if answered and _is_answered_no(text[words[last - 1].end : _end_of_line(text, words[last].end)][:_ANSWERED]):
        return True
    behind = [word for word in words[last : last + _BEHIND] if word.end <= span.end]
    before = [word for word in words[max(0, first - _LONG) : first] if word.start >= span.start]
    if _is_lacked(before, behind):
        return False
    if _is_denied_within(words[first:last]):
        return True
    return _is_before(text, before, words[first], behind) or _is_behind(text, words[last - 1], behind)


def _is_denied_within(phrase: Sequence[Word]) -> bool:
    """Whether words in the gap of a phrase say no of its beginning: « les frais du test ne sont pas remboursés »."""
    data = table("mentions.toml")["denial"]
    denied = holds(phrase[1:], data["within"]) or holds(phrase, data["within_verbs"])
    return bool(denied) and not holds(phrase, data["harmless"])


def is_own_cost(quote: str, at: int = 0) -> bool:
    """Whether who is hired bears the cost of what a sentence speaks of at `at`, or is not given it.

    In « logement gratuit, repas à votre charge » it is the meals; in « logement, à votre charge » the housing.
    """
    phrases = table("mentions.toml")["denial"]["own_cost"]
    begin = max((part.end() for part in _PART.finditer(quote, 0, at)), default=0)
    before = [words_of(part) for part in _PART.split(quote[:begin])]
    if any(not (place[0] > 0 and place[1] == len(part)) for part in before for place in holds(part, phrases)):
        return True  # « à la charge du candidat : le transport, les repas », but not « logement non fourni, les repas »
    first, *further = (words_of(part) for part in _PART.split(quote[begin:]))
    data = table("mentions.toml")["denial"]
    given, led = bool(holds(first, data["free"])), _ARTICLE.search(quote[:at]) is not None
    return bool(holds(first, phrases)) or any(
        not (
            place[0] > 0
            and (given or part[place[0]].form in data["of_the_last"] or _is_clause(part[: place[0] + 1], led))
        )
        for part in further
        for place in holds(part, phrases)
    )


def _is_lacked(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether nothing goes without a thing: « sans CV, dossier rejeté », "never apply without a CV"."""
    data = table("mentions.toml")["denial"]
    denials = holds(before, data["before"])
    last = max((place[1] for place in denials), default=0)
    if not denials or before[last - 1].form not in data["lacked"]:
        return False
    doubled = (end for _, end in denials if end < last and not any(word.apart for word in before[end:last]))
    return any(doubled) or bool(holds(behind, table("facts_modality.toml")["condition"]["lacking"]))


def _end_of_line(text: str, at: int) -> int:
    """Behind the line of a place, with its break: « casier judiciaire / Aucun diplôme » is answered by no lone word."""
    return (text.find("\n", at) + 1) or len(text)


def _is_answered_no(behind: str) -> bool:
    """Whether a thing has a no behind it: « logement : non », "accommodation? no"."""
    found = _ANSWER.match(behind)
    return found is not None and fold(found[1] or found[2]) in table("mentions.toml")["denial"]["answers"]


def _is_before(text: str, before: Sequence[Word], thing: Word, behind: Sequence[Word]) -> bool:
    """Whether one of the words before a thing denies it, in the same breath or in a list that goes on."""
    data = table("mentions.toml")["denial"]
    harmless = holds([*before, thing, *behind], data["harmless"])
    denials = [place for place in holds(before, data["before"]) if not _lies_in(place, harmless)]
    denials = [place for place in denials if not _is_of_the_next(before, place[1])]
    if not denials:
        return False
    last = max(place[1] for place in denials)
    if before[last - 1].form in data["lacked"] and holds(before[last:], data["allowing"]):
        return False  # "those without internet may hand in their file"
    denial, led = before[last - 1], _LABEL.match(text, before[last - 1].end, thing.start)
    if led and holds(before[last : last + 1], [*data["refusing"], *data["refusing_label"]]):
        return not _STOP.search(text[led.end() : thing.start])
    if (colon := _COLON.match(text, denial.end)) and holds(before[:last], data["refusing"]):
        return not _STOP.search(text[colon.end() : thing.start])  # « On ne demande pas : le néerlandais »
    if holds(before[last:], data["ends"]) or _STOP.search(text[denial.end : thing.start]):
        return False
    begun = [word for word in [*before[last:], thing] if word.apart]
    if not begun:
        return len(before) - last < _BEFORE
    if holds(begun, data["subjects"]):
        return False  # "no car, we lend a bicycle or …"
    if len(before) - last >= _BEFORE and holds(before[last:], data["saying"]):
        return False  # "no housing, car or lunch is provided for posts at home"
    goes_on = bool(holds([*before[last:], *behind[:_LISTED]], data["listed"]))
    return goes_on and not holds(before[last:], data["refusing"])


def _is_of_the_next(before: Sequence[Word], last: int) -> bool:
    """Whether a « non » that ends at `last` says no of one adjective only: « données non structurées, Python »."""
    data = table("mentions.toml")["denial"]
    refused = holds(before[last : last + 1], [*data["refusing"], *data["refusing_label"]])
    return before[last - 1].form in data["of_the_last"] and last < len(before) and not refused


def _is_behind(text: str, thing: Word, behind: Sequence[Word]) -> bool:
    """Whether what stands behind a thing in its sentence refuses it: "will not be considered", « est exclu »."""
    data = table("mentions.toml")["denial"]
    kept: list[Word] = []
    for word, after in zip_longest(behind, behind[1:]):
        if word.form in data["joints"] and after is not None and after.form in data["subjects"]:
            break  # "housing is provided and it is not necessary to …" says no of something else
        if word.apart and holds(kept, data["affirmed"]) and not holds(kept, data["before"]):
            break  # « déjeuner pris en charge, logement non fourni »
        if word.apart and after is not None and not after.apart and after.form in data["of_the_last"]:
            break  # « prime annuelle, logement non fourni »
        if holds([word], data["ends"]) or _STOP.search(text[(kept[-1] if kept else thing).end : word.start]):
            break
        kept.append(word)
    harmless = holds(kept, data["harmless"])  # « formations en libre accès »
    excluding = [place for place in holds(kept[:_EXCLUDING], data["excluding"]) if not _lies_in(place, harmless)]
    if any(not kept[at].apart for at, _ in excluding):
        return True
    places = (p for p in holds(kept, data["before"]) if not kept[p[0]].apart and not _lies_in(p, harmless))
    led = _ARTICLE.search(text[max(0, thing.start - _ANSWERED) : thing.start]) is not None
    places = (p for p in places if not _is_of_last_item(kept[: p[0]], led))
    return any(holds(kept[last : last + _REFUSING], data["refusing"]) for _, last in places)


def _is_of_last_item(before: Sequence[Word], led: bool) -> bool:
    """ "Housing, insurance, school fees are not covered": of the last of a list without "and"."""
    data = table("mentions.toml")["denial"]
    begins = [n for n, word in enumerate(before) if word.apart]
    joined = any(word.form in data["list_joints"] for word in before)
    return bool(begins) and not joined and _is_clause(before[begins[-1] :], led)


def _is_clause(item: Sequence[Word], led: bool) -> bool:
    """Whether an item of a list is a clause of its own: "school fees are", « le logement n'est ».

    It is none where an article leads both it and the thing before: « le logement, les repas sont à votre charge ».
    """
    data = table("mentions.toml")["denial"]
    forms = [word.form for word in item[1:]]
    if item[0].form in data["going_on"] or (led and item[0].form in data["articles"]):
        return False  # « les frais de logement, de repas, de transport sont … »
    return any(form in data["being"] for form in forms) and not any(form in data["list_joints"] for form in forms)


def _lies_in(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(first <= place[0] and place[1] <= last for first, last in others)
