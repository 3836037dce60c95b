"""What a person says of themselves beside the question: "My kids are small. Which jobs have fixed hours?".

`asked_parts` cuts it off; whether the rest says enough by itself is told by `stands_alone`, once it was read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asking.antecedents import as_pointed_at, points_at_both, points_at_thing, with_antecedent
from assistant.asking.choices import as_choice
from assistant.asking.leaning import (
    WISHED,
    asks_for_told,
    asks_itself,
    leans,
    names_things,
    points_at_told_level,
    takes_up,
    wish_behind_past,
)
from assistant.asking.lexicon import Word, holds, tags_of, words_of
from assistant.asking.pointing import points_as_subject, points_back
from assistant.asking.reading import Reading
from assistant.resources import table

_ENDS = re.compile(r"[.?!;:\n\u2026\u2013\u2014]|\s-+\s")
_MINE = re.compile(r"(?i)\b(?:[jm]['\u2019]\w|i['\u2019](?:m|ve|ll|d)\b)")  # « j'ai », "I'm": they leave no word
_LEADS = re.compile(r"\s?[:–—]\s|\s-+\s")
_LONGEST_NAME = 12  # words of a name before a colon
_OPENING = 3  # words among which one's own person stands where only a comma ends what is said of it
_NEAR = 4  # words between "I want" and what is wanted
_DWELLING = 6  # words of « J'habite à Nanterre depuis peu »
_PLACED = frozenset(["location", "organisation", "status"])


def asked_parts(text: str) -> list[str]:
    """The question without the statements before and behind it that tell of the person, the shortest first.

    What names a posting may stand before the question in its sentence, so that is given with it as well. A pronoun that
    takes up what was said gives way to it: "I learnt Docker. Who insists on it?" asks who insists on Docker. Nothing
    where no such statement is made, or where the question leans on it otherwise ("… can I apply?").
    """
    words = words_of(text)
    starts = [n for n in range(1, len(words)) if _begins_question(text, words, n)]
    if not starts or _begins_question(text, words, 0):
        alone = _without_afterthought(text)
        return [alone] if alone != text and not holds(words, _phrases()["leaning"]) else []
    said, asked = words[: starts[0]], words[starts[0] :]
    if holds(asked, _phrases()["choosing"]):  # "I'd like to nurse children, which ad should I look at?"
        return []
    if (led := _led_wish(said, asked)) is not None:
        which = text[asked[0].start :].rstrip(" ?.!")
        return [f"{which}, {text[words[led].start : said[-1].end]} ?"]
    rest = text[asked[0].start :]
    back = points_at_both(rest) or points_back(rest)
    subject = points_as_subject(rest)
    certain = any(first == 0 for first, _ in holds(asked, _phrases()["of_certain"]))
    if (
        (_wishes(said, asked) and not certain)
        or said[0].form in _phrases()["given"]
        or (
            leans(asked) and not (back or subject or points_at_told_level(asked, text)) and not asks_itself(said, asked)
        )
    ):
        return []
    sentence = next((n for n in range(starts[0], 0, -1) if _ENDS.search(_between(text, words, n))), 0)
    cuts = [n for n in dict.fromkeys((starts[0], sentence)) if _may_be_cut(text, words, n)]
    cuts = [n for n in cuts if not _names_posting(words[:n], words[n:])]
    if not cuts and _LEADS.fullmatch(_between(text, words, starts[0])) and len(said) <= _LONGEST_NAME:
        return [named] if (named := as_pointed_at(rest, text[: said[-1].end])) else []
    parts = [_without_afterthought(text[words[_behind_leads(words, n)].start :]) for n in cuts]
    taken_up = subject or takes_up(text, asked) or points_at_thing(text) or points_at_told_level(asked, text)
    if not back and (not taken_up or (names_things(asked, text) and not points_at_told_level(asked, text))):
        return parts
    told = as_choice(text[: words[starts[0]].start], rest)
    return [named for part in parts if (named := with_antecedent(part, told))]


def going_on_part(text: str) -> list[str]:
    """What is asked further behind what the person says of themselves: "I'd have to move. What does it pay?".

    Nothing where that sets a condition, or where the question is about the person.
    """
    words = words_of(text)
    first = next((n for n in range(1, len(words)) if _begins_question(text, words, n)), 0)
    if not first or not _may_be_cut(text, words, first) or _wishes(words[:first], words[first:]):
        return []
    rest = text[words[first].start :]
    return [] if _tells_of_oneself(rest, words_of(rest)) else [rest]


def told_before(text: str) -> str:
    """What a question asks to have to do with: of "I grew up among canals. Is there a job about that?" the first.

    Nothing where it does not ask so.
    """
    words = words_of(text)
    first = next((n for n in range(1, len(words)) if _begins_question(text, words, n)), 0)
    if not first:
        return ""
    liked = bool(holds(words[:first], _phrases()["liking"]) and holds(words[first:], _phrases()["suiting"]))
    if not liked and not holds(words[first:], _phrases()["about_that"]):
        return ""
    return text[: words[first - 1].end]


def left_beside(text: str, asked: str) -> str:
    """What stands in a question before and behind the part that is asked; nothing where that was worded anew."""
    before, found, behind = text.partition(asked)
    while (words := words_of(before)) and words[-1].form in _phrases()["leading"]:  # "…, so"
        before = before[: words[-1].start]
    parts = (before.strip(" \n,;:.–—-"), behind.strip(" \n."))
    return " … ".join(filter(None, parts)) if found else ""


def named_first(text: str) -> str:
    """The question with the name that leads it behind it: "The Safi job: when does it close?"; nothing where none does.

    What a question begins with tells what it asks for.
    """
    words = words_of(text)
    first = next((n for n in range(1, len(words)) if _begins_question(text, words, n)), 0)
    if not 0 < first <= _LONGEST_NAME or _begins_question(text, words, 0):
        return ""
    if not _LEADS.fullmatch(_between(text, words, first)) or _tells_of_oneself(text, words[:first]):
        return ""
    return f"{text[words[first].start :].rstrip(' ?.!')}, {text[: words[first - 1].end].strip()} ?"


def without_statement(reading: Reading) -> Reading:
    """The reading of a whole question without the words that only what the person says of themselves has."""
    words = words_of(reading.text)
    first = next((n for n in range(1, len(words)) if _begins_question(reading.text, words, n)), 0)
    if not first or not (reading.conditions or reading.fields) or not _may_be_cut(reading.text, words, first):
        return reading
    if asks_for_told(words[first:]):
        return reading
    own = {word.form for word in words[:first]} - {word.form for word in words[first:]}

    def kept(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if not {word.form for word in words_of(name)} <= own)

    topic = reading.topic if reading.topical == "job" else kept(reading.topic)
    unknown = kept(reading.unknown) if reading.every else reading.unknown
    return replace(reading, topic=topic, aside=kept(reading.aside), unknown=unknown)


def stands_alone(reading: Reading) -> bool:
    """Whether a question asks for something without what was said before it."""
    told = [condition for condition in reading.conditions if condition.field not in _PLACED or condition.window]
    about = reading.topic or reading.unknown
    if reading.places and _looks_for(reading):
        return True
    if reading.postings is None and not reading.every:
        where = any(first == 0 for first, _ in holds(words_of(reading.text), _phrases()["where"]))
        without = where and any(c.value and c.negated for c in reading.conditions)  # "where can I apply without …?"
        return without or (reading.intent == "open" and bool(reading.topic))
    if reading.every:
        placed = bool(reading.places) and bool(holds(words_of(reading.text), _phrases()["placed"]))
        status = any(condition.field == "status" for condition in reading.conditions)
        return bool(told or about or placed or status or reading.fields or reading.extreme)
    return bool(told or reading.fields or reading.sections or about)


def of_all_there(reading: Reading) -> Reading:
    """« Je cherche à Gesves » asks for all that there is in a place, though one posting alone be there."""
    bare = bool(reading.places) and not (reading.topic or reading.fields or reading.conditions)
    return replace(reading, intent="set", every=True) if bare and _looks_for(reading) else reading


def _looks_for(reading: Reading) -> bool:
    return any(first == 0 for first, _ in holds(words_of(reading.text), _phrases()["looking"]))


def begins_asking(text: str) -> bool:
    """Whether a text begins with words that begin a question: "which …", « dites-moi … »."""
    words = words_of(text)
    return bool(words) and _begins_question(text, words, 0)


def _begins_question(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether a question begins at a word: behind the end of a sentence, or behind a comma where it is plain.

    Behind a comma any question is plain that "so" leads, or before which the person speaks of themselves.
    """
    between = _between(text, words, n) if n else "."
    phrases = _phrases()
    ends, comma = bool(_ENDS.search(between)), "," in between
    if ends and n and _is_last_asked(text, words, n):
        return True
    if not (ends or comma) or (not ends and _starts(words, n, phrases["glossing"])):
        return False
    if comma and n <= _DWELLING and _starts(words, 0, phrases["dwelling"]) and _starts(words, n, phrases["looking"]):
        return True
    first, n = n, _behind_leads(words, n)
    led = holds(words[first:n], phrases["so"])
    if ends or led or (n == first and _opens_with_oneself(text, words, first)):
        return _starts(words, n, phrases["asking"]) or _starts(words, n, phrases["plainly_asking"])
    return n == first and _starts(words, n, phrases["plainly_asking"])


