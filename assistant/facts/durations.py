"""How long the work lasts, as written: a length of time, or the two days between which it lies.

The words are in `data/facts_schedule.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Span
from assistant.facts.cells import label_at
from assistant.facts.dates import dates_in
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.length_marks import CLAUSE_END, CLOSES, HOURS_A_WEEK, IN_A_FIELD, OPENS, of_apprenticeship
from assistant.facts.pieces import Piece
from assistant.resources import table

_CUT = re.compile(r"(?<!\.)[.;!?]\s")
_CLOSED = re.compile(r"[;|]|\),")  # « (4 jours par semaine), contrat d'un an »
_TURN = re.compile(r", (?=(?:vous|nous|tu|on|you|we) )")  # « de formation Bac+5, vous recherchez un stage … »
_INSIDE = re.compile(r"\([^()]{0,80}\)")  # « (80 %, four days a week) »
_PART_OF = re.compile(r"(?<!\w)(?:dont|y compris|of which|including)(?: (?:environ|au moins|about|at least))? $")
_RHYTHM = re.compile(r"(?<!\w)(?:rythme|rhythm)(?!\w)[^.;]{0,25}$")  # « apprentissage, rythme 3 jours / 2 jours »
_COMMA = re.compile(r", {0,2}$")
_OF_SOMETHING = re.compile(r" (?:de |d'|of )")  # « CDD, 5 semaines de congés » says no length
_OF_WHAT = re.compile(
    r" {1,2}(?:de |d'|of |in |as |dans |comme |au moins|minimum|experience|work|at least|a |par |per )"
)
# A trial beside the length of the contract: « 12 mois, dont 2 d'essai », "two years after a probation of 3 months".
_TRIAL = r"(?:essai|probat\w+|trial)(?!\w)"
_TRIAL_ASIDE = re.compile(
    r"(?:[,(+/–]|(?<=\s)-(?=\s)|\b(?:dont|y compris|including|incl|with|avec|precede\w*|preceded|after|apres)\b)"
    r"[^.;]{0,34}" + _TRIAL
)
_TRIAL_LEFT = re.compile(rf".*{_TRIAL}[^,;.)]{{0,30}}[,;.)]")
_OF_TRIAL = re.compile(rf"{_TRIAL}(?: period| periode)?[ :(]{{0,3}}(?:de |d'|of )?$")
# « Une prime dès 3 mois »
_ONLY_AFTER = re.compile(r"(?<!\w)(?:des|au bout de|a l'issue de|once you have)(?: (?:les|vos))? {1,2}$")
# « Publié il y a 9 jours », "posted 3 weeks ago"
_SINCE = re.compile(r"(?<!\w)(?:publi|mise? (?:en ligne|a jour)|actualis|modifi|diffus|post|depos)\w{0,5},? il y a $")
_AGO = re.compile(r" {1,2}ago(?!\w)")
_DAYS = re.compile(r"jours|days")
_OF_AGE = re.compile(r"(?:1[5-9]|[2-9]\d)\D{1,5}\d\d ans")  # « 5 apprentis (17 à 21 ans) »
_ABOVE = 300  # characters of the sentence before
_NEAR = 60  # characters about a length in which other words can make it something else's


def durations(piece: Piece) -> Iterator[Span]:
    """The places of the lengths of time in a piece that are the work's, as offsets into it."""
    words, text = _words(), piece.folded
    for found in words.length.finditer(text):
        ahead = words.school.sub("", text[max(0, found.start() - 2 * _NEAR) : found.start()])[-50:]
        before = _TRIAL_LEFT.sub("", ahead)
        behind = _TRIAL_ASIDE.split(text[found.end() : found.end() + _NEAR])[0]
        if _OF_TRIAL.search(before) or _OF_AGE.match(found.group()) or is_of_project(piece, found.start()):
            continue
        if named := words.cue_behind.match(behind):
            behind = behind[: named.start("kind")]  # « one-year contract with a three-month probation »
            before = before.rpartition(", ")[2]  # "4,500 a month, on a one-year contract"
        label = label_at(piece, found.start())
        if _ONLY_AFTER.search(before) or _PART_OF.search(before) or _RHYTHM.search(before):
            continue  # « 42 jours, dont 12 sur le terrain »
        if _SINCE.search(before) or _AGO.match(behind):
            continue
        whose = words.other_behind.search(f"{label}, {CLAUSE_END.split(behind)[0]}")
        in_all = not label.startswith("total") or _DAYS.search(found.group())  # of a consultant's table of days
        if (words.label.match(label) and in_all and not whose) or of_apprenticeship(piece, label):
            yield Span(*found.span())
            continue
        if not _OF_WHAT.match(behind) and _is_sought_for(piece, found.start()):
            yield Span(*found.span())
            continue
        weekly = HOURS_A_WEEK.search(before) is not None and not words.done.search(before)
        weekly = weekly and words.long.search(found.group()) is not None and piece.section.kind != "profile"
        if (not weekly and words.other.search(_clause(before))) or words.other_behind.search(
            CLAUSE_END.split(behind)[0]
        ):
            continue
        if _COMMA.search(before) and _OF_SOMETHING.match(behind):
            continue
        if (
            weekly
            or words.cue_before.search(before)
            or named
            or words.verb_before.search(before)
            or _is_apart(piece, found.span())
            or _is_from_day(piece, found.span())
            or _is_first(piece, found.span())
            or _is_effort(text, found.span())
            or words.after_start.search(text[max(0, found.start() - 2 * _NEAR) : found.start()])
        ):
            yield Span(*found.span())


