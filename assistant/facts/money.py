"""Pay and reimbursed expenses: which amounts of a posting are which. The words are in `data/facts_money.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from assistant.domain import Amount, Fact, FactField, Posting, Span
from assistant.facts.amounts import Money, amounts_in
from assistant.facts.bare_pay import is_whole_line
from assistant.facts.folded import last_start
from assistant.facts.local_money import local_currencies
from assistant.facts.money_words import words as terms
from assistant.facts.number_words import holds_number
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.resources import table

_Kind = Literal["pay", "expenses", "other", ""]
_FARTHEST = 240  # characters about an amount in which words can say what it is
_LOWEST = 2.5  # an amount below this pays no hour
_LOWEST_DEAR = 0.5  # the same of a currency of which little is much, with its period: "JOD 1.75 an hour"
_ANNOUNCED = 80  # characters of a label and what stands between it and its number
_LOWEST_BARE = 1000  # a number without a unit counts from here on, or with decimals or a period
_THOUSANDS = (8_000, 400_000)  # what a figure in thousands can be when only that speaks for pay
_OF_ANOTHER = re.compile(
    r"(?:[^.;!?+]){0,20} (?:(?:pour|for) [^.;!?+]{3,60}?|\([^().;!?+]{3,40}\))[,;]? {0,2}(?:et |and |/ )?"
)
_FOR = re.compile(r" {0,2}(?:[a-z]{3,5} )?(?:par [a-z]+ |a month |per [a-z]+ )?(?:(?:pour|for) |\([a-z])")
_DIGIT = re.compile(r"\d")
_SCORE = re.compile(r"/ ?(?:5|10|20|100)$")  # « 4,10/5 »
_CUT = re.compile(
    r"[,;.]\s|\s[–-]\s|[()+]|\s(?:et|and)\s(?=rembours|defray|reimburs|refund|pren)"
    r"|\s(?:et|and|plus)\s(?=(?:le|la|les|du|des|the|your|free)\s|l')"  # « 80 000 F par mois et le carburant »
)
_CUT_BEHIND = re.compile(rf"{_CUT.pattern}|\s(?:et|and|plus|&)\s")  # « 85 000 KES per month and hardship cover »
_STOP = re.compile(r"(?<!\.)[.;] ")  # not the dots that lead to a value
_NIGHT = re.compile(r"nuit|night")  # « per diem : 8 000 FCFA par nuit »
_PLUS = re.compile(r"\+\s*(?:de |d'|env\w*\.? ?)?\(?$")


def facts(posting: Posting) -> list[Fact]:
    """The `pay` and `expenses` of a posting, in order; a period or currency that is not written is None.

    The `detail` of an expense is what it is counted by where that is no period: "km".
    """
    counting = [piece for piece in pieces(posting) if _DIGIT.search(piece.folded) or holds_number(piece.folded)]
    local = local_currencies(posting) if counting else {}
    found = [fact for piece in counting for fact in _of_piece(piece, local)]
    return _without_vaguer(distinct(found))


def _of_piece(piece: Piece, local: Mapping[str, str]) -> Iterator[Fact]:
    monies = amounts_in(piece.folded, local)
    last = 0  # end of the amount before
    paid: Money | None = None  # the amount before, where it is pay
    for money in monies:
        before = max(last, money.start - _FARTHEST)
        kind = _kind(piece, money, before)
        if not kind and paid and _goes_on(piece.folded, paid, money):
            kind, money = "pay", replace(money, amount=replace(money.amount, per=money.amount.per or paid.amount.per))
        if kind in ("pay", "expenses"):
            field: FactField = "pay" if kind == "pay" else "expenses"
            counted = terms().counted.match(piece.folded, money.end) if kind == "expenses" else None
            amount = money.amount if counted else _with_period(piece, money, before)
            amount = replace(amount, per="day") if counted and _NIGHT.match(counted["unit"]) else amount
            if kind == "pay" and amount.min == amount.max and _is_fee_limit(piece, money, before):
                amount = replace(amount, min=None)
            labelled = piece.label is not None and not terms().cue.search(_around(piece, money))
            at = piece.clause(Span(money.start, money.end))
            yield piece.quoted(field, amount, at, detail=counted["unit"] if counted else "", labelled=labelled)
        if not money.bare:
            last = money.end
            paid = replace(money, amount=_with_period(piece, money, before)) if kind == "pay" else None


def _kind(piece: Piece, money: Money, before: int) -> _Kind:
    words = terms()
    if _is_fee_limit(piece, money, before):
        return "pay"
    if money.amount.currency and _is_refunded(piece.folded, before, money):
        return "expenses"
    if money.amount.currency and words.expenses_after.match(piece.folded, money.end):
        return "expenses"
    if words.paid_others.search(piece.folded, before, money.start) or _is_aside(piece.folded, before, money):
        return ""
    nearest = _nearest(piece.folded, before, money.start) or _of_label(piece, money, before)
    if nearest == "expenses" and money.amount.currency and words.counted.match(piece.folded, money.end):
        return "expenses"
    too_little = (money.amount.max or money.amount.min or 0) < _lowest(money.amount)
    if too_little or words.other_after.match(piece.folded, money.end):
        return ""
    if words.other_after.match(piece.folded, _unit_end(piece, money)):
        return ""
    living = _is_living(money.amount) and _is_gross(piece, money)
    if nearest == "other" and living and not words.other.search(_own_clause(piece.folded, money)[0]):
        nearest = "pay"  # « prime annuelle, 1 900 € bruts par mois »
    if nearest == "other" and _is_given_besides(piece, money, before):
        nearest = "pay"
    if before > 0 and not nearest and _PLUS.search(piece.folded[before : money.start]):
        return ""
    if money.named and money.amount.per and not nearest and _is_gross(piece, money):
        return "pay"  # « 750 dinars nets par mois », of whatever country
    if money.bare:
        return "pay" if nearest in ("", "pay") and _bare_is_pay(piece, money, before) else ""
    if money.amount.currency is None and nearest != "pay" and not _is_alone(piece, money):
        return ""
    return nearest or _from_outside(piece, money)


def _lowest(amount: Amount) -> float:
    dear = amount.per and amount.currency in table("facts_money.toml")["shared"]["dear"]
    return _LOWEST_DEAR if dear else _LOWEST


def _is_given_besides(piece: Piece, money: Money, before: int) -> bool:
    """« un forfait de 9 600 000 FCFA pour l'ensemble »; « le logement, les repas et 900 dollars par mois »."""
    words, ahead = terms(), piece.folded[max(0, before) : money.start]
    if money.amount.currency and words.in_all.match(piece.folded, money.end) and not _other_than_lump(ahead):
        return True
    return _is_living(money.amount) and words.in_kind.search(ahead) is not None


