"""What the first lines of a posting tell without a label: who employs, and the town beside the name or the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.domain import Span
from assistant.employers import is_no_employer
from assistant.labels import NAME, NAME_FOR, NOT_STATED, PLACE, UPPER, has_job, one_of
from assistant.lines import Line
from assistant.no_names import is_below_name
from assistant.places import Phrase, country_names, departement_called, is_town, links, phrase_of
from assistant.resources import table
from assistant.text import fold
from assistant.workplaces import behind_name, leads_elsewhere

_MUNICIPAL_LINES = 8  # the same for a municipality, which stands below its state and region
_NAMING_LINES = 3  # lines from the top in which an employer stands by its name alone
_SIGNS = 4  # before a town that begins its line
_PLACED_LINES = 6  # lines from the top in which a town stands beside the employer or the title
_LONGEST = 140  # characters of such a line
_END = r"\s*\**\s*(?:$|[–—(·|/]|\s-\s|\s{3}|\s\d{2,3}[.,]\d\s?(?:FM|MHz)(?!\w))"
_PART = rf"(?:{UPPER}[^\s*]*+|(?!{UPPER})[^\s*]{{1,3}})"  # of a name in bold: a capital, or a short linking word
# « VILLE DE MONTFERRIER-SUR-LOIRE », « COMMUNE D'HERINVAL (Province de Liège) » on a line of its own
_MUNICIPALITY = re.compile(
    rf"[\s>*]*((?i:ville|commune|municipalit[ée]|communaut[ée] de communes|mairie)\s(?:(?i:de|du|des)\s|(?i:d)['’])"
    rf"(?:(?i:la)\s|(?i:l)['’])?{NAME})\s*\**\s*(?:$|\()"
    rf"|[\s>*]*((?i:hamlet|town|city|village|township|municipality|borough)\s(?i:of)\s{NAME})\s*\**\s*(?:$|[(,])"
)
_BOLD = re.compile(rf"\*\*({_PART}(?:\s{_PART}){{1,9}})\*\*(?=\s*[–—(·|,-])")
_ABBREVIATED = re.compile(rf"\W{{0,4}}({NAME})\s?\(({UPPER}[\w&-]{{1,9}})\){_END}")  # « Well Board (WB) »
_OFFICE = re.compile(
    rf"\W{{0,4}}({NAME})\s[–—-]\s(?:\w+\s){{0,3}}(?i:office|bureau|delegation|antenne|agence|mission|section|chapter|branch)(?!\w)"
)
_LEGAL = re.compile(
    rf"\W{{0,4}}({UPPER}[^\d:;!?.,–—(·|/\n]{{2,70}}?)\s(?:(?:asbl|ASBL|vzw|SARL|SCOP|Scop|SCIC|Ltd|GmbH|gGmbH|Inc|LLC|CIC)"
    r"(?=\W|$)|(?:SA|SAS|SpA|PLC|plc)(?=\s*(?:$|[–—(·|/,])))"  # « Les Jardins asbl – Herstal », not « pour SA mission »
)
_CAPITALS = re.compile(r"[^\W\d_][^a-zß-ÿ\d:;!?.,–—(·|/•✦★◆●♦\n]{3,70}?(?=\s*(?:$|[–—(·|/•✦★◆●♦]|\s-\s)|\s{3})")
_INITIALS = re.compile(r"\s*(?:\(|[–—-]\s)([^\W\d_a-zß-ÿ]{2,8})(?:\)|\s*$)")
_SEPARATED = re.compile(r"[^\s,;/()|–—][^,;/()|–—]{1,40}")
_JOINED = re.compile(r"\s(?:et|and|&)\s")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_SPACED = re.compile(r"(?:\w\s+){3,40}\w")  # « J O B   A D V E R T »
_TOWN = r"[^\W\d_a-zß-ÿ][\w'’]+(?:[ -][^\W\d_]\w*(?:['’]\w+)?){0,3}"
_LAST = re.compile(rf"\sà ({_TOWN})\s{{0,2}}(?:\((?:[HFX]/[HFX])\)|[HF]/[HF])\s*$")
_AND = re.compile(rf"\s(?:et|and|&)\s(?:à |in )?({_TOWN})\s*[*.]?$")
_FOR_TOWN = re.compile(rf"\s(?:pour|for)\s({PLACE})[\s!.]*$")  # « 2 PÂTISSIERS pour BEN AROUS »
_NOTE = re.compile(r"\s*\([a-zß-ÿ\d][^()]*\)\s*$")  # « Mzuzu, Rumphi (one each) »
_LAST_PART = re.compile(rf",\s({_TOWN}?)(?:\s\d{{1,2}}e?r?)?\)?\.$")  # « …, coopérative, Marseille 15e. »
_OFFICE_OF = r"(?:(?i:base|bureau|antenne|site|section)\s(?i:de\s|d['’])?)?"  # « – BASE DE SIKASSO »
_COUNTRY_BEHIND = re.compile(
    rf"(?:^\W*|(?<=\s)[–—|·/-]\s+|,\s+|\(|(?<!\w)(?:[àÀ]|in|en|at)\s+)\**{_OFFICE_OF}(?P<town>{PLACE})"
    rf"(?:,\s(?P<between>[^,\n(]{{2,30}}?)(?:\s?\([^()\n]{{2,24}}\))?)?(?:,\s*|\s?\(|\s[–—-]\s)(?P<country>{PLACE}(?:\sdu\s{UPPER}\w+)?)(?=\s*(?:$|[).,:–—|]))"
)
_COUNTRY_BEFORE = re.compile(rf"[–—|/-]\s(?P<country>{PLACE})(?:,|\s[–—/-])\s(?P<town>{PLACE})(?!\w)")
_COUNTED = re.compile(r"^(?:[IVX]{1,4}|\d{1,2})\s?[-.)–]\s*")
_OWN = re.compile(rf"^\W{{0,4}}({_TOWN})(?=\s*(?:$|\(|[/·|]|[–—-]\s|,\s(?!le \d|\w+ \d)))")
_BEHIND_TITLE = re.compile(rf"\s[–—|-]\s+{_OFFICE_OF}{_TOWN}\s*$")
_IN_AREA = re.compile(r"\s?\(([^()\n]{2,24})\)")
_BESIDE = re.compile(
    rf"(?:(?<=\s)(?:[–—|·•/✦✧★◆●♦-]|//|\*{{2,3}})\s+{_OFFICE_OF}(?:\d{{5}}\s)?|,\s+(?:\d{{5}}\s)?|\("
    rf"|(?<!\w)(?:[àÀ]|in|en|based in|basée? à)\s+)\**({_TOWN})"
)


def masthead_name(opening: Sequence[Line]) -> Span:
    """The employer of a posting that begins with its name: in bold, in capitals, or with « Association » and the like.

    Empty where the first lines name none. Capitals count only above a line that names or announces a job, or says what
    the employer is.
    """
    for line in opening[:_MUNICIPAL_LINES]:
        if municipal := _MUNICIPALITY.match(line.text):
            return Span(*(line.start + at for at in municipal.span(municipal.lastindex or 0)))
    near = opening[:_NAMING_LINES]
    ways = (_BOLD, _ABBREVIATED, _LEGAL, _by_kind(), _OFFICE, _described(), None)
    for way in ways:
        for number, line in enumerate(near):
            around = [*opening[number + 1 : number + 3], *opening[max(0, number - 1) : number]]
            found = way.match(line.text) if way else _in_capitals(line, around)
            if not found:
                continue
            words = found.group(
                1 if found.lastindex and way in (_BOLD, _ABBREVIATED, _LEGAL, _OFFICE, _described()) else 0
            ).strip(" *")
            start = line.start + line.text.index(words)
            abbreviated = way is not _ABBREVIATED or _are_initials(words, found.group(2))
            told = way is _described() and is_no_employer(_COUNTED.sub("", words))
            if (
                abbreviated
                and _LATIN.search(words)
                and not told
                and (not has_job(words) or (way is _OFFICE and _returns(words, opening[number + 1 :])))
                and not is_town(words)
                and phrase_of(words) not in country_names()
                and fold(words).split()[-1] not in ("wanted", "needed", "required")
                and (fold(words) in _known() or not announces(_COUNTED.sub("", words)))
                and (fold(words).split()[0] not in table("identity.toml")["seeks"]["somebody"] or _is_told(words))
            ):
                return Span(start, start + len(words))
    return NOT_STATED


def _returns(words: str, below: Sequence[Line]) -> bool:
    """Whether a name of people for something is written again below: « VOLONTAIRES POUR LA PAIX – antenne du Togo »."""
    people = re.match(r"\w+s (?:pour|sans|du|for|without|of) ", fold(words))
    return people is not None and any(fold(words) in fold(line.text) for line in below)


@cache
def _known() -> frozenset[str]:
    """The full names of employers that are known everywhere, some of which begin as a heading does."""
    return frozenset(fold(name) for names in table("employers.toml")["same"] for name in names if " " in name)


def _is_told(words: str) -> bool:
    """Whether the last word of a name is one for an employer: « UN SAHEL RECOVERY FUND »."""
    return len(words.split()) > 2 and fold(words).split()[-1] in table("identity.toml")["employers"]["words"]


def _are_initials(words: str, letters: str) -> bool:
    """Whether the words of a name begin with the letters of its abbreviation, most of them and in order."""
    initials = iter([word[0] for word in re.findall(r"[^\W\d_]+", fold(words))])
    wanted = [letter for letter in fold(letters) if letter.isalpha()]
    return len(wanted) > 1 and all(letter in initials for letter in wanted)


def masthead_towns(text: str, opening: Sequence[Line]) -> list[Span]:
    """The towns that the tables know beside the employer or the title: « X – Thiès », « à Rabat et Salé »."""
    lines = [line for line in opening[:_PLACED_LINES] if len(line.text) <= _LONGEST and not line.bullet]
    titled = [line for line in lines if _BEHIND_TITLE.search(line.text) and has_job(line.text)]
    for line in (*titled, *lines):  # a title's town before that of the employer
        if len(alone := _towns_alone(line)) > 1:
            return _single_below(lines, alone) or alone
        known = [] if line.text.endswith(".") else [*_with_country(line), *_towns(text, line)]
        if not known and (ending := _LAST_PART.search(line.text)) and is_town(ending.group(1)):
            known = [Span(line.start + ending.start(1), line.start + ending.end(1))]
        if not known and has_job(line.text) and (meant := _FOR_TOWN.search(line.text)) and is_town(meant.group(1)):
            known = [Span(line.start + meant.start(1), line.start + meant.end(1))]
        if known and not has_job(line.text) and (below := _at_head_below(lines, line)) != NOT_STATED:
            return [below]
        if known:
            more = _AND.match(line.text, known[0].end - line.start)
            second = more is not None and is_town(more.group(1))
            return known[:1] + ([Span(line.start + more.start(1), line.start + more.end(1))] if more and second else [])
    for line in opening:
        if len(line.text) <= _LONGEST and (alone := _towns_alone(line)):
            return alone
    last = _at_the_end(lines[0]) if lines else NOT_STATED
    return [last] if last != NOT_STATED else []


def _at_head_below(lines: Sequence[Line], employer: Line) -> Span:
    """The town that begins a line with its country, below the one of an employer: « Zagora, Maroc. 24 mois. »."""
    below = ((line, town) for line in lines if line.start > employer.start for town in _with_country(line))
    return next((town for line, town in below if town.start - line.start < _SIGNS), NOT_STATED)


def _single_below(lines: Sequence[Line], offices: Sequence[Span]) -> list[Span]:
    """The one of an employer's towns that a line below the job names with its country: « Agadir, Maroc | 2027 »."""
    titled = next((line for line in lines if line.start > offices[-1].end and has_job(line.text)), None)
    below = (line for line in lines if titled and line.start > titled.start)
    return next((found[:1] for line in below if (found := list(_with_country(line)))), [])