def _clause(before: str) -> str:
    """The words before a length that are of one clause with it."""
    last = _TURN.split(before)[-1]
    return last if _words().sought.search(last) else _CLOSED.split(before)[-1]


def is_of_project(piece: Piece, at: int) -> bool:
    """Whether a sentence speaks of how long a project lasts or has lasted: « Le projet, financé par …, dure 36 mois ».

    So does one that takes it up: « Il dure trois ans. »
    """
    words, before = _words(), piece.folded[:at]
    if words.of_job.search(before):
        return False
    if words.it.match(before):
        above = _CUT.split(folded(piece.posting.text[max(0, piece.start - _ABOVE) : piece.start]).rstrip(" .;!?"))[-1]
        return words.project.match(above) is not None and not words.of_job.search(above)
    return words.project.match(before) is not None


def _is_apart(piece: Piece, at: tuple[int, int]) -> bool:
    """Whether a length is a clause of its own where a contract or a start is spoken of: « un stage, 4 mois, … »."""
    words, text = _words(), piece.folded
    opens = OPENS.search(text[max(0, at[0] - 12) : at[0]])
    if piece.section.kind == "profile" or not opens or IN_A_FIELD.match(text, at[1]):
        return False
    if opens.group().rstrip().endswith("soit") and words.effort_other.search(text, max(0, at[0] - _NEAR), at[0]):
        return False  # « 25 jours de congés, soit cinq semaines »
    if words.renewed.search(text[at[0] : at[1]]) or words.from_day.match(text, at[1]):
        return True
    about = text[max(0, at[0] - 4 * _NEAR) : at[1] + _NEAR]
    return CLOSES.match(text, at[1]) is not None and words.contract.search(about) is not None


def _is_from_day(piece: Piece, at: tuple[int, int]) -> bool:
    """Whether a length has the day behind it that it begins on: "for six months from 1 March 2027"."""
    words, text = _words(), piece.folded
    before = _CUT.split(text[max(0, at[0] - _NEAR) : at[0]])[-1]
    begins = words.from_day.match(text, at[1])
    if piece.section.kind == "profile" or not begins or not words.spent.search(before) or words.done.search(before):
        return False
    near = range(begins.end(), begins.end() + 4)
    return any(one.start in near for one in dates_in(text, piece.posting.language))


