"""Years of work that are asked for without the word "experience": « cinq ans de terrain », "cooked for two years".

The words are in `data/facts_experience.toml`, table `practice`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.folded import alternatives, folded, one_of, pattern
from assistant.resources import table

_OF_AGE = 16  # years from which they may be those of a candidate
_MOST = 14  # years that "at least" alone makes experience; more may be an age
_YEARS_OF = re.compile(r"\b(?:ans|annees|years?|mois|months?)\b")
_SOME_FIRM = re.compile(
    r"\b(?:dans|en|avec|chez|pour|ou|sein|in|at|with|for|or) (?:d')?(?:une?|an?) "
    r"(?:agence|entreprise|societe|cabinet|groupe|reseau|company|firm)\b"
)


def without_some_firm(clause: str) -> str:
    """A clause (folded) without the places where its years are spent: « 5 ans d'expérience, dont un dans une agence ».

    An employer that speaks of itself stands before its years.
    """
    counted = _YEARS_OF.search(clause)
    return clause[: counted.end()] + _SOME_FIRM.sub("", clause[counted.end() :]) if counted else clause


def is_work(before: str, after: str) -> bool:
    """Whether a number of years between the folded `before` and `after` counts work: its noun or its verb says so."""
    return (
        is_told(before, after) or _noun().match(after) is not None or any(found.search(before) for found in _perfects())
    )


def is_told(before: str, after: str) -> bool:
    """Whether the work is told and its least time behind it: "You have baked bread before, 6 months or more"."""
    return _told().search(before) is not None and bool(_least_behind().match(after) or _PLUS.match(after))


def is_least(before: str, after: str, clause: str, years: float) -> bool:
    """Whether "at least" or "or more" stands with years where the clause names nothing else that they may be of."""
    least = _least_before().search(before) or _least_behind().match(after)
    return bool(least) and 1 <= years <= _MOST and not _any("something_else").search(clause)


def is_still_done(before: str) -> bool:
    """Whether years since which the work is done follow: « vous exercez ce métier depuis au moins »."""
    return _still_done().search(before) is not None


_PLUS = re.compile(r"\splus\s?(?:$|[.,;!)\n])")  # "two years plus", not « deux ans plus tard »
_WISHED = re.compile(  # « Expérience | souhaitée, 1 an », not « licence souhaitée, un an »
    r"(?:(?<!\w)(?:exp\w{0,9}|anciennete|pratique)(?!\w)[^.;]{0,30}(?<!\w)(?:souhaite|apprecie|prefer|desir|recommand)\w{0,5}\s?[,(]"
    r"|(?<!\w)(?:souhaite|apprecie|prefer|desir|recommand)\w{0,5}\s?:)\s?(?:au moins |minimum |min\. )?$"
)


def is_wished(before: str, after: str) -> bool:
    """Whether a verb makes a wish of the years: « nous souhaiterions deux ans … »."""
    listed = _WISHED.search(before) is not None  # « Expérience | souhaitée, 1 an »
    return listed or _wishing().search(before) is not None or _favouring().match(after) is not None


def is_age(before: str, after: str, years: float) -> bool:
    """Whether a candidate is to be so old: « il faut avoir entre 18 et 28 ans », and not « avoir 20 ans de métier »."""
    return years >= _OF_AGE and _being().search(before) is not None and _of_work().match(after) is None


def is_taught(title: str, after: str) -> bool:
    """Whether « cinq ans d'enseignement supérieur » are those of who taught there, not studied: the job is to teach."""
    return after.startswith(" d'enseignement") and _any("teaching").search(folded(title)) is not None


def is_stay(before: str) -> bool:
    """Whether the words before years speak of a stay, a home or a promise: « il faut rester au moins »."""
    return _any("staying").search(before) is not None


