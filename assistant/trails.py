"""The lines of a website above a posting: where its page stands, and the bar of its menu.

« Accueil > Offres > Santé », "Jobs | Search | Sign in": no title. The words are in `data/identity.toml`.
"""

from __future__ import annotations

import re

from assistant.labels import has_own_job
from assistant.lines import Line
from assistant.resources import table
from assistant.text import fold

_LONGEST = 200  # characters of such a line
_FEW = 9  # words of a step that is a job
_LONG_BAR = 5  # parts of a bar of which half are known
_STEP = re.compile(r"\s{0,3}(?:>{1,2}|»|›|→|/|\||·|•|\\)\s{0,3}")
_SIDES = re.compile(rf"{_STEP.pattern}|\s[–—-]\s")
_ARROW = re.compile(r"[>»›→]")
_HERE = re.compile(r"\W*(?:vous [êe]tes ici|you are here)\s?:?\s*", re.IGNORECASE)
_BUTTON = re.compile(r"\[([^\[\]\n]{2,40})\]")
_BOARD = re.compile(r"[\w-]{3,30}\.[a-z]{2,4}|\w{0,20}(?:jobs?|jobsboard|jobboard|emplois?|careers?|carrieres?)\w{0,8}")
# "Salone Jobs Board", "NGO Jobs Poland", « Bourse de l'emploi »
_BOARD_NAME = re.compile(
    r"(?:[\w'-]+ ){0,3}(?:jobs? (?:board|portal|site)|bourse (?:de l'|d')emplois?)(?: \w+)?|ngo jobs(?: \w+){0,2}"
)
_POSTED = re.compile(
    r"(?:posted|published|publiee?|affichee?|mise? en ligne|listing|annonce(?= n| \d)|ad(?= (?:n|id|#|\d))"
    r"|(?:\w+ )?(?:edition|bulletin|newsletter))(?!\w)"
)
_DATED = re.compile(r"[|·•]\s{0,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\W*$")
_OFFERS = re.compile(
    r"(?:emplois?|jobs?|offres?|annonces?|vacancies|careers?)(?!\w)"
)  # « Emploi dans le non-marchand »
_AROUND = " *#>›»|·-–—[]()←→"


def below_trail(line: Line) -> Line | None:
    """The line, the job at the end of one that tells where a page stands, or None where it is only a website's."""
    if len(line.text) > _LONGEST or not (_STEP.search(line.text) or _BUTTON.match(line.text)):
        return line
    here = _HERE.match(line.text)
    start = here.end() if here else 0
    if (trail := _STEP.split(line.text[start:].strip(_AROUND))) and _is_trail(line.text, trail, led=here is not None):
        last = trail[-1].strip(_AROUND)
        at = line.text.rindex(last) if last else 0
        named = has_own_job(last) and len(last.split()) <= _FEW
        return Line(line.start + at, line.start + at + len(last), last) if named else None
    return None if _is_bar(line.text, trail) else line


def _is_trail(words: str, steps: list[str], *, led: bool) -> bool:
    """« Accueil > Offres > Santé »: it begins at home, or each step of it is one of a menu but the last two."""
    if led:
        return len(steps) > 1
    home = fold(steps[0].strip(_AROUND))
    arrows, second = _ARROW.search(words) is not None, fold(steps[1].strip(_AROUND)) in _menu() if steps[1:] else False
    begins = home in _menu() or _is_board(home) or (arrows and second)  # "AidBoard » Jobs » London"
    return len(steps) > 2 and begins and (arrows or second)


def _is_bar(words: str, parts: list[str]) -> bool:
    """ "Search | Sign in | Post a job", « [Postuler] [Partager] »: most of it are words of a menu."""
    buttons = _BUTTON.findall(words) if not _BUTTON.sub("", words).strip() else []
    each = [fold(part.strip(_AROUND)) for part in buttons or parts]
    known = sum(part in _menu() or part in table("identity.toml")["first_line"]["bar"] for part in each)
    return (len(each) > 1 and 2 * known > len(each)) or (len(each) >= _LONG_BAR and 2 * known >= len(each))


def is_of_board(words: str) -> bool:
    """Whether a line tells on which website, and when, a job was posted: "SomJobs | Hargeisa | Posted 29-Nov-2026"."""
    first, *rest = [fold(part.strip(_AROUND)) for part in _SIDES.split(words[:_LONGEST])]
    dated = bool(rest) and _DATED.search(words) is not None and _OFFERS.match(first) is not None
    return (_is_board(first) and any(_POSTED.match(part) for part in rest)) or dated


def _is_board(words: str) -> bool:
    """Whether words are the name of a website of jobs: "HuyeJobs.rw", « EmploiSolidaire.cm »."""
    return _BOARD.fullmatch(words) is not None or _BOARD_NAME.fullmatch(words) is not None


def _menu() -> list[str]:
    words: list[str] = table("identity.toml")["first_line"]["menu"]
    return words
