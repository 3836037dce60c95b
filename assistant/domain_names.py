"""Names that letters spell: the domain of an e-mail address (care-maroc.org → « CARE Maroc »), or initials in use."""

from __future__ import annotations

import re
from collections import Counter

from assistant.domain import Span
from assistant.labels import NAME, NOT_STATED, first, has_job, one_of
from assistant.text import fold

_EMAIL_DOMAIN = re.compile(r"(?<![\w.+-])[\w.+-]++@([\w-]+)(?:\.[\w-]+)+")


_USED = re.compile(
    r"(?<!\w)(?:[Aa]u|[Dd]u|[Ll]e|[Cc]hez|[Aa]t|[Tt]he|of)\s([A-Z]{3,6})(?![\w-])"
)  # initials where names stand
_OFTEN = 2  # times
_MOST = 8  # domains that are looked for
_FAR = 6000  # characters in which the name stands


def spelt_by_domain(text: str) -> Span:
    """The capitalised words of the text that an e-mail address spells in its domain: care-maroc.org → CARE Maroc."""
    labels = list(dict.fromkeys(_letters(domain) for domain in _EMAIL_DOMAIN.findall(text)))[:_MOST]
    spelled: dict[str, Span] = {}
    for name in re.finditer(NAME, text) if labels else ():
        for end in [*(m.start() for m in re.finditer(r"[ -]", name.group())), len(name.group())]:
            spelled.setdefault(_letters(name.group()[:end]), Span(name.start(), name.start() + end))
    found = next((spelled[label] for label in labels if len(label) > 3 and label in spelled), NOT_STATED)
    return found if found != NOT_STATED else first(_spelt_apart(text, label) for label in labels)


def _spelt_apart(text: str, label: str) -> Span:
    """The words that are the letters of a domain, small ones among them: ardwnas.coop → « Ard w Nas »."""
    if not 6 <= len(label) <= 30:
        return NOT_STATED
    letters = r"[\s'’&.-]{0,2}".join(_loose(letter) for letter in label)
    found = re.search(rf"(?<![\w@./-]){letters}(?![\w@]|\.\w|-\w)", text[:_FAR], re.IGNORECASE)
    named = found is not None and found.group()[0].isupper() and not has_job(found.group())
    return Span(*found.span()) if found and named else NOT_STATED


def _loose(letter: str) -> str:
    return one_of([letter])


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", fold(words))


def spelt_by_initials(text: str, letters: str) -> Span | None:
    """The name of capital words whose initials are the letters: « Canadian Digital Service » for « CDS »."""
    words = r"\s(?:(?:of|for|and|the|de|du|des|pour|et|la|le|les)\s){0,2}".join(
        rf"{re.escape(letter)}[^\W\d_]{{2,20}}" for letter in letters
    )
    found = re.search(rf"(?<![\w-]){words}(?![\w-])", text) if letters.isalpha() else None
    return Span(*found.span()) if found else None


def spelt_by_use(text: str) -> Span | None:
    """The name behind an article of which a text uses the initials: « le Service numérique canadien », « au SNC »."""
    used = Counter(_USED.findall(text))
    for letters, times in used.most_common():
        if times < _OFTEN:
            return None
        first, *others = letters
        words = rf"{first}[^\W\d_]{{2,20}}" + "".join(
            rf"\s(?:(?:of|for|and|the|de|du|des|pour|et|la|le|les)\s){{0,2}}(?:{letter}|{letter.lower()})[^\W\d_]{{2,20}}"
            for letter in others
        )
        if found := re.search(rf"(?<!\w)(?:[Ll]e|[Ll]a|[Aa]u|[Dd]u|[Tt]he|de la|à la)\s({words})(?![\w-])", text):
            return Span(*found.span(1))
    return None
