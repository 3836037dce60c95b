"""Whether a language that a sentence names is asked for. The words are in `data/facts_languages.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain import Span
from assistant.facts import language_words
from assistant.facts.answers import answer, is_unanswered
from assistant.facts.asked_lines import (
    is_of_asked_clause,
    is_of_asked_line,
    is_of_mixed_list,
    is_of_profile_line,
    is_of_weighed_list,
)
from assistant.facts.conditions import is_taken_up, must_not_lack
from assistant.facts.cues import cues_of
from assistant.facts.echoes import is_echo
from assistant.facts.folded import folded
from assistant.facts.language_mentions import Mention, in_brackets_of_names, widened
from assistant.facts.language_others import is_of_others
from assistant.facts.language_tasks import is_of_a_pair, is_worked_in
from assistant.facts.language_ways import is_enumerated, is_shown_otherwise, without_asides
from assistant.facts.marked_lines import mark_of
from assistant.facts.modality import is_cued
from assistant.facts.pieces import Piece

_TOKEN = re.compile(r"[^\W_]+")
_SHORT = 64  # characters of a line that may be nothing but the name of a language with its level
_PARALLEL = re.compile(r"\b(?:et|ou|ainsi que)\s(?:celle\s)?(?:de\sl'|de\sla\s|du\s|d')$")
_WITH_IN = re.compile(
    r"\b(?:en|in)\s{1,3}(?:(?:both|either)\s)?(?:[^\W\d_]+\s?(?:,|et|and|ou|or|/)\s?){0,3}(?:en\s|in\s)?$"
)
_PARTNER = re.compile(r"\s?(?:/|\b(?:et|ou|and|or)\b)\s?(?:le\s|la\s|l'|the\s)?(?!celle|celui)[^\W\d_]{4,}(?=\s)")
_LIST_LETTER = re.compile(r"^\s*o\s")  # the list mark of some converters
_ARTICLE = re.compile(r"(?:\b(?:le|du|au|de|un)\s{1,3}|\b(?<!\ba )(?:l|d)'\s?)$")  # not « à l'italienne »
_USING = re.compile(
    r"\b(?:speaks?|speaking|reads?|reading|writes?|writing|converse|conversing in|fluent|fluent in|speak and write)\s$"
)
_SPEAKER_OF_OTHERS = re.compile(r"\b(?:by|from|to|with)\s(?:the|our|its|their)\s$|\b(?:our|their)\s$")
_YOURS = re.compile(r"\b(?:votre|ton|your)\s(?:niveau (?:de |d')|level of )?$")
_CEFR = re.compile(r"\b[abc][12]\+?\s(?:minimum\s|au moins\s|at least\s|or above\s)?(?:en|in)\s$")
# "Hausa readers preferred", "English reporting skills"
_READERS = re.compile(
    r"\s(?:readers?|writers?)\s(?:(?:are|is|will be|would be)\s)?(?:\w{3,10}ly\s)?"
    r"(?:preferred|wanted|welcome|needed|required|sought|favou?red|an asset|a plus)\b"
)
_SKILL = re.compile(
    r"\s(?:(?:reporting|drafting|typing|editing|listening|presentation|verbal|oral|editorial|report[\s-]writing|note-taking"
    r"|copywriting|proofreading|correspondence|telephone|interviewing|facilitation|negotiation)\s(?:and\s\w+\s)?){1,2}"
    r"(?:skills?|abilit(?:y|ies)|capacit(?:y|ies)|proficiency)\b"
)
_NEXT_NAME = re.compile(r"\s?(?:,|/|&|\b(?:et|ou|and|or|and/or|et/ou)\b)\s?(?:and\s|or\s)?")
_BULLET = re.compile(
    r"\s*(?:[-•▪◦●■□➢➤►✓✔·~–—∙→\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]{1,3}"
    r"|\.\s|\d{1,2}(?:[.)/]|\s?[-–]\s)|[a-z]\)|\(?[ivx]{1,4}[.)])\s*"
)
_RUN_IN = re.compile(r"\s*(?:[^\w\s]\s)?([^\W\d_][^:.;!?]{2,32}):\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_UNAIDED = re.compile(r"\b(?:sans|without)\s(?:un\s|an?\s)?(?:interprete|traducteur|interpreter|translator)\b")
_NATIONALITY = re.compile(r"[A-Z][a-z]{2,}(?:an|ese|ish|ch|i)\s[a-z]")  # "French and Senegalese colleagues"
# « SRE en anglais », "in French: MAEDI": what something is called in a language
_CALLED = re.compile(r"\W{0,4}[A-Z]{2,}\*{0,2}\s\*{0,2}(?:en|in)\s$")
_IS_CALLED = re.compile(r"\s?[:,]?\s[\"“«(]?\s?[A-Z]{2,}\b")
_IN = re.compile(r"\b(?:en|in)\s$")
_PURPOSE = re.compile(r"\s(?:to\s[a-z]{3,}|for\s\w|pour\s|afin\s|with\s|avec\s|w/|\(extra\)|a l'oral|oral)")
_SURELY = re.compile(r"^,?\s(?:bien sur|evidemment|naturellement|forcement|of course|obviously|naturally)(?!\w)")
_ENDS = re.compile(r"\s?(?:[;.,(]|$)")
_FAR, _WINDOW = 20, 8  # words before « en » and a name with a verb of speaking; words before a name that may show it


@dataclass(frozen=True)
class Asked:
    """Whether a language is asked for, and whether words near its name show it or it is only said as a language."""

    is_asked: bool
    is_shown: bool


def evidence(piece: Piece, mention: Mention) -> Asked:
    """What stands around a name makes of it."""
    shown = _is_asked(piece, mention)
    if shown is not None:
        return Asked(shown, shown)
    return Asked(not mention.rare and _is_meant(piece, mention), False)


def _is_asked(piece: Piece, mention: Mention) -> bool | None:
    """Whether words near a name show that it is asked for; None where they show nothing."""
    begin = piece.around(mention.span).start
    begin = begin or (len(mark_of(piece.raw)) if piece.governed else 0)
    before = without_asides(_LIST_LETTER.sub("", piece.folded[begin : mention.span.start]))
    after = _SURELY.sub("", piece.folded[mention.span.end : mention.span.end + 60])
    words = _words(before[-200:])[-_WINDOW:]
    if _is_a_gloss(piece, mention.span):
        return False
    if mention.form == "adjective":
        others = language_words.lists().others if words[-1:] == ["maternelle"] else ()  # « enfants de langue … »
        return not any(w in others for w in words) and not any(w in language_words.lists().subject for w in words[-5:])
    if mention.form in ("arabic", "sure") or language_words.is_working_language(piece.folded, mention.span):
        return True
    if mention.form == "english" and (speaking := _of_speakers(after)) is not None:
        return speaking and not _SPEAKER_OF_OTHERS.search(before)
    paired = is_of_a_pair(piece, mention.span)
    free = paired or mention.form != "english" or _USING.search(before)
    if not free and _is_adjective(piece, mention.span.end):
        return False
    if must_not_lack(piece, mention.span) or is_taken_up(piece, mention.span, cues_of(piece)):
        return True
    if paired or is_worked_in(piece, mention.span):
        return True
    if is_of_others(piece, mention.span, before):
        return False
    return _is_shown(piece, mention, before, after)


def _is_a_gloss(piece: Piece, span: Span) -> bool:
    """Whether it only says in which language something has another name: « (SRE en anglais) »."""
    before, after = piece.raw[max(0, span.start - 40) : span.start], piece.raw[span.end : span.end + 30]
    opened = before.rpartition("(")[2] if "(" in before else ")"
    if piece.raw.isupper() or ")" in opened or not _IN.search(before):
        return False
    alone = _CALLED.fullmatch(opened) is not None and after.lstrip("* ").startswith(")")
    return alone or _IS_CALLED.match(after) is not None


def _is_shown(piece: Piece, mention: Mention, before: str, after: str) -> bool | None:
    """What the words near a name show; None where they show nothing."""
    far = _words(before[-200:])[-_FAR:]
    words = far[-_WINDOW:]
    lists = language_words.lists()
    if _YOURS.search(before):
        return True
    if not mention.rare and (is_of_mixed_list(piece, mention.span) or is_of_weighed_list(piece, mention.span)):
        return True
    following = _words(after)[:6]
    showing = lists.before | lists.subject | lists.in_only
    key = next((word for word in reversed(words) if word in showing or word not in lists.through), "")
    if (key in lists.subject and "|" not in before[before.rfind(key) :]) or following[:1] == ["cuisine"]:
        return False
    with_in = _WITH_IN.search(before[-60:]) is not None
    if mention.form == "english" and (_READERS.match(after) or _SKILL.match(after)):
        return True
    if key in lists.in_only:
        return True if (with_in and not set(far) & lists.papers) or (key in lists.both and not with_in) else None
    if (
        mention.rare
        and not set(_words(language_words.names().sub(" ", piece.folded))) - lists.through
        and answer(piece)
    ):
        return True  # "Twi? A plus."
    if key in lists.before or _CEFR.search(before[-40:]) or is_shown_otherwise(piece, mention.span, before):
        return True
    spoken = set(far) & (lists.in_only - lists.near) and not set(words) & lists.not_through
    if with_in and (_UNAIDED.search(after) or spoken):
        return True
    if _PARALLEL.search(before) and set(words) & lists.heads:
        return True
    if not before.strip(" *-~•") and widened(piece, mention.span) != mention.span:
        return True
    if not set(_words(before)) - lists.through and is_cued(piece, mention.span):
        return True
    if _begins_item(piece, mention, before, after) or is_echo(piece, mention.span):
        return True
    if stands_free(before) and _speaks_of_level(piece, mention, before, after, following):
        return True
    above, _, line = piece.raw[: mention.span.start].rpartition("\n")
    first_of_line = above != "" and not _TOKEN.search(line)
    capital = piece.raw[mention.span.start].isupper() and not piece.raw[: mention.span.end].isupper()
    begins = capital and (mention.form == "name" or first_of_line)  # in English every name has a capital
    run_on = begins and following[:1] != [] and following[0] in lists.after  # a sentence run together with the last
    return True if run_on and not stands_free(before) else None


def _is_meant(piece: Piece, mention: Mention) -> bool:
    """Whether a name that nothing shows is that of a language, in a clause that speaks of none but the candidate's."""
    around, name = piece.around(mention.span), mention.span
    before = piece.folded[: name.start]
    # Without what is said in brackets beside it: "(interviews are held in both)".
    sides = (piece.folded[around.start : name.start], piece.folded[name.start : around.end])
    clause = "".join(_BRACKETS.sub(" ", side) for side in sides)
    lists, said = language_words.lists(), set(_words(_UNAIDED.sub(" ", clause)))
    if in_brackets_of_names(piece, name):
        return True
    if said & lists.papers or (said & lists.aside and not said & lists.must) or is_unanswered(piece):
        return False
    if piece.end <= piece.section.body_start:  # a heading
        return False
    if mention.form == "english":
        return re.search(r"\b(?:the|an?)\s{1,3}$", before) is None
    if _WITH_IN.search(before[-60:]) is not None:
        return True
    small = not piece.raw[mention.span.start].isupper() or piece.raw.isupper()
    return small and _ARTICLE.search(before) is not None


