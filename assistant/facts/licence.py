"""The driving licence that a posting asks for. The words are in `data/facts_licence.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.domain import Fact, Posting, Span
from assistant.facts.conditions import is_agreed, is_called, must_not_lack
from assistant.facts.cues import cues_of
from assistant.facts.echoes import is_echo
from assistant.facts.folded import folded, one_of, pattern
from assistant.facts.legend import legend
from assistant.facts.licence_holders import is_of_others
from assistant.facts.licence_vehicles import category_of_vehicle, is_led, vehicle
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece, pieces
from assistant.resources import table

_SHORT = 60  # characters of a line that is about nothing but a licence
_LINK = r"(?:\s{0,2}(?:,|/|-|\+|&|et|ou|and|or|et/ou)\s{0,2}(?:le\s|permis\s|du\s|de\s)?)"
_HELD = re.compile(
    r"\b(?:(?:venez|viens|venir|presentez-vous|come) (?:avec|with)|bring|apporte[zr]"
    r"|titulaire|munie?s?|avoir|disposer|disposez|possession|possedez|posseder|avez|tu as|detenteur|detenez"
    r"|ayant le|ans de|besoin|qui (?:a|ait|aurait)|(?<=, )a(?= le| son)|(?<=et )a(?= le| son))\b[^.;]{0,16}$"
)
# « Il aura une motocyclette, d'où la nécessité d'un permis »
_NEEDED = re.compile(r"\b(?:necessit\w{1,3}|faut|faudra|requiert|suppose|exige|demande)\b[^.;]{0,16}$")
_ROAD = re.compile(r"\b(?:moto\w{0,12}|scooters?|voitures?|vehicules?|camions?|camionnettes?|fourgons?|4x4|pick-?up)\b")
_AND_CAR = re.compile(
    r"\s?(?:et|and|\+|&)\s?(?:(?:un )?acces a |access to )?(?:une? |an? |your |own |votre )?"
    r"(?:voiture|vehicule|car|vehicle)(?!\w)(?: personnel\w{0,2})?"
)
_VALID = re.compile(  # « permis libanais en cours de validité »
    r"(?:\s(?:[a-z]{2,12}(?:ais|ois|ien|ain|een|nal)|suisse|belge|turc))?"
    r"[\s:|]{1,4}(?:en cours de validite|valide|valable|a jour|depuis)\b"
)
_RUN = "[abcd]{2,4}e?"  # letters of categories that stand together
_CAR_AND = re.compile(r"\b(?:car|vehicle|van|motorbike) (?:and|&|\+|plus) (?:an? |your |own |full |valid )*$")
_BESIDE = 16  # characters before a bare "licence" in which it is told to be clean
_SAID_WITHIN = 30  # characters behind a bare word in which it is said to be wanted
_ANY = "yes"  # a licence whose category is not said
_RESIDENCE = 70  # characters between a nationality and the permit that stands for it
_SUBSTITUTE = re.compile(
    r"(?: [a-e])?[ ,;:(–-]{0,4}(?:(?:ou|or),? )?(?:sinon|a defaut|failing that|failing which|otherwise|or else)"
    r"[ ,:]{1,2}(?:une? |an? |d'un |le |la |avec )?(?:\w{3,9} )?"
    r"(?:velo|bike|bicycle|bicyclette|trottinette|scooter|transports?|bus)\b"
)


def facts(posting: Posting) -> list[Fact]:
    """Each category of driving licence asked for, "yes" where none is named, with the modality of its clause."""
    best: dict[str, Fact] = {}
    for piece in pieces(posting):
        found = [(span, category) for span, category in _licences(piece) if not is_of_others(piece, span)]
        for (span, category), modality in zip(
            found, modalities(piece, [_with_car(piece, span) for span, _ in found]), strict=True
        ):
            if modality == "none":
                continue
            modality = "asset" if _has_substitute(piece, span) else modality
            place = piece.clause(span)
            quote = place.of(posting.text)
            fact = Fact(posting.id, "driving_licence", category, modality, quote, place.start, place.end)
            if category not in best or (modality == "required" and _says_less(posting, best[category])):
                best[category] = fact
    named = [fact for category, fact in best.items() if category != _ANY]
    if named and (bare := best.get(_ANY)):
        said_again = any(fact.quote == bare.quote or fact.modality == "required" for fact in named)
        if said_again or bare.modality != "required":
            del best[_ANY]  # "a driving licence; a motorcycle licence is a plus" demands one all the same
    return list(best.values())


def _with_car(piece: Piece, span: Span) -> Span:
    """A licence with the car beside it, of which the same is said: "licence and access to a car preferred"."""
    car = _AND_CAR.match(piece.folded, span.end)
    return Span(span.start, car.end()) if car and car.group().lstrip().startswith("and") else span


def _says_less(posting: Posting, known: Fact) -> bool:
    """Whether a licence is a mere wish, or stands in the title, whose demand is quoted sooner."""
    return known.modality != "required" or (known.start < posting.title.end and posting.title.start < known.end)


def _has_substitute(piece: Piece, span: Span) -> bool:
    """Whether something that is no licence does as well: « Permis B ; sinon, vélo », "or failing that a bicycle"."""
    behind = folded(piece.posting.text[piece.start + span.end : piece.start + span.end + 60])
    return _SUBSTITUTE.match(behind) is not None


def _licences(piece: Piece) -> Iterator[tuple[Span, str]]:
    yield from _category_alone(piece)
    before_it, by_class = list(_before_the_word(piece)), list(_by_class(piece))
    yield from (*before_it, *by_class)
    yield from _bare_english(piece)
    for match in _licence().finditer(piece.folded):
        if any(match.start() < span.end for span, _ in before_it):
            continue
        if any(match.start() < span.end and span.start < match.end() for span, _ in by_class):
            continue
        before = piece.folded[max(0, match.start() - 40) : match.start()]
        is_permit = match["name"].startswith("permis")
        span = Span(match.start(), match.end())
        if is_permit and (_other().match(piece.folded, match.end("name")) or _is_of_residence(piece, match)):
            continue
        if is_permit and _is_not_asked(piece, span, before) and not (match["kinds"] and before.endswith("les ")):
            continue
        if is_led(piece, match["name"], match.end("name")):
            continue
        categories = _categories(piece, match)
        if categories:
            yield from ((span, category) for category in categories)
        elif match["name"] != table("facts_licence.toml")["licence"]["bare"] or _is_about_it(piece, span):
            yield span, category_of_vehicle(piece, span, match["name"]) or _ANY


def _before_the_word(piece: Piece) -> Iterator[tuple[Span, str]]:
    """The categories named before the word: « category B driving licence », and in English « B licence »."""
    for match in _of_category().finditer(piece.folded):
        said = match["category"] or match["driving"] or piece.posting.language == "en"
        if said and piece.raw[match.start("kind") : match.end("kind")].isupper():
            yield Span(*match.span()), table("facts_licence.toml")["category"][match["kind"]]


def _by_class(piece: Piece) -> Iterator[tuple[Span, str]]:
    """The classes behind the bare word: "Kenyan licence class BCE"."""
    for match in _with_class().finditer(piece.folded):
        if piece.raw[match.start("classes") : match.end("classes")].replace("and", "").replace("or", "").isupper():
            # What follows a bracket is said of the licence, not of the class.
            end = match.end() + (piece.folded[match.end() : match.end() + 1] == ")")
            yield from ((Span(match.start(), end), letter.upper()) for letter in match["classes"] if letter in "abcd")


def _category_alone(piece: Piece) -> Iterator[tuple[Span, str]]:
    """The category that a sentence behind one on a licence begins with: "Category C would be a plus."."""
    found = _ALONE.match(piece.folded)
    before = folded(piece.posting.text[max(0, piece.start - _SENTENCE_BEFORE) : piece.start])
    if (
        found
        and cues_of(piece)
        and piece.raw[found.start("kind") : found.end("kind")].isupper()
        and _licence().search(before)
    ):
        yield Span(*found.span()), table("facts_licence.toml")["category"][found["kind"]]


def _bare_english(piece: Piece) -> Iterator[tuple[Span, str]]:
    """The bare word in English where its sentence speaks of the road: "own motorbike and licence A"."""
    if piece.posting.language != "en":
        return
    not_road = _context("not_road").search(piece.folded) is not None
    on_road = _context("road").search(piece.folded)
    named = [
        *_licence().finditer(piece.folded),
        *_of_category().finditer(piece.folded),
        *_with_class().finditer(piece.folded),
    ]
    for match in _BARE.finditer(piece.folded):
        if any(other.start() < match.end() and match.start() < other.end() for other in named):
            continue
        written = piece.raw[match.start("kinds") : match.end("kinds")] if match["kinds"] else ""
        kinds = [kind for each in re.findall(r"\b[A-E]{1,5}\b", written) for kind in _glued(each.lower())]
        near = re.split(r"[,;:]", piece.folded[max(0, match.start() - _BESIDE) : match.start()])[-1]
        clean = _context("clean").search(near) or _CAR_AND.search(near) or _AND_CAR.match(piece.folded, match.end())
        if not_road and (not clean or _context("not_road").search(f"{near} {piece.folded[match.end() :][:_BESIDE]}")):
            continue  # "minimum 5 years in the trade, full UK licence" asks for one all the same
        told = on_road or clean or (kinds and len(piece.folded) <= _SHORT)
        if told:
            of_vehicle = category_of_vehicle(piece, Span(*match.span()), match.group()) or _ANY
            yield from ((Span(*match.span()), kind) for kind in kinds or [of_vehicle])


def _categories(piece: Piece, match: re.Match[str]) -> list[str]:
    """The categories named behind the word, as the law writes them."""
    if not match["kinds"]:
        return []
    found = re.finditer(rf"(?<!\w)(?:{_kinds()}|{_RUN})(?!\w)", match["kinds"])
    at = match.start("kinds")
    letters = legend(piece.posting) if piece.folded[at - 1 : at] == "(" else {}  # "Driving licence (D)": desirable
    raw = [(kind.group(), piece.raw[at + kind.start() : at + kind.end()]) for kind in found]
    meant = [kind for kind, written in raw if kind not in letters and (written.isupper() or kind in _small())]
    named = [category for kind in meant for category in _glued(re.sub(r"\s+", " ", kind))]
    return list(dict.fromkeys(named))


def _glued(kind: str) -> list[str]:
    """The categories of letters that stand together: « permis BCDE » names B, C and D, « CE » is one."""
    codes: dict[str, str] = table("facts_licence.toml")["category"]
    return [codes[kind]] if kind in codes else [codes[letter] for letter in kind if letter in codes]


def _is_about_it(piece: Piece, span: Span) -> bool:
    """Whether the bare word « permis » is one to drive with: something is said of it, or it is all that is said."""
    before = piece.folded[max(0, span.start - 40) : span.start]
    held = _HELD.search(before) or (_NEEDED.search(before) and _ROAD.search(piece.folded))
    car = _AND_CAR.match(piece.folded, span.end)
    end = car.end() if car else span.end
    said = is_echo(piece, span) or any(span.end <= cue.start <= end + _SAID_WITHIN for cue in cues_of(piece))
    valid = _VALID.match(piece.folded, span.end) is not None
    return bool(held) or said or valid or must_not_lack(piece, span) or len(piece.folded) <= _SHORT // 2


def _is_of_residence(piece: Piece, match: re.Match[str]) -> bool:
    """« Nationalité suisse ou permis C »: whoever may live there, in a sentence that says nothing of driving."""
    before = piece.folded[max(0, match.start() - _RESIDENCE) : match.start()]
    return match["name"] == "permis" and _residence().search(before) is not None


def _is_not_asked(piece: Piece, at: Span, before: str) -> bool:
    """« Aide au passage du permis », not « si vous avez le permis, tant mieux »."""
    if is_agreed(piece) or is_called(piece, at):  # « Présentez-vous si vous avez le permis »
        return False
    return _not_asked().search(before) is not None and not any(cue.kind == "weak" for cue in cues_of(piece))


@cache
def _licence() -> re.Pattern[str]:
    listed = table("facts_licence.toml")["licence"]
    words, led = listed["words"], pattern(listed["led"]).pattern
    kind = rf"(?:{_kinds()}|{_RUN})(?![\w'])"
    beside = "(?:de|des|of|with|including|for|in|avec|dont|incluant)"  # "full driving licence with category D1"
    return re.compile(
        rf"(?<!\w)(?P<name>{one_of(words)}|{vehicle()}\slicen[cs]e)(?!\w)(?!\sd(?:es?\s|u\s|['’]\s?)(?:{led}))"
        rf"(?:(?:\s{{0,2}}|\s{{3,40}}(?=[a-e]\b)|\s{{0,40}}[:=|]\s{{0,20}}|\s?\.{{3,40}}\s?)"
        rf"(?:de\sconduire,\s)?\(?\"?(?:(?:{beside}\s(?:la\s|les\s|the\s)?)?(?:cat(?:egorie)?s?\.?|types?|categor(?:y|ies)|class(?:es)?)\s{{1,20}})?(?:\(?de\sconduire\)?\s)?"
        rf"\"?(?P<kinds>{kind}(?:{_LINK}{kind})*))?"
    )


@cache
def _with_class() -> re.Pattern[str]:
    return re.compile(
        r"(?<!driving )(?<!driver's )(?<!drivers )(?<!driver )(?<!\w)licen[cs]e(?:[:,]|\s?\||\s?\.{3,40})?\s{1,40}"
        r"\(?(?:class(?:es)?|categor(?:y|ies)|cat\.?)[\s:]{1,3}"
        r"(?P<classes>[a-e]{1,4}(?:(?:,\s?|/|\sand\s|\sor\s)[a-e]{1,2})*)(?!\w)"
    )


_ALONE = re.compile(r"\W*(?:(?:la|the|une?|an?)\s)?(?:categor(?:y|ie)|cat\.?|class)\s(?P<kind>[abcd]e?)(?!\w)")
_SENTENCE_BEFORE = 90  # characters before a sentence in which a licence was named

_BARE = re.compile(
    r"(?<![\w-])licen[cs]e(?!\w)(?:(?::?\s|\s?\|\s)\(?(?P<kinds>[abcd]{1,4}e?(?:(?:,\s?|\s?[/&+]\s?|\sand\s|\sor\s)[abcd])*)"
    r"(?!\w))?"
)


@cache
def _context(key: str) -> re.Pattern[str]:
    return pattern(table("facts_licence.toml")["licence"][key])


@cache
def _of_category() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<category>(?:categor(?:y|ie)|class|cat\.?)\s)?(?P<kind>(?!a\s|de\s)(?:{_kinds()}))"
        r"[\s-](?P<driving>(?:driving|driver'?s?)\s)?licen[cs]e(?!\w)"
    )


@cache
def _small() -> frozenset[str]:
    """The categories that are no other word in small letters."""
    return frozenset(table("facts_licence.toml")["small"]["words"])


@cache
def _kinds() -> str:
    codes = table("facts_licence.toml")["category"]
    return "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,3}}(?:d'|(?:{one_of(table('facts_licence.toml')['licence']['other'])})(?!\w))")


@cache
def _residence() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{one_of(table('facts_licence.toml')['licence']['residence'])})(?!\w)[^.;:]*\b(?:ou|or)\s$"
    )


@cache
def _not_asked() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('facts_licence.toml')['licence']['before'])})\s{{1,3}}$")