def _towns_alone(line: Line) -> list[Span]:
    """The towns of a line that holds nothing else but their country: « SFAX, TUNISIE », « Taroudant – Tiznit »."""
    words = _NOTE.sub("", line.text)
    joined = _JOINED.sub(lambda found: ",".center(len(found.group())), words)  # « Gao et Kidal, Mali »
    return _only_towns(line, words) or (_only_towns(line, joined) if joined != words else [])


def _only_towns(line: Line, words: str) -> list[Span]:
    parts = list(_SEPARATED.finditer(words))
    names = [phrase_of(part.group().strip()) for part in parts]
    towns = [part for part in parts if is_town(part.group().strip())]
    if len(parts) < 2 or not towns or any(name not in country_names() for name in names if not _is_town_phrase(name)):
        return []
    starts = [(line.start + town.start() + len(town.group()) - len(town.group().lstrip()), town) for town in towns]
    return [Span(start, start + len(town.group().strip())) for start, town in starts]


def _is_no_town(name: str) -> bool:
    """Whether a name before a country is an employer's: « ONG X (Sénégal) »."""
    first_word = re.match(r"[\w-]+", fold(name))
    kinds = (*table("identity.toml")["first_line"]["kinds"], *table("identity.toml")["institutions"]["first"])
    return first_word is not None and first_word.group() in kinds


