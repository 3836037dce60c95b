"""Many sessions at once on one page, each with words that no other may ever be shown."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import islice

import httpx

from tests.benchmarks.core import questions
from tests.page_client import PageError, Tab, Visits, visiting

SCRIPTS = 5  # sessions of one script ask the same, and must be told the same
CANARY = re.compile(r"canari[0-9]{4}x")
_FOLLOW = ("Et à Agadir ?", "Which of those are still open?", "Compare les deux premiers.", "Et le salaire ?")
_PRIVATE = ("Which jobs ask for {canary}?", "Que dit l'offre d'Oujda sur {canary} ?")
_FIT = "Which postings fit my CV?"
_EVERY = 5  # turns after which a session speaks of its own word, and drafts a letter from its own CV


@dataclass
class Outcome:
    """Seconds of each turn, and what went wrong, in words."""

    seconds: list[float] = field(default_factory=list)
    letters: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    answers: dict[int, list[str]] = field(default_factory=dict)  # by session, those about its own word left out


def canary_of(session: int) -> str:
    """The word of a session."""
    return f"canari{session:04}x"


def script(session: int, turns: int) -> list[str]:
    """What a session asks; `{canary}` stands for its own word."""
    kind = session % SCRIPTS
    plain = islice(iter(questions()), kind * 20, None)
    asked = []
    for turn in range(turns):
        if turn % _EVERY == 1:
            asked.append(_PRIVATE[(kind + turn) % len(_PRIVATE)])
        elif turn % _EVERY == 3:
            asked.append(_FOLLOW[(kind + turn) % len(_FOLLOW)])
        else:
            asked.append(next(plain))
    return asked


async def drive(address: str, sessions: int, turns: int) -> Outcome:
    """`sessions` at once, each asking `turns` questions one after the other without a pause."""
    outcome = Outcome()
    async with visiting(address) as visits:
        await asyncio.gather(*(_session(visits, number, turns, outcome) for number in range(sessions)))
    _compare(outcome, sessions)
    return outcome


async def _session(visits: Visits, number: int, turns: int, outcome: Outcome) -> None:
    canary = canary_of(number)
    asked = [question.format(canary=canary) for question in script(number, turns)]
    try:
        async with visits.open_tab("fr" if number % 2 else "en") as tab:
            outcome.answers[number] = []
            for turn, question in enumerate(asked):
                began = time.perf_counter()
                shown = await tab.ask(question)
                outcome.seconds.append(time.perf_counter() - began)
                wrong = _wrong(shown, asked[: turn + 1])
                outcome.faults += [f"session {number}, turn {turn}: {fault}" for fault in wrong]
                outcome.faults += _strangers(shown, canary, number)
                # What is found for its own word is found by the vector of that very word, and so differs.
                outcome.answers[number].append("" if canary in question else _last_answer(shown))
                if turn % _EVERY == 1:
                    await _letter(tab, number, canary, outcome)
    except (PageError, httpx.HTTPError) as error:
        outcome.faults.append(f"session {number}: {type(error).__name__} {error}")


async def _letter(tab: Tab, number: int, canary: str, outcome: Outcome) -> None:
    name = (await tab.call("postings"))["rows"][0]["n"]
    cv = f"Awa {canary}\nCoordinatrice chez {canary}, 2019 - 2023\nAnglais courant\nPermis B\n"
    began = time.perf_counter()
    html = (await tab.call("letter", posting=name, cv=cv))["html"]
    outcome.letters.append(time.perf_counter() - began)
    outcome.faults += _strangers(html, canary, number)
    if canary not in html:
        outcome.faults.append(f"session {number}: its CV is not in its letter")
    shown = await tab.ask(_FIT, cv)
    outcome.faults += _strangers(shown, canary, number)
    if canary not in shown or any(one["question"] == _FIT for one in _kept(shown)):
        outcome.faults.append(f"session {number}: its CV is not in the ranking, or is kept with it")


def _strangers(html: str, canary: str, number: int) -> list[str]:
    others = sorted(set(CANARY.findall(html)) - {canary})
    return [f"session {number} was shown the word of another: {', '.join(others)}"] if others else []


def _wrong(html: str, asked: Sequence[str]) -> list[str]:
    kept = _kept(html)
    questions_shown = [exchange["question"] for exchange in kept]
    faults = [] if questions_shown == list(asked) else [f"{len(asked)} were asked, {questions_shown[-2:]} end the page"]
    return faults + [exchange["failure"] for exchange in kept[-1:] if exchange["failure"] or not exchange["answer"]]


def _last_answer(html: str) -> str:
    kept = _kept(html)
    return json.dumps(kept[-1]["answer"], ensure_ascii=False) if kept else ""


class _Articles(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.kept: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.kept.append(dict(attrs).get("data-kept") or "null")


def _kept(html: str) -> list[dict[str, str]]:
    return [kept for kept in map(json.loads, _Articles(html).kept) if kept]


def _compare(outcome: Outcome, sessions: int) -> None:
    for number in range(SCRIPTS, sessions):
        first, own = outcome.answers.get(number % SCRIPTS), outcome.answers.get(number)
        if first is not None and own is not None and first != own:
            differing = (turn for turn, (a, b) in enumerate(zip(first, own, strict=False)) if a != b)
            turn = next(differing, min(len(first), len(own)))
            alike = f"sessions {number % SCRIPTS} and {number}"
            outcome.faults.append(f"{alike} were told different things at turn {turn}")
