"""The last day to apply. The words are in `data/facts_deadline.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from assistant.domain import Fact, Posting, Span
from assistant.facts.asides import without_asides
from assistant.facts.cells import label_at
from assistant.facts.closing import closes, closes_another, is_label, is_lead, may_close
from assistant.facts.dates import Date, dates_in, hour_near, weekday_in
from assistant.facts.folded import alternatives, last_start, pattern
from assistant.facts.last_days import is_last_of_work
from assistant.facts.pieces import Piece, pieces
from assistant.facts.published import in_year
from assistant.facts.put_off import is_old, new_date
from assistant.facts.quotes import distinct
from assistant.resources import table

_HOUR = r"(?:(?:a|at|by) )?\d{1,2} ?(?:h|:|am|pm|noon|midi)[^.;,]{0,18} "  # « à 12 heures précises au plus tard »
_FARTHEST = 90  # characters between the words that announce a deadline and its date
_CONTEXT = 400  # characters before a date in which it can be said what is due
_FIRST_DAY = re.compile(
    r"(?<!\w)(?:du|from|entre le) (?:\w+ )?\d{1,2}(?:er|st|nd|rd|th)? {0,2}(?:au|to|-|et le)(?: \w+)? {0,2}$"
)
_JOINT = re.compile(r",? {0,2}(?:au|to|jusqu'au|-|/|until|et le|\((?:soit)?)(?: ?le| the)? {0,2}")
_LABEL = 45  # characters of a label
_ABOVE = 3  # sentences above a lone deadline in which it can be said how to apply, as before the subject line
_ALONE = 60  # characters of a line that is nothing but a deadline
_CLOCK = re.compile("[⏰⏱⏲⏳⌛🕛📅📆🗓🚨]")  # signs that lead a deadline
_ALARM = re.compile(r"[^\w]{0,4}[⏰⏱⏲⏳⌛🕛][^\w]{0,4}")  # say by themselves that it is one
_ADDRESS = re.compile(r"\w@\w")
# « CV et diplômes, avant le 3 mai 2027 à rh@… », "by 3 May to hr@…": where to
_SENT_TO = re.compile(r",?\s{1,3}(?:à|au?|par|to|at|via|by|sur|dans|chez)\s[^;:!?\n@]{0,70}\S@\S")
_INSIDE = re.compile(r"\([^()]{0,40}\)")  # "by close of business (17:00 WAT), Wednesday 3 May"
_DENIED = re.compile(r"(?:pas d'une|pas de|pas d'|aucune?|no|not for|not an)\s$")  # « (pas de candidatures) »
_SENTENCE_END = re.compile(r"(?:(?<=\w\w)\.|[;!?])\s")  # the stop of « C.V. » ends none
_NEXT = re.compile(r",?\s(?:and|et|then|puis)\s(?:the|les?|la)\s")  # "by 3 May, and the best will be tested"


def facts(posting: Posting) -> list[Fact]:
    """The `deadline` of a posting: an ISO date with the hour as its detail, or the words of one that is not sure.

    Where one was put off, the last date that it was put off to.
    """
    neighbours = list(pairwise([None, *pieces(posting)]))
    changed = [fact for before, piece in neighbours if piece for fact in _changed(before, piece)]
    if changed:
        return [max(changed, key=lambda fact: str(fact.value))]
    found = distinct(fact for before, piece in neighbours if piece for fact in _of_piece(before, piece))
    found = found or distinct(_stand_alone(list(pieces(posting))))
    return _sure(found) or _sure([replace(fact, value=in_year(posting, str(fact.value))) for fact in found]) or found


def _sure(found: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in found if re.fullmatch(r"\d{4}-\d\d-\d\d", str(fact.value))]


def _changed(before: Piece | None, piece: Piece) -> Iterator[Fact]:
    """The date that the deadline was put off to, where it can be read surely."""
    dates = dates_in(piece.folded, piece.posting.language)
    one = new_date(piece, before, dates) if dates else None
    if one and one.iso:
        yield _fact(piece, one)


def _of_piece(before: Piece | None, piece: Piece) -> Iterator[Fact]:
    words = _words()
    told = words.any.search(piece.folded) is not None
    labels = f"{piece.lead} {before.folded[-_LABEL:] if before else ''} {piece.folded}"
    if not told and not may_close(piece.folded) and not words.labels.search(labels):
        return
    dates = dates_in(piece.folded, piece.posting.language) or weekday_in(piece.folded)
    for number, one in enumerate(dates):
        previous = dates[number - 1].end if number else 0
        if is_old(piece.folded, one) or _begins_range(piece.folded, dates, number):
            continue
        labelled = _is_labelled(piece, one) and not is_last_of_work(before, piece, one.start)
        if (labelled and _is_first(piece, dates, number)) or _is_deadline(before, piece, one, previous):
            yield _fact(piece, one, labelled=labelled and not told)


def _is_labelled(piece: Piece, one: Date) -> bool:
    """Whether a date bears a label of a deadline: « Clôture ..... 3 mai », "By when / 3 May"."""
    label, words = label_at(piece, one.start), _words()
    if not label or (words.asking.search(label) and not words.file.search(label)):
        return False
    if words.when.fullmatch(label):
        return piece.section.kind == "application" and not words.other.search(piece.folded, 0, one.start)
    return words.strong.search(label) is not None or is_label(label) or words.label.fullmatch(label) is not None


def _is_first(piece: Piece, dates: Sequence[Date], number: int) -> bool:
    """Whether a date is the first on its line, or the last of a range that is."""
    start = piece.raw.rfind("\n", 0, dates[number].start)
    before = [n for n in range(number) if dates[n].start > start]
    return all(_begins_range(piece.folded, dates, n) for n in before)


def _fact(piece: Piece, one: Date, *, labelled: bool = False) -> Fact:
    written = Span(one.start, one.end)
    value, hour = one.iso or piece.words(written).rstrip(".,"), hour_near(piece.folded, one)
    return piece.quoted("deadline", value, piece.clause(written), detail=hour, labelled=labelled)


def _begins_range(text: str, dates: Sequence[Date], number: int) -> bool:
    """Whether a date is the first of two days between which one applies: « Application period: 3 May to 17 May »."""
    if number + 1 >= len(dates):
        return False
    return _JOINT.fullmatch(text[dates[number].end : dates[number + 1].start]) is not None


def _stand_alone(found: Sequence[Piece]) -> Iterator[Fact]:
    """The deadlines that stand alone, where the sentence before or one a little above it speaks of applying."""
    for number, piece in enumerate(found[1:], 1):
        above = found[max(0, number - _ABOVE) : number]
        said = [
            at for at, each in enumerate(above, 1) if _words().apply.search(each.prose) or _ADDRESS.search(each.raw)
        ]
        other = (
            any(_words().other.search(without_asides(each, _words().other)) for each in above[said[-1] :])
            if said
            else True
        )
        other = other or _is_deliverable(above[said[-1] - 1])
        yield from _alone(above[-1], piece, applying=not other)


def _is_deliverable(piece: Piece) -> bool:
    """Whether what a sentence has sent is a report or the like, and no application."""
    return bool(_words().deliverable.search(piece.prose)) and not _words().own_file.search(piece.prose)


def _alone(before: Piece, piece: Piece, *, applying: bool) -> Iterator[Fact]:
    """The deadline of a line that is nothing but one, « ⏰ Jusqu'au 2/12/26 ! », marked as one or below « envoyez »."""
    words, text = _words(), without_asides(piece, _words().other)
    weak = words.weak.search(text) or _ALARM.match(piece.raw)
    if not weak or len(text) > _ALONE or not is_lead(text[: weak.start()]):
        return
    asked = words.when.search(before.prose) is not None and before.raw.endswith("?")
    if not asked and not _CLOCK.search(piece.raw[: weak.start()]) and not applying:
        return
    for one in dates_in(text, piece.posting.language)[:1]:
        if one.start - weak.end() <= 30 and not words.other.search(text):
            value = one.iso or piece.words(Span(one.start, one.end)).rstrip(".,")
            quote = piece.clause(Span(weak.start(), one.end))
            yield piece.quoted("deadline", value, quote, detail=hour_near(text, one))