def _with_country(line: Line) -> Iterator[Span]:
    """« – Sololá, Guatemala », « BAMBARI (RCA) », « – Liban, Tripoli »: a town by the country behind or before it."""
    for found in _COUNTRY_BEFORE.finditer(line.text):
        if phrase_of(found.group("country")) in country_names() and is_town(found.group("town")):
            yield Span(line.start + found.start("town"), line.start + found.end("town"))
    for found in _COUNTRY_BEHIND.finditer(line.text):
        country = phrase_of(found.group("country"))
        known = country in country_names() and phrase_of(found.group("town")) not in country_names()
        known = known and not _is_no_town(found.group("town"))
        if (
            known
            and not has_job(found.group("town"))
            and not leads_elsewhere(*behind_name(line.text, found.start("town")))
        ):
            group = "between" if found.group("between") and is_town(found.group("between")) else "town"
            yield Span(line.start + found.start(group), line.start + found.end(group))


def _is_town_phrase(name: Phrase) -> bool:
    return is_town(" ".join(name))


def _at_the_end(title: Line) -> Span:
    """« Animateur à Lamastre (H/F) »: a town that the tables need not know."""
    found = _LAST.search(title.text)
    words = table("places.toml")["words"]["no_towns"]
    if not found or not has_job(title.text) or fold(found.group(1)).split()[0] in words:
        return NOT_STATED
    return Span(title.start + found.start(1), title.start + found.end(1))


