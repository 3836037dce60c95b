"""Ways to say that a date is the last one to apply without the word "deadline": « Limite : … », « on ferme le … ».

The words are in `data/facts_deadline.toml`, table `closing`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.facts.dates import Date
from assistant.facts.folded import alternatives, last_start, pattern
from assistant.resources import table

_FARTHEST = 45  # characters between the verb that closes and its date: « close at 23:59 Bogotá time on … »
_NEAR = 12  # between « on ferme » and its date
_CONTEXT = 300  # characters about a date in which it can be said that what comes later is not read
_HOUR = (
    r"(?:\d{1,2}(?:[:.h]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|h|heures|hours|hrs)?|noon|midday|midi|midnight|minuit)"
    r"(?:\s(?:gmt|utc|cet))?"
)
# Between "we close" and its date: "to applicants at midnight on"
_TO_WHOM = re.compile(
    r"(?:\s(?:to|aux?|for)\s(?:(?:new|all|further|nouvelles|nouveaux)\s)?[a-z]{5,14})?"
    rf"(?:,?\s(?:at|a)\s{_HOUR})?,?\s(?:(?:on|le|the)\s)?"
)
# "We read applications as they come in, the last day being 15 January"
_LAST_BEING = re.compile(
    r"(?<!\w)(?:last (?:day|date)|dernier jour|derniere date|deadline)"
    r"\s(?:being|etant|is|est)\s(?:(?:the|le|on)\s)?(?:[a-z]{3,9}\.?,?\s)?$"
)
# "once 14 January has passed", « dès que le 14 janvier sera passé »
_ONCE = re.compile(
    r"(?<!\w)(?:once|une fois|des que|des lors que|when|as soon as)\s(?:(?:le|the|la date du)\s)?"
    r"(?:[a-z]{3,9}\.?,?\s)?$"
)
_GONE = re.compile(
    r"\s(?:(?:has|is|will have|est|a ete|sera|aura ete)\s)?"
    r"(?:passed|past|gone|over|passee?|depassee?|ecoulee?|franchie?)(?!\w)"
)
# « … le 14 mai, et passé cette date nous n'inscrirons plus personne », "… and after that we can add no more names"
_THEN = re.compile(
    r"[ ,;(-]{0,3}(?:(?:and|et|mais|but)\s)?(?:after|past|beyond|passe|apres|au-dela(?: de)?)"
    r"\s(?:(?:that|this|ce|cet|cette|le)(?:\s(?:date|day|time|hour|delai|jour|terme|moment|heure|echeance))?|which|quoi|cela|ca)"
    r"(?!\w)"
)
# "Envelopes are opened on 8 January at 10:30; nothing is received after that moment", « … ; rien passé cette heure »
_NONE_LATER = re.compile(
    r"[^.;!?]{0,40}(?:[.;]|,? (?:and|et|mais|but))\s(?P<said>[^.;!?]{4,90}?)"
    r"(?<!\w)(?:after|past|beyond|passe|apres|au-dela de)"
    r"\s(?:that|this|ce|cet|cette)\s(?:date|day|time|hour|moment|point|delai|jour|terme|heure|echeance)(?!\w)"
)
# « Durée : 3 jours par semaine, échéance fin juin »: the end of the work
_TERM = re.compile(r"(?<!\w)(?:echeance|terme|delai|end|term)s?\W{1,4}(?:\w+\W{1,2}){0,3}$")
# « Les dossiers reçus après seront gardés pour la prochaine session », "kept for the next round"
_LATER = (
    r"(?<!\w)(?:(?:gard|conserv)ee?s? pour (?:(?:l[ea]|une?) (?:prochaine?|autre)|la suite|l['’]automne|le printemps"
    r"|plus tard)|kept for (?:another|(?:(?:the|our|an?) )?(?:next|following|later|future|autumn|spring)))(?!\w)"
)
_SENTENCE_END = re.compile(r"(?:(?<=\w\w)\.|[;!?])\s")


def closes(text: str, one: Date, since: int, previous: int) -> bool:
    """Whether a date closes the applications by its label, its verb, or what is said of those that come later.

    `text` is folded prose; in it the sentence of the date begins at `since` and the date before ends at `previous`.
    """
    before = text[max(0, one.start - 80) : one.start]
    if _TERM.search(before) and _lasts().search(text, since, one.start):
        return False
    if _label().search(before) or _behind().match(text, one.end) or _is_last_day_for_it(before):
        return True
    if _stays_up().search(before):
        return True
    applying = _apply().search(text, since, one.start) is not None
    if applying and _LAST_BEING.search(before) and not _other().search(text, since, one.start):
        return True
    return _is_closed(text, one, since, previous) or _is_too_late(text, one, max(since, previous))


def is_label(words: str) -> bool:
    """Whether a label line is one of a deadline: « Limite : »."""
    return _label().search(f"{words.strip()} ") is not None


def may_close(text: str) -> bool:
    """Whether the text has words of this module at all."""
    return _any().search(text) is not None


def closes_another(text: str, verb: str, since: int, at: int) -> bool:
    """Whether a verb at `at` says that a project or the books close, and no call: "the project closes on"."""
    if not verb.startswith(("close", "clotur")):
        return False
    return _lasting().search(text, since, at) is not None and last_start(_subject(), text, since, at) < 0


def _is_closed(text: str, one: Date, since: int, previous: int) -> bool:
    """« Le portail ferme le … », "entries close on …", and « on ferme le … » where one applies in the sentence."""
    verb = max(_verb().finditer(text, max(since, previous), one.start), key=lambda found: found.start(), default=None)
    if verb is None or one.start - verb.end() > _FARTHEST:
        return False
    subject = last_start(_subject(), text, since, one.start)
    if subject >= 0 and subject > last_start(_other(), text, since, one.start):
        return True
    by_us = _by_us().search(text, since, one.start)
    applying = _apply().search(text, since, one.start) is not None
    alone = by_us is not None and text[:since].strip() == text[: by_us.start()].strip()  # « On arrête le 3 mai. »
    if by_us is None or not (applying or alone):
        return False
    return one.start - by_us.end() <= _NEAR or _TO_WHOM.fullmatch(text, by_us.end(), one.start) is not None


def _is_too_late(text: str, one: Date, since: int) -> bool:
    """« Les dossiers arrivés après le … ne seront pas ouverts »."""
    before = text[max(0, one.start - 30) : one.start]
    later = _NONE_LATER.match(text, one.end)
    if later and not _other().search(text, since, later.start("said")):
        said = f"{text[since : one.start]} {later['said']}"
        return _refused().search(later["said"]) is not None and _arriving().search(said) is not None
    gone = _ONCE.search(before) and _GONE.match(text, one.end)
    then = _THEN.match(text, one.end + len(_hour_behind(text, one.end)))
    if not (gone or then or _after().search(before)):
        return False
    end = _SENTENCE_END.search(text, one.end, one.end + _CONTEXT)
    sentence = text[one.end : end.start() if end else one.end + _CONTEXT]
    sentence = sentence if then else text[since : one.start] + sentence
    if _other().search(text, since, one.start):
        return False
    return _refused().search(sentence) is not None and _arriving().search(sentence) is not None


def _hour_behind(text: str, end: int) -> str:
    """The hour that stands behind a date: « le 14 mai à 17 h »."""
    found = re.compile(rf",? (?:a |at )?{_HOUR}").match(text, end)
    return found.group() if found else ""


def _is_last_day_for_it(before: str) -> bool:
    """« Dernier jour pour les dossiers : », "last day to write to us:": what it is the last day for is applying."""
    found = _last_day().search(before)
    return found is not None and last_start(_apply(), found["what"]) > last_start(_other(), found["what"])


def is_lead(before: str) -> bool:
    """Whether a line is nothing but a deadline by what stands before « avant le »: nothing, or "we must have it"."""
    return not any(c.isalnum() for c in before) or _lead().fullmatch(before) is not None


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{alternatives(_words()['leads'])}\W{{0,2}}")


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("facts_deadline.toml")["closing"]
    return words


@cache
def _label() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?:^|[.;:|(,!?\"-] {{0,3}}){alternatives(words['labels'])}"
        rf"(?: {{1,3}}{alternatives(words['of_what'])}){{0,2}}[ :.=-]{{0,30}}"  # « Closing:        4:30 p.m., »
        rf"(?:{alternatives(words['links'])} {{1,2}}){{0,4}}(?:{_HOUR},? (?:on |le )?)?(?:[a-z]{{3,9}}\.?,? {{1,2}})?$"
    )


@cache
def _stays_up() -> re.Pattern[str]:
    """« L'annonce reste en ligne jusqu'au », "the advert runs till", "we keep the posting up until"."""
    words = _words()
    notice, up = alternatives(words["notices"]), alternatives(words["up"])
    until = r"(?:until|till|through|to|jusqu'au|jusqu'a la date du)"
    return re.compile(
        rf"(?:{notice} {alternatives(words['stays'])}(?: {up})?"
        rf"|{alternatives(words['kept'])} (?:(?:the|this|our|l'|la|cette|cet|notre) ?)?{notice} {up})"
        rf" {until}(?: (?:le|the))?(?: [a-z]{{3,9}})? $"
    )


@cache
def _last_day() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"(?<!\w){alternatives(words['last_days'])} (?P<what>{alternatives(words['to_do'])}[^.;:!?]{{2,45}}?)"
        r"[ :=-]{1,5}"
        rf"(?:{alternatives(words['links'])} {{1,2}}){{0,4}}(?:[a-z]{{3,9}}\.?,? {{1,2}})?$"
    )


@cache
def _behind() -> re.Pattern[str]:
    words = _words()
    return re.compile(
        rf"[ ,()-]{{0,3}}(?:(?:c'est|ce sera|est|sera|is|will be|that's|that is|this is|that will be|being|soit) "
        r"(?:le |la |the |notre |our )?)?"
        rf"{alternatives(words['behind'])}(?! {alternatives(words['of_other'])})"
    )


@cache
def _verb() -> re.Pattern[str]:
    return pattern([*_words()["verbs"], *_words()["by_us"]])


@cache
def _by_us() -> re.Pattern[str]:
    return pattern(_words()["by_us"])


@cache
def _subject() -> re.Pattern[str]:
    return pattern(_words()["subjects"])


@cache
def _other() -> re.Pattern[str]:
    return pattern(_words()["other"])


@cache
def _lasts() -> re.Pattern[str]:
    return pattern(_words()["lengths"])


@cache
def _lasting() -> re.Pattern[str]:
    return pattern(_words()["lasting"])


@cache
def _apply() -> re.Pattern[str]:
    return pattern(table("facts_deadline.toml")["apply"])


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"{alternatives(_words()['after'])} {{1,2}}(?:{_HOUR},? (?:on |of )?)?(?:(?:le|la date du|the|du|au) )?"
        r"(?:[a-z]{3,9},? )?$"
    )


@cache
def _refused() -> re.Pattern[str]:
    return re.compile(f"{pattern(_words()['refused']).pattern}|{_LATER}")


@cache
def _arriving() -> re.Pattern[str]:
    return pattern([*_words()["arriving"], *_words()["subjects"]])


@cache
def _any() -> re.Pattern[str]:
    words = _words()
    return pattern(
        [
            *words["labels"],
            *words["last_days"],
            *words["behind"],
            *words["verbs"],
            *words["by_us"],
            *words["after"],
            *words["once"],
        ]
    )
