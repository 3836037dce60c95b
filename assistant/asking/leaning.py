"""How a question rests on what was said before it: by a pronoun, by "can I apply?", or by naming things itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.asking.antecedents import points_at_level, points_at_thing, things_in
from assistant.asking.lexicon import Word, holds, is_number, tags_of
from assistant.resources import table

_ELIDED = ("l'", "l’")
WISHED = frozenset({"contract", "working_time", "currency", "topics", "degree", "driving_licence"})
_COUNTED = 5  # words at the end of a question among which a number makes "or more" its own
_SET = frozenset({"language", "document", "fields", "beginners"})  # what was told then sets a condition


def takes_up(text: str, asked: Sequence[Word]) -> bool:
    """Whether a pronoun of the question points back: "which need it?", « qui l'exige ? »."""
    phrases = _phrases()
    if any(word.form in phrases["elided"] and text[: word.start].endswith(_ELIDED) for word in asked):
        return True
    asked = _without_idle(asked)
    last = [n for n in range(len(asked)) if n + 1 == len(asked) or asked[n + 1].apart]
    return bool(holds(asked, phrases["taken_up"])) or any(asked[n].form in phrases["taken_up_last"] for n in last)


def names_things(asked: Sequence[Word], text: str) -> bool:
    """Whether a question names itself what it asks for; the noun of "that language" or « ce permis » names nothing."""
    pointed = points_at_thing(text[asked[0].start :])
    return any(not (pointed and tag.table == "fields") for tag in things_in(_without_idle(asked)))


def points_at_told_level(asked: Sequence[Word], text: str) -> bool:
    """Whether the degree that was told is meant, and none that the question names: "a degree at that level"."""
    return points_at_level(text) and not any(tag.table == "degree" for tag in tags_of(asked))


def leans(asked: Sequence[Word]) -> bool:
    """Whether a question rests on what was said in another way than by a pronoun: "can I apply?", "based there"."""
    asked = _without_idle(asked)
    last = asked[-1].form if asked else ""
    counted = last in _phrases()["more"] and any(is_number(word.form) for word in asked[-_COUNTED:])  # "four or more"
    if any(end == len(asked) for _, end in holds(asked, _phrases()["leaning_end"])):
        return True
    return bool(holds(asked, _phrases()["leaning"]) or asks_for_told(asked)) or (
        last in _phrases()["leaning_last"] and not counted
    )


def asks_for_told(asked: Sequence[Word]) -> bool:
    """Whether what the person told of themselves is what is to be asked for: "who wants my degree?"."""
    return bool(holds(asked, _phrases()["mine_asked"]))


def wish_behind_past(said: Sequence[Word]) -> int | None:
    """The first word of a wish before which only what was is told: "after years of short contracts I really want …"."""
    phrases = _phrases()
    if not any(first == 0 for first, _ in holds(said, phrases["past"])):
        return None
    wishes = [first for first, _ in holds(said, phrases["wishing"]) if first]
    return min(wishes, default=None)


def asks_itself(said: Sequence[Word], asked: Sequence[Word]) -> bool:
    """ "I hate writing. Where can I apply without a letter?": it names a thing itself, and nothing was set before."""
    without = [last for _, last in holds(asked, _phrases()["without"])]
    told = any(tag.table in _SET or tag.table in WISHED - {"topics"} for tag in tags_of(said))
    told = told or any(is_number(word.form) for word in said)
    return not told and any(0 <= tag.first - last <= 1 for tag in things_in(asked) for last in without)


def _without_idle(asked: Sequence[Word]) -> Sequence[Word]:
    idle = {n for first, last in holds(asked, _phrases()["idle"]) for n in range(first, last)}
    return [word for n, word in enumerate(asked) if n not in idle]


def _phrases() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("asking.toml")["background"]
    return found
