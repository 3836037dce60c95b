"""What the shape of a line tells of whether it may be a title. The words are in `data/identity.toml`."""

from __future__ import annotations

import re

from assistant.lines import Line
from assistant.resources import table
from assistant.seekers import seeks
from assistant.sought import says_sought
from assistant.text import fold

LONGEST_TITLE = 180  # characters
_ADDRESS = re.compile(
    r"\W*(?:b\.?p\.?\s\d|p\.?\s?o\.?\sbox|t[ée]l\.?\s?:|t[ée]l[ée]phone|adresse|address|e-?mail|fax|www\.)", re.I
)
_POSTED = re.compile(  # « Publié le 23/11/2026 », "Posted in the group"
    r"\W*(?:publi[ée]e?s?|post[ée]e?|posted|published|mise? (?:en ligne|à jour)|affich[ée]e?|updated|partag[ée]e?"
    r"|shared)"
    r"\s(?:le|on|in|dans|il y a|sur|par|by|ago|\d)",
    re.IGNORECASE,
)
_PAGED = re.compile(
    r"\W*(?:(?:scanned copy|page|copie|scan)\W{1,3})?\d{1,3} (?:of|sur|de|/) \d{1,3}(?!\w)", re.IGNORECASE
)
_BOXED = re.compile(r"(?<!\w)(?:b\.?p\.?\s\d|p\.?\s?o\.?\sbox\s\d)", re.IGNORECASE)
_DATELINE = re.compile(  # « Lyon, le 19 novembre », « Alger, 18.11.2026 »
    r"\W*[^\W\d][^,\n]{1,30}, "
    r"(?:le \d{1,2}\w{0,2}\s\w+|(?:le |on )?\d{1,2}(?:\w{0,2}\s\w+\s|[./]\d{1,2}[./])\d{4})(?:\s\d{4})?\W*$"
)
CODE = re.compile(  # « réf. TM/TDR/05 », « Appel AO-CPM-118 »
    r"\W*(?:(?:r[ée]f\S*|appel|avis|annonce|offre|consultation|call|notice|tender|advert)\s)?(?:n[°º]\s?)?"
    r"(?=\S*\d)[A-Z\d/._-]+\W*$",
    re.IGNORECASE,
)


def is_title_line(line: Line) -> bool:
    """Whether a line is short, no sentence, label, address, code or dateline, and more than an announcement."""
    words = line.text.strip(" *#")
    aside = words[:1] + words[-1:] in ("()", "[]")
    sentences = aside or words.endswith((":", ";", ",", "?")) or re.search(r"(?<!\.)\.\s(?!\(?[HF]/[HF])", words)
    if len(words) > LONGEST_TITLE or line.bullet or sentences:
        return False
    if (
        _ADDRESS.match(words)
        or _PAGED.match(words)
        or _BOXED.search(words)
        or _POSTED.match(words)
        or CODE.match(words)
    ):
        return False
    never = (
        is_never(words)
        or fold(words) in table("identity.toml")["jobs"]["lead"]
        or fold(words).startswith(tuple(table("identity.toml")["first_line"]["opening"]))
    )
    label = re.match(r"[^:\n]{3,40}?\s:\s", words)
    said = seeks().search(words) or (words.endswith(".") and says_sought(words))
    return any(c.isalpha() for c in words) and not never and not label and not said and not _DATELINE.match(words)


def is_never(words: str) -> bool:
    """Whether a line is nothing but words that name no job: « Service civique », « INTÉRIM – URGENT »."""
    parts = (re.sub(r"^\W+|\W+$", "", part) for part in re.split(r"\s[–—-]\s", fold(words)))
    return all(part in table("identity.toml")["first_line"]["never"] for part in parts)


def is_alone(text: str, line: Line) -> bool:
    """Whether a short line has blank ones around it."""
    above, below = text[: line.start].rstrip(" *#_"), text[line.end :].lstrip(" *_")
    return above.endswith("\n\n") and below.startswith("\n\n") and len(line.text) <= LONGEST_TITLE // 2