def _of_speakers(after: str) -> bool | None:
    """Whether "French-speaking" is said of a person, None where the name stands in no such word."""
    found = re.match(r"[-\s](?:speaking|speakers?)\b\s?([^\W\d_]*)", after)
    return None if found is None else found[1] not in language_words.not_persons()


def _label_of_line(piece: Piece) -> str:
    """The label with which the line of a piece begins, folded: « Langues : anglais courant. Peul apprécié. »"""
    text = piece.posting.text
    line = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
    found = _RUN_IN.match(line if line.strip() else piece.raw)
    return folded(found[1]) if found else ""


def _begins_item(piece: Piece, mention: Mention, before: str, after: str) -> bool:
    """Whether a list item that is no noun's begins with the name: « – Malgache (du sud) et français »."""
    alone = not _TOKEN.search(before) and _ENDS.match(after) is not None
    if alone and any(cue.opening and cue.end <= mention.span.start for cue in cues_of(piece)):
        return True  # « Souhaité : tamasheq ; arabe »
    if len(piece.folded) <= _SHORT and not mention.rare and is_of_asked_line(piece, before, after):
        return True
    if is_of_asked_clause(piece, mention.span):
        return True
    if is_of_profile_line(before, after):
        return not mention.rare
    if _BULLET.fullmatch(before) is None and not (piece.governed is not None and not before.strip()):
        return False
    listed = piece.governed is not None or not mention.rare
    follows = re.match(r"\s?(?:[,(:;]|-\s|(?:et|ou|and|or)\s|\.?$)", after) is not None
    return (listed and follows) or _PURPOSE.match(after) is not None


