"""When the work starts and how long it lasts, as written. The words are in `data/facts_schedule.toml`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from assistant.domain import Fact, Posting, Span
from assistant.facts import deadline
from assistant.facts.cells import label_at
from assistant.facts.dates import dates_in
from assistant.facts.durations import durations, is_of_project
from assistant.facts.folded import alternatives, folded, one_of, pattern
from assistant.facts.last_days import until
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.facts.times import left_open, times
from assistant.resources import table

_CONTEXT = 60  # characters before a time in which it can be said what begins
_BESIDE = 20  # characters between a label and its day in which it can be said that nothing begins
_FARTHEST = 45  # characters between the words that announce a start and the start
_CUES = 5  # announcing words before a date that are tried, the nearest
_RANGE = re.compile(
    r",? {0,2}(?:(?<= )(?:(?:et |and )?(?:jusqu'au?|jusqu'a la|until|till|through(?: to)?)|au|a|et|to|and)(?= )|-|/)"
    r" {0,12}(?:(?:about|around|environ|approximately|vers) )?(?:la |le |the )?(?:(?:fin|end|middle)(?: of| de)? )?"
)
_FROM = re.compile(r"(?<!\w)(?:du|de|d'|des|from|entre|between|over|a partir du) {0,2}(?:(?:le|the) {1,2})?$")
_MARKED = re.compile(
    r" {0,2}\((?:start|starting date|start date|debut|demarrage)\)"
)  # "between 4 January (start) and …"
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|\d\d[/.]\d\d[/.]\d\d)(?!\d)")
_HOPED = r"(?:souhaitee?|prevue?|envisagee?|estimee?|ideale?|possible|expected|planned|desired|preferred|proposed)"
_RANGE_TO_YEAR = re.compile(
    rf"{_RANGE.pattern}(?:\d{{1,2}}(?:er)? |fin |mi-|debut )?[^\W\d]{{3,10}} (?:\d{{1,2}}, )?20\d\d(?!\d)"
)
_CUT = re.compile(r"(?<!\.)[.;!?]\s")  # not the dots of « Starting ..... 1 March »
_BELOW_TITLE = 120  # characters between a title and the dates below it
_PLACE = 5  # words of a place before them
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r" (?:a|vers|at) \d{1,2} ?(?:h|:)")  # « début au plus tôt à 19h »
_LONG_AGO = re.compile(r"(?<!\d)19\d\d(?!\d)")  # « CCNT du 15 mars 1966 »
# Behind it: "From 1 February 2027 or sooner."
_OR_SOONER = re.compile(
    r",? (?:or|ou) (?:sooner|earlier|before|avant|plus tot|des que possible|as soon as possible)(?!\w)"
)

# All of a line before its day: « À partir de … », "From …".
_LED = re.compile(
    r"\W{0,4}(?:a (?:partir|compter) d[eu']|d[ue]s?|from|as (?:of|from)|starting)\s?"
    r"(?:(?:le|l'|the|mi-|debut|early)\s?)?"
)
_BEGINS = re.compile(
    r"\W{0,4}(?:commence(?:ra)?|debute(?:ra)?|demarre(?:ra)?|(?:it |this )?(?:starts|begins|will (?:start|begin)))\s"
    r"(?:(?:le|en|au|on|in|the|des)\s){0,2}"
)


def facts(posting: Posting) -> list[Fact]:
    """The `start` and `duration` of the work, as written; those of a project are none.

    Where no length of time is stated, the two days between which the work lies are its duration, or else its last day.
    """
    due = deadline.facts(posting)
    starts: list[Fact] = []
    lengths: list[Fact] = []
    ranges: list[Fact] = []
    ends: list[Fact] = []
    for before, piece in pairwise([None, *pieces(posting)]):
        asked = before is not None and before.raw.endswith("?") and _words().asked.search(before.folded) is not None
        if piece is None:
            continue
        began = [at for at in _starts(piece, asked) if not is_of_project(piece, at.start)]
        starts += [_fact(piece, at, start=True) for at in began if not _is_due(piece, at, due)]
        if not piece.of_other_jobs:
            lengths += [_fact(piece, at, start=False) for at in durations(piece)]
            ranges += [_fact(piece, at, start=False) for _, at in _ranges(piece)]
            ends += [_fact(piece, at, start=False) for at in until(piece, before) if not _is_due(piece, at, due)]
    return distinct([*starts, *(lengths or ranges or ends)])


def _is_due(piece: Piece, at: Span, due: Sequence[Fact]) -> bool:
    """Whether a day is the deadline: what is to be sent by it begins nothing."""
    words, language = piece.folded[at.start : at.end], piece.posting.language
    here = (one for one in due if one.start < piece.start + at.end and piece.start + at.start < one.end)
    # The year of a deadline may have been told elsewhere.
    written = [(one.value, day.iso) for one in here for day in dates_in(f"{words} {str(one.value)[:4]}", language)]
    return any(value in (iso, piece.words(at)) for value, iso in written)


def _fact(piece: Piece, at: Span, *, start: bool) -> Fact:
    alone = len(piece.folded) <= 40 and piece.label is not None and not _words().any_cue.search(piece.folded)
    value = piece.words(at).strip(" .,;:")
    value = value if value.count("(") == value.count(")") else value.split("(")[0].rstrip()
    return piece.quoted("start" if start else "duration", value, piece.clause(at), labelled=alone)


def _starts(piece: Piece, asked: bool) -> Iterator[Span]:
    """The dates or « dès que possible » behind the words that announce a start; a date wins within a sentence."""
    words, text = _words(), piece.folded
    about = words.job.search(text) or words.length.search(text) or words.sought.search(text) or _is_to_reader(piece)
    announcing = [words.start, *([words.weak_start, words.term_cue] if about else [])]
    cues = sorted(found.span() for one in announcing for found in one.finditer(text) if _is_of_work(text, found))
    if asked or words.start.search(piece.lead.rsplit("|", 1)[-1]):
        cues.insert(0, (0, 0))
    now = [Span(*found.span()) for found in words.now.finditer(text) if not _HOUR.match(text, found.end())]
    found = [at for at in times(piece) if not words.begun.match(text, at.end)]
    if marked := next((at for at in found if _MARKED.match(text, at.end)), None):
        yield marked
        return
    for at in (*found, *now):
        near = bisect_right(cues, (at.start, len(text)))
        if _LONG_AGO.search(text[at.start : at.end]):
            continue
        if any(_reaches(text, cue, at.start) for cue in cues[max(0, near - _CUES) : near]):
            yield _with_year(text, at)
            return
    ranges = [first for first, _ in _ranges(piece)]
    beside = (_with_year(text, at) for at in (*found, *now) if _is_beside(piece, at))
    yield from ranges or islice(beside, 1)


def _is_to_reader(piece: Piece) -> bool:
    """Whether a time has what the reader will do behind it: « À partir de mai, vous rejoindrez l'équipe »."""
    return any(_words().to_reader.match(piece.folded, at.end) for at in times(piece))


