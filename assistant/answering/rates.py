"""Pay by the day or the hour that a posting names without an amount: « TJM : selon profil », "your daily rate"."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.verdict import Verdict
from assistant.asking.reading import Condition
from assistant.domain import Posting
from assistant.mentions import sentences_on
from assistant.resources import table


def by_rate(condition: Condition) -> bool:
    """Whether pay by a period is asked for, and no amount."""
    bare = condition.number is None and not condition.value and not condition.negated
    return condition.field == "pay" and bare and condition.period in table("asking.toml")["rates"]


def with_rates(verdict: Verdict, condition: Condition, posting: Posting) -> Verdict:
    """The verdict on pay by a period, with those that only name such a rate."""
    if not by_rate(condition) or verdict.state == "yes":
        return verdict
    phrases = table("asking.toml")["rates"][condition.period]
    told = tuple(fact for fact in sentences_on(posting, phrases) if fact.value == "yes")
    return Verdict("yes", tuple(replace(fact, modality="stated") for fact in told[:1])) if told else verdict
