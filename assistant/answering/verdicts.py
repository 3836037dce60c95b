"""Whether a posting fulfils a condition, by its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.both_languages import both_languages
from assistant.answering.bounds import beyond, is_hours, is_so_long, stated_hours, whole_years, within
from assistant.answering.by_email import by_email
from assistant.answering.experienced import with_years
from assistant.answering.fitting import fits
from assistant.answering.languages_counted import languages_counted
from assistant.answering.lengths import days_of, in_days
from assistant.answering.own import own_verdict
from assistant.answering.rates import with_rates
from assistant.answering.spoken import spoken
from assistant.answering.titled import titled
from assistant.answering.values import amount, date_of, is_for_beginners
from assistant.answering.verdict import Verdict
from assistant.answering.weights import weighed
from assistant.asking.lexicon import language_names
from assistant.asking.ranges import Window
from assistant.asking.reading import BEGINNERS, Condition
from assistant.asking.windows import span_of
from assistant.chunks import sentence_at
from assistant.domain import Amount, Fact, Language, Posting, Years
from assistant.facts.starts import date_or_month, is_now, month_without_year
from assistant.library import Library
from assistant.mentions import denials
from assistant.resources import table
from assistant.text import fold, one_line
from assistant.topics import topics
from assistant.wording import say

_THOUSANDS = 10_000  # from which an amount without currency and period is one of a year
_BY_THE_WEEK = 10  # hours from which they are none of a day
_ENDING = (
    "CDD", "internship", "apprenticeship", "freelance", "vacation", "volunteer", "temporary", "mission", "convention",
)  # fmt: skip


def judge(condition: Condition, posting: str, library: Library, today: date, language: Language) -> Verdict:
    """The verdict on one posting (id)."""
    if condition.field == "mention":
        return _negated(_mentioned(condition, posting, library, today), condition)
    if condition.window:
        facts = library.facts_of(posting, condition.field)  # type: ignore[arg-type]
        if condition.field == "start":
            return _negated(_starting(condition.window, facts, today), condition)
        return _within_window(condition, condition.window, facts, today, language)
    # `others` are the postings (ids) of that employer, or those that are there.
    if (condition.field == "organisation" and condition.value) or (condition.field == "location" and condition.others):
        elsewhere = condition.field == "location" and condition.negated
        told = [] if elsewhere else library.facts_of(posting, condition.field)[:1]
        return _negated(Verdict("yes", tuple(told)) if posting in condition.others else Verdict("no"), condition)
    if condition.field == "title" and condition.value:
        return titled(condition, library.postings[posting], library.facts_of(posting, "title"), language)
    if condition.field == "status":
        return _status(condition, posting, library, today, language)
    if condition.field == "written":
        headed = tuple(library.facts_of(posting, "title")[:1])
        same = library.postings[posting].language == condition.value
        return _negated(Verdict("yes", headed) if same else Verdict("no"), condition)
    facts = library.facts_of(posting, condition.field)
    if condition.outright and (denying := phrases_of(condition)):
        return _said(denials(library.postings[posting], denying))
    if condition.field == "experience_years":
        return _experienced(condition, facts, language)
    if condition.field == "language" and condition.number is not None:
        return _negated(languages_counted(condition, facts), condition)
    if condition.mine and condition.field in ("language", "degree"):
        return own_verdict(condition, facts, language)
    if condition.field == "duration" and condition.number is not None:
        return _negated(_lasting(condition, facts, library.facts_of(posting, "contract"), language), condition)
    by_mail = (condition.field, condition.value) == ("apply_to", "email")
    if by_mail and (said := by_email(condition, posting, library)):
        return said if condition.outright else _negated(said, condition)
    if condition.field == "working_time" and condition.period and condition.number is None:
        facts = [fact for fact in facts if any(hours >= _BY_THE_WEEK for hours in stated_hours(fact)[:1])]
    if condition.field == "working_time" and condition.number is not None:
        return _negated(_hours(condition, facts), condition)
    if condition.field == "pay" and (condition.number is not None or condition.period or condition.value):
        paid = _pay(condition, facts, language)
        return with_rates(paid, condition, library.postings[posting]) if posting else paid
    if condition.field == "location" and condition.value and not facts:
        return _negated(_said(_named_in(library.postings[posting], condition.value)), condition)
    if condition.field == "expenses" and not facts and posting:  # « frais pris en charge », without an amount
        borne = tuple(fact for fact in library.mentions("expenses_paid", posting) if fact.value == "yes")
        return _negated(_said(borne), condition)
    return by_facts(condition, facts)


def _said(facts: tuple[Fact, ...]) -> Verdict:
    """Yes by what a posting says of a thing, no where it says nothing."""
    return Verdict("yes" if facts else "no", facts)


def _mentioned(condition: Condition, posting: str, library: Library, today: date) -> Verdict:
    one = library.postings[posting]
    keys = (condition.value, *(other for other in condition.others if other in topics()))  # "KoboToolbox or ODK"
    told = [fact for key in keys for fact in weighed(one, key, library.mentions(key, posting))]
    others = tuple(other for other in condition.others if other not in keys)
    if condition.value == "experience":
        told = with_years(told, library.facts_of(posting, "experience_years"))
    if condition.value == "quoted_reference" and not told:  # « en mentionnant, obligatoirement, la référence »
        lines = library.facts_of(posting, "subject_line")
        told = [replace(f, field="mention", value="yes") for f in lines if "referenc" in fold(str(f.value))]
    verdict = spoken(replace(condition, others=others), told, one.language, today)
    if condition.value == "bilingual" and verdict.state == "no":
        verdict = both_languages(condition, library.facts_of(posting, "language"))
    return verdict


def by_facts(condition: Condition, facts: Sequence[Fact]) -> Verdict:
    """The verdict that the facts of a condition's field give by their values alone.

    « Une langue appréciée »: of several languages each is weighed by itself.
    """
    if condition.field == "language" and condition.asked == "asset" and not condition.value:
        facts = [fact for fact in facts if fits(condition, fact)]
        demanded = {fact.value for fact in facts if fact.modality != "asset"}
        wished = tuple(fact for fact in facts if fact.modality == "asset" and fact.value not in demanded)
        return _negated(Verdict("yes", wished) if wished else Verdict("no"), condition)
    return _negated(_held(condition, [fact for fact in facts if fits(condition, fact)]), condition)


def _named_in(posting: Posting, place: str) -> tuple[Fact, ...]:
    """The first sentence that names a place, of a posting for which no place of work was read."""
    found = re.search(rf"(?<![\w-]){re.escape(place)}(?![\w-])", posting.text)
    if not found:
        return ()
    span = sentence_at(posting, found.start())
    return (Fact(posting.id, "location", place, "stated", span.of(posting.text), span.start, span.end),)


# What a posting can say that it does without.
_DENIABLE: frozenset[str] = frozenset({"driving_licence", "degree", "experience_years", "language", "expenses"})


def phrases_of(condition: Condition) -> Sequence[str]:
    """The phrases by which texts name what a condition is about; none for what has no words of its own."""
    tables = table("asking.toml")
    if condition.field == "language":
        return language_names()[condition.value] if condition.value else ()
    if condition.field in ("document", "degree") and condition.value:
        phrases: Sequence[str] = tables[condition.field][condition.value]
        return [*phrases, *tables["document_stated"].get(condition.value, ())]
    return tables["fields"][condition.field] if condition.field in _DENIABLE else ()


def deadline_fact(posting: str, library: Library) -> Fact | None:
    """The fact of the last day to apply, the latest where there are several."""
    dated = [fact for fact in library.facts_of(posting, "deadline") if date_of(fact)]
    return max(dated, key=lambda fact: date_of(fact) or date.min, default=None)


def is_closed(posting: str, library: Library, today: date) -> bool:
    """Whether the last day to apply has passed."""
    fact = deadline_fact(posting, library)
    when = date_of(fact) if fact else None
    return when is not None and when < today


def _held(condition: Condition, facts: Sequence[Fact]) -> Verdict:
    """By modality: what was asked to be required and is an asset is a plus, and the other way round a no."""
    if not facts:
        return Verdict("no")
    demanded = tuple(fact for fact in facts if fact.modality != "asset")
    wished = tuple(fact for fact in facts if fact.modality == "asset")
    if condition.asked == "asset":
        return Verdict("yes", wished) if wished and not demanded else Verdict("no", demanded)
    if demanded:
        return Verdict("yes", demanded)
    return Verdict("plus", wished)


def _negated(verdict: Verdict, condition: Condition) -> Verdict:
    """A posting that never mentions a thing does not require it, nor does one that calls it a plus."""
    if not condition.negated:
        return verdict
    fulfilled = verdict.state == "no" or (verdict.state == "plus" and condition.asked == "required")
    return Verdict("yes" if fulfilled else "no", verdict.facts)


def _status(condition: Condition, posting: str, library: Library, today: date, language: Language) -> Verdict:
    """Whether one can still apply; where no day is told, a posting that says "until filled" counts as open."""
    facts = library.facts_of(posting, "deadline")
    dated = [fact for fact in facts if date_of(fact)]
    if not dated:
        kept = tuple(fact for fact in library.mentions("until_filled", posting) if fact.value == "yes")
        if kept and not facts:
            return Verdict("yes" if condition.value == "open" else "no", kept)
        unread = say(language, "unread_deadline", quote=one_line(facts[0].quote)) if facts else ""
        return Verdict("undecided", tuple(facts), unread or say(language, "no_deadline"))
    last = max(dated, key=lambda fact: date_of(fact) or date.min)
    is_open = (date_of(last) or date.min) >= today
    return Verdict("yes" if is_open == (condition.value == "open") else "no", (last,))


def _within_window(
    condition: Condition, window: Window, facts: Sequence[Fact], today: date, language: Language
) -> Verdict:
    """Whether the last day to apply falls within a stretch of time."""
    dated = [(when, fact) for fact in facts if (when := date_of(fact))]
    if not dated:
        return Verdict("undecided", tuple(facts), say(language, "no_deadline"))
    last, fact = max(dated, key=lambda pair: pair[0])
    first_day, last_day = span_of(window, today)
    return _negated(Verdict("yes" if first_day <= last <= last_day else "no", (fact,)), condition)


def _starting(window: Window, facts: Sequence[Fact], today: date) -> Verdict:
    """Whether the work starts within a stretch of time; a month without a year is that of any year."""
    at_once = tuple(fact for fact in facts if is_now(fact))
    if window.kind == "now":
        return Verdict("yes", at_once) if at_once else Verdict("no", tuple(facts))
    first, last = span_of(window, today)
    for fact in facts:
        days = date_or_month(fact)
        if window.kind == "in_month" and window.day and (not days or not window.year):
            month = days.first.month if days else month_without_year(fact)
            if month == window.day.month:
                return Verdict("yes", (fact,))
        elif days and days.first <= last and days.last >= first:
            return Verdict("yes", (fact,))
    return Verdict("no", tuple(facts))


def _experienced(condition: Condition, facts: Sequence[Fact], language: Language) -> Verdict:
    """Experience as it is asked for; that beginners are accepted asks for none."""
    if condition.number is not None:
        return _experience(condition, facts, language)
    open_to = tuple(fact for fact in facts if is_for_beginners(fact))
    asking = [fact for fact in facts if fact not in open_to]
    if condition.value == BEGINNERS:
        return _negated(Verdict("yes", open_to) if open_to else Verdict("no", tuple(asking)), condition)
    verdict = _negated(_held(condition, asking), condition)
    return replace(verdict, facts=open_to) if condition.negated and verdict.state == "yes" else verdict


def _experience(condition: Condition, facts: Sequence[Fact], language: Language) -> Verdict:
    """Years asked for against the number of the question; with `mine`, what someone with so many years fulfils."""
    counted = [f for f in whole_years(facts) if isinstance(f.value, Years)]
    either = condition.asked == "both" or not (condition.mine or condition.negated or condition.asked == "asset")
    wanted = [f for f in counted if either or (f.modality == "asset") == (condition.asked == "asset")]
    number = condition.number or 0.0
    least = [(f.value.min, f) for f in wanted if isinstance(f.value, Years) and f.value.min is not None]
    if condition.mine:
        if not least:
            return Verdict("undecided", (), say(language, "no_experience"))
        most, fact = max(least, key=lambda pair: pair[0])
        return Verdict("yes" if most <= number else "no", (fact,))
    good = tuple(f for low, f in least if beyond(condition, low))
    if good and either:
        return _held(condition, good)
    verdict = Verdict("yes", good) if good else Verdict("no", tuple(f for _, f in least))
    return _negated(verdict, condition)


def _pay(condition: Condition, facts: Sequence[Fact], language: Language) -> Verdict:
    amounts = [(f.value, f) for f in facts if isinstance(f.value, Amount)]
    alike = [(a, f) for a, f in amounts if _is_alike(condition, a)]
    if not alike and amounts and condition.number is not None:
        return Verdict("undecided", (amounts[0][1],), say(language, "no_pay", pay=amount(language, amounts[0][0])))
    good = tuple(f for a, f in alike if within(condition, a))
    return _negated(Verdict("yes", good) if good else Verdict("no", tuple(f for _, f in alike)), condition)


def _is_alike(condition: Condition, pay: Amount) -> bool:
    """Whether an amount is in the currency and period of the question; « 30-33k » is so much a year, and in euros."""
    thousands = pay.currency is None and pay.per is None and (pay.min or pay.max or 0) >= _THOUSANDS
    if thousands and condition.period in ("", "year") and condition.value in ("", "EUR"):
        return True
    bare = table("asking.toml")["bare_currency"]
    meant = {code for name in (condition.value, *condition.others) for code in bare.get(name, (name,))}
    return condition.period in ("", pay.per) and (not condition.value or pay.currency in meant)


def _lasting(condition: Condition, facts: Sequence[Fact], contracts: Sequence[Fact], language: Language) -> Verdict:
    """How long the work goes on against the length of the question; a contract for a time may not say which."""
    wanted = in_days(condition.number or 0.0, condition.period)
    known = [(days, fact) for fact in facts if (days := days_of(str(fact.value)))]
    if not known:
        ends = [fact for fact in contracts if fact.value in _ENDING]
        return Verdict("undecided", tuple(ends[:1]), say(language, "no_duration")) if ends else Verdict("no")
    good = tuple(fact for (low, high), fact in known if is_so_long(condition, low, high, wanted))
    return Verdict("yes", good) if good else Verdict("no", tuple(fact for _, fact in known))


def _hours(condition: Condition, facts: Sequence[Fact]) -> Verdict:
    """Whether the hours of the question stand among those that a posting states, or those are on its right side."""
    good = tuple(fact for fact in facts if any(is_hours(condition, hours) for hours in stated_hours(fact)))
    return Verdict("yes", good) if good else Verdict("no", tuple(facts))
