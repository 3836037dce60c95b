"""The first lines of a posting, among which a title stands if there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.domain import Span
from assistant.flow import unquoted
from assistant.labelled import is_label
from assistant.lines import Line, lines_of
from assistant.resources import table
from assistant.text import fold
from assistant.trails import below_trail

MAIL_HEAD = re.compile(r"\W*(?:from|de|sent|envoy[ée]|date|to|[àa]|subject|objet|sujet)\s*:", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"\W{0,3}-{3,30} ?(?:forwarded message|message transf\w+|original message|message d'origine) ?-{3,30}", re.I
)
_LINES = 14
_FAR = 4000  # characters
_AROUND = " *#>›»|·-–—[]()←→"
_NOTICE = re.compile(r"\W{0,2}(?:\*{3}|!{2}|⚠)")
# Not « aide maçon          (H/F) »
_WIDE = re.compile(r"(?:[ \u00a0]{0,3}\t\s{0,80}+|\s{4,80}+)(?!\(?[hfm]\s?/\s?[hfmdwx]\b)", re.IGNORECASE)
_HEAD = 4  # lines among which a date still heads a letter
_DATED = re.compile(r"\W*[^\W\d][^,\n]{1,30}, (?:le |on )?\d{1,2}\w{0,2}\s\w+\s\d{4}\W*")
_CLOSING = re.compile(
    r"\W*(?:warmly|(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|sincerely|yours(?: \w+)?|with thanks"
    r"|(?:bien )?cordialement|bien (?:à vous|à toi|amicalement)|amicalement|solidairement|fraternellement"
    r"|(?:recevez|veuillez|je vous prie|nous vous prions)[^.\n]{0,80}salutations(?: \w+)?"
    r"|(?:meilleures )?salutations)\W*",
    re.IGNORECASE,
)
_OFFICE = re.compile(  # « Le Maire, P.O. le Secrétaire général », "The Director"
    r"\W*(?:Le|La|The)\s(?:Président|Maire|Direct|Secr[ée]ta|Coord|Responsable|Chef|Préfet|Ministre|Proviseur|Recteur|Trésor|Gérant"
    r"|President|Mayor|Chair|Manager|Head|Principal)\w*(?:\s(?:[A-ZÀ-Þ]\w+|(?:génér|région|département|nation|provinci|commun)ale?|exécuti(?:f|ve)|adjointe?)){0,2}(?:,?\s{1,3}P\.\s?[OI]\b.{0,60})?\W*"
)
_WORD = re.compile(r"[^\W\d_]+")


def opening_of(text: str, furniture: Sequence[Span]) -> list[Line]:
    """The first lines of a text, page headers apart; what stands far apart on one line is lines of its own."""
    apart = {span.start for span in furniture}
    lines = [line for line in lines_of(unquoted(text[:_FAR])) if line.start not in apart]
    lines = [below for line in lines[_menu(lines) :] if (below := below_trail(line)) is not None]
    kept = _without_notices(text, lines)[:_LINES]
    return [part for line in kept for part in _parts(line)]


def below_mail_head(opening: Sequence[Line]) -> Sequence[Line]:
    """The lines without those of the head of a message that they begin with, and without what passes it on above."""
    head = [bool(MAIL_HEAD.match(line.text) or _PASSED_ON.match(line.text)) for line in opening]
    passed = next((n for n, line in enumerate(opening[:_HEAD]) if _PASSED_ON.match(line.text)), 0)
    return opening[next((n for n in range(passed, len(head)) if not head[n]), 0) :]


def above_signature(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the one that closes a letter, « Bien à vous, », or dates it at its end."""
    ends = (n for n, line in enumerate(lines) if n and _ends_letter(n, line))
    return lines[: next(ends, len(lines))]


def _ends_letter(number: int, line: Line) -> bool:
    """Whether a line closes a letter, dates it at its end, or names the office of whoever signs it."""
    dated = number > _HEAD and _DATED.fullmatch(line.text)
    return bool(_CLOSING.fullmatch(line.text) or dated or (number > 1 and _OFFICE.fullmatch(line.text)))


def _parts(line: Line) -> Iterator[Line]:
    """« X ALLIANCE          NOTICE          no. 12 » as three lines; a label and its value stay together."""
    start = 0
    for gap in [*_WIDE.finditer(line.text), None] if not _is_labelled(line.text) else [None]:
        words = line.text[start : gap.start() if gap else len(line.text)]
        if words.strip():
            yield Line(line.start + start, line.start + start + len(words), words)
        start = gap.end() if gap else start


def _is_labelled(words: str) -> bool:
    first = _WIDE.split(words)[0]
    known = any(is_label(first, what) for what in table("identity.toml")["labels"])
    return "|" in words or first.endswith(":") or known


def _menu(lines: Sequence[Line]) -> int:
    """How many lines at the top are those of a website's menu; a single one is no menu."""
    words = table("identity.toml")["first_line"]["menu"]
    count = next((n for n, line in enumerate(lines) if fold(line.text.strip(_AROUND)) not in words), 0)
    return count if count > 1 else 0


def _without_notices(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without a paragraph in stars or exclamation marks that puts off a date."""
    kept: list[Line] = []
    within = False
    for number, line in enumerate(lines[: 2 * _LINES]):
        if number and "\n\n" in text[lines[number - 1].end : line.start].replace(" ", ""):
            within = False
        within |= bool(_NOTICE.match(line.text)) and not _notices().isdisjoint(_WORD.findall(fold(line.text)))
        if not within:
            kept.append(line)
    return kept or list(lines)


@cache
def _notices() -> frozenset[str]:
    return frozenset(table("identity.toml")["first_line"]["notices"])
