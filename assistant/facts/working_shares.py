"""The ways to say a share of full time. The words are in `data/facts_contract.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.facts.folded import one_of


def shares_of_full_time(time: Mapping[str, Sequence[str]], days: str) -> tuple[re.Pattern[str], ...]:
    """The ways to say a share of full time without a word of its own."""
    share = r"(?<![\d.,])(?:(?P<low>\d{2,3})\s?%?\s?(?:-|a|to)\s?)?(?P<high>\d{2,3})\s?%"
    that_is = rf"[\s,(]{{1,3}}(?:(?:{one_of(time['that_is'])})[\s,:]{{0,2}})?"
    return (
        re.compile(rf"^\W{{0,4}}(?:{one_of(time['share_labels'])})\s?:\s?{share}(?!\s(?:de|du|of|d')\b)"),
        re.compile(rf"{share}[\s-](?:{one_of(time['share_of'])})(?!\w)"),
        re.compile(
            rf"(?<!\w)(?:{one_of(time['share_nouns'])})[\s,(–-]{{1,3}}(?:a\s|at\s)?{share}(?!\s(?:de|du|of|d'|en)\b)"
        ),
        re.compile(rf"{share}\s?[,(–-]{{1,2}}\s?(?:{one_of(time['share_before'])})(?!\w)"),  # « 60 - 80 %, contrat … »
        re.compile(rf"{share}{that_is}{days}"),
        re.compile(rf"(?<!\w){days}{that_is}{share}"),
    )
