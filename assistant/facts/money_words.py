"""The expressions for the words about amounts of money; their lists are in `data/facts_money.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assistant.facts.folded import alternatives, pattern
from assistant.resources import table

_TIMES = ("horaire", "horaires")  # as a label these are of the hours of work: « Horaires – rémunération : »
_PERIODS = ("hour", "day", "week", "month", "year")


@dataclass(frozen=True)
class Words:
    """Expressions over folded text, one a list of the table."""

    cue: re.Pattern[str]
    other: re.Pattern[str]
    expenses: re.Pattern[str]
    refunded: re.Pattern[str]
    counted: re.Pattern[str]
    pay_lead: re.Pattern[str]
    gross: re.Pattern[str]
    gross_word: re.Pattern[str]
    gross_after: re.Pattern[str]
    other_after: re.Pattern[str]
    expenses_after: re.Pattern[str]
    label: re.Pattern[str]
    alone: re.Pattern[str]
    period: re.Pattern[str]
    period_of_label: re.Pattern[str]
    paid_others: re.Pattern[str]
    no_unit: re.Pattern[str]
    ceiling: re.Pattern[str]
    of_fees: re.Pattern[str]
    project: re.Pattern[str]
    of_others: re.Pattern[str]
    aside: re.Pattern[str]
    wage: re.Pattern[str]
    in_all: re.Pattern[str]  # « forfait de … pour l'ensemble »
    in_kind: re.Pattern[str]  # « le logement, les repas et … »


@cache
def words() -> Words:
    """The expressions, made once."""
    data = table("facts_money.toml")
    kind, per = data["kind"], data["per"]
    opening = "|".join(kind["pay_opening"])
    pay = rf"(?:{alternatives(kind['pay'])}|(?:^|[:;] {{0,2}})(?:{opening}))"
    expenses = alternatives(kind["expenses"])
    conditions = r"(?<!hors )(?<!hors ses )(?<!selon )(?<!selon votre )(?<!et votre )(?<!selon l[ea] )"
    other = rf"{conditions}{alternatives(kind['other'])}(?! compris| inclus| journalier| selon | en fonction)"
    gross = alternatives(kind["gross"], after_digits=True)
    limits = data["range"]["least"] + data["range"]["most"]
    filler = alternatives(per["between"] + per["before_month"] + per["before_year"] + limits + kind["announcing"])
    period = "|".join(rf"(?P<{name}>{alternatives(per['before_' + name])})" for name in _PERIODS)
    return Words(
        cue=re.compile(rf"(?P<expenses>{expenses})|(?P<other>{other})|(?P<pay>{pay})"),
        other=re.compile(other),
        expenses=re.compile(expenses),
        refunded=pattern(kind["refunded"]),
        counted=re.compile(
            r" {0,2}(?:/ ?|par |per |le |la |du |an? |each |every |chaque )"
            rf"(?!(?:{'|'.join(per['times'])})(?!\w))(?P<unit>[a-z]\w*)"
        ),
        pay_lead=pattern(kind["pay_lead"]),
        gross=re.compile(gross),
        gross_word=re.compile(rf"[ ,(]{{0,3}}{gross}"),
        gross_after=re.compile(rf"[ ,(/]{{0,4}}(?:de )?(?:{gross}|salaire|remuneration|gratification)(?!\w)"),
        expenses_after=_expenses_after(kind),
        other_after=_other_after(kind, per),
        label=re.compile(rf"{pay}(?:[ :=(-]{{0,3}}{filler})*[ :=(-]{{0,5}}$"),
        alone=pattern(kind["alone"]),
        period=re.compile(period),
        period_of_label=re.compile("|".join(rf"(?P<{n}>{alternatives(_of_label(per, n))})" for n in _PERIODS)),
        paid_others=re.compile(
            rf"{alternatives(kind['of_others'])} (?:[^.,;:!?]{{1,30}} )?"
            rf"{alternatives(kind['receiving'])}[^.;:!?]{{0,60}}$"
            rf"|{alternatives(kind['by_oneself'])} (?:(?:about|up to|only|just|a|de|environ|pour|a hauteur de) )*$"
        ),
        ceiling=pattern(kind["ceiling"]),
        of_fees=pattern(kind["of_fees"]),
        project=pattern(kind["of_project"]),
        of_others=pattern(kind["of_others"]),
        aside=pattern(kind["aside"]),
        wage=pattern(kind["wage"]),
        in_all=re.compile(rf" {{1,3}}{alternatives(kind['whole'])}"),
        in_kind=re.compile(
            rf"{alternatives(kind['in_kind'])},?(?: (?:et|and|plus)| \+| ?&) (?:(?:de|about|environ|un salaire de) )?$"
        ),
        no_unit=re.compile(rf" {{0,2}}{alternatives(data['range']['no_unit_after'], after_digits=True)}"),
    )


def _expenses_after(kind: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Not « 520 TND par jour, perdiem de 130 TND », « …, perdiem non compris »."""
    return re.compile(
        rf"[ ,]{{0,3}}{alternatives(kind['expenses_after'])}(?! {{0,2}}(?:(?:de|of|a|at|:) {{0,2}})?\d)"
        rf"(?! {{1,2}}(?:(?:est|sont|is|are|be) )?{alternatives(kind['apart'])})"
    )


def _other_after(kind: Mapping[str, list[str]], per: Mapping[str, list[str]]) -> re.Pattern[str]:
    return re.compile(
        rf"[ ,(]{{0,3}}{alternatives(kind['other_after'], after_digits=True)}"
        rf"| {{0,2}}par (?!(?:{'|'.join(per['times'] + kind['piece_of_work'])})(?!\w))[a-z]"
    )


def _of_label(per: Mapping[str, list[str]], period: str) -> list[str]:
    """The words by which a label names a period, without those of the hours of work."""
    return [*per[f"before_{period}"], *(word for word in per[period] if word not in _TIMES)]
