"""Days that go by the name of a feast: « avant Noël » is before 25 December."""

from __future__ import annotations

import re
from functools import cache

from assistant.domain import Language
from assistant.facts.folded import alternatives, folded
from assistant.resources import table


def with_days_of_feasts(text: str, language: Language) -> str:
    """`text` with the day and the month of the feasts that a word of time leads to: « jusqu'au 25 décembre »."""
    days: dict[str, str] = table("asking.toml")["feasts"]["days"]
    months: list[str] = table("wording.toml")[language]["months"]["names"]
    for found in reversed([*_feasts().finditer(folded(text))]):
        month, day = map(int, days[" ".join(found["feast"].split())].split("-"))
        led = text[found.start() : found.end("led")]
        until = language == "fr" and found["led"].endswith(("'a", " a"))
        led = f"{led[:-1]}au" if until else f"{led} le" if language == "fr" else led
        text = f"{text[: found.start()]}{led} {day} {months[month - 1]}{text[found.end() :]}"
    return text


@cache
def _feasts() -> re.Pattern[str]:
    feasts = table("asking.toml")["feasts"]
    return re.compile(
        rf"(?P<led>{alternatives(feasts['led'])}) (?:(?:the|le|la|les) |l')?(?P<feast>{alternatives(feasts['days'])})"
    )
