"""Whether values that a question names are a choice: "Arabic or Darija", « bac+4, master, ingénieur », "Kobo / ODK"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.lexicon import Tag, Word, holds, tags_of, words_of
from assistant.asking.reading import Condition
from assistant.resources import table
from assistant.topics import is_tool

_APART = frozenset(
    ["et", "and", "but", "not", "mais", "pas", "non", "no", "without", "sans", "prefer", "rather", "plutot"]
)
_DENYING = frozenset(["pas", "not", "non", "no", "sans", "without"])
_ASKED = frozenset(["lesquels", "lesquelles", "laquelle", "lequel", "which", "who", "qui"])  # … of each in turn
_JOINED = frozenset(["et", "and", "le", "la", "l", "du", "de"])  # between two languages that someone speaks
_TOGETHER = frozenset(["both", "deux", "trois", "all", "three"])
_FEW = 3  # words between two topics of which "or" is the last
_STROKE = (1, 3)  # characters of « / » between two values, with spaces or without
# Tables of values of which one may do as well as another.
_CHOSEN = frozenset(
    {
        "language",
        "contract",
        "working_time",
        "document",
        "degree",
        "driving_licence",
        "apply_to",
        "lacking",
        "topics",
        "currency",
    }
)

_WAYS = frozenset({"by_hand", "by_post", "by_email"})  # topics of how one applies


def is_alternative(before: Tag, tag: Tag, words: Sequence[Word]) -> bool:
    """« l'espagnol ou le wolof »: two values of one kind with nothing but « ou » and small words between them."""
    if tag.table != before.table or tag.table not in _CHOSEN:
        return False
    between = [word.form for word in words[before.last : tag.first]]
    if tag.table == "language" and holds(words[tag.last :], table("asking.toml")["alternatives"]["one_of_them"]):
        return True  # "I speak Arabic and some Kinyarwanda. Who would be glad of one of them?"
    if tag.table == "language" and _is_own(before, tag, words):
        return True  # « je parle portugais et wolof, où serait-ce un plus ? »
    if tag.table == "contract" and not between and (words[tag.first - 1].apart or words[tag.first].apart):
        return True  # « (intérim, CDD) »: no work has two contracts
    if is_tool(tag.key) and is_tool(before.key) and not between and words[tag.first].apart and _is_open(words, tag):
        return True  # "AutoCAD, Revit, SolidWorks ... who wants these?"
    left_out = holds(words[: before.first], table("asking.toml")["leaving_out"]["words"])  # "leave out X: which are Y?"
    if tag.table in ("degree", "contract") and _ASKED & set(between) and not (left_out or _DENYING & set(between)):
        return True  # « lesquelles demandent un master, et lesquelles une licence ? »
    if tag.table == "degree" and not _APART & set(between):
        return True  # « bac+4, master, ingénieur »: nobody asks for several
    gap = words[tag.first].start - words[tag.first - 1].end
    lone = tag.table == "topics" and gap == 1 and not (is_tool(tag.key) and is_tool(before.key))
    if not between and not words[tag.first].apart and gap in _STROKE and not lone:
        return True  # "Kobo / ODK", not « saisonniers logés »
    either = bool({"ou", "or"} & set(between))
    if tag.table == "topics" and either and len(between) <= _FEW and not _APART & set(between):
        return True  # "a medical exam, certificate or vaccination"
    if {before.key, tag.key} <= _WAYS and {"ou", "or"} & {word.form for word in words[before.last : tag.last]}:
        return True  # « sur papier, déposée sur place ou envoyée par la poste »: nobody asks for several ways
    if not between and words[tag.last : tag.last + 1] and words[tag.last].form in _included():
        return True
    return either and set(between) <= set(table("asking.toml")["alternatives"]["between"])


def _is_own(before: Tag, tag: Tag, words: Sequence[Word]) -> bool:
    """Whether languages are those that someone speaks, and it is asked where that is a plus: any of them may be."""
    joined = {word.form for word in words[before.last : tag.first]} <= _JOINED
    told = holds(words[: before.first], table("asking.toml")["alternatives"]["spoken"])
    return bool(joined and told) and _asks_for_any(words[tag.last :])


def _asks_for_any(asked: Sequence[Word]) -> bool:
    """Whether it is asked where something is a plus, of several things not all of them together."""
    weights = table("asking.toml")["modality"]
    wished = holds(asked, weights["asset"]) and not holds(asked, weights["required"])
    return bool(wished) and {word.form for word in asked}.isdisjoint(_TOGETHER)


def as_choice(told: str, question: str) -> str:
    """« Je parle allemand et portugais » with « ou » where a `question` behind it asks where that is a plus."""
    words = words_of(told)
    spoken = [tag for tag in tags_of(words) if tag.table == "language"]
    if not _asks_for_any(words_of(question)) or not holds(words, table("asking.toml")["alternatives"]["spoken"]):
        return told
    for before, tag in reversed(list(pairwise(spoken))):
        between = words[before.last : tag.first]
        joint = next((word for word in between if word.form in ("et", "and")), None)
        if joint and {word.form for word in between} <= _JOINED:
            told = f"{told[: joint.start]}{'ou' if joint.form == 'et' else 'or'}{told[joint.end :]}"
    return told


def is_listed(before: Tag, tag: Tag, after: Tag | None, words: Sequence[Word]) -> bool:
    """« un bac+5, un master ou un diplôme d'ingénieur »: a list that « ou » ends."""
    if tag.table != before.table or not words[before.last : before.last + 1]:
        return False
    between = {word.form for word in words[before.last : tag.first]}
    if tag.table == "language" and not between and _exemplifies(words, before):
        return True  # "a West African language such as Wolof, Hausa or Goun"
    comma = any(word.apart for word in words[before.last : tag.first + 1])
    return after is not None and (
        comma and between <= set(table("asking.toml")["alternatives"]["between"]) and is_alternative(tag, after, words)
    )


def _exemplifies(words: Sequence[Word], tag: Tag) -> bool:
    """Whether a value is one of those that only give examples: "such as Wolof, Hausa"."""
    led = [last for _, last in holds(words[: tag.first], table("asking.toml")["alternatives"]["examples"])]
    return bool(led) and not any(word.form in ("et", "and") for word in words[led[-1] : tag.first])


def _is_open(words: Sequence[Word], tag: Tag) -> bool:
    """Whether a list of tools goes on and is not joined by "and": what stands for others as well."""
    ends = next((n for n in range(tag.last, len(words)) if words[n].apart), len(words))
    return not {"et", "and"} & {word.form for word in words[tag.last : ends + 1]}


def _included() -> frozenset[str]:
    return frozenset(table("asking.toml")["alternatives"]["included"])


def without_narrower(conditions: Sequence[Condition], words: Sequence[Word]) -> list[Condition]:
    """The conditions without those that another takes in.

    Darija counts as Arabic: "Arabic (darija counts too)"; "a licence of any kind (car, motorbike)" is any licence.
    """
    fields = {(condition.field, condition.value) for condition in conditions}
    taken_in: set[tuple[str, str]] = set()
    if {("language", "ar"), ("language", "ary")} <= fields:
        taken_in.add(("language", "ary"))
    any_kind = holds(words, table("asking.toml")["alternatives"]["any_kind"])
    if any_kind and any(condition.field == "driving_licence" for condition in conditions):
        taken_in.add(("mention", "moto"))
    return [condition for condition in conditions if (condition.field, condition.value) not in taken_in]