def _is_beside(piece: Piece, at: Span) -> bool:
    """Whether a time has its label, the search for somebody, or « start » beside it: "we need a cook in May"."""
    words, text = _words(), piece.folded
    label = label_at(piece, at.start)
    ranged = words.range_label.fullmatch(label) and len(dates_in(text[at.start : at.end], piece.posting.language)) > 1
    if ranged or (label and words.label.fullmatch(label) and piece.section.kind != "application"):
        near = text[max(0, at.start - _BESIDE) : at.start]  # « Disponibilité : réponse sous … »
        return not words.not_start.search(near)
    if piece.section.kind != "application" and _LED.fullmatch(text[: at.start]) and _ends(text[at.end :]):
        return True  # « À partir de juillet 2027 », alone on its line
    if piece.section.kind != "application" and _BEGINS.fullmatch(text[: at.start]):
        return True  # « Commence le lundi 4 janvier, pour un an »
    held = words.ranged.search(text[: at.start]) or words.sought.search(text[: at.start])
    if held and words.long_from.match(text, at.end) and _FROM.search(text[: at.start]):
        return True  # « en CDD, du 18 janvier, pour cinq mois »
    if words.behind.match(text, at.end) and not words.not_start.search(text[at.end : at.end + 30]):
        return True
    near = text[max(0, at.start - _CONTEXT) : at.start]
    adjacent = words.adjacent.search(near)
    return (
        adjacent is not None
        and words.sought.search(_CUT.split(near)[-1]) is not None
        and not words.not_start.search(near)
    )