def _is_first(piece: Piece, at: tuple[int, int]) -> bool:
    """Whether a sentence begins with a length of months: « Douze mois, trois jours sur cinq », "Six months on a …"."""
    words, text = _words(), piece.folded
    if piece.section.kind == "profile" or words.other_behind.search(piece.lead) or words.asked.search(text[at[1] :]):
        return False
    begins = not any(c.isalnum() for c in text[: at[0]]) and words.long.search(text[at[0] : at[1]]) is not None
    return begins and (text[at[1] : at[1] + 1] == "," or words.first.match(text, at[1]) is not None)


def _is_sought_for(piece: Piece, start: int) -> bool:
    """Whether somebody is looked for who does something for that long: "we need an assistant in Oujda for 5 months"."""
    words = _words()
    about = _INSIDE.sub(" ", _CUT.split(piece.folded[max(0, start - 4 * _NEAR) : start])[-1])
    if (
        piece.section.kind == "profile"
        or words.other.search(about[-_NEAR:])
        or not words.spent.search(about)
        or words.done.search(about[-_NEAR:])
    ):
        return False
    return words.sought.search(about) is not None


def _is_effort(text: str, at: tuple[int, int]) -> bool:
    """Whether a length counts the days that a consultant works: « représente trente-cinq (35) jours de travail »."""
    words = _words()
    if not words.effort_unit.search(text[at[0] : at[1] + 20]):
        return False
    before = _CUT.split(text[max(0, at[0] - 50) : at[0]])[-1]
    behind = _CUT.split(text[at[1] : at[1] + 50])[0]
    if words.effort_other.search(before) or words.effort_other.search(behind[:25]):
        return False
    if words.person_days.search(text[at[0] : at[1] + 20]):
        return True
    return words.effort.search(before) is not None or words.effort_behind.match(behind) is not None


@dataclass(frozen=True)
class _Words:
    length: re.Pattern[str]
    project: re.Pattern[str]
    it: re.Pattern[str]
    of_job: re.Pattern[str]
    label: re.Pattern[str]
    cue_before: re.Pattern[str]
    cue_behind: re.Pattern[str]
    verb_before: re.Pattern[str]
    other: re.Pattern[str]
    other_behind: re.Pattern[str]
    renewed: re.Pattern[str]
    from_day: re.Pattern[str]
    contract: re.Pattern[str]
    asked: re.Pattern[str]
    long: re.Pattern[str]
    first: re.Pattern[str]
    spent: re.Pattern[str]
    after_start: re.Pattern[str]
    school: re.Pattern[str]
    done: re.Pattern[str]
    sought: re.Pattern[str]
    effort: re.Pattern[str]
    effort_unit: re.Pattern[str]
    person_days: re.Pattern[str]
    effort_behind: re.Pattern[str]
    effort_other: re.Pattern[str]


