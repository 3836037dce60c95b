"""Text taken apart into the words that a keyword search compares: pure functions, no index.

A word is compared in two ways: by its ``form``, which is the word without accents, capitals and invisible characters,
and by its ``stem``. French elisions are cut (``l'association`` is ``association``), inclusive spellings give the base
form (``chargé·e`` is ``charge``), references and addresses are kept whole beside their parts, grouped digits are joined
(``12 000`` is ``12000``).
"""

import re
import threading
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import Stemmer

from vectorstore.compounds import COMPOUND, GLUED, compound_of

_SNOWBALL = {"fr": Stemmer.Stemmer("french"), "en": Stemmer.Stemmer("english")}
# The article with what is written together with it, and the endings of gender and number. Snowball's Arabic stemmer
# takes the first letter of فرنسية for a conjunction, but not that of الفرنسية.
_ARABIC = re.compile("(?:و?(?:[بكف]?ال|لل))?(.{3,}?)(?:ه|ات|ون|ين)?")
_stemming = threading.Lock()  # a Stemmer keeps a working buffer, so one thread at a time may use it

# Longer runs of letters are no words; cutting them keeps an index term within the limits of any index.
_LONGEST_FORM = 200
_LONGEST_CACHED = 48
# Beyond this a run of words and joints is neither a reference nor an address, and is only cut at its joints.
_LONGEST_JOINED = 300

# Characters that are part of a word and are dropped from its form: marks of any script and invisible ones. Nothing
# beyond the two first planes is a mark, save the variation selectors.
_MARKS = "".join(c for c in map(chr, range(0x300, 0x20000)) if unicodedata.category(c) == "Mn")
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e01ef"
# A class that reaches beyond the first plane is searched range by range, fifty times as slow as one that does not.
_DROPPED = re.compile("[{}]+".format("".join(c for c in _MARKS if c <= "\uffff") + _INVISIBLE[:-3] + "\u0640"))
_DROPPED_BEYOND = re.compile("[{}]+".format("".join(c for c in _MARKS if c > "\uffff") + _INVISIBLE[-3:]))
_LETTER = rf"[\w{_MARKS}{_INVISIBLE}]"

_APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u00b4`"
_MIDDLE_DOTS = "\u00b7\u2022\u2027\u22c5\u30fb\uff65\u0387"
_HYPHENS = "\\-\u2010\u2011\u2012\u2013"
_DIGIT_JOINT = r"(?<=\d),(?=\d)|(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))"
# A word that is cut at the end of a line.
_BREAK = rf"(?:[{_HYPHENS}]|(?<=\u00ad))\r?\n[ \t]{{0,20}}(?=[^\W\d_])"
_JOINT = rf"(?:{_BREAK}|://|[{_APOSTROPHES}{_MIDDLE_DOTS}{_HYPHENS}./@+&]|{_DIGIT_JOINT})"
_RUN = rf"(?:{GLUED}|{_LETTER}++)"
_JOINED = rf"{_RUN}(?>(?:{_JOINT}{_RUN}|\({_LETTER}{{1,6}}+\){_LETTER}{{0,2}}+)*)(?:\+\+|\#)?"
_WORD = re.compile(rf"{COMPOUND}|{_JOINED}")
_BROKEN = re.compile(rf"{_LETTER}++(?>(?:{_BREAK}{_LETTER}++)+)")
_PART = re.compile(rf"[^\W_]{_LETTER}*+")
_INCLUSIVE_CUT = re.compile(rf"[{_MIDDLE_DOTS}./()]|[{_HYPHENS}]")
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_OTHER_DIGITS = re.compile(r"[^\D0-9]")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f.,]\d{3})+(?:[.,]\d{1,2})?")
_DECIMAL = re.compile(r"\d+,\d+")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+|[^\W\d_]{1,2}&[^\W\d_]{1,2}")
_WHOLE = re.compile(rf"[^@]+@[^@]+|(?=.*\d).*[/.+{_HYPHENS}_].*|[^\s/]+(?:[._][^\s/]+)+|.*://.*")

# Letters that no decomposition takes apart, and Arabic letters that are written one for the other.
_LOOKALIKES = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "\u0649": "\u064a",
        "\u0629": "\u0647",
        "\u0671": "\u0627",
    }
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: ``text[start:end]`` is how it is written there, ``form`` and ``stem`` are compared."""

    form: str
    stem: str
    start: int
    end: int


def _words(data: dict[str, str], *names: str) -> frozenset[str]:
    return frozenset(fold(word) for name in names for word in data[name].split())


def _read(name: str) -> dict[str, str]:
    return tomllib.loads(resources.files("vectorstore").joinpath("data", name).read_text(encoding="utf-8"))


def fold(text: str) -> str:
    """Return the text without marks (of any script), invisible characters, capitals and compatibility forms."""
    if text.isascii():
        return text.lower()
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    if max(bare, default="") > "\uffff":
        bare = _DROPPED_BEYOND.sub("", bare)
    bare = bare.casefold().translate(_LOOKALIKES)
    return bare if bare.isascii() else _OTHER_DIGITS.sub(_digit, bare)


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


_STOP_WORDS = {language: _words({language: words}, language) for language, words in _read("stopwords.toml").items()}
_WORDS = _read("words.toml")
_ELISIONS = _words(_WORDS, "elisions")
_APOSTROPHE_WORDS = _words(_WORDS, "apostrophe_words")
_ENDS_AFTER_HYPHEN = _words(_WORDS, "inclusive_ends")
_OWN_STEMS = _words(_WORDS, "own_stems")
_ENDS = _ENDS_AFTER_HYPHEN | _words(_WORDS, "inclusive_ends_but_hyphen")


def tokens(text: str, language: str) -> list[Token]:
    """Return the words of a text in order; ``language`` ("fr", "en") decides the stems, others have none.

    Offsets are into ``text`` as given. A reference or an address comes whole and then by its parts.
    """
    found = []
    for match in _WORD.finditer(text):
        at = match.start()
        found += [Token(form, stem, at + start, at + end) for form, stem, start, end in _analysed(match[0], language)]
    return found


def terms(text: str, language: str) -> tuple[list[str], list[str]]:
    """Return the forms and the stems of a text, as ``tokens`` does without the places: for building an index."""
    pieces = [piece for word in _WORD.findall(text) for piece in _analysed(word, language)]
    return [piece[0] for piece in pieces], [piece[1] for piece in pieces]


@lru_cache(maxsize=1 << 15)  # the same words are held against questions again and again
def stems(form: str) -> frozenset[str]:
    """Return the stems that any of the languages makes of a form."""
    return frozenset(_stem(form, language) for language in _SNOWBALL)


def stop_words() -> dict[str, frozenset[str]]:
    """Return the folded words of each language that say nothing of what a text is about."""
    return dict(_STOP_WORDS)


def content_tokens(text: str, language: str) -> list[Token]:
    """Return the words of a text that are no stop words of its language (of every language where it is unknown)."""
    languages = [language] if language in _STOP_WORDS else list(_STOP_WORDS)
    shouting = text.isupper()

    def says_something(token: Token) -> bool:
        written = text[token.start : token.end]
        named = len(written) > 1 and written.isupper() and not shouting
        return named or not any(token.form in _STOP_WORDS[each] for each in languages)

    return [token for token in tokens(text, language) if says_something(token)]


Piece = tuple[str, str, int, int]


def _analysed(word: str, language: str) -> tuple[Piece, ...]:
    return _cached(word, language) if len(word) <= _LONGEST_CACHED else _analyse(word, language)


def _analyse(word: str, language: str) -> tuple[Piece, ...]:
    pieces = []
    for form, start, end in _forms(word):
        form = form[:_LONGEST_FORM]
        if any(map(str.isalnum, form)):
            pieces.append((form, _stem(form, language), start, end))
    return tuple(pieces)


_cached = lru_cache(maxsize=1 << 16)(_analyse)


def _stem(form: str, language: str) -> str:
    if not form.isalpha() or form in _OWN_STEMS:
        return form
    if "\u0620" <= form[0] <= "\u06ff":
        core = _ARABIC.fullmatch(form)
        return core[1] if core else form
    stemmer = _SNOWBALL.get(language)
    if stemmer is None:
        return form
    with _stemming:
        return str(stemmer.stemWord(form))


Form = tuple[str, int, int]


def _forms(word: str) -> Iterator[Form]:
    """Yield the forms in one run of letters and joints, with their places in it."""
    if word.isalnum():
        yield fold(word), 0, len(word)
        return
    if len(word) > _LONGEST_JOINED:
        yield from ((fold(part[0]), *part.span()) for part in _PART.finditer(word))
        return
    if word.endswith(("++", "#")):
        # C++ and C#, but not a longer word with a mark behind it.
        bare = word.rstrip("+#")
        yield fold(word if len(bare) == 1 else bare), 0, len(word)
    elif _GROUPED.fullmatch(word):
        yield _whole_number(word), 0, len(word)
    elif _DECIMAL.fullmatch(word):
        yield fold(word.replace(",", ".")), 0, len(word)
    else:
        yield from _joined_forms(word)


def _whole_number(word: str) -> str:
    """Return 12000 for 12 000, 12.000 and 12,000.50."""
    groups = re.split(r"[^\d]", word)
    return fold("".join([groups[0], *(group for group in groups[1:] if len(group) == 3)]))


def _joined_forms(word: str) -> Iterator[Form]:
    at = 0
    while (cut := _elision(word, at)) > at:
        at = cut
    rest = word[at:]
    if compound := compound_of(fold(rest)):
        yield compound, at, len(word)
    if _ACRONYM.fullmatch(rest):
        yield fold(rest.replace(".", "")), at, len(word)
        return
    if _is_whole(rest):
        yield fold(rest), at, len(word)
    for broken in _BROKEN.finditer(rest):
        yield fold(re.sub(_BREAK, "", broken[0])), at + broken.start(), at + broken.end()
    for form, start, end in _parts(rest):
        yield form, at + start, at + end


def _elision(word: str, at: int) -> int:
    """Return where the word goes on behind an elision that stands at ``at``, or ``at`` where none does."""
    for index in range(at, min(len(word), at + 10)):
        if word[index] in _APOSTROPHES:
            elided = fold(word[at:index]) in _ELISIONS and fold(word[at:]) not in _APOSTROPHE_WORDS
            return index + 1 if elided else at
    return at


def _is_whole(word: str) -> bool:
    """Tell references, addresses and file names, which are looked for whole, from words that only touch."""
    return _base_length(word) is None and _WHOLE.fullmatch(word) is not None


def _base_length(word: str) -> int | None:
    """Return the length of the base form of an inclusive spelling, None for any other word."""
    cut = _INCLUSIVE_CUT.search(word)
    if cut is None or cut.start() < 2 or not fold(word[: cut.start()]).isalpha():
        return None
    ends = [end for end in _INCLUSIVE_CUT.split(word[cut.start() :]) if end]
    allowed = _ENDS_AFTER_HYPHEN if _HYPHEN.match(cut[0]) else _ENDS
    # A full stop without a space behind it begins a new sentence, with a capital.
    same_case = all(end.islower() for end in ends) or word[: cut.start()].isupper()
    return cut.start() if ends and same_case and all(fold(end) in allowed for end in ends) else None


def _parts(word: str) -> Iterator[Form]:
    """Yield the words that joints hold together; an inclusive spelling is one word, by its base form."""
    start = 0
    pieces = [word] if _base_length(word) is not None else re.split(r"([\s/,_@+&]|://)", word)
    for piece in pieces:
        base = _base_length(piece)
        if base is not None:
            yield fold(piece[:base]), start, start + len(piece)
        elif fold(piece) in _APOSTROPHE_WORDS:
            yield fold(piece), start, start + len(piece)
        else:
            yield from _plain(piece, start)
        start += len(piece)


def _plain(piece: str, offset: int) -> Iterator[Form]:
    """Yield the words of a piece without what stands only for an apostrophe: the s of driver's, the d of Côte-d'Or."""
    prefix, prefix_start = "", 0
    for part in _PART.finditer(piece):
        form, before, after = fold(part[0]), piece[: part.start()][-1:], piece[part.end() :][:1]
        if (before and before in _APOSTROPHES and len(form) == 1) or (
            after and after in _APOSTROPHES and form in _ELISIONS
        ):
            continue
        if len(form) == 1 and form.isalpha() and _HYPHEN.match(after) and piece[part.end() + 1 :][1:2].isalpha():
            # The first half of e-mail.
            prefix, prefix_start = form, part.start()
            continue
        yield prefix + form, offset + (prefix_start if prefix else part.start()), offset + part.end()
        prefix = ""