def _ends(behind: str) -> bool:
    """Whether nothing more stands behind a time."""
    return not _OR_SOONER.sub("", behind, count=1).strip(" .)!")


def _is_of_work(text: str, cue: re.Match[str]) -> bool:
    """Whether it is the work that begins: not of « rapport de démarrage »; but "a cook for our school from"."""
    other = _words().not_work.search(text[max(0, cue.start() - 24) : cue.start()])
    return other is None or (cue.group() == "from" and other.group().strip() == "school")


def _ranges(piece: Piece) -> Iterator[tuple[Span, Span]]:
    """The beginning of « stage de mars à septembre 2026 » and the whole of it, with the word before it.

    The beginning has its end with it where only that says the year.
    """
    text, found, words = piece.folded, times(piece), _words()
    if found and "-" in text[found[0].start : found[0].end] and _is_line_below_title(piece, found[0]):
        yield found[0], found[0]
        return
    for first, last in pairwise(found):
        near = text[max(0, first.start - _CONTEXT) : first.start]
        led = _FROM.search(near)
        alone = _is_line_below_title(piece, Span(first.start, last.end)) or _is_sentence(piece, first.start, last.end)
        set_off = alone or near.rstrip(" ").endswith(("(", ",", ":"))
        label = label_at(piece, first.start)
        labelled = words.range_label.fullmatch(label) is not None
        if not _RANGE.fullmatch(text[first.end : last.start]) or not (led or labelled or set_off):
            continue
        about = _CUT.split(near)[-1]
        governed = words.ranged.search(about) or words.length.search(about) or words.to_reader.match(text, last.end)
        governed = governed or (led and words.sought.search(about))
        if (labelled or governed or alone) and not words.not_start.search(about) and not words.of_project.search(about):
            start = first.start - len(led.group().lstrip()) if led else first.start
            yield _with_year(text, first), Span(start, last.end)
            return


def _is_sentence(piece: Piece, start: int, end: int) -> bool:
    """Whether a range is a whole sentence of what is offered: "From 18 January 2027 to mid-July."."""
    led = _LED.fullmatch(piece.folded[:start]) and piece.section.kind not in ("application", "missions", "profile")
    return bool(led) and not piece.folded[end:].strip(" .)!") and _YEAR.search(piece.folded[start:end]) is not None


def _is_line_below_title(piece: Piece, at: Span) -> bool:
    """Whether a range is all of a line below the title of an internship or the like, but for a place before it.

    « Agadir, Maroc | 1er mars – 31 juillet 2027 ».
    """
    title = piece.posting.title
    if not 0 <= piece.start - title.end <= _BELOW_TITLE or not title.end or piece.folded[at.end :].strip(" .)"):
        return False
    before = _FROM.sub("", piece.folded[: at.start]).rpartition("|")
    bare = not before[2].strip(" (") and len(before[0].split()) <= _PLACE and not _DIGIT.search(before[0])
    return bare and _words().ranged.search(folded(title.of(piece.posting.text))) is not None


def _with_year(text: str, at: Span) -> Span:
    """A time with the end of its range where only that says the year: « mars à septembre 2026 »."""
    if _YEAR.search(text[at.start : at.end]) or not (found := _RANGE_TO_YEAR.match(text, at.end)):
        return at
    return Span(at.start, found.end()) if not text[at.start : at.end].isdigit() else at


def _reaches(text: str, cue: tuple[int, int], start: int) -> bool:
    between = text[cue[1] : start]
    if cue[1] > start and _words().not_start.search(_CUT.split(text[max(0, start - _CONTEXT) : start])[-1]):
        return False  # « nous verrons les candidats début janvier »
    return len(between) <= _FARTHEST and not _CUT.search(between) and not _words().not_start.search(between)