def stands_free(before: str) -> bool:
    """Whether the word before the name is none that the name would be an adjective of."""
    words = _words(before[-40:])
    bare = before.rstrip(' "')
    return (
        not words
        or words[-1] in language_words.lists().through
        or words[-1] in ("est", "is", "mais", "but", "puis", "then", "voire", "car", "soit", "donc")
        or before.endswith("   ")  # a column
        or _BULLET.fullmatch(before) is not None
        or is_enumerated(before)
        or bare[-1:] in set(":,;/(&.!?+-=<>|•▪◦●✓✔→·")
    )


def _speaks_of_level(piece: Piece, mention: Mention, before: str, after: str, following: Sequence[str]) -> bool:
    lists = language_words.lists()
    bare = _words(re.sub(r"^\s?\([^()]{0,40}\)", "", after))[:6]
    partner = _PARTNER.match(after)  # a language, maybe, that no table has
    paired = _words(after[partner.end() :])[:6] if partner else []
    for rest in (following, bare, paired):
        if next((w for w in rest if w in lists.after or w not in lists.through | lists.copula), "") in lists.after:
            return True
    if after.lstrip()[:1] in (":", "(", "[", "-") and set(following[:1]) & (lists.before | lists.through):
        return True
    heads = (piece.heading, before[-60:], _label_of_line(piece))  # « Langues : français ; anglais ou espagnol »
    if any(language_words.heading().search(head) for head in heads):
        return True
    first_word = not _TOKEN.search(before)
    if first_word and len(piece.folded) <= _SHORT and not _TOKEN.search(after):
        return True
    between = lists.copula | lists.through
    name_end = mention.span.end + (partner.end() if partner else 0)
    for cue in cues_of(piece):
        gap = (name_end, cue.start) if cue.start >= mention.span.end else (cue.end, mention.span.start)
        near = cue.start <= mention.span.end + 60 and (cue.start >= mention.span.end or cue.opening)
        if near and set(_words(piece.folded[gap[0] : gap[1]])) <= between:
            return True
    return False


def _is_adjective(piece: Piece, end: int) -> bool:
    """Whether an English name, or the list of names that it begins, belongs to the noun behind it: "French law"."""
    line_end = piece.raw.find("\n", end)
    after = piece.folded[end : min(end + 60, line_end) if line_end >= 0 else end + 60]
    if piece.raw[end : end + 1] == "\t":  # the next cell
        return False
    if after.startswith("-"):
        second = language_words.hyphenated().match(after)
        return second is None or _is_adjective(piece, end + second.end())
    if (joint := _NEXT_NAME.match(after)) and (other := language_words.names().match(after, joint.end())):
        return _is_adjective(piece, end + other.end())
    if joint and _NATIONALITY.match(piece.raw, end + joint.end()):
        return True
    following = _words(after)[:1]
    if _READERS.match(after) or _SKILL.match(after):
        return False
    if any(end < cue.start <= end + 2 for cue in cues_of(piece)):
        return False
    return (
        bool(following)
        and re.match(r"\s{1,3}\w", after) is not None
        and following[0] not in language_words.lists().beside
    )


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.replace("'", " "))
