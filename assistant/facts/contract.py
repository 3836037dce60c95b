"""The kinds of contract that a posting offers. The words are in `data/facts_contract.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.cells import label_at
from assistant.facts.contract_signs import (
    ALONE,
    CONSULTANCY,
    fallbacks,
    is_hired,
    is_public_law,
    is_running,
    said_places,
)
from assistant.facts.folded import alternatives, folded, pattern
from assistant.facts.pieces import Piece, pieces
from assistant.facts.quotes import distinct
from assistant.facts.themes import is_theme
from assistant.resources import table

_BEFORE = 45  # characters before a contract in which a word can say that it is not the one offered
_TITLE_LINE = 80  # characters behind a title that still belong to its line
_LONG = 70  # characters of a bracket about experience
_BEHIND = 22  # and behind it
_NEAR_STUDIES = 300  # characters about an internship in which words can make it the candidate's own
_NEAR_LIST = 80  # characters before a list of contracts in which an agency names itself
_IN_EXPERIENCE = re.compile(r"experiences?(?!\w)[^.;()]{0,60}\([^)]{0,60}\Z")
_SENTENCE = re.compile(r"[.!?]\s")
_TRIAL = re.compile(
    r"[ ,(]{1,3}(?:apres|after|suivant)(?: [^\s.;:]+){0,5}? (?:d'|de )?(?:essai|trial|probat|formation|training)"
)
# « Un stage sur le sujet suffit »
_ENOUGH = re.compile(r"(?<!\w)(?:suffi(?:t|ra|sent)|compten?t?|is enough|will do|counts?)(?!\w)")
# More than the name of a person or of a call.
_AGREED = re.compile(
    r"(?:contrat|mission) (?:de|d'un) consult|consult\w+ (?:contract|agreement|assignment)|th(?:e|is) consultancy"
)
_FOR_CLIENT = re.compile(
    r"(?<!\w)(?:recherch|recrut|cherch)(?:e|ons|ent)\s[^.;!?]{0,60}(?<!\w)"
    r"(?:notre|son|leur|une? de (?:nos|ses|leurs)) client"
    r"|(?<!\w)(?:seek|recruit|hir|look)ing\s[^.;!?]{0,60}(?<!\w)(?:our|its|a|one of (?:our|its)) client"
)
_CANDIDATES_OWN = ("internship", "apprenticeship")
# « Notre cabinet de recrutement en CDI recherche … » tells what it deals in.
_DEALS_IN = re.compile(
    r"(?<!\w)(?:cabinets?|agences?|poles?|divisions?|agency|firm)\s(?:de\s|d'\s?)?"
    r"(?:recrutement|placement|recruitment|staffing)\s(?:specialisee?\s|specialized\s|specialised\s)?(?:en|in)\s$"
)
_ENDS_TITLE = re.compile(r"\s?(?:$|[-–(|,]|\d{1,3}\s?%|h/f|f/h)")
_OF_OTHERS = re.compile(r"(?<!\w)(?:pas|sans|aucun|hors|non|de|des|du|les|no|not)\s$")
_CUT = re.compile(r"[.;!?]\s|\s-\s|,\s(?!a)|\||[()]|:")


@dataclass(frozen=True)
class _Named:
    kind: str
    start: int
    end: int


def facts(posting: Posting) -> list[Fact]:
    """The `contract` kinds of a posting; several may be offered."""
    found: list[Fact] = []
    dealt_in: list[Fact] = []
    for piece in pieces(posting):
        if piece.of_other_jobs:
            continue
        apart = _own_trade(piece)
        named = [
            one
            for one in _named(piece)
            if _is_offered(piece, one)
            and not _is_of_a_name(piece, one)
            and not any(span.start <= one.start < span.end for span in apart)
        ]
        if any(one.kind == "CDI" for one in named):
            named = [one for one in named if not is_public_law(piece.folded[one.start : one.end])]
        others = [one for one in named if one.kind != "convention"]
        named = others or named  # a convention beside another kind is that one's paper: « stage sous convention »
        hired = _hired_for_client(piece, named)
        if hired or not _is_boilerplate(piece, named):
            for one in hired or named:
                (dealt_in if _is_dealt_in(piece, one) else found).append(_fact(piece, one))
    return distinct(_settled(found) or dealt_in or fallbacks(posting))


def _is_dealt_in(piece: Piece, one: _Named) -> bool:
    """Whether a contract is what an agency says that it deals in; what it offers may be told elsewhere."""
    return _DEALS_IN.search(piece.folded, max(0, one.start - 2 * _BEFORE), one.start) is not None


def _settled(found: list[Fact]) -> list[Fact]:
    """Without « consultant individuel » where the same posting says that one works on one's own account."""
    if not any(fact.value == "freelance" for fact in found):
        return found
    return [f for f in found if f.detail != CONSULTANCY or _AGREED.search(folded(f.quote))]