@dataclass(frozen=True)
class _Words:
    start: re.Pattern[str]
    weak_start: re.Pattern[str]
    job: re.Pattern[str]
    to_reader: re.Pattern[str]
    now: re.Pattern[str]
    term_cue: re.Pattern[str]
    ranged: re.Pattern[str]
    range_label: re.Pattern[str]
    of_project: re.Pattern[str]
    begun: re.Pattern[str]  # « elle démarre en janvier un projet de trois ans »
    not_start: re.Pattern[str]
    any_cue: re.Pattern[str]
    not_work: re.Pattern[str]
    label: re.Pattern[str]
    asked: re.Pattern[str]
    adjacent: re.Pattern[str]
    sought: re.Pattern[str]
    behind: re.Pattern[str]
    length: re.Pattern[str]
    long_from: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_schedule.toml")
    start = data["start"]
    dates = table("facts_dates.toml")
    months = rf"(?:{one_of([name for names in dates['months']['names'] for name in names if len(name) > 2])})"
    days = rf"(?:{one_of(name for name in dates['days']['names'] if len(name) > 4)})(?!\w)"
    vague = rf"(?:(?:{one_of(dates['vague']['words'])})[ -])?"
    length = (
        rf"(?:(?<![\w.,/])\d{{1,3}}\)?|{alternatives(data['duration']['numbers'])}) {{1,2}}(?:[a-z]{{4,10}} )?"
        r"(?:mois|months?|semaines?|weeks?|jours|days|ans?|annees?|years?|hommes?/jours?)(?!\w)"
    )
    return _Words(
        start=pattern(start["cues"]),
        weak_start=re.compile(
            rf"{alternatives(start['weak'])}|(?<!\w)(?:a (?:partir|compter) d'|des l'"
            rf"|des (?={vague}{months}(?!\w))|effective (?:(?:on|from) )?(?=\d|{months}(?!\w)))"
        ),
        job=pattern(start["job"]),
        to_reader=re.compile(
            r"(?: on(?:wards?)?)?,? {0,2}(?<!\w)(?:you(?:'ll| will|'d)|vous [a-z]{2,15}rez|tu [a-z]{2,15}ras)(?!\w)"
        ),
        now=re.compile(  # « sous quinze jours », "within 15 days", of those who are to join
            rf"{alternatives(start['now'])}|{left_open()}|(?<!\w)(?:within|sous|dans un delai de|dans les) "
            rf"(?:\d{{1,2}}|{alternatives(data['duration']['numbers'])}) (?:jours|semaines|days|weeks)(?!\w)"
            rf"|(?<!\w)(?:des )?le {days} (?:qui suit|suivant)(?!\w)|(?<!\w)the (?:following|next) {days}"
        ),
        term_cue=re.compile(rf"(?:{alternatives(start['for_term'])}|,)(?= {{1,2}}{alternatives(start['term'])})"),
        ranged=pattern(start["ranged"]),
        range_label=pattern(start["range_labels"]),
        of_project=pattern(table("facts_deadline.toml")["published"]["of_project"]),
        begun=re.compile(
            r" (?:un|une|son|sa|notre|leur|a|an|its|our|their) (?:\w+ )?"
            + alternatives(table("facts_deadline.toml")["published"]["of_project"])
        ),
        not_start=pattern(start["not_start"]),
        any_cue=pattern([*start["cues"], *data["duration"]["cues"]]),
        not_work=re.compile(rf"{alternatives(start['not_work'])} {{0,2}}$"),
        label=re.compile(rf"(?:{_HOPED} )?{alternatives(start['labels'])}(?: {_HOPED})?"),
        asked=pattern(start["asked"]),
        adjacent=re.compile(rf"{alternatives(start['adjacent'])} {{1,2}}(?:l'|the )?$|(?<!\w)des l'$"),
        sought=pattern(start["sought"]),
        behind=re.compile(rf" {{1,2}}{alternatives(start['behind'])}"),
        length=re.compile(length),
        long_from=re.compile(rf",? (?:pour|for|pendant) (?:une (?:duree|periode) de |a period of )?{length}"),
    )