@cache
def _words() -> _Words:
    duration = table("facts_schedule.toml")["duration"]
    return _Words(
        length=_length(),
        project=re.compile(
            r"\W{0,4}(?:l[ea] |ce |cette |notre |the |this |our |l')(?:present\w* )?"
            rf"{alternatives(duration['projects'])}"
            r"|\W{0,4}(?:le|ce|the|this) (?:present )?(?:programme|program)"
            rf"(?=[^.;]{{0,80}}{alternatives(duration['funded'])})"
        ),
        it=re.compile(r"(?:il|elle|celui-ci|celle-ci|it)(?: \w+){0,2} $"),
        of_job=pattern(duration["of_job"]),
        label=pattern(duration["labels"]),
        cue_before=re.compile(
            rf"{alternatives(duration['cues'])}(?: (?:d'|l')?[^\d\W]+(?: \(\w{{1,3}}\))?){{0,4}}[ ,:()-]{{0,4}}"
            r"(?:(?<!\w)(?:de |d'|d'une duree |d'une duree de |sur |pour ))?$"
        ),
        cue_behind=re.compile(
            rf"(?:'s?)?[ -]{{1,2}}(?:[^\d\W]+[ -]){{0,2}}(?P<kind>{alternatives(duration['behind'])})"
            r"(?![ -](?:qualif|gradua|registr|licen|doc|diplom))"
        ),
        verb_before=re.compile(
            rf"{alternatives(duration['verbs'])}(?: {alternatives(duration['verb_links'])}){{0,4}} {{1,2}}$"
        ),
        other=pattern([*duration["other"], *duration["other_before"]]),
        other_behind=pattern([*duration["other"], *duration["other_behind"]]),
        renewed=pattern(duration["renewable"]),
        from_day=re.compile(rf"[ ,(-]{{1,4}}{alternatives(duration['from_day'])} {{1,2}}(?=[\w'])"),
        contract=pattern(duration["contract"]),
        asked=re.compile(
            r"(?<!\w)(?:minimum|at (?:the )?(?:very )?least|au moins|au bas mot|no less|pas moins|or more|ou plus"
            r"|exig\w*|requir\w*|souhait\w*|preferred|desirable)(?!\w)"
        ),
        long=re.compile(r"mois|month|semaine|week|(?<!\w)an|year|term|trimestre|semest|season|saison"),
        first=re.compile(rf" {alternatives(duration['first'])}| [a-z]{{3,12}}ing(?!\w)"),
        spent=re.compile(
            rf"{alternatives(duration['spent'])} (?:(?:a period of|une (?:periode|duree) de|about|environ) )?$"
        ),
        after_start=_after_start(),
        school=pattern(duration["schools"]),
        done=pattern(duration["done"]),
        sought=pattern(table("facts_schedule.toml")["start"]["sought"]),
        effort=pattern(duration["effort"]),
        effort_unit=re.compile(alternatives(duration["effort_units"], after_digits=True)),
        person_days=re.compile(alternatives(duration["person_days"], after_digits=True)),
        effort_behind=re.compile(rf"(?: de [a-z]+)?[ ,(:-]{{1,3}}{alternatives(duration['effort_behind'])}"),
        effort_other=pattern(duration["effort_other"]),
    )


def _after_start() -> re.Pattern[str]:
    """What stands before a length behind the month in which one starts: « départ en *février 2027* pour *… »."""
    tables, months = table("facts_schedule.toml"), table("facts_dates.toml")["months"]["names"]
    started = alternatives([*tables["start"]["cues"], *tables["duration"]["leaving"]])
    sought = alternatives([*tables["start"]["sought"], "host", "will host", "accueille", "accueillera", "accueillir"])
    hired = (
        rf"{sought}[^.;:!?]{{3,90}}(?<!\w)(?:from|as of|a partir d[eu]|a compter d[eu]|des)"  # "hosts an intern from …"
    )
    led = rf"(?:{hired}|{started}|(?:^|[.;:,?!(] {{0,2}}){alternatives(tables['start']['labels'])})"
    month = rf"(?:20\d\d|{alternatives([name for names in months for name in names])})"
    period = r"(?:une (?:duree|periode) de|a (?:period|duration) of|about|environ) {1,3}"
    return re.compile(rf"{led}[^.;!?]{{0,40}}{month}[ ,]{{1,4}}(?:pour|for) {{1,3}}(?:{period})?$")


def _length() -> re.Pattern[str]:
    duration = table("facts_schedule.toml")["duration"]
    number = rf"(?:\d{{1,3}}|{alternatives(duration['numbers'])})(?: {{0,2}}\(\d{{1,3}}\))?"
    units = "|".join(re.escape(unit) for unit in sorted([*duration["units"], *duration["person_days"]], key=len)[::-1])
    renewable = rf"(?:[ ,(-]{{0,4}}{alternatives(duration['renewable'])}(?: (?:\d|une?|deux|trois) fois)?\)?)?"
    return re.compile(
        rf"(?:{alternatives(duration['about'])} )?(?<![\w.,/]){number}"
        rf"(?:(?: (?:{units}))? {{0,2}}(?:a|ou|-|/|to|or|et|and) {{0,2}}{number})?"
        rf"(?: and a half| et demie?)?[ /-]{{0,24}}(?:{alternatives(duration['of_work'])}[ -]{{1,3}})?(?:{units})(?!\w)"
        rf"(?:[ /-]{alternatives(duration['worked'])})?(?: (?:et demie?|and a half))?{renewable}"
        r"|(?<!\w)a (?:year|month) and a half(?!\w)"
    )