_LICENCE = re.compile(
    r"(?<!\w)(?:permis(?! de (?:travail|sejour))"
    r"|(?:driving|drivers?'?s?|clean|valid|[b-e]) licen[cs]es?|licen[cs]e [b-e]\b)"
    r"[^.;()\n]{0,50}(?:\((?:min(?:imum|i)?\.? |au moins |at least |depuis |de |held ){0,3}"
    r"| (?:de|of|avec|with|for|held for|depuis) (?:plus de |au moins |over |at least |more than ){0,2})$"
    r"|(?<!\w)(?:had|held) (?:your|a|the|this|it|one)(?: (?:driving|driver'?s|valid|clean|full))? ?(?:licen[cs]e)?"
    r" for (?:over |at least |more than ){0,2}$"
)
_HELD = re.compile(
    r"[ ,']{0,3}(?:s )?(?:\+|et plus|or more|au moins|minimum|mini|min\.?|at least)? ?"
    r"(?:d'anciennete|of seniority|seniority|d'age|d'obtention|held)?"
    r" ?(?:\+|et plus|or more|au moins|minimum|mini|min\.?|at least)? ?(?:[).;,]|$|\bet\b|\band\b)"
)


def is_of_licence(before: str, after: str) -> bool:
    """Whether years are those of a licence, with no work named: « permis C (5 ans d'ancienneté minimum) »."""
    return _LICENCE.search(before) is not None and _HELD.match(after) is not None


# « Une campagne de terrain de dix jours chaque mois »
_OF_DAYS = re.compile(
    r"(?: de \w{5,10}| of \w{5,10})? (?:de|of) (?:\w{2,12} ){1,2}?(?:jours|semaines|days|weeks)(?!\w)"
)


def is_not_asked(before: str, after: str) -> bool:
    """Whether years are those of a licence, a pay or somebody who is not sought, or a season is told by its days."""
    of_pay = _PAID_OVER.search(before) is not None and _PAY_ENDS.match(after) is not None
    own = is_of_owner(before) or _HAS_BEEN.search(before) is not None
    return of_pay or is_of_licence(before, after) or own or _OF_DAYS.match(after) is not None


# « 70 000 € brut sur 12 mois (selon expérience) »: the months of a year's pay.
_PAID_OVER = re.compile(
    r"(?:€|\$|£|\b(?:eur|euros?|brute?s?|nette?s?|salaires?|remuneration|verse\w{0,2}|paye\w{0,2}|gross|net|salary|paid|pay))"
    r"(?!\w)[^.;]{0,60}\b(?:sur|over|x)\s$"
)
_PAY_ENDS = re.compile(
    r"\s?(?:$|[,(;.+/)-]|(?:selon|suivant|en fonction|negociable|variable|plus|et|depending|dependent|according|based"
    r"|commensurate|negotiable|and|with|in line)\b)"
)


# "Our network has been telling their stories for a decade": the employer
_HAS_BEEN = re.compile(
    r"(?:^|[.;:!?]\s)(?:(?!(?:you|who|candidates?|applicants?|someone|somebody|anyone|person|people|he|she|they)\b)"
    r"[\w'&(),/-]+\s){1,9}?(?:has|have)\sbeen\s\w+ing\b[^.;:!?]{0,90}\bfor\s"
    r"(?:(?:the\s(?:past|last)|over|more\sthan|about|almost|nearly|some)\s){0,2}$"
)
_SOUGHT = re.compile(
    r"(?:\b(?:personnes?|quelqu'un|candidate?s?|profils?|celles?|celui|ceux)"
    r"|(?<=preference a)|(?<=priorite a)|(?<= et a)|(?<=, a))\s(?:qui|who)\s[^.,;:!?]*$"
)


def is_of_owner(before: str) -> bool:
    """Whether years are those of somebody who is not sought: « notre tuteur a », "the cooperative has"."""
    return _of_owner().search(before) is not None and not _SOUGHT.search(before)


@cache
def _of_owner() -> re.Pattern[str]:
    owners, having = (one_of(table("facts_experience.toml")["not"][key]) for key in ("owners", "having"))
    return re.compile(rf"(?<!\w)(?:{owners})\s(?:[^.,;:!?]{{1,30}}\s)?(?:{having})\s(?:\w{{2,7}}\s){{0,2}}$")


def is_favoured(clause: str) -> bool:
    """Whether a clause speaks of what would help a candidate: « feraient pencher la balance »."""
    return _any("favour").search(clause) is not None


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("facts_experience.toml")["practice"]
    return words


@cache
def _any(kind: str) -> re.Pattern[str]:
    return pattern(_words()[kind])


@cache
def _wishing() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(_words()['wishing'])}[^.;:!?]{{0,40}}$")


@cache
def _favouring() -> re.Pattern[str]:
    return re.compile(rf"[^.;:!?]{{0,60}}?{alternatives(_words()['favour'])}")