def announces(words: str) -> bool:
    """Whether words only announce a posting, « Avis de recrutement », or head a part of one."""
    opening = table("identity.toml")["first_line"]
    folded = fold(words)
    if _SPACED.fullmatch(words):
        folded = fold(" ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", words)))
    if folded in opening["never"] or folded in table("identity.toml")["jobs"]["lead"]:
        return True
    return bool(_beginning("heads").match(folded)) or heads_part(words)


def heads_part(words: str) -> bool:
    """Whether words head a part of a posting and name no job: « Profil du/de la comptable »."""
    return bool(_beginning("parts").match(fold(words)))


def is_marked(words: str) -> bool:
    """Whether a line says that the job is for a man or a woman."""
    return any(mark in words.lower() for mark in table("identity.toml")["jobs"]["marks"])


def _towns(text: str, line: Line) -> Iterator[Span]:
    own = _OWN.match(line.text)
    if own and is_town(own.group(1)) and fold(own.group(1)).rpartition(" ")[2] not in links():
        yield Span(line.start + own.start(1), line.start + own.end(1))
    for found in _BESIDE.finditer(line.text):
        apart = found.group()[0] in "–—|" and not line.text[found.end() :].strip(" .*")  # « … – Bruxelles »
        words = "" if not apart and leads_elsewhere(*behind_name(line.text, found.start(1))) else found.group(1)
        if words and (behind := _IN_AREA.match(line.text, found.end())) and departement_called(behind.group(1)):
            yield Span(line.start + found.start(1), line.start + found.end(1))  # « …, Saint-Chamond (Loire) »
            continue
        while words and (not is_town(words) or fold(words).rpartition(" ")[2] in links()):
            words = words.rpartition(" ")[0]
        start = line.start + found.start(1)
        if words and re.match(r"(?!\w)", text[start + len(words) :][:1] or " "):
            yield Span(start, start + len(words))


def _in_capitals(line: Line, around: Sequence[Line]) -> re.Match[str] | None:
    found = None if is_marked(line.text) else _CAPITALS.match(line.text)
    parts = table("identity.toml")["seeks"]["parts"]
    several = found is not None and len(found.group().split()) > 1 and fold(found.group()).split()[0] not in parts
    if found and several and _is_abbreviated(found.group(), line.text[found.end() :]):
        return found
    near = (announces(at.text) or (at.start > line.start and is_below_name(at.text)) for at in around)
    return found if several and any(near) else None


def _is_abbreviated(name: str, behind: str) -> bool:
    """Whether the initials of a name stand behind it in brackets: « INITIATIVE JEUNES WOURI (IJW) »."""
    found = _INITIALS.match(behind)
    letters = iter(word[0] for word in fold(name).split())
    return found is not None and all(letter in letters for letter in fold(found.group(1)))


@cache
def _by_kind() -> re.Pattern[str]:
    kinds = one_of(table("identity.toml")["first_line"]["kinds"])
    return re.compile(rf"(?i:{kinds})\s+(?:(?:d['’]|de |du |des |pour |of |for )(?:la |l['’])?)?{NAME_FOR}(?={_END})")


@cache
def _described() -> re.Pattern[str]:
    """« Passerelles Océan Indien (association loi 1901, …) », "World Council for Coastal Cities, Secretariat"."""
    kinds = one_of(table("identity.toml")["employers"]["kinds"])
    word = "|".join(word.capitalize() for word in table("identity.toml")["employers"]["words"] if word.isalpha())
    return re.compile(
        rf"\W{{0,4}}({NAME})(?=\s?[»”\"]?\s?[,(]\s?(?i:{kinds})(?!\w)|,\s(?:Secretariat|Secrétariat|Siège|Headquarters)"
        rf"|\s[–—-]\s(?:an?\s|une?\s)?(?:{UPPER}\w+\s)?(?i:{kinds})(?=\s*(?:$|[,(]|\s[a-zß-ÿ])))"
        rf"|\W{{0,4}}(?=[^,;:.\n]{{0,80}}(?<!\w)(?:{word})(?!\w)){NAME}(?={_END})"
    )


@cache
def _beginning(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, table('identity.toml')['first_line'][key]))})(?!\w)")