def _other_than_lump(ahead: str) -> bool:
    nearest = list(terms().cue.finditer(ahead))[-1:]
    return any(not one.group().startswith("forfait") for one in nearest)


def _is_fee_limit(piece: Piece, money: Money, before: int) -> bool:
    """Whether an amount is what a consultant may ask for in all: « budget maximal : 60 000 DH TTC, frais compris ».

    The budget of a project has no taxes or fees named with it.
    """
    words = terms()
    if not money.amount.currency or words.project.search(piece.folded):
        return False
    at = last_start(words.ceiling, piece.folded, max(0, money.start - _FARTHEST), money.start)
    nearer = at >= 0 and before > at and _DIGIT.search(piece.folded[at : money.start]) is not None
    return at >= 0 and not nearer and words.of_fees.search(piece.folded, at) is not None


def _goes_on(text: str, paid: Money, money: Money) -> bool:
    """Whether an amount is that of another job: « 180 000 FCFA pour l'un, 350 000 FCFA pour l'autre »."""
    between = text[paid.end : money.start]
    alike = money.amount.currency and money.amount.currency == paid.amount.currency
    return bool(alike) and _OF_ANOTHER.fullmatch(between) is not None and _FOR.match(text, money.end) is not None


def _is_refunded(text: str, before: int, money: Money) -> bool:
    """Whether what is paid back is counted by the piece: « frais remboursés, 600 TND par lot », « … 2 DH/km »."""
    words = terms()
    refunded = last_start(words.refunded, text, before, money.start)
    if refunded < 0 or not words.counted.match(text, money.end):
        return False
    return not re.search(r"[.;!?]\s", text[refunded : money.start])


def _is_aside(text: str, before: int, money: Money) -> bool:
    """Whether an amount is for a friend whom one names, or for working at home: « parrainez et gagnez 500 € »."""
    words = terms()
    aside = last_start(words.aside, text, max(before, money.start - 2 * _ANNOUNCED), money.start)
    return aside >= 0 and not _is_living(money.amount) and not words.wage.search(text, aside, money.end + _ANNOUNCED)


def _around(piece: Piece, money: Money) -> str:
    return piece.folded[max(0, money.start - _FARTHEST) : money.end + _FARTHEST]


def _unit_end(piece: Piece, money: Money) -> int:
    found = terms().gross_word.match(piece.folded, money.end)
    return found.end() if found else money.end


# « Prime locale incluse, 420 USD par mois », "13th month included, …"
_INCLUDED = re.compile(r"[^,.;:]{0,25}(?<!\w)(?:inclus|compris|included)\w{0,2}(?: :|,)")


def _nearest(text: str, start: int, end: int) -> _Kind:
    kind: _Kind = ""
    for found in terms().cue.finditer(text, start, end):
        if kind == "other" and terms().gross.fullmatch(found.group()):
            continue  # « prime mensuelle brute de » is still a bonus
        if not found["pay"] and _INCLUDED.match(text, found.end(), end):
            continue
        kind = "pay" if found["pay"] else "expenses" if found["expenses"] else "other"
    return kind


def _of_label(piece: Piece, money: Money, before: int) -> _Kind:
    """That an amount is no pay, where the label on the line above it says so first: « Indemnité de zone »."""
    if piece.label is None or before > 0 or not money.amount.currency or not piece.raw[:1].isalnum():
        return ""
    label = piece.lead.rsplit("|", 1)[-1].strip()
    found = terms().cue.search(label) if label[:1].isalnum() else None
    if not found or found["pay"]:
        return ""
    return "expenses" if found["expenses"] else "other"