def _qualifier() -> str:
    return rf"(?:(?:{one_of([*_words()['least_before'], *_words()['about']])})\s{{0,2}})?"


@cache
def _still_done() -> re.Pattern[str]:
    words = _words()
    own = rf"(?<!fait bon )(?<!bon de ){alternatives(words['still'])}"  # « où il fait bon travailler »
    staying = alternatives([*words["staying"], *words["no_work"]])
    # « Vous roulez depuis cinq ans », not « l'association que vous rejoignez existe depuis … »
    you = r"(?<!\w)(?<!que\s)(?<!nous\s)(?<!dont\s)(?<!ou\s)"
    you += rf"(?:vous\s(?!{staying})[a-z]{{2,12}}ez|tu\s(?!{staying})[a-z]{{2,12}}s)(?=\s)"
    return re.compile(rf"(?:{own}|{you})[^.;:!?]{{0,50}}(?<!\w)depuis\s(?:deja\s)?{_qualifier()}$")


@cache
def _noun() -> re.Pattern[str]:
    words = _words()
    least = rf"(?:\(?{alternatives(words['least_behind'])}\)?,?\s)?"
    return re.compile(
        rf"'?s?\s{{0,2}}{least}(?:(?:de|d'|of|in|en)\s?)?(?:(?:{one_of(words['kinds'])})\s){{0,2}}{alternatives(words['nouns'])}"
        rf"|'?\s{{0,2}}{least}{alternatives(words['behind'])}"
        rf"|'?\s(?:de\s|d'|of\s|in\s)[a-z]{{3,15}}\s{alternatives(words['past'])}"
    )


@cache
def _perfects() -> tuple[re.Pattern[str], ...]:
    words = _words()
    french = rf"{alternatives(words['have'])}\s(?:n'|deja\s|dument\s|bien\s)?"
    done = alternatives(words["done"])
    return (
        re.compile(rf"{french}{done}\s{_qualifier()}$"),
        # « aura obtenu le diplôme d'État et exercé trente mois »
        re.compile(rf"{french}[a-z']{{2,15}}(?:e|i|u|t|s)\s[^.;:!?]{{0,90}}(?:,|\set)\s{done}\s{_qualifier()}$"),
        re.compile(
            r"(?<!\w)(?:etre|etes|es|ayant ete)\s(?:deja\s)?[a-z]{2,12}(?:e|i|u|s)[\s,]"
            rf"[^.;:!?]{{0,90}}pendant\s{_qualifier()}$"
        ),
        re.compile(rf"{french}[a-z']{{2,15}}(?:e|i|u|t|s)[\s,][^.;:!?]{{0,90}}(?:pendant|durant)\s{_qualifier()}$"),
        re.compile(rf"(?:(?<!\w)(?:have|has|having)|'ve)\s(?!lived|resided|to\s)[a-z]{{2,15}}[\s,][^.;:!?]{{0,90}}(?<!\w)for\s{_qualifier()}$"),
        re.compile(rf"(?:(?<!\w)(?:have|has|having)|'ve)\s(?:already\s)?{done}\s{_qualifier()}$"),
    )  # fmt: skip


@cache
def _told() -> re.Pattern[str]:
    """« Vous avez cousu en atelier, deux ans … », "You have fixed laptops for a living, two years …"."""
    return re.compile(
        rf"(?:{alternatives(_words()['have'])}\s(?:deja\s)?[a-z']{{2,15}}(?:e|i|u|t|s)|(?:(?<!\w)have|'ve)\s(?!lived|resided)[a-z]{{3,15}}ed)"
        rf"\s[^.;:!?]{{3,60}},\s{_qualifier()}$"
    )


@cache
def _being() -> re.Pattern[str]:
    words = one_of(table("facts_experience.toml")["not"]["being"])
    about = "entre|de|au moins|plus de|moins de|at least|between|over|under|from"
    return re.compile(rf"(?<!\w)(?:{words})\s(?:(?:{about})\s)?$")


@cache
def _of_work() -> re.Pattern[str]:
    return re.compile(rf"\s{{1,2}}(?:d'|de\s|of\s|{one_of(table('facts_experience.toml')['is']['then'])})")


@cache
def _least_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(_words()['least_before'])})\s{{0,2}}$")


@cache
def _least_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,2}}\(?(?:{one_of(_words()['least_behind'])})(?!\w)|\s?\+")
