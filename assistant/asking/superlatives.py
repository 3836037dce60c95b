"""What a question compares by a field or a verb of its own: "which closes first?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking.lexicon import Tag, Word, holds
from assistant.resources import table

_VERB_REACH = 1  # words between « ferme » and « en premier »
_SUPERLATIVE_REACH = 3  # words between « la plus proche » and its field
_LENGTH_REACH = 8  # … and between a contract and "which one is the longest"


def superlative(words: Sequence[Word], tags: Sequence[Tag]) -> Tag | None:
    """« quelle date limite est la plus proche », "which ends last?": a field or a verb, and an end of it near by."""
    if any(tag.table == "extreme" for tag in tags):
        return None
    tables = table("asking.toml")["superlative"]
    named = [
        (t.first, t.last, tables["fields"][t.key]) for t in tags if t.table == "fields" and t.key in tables["fields"]
    ]
    named += [(t.first, t.last, "duration") for t in tags if t.table == "contract"]  # « parmi les CDD, lequel est … ? »
    named += [(t.first, t.last, "pay") for t in tags if t.key in ("gross_pay", "net_pay")]
    verbs = [(n, n + 1, name) for name, listed in tables["verbs"].items() for n, _ in holds(words, listed)]
    reach = {"duration": _LENGTH_REACH}
    if holds(words, tables["comes"]):  # "of the deadlines that have not passed yet, which comes first?"
        reach |= {"deadline": _LENGTH_REACH, "start": _LENGTH_REACH}
    fields = ((*field, reach.get(field[2], _SUPERLATIVE_REACH)) for field in named)
    candidates = (*fields, *((*verb, _VERB_REACH) for verb in verbs))
    found = [pair for each in candidates for pair in _ends(words, *each)]
    # « le plus court » is no « le plus »
    found = [(n, tag) for n, tag in found if not any(o.first < tag.last < o.last for _, o in found)]
    # « lequel ferme le plus tôt, et quel contrat » is said of closing, which stands nearer
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _ends(words: Sequence[Word], start: int, behind: int, name: str, reach: int) -> Iterator[tuple[int, Tag]]:
    """The ends of a scale near the words from `start` up to `behind`, each with how far off it stands."""
    tables = table("asking.toml")["superlative"]
    for end in ("most", "least"):
        for first, last in holds(words, tables[f"{name}_{end}"]):
            if first and words[first - 1].form in ("at", "au"):
                continue  # "at least", « au plus »
            if holds(words[first : last + 2], tables["none"]):
                continue  # "the last day to apply", "when does the first one start?"
            bare = words[last - 1].form in tables["bare"] and reach == _LENGTH_REACH
            if (distance := max(first - behind, start - last)) <= (_SUPERLATIVE_REACH if bare else reach):
                yield distance, Tag("extreme", f"{name}_{end}", first, last)


def weighs_last(words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether "where is … required?", « où … est-il un plus ? » ends on a word of weight and asks which postings."""
    weights = [tag.last for tag in tags if tag.table == "modality"]
    return (
        len(words) > 3
        and words[0].form in ("where", "ou")
        and not {"is", "are", "est", "sont"}.isdisjoint(word.form for word in words)
        and max(weights, default=0) == len(words)
    )


def ranks(extreme_key: str, field: str) -> bool:
    """Whether an extreme such as "experience_least" is one of a field, or of the number of its values."""
    fields: dict[str, str] = table("asking.toml")["superlative"]["fields"]
    return fields.get(field, f"{field}s") == extreme_key.partition("_")[0]
