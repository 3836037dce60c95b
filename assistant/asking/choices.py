"""Whether values that a question names are a choice: "Arabic or Darija", « bac+4, master, ingénieur », "Kobo / ODK"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.lexicon import Tag, Word
from assistant.asking.reading import Condition
from assistant.resources import table
from assistant.topics import is_tool

_APART = frozenset(
    ["et", "and", "but", "not", "mais", "pas", "non", "no", "without", "sans", "prefer", "rather", "plutot"]
)
_STROKE = (1, 3)  # characters of « / » between two values, with spaces or without
# Tables of values of which one may do as well as another.
_CHOSEN = frozenset(
    {"language", "contract", "working_time", "document", "degree", "driving_licence", "apply_to", "lacking", "topics"}
)


def is_alternative(before: Tag, tag: Tag, words: Sequence[Word]) -> bool:
    """« l'espagnol ou le wolof »: two values of one kind with nothing but « ou » and small words between them."""
    if tag.table != before.table or tag.table not in _CHOSEN:
        return False
    between = [word.form for word in words[before.last : tag.first]]
    if tag.table == "contract" and not between and words[tag.first - 1].apart:
        return True  # « (intérim, CDD) »: no work has two contracts
    if is_tool(tag.key) and is_tool(before.key) and not between and words[tag.first].apart and _is_open(words, tag):
        return True  # "AutoCAD, Revit, SolidWorks ... who wants these?"
    if tag.table == "degree" and not _APART & set(between):
        return True  # « bac+4, master, ingénieur »: nobody asks for several
    if not between and not words[tag.first].apart and words[tag.first].start - words[tag.first - 1].end in _STROKE:
        return True  # "Kobo / ODK"
    if not between and words[tag.last : tag.last + 1] and words[tag.last].form in _included():
        return True
    return bool({"ou", "or"} & set(between)) and set(between) <= set(table("asking.toml")["alternatives"]["between"])


def is_listed(before: Tag, tag: Tag, after: Tag | None, words: Sequence[Word]) -> bool:
    """« un bac+5, un master ou un diplôme d'ingénieur »: a list that « ou » ends."""
    if after is None or tag.table != before.table or not words[before.last : before.last + 1]:
        return False
    between = {word.form for word in words[before.last : tag.first]}
    comma = any(word.apart for word in words[before.last : tag.first + 1])
    return (
        comma and between <= set(table("asking.toml")["alternatives"]["between"]) and is_alternative(tag, after, words)
    )


def _is_open(words: Sequence[Word], tag: Tag) -> bool:
    """Whether a list of tools goes on and is not joined by "and": what stands for others as well."""
    ends = next((n for n in range(tag.last, len(words)) if words[n].apart), len(words))
    return not {"et", "and"} & {word.form for word in words[tag.last : ends + 1]}


def _included() -> frozenset[str]:
    return frozenset(table("asking.toml")["alternatives"]["included"])


def with_one_arabic(conditions: Sequence[Condition]) -> list[Condition]:
    """Arabic alone where it is named beside Darija, which counts as Arabic: "Arabic (darija counts too)"."""
    spoken = {condition.value for condition in conditions if condition.field == "language"}
    both = {"ar", "ary"} <= spoken
    return [c for c in conditions if not (both and (c.field, c.value) == ("language", "ary"))]
