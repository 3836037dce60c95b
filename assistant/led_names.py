"""What stands about a name in a question and makes it that of a place: « à Oujda », « celui du Mali »."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.asking.lexicon import Word
from assistant.places import country_names, links
from assistant.resources import table

_SHORT = 4  # words of « et le Mali ? »
_GOING_ON = ("et", "and", "what", "how", "mais", "but", "meme", "same", "idem", "pareil", "ditto")


def led_by(words: Sequence[Word], n: int, before: Collection[str]) -> bool:
    """Whether one of the words `before` stands in front of a word, articles and the words of its name apart."""
    at = n - 1
    while at >= 0 and words[at].form in links() and words[at].form not in before:
        at -= 1
    return at >= 0 and words[at].form in before


def led_on(words: Sequence[Word], n: int, before: Collection[str]) -> bool:
    """Whether a word is led, or a further one of a list that is: « à Oujda ou Safi », "in Agadir, Oujda and Safi"."""
    joint = n > 1 and words[n - 1].form in table("names.toml")["elsewhere"]["joints"]
    further = n - 2 if joint else n - 1 if n and words[n].apart else -1
    if led_by(words, n, before):
        return True
    named = further > 0 and (words[further].capital or (words[further].form,) in country_names())
    return named and led_on(words, further, before)


def is_that_of(words: Sequence[Word], n: int) -> bool:
    """« celui du Mali », "the Mali one", "and Mali?"; « celui de France Travail » names an employer."""
    named = n + 1 < len(words) and words[n + 1].capital and not words[n + 1].apart
    one = n + 1 < len(words) and words[n + 1].form in table("names.toml")["country"]["one"]
    start = n - 1 if n and words[n - 1].form == "la" else n  # « celui de la Tunisie »
    of = start > 1 and words[start - 1].form in table("names.toml")["country"]["of"]
    nouns = {"celui", "celle", "ceux", "celles", "that", "one", *table("asking.toml")["postings"]["singular"]}
    asked = len(words) <= _SHORT and n == len(words) - 1 and words[0].form in _GOING_ON
    beside = n > 0 and not words[n].apart and words[n - 1].form in _postings()  # « les 2 postes maroc »
    return not named and (one or asked or beside or (of and words[start - 2].form in nouns))


def _postings() -> frozenset[str]:
    nouns = table("asking.toml")["postings"]
    return frozenset(word for word in (*nouns["singular"], *nouns["plural"]) if word not in ("one", "ones"))


def is_of(words: Sequence[Word], n: int) -> bool:
    """« celui de Tata », « le poste de Tata »."""
    nouns = {"celui", "celle", "ceux", "celles", *table("asking.toml")["postings"]["singular"]}
    return n > 1 and words[n - 1].form in ("de", "d") and words[n - 2].form in nouns
