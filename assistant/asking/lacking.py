"""What the person lacks, asked of one posting: "I have no licence, can I still get the Safi job?" is a yes or no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.lexicon import Tag, Word, holds, words_of
from assistant.asking.negated import is_negated, is_of_another, is_untold
from assistant.asking.reading import Condition, Reading
from assistant.resources import table

_DENIED = 2  # words before "force me to" in which it is denied
_AGE = re.compile(
    r"(?i)\bj['’](?:ai|aurai)\s(?:eu\s|bientôt\s|bientot\s|déjà\s|deja\s)?\d\d\sans\b(?!\sd)|\bi(?:'m|\sam)\s\d\d\b"
)


def as_lacking(reading: Reading) -> Reading:
    """The reading of a question whether one may go without a field's thing, which would else ask what is said of it."""
    lacked = tuple(condition for condition in reading.stated if condition.negated and condition.field in reading.fields)
    if reading.intent != "fact" or reading.every or not lacked or not _asks_whether(reading.text):
        return reading
    fields = {condition.field for condition in lacked}
    return replace(
        reading,
        fields=tuple(field for field in reading.fields if field not in fields),
        conditions=(*(c for c in reading.conditions if c.field not in fields), *lacked),
    )


def lacked(condition: Condition, tag: Tag, tags: Sequence[Tag], words: Sequence[Word], *, excluding: bool) -> Condition:
    """What is asked of a thing that the person lacks: who does without it, or where it rules them out.

    « Je n'ai aucun permis : qui l'exige, et où est-ce un plus ? » asks for both, « … : où est-il exigé ? » for one.
    """
    marks = [mark for mark in tags if mark.table == "modality" and mark.first >= tag.last]
    weights = {mark.key: mark for mark in marks if not is_of_another(mark, tag, tags)}
    if {"required", "asset"} <= weights.keys() or "both" in weights:
        return replace(condition, asked="both", negated=False)
    denials = table("asking.toml")["negation"]["words"]
    told_at_once = any(mark.first == tag.last for mark in weights.values())
    if told_at_once and words[tag.first].form in table("asking.toml")["none_demanded"]["words"]:
        return replace(condition, negated=True)  # "no licence needed", « aucun permis exigé »
    for key in ("required", "asset"):
        if key in weights and not holds(words[tag.last : weights[key].last + 1], denials):
            return replace(condition, asked=key, negated=False)
    return replace(condition, negated=not excluding)


def driving(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "Must the accountant drive?" asks for a licence, though the verb stands far behind what it leans on."""
    leans = bool(words) and words[0].form in table("asking.toml")["asks"]["whether"]
    at = len(words) - 1
    if not leans or words[at].form not in ("drive", "conduire") or any(t.first <= at < t.last for t in tags):
        return []
    return [Tag("fields", "driving_licence", at, at + 1)]


def nameless(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> Condition | None:
    """« Quelles annonces ne disent pas qui est l'employeur ? »: an employer is a condition where none is told."""
    named = any(
        word.form.startswith(("employ", "organis")) for word in words[tag.first : tag.last]
    )  # not « qui recrute »
    employer = named and (tag.table, tag.key) == ("fields", "organisation")
    untold = employer and (is_untold(tag, words, tags) or is_negated(tag, tags, words))
    return Condition("organisation") if untold else None


def is_to_avoid(words: Sequence[Word]) -> bool:
    """ "Which should I avoid because of lifting?", « postes à éviter si je ne conduis pas »: those that have it."""
    tables = table("asking.toml")
    # "I don't want to work Saturdays. Which would make me?", but not "… which don't force me to?"
    forced = [first for first, end in holds(words, tables["background"]["leaning_end"]) if end == len(words)]
    denials = tables["negation"]["words"]
    made = any(not holds(words[max(0, first - _DENIED) : first], denials) for first in forced)
    return made or _bids(words, "avoiding")


def is_to_exclude(words: Sequence[Word]) -> bool:
    """Whether what rules the person out is asked for: "which are out for me?", but not "leave out internships"."""
    return _bids(words, "words")


def _bids(words: Sequence[Word], key: str) -> bool:
    """Whether a phrase of `excluding` stands there, outside of the words of a denial: "I'd like to avoid …"."""
    tables = table("asking.toml")
    denials = holds(words, tables["negation"]["words"])
    return any(
        not any(start <= first and last <= end for start, end in denials)
        for first, last in holds(words, tables["excluding"][key])
    )


def as_aged(reading: Reading) -> Reading:
    """« J'ai 50 ans, puis-je postuler à Safi ? » asks whether that posting sets an age."""
    named = reading.postings is not None and not reading.every and reading.intent in ("fact", "open")
    if not named or reading.conditions or not _AGE.search(reading.text) or not _asks_whether(reading.text):
        return reading
    return replace(reading, intent="fact", fields=(), conditions=(Condition("mention", "age"),), topic=(), aside=())


def _asks_whether(text: str) -> bool:
    words, tables = words_of(re.sub(r"(?i)quand m[eê]me", " ", text)), table("asking.toml")["asks"]
    return bool(holds(words, tables["may"])) and not holds(words, tables["what"])