def _fact(piece: Piece, one: _Named) -> Fact:
    at = Span(one.start, one.end)
    alone = len(piece.folded) <= 30 and piece.label is not None and _words().labels.search(piece.lead) is not None
    detail = CONSULTANCY if one.kind == "mission" and "consult" in piece.folded[one.start : one.end] else ""
    return piece.quoted("contract", one.kind, piece.clause(at), labelled=alone, detail=detail)


def _named(piece: Piece) -> Iterator[_Named]:
    """Every contract that the piece names, the labelled words only where a label or the title makes them one."""
    words = _words()
    for found in words.kinds.finditer(piece.folded):
        kind = found.lastgroup or ""
        written = piece.raw[found.start() : found.end()]
        if written.lower() in words.exact_lower and written not in words.exact:
            continue
        yield _Named(kind, found.start(), found.end())
    for start, end in _labelled_places(piece):
        for found in words.labelled.finditer(piece.folded, start, end):
            if not _is_work_with(piece.folded, found):
                yield _Named(found.lastgroup or "", found.start(), found.end())
    for starts, end, among in said_places(piece):
        bare = next(filter(None, (words.labelled.match(piece.folded, start, end) for start in starts)), None)
        if bare and bare.lastgroup in among and not _is_work_with(piece.folded, bare):
            yield _Named(bare.lastgroup or "", bare.start(), bare.end())


def _is_work_with(text: str, bare: re.Match[str]) -> bool:
    """Whether a bare word is what somebody works with: "volunteer coordinator", « responsable des stages »."""
    return (
        _words().head_after.match(text, bare.end()) is not None
        or _words().head_before.search(text[max(0, bare.start() - 60) : bare.start()]) is not None
    )


def _labelled_places(piece: Piece) -> Iterator[tuple[int, int]]:
    """Where a bare word such as « stage » names the contract: in the title, and behind « Contrat : »."""
    words = _words()
    title = piece.posting.title
    if ALONE.fullmatch(piece.folded):
        yield 0, len(piece.folded)
        return
    if piece.start <= title.start < piece.end:  # of a line that goes on with prose no more than its title
        yield 0, min(len(piece.folded), title.end - piece.start + _TITLE_LINE)
        return
    for found in words.label.finditer(piece.folded):
        yield found.end(), min(len(piece.folded), found.end() + 60)
    if len(piece.folded) <= 60 and words.labels.search(piece.lead.rsplit("|", 1)[-1]):
        yield 0, len(piece.folded)
    for found in words.labelled.finditer(piece.folded):
        if words.labels.fullmatch(label_at(piece, found.start())):
            yield found.span()


def _is_offered(piece: Piece, one: _Named) -> bool:
    words, text = _words(), piece.folded
    cut = max((m.end() for m in _CUT.finditer(text, max(0, one.start - 2 * _BEFORE), one.start)), default=0)
    before = text[max(cut, one.start - _BEFORE) : one.start]
    behind = "" if _TRIAL.match(text, one.end) else _CUT.split(text[one.end : one.end + _BEHIND])[0]
    title = piece.start <= piece.posting.title.start < piece.end
    led = _OF_OTHERS.search(text, max(0, one.start - 8), one.start)
    if title and not led and text[one.start : one.end] in ("cdi", "cdd") and _ENDS_TITLE.match(text, one.end):
        return True  # « Gestionnaire administratif CDI 100 % »
    if _words().shifts.search(text[: one.start]):
        return False
    if (
        _IN_EXPERIENCE.search(text[max(0, one.start - 2 * _LONG) : one.start])
        or any(not is_hired(before, found) for found in words.not_before.finditer(before))
        or (
            words.later.search(text[max(0, one.start - 2 * _BEFORE) : one.start])
            and words.kinds.search(text[: one.start])
        )
        or words.not_after.match(behind.lstrip(" (,"))
        or is_running(text, one.start, one.end)
    ):
        return False
    if one.kind == "volunteer" and _ENOUGH.match(text[one.end : one.end + _BEFORE].lstrip()):
        return False  # « l'engagement bénévole compte »
    if one.kind not in _CANDIDATES_OWN or one.start == 0:
        return True
    if _ENOUGH.search(text[one.end : one.end + 2 * _BEFORE]):
        return False
    if title or text[one.start : one.end].startswith("contrat"):
        return True
    studied = words.studies.search(before) and text[one.start : one.end] in words.only_unstudied
    return not studied and (
        piece.section.kind != "profile"
        or not words.studies.search(text[max(0, one.start - _NEAR_STUDIES) : one.end + _NEAR_STUDIES])
    )


def _is_of_a_name(piece: Piece, one: _Named) -> bool:
    """Whether the word is in the name of an employer or a project, « X Intérim CDI », or a trait, « Volontaire, … »."""
    name = piece.posting.organisation
    within = name.start <= piece.start + one.start and piece.start + one.end <= name.end
    within |= is_theme(piece.raw, Span(one.start, one.end))
    return within or _words().trait.search(piece.folded, max(0, one.start - 40), one.end + 40) is not None


