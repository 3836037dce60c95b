"""Whether a question asks for postings without the thing that it names: « lesquels ne font pas passer de test ? ».

A word of denial may stand beside what is wanted as well: "I have nowhere to live, who gives a room?". Two logistic
regressions tell, whose log odds are added: one over the words, those behind a denial marked as such, and one over the
vector of the second encoder; both know the kind of the thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.asking.weights import Floats, Weighing
from assistant.resources import table
from assistant.text import fold

DENIAL = "<no>"
_REACH = 4  # words behind a denial that it may be of
_TOKEN = re.compile(r"w/o(?:ut)?|[\w']+|[,;:.?!()–—]")


@dataclass(frozen=True, eq=False)
class Denial:
    """What was learnt: weights of the marked words, of the numbers of a vector, and for both of each kind's number."""

    weighing: Weighing
    words: Floats
    words_keys: Floats
    vectors: Floats
    vectors_keys: Floats

    def is_denied(self, marked: Sequence[str], kind: int, vector: Floats | None) -> bool:
        """Whether postings without a kind (its number) are asked for; `marked` is what `scoped` makes of a question."""
        if DENIAL not in marked:
            return False
        rows, values = self.weighing.of(pairs_of(marked))
        odds = float(values @ self.words[rows] + self.words_keys[kind])
        if vector is not None:
            odds += float(vector @ self.vectors + self.vectors_keys[kind])
        return odds > 0


def scoped(text: str) -> list[str]:
    """The folded words and signs of a question, denials as `DENIAL`, the words behind one up to a sign marked."""
    found: list[str] = []
    behind = 0
    denials = frozenset(table("kinds.toml")["denial"]["words"])
    for token in _TOKEN.findall(fold(text).replace("’", "'")):
        if token in denials or token.endswith("n't"):
            behind = _REACH
            found.append(DENIAL)
        elif not token[0].isalnum():
            behind = 0
            found.append(token)
        else:
            found.append(f"{token}_" if behind else token)
            behind = max(0, behind - 1)
    return found


def pairs_of(marked: Sequence[str]) -> Counter[str]:
    """The words of a question and every two that stand beside each other."""
    return Counter([*marked, *map(" ".join, pairwise(marked))])