def _from_outside(piece: Piece, money: Money) -> _Kind:
    """What an amount is that no word before it names: by the word behind it, the label above it, or its size."""
    words = terms()
    if _is_gross(piece, money) or is_whole_line(piece.folded, money):
        return "pay"
    around, own = _around(piece, money), " ".join(_own_clause(piece.folded, money))
    if words.of_others.search(around):
        return ""
    if _is_living(money.amount) and not (words.other.search(own) or words.expenses.search(own)):
        return "pay"  # « 120 dirhams de l'heure, tickets de tram remboursés »
    if words.other.search(around) or words.expenses.search(around):
        return ""
    if words.pay_lead.search(piece.lead.rsplit("|", 2)[-1].strip() or piece.lead):
        return "pay"
    return "pay" if _is_alone(piece, money) or _is_living(money.amount) else ""


def _is_gross(piece: Piece, money: Money) -> bool:
    words = terms()
    after = words.gross_after.match(piece.folded, money.end)
    return after is not None or words.gross.search(piece.folded, money.start, money.end) is not None


def _own_clause(text: str, money: Money) -> tuple[str, str]:
    """What stands before and behind an amount up to the next commas, brackets and plus signs."""
    start = max((found.end() for found in _CUT.finditer(text, 0, money.start)), default=0)
    cut = _CUT_BEHIND.search(text, money.end)
    return text[start : money.start], text[money.end : cut.start() if cut else len(text)]


def _is_living(amount: Amount) -> bool:
    """Whether an amount with its currency and period is what people live on, and nothing else is named there."""
    least = {"month": 300, "year": 4_000, "hour": 8, "day": 60, "week": 80}.get(amount.per or "")
    dear = 2 if amount.currency in table("facts_money.toml")["shared"]["dear"] else 1
    return bool(least and amount.currency and (amount.min or amount.max or 0) * dear >= least)


def _is_alone(piece: Piece, money: Money) -> bool:
    """Whether a figure is pay for want of anything else that it could be."""
    value = money.amount.min or money.amount.max or 0
    least = _THOUSANDS[0] if money.thousands else _LOWEST_BARE
    if not (money.thousands or money.amount.currency) or not least <= value <= _THOUSANDS[1]:
        return False
    if not money.thousands:
        return terms().alone.search(piece.folded[money.end : money.end + _ANNOUNCED]) is not None
    title = piece.start <= piece.posting.title.start < piece.end
    return (
        title
        or terms().alone.search(_around(piece, money)) is not None
        or terms().pay_lead.search(piece.lead) is not None
    )


def _bare_is_pay(piece: Piece, money: Money, before: int) -> bool:
    words = terms()
    amount, written = money.amount, piece.folded[money.start : money.end]
    value = amount.min or amount.max or 0
    announced = words.label.search(piece.folded[max(before, money.start - _ANNOUNCED) : money.start]) is not None
    gross = words.gross_after.match(piece.folded, money.end) or words.gross.search(written)
    if not announced or _SCORE.search(written) or (words.no_unit.match(piece.folded, money.end) and not amount.per):
        return False
    if gross or re.search(r"/ ?h", written) or re.search(r"\d[.,]\d{2}(?!\d)", written):
        return True
    is_year = amount.min == amount.max and 1950 <= value <= 2050
    return value >= _LOWEST_BARE and (not is_year or written.count(" ") > 0)


def _with_period(piece: Piece, money: Money, before: int) -> Amount:
    """The amount with the period that the words before it give where none stands behind it."""
    if money.amount.per:
        return money.amount
    stops = (found.start() for found in _STOP.finditer(piece.folded, before, money.start))
    start = max([before, 0, *stops])
    lead = piece.lead.rsplit("|", 1)[-1] if not before else ""
    for text, periods in ((piece.folded[start : money.start], terms().period), (lead, terms().period_of_label)):
        for found in reversed(list(periods.finditer(text))):
            if found.lastgroup == "hour" and money.thousands:
                continue  # « 39-44 k€ (H/F) »
            return replace(money.amount, per=found.lastgroup)
    return money.amount


def _without_vaguer(found: Sequence[Fact]) -> list[Fact]:
    """The facts without an amount that another one repeats with its period or currency."""
    amounts = [(fact.field, fact.value) for fact in found if isinstance(fact.value, Amount)]
    return [
        fact for fact in found if isinstance(fact.value, Amount) and not _is_vaguer(fact.field, fact.value, amounts)
    ]


def _is_vaguer(field: str, amount: Amount, others: Sequence[tuple[str, Amount]]) -> bool:
    if amount.per and amount.currency:
        return False
    return any(
        field == other_field and other != amount and (amount.min, amount.max) == (other.min, other.max)
        and amount.per in (None, other.per) and amount.currency in (None, other.currency)
        for other_field, other in others
    )  # fmt: skip
