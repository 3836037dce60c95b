"""Whether one applies by e-mail: what is said of it goes before an address, and does where none is given."""

from __future__ import annotations

from assistant.answering.fitting import fits
from assistant.answering.verdict import Verdict
from assistant.asking.reading import Condition
from assistant.library import Library


def by_email(condition: Condition, posting: str, library: Library) -> Verdict | None:
    """The verdict of what a posting (id) says of applying by e-mail; None where an address tells, or nothing does."""
    told = library.mentions("by_email", posting)
    refused = tuple(fact for fact in told if fact.value == "no")
    if condition.outright:  # « refusent les candidatures par courriel »
        return Verdict("yes" if refused else "no", refused)
    if refused:
        return Verdict("no", refused)
    taken = tuple(fact for fact in told if fact.value == "yes")
    address = any(fits(condition, fact) for fact in library.facts_of(posting, "apply_to"))
    return Verdict("yes", taken) if taken and not address else None
