"""The words of a question that no phrase of the tables and no name of a posting accounts for."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking.lexicon import Word, is_filler, tags_of, words_of
from assistant.asking.seen import Seen
from assistant.asking.windows import is_month
from assistant.glossary import related
from assistant.library import Library
from assistant.naming import name_words
from assistant.places import is_town, town_names
from assistant.relevance import telling
from assistant.resources import table
from assistant.text import fold, in_a_row
from vectorstore.analysis import stems
from vectorstore.keyword import Keywords

_COGNATE = 5  # letters
_LONGEST_NAME = 5  # words behind « chez »
_NAMED_IN = 50  # passages among which a name is looked for
_PARTED = re.compile(r"[/!?;:,()]|\w{4}\.\s")  # « Data/SI » is no name, nor "Rabat. At"; "St. Mary" is
_SHORT = 4  # letters of the word before
_CODE = re.compile(r"([^\W\d_]{4,20}+)\d")  # of a product or a file; not « bac5 »


@dataclass(frozen=True)
class Left:
    """Words that say something: `topic` those in postings, `unknown` names that are in none, `aside` others in none."""

    topic: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


def left_over(seen: Seen, rest: Sequence[int], library: Library, keywords: Keywords) -> Left:
    """What the words at `rest` say, filler and stop words left out."""
    topic: list[str] = []
    unknown: list[str] = []
    aside: list[str] = []
    telling_ones = [n for n in rest if _tells(seen, n)]
    names = [n for n in _names(seen, telling_ones) if not any(_is_cognate(seen.words[m].form, library) for m in n)]
    names += _employers(seen, telling_ones)
    absent = {n for name in names if not _stands(" ".join(map(seen.written, name)), library, keywords) for n in name}
    for n in telling_ones:
        word = seen.words[n]
        # « l'IA » is no name, whatever its capitals; a town is one, though it has others, and so is « chez Carrefour »
        housed = word.capital and n > 0 and seen.words[n - 1].form == "chez"
        thing = bool(related(word.form)) and not town_names(word.form) and not housed
        known = any(keywords.document_frequency(form) for form in {word.form, *stems(word.form), *related(word.form)})
        if not known and _is_cognate(word.form, library):
            topic.append(seen.written(n))  # "Notify" of « Notification »
        elif not known and _is_abbreviated(seen, n):
            continue  # its words stand before it
        elif n in absent or (not known and not thing and (_is_name(word, n) or _is_code(word.form, keywords))):
            unknown.append(seen.written(n))
        else:
            (topic if known else aside).append(seen.written(n))
    return Left(tuple(topic), tuple(unknown), tuple(aside))


def _is_name(word: Word, number: int) -> bool:
    """Whether a word is a name by its capital, or as a town that the tables know: « salaire chauffeur niamey »."""
    # "the Danish embassy" is of a posting that says « l'ambassade du Danemark »
    return (word.capital and number > 0 and not _is_of_country(word.form)) or is_town(word.form)


@lru_cache(1024)
def _is_of_country(form: str) -> bool:
    """Whether a word names a language, and so what is of a country: "Danish"."""
    return any(tag.table == "language" for tag in tags_of(words_of(form)))


def _is_abbreviated(seen: Seen, number: int) -> bool:
    """Whether a word in brackets is the first letters of those before it: "complaints and feedback mechanism (CFM)"."""
    written = seen.written(number)
    if not (written.isupper() and seen.text[: seen.words[number].start].endswith("(")):
        return False
    first = (word.form[0] for word in seen.words[max(0, number - 2 * len(written)) : number])
    return all(letter in first for letter in written.casefold())


def _is_cognate(form: str, library: Library) -> bool:
    """Whether a word that no posting holds begins like one that names a posting."""
    if len(form) <= _COGNATE or not form.isalpha():
        return False
    return any(name.startswith(form[:_COGNATE]) and len(name) > _COGNATE for name in name_words(library))


def _is_code(form: str, keywords: Keywords) -> bool:
    """Whether a word that no posting holds names something by letters and a number: not "python3" for "Python 3"."""
    code = _CODE.match(form)
    return code is not None and not keywords.document_frequency(code[1])


def _tells(seen: Seen, number: int) -> bool:
    """Whether a word says what the question is about: no filler, number, country, or stop word."""
    word = seen.words[number]
    if seen.window and is_month(word.form):  # a further one: "free from February on, what starts in February?"
        return False
    if is_filler(word.form) or word.form.isdigit() or word.form in table("names.toml")["weak"]["words"]:
        return False
    # « Le » of « Le Partenariat » is no word of an English question.
    return all(telling(word.form, spoken) for spoken in ({"fr", "en"} if word.capital else {seen.language}))


def _names(seen: Seen, numbers: Sequence[int]) -> list[list[int]]:
    """Capitalised words in a row within the question, which together are a name: « Médecins Sans Frontières »."""
    runs: list[list[int]] = []
    capital = [n for n, word in enumerate(seen.words) if word.capital and n and (n in numbers or n - 1 in numbers)]
    for n in capital:
        beside = _PARTED.search(seen.text[seen.words[n - 1].end - _SHORT : seen.words[n].start]) is None
        if runs and runs[-1][-1] == n - 1 and beside:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if len(run) > 1 and set(run) & set(numbers)]


def _employers(seen: Seen, numbers: Sequence[int]) -> list[list[int]]:
    """What stands behind « chez » as a name of several words, of which the first has a capital."""
    ends = table("names.toml")["elsewhere"]["joints"]
    found = []
    for n in numbers:
        if not n or seen.words[n - 1].form != "chez" or not seen.words[n].capital:
            continue
        after = (m for m in range(n + 1, len(seen.words)) if seen.words[m].apart or seen.words[m].form in ends)
        run = list(range(n, min(next(after, len(seen.words)), n + _LONGEST_NAME)))
        found += [run] if len(set(run) & set(numbers)) > 1 else []
    return found


def _stands(name: str, library: Library, keywords: Keywords) -> bool:
    """Whether a posting holds these words in this order."""
    wanted = in_a_row(fold(name).split())  # "PAJ SOJA" is the PAJ-SOJA
    postings = {
        library.chunks[hit.id].posting for hit in keywords.search(name, "fr", _NAMED_IN) if hit.id in library.chunks
    }
    return any(wanted.search(fold(html.unescape(library.postings[posting].text))) for posting in postings)


def free_words(seen: Seen) -> list[int]:
    """The words that no phrase of the tables accounts for."""
    used = {number for tag in seen.tags for number in range(tag.first, tag.last)} | set(seen.nouns)
    return [number for number in range(len(seen.words)) if number not in used]