def _is_boilerplate(piece: Piece, named: list[_Named]) -> bool:
    """Whether the sentence is an agency's about itself: three kinds or more, or « en intérim » among such words."""
    words = _words()
    if words.every_kind.search(piece.folded):
        return True
    if not words.boilerplate.search(piece.folded) or words.label.search(piece.folded):
        return False
    near = [piece.folded[max(0, one.start - _NEAR_LIST) : one.end + _BEFORE] for one in named]
    says_it_does = any(
        words.agency.fullmatch(piece.folded, one.start, one.end) and words.boilerplate.search(around)
        for one, around in zip(named, near, strict=True)
    )
    return len({one.kind for one in named}) >= 3 or says_it_does


def _hired_for_client(piece: Piece, named: list[_Named]) -> list[_Named]:
    """One or two kinds behind what an agency looks for: « recherchons pour notre client, leader …, en intérim »."""
    sought = _FOR_CLIENT.search(piece.folded)
    hired = [one for one in named if sought and one.start >= sought.end()]
    return hired if len({one.kind for one in hired}) < 3 and not _words().every_kind.search(piece.folded) else []


def _own_trade(piece: Piece) -> list[Span]:
    """The lists in which an agency tells what it deals in: « cabinet de recrutement en CDI, CDD et intérim »."""
    words, text = _words(), piece.folded
    found = []
    for listed in words.listed.finditer(text):
        cut = max(
            (m.end() for m in _SENTENCE.finditer(text, max(0, listed.start() - _NEAR_LIST), listed.start())), default=0
        )
        near = text[max(cut, listed.start() - _NEAR_LIST) : listed.start()]
        if words.boilerplate.search(near) or words.boilerplate.search(text[listed.end() : listed.end() + _NEAR_LIST]):
            found.append(Span(listed.start(), listed.end()))
    return found


@dataclass(frozen=True)
class _Words:
    kinds: re.Pattern[str]
    labelled: re.Pattern[str]
    label: re.Pattern[str]
    labels: re.Pattern[str]
    boilerplate: re.Pattern[str]
    every_kind: re.Pattern[str]
    agency: re.Pattern[str]
    listed: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    later: re.Pattern[str]
    studies: re.Pattern[str]
    head_after: re.Pattern[str]
    head_before: re.Pattern[str]
    trait: re.Pattern[str]
    shifts: re.Pattern[str]
    only_unstudied: frozenset[str]
    exact: frozenset[str]
    exact_lower: frozenset[str]


@cache
def _words() -> _Words:
    data = table("facts_contract.toml")
    kinds, context = data["kinds"], data["context"]
    one = alternatives(context["listed"])
    exact = frozenset(kinds["volunteer"]["exact"])
    labels = alternatives(context["labels"])
    labelled = alternatives(word for kind in kinds.values() for word in kind["labelled"])
    return _Words(
        kinds=re.compile("|".join(rf"(?P<{name}>{alternatives(kind['words'])})" for name, kind in kinds.items())),
        labelled=re.compile("|".join(rf"(?P<{name}>{alternatives(kind['labelled'])})" for name, kind in kinds.items())),
        label=re.compile(
            rf"{labels} {{0,3}}(?:\([^)]{{0,30}}\) {{0,2}})?:"
            rf"|(?:^|  ){labels} {{2,3}}(?=(?:{labelled})\s?(?:$|\s\s|[,(;|]))"  # "Contract  Permanent      Grade  3"
        ),
        labels=pattern(context["labels"]),
        boilerplate=pattern(context["boilerplate"]),
        every_kind=pattern(context["every_kind"]),
        agency=pattern(context["agency"]),
        listed=re.compile(rf"{one}(?: {{0,2}}(?:[,/&+-]|et|ou|and|or) {{0,2}}(?:en |de |des |d')?{one}){{1,5}}"),
        not_before=pattern(context["not_offered_before"]),
        not_after=re.compile(alternatives(context["not_offered_after"])),
        later=re.compile(rf"{alternatives(context['later'])}(?: ?,[^,]{{1,40}},)? (?:(?:en|un|une|a|an) )?$"),
        head_after=re.compile(rf" {{1,2}}{alternatives(context['head_after'])}"),
        head_before=re.compile(
            rf"{alternatives(context['head_before'])}[^-(|,:]{{0,40}}(?<!\w)(?:de l'|d'|(?:de|du|des|et|\") ?)$"
            rf"|{alternatives(context['hired_trainees'])} $"
        ),
        studies=pattern(context["studies"]),
        trait=re.compile(
            rf"{alternatives(context['trait_words'])}(?:\(e\))?(?:,| et) {alternatives(context['traits'])}"
            rf"|{alternatives(context['traits'])}(?:\(e\))?(?:,| et) {alternatives(context['trait_words'])}"
        ),
        shifts=re.compile(rf"{alternatives(context['shifts'])} ?: ?$"),
        only_unstudied=frozenset(context["only_unstudied"]),
        exact=exact,
        exact_lower=frozenset(word.lower() for word in exact),
    )
