"""Which post an employer offers: "what position is Oxfam trying to fill?", « quel poste propose la mairie ? »."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from assistant.asking.reading import Reading
from assistant.domain import Language
from assistant.resources import table

_WHERE: dict[Language, str] = {"fr": "Où est le poste de {} ?", "en": "Where is the job at {}?"}
_FEW = 3  # posts of one employer that one answer names


def offered(text: str, language: Language, read: Callable[[str], Reading]) -> Reading | None:
    """The reading of a question for the title of the few posts of one employer, None of any other."""
    found = next((match for way in _ways()[language] if (match := way.search(text))), None)
    if not found:
        return None
    employer = " ".join(part for part in (found["of"].strip(" ,"), (found["more"] or "").strip(" ,")) if part)
    reading = read(_WHERE[language].format(employer))
    if reading.postings is None or not 0 < len(reading.postings) <= _FEW or reading.every or reading.unknown:
        return None
    if not (reading.organisations or reading.places or len(reading.postings) == 1):
        return None
    return replace(
        reading,
        question=text,
        text=text,
        intent="fact",
        fields=("title",),
        conditions=(),
        stated=(),
        topic=(),
        aside=(),
    )


def _alternatives(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {key: "|".join(map(re.escape, words)) for key, words in lists.items()}


@cache
def _ways() -> dict[Language, tuple[re.Pattern[str], ...]]:
    """The expressions for both languages, made once; `of` is the employer, `more` what else tells of it."""
    tables = table("asking.toml")["offered"]
    en, fr = (_alternatives(tables[spoken]) for spoken in ("en", "fr"))
    telling = "|".join(re.escape(word) for word in table("asking.toml")["reshaped"]["telling"])
    begin = rf"^(?:[^?]{{0,25}}[,.:!] ?|(?:hi|hello|hey|bonjour|bonsoir|salut) )?(?:(?:{telling}) )?"
    end = rf"(?:[ ,]{{1,3}}(?:{en['closing']}|{fr['closing']}))*\s*(?:\?|\.?\s*$)"
    of, none = r"(?P<of>[^?]{2,70}?)", r"(?P<more>)"
    more_en, more_fr = r"(?P<more>(?: (?:in|at|near) [^?,]{2,40})?)", r"(?P<more>(?: (?:à|a|au|en|dans) [^?,]{2,40})?)"
    which = rf"{begin}(?:what|which)"
    # "tell me what position X is advertising": the verb behind its subject, a name
    told, named = rf"^(?:{telling} )?", r"(?P<of>(?:the )?(?-i:[A-ZÀ-Ý])[^?]{1,70}?)"
    hires = rf"(?:{en['verbs']}|{en['hiring']})(?: for)?"
    asked = rf"(?:pour )?(?:quel|kel)(?: est)?(?: le)? (?:type de )?(?:{fr['nouns']})(?: (?:est-ce )?que| qu['’])?"
    seeks = "|".join(table("asking.toml")["held_against"]["fr"]["seeks"][1:])  # but for « concerne »
    doing = rf"(?:{fr['verbs']})(?:-t-(?:il|elle|on)|-(?:ils|elles))?"
    ways_en = (
        rf"{which} (?:kind of |sort of )?(?:{en['nouns']}) (?:is|does|has) {of}"
        rf" (?:(?:{en['small']}) )*(?:{en['verbs']})(?: for)?{more_en}{end}",
        rf"{which}(?: is|'s|’s)? (?:the )?(?:{en['nouns']})(?: title)?(?: (?:{en['given']}))?"
        rf" (?:at|with|by|from|of) {of}{none}{end}",
        rf"{which} (?:{en['nouns']}) (?:is|was) (?:it|that|this) (?:at|with|by|from|for) {of}{none}{end}",
        rf"{begin}(?:whom?|what) (?:is|are) {of} (?:{en['hiring']}){more_en}{end}",
        rf"{begin}whom? (?:is|are) {of} (?:{en['seeking']}){more_en}{end}",
        rf"{begin}whom? (?:does|do) {of} (?:{en['wanting']}){more_en}{end}",
        rf"{told}(?:what|which) (?:{en['nouns']}) {named} (?:is|are|has|have) (?:(?:{en['small']}) )*{hires}"
        rf"{more_en}{end}",
        rf"{told}whom? {named} (?:is|are) (?:{en['seeking']}|{en['hiring']}){more_en}{end}",
        # whether it is this one
        rf"{begin}is it an? [^?,]{{2,50}}? (?:that )?{of} (?:is|are) (?:{en['seeking']}){none}{end}",
    )
    ways_fr = (
        rf"{begin}(?:est-ce|c['’]est)(?: bien)? une? [^?,]{{2,50}}? qu(?:e |['’]){of} (?:{seeks}){none}{end}",
        rf"{begin}(?:est-ce|c['’]est)(?: bien)? une? [^?,]{{2,50}}? que (?:{seeks}) {of}{none}{end}",
        rf"{begin}{asked} {of} {doing}(?: (?:{fr['behind']}))?{more_fr}{end}",
        rf"{begin}{asked} (?:{fr['verbs']}) {of}{none}{end}",
        rf"{begin}(?:{fr['what']}) (?:le )?(?:{fr['titles']})(?: (?:{fr['given']}))? (?:par|chez|à|a|au|aux|dans) "
        rf"{of}{none}{end}",
        rf"{begin}(?P<of>[^?,]{{2,70}}?) (?:{fr['verbs']}) (?:pour )?(?:(?:quel|kel) (?:{fr['nouns']})|qui|quoi)"
        rf"{none}{end}",
        rf"{begin}c['’]est (?:pour )?(?:quel|kel) (?:{fr['nouns']}),? (?:pour )?l['’](?:{fr['postings']})"
        rf" (?:de |d['’]|du |chez |à |a |au |aux ){of}{none}{end}",
        rf"{begin}l['’](?:{fr['postings']}) (?:de |d['’]|du |chez |à |a |au |aux ){of},? "
        rf"c['’]est (?:pour )?(?:quel|kel) (?:{fr['nouns']}){none}{end}",
    )
    return {
        "en": tuple(re.compile(way, re.IGNORECASE) for way in ways_en),
        "fr": tuple(re.compile(way, re.IGNORECASE) for way in ways_fr),
    }