def _is_deadline(before: Piece | None, piece: Piece, one: Date, previous: int) -> bool:
    words, text = _words(), without_asides(piece, _words().other)
    start = max(_range_start(text, one, previous), one.start - _FARTHEST)
    strong = _last(words.strong, text, start, one.start)
    if strong and not _is_of_other(text[strong.end() : one.start]):
        return not closes_another(text, strong.group(), _sentence_start(text, strong.start()), strong.start())
    since = _sentence_start(text, one.start)
    if closes(text, one, since, previous):
        return words.own_file.search(text, since) is not None or not words.deliverable.search(text, since, one.start)
    if words.weak_after.match(text, one.end):
        return _is_about_applying(before, piece, one.start, one.end)
    weak = _last(words.weak, text, start, one.start)
    if not weak:
        first = _FIRST_DAY.search(text[max(0, one.start - 24) : one.start])
        begins = previous if start < previous else one.start if first else 0
        clause = _sentence_start(text, begins)
        return (
            bool(begins)
            and not words.chosen.search(text, clause, begins)
            and _speaks_of_applying(text, clause, begins) is True
        )
    if len(_INSIDE.sub("", text[weak.end() : one.start])) > 30 or _is_of_other(text[weak.end() : one.start]):
        return False
    return _is_about_applying(before, piece, weak.start(), one.end)


def _range_start(text: str, one: Date, previous: int) -> int:
    """Where to look for what announces a date: behind the date before it, unless that begins its range."""
    joined = previous and _JOINT.fullmatch(text[previous : one.start])
    return max(0, previous - _CONTEXT) if joined else previous


def _is_of_other(between: str) -> bool:
    """Whether something that is no application comes between the announcing words and the date."""
    words = _words()
    return last_start(words.other, between) > last_start(words.apply, between)


