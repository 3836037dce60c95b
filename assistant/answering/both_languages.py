"""Whether a posting that does not say "bilingual" asks for French and English all the same."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.verdict import Verdict
from assistant.asking.reading import Condition
from assistant.domain import Fact


def both_languages(condition: Condition, languages: Sequence[Fact]) -> Verdict:
    """By its facts on languages: both demanded, or else one of them or both a plus."""
    french, english = ([fact for fact in languages if fact.value == code] for code in ("fr", "en"))
    if not french or not english:
        return Verdict("no")
    facts = (*french, *english)
    wished = any(all(fact.modality == "asset" for fact in own) for own in (french, english))
    if condition.asked == "asset":
        return Verdict("yes" if wished else "no", facts)
    return Verdict("plus" if wished and condition.asked in ("required", "both") else "yes", facts)
