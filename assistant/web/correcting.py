"""A fact put right by hand: the small form for it, and the value that comes out of the form."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from assistant.answering.values import value_of, words
from assistant.domain import Amount, Fact, FactField, Modality, Years
from assistant.errors import UserError
from assistant.resources import table
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.markup import Html, element
from assistant.web.plain import bare
from assistant.web.wording import Wording

Deed = Literal["confirm", "correct", "deny", "withdraw"]
_CODED: dict[str, tuple[str, ...]] = {
    "contract": (
        "CDI", "CDD", "internship", "apprenticeship", "freelance", "volunteer", "temporary", "mission", "convention",
    ),
    "working_time": ("full_time", "part_time"),
}  # fmt: skip
_PERIODS = ("hour", "day", "week", "month", "year")


def can_be_put_right(fact: Fact) -> bool:
    """Whether there is a form for the field: for all but what is only made for one question."""
    return fact.field != "mention"


def form(fact: Fact, number: int, said: Wording) -> Html:
    """A form with the value as it is now, and what may be done with it."""
    deeds: list[tuple[Deed, str]] = [("confirm", "confirm"), ("correct", "correct"), ("deny", "deny")]
    if fact.is_own:
        deeds.append(("withdraw", "withdraw"))
    buttons = [element("button", said.facts[key], type="button", data_deed=deed) for deed, key in deeds]
    cancel = element("button", said.facts["cancel"], type="button", data_deed="")
    fields = element("div", *_inputs(fact, said), class_="fields")
    name = said.facts["form"].format(value=value_of(said.language, fact))
    return element(
        "form", fields, element("div", *buttons, cancel, class_="deeds"), data_fact=number, data_check=fact_check(fact),
        aria_label=name, class_="correcting",
    )  # fmt: skip


def put_right(backend: Backend, asked: Asked) -> None:
    """Do with a fact what the form says; UserError where the fact or the value is not to be had."""
    name, number = asked.text("posting"), asked.number("fact")
    facts = backend.facts(name)
    if number is None or not 0 <= number < len(facts) or asked.text("fact_check") != fact_check(facts[number]):
        raise UserError(asked.words.facts["gone"])
    fact = facts[number]
    deed = asked.text("deed")
    if deed == "confirm":
        backend.confirm(name, fact.field, fact.value)
    elif deed == "deny":
        backend.deny(name, fact.field, fact.value)
    elif deed == "withdraw":
        backend.withdraw(name, fact.field, fact.value)
    else:
        value = _value(fact.field, asked)
        backend.correct(name, fact.field, value, replaces=fact.value, modality=_modality(asked, fact))


def fact_check(fact: Fact) -> str:
    """Tells whether a number still stands for the same fact."""
    return f"{fact.field}:{fact.start}:{fact.end}"


def _inputs(fact: Fact, said: Wording) -> list[Html]:
    value = fact.value
    if isinstance(value, Years):
        return [_number("min", value.min, said), _number("max", value.max, said)]
    if isinstance(value, Amount):
        currency = element(
            "input", name="currency", value=value.currency or "", maxlength=3, aria_label=said.facts["currency"]
        )
        periods = {"": "–"} | {per: words(said.language, "per").get(per, per) for per in _PERIODS}
        per = _select("per", periods, value.per or "", said.facts["per"])
        return [_number("min", value.min, said), _number("max", value.max, said), currency, per]
    if fact.field == "deadline":
        return [element("input", type="date", name="value", value=value, aria_label=said.facts["value"])]
    return [_choice(fact.field, value, said), *([_weight(fact, said)] if fact.modality != "stated" else [])]


def _choice(field: FactField, value: str, said: Wording) -> Html:
    if field == "language":
        names = table("language_names.toml")["french" if said.language == "fr" else "english"]
        return _select("value", {code: bare(str(name)) for code, name in names.items()}, value, said.facts["value"])
    if field in _CODED:
        named = words(said.language, "value")
        return _select("value", {code: bare(named[code]) for code in _CODED[field]}, value, said.facts["value"])
    return element("input", name="value", value=value, maxlength=500, aria_label=said.facts["value"], dir="auto")


def _weight(fact: Fact, said: Wording) -> Html:
    return _select(
        "modality",
        {"required": said.card["required"], "asset": said.card["asset"]},
        fact.modality,
        said.facts["modality"],
    )


def _select(name: str, options: dict[str, str], chosen: str, named: str) -> Html:
    rows = [element("option", text, value=value, selected=value == chosen) for value, text in options.items()]
    return element("select", *rows, name=name, aria_label=named)


def _number(name: str, value: float | None, said: Wording) -> Html:
    written = "" if value is None else f"{value:g}"
    return element("input", type="number", name=name, min="0", step="any", value=written, aria_label=said.facts[name])


def _value(field: FactField, asked: Asked) -> str | Years | Amount:
    said = asked.words.facts
    if field in ("experience_years", "pay", "expenses"):
        low, high = (_float(asked.text(key), said["bad_number"]) for key in ("min", "max"))
        if low is None and high is None:
            raise UserError(said["empty"])
        if field == "experience_years":
            return Years(low, high)
        return Amount(low, high, asked.text("currency").strip().upper() or None, asked.text("per") or None)
    value = asked.text("value").strip()
    if not value:
        raise UserError(said["empty"])
    if field == "deadline":
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise UserError(said["bad_date"]) from error
    return value


def _float(written: str, otherwise: str) -> float | None:
    if not written.strip():
        return None
    try:
        return float(written.replace(",", "."))
    except ValueError as error:
        raise UserError(otherwise) from error


def _modality(asked: Asked, fact: Fact) -> Modality:
    return next((known for known in get_args(Modality) if known == asked.text("modality")), fact.modality)