def _sentence_start(text: str, end: int) -> int:
    """Where the sentence begins that stands before `end`, or as far back as words still say what a date is of."""
    first = max(0, end - _CONTEXT)
    return max((found.end() for found in _SENTENCE_END.finditer(text, first, end)), default=first)


def _is_sent_below(behind: str) -> bool:
    """« - deux rapports / et parvenir à rh@… avant le … »: the last of what is sent, and on the next line where to."""
    return "\n" in behind and _ADDRESS.search(behind) is not None


def _is_about_applying(before: Piece | None, piece: Piece, at: int, end: int) -> bool:
    """Whether what is due by the date is an application: by the nearest words before, then those behind, then above."""
    words, text = _words(), without_asides(piece, _words().other)
    clause = _sentence_start(text, at)
    if words.chosen.search(text, clause, at):
        return False
    if words.sending.match(text, clause) and words.file.search(text, clause, at):
        return True  # « Envoie ton CV et une publication sur un de nos thèmes, jusqu'au … »
    if words.answered.search(text, clause, at):
        return True  # « Réponds aux trois questions de notre page avant le … »
    files = [each for each in words.file.finditer(text, clause, at) if not _DENIED.search(text, clause, each.start())]
    if words.asking.search(text, clause, at) and not files:
        return False
    due = _last(words.deliverable, text, clause, end)
    if due and not words.own_file.search(text, clause, end) and not _is_sent_below(piece.raw[due.end() : at]):
        return False
    other = _last(words.other, text, clause, at)
    if _SENT_TO.match(piece.raw, end) and words.own_file.search(text, clause, at):
        return True
    if _ADDRESS.search(piece.raw[other.start() if other else clause : at]):
        return True  # « CV et lettre (préciser le poste) à rh@… avant le … »
    if (said := _speaks_of_applying(text, clause, at)) is not None:
        return said
    following = _SENTENCE_END.search(text, end, end + _CONTEXT)
    behind = _NEXT.split(text[end : following.start() if following else end + _CONTEXT])[0]
    found, against = words.apply.search(behind), words.other.search(behind)
    if found or against:
        return found is not None and (against is None or found.start() < against.start())
    if before and words.taken_up.match(text, clause) and not _is_deliverable(before):
        applying = words.apply.search(before.prose) and not _names_other(before.prose)
        return bool(applying or words.own_file.search(before.prose))  # « Les offres sont en PDF. Elles arrivent … »
    return piece.section.kind == "application" or words.apply.search(piece.lead.rsplit("|", 2)[-2]) is not None


def _names_other(text: str) -> bool:
    """Whether a sentence names what is no application: "a passport" does, "two passport photographs" do not."""
    applying = [found.span() for found in _words().apply.finditer(text)]
    return any(not any(a <= found.start() < b for a, b in applying) for found in _words().other.finditer(text))


def _speaks_of_applying(text: str, start: int, end: int) -> bool | None:
    """Whether the last thing named is an application, of two that end together the longer one; None for neither."""
    applying, other = (_last(words, text, start, end) for words in (_words().apply, _words().other))
    if not (applying or other):
        return None
    return applying is not None and (
        other is None or (applying.end(), -applying.start()) > (other.end(), -other.start())
    )


def _last(found: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(reversed([*found.finditer(text, start, end)]), None)


@dataclass(frozen=True)
class _Words:
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    any: re.Pattern[str]
    apply: re.Pattern[str]
    other: re.Pattern[str]
    chosen: re.Pattern[str]
    asking: re.Pattern[str]
    answered: re.Pattern[str]
    file: re.Pattern[str]
    sending: re.Pattern[str]
    deliverable: re.Pattern[str]
    own_file: re.Pattern[str]
    weak_after: re.Pattern[str]
    label: re.Pattern[str]
    labels: re.Pattern[str]
    when: re.Pattern[str]
    taken_up: re.Pattern[str]


@cache
def _words() -> _Words:
    data = table("facts_deadline.toml")
    return _Words(
        strong=pattern(data["strong"]),
        weak=pattern(data["weak"]),
        any=pattern([*data["strong"], *data["weak"], *data["weak_after"], *data["range_start"]]),
        apply=pattern(data["apply"]),
        other=pattern(data["other"]),
        chosen=pattern(data["chosen"]),
        asking=pattern(data["asking"]),
        answered=re.compile(rf"(?<!we )(?<!will ){alternatives(data['answered'])} (?:\w+ ){{0,3}}questions"),
        file=pattern(data["file"]),
        sending=pattern(data["sending"]),
        deliverable=pattern(data["deliverable"]),
        own_file=pattern([*data["file"], *data["own_file"]]),
        weak_after=re.compile(rf"[ ,()]{{0,3}}(?:.{{0,14}} |{_HOUR})?{alternatives(data['weak_after'])}"),
        label=pattern(data["labelled"]["words"]),
        labels=pattern([*data["strong"], *data["labelled"]["words"], *data["labelled"]["when"]]),
        when=pattern(data["labelled"]["when"]),
        taken_up=pattern(data["labelled"]["taken_up"]),
    )
