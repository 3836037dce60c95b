"""Who employs, as a posting writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from assistant.domain import Section, Span
from assistant.domain_names import spelt_by_domain, spelt_by_initials, spelt_by_use
from assistant.employers import before_verb, employers_in, likely_employers, with_kind
from assistant.glossary import glossary_words
from assistant.head_names import head_name, named_above, sender_name
from assistant.institutions import institution_names
from assistant.labels import LATEST, NAME, NOT_STATED, first, has_job, one_of, place_of
from assistant.lines import Line
from assistant.masthead import masthead_name
from assistant.no_names import first_word, is_department, is_no_name, is_some_kind
from assistant.opening import below_mail_head, opening_of
from assistant.places import area_names, is_main_town, phrase_of
from assistant.resources import table
from assistant.seekers import before_seeking, emphasised_name, is_a_part, without_town
from assistant.text import fold
from assistant.told_names import told_employers
from assistant.trails import is_of_board
from vectorstore.analysis import stop_words

_LONGEST_NAME = 90
_MOST_WORDS = 10  # of a name
_FAR = 6000  # characters in which the employer is spoken of
_WORD = re.compile(r"[^\W_]+(?:[-&'’.][^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?<=\w\w)\.\s|(?<=[a-zß-ÿ])(?=(?:Vous|Nous|Notre|Nos|Vos|Le|La|Les|Des|Une?|You|We)(?!\w))|(?<=[a-zß-ÿ]{2})\.(?=[A-ZÀ-Ý][a-zß-ÿ])"
)
# Behind a name: a linking word, or what begins the next sentence where nothing parts them; a name written twice.
_DANGLING = re.compile(
    r"(?:\s+(?:de|du|des|d['’]|et|and|of|the|la|le|les|pour|for|&|une?|nous|vous|notre|(?:en\s)?(?:CDI|CDD)))+$",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?<![\w-])([\w&'’-]{3,40})\s\1$")
_COMPASS = frozenset({"nord", "sud", "est", "ouest", "centre", "north", "south", "east", "west"})
_STOP = re.compile(r"(?<!\b[A-Z])\.\s")  # « SARL L. CHALLON » is one name
_FURTHER = re.compile(r"\s[–—-]\s[^\W\d_][^:]{2,24}\s?:\s")  # « Vergers du Sud - Secteur : plants »
_ELIDED = re.compile(r"^[ld]['’]")
_BEGINNING = re.compile(
    r"(?:^|[^\w\s]\s*|\n\s*|(?<!\w)(?:le|la|les|the|groupe|soci[ée]t[ée]|entreprise|association)\s+)$", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l['’ ]\s*)", re.IGNORECASE)
# What stands behind a name beside it: « … (association loi 1901) », ", national water NGO", ", Amman".
_BEHIND = re.compile(r"\s\((?=[a-zß-ÿ\d])|,\s(?!(?:du|de|des|et|and|of|pour|for|la|le|les)\s|d['’])(?=[a-zß-ÿ]+\s)")
_ABBREVIATED = re.compile(r"\(([^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ&]{1,9})\)")


@lru_cache(LATEST)
def organisation_of(text: str, sections: tuple[Section, ...], furniture: tuple[Span, ...]) -> Span:
    """The name of who employs, as the posting writes it; an empty span where none is told."""
    near = text[:_FAR]
    opening = [line for line in opening_of(text, furniture) if not is_of_board(line.text)]
    ways: tuple[Callable[[], Span], ...] = (
        lambda: first(_value(text, span) for span in told_employers(text)),
        lambda: masthead_name(opening),
        lambda: first(_seeker(line) for line in opening),
        lambda: first(_named_in_heading(text, section) for section in sections),
        lambda: first(_abbreviated(near)),
        lambda: first(institution_names(below_mail_head(opening))),
        lambda: first(_checked(text, at, name, 0, strict=False) for at, name in employers_in(text)),
        lambda: masthead_name(below_mail_head(opening)),
        lambda: named_above(text, opening),
        lambda: spelt_by_domain(text),
        lambda: head_name(text, opening),
        lambda: first(_met(near, _before_name())),
        lambda: first(_met(near, _after_name(), begins=True)),
        lambda: first(_checked(text, at, name, 0, strict=False) for at, name in likely_employers(text)),
        lambda: spelt_by_use(text) or NOT_STATED,
        lambda: sender_name(near),
    )
    found = before_verb(text, _whole(text, first(way() for way in ways)))
    return Span(with_kind(text, found.start), found.end) if found != NOT_STATED else found


def _whole(text: str, name: Span) -> Span:
    """The full name before an abbreviation in brackets, where only that was found: « OCEV » → « Observatoire … »."""
    letters = name.of(text)
    if not letters.isupper() or " " in letters or len(letters) < 3:
        return name
    for found in re.finditer(rf"\({re.escape(letters)}\)", text[:_FAR]):
        if (spelt := _spelt(text, found.start(), letters)) or (spelt := _line_before(text, found.start())):
            return spelt
    spelt = spelt_by_initials(text[:_FAR], letters)
    return spelt if spelt and not has_job(spelt.of(text)) else name  # « Responsable Administratif et Financier »


def _line_before(text: str, end: int) -> Span | None:
    """The capitals of a line before an abbreviation that is none of their initials: « FOREST PROJECT (PROFAV) »."""
    start = text.rfind("\n", 0, end) + 1
    words = text[start:end].strip(" *#")
    several = words.isupper() and len(words.split()) > 1 and len(words) <= _LONGEST_NAME
    return place_of(text, words, start) if several and not has_job(words) else None


def other_name(text: str, name: str) -> str:
    """The abbreviation that stands in brackets behind a name, or the full name before an abbreviation; else nothing."""
    if not name.isupper() or " " in name:
        behind = re.search(rf"{re.escape(name)}\s*\(([^\W\d_a-zß-ÿ][\w&-]{{1,9}})\)", text)
        return behind.group(1) if behind else ""
    for found in re.finditer(rf"\({re.escape(name)}\)", text):
        if span := _spelt(text, found.start(), name):
            return span.of(text)
    spelt = re.search(rf"(?<!\w){re.escape(name)} \(({NAME})\)", text)
    return spelt.group(1) if spelt else ""


def _value(text: str, span: Span) -> Span:
    """What stands behind a label, where it is a name and no sentence."""
    words = _FURTHER.split(_BEHIND.split(without_town(span.of(text).rstrip("* ")))[0])[0]
    quoted = re.match(r'["«“”]\s*([^"«»“”]+?)\s*["»”]$', words)
    if quoted:
        span, words = Span(span.start + quoted.start(1), span.end), quoted.group(1)
    many = len(words.split())
    if len(words) > _LONGEST_NAME or _STOP.search(words) or (words.endswith(".") and many > 6) or many > _MOST_WORDS:
        name = re.match(rf"({NAME})(?=\s*[,;(–]|\.\s|\s[a-zß-ÿ])", words)
        plain = name is not None and (" " in name.group(1) or not name.group(1)[1:].islower())
        words = name.group(1) if name and plain else ""
    short_or_capital = words[:1].isupper() or words[:1].isdigit() or any(c.isupper() for c in words.split(" ")[0])
    if not words or not any(c.isalpha() for c in words) or is_no_name(words):
        return NOT_STATED
    if not short_or_capital and (len(words.split()) > 2 or any(_is_common(fold(w)) for w in words.split())):
        return NOT_STATED
    if all(_is_idle(word) for word in _WORD.findall(fold(words))) and " " not in words:
        return NOT_STATED
    return Span(span.start, span.start + len(words))


def _seeker(line: Line) -> Span:
    """« X recherche un Y »: X."""
    if marked := emphasised_name(line.text):
        return place_of(line.text, marked, 0, line.start)
    before = before_seeking(line.text)
    name = re.search(rf"(?<![\w'’/-])({NAME})$", _SENTENCE_END.split(before)[-1])
    if not name or is_a_part(before[: -len(name.group(1))]):
        return NOT_STATED
    start = line.text.index(before) + len(before) - len(name.group(1))
    return _checked(line.text, start, name.group(1), line.start, strict=False)


def _named_in_heading(text: str, section: Section) -> Span:
    folded = fold(section.heading)
    for words in sorted(table("identity.toml")["named"]["headings"], key=len, reverse=True):
        if not folded.startswith(words) or not (words.endswith("'") or folded[len(words) : len(words) + 1] == " "):
            continue
        rest = section.heading.strip("*# ")[len(words) :].strip(" :?!*")
        name = re.fullmatch(rf"(?:(?:the|la|le|l['’])\s*)?({NAME})", rest)
        at = text.find(name.group(1), section.start) if name else -1
        if name and at >= 0:
            return _checked(text, at, name.group(1), 0, strict=True)
    return NOT_STATED


def _abbreviated(text: str) -> Iterator[Span]:
    """« Le Service numérique canadien (SNC) change »: the name whose initials stand behind it."""
    for found in _ABBREVIATED.finditer(text):
        if not _does().match(text, found.end()):
            continue
        span = _spelt(text, found.start(), found.group(1))
        if not span or is_a_part(text[max(0, span.start - 30) : span.start]):
            continue
        words = fold(span.of(text)).split(" ")
        if not {words[0], words[-1]} & {*_nobody(), *table("identity.toml")["seeks"]["no_employer"]}:
            yield span


def _spelt(text: str, end: int, letters: str) -> Span | None:
    """The words before `end` whose initials are `letters`; the first has a capital."""
    words = list(_WORD.finditer(text, max(0, end - 120), end))
    wanted = [letter for letter in fold(letters) if letter.isalpha()]
    for word in reversed(words):
        initial = _ELIDED.sub("", fold(word.group()))[:1]
        small = word.group().islower() and len(word.group()) <= 4
        if wanted and initial == wanted[-1]:
            wanted.pop()
        elif not small:
            return None
        if not wanted:
            capital = word.group()[0].isupper()
            return Span(word.start(), end - len(text[:end]) + len(text[:end].rstrip())) if capital else None
    return None


def _met(text: str, pattern: re.Pattern[str], *, begins: bool = False) -> Iterator[Span]:
    """The names that the pattern finds and that bear a closer look; with `begins`, those that begin a clause."""
    for found in pattern.finditer(text):
        start = found.start("name")
        if begins and not _BEGINNING.search(text[max(0, start - 20) : start]):
            continue
        name = _SENTENCE_END.split(found.group("name"))[0].rstrip(".'’-")
        yield _checked(text, start, name, 0, strict=True)


def _checked(text: str, start: int, name: str, offset: int, *, strict: bool) -> Span:
    """The name without an article and a common noun before it; nothing where it names nobody.

    `strict` also wants more than a common word that has its capital from the sentence it begins.
    """
    name = _TWICE.sub(r"\1", _DANGLING.sub("", name))
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    if article and article.group()[:2].lower() in ("l'", "l’") and bare[:1].isupper():
        start, name, article = start + article.end(), bare, None  # « l'UCAS »
    head = first_word(bare)
    if strict and head in table("identity.toml")["seeks"]["parts"]:
        return NOT_STATED
    if head in table("identity.toml")["seeks"]["nouns"] and (bare[:1].islower() or bare == bare[: len(head)]):
        rest = bare[len(head) :]
        if not re.match(rf"\s+{NAME}$", rest):
            return NOT_STATED
        start, name = start + name.index(rest.strip(), len(name) - len(rest)), rest.strip()
    elif article and (strict or head in table("identity.toml")["first_line"]["kinds"]):
        start, name = start + article.end(), bare
    if _names_nobody(text, name, strict=strict):
        return NOT_STATED
    return Span(offset + start, offset + start + len(name))


def _names_nobody(text: str, name: str, *, strict: bool) -> bool:
    words = [fold(word) for word in _WORD.findall(name)]
    bare = [word for word in words if word not in ("le", "la", "les", "the", "l")]
    short = len("".join(bare)) < (3 if bare and any(map(str.isdigit, bare[-1])) else 2)
    if short or all(_is_idle(word) for word in bare):
        return True
    nobody = bare[0] in _nobody() or fold(name).startswith("d'")
    if nobody or is_main_town(name) or is_department(name) or is_some_kind(name):
        return True
    if (
        len(near := [word for word in bare if word not in _COMPASS]) < len(bare)
        and phrase_of(" ".join(near)) in area_names()
    ):
        return True  # « élevage porcin Centre Est Morbihan »
    if len(bare) == 2 and bare[0] in table("identity.toml")["first_line"]["of_languages"]:
        return True  # "Good French is also essential"
    if not strict:
        return len(bare) == 1 and has_job(name)
    if has_job(name):
        return True
    if len(bare) > 1:
        return len(bare) == 2 and all(_is_common(word) for word in bare) and not name.isupper()
    # A common noun has its capital from the sentence it begins, and stands elsewhere without it.
    return _is_common(bare[0]) or bool(re.search(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@-]|\.\w)", text))


def _is_idle(word: str) -> bool:
    return (
        word in _nobody()
        or word in table("identity.toml")["seeks"]["nouns"]
        or any(word in s for s in stop_words().values())
    )


def _is_common(word: str) -> bool:
    return _is_idle(word) or word in glossary_words() or has_job(word)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(table("identity.toml")["seeks"]["nobody"])


@cache
def _does() -> re.Pattern[str]:
    words = table("identity.toml")["named"]["does"]
    return re.compile(rf"\s+(?:(?:{one_of(words)})(?!\w)|a\s|s['’])|,\s(?:nous|we)\s")


@cache
def _before_name() -> re.Pattern[str]:
    words = table("identity.toml")["named"]
    lines = one_of(words["headings"])
    anywhere = one_of(words["before"])
    phrases = rf"(?:^|(?<=\n))[#*\s]{{0,4}}(?i:{lines})|(?<!\w)(?i:{anywhere})"
    return re.compile(
        rf"(?:{phrases})(?:[ \u00a0]+|(?<=['’]))(?:(?:the|le|la) |l['’])?\**"
        rf"(?P<name>(?!(?i:{one_of(table('identity.toml')['named']['no_name'])})(?!\w)){NAME})"
    )


@cache
def _after_name() -> re.Pattern[str]:
    words = table("identity.toml")["named"]
    article = r"(?:une?|l['’]une? des|le|la|an?|the|one of the|parmi les)"
    kind = rf"(?:est|is|are|sont)\s+{article}\s+(?:[\w'’-]+\s+){{0,3}}?(?i:{one_of(words['kinds'])})(?!\w)"
    return re.compile(rf"(?P<name>{NAME})(?:\s*,[^,.\n]{{1,80}},)?\s+(?:{kind}|(?:{one_of(words['acts'])})(?!\w))")