def _is_last_asked(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether the last sentence alone asks, whatever it begins with: "I'm 52. SAWHA sets what age limit?"."""
    rest = text[words[n].start :].rstrip()
    alone = rest.endswith("?") and not _ENDS.search(rest.rstrip("? !"))
    return alone and "?" not in text[: words[n].start] and _tells_of_oneself(text, words[: min(n, _OPENING)])


def _led_wish(said: Sequence[Word], asked: Sequence[Word]) -> int | None:
    """The first word of what is wished for, where the question only asks which: « donc je veux …. Lesquelles ? »."""
    if not {word.form for word in asked} <= set(_phrases()["bare_which"]):
        return None
    leads = [last for first, last in holds(said, _phrases()["so"]) if first]
    return leads[-1] if leads and leads[-1] < len(said) else wish_behind_past(said)


def _behind_leads(words: Sequence[Word], n: int) -> int:
    """The first word from one on that does not merely lead a question, as "so" and « alors » do."""
    return next((at for at in range(n, len(words)) if words[at].form not in _phrases()["leading"]), len(words) - 1)


def _opens_with_oneself(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether the sentence that a comma before a word goes on with begins with the person: "I use a wheelchair, …"."""
    start = next((at for at in range(n - 1, 0, -1) if _ENDS.search(_between(text, words, at))), 0)
    return n > start and _tells_of_oneself(text, words[start : min(n, start + _OPENING)])


def _starts(words: Sequence[Word], n: int, phrases: Sequence[str]) -> bool:
    return any(first == 0 for first, _ in holds(words[n : n + 5], phrases))


def _may_be_cut(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether what stands before a word tells of the person; where a comma ends it, it has to begin with them."""
    if not n:
        return False
    if any((first, last) == (0, n) for first, last in holds(words[:n], _phrases()["openers"])):
        return True
    if _ENDS.search(_between(text, words, n)):
        return _tells_of_oneself(text, words[:n])
    start = next((at for at in range(n - 1, 0, -1) if _ENDS.search(_between(text, words, at))), 0)
    return _tells_of_oneself(text, words[start : min(n, start + _OPENING)])


def _tells_of_oneself(text: str, said: Sequence[Word]) -> bool:
    mine = frozenset(_phrases()["mine"])
    first = said[0].start
    if said[-1].form in _phrases()["presenting"] and len(said) <= _OPENING and not _names_jobs(said):
        return True  # "Student here: are there any apprenticeships?"
    elided = first - 2 if text[:first].endswith(("'", "’")) else first  # « j'ai » leaves « ai »
    if any(first == 0 for first, _ in holds(said, _phrases()["advised"])):
        return True
    return any(word.form in mine for word in said) or bool(_MINE.search(text[max(0, elided) : said[-1].end + 1]))


def _names_posting(said: Sequence[Word], asked: Sequence[Word]) -> bool:
    """Whether the posting that is meant is named before the question: « J'ai vu le poste d'Azilal, à qui écrire ? »."""
    return bool(holds(said, _phrases()["of_one"])) and not _names_jobs(asked)


def _names_jobs(words: Sequence[Word]) -> bool:
    nouns = table("asking.toml")["postings"]
    return bool(holds(words, [*nouns["singular"], *nouns["plural"]]))


def _wishes(said: Sequence[Word], asked: Sequence[Word]) -> bool:
    """Whether what is said sets a condition: "I only accept permanent contracts", « je veux un poste à Dakar »."""
    phrases = _phrases()
    if holds(said, phrases["seeking"]):
        return True
    known = {(tag.table, tag.key) for tag in tags_of(asked)}
    wished = [tag for tag in tags_of(said) if tag.table in WISHED and (tag.table, tag.key) not in known]
    for _, last in holds(said, phrases["wishing"]):
        near = [tag for tag in wished if 0 <= tag.first - last <= _NEAR]
        left = [{word.form for word in said[last : tag.last + 1]} for tag in near]
        if any(not words & set(phrases["leaving"]) for words in left):
            return True
    return False


def _without_afterthought(text: str) -> str:
    """The text up to its last question mark, where what follows only tells of the person."""
    asked, mark, behind = text.rpartition("?")
    words = words_of(behind)
    more = holds(words, _phrases()["wishing"]) or holds(words, _phrases()["further"])
    tells = bool(mark) and bool(words) and not more and _tells_of_oneself(behind, words)
    return asked + mark if tells and not _begins_question(behind, words, 0) else text


def _between(text: str, words: Sequence[Word], n: int) -> str:
    return text[words[n - 1].end : words[n].start]


def _phrases() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["background"]
    return found
